/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/period-chooser.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "record/date.h"
#include "ui/form/date-button.h"
#include "ui/form/date-text.h"

typedef struct
{
  GtkEntry *entry;
  AssayDateButton *button;
} Day;

struct _AssayPeriodChooser
{
  GtkWidget parent_instance;

  gint32 today;
  GtkDropDown *period;
  GtkWidget *custom;
  Day from, to;
};

G_DEFINE_FINAL_TYPE (AssayPeriodChooser, assay_period_chooser, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
} AssayPeriodChooserSignal;

static guint signals[N_SIGNALS];

static gint32
read_day (AssayPeriodChooser *self, Day *day)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (day->entry));
  gint32 date;

  return assay_date_text_parse (text, self->today, NULL, &date) ? date : ASSAY_DATE_UNKNOWN;
}

static void
show_day (Day *day, gint32 date)
{
  g_autofree char *text = date == ASSAY_DATE_UNKNOWN ? g_strdup ("") : assay_date_format_iso (date);

  gtk_editable_set_text (GTK_EDITABLE (day->entry), text);
}

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

/* A day that is no date is marked and counts as open. */
static void
entry_cb (AssayPeriodChooser *self, GtkEntry *entry)
{
  Day *day = entry == self->from.entry ? &self->from : &self->to;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  gint32 date = read_day (self, day);
  gboolean wrong = *text != '\0' && date == ASSAY_DATE_UNKNOWN;

  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  assay_date_button_set_date (day->button, date);
  if (!wrong)
    changed (self);
}

static void
chosen_cb (AssayPeriodChooser *self, int date, AssayDateButton *button)
{
  show_day (button == self->from.button ? &self->from : &self->to, (gint32)date);
}

static void
add_day (AssayPeriodChooser *self, Day *day, const char *label)
{
  GtkWidget *words = gtk_label_new (label);

  day->entry = GTK_ENTRY (gtk_entry_new ());
  day->button = ASSAY_DATE_BUTTON (assay_date_button_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (day->entry), 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (day->entry), 10);
  gtk_accessible_update_property (GTK_ACCESSIBLE (day->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_box_append (GTK_BOX (self->custom), words);
  gtk_box_append (GTK_BOX (self->custom), GTK_WIDGET (day->entry));
  gtk_box_append (GTK_BOX (self->custom), GTK_WIDGET (day->button));
  g_signal_connect_object (day->entry, "changed", G_CALLBACK (entry_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (day->button, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
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
  add_day (self, &self->from, _ ("From"));
  add_day (self, &self->to, _ ("To"));
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
  show_day (&self->from, from);
  show_day (&self->to, to);
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
      *from = read_day (self, &self->from);
      *to = read_day (self, &self->to);
      break;
    case ASSAY_PERIOD_ALL:
    default:
      break;
    }
}
