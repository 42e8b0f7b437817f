/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/calendar/calendar-export.h"

#include <glib/gi18n-lib.h>

#include "exchange/calendar-file.h"
#include "insight/agenda-events.h"

typedef struct
{
  AssayContext *context;
  AssayAgendaQuestion question;
  GFile *file;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->context);
  g_clear_object (&saving->file);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static gboolean
write_events (GFile *file, const AssayAgenda *agenda, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) events = assay_agenda_make_events (agenda);
  g_autoptr (GFileOutputStream) stream
      = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  AssayCalendarOptions options = { .name = "Assay", .remind_days = -1 };

  if (stream == NULL)
    return FALSE;
  options.stamp = assay_agenda_get_stamp (agenda, g_get_real_time ());
  if (!assay_calendar_file_write (G_OUTPUT_STREAM (stream), events, &options, cancellable, error))
    {
      g_autoptr (GCancellable) abandon = g_cancellable_new ();

      /* Closing a cancelled stream leaves the old file as it was. */
      g_cancellable_cancel (abandon);
      g_output_stream_close (G_OUTPUT_STREAM (stream), abandon, NULL);
      return FALSE;
    }
  return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

/* On the book's thread. The result is the number of entries and one. */
static gboolean
write_job (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Saving *saving = data;
  g_autoptr (AssayAgenda) agenda = assay_agenda_ask (db, &saving->question, error);

  if (agenda == NULL || !write_events (saving->file, agenda, cancellable, error))
    return FALSE;
  *result = GUINT_TO_POINTER (agenda->items->len + 1);
  return TRUE;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayContext) context = data;
  g_autoptr (GError) error = NULL;
  guint n = GPOINTER_TO_UINT (assay_book_ask_finish (ASSAY_BOOK (source), result, &error));
  g_autofree char *message = NULL;

  if (n == 0)
    {
      assay_context_failed (context, _ ("The Calendar Was Not Exported"), error);
      return;
    }
  message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u entry exported", "%u entries exported", n - 1), n - 1);
  assay_context_toast (context, message);
}

void
assay_calendar_save_to (AssayContext *context, const AssayAgendaQuestion *question, GFile *file)
{
  AssayBook *book = assay_context_get_book (context);
  Saving *saving;

  if (book == NULL)
    return;
  saving = g_new0 (Saving, 1);
  *saving = (Saving){ g_object_ref (context), *question, g_object_ref (file) };
  assay_book_ask_async (book, write_job, saving, (GDestroyNotify)saving_free, NULL, NULL,
                        written_cb, g_object_ref (context));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    assay_calendar_save_to (saving->context, &saving->question, file);
}

void
assay_calendar_save_as (AssayContext *context,
                        GtkWidget *parent,
                        const AssayAgendaQuestion *question)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = g_strconcat (_ ("Calendar"), ".ics", NULL);
  GtkRoot *root = gtk_widget_get_root (parent);
  Saving *saving = g_new0 (Saving, 1);

  *saving = (Saving){ g_object_ref (context), *question, NULL };
  gtk_file_filter_set_name (filter, _ ("Calendar (iCalendar)"));
  gtk_file_filter_add_suffix (filter, "ics");
  gtk_file_dialog_set_title (dialog, _ ("Export Calendar"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Export"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, chosen_cb,
                        saving);
}
