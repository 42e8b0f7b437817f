/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Inspected and defective units by lot or by month, for charts. */

#include "insight/defects.h"

#include "insight/lot-scan.h"
#include "record/date.h"

/* As for slips: past so many points nobody reads a point's name. */
#define MAX_LABELLED 20000

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const AssayCountPoint *left = a;
  const AssayCountPoint *right = b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return (left->id > right->id) - (left->id < right->id);
}

static gboolean
read_points (AssayDb *db, const AssayDefectQuestion *question, GArray *points, GError **error)
{
  g_autoptr (AssayLotScan) scan = assay_lot_scan_new (db, question, error);
  AssayLot lot;
  gboolean found;

  if (scan == NULL)
    return FALSE;
  while (assay_lot_scan_next (scan, &lot, &found, error) && found)
    {
      AssayCountPoint point = { .id = lot.id,
                                .day = lot.day,
                                .inspected = lot.inspected,
                                .defective = lot.defective,
                                .defects = lot.defects };

      if (lot.is_known && lot.day != ASSAY_DATE_UNKNOWN && lot.inspected > 0)
        g_array_append_val (points, point);
    }
  if (!assay_lot_scan_is_done (scan))
    return FALSE;
  g_array_sort (points, compare_points);
  return TRUE;
}

/* Adds the lots of each month up; @lots are in order of time. */
static void
pool_months (GArray *lots, GArray *months)
{
  for (guint i = 0; i < lots->len; i++)
    {
      const AssayCountPoint *lot = &g_array_index (lots, AssayCountPoint, i);
      gint32 start = assay_date_month_start (lot->day);
      AssayCountPoint *month = NULL;

      if (months->len > 0)
        month = &g_array_index (months, AssayCountPoint, months->len - 1);
      if (month == NULL || month->day != start)
        {
          g_array_set_size (months, months->len + 1);
          month = &g_array_index (months, AssayCountPoint, months->len - 1);
          month->day = start;
          month->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
          month->label = assay_date_format_month (start);
        }
      g_array_append_val (month->ids, lot->id);
      month->inspected += lot->inspected;
      month->defective += lot->defective;
      month->defects += lot->defects;
    }
}

static gboolean
label_lots (AssayDb *db, GArray *lots, GError **error)
{
  g_autoptr (AssayStatement) statement = NULL;

  if (lots->len > MAX_LABELLED)
    return TRUE;
  statement = assay_db_prepare (db, "SELECT number FROM inspection WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < lots->len; i++)
    {
      AssayCountPoint *lot = &g_array_index (lots, AssayCountPoint, i);
      gboolean row;

      assay_statement_bind_int (statement, 1, lot->id);
      if (!assay_statement_step (statement, &row, error))
        return FALSE;
      if (row && !assay_statement_is_null (statement, 0))
        lot->label = g_utf8_make_valid (assay_statement_get_text (statement, 0), -1);
      assay_statement_reset (statement);
    }
  return TRUE;
}

/**
 * assay_defect_points:
 * @db: the book
 * @question: which inspections; `by` plays no part
 * @by_month: pool the lots of each month
 * @error: return location for an error
 *
 * Lots without a day cannot stand in order of time and are left out, as are those of no units.
 *
 * Returns: (transfer full): the lots, or months, in order of time; %NULL on error
 */
AssaySeries *
assay_defect_points (AssayDb *db,
                     const AssayDefectQuestion *question,
                     gboolean by_month,
                     GError **error)
{
  g_autoptr (AssaySeries) lots = assay_series_new_counts (question->supplier, NULL);
  g_autoptr (AssaySeries) months = NULL;
  AssayDefectQuestion plain = *question;

  plain.by = ASSAY_GROUP_NONE;
  if (!read_points (db, &plain, lots->points, error))
    return NULL;
  if (!by_month)
    return label_lots (db, lots->points, error) ? g_steal_pointer (&lots) : NULL;
  months = assay_series_new_counts (question->supplier, NULL);
  pool_months (lots->points, months->points);
  return g_steal_pointer (&months);
}
