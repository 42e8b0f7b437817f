/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents, read and made on the book's thread: for a printer, as pages for the preview, or into a
 * file. */

#pragma once

#include "report/pages.h"
#include "ui/print/print-kind.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *documents; /* of AssayDocument */
  GPtrArray *pages;     /* of AssayPages, where a setup was given */
  AssayPaper paper;     /* of the book */
} AssayPrintGathered;

/* @measures: NULL where no pages are wanted; its width 0 takes the book's paper. */
void assay_print_gather_async (AssayBook *book,
                               const AssayPrintKind *kind,
                               gconstpointer request,
                               const AssayPageSetup *measures,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
AssayPrintGathered *
assay_print_gather_finish (AssayBook *book, GAsyncResult *result, GError **error);
void assay_print_gathered_free (AssayPrintGathered *gathered);

/* All reports into a file, one in memory at a time. The result is the number of pages. */
void assay_print_export_async (AssayBook *book,
                               const AssayPrintKind *kind,
                               gconstpointer request,
                               GFile *file,
                               const AssayPageSetup *measures,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean assay_print_export_finish (AssayBook *book, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayPrintGathered, assay_print_gathered_free)

G_END_DECLS
