/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a sample: results typed in by keyboard, what cannot be read, the steps of its way,
 * tests taken from the product, in wide and narrow windows. */

#include "assay-config.h"

#include "sample-book.h"

#include "ui/samples/sample-page-private.h"
#include "ui/samples/sample-page.h"
#include "ui/samples/sample-steps.h"

static gboolean
save_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  return assay_records_insert (db, data, error);
}

static gint64
save (SampleBook *sample, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_book_change (sample->book, "Save", save_func, record, NULL, NULL, &error);
  g_assert_no_error (error);
  return assay_record_get_id (record);
}

static gint64
add_sample (SampleBook *sample)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SAMPLE);

  assay_record_set_text (record, ASSAY_SAMPLE_NUMBER, "S-701");
  assay_record_set_reference (record, ASSAY_SAMPLE_PRODUCT, sample->ids[ASSAY_TYPE_PRODUCT]);
  assay_record_set_reference (record, ASSAY_SAMPLE_SUPPLIER, sample->ids[ASSAY_TYPE_SUPPLIER]);
  assay_record_set_date (record, ASSAY_SAMPLE_RECEIVED_ON, SAMPLE_TODAY);
  return save (sample, record);
}

static gint64
add_test (SampleBook *sample, gint64 of, const char *property, const char *scale, gint64 lower)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SAMPLE_TEST);

  assay_record_set_reference (record, ASSAY_SAMPLE_TEST_SAMPLE, of);
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_PROPERTY, property);
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_PLACE, "in_house");
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_SCALE, scale);
  assay_record_set_integer (record, ASSAY_SAMPLE_TEST_LOWER, lower);
  return save (sample, record);
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
  sample_spin (500);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, width);
  return window;
}

static AssayRecord *
get (SampleBook *sample, AssayType type, gint64 id)
{
  g_autoptr (GError) error = NULL;
  AssayRecord *record = assay_records_get (assay_book_get_reader (sample->book), type, id, &error);

  g_assert_no_error (error);
  return record;
}

/* Turns the main loop until the book says so. */
static void
wait_for (SampleBook *sample, AssayType type, gint64 id, guint field, const char *text)
{
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  for (;;)
    {
      g_autoptr (AssayRecord) record = get (sample, type, id);

      if (g_strcmp0 (assay_record_get_text (record, field), text) == 0)
        break;
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      sample_spin (50);
    }
  sample_spin (300);
}

static void
type_results (AssayResultList *list, guint index, const char *text)
{
  GtkWidget *entry = assay_result_list_get_entry (list, index);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  sample_spin (100);
}

static void
test_typing (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  gint64 id, first, second;
  AdwNavigationPage *page;
  AssaySamplePage *self;
  GtkWidget *window;
  g_autoptr (AssayRecord) test = NULL, record = NULL;

  id = add_sample (sample);
  first = add_test (sample, id, "Tear strength", "number", 25000);
  second = add_test (sample, id, "Rubbing", "grey_staining", 4000);
  page = g_object_ref_sink (assay_sample_page_new (sample->context, id));
  self = (AssaySamplePage *)page;
  window = show (page, 360);
  g_assert_cmpuint (assay_result_list_get_n_tests (self->tests), ==, 2);

  /* What cannot be read stays, and says why. */
  type_results (self->tests, 0, "27; 2x");
  g_assert_nonnull (strstr (assay_result_list_get_message (self->tests, 0), "2x"));
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (assay_result_list_get_entry (self->tests, 0))), ==,
      "27; 2x");
  test = get (sample, ASSAY_TYPE_SAMPLE_TEST, first);
  g_assert_false (assay_record_is_known (test, ASSAY_SAMPLE_TEST_READINGS));
  g_clear_object (&test);

  type_results (self->tests, 0, "27; 26");
  wait_for (sample, ASSAY_TYPE_SAMPLE_TEST, first, ASSAY_SAMPLE_TEST_RESULT, "pass");
  test = get (sample, ASSAY_TYPE_SAMPLE_TEST, first);
  g_assert_cmpstr (assay_record_get_text (test, ASSAY_SAMPLE_TEST_READINGS), ==, "27; 26");
  g_assert_cmpstr (assay_record_get_text (test, ASSAY_SAMPLE_TEST_RESULT), ==, "pass");
  g_assert_cmpint (assay_record_get_date (test, ASSAY_SAMPLE_TEST_TESTED_ON), ==, SAMPLE_TODAY);
  g_clear_object (&test);

  /* A grade that is none, and one half-way. */
  type_results (self->tests, 1, "4.3");
  g_assert_nonnull (strstr (assay_result_list_get_message (self->tests, 1), "4.3"));
  type_results (self->tests, 1, "3-4");
  wait_for (sample, ASSAY_TYPE_SAMPLE_TEST, second, ASSAY_SAMPLE_TEST_RESULT, "fail");
  test = get (sample, ASSAY_TYPE_SAMPLE_TEST, second);
  g_assert_cmpstr (assay_record_get_text (test, ASSAY_SAMPLE_TEST_READINGS), ==, "3-4");
  g_assert_cmpstr (assay_record_get_text (test, ASSAY_SAMPLE_TEST_RESULT), ==, "fail");
  record = get (sample, ASSAY_TYPE_SAMPLE, id);
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_SAMPLE_RESULT), ==, "fail");
  g_assert_nonnull (strstr (self->failed, "Rubbing"));

  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (200);
  g_assert_finalize_object (page);
  sample_book_free (sample);
}

static void
test_steps (void)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SAMPLE);
  static const struct
  {
    const char *state;
    gboolean possible[ASSAY_SAMPLE_N_STEPS];
  } rows[] = {
    { "requested", { 1, 1, 0, 0, 0, 0 } },
    { "on_its_way", { 0, 1, 0, 0, 0, 0 } },
    { "received", { 0, 0, 1, 1, 1, 0 } },
    { "decided", { 0, 0, 0, 0, 0, 1 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (AssaySampleStep step = 0; step < ASSAY_SAMPLE_N_STEPS; step++)
      {
        assay_record_set_text (record, ASSAY_SAMPLE_STATE, rows[i].state);
        g_assert_cmpint (assay_sample_step_is_possible (record, step), ==, rows[i].possible[step]);
      }
  assay_sample_step_apply (record, ASSAY_SAMPLE_REJECT, 20600, "Nora", "Move the zip.");
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_SAMPLE_VERDICT), ==, "rejected");
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_SAMPLE_COMMENTS), ==, "Move the zip.");
  g_assert_cmpint (assay_record_get_date (record, ASSAY_SAMPLE_DECIDED_ON), ==, 20600);
  assay_sample_step_apply (record, ASSAY_SAMPLE_REOPEN, 20601, NULL, NULL);
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_SAMPLE_VERDICT), ==, "pending");
  g_assert_false (assay_record_is_known (record, ASSAY_SAMPLE_DECIDED_BY));
  /* What was said stays. */
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_SAMPLE_COMMENTS), ==, "Move the zip.");
}

static void
test_take (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  gint64 id;
  AdwNavigationPage *page;
  AssaySamplePage *self;
  GtkWidget *window;
  g_autoptr (AssayRecord) requirement = assay_record_new (ASSAY_TYPE_REQUIREMENT);

  assay_record_set_reference (requirement, ASSAY_REQUIREMENT_PRODUCT,
                              sample->ids[ASSAY_TYPE_PRODUCT]);
  assay_record_set_text (requirement, ASSAY_REQUIREMENT_PROPERTY, "Abrasion");
  assay_record_set_integer (requirement, ASSAY_REQUIREMENT_LOWER, 15000000);
  save (sample, requirement);
  id = add_sample (sample);
  page = g_object_ref_sink (assay_sample_page_new (sample->context, id));
  self = (AssaySamplePage *)page;
  window = show (page, 1000);
  g_assert_cmpuint (assay_result_list_get_n_tests (self->tests), ==, 0);
  g_assert_true (gtk_widget_get_visible (self->take));
  g_signal_emit_by_name (self->take, "clicked");
  wait_for (sample, ASSAY_TYPE_SAMPLE, id, ASSAY_SAMPLE_RESULT, "pending");
  sample_spin (500);
  g_assert_cmpuint (assay_result_list_get_n_tests (self->tests), ==, 1);
  g_assert_false (gtk_widget_get_visible (self->take));
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (200);
  g_assert_finalize_object (page);
  sample_book_free (sample);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/samples/typing", test_typing);
  g_test_add_func ("/samples/steps", test_steps);
  g_test_add_func ("/samples/take", test_take);
  return g_test_run ();
}
