/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * summary.c: summary statistics of floating-point measurements.
 *
 * The sums are carried in two doubles each (Knuth's exact addition, Dekker's
 * product), on values scaled by a power of two, over two passes: what is lost is
 * only the last rounding, and nothing overflows on the way. The summary of whole
 * days, which needs none of this, is in summary-days.c.
 */
#include "figures/summary.h"
#include "figures/quantile.h"

#include <math.h>

/* An unevaluated sum of two doubles: about 32 decimal digits. */
typedef struct
{
  double high;
  double low;
} Twin;

static inline void
twin_add (Twin *sum, double value)
{
  double total = sum->high + value;
  double part = total - sum->high;

  sum->low += (sum->high - (total - part)) + (value - part);
  sum->high = total;
}

static inline void
twin_add_product (Twin *sum, double a, double b)
{
  double product = a * b;

  twin_add (sum, product);
  sum->low += fma (a, b, -product);
}

/* weight × value² */
static inline void
twin_add_square (Twin *sum, double weight, double value)
{
  double product = weight * value;

  twin_add_product (sum, product, value);
  sum->low += fma (weight, value, -product) * value;
}

static inline double
weight_at (const guint64 *weights, gsize i)
{
  return weights != NULL ? (double)weights[i] : 1.0;
}

/* A single value has no spread, whatever its weight. */
static void
compute_moments (const double *values, const guint64 *weights, gsize n, AssaySummary *out)
{
  double total = (double)out->weight;
  int exponent;
  double scale;
  double mean;
  double squares;
  Twin sum = { 0 };
  Twin rest = { 0 };
  Twin square = { 0 };

  frexp (MAX (fabs (out->min), fabs (out->max)), &exponent);
  exponent = MAX (exponent, -1000);
  scale = ldexp (1.0, -exponent);

  for (gsize i = 0; i < n; i++)
    twin_add_product (&sum, weight_at (weights, i), values[i] * scale);
  mean = (sum.high + sum.low) / total;
  out->mean = CLAMP (ldexp (mean, exponent), out->min, out->max);
  if (n < 2)
    return;

  for (gsize i = 0; i < n; i++)
    {
      double deviation = values[i] * scale - mean;

      twin_add_product (&rest, weight_at (weights, i), deviation);
      twin_add_square (&square, weight_at (weights, i), deviation);
    }
  /* The deviations would sum to 0 were the mean not rounded: put that right. */
  squares = square.high + (square.low - (rest.high + rest.low) * ((rest.high + rest.low) / total));
  squares = MAX (squares, 0.0) / (total - 1.0);
  out->sd = ldexp (sqrt (squares), exponent);
  out->variance = ldexp (squares, 2 * exponent);
  if (!isfinite (out->variance))
    out->variance = NAN;
  if (!isfinite (out->sd))
    out->sd = NAN;
  if (out->mean != 0.0)
    out->cv = out->sd / out->mean;
}

static void
find_extremes (const double *values, gsize n, AssaySummary *out)
{
  out->min = out->max = values[0];
  for (gsize i = 1; i < n; i++)
    {
      out->min = MIN (out->min, values[i]);
      out->max = MAX (out->max, values[i]);
    }
}

/**
 * assay_summary_compute:
 * @values: (array length=n) (nullable): measurements; NaN and infinities stand for
 *   unknown and are left out
 * @out: (out): the summary
 *
 * Mean and variance are right to the last digits a double carries (NIST StRD), also
 * for values that differ only far behind the point. A variance too large for a double
 * is NaN. Linear time; copies the values once.
 */
void
assay_summary_compute (const double *values, gsize n, AssaySummary *out)
{
  g_autofree double *known = NULL;
  gsize k = 0;

  g_return_if_fail (out != NULL);
  g_return_if_fail (values != NULL || n == 0);

  *out = ASSAY_SUMMARY_UNKNOWN;
  known = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    if (isfinite (values[i]))
      known[k++] = values[i];
  if (k == 0)
    return;

  out->n = out->weight = k;
  find_extremes (known, k, out);
  compute_moments (known, NULL, k, out);

  out->median = assay_quantile_select (known, k, 0.5);
  out->p85 = assay_quantile_select (known, k, 0.85);
  out->p90 = assay_quantile_select (known, k, 0.90);
  out->p95 = assay_quantile_select (known, k, 0.95);
  for (gsize i = 0; i < k; i++)
    known[i] = fabs (known[i] - out->median);
  out->mad = assay_quantile_select (known, k, 0.5);
  if (!isfinite (out->mad))
    out->mad = NAN;
}

typedef struct
{
  double value;
  guint64 weight;
} Weighted;

static int
compare_weighted (const void *a, const void *b)
{
  const Weighted *left = a;
  const Weighted *right = b;

  return (left->value > right->value) - (left->value < right->value);
}

/* The type-7 quantile of as many values as the weights sum up to. */
static double
weighted_quantile (const Weighted *sorted, gsize n, guint64 total, double p)
{
  double fraction;
  gsize rank = assay_quantile_position (total, p, &fraction);
  guint64 seen = 0;
  gsize i = 0;

  for (; i + 1 < n && seen + sorted[i].weight <= rank; i++)
    seen += sorted[i].weight;
  if (fraction > 0.0 && rank + 1 >= seen + sorted[i].weight && i + 1 < n)
    return assay_quantile_between (sorted[i].value, sorted[i + 1].value, fraction);
  return sorted[i].value;
}

/**
 * assay_summary_compute_weighted:
 * @values: (array length=n) (nullable): measurements; those that are not finite are left out
 * @weights: (array length=n) (nullable): how often each counts; those of weight 0 are left out
 * @out: (out): the summary
 *
 * The same as assay_summary_compute() of a list in which each value stands as often as its weight
 * says, but that @n is the number of values and one value alone has no variance.
 */
void
assay_summary_compute_weighted (const double *values,
                                const guint64 *weights,
                                gsize n,
                                AssaySummary *out)
{
  g_autofree Weighted *sorted = NULL;
  g_autofree double *known = NULL;
  g_autofree guint64 *times = NULL;
  gsize k = 0;

  g_return_if_fail (out != NULL);
  g_return_if_fail ((values != NULL && weights != NULL) || n == 0);

  *out = ASSAY_SUMMARY_UNKNOWN;
  sorted = g_new (Weighted, n);
  for (gsize i = 0; i < n; i++)
    if (isfinite (values[i]) && weights[i] > 0 && weights[i] <= G_MAXUINT64 - out->weight)
      {
        sorted[k++] = (Weighted){ values[i], weights[i] };
        out->weight += weights[i];
      }
  if (k == 0)
    return;

  qsort (sorted, k, sizeof *sorted, compare_weighted);
  known = g_new (double, k);
  times = g_new (guint64, k);
  for (gsize i = 0; i < k; i++)
    {
      known[i] = sorted[i].value;
      times[i] = sorted[i].weight;
    }
  out->n = k;
  find_extremes (known, k, out);
  compute_moments (known, times, k, out);

  out->median = weighted_quantile (sorted, k, out->weight, 0.5);
  out->p85 = weighted_quantile (sorted, k, out->weight, 0.85);
  out->p90 = weighted_quantile (sorted, k, out->weight, 0.90);
  out->p95 = weighted_quantile (sorted, k, out->weight, 0.95);
  for (gsize i = 0; i < k; i++)
    sorted[i].value = fabs (sorted[i].value - out->median);
  qsort (sorted, k, sizeof *sorted, compare_weighted);
  out->mad = weighted_quantile (sorted, k, out->weight, 0.5);
  if (!isfinite (out->mad))
    out->mad = NAN;
}
