/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * test-proportion.c: intervals against values computed in R.
 */
#include "figures/proportion.h"
#include "reference.h"

#include <math.h>

static void
test_reference (void)
{
  g_autoptr (Reference) table = reference_load ("spc/expected_binomial_ci.csv");

  if (table == NULL)
    return;
  g_assert_cmpuint (table->rows->len, ==, 40);
  for (guint row = 0; row < table->rows->len; row++)
    {
      gint64 x = (gint64)reference_number (table, row, "x");
      gint64 n = (gint64)reference_number (table, row, "n");
      double confidence = reference_number (table, row, "conf_level");
      AssayInterval wilson = assay_interval_wilson (x, n, confidence);
      AssayInterval exact = assay_interval_clopper_pearson (x, n, confidence);

      assert_close (assay_rate_defective (x, n), reference_number (table, row, "p_hat"), 1e-14);
      assert_close (wilson.low, reference_number (table, row, "wilson_low"), 1e-9);
      assert_close (wilson.high, reference_number (table, row, "wilson_high"), 1e-9);
      assert_close (exact.low, reference_number (table, row, "clopper_pearson_low"), 1e-9);
      assert_close (exact.high, reference_number (table, row, "clopper_pearson_high"), 1e-9);
    }
}

static void
check (AssayInterval interval, double low, double high)
{
  g_assert_cmpfloat_with_epsilon (interval.low, low, 5.01e-7);
  g_assert_cmpfloat_with_epsilon (interval.high, high, 5.01e-7);
}

static void
test_vectors (void)
{
  check (assay_interval_wilson (0, 50, 0.95), 0.0, 0.071348);
  check (assay_interval_wilson (3, 80, 0.95), 0.012835, 0.104547);
  check (assay_interval_wilson (7, 125, 0.95), 0.027388, 0.111088);
  check (assay_interval_wilson (125, 125, 0.95), 0.970185, 1.0);
  check (assay_interval_clopper_pearson (0, 50, 0.95), 0.0, 0.071122);
  check (assay_interval_clopper_pearson (3, 80, 0.95), 0.007801, 0.105702);
  check (assay_interval_clopper_pearson (7, 125, 0.95), 0.022809, 0.111979);
  check (assay_interval_clopper_pearson (125, 125, 0.95), 0.970920, 1.0);
  check (assay_interval_poisson (5, 1.0, 0.95), 1.623486, 11.668332);
  check (assay_interval_poisson (5, 10.0, 0.95), 0.1623486, 1.1668332);

  /* Closed forms at the ends. */
  g_assert_cmpfloat (assay_interval_wilson (0, 50, 0.95).low, ==, 0.0);
  g_assert_cmpfloat (assay_interval_wilson (125, 125, 0.95).high, ==, 1.0);
  assert_close (assay_interval_clopper_pearson (0, 50, 0.95).high, 1.0 - pow (0.025, 1.0 / 50.0),
                1e-12);
  assert_close (assay_interval_poisson (0, 1.0, 0.95).high, -log (0.025), 1e-12);
  g_assert_cmpfloat (assay_interval_poisson (0, 1.0, 0.95).low, ==, 0.0);
}

static void
assert_unknown (AssayInterval interval)
{
  g_assert_true (isnan (interval.low) && isnan (interval.high));
}

static void
test_unknown (void)
{
  AssayInterval interval;

  assert_unknown (assay_interval_wilson (0, 0, 0.95));
  assert_unknown (assay_interval_wilson (-1, 5, 0.95));
  assert_unknown (assay_interval_wilson (6, 5, 0.95));
  assert_unknown (assay_interval_wilson (1, 5, 1.0));
  assert_unknown (assay_interval_wilson (1, 5, NAN));
  assert_unknown (assay_interval_clopper_pearson (0, 0, 0.95));
  assert_unknown (assay_interval_clopper_pearson (1, 5, 0.0));
  assert_unknown (assay_interval_poisson (-1, 5, 0.95));
  assert_unknown (assay_interval_poisson (1, 0.0, 0.95));
  assert_unknown (assay_interval_poisson (1, NAN, 0.95));

  /* Sizes no sample has must not hang or crash. */
  interval = assay_interval_wilson (G_MAXINT64 / 2, G_MAXINT64, 0.95);
  g_assert_cmpfloat_with_epsilon (interval.low, 0.5, 1e-8);
  interval = assay_interval_wilson (1, G_MAXINT64, 0.95);
  g_assert_true (interval.low > 0.0 && interval.low < interval.high);
  assay_interval_clopper_pearson (G_MAXINT64 / 2, G_MAXINT64, 0.95);
  assay_interval_poisson (G_MAXINT64, 1.0, 0.95);
  assay_interval_poisson (5, 1e-300, 0.999999);
}

static void
test_rates (void)
{
  g_assert_cmpfloat (assay_rate_defective (2, 80), ==, 0.025);
  g_assert_cmpfloat (assay_rate_per_unit (120, 80), ==, 1.5);
  g_assert_cmpfloat (assay_rate_dhu (12, 80), ==, 15.0);
  g_assert_cmpfloat (assay_rate_dpmo (12, 80, 10), ==, 15000.0);
  g_assert_cmpfloat (assay_rate_ppm (2, 80), ==, 25000.0);
  g_assert_true (isnan (assay_rate_defective (0, 0)));
  g_assert_true (isnan (assay_rate_defective (3, 2)));
  g_assert_true (isnan (assay_rate_dhu (1, 0)));
  g_assert_true (isnan (assay_rate_per_unit (-1, 10)));
  g_assert_true (isnan (assay_rate_dpmo (1, 10, 0)));
  g_assert_true (isnan (assay_rate_ppm (1, -10)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/proportion/reference", test_reference);
  g_test_add_func ("/figures/proportion/vectors", test_vectors);
  g_test_add_func ("/figures/proportion/unknown", test_unknown);
  g_test_add_func ("/figures/proportion/rates", test_rates);
  return g_test_run ();
}
