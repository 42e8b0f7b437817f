/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which share of the lines of each month came on time, for charts. */

#include "insight/lead-time.h"

#include <math.h>

#include "insight/line-scan.h"
#include "record/date.h"

static int
compare_months (gconstpointer a, gconstpointer b)
{
  const AssayCountPoint *left = a, *right = b;

  return (left->day > right->day) - (left->day < right->day);
}

static AssayCountPoint *
find_month (AssaySeries *series, GHashTable *places, gint32 day)
{
  gint32 start = assay_date_month_start (CLAMP (day, ASSAY_DATE_MIN, ASSAY_DATE_MAX));
  gpointer place = g_hash_table_lookup (places, GINT_TO_POINTER (start));

  if (place == NULL)
    {
      AssayCountPoint month = { .day = start };

      month.ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      month.label = assay_date_format_month (start);
      g_array_append_val (series->points, month);
      place = GUINT_TO_POINTER (series->points->len);
      g_hash_table_insert (places, GINT_TO_POINTER (start), place);
    }
  return &g_array_index (series->points, AssayCountPoint, GPOINTER_TO_UINT (place) - 1);
}

static void
add_due (AssaySeries *series,
         GHashTable *places,
         const AssayLine *line,
         const AssayLineDue *due,
         const AssayLeadTimeRules *rules)
{
  AssayCountPoint *month = find_month (series, places, due->day);

  month->inspected += due->n;
  if (!isnan (due->slip) && assay_line_is_on_time (rules, due->slip))
    month->defective += due->n;
  if (month->ids->len == 0 || g_array_index (month->ids, gint64, month->ids->len - 1) != line->id)
    g_array_append_val (month->ids, line->id);
}

/**
 * assay_on_time_months:
 * @db: the book
 * @question: which lines; `by` plays no part
 * @error: what went wrong
 *
 * What the rules count (lines, shipments or pieces) belongs to the month of the day that is
 * compared with the promise, what is late and still open to the month of its promise. Lines without
 * a promise are neither on time nor late and are left out.
 *
 * Returns: (transfer full): a point for each month in which something was due, with the order lines
 *   behind it; %NULL on error
 */
AssaySeries *
assay_on_time_months (AssayDb *db, const AssayLeadTimeQuestion *question, GError **error)
{
  g_autoptr (AssaySeries) series = assay_series_new_counts (question->supplier, NULL);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (AssayLineScan) scan = assay_line_scan_new (db, question, error);
  const AssayLine *line;

  if (scan == NULL)
    return NULL;
  while ((line = assay_line_scan_next (scan)) != NULL)
    for (guint i = 0; i < line->n_due; i++)
      add_due (series, places, line, &line->due[i], &question->rules);
  if (!assay_line_scan_finish (scan, error))
    return NULL;
  g_array_sort (series->points, compare_months);
  return g_steal_pointer (&series);
}
