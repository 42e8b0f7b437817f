/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The documents of many inspections into one PDF file, one in memory at a time: before them a list
 * of contents, on each of their pages which of them it belongs to. On the thread that owns the
 * connection. */

#pragma once

#include <gio/gio.h>

#include "report/inspection-data.h"

G_BEGIN_DECLS

/* @measures: NULL takes @brand's paper. */
gboolean assay_inspection_batch_write (AssayDb *db,
                                       const gint64 *ids,
                                       gsize n,
                                       AssayReportKind kind,
                                       AssayReportBrand *brand,
                                       const AssayPageSetup *measures,
                                       GFile *file,
                                       GCancellable *cancellable,
                                       GError **error);
/* The same, one by one: 0 is the list of contents where there are several, then each document. NULL
 * with @error. */
AssayDocument *assay_inspection_batch_make (AssayDb *db,
                                            const gint64 *ids,
                                            gsize n,
                                            guint i,
                                            AssayReportKind kind,
                                            AssayReportBrand *brand,
                                            GCancellable *cancellable,
                                            GError **error);
guint assay_inspection_batch_count (gsize n);

G_END_DECLS
