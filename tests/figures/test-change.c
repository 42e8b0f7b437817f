/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * test-change.c: changes against examples of the literature and values worked out on other ways
 * than ours (named at each).
 */
#include "figures/change.h"
#include "reference.h"

#include <math.h>

static void
check (AssayChange change, double value, double low, double high, double relative)
{
  assert_close (change.value, value, relative);
  assert_close (change.low, low, relative);
  assert_close (change.high, high, relative);
}

/*
 * Newcombe (1998), table II, method 10: 56/70 against 48/80 gives 0.0524 to 0.3339, 9/10 against
 * 3/10 gives 0.1705 to 0.8090, 6/7 against 2/7 gives 0.0582 to 0.8062, 5/56 against 0/29 gives
 * -0.0381 to 0.1926, 0/10 against 0/20 gives -0.1611 to 0.2775, 10/10 against 0/20 gives 0.6791
 * to 1.
 */
static void
test_newcombe (void)
{
  static const struct
  {
    AssayShare to, from;
    double low, high;
    AssayChangeVerdict verdict;
  } rows[] = {
    { { 56, 70 }, { 48, 80 }, 0.0524, 0.3339, ASSAY_CHANGE_DIFFERENT },
    { { 9, 10 }, { 3, 10 }, 0.1705, 0.8090, ASSAY_CHANGE_DIFFERENT },
    { { 6, 7 }, { 2, 7 }, 0.0582, 0.8062, ASSAY_CHANGE_DIFFERENT },
    { { 5, 56 }, { 0, 29 }, -0.0381, 0.1926, ASSAY_CHANGE_CHANCE },
    { { 0, 10 }, { 0, 20 }, -0.1611, 0.2775, ASSAY_CHANGE_CHANCE },
    { { 10, 10 }, { 0, 20 }, 0.6791, 1.0, ASSAY_CHANGE_DIFFERENT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AssayChange change = assay_change_share (rows[i].from, rows[i].to, 0.95);

      g_assert_cmpfloat_with_epsilon (change.low, rows[i].low, 5.01e-5);
      g_assert_cmpfloat_with_epsilon (change.high, rows[i].high, 5.01e-5);
      g_assert_cmpint (change.verdict, ==, rows[i].verdict);
    }
}

/*
 * The bounds were found by halving on q - R p ± √((q - q′)² + R² (p - p′)²) = 0 with Wilson's p′
 * and q′, which is how the method is derived; ours solves the quadratic.
 */
static void
test_relative (void)
{
  AssayChange change;

  check (assay_change_share_relative ((AssayShare){ 48, 80 }, (AssayShare){ 56, 70 }, 0.95),
         1.0 / 3.0, 0.07829461324029552, 0.662919966511079, 1e-12);
  check (assay_change_share_relative ((AssayShare){ 7, 34 }, (AssayShare){ 1, 34 }, 0.95),
         -6.0 / 7.0, -0.9761770114784968, -0.13320001718669716, 1e-12);
  /* Three of 80 and then two: a third less, which is nothing. */
  change = assay_change_share_relative ((AssayShare){ 3, 80 }, (AssayShare){ 2, 80 }, 0.95);
  check (change, -1.0 / 3.0, -0.8696957793479935, 2.4901839421974694, 1e-12);
  g_assert_cmpint (change.verdict, ==, ASSAY_CHANGE_CHANCE);
  /* 30 % less of the same rate in ten thousand. */
  change
      = assay_change_share_relative ((AssayShare){ 300, 10000 }, (AssayShare){ 210, 10000 }, 0.95);
  check (change, -0.3, -0.41172513885583706, -0.166827201042425, 1e-12);
  g_assert_cmpint (change.verdict, ==, ASSAY_CHANGE_DIFFERENT);
}

static void
test_zero (void)
{
  AssayChange change
      = assay_change_share_relative ((AssayShare){ 3, 80 }, (AssayShare){ 0, 80 }, 0.95);

  /* None any more: from 100 % less to, perhaps, more than before. */
  g_assert_cmpfloat (change.value, ==, -1.0);
  g_assert_cmpfloat (change.low, ==, -1.0);
  assert_close (change.high, 0.6220798811550889, 1e-12);
  g_assert_cmpint (change.verdict, ==, ASSAY_CHANGE_CHANCE);

  /* Relative to nothing there is no change, but a verdict: 0.0045 to 0.1381 in points. */
  change = assay_change_share_relative ((AssayShare){ 0, 80 }, (AssayShare){ 5, 80 }, 0.95);
  g_assert_true (isnan (change.value) && isnan (change.low) && isnan (change.high));
  g_assert_cmpint (change.verdict, ==, ASSAY_CHANGE_DIFFERENT);
  check (assay_change_share ((AssayShare){ 0, 80 }, (AssayShare){ 5, 80 }, 0.95), 0.0625,
         0.00453185845327686, 0.13810148767274422, 1e-12);

  change = assay_change_share_relative ((AssayShare){ 0, 80 }, (AssayShare){ 0, 125 }, 0.95);
  g_assert_true (isnan (change.value));
  g_assert_cmpint (change.verdict, ==, ASSAY_CHANGE_CHANCE);
  change = assay_change_share_relative ((AssayShare){ 0, 0 }, (AssayShare){ 1, 125 }, 0.95);
  g_assert_true (isnan (change.value));
  g_assert_cmpint (change.verdict, ==, ASSAY_CHANGE_UNKNOWN);
  change = assay_change_share_relative ((AssayShare){ 80, 80 }, (AssayShare){ 80, 80 }, 0.95);
  g_assert_cmpfloat (change.value, ==, 0.0);
  g_assert_cmpint (change.verdict, ==, ASSAY_CHANGE_CHANCE);
}

/* Difference and ratio come from the same two intervals: they never contradict each other. */
static void
test_agree (void)
{
  for (gint64 x = 1; x <= 40; x++)
    for (gint64 y = 0; y <= 40; y++)
      {
        AssayShare from = { x, 40 }, to = { y, 60 };
        AssayChange ratio = assay_change_share_relative (from, to, 0.95);
        AssayChange difference = assay_change_share (from, to, 0.95);

        g_assert_true (ratio.low <= ratio.value && ratio.value <= ratio.high);
        g_assert_cmpint (ratio.low > 0.0, ==, difference.low > 0.0);
        g_assert_cmpint (ratio.high < 0.0, ==, difference.high < 0.0);
        g_assert_cmpint (ratio.verdict, ==, difference.verdict);
      }
}

/*
 * 5 defects in 100 units and 12 in 80: of 17 defects 12 are of the second; the exact interval of
 * that share, by halving on binomial sums, is 0.4404172812 to 0.8968644856, and size 100/80.
 */
static void
test_rate (void)
{
  AssayChange change
      = assay_change_rate_relative ((AssayShare){ 5, 100 }, (AssayShare){ 12, 80 }, 0.95);

  check (change, 2.0, -0.016192632283980157, 9.869976398350335, 1e-9);
  g_assert_cmpint (change.verdict, ==, ASSAY_CHANGE_CHANCE);
  change = assay_change_rate_relative ((AssayShare){ 5, 100 }, (AssayShare){ 0, 80 }, 0.95);
  g_assert_cmpfloat (change.value, ==, -1.0);
  g_assert_cmpfloat (change.low, ==, -1.0);
  /* Upper limit of 0 of 5: 1 - 0.025^(1/5), 0.521824; 1.25 × 0.521824 ÷ 0.478176 - 1. */
  assert_close (change.high, 1.25 * (pow (0.025, -0.2) - 1.0) - 1.0, 1e-9);
  change = assay_change_rate_relative ((AssayShare){ 0, 100 }, (AssayShare){ 9, 80 }, 0.95);
  g_assert_true (isnan (change.value));
  g_assert_cmpint (change.verdict, ==, ASSAY_CHANGE_DIFFERENT);
  change = assay_change_rate_relative ((AssayShare){ 0, 100 }, (AssayShare){ 0, 80 }, 0.95);
  g_assert_cmpint (change.verdict, ==, ASSAY_CHANGE_UNKNOWN);
}

/*
 * NIST/SEMATECH e-Handbook, 1.3.5.3: miles a gallon of 249 American and 79 Japanese cars, means
 * 20.14458 and 30.48101, standard deviations 6.41470 and 6.10771: T -12.94627 with 136.875 degrees
 * of freedom. So the half-width is 10.33643 / 12.94627 × t(0.975; 136.875) = 0.798413 × 1.977447.
 */
static void
test_mean (void)
{
  AssaySample american = { 249, 20.14458, 6.41470 * 6.41470 };
  AssaySample japanese = { 79, 30.48101, 6.10771 * 6.10771 };
  AssayChange change = assay_change_mean (american, japanese, 0.95);
  AssaySample equal = { 4, 30.0, 0.0 }, later = { 5, 31.0, 0.0 }, one = { 1, 30.0, NAN };
  AssayInterval interval;

  assert_close (change.value, 10.33643, 1e-9);
  assert_close ((change.high - change.low) / 2.0, 10.33643 / 12.94627 * 1.977447, 1e-6);
  g_assert_cmpint (change.verdict, ==, ASSAY_CHANGE_DIFFERENT);

  change = assay_change_mean (equal, later, 0.95);
  check (change, 1.0, 1.0, 1.0, 0.0);
  g_assert_cmpint (change.verdict, ==, ASSAY_CHANGE_DIFFERENT);
  g_assert_cmpint (assay_change_mean (equal, equal, 0.95).verdict, ==, ASSAY_CHANGE_CHANCE);
  g_assert_cmpint (assay_change_mean (equal, one, 0.95).verdict, ==, ASSAY_CHANGE_UNKNOWN);

  /* t(0.975; 4) = 2.776445 of the tables; s = 2, n = 5. */
  interval = assay_interval_mean ((AssaySample){ 5, 30.0, 4.0 }, 0.95);
  assert_close (interval.high, 30.0 + 2.776445 * 2.0 / sqrt (5.0), 1e-7);
  assert_close (interval.low, 30.0 - 2.776445 * 2.0 / sqrt (5.0), 1e-7);
  g_assert_true (isnan (assay_interval_mean (one, 0.95).low));
}

/*
 * NIST/SEMATECH e-Handbook, 1.3.5.9: two batches of ceramic, 240 each, standard deviations 65.54909
 * and 61.85425: F 1.123037, and F(0.025; 239, 239) 0.7756, F(0.975; 239, 239) 1.2894.
 */
static void
test_variance (void)
{
  AssaySample first = { 240, 688.9987, 65.54909 * 65.54909 };
  AssaySample second = { 240, 611.1559, 61.85425 * 61.85425 };
  AssayChange change = assay_change_variance (second, first, 0.95);

  assert_close (change.value, 1.123037, 5e-7);
  assert_close (change.low, 1.123037 / 1.2894, 5e-5);
  assert_close (change.high, 1.123037 / 0.7756, 1e-4);
  g_assert_cmpint (change.verdict, ==, ASSAY_CHANGE_CHANCE);
  first.variance = 0.0;
  g_assert_cmpint (assay_change_variance (first, second, 0.95).verdict, ==, ASSAY_CHANGE_UNKNOWN);
  change = assay_change_variance (second, first, 0.95);
  check (change, 0.0, 0.0, 0.0, 0.0);
  g_assert_cmpint (change.verdict, ==, ASSAY_CHANGE_DIFFERENT);
}

/* NIST/SEMATECH e-Handbook, 1.3.5.8: 100 gears, standard deviation 0.00627908, χ²(0.975; 99) =
 * 128.422 and χ²(0.025; 99) = 73.361. */
static void
test_variance_interval (void)
{
  AssaySample gears = { 100, 0.99764, 0.00627908 * 0.00627908 };
  AssayInterval interval = assay_interval_variance (gears, 0.95);

  assert_close (interval.low, 99.0 * gears.variance / 128.422, 5e-6);
  assert_close (interval.high, 99.0 * gears.variance / 73.361, 1e-5);
  gears.n = 1;
  g_assert_true (isnan (assay_interval_variance (gears, 0.95).low));
}

static void
test_claim (void)
{
  AssayInterval measured = { 0.024, 0.043 }, none = { NAN, NAN };

  g_assert_cmpint (assay_claim_judge (0.015, measured, TRUE), ==, ASSAY_CLAIM_REFUTED);
  g_assert_cmpint (assay_claim_judge (0.030, measured, TRUE), ==, ASSAY_CLAIM_OPEN);
  g_assert_cmpint (assay_claim_judge (0.050, measured, TRUE), ==, ASSAY_CLAIM_SUPPORTED);
  g_assert_cmpint (assay_claim_judge (0.015, measured, FALSE), ==, ASSAY_CLAIM_SUPPORTED);
  g_assert_cmpint (assay_claim_judge (0.050, measured, FALSE), ==, ASSAY_CLAIM_REFUTED);
  g_assert_cmpint (assay_claim_judge (NAN, measured, TRUE), ==, ASSAY_CLAIM_UNKNOWN);
  g_assert_cmpint (assay_claim_judge (0.015, none, TRUE), ==, ASSAY_CLAIM_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/change/newcombe", test_newcombe);
  g_test_add_func ("/figures/change/relative", test_relative);
  g_test_add_func ("/figures/change/zero", test_zero);
  g_test_add_func ("/figures/change/agree", test_agree);
  g_test_add_func ("/figures/change/rate", test_rate);
  g_test_add_func ("/figures/change/mean", test_mean);
  g_test_add_func ("/figures/change/variance", test_variance);
  g_test_add_func ("/figures/change/variance-interval", test_variance_interval);
  g_test_add_func ("/figures/change/claim", test_claim);
  return g_test_run ();
}
