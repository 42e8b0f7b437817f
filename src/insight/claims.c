/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What suppliers claim of themselves beside what was measured. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/comparison.h"

#define CONFIDENCE 0.95
#define MILLION    1e6

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
  AssayInterval interval = { NAN, NAN };

  claim->figure = ASSAY_COMPARED_LEAD_MEAN;
  claim->claimed = claimed >= 0 ? (double)claimed : NAN;
  claim->measured = (AssayMeasured){ NAN, NAN, NAN, 0 };
  if (row != NULL)
    {
      const AssaySummary *lead = &row->lead;

      interval
          = assay_interval_mean ((AssaySample){ lead->n, lead->mean, lead->variance }, CONFIDENCE);
      claim->measured = (AssayMeasured){ lead->mean, interval.low, interval.high, (gint64)lead->n };
    }
  judge (claim, TRUE);
  /* One delivery is a measurement without an interval: too few to tell, not unknown. */
  if (claim->verdict == ASSAY_CLAIM_UNKNOWN && !isnan (claim->claimed) && claim->measured.n > 0)
    claim->verdict = ASSAY_CLAIM_OPEN;
}

/**
 * assay_claim_judge_on_time:
 * @claim: (out caller-allocates): takes the claim; its supplier and name stay
 * @claimed: in parts per million, or below 0 for nothing
 * @row: (nullable): what was measured
 * @interval: how the interval is computed
 */
void
assay_claim_judge_on_time (AssayClaim *claim,
                           gint64 claimed,
                           const AssayLeadTimeRow *row,
                           AssayIntervalKind interval)
{
  claim->figure = ASSAY_COMPARED_ON_TIME;
  claim->claimed = claimed >= 0 ? (double)claimed / MILLION : NAN;
  claim->measured = (AssayMeasured){ NAN, NAN, NAN, 0 };
  if (row != NULL)
    {
      gint64 due = (gint64)row->slip.n + row->open_late_n;
      AssayInterval share = assay_interval_share (interval, row->on_time_n, due, CONFIDENCE);

      claim->measured = (AssayMeasured){ row->on_time, share.low, share.high, due };
    }
  judge (claim, FALSE);
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
  claim->measured = (AssayMeasured){ NAN, NAN, NAN, 0 };
  if (row != NULL)
    claim->measured = (AssayMeasured){ row->rate, row->rate_low, row->rate_high, row->inspected };
  judge (claim, TRUE);
}

void
assay_claim_free (AssayClaim *claim)
{
  if (claim == NULL)
    return;
  g_free (claim->name);
  g_free (claim);
}

/* Rows of figures by the supplier that they are of. */
static GHashTable *
index_lead (GPtrArray *rows)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      AssayLeadTimeRow *row = g_ptr_array_index (rows, i);

      g_hash_table_insert (index, &row->id, row);
    }
  return index;
}

static GHashTable *
index_defects (GPtrArray *rows)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      AssayDefectRow *row = g_ptr_array_index (rows, i);

      g_hash_table_insert (index, &row->id, row);
    }
  return index;
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
            GHashTable *lead,
            GHashTable *defects)
{
  gint64 supplier = assay_statement_get_int (statement, 0);
  const AssayLeadTimeRow *lines = g_hash_table_lookup (lead, &supplier);
  const AssayDefectRow *lots = g_hash_table_lookup (defects, &supplier);

  if (!assay_statement_is_null (statement, 2))
    {
      AssayClaim *claim = claim_new (statement);

      assay_claim_judge_lead (claim, assay_statement_get_int (statement, 2), lines);
      g_ptr_array_add (claims, claim);
    }
  if (!assay_statement_is_null (statement, 3))
    {
      AssayClaim *claim = claim_new (statement);

      assay_claim_judge_on_time (claim, assay_statement_get_int (statement, 3), lines,
                                 question->interval);
      g_ptr_array_add (claims, claim);
    }
  if (!assay_statement_is_null (statement, 4))
    {
      AssayClaim *claim = claim_new (statement);

      assay_claim_judge_defects (claim, assay_statement_get_int (statement, 4), lots);
      g_ptr_array_add (claims, claim);
    }
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const AssayClaim *left = *(AssayClaim *const *)a, *right = *(AssayClaim *const *)b;
  int order = g_utf8_collate (left->name, right->name);

  if (order == 0)
    order = (left->supplier > right->supplier) - (left->supplier < right->supplier);
  /* Delivery before defects, as on the supplier's page. */
  return order != 0 ? order : (int)right->figure - (int)left->figure;
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
  g_autoptr (GPtrArray) lead_rows = assay_lead_time_figures (db, &lines, NULL, error);
  g_autoptr (GPtrArray) defect_rows
      = lead_rows != NULL ? assay_defect_figures (db, &lots, NULL, error) : NULL;
  g_autoptr (GHashTable) lead = NULL, defects = NULL;
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row, ok;

  if (defect_rows == NULL)
    return NULL;
  statement = assay_db_prepare (
      db,
      "SELECT id, name, claimed_lead, claimed_on_time, claimed_defects FROM supplier"
      " WHERE coalesce (claimed_lead, claimed_on_time, claimed_defects) IS NOT NULL"
      " AND ?1 IN (0, id)",
      error);
  if (statement == NULL)
    return NULL;
  lead = index_lead (lead_rows);
  defects = index_defects (defect_rows);
  assay_statement_bind_int (statement, 1, question->supplier);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    add_claims (claims, statement, question, lead, defects);
  if (!ok)
    return NULL;
  g_ptr_array_sort (claims, compare_claims);
  return g_steal_pointer (&claims);
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
           "to tell. A claimed lead time is held against the mean.");

  return g_strjoin (" ", rule, lead, defects, NULL);
}
