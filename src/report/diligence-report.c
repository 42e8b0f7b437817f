/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/diligence-report.h"

#include <glib/gi18n-lib.h>

#include "report/signature-block.h"
#include "report/table-block.h"
#include "report/text-block.h"
#include "store/records.h"

static void
add_paragraph (AssayDocument *document, const char *text, AssayTextStyle style)
{
  AssayBlock *block = assay_paragraph_new (text, style);

  block->space = 2;
  assay_document_take (document, block);
}

/* What was said, then what the book holds, a line each. */
static char *
dup_answer (const AssayDiligenceAnswer *answer)
{
  GString *words = g_string_new (answer->said);

  if (answer->book != NULL && answer->state != ASSAY_DILIGENCE_NOT_APPLICABLE)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", answer->book);
  return g_string_free_and_steal (words);
}

static void
add_answer (AssayBlock *block, const AssayDiligenceAnswer *answer)
{
  static const AssayMark marks[] = {
    [ASSAY_DILIGENCE_OPEN] = ASSAY_MARK_PENDING,
    [ASSAY_DILIGENCE_DONE] = ASSAY_MARK_PASS,
    [ASSAY_DILIGENCE_NOT_APPLICABLE] = ASSAY_MARK_EMPTY,
  };
  g_autofree char *words = dup_answer (answer);
  gboolean needed = answer->state == ASSAY_DILIGENCE_OPEN && answer->needed;
  const char *const cells[]
      = { needed ? _ ("Open, needed") : assay_diligence_state_words (answer->state), answer->name,
          words };

  assay_table_block_add_row (block, cells);
  assay_table_block_set_mark (block, 0, marks[answer->state]);
  if (needed)
    assay_table_block_set_style (block, 1, ASSAY_STYLE_STRONG);
}

static void
add_list (AssayDocument *document, const AssayDiligenceList *list)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("State"), 18, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("What is to be known"), 34, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("What answers it, and what is missing"), 48, ASSAY_ALIGN_START, ASSAY_STYLE_CAPTION },
  };
  AssayBlock *block
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  g_autofree char *progress = assay_diligence_progress_words (&list->count);
  AssayBlock *words = assay_paragraph_new (progress, ASSAY_STYLE_DIM);

  for (guint i = 0; i < list->answers->len; i++)
    add_answer (block, g_ptr_array_index (list->answers, i));
  assay_document_take (document, assay_heading_new (list->name, ASSAY_STYLE_HEADING));
  words->space = 1;
  words->keep_next = TRUE;
  assay_document_take (document, words);
  assay_document_take (document, block);
}

static void
add_head (AssayDocument *document,
          const AssayDiligence *diligence,
          const char *reason,
          const char *foot)
{
  AssayBlock *block = assay_heading_new (_ ("Due Diligence"), ASSAY_STYLE_TITLE);
  g_autofree char *progress = assay_diligence_progress_words (&diligence->count);
  g_autofree char *words = NULL;

  block->space = 0;
  assay_document_take (document, block);
  add_paragraph (document, diligence->title, ASSAY_STYLE_STRONG);
  add_paragraph (document, foot, ASSAY_STYLE_DIM);
  add_paragraph (document, progress, ASSAY_STYLE_BODY);
  if (diligence->type != ASSAY_TYPE_SUPPLIER || diligence->count.needed == 0
      || !assay_diligence_is_approval (diligence->status))
    return;
  words = reason != NULL
              /* Translators: why a supplier was approved with open items */
              ? g_strdup_printf (_ ("Approved with needed items open: %s"), reason)
              : g_strdup (_ ("Approved with needed items open; nobody has said why."));
  add_paragraph (document, words, ASSAY_STYLE_STRONG);
}

AssayDocument *
assay_diligence_report_new (const AssayDiligence *diligence,
                            const char *reason,
                            gint32 today,
                            AssayReportBrand *brand)
{
  const char *const roles[] = { _ ("Checked: name, date"), _ ("Approved: name, date"), NULL };
  AssayDocument *document = assay_document_new (_ ("Due Diligence"));
  g_autofree char *day = assay_date_format (today);
  /* Translators: a date */
  g_autofree char *foot = g_strdup_printf (_ ("As of %s"), day);
  g_autofree char *definition = assay_diligence_definition ();

  assay_document_set_brand (document, brand->name, brand->logo);
  assay_document_set_running (document, diligence->title, foot);
  add_head (document, diligence, reason, foot);
  for (guint i = 0; i < diligence->lists->len; i++)
    add_list (document, g_ptr_array_index (diligence->lists, i));
  if (diligence->lists->len == 0)
    add_paragraph (document, _ ("No due diligence list for it is in use."), ASSAY_STYLE_BODY);
  add_paragraph (document, definition, ASSAY_STYLE_SMALL);
  assay_document_take (document, assay_signature_block_new (roles));
  return document;
}

AssayDocument *
assay_diligence_report_make (AssayDb *db,
                             gint64 id,
                             gint32 today,
                             AssayReportBrand *brand,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (AssayRecord) record = assay_records_get (db, ASSAY_TYPE_SUPPLIER, id, NULL);
  g_autoptr (AssayDiligence) diligence = NULL;
  gboolean supplier = record != NULL;

  /* Keys are unique in a book: what is no supplier is a product. */
  if (!supplier)
    record = assay_records_get (db, ASSAY_TYPE_PRODUCT, id, error);
  if (record == NULL)
    return NULL;
  diligence = assay_diligence_read_record (db, record, 0, today, error);
  if (diligence == NULL)
    return NULL;
  return assay_diligence_report_new (
      diligence, supplier ? assay_record_get_text (record, ASSAY_SUPPLIER_APPROVAL_REASON) : NULL,
      today, brand);
}
