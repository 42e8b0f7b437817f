/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes after an inspection, in the window: the decision by pieces, the page of a corrective
 * action with its steps, the milestones of an order, lots of a line. */

#include "assay-config.h"

#include "sample-book.h"

#include "ui/actions/action-page.h"
#include "ui/actions/action-steps.h"
#include "ui/actions/new-action.h"
#include "ui/form/entry-row.h"
#include "ui/form/form-dialog.h"
#include "ui/inspections/decision.h"
#include "ui/orders/order-line-page.h"
#include "ui/orders/order-page.h"
#include "ui/record/record-page.h"

/* Widgets */

static const char *
label_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_label (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  return NULL;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  const char *label = label_of (widget);

  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (label != NULL && strstr (label, text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *text)
{
  if (GTK_IS_BUTTON (widget) && says (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
click (GtkWidget *inside, const char *text)
{
  GtkWidget *button = find_button (inside, text);

  g_test_message ("click %s", text);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  sample_spin (300);
}

static GtkWidget *
show (AdwNavigationPage *page, int width)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view = adw_navigation_view_new ();

  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), page);
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_widget_set_size_request (window, 360, 294);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 640);
  gtk_window_present (GTK_WINDOW (window));
  sample_spin (400);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, width);
  return window;
}

static void
hide (GtkWidget *window, AdwNavigationPage *page)
{
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (100);
  g_assert_finalize_object (page);
}

/* Records */

static gboolean
save_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  AssayRecord *record = data;

  if (assay_record_get_id (record) == 0)
    return assay_records_insert (db, record, error);
  return assay_records_update (db, record, error);
}

static gint64
save (SampleBook *sample, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_book_change (sample->book, "Save", save_func, record, NULL, NULL, &error);
  g_assert_no_error (error);
  return assay_record_get_id (record);
}

static AssayRecord *
get (SampleBook *sample, AssayType type, gint64 id)
{
  g_autoptr (GError) error = NULL;
  AssayRecord *record = assay_records_get (assay_book_get_reader (sample->book), type, id, &error);

  g_assert_no_error (error);
  return record;
}

static void
check_text (SampleBook *sample, AssayType type, gint64 id, guint field, const char *expected)
{
  g_autoptr (AssayRecord) record = get (sample, type, id);

  g_assert_cmpstr (assay_record_get_text (record, field), ==, expected);
}

static AssayRecord *
new_action (SampleBook *sample)
{
  AssayRecord *action = assay_record_new (ASSAY_TYPE_CORRECTIVE_ACTION);

  assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_TITLE, "Open seam");
  assay_record_set_reference (action, ASSAY_CORRECTIVE_ACTION_SUPPLIER,
                              sample->ids[ASSAY_TYPE_SUPPLIER]);
  assay_record_set_reference (action, ASSAY_CORRECTIVE_ACTION_INSPECTION,
                              sample->ids[ASSAY_TYPE_INSPECTION]);
  assay_record_set_date (action, ASSAY_CORRECTIVE_ACTION_DUE_ON, SAMPLE_TODAY - 3);
  return action;
}

/* Open, done, checked in vain, done again, closed; each step can be taken back. */
static void
test_steps (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  g_autoptr (AssayRecord) action = new_action (sample);
  gint64 id = save (sample, action);
  AdwNavigationPage *page = g_object_ref_sink (assay_action_page_new (sample->context, id));
  GtkWidget *window = show (page, 360);
  g_autoptr (AssayRecord) closed = NULL;
  g_autoptr (GError) error = NULL;
  const AssayType type = ASSAY_TYPE_CORRECTIVE_ACTION;
  AdwDialog *dialog;

  g_assert_true (says (GTK_WIDGET (page), "Overdue by 3 days"));
  g_assert_true (says (GTK_WIDGET (page), "Sao Mai Bags"));
  click (GTK_WIDGET (page), "Start");
  check_text (sample, type, id, ASSAY_CORRECTIVE_ACTION_STATE, "in_progress");
  click (GTK_WIDGET (page), "Mark _Done");
  check_text (sample, type, id, ASSAY_CORRECTIVE_ACTION_STATE, "done");
  assay_book_undo (sample->book, &error);
  g_assert_no_error (error);
  sample_spin (300);
  check_text (sample, type, id, ASSAY_CORRECTIVE_ACTION_STATE, "in_progress");
  click (GTK_WIDGET (page), "Mark _Done");

  click (GTK_WIDGET (page), "Check and _Close");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_signal_emit_by_name (dialog, "response::no", "no");
  adw_dialog_force_close (dialog);
  sample_spin (500);
  check_text (sample, type, id, ASSAY_CORRECTIVE_ACTION_STATE, "in_progress");
  check_text (sample, type, id, ASSAY_CORRECTIVE_ACTION_EFFECTIVE, "no");
  g_assert_true (says (GTK_WIDGET (page), "it did not work"));

  click (GTK_WIDGET (page), "Mark _Done");
  click (GTK_WIDGET (page), "Check and _Close");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  g_signal_emit_by_name (dialog, "response::yes", "yes");
  adw_dialog_force_close (dialog);
  sample_spin (500);
  closed = get (sample, type, id);
  g_assert_cmpstr (assay_record_get_text (closed, ASSAY_CORRECTIVE_ACTION_STATE), ==, "closed");
  g_assert_cmpstr (assay_record_get_text (closed, ASSAY_CORRECTIVE_ACTION_EFFECTIVE), ==, "yes");
  g_assert_cmpint (assay_record_get_date (closed, ASSAY_CORRECTIVE_ACTION_DONE_ON), ==,
                   SAMPLE_TODAY);
  /* What was seen when it did not work is kept. */
  g_assert_nonnull (
      strstr (assay_record_get_text (closed, ASSAY_CORRECTIVE_ACTION_NOTE), "it did not work"));
  g_assert_false (says (GTK_WIDGET (page), "Overdue"));
  g_assert_nonnull (find_button (GTK_WIDGET (page), "_Reopen"));
  hide (window, page);
  sample_book_free (sample);
}

/* A step leaves a record that its own rules accept. */
static void
test_rules (void)
{
  g_autoptr (AssayRecord) action = assay_record_new (ASSAY_TYPE_CORRECTIVE_ACTION);

  assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_TITLE, "Open seam");
  assay_record_set_reference (action, ASSAY_CORRECTIVE_ACTION_SUPPLIER, 7);
  assay_record_set_date (action, ASSAY_CORRECTIVE_ACTION_OPENED_ON, SAMPLE_TODAY);
  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (AssayProblems) problems = assay_problems_new ();

      g_assert_true (assay_action_step_is_possible (action, ASSAY_ACTION_MARK_DONE));
      assay_action_step_apply (action, ASSAY_ACTION_MARK_DONE, SAMPLE_TODAY + (gint32)round);
      g_assert_false (assay_action_step_is_possible (action, ASSAY_ACTION_MARK_DONE));
      assay_record_check (action, problems);
      assay_action_check_apply (action, round == 2, "Anna", "Seen", SAMPLE_TODAY + (gint32)round);
      assay_record_check (action, problems);
      g_assert_cmpuint (assay_problems_count (problems), ==, 0);
    }
  g_assert_true (assay_action_step_is_possible (action, ASSAY_ACTION_REOPEN));
  assay_action_step_apply (action, ASSAY_ACTION_REOPEN, SAMPLE_TODAY);
  g_assert_false (assay_record_is_known (action, ASSAY_CORRECTIVE_ACTION_EFFECTIVE));
}

static void
test_propose (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  g_autoptr (AssayRecord) first = new_action (sample);
  g_autoptr (AssayRecord) second = new_action (sample);

  assay_new_action_propose (sample->context, first);
  g_assert_cmpstr (assay_record_get_text (first, ASSAY_CORRECTIVE_ACTION_NUMBER), ==,
                   "CA-2026-001");
  g_assert_cmpint (assay_record_get_date (first, ASSAY_CORRECTIVE_ACTION_OPENED_ON), ==,
                   SAMPLE_TODAY);
  save (sample, first);
  assay_new_action_propose (sample->context, second);
  g_assert_cmpstr (assay_record_get_text (second, ASSAY_CORRECTIVE_ACTION_NUMBER), ==,
                   "CA-2026-002");
  sample_book_free (sample);
}

static gint64
add_milestone (SampleBook *sample, gboolean waits)
{
  g_autoptr (AssayRecord) milestone = assay_record_new (ASSAY_TYPE_MILESTONE);

  assay_record_set_reference (milestone, ASSAY_MILESTONE_PURCHASE_ORDER,
                              sample->ids[ASSAY_TYPE_ORDER]);
  assay_record_set_text (milestone, ASSAY_MILESTONE_NAME, "Balance");
  assay_record_set_integer (milestone, ASSAY_MILESTONE_WAITS, waits);
  return save (sample, milestone);
}

/* One that waits says for what, and is done only when somebody insists. */
static void
test_milestones (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  gint64 id = add_milestone (sample, TRUE);
  AdwNavigationPage *page
      = g_object_ref_sink (assay_order_page_new (sample->context, sample->ids[ASSAY_TYPE_ORDER]));
  GtkWidget *window = show (page, 360);
  AdwDialog *dialog;

  check_text (sample, ASSAY_TYPE_MILESTONE, id, ASSAY_MILESTONE_STATE, "waiting");
  g_assert_true (says (GTK_WIDGET (page), "Waits for inspection"));
  g_assert_true (says (GTK_WIDGET (page), "line 2: 500 pieces not passed"));
  g_assert_false (says (GTK_WIDGET (page), "line 1: "));
  click (GTK_WIDGET (page), "Done");
  check_text (sample, ASSAY_TYPE_MILESTONE, id, ASSAY_MILESTONE_STATE, "waiting");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)),
                            "line 2: 500 pieces not passed"));
  g_signal_emit_by_name (dialog, "response::done", "done");
  adw_dialog_force_close (dialog);
  sample_spin (500);
  check_text (sample, ASSAY_TYPE_MILESTONE, id, ASSAY_MILESTONE_STATE, "done");
  g_assert_true (says (GTK_WIDGET (page), "Done on"));
  hide (window, page);
  sample_book_free (sample);
}

/* The amount follows the share until somebody types another. */
static void
test_share (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  g_autoptr (AssayRecord) milestone = assay_record_new (ASSAY_TYPE_MILESTONE);
  g_autoptr (AssayRecord) order = get (sample, ASSAY_TYPE_ORDER, sample->ids[ASSAY_TYPE_ORDER]);
  gint64 value = assay_record_get_integer (order, ASSAY_ORDER_VALUE, 0);
  AssayFieldRow *share, *amount;
  AssayForm *form;
  AdwDialog *dialog;

  assay_record_set_reference (milestone, ASSAY_MILESTONE_PURCHASE_ORDER,
                              sample->ids[ASSAY_TYPE_ORDER]);
  assay_record_set_text (milestone, ASSAY_MILESTONE_CURRENCY, "USD");
  dialog = g_object_ref_sink (assay_form_dialog_new (sample->context, milestone));
  form = assay_form_dialog_get_form (ASSAY_FORM_DIALOG (dialog));
  share = assay_form_get_row (form, ASSAY_MILESTONE_SHARE);
  amount = assay_form_get_row (form, ASSAY_MILESTONE_AMOUNT);
  g_assert_cmpint (value, >, 0);
  assay_entry_row_set_text (ASSAY_ENTRY_ROW (share), "3");
  assay_entry_row_set_text (ASSAY_ENTRY_ROW (share), "30");
  g_assert_cmpint (
      assay_record_get_integer (assay_form_get_record (form), ASSAY_MILESTONE_AMOUNT, 0), ==,
      value * 3 / 10);
  assay_entry_row_set_text (ASSAY_ENTRY_ROW (amount), "100");
  assay_entry_row_set_text (ASSAY_ENTRY_ROW (share), "50");
  g_assert_cmpint (
      assay_record_get_integer (assay_form_get_record (form), ASSAY_MILESTONE_AMOUNT, 0), ==,
      10000);
  adw_dialog_force_close (dialog);
  g_object_unref (dialog);
  sample_spin (50);
  sample_book_free (sample);
}

static void
edit_cb (AssayContext *context, AssayRecord *record, AssayRecord **asked)
{
  g_set_object (asked, record);
}

/* The next lot of a line is what has not passed. */
static void
test_lots (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  g_autoptr (AssayRecord) look
      = get (sample, ASSAY_TYPE_INSPECTION, sample->ids[ASSAY_TYPE_INSPECTION]);
  AdwNavigationPage *page;
  AssayRecord *asked = NULL;
  GtkWidget *window;

  assay_record_set_integer (look, ASSAY_INSPECTION_LOT_SIZE, 120);
  save (sample, look);
  page = g_object_ref_sink (
      assay_order_line_page_new (sample->context, sample->ids[ASSAY_TYPE_ORDER_LINE]));
  window = show (page, 1000);
  g_assert_true (says (GTK_WIDGET (page), "120 passed"));
  g_assert_true (says (GTK_WIDGET (page), "120 inspected · 180 to inspect"));
  g_signal_connect (sample->context, "edit-record", G_CALLBACK (edit_cb), &asked);
  gtk_widget_activate_action (GTK_WIDGET (page), "line.inspect", NULL);
  g_assert_nonnull (asked);
  g_assert_cmpint (assay_record_get_integer (asked, ASSAY_INSPECTION_LOT_SIZE, 0), ==, 180);
  g_clear_object (&asked);
  hide (window, page);
  sample_book_free (sample);
}

/* What a decision fills in, and that it takes back only what it filled in itself. */
static void
test_decision (void)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_INSPECTION);
  g_autoptr (AssayRecord) line = assay_record_new (ASSAY_TYPE_ORDER_LINE);
  g_autofree char *sum = NULL;
  gboolean complete;

  assay_record_set_text (line, ASSAY_ORDER_LINE_CURRENCY, "USD");
  assay_record_set_integer (record, ASSAY_INSPECTION_LOT_SIZE, 300);
  assay_record_set_text (record, ASSAY_INSPECTION_DECISION, "accept");
  assay_decision_follow (record, line, SAMPLE_TODAY);
  g_assert_cmpint (assay_record_get_integer (record, ASSAY_INSPECTION_ACCEPTED_QUANTITY, -1), ==,
                   300);
  g_assert_cmpint (assay_record_get_date (record, ASSAY_INSPECTION_DECIDED_ON), ==, SAMPLE_TODAY);
  assay_record_set_text (record, ASSAY_INSPECTION_DECISION, "rework");
  assay_decision_follow (record, line, SAMPLE_TODAY);
  g_assert_false (assay_record_is_known (record, ASSAY_INSPECTION_ACCEPTED_QUANTITY));
  g_assert_cmpint (assay_record_get_integer (record, ASSAY_INSPECTION_REWORKED_QUANTITY, -1), ==,
                   300);
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_INSPECTION_CURRENCY), ==, "USD");
  assay_record_set_integer (record, ASSAY_INSPECTION_REWORKED_QUANTITY, 250);
  sum = assay_decision_dup_sum (record, &complete);
  g_assert_cmpstr (sum, ==, "250 of 300 pieces; 50 left");
  g_assert_false (complete);
  assay_record_set_text (record, ASSAY_INSPECTION_DECISION, "reject");
  assay_decision_follow (record, line, SAMPLE_TODAY);
  g_assert_cmpint (assay_record_get_integer (record, ASSAY_INSPECTION_REWORKED_QUANTITY, -1), ==,
                   250);
  g_assert_false (assay_record_is_known (record, ASSAY_INSPECTION_CURRENCY));
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/actions/steps", test_steps);
  g_test_add_func ("/actions/rules", test_rules);
  g_test_add_func ("/actions/propose", test_propose);
  g_test_add_func ("/actions/milestones", test_milestones);
  g_test_add_func ("/actions/share", test_share);
  g_test_add_func ("/actions/lots", test_lots);
  g_test_add_func ("/actions/decision", test_decision);
  return g_test_run ();
}
