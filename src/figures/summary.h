/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * summary.h: summary statistics of a set of measurements or of whole days.
 *
 * Every statistic that cannot be computed is NaN, which the layers above show as
 * unknown, never as 0.
 */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/**
 * AssaySummary:
 * @n: number of known values
 * @mean: arithmetic mean
 * @variance: sample variance, divided by n - 1; NaN for fewer than two values
 * @sd: its square root
 * @cv: coefficient of variation, sd / mean; NaN for fewer than two values or a mean of 0
 * @median: middle value, the type-7 quantile at 0.5
 * @p85, @p90, @p95: type-7 quantiles
 * @min, @max: extremes
 * @mad: median absolute deviation from the median, as it is (not scaled by 1.4826)
 * @weight: sum of the weights; @n where the values have none
 */
typedef struct
{
  gsize n;
  double mean;
  double variance;
  double sd;
  double cv;
  double median;
  double p85;
  double p90;
  double p95;
  double min;
  double max;
  double mad;
  guint64 weight;
} AssaySummary;

/* Of no values. */
#define ASSAY_SUMMARY_UNKNOWN                                                                      \
  ((AssaySummary){ .mean = NAN,                                                                    \
                   .variance = NAN,                                                                \
                   .sd = NAN,                                                                      \
                   .cv = NAN,                                                                      \
                   .median = NAN,                                                                  \
                   .p85 = NAN,                                                                     \
                   .p90 = NAN,                                                                     \
                   .p95 = NAN,                                                                     \
                   .min = NAN,                                                                     \
                   .max = NAN,                                                                     \
                   .mad = NAN })

void assay_summary_compute (const double *values, gsize n, AssaySummary *out);
void assay_summary_compute_weighted (const double *values,
                                     const guint64 *weights,
                                     gsize n,
                                     AssaySummary *out);
void assay_summary_compute_days (const gint32 *days, gsize n, AssaySummary *out);
void
assay_summary_compute_counts (const guint32 *counts, gsize range, gint32 base, AssaySummary *out);
double assay_quantile_sorted (const double *sorted, gsize n, double p);

G_END_DECLS
