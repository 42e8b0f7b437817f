/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings the rows of a file into a book: all or nothing, in one change that one undo takes back. */

#pragma once

#include "exchange/import-plan.h"
#include "exchange/import-result.h"
#include "store/book.h"

G_BEGIN_DECLS

/* Called on the book's thread, now and then. @fraction of the file, 0 to 1. */
typedef void (*AssayImportProgress) (guint64 rows, double fraction, gpointer data);

/* @plan is copied. @result is set whenever rows were read, also on failure: with
 * ASSAY_EXCHANGE_ERROR_REFUSED it says which rows. A dry run ends with success and changes nothing.
 */
gboolean assay_import (AssayBook *book,
                       const AssayImportPlan *plan,
                       AssayImportProgress progress,
                       gpointer progress_data,
                       AssayImportResult **result,
                       GCancellable *cancellable,
                       GError **error);
void assay_import_async (AssayBook *book,
                         const AssayImportPlan *plan,
                         AssayImportProgress progress,
                         gpointer progress_data,
                         GDestroyNotify destroy_progress_data,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
gboolean assay_import_finish (GAsyncResult *task, AssayImportResult **result, GError **error);

/* Inside a change: what the others do there. */
gboolean assay_import_run (AssayDb *db,
                           const AssayImportPlan *plan,
                           AssayImportProgress progress,
                           gpointer progress_data,
                           AssayImportResult *result,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
