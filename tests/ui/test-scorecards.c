/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scorecards in the window: a weight that is turned ranks anew at once and is saved as one change
 * that can be undone; the view of the performance page; the warning in the form of a new order. */

#include "sample-book.h"

#include "ui/form/form-dialog.h"
#include "ui/form/grade-warning.h"
#include "ui/performance/performance-page.h"
#include "ui/scorecards/scorecard-page-private.h"
#include "ui/scorecards/scorecard-page.h"
#include "ui/suppliers/supplier-page.h"

static gint64 second; /* criterion */

static void
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
}

static void
add_criterion (AssayDb *db, gint64 card, int position, const char *measure, const char *area)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_CRITERION);

  assay_record_set_reference (record, ASSAY_CRITERION_SCORECARD, card);
  assay_record_set_integer (record, ASSAY_CRITERION_POSITION, position);
  assay_record_set_text (record, ASSAY_CRITERION_MEASURE, measure);
  assay_record_set_text (record, ASSAY_CRITERION_AREA, area);
  assay_record_set_integer (record, ASSAY_CRITERION_WEIGHT, 50);
  insert (db, record);
  second = assay_record_get_id (record);
}

/* Assessed with 10 of 100 in communication and 90 in cost: 50 points with equal weights. */
static void
assess (AssayDb *db, gint64 supplier, const char *area, int score)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_ASSESSMENT);

  assay_record_set_reference (record, ASSAY_ASSESSMENT_SUPPLIER, supplier);
  assay_record_set_text (record, ASSAY_ASSESSMENT_AREA, area);
  assay_record_set_date (record, ASSAY_ASSESSMENT_ASSESSED_ON, SAMPLE_TODAY - 10);
  assay_record_set_integer (record, ASSAY_ASSESSMENT_SCORE, score);
  insert (db, record);
}

typedef struct
{
  SampleBook *sample;
  gint64 card;
} Filling;

static gboolean
fill (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Filling *filling = data;
  g_autoptr (AssayRecord) card = assay_record_new (ASSAY_TYPE_SCORECARD);
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db, "SELECT id FROM scorecard LIMIT 1", NULL);
  gboolean row;

  /* The sample may hold one of every type. */
  while (assay_statement_step (statement, &row, NULL) && row)
    {
      gint64 id = assay_statement_get_int (statement, 0);

      assay_statement_reset (statement);
      g_assert_true (assay_records_delete (db, ASSAY_TYPE_SCORECARD, id, NULL));
    }
  assay_record_set_text (card, ASSAY_SCORECARD_NAME, "Test");
  assay_record_set_integer (card, ASSAY_SCORECARD_MIN_LOTS, 0);
  assay_record_set_text (card, ASSAY_SCORECARD_WARN_BELOW, "a");
  insert (db, card);
  filling->card = assay_record_get_id (card);
  add_criterion (db, filling->card, 1, "communication", "communication");
  add_criterion (db, filling->card, 2, "cost", "cost");
  assess (db, filling->sample->ids[ASSAY_TYPE_SUPPLIER], "communication", 10);
  assess (db, filling->sample->ids[ASSAY_TYPE_SUPPLIER], "cost", 90);
  return TRUE;
}

static gint64
prepare (SampleBook *sample)
{
  g_autoptr (GError) error = NULL;
  Filling filling = { sample, 0 };

  assay_book_change (sample->book, "Fill", fill, &filling, NULL, NULL, &error);
  g_assert_no_error (error);
  return filling.card;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  const char *label = NULL;

  if (GTK_IS_LABEL (widget))
    label = gtk_label_get_label (GTK_LABEL (widget));
  if (label != NULL && strstr (label, text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
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
  return window;
}

static gint64
weight_of (SampleBook *sample, gint64 id)
{
  g_autoptr (AssayRecord) record
      = assay_records_get (assay_book_get_reader (sample->book), ASSAY_TYPE_CRITERION, id, NULL);

  g_assert_nonnull (record);
  return assay_record_get_integer (record, ASSAY_CRITERION_WEIGHT, -1);
}

static void
test_weights (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  gint64 card = prepare (sample);
  AdwNavigationPage *page = g_object_ref_sink (assay_scorecard_page_new (sample->context, card));
  AssayScorecardPage *self = ASSAY_SCORECARD_PAGE (page);
  GtkWidget *window = show (page, 1100);
  GtkWidget *row = assay_criteria_list_get_row (self->criteria, 1);

  g_assert_true (says (GTK_WIDGET (self->scores), "50.0"));
  g_assert_true (says (GTK_WIDGET (self->criteria), "add up to 100."));
  /* (50 · 10 + 30 · 90) ÷ 80 = 40, at once and without the book. */
  adw_spin_row_set_value (ADW_SPIN_ROW (row), 30);
  g_assert_true (says (GTK_WIDGET (self->scores), "40.0"));
  g_assert_true (says (GTK_WIDGET (self->criteria), "add up to 80;"));
  g_assert_cmpint (weight_of (sample, second), ==, 50);
  adw_spin_row_set_value (ADW_SPIN_ROW (row), 0);
  g_assert_true (says (GTK_WIDGET (self->scores), "10.0"));
  assay_criteria_list_flush (self->criteria);
  sample_spin (400);
  g_assert_cmpint (weight_of (sample, second), ==, 0);
  /* The row is the same one: the cursor stays in it. */
  g_assert_true (assay_criteria_list_get_row (self->criteria, 1) == row);
  g_assert_true (assay_book_undo (sample->book, NULL));
  sample_spin (400);
  g_assert_cmpint (weight_of (sample, second), ==, 50);
  g_assert_cmpfloat (adw_spin_row_get_value (ADW_SPIN_ROW (row)), ==, 50);
  g_assert_true (says (GTK_WIDGET (self->scores), "50.0"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (page);
  sample_book_free (sample);
}

static void
test_view (void)
{
  SampleBook *sample = sample_book_new (TRUE);

  prepare (sample);
  for (guint i = 0; i < 2; i++)
    {
      AdwNavigationPage *page = g_object_ref_sink (assay_performance_page_new (sample->context));
      GtkWidget *window;

      assay_performance_page_show_view (ASSAY_PERFORMANCE_PAGE (page), "scorecard");
      window = show (page, i == 0 ? 1100 : 360);
      sample_spin (400);
      g_assert_true (says (GTK_WIDGET (page), "Sao Mai Bags: 50.0 points"));
      g_assert_true (says (GTK_WIDGET (page), "10 points assessed"));
      gtk_window_destroy (GTK_WINDOW (window));
      g_assert_finalize_object (page);
    }
  sample_book_free (sample);
}

static void
test_warning (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  GtkWidget *window = adw_window_new ();
  AssayGradeWarning *warning;

  prepare (sample);
  warning = g_object_ref_sink (assay_grade_warning_new (sample->context));
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (warning));
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 400);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_null (assay_grade_warning_get_words (warning));
  assay_grade_warning_set_supplier (warning, sample->ids[ASSAY_TYPE_SUPPLIER]);
  sample_spin (500);
  g_assert_cmpstr (assay_grade_warning_get_words (warning), ==,
                   "Sao Mai Bags is graded B, with 50.0 points: Cost 90.0 · Communication 10.0.");
  /* Nobody chosen: nothing to say. */
  assay_grade_warning_set_supplier (warning, 0);
  g_assert_null (assay_grade_warning_get_words (warning));
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (200);
  g_assert_finalize_object (warning);
  sample_book_free (sample);
}

static GtkWidget *
find_warning (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (ASSAY_IS_GRADE_WARNING (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_warning (child);
  return found;
}

static void
test_order_form (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  g_autoptr (AssayRecord) order = assay_record_new (ASSAY_TYPE_ORDER);
  GtkWidget *window = adw_window_new ();
  AdwDialog *dialog;
  GtkWidget *warning;

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 700);
  prepare (sample);
  assay_record_set_reference (order, ASSAY_ORDER_SUPPLIER, sample->ids[ASSAY_TYPE_SUPPLIER]);
  gtk_window_present (GTK_WINDOW (window));
  dialog = assay_form_dialog_new (sample->context, order);
  adw_dialog_present (dialog, window);
  sample_spin (500);
  warning = find_warning (GTK_WIDGET (dialog));
  g_assert_nonnull (warning);
  g_assert_cmpstr (assay_grade_warning_get_words (ASSAY_GRADE_WARNING (warning)), ==,
                   "Sao Mai Bags is graded B, with 50.0 points: Cost 90.0 · Communication 10.0.");
  /* Nobody chosen: nothing to say. */
  assay_grade_warning_set_supplier (ASSAY_GRADE_WARNING (warning), 0);
  g_assert_null (assay_grade_warning_get_words (ASSAY_GRADE_WARNING (warning)));
  adw_dialog_force_close (dialog);
  sample_spin (500);
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (200);
  sample_book_free (sample);
}

static void
test_supplier (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  AdwNavigationPage *page;
  GtkWidget *window;

  prepare (sample);
  page = g_object_ref_sink (
      assay_supplier_page_new (sample->context, sample->ids[ASSAY_TYPE_SUPPLIER]));
  window = show (page, 1100);
  sample_spin (400);
  g_assert_true (says (GTK_WIDGET (page), "50.0 points, rank 1 of 1"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (page);
  sample_book_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  assay_ui_init ();
  g_test_add_func ("/scorecards/weights", test_weights);
  g_test_add_func ("/scorecards/view", test_view);
  g_test_add_func ("/scorecards/warning", test_warning);
  g_test_add_func ("/scorecards/order-form", test_order_form);
  g_test_add_func ("/scorecards/supplier", test_supplier);
  return g_test_run ();
}
