/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/import/import-report.h"

#include <glib/gi18n-lib.h>

/* What is being saved, until it is. */
typedef struct
{
  AssayContext *context;
  GBytes *report;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->context);
  g_bytes_unref (saving->report);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

void
assay_import_report_copy (GtkWidget *from, AssayImportResult *result, const char *name)
{
  g_autofree char *report = assay_import_result_report (result, name);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (from), report);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    assay_context_failed (saving->context, _ ("The report could not be saved"), error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  GBytes *report = saving->report;

  if (file != NULL)
    g_file_replace_contents_bytes_async (file, report, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                         written_cb, g_steal_pointer (&saving));
}

void
assay_import_report_save (GtkWidget *from,
                          AssayContext *context,
                          AssayImportResult *result,
                          const char *name)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Saving *saving = g_new0 (Saving, 1);
  char *report = assay_import_result_report (result, name);

  saving->context = g_object_ref (context);
  saving->report = g_bytes_new_take (report, strlen (report));
  gtk_file_dialog_set_title (dialog, _ ("Save Report"));
  gtk_file_dialog_set_initial_name (dialog, _ ("import-report.txt"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (from)), NULL, chosen_cb, saving);
}
