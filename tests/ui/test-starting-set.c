/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Starting sets in the window: a new book has them and one undo takes them back; the empty table of
 * a type offers them. */

#include "assay-config.h"

#include <glib/gstdio.h>

#include "ui-support.h"
#include "ui/table/table-page.h"
#include "ui/window.h"

static gint64
count (AssayBook *book, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);
  g_autoptr (AssayStatement) statement = assay_db_prepare (assay_book_get_reader (book), sql, NULL);
  gboolean row;

  g_assert_true (assay_statement_step (statement, &row, NULL) && row);
  return assay_statement_get_int (statement, 0);
}

static gboolean
has_checklists (gpointer data)
{
  AssayBook *book = assay_context_get_book (assay_window_get_context (data));

  return book != NULL && count (book, "checklist") > 0;
}

static gboolean
is_closed (gpointer data)
{
  g_autofree char *log = g_strconcat (data, "-wal", NULL);

  return !g_file_test (log, G_FILE_TEST_EXISTS);
}

static void
test_new_book (void)
{
  g_autofree char *folder = g_dir_make_tmp ("assay-first-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "book.assay", NULL);
  AssayWindow *window = assay_window_new (NULL, NULL);
  AssayBook *book;

  gtk_window_present (GTK_WINDOW (window));
  assay_window_open_book (window, path, ASSAY_BOOK_CREATE);
  assay_ui_wait (has_checklists, window, "the starting sets");
  assay_ui_settle ();
  book = assay_context_get_book (assay_window_get_context (window));
  g_assert_cmpint (count (book, "plan_profile"), >, 0);
  g_assert_cmpint (count (book, "defect_type"), >, 0);
  g_assert_nonnull (assay_book_get_undo_label (book));
  g_assert_true (assay_book_undo (book, NULL));
  g_assert_cmpint (count (book, "plan_profile"), ==, 0);
  g_assert_cmpint (count (book, "defect_type"), ==, 0);
  g_assert_null (assay_book_get_undo_label (book));
  gtk_window_close (GTK_WINDOW (window));
  assay_ui_wait (is_closed, path, "the closed book");
  assay_ui_settle ();

  /* Opened again it is an old book, and stays empty. */
  window = assay_window_new (NULL, NULL);
  gtk_window_present (GTK_WINDOW (window));
  assay_window_open_book (window, path, ASSAY_BOOK_CREATE);
  while (assay_context_get_book (assay_window_get_context (window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  assay_ui_settle ();
  book = assay_context_get_book (assay_window_get_context (window));
  g_assert_cmpint (count (book, "plan_profile"), ==, 0);
  gtk_window_close (GTK_WINDOW (window));
  assay_ui_wait (is_closed, path, "the closed book");
  assay_ui_settle ();
  g_unlink (path);
  g_rmdir (folder);
}

static gboolean
has_defect_types (gpointer data)
{
  return count (data, "defect_type") > 0;
}

/* The button of the empty page, by its action. */
static GtkWidget *
find_button (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "page.add-usual")
             == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_empty_page (void)
{
  AssayBook *book = assay_ui_make_book (2);
  g_autoptr (AssayContext) context = assay_context_new (NULL);
  GtkWidget *window = gtk_window_new ();
  AdwNavigationPage *page;
  GtkWidget *button;

  assay_context_set_book (context, book);
  page = assay_table_page_new (context, ASSAY_TYPE_DEFECT_TYPE, "Defect Types");
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  gtk_window_present (GTK_WINDOW (window));
  assay_ui_settle ();
  if (count (book, "defect_type") == 0)
    {
      button = find_button (GTK_WIDGET (page));
      g_assert_nonnull (button);
      g_assert_true (gtk_widget_get_visible (button));
      g_signal_emit_by_name (button, "clicked");
      assay_ui_wait (has_defect_types, book, "the defect types");
      assay_ui_settle ();
    }
  /* A table of suppliers has none to offer. */
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  page = assay_table_page_new (context, ASSAY_TYPE_SUPPLIER, "Suppliers");
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  assay_ui_settle ();
  button = find_button (GTK_WIDGET (page));
  g_assert_nonnull (button);
  g_assert_false (gtk_widget_get_visible (button));
  gtk_window_destroy (GTK_WINDOW (window));
  assay_ui_settle ();
  assay_context_set_book (context, NULL);
  assay_ui_drop_book (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!assay_ui_test_init ())
    return 77;
  g_test_add_func ("/ui/starting-set/new-book", test_new_book);
  g_test_add_func ("/ui/starting-set/empty-page", test_empty_page);
  return g_test_run ();
}
