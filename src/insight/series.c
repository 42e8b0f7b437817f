/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight/series.h"

#include <math.h>

static void
clear_point (gpointer data)
{
  AssayPoint *point = data;

  g_clear_pointer (&point->label, g_free);
}

static void
clear_count_point (gpointer data)
{
  AssayCountPoint *point = data;

  g_clear_pointer (&point->label, g_free);
  g_clear_pointer (&point->ids, g_array_unref);
}

/**
 * assay_series_new:
 * @id: the record that groups the points, or 0
 * @name: what to call the group
 *
 * Makes an empty series of #AssayPoint.
 *
 * Returns: (transfer full): the series
 */
AssaySeries *
assay_series_new (gint64 id, const char *name)
{
  AssaySeries *series = g_new0 (AssaySeries, 1);

  series->id = id;
  series->name = g_strdup (name);
  series->measure = ASSAY_LEAD_SLIP;
  series->promised = NAN;
  series->points = g_array_new (FALSE, TRUE, sizeof (AssayPoint));
  g_array_set_clear_func (series->points, clear_point);
  return series;
}

/**
 * assay_series_new_counts:
 * @id: the record that groups the points, or 0
 * @name: what to call the group
 *
 * Makes an empty series of #AssayCountPoint.
 *
 * Returns: (transfer full): the series
 */
AssaySeries *
assay_series_new_counts (gint64 id, const char *name)
{
  AssaySeries *series = g_new0 (AssaySeries, 1);

  series->id = id;
  series->name = g_strdup (name);
  series->points = g_array_new (FALSE, TRUE, sizeof (AssayCountPoint));
  g_array_set_clear_func (series->points, clear_count_point);
  return series;
}

void
assay_series_free (AssaySeries *series)
{
  if (series == NULL)
    return;
  g_free (series->name);
  g_free (series->definition);
  g_array_unref (series->points);
  g_free (series);
}
