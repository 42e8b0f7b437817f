/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * test-operating-characteristic.c: acceptance probabilities against values computed
 * in R and against exact small cases.
 */
#include "figures/operating-characteristic.h"
#include "reference.h"

#include <math.h>

static void
test_vectors (void)
{
  static const struct
  {
    double p, binomial, hypergeometric, poisson;
  } rows[] = {
    { 0.01, 0.999840, 0.999965, 0.999816 }, { 0.025, 0.984785, 0.988798, 0.983436 },
    { 0.05, 0.789225, 0.796367, 0.785130 }, { 0.10, 0.176917, 0.165815, 0.191236 },
    { 0.15, 0.014023, 0.011323, 0.020341 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double p = rows[i].p;

      g_assert_cmpfloat_with_epsilon (assay_oc_single (ASSAY_OC_BINOMIAL, 0, 80, 5, p),
                                      rows[i].binomial, 5.01e-7);
      g_assert_cmpfloat_with_epsilon (assay_oc_single (ASSAY_OC_HYPERGEOMETRIC, 1000, 80, 5, p),
                                      rows[i].hypergeometric, 5.01e-7);
      g_assert_cmpfloat_with_epsilon (assay_oc_single (ASSAY_OC_POISSON, 0, 80, 5, p),
                                      rows[i].poisson, 5.01e-7);
    }
  assert_close (assay_oc_quality_at (ASSAY_OC_BINOMIAL, 80, 5, 0.95), 0.0331651352968366, 1e-12);
  assert_close (assay_oc_quality_at (ASSAY_OC_BINOMIAL, 80, 5, 0.10), 0.112849669756722, 1e-12);
}

static void
test_quantiles (void)
{
  g_autoptr (Reference) expected = reference_load ("aql/expected_oc_single_normal_quantiles.csv");
  guint binomial = 0;

  if (expected == NULL)
    return;
  g_assert_cmpuint (expected->rows->len, ==, 1368);
  for (guint row = 0; row < expected->rows->len; row++)
    {
      gint64 n = (gint64)reference_number (expected, row, "n");
      gint64 ac = (gint64)reference_number (expected, row, "ac");
      double pa = reference_number (expected, row, "pa");
      double percent = reference_number (expected, row, "p_percent_binomial");
      double per100 = reference_number (expected, row, "p_per100_poisson");

      if (!isnan (percent))
        {
          double p = assay_oc_quality_at (ASSAY_OC_BINOMIAL, n, ac, pa);

          binomial++;
          assert_close (100.0 * p, percent, 1e-9);
          assert_close (assay_oc_binomial (n, ac, p), pa, 1e-9);
        }
      assert_close (100.0 * assay_oc_quality_at (ASSAY_OC_POISSON, n, ac, pa), per100, 1e-9);
      assert_close (assay_oc_poisson (n, ac, per100 / 100.0), pa, 1e-9);
    }
  g_test_message ("%u rows, %u of them binomial", expected->rows->len, binomial);
  g_assert_cmpuint (binomial, >, 0);
}

static void
test_double (void)
{
  static const struct
  {
    double p, twofold, single;
  } rows[] = {
    { 0.015, 0.987824, 0.988740 },
    { 0.03, 0.710767, 0.746103 },
    { 0.05, 0.180885, 0.213305 },
  };
  AssayDoublePlan plan;
  double average;

  g_assert_true (assay_double_plan_for_letter ('L', ASSAY_SEVERITY_NORMAL, 1500, &plan, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpfloat_with_epsilon (
          assay_oc_double (ASSAY_OC_BINOMIAL, 0, &plan, rows[i].p, &average), rows[i].twofold,
          5.01e-7);
      if (rows[i].p == 0.03)
        g_assert_cmpfloat_with_epsilon (average, 179.429, 5.01e-4);
      g_assert_cmpfloat_with_epsilon (
          assay_oc_single (ASSAY_OC_BINOMIAL, 0, plan.single.n, plan.single.ac, rows[i].p),
          rows[i].single, 5.01e-7);
    }

  /*
   * An endless lot is a series. A lot of no more than both samples shows all its
   * defectives in the end, so that with 40 only the first sample can accept.
   */
  assert_close (assay_oc_double (ASSAY_OC_HYPERGEOMETRIC, 1000000000000, &plan, 0.03, NULL),
                assay_oc_double (ASSAY_OC_BINOMIAL, 0, &plan, 0.03, NULL), 1e-6);
  assert_close (assay_oc_double (ASSAY_OC_HYPERGEOMETRIC, 250, &plan, 2.0 / 250, NULL), 1.0, 1e-12);
  assert_close (assay_oc_double (ASSAY_OC_HYPERGEOMETRIC, 250, &plan, 40.0 / 250, NULL),
                assay_oc_hypergeometric (250, 125, 3, 40), 1e-12);

  g_assert_true (assay_double_plan_for_letter ('J', ASSAY_SEVERITY_NORMAL, 150, &plan, NULL));
  g_assert_true (plan.use_single);
  g_assert_cmpfloat (assay_oc_double (ASSAY_OC_BINOMIAL, 0, &plan, 0.01, &average), ==,
                     assay_oc_binomial (80, 0, 0.01));
  g_assert_cmpfloat (average, ==, 80.0);
}

static void
test_scheme (void)
{
  static const double ps[] = { 0.015, 0.03, 0.05 };
  static const double expected[] = { 0.988519, 0.469118, 0.062343 };

  for (gsize i = 0; i < G_N_ELEMENTS (ps); i++)
    g_assert_cmpfloat_with_epsilon (
        assay_oc_scheme (assay_oc_binomial (200, 7, ps[i]), assay_oc_binomial (200, 5, ps[i])),
        expected[i], 5.01e-7);
  g_assert_cmpfloat (assay_oc_scheme (1.0, 1.0), ==, 1.0);
  g_assert_cmpfloat (assay_oc_scheme (0.0, 0.0), ==, 0.0);
  g_assert_true (isnan (assay_oc_scheme (NAN, 0.5)));
}

/* C (a, b) for small arguments, exactly. */
static double
choose (gint a, gint b)
{
  double result = 1.0;

  if (b < 0 || b > a)
    return 0.0;
  for (gint i = 0; i < b; i++)
    result = result * (a - i) / (i + 1);
  return result;
}

static void
test_hypergeometric_small (void)
{
  for (gint lot = 0; lot <= 12; lot++)
    for (gint n = 0; n <= lot; n++)
      for (gint defective = 0; defective <= lot; defective++)
        {
          double sum = 0.0;

          for (gint ac = 0; ac <= n; ac++)
            {
              sum += choose (defective, ac) * choose (lot - defective, n - ac) / choose (lot, n);
              g_assert_cmpfloat_with_epsilon (assay_oc_hypergeometric (lot, n, ac, defective), sum,
                                              1e-13);
            }
        }
}

/* Lots and samples as they occur, against exact fractions. */
static void
test_hypergeometric_exact (void)
{
  static const struct
  {
    gint64 lot, n, ac, defective;
    double expected;
  } rows[] = {
    { 1000, 80, 5, 25, 0.9887976332621486144030890 },
    { 35000, 315, 14, 1400, 0.7187569555869620655433827 },
    { 500000, 2000, 21, 10000, 0.0006538907393858404620924510 },
    { 3200, 125, 7, 300, 0.08712464141552682348377153 },
    { 20, 13, 1, 10, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_close (assay_oc_hypergeometric (rows[i].lot, rows[i].n, rows[i].ac, rows[i].defective),
                  rows[i].expected, 1e-12);
}

/* Where one of two sums is too small for a double, and the mirror image of the draw. */
static void
test_hypergeometric_large (void)
{
  double p = assay_oc_hypergeometric (100000, 50000, 24900, 50000);

  /* Summed with 60 decimals. By symmetry P(d ≤ 24900) = P(d ≥ 25100). */
  assert_close (p, 0.104089750597397404, 1e-9);
  assert_close (1.0 - assay_oc_hypergeometric (100000, 50000, 25099, 50000), p, 1e-8);
  assert_close (assay_oc_hypergeometric (100000, 2000, 21, 1000),
                assay_oc_hypergeometric (100000, 1000, 21, 2000), 1e-12);
  assert_close (assay_oc_hypergeometric (1000000000000, 80, 5, 50000000000),
                assay_oc_binomial (80, 5, 0.05), 1e-9);
  g_assert_cmpfloat (assay_oc_hypergeometric (G_MAXINT64, 5000000, 3, G_MAXINT64 / 2), ==, 0.0);
}

static void
test_edges (void)
{
  g_assert_cmpfloat (assay_oc_binomial (80, 5, 0.0), ==, 1.0);
  g_assert_cmpfloat (assay_oc_binomial (80, 5, 1.0), ==, 0.0);
  g_assert_cmpfloat (assay_oc_binomial (5, 5, 1.0), ==, 1.0);
  g_assert_cmpfloat (assay_oc_binomial (0, 0, 0.5), ==, 1.0);
  g_assert_cmpfloat (assay_oc_binomial (80, -1, 0.5), ==, 0.0);
  g_assert_true (isnan (assay_oc_binomial (-1, 0, 0.5)));
  g_assert_true (isnan (assay_oc_binomial (80, 5, NAN)));
  g_assert_true (isnan (assay_oc_binomial (80, 5, 1.5)));
  g_assert_true (isnan (assay_oc_poisson (80, 5, -0.1)));
  g_assert_true (isnan (assay_oc_poisson (80, 5, INFINITY)));
  g_assert_cmpfloat (assay_oc_poisson (80, 5, 1e6), ==, 0.0);
  g_assert_true (isnan (assay_oc_hypergeometric (10, 11, 0, 1)));
  g_assert_true (isnan (assay_oc_hypergeometric (10, 5, 0, 11)));
  g_assert_true (isnan (assay_oc_single (ASSAY_OC_HYPERGEOMETRIC, 10, 5, 0, NAN)));
  g_assert_true (isnan (assay_oc_quality_at (ASSAY_OC_BINOMIAL, 5, 5, 0.5)));
  g_assert_true (isnan (assay_oc_quality_at (ASSAY_OC_BINOMIAL, 80, 5, 0.0)));
  g_assert_true (isnan (assay_oc_quality_at (ASSAY_OC_BINOMIAL, 80, 5, NAN)));
  g_assert_true (isnan (assay_oc_quality_at (ASSAY_OC_HYPERGEOMETRIC, 80, 5, 0.5)));
  g_assert_cmpfloat (assay_oc_binomial (G_MAXINT64, 5, 0.5), ==, 0.0);
  g_assert_cmpfloat (assay_oc_poisson (G_MAXINT64, 5, 0.5), ==, 0.0);

  assert_close (assay_oc_average_outgoing (0.5, 0.02, 1000, 80), 0.0092, 1e-12);
  assert_close (assay_oc_average_inspected (0.5, 1000, 80), 540.0, 1e-12);
  g_assert_true (isnan (assay_oc_average_outgoing (0.5, 0.02, 0, 0)));
  g_assert_true (isnan (assay_oc_average_inspected (0.5, 10, 11)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/oc/vectors", test_vectors);
  g_test_add_func ("/figures/oc/quantiles", test_quantiles);
  g_test_add_func ("/figures/oc/double", test_double);
  g_test_add_func ("/figures/oc/scheme", test_scheme);
  g_test_add_func ("/figures/oc/hypergeometric-small", test_hypergeometric_small);
  g_test_add_func ("/figures/oc/hypergeometric-exact", test_hypergeometric_exact);
  g_test_add_func ("/figures/oc/hypergeometric-large", test_hypergeometric_large);
  g_test_add_func ("/figures/oc/edges", test_edges);
  return g_test_run ();
}
