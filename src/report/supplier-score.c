/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scorecard of a supplier on paper: grade, points of each criterion and what they are of. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "report/inspection-sections.h"
#include "report/supplier-sections.h"
#include "report/table-block.h"
#include "report/text-block.h"

gboolean
assay_supplier_read_score (AssaySupplierData *data, AssayDb *db, GError **error)
{
  AssayMeasuresQuestion question = { .from = data->options.from,
                                     .to = data->options.to,
                                     .today = data->options.today,
                                     .rules = data->lead_question.rules };
  gint64 id = 0;

  if (!assay_scorecard_find_in_use (db, &id, error))
    return FALSE;
  if (id == 0)
    return TRUE;
  data->card = assay_scorecard_read (db, id, error);
  if (data->card == NULL)
    return FALSE;
  data->measures = assay_measures_read (db, &question, error);
  if (data->measures == NULL)
    return FALSE;
  data->scores = assay_scorecard_score (data->card, data->measures);
  return TRUE;
}

const AssayScore *
assay_supplier_find_score (const AssaySupplierData *data)
{
  return data->scores != NULL
             ? assay_scores_find (data->scores, assay_record_get_id (data->supplier))
             : NULL;
}

/* "B · 83.4 points · 2nd of 7 that are graded · 92 % of the weight measured" */
static char *
say_grade (const AssaySupplierData *data, const AssayScore *score)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *points = assay_score_points_words (score->sum.points);
  g_autofree char *coverage = NULL;
  guint n_graded = 0;

  for (guint i = 0; i < data->scores->len; i++)
    n_graded += ((const AssayScore *)g_ptr_array_index (data->scores, i))->rank > 0;
  /* Translators: of a scorecard: "83.4 points" */
  g_string_append_printf (words, _ ("%s points"), points);
  if (score->rank > 0)
    {
      g_autofree char *rank = g_strdup_printf (_ ("rank %u of %u"), score->rank, n_graded);

      assay_report_append_part (words, rank);
    }
  if (!isnan (score->sum.coverage))
    {
      g_autofree char *share = assay_format_share (score->sum.coverage, 0);

      /* Translators: how much of the weight of a scorecard was measured */
      coverage = g_strdup_printf (_ ("%s of the weight measured"), share);
      assay_report_append_part (words, coverage);
    }
  assay_report_append_part (words, data->card->name);
  return g_strdup (words->str);
}

static void
add_criterion (AssayBlock *block,
               const AssayCriterion *criterion,
               const AssayCriterionScore *scored,
               const AssayMeasured *measured)
{
  gboolean known = measured->lack == ASSAY_LACK_NOTHING;
  g_autofree char *value = known ? assay_scored_format (criterion->scored, measured->value)
                                 : g_strdup (assay_lack_words (measured->lack));
  g_autofree char *claim = isnan (measured->claim)
                               ? g_strdup ("–")
                               : assay_scored_format (criterion->scored, measured->claim);
  g_autofree char *n = known ? assay_format_number (measured->n) : g_strdup ("–");
  g_autofree char *weight = assay_format_real (criterion->weight, 0);
  g_autofree char *points = assay_score_points_words (scored->points);
  const char *const cells[]
      = { assay_scored_title (criterion->scored), value, claim, n, weight, points };

  assay_table_block_add_row (block, cells);
  if (!known)
    assay_table_block_set_style (block, 1, ASSAY_STYLE_DIM);
}

void
assay_supplier_add_score (AssayDocument *document, AssaySupplierData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Criterion"), 34, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Measured"), 24, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Claimed"), 16, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("n"), 9, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Weight"), 10, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Points"), 11, ASSAY_ALIGN_END, ASSAY_STYLE_STRONG },
  };
  const AssayScore *score = assay_supplier_find_score (data);
  g_autofree char *title = NULL;
  g_autofree char *line = NULL;
  g_autofree char *why = NULL;
  AssayBlock *block;

  if (score == NULL)
    return;
  /* Translators: the grade of a supplier, A to D or that there are not enough data */
  title = g_strdup_printf (_ ("Scorecard: %s"), assay_grade_words (score->grade));
  line = say_grade (data, score);
  why = assay_score_why (data->card, score);
  assay_document_take (document, assay_heading_new (title, ASSAY_STYLE_HEADING));
  block = assay_paragraph_new (line, ASSAY_STYLE_BODY);
  block->keep_next = TRUE;
  assay_document_take (document, block);
  if (why != NULL)
    {
      block = assay_paragraph_new (why, ASSAY_STYLE_DIM);
      block->keep_next = TRUE;
      assay_document_take (document, block);
    }
  block = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  block->space = 6;
  for (guint i = 0; i < data->card->criteria->len; i++)
    {
      const AssayCriterion *criterion = &g_array_index (data->card->criteria, AssayCriterion, i);

      add_criterion (block, criterion, &score->criteria[i],
                     &score->supplier->measured[criterion->scored]);
    }
  assay_document_take (document, block);
}
