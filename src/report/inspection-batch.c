/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/inspection-batch.h"

#include <glib/gi18n-lib.h>

#include "report/inspection-document.h"
#include "report/inspection-sections.h"
#include "report/pdf-export.h"
#include "report/table-block.h"
#include "report/text-block.h"
#include "store/query.h"

/* A line of the contents: what can be told without reading a whole report. */
static void
add_line (AssayBlock *block, guint number, AssayRecord *inspection, AssayUnits units)
{
  static const guint fields[]
      = { ASSAY_INSPECTION_NUMBER,       ASSAY_INSPECTION_SUPPLIER, ASSAY_INSPECTION_PRODUCT,
          ASSAY_INSPECTION_INSPECTED_ON, ASSAY_INSPECTION_RESULT,   ASSAY_INSPECTION_DECISION };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) cells = NULL;

  g_strv_builder_take (builder, g_strdup_printf ("%u", number));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_strv_builder_take (builder, assay_format_display (inspection, fields[i], units));
  cells = g_strv_builder_end (builder);
  assay_table_block_add_row (block, (const char *const *)cells);
  assay_table_block_set_mark (
      block, 5,
      assay_report_mark_of_result (assay_record_get_text (inspection, ASSAY_INSPECTION_RESULT)));
}

static AssayDocument *
make_contents (AssayDb *db,
               const gint64 *ids,
               gsize n,
               AssayReportKind kind,
               AssayReportBrand *brand,
               GError **error)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("No."), 7, ASSAY_ALIGN_END, ASSAY_STYLE_STRONG },
    { _ ("Inspection"), 16, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Supplier"), 20, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Product"), 20, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Inspected on"), 14, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Result"), 13, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Decision"), 16, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  g_autoptr (GPtrArray) records
      = assay_query_fetch_records (ASSAY_TYPE_INSPECTION, ids, n, db, error);
  const char *title = assay_inspection_document_batch_title (kind);
  AssayDocument *document;
  AssayBlock *heading;
  AssayBlock *block;

  if (records == NULL)
    return NULL;
  document = assay_document_new (_ ("Contents"));
  assay_document_set_brand (document, brand->name, brand->logo);
  assay_document_set_running (document, title, _ ("Contents"));
  heading = assay_heading_new (title, ASSAY_STYLE_TITLE);
  heading->space = 0;
  block = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  block->space = 10;
  for (guint i = 0; i < records->len; i++)
    add_line (block, i + 1, g_ptr_array_index (records, i), brand->units);
  assay_document_take (document, heading);
  assay_document_take (document, block);
  return document;
}

guint
assay_inspection_batch_count (gsize n)
{
  return (guint)(n > 1 ? n + 1 : n);
}

AssayDocument *
assay_inspection_batch_make (AssayDb *db,
                             const gint64 *ids,
                             gsize n,
                             guint i,
                             AssayReportKind kind,
                             AssayReportBrand *brand,
                             GCancellable *cancellable,
                             GError **error)
{
  guint at = n > 1 ? i - 1 : i;
  g_autoptr (AssayInspectionData) data = NULL;
  AssayDocument *document;

  if (n > 1 && i == 0)
    return make_contents (db, ids, n, kind, brand, error);
  data = assay_inspection_data_read (db, ids[at], kind, brand, cancellable, error);
  if (data == NULL)
    return NULL;
  document = assay_inspection_document_new (data);
  if (n > 1)
    {
      /* Translators: below each page of a file with several reports: which of them it belongs to,
       * as the contents number them */
      g_autofree char *part = g_strdup_printf (_ ("No. %u of %u"), at + 1, (guint)n);

      assay_document_set_part (document, part);
    }
  return document;
}

gboolean
assay_inspection_batch_write (AssayDb *db,
                              const gint64 *ids,
                              gsize n,
                              AssayReportKind kind,
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
  pdf = assay_pdf_new (file, n > 1 ? assay_inspection_document_batch_title (kind) : NULL,
                       brand->name, error);
  if (pdf == NULL)
    return FALSE;
  for (guint i = 0; i < assay_inspection_batch_count (n); i++)
    {
      g_autoptr (AssayDocument) document
          = assay_inspection_batch_make (db, ids, n, i, kind, brand, cancellable, error);
      g_autoptr (AssayPages) pages = NULL;

      if (document == NULL)
        return FALSE;
      pages = assay_pages_new (document, &setup, typer);
      if (!assay_pdf_add (pdf, pages, cancellable, error))
        return FALSE;
    }
  return assay_pdf_finish (pdf, cancellable, error);
}
