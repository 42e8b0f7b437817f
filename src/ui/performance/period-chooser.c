/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/period-chooser.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "record/date.h"
#include "ui/performance/day-entry.h"

struct _AssayPeriodChooser
{
  GtkWidget parent_instance;

  gint32 today;
  GtkDropDown *period;
  GtkWidget *custom;
  AssayDayEntry *from, *to;
};

G_DEFINE_FINAL_TYPE (AssayPeriodChooser, assay_period_chooser, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
} AssayPeriodChooserSignal;

static guint signals[N_SIGNALS];

static void
changed (AssayPeriodChooser *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
period_cb (AssayPeriodChooser *self)
{
  gtk_widget_set_visible (self->custom,
                          gtk_drop_down_get_selected (self->period) == ASSAY_PERIOD_CUSTOM);
  changed (self);
}

static AssayDayEntry *
add_day (AssayPeriodChooser *self, const char *label)
{
  AssayDayEntry *day = assay_day_entry_new (label, self->today);

  gtk_box_append (GTK_BOX (self->custom), GTK_WIDGET (day));
  g_signal_connect_object (day, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  return day;
}

static void
assay_period_chooser_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (assay_period_chooser_parent_class)->dispose (object);
}

static void
assay_period_chooser_class_init (AssayPeriodChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_period_chooser_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ASSAY_TYPE_PERIOD_CHOOSER, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
assay_period_chooser_init (AssayPeriodChooser *self)
{
  const char *const periods[]
      = { _ ("All time"), _ ("Last 12 months"), _ ("This year"), _ ("Custom"), NULL };
  AdwWrapBox *box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, NULL);

  self->period = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (periods));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->period), _ ("Period"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->period), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Period"), -1);
  self->custom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_visible (self->custom, FALSE);
  adw_wrap_box_append (box, GTK_WIDGET (self->period));
  adw_wrap_box_append (box, self->custom);
  gtk_widget_set_parent (GTK_WIDGET (box), GTK_WIDGET (self));
  g_signal_connect_swapped (self->period, "notify::selected", G_CALLBACK (period_cb), self);
}

GtkWidget *
assay_period_chooser_new (gint32 today)
{
  AssayPeriodChooser *self = g_object_new (ASSAY_TYPE_PERIOD_CHOOSER, NULL);

  self->today = today;
  self->from = add_day (self, _ ("From"));
  self->to = add_day (self, _ ("To"));
  return GTK_WIDGET (self);
}

void
assay_period_chooser_set_period (AssayPeriodChooser *self, AssayPeriod period)
{
  gtk_drop_down_set_selected (self->period, period);
}

void
assay_period_chooser_set_range (AssayPeriodChooser *self, gint32 from, gint32 to)
{
  gtk_drop_down_set_selected (self->period, ASSAY_PERIOD_CUSTOM);
  assay_day_entry_set_date (self->from, from);
  assay_day_entry_set_date (self->to, to);
}

void
assay_period_chooser_get_range (AssayPeriodChooser *self, gint32 *from, gint32 *to)
{
  int year, month, day;

  assay_date_to_ymd (self->today, &year, &month, &day);
  *from = *to = ASSAY_DATE_UNKNOWN;
  switch ((AssayPeriod)gtk_drop_down_get_selected (self->period))
    {
    case ASSAY_PERIOD_LAST_YEAR:
      /* 29 February begins on the 28th, which exists. */
      if (!assay_date_from_ymd (year - 1, month, day, from))
        assay_date_from_ymd (year - 1, month, 28, from);
      *from += 1;
      *to = self->today;
      break;
    case ASSAY_PERIOD_THIS_YEAR:
      assay_date_from_ymd (year, 1, 1, from);
      assay_date_from_ymd (year, 12, 31, to);
      break;
    case ASSAY_PERIOD_CUSTOM:
      *from = assay_day_entry_get_date (self->from);
      *to = assay_day_entry_get_date (self->to);
      break;
    case ASSAY_PERIOD_ALL:
    default:
      break;
    }
}
