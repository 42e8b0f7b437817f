/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/table/table-export.h"

#include <glib/gi18n-lib.h>

#include "exchange/table-export.h"

typedef struct
{
  AssayContext *context;
  AssayQuery *query;
  GArray *fields;
} Exporting;

static void
exporting_free (Exporting *exporting)
{
  g_object_unref (exporting->context);
  assay_query_free (exporting->query);
  g_array_unref (exporting->fields);
  g_free (exporting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Exporting, exporting_free)

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Exporting) exporting = data;
  g_autoptr (GError) error = NULL;
  gint64 rows = assay_table_export_finish (result, &error);
  g_autofree char *number = NULL;
  g_autofree char *message = NULL;

  if (rows < 0)
    {
      assay_context_failed (exporting->context, _ ("The Table Was Not Exported"), error);
      return;
    }
  number = assay_format_number (rows);
  message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s row exported", "%s rows exported", (gulong)rows), number);
  assay_context_toast (exporting->context, message);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Exporting) exporting = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  AssayBook *book = assay_context_get_book (exporting->context);
  Exporting *handed = exporting;

  if (!file || !book)
    return;
  /* The mark tells spreadsheets that the text is UTF-8. */
  assay_table_export_async (book, handed->query, (const guint *)(const void *)handed->fields->data,
                            handed->fields->len, ASSAY_EXPORT_MARK, file, NULL, exported_cb,
                            g_steal_pointer (&exporting));
}

void
assay_table_save_as (AssayContext *context,
                     GtkWidget *parent,
                     const AssayQuery *query,
                     GArray *fields)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  const AssayRecordType *type = assay_record_type_get (assay_query_get_type (query));
  g_autofree char *name = g_strdup_printf ("%s.csv", assay_record_type_plural (type));
  GtkRoot *root = gtk_widget_get_root (parent);
  Exporting *exporting = g_new (Exporting, 1);

  *exporting
      = (Exporting){ g_object_ref (context), assay_query_copy (query), g_array_ref (fields) };
  gtk_file_filter_set_name (filter, _ ("Comma-separated values (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_dialog_set_title (dialog, _ ("Export Table"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Export"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, chosen_cb,
                        exporting);
}
