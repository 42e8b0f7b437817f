/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents on a printer: a thin GtkPrintOperation over the pages that PDF files and the preview
 * have too. And the way in for the window: print, preview or save the reports of inspections, whose
 * data is read on the book's thread. */

#pragma once

#include <gtk/gtk.h>

#include "report/document.h"
#include "report/report-kind.h"
#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_PRINT_OPERATION (assay_print_operation_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayPrintOperation, assay_print_operation, ASSAY, PRINT_OPERATION, GtkPrintOperation)

AssayPrintOperation *assay_print_operation_new (GPtrArray *documents, AssayPaper paper);
/* For documents wider than high; the next ones start upright again. */
void assay_print_operation_turn (AssayPrintOperation *operation);

/* @action is a GtkPrintOperationAction: EXPORT asks for a file. */
void assay_print_inspections (AssayContext *context,
                              GtkWindow *parent,
                              const gint64 *ids,
                              gsize n,
                              AssayReportKind kind,
                              int action);

G_END_DECLS
