/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/record-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "record/date.h"
#include "report/claim-dossier.h"
#include "report/diligence-report.h"
#include "report/pdf-export.h"
#include "report/sample-label.h"
#include "report/sample-report.h"
#include "report/specification-sheet.h"
#include "store/records.h"

static const AssayRecordReport reports[] = {
  { "claims", ASSAY_TYPE_PRODUCT, N_ ("Claim dossier"), N_ ("Claim dossiers"),
    assay_claim_dossier_make },
  { "specification", ASSAY_TYPE_PRODUCT, N_ ("Specification sheet"), N_ ("Specification sheets"),
    assay_specification_sheet_make },
  { "sample", ASSAY_TYPE_SAMPLE, N_ ("Sample report"), N_ ("Sample reports"),
    assay_sample_report_make },
  { "sample-label", ASSAY_TYPE_SAMPLE, N_ ("Sample label"), N_ ("Sample labels"),
    assay_sample_label_make },
  { "diligence", ASSAY_TYPE_SUPPLIER, N_ ("Due diligence"), N_ ("Due diligence"),
    assay_diligence_report_make, ASSAY_TYPE_PRODUCT },
};

const AssayRecordReport *
assay_record_report_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    if (g_strcmp0 (name, reports[i].name) == 0)
      return &reports[i];
  return NULL;
}

AssayRecordJob *
assay_record_job_new (const char *name, const gint64 *ids, gsize n, gint32 today)
{
  AssayRecordJob *job = g_new0 (AssayRecordJob, 1);

  job->report = assay_record_report_find (name);
  g_assert (job->report != NULL);
  job->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (job->ids, ids, (guint)n);
  job->today = today != ASSAY_DATE_UNKNOWN ? today : assay_date_today ();
  return job;
}

AssayRecordJob *
assay_record_job_copy (const AssayRecordJob *job)
{
  return assay_record_job_new (job->report->name, (const gint64 *)(gpointer)job->ids->data,
                               job->ids->len, job->today);
}

void
assay_record_job_free (AssayRecordJob *job)
{
  if (job == NULL)
    return;
  g_array_unref (job->ids);
  g_free (job);
}

AssayDocument *
assay_record_job_make (const AssayRecordJob *job,
                       AssayDb *db,
                       guint i,
                       AssayReportBrand *brand,
                       GCancellable *cancellable,
                       GError **error)
{
  AssayDocument *document = job->report->make (db, g_array_index (job->ids, gint64, i), job->today,
                                               brand, cancellable, error);

  if (document != NULL && job->ids->len > 1)
    {
      /* Translators: below each page of a file with several reports: which of them it belongs to */
      g_autofree char *part = g_strdup_printf (_ ("No. %u of %u"), i + 1, job->ids->len);

      assay_document_set_part (document, part);
    }
  return document;
}

static const char *
title_of (const AssayRecordJob *job)
{
  return g_dgettext (GETTEXT_PACKAGE,
                     job->ids->len > 1 ? job->report->several : job->report->title);
}

/* No file system refuses the name. */
char *
assay_record_job_dup_file_name (const AssayRecordJob *job, AssayDb *db)
{
  g_autoptr (AssayRecord) record = NULL;
  g_autofree char *title = NULL, *clean = NULL;

  if (job->ids->len == 1 && db != NULL)
    record = assay_records_get (db, job->report->type, g_array_index (job->ids, gint64, 0), NULL);
  if (record == NULL && job->ids->len == 1 && db != NULL && job->report->other != ASSAY_TYPE_NONE)
    record = assay_records_get (db, job->report->other, g_array_index (job->ids, gint64, 0), NULL);
  title = record != NULL ? assay_record_dup_title (record) : g_strdup ("");
  clean = g_utf8_make_valid (title, -1);
  for (char *p = clean; *p != '\0'; p++)
    if ((guchar)*p < 0x20 || *p == 0x7f || strchr ("/\\:*?\"<>|", *p) != NULL)
      *p = '-';
  return *clean != '\0' ? g_strdup_printf ("%s %s.pdf", title_of (job), clean)
                        : g_strdup_printf ("%s.pdf", title_of (job));
}

gboolean
assay_record_job_write (const AssayRecordJob *job,
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
  pdf = assay_pdf_new (file, job->ids->len > 1 ? title_of (job) : NULL, brand->name, error);
  if (pdf == NULL)
    return FALSE;
  for (guint i = 0; i < job->ids->len; i++)
    {
      g_autoptr (AssayDocument) document
          = assay_record_job_make (job, db, i, brand, cancellable, error);
      g_autoptr (AssayPages) pages = NULL;

      if (document == NULL)
        return FALSE;
      pages = assay_pages_new (document, &setup, typer);
      if (!assay_pdf_add (pdf, pages, cancellable, error))
        return FALSE;
    }
  return assay_pdf_finish (pdf, cancellable, error);
}
