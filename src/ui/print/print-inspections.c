/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The documents of inspections as something that can be printed. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "report/inspection-batch.h"
#include "report/inspection-document.h"
#include "store/records.h"
#include "ui/print/print-job.h"
#include "ui/print/print-operation.h"

typedef struct
{
  GArray *ids;
  AssayReportKind kind;
} Request;

static const gint64 *
ids_of (const Request *request)
{
  return (const gint64 *)(gpointer)request->ids->data;
}

static guint
count (gconstpointer data)
{
  const Request *request = data;

  return assay_inspection_batch_count (request->ids->len);
}

static AssayDocument *
make (gconstpointer data,
      AssayDb *db,
      guint i,
      AssayReportBrand *brand,
      GCancellable *cancellable,
      GError **error)
{
  const Request *request = data;

  return assay_inspection_batch_make (db, ids_of (request), request->ids->len, i, request->kind,
                                      brand, cancellable, error);
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
  const Request *request = data;

  return assay_inspection_batch_write (db, ids_of (request), request->ids->len, request->kind,
                                       brand, measures, file, cancellable, error);
}

/* One report is named after its number, several after nothing. */
static char *
dup_file_name (gconstpointer data, AssayBook *book)
{
  const Request *request = data;
  AssayDb *reader = assay_book_get_reader (book);
  g_autoptr (AssayRecord) inspection = NULL;

  if (request->ids->len > 1)
    return g_strdup_printf ("%s.pdf", assay_inspection_document_batch_title (request->kind));
  if (reader != NULL)
    inspection = assay_records_get (reader, ASSAY_TYPE_INSPECTION, ids_of (request)[0], NULL);
  return inspection != NULL ? assay_inspection_document_dup_file_name (request->kind, inspection)
                            : g_strdup_printf ("%s.pdf", assay_report_kind_label (request->kind));
}

static gpointer
copy (gconstpointer data)
{
  const Request *request = data;
  Request *other = g_new0 (Request, 1);

  other->ids = g_array_copy (request->ids);
  other->kind = request->kind;
  return other;
}

static void
free_request (gpointer data)
{
  Request *request = data;

  g_array_unref (request->ids);
  g_free (request);
}

static const AssayPrintKind inspections
    = { count, make, write_all, dup_file_name, copy, free_request };

/**
 * assay_print_inspections:
 * @context: with an open book
 * @parent: (nullable): of the dialogs
 * @ids: of the inspections, in the order of the reports
 * @kind: which document
 * @action: a #GtkPrintOperationAction
 *
 * Returns at once; what came of it is told through @context.
 */
void
assay_print_inspections (AssayContext *context,
                         GtkWindow *parent,
                         const gint64 *ids,
                         gsize n,
                         AssayReportKind kind,
                         int action)
{
  Request request = { g_array_new (FALSE, FALSE, sizeof (gint64)), kind };

  g_array_append_vals (request.ids, ids, (guint)n);
  assay_print (context, parent, &inspections, &request, action);
  g_array_unref (request.ids);
}
