/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * summary-days.c: summary statistics of whole days, in integers: sums are exact and
 * only the last division rounds. Days lie close together, so order statistics come
 * from counting how often each occurs: a million of them cost two short scans.
 */
#include "figures/summary.h"
#include "figures/quantile.h"

#include <math.h>

__extension__ typedef unsigned __int128 Wide;

/* Count where the table of counts stays in the processor's cache or is small beside @n. */
#define COUNT_RANGE_ALWAYS 65536

/* Returns a / b, right to one unit in the last place. */
static double
divide (Wide a, Wide b)
{
  Wide whole = a / b;

  return (double)whole + (double)(a - whole * b) / (double)b;
}

/*
 * Mean and variance about @base, the smallest of the days, so that all is positive:
 * with s the sum and q the sum of squares, the variance is (n q - s²) / (n (n - 1)).
 * No product exceeds n² 2⁶⁴, which 128 bits hold for every n below 2³².
 */
static void
set_moments (AssaySummary *out, gint64 base, guint64 s, Wide q)
{
  Wide n = out->n;
  __extension__ __int128 total = (__int128)base * (__int128)n + (__int128)s;

  out->weight = out->n;
  out->mean = total < 0 ? -divide ((Wide)-total, n) : divide ((Wide)total, n);
  if (n < 2)
    return;
  out->variance = divide (n * q - (Wide)s * s, n * (n - 1));
  out->sd = sqrt (out->variance);
  if (out->mean != 0.0)
    out->cv = out->sd / out->mean;
}

/* Returns the quantile @p of values whose numbers of occurrences from @base on are @counts. */
static double
counted_quantile (const guint32 *counts, gsize n, gint64 base, double p)
{
  double fraction;
  gsize rank = assay_quantile_position (n, p, &fraction);
  gsize seen = 0;
  gsize i = 0;
  gsize next;

  for (; seen + counts[i] <= rank; i++)
    seen += counts[i];
  next = i;
  if (fraction > 0.0 && rank + 1 >= seen + counts[i])
    for (next = i + 1; counts[next] == 0; next++)
      ;
  return assay_quantile_between ((double)(base + (gint64)i), (double)(base + (gint64)next),
                                 fraction);
}

/* The median distance from the median, in half days, as counts again. */
static double
counted_mad (const guint32 *counts, gsize range, gsize n, gint64 base, double median)
{
  gint64 doubled = (gint64)(2.0 * median) - 2 * base;
  gsize size = 2 * range + 1;
  g_autofree guint32 *distances = g_new0 (guint32, size);

  for (gsize i = 0; i < range; i++)
    distances[ABS (2 * (gint64)i - doubled)] += counts[i];
  return counted_quantile (distances, n, 0, 0.5) / 2.0;
}

static void
order_by_counting (const gint32 *days, gsize n, gint64 base, gsize range, AssaySummary *out)
{
  g_autofree guint32 *counts = g_new0 (guint32, range);

  for (gsize i = 0; i < n; i++)
    counts[days[i] - base]++;
  out->median = counted_quantile (counts, n, base, 0.5);
  out->p85 = counted_quantile (counts, n, base, 0.85);
  out->p90 = counted_quantile (counts, n, base, 0.90);
  out->p95 = counted_quantile (counts, n, base, 0.95);
  out->mad = counted_mad (counts, range, n, base, out->median);
}

static void
order_by_selection (const gint32 *days, gsize n, AssaySummary *out)
{
  g_autofree double *values = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    values[i] = days[i];
  out->median = assay_quantile_select (values, n, 0.5);
  out->p85 = assay_quantile_select (values, n, 0.85);
  out->p90 = assay_quantile_select (values, n, 0.90);
  out->p95 = assay_quantile_select (values, n, 0.95);
  for (gsize i = 0; i < n; i++)
    values[i] = fabs (values[i] - out->median);
  out->mad = assay_quantile_select (values, n, 0.5);
}

/**
 * assay_summary_compute_days:
 * @days: (array length=n) (nullable): days, all known (the caller leaves unknown ones out)
 * @n: fewer than 2³²
 * @out: (out): the summary
 *
 * The same statistics as assay_summary_compute(), by exact integer arithmetic.
 */
void
assay_summary_compute_days (const gint32 *days, gsize n, AssaySummary *out)
{
  gint32 min;
  gint32 max;
  guint64 sum = 0;
  Wide squares = 0;
  gsize range;

  g_return_if_fail (out != NULL);
  g_return_if_fail (days != NULL || n == 0);
  g_return_if_fail (n <= G_MAXUINT32);

  *out = ASSAY_SUMMARY_UNKNOWN;
  if (n == 0)
    return;

  min = max = days[0];
  for (gsize i = 1; i < n; i++)
    {
      min = MIN (min, days[i]);
      max = MAX (max, days[i]);
    }
  for (gsize i = 0; i < n; i++)
    {
      guint64 above = (guint64)((gint64)days[i] - min);

      sum += above;
      squares += (Wide)above * above;
    }
  out->n = n;
  out->min = min;
  out->max = max;
  set_moments (out, min, sum, squares);

  range = (gsize)((gint64)max - min) + 1;
  if (range <= COUNT_RANGE_ALWAYS || range / 8 <= n)
    order_by_counting (days, n, min, range, out);
  else
    order_by_selection (days, n, out);
}

/**
 * assay_summary_compute_counts:
 * @counts: (array length=range) (nullable): how often each day occurs, from @base on
 * @range: how many days @counts spans
 * @base: the first of them
 * @out: (out): the summary
 *
 * The same as assay_summary_compute_days() of days that are counted already.
 */
void
assay_summary_compute_counts (const guint32 *counts, gsize range, gint32 base, AssaySummary *out)
{
  guint64 sum = 0;
  Wide squares = 0;

  g_return_if_fail (out != NULL);
  g_return_if_fail (counts != NULL || range == 0);

  *out = ASSAY_SUMMARY_UNKNOWN;
  while (range > 0 && counts[range - 1] == 0)
    range--;
  for (; range > 0 && counts[0] == 0; counts++, base++)
    range--;
  if (range == 0)
    return;

  for (gsize i = 0; i < range; i++)
    {
      out->n += counts[i];
      sum += (guint64)i * counts[i];
      squares += (Wide)i * i * counts[i];
    }
  out->min = base;
  out->max = (double)base + (double)(range - 1);
  set_moments (out, base, sum, squares);
  out->median = counted_quantile (counts, out->n, base, 0.5);
  out->p85 = counted_quantile (counts, out->n, base, 0.85);
  out->p90 = counted_quantile (counts, out->n, base, 0.90);
  out->p95 = counted_quantile (counts, out->n, base, 0.95);
  out->mad = counted_mad (counts, range, out->n, base, out->median);
}
