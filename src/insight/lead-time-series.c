/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lead times and slips of delivered lines in order of delivery, for charts. */

#include "insight/lead-time.h"

#include <math.h>

#include "insight/grouping.h"
#include "insight/line-scan.h"
#include "record/date.h"

/* Past so many points nobody reads a point's name, and naming them would cost more than the scan.
 */
#define MAX_LABELLED 20000

typedef struct
{
  AssayPoint point;
  double promised; /* days from the start of the lead time to the promise; NaN: not known */
  guint32 series;
} Measured;

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const AssayPoint *left = a;
  const AssayPoint *right = b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return (left->id > right->id) - (left->id < right->id);
}

/* All values in order of delivery: an array of Measured, whose series are numbers of @suppliers. */
static GArray *
read_lines (AssayDb *db,
            const AssayLeadTimeQuestion *question,
            AssayLeadMeasure measure,
            AssayKeyIndex *suppliers,
            GError **error)
{
  g_autoptr (AssayLineScan) scan = assay_line_scan_new (db, question, error);
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (Measured));
  const AssayLine *line;

  if (scan == NULL)
    return NULL;
  while ((line = assay_line_scan_next (scan)) != NULL)
    {
      Measured measured
          = { .point = { .id = line->id, .day = line->day, .value = line->days[measure] },
              .promised = NAN };

      if (!line->is_within || isnan (line->days[measure]))
        continue;
      if (measure == ASSAY_LEAD_TOTAL && line->promise != ASSAY_DATE_UNKNOWN)
        measured.promised = assay_line_scan_span (scan, line->start, line->promise);
      measured.series = assay_key_index_add (suppliers, line->supplier);
      g_array_append_val (all, measured);
    }
  if (!assay_line_scan_finish (scan, error))
    return NULL;
  g_array_sort (all, compare_points);
  return g_steal_pointer (&all);
}

/* "PO-1042 · Trail 25" for each point. */
static gboolean
label_points (AssayDb *db, GArray *points, GError **error)
{
  g_autoptr (AssayStatement) statement = NULL;

  if (points->len > MAX_LABELLED)
    return TRUE;
  statement
      = assay_db_prepare (db,
                          "SELECT o.number, coalesce (p.name, l.description) FROM order_line AS l"
                          " LEFT JOIN purchase_order AS o ON o.id = l.purchase_order"
                          " LEFT JOIN product AS p ON p.id = l.product WHERE l.id = ?",
                          error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < points->len; i++)
    {
      AssayPoint *point = &g_array_index (points, AssayPoint, i);
      const char *number;
      const char *product;
      g_autofree char *label = NULL;
      gboolean row;

      assay_statement_bind_int (statement, 1, point->id);
      if (!assay_statement_step (statement, &row, error))
        return FALSE;
      number = row ? assay_statement_get_text (statement, 0) : NULL;
      product = row ? assay_statement_get_text (statement, 1) : NULL;
      if (number != NULL && product != NULL)
        label = g_strdup_printf ("%s · %s", number, product);
      else
        label = g_strdup (number != NULL ? number : product);
      point->label = label != NULL ? g_utf8_make_valid (label, -1) : NULL;
      assay_statement_reset (statement);
    }
  return TRUE;
}

static AssaySeries *
series_new (const AssayLeadTimeQuestion *question,
            AssayLeadMeasure measure,
            gint64 id,
            const char *name)
{
  AssaySeries *series = assay_series_new (id, name);

  series->against_latest = question->rules.against_latest;
  series->measure = measure;
  series->definition = assay_lead_time_define_measure (question, measure);
  return series;
}

/* What was promised: the median over the lines in it. */
static void
set_promised (AssaySeries *series, const GArray *all)
{
  g_autofree double *promised = g_new (double, all->len + 1);
  AssaySummary summary;
  gsize n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const Measured *measured = &g_array_index (all, Measured, i);

      if (!isnan (measured->promised))
        promised[n++] = measured->promised;
    }
  assay_summary_compute (promised, n, &summary);
  series->promised = summary.median;
}

/**
 * assay_lead_time_series:
 * @db: the book
 * @question: which lines; `by` plays no part
 * @measure: what of them
 * @error: return location for an error
 *
 * Points are named unless there are more than anyone would read.
 *
 * Returns: (transfer full): what was measured in order of delivery; %NULL on error
 */
AssaySeries *
assay_lead_time_series (AssayDb *db,
                        const AssayLeadTimeQuestion *question,
                        AssayLeadMeasure measure,
                        GError **error)
{
  g_autoptr (AssayKeyIndex) suppliers = assay_key_index_new ();
  g_autoptr (GArray) all = read_lines (db, question, measure, suppliers, error);
  g_autoptr (AssaySeries) series = NULL;
  g_autofree char *name = NULL;

  if (all == NULL)
    return NULL;
  if (question->supplier != 0)
    {
      g_autoptr (GArray) groups = NULL;
      g_autofree guint32 *mapping = NULL;

      assay_key_index_add (suppliers, question->supplier);
      groups = assay_grouping_resolve (db, ASSAY_GROUP_SUPPLIER, suppliers, &mapping, error);
      if (groups == NULL)
        return NULL;
      name = g_strdup (g_array_index (groups, AssayGroup, 0).name);
    }
  series = series_new (question, measure, question->supplier, name);
  set_promised (series, all);
  g_array_set_size (series->points, all->len);
  for (guint i = 0; i < all->len; i++)
    g_array_index (series->points, AssayPoint, i) = g_array_index (all, Measured, i).point;
  if (!label_points (db, series->points, error))
    return NULL;
  return g_steal_pointer (&series);
}

static int
compare_series (gconstpointer a, gconstpointer b)
{
  const AssaySeries *left = *(AssaySeries *const *)a;
  const AssaySeries *right = *(AssaySeries *const *)b;
  int order = assay_group_compare_names (left->name, right->name);

  return order != 0 ? order : (left->id > right->id) - (left->id < right->id);
}

/**
 * assay_lead_time_series_by_supplier:
 * @db: the book
 * @question: which lines; `by` plays no part
 * @measure: what of them
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AssaySeries): what was measured of each supplier in order
 *   of delivery, suppliers by name; %NULL on error
 */
GPtrArray *
assay_lead_time_series_by_supplier (AssayDb *db,
                                    const AssayLeadTimeQuestion *question,
                                    AssayLeadMeasure measure,
                                    GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_series_free);
  g_autoptr (AssayKeyIndex) suppliers = assay_key_index_new ();
  g_autoptr (GArray) all = read_lines (db, question, measure, suppliers, error);
  g_autoptr (GArray) groups = NULL;
  g_autofree guint32 *mapping = NULL;

  if (all == NULL)
    return NULL;
  groups = assay_grouping_resolve (db, ASSAY_GROUP_SUPPLIER, suppliers, &mapping, error);
  if (groups == NULL)
    return NULL;
  for (guint i = 0; i < groups->len; i++)
    {
      const AssayGroup *group = &g_array_index (groups, AssayGroup, i);

      g_ptr_array_add (list, series_new (question, measure, group->id, group->name));
    }
  for (guint i = 0; i < all->len; i++)
    {
      const Measured *measured = &g_array_index (all, Measured, i);
      AssaySeries *series = g_ptr_array_index (list, mapping[measured->series]);

      g_array_append_val (series->points, measured->point);
    }
  for (guint i = 0; all->len <= MAX_LABELLED && i < list->len; i++)
    if (!label_points (db, ((AssaySeries *)g_ptr_array_index (list, i))->points, error))
      return NULL;
  g_ptr_array_sort (list, compare_series);
  return g_steal_pointer (&list);
}

AssaySeries *
assay_lead_time_slips (AssayDb *db, const AssayLeadTimeQuestion *question, GError **error)
{
  return assay_lead_time_series (db, question, ASSAY_LEAD_SLIP, error);
}

GPtrArray *
assay_lead_time_slips_by_supplier (AssayDb *db,
                                   const AssayLeadTimeQuestion *question,
                                   GError **error)
{
  return assay_lead_time_series_by_supplier (db, question, ASSAY_LEAD_SLIP, error);
}
