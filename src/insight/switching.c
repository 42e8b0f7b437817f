/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/switching.h"

#include "store/query.h"
#include "store/records.h"

/* Of the inspections as i and, where they have one, their order line as l. An inspection that names
 * no supplier or product is about its line's. */
#define LOTS                                                                                       \
  " FROM inspection AS i LEFT JOIN order_line AS l ON l.id = i.order_line"                         \
  " WHERE i.repeats IS NULL AND i.kind IN ('final_random', 'loading', 'incoming')"                 \
  " AND i.inspected_on IS NOT NULL AND i.result IN ('pass', 'fail')"

/* Both ways of naming them are looked up by an index. */
#define OF_PAIR                                                                                    \
  " AND i.id IN (SELECT id FROM inspection WHERE supplier = ?1 AND product = ?2"                   \
  " UNION SELECT o.id FROM inspection AS o JOIN order_line AS m ON m.id = o.order_line"            \
  " WHERE m.supplier = ?1 AND m.product = ?2"                                                      \
  " AND coalesce (o.supplier, m.supplier) = ?1 AND coalesce (o.product, m.product) = ?2)"

#define SUPPLIER "coalesce (i.supplier, l.supplier)"
#define PRODUCT  "coalesce (i.product, l.product)"

gboolean
assay_switching_kind_counts (const char *kind)
{
  return g_strcmp0 (kind, "final_random") == 0 || g_strcmp0 (kind, "loading") == 0
         || g_strcmp0 (kind, "incoming") == 0;
}

static GArray *
read_ids (AssayDb *db, gint64 supplier, gint64 product, gint64 until, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      db,
      "SELECT i.id" LOTS OF_PAIR " AND (?3 = 0 OR i.id <> ?3 AND (i.inspected_on, i.id) <"
      " (SELECT ifnull (inspected_on, 9223372036854775807), id FROM inspection WHERE id = ?3))"
      " ORDER BY i.inspected_on, i.id",
      error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  if (statement == NULL)
    return NULL;
  assay_statement_bind_int (statement, 1, supplier);
  assay_statement_bind_int (statement, 2, product);
  assay_statement_bind_int (statement, 3, until);
  while (assay_statement_step (statement, &row, error))
    {
      gint64 id;

      if (!row)
        return g_steal_pointer (&ids);
      id = assay_statement_get_int (statement, 0);
      g_array_append_val (ids, id);
    }
  return NULL;
}

/* Nothing found in a class of an inspection that was done means none, as long as somebody counted
 * by class at all. A lot that passed as a whole was accepted in each class. */
static gboolean
judge (const AssayRecord *lot, AssayClass i, AssayVerdict *verdict)
{
  AssayInspectionCounts counts;
  AssayInspectionPlan plan;
  gboolean any = FALSE;

  assay_inspection_plan_read (lot, &plan);
  if (!plan.known || !plan.classes[i].inspected)
    return FALSE;
  assay_inspection_counts_read (lot, &counts);
  for (AssayClass j = 0; j < ASSAY_N_CLASSES; j++)
    any = any || counts.found[j] >= 0;
  if (any && assay_record_is_known (lot, ASSAY_INSPECTION_INSPECTED))
    counts.found[i] = MAX (counts.found[i], 0);
  switch (assay_inspection_judge_class (&plan, i, &counts))
    {
    case ASSAY_JUDGED_ACCEPTED:
      *verdict = ASSAY_VERDICT_ACCEPT;
      return TRUE;
    case ASSAY_JUDGED_ACCEPTED_SWITCH:
      *verdict = ASSAY_VERDICT_ACCEPT_SWITCH;
      return TRUE;
    case ASSAY_JUDGED_REJECTED:
      *verdict = ASSAY_VERDICT_REJECT;
      return TRUE;
    case ASSAY_JUDGED_NO_PLAN:
    case ASSAY_JUDGED_NOT_COUNTED:
    case ASSAY_JUDGED_SAMPLE_SHORT:
    case ASSAY_JUDGED_SECOND_SAMPLE:
    default:
      *verdict = ASSAY_VERDICT_ACCEPT;
      return g_strcmp0 (assay_record_get_text (lot, ASSAY_INSPECTION_RESULT), "pass") == 0;
    }
}

static void
follow_class (AssayClassSwitching *one, AssayClass i, GPtrArray *lots)
{
  g_autoptr (GArray) verdicts = g_array_new (FALSE, FALSE, sizeof (AssaySwitchingLot));

  one->lots = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint j = 0; j < lots->len; j++)
    {
      AssayRecord *record = g_ptr_array_index (lots, j);
      AssaySwitchingLot lot = { .severity = ASSAY_SEVERITY_NORMAL };

      assay_inspection_class_severity (record, i, &lot.severity);
      if (!judge (record, i, &lot.verdict))
        continue;
      g_array_append_val (verdicts, lot);
      g_ptr_array_add (one->lots, g_object_ref (record));
    }
  assay_switching_follow (&one->state, (const AssaySwitchingLot *)(const void *)verdicts->data,
                          verdicts->len);
}

AssaySwitchingHistory *
assay_switching_history_read (
    AssayDb *db, gint64 supplier, gint64 product, gint64 until, GError **error)
{
  g_autoptr (GArray) ids = read_ids (db, supplier, product, until, error);
  g_autoptr (GPtrArray) lots = NULL;
  AssaySwitchingHistory *history;

  if (ids == NULL)
    return NULL;
  lots = assay_query_fetch_records (ASSAY_TYPE_INSPECTION, (const gint64 *)(const void *)ids->data,
                                    ids->len, db, error);
  if (lots == NULL)
    return NULL;
  history = g_new0 (AssaySwitchingHistory, 1);
  history->supplier = supplier;
  history->product = product;
  history->n_lots = lots->len;
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    follow_class (&history->classes[i], i, lots);
  return history;
}

void
assay_switching_history_free (AssaySwitchingHistory *history)
{
  if (history == NULL)
    return;
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      assay_switching_clear (&history->classes[i].state);
      g_clear_pointer (&history->classes[i].lots, g_ptr_array_unref);
    }
  g_free (history);
}

void
assay_switching_pair_free (AssaySwitchingPair *pair)
{
  g_free (pair->supplier_name);
  g_free (pair->product_name);
  g_free (pair);
}

/* The pairs of which a lot was inspected, the one inspected last first. */
GPtrArray *
assay_switching_pairs_read (AssayDb *db, gint64 supplier, gint64 product, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      db,
      "SELECT " SUPPLIER ", " PRODUCT ", max (i.inspected_on)" LOTS " AND " SUPPLIER
      " IS NOT NULL AND " PRODUCT " IS NOT NULL AND (?1 = 0 OR " SUPPLIER " = ?1)"
      " AND (?2 = 0 OR " PRODUCT " = ?2) GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2",
      error);
  g_autoptr (GPtrArray) pairs
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_switching_pair_free);
  gboolean row;

  if (statement == NULL)
    return NULL;
  assay_statement_bind_int (statement, 1, supplier);
  assay_statement_bind_int (statement, 2, product);
  while (assay_statement_step (statement, &row, error))
    {
      AssaySwitchingPair *pair;

      if (!row)
        return g_steal_pointer (&pairs);
      pair = g_new0 (AssaySwitchingPair, 1);
      pair->supplier = assay_statement_get_int (statement, 0);
      pair->product = assay_statement_get_int (statement, 1);
      pair->supplier_name = assay_records_dup_title (db, ASSAY_TYPE_SUPPLIER, pair->supplier, NULL);
      pair->product_name = assay_records_dup_title (db, ASSAY_TYPE_PRODUCT, pair->product, NULL);
      g_ptr_array_add (pairs, pair);
    }
  return NULL;
}
