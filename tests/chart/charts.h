/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small known data for the tests of charts. */

#pragma once

#include "insight/series.h"

/* Ten slips with known limits (domain vector): mean 52.8, mean moving range 10.22222, limits
 * 25.60889…79.99111, limit of moving ranges 33.40622. */
static inline AssaySeries *
known_slips (guint n)
{
  static const double values[] = { 45, 52, 48, 61, 50, 47, 55, 49, 70, 51 };
  AssaySeries *series = assay_series_new (3, "Hà Nội Bags");

  for (guint i = 0; i < MIN (n, G_N_ELEMENTS (values)); i++)
    {
      /* From 12 Mar 2026, one a week. */
      AssayPoint point = { 100 + i, 20524 + (gint32)i * 7, values[i],
                           g_strdup_printf ("PO-%u · Trail 25", 1040 + i) };
      g_array_append_val (series->points, point);
    }
  return series;
}

static inline AssaySeries *
slips_of (const char *name, const double *values, guint n)
{
  AssaySeries *series = assay_series_new (0, name);

  for (guint i = 0; i < n; i++)
    {
      AssayPoint point = { 500 + i, 20524 + (gint32)i, values[i], NULL };
      g_array_append_val (series->points, point);
    }
  return series;
}

static inline void
add_lot (AssaySeries *series, gint64 id, int day, gint64 defective, gint64 inspected)
{
  AssayCountPoint point = { .id = id, .day = day, .defective = defective, .inspected = inspected };

  point.label = g_strdup_printf ("Lot %d", (int)id);
  g_array_append_val (series->points, point);
}
