/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Performance reports of suppliers, and their comparison, into one PDF file or one by one for a
 * printer and the preview: one is in memory at a time, however many are asked for. On the thread
 * that owns the connection. */

#pragma once

#include <gio/gio.h>

#include "report/supplier-data.h"

G_BEGIN_DECLS

/* Suppliers that stand beside each other. */
#define ASSAY_PERFORMANCE_COMPARED 6

typedef enum
{
  ASSAY_PERFORMANCE_SUPPLIERS,  /* a report of each */
  ASSAY_PERFORMANCE_COMPARISON, /* one document of all */
} AssayPerformanceKind;

typedef struct
{
  AssayPerformanceKind kind;
  GArray *ids; /* gint64: suppliers; of a comparison none: those with the most lines */
  AssaySupplierReportOptions options;
} AssayPerformanceJob;

AssayPerformanceJob *assay_performance_job_new (AssayPerformanceKind kind,
                                                const gint64 *ids,
                                                gsize n,
                                                const AssaySupplierReportOptions *options);
AssayPerformanceJob *assay_performance_job_copy (const AssayPerformanceJob *job);
void assay_performance_job_free (AssayPerformanceJob *job);

/* How many documents. */
guint assay_performance_job_count (const AssayPerformanceJob *job);
AssayDocument *assay_performance_job_make (const AssayPerformanceJob *job,
                                           AssayDb *db,
                                           guint i,
                                           AssayReportBrand *brand,
                                           GCancellable *cancellable,
                                           GError **error);
/* Of a file that holds all of it. */
const char *assay_performance_job_title (const AssayPerformanceJob *job);
/* @measures: NULL, or a width of 0, takes @brand's paper. */
gboolean assay_performance_job_write (const AssayPerformanceJob *job,
                                      AssayDb *db,
                                      AssayReportBrand *brand,
                                      const AssayPageSetup *measures,
                                      GFile *file,
                                      GCancellable *cancellable,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayPerformanceJob, assay_performance_job_free)

G_END_DECLS
