/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/form/date-button.h"

#include <glib/gi18n-lib.h>

#include "record/date.h"
#include "ui/init.h"

struct _AssayDateButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkCalendar *calendar;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (AssayDateButton, assay_date_button, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
} AssayDateButtonSignal;

static guint signals[N_SIGNALS];

static GDateTime *
date_time (gint32 date)
{
  int year, month, day;

  assay_date_to_ymd (date, &year, &month, &day);
  return g_date_time_new_utc (year, month, day, 0, 0, 0);
}

static void
choose (AssayDateButton *self, gint32 date)
{
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (int)date);
}

static void
day_selected_cb (AssayDateButton *self)
{
  g_autoptr (GDateTime) when = gtk_calendar_get_date (self->calendar);
  gint32 date;

  if (!self->setting
      && assay_date_from_ymd (g_date_time_get_year (when), g_date_time_get_month (when),
                              g_date_time_get_day_of_month (when), &date))
    choose (self, date);
}

static void
today_cb (AssayDateButton *self)
{
  choose (self, assay_date_today ());
}

static void
assay_date_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ASSAY_TYPE_DATE_BUTTON);

  G_OBJECT_CLASS (assay_date_button_parent_class)->dispose (object);
}

static void
assay_date_button_class_init (AssayDateButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_date_button_dispose;

  /* A day was chosen: days since 1970-01-01. */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", ASSAY_TYPE_DATE_BUTTON, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               ASSAY_UI_RESOURCES "form/date-button.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), AssayDateButton, button);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), AssayDateButton, calendar);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), day_selected_cb);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), today_cb);
}

static void
assay_date_button_init (AssayDateButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
assay_date_button_new (void)
{
  return g_object_new (ASSAY_TYPE_DATE_BUTTON, NULL);
}

void
assay_date_button_set_date (AssayDateButton *button, gint32 date)
{
  g_autoptr (GDateTime) when = date_time (date != ASSAY_DATE_UNKNOWN ? date : assay_date_today ());

  button->setting = TRUE;
  gtk_calendar_select_day (button->calendar, when);
  button->setting = FALSE;
}

char *
assay_date_button_spell (gint32 date)
{
  g_autoptr (GDateTime) when = date_time (date);

  /* Translators: a date in full, as in "Friday, 6 March 2026"; see g_date_time_format() */
  return g_date_time_format (when, _ ("%A, %-d %B %Y"));
}
