/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/comparison-report.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/spread-chart.h"
#include "figures/proportion.h"
#include "insight/period.h"
#include "record/date.h"
#include "report/chart-block.h"
#include "report/inspection-sections.h"
#include "report/supplier-sections.h"
#include "report/table-block.h"
#include "report/text-block.h"

#define CONFIDENCE   0.95
#define SPREAD_WORDS 90.0 /* points: title, legend and axis of the chart */
#define SPREAD_LANE  38.0 /* of one supplier */
#define MOST_LETTERS 60

/* What a cell says of one supplier; NULL is nothing. */
typedef char *(*CellFunc) (const AssaySupplierData *data);

static char *
say_share (double share, double low, double high)
{
  g_autofree char *value = assay_report_share_words (share);
  g_autofree char *between = NULL;

  if (isnan (share))
    return g_steal_pointer (&value);
  between = assay_report_interval_words (low, high);
  return g_strdup_printf ("%s\n%s", value, between);
}

static char *
say_claimed_share (const AssaySupplierData *data, guint field)
{
  gint64 ppm = assay_record_get_integer (data->supplier, field, -1);

  return assay_report_share_words (ppm >= 0 ? (double)ppm / 1e6 : NAN);
}

static char *
say_on_time (const AssaySupplierData *data)
{
  AssayInterval interval = assay_interval_share (
      data->defect_question.interval, data->lead->on_time_n, data->lead->due_n, CONFIDENCE);

  return say_share (data->lead->on_time, interval.low, interval.high);
}

static char *
say_on_time_of (const AssaySupplierData *data)
{
  return assay_report_of_words (data->lead->on_time_n, data->lead->due_n);
}

static char *
say_on_time_claim (const AssaySupplierData *data)
{
  return say_claimed_share (data, ASSAY_SUPPLIER_CLAIMED_ON_TIME);
}

static char *
say_in_full (const AssaySupplierData *data)
{
  AssayInterval interval = assay_interval_share (
      data->defect_question.interval, data->lead->in_full_n, data->lead->otif_n, CONFIDENCE);

  return say_share (data->lead->otif, interval.low, interval.high);
}

static char *
say_open (const AssaySupplierData *data)
{
  return assay_format_number (data->lead->open_late_n);
}

static char *
say_days (const AssaySummary *days, double value, gboolean sign)
{
  return assay_report_days_words (days->n > 0 ? value : NAN, sign);
}

static char *
say_lead (const AssaySupplierData *data)
{
  return say_days (&data->lead->lead, data->lead->lead.mean, FALSE);
}

static char *
say_lead_claim (const AssaySupplierData *data)
{
  gint64 days = assay_record_get_integer (data->supplier, ASSAY_SUPPLIER_CLAIMED_LEAD, -1);

  return days >= 0 ? assay_format_number (days) : g_strdup ("–");
}

static char *
say_lead_sd (const AssaySupplierData *data)
{
  return say_days (&data->lead->lead, data->lead->lead.sd, FALSE);
}

static char *
say_lead_sd_claim (const AssaySupplierData *data)
{
  gint64 tenths = assay_record_get_integer (data->supplier, ASSAY_SUPPLIER_CLAIMED_LEAD_SD, -1);

  return tenths >= 0 ? assay_format_real ((double)tenths / 10, 1) : g_strdup ("–");
}

static char *
say_lead_variance (const AssaySupplierData *data)
{
  return say_days (&data->lead->lead, data->lead->lead.variance, FALSE);
}

static char *
say_lead_p85 (const AssaySupplierData *data)
{
  return say_days (&data->lead->lead, data->lead->lead.p85, FALSE);
}

static char *
say_lead_n (const AssaySupplierData *data)
{
  return assay_report_n_words ((gint64)data->lead->lead.n);
}

static char *
say_slip (const AssaySupplierData *data)
{
  return say_days (&data->lead->slip, data->lead->slip.mean, TRUE);
}

static char *
say_slip_sd (const AssaySupplierData *data)
{
  return say_days (&data->lead->slip, data->lead->slip.sd, FALSE);
}

static char *
say_rate (const AssaySupplierData *data)
{
  return say_share (data->defects->rate, data->defects->rate_low, data->defects->rate_high);
}

static char *
say_ppm (const AssaySupplierData *data)
{
  return isnan (data->defects->ppm) ? g_strdup ("–") : assay_format_real (data->defects->ppm, 0);
}

static char *
say_rate_of (const AssaySupplierData *data)
{
  return assay_report_of_words (data->defects->defective, data->defects->inspected);
}

static char *
say_rate_claim (const AssaySupplierData *data)
{
  return say_claimed_share (data, ASSAY_SUPPLIER_CLAIMED_DEFECTS);
}

static char *
say_dhu (const AssaySupplierData *data)
{
  return isnan (data->defects->dhu) ? g_strdup ("–") : assay_format_real (data->defects->dhu, 2);
}

static char *
say_accepted (const AssaySupplierData *data)
{
  return say_share (data->defects->accepted_share, data->defects->accepted_low,
                    data->defects->accepted_high);
}

static char *
say_accepted_of (const AssaySupplierData *data)
{
  return assay_report_of_words (data->defects->accepted_lots, data->defects->decided_lots);
}

static char *
say_actions (const AssaySupplierData *data)
{
  return assay_format_number (data->open_actions);
}

static char *
say_grade (const AssaySupplierData *data)
{
  const AssayScore *score = assay_supplier_find_score (data);

  return g_strdup (score != NULL ? assay_grade_words (score->grade) : "–");
}

static char *
say_points (const AssaySupplierData *data)
{
  const AssayScore *score = assay_supplier_find_score (data);

  return score != NULL ? assay_score_points_words (score->sum.points) : g_strdup ("–");
}

static const struct
{
  const char *band; /* over the row; marked for translation, as the title */
  const char *title;
  CellFunc say;
  AssayTextStyle style;
} rows[] = {
  { N_ ("Delivery"), N_ ("On time"), say_on_time, ASSAY_STYLE_STRONG },
  { NULL, N_ ("of the lines that were due"), say_on_time_of, ASSAY_STYLE_CAPTION },
  { NULL, N_ ("claimed"), say_on_time_claim, ASSAY_STYLE_CAPTION },
  { NULL, N_ ("On time in full"), say_in_full, ASSAY_STYLE_STRONG },
  { NULL, N_ ("Late and still open"), say_open, ASSAY_STYLE_BODY },
  { N_ ("Lead time, in days"), N_ ("Mean"), say_lead, ASSAY_STYLE_STRONG },
  { NULL, N_ ("claimed"), say_lead_claim, ASSAY_STYLE_CAPTION },
  { NULL, N_ ("Standard deviation"), say_lead_sd, ASSAY_STYLE_BODY },
  { NULL, N_ ("claimed"), say_lead_sd_claim, ASSAY_STYLE_CAPTION },
  { NULL, N_ ("Variance, in days squared"), say_lead_variance, ASSAY_STYLE_BODY },
  { NULL, N_ ("85 % came within"), say_lead_p85, ASSAY_STYLE_BODY },
  { NULL, N_ ("lines received"), say_lead_n, ASSAY_STYLE_CAPTION },
  { N_ ("Slip, in days"), N_ ("Mean"), say_slip, ASSAY_STYLE_STRONG },
  { NULL, N_ ("Standard deviation"), say_slip_sd, ASSAY_STYLE_BODY },
  { N_ ("Quality"), N_ ("Defective rate"), say_rate, ASSAY_STYLE_STRONG },
  { NULL, N_ ("of the pieces inspected"), say_rate_of, ASSAY_STYLE_CAPTION },
  { NULL, N_ ("claimed"), say_rate_claim, ASSAY_STYLE_CAPTION },
  { NULL, N_ ("Defective per million"), say_ppm, ASSAY_STYLE_BODY },
  { NULL, N_ ("Defects per hundred units"), say_dhu, ASSAY_STYLE_BODY },
  { NULL, N_ ("Lots accepted"), say_accepted, ASSAY_STYLE_STRONG },
  { NULL, N_ ("of the lots decided on"), say_accepted_of, ASSAY_STYLE_CAPTION },
  { NULL, N_ ("Corrective actions not closed"), say_actions, ASSAY_STYLE_BODY },
  { N_ ("Scorecard"), N_ ("Grade"), say_grade, ASSAY_STYLE_STRONG },
  { NULL, N_ ("Points"), say_points, ASSAY_STYLE_BODY },
};

static void
add_row (AssayBlock *block, GPtrArray *suppliers, guint row)
{
  g_auto (GStrv) cells = g_new0 (char *, suppliers->len + 2);

  cells[0] = g_strdup (_ (rows[row].title));
  for (guint i = 0; i < suppliers->len; i++)
    cells[i + 1] = rows[row].say (g_ptr_array_index (suppliers, i));
  if (rows[row].band != NULL)
    assay_table_block_add_band (block, _ (rows[row].band));
  assay_table_block_add_row (block, (const char *const *)cells);
  assay_table_block_set_style (
      block, 0, rows[row].style == ASSAY_STYLE_CAPTION ? ASSAY_STYLE_SMALL : ASSAY_STYLE_BODY);
  for (guint i = 0; i < suppliers->len; i++)
    assay_table_block_set_style (block, i + 1,
                                 rows[row].style == ASSAY_STYLE_STRONG && suppliers->len > 4
                                     ? ASSAY_STYLE_CAPTION
                                     : rows[row].style);
}

/* A table with a column for each supplier; @title heads the first. */
static AssayBlock *
make_table (const char *title, GPtrArray *suppliers, AssayTextAlign align)
{
  g_autofree AssayTableBlockColumn *columns = g_new0 (AssayTableBlockColumn, suppliers->len + 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  columns[0] = (AssayTableBlockColumn){ title, 24, ASSAY_ALIGN_START, ASSAY_STYLE_BODY };
  for (guint i = 0; i < suppliers->len; i++)
    {
      const AssaySupplierData *data = g_ptr_array_index (suppliers, i);
      g_autofree char *name = assay_record_dup_title (data->supplier);

      g_ptr_array_add (names, assay_report_shorten (name, MOST_LETTERS));
      columns[i + 1]
          = (AssayTableBlockColumn){ g_ptr_array_index (names, i), 18, align, ASSAY_STYLE_BODY };
    }
  return assay_table_block_new (columns, suppliers->len + 1, ASSAY_TABLE_BLOCK_RULED);
}

static void
add_table (AssayDocument *document, GPtrArray *suppliers)
{
  AssayBlock *block = make_table (_ ("Figure"), suppliers, ASSAY_ALIGN_END);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_row (block, suppliers, i);
  assay_document_take (document, block);
}

/* What they are, can do and promise, and what was looked into; figures stand in the other table. */
static void
add_facts (AssayDocument *document, GPtrArray *suppliers, const AssaySideBySide *side)
{
  AssayBlock *block;
  const char *group = NULL;

  if (side == NULL || side->question.n != suppliers->len)
    return;
  assay_document_take (document, assay_heading_new (_ ("What they say, and what was looked into"),
                                                    ASSAY_STYLE_HEADING));
  block = make_table (_ ("Fact"), suppliers, ASSAY_ALIGN_START);
  for (guint row = 0; row < assay_side_by_side_n_rows (); row++)
    {
      g_auto (GStrv) cells = NULL;

      if (assay_side_row_is_measured (row) || !assay_side_by_side_has_row (side, row))
        continue;
      if (g_strcmp0 (group, assay_side_row_group (row)) != 0)
        assay_table_block_add_band (block, assay_side_row_group (row));
      group = assay_side_row_group (row);
      cells = g_new0 (char *, suppliers->len + 2);
      cells[0] = g_strdup (assay_side_row_title (row));
      for (guint i = 0; i < suppliers->len; i++)
        {
          g_auto (AssaySideCell) cell = { 0 };

          assay_side_by_side_cell (side, row, i, &cell);
          cells[i + 1] = cell.detail != NULL ? g_strdup_printf ("%s\n%s", cell.words, cell.detail)
                                             : g_strdup (cell.words);
        }
      assay_table_block_add_row (block, (const char *const *)cells);
    }
  assay_document_take (document, block);
}

/* Slips of all of them on one scale. */
static void
add_spread (AssayDocument *document, GPtrArray *suppliers)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  g_autoptr (AssayScene) scene = NULL;
  AssayBlock *block;

  for (guint i = 0; i < suppliers->len; i++)
    {
      const AssaySupplierData *data = g_ptr_array_index (suppliers, i);

      if (data->slips->points->len == 0)
        continue;
      if (data->slips->name == NULL)
        data->slips->name = assay_record_dup_title (data->supplier);
      g_ptr_array_add (groups, data->slips);
    }
  if (groups->len == 0)
    return;
  scene = assay_spread_chart_new (groups);
  block = assay_chart_block_new (scene, SPREAD_WORDS + SPREAD_LANE * groups->len);
  assay_chart_block_leave_definition (block);
  assay_document_take (document, block);
}

static void
add_definitions (AssayDocument *document, const AssaySupplierData *data)
{
  g_autofree char *lead = assay_lead_time_definition (&data->lead_question);
  g_autofree char *defects = assay_defect_definition (&data->defect_question);

  assay_document_take (document,
                       assay_heading_new (_ ("What the figures mean"), ASSAY_STYLE_HEADING));
  assay_document_take (document,
                       assay_paragraph_new (_ ("Below a share stands its 95 % interval. Where the "
                                               "intervals of two suppliers overlap, the difference "
                                               "may be chance. Fewer than 8 lines, lots or pieces "
                                               "are marked: few data."),
                                            ASSAY_STYLE_SMALL));
  assay_document_take (document, assay_paragraph_new (lead, ASSAY_STYLE_SMALL));
  assay_document_take (document, assay_paragraph_new (defects, ASSAY_STYLE_SMALL));
}

/**
 * assay_comparison_report_new:
 * @suppliers: (element-type AssaySupplierData): two or more, read with the same options
 * @side: (nullable): what else is known of them, in the same order
 *
 * Returns: (transfer full): the document
 */
AssayDocument *
assay_comparison_report_new (GPtrArray *suppliers, const AssaySideBySide *side)
{
  const AssaySupplierData *first = g_ptr_array_index (suppliers, 0);
  AssayDocument *document = assay_document_new (_ ("Comparison of suppliers"));
  g_autofree char *period = assay_period_words (first->options.from, first->options.to);
  g_autofree char *today = assay_date_format (first->options.today);
  /* Translators: the period of a report, and the day on which it was made */
  g_autofree char *foot = g_strdup_printf (_ ("%s, as of %s"), period, today);
  AssayBlock *block = assay_heading_new (_ ("Comparison of suppliers"), ASSAY_STYLE_TITLE);

  assay_document_set_brand (document, first->brand->name, first->brand->logo);
  assay_document_set_running (document, _ ("Comparison of suppliers"), foot);
  block->space = 0;
  assay_document_take (document, block);
  block = assay_paragraph_new (foot, ASSAY_STYLE_DIM);
  block->space = 1;
  assay_document_take (document, block);
  add_table (document, suppliers);
  add_spread (document, suppliers);
  add_facts (document, suppliers, side);
  if (first->options.sections & ASSAY_SUPPLIER_SECTION_DEFINITIONS)
    add_definitions (document, first);
  return document;
}
