/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Photos of an inspection: added many at a time, doubted when their date does not fit, looked at,
 * and drawn on by keys, on a copy that is kept beside the original. */

#include "assay-config.h"

#include "sample-book.h"

#include "store/attachments.h"
#include "ui/inspections/file-tile.h"
#include "ui/inspections/inspection-page-private.h"
#include "ui/inspections/photo-viewer-private.h"

#define PATIENCE (60 * G_USEC_PER_SEC)

typedef struct
{
  SampleBook *sample;
  GtkWidget *window;
  AssayInspectionPage *page;
} Fixture;

static void
wait_for_page (AssayInspectionPage *page)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;

  do
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, FALSE);
    }
  while (page->saving || page->reading);
}

static GFile *
fixture_file (const char *name)
{
  return g_file_new_build_filename (g_getenv ("ASSAY_TEST_DATA"), "photos", name, NULL);
}

typedef struct
{
  gint64 inspection;
  guint n;
} Stored;

/* The same photo many times: its bytes once. */
static gboolean
store_photos (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Stored *stored = data;
  g_autoptr (GFile) file = fixture_file ("dated.jpg");
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);
  g_autoptr (AssayIncoming) incoming = assay_incoming_new ("dated.jpg", bytes, NULL, error);

  for (guint i = 0; i < stored->n; i++)
    {
      g_autoptr (AssayRecord) record = assay_attachments_add_incoming (
          db, ASSAY_TYPE_INSPECTION, stored->inspection, incoming, NULL, error);

      if (record == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
open_page (Fixture *fixture)
{
  gint64 id = fixture->sample->ids[ASSAY_TYPE_INSPECTION];
  AdwNavigationPage *page = assay_inspection_page_new (fixture->sample->context, id);
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());

  fixture->page = ASSAY_INSPECTION_PAGE (page);
  fixture->window = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (fixture->window), "Assay");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  adw_navigation_view_push (view, adw_navigation_page_new (gtk_label_new (""), "Rows"));
  adw_navigation_view_push (view, page);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (view));
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
  g_object_ref (fixture->page);
  fixture->page->leaving = TRUE;
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  sample_spin (50);
  g_assert_finalize_object (fixture->page);
  sample_book_free (fixture->sample);
}

static GListStore *
files_of (Fixture *fixture)
{
  return assay_inspection_draft_get_files (fixture->page->draft);
}

static guint
n_files (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (files_of (fixture)));
}

static AssayDraftFile *
nth_file (Fixture *fixture, guint i)
{
  g_autoptr (AssayDraftFile) file = g_list_model_get_item (G_LIST_MODEL (files_of (fixture)), i);

  return file; /* the list keeps it */
}

static void
wait_for_strip (Fixture *fixture)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;

  while (assay_file_strip_get_n_pending (fixture->page->photos) > 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
add (Fixture *fixture, const char *name)
{
  g_autoptr (GFile) file = fixture_file (name);

  assay_file_strip_add_file (fixture->page->photos, file);
}

static void
collect_tiles (GtkWidget *widget, GPtrArray *tiles)
{
  if (ASSAY_IS_FILE_TILE (widget))
    g_ptr_array_add (tiles, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_tiles (child, tiles);
}

static GPtrArray *
tiles_of (Fixture *fixture)
{
  GPtrArray *tiles = g_ptr_array_new ();

  collect_tiles (GTK_WIDGET (fixture->page->photos), tiles);
  return tiles;
}

/* The day of the inspection decides; what carries no date says so in words. */
static void
test_warnings (Fixture *fixture, gconstpointer data)
{
  AssayRecord *record;
  g_autoptr (GPtrArray) tiles = NULL;

  open_page (fixture);
  record = assay_inspection_draft_get_record (fixture->page->draft);
  assay_record_set_date (record, ASSAY_INSPECTION_INSPECTED_ON, 20524); /* 2026-03-12 */
  add (fixture, "dated.jpg");
  add (fixture, "plain.heic");
  add (fixture, "clock.jpg");
  add (fixture, "words.jpg");
  wait_for_strip (fixture);
  g_assert_cmpuint (n_files (fixture), ==, 4);
  tiles = tiles_of (fixture);
  g_assert_cmpuint (tiles->len, ==, 4);
  g_assert_null (assay_file_tile_get_warning (g_ptr_array_index (tiles, 0)));
  g_assert_cmpstr (assay_file_tile_get_warning (g_ptr_array_index (tiles, 1)), ==,
                   "The photo carries no date");
  g_assert_cmpstr (assay_file_tile_get_warning (g_ptr_array_index (tiles, 2)), ==,
                   "Taken 71 days before the inspection, on 31 Dec 2025");
  /* No photo at all: kept, with a sentence, and no doubts about its date. */
  g_assert_null (assay_file_tile_get_warning (g_ptr_array_index (tiles, 3)));
  g_assert_false (assay_draft_file_is_picture (nth_file (fixture, 3)));
  g_assert_nonnull (strstr (assay_file_strip_get_notes (fixture->page->photos), "words.jpg"));
  assay_record_set_date (record, ASSAY_INSPECTION_INSPECTED_ON, 20453); /* 2025-12-31 */
  sample_spin (20);
  g_assert_cmpstr (assay_file_tile_get_warning (g_ptr_array_index (tiles, 0)), ==,
                   "Taken 71 days after the inspection, on 12 Mar 2026");
  g_assert_null (assay_file_tile_get_warning (g_ptr_array_index (tiles, 2)));
}

/* Twenty at once come in the order in which they were chosen; stopping keeps what came. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "turned-6.jpg", "plain.webp", "turned-6.heic", "deep.png" };
  guint came;

  open_page (fixture);
  for (guint i = 0; i < 20; i++)
    add (fixture, names[i % G_N_ELEMENTS (names)]);
  g_assert_cmpuint (assay_file_strip_get_n_pending (fixture->page->photos), ==, 20);
  wait_for_strip (fixture);
  g_assert_cmpuint (n_files (fixture), ==, 20);
  for (guint i = 0; i < 20; i++)
    {
      g_assert_cmpstr (assay_draft_file_get_name (nth_file (fixture, i)), ==,
                       names[i % G_N_ELEMENTS (names)]);
      g_assert_nonnull (assay_draft_file_get_thumbnail (nth_file (fixture, i)));
    }
  for (guint i = 0; i < 20; i++)
    add (fixture, names[i % G_N_ELEMENTS (names)]);
  while (n_files (fixture) == 20)
    g_main_context_iteration (NULL, TRUE);
  assay_file_strip_stop (fixture->page->photos);
  came = n_files (fixture);
  g_assert_cmpuint (assay_file_strip_get_n_pending (fixture->page->photos), ==, 0);
  g_assert_nonnull (assay_file_strip_get_notes (fixture->page->photos));
  sample_spin (300);
  g_assert_cmpuint (n_files (fixture), ==, came);
  g_assert_cmpuint (came, <, 40);
  /* And more can be added after that. */
  add (fixture, "plain.png");
  wait_for_strip (fixture);
  g_assert_cmpuint (n_files (fixture), ==, came + 1);
}

/* Two hundred: the page is there before their tiles are, and no step holds it up. */
static void
test_lazy (Fixture *fixture, gconstpointer data)
{
  Stored stored = { fixture->sample->ids[ASSAY_TYPE_INSPECTION], 200 };
  g_autoptr (GError) error = NULL;
  gint64 until = g_get_monotonic_time () + PATIENCE;
  g_autoptr (GPtrArray) first = NULL;
  gboolean all = FALSE;

  assay_book_change (fixture->sample->book, "Photos", store_photos, &stored, NULL, NULL, &error);
  g_assert_no_error (error);
  open_page (fixture);
  g_assert_cmpuint (n_files (fixture), ==, 200);
  first = tiles_of (fixture);
  g_assert_cmpuint (first->len, <, 200);
  while (!all)
    {
      g_autoptr (GPtrArray) tiles = NULL;

      g_assert_cmpint (g_get_monotonic_time (), <, until);
      sample_spin (20);
      tiles = tiles_of (fixture);
      all = tiles->len == 200;
      for (guint i = 0; i < 200 && all; i++)
        all = assay_file_tile_get_file (g_ptr_array_index (tiles, i)) == nth_file (fixture, i)
              && assay_draft_file_get_thumbnail (nth_file (fixture, i)) != NULL;
    }
}

static void
press (GtkWidget *widget, guint key, GdkModifierType state)
{
  gboolean handled = FALSE;

  for (; widget != NULL && !handled; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
            continue;
          for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)) && !handled;
               j++)
            {
              g_autoptr (GtkShortcut) shortcut
                  = g_list_model_get_item (G_LIST_MODEL (controller), j);
              GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

              if (GTK_IS_KEYVAL_TRIGGER (trigger)
                  && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
                  && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == state)
                handled
                    = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                    gtk_shortcut_get_arguments (shortcut));
            }
        }
    }
  g_assert_true (handled);
}

static AssayPhotoViewer *
open_viewer (Fixture *fixture, guint i)
{
  AdwDialog *dialog = assay_photo_viewer_new (fixture->sample->context, files_of (fixture),
                                              nth_file (fixture, i), 20524);

  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  sample_spin (300);
  return ASSAY_PHOTO_VIEWER (dialog);
}

static void
test_viewer (Fixture *fixture, gconstpointer data)
{
  AssayPhotoViewer *viewer;
  GtkWidget *canvas;

  open_page (fixture);
  add (fixture, "dated.heic");
  add (fixture, "words.jpg");
  add (fixture, "clock.jpg");
  wait_for_strip (fixture);
  viewer = open_viewer (fixture, 0);
  canvas = GTK_WIDGET (viewer->canvas);
  /* What is no picture is not walked to. */
  g_assert_cmpuint (viewer->pictures->len, ==, 2);
  g_assert_false (gtk_widget_get_visible (viewer->warning));
  g_assert_nonnull (strstr (adw_window_title_get_subtitle (viewer->title), "iPhone 15"));
  gtk_test_accessible_assert_role (canvas, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "dated.heic");
  press (canvas, GDK_KEY_Right, 0);
  g_assert_cmpuint (viewer->index, ==, 1);
  g_assert_true (gtk_widget_get_visible (viewer->warning));
  g_assert_cmpstr (gtk_label_get_label (viewer->warning_label), ==,
                   "Taken 71 days before the inspection, on 31 Dec 2025");
  gtk_editable_set_text (GTK_EDITABLE (viewer->caption), "Zip");
  g_assert_cmpstr (assay_draft_file_get_caption (nth_file (fixture, 2)), ==, "Zip");
  press (canvas, GDK_KEY_1, 0);
  press (canvas, GDK_KEY_plus, 0);
  g_assert_cmpfloat_with_epsilon (assay_photo_canvas_get_zoom (viewer->canvas), 1.25, 1e-6);
  press (canvas, GDK_KEY_plus, 0);
  press (canvas, GDK_KEY_minus, 0);
  g_assert_cmpfloat_with_epsilon (assay_photo_canvas_get_zoom (viewer->canvas), 1.25, 1e-6);
  press (canvas, GDK_KEY_0, 0);
  g_assert_cmpfloat (assay_photo_canvas_get_zoom (viewer->canvas), ==, 0);
  press (canvas, GDK_KEY_Left, 0);
  g_assert_cmpuint (viewer->index, ==, 0);
  adw_dialog_force_close (ADW_DIALOG (viewer));
}

/* By keys alone: an arrow is placed, moved and sized, a circle taken back, and the copy stands
 * beside its original with caption, date and fingerprint; in the book too. */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;
  AssayPhotoViewer *viewer;
  AssayPhotoMarks *marks;
  AssayRecord *original, *copy;
  GtkWidget *canvas;
  g_autofree char *sha256 = NULL;
  g_autoptr (GFile) file = fixture_file ("dated.heic");
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL), kept = NULL;

  open_page (fixture);
  add (fixture, "dated.heic");
  add (fixture, "plain.png");
  wait_for_strip (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.save", NULL);
  wait_for_page (fixture->page);
  assay_draft_file_set_caption (nth_file (fixture, 0), "Seam");
  viewer = open_viewer (fixture, 0);
  canvas = GTK_WIDGET (viewer->canvas);
  press (canvas, GDK_KEY_d, 0);
  marks = assay_photo_canvas_get_marks (viewer->canvas);
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (viewer)));
  press (canvas, GDK_KEY_p, 0);
  press (canvas, GDK_KEY_c, 0);
  press (canvas, GDK_KEY_p, 0);
  g_assert_cmpint (assay_photo_marks_get (marks, 1)->kind, ==, ASSAY_PHOTO_MARK_CIRCLE);
  press (canvas, GDK_KEY_Delete, 0);
  g_assert_cmpuint (assay_photo_marks_get_n (marks), ==, 1);
  press (canvas, GDK_KEY_Right, 0);
  press (canvas, GDK_KEY_Down, GDK_SHIFT_MASK);
  g_assert_cmpfloat_with_epsilon (assay_photo_marks_get (marks, 0)->x1, 0.52, 1e-6);
  g_assert_cmpfloat_with_epsilon (assay_photo_marks_get (marks, 0)->y1, 0.52, 1e-6);
  press (canvas, GDK_KEY_Return, GDK_CONTROL_MASK);
  while (n_files (fixture) < 3)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (viewer->index, ==, 1);
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (viewer)));
  g_assert_cmpstr (assay_draft_file_get_name (nth_file (fixture, 1)), ==, "dated (marked).jpg");
  g_assert_cmpstr (assay_draft_file_get_caption (nth_file (fixture, 1)), ==, "Seam");
  gtk_widget_activate_action (GTK_WIDGET (viewer), "photo.original", NULL);
  g_assert_cmpuint (viewer->index, ==, 0);
  adw_dialog_force_close (ADW_DIALOG (viewer));
  sample_spin (50);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.save", NULL);
  wait_for_page (fixture->page);
  g_assert_cmpuint (n_files (fixture), ==, 3);
  original = assay_draft_file_get_attachment (nth_file (fixture, 0));
  copy = assay_draft_file_get_attachment (nth_file (fixture, 1));
  g_assert_cmpstr (assay_draft_file_get_name (nth_file (fixture, 2)), ==, "plain.png");
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_assert_cmpstr (assay_record_get_text (original, ASSAY_ATTACHMENT_SHA256), ==, sha256);
  g_assert_cmpstr (assay_record_get_text (copy, ASSAY_ATTACHMENT_MARKED_FROM), ==, sha256);
  g_assert_cmpstr (assay_record_get_text (copy, ASSAY_ATTACHMENT_CAMERA), ==, "iPhone 15");
  kept = assay_attachments_read (assay_book_get_reader (fixture->sample->book), sha256, NULL);
  g_assert_true (g_bytes_equal (kept, bytes));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_test_message ("there is no display");
      return 77;
    }
  adw_init ();
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/photos/warnings", test_warnings);
  ADD ("/photos/many", test_many);
  ADD ("/photos/lazy", test_lazy);
  ADD ("/photos/viewer", test_viewer);
  ADD ("/photos/marks", test_marks);
  return g_test_run ();
}
