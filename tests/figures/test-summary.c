/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * test-summary.c: summary statistics against NIST StRD, a real delivery history whose
 * statistics were computed with exact rationals, and each other.
 */
#include "figures/summary.h"
#include "reference.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Days from 1970 of "2-Jun-06". */
static gint32
parse_day (const char *text)
{
  static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  g_auto (GStrv) parts = g_strsplit (text, "-", 3);
  GDate date;
  GDate epoch;

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  g_date_set_dmy (&date, (GDateDay)atoi (parts[0]),
                  (GDateMonth)((strstr (months, parts[1]) - months) / 3 + 1),
                  (GDateYear)(2000 + atoi (parts[2])));
  g_date_set_dmy (&epoch, 1, G_DATE_JANUARY, 1970);
  return g_date_days_between (&epoch, &date);
}

static GArray *
slips_of (const Reference *history, const char *vendor)
{
  GArray *slips = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = 0; i < history->rows->len; i++)
    {
      gint32 slip;

      if (vendor != NULL && strcmp (reference_text (history, i, "Vendor"), vendor) != 0)
        continue;
      slip = parse_day (reference_text (history, i, "Delivered to Client Date"))
             - parse_day (reference_text (history, i, "Scheduled Delivery Date"));
      g_array_append_val (slips, slip);
    }
  return slips;
}

/* The reference prints ten decimals. */
static void
assert_digits (double actual, double expected)
{
  g_assert_cmpfloat_with_epsilon (actual, expected, 0.5e-10 + 1e-9 * fabs (expected));
}

static void
check_slips (const Reference *expected, guint row, const AssaySummary *summary)
{
  g_assert_cmpuint (summary->n, ==, (gsize)reference_number (expected, row, "n"));
  assert_digits (summary->mean, reference_number (expected, row, "mean"));
  assert_digits (summary->variance, reference_number (expected, row, "var_sample"));
  assert_digits (summary->sd, reference_number (expected, row, "sd_sample"));
  assert_digits (summary->median, reference_number (expected, row, "median"));
  assert_digits (summary->p90, reference_number (expected, row, "p90_linear"));
  assert_digits (summary->min, reference_number (expected, row, "min"));
  assert_digits (summary->max, reference_number (expected, row, "max"));
}

static void
test_delivery_history (void)
{
  g_autoptr (Reference) expected = reference_load ("scms/expected_leadtime_some_vendors.csv");
  g_autoptr (Reference) history = NULL;

  if (expected == NULL)
    return;
  history = reference_load ("scms/scms_delivery_history.csv");
  if (history == NULL)
    return;
  g_assert_cmpuint (history->rows->len, ==, 10324);
  g_assert_cmpuint (expected->rows->len, ==, 10);

  for (guint row = 0; row < expected->rows->len; row++)
    {
      const char *vendor = reference_text (expected, row, "vendor");
      g_autoptr (GArray) slips
          = slips_of (history, strcmp (vendor, "(ALL VENDORS)") == 0 ? NULL : vendor);
      g_autofree double *values = g_new (double, slips->len);
      AssaySummary summary;

      assay_summary_compute_days ((const gint32 *)slips->data, slips->len, &summary);
      check_slips (expected, row, &summary);
      for (guint i = 0; i < slips->len; i++)
        values[i] = g_array_index (slips, gint32, i);
      assay_summary_compute (values, slips->len, &summary);
      check_slips (expected, row, &summary);
    }
}

/* Log relative error: the number of digits that agree, at most what a double has. */
static double
lre (double actual, double certified)
{
  if (actual == certified)
    return DBL_DIG;
  return MIN (-log10 (fabs (actual - certified) / fabs (certified)), DBL_DIG);
}

static void
check_nist (
    const char *name, double digits_mean, double digits_sd, double stored_mean, double stored_sd)
{
  g_autofree char *path = g_strdup_printf ("nist_strd/%s.csv", name);
  g_autoptr (Reference) certified = reference_load ("nist_strd/certified.csv");
  g_autoptr (Reference) data = NULL;
  g_autofree double *values = NULL;
  AssaySummary summary;
  guint row = 0;

  if (certified == NULL)
    return;
  data = reference_load (path);
  if (data == NULL)
    return;
  while (strcmp (reference_text (certified, row, "dataset"), name) != 0)
    row++;

  values = g_new (double, data->rows->len);
  for (guint i = 0; i < data->rows->len; i++)
    values[i] = reference_number (data, i, "y");
  assay_summary_compute (values, data->rows->len, &summary);

  g_assert_cmpuint (summary.n, ==, (gsize)reference_number (certified, row, "n"));
  g_assert_cmpfloat (lre (summary.mean, reference_number (certified, row, "certified_mean")), >=,
                     digits_mean);
  g_assert_cmpfloat (lre (summary.sd, reference_number (certified, row, "certified_sd_n_minus_1")),
                     >=, digits_sd);
  /* And to the last digit against the data as doubles hold them, by exact rationals. */
  g_assert_cmpfloat (lre (summary.mean, stored_mean), >=, 15);
  g_assert_cmpfloat (lre (summary.sd, stored_sd), >=, 15);
  g_test_message ("%s: digits of mean %.1f, of sd %.1f", name,
                  lre (summary.mean, reference_number (certified, row, "certified_mean")),
                  lre (summary.sd, reference_number (certified, row, "certified_sd_n_minus_1")));
}

static void
test_nist (void)
{
  /* 299.85 is not a double: its digits bound what the certified value can be met to. */
  check_nist ("Michelso", 15, 13.8, 299.85240000000000009, 0.07901054781905066714);
  check_nist ("NumAcc1", 15, 15, 10000002.0, 1.0);
  /* 1000000.1 as a double is off in its tenth digit behind the point. */
  check_nist ("NumAcc3", 15, 9.4, 1000000.200000000011583, 0.1000000000349245965);
}

static void
test_vector (void)
{
  const double values[] = { 45, 52, 48, 61, 50, 47, 55, 49, 70, 51 };
  const gint32 days[] = { 45, 52, 48, 61, 50, 47, 55, 49, 70, 51 };
  AssaySummary a;
  AssaySummary b;

  assay_summary_compute (values, G_N_ELEMENTS (values), &a);
  assay_summary_compute_days (days, G_N_ELEMENTS (days), &b);
  g_assert_cmpfloat (a.mean, ==, 52.8);
  g_assert_cmpfloat_with_epsilon (a.sd, 7.539525, 5e-7);
  g_assert_cmpfloat_with_epsilon (a.cv, 0.142794, 5e-7);
  assert_close (a.median, 50.5, 1e-15);
  assert_close (a.p85, 58.9, 1e-15);
  assert_close (a.p95, 65.95, 1e-15);
  /* Distances from 50.5 in order: 0.5 0.5 1.5 1.5 2.5 3.5 4.5 5.5 10.5 19.5. */
  g_assert_cmpfloat (a.mad, ==, 3.0);
  g_assert_cmpfloat (b.mean, ==, 52.8);
  assert_close (b.sd, a.sd, 1e-15);
  assert_close (b.cv, a.cv, 1e-15);
  g_assert_cmpfloat (b.mad, ==, 3.0);
  assert_close (b.p85, 58.9, 1e-15);
}

static void
assert_unknown (const AssaySummary *summary)
{
  g_assert_true (isnan (summary->variance));
  g_assert_true (isnan (summary->sd));
  g_assert_true (isnan (summary->cv));
}

static void
test_few (void)
{
  const double one[] = { NAN, 7.5, INFINITY, -INFINITY };
  const double none[] = { -3.0, 3.0 };
  const gint32 day = -4;
  AssaySummary summary;

  assay_summary_compute (NULL, 0, &summary);
  g_assert_cmpuint (summary.n, ==, 0);
  g_assert_true (isnan (summary.mean) && isnan (summary.median) && isnan (summary.min));
  assert_unknown (&summary);
  assay_summary_compute_days (NULL, 0, &summary);
  g_assert_cmpuint (summary.n, ==, 0);
  g_assert_true (isnan (summary.mean) && isnan (summary.p95) && isnan (summary.mad));

  assay_summary_compute (one, G_N_ELEMENTS (one), &summary);
  g_assert_cmpuint (summary.n, ==, 1);
  g_assert_cmpfloat (summary.mean, ==, 7.5);
  g_assert_cmpfloat (summary.p95, ==, 7.5);
  g_assert_cmpfloat (summary.mad, ==, 0.0);
  assert_unknown (&summary);
  assay_summary_compute_days (&day, 1, &summary);
  g_assert_cmpfloat (summary.mean, ==, -4.0);
  g_assert_cmpfloat (summary.median, ==, -4.0);
  assert_unknown (&summary);

  assay_summary_compute (none, G_N_ELEMENTS (none), &summary);
  g_assert_cmpfloat (summary.mean, ==, 0.0);
  g_assert_cmpfloat (summary.variance, ==, 18.0);
  g_assert_true (isnan (summary.cv));
}

static void
test_extremes (void)
{
  const double huge[] = { DBL_MAX, -DBL_MAX, DBL_MAX, -DBL_MAX };
  const double large[] = { 3e200, 1e200, 2e200 };
  const double tiny[] = { 4.9e-324, 1.5e-323, 9.9e-324 };
  const gint32 days[] = { G_MININT32, G_MAXINT32, G_MININT32, G_MAXINT32 };
  AssaySummary summary;

  assay_summary_compute (huge, G_N_ELEMENTS (huge), &summary);
  g_assert_cmpfloat (summary.mean, ==, 0.0);
  g_assert_true (isnan (summary.variance));
  g_assert_cmpfloat (summary.max, ==, DBL_MAX);
  assay_summary_compute (large, G_N_ELEMENTS (large), &summary);
  assert_close (summary.mean, 2e200, 1e-15);
  assert_close (summary.sd, 1e200, 1e-15);
  assay_summary_compute (tiny, G_N_ELEMENTS (tiny), &summary);
  g_assert_cmpfloat (summary.mean, ==, 9.9e-324);

  /* (n q - s²) / (n (n - 1)) with range 2³² - 1: r² / 3. */
  assay_summary_compute_days (days, G_N_ELEMENTS (days), &summary);
  g_assert_cmpfloat (summary.mean, ==, -0.5);
  assert_close (summary.variance, 4294967295.0 * 4294967295.0 / 3.0, 1e-15);
  g_assert_cmpfloat (summary.median, ==, -0.5);
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *)a;
  double y = *(const double *)b;

  return (x > y) - (x < y);
}

/* Counting and selecting must agree with plain sorting on any data. */
static void
test_against_sorting (void)
{
  const gint32 spreads[] = { 1, 2, 30, 4000, 100000, 1 << 30 };

  for (guint round = 0; round < 300; round++)
    {
      gint32 spread = spreads[round % G_N_ELEMENTS (spreads)];
      gsize n = (gsize)g_test_rand_int_range (1, 400);
      g_autofree gint32 *days = g_new (gint32, n);
      g_autofree double *values = g_new (double, n);
      AssaySummary a;
      AssaySummary b;

      for (gsize i = 0; i < n; i++)
        values[i] = days[i] = g_test_rand_int_range (-spread, spread);
      assay_summary_compute_days (days, n, &a);
      assay_summary_compute (values, n, &b);
      qsort (values, n, sizeof (double), compare_doubles);
      g_assert_cmpfloat (a.median, ==, assay_quantile_sorted (values, n, 0.5));
      g_assert_cmpfloat (a.p85, ==, assay_quantile_sorted (values, n, 0.85));
      g_assert_cmpfloat (a.p90, ==, assay_quantile_sorted (values, n, 0.90));
      g_assert_cmpfloat (a.p95, ==, assay_quantile_sorted (values, n, 0.95));
      g_assert_cmpfloat (b.median, ==, a.median);
      g_assert_cmpfloat (b.p85, ==, a.p85);
      g_assert_cmpfloat (b.p90, ==, a.p90);
      g_assert_cmpfloat (b.p95, ==, a.p95);
      for (gsize i = 0; i < n; i++)
        values[i] = fabs (values[i] - a.median);
      qsort (values, n, sizeof (double), compare_doubles);
      g_assert_cmpfloat (a.mad, ==, assay_quantile_sorted (values, n, 0.5));
      g_assert_cmpfloat (b.mad, ==, a.mad);
      assert_close (b.mean, a.mean, 1e-15);
      if (n > 1)
        assert_close (b.variance, a.variance, 1e-14);
    }
}

/* A value of weight w is the same as w of it. */
static void
test_weighted (void)
{
  for (guint round = 0; round < 200; round++)
    {
      gsize n = (gsize)g_test_rand_int_range (2, 40);
      g_autofree double *values = g_new (double, n);
      g_autofree guint64 *weights = g_new (guint64, n);
      g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
      AssaySummary a;
      AssaySummary b;
      gsize known = 0;

      for (gsize i = 0; i < n; i++)
        {
          values[i] = g_test_rand_int_range (-300, 300) / 7.0;
          weights[i] = i == 0 ? 3 : (guint64)g_test_rand_int_range (0, 30);
          known += weights[i] > 0;
          for (guint64 j = 0; j < weights[i]; j++)
            g_array_append_val (all, values[i]);
        }
      assay_summary_compute_weighted (values, weights, n, &a);
      assay_summary_compute ((const double *)(void *)all->data, all->len, &b);
      g_assert_cmpuint (a.n, ==, known);
      g_assert_cmpuint (a.weight, ==, all->len);
      g_assert_cmpfloat (a.median, ==, b.median);
      g_assert_cmpfloat (a.p85, ==, b.p85);
      g_assert_cmpfloat (a.p90, ==, b.p90);
      g_assert_cmpfloat (a.p95, ==, b.p95);
      g_assert_cmpfloat (a.mad, ==, b.mad);
      g_assert_cmpfloat (a.max, ==, b.max);
      assert_close (a.mean, b.mean, 1e-14);
      if (known > 1)
        assert_close (a.variance, b.variance, 1e-14);
    }
}

static void
test_weighted_few (void)
{
  const double values[] = { 5, 9, NAN };
  const guint64 weights[] = { 300, 0, 7 };
  AssaySummary summary;

  assay_summary_compute_weighted (values, weights, 3, &summary);
  g_assert_cmpuint (summary.n, ==, 1);
  g_assert_cmpuint (summary.weight, ==, 300);
  g_assert_cmpfloat (summary.mean, ==, 5);
  assert_unknown (&summary);
  assay_summary_compute_weighted (NULL, NULL, 0, &summary);
  g_assert_cmpuint (summary.n, ==, 0);
  g_assert_true (isnan (summary.mean));
}

static void
test_quantile (void)
{
  const double values[] = { 1, 2, 3, 4 };

  g_assert_cmpfloat (assay_quantile_sorted (values, 4, 0.0), ==, 1.0);
  g_assert_cmpfloat (assay_quantile_sorted (values, 4, 0.25), ==, 1.75);
  g_assert_cmpfloat (assay_quantile_sorted (values, 4, 1.0), ==, 4.0);
  g_assert_true (isnan (assay_quantile_sorted (values, 0, 0.5)));
  g_assert_true (isnan (assay_quantile_sorted (values, 4, NAN)));
  g_assert_true (isnan (assay_quantile_sorted (values, 4, 1.1)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/summary/delivery-history", test_delivery_history);
  g_test_add_func ("/figures/summary/nist", test_nist);
  g_test_add_func ("/figures/summary/vector", test_vector);
  g_test_add_func ("/figures/summary/few", test_few);
  g_test_add_func ("/figures/summary/extremes", test_extremes);
  g_test_add_func ("/figures/summary/against-sorting", test_against_sorting);
  g_test_add_func ("/figures/summary/weighted", test_weighted);
  g_test_add_func ("/figures/summary/weighted-few", test_weighted_few);
  g_test_add_func ("/figures/summary/quantile", test_quantile);
  return g_test_run ();
}
