/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's commands: undo, deleting, books, dialogs, moving around. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "exchange/example.h"
#include "ui/actions.h"
#include "ui/preferences-dialog.h"
#include "ui/search-dialog.h"
#include "ui/shortcuts-dialog.h"
#include "ui/window-private.h"

/* Undo */

void
assay_window_update_undo (AssayWindow *self)
{
  AssayBook *book = assay_context_get_book (self->context);
  const char *undo = book ? assay_book_get_undo_label (book) : NULL;
  const char *redo = book ? assay_book_get_redo_label (book) : NULL;
  const char *const labels[] = { undo, redo };

  g_menu_remove_all (self->undo_section);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *named = NULL;
      g_autoptr (GMenuItem) item
          = g_menu_item_new (i == 0 ? _ ("_Undo") : _ ("_Redo"), i == 0 ? "win.undo" : "win.redo");

      g_menu_item_set_attribute (item, "accel", "s", i == 0 ? "<Control>z" : "<Control><Shift>z");
      if (labels[i])
        {
          named = i == 0 ? g_strdup_printf (_ ("Undo “%s”"), labels[i])
                         : g_strdup_printf (_ ("Redo “%s”"), labels[i]);
          /* A record's name may hold an underscore, which is no mnemonic. */
          g_auto (GStrv) parts = g_strsplit (named, "_", -1);
          g_autofree char *escaped = g_strjoinv ("__", parts);

          g_menu_item_set_label (item, escaped);
        }
      g_menu_append_item (self->undo_section, item);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
}

typedef struct
{
  AssayWindow *window;
  char *label;
  gboolean redo;
  guint left; /* changes still to undo after this one */
  guint wait; /* source that says it takes long; 0 once it did */
  gboolean busy;
} Undoing;

static void
undoing_free (Undoing *undoing)
{
  g_clear_handle_id (&undoing->wait, g_source_remove);
  g_clear_object (&undoing->window);
  g_clear_pointer (&undoing->label, g_free);
  g_free (undoing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Undoing, undoing_free)

static void undo_some (AssayWindow *self, gboolean redo, guint n);

/* A whole import takes some seconds to take back. */
static void
takes_long_cb (gpointer data)
{
  Undoing *undoing = data;

  undoing->wait = 0;
  undoing->busy = TRUE;
  assay_window_set_busy (undoing->window, undoing->redo ? _ ("Redoing") : _ ("Undoing"));
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Undoing) undoing = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (undoing->busy)
    assay_window_set_busy (undoing->window, NULL);
  if (!assay_book_done_finish (ASSAY_BOOK (source), result, &error))
    {
      assay_context_failed (undoing->window->context,
                            undoing->redo ? _ ("Could Not Redo") : _ ("Could Not Undo"), error);
      return;
    }
  if (undoing->left > 0)
    {
      undo_some (undoing->window, FALSE, undoing->left);
      return;
    }
  message = undoing->redo ? g_strdup_printf (_ ("Done again: %s"), undoing->label)
                          : g_strdup_printf (_ ("Undone: %s"), undoing->label);
  assay_context_toast (undoing->window->context, message);
}

static void
undo_some (AssayWindow *self, gboolean redo, guint n)
{
  AssayBook *book = assay_context_get_book (self->context);
  const char *label = NULL;
  Undoing *undoing;

  if (book)
    label = redo ? assay_book_get_redo_label (book) : assay_book_get_undo_label (book);
  if (!label || n == 0)
    return;
  undoing = g_new0 (Undoing, 1);
  undoing->window = g_object_ref (self);
  undoing->label = g_strdup (label);
  undoing->redo = redo;
  undoing->left = n - 1;
  undoing->wait = g_timeout_add_once (700, takes_long_cb, undoing);
  if (redo)
    assay_book_redo_async (book, NULL, undone_cb, undoing);
  else
    assay_book_undo_async (book, NULL, undone_cb, undoing);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  undo_some (ASSAY_WINDOW (widget), FALSE, 1);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  undo_some (ASSAY_WINDOW (widget), TRUE, 1);
}

/* Deleting: at once, and one toast that speaks of all that were deleted while it is shown */

static void
toast_dismissed_cb (AssayWindow *self)
{
  g_clear_object (&self->delete_toast);
  self->deleted = self->delete_changes = 0;
}

static void
undo_deletes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayWindow *self = ASSAY_WINDOW (widget);

  undo_some (self, FALSE, MAX (1, g_variant_get_uint32 (parameter)));
}

static void
show_delete_toast (AssayWindow *self)
{
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u record deleted", "%u records deleted", self->deleted),
      self->deleted);

  if (!self->delete_toast)
    {
      self->delete_toast = g_object_ref (adw_toast_new (title));
      adw_toast_set_button_label (self->delete_toast, _ ("_Undo"));
      adw_toast_set_priority (self->delete_toast, ADW_TOAST_PRIORITY_HIGH);
      adw_toast_set_action_name (self->delete_toast, "win.undo-deletes");
      g_signal_connect_object (self->delete_toast, "dismissed", G_CALLBACK (toast_dismissed_cb),
                               self, G_CONNECT_SWAPPED);
    }
  else
    adw_toast_set_title (self->delete_toast, title);
  adw_toast_set_action_target (self->delete_toast, "u", self->delete_changes);
  /* Shown again, its time begins anew. */
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->delete_toast));
}

typedef struct
{
  AssayWindow *window;
  guint n;
} Deleting;

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Deleting *deleting = data;
  g_autoptr (AssayWindow) self = deleting->window;
  g_autoptr (GError) error = NULL;

  self->own_change--;
  if (!assay_book_done_finish (ASSAY_BOOK (source), result, &error))
    {
      assay_context_failed (self->context, _ ("Could Not Delete"), error);
      return;
    }
  self->deleted += deleting->n;
  self->delete_changes++;
  show_delete_toast (self);
}

void
assay_window_delete_records (AssayWindow *self, AssayType type, GArray *ids)
{
  AssayBook *book = assay_context_get_book (self->context);
  Deleting *deleting;

  if (!book || ids->len == 0)
    return;
  deleting = g_new0 (Deleting, 1);
  deleting->window = g_object_ref (self);
  deleting->n = ids->len;
  self->own_change++;
  assay_book_delete_async (book, type, (const gint64 *)ids->data, ids->len, NULL, deleted_cb,
                           deleting);
}

/* Moving around */

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayWindow *self = ASSAY_WINDOW (widget);
  AdwNavigationView *view = self->views[self->subject];

  if (view && adw_navigation_view_pop (view))
    return;
  if (adw_navigation_split_view_get_collapsed (self->split))
    adw_navigation_split_view_set_show_content (self->split, FALSE);
}

static void
sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayWindow *self = ASSAY_WINDOW (widget);

  if (self->narrow)
    {
      gboolean content = adw_navigation_split_view_get_show_content (self->split);

      adw_navigation_split_view_set_show_content (self->split, !content);
      return;
    }
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  adw_navigation_split_view_set_collapsed (self->split,
                                           !adw_navigation_split_view_get_collapsed (self->split));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayWindow *self = ASSAY_WINDOW (widget);

  if (adw_navigation_split_view_get_collapsed (self->split))
    adw_navigation_split_view_set_show_content (self->split, FALSE);
  gtk_menu_button_popup (self->menu_button);
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayWindow *self = ASSAY_WINDOW (widget);
  AssaySubject subject = assay_subject_find (g_variant_get_string (parameter, NULL));

  if (subject >= ASSAY_N_SUBJECTS)
    return;
  assay_window_show_first_page (self, subject);
  assay_window_show_subject (self, subject);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  if (assay_window_get_visible_page (self))
    gtk_widget_grab_focus (GTK_WIDGET (assay_window_get_visible_page (self)));
}

/* TRUE when the page on top has the command, and did it. */
static gboolean
activate_on_page (AssayWindow *self, const char *name)
{
  AdwNavigationPage *page = assay_window_get_visible_page (self);

  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)))
    return TRUE;
  return page && gtk_widget_activate_action (GTK_WIDGET (page), name, NULL);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayWindow *self = ASSAY_WINDOW (widget);
  AssayType type = assay_subject_get (self->subject)->type;
  AssayBook *book = assay_context_get_book (self->context);

  if (!book || assay_book_is_read_only (book) || activate_on_page (self, "page.new"))
    return;
  if (type != ASSAY_TYPE_NONE)
    {
      g_autoptr (AssayRecord) record = assay_record_new (type);

      assay_context_edit_record (self->context, record);
      return;
    }
  gtk_widget_error_bell (widget);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!activate_on_page (ASSAY_WINDOW (widget), "page.print"))
    gtk_widget_error_bell (widget);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!activate_on_page (ASSAY_WINDOW (widget), "page.find"))
    gtk_widget_activate_action (widget, "win.search", NULL);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayWindow *self = ASSAY_WINDOW (widget);

  assay_context_import_file (self->context, NULL, assay_subject_get (self->subject)->type);
}

/* Books */

static GListModel *
book_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) books = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (books, _ ("Assay books"));
  gtk_file_filter_add_suffix (books, "assay");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, books);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

static GtkFileDialog *
book_dialog_new (const char *title, const char *accept)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = book_filters ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_accept_label (dialog, accept);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_modal (dialog, TRUE);
  return dialog;
}

static void
open_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file && g_file_peek_path (file))
    assay_window_open_book (self, g_file_peek_path (file), 0);
}

static void
open_book_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = book_dialog_new (_ ("Open a Book"), _ ("_Open"));

  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, open_chosen_cb, g_object_ref (widget));
}

static void
new_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (!path)
    return;
  if (!g_str_has_suffix (path, ".assay") && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *plain = g_steal_pointer (&path);

      path = g_strconcat (plain, ".assay", NULL);
    }
  /* The file dialog asks before it names a file that is there; a book is never written over. */
  assay_window_open_book (self, path, ASSAY_BOOK_CREATE | ASSAY_BOOK_MUST_MAKE);
}

static void
new_book_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = book_dialog_new (_ ("New Book"), _ ("_Create"));

  /* Translators: the name of a new book's file; the ending stays */
  gtk_file_dialog_set_initial_name (dialog, _ ("New book.assay"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, new_chosen_cb, g_object_ref (widget));
}

/* Dialogs */

static void
about_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog, "application-name", _ ("Assay"), "application-icon", ASSAY_APPLICATION_ID,
                "version", ASSAY_VERSION, "license-type", GTK_LICENSE_GPL_3_0, "comments",
                _ ("Compare what suppliers promise with what they do"), "developer-name",
                _ ("The Assay authors"), "translator-credits", _ ("translator-credits"), NULL);
  adw_dialog_present (dialog, widget);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayWindow *self = ASSAY_WINDOW (widget);

  if (!assay_context_get_book (self->context)
      || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)))
    return;
  adw_dialog_present (assay_search_dialog_new (self->context), widget);
}

static void
preferences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayWindow *self = ASSAY_WINDOW (widget);

  if (assay_context_get_book (self->context)
      && !adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)))
    adw_dialog_present (assay_preferences_dialog_new (self->context), widget);
}

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget)))
    adw_dialog_present (assay_shortcuts_dialog_new (), widget);
}

/* The example goes into the book that is open, which is empty where this is offered. */
static void
example_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean made = assay_example_make_finish (ASSAY_BOOK (source), result, &error);

  assay_window_set_busy (self, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.example", TRUE);
  if (!made)
    assay_context_failed (self->context, _ ("The Example Was Not Made"), error);
  else
    assay_context_toast_undo (self->context, _ ("The example is in the book"));
}

static void
example_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayWindow *self = ASSAY_WINDOW (widget);
  AssayBook *book = assay_context_get_book (self->context);
  g_autofree char *folder = assay_example_folder ();

  if (!book || assay_book_is_read_only (book))
    return;
  assay_window_set_busy (self, _ ("Making the example"));
  gtk_widget_action_set_enabled (widget, "win.example", FALSE);
  assay_example_make_async (book, folder, assay_context_get_today (self->context), NULL,
                            example_made_cb, g_object_ref (self));
}

static void
add_supplier_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayWindow *self = ASSAY_WINDOW (widget);
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SUPPLIER);

  if (assay_context_get_book (self->context))
    assay_context_edit_record (self->context, record);
}

static void
duplicates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayWindow *self = ASSAY_WINDOW (widget);
  AssayBook *book = assay_context_get_book (self->context);

  if (book && !assay_book_is_read_only (book))
    adw_dialog_present (assay_pages_new_duplicates (self->context, g_variant_get_int64 (parameter)),
                        widget);
}

void
assay_window_actions_class_init (GtkWidgetClass *klass)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "win.undo", NULL, undo_action },
    { "win.redo", NULL, redo_action },
    { "win.undo-deletes", "u", undo_deletes_action },
    { "win.back", NULL, back_action },
    { "win.sidebar", NULL, sidebar_action },
    { "win.menu", NULL, menu_action },
    { "win.show", "s", show_action },
    { "win.new", NULL, new_action },
    { "win.print", NULL, print_action },
    { "win.find", NULL, find_action },
    { "win.import", NULL, import_action },
    { "win.open-book", NULL, open_book_action },
    { "win.new-book", NULL, new_book_action },
    { "win.about", NULL, about_action },
    { "win.search", NULL, search_action },
    { "win.preferences", NULL, preferences_action },
    { "win.shortcuts", NULL, shortcuts_action },
    { "win.example", NULL, example_action },
    { "win.add-supplier", NULL, add_supplier_action },
    { "win.find-duplicates", "x", duplicates_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter, actions[i].func);
  assay_actions_add_bindings (klass, "win.");
}
