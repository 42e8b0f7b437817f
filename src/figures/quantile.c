/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * quantile.c: type-7 quantiles (Hyndman and Fan 1996; R's and every spreadsheet's
 * default): with h = (n - 1) p, the value h of the way through the sorted values,
 * counted from 0.
 */
#include "figures/quantile.h"
#include "figures/summary.h"

#include <math.h>

/*
 * Returns the position of the value at or below the quantile, and in @fraction how
 * far to go on to the next. @n is at least 1 and @p lies in [0, 1].
 */
gsize
assay_quantile_position (gsize n, double p, double *fraction)
{
  double h = (double)(n - 1) * p;
  double low = floor (h);

  if (low >= (double)(n - 1))
    {
      *fraction = 0.0;
      return n - 1;
    }
  *fraction = h - low;
  return (gsize)low;
}

/* Goes @fraction of the way from @low to @high, also where their distance overflows. */
double
assay_quantile_between (double low, double high, double fraction)
{
  double distance = high - low;

  if (low == high || fraction == 0.0)
    return low;
  if (!isfinite (distance))
    return low * (1.0 - fraction) + high * fraction;
  return low + fraction * distance;
}

/**
 * assay_quantile_sorted:
 * @sorted: values in rising order, all known
 * @p: which quantile, 0 to 1
 *
 * Returns: the type-7 quantile; NaN for no values or a @p outside [0, 1]
 */
double
assay_quantile_sorted (const double *sorted, gsize n, double p)
{
  double fraction;
  gsize i;

  if (n == 0 || sorted == NULL || !(p >= 0.0 && p <= 1.0))
    return NAN;
  i = assay_quantile_position (n, p, &fraction);
  return i + 1 < n ? assay_quantile_between (sorted[i], sorted[i + 1], fraction) : sorted[i];
}

static inline void
swap (double *values, gsize a, gsize b)
{
  double kept = values[a];

  values[a] = values[b];
  values[b] = kept;
}

/*
 * Puts the value of rank @k in its place with none larger before and none smaller
 * after it. Partition in three, so that many equal values cost nothing; the pivot is
 * drawn by a generator, so that no order of the data is a bad one.
 */
static void
select_rank (double *values, gsize n, gsize k)
{
  gsize first = 0;
  gsize end = n;
  guint64 random = 0x9e3779b97f4a7c15u;

  while (end - first > 1)
    {
      double pivot;
      gsize less = first;
      gsize more = end;

      random ^= random << 13;
      random ^= random >> 7;
      random ^= random << 17;
      pivot = values[first + random % (end - first)];
      for (gsize i = first; i < more;)
        {
          if (values[i] < pivot)
            swap (values, i++, less++);
          else if (values[i] > pivot)
            swap (values, i, --more);
          else
            i++;
        }
      if (k < less)
        end = less;
      else if (k >= more)
        first = more;
      else
        return;
    }
}

/*
 * Returns the type-7 quantile of unsorted @values, in linear time on average.
 * Reorders @values. All must be known, @n at least 1.
 */
double
assay_quantile_select (double *values, gsize n, double p)
{
  double fraction;
  gsize i = assay_quantile_position (n, p, &fraction);
  double next;

  select_rank (values, n, i);
  if (fraction == 0.0 || i + 1 >= n)
    return values[i];
  next = values[i + 1];
  for (gsize j = i + 2; j < n; j++)
    next = MIN (next, values[j]);
  return assay_quantile_between (values[i], next, fraction);
}
