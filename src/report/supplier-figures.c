/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of figures and rows of the performance report of a supplier. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "figures/proportion.h"
#include "insight/comparison.h"
#include "report/inspection-sections.h"
#include "report/supplier-sections.h"
#include "report/table-block.h"
#include "report/text-block.h"

#define CONFIDENCE   0.95
#define MOST_LETTERS 72

char *
assay_report_days_words (double days, gboolean with_sign)
{
  g_autofree char *number = NULL;

  if (isnan (days))
    return g_strdup ("–");
  number = assay_format_real (days, 1);
  return g_strconcat (with_sign && days > 0 && strpbrk (number, "123456789") ? "+" : "", number,
                      NULL);
}

char *
assay_report_share_words (double share)
{
  return isnan (share) ? g_strdup ("–") : assay_format_share (share, 1);
}

char *
assay_report_interval_words (double low, double high)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (isnan (low) || isnan (high))
    return g_strdup ("–");
  from = assay_format_real (low * 100, 1);
  to = assay_format_share (high, 1);
  /* Translators: both ends of an interval: "81.8 – 97.0 %" */
  return g_strdup_printf (_ ("%s – %s"), from, to);
}

char *
assay_report_n_words (gint64 n)
{
  g_autofree char *number = assay_format_number (n);

  if (n == 0 || n >= ASSAY_REPORT_FEW)
    return g_steal_pointer (&number);
  /* Translators: how many rows stand behind a figure, where these are few */
  return g_strdup_printf (_ ("%s, few data"), number);
}

char *
assay_report_of_words (gint64 part, gint64 n)
{
  g_autofree char *number = assay_format_number (part);
  g_autofree char *whole = assay_report_n_words (n);

  if (n == 0)
    return g_strdup ("–");
  /* Translators: so many out of so many: "48 of 52" */
  return g_strdup_printf (_ ("%s of %s"), number, whole);
}

gboolean
assay_supplier_has_delivery (const AssaySupplierData *data)
{
  return data->lead->lead.n > 0 || data->lead->due_n > 0;
}

gboolean
assay_supplier_has_quality (const AssaySupplierData *data)
{
  return data->defects->lots > 0;
}

static void
add_claim (AssayBlock *block, const char *const *cells, AssayClaimVerdict verdict)
{
  /* In the order of AssayClaimVerdict. */
  static const AssayMark marks[]
      = { ASSAY_MARK_EMPTY, ASSAY_MARK_PENDING, ASSAY_MARK_PASS, ASSAY_MARK_FAIL };
  const char *const words[] = { NULL, _ ("Too few data"), _ ("Supported"), _ ("Not supported") };
  const char *row[6];

  for (guint i = 0; i < 5; i++)
    row[i] = cells[i];
  row[5] = words[verdict];
  assay_table_block_add_row (block, row);
  if (verdict != ASSAY_CLAIM_UNKNOWN)
    assay_table_block_set_mark (block, 5, marks[verdict]);
}

static char *
dup_days_interval (const AssayMeasurement *measured)
{
  g_autofree char *from = assay_report_days_words (measured->low, FALSE);
  g_autofree char *to = assay_report_days_words (measured->high, FALSE);

  if (isnan (measured->low) || isnan (measured->high))
    return g_strdup ("–");
  return g_strdup_printf (_ ("%s – %s"), from, to);
}

static gint64
get_claim (AssaySupplierData *data, guint field)
{
  return assay_record_get_integer (data->supplier, field, -1);
}

static void
add_on_time (AssayBlock *block, AssaySupplierData *data)
{
  const AssayLeadTimeRow *lead = data->lead;
  AssayClaim said = { 0 };

  assay_claim_judge_on_time (&said, get_claim (data, ASSAY_SUPPLIER_CLAIMED_ON_TIME), lead,
                             &data->lead_question.rules, data->defect_question.interval);
  {
    g_autofree char *claim = assay_report_share_words (said.claimed);
    g_autofree char *measured = assay_report_share_words (lead->on_time);
    g_autofree char *between = assay_report_interval_words (said.measured.low, said.measured.high);
    g_autofree char *of = assay_report_of_words (lead->on_time_n, lead->due_n);
    const char *const cells[] = { _ ("On time"), claim, measured, between, of };

    add_claim (block, cells, said.verdict);
  }
}

static void
add_lead (AssayBlock *block, AssaySupplierData *data)
{
  const AssaySummary *lead = &data->lead->lead;
  gint64 days = get_claim (data, ASSAY_SUPPLIER_CLAIMED_LEAD);
  AssayClaim said = { 0 };

  assay_claim_judge_lead (&said, days, data->lead);
  {
    g_autofree char *claim = days >= 0 ? assay_format_number (days) : g_strdup ("–");
    g_autofree char *measured = assay_report_days_words (lead->n > 0 ? lead->mean : NAN, FALSE);
    g_autofree char *between = dup_days_interval (&said.measured);
    g_autofree char *n = assay_report_n_words ((gint64)lead->n);
    const char *const cells[] = { _ ("Lead time, mean, in days"), claim, measured, between, n };

    add_claim (block, cells, said.verdict);
  }
}

/* Nobody claims it, but it belongs to the on-time share. */
static void
add_in_full (AssayBlock *block, AssaySupplierData *data)
{
  const AssayLeadTimeRow *lead = data->lead;
  AssayInterval interval = assay_interval_share (data->defect_question.interval, lead->in_full_n,
                                                 lead->otif_n, CONFIDENCE);
  g_autofree char *measured = assay_report_share_words (lead->otif);
  g_autofree char *between = assay_report_interval_words (interval.low, interval.high);
  g_autofree char *of = assay_report_of_words (lead->in_full_n, lead->otif_n);
  const char *const cells[] = { _ ("On time in full"), "–", measured, between, of };

  add_claim (block, cells, ASSAY_CLAIM_UNKNOWN);
}

static void
add_defective (AssayBlock *block, AssaySupplierData *data)
{
  const AssayDefectRow *row = data->defects;
  AssayClaim said = { 0 };

  assay_claim_judge_defects (&said, get_claim (data, ASSAY_SUPPLIER_CLAIMED_DEFECTS), row);
  {
    g_autofree char *claim = assay_report_share_words (said.claimed);
    g_autofree char *measured = assay_report_share_words (row->rate);
    g_autofree char *between = assay_report_interval_words (row->rate_low, row->rate_high);
    g_autofree char *of = assay_report_of_words (row->defective, row->inspected);
    const char *const cells[] = { _ ("Defective rate"), claim, measured, between, of };

    add_claim (block, cells, said.verdict);
  }
}

void
assay_supplier_add_claims (AssayDocument *document, AssaySupplierData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Figure"), 31, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Claimed"), 12, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Measured"), 13, ASSAY_ALIGN_END, ASSAY_STYLE_STRONG },
    { _ ("95 % interval"), 18, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Of"), 21, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("The claim"), 25, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *block
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);

  add_on_time (block, data);
  add_in_full (block, data);
  add_lead (block, data);
  add_defective (block, data);
  assay_document_take (document,
                       assay_heading_new (_ ("Claimed and measured"), ASSAY_STYLE_HEADING));
  assay_document_take (document, block);
}

static void
add_summary (AssayBlock *block, const char *name, const AssaySummary *days, gboolean sign)
{
  const double values[]
      = { days->mean, days->sd, NAN, days->median, days->p85, days->p95, days->min, days->max };
  g_auto (GStrv) cells = g_new0 (char *, G_N_ELEMENTS (values) + 3);

  cells[0] = g_strdup (name);
  cells[1] = assay_report_n_words ((gint64)days->n);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    cells[i + 2] = assay_report_days_words (days->n > 0 ? values[i] : NAN, sign && i != 1);
  /* A slip may be 0 in the mean: its spread has no share of it. */
  if (!sign && days->n > 0 && !isnan (days->cv))
    {
      g_free (cells[4]);
      cells[4] = assay_format_real (days->cv, 2);
    }
  assay_table_block_add_row (block, (const char *const *)cells);
}

void
assay_supplier_add_days (AssayDocument *document, AssaySupplierData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("In days"), 22, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("n"), 15, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Mean"), 10, ASSAY_ALIGN_END, ASSAY_STYLE_STRONG },
    { _ ("sd"), 9, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("CV"), 9, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Median"), 11, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("P85"), 10, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("P95"), 10, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Least"), 10, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Most"), 10, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
  };
  AssayBlock *block
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);

  block->space = 8;
  add_summary (block, _ ("Lead time"), &data->lead->lead, FALSE);
  if (data->lead->production.n > 0)
    add_summary (block, _ ("Production"), &data->lead->production, FALSE);
  if (data->lead->transit.n > 0)
    add_summary (block, _ ("Transit"), &data->lead->transit, FALSE);
  add_summary (block, _ ("Slip"), &data->lead->slip, TRUE);
  assay_document_take (document, block);
}

static void
add_share (AssayBlock *block, const char *name, double share, double low, double high, char *of)
{
  g_autofree char *measured = assay_report_share_words (share);
  g_autofree char *between = assay_report_interval_words (low, high);
  g_autofree char *n = of;
  const char *const cells[] = { name, measured, between, n };

  assay_table_block_add_row (block, cells);
}

/* Defects per hundred units are no share: they may be more than a hundred. */
static void
add_dhu (AssayBlock *block, const AssayDefectRow *row)
{
  g_autofree char *measured = isnan (row->dhu) ? g_strdup ("–") : assay_format_real (row->dhu, 2);
  g_autofree char *low = assay_format_real (row->dhu_low, 2);
  g_autofree char *high = assay_format_real (row->dhu_high, 2);
  g_autofree char *between
      = isnan (row->dhu) ? g_strdup ("–") : g_strdup_printf (_ ("%s – %s"), low, high);
  g_autofree char *of = assay_report_of_words (row->defects, row->inspected);
  const char *const cells[] = { _ ("Defects per hundred units"), measured, between, of };

  assay_table_block_add_row (block, cells);
}

void
assay_supplier_add_shares (AssayDocument *document, AssaySupplierData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Quality of first inspections"), 40, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Measured"), 16, ASSAY_ALIGN_END, ASSAY_STYLE_STRONG },
    { _ ("95 % interval"), 22, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Of"), 22, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
  };
  AssayBlock *block
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  const AssayDefectRow *row = data->defects;

  block->space = 8;
  add_share (block, _ ("Defective rate"), row->rate, row->rate_low, row->rate_high,
             assay_report_of_words (row->defective, row->inspected));
  add_share (block, _ ("First-pass yield"), row->first_pass_yield, 1 - row->rate_high,
             1 - row->rate_low,
             assay_report_of_words (row->inspected - row->defective, row->inspected));
  add_dhu (block, row);
  add_share (block, _ ("Lots accepted"), row->accepted_share, row->accepted_low, row->accepted_high,
             assay_report_of_words (row->accepted_lots, row->decided_lots));
  assay_document_take (document, block);
}

/* A name that takes lines and lines would take the rows of others. */
static char *
cell_words (AssayRecord *record, guint field, AssayUnits units)
{
  g_autofree char *words = assay_format_display (record, field, units);

  return assay_report_shorten (words, MOST_LETTERS);
}

static void
add_more (AssayDocument *document, guint n, guint shown)
{
  g_autofree char *number = assay_format_number (n - MIN (shown, n));
  g_autofree char *words = NULL;

  if (n <= shown)
    return;
  /* Translators: below the first rows of a table: how many more there are */
  words = g_strdup_printf (_ ("and %s more"), number);
  assay_document_take (document, assay_paragraph_new (words, ASSAY_STYLE_SMALL));
}

static char *
line_words (AssayRecord *line, AssayUnits units)
{
  g_autofree char *order = assay_format_display (line, ASSAY_ORDER_LINE_PURCHASE_ORDER, units);
  gint64 number = assay_record_get_integer (line, ASSAY_ORDER_LINE_LINE_NUMBER, -1);

  if (number < 0)
    return g_steal_pointer (&order);
  /* Translators: an order and the number of a line of it: "PO-1042 / 2" */
  return g_strdup_printf (_ ("%s / %d"), order, (int)number);
}

void
assay_supplier_add_late (AssayDocument *document, AssaySupplierData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Order / line"), 20, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Product"), 30, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Pieces"), 11, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Promised"), 16, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Received"), 16, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Days late"), 13, ASSAY_ALIGN_END, ASSAY_STYLE_STRONG },
  };
  AssayUnits units = data->brand->units;
  AssayBlock *block;

  if (data->late->len == 0)
    return;
  block = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  for (guint i = 0; i < MIN (data->late->len, data->rows); i++)
    {
      const AssayLateLine *late = g_ptr_array_index (data->late, i);
      guint promise = data->lead_question.rules.against_latest ? ASSAY_ORDER_LINE_LATEST_PROMISED_ON
                                                               : ASSAY_ORDER_LINE_PROMISED_ON;
      g_autofree char *name = line_words (late->line, units);
      g_autofree char *product = cell_words (late->line, ASSAY_ORDER_LINE_PRODUCT, units);
      g_autofree char *pieces = assay_format_display (late->line, ASSAY_ORDER_LINE_QUANTITY, units);
      g_autofree char *promised = assay_format_display (late->line, promise, units);
      g_autofree char *received
          = assay_format_display (late->line, ASSAY_ORDER_LINE_DELIVERED_ON, units);
      g_autofree char *days = assay_format_real (late->slip, 0);
      const char *const cells[]
          = { name, product, pieces, promised, *received != '\0' ? received : _ ("not yet"), days };

      assay_table_block_add_row (block, cells);
    }
  assay_document_take (document, assay_heading_new (_ ("Late lines"), ASSAY_STYLE_HEADING));
  assay_document_take (document, block);
  add_more (document, data->n_late, MIN (data->late->len, data->rows));
}

void
assay_supplier_add_refused (AssayDocument *document, AssaySupplierData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Inspection"), 20, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Product"), 30, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Inspected on"), 16, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Inspected"), 13, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Defective"), 13, ASSAY_ALIGN_END, ASSAY_STYLE_STRONG },
    { _ ("Decision"), 20, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayUnits units = data->brand->units;
  AssayBlock *block;

  if (data->refused->len == 0)
    return;
  block = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  for (guint i = 0; i < MIN (data->refused->len, data->rows); i++)
    {
      static const guint fields[]
          = { ASSAY_INSPECTION_NUMBER, ASSAY_INSPECTION_PRODUCT, ASSAY_INSPECTION_INSPECTED_ON,
              ASSAY_INSPECTION_INSPECTED, ASSAY_INSPECTION_DEFECTIVE };
      AssayRecord *lot = g_ptr_array_index (data->refused, i);
      guint said = assay_record_is_known (lot, ASSAY_INSPECTION_DECISION)
                       ? ASSAY_INSPECTION_DECISION
                       : ASSAY_INSPECTION_RESULT;
      g_auto (GStrv) cells = g_new0 (char *, G_N_ELEMENTS (fields) + 2);

      for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
        cells[k] = cell_words (lot, fields[k], units);
      cells[G_N_ELEMENTS (fields)] = assay_format_display (lot, said, units);
      assay_table_block_add_row (block, (const char *const *)cells);
    }
  assay_document_take (document,
                       assay_heading_new (_ ("Lots that were not accepted"), ASSAY_STYLE_HEADING));
  assay_document_take (document, block);
  add_more (document, data->n_refused, MIN (data->refused->len, data->rows));
}

void
assay_supplier_add_actions (AssayDocument *document, AssaySupplierData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Number"), 18, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("What is wrong"), 44, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("State"), 16, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Owner"), 18, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Due on"), 16, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
  };
  static const guint fields[] = { ASSAY_CORRECTIVE_ACTION_NUMBER, ASSAY_CORRECTIVE_ACTION_TITLE,
                                  ASSAY_CORRECTIVE_ACTION_STATE, ASSAY_CORRECTIVE_ACTION_OWNER,
                                  ASSAY_CORRECTIVE_ACTION_DUE_ON };
  g_autofree char *opened = assay_format_number (data->n_actions);
  g_autofree char *open = assay_format_number (data->open_actions);
  g_autofree char *late = assay_format_number (data->late_actions);
  g_autofree char *words = NULL;
  AssayBlock *block;

  if (data->n_actions == 0 && data->open_actions == 0)
    return;
  /* Translators: of corrective actions */
  words = g_strdup_printf (_ ("%s opened in the period. Not closed: %s, past their day: %s."),
                           opened, open, late);
  assay_document_take (document, assay_heading_new (_ ("Corrective actions"), ASSAY_STYLE_HEADING));
  block = assay_paragraph_new (words, ASSAY_STYLE_BODY);
  assay_document_take (document, block);
  if (data->actions->len == 0)
    return;
  block->keep_next = TRUE;
  block = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  block->space = 6;
  for (guint i = 0; i < MIN (data->actions->len, data->rows); i++)
    {
      g_auto (GStrv) cells = g_new0 (char *, G_N_ELEMENTS (fields) + 1);

      for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
        cells[k] = cell_words (g_ptr_array_index (data->actions, i), fields[k], data->brand->units);
      assay_table_block_add_row (block, (const char *const *)cells);
    }
  assay_document_take (document, block);
  add_more (document, (guint)data->open_actions, MIN (data->actions->len, data->rows));
}
