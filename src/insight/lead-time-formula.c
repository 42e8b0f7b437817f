/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the statistics of days are computed, with the numbers put in. */

#include "assay-config.h"

#include "insight/lead-time-explain.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "record/format.h"

/* So many summands are written out. */
#define MOST_SUMMANDS 8

typedef struct
{
  const GArray *values;  /* double */
  const GArray *weights; /* guint64; NULL: each counts once */
  const AssaySummary *summary;
} Days;

/* Enough digits to follow the sum by hand, none where there are none; sums of thousands need
 * fewer. */
static char *
number (double value)
{
  double rounded = round (value);

  return assay_format_real (value, fabs (value - rounded) < 5e-4 ? 0 : fabs (value) < 1000 ? 3 : 1);
}

static double
weight_of (const Days *days, guint i)
{
  return days->weights != NULL ? (double)g_array_index (days->weights, guint64, i) : 1.0;
}

/* "58 + 60 + 63", "300 × 58 + 500 × 60"; NULL for too many. */
static char *
summands (const Days *days)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (days->values->len > MOST_SUMMANDS)
    return NULL;
  for (guint i = 0; i < days->values->len; i++)
    {
      g_autofree char *value = number (g_array_index (days->values, double, i));

      g_string_append (text, i > 0 ? " + " : "");
      if (days->weights != NULL)
        {
          g_autofree char *weight = number (weight_of (days, i));

          g_string_append_printf (text, "%s × ", weight);
        }
      g_string_append (text, value);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
append_mean (GString *formula, const Days *days)
{
  double sum = 0;
  g_autofree char *terms = summands (days);
  g_autofree char *whole = NULL, *mean = number (days->summary->mean);
  g_autofree char *n = assay_format_number ((gint64)days->summary->weight);

  for (guint i = 0; i < days->values->len; i++)
    sum += weight_of (days, i) * g_array_index (days->values, double, i);
  whole = number (sum);
  if (terms != NULL && days->values->len > 1)
    /* Translators: "58 + 60 + 63" and what it sums up to. */
    g_string_append_printf (formula, _ ("Sum of days = %s = %s"), terms, whole);
  else
    g_string_append_printf (formula, _ ("Sum of days = %s"), whole);
  /* Translators: the sum of days, how many, and the mean. */
  g_string_append_printf (formula, _ ("\nMean = %s ÷ %s = %s"), whole, n, mean);
}

static void
append_variance (GString *formula, const Days *days)
{
  double squares = days->summary->variance * ((double)days->summary->weight - 1.0);
  g_autofree char *mean = number (days->summary->mean);
  g_autofree char *sum = number (squares);
  g_autofree char *n = assay_format_number ((gint64)days->summary->weight);
  g_autofree char *variance = number (days->summary->variance);

  append_mean (formula, days);
  g_string_append_printf (formula, _ ("\nSum of (days − %s)² = %s"), mean, sum);
  g_string_append_printf (formula, _ ("\nVariance = %s ÷ (%s − 1) = %s"), sum, n, variance);
}

static void
append_sd (GString *formula, const Days *days)
{
  g_autofree char *variance = number (days->summary->variance);
  g_autofree char *sd = number (days->summary->sd);

  append_variance (formula, days);
  g_string_append_printf (formula, _ ("\nStandard deviation = √%s = %s"), variance, sd);
}

static void
append_cv (GString *formula, const Days *days)
{
  g_autofree char *mean = number (days->summary->mean);
  g_autofree char *sd = number (days->summary->sd);
  g_autofree char *cv = number (days->summary->cv);

  append_sd (formula, days);
  g_string_append_printf (formula, _ ("\nCoefficient of variation = %s ÷ %s = %s"), sd, mean, cv);
}

/* The rank of the value, counted from 1. */
static void
append_quantile (GString *formula, const Days *days, double p, double value)
{
  guint64 n = days->summary->weight;
  g_autofree char *count = assay_format_number ((gint64)n);
  g_autofree char *share = assay_format_real (p, 2);
  g_autofree char *rank = number (1.0 + (double)(n - 1) * p);
  g_autofree char *result = number (value);

  /* Translators: the place of a percentile among sorted values: "1 + (52 − 1) × 0.85 = 44.35". */
  g_string_append_printf (formula, _ ("Place in the order of days = 1 + (%s − 1) × %s = %s"), count,
                          share, rank);
  g_string_append_printf (formula, _ ("\nDays there, between two places in proportion = %s"),
                          result);
}

static void
append_extremes (GString *formula, const Days *days, const char *which)
{
  g_autofree char *least = number (days->summary->min);
  g_autofree char *greatest = number (days->summary->max);
  g_autofree char *range = number (days->summary->max - days->summary->min);

  if (g_str_equal (which, "range"))
    g_string_append_printf (formula, _ ("Greatest − least = %s − %s = %s"), greatest, least, range);
  else if (g_str_equal (which, "min"))
    g_string_append_printf (formula, _ ("The least of the days: %s"), least);
  else
    g_string_append_printf (formula, _ ("The greatest of the days: %s"), greatest);
}

static void
append_mad (GString *formula, const Days *days)
{
  g_autofree char *median = number (days->summary->median);
  g_autofree char *mad = number (days->summary->mad);

  append_quantile (formula, days, 0.5, days->summary->median);
  g_string_append_printf (formula, _ ("\nMedian of the distances from %s = %s"), median, mad);
}

/**
 * assay_lead_time_formula:
 * @statistic: a statistic of one measure
 * @values: (element-type double): the days that it is of
 * @weights: (nullable) (element-type guint64): how often each counts
 * @summary: their statistics
 *
 * Returns: (transfer full): how it is computed
 */
char *
assay_lead_time_formula (const AssayLeadTimeStatistic *statistic,
                         const GArray *values,
                         const GArray *weights,
                         const AssaySummary *summary)
{
  const Days days = { values, weights, summary };
  const char *which = strrchr (statistic->name, '_') + 1;
  GString *formula = g_string_new (NULL);
  gboolean spread
      = g_str_equal (which, "variance") || g_str_equal (which, "sd") || g_str_equal (which, "cv");

  if (g_str_equal (which, "n"))
    g_string_append_printf (formula, _ ("The number of lines: %u"), values->len);
  else if (summary->n == 0)
    g_string_append (formula, _ ("There is nothing to compute it from: the figure is unknown."));
  else if (spread && summary->n < 2)
    g_string_append (formula, _ ("One value has no spread: the figure is unknown."));
  else if (g_str_equal (which, "mean"))
    append_mean (formula, &days);
  else if (g_str_equal (which, "variance"))
    append_variance (formula, &days);
  else if (g_str_equal (which, "sd"))
    append_sd (formula, &days);
  else if (g_str_equal (which, "cv"))
    append_cv (formula, &days);
  else if (g_str_equal (which, "median"))
    append_quantile (formula, &days, 0.5, summary->median);
  else if (g_str_equal (which, "p85"))
    append_quantile (formula, &days, 0.85, summary->p85);
  else if (g_str_equal (which, "p90"))
    append_quantile (formula, &days, 0.9, summary->p90);
  else if (g_str_equal (which, "p95"))
    append_quantile (formula, &days, 0.95, summary->p95);
  else if (g_str_equal (which, "mad"))
    append_mad (formula, &days);
  else
    append_extremes (formula, &days, which);
  return g_string_free_and_steal (formula);
}
