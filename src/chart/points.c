/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/points.h"

#include "chart/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
clear_point (gpointer data)
{
  g_clear_pointer (&((AssayPoint *)data)->label, g_free);
}

static void
clear_count_point (gpointer data)
{
  AssayCountPoint *point = data;

  g_clear_pointer (&point->label, g_free);
  g_clear_pointer (&point->ids, g_array_unref);
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const AssayPoint *pa = a, *pb = b;

  return (pa->day > pb->day) - (pa->day < pb->day);
}

static int
compare_count_points (gconstpointer a, gconstpointer b)
{
  const AssayCountPoint *pa = a, *pb = b;

  return (pa->day > pb->day) - (pa->day < pb->day);
}

/**
 * assay_points_copy:
 * @series: (nullable): a series of #AssayPoint
 *
 * Returns: (transfer full): its points that have a value, in order of time; those of one day keep
 *   their order
 */
GArray *
assay_points_copy (const AssaySeries *series)
{
  guint n = series != NULL ? series->points->len : 0;
  GArray *points = g_array_sized_new (FALSE, TRUE, sizeof (AssayPoint), n);
  gboolean sorted = TRUE;

  g_array_set_clear_func (points, clear_point);
  for (guint i = 0; i < n; i++)
    {
      AssayPoint point = g_array_index (series->points, AssayPoint, i);

      if (!isfinite (point.value))
        continue;
      if (points->len > 0)
        sorted = sorted && g_array_index (points, AssayPoint, points->len - 1).day <= point.day;
      point.label = g_strdup (point.label);
      g_array_append_val (points, point);
    }
  if (!sorted)
    g_array_sort (points, compare_points);
  return points;
}

/**
 * assay_count_points_copy:
 * @series: (nullable): a series of #AssayCountPoint
 * @left_out: (out): how many of them cannot be shares
 *
 * Returns: (transfer full): its points with a possible share, in order of time
 */
GArray *
assay_count_points_copy (const AssaySeries *series, guint *left_out)
{
  guint n = series != NULL ? series->points->len : 0;
  GArray *points = g_array_sized_new (FALSE, TRUE, sizeof (AssayCountPoint), n);

  *left_out = 0;
  g_array_set_clear_func (points, clear_count_point);
  for (guint i = 0; i < n; i++)
    {
      AssayCountPoint point = g_array_index (series->points, AssayCountPoint, i);

      if (point.inspected <= 0 || point.defective < 0 || point.defective > point.inspected)
        {
          (*left_out)++;
          continue;
        }
      point.label = g_strdup (point.label);
      point.ids = point.ids != NULL ? g_array_ref (point.ids) : NULL;
      g_array_append_val (points, point);
    }
  g_array_sort (points, compare_count_points);
  return points;
}

/**
 * assay_words_join:
 * @first: (nullable): words
 * @second: (nullable): words
 *
 * Returns: (transfer full): both with a dot between, or the one there is
 */
char *
assay_words_join (const char *first, const char *second)
{
  if (first == NULL || *first == '\0')
    return g_strdup (second != NULL ? second : "");
  if (second == NULL || *second == '\0')
    return g_strdup (first);
  return g_strconcat (first, " · ", second, NULL);
}

/**
 * assay_slip_definition:
 * @against_latest: whether slip is measured against the latest promise
 *
 * Returns: a sentence that says what slip is
 */
const char *
assay_slip_definition (gboolean against_latest)
{
  return against_latest
             ? _ ("Slip is the day of delivery minus the day promised last, in calendar "
                  "days; below 0 is early.")
             : _ ("Slip is the day of delivery minus the first promised day, in calendar "
                  "days; below 0 is early.");
}

AssayLeadMeasure
assay_lead_measure_of (const AssaySeries *series)
{
  return series != NULL ? series->measure : ASSAY_LEAD_SLIP;
}

const char *
assay_lead_measure_define (const AssaySeries *series)
{
  if (series != NULL && series->definition != NULL)
    return series->definition;
  return assay_slip_definition (series != NULL && series->against_latest);
}

char *
assay_lead_measure_format (AssayLeadMeasure measure, double days)
{
  return measure == ASSAY_LEAD_SLIP ? assay_chart_format_slip (days)
                                    : assay_chart_format_days (days);
}

const char *
assay_lead_measure_axis (AssayLeadMeasure measure)
{
  switch (measure)
    {
    case ASSAY_LEAD_TOTAL:
      return _ ("Lead time in days");
    case ASSAY_LEAD_PRODUCTION:
      return _ ("Production in days");
    case ASSAY_LEAD_TRANSIT:
      return _ ("Transit in days");
    case ASSAY_LEAD_SLIP:
    case ASSAY_N_LEAD_MEASURES:
    default:
      return _ ("Slip in days: below 0 early, above 0 late");
    }
}

const char *
assay_lead_measure_column (AssayLeadMeasure measure)
{
  switch (measure)
    {
    case ASSAY_LEAD_TOTAL:
      return _ ("Lead time (days)");
    case ASSAY_LEAD_PRODUCTION:
      return _ ("Production (days)");
    case ASSAY_LEAD_TRANSIT:
      return _ ("Transit (days)");
    case ASSAY_LEAD_SLIP:
    case ASSAY_N_LEAD_MEASURES:
    default:
      return _ ("Slip (days)");
    }
}

const char *
assay_lead_measure_empty (AssayLeadMeasure measure)
{
  switch (measure)
    {
    case ASSAY_LEAD_TOTAL:
      return _ ("No delivery of an order yet whose start is known. Record when orders are sent and "
                "confirmed and when goods are received, and lead times appear here.");
    case ASSAY_LEAD_PRODUCTION:
      return _ (
          "No goods yet whose start of production and ready day are known. Record when orders "
          "are confirmed, deposits paid and goods ready, and production times appear here.");
    case ASSAY_LEAD_TRANSIT:
      return _ ("No delivery yet whose ready day is known. Record when goods are ready and "
                "received, and transit times appear here.");
    case ASSAY_LEAD_SLIP:
    case ASSAY_N_LEAD_MEASURES:
    default:
      return _ ("No delivery with a promised and an actual date yet. Record deliveries of order "
                "lines that have a promised date, and their slips appear here.");
    }
}
