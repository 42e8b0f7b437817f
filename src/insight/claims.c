/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What suppliers claim of themselves beside what was measured. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/comparison.h"

#define MILLION 1e6
#define TENTHS  10.0

static void
judge (AssayClaim *claim, gboolean less_is_better)
{
  claim->verdict = assay_claim_judge (
      claim->claimed, (AssayInterval){ claim->measured.low, claim->measured.high }, less_is_better);
}

/**
 * assay_claim_judge_lead:
 * @claim: (out caller-allocates): takes the claim; its supplier and name stay
 * @claimed: days, or below 0 for nothing
 * @row: (nullable): what was measured
 */
void
assay_claim_judge_lead (AssayClaim *claim, gint64 claimed, const AssayLeadTimeRow *row)
{
  claim->figure = ASSAY_COMPARED_LEAD_MEAN;
  claim->claimed = claimed >= 0 ? (double)claimed : NAN;
  claim->measured = assay_measured_of (claim->figure, row, NULL, NULL, ASSAY_INTERVAL_WILSON);
  judge (claim, TRUE);
  /* One delivery is a measurement without an interval: too few to tell, not unknown. */
  if (claim->verdict == ASSAY_CLAIM_UNKNOWN && !isnan (claim->claimed) && claim->measured.n > 0)
    claim->verdict = ASSAY_CLAIM_OPEN;
}

/**
 * assay_claim_judge_lead_sd:
 * @claim: (out caller-allocates): takes the claim; its supplier and name stay
 * @claimed: the standard deviation in tenths of a day, or below 0 for nothing
 * @row: (nullable): what was measured
 */
void
assay_claim_judge_lead_sd (AssayClaim *claim, gint64 claimed, const AssayLeadTimeRow *row)
{
  claim->figure = ASSAY_COMPARED_LEAD_SD;
  claim->claimed = claimed >= 0 ? (double)claimed / TENTHS : NAN;
  claim->measured = assay_measured_of (claim->figure, row, NULL, NULL, ASSAY_INTERVAL_WILSON);
  judge (claim, TRUE);
  if (claim->verdict == ASSAY_CLAIM_UNKNOWN && !isnan (claim->claimed) && claim->measured.n > 0)
    claim->verdict = ASSAY_CLAIM_OPEN;
}

/**
 * assay_claim_judge_on_time:
 * @claim: (out caller-allocates): takes the claim; its supplier and name stay
 * @claimed: in parts per million, or below 0 for nothing
 * @row: (nullable): what was measured
 * @rules: by which it was told
 * @interval: how the interval is computed
 */
void
assay_claim_judge_on_time (AssayClaim *claim,
                           gint64 claimed,
                           const AssayLeadTimeRow *row,
                           const AssayLeadTimeRules *rules,
                           AssayIntervalKind interval)
{
  claim->figure = ASSAY_COMPARED_ON_TIME;
  claim->claimed = claimed >= 0 ? (double)claimed / MILLION : NAN;
  claim->measured = assay_measured_of (claim->figure, row, NULL, rules, interval);
  judge (claim, FALSE);
  if (claim->verdict == ASSAY_CLAIM_UNKNOWN && !isnan (claim->claimed) && claim->measured.n > 0)
    claim->verdict = ASSAY_CLAIM_OPEN;
}

/**
 * assay_claim_judge_defects:
 * @claim: (out caller-allocates): takes the claim; its supplier and name stay
 * @claimed: in parts per million, or below 0 for nothing
 * @row: (nullable): what was measured
 */
void
assay_claim_judge_defects (AssayClaim *claim, gint64 claimed, const AssayDefectRow *row)
{
  claim->figure = ASSAY_COMPARED_RATE;
  claim->claimed = claimed >= 0 ? (double)claimed / MILLION : NAN;
  claim->measured = assay_measured_of (claim->figure, NULL, row, NULL, ASSAY_INTERVAL_WILSON);
  judge (claim, TRUE);
}

AssayClaim *
assay_claim_copy (const AssayClaim *claim)
{
  AssayClaim *copy = g_memdup2 (claim, sizeof *claim);

  copy->name = g_strdup (claim->name);
  return copy;
}

void
assay_claim_free (AssayClaim *claim)
{
  if (claim == NULL)
    return;
  g_free (claim->name);
  g_free (claim);
}

/* The figures of each supplier. */
typedef struct
{
  GPtrArray *lead_rows, *defect_rows;
  GHashTable *lead, *defects; /* by the supplier's id in the row */
} Figures;

static void
figures_clear (Figures *figures)
{
  g_clear_pointer (&figures->lead, g_hash_table_unref);
  g_clear_pointer (&figures->defects, g_hash_table_unref);
  g_clear_pointer (&figures->lead_rows, g_ptr_array_unref);
  g_clear_pointer (&figures->defect_rows, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Figures, figures_clear)

static gboolean
read_figures (AssayDb *db, const AssayClaimQuestion *question, Figures *figures, GError **error)
{
  const AssayLeadTimeQuestion lines = { .by = ASSAY_GROUP_SUPPLIER,
                                        .supplier = question->supplier,
                                        .from = question->period.from,
                                        .to = question->period.to,
                                        .today = question->today,
                                        .rules = question->rules };
  const AssayDefectQuestion lots = { .by = ASSAY_GROUP_SUPPLIER,
                                     .supplier = question->supplier,
                                     .from = question->period.from,
                                     .to = question->period.to,
                                     .interval = question->interval };

  figures->lead_rows = assay_lead_time_figures (db, &lines, NULL, error);
  if (figures->lead_rows == NULL)
    return FALSE;
  figures->defect_rows = assay_defect_figures (db, &lots, NULL, error);
  if (figures->defect_rows == NULL)
    return FALSE;
  figures->lead = g_hash_table_new (g_int64_hash, g_int64_equal);
  figures->defects = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < figures->lead_rows->len; i++)
    {
      AssayLeadTimeRow *row = g_ptr_array_index (figures->lead_rows, i);

      g_hash_table_insert (figures->lead, &row->id, row);
    }
  for (guint i = 0; i < figures->defect_rows->len; i++)
    {
      AssayDefectRow *row = g_ptr_array_index (figures->defect_rows, i);

      g_hash_table_insert (figures->defects, &row->id, row);
    }
  return TRUE;
}

/* Suppliers with what they claim, to step through. */
static AssayStatement *
prepare_suppliers (AssayDb *db, gint64 supplier, GError **error)
{
  AssayStatement *statement = assay_db_prepare (db,
                                                "SELECT id, name, claimed_lead, claimed_on_time, "
                                                "claimed_defects, claimed_lead_sd FROM supplier"
                                                " WHERE ?1 IN (0, id)",
                                                error);

  if (statement != NULL)
    assay_statement_bind_int (statement, 1, supplier);
  return statement;
}

static AssayClaim *
claim_new (AssayStatement *statement)
{
  AssayClaim *claim = g_new0 (AssayClaim, 1);
  const char *name = assay_statement_get_text (statement, 1);

  claim->supplier = assay_statement_get_int (statement, 0);
  claim->name = g_utf8_make_valid (name != NULL ? name : "", -1);
  return claim;
}

/* The claims of the supplier that @statement stands on. */
static void
add_claims (GPtrArray *claims,
            AssayStatement *statement,
            const AssayClaimQuestion *question,
            const Figures *figures)
{
  gint64 supplier = assay_statement_get_int (statement, 0);
  const AssayLeadTimeRow *lines = g_hash_table_lookup (figures->lead, &supplier);
  const AssayDefectRow *lots = g_hash_table_lookup (figures->defects, &supplier);

  if (!assay_statement_is_null (statement, 2))
    {
      AssayClaim *claim = claim_new (statement);

      assay_claim_judge_lead (claim, assay_statement_get_int (statement, 2), lines);
      g_ptr_array_add (claims, claim);
    }
  if (!assay_statement_is_null (statement, 5))
    {
      AssayClaim *claim = claim_new (statement);

      assay_claim_judge_lead_sd (claim, assay_statement_get_int (statement, 5), lines);
      g_ptr_array_add (claims, claim);
    }
  if (!assay_statement_is_null (statement, 3))
    {
      AssayClaim *claim = claim_new (statement);

      assay_claim_judge_on_time (claim, assay_statement_get_int (statement, 3), lines,
                                 &question->rules, question->interval);
      g_ptr_array_add (claims, claim);
    }
  if (!assay_statement_is_null (statement, 4))
    {
      AssayClaim *claim = claim_new (statement);

      assay_claim_judge_defects (claim, assay_statement_get_int (statement, 4), lots);
      g_ptr_array_add (claims, claim);
    }
}

/* Delivery before defects, as on the supplier's page. */
static int
rank_of (AssayComparedFigure figure)
{
  return figure == ASSAY_COMPARED_LEAD_MEAN ? 0
         : figure == ASSAY_COMPARED_LEAD_SD ? 1
         : figure == ASSAY_COMPARED_ON_TIME ? 2
                                            : 3;
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const AssayClaim *left = *(AssayClaim *const *)a, *right = *(AssayClaim *const *)b;
  int order = g_utf8_collate (left->name, right->name);

  if (order == 0)
    order = (left->supplier > right->supplier) - (left->supplier < right->supplier);
  return order != 0 ? order : rank_of (left->figure) - rank_of (right->figure);
}

/**
 * assay_claims_ask:
 * @db: the book
 * @question: whose claims, and measured when
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AssayClaim): the claims that are made, by supplier; %NULL
 *   on error
 */
GPtrArray *
assay_claims_ask (AssayDb *db, const AssayClaimQuestion *question, GError **error)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_claim_free);
  g_autoptr (AssayStatement) statement = NULL;
  g_auto (Figures) figures = { 0 };
  gboolean row, ok;

  if (!read_figures (db, question, &figures, error))
    return NULL;
  statement = prepare_suppliers (db, question->supplier, error);
  if (statement == NULL)
    return NULL;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    add_claims (claims, statement, question, &figures);
  if (!ok)
    return NULL;
  g_ptr_array_sort (claims, compare_claims);
  return g_steal_pointer (&claims);
}

/* What the supplier that @statement stands on says of a figure; NaN where it says nothing. */
static double
claimed_of (AssayStatement *statement, AssayComparedFigure figure)
{
  int column = figure == ASSAY_COMPARED_LEAD_MEAN ? 2
               : figure == ASSAY_COMPARED_ON_TIME ? 3
               : figure == ASSAY_COMPARED_RATE    ? 4
               : figure == ASSAY_COMPARED_LEAD_SD ? 5
                                                  : -1;

  if (column < 0 || assay_statement_is_null (statement, column))
    return NAN;
  return (double)assay_statement_get_int (statement, column)
         / (figure == ASSAY_COMPARED_LEAD_MEAN ? 1.0
            : figure == ASSAY_COMPARED_LEAD_SD ? TENTHS
                                               : MILLION);
}

static int
compare_measured (gconstpointer a, gconstpointer b)
{
  const AssayClaim *left = *(AssayClaim *const *)a, *right = *(AssayClaim *const *)b;

  if (left->measured.value != right->measured.value)
    return left->measured.value < right->measured.value ? 1 : -1;
  return g_utf8_collate (left->name, right->name);
}

/**
 * assay_measured_by_supplier:
 * @db: the book
 * @question: of whom and when
 * @figure: which figure
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AssayClaim): the figure of each supplier that it was
 * measured of, the largest first, with what it claims; %NULL on error
 */
GPtrArray *
assay_measured_by_supplier (AssayDb *db,
                            const AssayClaimQuestion *question,
                            AssayComparedFigure figure,
                            GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_claim_free);
  g_autoptr (AssayStatement) statement = NULL;
  g_auto (Figures) figures = { 0 };
  gboolean row, ok;

  if (!read_figures (db, question, &figures, error))
    return NULL;
  statement = prepare_suppliers (db, question->supplier, error);
  if (statement == NULL)
    return NULL;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      gint64 supplier = assay_statement_get_int (statement, 0);
      AssayMeasurement measured = assay_measured_of (
          figure, g_hash_table_lookup (figures.lead, &supplier),
          g_hash_table_lookup (figures.defects, &supplier), &question->rules, question->interval);
      AssayClaim *claim;

      if (isnan (measured.value))
        continue;
      claim = claim_new (statement);
      claim->figure = figure;
      claim->measured = measured;
      claim->claimed = claimed_of (statement, figure);
      g_ptr_array_add (rows, claim);
    }
  if (!ok)
    return NULL;
  g_ptr_array_sort (rows, compare_measured);
  return g_steal_pointer (&rows);
}

/**
 * assay_claim_definition:
 * @question: what was asked
 *
 * Returns: (transfer full): when a claim is supported, in translated sentences
 */
char *
assay_claim_definition (const AssayClaimQuestion *question)
{
  const AssayLeadTimeQuestion lines = { .rules = question->rules };
  const AssayDefectQuestion lots = { .interval = question->interval };
  g_autofree char *lead = assay_lead_time_definition (&lines);
  g_autofree char *defects = assay_defect_definition (&lots);
  const char *rule
      = _ ("A claim is supported when all of the 95 % interval of what was measured is as good as "
           "it or better, not supported when all of it is worse; in between there are too few data "
           "to tell. A claimed lead time is held against the mean, a claimed standard deviation "
           "against that of the lead times, with the chi-squared interval of their variance.");

  return g_strjoin (" ", rule, lead, defects, NULL);
}
