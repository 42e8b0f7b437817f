/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates in the window: a promise that moves needs a reason, one that is kept is corrected or
 * followed by another; events are written down by one click; milestone plans. */

#include "sample-book.h"

#include "insight/milestone-plans.h"
#include "insight/order-timeline.h"
#include "insight/owned-rows.h"
#include "ui/form/entry-row.h"
#include "ui/form/form-dialog.h"
#include "ui/form/promise-question.h"
#include "ui/milestone-plans/plan-page-private.h"
#include "ui/milestone-plans/plan-page.h"
#include "ui/orders/day-list.h"
#include "ui/orders/plan-chooser.h"

static AssayRecord *
get (SampleBook *sample, AssayType type, gint64 id)
{
  g_autoptr (GError) error = NULL;
  AssayRecord *record = assay_records_get (assay_book_get_reader (sample->book), type, id, &error);

  g_assert_no_error (error);
  return record;
}

/* The open line has one promise: a new one for another day has to say why. */
static void
test_reason (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  g_autoptr (AssayRecord) promise = assay_record_new (ASSAY_TYPE_PROMISE);
  AssayForm *form;

  assay_record_set_reference (promise, ASSAY_PROMISE_ORDER_LINE, sample->open_line);
  assay_record_set_date (promise, ASSAY_PROMISE_GIVEN_ON, SAMPLE_TODAY);
  assay_record_set_date (promise, ASSAY_PROMISE_PROMISED_ON, SAMPLE_TODAY + 10);
  form = g_object_ref_sink (assay_form_new (sample->context, promise));
  g_assert_nonnull (assay_form_get_reason (form));
  g_assert_nonnull (strstr (assay_form_get_reason (form), "why"));
  g_assert_null (assay_form_get_remark (form));
  g_assert_finalize_object (form);

  assay_record_set_text (promise, ASSAY_PROMISE_REASON, "freight");
  form = g_object_ref_sink (assay_form_new (sample->context, promise));
  g_assert_null (assay_form_get_reason (form));
  g_assert_finalize_object (form);

  /* Odd, and possible: it is said and can be saved. */
  assay_record_set_date (promise, ASSAY_PROMISE_PROMISED_ON, SAMPLE_TODAY - 1);
  form = g_object_ref_sink (assay_form_new (sample->context, promise));
  g_assert_null (assay_form_get_reason (form));
  g_assert_nonnull (assay_form_get_remark (form));
  g_assert_finalize_object (form);
  sample_book_free (sample);
}

static void
test_question (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  g_autoptr (AssayRecord) kept = get (sample, ASSAY_TYPE_PROMISE, sample->ids[ASSAY_TYPE_PROMISE]);
  g_autoptr (AssayRecord) typed = assay_record_copy (kept);
  g_autoptr (AssayRecord) next = NULL;
  AdwDialog *dialog;

  g_assert_null (assay_promise_question_new (typed, kept));
  assay_record_set_text (typed, ASSAY_PROMISE_NOTE, "By phone");
  g_assert_null (assay_promise_question_new (typed, kept));
  assay_record_set_date (typed, ASSAY_PROMISE_PROMISED_ON, SAMPLE_TODAY + 20);
  dialog = g_object_ref_sink (assay_promise_question_new (typed, kept));
  g_assert_nonnull (dialog);
  g_object_unref (dialog);

  next = assay_promise_new_moved (typed, kept, SAMPLE_TODAY);
  g_assert_cmpint (assay_record_get_id (next), ==, 0);
  g_assert_cmpint (assay_record_get_date (next, ASSAY_PROMISE_PROMISED_ON), ==, SAMPLE_TODAY + 20);
  g_assert_cmpint (assay_record_get_date (next, ASSAY_PROMISE_GIVEN_ON), ==, SAMPLE_TODAY);
  g_assert_cmpint (assay_record_get_reference (next, ASSAY_PROMISE_ORDER_LINE), ==,
                   assay_record_get_reference (kept, ASSAY_PROMISE_ORDER_LINE));
  g_assert_cmpstr (assay_record_get_text (next, ASSAY_PROMISE_NOTE), ==, "By phone");
  g_assert_false (assay_record_is_known (next, ASSAY_PROMISE_REASON));

  assay_promise_correct (typed, kept);
  g_assert_true (
      g_str_has_prefix (assay_record_get_text (typed, ASSAY_PROMISE_NOTE), "By phone\nCorrected"));
  sample_book_free (sample);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

/* The first event of the open line that has not come is the start of production. */
static void
test_today (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  AssayDayList *list = g_object_ref_sink (assay_day_list_new (sample->context));
  g_autoptr (AssayRecord) line = get (sample, ASSAY_TYPE_ORDER_LINE, sample->open_line);
  g_autoptr (AssayOrderTimeline) timeline = NULL;
  g_autoptr (AssayRecord) after = NULL, undone = NULL;
  g_autoptr (GError) error = NULL;

  timeline = assay_order_timeline_read_line (assay_book_get_reader (sample->book), line,
                                             SAMPLE_TODAY, &error);
  g_assert_no_error (error);
  assay_day_list_show (list, g_ptr_array_index (timeline->lanes, 1));
  g_signal_emit_by_name (find_button (GTK_WIDGET (list), "Today"), "clicked");
  sample_spin (300);
  after = get (sample, ASSAY_TYPE_ORDER_LINE, sample->open_line);
  g_assert_cmpint (assay_record_get_date (after, ASSAY_ORDER_LINE_STARTED_ON), ==, SAMPLE_TODAY);
  g_assert_true (assay_book_undo (sample->book, &error));
  undone = get (sample, ASSAY_TYPE_ORDER_LINE, sample->open_line);
  g_assert_false (assay_record_is_known (undone, ASSAY_ORDER_LINE_STARTED_ON));
  g_assert_finalize_object (list);
  sample_book_free (sample);
}

static gboolean
add_steps (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  static const gint64 shares[] = { 300000, 600000 };
  static const char *const names[] = { "Deposit", "Balance" };
  SampleBook *sample = data;
  g_autoptr (AssayRecord) supplier
      = assay_records_get (db, ASSAY_TYPE_SUPPLIER, sample->ids[ASSAY_TYPE_SUPPLIER], error);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (AssayRecord) step = assay_record_new (ASSAY_TYPE_MILESTONE_STEP);

      assay_record_set_reference (step, ASSAY_MILESTONE_STEP_MILESTONE_PLAN,
                                  sample->ids[ASSAY_TYPE_MILESTONE_PLAN]);
      assay_record_set_integer (step, ASSAY_MILESTONE_STEP_POSITION, i + 1);
      assay_record_set_text (step, ASSAY_MILESTONE_STEP_NAME, names[i]);
      assay_record_set_integer (step, ASSAY_MILESTONE_STEP_SHARE, shares[i]);
      if (!assay_records_insert (db, step, error))
        return FALSE;
    }
  assay_record_set_reference (supplier, ASSAY_SUPPLIER_MILESTONE_PLAN,
                              sample->ids[ASSAY_TYPE_MILESTONE_PLAN]);
  return assay_records_update (db, supplier, error);
}

static gint64
count_milestones (SampleBook *sample)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_MILESTONE);

  return assay_query_count (query, assay_book_get_reader (sample->book), NULL);
}

static void
test_plan_page (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  AdwNavigationPage *page;
  GtkWidget *window = adw_window_new ();
  GtkWidget *view = adw_navigation_view_new ();
  AssayPlanPage *self;

  assay_book_change (sample->book, "Steps", add_steps, sample, NULL, NULL, &error);
  g_assert_no_error (error);
  page = g_object_ref_sink (
      assay_plan_page_new (sample->context, sample->ids[ASSAY_TYPE_MILESTONE_PLAN]));
  self = ASSAY_PLAN_PAGE (page);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), page);
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_widget_set_size_request (window, 360, 294);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  gtk_window_present (GTK_WINDOW (window));
  sample_spin (400);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, 360);
  g_assert_cmpuint (assay_part_list_get_n_parts (self->steps), ==, 2);
  /* 90 %: it warns. */
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (self->sum), "warning"));
  assay_part_list_move (self->steps, 1, 0);
  sample_spin (400);
  steps = assay_owned_rows_read (assay_book_get_reader (sample->book), ASSAY_TYPE_MILESTONE_STEP,
                                 sample->ids[ASSAY_TYPE_MILESTONE_PLAN], &error);
  g_assert_no_error (error);
  g_assert_cmpstr (assay_record_get_text (g_ptr_array_index (steps, 0), ASSAY_MILESTONE_STEP_NAME),
                   ==, "Balance");
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (100);
  g_assert_finalize_object (page);
  sample_book_free (sample);
}

static void
toast_cb (AssayContext *context, const char *message, gboolean undo, char **said)
{
  g_assert_true (undo);
  g_set_str (said, message);
}

/* Nothing without a plan; the supplier's otherwise, with the way back. */
static void
test_propose (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  g_signal_connect (sample->context, "toast", G_CALLBACK (toast_cb), &said);
  assay_plan_chooser_propose (sample->context, sample->ids[ASSAY_TYPE_ORDER]);
  sample_spin (200);
  g_assert_null (said);
  assay_book_change (sample->book, "Steps", add_steps, sample, NULL, NULL, &error);
  g_assert_no_error (error);
  assay_plan_chooser_propose (sample->context, sample->ids[ASSAY_TYPE_ORDER]);
  sample_spin (300);
  g_assert_nonnull (said);
  g_assert_nonnull (strstr (said, "30 / 70"));
  g_assert_cmpint (count_milestones (sample), ==, 2);
  g_assert_true (assay_book_undo (sample->book, &error));
  g_assert_cmpint (count_milestones (sample), ==, 0);
  sample_book_free (sample);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/order-dates/reason", test_reason);
  g_test_add_func ("/order-dates/question", test_question);
  g_test_add_func ("/order-dates/today", test_today);
  g_test_add_func ("/order-dates/plan-page", test_plan_page);
  g_test_add_func ("/order-dates/propose", test_propose);
  return g_test_run ();
}
