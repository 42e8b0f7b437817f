/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/meter.h"

#define THICKNESS   8
#define LINE_HEIGHT 14
#define MIN_WIDTH   60
/* Where the rejecting number stands while the bar is not overrun. */
#define LIMIT_SHARE 0.85

struct _AssayMeter
{
  GtkWidget parent_instance;

  gint64 found;
  gint64 limit;
};

G_DEFINE_FINAL_TYPE (AssayMeter, assay_meter, GTK_TYPE_WIDGET)

static void
append_bar (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, rect, THICKNESS / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, rect);
  gtk_snapshot_pop (snapshot);
}

static void
assay_meter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AssayMeter *self = ASSAY_METER (widget);
  float width = (float)gtk_widget_get_width (widget),
        height = (float)gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float scale = width * (float)LIMIT_SHARE / (float)self->limit;
  float filled = MIN (width, scale * (float)self->found), line;
  GdkRGBA color, trough, mark;

  if (self->limit < 1)
    return;
  gtk_widget_get_color (widget, &color);
  trough = mark = color;
  trough.alpha *= 0.15f;
  mark.alpha *= 0.7f;
  /* Past the end the line moves in, so that the bar still shows how far it went over. */
  if (self->found > self->limit)
    scale = MIN (scale, width / (float)self->found);
  line = scale * (float)self->limit;
  filled = scale * (float)self->found;
  append_bar (snapshot, &GRAPHENE_RECT_INIT (0, (height - THICKNESS) / 2, width, THICKNESS),
              &trough);
  if (filled > 0)
    {
      filled = CLAMP (filled, THICKNESS, width);
      append_bar (snapshot,
                  &GRAPHENE_RECT_INIT (rtl ? width - filled : 0, (height - THICKNESS) / 2, filled,
                                       THICKNESS),
                  &color);
    }
  gtk_snapshot_append_color (snapshot, &mark,
                             &GRAPHENE_RECT_INIT (rtl ? width - line - 1 : line - 1,
                                                  (height - LINE_HEIGHT) / 2, 2, LINE_HEIGHT));
}

static void
assay_meter_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : LINE_HEIGHT;
}

static void
assay_meter_class_init (AssayMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = assay_meter_snapshot;
  widget_class->measure = assay_meter_measure;
  gtk_widget_class_set_css_name (widget_class, "assay-meter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
assay_meter_init (AssayMeter *self)
{
  self->limit = 1;
}

void
assay_meter_set (AssayMeter *self, gint64 found, gint64 limit, const char *words)
{
  g_return_if_fail (ASSAY_IS_METER (self));

  self->found = MAX (found, 0);
  self->limit = MAX (limit, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double)MAX (self->limit, self->found),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double)self->found,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
