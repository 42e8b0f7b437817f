/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/day-entry.h"

#include "record/date.h"
#include "ui/form/date-button.h"
#include "ui/form/date-text.h"

struct _AssayDayEntry
{
  GtkWidget parent_instance;

  gint32 today;
  GtkEntry *entry;
  AssayDateButton *button;
};

G_DEFINE_FINAL_TYPE (AssayDayEntry, assay_day_entry, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
} AssayDayEntrySignal;

static guint signals[N_SIGNALS];

/* A day that is no date is marked and counts as open. */
static void
typed_cb (AssayDayEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gint32 date = assay_day_entry_get_date (self);
  gboolean wrong = *text != '\0' && date == ASSAY_DATE_UNKNOWN;

  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  assay_date_button_set_date (self->button, date);
  if (!wrong)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
chosen_cb (AssayDayEntry *self, int date)
{
  assay_day_entry_set_date (self, (gint32)date);
}

static void
assay_day_entry_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (assay_day_entry_parent_class)->dispose (object);
}

static void
assay_day_entry_class_init (AssayDayEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_day_entry_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ASSAY_TYPE_DAY_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
assay_day_entry_init (AssayDayEntry *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->entry = GTK_ENTRY (gtk_entry_new ());
  self->button = ASSAY_DATE_BUTTON (assay_date_button_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 10);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->button, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

AssayDayEntry *
assay_day_entry_new (const char *label, gint32 today)
{
  AssayDayEntry *self = g_object_new (ASSAY_TYPE_DAY_ENTRY, NULL);

  self->today = today;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_widget_set_parent (gtk_label_new (label), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  return self;
}

gint32
assay_day_entry_get_date (AssayDayEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gint32 date;

  return assay_date_text_parse (text, self->today, NULL, &date) ? date : ASSAY_DATE_UNKNOWN;
}

void
assay_day_entry_set_date (AssayDayEntry *self, gint32 date)
{
  g_autofree char *text = date == ASSAY_DATE_UNKNOWN ? g_strdup ("") : assay_date_format_iso (date);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}
