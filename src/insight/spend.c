/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/spend.h"

#include <math.h>

#include "insight/spend-scan.h"

void
assay_spend_free (AssaySpend *spend)
{
  if (spend == NULL)
    return;
  g_free (spend->currency);
  g_clear_pointer (&spend->rows, g_ptr_array_unref);
  g_clear_pointer (&spend->total, assay_spend_row_free);
  g_clear_pointer (&spend->left_out, g_ptr_array_unref);
  g_free (spend->definition);
  g_free (spend);
}

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  const AssaySpendRow *left = a, *right = b;

  if (left->group == NULL || right->group == NULL)
    return (left->group == NULL) - (right->group == NULL);
  return strcmp (left->group, right->group);
}

static gboolean
fill_rows (AssaySpend *spend, AssaySpendScan *scan, AssayDb *db, GError **error)
{
  AssaySpendBy by = spend->asked.by;
  g_autofree guint32 *group_of_key = NULL;
  g_autoptr (GArray) groups = assay_spend_scan_groups (scan, db, by, &group_of_key, error);

  if (groups == NULL)
    return FALSE;
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (spend->rows,
                     assay_spend_row_new (&g_array_index (groups, AssaySpendGroup, i)));
  for (guint i = 0; i < scan->cells->len; i++)
    {
      const AssaySpendCell *cell = &g_array_index (scan->cells, AssaySpendCell, i);
      guint32 key = (guint32)(assay_key_index_key (scan->pairs, i) >> 32);

      assay_spend_row_add (g_ptr_array_index (spend->rows, group_of_key[key]), cell);
      assay_spend_row_add (spend->total, cell);
    }
  assay_spend_rows_finish (spend->rows, spend->total->amount, &spend->concentration);
  spend->total->share = spend->total->amount > 0 ? 1 : NAN;
  if (by == ASSAY_SPEND_BY_MONTH || by == ASSAY_SPEND_BY_QUARTER)
    g_ptr_array_sort_values (spend->rows, compare_periods);
  /* Months are no choice between many; one whole is no group. */
  if (by == ASSAY_SPEND_BY_MONTH || by == ASSAY_SPEND_BY_QUARTER || by == ASSAY_SPEND_BY_NONE)
    spend->concentration = (AssayConcentration){ 0, NAN, NAN, NAN };
  return TRUE;
}

/**
 * assay_spend_figures:
 * @db: the book, on the thread that owns the connection
 * @question: what to group by and which lines to take
 * @error: return location for an error
 *
 * Returns: (transfer full): spend by group; %NULL on error
 */
AssaySpend *
assay_spend_figures (AssayDb *db, const AssaySpendQuestion *question, GError **error)
{
  g_autoptr (AssaySpend) spend = g_new0 (AssaySpend, 1);
  g_autoptr (AssaySpendScan) scan = NULL;

  g_return_val_if_fail (db != NULL && question != NULL, NULL);

  scan = assay_spend_scan (db, question, ASSAY_SPEND_OTHER_NONE, error);
  if (scan == NULL)
    return NULL;
  spend->asked = *question;
  spend->has_base = assay_money_in_base_can_add (scan->money);
  spend->currency = g_strdup (assay_money_in_base_get_currency (scan->money));
  spend->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_spend_row_free);
  spend->total = assay_spend_row_new (NULL);
  if (!fill_rows (spend, scan, db, error))
    return NULL;
  spend->left_out = g_steal_pointer (&scan->left_out);
  spend->definition = assay_spend_define (question, scan->money);
  return g_steal_pointer (&spend);
}
