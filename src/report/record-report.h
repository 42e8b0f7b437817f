/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents about one record of some type, such as the specification sheet of a product: what can
 * be asked for by name, made one by one for the preview and a printer, or all into one PDF file.
 * One is in memory at a time. On the thread that owns the connection. */

#pragma once

#include <gio/gio.h>

#include "report/inspection-data.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;    /* as the command line has it: "specification" */
  AssayType type;      /* of the records that it is about */
  const char *title;   /* of one and of several; marked for translation */
  const char *several; /* "Specification sheets" */
  /* Reads what it needs and makes the document; @today in days since 1970-01-01. */
  AssayDocument *(*make) (AssayDb *db,
                          gint64 id,
                          gint32 today,
                          AssayReportBrand *brand,
                          GCancellable *cancellable,
                          GError **error);
  AssayType other; /* of records that it may be about as well; NONE: no others */
} AssayRecordReport;

typedef struct
{
  const AssayRecordReport *report;
  GArray *ids; /* gint64 */
  gint32 today;
} AssayRecordJob;

/* NULL when there is none of that name. */
const AssayRecordReport *assay_record_report_find (const char *name);

/* @name is one that there is; @today ASSAY_DATE_UNKNOWN: the clock’s. */
AssayRecordJob *assay_record_job_new (const char *name, const gint64 *ids, gsize n, gint32 today);
AssayRecordJob *assay_record_job_copy (const AssayRecordJob *job);
void assay_record_job_free (AssayRecordJob *job);
AssayDocument *assay_record_job_make (const AssayRecordJob *job,
                                      AssayDb *db,
                                      guint i,
                                      AssayReportBrand *brand,
                                      GCancellable *cancellable,
                                      GError **error);
/* "Specification sheet DRV-38.pdf"; @db reads the record's title. */
char *assay_record_job_dup_file_name (const AssayRecordJob *job, AssayDb *db);
/* @measures: NULL, or a width of 0, takes @brand's paper. */
gboolean assay_record_job_write (const AssayRecordJob *job,
                                 AssayDb *db,
                                 AssayReportBrand *brand,
                                 const AssayPageSetup *measures,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayRecordJob, assay_record_job_free)

G_END_DECLS
