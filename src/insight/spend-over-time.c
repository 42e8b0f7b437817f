/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/spend.h"

#include <math.h>

#include "insight/spend-scan.h"
#include "record/date.h"

/* With more periods than this, those in which nothing was ordered are not filled in: a date that
 * was mistyped must not make a thousand empty years. */
#define MOST_PERIODS 160

static void
band_free (gpointer data)
{
  AssaySpendBand *band = data;

  g_free (band->group);
  g_array_unref (band->amounts);
  g_ptr_array_unref (band->ids);
  g_free (band);
}

static void
free_ids (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

static AssaySpendBand *
band_new (const AssaySpendGroup *group, guint n_periods)
{
  AssaySpendBand *band = g_new0 (AssaySpendBand, 1);

  band->id = group->id;
  band->group = g_strdup (group->name);
  band->n_groups = 1;
  band->amounts = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_array_set_size (band->amounts, n_periods);
  band->ids = g_ptr_array_new_with_free_func (free_ids);
  g_ptr_array_set_size (band->ids, (int)n_periods);
  return band;
}

static void
band_add (AssaySpendBand *band, guint period, gint64 amount, const GArray *ids)
{
  GArray *known = g_ptr_array_index (band->ids, period);

  g_array_index (band->amounts, gint64, period) += amount;
  band->amount += amount;
  if (ids == NULL)
    return;
  if (known == NULL)
    known = g_ptr_array_index (band->ids, period) = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (known, ids->data, ids->len);
}

void
assay_spend_over_time_free (AssaySpendOverTime *series)
{
  if (series == NULL)
    return;
  g_free (series->currency);
  g_clear_pointer (&series->periods, g_array_unref);
  g_clear_pointer (&series->labels, g_ptr_array_unref);
  g_clear_pointer (&series->bands, g_ptr_array_unref);
  g_clear_pointer (&series->totals, g_array_unref);
  g_clear_pointer (&series->indices, g_array_unref);
  g_clear_pointer (&series->left_out, g_ptr_array_unref);
  g_free (series->definition);
  g_free (series);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint32 left = *(const gint32 *)a, right = *(const gint32 *)b;

  return (left > right) - (left < right);
}

static gint32
next_period (gint32 start, gboolean monthly)
{
  return (gint32)assay_spend_period_start (start + (monthly ? 31 : 92), monthly);
}

/* Those with lines in order of time, and the empty ones between them. */
static void
list_periods (AssaySpendOverTime *series, const AssaySpendScan *scan, gboolean monthly)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (gint32));
  gint32 first, last;

  for (guint i = 0; i < assay_key_index_size (scan->others); i++)
    {
      gint64 start = assay_key_index_key (scan->others, i);
      gint32 day = (gint32)start;

      if (start != ASSAY_SPEND_NO_PERIOD)
        g_array_append_val (seen, day);
    }
  g_array_sort (seen, compare_days);
  if (seen->len > 0)
    {
      first = g_array_index (seen, gint32, 0);
      last = g_array_index (seen, gint32, seen->len - 1);
      if ((last - first) / (monthly ? 30 : 91) < MOST_PERIODS)
        for (gint32 day = first; day <= last; day = next_period (day, monthly))
          g_array_append_val (series->periods, day);
      else
        g_array_append_vals (series->periods, seen->data, seen->len);
    }
  for (guint i = 0; i < series->periods->len; i++)
    g_ptr_array_add (series->labels,
                     assay_spend_period_name (g_array_index (series->periods, gint32, i), monthly));
}

static guint
find_period (const AssaySpendOverTime *series, gint32 start)
{
  guint at = 0;

  g_array_binary_search (series->periods, &start, compare_days, &at);
  return at;
}

static gboolean
fill_bands (AssaySpendOverTime *series, AssaySpendScan *scan, AssayDb *db, GError **error)
{
  g_autofree guint32 *group_of_key = NULL;
  g_autoptr (GArray) groups
      = assay_spend_scan_groups (scan, db, series->asked.by, &group_of_key, error);

  if (groups == NULL)
    return FALSE;
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (series->bands,
                     band_new (&g_array_index (groups, AssaySpendGroup, i), series->periods->len));
  for (guint i = 0; i < scan->cells->len; i++)
    {
      const AssaySpendCell *cell = &g_array_index (scan->cells, AssaySpendCell, i);
      gint64 pair = assay_key_index_key (scan->pairs, i);
      gint64 start = assay_key_index_key (scan->others, (guint32)pair);

      if (start == ASSAY_SPEND_NO_PERIOD)
        {
          series->no_day_amount += cell->amount;
          series->no_day_lines += cell->ids->len;
          continue;
        }
      band_add (g_ptr_array_index (series->bands, group_of_key[pair >> 32]),
                find_period (series, (gint32)start), cell->amount, cell->ids);
      g_array_index (series->totals, gint64, find_period (series, (gint32)start)) += cell->amount;
      series->amount += cell->amount;
    }
  return TRUE;
}

/* Over the groups that are known, in one period or, with -1, in all. */
static AssayConcentration
concentrate (const AssaySpendOverTime *series, int period)
{
  g_autofree double *amounts = g_new (double, MAX (series->bands->len, 1));
  AssayConcentration found;
  gsize n = 0;

  for (guint i = 0; i < series->bands->len; i++)
    {
      const AssaySpendBand *band = g_ptr_array_index (series->bands, i);

      if (band->group != NULL)
        amounts[n++]
            = (double)(period < 0 ? band->amount : g_array_index (band->amounts, gint64, period));
    }
  assay_concentration_compute (amounts, n, &found);
  return found;
}

static int
compare_bands (gconstpointer a, gconstpointer b)
{
  const AssaySpendBand *left = a, *right = b;

  if (left->amount != right->amount)
    return left->amount > right->amount ? -1 : 1;
  if (left->group == NULL || right->group == NULL)
    return (left->group == NULL) - (right->group == NULL);
  return g_utf8_collate (left->group, right->group);
}

/* The largest are named, all others together are one. */
static void
gather_rest (AssaySpendOverTime *series, guint most)
{
  AssaySpendBand *rest;

  g_ptr_array_sort_values (series->bands, compare_bands);
  for (guint i = series->bands->len; i-- > 0;)
    if (((AssaySpendBand *)g_ptr_array_index (series->bands, i))->amount == 0)
      g_ptr_array_remove_index (series->bands, i);
  if (series->bands->len <= most)
    return;
  rest = band_new (&(AssaySpendGroup){ 0, NULL }, series->periods->len);
  rest->is_rest = TRUE;
  rest->n_groups = series->bands->len - (most - 1);
  for (guint i = most - 1; i < series->bands->len; i++)
    {
      const AssaySpendBand *band = g_ptr_array_index (series->bands, i);

      for (guint period = 0; period < series->periods->len; period++)
        band_add (rest, period, g_array_index (band->amounts, gint64, period),
                  g_ptr_array_index (band->ids, period));
    }
  g_ptr_array_set_size (series->bands, (int)most - 1);
  g_ptr_array_add (series->bands, rest);
}

/**
 * assay_spend_over_time:
 * @db: the book, on the thread that owns the connection
 * @question: what to group by, how long a period is and which lines to take
 * @most: into how many bands, at least 2: with more groups than that the last is all others
 * @error: return location for an error
 *
 * Returns: (transfer full): spend of the largest groups in each month or quarter; %NULL on error
 */
AssaySpendOverTime *
assay_spend_over_time (AssayDb *db, const AssaySpendQuestion *question, guint most, GError **error)
{
  g_autoptr (AssaySpendOverTime) series = g_new0 (AssaySpendOverTime, 1);
  g_autoptr (AssaySpendScan) scan = NULL;

  g_return_val_if_fail (most >= 2, NULL);

  scan = assay_spend_scan (db, question, ASSAY_SPEND_OTHER_PERIOD, error);
  if (scan == NULL)
    return NULL;
  series->asked = *question;
  series->has_base = assay_money_in_base_can_add (scan->money);
  series->currency = g_strdup (assay_money_in_base_get_currency (scan->money));
  series->periods = g_array_new (FALSE, FALSE, sizeof (gint32));
  series->labels = g_ptr_array_new_with_free_func (g_free);
  series->bands = g_ptr_array_new_with_free_func (band_free);
  list_periods (series, scan, question->every == ASSAY_SPEND_MONTHLY);
  series->totals = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_array_set_size (series->totals, series->periods->len);
  if (!fill_bands (series, scan, db, error))
    return NULL;
  series->indices = g_array_new (FALSE, TRUE, sizeof (double));
  for (guint i = 0; i < series->periods->len; i++)
    {
      double index = concentrate (series, (int)i).hhi;

      g_array_append_val (series->indices, index);
    }
  series->concentration = concentrate (series, -1);
  gather_rest (series, most);
  for (guint i = 0; i < series->bands->len; i++)
    {
      AssaySpendBand *band = g_ptr_array_index (series->bands, i);

      band->share = series->amount > 0 ? (double)band->amount / (double)series->amount : NAN;
    }
  series->left_out = g_steal_pointer (&scan->left_out);
  series->definition = assay_spend_define (question, scan->money);
  return g_steal_pointer (&series);
}
