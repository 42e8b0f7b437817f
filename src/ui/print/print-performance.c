/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Performance reports of suppliers and their comparison as something that can be printed. */

#include "assay-config.h"

#include "ui/print/print-performance.h"

#include "report/supplier-report.h"
#include "store/records.h"
#include "ui/print/print-job.h"

static guint
count (gconstpointer data)
{
  return assay_performance_job_count (data);
}

static AssayDocument *
make (gconstpointer data,
      AssayDb *db,
      guint i,
      AssayReportBrand *brand,
      GCancellable *cancellable,
      GError **error)
{
  return assay_performance_job_make (data, db, i, brand, cancellable, error);
}

static gboolean
write_all (gconstpointer data,
           AssayDb *db,
           AssayReportBrand *brand,
           const AssayPageSetup *measures,
           GFile *file,
           GCancellable *cancellable,
           GError **error)
{
  return assay_performance_job_write (data, db, brand, measures, file, cancellable, error);
}

/* One report is named after its supplier; no file system refuses the name. */
static char *
dup_file_name (gconstpointer data, AssayBook *book)
{
  const AssayPerformanceJob *job = data;
  AssayDb *reader = assay_book_get_reader (book);
  g_autoptr (AssayRecord) supplier = NULL;
  g_autofree char *title = NULL;

  if (assay_performance_job_count (job) == 1 && job->kind == ASSAY_PERFORMANCE_SUPPLIERS
      && reader != NULL)
    supplier = assay_records_get (reader, ASSAY_TYPE_SUPPLIER, g_array_index (job->ids, gint64, 0),
                                  NULL);
  title = supplier != NULL ? assay_supplier_report_dup_title (supplier)
                           : g_strdup (assay_performance_job_title (job));
  for (char *p = title; *p != '\0'; p++)
    if ((guchar)*p < 0x20 || *p == 0x7f || strchr ("/\\:*?\"<>|", *p) != NULL)
      *p = '-';
  return g_strdup_printf ("%s.pdf", title);
}

static gpointer
copy (gconstpointer data)
{
  return assay_performance_job_copy (data);
}

static void
free_job (gpointer data)
{
  assay_performance_job_free (data);
}

static const AssayPrintKind performance = { count, make, write_all, dup_file_name, copy, free_job };

void
assay_print_performance (AssayContext *context,
                         GtkWindow *parent,
                         const AssayPerformanceJob *job,
                         int action)
{
  assay_print (context, parent, &performance, job, action);
}
