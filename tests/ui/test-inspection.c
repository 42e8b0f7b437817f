/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of an inspection: recorded, saved, read back, judged while typing, refused with words.
 */

#include "assay-config.h"

#include "sample-book.h"

#include "store/attachments.h"
#include "ui/form/choice-row.h"
#include "ui/form/entry-row.h"
#include "ui/inspections/aql-row.h"
#include "ui/inspections/inspection-page-private.h"

typedef struct
{
  SampleBook *sample;
  GtkWidget *window;
  AdwNavigationView *view;
  AssayInspectionPage *page;
} Fixture;

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
open_page (Fixture *fixture, AdwNavigationPage *page)
{
  fixture->page = ASSAY_INSPECTION_PAGE (page);
  fixture->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  fixture->window = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (fixture->window), "Assay");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  adw_navigation_view_push (fixture->view, adw_navigation_page_new (gtk_label_new (""), "Rows"));
  adw_navigation_view_push (fixture->view, page);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_page (fixture->page);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->sample = sample_book_new (TRUE);
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
  sample_book_free (fixture->sample);
}

static AssayRecord *
record_of (Fixture *fixture)
{
  return assay_inspection_draft_get_record (fixture->page->draft);
}

/* As a person does it: the row is changed and says so. */
static void
type_in (Fixture *fixture, guint field, const char *text)
{
  AssayFieldRow *row = assay_inspection_form_get_row (fixture->page->form, field);

  g_assert_true (g_object_class_find_property (G_OBJECT_GET_CLASS (row), "title") != NULL);
  assay_entry_row_set_text (ASSAY_ENTRY_ROW (row), text);
}

static void
save (Fixture *fixture)
{
  g_assert_null (assay_inspection_page_get_reason (fixture->page));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.save", NULL);
  g_assert_true (fixture->page->saving);
  wait_for_page (fixture->page);
}

static AssayRecord *
read_record (Fixture *fixture, AssayType record_type, gint64 id)
{
  g_autoptr (GError) error = NULL;
  AssayRecord *record
      = assay_records_get (assay_book_get_reader (fixture->sample->book), record_type, id, &error);

  g_assert_no_error (error);
  return record;
}

static AssayDefectRow *
add_defect (Fixture *fixture, const char *words, AssayClass defect_class, gint64 count)
{
  AssayDefectRow *row = assay_defect_list_add (fixture->page->defects);
  AssayDraftDefect *defect = assay_defect_row_get_defect (row);

  gtk_editable_set_text (assay_defect_entry_get_editable (assay_defect_row_get_entry (row)), words);
  assay_draft_defect_set_class (defect, defect_class);
  assay_draft_defect_set_count (defect, count);
  return row;
}

/* The rest of the order line is proposed; what is typed is in the book after Save, as one change.
 */
static void
test_record (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssayRecord) record = NULL, line = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  open_page (fixture, assay_inspection_page_new_for_line (fixture->sample->context,
                                                          fixture->sample->open_line));
  g_assert_cmpint (assay_record_get_integer (record_of (fixture), ASSAY_INSPECTION_LOT_SIZE, 0), ==,
                   500);
  g_assert_cmpint (assay_record_get_reference (record_of (fixture), ASSAY_INSPECTION_SUPPLIER), ==,
                   fixture->sample->ids[ASSAY_TYPE_SUPPLIER]);
  g_assert_false (assay_inspection_page_is_dirty (fixture->page));
  type_in (fixture, ASSAY_INSPECTION_NUMBER, "IR-99");
  type_in (fixture, ASSAY_INSPECTION_LOT_SIZE, "1000");
  type_in (fixture, ASSAY_INSPECTION_INSPECTED_ON, "2026-05-20");
  type_in (fixture, ASSAY_INSPECTION_INSPECTED, "80");
  add_defect (fixture, "Thread not trimmed", ASSAY_CLASS_MINOR, 4);
  g_assert_true (assay_inspection_page_is_dirty (fixture->page));
  save (fixture);

  id = assay_inspection_page_get_id (fixture->page);
  g_assert_cmpint (id, !=, 0);
  g_assert_false (assay_inspection_page_is_dirty (fixture->page));
  record = read_record (fixture, ASSAY_TYPE_INSPECTION, id);
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_INSPECTION_NUMBER), ==, "IR-99");
  g_assert_cmpint (assay_record_get_integer (record, ASSAY_INSPECTION_SAMPLE_MAJOR, 0), ==, 80);
  g_assert_cmpint (assay_record_get_integer (record, ASSAY_INSPECTION_AC_MAJOR, 0), ==, 5);
  g_assert_cmpint (assay_record_get_integer (record, ASSAY_INSPECTION_RE_MAJOR, 0), ==, 6);
  g_assert_cmpint (assay_record_get_integer (record, ASSAY_INSPECTION_DEFECTIVE_MINOR, 0), ==, 4);
  g_assert_cmpint (assay_record_get_integer (record, ASSAY_INSPECTION_DEFECTIVE, 0), ==, 4);
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_INSPECTION_RESULT), ==, "pass");
  line = read_record (fixture, ASSAY_TYPE_ORDER_LINE, fixture->sample->open_line);
  g_assert_cmpint (assay_record_get_integer (line, ASSAY_ORDER_LINE_INSPECTED_QUANTITY, 0), ==,
                   1000);

  /* One change: one undo takes it all, and the page says so. */
  g_assert_true (assay_book_undo (fixture->sample->book, &error));
  g_assert_no_error (error);
  sample_spin (300);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->page->stack), ==, "gone");
}

/* Level II, normal, 2.5 and 4.0 on 1,000 units: n 80, 5/6 and 7/8 (MIL-STD-105E, letter J). */
static void
test_live_plan (Fixture *fixture, gconstpointer data)
{
  const AssayInspectionPlan *plan;

  open_page (fixture, assay_inspection_page_new (fixture->sample->context, 0));
  plan = assay_inspection_draft_get_plan (fixture->page->draft);
  g_assert_false (plan->known);
  type_in (fixture, ASSAY_INSPECTION_LOT_SIZE, "1000");
  g_assert_cmpstr (assay_plan_card_get_words (fixture->page->plan), ==,
                   "Inspect 80 of 1000 units · code letter J");
  plan = assay_inspection_draft_get_plan (fixture->page->draft);
  g_assert_cmpint (plan->classes[ASSAY_CLASS_MAJOR].ac, ==, 5);
  g_assert_cmpint (plan->classes[ASSAY_CLASS_MINOR].re, ==, 8);
  type_in (fixture, ASSAY_INSPECTION_LOT_SIZE, "2");
  g_assert_cmpstr (assay_plan_card_get_words (fixture->page->plan), ==,
                   "Inspect all 2 units (100 %)");
  assay_aql_row_select (ASSAY_AQL_ROW (assay_inspection_form_get_row (fixture->page->form,
                                                                      ASSAY_INSPECTION_AQL_MINOR)),
                        -1);
  g_assert_cmpstr (
      assay_class_bar_get_status (assay_plan_card_get_bar (fixture->page->plan, ASSAY_CLASS_MINOR)),
      ==, "Not inspected");
}

/* The fifth major defect is allowed, the sixth is not; the word and the bar turn at once. */
static void
test_verdict (Fixture *fixture, gconstpointer data)
{
  AssayClassBar *bar;
  AssayDraftDefect *defect;

  open_page (fixture, assay_inspection_page_new_for_line (fixture->sample->context,
                                                          fixture->sample->open_line));
  bar = assay_plan_card_get_bar (fixture->page->plan, ASSAY_CLASS_MAJOR);
  type_in (fixture, ASSAY_INSPECTION_LOT_SIZE, "1000");
  g_assert_cmpstr (assay_class_bar_get_status (bar), ==, "5 allowed");
  defect
      = assay_defect_row_get_defect (add_defect (fixture, "Broken stitch", ASSAY_CLASS_MAJOR, 3));
  g_assert_cmpstr (assay_class_bar_get_status (bar), ==, "3 of 5 allowed");
  g_assert_cmpstr (assay_record_get_text (record_of (fixture), ASSAY_INSPECTION_RESULT), ==,
                   "pending");
  type_in (fixture, ASSAY_INSPECTION_INSPECTED, "80");
  g_assert_cmpstr (assay_record_get_text (record_of (fixture), ASSAY_INSPECTION_RESULT), ==,
                   "pass");
  assay_draft_defect_set_count (defect, 5);
  g_assert_cmpint (assay_class_bar_get_judgement (bar), ==, ASSAY_JUDGED_ACCEPTED);
  assay_draft_defect_set_count (defect, 6);
  g_assert_cmpint (assay_class_bar_get_judgement (bar), ==, ASSAY_JUDGED_REJECTED);
  g_assert_cmpstr (assay_class_bar_get_status (bar), ==, "6 found, 5 allowed: the lot fails");
  g_assert_cmpstr (assay_record_get_text (record_of (fixture), ASSAY_INSPECTION_RESULT), ==,
                   "fail");
  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_LIST_ITEM);

  /* The inspector may say otherwise, and both are shown. */
  assay_inspection_draft_set_result (fixture->page->draft, "pending");
  g_assert_false (assay_inspection_draft_result_follows (fixture->page->draft));
  g_assert_cmpstr (assay_record_get_text (record_of (fixture), ASSAY_INSPECTION_RESULT), ==,
                   "pending");
  assay_inspection_draft_set_result (fixture->page->draft, NULL);
  g_assert_cmpstr (assay_record_get_text (record_of (fixture), ASSAY_INSPECTION_RESULT), ==,
                   "fail");

  assay_inspection_draft_remove_defect (fixture->page->draft, defect);
  g_assert_cmpstr (assay_record_get_text (record_of (fixture), ASSAY_INSPECTION_RESULT), ==,
                   "pass");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.restore", NULL);
  g_assert_cmpstr (assay_record_get_text (record_of (fixture), ASSAY_INSPECTION_RESULT), ==,
                   "fail");
}

/* Contradictions are said at the field, block Save and lose nothing. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, assay_inspection_page_new_for_line (fixture->sample->context,
                                                          fixture->sample->open_line));
  type_in (fixture, ASSAY_INSPECTION_INSPECTED, "600");
  g_assert_nonnull (
      assay_inspection_form_get_problem (fixture->page->form, ASSAY_INSPECTION_INSPECTED));
  g_assert_nonnull (assay_inspection_page_get_reason (fixture->page));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.save", NULL);
  g_assert_false (fixture->page->saving);

  type_in (fixture, ASSAY_INSPECTION_INSPECTED, "8o");
  g_assert_nonnull (
      assay_inspection_form_get_problem (fixture->page->form, ASSAY_INSPECTION_INSPECTED));
  g_assert_true (assay_inspection_page_is_dirty (fixture->page));

  /* More defective units than were looked at. */
  type_in (fixture, ASSAY_INSPECTION_INSPECTED, "20");
  add_defect (fixture, "Stain", ASSAY_CLASS_MINOR, 21);
  g_assert_nonnull (
      assay_inspection_form_get_problem (fixture->page->form, ASSAY_INSPECTION_DEFECTIVE_MINOR));
  assay_record_set_text (record_of (fixture), ASSAY_INSPECTION_BASIS, "defects");
  g_assert_null (
      assay_inspection_form_get_problem (fixture->page->form, ASSAY_INSPECTION_DEFECTIVE_MINOR));

  /* Decided before it was inspected. */
  type_in (fixture, ASSAY_INSPECTION_INSPECTED_ON, "2026-05-20");
  type_in (fixture, ASSAY_INSPECTION_DECIDED_ON, "2026-05-19");
  g_assert_nonnull (
      assay_inspection_form_get_problem (fixture->page->form, ASSAY_INSPECTION_DECIDED_ON));
  type_in (fixture, ASSAY_INSPECTION_DECIDED_ON, "2026-05-20");
  g_assert_null (assay_inspection_page_get_reason (fixture->page));
  save (fixture);
  g_assert_cmpint (assay_inspection_page_get_id (fixture->page), !=, 0);
}

/* Opening changes nothing; a plan that changes under results says so and can be taken back. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture->sample->ids[ASSAY_TYPE_INSPECTION];

  open_page (fixture, assay_inspection_page_new (fixture->sample->context, id));
  g_assert_false (assay_inspection_page_is_dirty (fixture->page));
  g_assert_cmpuint (g_list_model_get_n_items (
                        G_LIST_MODEL (assay_inspection_draft_get_defects (fixture->page->draft))),
                    ==, 1);
  type_in (fixture, ASSAY_INSPECTION_LOCATION, "Hải Phòng");
  g_assert_true (assay_inspection_page_is_dirty (fixture->page));
  g_assert_false (adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (fixture->page)));
  save (fixture);
  g_assert_true (adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (fixture->page)));

  g_assert_false (assay_inspection_draft_plan_moved (fixture->page->draft));
  type_in (fixture, ASSAY_INSPECTION_LOT_SIZE, "1000");
  g_assert_true (assay_inspection_draft_plan_moved (fixture->page->draft));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.keep-plan", NULL);
  g_assert_false (assay_inspection_draft_plan_moved (fixture->page->draft));
  g_assert_cmpint (assay_record_get_integer (record_of (fixture), ASSAY_INSPECTION_LOT_SIZE, 0), ==,
                   300);
  g_assert_false (assay_inspection_page_is_dirty (fixture->page));
}

static GBytes *
make_picture (void)
{
  static const guchar pixels[8 * 6 * 3] = { 200, 30, 30 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (pixels, sizeof pixels);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (8, 6, GDK_MEMORY_R8G8B8, bytes, 8 * 3);

  return gdk_texture_save_to_png_bytes (texture);
}

static GFile *
write_file (Fixture *fixture, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (fixture->sample->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
wait_for_strip (AssayFileStrip *strip)
{
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (assay_file_strip_get_n_pending (strip) > 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, FALSE);
    }
}

/* A photo beside the rows makes a defect; what is no picture is kept and said to be none. */
static void
test_photos (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) picture = make_picture (),
                     broken = g_bytes_new_static ("\x89PNG\r\n\x1a\nno", 10);
  g_autoptr (GFile) photo = write_file (fixture, "photo.png", picture);
  g_autoptr (GFile) bad = write_file (fixture, "bad.png", broken);
  g_autoptr (GPtrArray) attachments = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  AssayDefectRow *row;
  AssayRecord *defect;

  open_page (fixture, assay_inspection_page_new_for_line (fixture->sample->context,
                                                          fixture->sample->open_line));
  g_value_init (&value, G_TYPE_FILE);
  g_value_set_object (&value, photo);
  g_assert_true (assay_defect_list_add_value (fixture->page->defects, &value));
  row = assay_defect_list_get_row (fixture->page->defects, 0);
  wait_for_strip (assay_defect_row_get_strip (row));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (
                        assay_draft_defect_get_files (assay_defect_row_get_defect (row)))),
                    ==, 1);
  /* A photo alone does not say what is wrong. */
  g_assert_nonnull (assay_inspection_page_get_reason (fixture->page));
  gtk_editable_set_text (assay_defect_entry_get_editable (assay_defect_row_get_entry (row)),
                         "Hole in the lining");

  assay_file_strip_add_file (fixture->page->photos, bad);
  wait_for_strip (fixture->page->photos);
  g_assert_nonnull (assay_file_strip_get_notes (fixture->page->photos));
  g_assert_cmpuint (g_list_model_get_n_items (
                        G_LIST_MODEL (assay_inspection_draft_get_files (fixture->page->draft))),
                    ==, 1);
  save (fixture);

  row = assay_defect_list_get_row (fixture->page->defects, 0);
  defect = assay_draft_defect_get_record (assay_defect_row_get_defect (row));
  attachments = assay_attachments_list (assay_book_get_reader (fixture->sample->book),
                                        ASSAY_TYPE_DEFECT, assay_record_get_id (defect), NULL);
  g_assert_cmpuint (attachments->len, ==, 1);
  g_assert_cmpint (
      assay_record_get_integer (g_ptr_array_index (attachments, 0), ASSAY_ATTACHMENT_WIDTH, 0), ==,
      8);
  g_file_delete (photo, NULL, NULL);
  g_file_delete (bad, NULL, NULL);
}

/* A defect type is found by a part of its name and brings its code. */
static void
test_defect_type (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssayRecord) type = NULL;
  AssayRecord *record;
  AssayDefectRow *row;
  AssayDefectEntry *entry;

  open_page (fixture, assay_inspection_page_new_for_line (fixture->sample->context,
                                                          fixture->sample->open_line));
  row = assay_defect_list_add (fixture->page->defects);
  entry = assay_defect_row_get_entry (row);
  gtk_editable_set_text (assay_defect_entry_get_editable (entry), "seam");
  g_assert_cmpuint (assay_defect_entry_get_n_matches (entry), ==, 1);
  type = g_object_ref (assay_defect_catalogue_lookup (
      fixture->page->types, fixture->sample->ids[ASSAY_TYPE_DEFECT_TYPE]));
  assay_defect_entry_pick (entry, type);
  record = assay_draft_defect_get_record (assay_defect_row_get_defect (row));
  g_assert_cmpint (assay_record_get_reference (record, ASSAY_DEFECT_DEFECT_TYPE), ==,
                   fixture->sample->ids[ASSAY_TYPE_DEFECT_TYPE]);
  g_assert_false (assay_record_is_known (record, ASSAY_DEFECT_DESCRIPTION));
  gtk_editable_set_text (assay_defect_entry_get_editable (entry), "Open seam, left side");
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_DEFECT_DESCRIPTION), ==,
                   "Open seam, left side");
  g_assert_null (assay_inspection_page_get_reason (fixture->page));
}

static gboolean
press (GtkWidget *widget, const char *accelerator)
{
  guint key;
  GdkModifierType state;
  gboolean handled = FALSE;

  g_assert_true (gtk_accelerator_parse (accelerator, &key, &state));
  for (; widget != NULL && !handled; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
            g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
        }
    }
  return handled;
}

/* 1, 2 and 3 set the class while the row has the focus, with Control while something is typed. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  AssayDefectRow *row;
  AssayDraftDefect *defect;

  open_page (fixture, assay_inspection_page_new_for_line (fixture->sample->context,
                                                          fixture->sample->open_line));
  row = add_defect (fixture, "Stain", ASSAY_CLASS_MAJOR, 1);
  defect = assay_defect_row_get_defect (row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_assert_true (press (GTK_WIDGET (row), "1"));
  g_assert_cmpint (assay_draft_defect_get_class (defect), ==, ASSAY_CLASS_CRITICAL);
  g_assert_true (press (GTK_WIDGET (row), "3"));
  g_assert_cmpint (assay_draft_defect_get_class (defect), ==, ASSAY_CLASS_MINOR);
  assay_defect_row_focus (row, TRUE);
  g_assert_false (press (GTK_WIDGET (row), "2"));
  g_assert_true (press (GTK_WIDGET (row), "<Control>2"));
  g_assert_cmpint (assay_draft_defect_get_class (defect), ==, ASSAY_CLASS_MAJOR);
}

/* Closing the window with edits asks once; without, it closes. */
static void
test_leaving (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, assay_inspection_page_new_for_line (fixture->sample->context,
                                                          fixture->sample->open_line));
  type_in (fixture, ASSAY_INSPECTION_NUMBER, "IR-100");
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_true (fixture->page->asking);
  g_assert_nonnull (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  g_assert_true (gtk_widget_get_mapped (fixture->window));
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  sample_spin (400);
  g_assert_true (assay_inspection_page_is_dirty (fixture->page));
}

/* A re-inspection takes the lot and its plan over and points back. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssayRecord) template = assay_record_new (ASSAY_TYPE_INSPECTION);
  gint64 id = fixture->sample->ids[ASSAY_TYPE_INSPECTION];

  assay_record_set_reference (template, ASSAY_INSPECTION_REPEATS, id);
  open_page (fixture, assay_inspection_page_new_for_record (fixture->sample->context, template));
  g_assert_cmpint (assay_record_get_integer (record_of (fixture), ASSAY_INSPECTION_LOT_SIZE, 0), ==,
                   300);
  g_assert_cmpint (assay_record_get_reference (record_of (fixture), ASSAY_INSPECTION_ORDER_LINE),
                   ==, fixture->sample->ids[ASSAY_TYPE_ORDER_LINE]);
  g_assert_false (assay_record_is_known (record_of (fixture), ASSAY_INSPECTION_INSPECTED));
  type_in (fixture, ASSAY_INSPECTION_NUMBER, "IR-7b");
  save (fixture);
  g_assert_cmpint (assay_record_get_reference (record_of (fixture), ASSAY_INSPECTION_REPEATS), ==,
                   id);
}

/* A decision speaks of every piece of the lot; what goes back makes the lot of the next look; dates
 * before the order are refused at the field, and nothing is lost. */
static void
test_decision (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture->sample->ids[ASSAY_TYPE_INSPECTION];
  g_autoptr (AssayRecord) template = assay_record_new (ASSAY_TYPE_INSPECTION);
  AdwNavigationPage *again;

  open_page (fixture, assay_inspection_page_new (fixture->sample->context, id));
  assay_choice_row_select (ASSAY_CHOICE_ROW (assay_inspection_form_get_row (
                               fixture->page->form, ASSAY_INSPECTION_DECISION)),
                           "rework");
  g_assert_cmpint (
      assay_record_get_integer (record_of (fixture), ASSAY_INSPECTION_REWORKED_QUANTITY, 0), ==,
      300);
  type_in (fixture, ASSAY_INSPECTION_REWORKED_QUANTITY, "250");
  g_assert_nonnull (
      strstr (assay_inspection_form_get_reason (fixture->page->form), "50 of 300 pieces"));
  type_in (fixture, ASSAY_INSPECTION_ACCEPTED_QUANTITY, "50");
  g_assert_null (assay_inspection_form_get_reason (fixture->page->form));
  type_in (fixture, ASSAY_INSPECTION_INSPECTED_ON, "2026-01-01");
  g_assert_nonnull (strstr (assay_inspection_form_get_reason (fixture->page->form),
                            "The order was sent only on"));
  type_in (fixture, ASSAY_INSPECTION_INSPECTED_ON, "2026-04-19");
  save (fixture);

  assay_record_set_reference (template, ASSAY_INSPECTION_REPEATS, id);
  again = assay_inspection_page_new_for_record (fixture->sample->context, template);
  adw_navigation_view_push (fixture->view, again);
  wait_for_page (ASSAY_INSPECTION_PAGE (again));
  g_assert_cmpint (assay_record_get_integer (
                       assay_inspection_draft_get_record (ASSAY_INSPECTION_PAGE (again)->draft),
                       ASSAY_INSPECTION_LOT_SIZE, 0),
                   ==, 250);
  g_assert_cmpuint (assay_inspection_draft_get_chain (ASSAY_INSPECTION_PAGE (again)->draft)->len,
                    ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/inspection/record", test_record },
    { "/inspection/live-plan", test_live_plan },
    { "/inspection/verdict", test_verdict },
    { "/inspection/refused", test_refused },
    { "/inspection/open", test_open },
    { "/inspection/photos", test_photos },
    { "/inspection/defect-type", test_defect_type },
    { "/inspection/keys", test_keys },
    { "/inspection/leaving", test_leaving },
    { "/inspection/again", test_again },
    { "/inspection/decision", test_decision },
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
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
