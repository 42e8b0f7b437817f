/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table as a CSV file, exactly as it is shown: the rows that a query finds, in its order, the
 * columns that were chosen, in theirs. */

#pragma once

#include "exchange/csv-writer.h"
#include "store/book.h"
#include "store/query.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_EXPORT_COLUMN_NAMES = 1 << 0, /* head columns by their names, not by translated labels */
  ASSAY_EXPORT_MARK = 1 << 1,         /* begin with a byte order mark */
} AssayExportFlags;

/* On the thread that owns @db. @fields of the query's type; NULL: all but hidden ones. The file is
 * replaced when all of it was written, and left alone otherwise. */
gboolean assay_table_export (AssayDb *db,
                             const AssayQuery *query,
                             const guint *fields,
                             guint n_fields,
                             AssayExportFlags flags,
                             GFile *file,
                             guint64 *rows,
                             GCancellable *cancellable,
                             GError **error);
gboolean assay_table_export_stream (AssayDb *db,
                                    const AssayQuery *query,
                                    const guint *fields,
                                    guint n_fields,
                                    AssayExportFlags flags,
                                    GOutputStream *stream,
                                    guint64 *rows,
                                    GCancellable *cancellable,
                                    GError **error);

/* The same on the book's thread. The result of finish: how many rows, -1 with @error. */
void assay_table_export_async (AssayBook *book,
                               const AssayQuery *query,
                               const guint *fields,
                               guint n_fields,
                               AssayExportFlags flags,
                               GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gint64 assay_table_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
