/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents about records as something that can be printed. */

#include "assay-config.h"

#include "ui/print/print-records.h"

#include "ui/print/print-job.h"

static guint
count (gconstpointer data)
{
  const AssayRecordJob *job = data;

  return job->ids->len;
}

static AssayDocument *
make (gconstpointer data,
      AssayDb *db,
      guint i,
      AssayReportBrand *brand,
      GCancellable *cancellable,
      GError **error)
{
  return assay_record_job_make (data, db, i, brand, cancellable, error);
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
  return assay_record_job_write (data, db, brand, measures, file, cancellable, error);
}

static char *
dup_file_name (gconstpointer data, AssayBook *book)
{
  return assay_record_job_dup_file_name (data, assay_book_get_reader (book));
}

static gpointer
copy (gconstpointer data)
{
  return assay_record_job_copy (data);
}

static void
free_job (gpointer data)
{
  assay_record_job_free (data);
}

static const AssayPrintKind records = { count, make, write_all, dup_file_name, copy, free_job };

void
assay_print_records (AssayContext *context,
                     GtkWindow *parent,
                     const AssayRecordJob *job,
                     int action)
{
  assay_print (context, parent, &records, job, action);
}
