/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart on the screen, on a printer. */

#include "assay-config.h"

#include "ui/chart/chart-frame-private.h"

#include <glib/gi18n-lib.h>

#include "report/chart-page.h"
#include "ui/print/print-operation.h"

static void
done_cb (AssayChartFrame *self, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    assay_chart_frame_tell (self, _ ("Sent to the printer"));
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  /* Translators: the reason, in the system's words. */
  words = g_strdup_printf (_ ("The chart could not be printed: %s"), error->message);
  assay_chart_frame_tell (self, words);
}

void
assay_chart_frame_print (AssayChartFrame *self)
{
  g_autoptr (GPtrArray) documents
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_document_unref);
  g_autoptr (AssayPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_ptr_array_add (documents, assay_chart_page_new (self->scene));
  operation = assay_print_operation_new (documents, assay_paper_for_locale ());
  assay_print_operation_turn (operation);
  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (operation), TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  /* An error comes with "done" as well, where it is told. */
  gtk_print_operation_run (GTK_PRINT_OPERATION (operation), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error);
}
