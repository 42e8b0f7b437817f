/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Defects recorded by the keyboard alone: picked from the catalogue, with class, units and photo;
 * held against the sample; many of them. */

#include "assay-config.h"

#include "inspection-fixture.h"

#include "exchange/starting-set.h"
#include "store/attachments.h"
#include "ui/form/entry-row.h"

static AssayDefectRow *
row_at (Fixture *fixture, guint index)
{
  return assay_defect_list_get_row (fixture->page->defects, index);
}

static AssayDraftDefect *
defect_at (Fixture *fixture, guint index)
{
  return assay_defect_row_get_defect (row_at (fixture, index));
}

static AssayRecord *
defect_record (Fixture *fixture, guint index)
{
  return assay_draft_defect_get_record (defect_at (fixture, index));
}

static guint
n_defects (Fixture *fixture)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (assay_inspection_draft_get_defects (fixture->page->draft)));
}

static void
type_in (Fixture *fixture, guint field, const char *text)
{
  AssayFieldRow *row = assay_inspection_form_get_row (fixture->page->form, field);

  assay_entry_row_set_text (ASSAY_ENTRY_ROW (row), text);
}

static const char *
status (Fixture *fixture, AssayClass defect_class)
{
  return assay_class_bar_get_status (assay_plan_card_get_bar (fixture->page->plan, defect_class));
}

/* The usual bag defects, and a page for 1,000 units: n 80, Ac 5 and 7. */
static void
open_with_types (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  guint added;

  g_assert_true (
      assay_starting_set_add (fixture->sample->book, ASSAY_TYPE_DEFECT_TYPE, &added, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (added, >, 50);
  fixture_open (
      fixture,
      assay_inspection_page_new_for_line (fixture->sample->context, fixture->sample->open_line),
      1280, 800);
  type_in (fixture, ASSAY_INSPECTION_LOT_SIZE, "1000");
  sample_spin (50);
}

static GFile *
write_photo (Fixture *fixture)
{
  static const guchar pixels[8 * 6 * 3] = { 200, 30, 30 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (pixels, sizeof pixels);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (8, 6, GDK_MEMORY_R8G8B8, bytes, 8 * 3);
  g_autoptr (GBytes) png = gdk_texture_save_to_png_bytes (texture);
  g_autofree char *path = g_build_filename (fixture->sample->folder, "photo.png", NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (png, NULL),
                                      (gssize)g_bytes_get_size (png), NULL));
  return g_file_new_for_path (path);
}

static void
paste_path (Fixture *fixture, GFile *photo)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->window);
  AssayFileStrip *strip = assay_defect_row_get_strip (row_at (fixture, 0));
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  gdk_clipboard_set_text (clipboard, g_file_peek_path (photo));
  g_assert_true (assay_defect_list_get_focused (fixture->page->defects) == row_at (fixture, 0));
  g_assert_true (assay_file_strip_paste (strip, clipboard));
  while (g_list_model_get_n_items (
             G_LIST_MODEL (assay_draft_defect_get_files (defect_at (fixture, 0))))
         == 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, FALSE);
    }
}

/* What is typed for each defect: words, keys pressed in the words, unit numbers. */
static const struct
{
  const char *words, *key, *units;
  const char *code, *stored_class;
  gint64 count;
} walked[] = {
  { "skipped", NULL, "3, 7, 12-14", "STITCH_SKIPPED", "major", 5 },
  { "rust", "<Control>3", "7; 20", "HARDWARE_RUST", "minor", 2 },
  { "线头", "<Control>3", "1-2", "THREAD_UNTRIMMED", "minor", 2 },
  { "SAFETY_N", NULL, "7", "SAFETY_NEEDLE", "critical", 1 },
  { "zip smoothly", "<Control>2", "40", "ZIP_STIFF", "major", 1 },
};

static const char *
code_of (Fixture *fixture, AssayRecord *defect)
{
  AssayRecord *type = assay_defect_catalogue_lookup (
      fixture->page->types, assay_record_get_reference (defect, ASSAY_DEFECT_DEFECT_TYPE));

  return type != NULL ? assay_record_get_text (type, ASSAY_DEFECT_TYPE_CODE) : NULL;
}

static void
walk_defects (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (walked); i++)
    {
      fixture_type (fixture, walked[i].words);
      fixture_press (fixture, "Return");
      g_assert_cmpstr (code_of (fixture, defect_record (fixture, i)), ==, walked[i].code);
      if (walked[i].key != NULL)
        g_assert_true (fixture_press (fixture, walked[i].key));
      fixture_type (fixture, walked[i].units);
      fixture_press (fixture, "Return");
      g_assert_cmpuint (n_defects (fixture), ==, i + 2);
    }
}

static void
check_saved (Fixture *fixture)
{
  AssayDb *db = assay_book_get_reader (fixture->sample->book);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = assay_records_get (
      db, ASSAY_TYPE_INSPECTION, assay_inspection_page_get_id (fixture->page), &error);
  g_autoptr (GPtrArray) photos = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (n_defects (fixture), ==, G_N_ELEMENTS (walked));
  for (guint i = 0; i < G_N_ELEMENTS (walked); i++)
    {
      AssayRecord *defect = defect_record (fixture, i);

      g_assert_cmpstr (assay_record_get_text (defect, ASSAY_DEFECT_CLASS), ==,
                       walked[i].stored_class);
      g_assert_cmpint (assay_record_get_integer (defect, ASSAY_DEFECT_COUNT, 0), ==,
                       walked[i].count);
    }
  /* Unit 7 is skipped, rusty and dangerous: once, critical. */
  g_assert_cmpint (assay_record_get_integer (record, ASSAY_INSPECTION_DEFECTIVE_CRITICAL, -1), ==,
                   1);
  g_assert_cmpint (assay_record_get_integer (record, ASSAY_INSPECTION_DEFECTIVE_MAJOR, -1), ==, 5);
  g_assert_cmpint (assay_record_get_integer (record, ASSAY_INSPECTION_DEFECTIVE_MINOR, -1), ==, 3);
  g_assert_cmpint (assay_record_get_integer (record, ASSAY_INSPECTION_DEFECTIVE, -1), ==, 9);
  g_assert_cmpint (assay_record_get_integer (record, ASSAY_INSPECTION_INSPECTED, -1), ==, 80);
  photos = assay_attachments_list (db, ASSAY_TYPE_DEFECT,
                                   assay_record_get_id (defect_record (fixture, 0)), &error);
  g_assert_cmpuint (photos->len, ==, 1);
}

/* A whole recording without a mouse: what was inspected, five defects with class, units and a
 * photo, saved. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) photo = write_photo (fixture);

  open_with_types (fixture);
  gtk_widget_grab_focus (
      GTK_WIDGET (assay_inspection_form_get_row (fixture->page->form, ASSAY_INSPECTION_INSPECTED)));
  fixture_type (fixture, "80");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.add-defect", NULL);
  walk_defects (fixture);
  g_assert_cmpstr (status (fixture, ASSAY_CLASS_MAJOR), ==, "5 of 5 allowed");
  g_assert_cmpstr (status (fixture, ASSAY_CLASS_MINOR), ==, "3 of 7 allowed");
  g_assert_cmpstr (status (fixture, ASSAY_CLASS_CRITICAL), ==,
                   "1 found, none allowed: the lot fails");

  /* Escape leaves the words for the row, where keys are commands. */
  fixture_press (fixture, "Escape");
  fixture_press (fixture, "Escape");
  g_assert_true (fixture_focus (fixture) == GTK_WIDGET (row_at (fixture, 5)));
  gtk_widget_grab_focus (GTK_WIDGET (row_at (fixture, 0)));
  paste_path (fixture, photo);
  g_assert_null (assay_inspection_page_get_reason (fixture->page));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.save", NULL);
  fixture_wait (fixture->page);
  check_saved (fixture);
  g_file_delete (photo, NULL, NULL);
}

/* Who does not know the word walks through the levels; what was usual comes first. */
static void
test_levels (Fixture *fixture, gconstpointer data)
{
  AssayDefectEntry *entry;

  open_with_types (fixture);
  entry = assay_defect_row_get_entry (assay_defect_list_add (fixture->page->defects));
  /* Usual here: the open seam of the other inspection; then the categories. */
  g_assert_cmpuint (assay_defect_entry_get_n_matches (entry), ==, 1);
  g_assert_true (fixture_press (fixture, "Down"));
  g_assert_true (fixture_press (fixture, "Down"));
  g_assert_true (fixture_press (fixture, "Right")); /* Assembly: one type */
  g_assert_cmpuint (assay_defect_entry_get_n_matches (entry), ==, 1);
  g_assert_true (fixture_press (fixture, "Left"));
  for (int i = 0; i < 3; i++)
    g_assert_true (fixture_press (fixture, "Down"));
  g_assert_true (fixture_press (fixture, "Right"));  /* Hardware */
  g_assert_true (fixture_press (fixture, "Return")); /* its first subcategory */
  g_assert_cmpuint (assay_defect_entry_get_n_matches (entry), >, 1);
  g_assert_true (fixture_press (fixture, "Return")); /* its first type */
  g_assert_cmpstr (code_of (fixture, defect_record (fixture, 0)), ==, "BUCKLE_DAMAGED");

  /* Words that no type has describe this one defect. */
  assay_defect_list_add (fixture->page->defects);
  fixture_type (fixture, "Strange thing");
  g_assert_true (fixture_press (fixture, "Return"));
  g_assert_cmpstr (assay_record_get_text (defect_record (fixture, 1), ASSAY_DEFECT_DESCRIPTION), ==,
                   "Strange thing");
}

/* Contradictions are said at the row, keep Save back and lose nothing. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *units, *message;
    gboolean refused;
  } rows[] = {
    { "3, 90", "Unit 90 is above the sample of 80 units", FALSE },
    { "3, 3", "Unit 3 is named twice", TRUE },
    { "three", "“t” is no unit number; write them like 3, 7, 12-14", TRUE },
    { "3, 7", NULL, FALSE },
  };
  AssayDefectRow *row;

  open_with_types (fixture);
  row = assay_defect_list_add (fixture->page->defects);
  g_assert_null (assay_defect_row_get_message (row));
  gtk_editable_set_text (assay_defect_entry_get_editable (assay_defect_row_get_entry (row)),
                         "Stain");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_editable_set_text (assay_defect_row_get_units (row), rows[i].units);
      g_assert_cmpstr (assay_defect_row_get_message (row), ==, rows[i].message);
      g_assert_cmpint (assay_inspection_page_get_reason (fixture->page) != NULL, ==,
                       rows[i].refused);
    }
  g_assert_cmpint (assay_record_get_integer (defect_record (fixture, 0), ASSAY_DEFECT_COUNT, 0), ==,
                   2);

  /* What was inspected is known: now it is wrong, and the cursor goes there. */
  gtk_editable_set_text (assay_defect_row_get_units (row), "3, 90");
  type_in (fixture, ASSAY_INSPECTION_INSPECTED, "80");
  g_assert_cmpstr (assay_defect_row_get_message (row), ==,
                   "Unit 90 is above the 80 units that were inspected");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.save", NULL);
  g_assert_false (fixture->page->saving);
  g_assert_true (gtk_widget_is_ancestor (fixture_focus (fixture),
                                         GTK_WIDGET (assay_defect_row_get_units (row))));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (assay_defect_row_get_units (row)),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_editable_set_text (assay_defect_row_get_units (row), "");
  assay_draft_defect_set_count (defect_at (fixture, 0), 81);
  g_assert_cmpstr (assay_defect_row_get_message (row), ==,
                   "81 is more than the 80 units that were inspected");
  assay_record_set_text (fixture_record (fixture), ASSAY_INSPECTION_BASIS, "defects");
  g_assert_null (assay_defect_row_get_message (row));
}

/* Double sampling: letter J, 50 and 50; major 2/5, then 6/7. */
static void
test_two_samples (Fixture *fixture, gconstpointer data)
{
  AssayDraftDefect *first, *second;

  open_with_types (fixture);
  assay_record_set_text (fixture_record (fixture), ASSAY_INSPECTION_SAMPLING, "double");
  first = assay_defect_row_get_defect (assay_defect_list_add (fixture->page->defects));
  assay_draft_defect_set_text (first, ASSAY_DEFECT_DESCRIPTION, "Stain");
  g_assert_cmpstr (status (fixture, ASSAY_CLASS_MAJOR), ==,
                   "First sample: 1 of 2 allowed; 4 more would reject the lot");
  assay_draft_defect_set_count (first, 3);
  g_assert_cmpstr (status (fixture, ASSAY_CLASS_MAJOR), ==,
                   "First sample: 3 found, 2 accept and 5 reject: draw the second sample of 50");
  type_in (fixture, ASSAY_INSPECTION_INSPECTED, "100");
  second = assay_defect_row_get_defect (assay_defect_list_add (fixture->page->defects));
  assay_draft_defect_set_text (second, ASSAY_DEFECT_DESCRIPTION, "Hole");
  assay_draft_defect_set_second_sample (second, TRUE);
  assay_draft_defect_set_count (second, 3);
  g_assert_cmpstr (status (fixture, ASSAY_CLASS_MAJOR), ==, "Both samples: 6 of 6 allowed");
  assay_draft_defect_set_count (second, 4);
  g_assert_cmpstr (status (fixture, ASSAY_CLASS_MAJOR), ==,
                   "Both samples: 7 found, 6 allowed: the lot fails");
  assay_draft_defect_set_count (first, 5);
  g_assert_cmpstr (status (fixture, ASSAY_CLASS_MAJOR), ==,
                   "First sample: 5 found, 5 reject: the lot fails");
}

/* + and - count, also where a number is typed; not where the units are named. */
static void
test_count_keys (Fixture *fixture, gconstpointer data)
{
  AssayDefectRow *row;

  open_with_types (fixture);
  row = assay_defect_list_add (fixture->page->defects);
  assay_draft_defect_set_text (defect_at (fixture, 0), ASSAY_DEFECT_DESCRIPTION, "Stain");
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_assert_true (fixture_press (fixture, "plus"));
  g_assert_true (fixture_press (fixture, "KP_Add"));
  g_assert_true (fixture_press (fixture, "minus"));
  g_assert_cmpint (assay_record_get_integer (defect_record (fixture, 0), ASSAY_DEFECT_COUNT, 0), ==,
                   2);
  assay_defect_row_focus (row, TRUE);
  g_assert_true (fixture_press (fixture, "plus"));
  g_assert_cmpint (assay_record_get_integer (defect_record (fixture, 0), ASSAY_DEFECT_COUNT, 0), ==,
                   3);
  gtk_editable_set_text (assay_defect_row_get_units (row), "4, 5");
  gtk_widget_grab_focus (GTK_WIDGET (row));
  fixture_press (fixture, "plus");
  g_assert_cmpint (assay_record_get_integer (defect_record (fixture, 0), ASSAY_DEFECT_COUNT, 0), ==,
                   2);
  g_assert_true (fixture_press (fixture, "Delete"));
  g_assert_cmpuint (n_defects (fixture), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.restore", NULL);
  g_assert_cmpuint (n_defects (fixture), ==, 1);
}

/* A row that was added and of which nothing was said counts for nothing and is not saved. */
static void
test_blank_row (Fixture *fixture, gconstpointer data)
{
  open_with_types (fixture);
  assay_defect_list_add (fixture->page->defects);
  g_assert_cmpstr (status (fixture, ASSAY_CLASS_MAJOR), ==, "5 allowed");
  type_in (fixture, ASSAY_INSPECTION_INSPECTED, "80");
  g_assert_cmpstr (status (fixture, ASSAY_CLASS_MAJOR), ==, "0 of 5 allowed");
  g_assert_null (assay_inspection_page_get_reason (fixture->page));
}

#define MANY 500

static gboolean
fill_many (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  SampleBook *sample = data;

  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_DEFECT);
      g_autofree char *units = g_strdup_printf ("%u, %u", i % 50 + 1, (i + 7) % 50 + 1);

      assay_record_set_reference (record, ASSAY_DEFECT_INSPECTION,
                                  sample->ids[ASSAY_TYPE_INSPECTION]);
      assay_record_set_text (record, ASSAY_DEFECT_DESCRIPTION, "Stain");
      assay_record_set_text (record, ASSAY_DEFECT_UNITS, units);
      if (!assay_records_insert (db, record, error))
        return FALSE;
    }
  return TRUE;
}

/* Adding one to many makes one row and is quick. The bounds are wide: sanitizers are slow. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  AssayDefectRow *kept, *added;
  gint64 start, opened, typed;

  assay_book_change (fixture->sample->book, "Many", fill_many, fixture->sample, NULL, NULL, &error);
  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  fixture_open (fixture,
                assay_inspection_page_new (fixture->sample->context,
                                           fixture->sample->ids[ASSAY_TYPE_INSPECTION]),
                1280, 800);
  opened = g_get_monotonic_time () - start;
  g_assert_cmpuint (n_defects (fixture), ==, MANY + 1);
  sample_spin (200);
  kept = row_at (fixture, MANY);
  start = g_get_monotonic_time ();
  added = assay_defect_list_add (fixture->page->defects);
  g_test_message ("open %d ms, add one %d ms", (int)(opened / 1000),
                  (int)((g_get_monotonic_time () - start) / 1000));
  g_assert_true (row_at (fixture, MANY) == kept);
  start = g_get_monotonic_time ();
  for (int i = 0; i < 10; i++)
    gtk_editable_set_text (assay_defect_row_get_units (added), i % 2 == 0 ? "3" : "3, 4");
  typed = (g_get_monotonic_time () - start) / 10;
  g_test_message ("a key in it %d µs", (int)typed);
  g_assert_cmpint (opened, <, 60 * G_USEC_PER_SEC);
  g_assert_cmpint (typed, <, G_USEC_PER_SEC);
}

/* An empty catalogue offers the starting set where a defect is typed; one undo takes it back. */
static void
test_usual (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_open (
      fixture,
      assay_inspection_page_new_for_line (fixture->sample->context, fixture->sample->open_line),
      360, 640);
  g_assert_cmpuint (assay_defect_catalogue_get_n_types (fixture->page->types), ==, 1);
  g_signal_emit_by_name (assay_defect_list_add (fixture->page->defects), "usual");
  sample_spin (1000);
  g_assert_cmpuint (assay_defect_catalogue_get_n_types (fixture->page->types), >, 50);
  g_assert_true (assay_book_undo (fixture->sample->book, &error));
  g_assert_no_error (error);
  sample_spin (300);
  g_assert_cmpuint (assay_defect_catalogue_get_n_types (fixture->page->types), ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/defects/walk", test_walk },
    { "/defects/levels", test_levels },
    { "/defects/refused", test_refused },
    { "/defects/two-samples", test_two_samples },
    { "/defects/count-keys", test_count_keys },
    { "/defects/blank-row", test_blank_row },
    { "/defects/usual", test_usual },
    { "/defects/many", test_many },
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
    g_test_add (tests[i].name, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  return g_test_run ();
}
