/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The book in the window: opening, what to say when that fails, following its changes, closing. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "exchange/starting-set.h"
#include "insight/today.h"
#include "store/error.h"
#include "ui/reminder-notice.h"
#include "ui/window-private.h"

static void open_book (AssayWindow *self, AssayBookFlags flags);

static void
show_spinner (AssayWindow *self, const char *what)
{
  GtkWidget *page = adw_status_page_new ();
  AdwSpinnerPaintable *spinner = adw_spinner_paintable_new (page);

  adw_status_page_set_paintable (ADW_STATUS_PAGE (page), GDK_PAINTABLE (spinner));
  adw_status_page_set_title (ADW_STATUS_PAGE (page), what);
  adw_bin_set_child (self->wait_bin, page);
  g_object_unref (spinner);
}

static void
show_wait_cb (gpointer data)
{
  AssayWindow *self = data;

  self->wait_source = 0;
  show_spinner (self, _ ("Opening the Book"));
}

void
assay_window_set_busy (AssayWindow *self, const char *what)
{
  gboolean open = assay_context_get_book (self->context) != NULL;

  if (what)
    show_spinner (self, what);
  else
    adw_bin_set_child (self->wait_bin, NULL);
  if (what || open)
    gtk_stack_set_visible_child_name (self->states, what ? "wait" : "subjects");
}

static void
stop_waiting (AssayWindow *self)
{
  g_clear_handle_id (&self->wait_source, g_source_remove);
  adw_bin_set_child (self->wait_bin, NULL);
}

static void
show_failure (AssayWindow *self, const GError *error)
{
  g_autofree char *name = g_path_get_basename (self->opening_path);
  g_autofree char *words = assay_store_error_describe (error, name);
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  stop_waiting (self);
  adw_status_page_set_title (self->failed_page, _ ("This Book Cannot Be Opened"));
  adw_status_page_set_description (self->failed_page, escaped);
  gtk_stack_set_visible_child_name (self->states, "failed");
}

static void
update_banner (AssayWindow *self)
{
  AssayBook *book = assay_context_get_book (self->context);

  if (!book || !assay_book_is_read_only (book))
    {
      adw_banner_set_revealed (self->banner, FALSE);
      return;
    }
  if (g_error_matches (self->reopened_for, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_TOO_NEW))
    adw_banner_set_title (self->banner,
                          _ ("A newer Assay wrote this book: it can be read, not changed"));
  else if (g_error_matches (self->reopened_for, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_NO_SPACE))
    adw_banner_set_title (self->banner, _ ("The disk is full: the book can be read, not changed"));
  else
    adw_banner_set_title (self->banner,
                          _ ("The file may not be written: the book can be read, not changed"));
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
started_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayContext) context = data;
  g_autoptr (GError) error = NULL;

  if (assay_starting_set_add_finish (ASSAY_BOOK (source), result, &error) < 0)
    assay_context_failed (context, _ ("The New Book Is Empty"), error);
}

/* A new book can plan an inspection at once; who wants it empty undoes the one change. */
static void
add_starting_sets (AssayWindow *self, AssayBook *book)
{
  assay_starting_set_add_async (book, ASSAY_TYPE_NONE, NULL, started_cb,
                                g_object_ref (self->context));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayBook) book = assay_book_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (book && (!self->opening || g_cancellable_is_cancelled (self->opening)))
    {
      assay_book_close_async (book, NULL, NULL);
      return;
    }
  g_clear_object (&self->opening);
  if (!book && !(self->opening_flags & ASSAY_BOOK_READ_ONLY)
      && (g_error_matches (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_TOO_NEW)
          || g_error_matches (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_READ_ONLY)
          || g_error_matches (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_NO_SPACE))
      && g_file_test (self->opening_path, G_FILE_TEST_EXISTS))
    {
      g_clear_error (&self->reopened_for);
      self->reopened_for = g_steal_pointer (&error);
      open_book (self, ASSAY_BOOK_READ_ONLY);
      return;
    }
  if (!book)
    {
      show_failure (self, self->reopened_for ? self->reopened_for : error);
      return;
    }
  assay_context_set_book (self->context, book);
  if (self->settings)
    g_settings_set_string (self->settings, "last-book", assay_book_get_path (book));
  assay_window_book_opened (self);
  if (self->opening_new && !assay_book_is_read_only (book))
    add_starting_sets (self, book);
  self->opening_new = FALSE;
}

static void
open_book (AssayWindow *self, AssayBookFlags flags)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  self->opening_flags = flags;
  assay_book_open_async (self->opening_path, flags, self->opening, opened_cb, g_object_ref (self));
}

void
assay_window_open_book (AssayWindow *self, const char *path, AssayBookFlags flags)
{
  g_return_if_fail (ASSAY_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  for (AssaySubject i = 0; i < ASSAY_N_SUBJECTS; i++)
    if (!assay_window_may_leave (self, self->views[i], NULL))
      return;
  assay_window_close_book (self);
  g_set_str (&self->opening_path, path);
  self->opening_new = (flags & (ASSAY_BOOK_CREATE | ASSAY_BOOK_MUST_MAKE))
                      && !g_file_test (path, G_FILE_TEST_EXISTS);
  g_clear_error (&self->reopened_for);
  gtk_stack_set_visible_child_name (self->states, "wait");
  g_clear_handle_id (&self->wait_source, g_source_remove);
  self->wait_source = g_timeout_add_once (500, show_wait_cb, self);
  open_book (self, flags);
}

/* Counts in the sidebar */

static gboolean
ask_counts (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  *result = assay_today_ask (db, GPOINTER_TO_INT (data), 0, 1, error);
  return *result != NULL;
}

static void
show_count (AssayWindow *self, AssaySubject subject, gint64 count)
{
  g_autofree char *text = assay_format_number (count);

  if (!self->counts[subject])
    return;
  gtk_label_set_text (self->counts[subject], text);
  gtk_widget_set_visible (GTK_WIDGET (self->counts[subject]), count > 0);
}

/* A line each: "4 late order lines", "1 overdue corrective action", evidence that ran out and the
 * like. */
static char *
describe_late (const AssayToday *today)
{
  g_autofree char *reminders = assay_reminders_dup_words (today->reminders);
  g_autofree char *lines
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d late order line", "%d late order lines",
                                      (gulong)today->late_n),
                         (int)today->late_n);
  g_autofree char *actions
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d overdue corrective action",
                                      "%d overdue corrective actions", (gulong)today->overdue_n),
                         (int)today->overdue_n);
  g_autoptr (GString) words = g_string_new (NULL);

  if (today->late_n > 0)
    g_string_append (words, lines);
  if (today->overdue_n > 0)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", actions);
  if (reminders != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", reminders);
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayToday) today = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);
  g_autofree char *late = NULL;

  if (!today || !self->counts[0])
    return;
  show_count (self, ASSAY_SUBJECT_TODAY,
              today->late_n + today->overdue_n + assay_reminders_count_overdue (today->reminders));
  show_count (self, ASSAY_SUBJECT_SUPPLIERS, today->suppliers);
  show_count (self, ASSAY_SUBJECT_PRODUCTS, today->products);
  show_count (self, ASSAY_SUBJECT_ORDERS, today->orders);
  show_count (self, ASSAY_SUBJECT_INSPECTIONS, today->inspections);
  show_count (self, ASSAY_SUBJECT_ACTIONS, today->open_actions);
  late = describe_late (today);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->counts[ASSAY_SUBJECT_TODAY]), late);
}

static void
count_cb (gpointer data)
{
  AssayWindow *self = data;
  AssayBook *book = assay_context_get_book (self->context);

  self->count_source = 0;
  if (!book)
    return;
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  assay_book_ask_async (book, ask_counts, GINT_TO_POINTER (assay_context_get_today (self->context)),
                        NULL, (GDestroyNotify)assay_today_free, self->counting, counted_cb,
                        g_object_ref (self));
}

void
assay_window_update_counts (AssayWindow *self)
{
  if (self->count_source == 0)
    self->count_source = g_timeout_add_once (200, count_cb, self);
}

/* Changes */

/* Pages of records that are gone leave the stack. */
static void
drop_deleted (AssayWindow *self, const AssayChanged *changed)
{
  g_autofree char *tag = g_strdup_printf ("%s-%" G_GINT64_FORMAT,
                                          assay_record_type_get (changed->type)->name, changed->id);

  for (AssaySubject i = 0; i < ASSAY_N_SUBJECTS; i++)
    {
      AdwNavigationView *view = self->views[i];
      AdwNavigationPage *page = view ? adw_navigation_view_find_page (view, tag) : NULL;
      AdwNavigationPage *below = page ? adw_navigation_view_get_previous_page (view, page) : NULL;

      if (below)
        adw_navigation_view_pop_to_page (view, below);
    }
}

static void
changed_cb (AssayWindow *self, GArray *changes)
{
  for (guint i = 0; changes && i < changes->len; i++)
    if (g_array_index (changes, AssayChanged, i).kind == ASSAY_CHANGED_DELETED)
      drop_deleted (self, &g_array_index (changes, AssayChanged, i));
  /* Another change in between: the toast's Undo would no longer undo the deletion. */
  if (self->own_change == 0 && self->delete_toast)
    adw_toast_dismiss (self->delete_toast);
  assay_window_update_counts (self);
}

void
assay_window_book_opened (AssayWindow *self)
{
  AssayBook *book = assay_context_get_book (self->context);

  stop_waiting (self);
  if (!self->book_signals)
    {
      self->book_signals = g_signal_group_new (ASSAY_TYPE_BOOK);
      g_signal_group_connect_object (self->book_signals, "changed", G_CALLBACK (changed_cb), self,
                                     G_CONNECT_SWAPPED);
      g_signal_group_connect_object (self->book_signals, "notify::undo-label",
                                     G_CALLBACK (assay_window_update_undo), self,
                                     G_CONNECT_SWAPPED);
      g_signal_group_connect_object (self->book_signals, "notify::redo-label",
                                     G_CALLBACK (assay_window_update_undo), self,
                                     G_CONNECT_SWAPPED);
    }
  g_signal_group_set_target (self->book_signals, book);
  update_banner (self);
  assay_window_update_undo (self);
  gtk_stack_set_visible_child_name (self->states, "subjects");
  assay_window_show_subject (self, self->subject);
  assay_window_update_counts (self);
  assay_reminder_notice_show (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                              self->context);
}

void
assay_window_show_today (AssayWindow *self)
{
  if (assay_context_get_book (self->context))
    assay_window_show_subject (self, ASSAY_SUBJECT_TODAY);
}

/* Closing */

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GApplication) application = data;
  g_autoptr (GError) error = NULL;

  if (!assay_book_close_finish (ASSAY_BOOK (source), result, &error))
    g_warning ("The book was not closed well: %s", error->message);
  if (application)
    g_application_release (application);
}

/* The application stays until the book's thread has written everything and ended. */
void
assay_window_close_book (AssayWindow *self)
{
  g_autoptr (AssayBook) book = NULL;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (!self->context || !assay_context_get_book (self->context))
    return;
  book = g_object_ref (assay_context_get_book (self->context));
  g_cancellable_cancel (self->counting);
  if (self->delete_toast)
    adw_toast_dismiss (self->delete_toast);
  g_signal_group_set_target (self->book_signals, NULL);
  assay_window_drop_pages (self);
  assay_context_set_book (self->context, NULL);
  adw_banner_set_revealed (self->banner, FALSE);
  if (application)
    g_application_hold (G_APPLICATION (application));
  assay_book_close_async (book, closed_cb, application ? g_object_ref (application) : NULL);
}
