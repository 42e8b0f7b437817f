/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/orders/milestone-list.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "store/records.h"
#include "ui/record/section.h"
#include "ui/table/cell-text.h"

struct _AssayMilestoneList
{
  GtkWidget parent_instance;

  AssayContext *context;
  GtkListBox *list;
  char *missing;
};

G_DEFINE_FINAL_TYPE (AssayMilestoneList, assay_milestone_list, GTK_TYPE_WIDGET)

/* Doing it */

static gboolean
save_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  return assay_records_update (db, data, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayContext) context = data;
  g_autoptr (GError) error = NULL;

  assay_book_change_finish (ASSAY_BOOK (source), result, &error);
  if (error != NULL)
    assay_context_failed (context, _ ("The Milestone Was Not Changed"), error);
  else
    assay_context_toast_undo (context, _ ("Milestone marked as done"));
}

static void
mark_done (AssayContext *context, AssayRecord *milestone)
{
  AssayBook *book = assay_context_get_book (context);
  AssayRecord *copy = assay_record_copy (milestone);

  assay_record_set_date (copy, ASSAY_MILESTONE_DONE_ON, assay_context_get_today (context));
  /* Done without another word, a payment was paid in full. */
  if (g_strcmp0 (assay_record_get_text (copy, ASSAY_MILESTONE_KIND), "payment") == 0
      && !assay_record_is_known (copy, ASSAY_MILESTONE_PAID))
    assay_record_set_value (copy, ASSAY_MILESTONE_PAID,
                            assay_record_get_value (copy, ASSAY_MILESTONE_AMOUNT));
  assay_book_change_async (book, _ ("Mark milestone as done"), save_func, copy, g_object_unref,
                           NULL, NULL, saved_cb, g_object_ref (context));
}

static void
answered_cb (AssayMilestoneList *self, const char *response, AdwAlertDialog *dialog)
{
  if (g_str_equal (response, "done"))
    mark_done (self->context, g_object_get_data (G_OBJECT (dialog), "record"));
}

/* The user decides, and knows what about. */
static void
ask (AssayMilestoneList *self, AssayRecord *milestone)
{
  const char *name = assay_record_get_text (milestone, ASSAY_MILESTONE_NAME);
  g_autofree char *body = g_strdup_printf (
      /* Translators: the name of a milestone; what has not passed: "line 2: 300 pieces not passed"
       */
      _ ("“%s” waits for passed inspections. Still missing: %s. You decide."),
      name != NULL ? name : "", self->missing != NULL ? self->missing : "");
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Mark as Done?"), body);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "wait", _ ("_Wait"), "done", _ ("Mark _Done"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "done", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "wait");
  adw_alert_dialog_set_close_response (alert, "wait");
  g_object_set_data_full (G_OBJECT (dialog), "record", g_object_ref (milestone), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
done_cb (AssayMilestoneList *self, GtkWidget *button)
{
  AssayRecord *milestone = g_object_get_data (G_OBJECT (button), "record");

  if (g_strcmp0 (assay_record_get_text (milestone, ASSAY_MILESTONE_STATE), "waiting") == 0)
    ask (self, milestone);
  else
    mark_done (self->context, milestone);
}

static void
edit_cb (AssayMilestoneList *self, GtkWidget *row)
{
  assay_context_edit_record (self->context, g_object_get_data (G_OBJECT (row), "record"));
}

/* Showing */

/* What was paid where that is not simply the amount: "500.00 USD paid, 1,000.00 USD left". */
static void
add_paid (AssayRecord *milestone, GStrvBuilder *builder)
{
  gint64 amount = assay_record_get_integer (milestone, ASSAY_MILESTONE_AMOUNT, -1);
  gint64 paid = assay_record_get_integer (milestone, ASSAY_MILESTONE_PAID, -1);
  g_autoptr (AssayRecord) rest = NULL;
  g_autofree char *words = NULL, *left = NULL;

  if (paid < 0 || paid == amount)
    return;
  words = assay_format_display (milestone, ASSAY_MILESTONE_PAID, 0);
  if (amount < paid)
    {
      /* Translators: an amount of money */
      g_strv_builder_take (builder, g_strdup_printf (_ ("%s paid"), words));
      return;
    }
  rest = assay_record_copy (milestone);
  assay_record_set_integer (rest, ASSAY_MILESTONE_PAID, amount - paid);
  left = assay_format_display (rest, ASSAY_MILESTONE_PAID, 0);
  /* Translators: two amounts of money */
  g_strv_builder_take (builder, g_strdup_printf (_ ("%s paid, %s left"), words, left));
}

/* "30 % · 1,500.00 USD · due 12 June 2026" */
static char *
describe (AssayMilestoneList *self, AssayRecord *milestone)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *facts = NULL;
  const char *state = assay_record_get_text (milestone, ASSAY_MILESTONE_STATE);

  g_strv_builder_take (builder, assay_format_display (milestone, ASSAY_MILESTONE_KIND, 0));
  if (assay_record_is_known (milestone, ASSAY_MILESTONE_SHARE))
    g_strv_builder_take (builder, assay_format_display (milestone, ASSAY_MILESTONE_SHARE, 0));
  if (assay_record_is_known (milestone, ASSAY_MILESTONE_AMOUNT))
    g_strv_builder_take (builder, assay_format_display (milestone, ASSAY_MILESTONE_AMOUNT, 0));
  add_paid (milestone, builder);
  if (assay_record_is_known (milestone, ASSAY_MILESTONE_SECURED))
    {
      g_autofree char *by = assay_format_display (milestone, ASSAY_MILESTONE_SECURED, 0);

      /* Translators: who holds the money: “Escrow” */
      g_strv_builder_take (builder, g_strdup_printf (_ ("secured: %s"), by));
    }
  if (assay_record_is_known (milestone, ASSAY_MILESTONE_DUE_ON)
      && !assay_record_is_known (milestone, ASSAY_MILESTONE_DONE_ON))
    {
      g_autofree char *date = assay_format_display (milestone, ASSAY_MILESTONE_DUE_ON, 0);
      gboolean late = assay_cell_is_overdue (milestone, ASSAY_MILESTONE_DUE_ON,
                                             assay_context_get_today (self->context));

      g_strv_builder_take (builder, late
                                        /* Translators: a date that is over */
                                        ? g_strdup_printf (_ ("overdue since %s"), date)
                                        /* Translators: a date */
                                        : g_strdup_printf (_ ("due %s"), date));
    }
  parts = g_strv_builder_end (builder);
  facts = g_strjoinv (" · ", parts);
  if (g_strcmp0 (state, "waiting") != 0 || self->missing == NULL)
    return g_steal_pointer (&facts);
  /* Translators: facts of a milestone; what it waits for */
  return g_strdup_printf (_ ("%s\nStill missing: %s"), facts, self->missing);
}

static GtkWidget *
new_chip (AssayMilestoneList *self, AssayRecord *milestone)
{
  const AssayField *field = &assay_record_describe (milestone)->fields[ASSAY_MILESTONE_STATE];
  const char *state = assay_record_get_text (milestone, ASSAY_MILESTONE_STATE);
  gboolean free
      = g_strcmp0 (state, "open") == 0 && assay_record_get_flag (milestone, ASSAY_MILESTONE_WAITS);
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *words = NULL;
  const char *icon = NULL, *style = "dimmed";
  GtkWidget *label;

  assay_cell_verdict (field, state, &icon, &style);
  if (g_strcmp0 (state, "done") == 0)
    {
      g_autofree char *date = assay_format_display (milestone, ASSAY_MILESTONE_DONE_ON, 0);

      words = g_strdup_printf (_ ("Done on %s"), date);
    }
  else if (free)
    {
      icon = "object-select-symbolic";
      style = "accent";
      /* Translators: the state of a milestone: the inspections that it waited for have passed */
      words = g_strdup (_ ("Inspection passed"));
    }
  else
    words = g_strdup (state != NULL ? assay_field_choice_label (field, state) : "");
  /* A state of many words takes two lines; a date stays in one. */
  label = g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", g_strcmp0 (state, "done") != 0,
                        "xalign", 1.0, "max-width-chars", 18, NULL);
  if (icon != NULL)
    gtk_box_append (GTK_BOX (chip), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (chip), label);
  gtk_widget_add_css_class (chip, style);
  return chip;
}

static void
add_row (AssayMilestoneList *self, AssayRecord *milestone)
{
  AssayBook *book = assay_context_get_book (self->context);
  GtkWidget *row = adw_action_row_new ();
  const char *name = assay_record_get_text (milestone, ASSAY_MILESTONE_NAME);
  g_autofree char *facts = describe (self, milestone);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name != NULL ? name : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_chip (self, milestone));
  if (g_strcmp0 (assay_record_get_text (milestone, ASSAY_MILESTONE_STATE), "done") != 0
      && book != NULL && !assay_book_is_read_only (book))
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Done"));
      g_autofree char *spoken = g_strdup_printf (_ ("Mark “%s” as done"), name != NULL ? name : "");

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, _ ("Mark as Done Today"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      spoken, -1);
      g_object_set_data_full (G_OBJECT (button), "record", g_object_ref (milestone),
                              g_object_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (milestone), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

void
assay_milestone_list_show (AssayMilestoneList *self, GPtrArray *milestones, const char *missing)
{

  g_set_str (&self->missing, missing);
  assay_list_box_clear (self->list);
  for (guint i = 0; i < milestones->len; i++)
    add_row (self, g_ptr_array_index (milestones, i));
}

static void
assay_milestone_list_dispose (GObject *object)
{
  AssayMilestoneList *self = ASSAY_MILESTONE_LIST (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->context);
  g_clear_pointer (&self->missing, g_free);

  G_OBJECT_CLASS (assay_milestone_list_parent_class)->dispose (object);
}

static void
assay_milestone_list_class_init (AssayMilestoneListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_milestone_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_milestone_list_init (AssayMilestoneList *self)
{
  GtkWidget *words = g_object_new (
      GTK_TYPE_LABEL, "label",
      _ ("No milestones yet: add payments and shipments, which may wait for a passed inspection"),
      "xalign", 0.0, "wrap", TRUE, "margin-top", 12, "margin-bottom", 12, "margin-start", 12,
      "margin-end", 12, NULL);

  gtk_widget_add_css_class (words, "dimmed");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, words);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Milestones"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

AssayMilestoneList *
assay_milestone_list_new (AssayContext *context)
{
  AssayMilestoneList *self = g_object_new (ASSAY_TYPE_MILESTONE_LIST, NULL);

  self->context = g_object_ref (context);
  return self;
}
