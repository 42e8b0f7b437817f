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
twin_add_square (Twin *sum, double value)
{
  double square = value * value;

  twin_add (sum, square);
  sum->low += fma (value, value, -square);
}

static void
compute_moments (const double *values, gsize n, AssaySummary *out)
{
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
    twin_add (&sum, values[i] * scale);
  mean = (sum.high + sum.low) / (double)n;
  out->mean = CLAMP (ldexp (mean, exponent), out->min, out->max);
  if (n < 2)
    return;

  for (gsize i = 0; i < n; i++)
    {
      double deviation = values[i] * scale - mean;

      twin_add (&rest, deviation);
      twin_add_square (&square, deviation);
    }
  /* The deviations would sum to 0 were the mean not rounded: put that right. */
  squares
      = square.high + (square.low - (rest.high + rest.low) * ((rest.high + rest.low) / (double)n));
  squares = MAX (squares, 0.0) / (double)(n - 1);
  out->sd = ldexp (sqrt (squares), exponent);
  out->variance = ldexp (squares, 2 * exponent);
  if (!isfinite (out->variance))
    out->variance = NAN;
  if (!isfinite (out->sd))
    out->sd = NAN;
  if (out->mean != 0.0)
    out->cv = out->sd / out->mean;
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

  *out = (AssaySummary){ 0, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN };
  known = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    if (isfinite (values[i]))
      known[k++] = values[i];
  if (k == 0)
    return;

  out->n = k;
  out->min = out->max = known[0];
  for (gsize i = 1; i < k; i++)
    {
      out->min = MIN (out->min, known[i]);
      out->max = MAX (out->max, known[i]);
    }
  compute_moments (known, k, out);

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
