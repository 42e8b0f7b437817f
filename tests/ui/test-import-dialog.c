/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The import dialog from choosing a file to the report, as a person goes through it. */

#include "assay-config.h"

#include "store/query.h"
#include "ui-support.h"
#include "ui/import/import-dialog.h"

typedef struct
{
  AssayBook *book;
  AssayContext *context;
  GtkWidget *window;
  AdwDialog *dialog;
} Fixture;

static GtkWidget *
child (Fixture *fixture, const char *name)
{
  GObject *object = gtk_widget_get_template_child (GTK_WIDGET (fixture->dialog),
                                                   ASSAY_TYPE_IMPORT_DIALOG, name);

  g_assert_nonnull (object);
  return GTK_WIDGET (object);
}

static void
open_file (Fixture *fixture, const char *name, AssayType type)
{
  g_autofree char *path
      = name != NULL ? g_build_filename (g_getenv ("ASSAY_TEST_DATA"), "csv", name, NULL) : NULL;
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  fixture->dialog = assay_import_dialog_new (fixture->context, file, type);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *)&fixture->dialog);
  adw_dialog_present (fixture->dialog, fixture->window);
}

static const char *
page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (child (fixture, "pages")));
}

static gboolean
is_settled (gpointer data)
{
  return !g_str_equal (page (data), "busy");
}

static void
wait_for (Fixture *fixture, const char *wanted)
{
  assay_ui_wait (is_settled, fixture, wanted);
  assay_ui_settle ();
  g_assert_cmpstr (page (fixture), ==, wanted);
}

static void
press (Fixture *fixture, const char *name)
{
  GtkWidget *button = child (fixture, name);

  g_assert_true (gtk_widget_get_visible (button));
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gint64
count (Fixture *fixture, AssayType type)
{
  g_autoptr (AssayQuery) query = assay_query_new (type);

  return assay_query_count (query, assay_book_get_reader (fixture->book), NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->book = assay_ui_make_book (0);
  fixture->context = assay_context_new (NULL);
  assay_context_set_book (fixture->context, fixture->book);
  fixture->window = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (fixture->window), "Import");
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_label_new ("Import"));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), GPOINTER_TO_INT (data), 720);
  gtk_window_present (GTK_WINDOW (fixture->window));
  assay_ui_settle ();
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *)data)->dialog == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    {
      adw_dialog_force_close (fixture->dialog);
      assay_ui_wait (is_gone, fixture, "the closed dialog");
    }
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  assay_ui_settle ();
  assay_context_set_book (fixture->context, NULL);
  g_assert_finalize_object (fixture->context);
  assay_ui_drop_book (fixture->book);
  g_clear_object (&fixture->book);
}

static void
test_whole_way (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, "crlf.csv", ASSAY_TYPE_NONE);
  wait_for (fixture, "columns");
  press (fixture, "next");
  wait_for (fixture, "review");
  g_assert_cmpint (count (fixture, ASSAY_TYPE_ORDER_LINE), ==, 0);
  press (fixture, "next");
  wait_for (fixture, "review");
  g_assert_cmpint (count (fixture, ASSAY_TYPE_ORDER_LINE), ==, 2);
  g_assert_nonnull (assay_book_get_undo_label (fixture->book));
  press (fixture, "next");
  assay_ui_wait (is_gone, fixture, "the closed dialog");
}

static void
test_dates_are_asked (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, "open-dates.csv", ASSAY_TYPE_ORDER);
  wait_for (fixture, "columns");
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (child (fixture, "problem"))));
  g_assert_false (gtk_widget_get_sensitive (child (fixture, "next")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (child (fixture, "dates_row")), 1);
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (child (fixture, "problem"))));
  g_assert_true (gtk_widget_get_sensitive (child (fixture, "next")));
}

static void
test_refused_file (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, "document.csv", ASSAY_TYPE_NONE);
  wait_for (fixture, "failed");
}

static void
test_type_is_guessed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GObject) shown = NULL;

  open_file (fixture, "suppliers.csv", ASSAY_TYPE_NONE);
  wait_for (fixture, "columns");
  shown = g_object_ref (
      adw_combo_row_get_selected_item (ADW_COMBO_ROW (child (fixture, "target_row"))));
  g_assert_cmpstr (gtk_string_object_get_string (GTK_STRING_OBJECT (shown)), ==, "Suppliers");
}

static void
test_closed_early (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, "crlf.csv", ASSAY_TYPE_NONE);
  adw_dialog_force_close (fixture->dialog);
  assay_ui_wait (is_gone, fixture, "the closed dialog");
}

static void
test_encoding_by_hand (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, "gb18030.csv", ASSAY_TYPE_ORDER);
  wait_for (fixture, "columns");
  adw_combo_row_set_selected (ADW_COMBO_ROW (child (fixture, "encoding_row")), 3);
  wait_for (fixture, "columns");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (child (fixture, "encoding_row"))),
                    ==, 3);
}

#define ADD(PATH, WIDTH, FUNC)                                                                     \
  g_test_add (PATH, Fixture, GINT_TO_POINTER (WIDTH), set_up, FUNC, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!assay_ui_test_init ())
    {
      g_test_skip ("there is no display");
      return 77;
    }
  ADD ("/ui/import/whole-way", 900, test_whole_way);
  ADD ("/ui/import/whole-way-narrow", 360, test_whole_way);
  ADD ("/ui/import/dates-are-asked", 900, test_dates_are_asked);
  ADD ("/ui/import/refused-file", 360, test_refused_file);
  ADD ("/ui/import/type-is-guessed", 900, test_type_is_guessed);
  ADD ("/ui/import/closed-early", 900, test_closed_early);
  ADD ("/ui/import/encoding-by-hand", 900, test_encoding_by_hand);
  return g_test_run ();
}
