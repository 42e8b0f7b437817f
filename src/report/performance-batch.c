/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/performance-batch.h"

#include <glib/gi18n-lib.h>

#include "report/comparison-report.h"
#include "report/pdf-export.h"
#include "report/report-error.h"
#include "report/supplier-report.h"

#define ROWS_STEP  3
#define LEAST_ROWS 3

AssayPerformanceJob *
assay_performance_job_new (AssayPerformanceKind kind,
                           const gint64 *ids,
                           gsize n,
                           const AssaySupplierReportOptions *options)
{
  AssayPerformanceJob *job = g_new0 (AssayPerformanceJob, 1);

  job->kind = kind;
  job->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (job->ids, ids, (guint)n);
  job->options = *options;
  return job;
}

AssayPerformanceJob *
assay_performance_job_copy (const AssayPerformanceJob *job)
{
  return assay_performance_job_new (job->kind, (const gint64 *)(gpointer)job->ids->data,
                                    job->ids->len, &job->options);
}

void
assay_performance_job_free (AssayPerformanceJob *job)
{
  if (job == NULL)
    return;
  g_array_unref (job->ids);
  g_free (job);
}

guint
assay_performance_job_count (const AssayPerformanceJob *job)
{
  return job->kind == ASSAY_PERFORMANCE_COMPARISON ? 1 : job->ids->len;
}

const char *
assay_performance_job_title (const AssayPerformanceJob *job)
{
  return job->kind == ASSAY_PERFORMANCE_COMPARISON ? _ ("Comparison of suppliers")
                                                   : _ ("Supplier performance");
}

/* With as many rows in its tables as the pages hold that a report may have. */
static AssayDocument *
make_report (AssaySupplierData *data)
{
  g_autoptr (AssayTyper) typer = assay_typer_new ();
  AssayPageSetup setup;

  assay_page_setup_init (&setup, data->brand->paper);
  for (data->rows = ASSAY_SUPPLIER_REPORT_ROWS;; data->rows -= ROWS_STEP)
    {
      g_autoptr (AssayDocument) document = assay_supplier_report_new (data);
      g_autoptr (AssayPages) pages = assay_pages_new (document, &setup, typer);

      if (assay_pages_count (pages) <= ASSAY_SUPPLIER_REPORT_PAGES || data->rows <= LEAST_ROWS)
        return g_steal_pointer (&document);
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const AssayLeadTimeRow *left = *(AssayLeadTimeRow *const *)a;
  const AssayLeadTimeRow *right = *(AssayLeadTimeRow *const *)b;

  return (left->due_n < right->due_n) - (left->due_n > right->due_n);
}

/* Those of which there is most to say: most lines in the period. */
static GArray *
find_suppliers (const AssayPerformanceJob *job, AssayDb *db, GError **error)
{
  AssayLeadTimeQuestion question = { .by = ASSAY_GROUP_SUPPLIER,
                                     .from = job->options.from,
                                     .to = job->options.to,
                                     .today = job->options.today };
  g_autoptr (GPtrArray) rows = NULL;
  GArray *ids;

  if (!assay_lead_time_rules_read (db, &question.rules, error))
    return NULL;
  rows = assay_lead_time_figures (db, &question, NULL, error);
  if (rows == NULL)
    return NULL;
  g_ptr_array_sort (rows, compare_lines);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < rows->len && ids->len < ASSAY_PERFORMANCE_COMPARED; i++)
    {
      const AssayLeadTimeRow *row = g_ptr_array_index (rows, i);

      if (row->id != 0)
        g_array_append_val (ids, row->id);
    }
  return ids;
}

/* The same suppliers as they are known beside their figures. */
static AssaySideBySide *
read_side (AssayDb *db, GPtrArray *suppliers, const AssayPerformanceJob *job, GError **error)
{
  const AssaySupplierData *first = g_ptr_array_index (suppliers, 0);
  AssaySideBySideQuestion question = { .n = suppliers->len,
                                       .period = { job->options.from, job->options.to },
                                       .today = job->options.today,
                                       .rules = first->lead_question.rules,
                                       .interval = first->defect_question.interval };

  for (guint i = 0; i < suppliers->len; i++)
    {
      const AssaySupplierData *data = g_ptr_array_index (suppliers, i);

      question.suppliers[i] = assay_record_get_id (data->supplier);
    }
  return assay_side_by_side_ask (db, &question, error);
}

static AssayDocument *
make_comparison (const AssayPerformanceJob *job,
                 AssayDb *db,
                 AssayReportBrand *brand,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GPtrArray) suppliers
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_supplier_data_free);
  g_autoptr (GArray) ids
      = job->ids->len > 0 ? g_array_ref (job->ids) : find_suppliers (job, db, error);
  g_autoptr (AssaySideBySide) side = NULL;

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len && i < ASSAY_PERFORMANCE_COMPARED; i++)
    {
      AssaySupplierData *data = assay_supplier_data_read (db, g_array_index (ids, gint64, i),
                                                          &job->options, brand, cancellable, error);

      if (data == NULL)
        return NULL;
      g_ptr_array_add (suppliers, data);
    }
  if (suppliers->len == 0)
    {
      g_set_error_literal (error, ASSAY_REPORT_ERROR, ASSAY_REPORT_ERROR_EMPTY,
                           _ ("No supplier has order lines in this period."));
      return NULL;
    }
  side = read_side (db, suppliers, job, error);
  return side != NULL ? assay_comparison_report_new (suppliers, side) : NULL;
}

AssayDocument *
assay_performance_job_make (const AssayPerformanceJob *job,
                            AssayDb *db,
                            guint i,
                            AssayReportBrand *brand,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (AssaySupplierData) data = NULL;
  AssayDocument *document;

  if (job->kind == ASSAY_PERFORMANCE_COMPARISON)
    return make_comparison (job, db, brand, cancellable, error);
  data = assay_supplier_data_read (db, g_array_index (job->ids, gint64, i), &job->options, brand,
                                   cancellable, error);
  if (data == NULL)
    return NULL;
  document = make_report (data);
  if (job->ids->len > 1)
    {
      /* Translators: below each page of a file with several reports: which of them it belongs to */
      g_autofree char *part = g_strdup_printf (_ ("No. %u of %u"), i + 1, job->ids->len);

      assay_document_set_part (document, part);
    }
  return document;
}

gboolean
assay_performance_job_write (const AssayPerformanceJob *job,
                             AssayDb *db,
                             AssayReportBrand *brand,
                             const AssayPageSetup *measures,
                             GFile *file,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (AssayTyper) typer = assay_typer_new ();
  g_autoptr (AssayPdf) pdf = NULL;
  AssayPageSetup setup;

  if (measures != NULL && measures->width > 0)
    setup = *measures;
  else
    assay_page_setup_init (&setup, brand->paper);
  pdf = assay_pdf_new (
      file, assay_performance_job_count (job) > 1 ? assay_performance_job_title (job) : NULL,
      brand->name, error);
  if (pdf == NULL)
    return FALSE;
  for (guint i = 0; i < assay_performance_job_count (job); i++)
    {
      g_autoptr (AssayDocument) document
          = assay_performance_job_make (job, db, i, brand, cancellable, error);
      g_autoptr (AssayPages) pages = NULL;

      if (document == NULL)
        return FALSE;
      pages = assay_pages_new (document, &setup, typer);
      if (!assay_pdf_add (pdf, pages, cancellable, error))
        return FALSE;
    }
  return assay_pdf_finish (pdf, cancellable, error);
}
