/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/save-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AssayContext *context;
  GBytes *bytes;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->context);
  g_bytes_unref (saving->bytes);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *message = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      assay_context_failed (saving->context, _ ("Cannot write the file"), error);
      return;
    }
  message = g_strdup_printf (_ ("Saved as %s"), name);
  assay_context_toast (saving->context, message);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  GBytes *bytes = saving->bytes;

  if (file != NULL)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                         written_cb, g_steal_pointer (&saving));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    assay_context_failed (saving->context, _ ("Cannot choose a file"), error);
}

void
assay_save_text (AssayContext *context, GtkWidget *widget, const char *file_name, const char *text)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (widget);
  Saving *saving = g_new0 (Saving, 1);

  saving->context = g_object_ref (context);
  saving->bytes = g_bytes_new (text, strlen (text));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, chosen_cb,
                        saving);
}
