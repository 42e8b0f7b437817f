/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checklists and the checks of an inspection: proposed, answered, judged, saved and put back;
 * quantities; the page of a checklist. */

#include "assay-config.h"

#include "sample-book.h"

#include "ui/checklists/checklist-page-private.h"
#include "ui/checklists/checklist-page.h"
#include "ui/inspections/check-dialog.h"
#include "ui/inspections/inspection-page-private.h"
#include "ui/inspections/quantity-words.h"

typedef struct
{
  SampleBook *sample;
  GtkWidget *window;
  AssayInspectionPage *page;
  gint64 second; /* another checklist */
  int width;
} Fixture;

static void
add_item (AssayDb *db,
          gint64 checklist,
          gint64 position,
          const char *section,
          const char *name,
          const char *kind,
          const char *lower,
          const char *upper)
{
  g_autoptr (AssayRecord) item = assay_record_new (ASSAY_TYPE_CHECKLIST_ITEM);
  g_autoptr (GError) error = NULL;

  assay_record_set_reference (item, ASSAY_CHECKLIST_ITEM_CHECKLIST, checklist);
  assay_record_set_integer (item, ASSAY_CHECKLIST_ITEM_POSITION, position);
  assay_record_set_text (item, ASSAY_CHECKLIST_ITEM_SECTION, section);
  assay_record_set_text (item, ASSAY_CHECKLIST_ITEM_NAME, name);
  assay_record_set_text (item, ASSAY_CHECKLIST_ITEM_KIND, kind);
  if (lower != NULL)
    assay_record_set_integer (item, ASSAY_CHECKLIST_ITEM_LOWER, atoi (lower) * 1000);
  if (upper != NULL)
    assay_record_set_integer (item, ASSAY_CHECKLIST_ITEM_UPPER, atoi (upper) * 1000);
  if (g_str_equal (kind, "measured"))
    assay_record_set_integer (item, ASSAY_CHECKLIST_ITEM_SAMPLE_SIZE, 2);
  assay_records_insert (db, item, &error);
  g_assert_no_error (error);
}

static gboolean
fill_more (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Fixture *fixture = data;
  gint64 list = fixture->sample->ids[ASSAY_TYPE_CHECKLIST];
  g_autoptr (AssayRecord) product = NULL;
  g_autoptr (AssayRecord) other = assay_record_new (ASSAY_TYPE_CHECKLIST);

  add_item (db, list, 1, "Order", "Approved sample is there", "yes_no", NULL, NULL);
  add_item (db, list, 2, "Tests", "Height", "measured", "340", "360");
  add_item (db, list, 3, "Tests", "Drop test", "drop", NULL, NULL);
  add_item (db, list, 4, "Packing", "Cartons without number", "count", NULL, "0");
  assay_record_set_text (other, ASSAY_CHECKLIST_NAME, "Loading");
  if (!assay_records_insert (db, other, error))
    return FALSE;
  fixture->second = assay_record_get_id (other);
  add_item (db, fixture->second, 1, NULL, "Seal number", "text", NULL, NULL);
  product
      = assay_records_get (db, ASSAY_TYPE_PRODUCT, fixture->sample->ids[ASSAY_TYPE_PRODUCT], error);
  assay_record_set_reference (product, ASSAY_PRODUCT_CHECKLIST, list);
  assay_record_set_integer (product, ASSAY_PRODUCT_CARTON_MASS, 12400);
  return assay_records_update (db, product, error);
}

static void
wait_for_page (AssayInspectionPage *page)
{
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  do
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, FALSE);
    }
  while (page->saving || page->reading);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->sample = sample_book_new (TRUE);
  fixture->width = GPOINTER_TO_INT (data);
  assay_book_change (fixture->sample->book, "Fill", fill_more, fixture, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
show (Fixture *fixture, AdwNavigationPage *page)
{
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());

  fixture->window = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (fixture->window), "Assay");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), fixture->width, 640);
  adw_navigation_view_push (view, adw_navigation_page_new (gtk_label_new (""), "Rows"));
  adw_navigation_view_push (view, page);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (view));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
open_new (Fixture *fixture)
{
  AdwNavigationPage *page
      = assay_inspection_page_new_for_line (fixture->sample->context, fixture->sample->open_line);

  fixture->page = ASSAY_INSPECTION_PAGE (page);
  show (fixture, page);
  wait_for_page (fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->page != NULL)
    {
      g_object_ref (fixture->page);
      fixture->page->leaving = TRUE;
      gtk_window_destroy (GTK_WINDOW (fixture->window));
      sample_spin (50);
      g_assert_finalize_object (fixture->page);
    }
  else if (fixture->window != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (fixture->window));
      sample_spin (50);
    }
  sample_book_free (fixture->sample);
}

static guint
count_checks (Fixture *fixture)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (assay_inspection_draft_get_checks (fixture->page->draft)));
}

static AssayCheckpointRow *
row_at (Fixture *fixture, guint index)
{
  AssayCheckpointRow *row = assay_checkpoint_list_get_row (fixture->page->checks, index);

  g_assert_nonnull (row);
  return row;
}

static AssayRecord *
check_at (Fixture *fixture, guint index)
{
  return assay_draft_checkpoint_get_record (
      assay_checkpoint_row_get_check (row_at (fixture, index)));
}

static GtkWidget *
control_at (Fixture *fixture, guint index)
{
  return assay_check_answer_get_control (assay_checkpoint_row_get_answer (row_at (fixture, index)));
}

static void
type_at (Fixture *fixture, guint index, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (control_at (fixture, index)), text);
}

static AssayInspectionResult
judged (Fixture *fixture)
{
  return assay_inspection_draft_judge (fixture->page->draft, NULL);
}

/* The product's checklist stands there, and has not been edited by anybody. */
static void
test_proposed (Fixture *fixture, gconstpointer data)
{
  AssayRecord *record;
  AssayDropProcedure procedure;

  open_new (fixture);
  record = assay_inspection_draft_get_record (fixture->page->draft);
  g_assert_cmpuint (count_checks (fixture), ==, 4);
  g_assert_false (assay_inspection_page_is_dirty (fixture->page));
  g_assert_cmpint (assay_record_get_reference (record, ASSAY_INSPECTION_CHECKLIST), ==,
                   fixture->sample->ids[ASSAY_TYPE_CHECKLIST]);
  g_assert_cmpint (assay_record_get_integer (record, ASSAY_INSPECTION_ORDERED, 0), ==, 500);
  g_assert_cmpstr (assay_record_get_text (check_at (fixture, 1), ASSAY_CHECKPOINT_NAME), ==,
                   "Height");
  /* From what the product's cartons weigh. */
  g_assert_cmpint (assay_check_drop_height (check_at (fixture, 2), &procedure), ==, 610);
}

static void
answer_all (Fixture *fixture)
{
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (control_at (fixture, 0)), "yes");
  type_at (fixture, 1, "340,5; 351");
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (control_at (fixture, 2)), "intact");
  type_at (fixture, 3, "0");
}

static void
save (Fixture *fixture)
{
  g_assert_null (assay_inspection_page_get_reason (fixture->page));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.save", NULL);
  g_assert_true (fixture->page->saving);
  wait_for_page (fixture->page);
}

/* Answers are in the book after Save, in order, and one undo takes all of it back. */
static void
test_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) checkpoints = NULL;
  g_autoptr (GError) error = NULL;
  AssayDb *db;

  open_new (fixture);
  answer_all (fixture);
  g_assert_true (assay_inspection_page_is_dirty (fixture->page));
  save (fixture);
  g_assert_false (assay_inspection_page_is_dirty (fixture->page));
  db = assay_book_get_reader (fixture->sample->book);
  checkpoints = assay_checkpoints_read (db, fixture->page->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (checkpoints->len, ==, 4);
  for (guint i = 0; i < checkpoints->len; i++)
    {
      g_assert_cmpint (
          assay_record_get_integer (checkpoints->pdata[i], ASSAY_CHECKPOINT_POSITION, 0), ==,
          i + 1);
      g_assert_cmpstr (assay_record_get_text (checkpoints->pdata[i], ASSAY_CHECKPOINT_RESULT), ==,
                       "pass");
    }
  g_assert_cmpstr (assay_record_get_text (checkpoints->pdata[1], ASSAY_CHECKPOINT_READINGS), ==,
                   "340.5; 351");
  assay_book_undo (fixture->sample->book, &error);
  g_assert_no_error (error);
  g_clear_pointer (&checkpoints, g_ptr_array_unref);
  checkpoints = assay_checkpoints_read (db, fixture->page->id, &error);
  g_assert_cmpuint (checkpoints->len, ==, 0);
}

/* A failed check fails the inspection before a unit was looked at, and says why. */
static void
test_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *words = NULL;
  AssayReadingsStrip *strip;

  open_new (fixture);
  g_assert_cmpint (judged (fixture), ==, ASSAY_RESULT_PENDING);
  answer_all (fixture);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (control_at (fixture, 2)), "damaged");
  g_assert_cmpint (judged (fixture), ==, ASSAY_RESULT_FAIL);
  words = assay_verdict_card_dup_sentence (ASSAY_VERDICT_CARD (fixture->page->verdict));
  g_assert_nonnull (strstr (words, "Drop test failed: 1 of 1 carton."));
  /* Damage to the carton alone is for the buyer. */
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (control_at (fixture, 2)), "carton");
  g_assert_cmpint (judged (fixture), ==, ASSAY_RESULT_PENDING);

  type_at (fixture, 1, "339; 361");
  strip = assay_checkpoint_row_get_readings (row_at (fixture, 1));
  g_assert_cmpstr (assay_readings_strip_get_summary (strip), ==,
                   "n 2 of 2 · min 339 · mean 350 · max 361 · 2 outside");
  g_assert_cmpint (judged (fixture), ==, ASSAY_RESULT_FAIL);
}

static void
test_bad_input (Fixture *fixture, gconstpointer data)
{
  open_new (fixture);
  type_at (fixture, 1, "350; 35x");
  g_assert_nonnull (strstr (assay_inspection_page_get_reason (fixture->page), "35x"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.save", NULL);
  g_assert_false (fixture->page->saving);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (control_at (fixture, 1))), ==, "350; 35x");
  type_at (fixture, 1, "350; 351");
  g_assert_null (assay_inspection_page_get_reason (fixture->page));
  type_at (fixture, 3, "none");
  g_assert_nonnull (assay_inspection_page_get_reason (fixture->page));
  type_at (fixture, 3, "");
  g_assert_null (assay_inspection_page_get_reason (fixture->page));
}

static void
test_does_not_apply (Fixture *fixture, gconstpointer data)
{
  open_new (fixture);
  type_at (fixture, 1, "300; 300");
  g_assert_cmpint (judged (fixture), ==, ASSAY_RESULT_FAIL);
  gtk_widget_activate_action (GTK_WIDGET (row_at (fixture, 1)), "check.not-applicable", NULL);
  g_assert_cmpint (judged (fixture), ==, ASSAY_RESULT_PENDING);
  g_assert_cmpstr (assay_record_get_text (check_at (fixture, 1), ASSAY_CHECKPOINT_RESULT), ==,
                   "not_applicable");
  g_assert_false (assay_record_is_known (check_at (fixture, 1), ASSAY_CHECKPOINT_READINGS));
  gtk_widget_activate_action (GTK_WIDGET (row_at (fixture, 1)), "check.not-applicable", NULL);
  g_assert_false (assay_record_is_known (check_at (fixture, 1), ASSAY_CHECKPOINT_RESULT));
  g_assert_true (
      assay_check_answer_say (assay_checkpoint_row_get_answer (row_at (fixture, 0)), FALSE));
  g_assert_cmpstr (assay_record_get_text (check_at (fixture, 0), ASSAY_CHECKPOINT_ANSWER), ==,
                   "no");
  gtk_widget_activate_action (GTK_WIDGET (row_at (fixture, 0)), "check.clear", NULL);
  g_assert_false (assay_record_is_known (check_at (fixture, 0), ASSAY_CHECKPOINT_RESULT));
  g_assert_null (adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (control_at (fixture, 0))));
}

static void
test_put_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  open_new (fixture);
  page = GTK_WIDGET (fixture->page);
  answer_all (fixture);
  gtk_widget_activate_action (GTK_WIDGET (row_at (fixture, 1)), "check.remove", NULL);
  g_assert_cmpuint (count_checks (fixture), ==, 3);
  gtk_widget_activate_action (page, "inspection.restore", NULL);
  g_assert_cmpuint (count_checks (fixture), ==, 4);
  g_assert_cmpstr (assay_record_get_text (check_at (fixture, 1), ASSAY_CHECKPOINT_READINGS), ==,
                   "340.5; 351");

  assay_checkpoint_list_take (fixture->page->checks, fixture->second, ASSAY_TAKE_ADD);
  g_assert_cmpuint (count_checks (fixture), ==, 5);
  gtk_widget_activate_action (page, "inspection.restore", NULL);
  g_assert_cmpuint (count_checks (fixture), ==, 4);
  assay_checkpoint_list_take (fixture->page->checks, fixture->second, ASSAY_TAKE_REPLACE);
  g_assert_cmpuint (count_checks (fixture), ==, 1);
  g_assert_cmpint (
      assay_record_get_reference (assay_inspection_draft_get_record (fixture->page->draft),
                                  ASSAY_INSPECTION_CHECKLIST),
      ==, fixture->second);
  gtk_widget_activate_action (page, "inspection.restore", NULL);
  g_assert_cmpuint (count_checks (fixture), ==, 4);
  g_assert_cmpstr (assay_record_get_text (check_at (fixture, 1), ASSAY_CHECKPOINT_READINGS), ==,
                   "340.5; 351");
  /* What was removed for good is not in the book either. */
  save (fixture);
  gtk_widget_activate_action (GTK_WIDGET (row_at (fixture, 0)), "check.remove", NULL);
  g_assert_true (assay_inspection_page_is_dirty (fixture->page));
  save (fixture);
  g_assert_cmpuint (count_checks (fixture), ==, 3);
  g_assert_cmpstr (assay_record_get_text (check_at (fixture, 0), ASSAY_CHECKPOINT_NAME), ==,
                   "Height");
}

static void
test_record_defect (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("photo", 5);
  g_autoptr (AssayIncoming) incoming = assay_incoming_new ("photo.jpg", bytes, NULL, NULL);
  g_autoptr (AssayDraftFile) file = assay_draft_file_new_added (incoming, NULL);
  AssayDraftDefect *defect;

  open_new (fixture);
  type_at (fixture, 1, "339; 361");
  g_list_store_append (
      assay_draft_checkpoint_get_files (assay_checkpoint_row_get_check (row_at (fixture, 1))),
      file);
  gtk_widget_activate_action (GTK_WIDGET (row_at (fixture, 1)), "check.defect", NULL);
  defect = assay_defect_row_get_defect (assay_defect_list_get_row (fixture->page->defects, 0));
  g_assert_cmpstr (
      assay_record_get_text (assay_draft_defect_get_record (defect), ASSAY_DEFECT_DESCRIPTION), ==,
      "Height");
  g_assert_cmpint (
      assay_record_get_integer (assay_draft_defect_get_record (defect), ASSAY_DEFECT_COUNT, 0), ==,
      2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (assay_draft_defect_get_files (defect))),
                    ==, 1);
}

/* A form of a check asks for what belongs to its kind. */
static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_CHECKPOINT);
  AdwDialog *dialog;
  AssayForm *form;

  assay_record_set_text (record, ASSAY_CHECKPOINT_KIND, "measured");
  dialog = g_object_ref_sink (assay_check_dialog_new (fixture->sample->context, record, TRUE));
  form = assay_check_dialog_get_form (ASSAY_CHECK_DIALOG (dialog));
  g_assert_true (
      gtk_widget_get_visible (GTK_WIDGET (assay_form_get_row (form, ASSAY_CHECKPOINT_LOWER))));
  g_assert_false (
      gtk_widget_get_visible (GTK_WIDGET (assay_form_get_row (form, ASSAY_CHECKPOINT_OPTIONS))));
  g_assert_false (
      gtk_widget_get_visible (GTK_WIDGET (assay_form_get_row (form, ASSAY_CHECKPOINT_ANSWER))));
  g_assert_nonnull (assay_form_get_reason (form)); /* it needs a name */
  g_assert_finalize_object (dialog);
}

static void
test_quantities (void)
{
  static const struct
  {
    const char *kind;
    int lot, packed, cartons;
    const char *words;
  } rows[] = {
    { "final_random", 500, 399, 0,
      "Only 79.8 % packed: a final random inspection wants 80 % packed at least." },
    { "final_random", 500, 400, 0, "80 % packed." },
    { "in_line", 500, 100, 0, "20 % packed." },
    { "final_random", 500, -1, 50, "Open 8 cartons at least (√ of all, rounded up)" },
    { "final_random", 500, 500, 1, "100 % packed. Open 1 carton at least (√ of all, rounded up)" },
    { "final_random", 0, 500, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_INSPECTION);
      g_autofree char *words = NULL;

      assay_record_set_text (record, ASSAY_INSPECTION_KIND, rows[i].kind);
      if (rows[i].lot > 0)
        assay_record_set_integer (record, ASSAY_INSPECTION_LOT_SIZE, rows[i].lot);
      if (rows[i].packed >= 0)
        assay_record_set_integer (record, ASSAY_INSPECTION_PACKED, rows[i].packed);
      if (rows[i].cartons > 0)
        assay_record_set_integer (record, ASSAY_INSPECTION_CARTONS, rows[i].cartons);
      words = assay_quantity_words (record);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

/* The page of a checklist */

static void
wait_for_items (AssayChecklistPage *page, guint n)
{
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (assay_part_list_get_n_parts (page->items) != n)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
wait_for_order (Fixture *fixture, const char *expected)
{
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  g_autofree char *order = NULL;

  while (g_strcmp0 (order, expected) != 0)
    {
      g_autoptr (GPtrArray) items
          = assay_checklist_read_items (assay_book_get_reader (fixture->sample->book),
                                        fixture->sample->ids[ASSAY_TYPE_CHECKLIST], NULL);
      g_autoptr (GString) words = g_string_new (NULL);

      g_assert_cmpint (g_get_monotonic_time (), <, until);
      for (guint i = 0; i < items->len; i++)
        g_string_append_printf (words, "%.4s|",
                                assay_record_get_text (items->pdata[i], ASSAY_CHECKLIST_ITEM_NAME));
      g_set_str (&order, words->str);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
shown_cb (gint64 *shown, int type, gint64 id)
{
  g_assert_cmpint (type, ==, ASSAY_TYPE_CHECKLIST);
  *shown = id;
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  AdwNavigationPage *page = assay_checklist_page_new (fixture->sample->context,
                                                      fixture->sample->ids[ASSAY_TYPE_CHECKLIST]);
  AssayChecklistPage *self = ASSAY_CHECKLIST_PAGE (page);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (AssayRecord) copy = NULL;
  g_autoptr (GError) error = NULL;
  gint64 shown = 0;

  show (fixture, page);
  wait_for_items (self, 4);
  assay_part_list_move (self->items, 0, 2);
  wait_for_order (fixture, "Heig|Drop|Appr|Cart|");
  /* Between two sections it takes the one before it. */
  g_assert_cmpstr (assay_record_get_text (assay_part_list_get_part (self->items, 2),
                                          ASSAY_CHECKLIST_ITEM_SECTION),
                   ==, "Tests");
  assay_book_undo (fixture->sample->book, &error);
  g_assert_no_error (error);
  wait_for_order (fixture, "Appr|Heig|Drop|Cart|");

  g_signal_connect_swapped (fixture->sample->context, "show-record", G_CALLBACK (shown_cb), &shown);
  gtk_widget_activate_action (GTK_WIDGET (page), "checklist.duplicate", NULL);
  while (shown == 0)
    g_main_context_iteration (NULL, TRUE);
  copy = assay_records_get (assay_book_get_reader (fixture->sample->book), ASSAY_TYPE_CHECKLIST,
                            shown, &error);
  g_assert_cmpstr (assay_record_get_text (copy, ASSAY_CHECKLIST_NAME), ==, "Backpack (copy)");
  items = assay_checklist_read_items (assay_book_get_reader (fixture->sample->book), shown, &error);
  g_assert_cmpuint (items->len, ==, 4);
  sample_spin (20);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/checks/proposed", test_proposed },
    { "/checks/saved", test_saved },
    { "/checks/fails", test_fails },
    { "/checks/bad-input", test_bad_input },
    { "/checks/does-not-apply", test_does_not_apply },
    { "/checks/put-back", test_put_back },
    { "/checks/record-defect", test_record_defect },
    { "/checks/dialog", test_dialog },
    { "/checks/page", test_page },
  };

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_test_message ("there is no display");
      return 77;
    }
  adw_init ();
  /* GNOME's usual buttons. */
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, GINT_TO_POINTER (360), set_up, tests[i].test, tear_down);
  /* Beside the facts, where another box measures the rows. */
  g_test_add ("/checks/wide", Fixture, GINT_TO_POINTER (1200), set_up, test_fails, tear_down);
  g_test_add_func ("/checks/quantities", test_quantities);
  return g_test_run ();
}
