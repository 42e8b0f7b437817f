/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/supplier-series.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/grouping.h"
#include "insight/key-index.h"
#include "insight/lot-scan.h"
#include "record/date.h"

gboolean
assay_supplier_measure_is_counts (AssaySupplierMeasure measure)
{
  return measure == ASSAY_SUPPLIER_ON_TIME || measure == ASSAY_SUPPLIER_DEFECTS;
}

gboolean
assay_supplier_measure_is_of_lots (AssaySupplierMeasure measure)
{
  return measure == ASSAY_SUPPLIER_DEFECTS;
}

static GPtrArray *
list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)assay_series_free);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const AssaySeries *left = *(AssaySeries *const *)a;
  const AssaySeries *right = *(AssaySeries *const *)b;
  int order = assay_group_compare_names (left->name, right->name);

  return order != 0 ? order : (left->id > right->id) - (left->id < right->id);
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const AssayPoint *left = a, *right = b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return (left->id > right->id) - (left->id < right->id);
}

static int
compare_months (gconstpointer a, gconstpointer b)
{
  const AssayCountPoint *left = a, *right = b;

  return (left->day > right->day) - (left->day < right->day);
}

/* An empty series for each key that a scan saw, in the order of the keys' numbers. */
static GPtrArray *
series_of_keys (AssayDb *db, const AssayKeyIndex *keys, gboolean counts, GError **error)
{
  GPtrArray *all = list_new ();
  g_autofree guint32 *mapping = NULL;
  g_autoptr (GArray) groups
      = assay_grouping_resolve (db, ASSAY_GROUP_SUPPLIER, keys, &mapping, error);

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const AssayGroup *group = &g_array_index (groups, AssayGroup, i);

      g_ptr_array_add (all, counts ? assay_series_new_counts (group->id, group->name)
                                   : assay_series_new (group->id, group->name));
    }
  if (groups == NULL)
    g_clear_pointer (&all, g_ptr_array_unref);
  return all;
}

/* Lines that were delivered, each a one. */
static GPtrArray *
read_lines (AssayDb *db, const AssayLeadTimeQuestion *question, GError **error)
{
  static const char sql[] = "SELECT id, supplier, delivered_on FROM order_line"
                            " WHERE +delivered_on IS NOT NULL AND state IS NOT 'cancelled'"
                            " AND (?1 = 0 OR +supplier = ?1) AND (?2 = 0 OR +product = ?2)"
                            " AND +delivered_on BETWEEN ?3 AND ?4";
  g_autoptr (AssayKeyIndex) keys = assay_key_index_new ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GArray) points = g_array_new (FALSE, TRUE, sizeof (AssayPoint));
  g_autoptr (GArray) numbers = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row, ok;

  statement = assay_db_prepare (db, sql, error);
  if (statement == NULL)
    return NULL;
  assay_statement_bind_int (statement, 1, question->supplier);
  assay_statement_bind_int (statement, 2, question->product);
  assay_statement_bind_int (statement, 3, question->from);
  assay_statement_bind_int (statement, 4,
                            question->to != ASSAY_DATE_UNKNOWN ? question->to : G_MAXINT32);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      AssayPoint point = { .id = assay_statement_get_int (statement, 0),
                           .day = (gint32)assay_statement_get_int (statement, 2),
                           .value = 1 };
      guint32 number;

      number = assay_key_index_add (keys, assay_statement_get_int (statement, 1));
      g_array_append_val (points, point);
      g_array_append_val (numbers, number);
    }
  all = ok ? series_of_keys (db, keys, FALSE, error) : NULL;
  if (all == NULL)
    return NULL;
  for (guint i = 0; i < points->len; i++)
    {
      AssaySeries *series = g_ptr_array_index (all, g_array_index (numbers, guint32, i));

      g_array_append_val (series->points, g_array_index (points, AssayPoint, i));
    }
  for (guint i = 0; i < all->len; i++)
    g_array_sort (((AssaySeries *)g_ptr_array_index (all, i))->points, compare_points);
  return g_steal_pointer (&all);
}

/* The months of one supplier after the other: each follows the supplier's index. */
static GPtrArray *
read_on_time (AssayDb *db, const AssayLeadTimeQuestion *question, GError **error)
{
  AssayLeadTimeQuestion one = *question;
  g_autoptr (GPtrArray) all = list_new ();
  g_autoptr (GPtrArray) rows = NULL;

  one.by = ASSAY_GROUP_SUPPLIER;
  rows = assay_lead_time_figures (db, &one, NULL, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const AssayLeadTimeRow *row = g_ptr_array_index (rows, i);
      AssaySeries *series;

      if (row->id == 0)
        continue;
      one.supplier = row->id;
      series = assay_on_time_months (db, &one, error);
      if (series == NULL)
        return NULL;
      g_set_str (&series->name, row->group);
      g_ptr_array_add (all, series);
    }
  return g_steal_pointer (&all);
}

static AssayCountPoint *
find_month (AssaySeries *series, guint32 number, GHashTable *places, gint32 day)
{
  gint32 start = assay_date_month_start (CLAMP (day, ASSAY_DATE_MIN, ASSAY_DATE_MAX));
  gint64 key = (gint64)number << 32 | (guint32)start;
  gpointer place = g_hash_table_lookup (places, &key);

  if (place == NULL)
    {
      AssayCountPoint month = { .day = start };

      month.ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      month.label = assay_date_format_month (start);
      g_array_append_val (series->points, month);
      place = GUINT_TO_POINTER (series->points->len);
      g_hash_table_insert (places, g_memdup2 (&key, sizeof key), place);
    }
  return &g_array_index (series->points, AssayCountPoint, GPOINTER_TO_UINT (place) - 1);
}

/* Lots by supplier and month in one scan. */
static GPtrArray *
read_lots (AssayDb *db, const AssayDefectQuestion *question, GError **error)
{
  AssayDefectQuestion by = *question;
  g_autoptr (AssayLotScan) scan = NULL;
  g_autoptr (AssayKeyIndex) keys = assay_key_index_new ();
  g_autoptr (GArray) lots = g_array_new (FALSE, FALSE, sizeof (AssayLot));
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  AssayLot lot;
  gboolean found;

  by.by = ASSAY_GROUP_SUPPLIER;
  scan = assay_lot_scan_new (db, &by, error);
  if (scan == NULL)
    return NULL;
  while (assay_lot_scan_next (scan, &lot, &found, error) && found)
    if (lot.is_known && lot.day != ASSAY_DATE_UNKNOWN && lot.inspected > 0)
      {
        assay_key_index_add (keys, lot.key);
        g_array_append_val (lots, lot);
      }
  all = assay_lot_scan_is_done (scan) ? series_of_keys (db, keys, TRUE, error) : NULL;
  if (all == NULL)
    return NULL;
  for (guint i = 0; i < lots->len; i++)
    {
      const AssayLot *of = &g_array_index (lots, AssayLot, i);
      guint32 number = assay_key_index_add (keys, of->key);
      AssayCountPoint *month
          = find_month (g_ptr_array_index (all, number), number, places, of->day);

      month->inspected += of->inspected;
      month->defective += of->defective;
      month->defects += of->defects;
      g_array_append_val (month->ids, of->id);
    }
  for (guint i = 0; i < all->len; i++)
    g_array_sort (((AssaySeries *)g_ptr_array_index (all, i))->points, compare_months);
  return g_steal_pointer (&all);
}

/**
 * assay_supplier_series:
 * @db: the book
 * @question: what to measure and which rows to take
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AssaySeries): a series for each supplier that has one, by
 *   name; %NULL on error
 */
GPtrArray *
assay_supplier_series (AssayDb *db, const AssaySupplierQuestion *question, GError **error)
{
  GPtrArray *all;

  switch (question->measure)
    {
    case ASSAY_SUPPLIER_ON_TIME:
      all = read_on_time (db, &question->lines, error);
      break;
    case ASSAY_SUPPLIER_DEFECTS:
      all = read_lots (db, &question->lots, error);
      break;
    case ASSAY_SUPPLIER_LEAD:
      all = assay_lead_time_series_by_supplier (db, &question->lines, ASSAY_LEAD_TOTAL, error);
      break;
    case ASSAY_SUPPLIER_LINES:
      all = read_lines (db, &question->lines, error);
      break;
    case ASSAY_SUPPLIER_SLIP:
    case ASSAY_N_SUPPLIER_MEASURES:
    default:
      all = assay_lead_time_slips_by_supplier (db, &question->lines, error);
      break;
    }
  for (guint i = all != NULL ? all->len : 0; i-- > 0;)
    if (((AssaySeries *)g_ptr_array_index (all, i))->points->len == 0)
      g_ptr_array_remove_index (all, i);
  if (all != NULL)
    g_ptr_array_sort (all, compare_names);
  return all;
}

/**
 * assay_supplier_overall:
 * @measure: what was measured
 * @series: a supplier's
 *
 * Returns: all its rows together; shares are of sums, never means of shares
 */
AssaySupplierOverall
assay_supplier_overall (AssaySupplierMeasure measure, const AssaySeries *series)
{
  AssaySupplierOverall all = { .value = 0 };

  if (assay_supplier_measure_is_counts (measure))
    {
      for (guint i = 0; i < series->points->len; i++)
        {
          const AssayCountPoint *point = &g_array_index (series->points, AssayCountPoint, i);

          all.n += point->inspected;
          all.x += point->defective;
        }
      all.value = all.n > 0 ? (double)all.x / (double)all.n : NAN;
      return all;
    }
  for (guint i = 0; i < series->points->len; i++)
    all.value += g_array_index (series->points, AssayPoint, i).value;
  all.n = series->points->len;
  if (measure != ASSAY_SUPPLIER_LINES)
    all.value = all.n > 0 ? all.value / (double)all.n : NAN;
  return all;
}

typedef struct
{
  AssaySeries *series;
  double badness;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *left = a, *right = b;

  if (isnan (left->badness) || isnan (right->badness))
    return isnan (left->badness) - isnan (right->badness);
  if (left->badness != right->badness)
    return left->badness > right->badness ? -1 : 1;
  return compare_names (&left->series, &right->series);
}

/**
 * assay_supplier_series_sort:
 * @all: (element-type AssaySeries): series of suppliers, owned by the array
 * @measure: what was measured
 * @order: how they are to stand
 *
 * Worst is the longest, latest, most defective or least on time; of lines the most come first.
 */
void
assay_supplier_series_sort (GPtrArray *all, AssaySupplierMeasure measure, AssaySupplierOrder order)
{
  g_autoptr (GArray) ranked = NULL;

  if (order == ASSAY_SUPPLIERS_BY_NAME)
    {
      g_ptr_array_sort (all, compare_names);
      return;
    }
  ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  for (guint i = 0; i < all->len; i++)
    {
      Ranked one = { g_ptr_array_index (all, i), 0 };

      one.badness = assay_supplier_overall (measure, one.series).value;
      if (measure == ASSAY_SUPPLIER_ON_TIME)
        one.badness = -one.badness;
      g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_index (all, i) = g_array_index (ranked, Ranked, i).series;
}

/**
 * assay_supplier_definition:
 * @question: what was asked
 *
 * Returns: (transfer full): what the rows and the measure mean, in translated sentences
 */
char *
assay_supplier_definition (const AssaySupplierQuestion *question)
{
  if (assay_supplier_measure_is_of_lots (question->measure))
    return assay_defect_definition (&question->lots);
  return assay_lead_time_definition (&question->lines);
}
