/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan of a new inspection in its page: profile and severity proposed, overruled with a reason;
 * the first and second sample of a double plan. */

#include "assay-config.h"

#include "sample-book.h"

#include "store/book-settings.h"
#include "ui/form/entry-row.h"
#include "ui/inspections/inspection-page-private.h"

typedef struct
{
  SampleBook *sample;
  GtkWidget *window;
  AssayInspectionPage *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->sample = sample_book_new (TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->page);
  fixture->page->leaving = TRUE;
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  sample_spin (50);
  g_assert_finalize_object (fixture->page);
  sample_book_free (fixture->sample);
}

static void
open_page (Fixture *fixture, AdwNavigationPage *page)
{
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());

  fixture->page = ASSAY_INSPECTION_PAGE (page);
  fixture->window = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (fixture->window), "Assay");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  adw_navigation_view_push (view, page);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  do
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, FALSE);
    }
  while (fixture->page->saving || fixture->page->reading);
}

static AssayRecord *
record_of (Fixture *fixture)
{
  return assay_inspection_draft_get_record (fixture->page->draft);
}

static void
type_in (Fixture *fixture, guint field, const char *text)
{
  assay_entry_row_set_text (
      ASSAY_ENTRY_ROW (assay_inspection_form_get_row (fixture->page->form, field)), text);
}

static const char *
problem (Fixture *fixture, guint field)
{
  return assay_inspection_form_get_problem (fixture->page->form, field);
}

static gboolean
is_shown (Fixture *fixture, guint field)
{
  return gtk_widget_get_visible (
      GTK_WIDGET (assay_inspection_form_get_row (fixture->page->form, field)));
}

/* Two lots of the sample's product, both with too many major defects. */
static gboolean
add_lots (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  SampleBook *sample = data;
  g_autoptr (AssayRecord) line
      = assay_records_get (db, ASSAY_TYPE_ORDER_LINE, sample->open_line, error);
  g_autoptr (AssayRecord) profile = assay_record_new (ASSAY_TYPE_PLAN_PROFILE);
  g_autofree char *id = NULL;

  g_assert_nonnull (line);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (AssayRecord) lot = assay_record_new (ASSAY_TYPE_INSPECTION);
      AssayInspectionPlan plan;

      assay_record_set_reference (lot, ASSAY_INSPECTION_SUPPLIER,
                                  assay_record_get_reference (line, ASSAY_ORDER_LINE_SUPPLIER));
      assay_record_set_reference (lot, ASSAY_INSPECTION_PRODUCT,
                                  assay_record_get_reference (line, ASSAY_ORDER_LINE_PRODUCT));
      assay_record_set_date (lot, ASSAY_INSPECTION_INSPECTED_ON, 20700 + i);
      assay_record_set_text (lot, ASSAY_INSPECTION_NUMBER, i == 0 ? "SW-1" : "SW-2");
      assay_record_set_integer (lot, ASSAY_INSPECTION_LOT_SIZE, 1000);
      g_assert_true (assay_inspection_plan_compute (lot, &plan, error));
      assay_inspection_plan_write (&plan, lot);
      assay_record_set_integer (lot, ASSAY_INSPECTION_INSPECTED, 80);
      assay_record_set_integer (lot, ASSAY_INSPECTION_DEFECTIVE_CRITICAL, 0);
      assay_record_set_integer (lot, ASSAY_INSPECTION_DEFECTIVE_MAJOR, 6);
      assay_record_set_integer (lot, ASSAY_INSPECTION_DEFECTIVE_MINOR, 0);
      assay_record_set_text (lot, ASSAY_INSPECTION_RESULT, "fail");
      if (!assay_records_insert (db, lot, error))
        return FALSE;
    }
  assay_record_set_text (profile, ASSAY_PLAN_PROFILE_NAME, "Book’s own");
  assay_record_set_integer (profile, ASSAY_PLAN_PROFILE_AQL_MINOR, 6500);
  if (!assay_records_insert (db, profile, error))
    return FALSE;
  id = g_strdup_printf ("%" G_GINT64_FORMAT, assay_record_get_id (profile));
  return assay_book_settings_set (db, ASSAY_SETTING_PLAN_PROFILE, id, error);
}

static void
fill (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  assay_book_change (fixture->sample->book, "Lots", add_lots, fixture->sample, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* The rules ask for tightened inspection of major defects; whoever wants otherwise says why. */
static void
test_overrule (Fixture *fixture, gconstpointer data)
{
  AssayRecord *record;

  fill (fixture);
  open_page (fixture, assay_inspection_page_new_for_line (fixture->sample->context,
                                                          fixture->sample->open_line));
  record = record_of (fixture);
  g_assert_false (assay_inspection_page_is_dirty (fixture->page));
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_INSPECTION_SEVERITY), ==, "normal");
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_INSPECTION_SEVERITY_MAJOR), ==,
                   "tightened");
  g_assert_nonnull (strstr (assay_record_get_text (record, ASSAY_INSPECTION_SEVERITY_REASON),
                            "Major: tightened, because 2 of 5"));
  g_assert_true (is_shown (fixture, ASSAY_INSPECTION_SEVERITY_REASON));
  type_in (fixture, ASSAY_INSPECTION_LOT_SIZE, "1000");
  g_assert_cmpint (
      assay_inspection_draft_get_plan (fixture->page->draft)->classes[ASSAY_CLASS_MAJOR].ac, ==, 3);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->page->switching)));

  assay_record_set_unknown (record, ASSAY_INSPECTION_SEVERITY_MAJOR);
  g_assert_true (assay_record_get_flag (record, ASSAY_INSPECTION_SEVERITY_OVERRULED));
  g_assert_false (assay_record_is_known (record, ASSAY_INSPECTION_SEVERITY_REASON));
  g_assert_true (is_shown (fixture, ASSAY_INSPECTION_SEVERITY_REASON));
  g_assert_nonnull (problem (fixture, ASSAY_INSPECTION_SEVERITY_REASON));
  g_assert_nonnull (assay_inspection_page_get_reason (fixture->page));
  assay_record_set_text (record, ASSAY_INSPECTION_SEVERITY_REASON, "New line, new needles");
  g_assert_null (problem (fixture, ASSAY_INSPECTION_SEVERITY_REASON));
  g_assert_cmpint (
      assay_inspection_draft_get_plan (fixture->page->draft)->classes[ASSAY_CLASS_MAJOR].ac, ==, 5);

  /* Taken back, the rules have the word again. */
  assay_record_set_text (record, ASSAY_INSPECTION_SEVERITY_MAJOR, "tightened");
  g_assert_false (assay_record_get_flag (record, ASSAY_INSPECTION_SEVERITY_OVERRULED));
  g_assert_nonnull (strstr (assay_record_get_text (record, ASSAY_INSPECTION_SEVERITY_REASON),
                            "Major: tightened, because 2 of 5"));
}

/* The profile of the book is taken, and said; another kind has no switching. */
static void
test_profile (Fixture *fixture, gconstpointer data)
{
  AdwPreferencesGroup *group;

  fill (fixture);
  open_page (fixture, assay_inspection_page_new_for_line (fixture->sample->context,
                                                          fixture->sample->open_line));
  g_assert_cmpint (assay_record_get_integer (record_of (fixture), ASSAY_INSPECTION_AQL_MINOR, 0),
                   ==, 6500);
  group = assay_inspection_form_get_group (fixture->page->form, ASSAY_INSPECTION_GROUP_PLAN);
  g_assert_cmpstr (adw_preferences_group_get_description (group), ==,
                   "“Book’s own”, the profile of the book.");
  assay_record_set_text (record_of (fixture), ASSAY_INSPECTION_LEVEL, "III");
  g_assert_cmpstr (adw_preferences_group_get_description (group), ==, "Changed from “Book’s own”.");
}

/* J, 2.5: 50 and 50; 2 5, 6 7. */
static void
test_double (Fixture *fixture, gconstpointer data)
{
  AssayRecord *record;

  open_page (fixture, assay_inspection_page_new_for_line (fixture->sample->context,
                                                          fixture->sample->open_line));
  record = record_of (fixture);
  g_assert_false (is_shown (fixture, ASSAY_INSPECTION_FIRST_INSPECTED));
  type_in (fixture, ASSAY_INSPECTION_LOT_SIZE, "1000");
  assay_record_set_text (record, ASSAY_INSPECTION_SAMPLING, "double");
  g_assert_cmpstr (assay_plan_card_get_words (fixture->page->plan), ==,
                   "Inspect 50 of 1000 units first, 50 more if these decide nothing · code letter "
                   "J");
  g_assert_true (is_shown (fixture, ASSAY_INSPECTION_FIRST_INSPECTED));
  g_assert_false (is_shown (fixture, ASSAY_INSPECTION_FIRST_MAJOR));
  type_in (fixture, ASSAY_INSPECTION_FIRST_INSPECTED, "50");
  type_in (fixture, ASSAY_INSPECTION_INSPECTED, "50");
  assay_inspection_draft_set_count (fixture->page->draft, ASSAY_CLASS_MAJOR, 3);
  g_assert_cmpstr (assay_plan_card_get_words (fixture->page->plan), ==,
                   "The first sample decides nothing: draw the second sample of 50 more units");
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_INSPECTION_RESULT), ==, "pending");
  type_in (fixture, ASSAY_INSPECTION_INSPECTED, "100");
  g_assert_true (is_shown (fixture, ASSAY_INSPECTION_FIRST_MAJOR));
  type_in (fixture, ASSAY_INSPECTION_FIRST_MAJOR, "3");
  assay_inspection_draft_set_count (fixture->page->draft, ASSAY_CLASS_MAJOR, 6);
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_INSPECTION_RESULT), ==, "pass");
  assay_inspection_draft_set_count (fixture->page->draft, ASSAY_CLASS_MAJOR, 7);
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_INSPECTION_RESULT), ==, "fail");
  /* More in the first sample than in both. */
  type_in (fixture, ASSAY_INSPECTION_FIRST_MAJOR, "8");
  g_assert_nonnull (problem (fixture, ASSAY_INSPECTION_FIRST_MAJOR));
  type_in (fixture, ASSAY_INSPECTION_FIRST_MAJOR, "3");
  /* An AQL above 10 counts defects. */
  assay_record_set_integer (record, ASSAY_INSPECTION_AQL_MINOR, 15000);
  g_assert_nonnull (problem (fixture, ASSAY_INSPECTION_AQL_MINOR));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_test_message ("there is no display");
      return 77;
    }
  adw_init ();
  g_test_add ("/plan-group/overrule", Fixture, NULL, set_up, test_overrule, tear_down);
  g_test_add ("/plan-group/profile", Fixture, NULL, set_up, test_profile, tear_down);
  g_test_add ("/plan-group/double", Fixture, NULL, set_up, test_double, tear_down);
  return g_test_run ();
}
