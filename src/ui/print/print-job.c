/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a request to paper, preview or file. One job for each request lives from the request to its
 * end and holds the context, never the window. */

#include "assay-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/print/print-gather.h"
#include "ui/print/print-job.h"
#include "ui/print/print-operation.h"
#include "ui/print/print-preview.h"
#include "ui/print/print-settings.h"

typedef struct
{
  gatomicrefcount references;
  AssayContext *context;
  AssayBook *book;
  GWeakRef parent; /* GtkWindow */
  const AssayPrintKind *kind;
  gpointer request;
  GtkPrintOperationAction action;
} Job;

static Job *
job_new (AssayContext *context,
         GtkWindow *parent,
         const AssayPrintKind *kind,
         gconstpointer request,
         int action)
{
  Job *job = g_new0 (Job, 1);

  g_atomic_ref_count_init (&job->references);
  job->context = g_object_ref (context);
  job->book = g_object_ref (assay_context_get_book (context));
  g_weak_ref_init (&job->parent, parent);
  job->kind = kind;
  job->request = kind->copy (request);
  job->action = (GtkPrintOperationAction)action;
  return job;
}

static Job *
job_ref (Job *job)
{
  g_atomic_ref_count_inc (&job->references);
  return job;
}

static void
job_unref (Job *job)
{
  if (!g_atomic_ref_count_dec (&job->references))
    return;
  g_object_unref (job->context);
  g_object_unref (job->book);
  g_weak_ref_clear (&job->parent);
  job->kind->free (job->request);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_unref)

/* Paper as it was chosen last; width 0 where it never was. */
static void
load_measures (AssayPageSetup *measures)
{
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;

  *measures = (AssayPageSetup){ 0 };
  assay_print_settings_load (&settings, &setup);
  if (setup != NULL)
    assay_print_settings_measure (setup, measures);
}

static void
print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      assay_context_failed (job->context, _ ("Printing failed"), error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    assay_context_toast (job->context, _ ("Sent to the printer"));
}

static void
job_closure_free (gpointer data, GClosure *closure)
{
  job_unref (data);
}

static void
print (Job *job, AssayPrintGathered *gathered, GtkWindow *parent)
{
  g_autoptr (AssayPrintOperation) operation
      = assay_print_operation_new (gathered->documents, gathered->paper);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (operation), TRUE);
  g_signal_connect_data (operation, "done", G_CALLBACK (print_done_cb), job_ref (job),
                         job_closure_free, G_CONNECT_DEFAULT);
  /* An error comes with "done" as well, where it is told. */
  gtk_print_operation_run (GTK_PRINT_OPERATION (operation), job->action, parent, &error);
}

static void
repeat (Job *job, GtkPrintOperationAction action)
{
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&job->parent);

  assay_print (job->context, parent, job->kind, job->request, (int)action);
}

static void
preview_print_cb (AssayPrintPreview *preview, Job *job)
{
  repeat (job, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
}

static void
preview_save_cb (AssayPrintPreview *preview, Job *job)
{
  repeat (job, GTK_PRINT_OPERATION_ACTION_EXPORT);
}

static void
preview (Job *job, AssayPrintGathered *gathered, GtkWindow *parent)
{
  AssayPrintPreview *dialog = assay_print_preview_new (gathered->pages);

  g_signal_connect_data (dialog, "print", G_CALLBACK (preview_print_cb), job_ref (job),
                         job_closure_free, G_CONNECT_DEFAULT);
  g_signal_connect_data (dialog, "save", G_CALLBACK (preview_save_cb), job_ref (job),
                         job_closure_free, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), parent != NULL ? GTK_WIDGET (parent) : NULL);
}

static void
gathered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&job->parent);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayPrintGathered) gathered
      = assay_print_gather_finish (ASSAY_BOOK (source), result, &error);

  if (gathered == NULL)
    assay_context_failed (job->context, _ ("The report could not be made"), error);
  else if (job->action == GTK_PRINT_OPERATION_ACTION_PREVIEW)
    preview (job, gathered, parent);
  else
    print (job, gathered, parent);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;

  if (assay_print_export_finish (ASSAY_BOOK (source), result, &error))
    assay_context_toast (
        job->context, ngettext ("Report saved", "Reports saved", job->kind->count (job->request)));
  else
    assay_context_failed (job->context, _ ("The report could not be saved"), error);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  AssayPageSetup measures;

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        assay_context_failed (job->context, _ ("The report could not be saved"), error);
      return;
    }
  load_measures (&measures);
  assay_print_export_async (job->book, job->kind, job->request, file, &measures, NULL, exported_cb,
                            job_ref (job));
}

static void
ask_for_file (Job *job, GtkWindow *parent)
{
  g_autofree char *name = job->kind->dup_file_name (job->request, job->book);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("PDF documents"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Save as PDF"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, NULL, file_chosen_cb, job_ref (job));
}

/**
 * assay_print:
 * @context: with an open book
 * @parent: (nullable): of the dialogs
 * @kind: what is printed
 * @request: which; copied
 * @action: a #GtkPrintOperationAction
 *
 * Returns at once; what came of it is told through @context.
 */
void
assay_print (AssayContext *context,
             GtkWindow *parent,
             const AssayPrintKind *kind,
             gconstpointer request,
             int action)
{
  g_autoptr (Job) job = NULL;
  AssayPageSetup measures;

  if (assay_context_get_book (context) == NULL || kind->count (request) == 0)
    return;
  job = job_new (context, parent, kind, request, action);
  if (job->action == GTK_PRINT_OPERATION_ACTION_EXPORT)
    {
      ask_for_file (job, parent);
      return;
    }
  load_measures (&measures);
  assay_print_gather_async (job->book, kind, request,
                            job->action == GTK_PRINT_OPERATION_ACTION_PREVIEW ? &measures : NULL,
                            NULL, gathered_cb, job_ref (job));
}
