/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window from outside: opening and closing, its commands, its keys, what it says of files that
 * are no books, and 360 pixels. */

#include "assay-config.h"

#include <glib/gstdio.h>

#include "store/records.h"
#include "ui-support.h"
#include "ui/actions.h"
#include "ui/pages.h"
#include "ui/preferences-dialog.h"
#include "ui/search-dialog.h"
#include "ui/shortcuts-dialog.h"
#include "ui/table/table-page.h"
#include "ui/today/today-words.h"
#include "ui/window.h"

typedef struct
{
  char *folder;
  char *path;
  AssayWindow *window;
} Fixture;

static gboolean
has_book (gpointer data)
{
  return assay_context_get_book (assay_window_get_context (data)) != NULL;
}

static gboolean
is_closed (gpointer data)
{
  g_autofree char *log = g_strconcat (data, "-wal", NULL);

  return !g_file_test (log, G_FILE_TEST_EXISTS);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssayBook) book = assay_ui_make_book (GPOINTER_TO_UINT (data));

  fixture->path = g_strdup (assay_book_get_path (book));
  fixture->folder = g_path_get_dirname (fixture->path);
  assay_book_close (book, NULL);
  fixture->window = assay_window_new (NULL, NULL);
  assay_context_set_today (assay_window_get_context (fixture->window), ASSAY_UI_TODAY);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  assay_window_open_book (fixture->window, fixture->path, 0);
  assay_ui_wait (has_book, fixture->window, "the book");
  assay_ui_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  AssayWindow *window = g_object_ref (fixture->window);

  gtk_window_close (GTK_WINDOW (window));
  assay_ui_wait (is_closed, fixture->path, "the closed book");
  assay_ui_settle ();
  g_assert_finalize_object (window);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_open_close (Fixture *fixture, gconstpointer data)
{
  g_assert_true (ADW_IS_NAVIGATION_PAGE (assay_window_get_visible_page (fixture->window)));
  g_assert_true (g_str_has_suffix (gtk_window_get_title (GTK_WINDOW (fixture->window)), "Assay"));
}

/* Every subject opens, at 360 pixels too, without a warning: those are fatal here. */
static void
test_subjects (Fixture *fixture, gconstpointer data)
{
  const int widths[] = { 1000, 360, 700 };

  for (gsize w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[w], 640);
      for (AssaySubject i = 0; i < ASSAY_N_SUBJECTS; i++)
        {
          gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show", "s",
                                      assay_subject_get (i)->name);
          assay_ui_settle ();
          g_assert_nonnull (assay_window_get_visible_page (fixture->window));
        }
    }
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), >=, 360);
}

static void
test_dialogs (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[]
      = { "win.search", "win.preferences", "win.shortcuts", "win.about" };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (fixture->window);
      AdwDialog *dialog;

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL));
      assay_ui_settle ();
      dialog = adw_application_window_get_visible_dialog (window);
      g_assert_nonnull (dialog);
      g_object_ref (dialog);
      adw_dialog_force_close (dialog);
      assay_ui_settle ();
      g_assert_finalize_object (dialog);
    }
}

static gboolean
has_label (gpointer data)
{
  return assay_book_get_undo_label (data) != NULL;
}

static gboolean
has_redo (gpointer data)
{
  return assay_book_get_redo_label (data) != NULL;
}

static gboolean
has_no_redo (gpointer data)
{
  return assay_book_get_redo_label (data) == NULL;
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  AssayContext *context = assay_window_get_context (fixture->window);
  AssayBook *book = assay_context_get_book (context);
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_INSPECTION);
  g_autoptr (GArray) ids = assay_query_run_ids (query, assay_book_get_reader (book), NULL);
  guint n = ids->len;
  g_autoptr (GArray) left = NULL;
  g_autoptr (GArray) back = NULL;

  g_array_set_size (ids, 2);
  assay_context_delete_records (context, ASSAY_TYPE_INSPECTION, ids);
  assay_ui_settle ();
  assay_ui_wait (has_label, book, "something to undo");
  left = assay_query_run_ids (query, assay_book_get_reader (book), NULL);
  g_assert_cmpuint (left->len, ==, n - 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  assay_ui_wait (has_redo, book, "something to redo");
  back = assay_query_run_ids (query, assay_book_get_reader (book), NULL);
  g_assert_cmpuint (back->len, ==, n);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL));
  assay_ui_wait (has_no_redo, book, "nothing more to redo");
  assay_ui_settle ();
}

/* A key that is bound and not in the table would be in no dialog; every action of the table exists.
 */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidgetClass *windows = GTK_WIDGET_GET_CLASS (fixture->window);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < assay_n_actions; i++)
    {
      const AssayAction *action = &assay_actions[i];

      g_assert_nonnull (action->label);
      g_assert_nonnull (action->accels[0]);
      for (guint j = 0; j < G_N_ELEMENTS (action->accels) && action->accels[j]; j++)
        {
          guint key;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (action->accels[j], &key, &modifiers));
          /* Keys of one page, which have no action, may mean something else in another. */
          if (!g_hash_table_add (keys, g_strconcat (action->name == NULL ? action->group : "",
                                                    action->accels[j], NULL)))
            g_error ("%s means two things", action->accels[j]);
        }
      if (action->name && g_str_has_prefix (action->name, "win."))
        {
          g_autofree char *plain = NULL;
          g_autoptr (GVariant) target = NULL;
          gboolean found = FALSE;
          const char *name, *property;
          const GVariantType *type;
          GType owner;

          g_assert_true (g_action_parse_detailed_name (action->name, &plain, &target, NULL));
          for (guint k = 0;
               gtk_widget_class_query_action (windows, k, &owner, &name, &type, &property); k++)
            found = found || g_str_equal (name, plain);
          if (!found)
            g_error ("no action %s", plain);
        }
    }
}

static gboolean
shows_failure (gpointer data)
{
  return !has_book (data);
}

static void
test_not_a_book (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "letter.assay", NULL);

  g_assert_true (
      g_file_set_contents (path, "Dear Sir or Madam, this is no book at all. ", -1, NULL));
  assay_window_open_book (fixture->window, path, 0);
  assay_ui_wait (shows_failure, fixture->window, "the book to go");
  assay_ui_settle ();
  g_assert_null (assay_context_get_book (assay_window_get_context (fixture->window)));
  assay_window_open_book (fixture->window, fixture->path, 0);
  assay_ui_wait (has_book, fixture->window, "the book again");
  g_unlink (path);
}

static void
test_words (void)
{
  const struct
  {
    gint32 day;
    const char *words;
  } cases[] = {
    { 88, "12 days late" },  { 99, "1 day late" },     { 100, "due today" },
    { 101, "due tomorrow" }, { 107, "due in 7 days" }, { ASSAY_DATE_UNKNOWN, "no date" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = assay_words_due (cases[i].day, 100);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!assay_ui_test_init ())
    {
      g_test_message ("no display");
      return 77;
    }
  g_test_add_func ("/ui/today/words", test_words);
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/window/" name, Fixture, GUINT_TO_POINTER (40), set_up, func, tear_down)
  ADD ("open-close", test_open_close);
  ADD ("subjects", test_subjects);
  ADD ("dialogs", test_dialogs);
  ADD ("undo", test_undo);
  ADD ("keys", test_keys);
  ADD ("not-a-book", test_not_a_book);
  g_test_add ("/ui/window/empty", Fixture, GUINT_TO_POINTER (0), set_up, test_subjects, tear_down);
  return g_test_run ();
}
