/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/columns.h"

#include <pango/pango.h>

#define SPACING 24
#define NARROW  340 /* width of the narrow column */
#define TWO     820 /* from this width on there are two */

struct _AssayColumns
{
  GtkWidget parent_instance;

  GtkWidget *wide;
  GtkWidget *narrow;
};

G_DEFINE_FINAL_TYPE (AssayColumns, assay_columns, GTK_TYPE_WIDGET)

/* Widths grow with the size of the text. */
static double
text_scale (AssayColumns *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? MAX (dpi / 1024.0 / 96.0, 1) : 1;
}

/* 0 while both stand below one another. */
static int
narrow_width (AssayColumns *self, int width)
{
  double scale = text_scale (self);
  int least;

  if (width < TWO * scale)
    return 0;
  gtk_widget_measure (self->narrow, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return MAX (least, (int)(NARROW * scale));
}

static void
assay_columns_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  AssayColumns *self = ASSAY_COLUMNS (widget);
  int narrow = for_size < 0 ? 0 : narrow_width (self, for_size);
  int min_wide, nat_wide, min_narrow, nat_narrow;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->wide, orientation, -1, &min_wide, &nat_wide, NULL, NULL);
      gtk_widget_measure (self->narrow, orientation, -1, &min_narrow, &nat_narrow, NULL, NULL);
      *minimum = MAX (min_wide, min_narrow);
      *natural = MAX (nat_wide, *minimum) + SPACING + MAX (NARROW, min_narrow);
      return;
    }

  gtk_widget_measure (self->wide, orientation, narrow > 0 ? for_size - narrow - SPACING : for_size,
                      &min_wide, &nat_wide, NULL, NULL);
  gtk_widget_measure (self->narrow, orientation, narrow > 0 ? narrow : for_size, &min_narrow,
                      &nat_narrow, NULL, NULL);
  *minimum = narrow > 0 ? MAX (min_wide, min_narrow) : min_wide + SPACING + min_narrow;
  *natural = narrow > 0 ? MAX (nat_wide, nat_narrow) : nat_wide + SPACING + nat_narrow;
  *natural = MAX (*natural, *minimum);
}

/* One below the other, each is as high as it asks for; the narrow one gets what is left. */
static int
stacked_height (AssayColumns *self, int width, int height)
{
  int min_wide, nat_wide, min_narrow;

  gtk_widget_measure (self->wide, GTK_ORIENTATION_VERTICAL, width, &min_wide, &nat_wide, NULL,
                      NULL);
  gtk_widget_measure (self->narrow, GTK_ORIENTATION_VERTICAL, width, &min_narrow, NULL, NULL, NULL);
  return CLAMP (height - SPACING - min_narrow, min_wide, nat_wide);
}

static void
assay_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AssayColumns *self = ASSAY_COLUMNS (widget);
  int narrow = narrow_width (self, width);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation wide_place = { 0, 0, width, height };
  GtkAllocation narrow_place = { 0, 0, width, height };

  if (narrow > 0)
    {
      wide_place.width = width - narrow - SPACING;
      wide_place.x = rtl ? narrow + SPACING : 0;
      narrow_place.width = narrow;
      narrow_place.x = rtl ? 0 : wide_place.width + SPACING;
    }
  else
    {
      wide_place.height = stacked_height (self, width, height);
      narrow_place.y = wide_place.height + SPACING;
      narrow_place.height = height - narrow_place.y;
    }
  gtk_widget_size_allocate (self->wide, &wide_place, -1);
  gtk_widget_size_allocate (self->narrow, &narrow_place, -1);
}

static GtkSizeRequestMode
assay_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
assay_columns_dispose (GObject *object)
{
  AssayColumns *self = ASSAY_COLUMNS (object);

  g_clear_pointer (&self->wide, gtk_widget_unparent);
  g_clear_pointer (&self->narrow, gtk_widget_unparent);

  G_OBJECT_CLASS (assay_columns_parent_class)->dispose (object);
}

static void
assay_columns_class_init (AssayColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_columns_dispose;
  widget_class->measure = assay_columns_measure;
  widget_class->size_allocate = assay_columns_size_allocate;
  widget_class->get_request_mode = assay_columns_get_request_mode;
}

static void
assay_columns_init (AssayColumns *self)
{
}

GtkWidget *
assay_columns_new (GtkWidget *wide, GtkWidget *narrow)
{
  AssayColumns *self = g_object_new (ASSAY_TYPE_COLUMNS, NULL);

  self->wide = wide;
  self->narrow = narrow;
  gtk_widget_set_parent (wide, GTK_WIDGET (self));
  gtk_widget_set_parent (narrow, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
