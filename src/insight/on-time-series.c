/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which share of the lines of each month came on time, for charts. */

#include "insight/lead-time.h"

#include "insight/line-scan.h"
#include "record/date.h"

static int
compare_months (gconstpointer a, gconstpointer b)
{
  const AssayCountPoint *left = a, *right = b;

  return (left->day > right->day) - (left->day < right->day);
}

static gboolean
is_on_time (const AssayLeadTimeRules *rules, gint64 slip)
{
  return slip <= rules->late && (!rules->has_early || slip >= -rules->early);
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

/**
 * assay_on_time_months:
 * @db: the book
 * @question: which lines; `by` plays no part
 * @error: what went wrong
 *
 * A line belongs to the month in which it was delivered, a late one that is still open to the month
 * of its promise. Lines without a promise are neither on time nor late and are left out.
 *
 * Returns: (transfer full): a point for each month with lines; %NULL on error
 */
AssaySeries *
assay_on_time_months (AssayDb *db, const AssayLeadTimeQuestion *question, GError **error)
{
  g_autoptr (AssaySeries) series = assay_series_new_counts (question->supplier, NULL);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) sql = g_string_new ("SELECT id, ifnull (delivered_on, ");
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row, ok;

  g_string_append_printf (sql, "%s), %s FROM order_line WHERE (%s IS NOT NULL) AND ",
                          assay_line_scan_promise (question), assay_line_scan_slip (question),
                          assay_line_scan_promise (question));
  assay_line_scan_append_where (sql, question);
  statement = assay_db_prepare (db, sql->str, error);
  if (statement == NULL)
    return NULL;
  assay_line_scan_bind (statement, question);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      gint64 id = assay_statement_get_int (statement, 0);
      AssayCountPoint *month
          = find_month (series, places, (gint32)assay_statement_get_int (statement, 1));

      month->inspected++;
      month->defective += !assay_statement_is_null (statement, 2)
                          && is_on_time (&question->rules, assay_statement_get_int (statement, 2));
      g_array_append_val (month->ids, id);
    }
  if (!ok)
    return NULL;
  g_array_sort (series->points, compare_months);
  return g_steal_pointer (&series);
}
