/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * test-reorder.c: safety stock and reorder points worked out by hand.
 */
#include "figures/reorder.h"
#include "reference.h"

#include <math.h>

/* Quantiles of the normal distribution as tables print them. */
#define Z_95  1.6448536269514722
#define Z_99  2.3263478740408408
#define Z_975 1.959963984540054

static void
test_known (void)
{
  static const struct
  {
    AssayReorderTerms terms;
    double z, lead_demand, sd, reorder_point;
  } cases[] = {
    /* √(9·4² + 10²·1.6²) = √(144 + 256) = 20; 10·9 = 90. */
    { { 10, 4, 9, 1.6, 0.95 }, Z_95, 90, 20, 90 + 20 * Z_95 },
    /* √(25·6² + 8²·5²) = √(900 + 1600) = 50; 8·25 = 200. */
    { { 8, 6, 25, 5, 0.99 }, Z_99, 200, 50, 200 + 50 * Z_99 },
    /* A lead time that does not vary: √(16·3²) = 12. */
    { { 5, 3, 16, 0, 0.975 }, Z_975, 80, 12, 80 + 12 * Z_975 },
    /* Demand that does not vary: 7·3 = 21. */
    { { 7, 0, 40, 3, 0.95 }, Z_95, 280, 21, 280 + 21 * Z_95 },
    /* Nothing varies: no safety stock at any level. */
    { { 7, 0, 40, 0, 0.999 }, 3.090232306167813, 280, 0, 280 },
    /* Nothing is asked for, ever: nothing is kept, however uncertain the lead time. */
    { { 0, 0, 40, 12, 0.95 }, Z_95, 0, 0, 0 },
    /* Received on the day of the order. */
    { { 7, 5, 0, 0, 0.95 }, Z_95, 0, 0, 0 },
    /* Half the cycles: no stock for what varies. */
    { { 10, 4, 9, 1.6, 0.5 }, 0, 90, 20, 90 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AssayReorderLevel found;

      assay_reorder_compute (&cases[i].terms, &found);
      g_assert_cmpfloat_with_epsilon (found.z, cases[i].z, 1e-13);
      g_assert_cmpfloat_with_epsilon (found.lead_demand, cases[i].lead_demand, 1e-12);
      g_assert_cmpfloat_with_epsilon (found.lead_demand_sd, cases[i].sd, 1e-12);
      g_assert_cmpfloat_with_epsilon (found.safety_stock, cases[i].z * cases[i].sd, 1e-11);
      g_assert_cmpfloat_with_epsilon (found.reorder_point, cases[i].reorder_point, 1e-11);
    }
}

/* What is unknown leaves open what follows from it, and no more. */
static void
test_unknown (void)
{
  AssayReorderTerms terms = { 10, 4, 9, NAN, 0.95 };
  AssayReorderLevel found;

  assay_reorder_compute (&terms, &found);
  g_assert_cmpfloat (found.lead_demand, ==, 90);
  g_assert_true (isnan (found.safety_stock) && isnan (found.reorder_point));

  terms = (AssayReorderTerms){ 10, NAN, 9, 1.6, 0.95 };
  assay_reorder_compute (&terms, &found);
  g_assert_cmpfloat (found.lead_demand, ==, 90);
  g_assert_true (isnan (found.safety_stock) && isnan (found.reorder_point));

  terms = (AssayReorderTerms){ NAN, NAN, 9, 1.6, 0.95 };
  assay_reorder_compute (&terms, &found);
  g_assert_true (isnan (found.lead_demand) && isnan (found.safety_stock));

  for (guint i = 0; i < 3; i++)
    {
      const double levels[] = { 0, 1, NAN };

      terms = (AssayReorderTerms){ 10, 4, 9, 1.6, levels[i] };
      assay_reorder_compute (&terms, &found);
      g_assert_true (isnan (found.z) && isnan (found.safety_stock));
      g_assert_cmpfloat (found.lead_demand, ==, 90);
    }
  /* No mean and no deviation lies below 0. */
  terms = (AssayReorderTerms){ -1, 4, 9, 1.6, 0.95 };
  assay_reorder_compute (&terms, &found);
  g_assert_true (isnan (found.lead_demand) && isnan (found.reorder_point));
}

/* 365.25 / 12 = 30.4375 days: 1,217.5 pieces a month are 40 a day, and a deviation of
 * 20·√30.4375 a month is one of 20 a day. */
static void
test_daily (void)
{
  double mean, sd;

  assay_reorder_daily (1217.5, 20 * sqrt (30.4375), &mean, &sd);
  g_assert_cmpfloat (mean, ==, 40);
  g_assert_cmpfloat_with_epsilon (sd, 20, 1e-13);
  assay_reorder_daily (0, 0, &mean, &sd);
  g_assert_cmpfloat (mean, ==, 0);
  g_assert_cmpfloat (sd, ==, 0);
  assay_reorder_daily (1217.5, NAN, &mean, &sd);
  g_assert_cmpfloat (mean, ==, 40);
  g_assert_true (isnan (sd));
}

static void
test_pieces (void)
{
  g_assert_cmpfloat (assay_reorder_days (120, 40), ==, 3);
  g_assert_true (isnan (assay_reorder_days (120, 0)));
  g_assert_true (isnan (assay_reorder_days (120, NAN)));
  g_assert_cmpfloat (assay_reorder_whole (32.1), ==, 33);
  g_assert_cmpfloat (assay_reorder_whole (33), ==, 33);
  g_assert_cmpfloat (assay_reorder_whole (0.1 + 0.2 + 32.7), ==, 33);
  g_assert_cmpfloat (assay_reorder_whole (3e6 + 1e-6), ==, 3e6);
  g_assert_cmpfloat (assay_reorder_whole (-4.5), ==, -4);
  g_assert_true (isnan (assay_reorder_whole (NAN)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reorder/known", test_known);
  g_test_add_func ("/reorder/unknown", test_unknown);
  g_test_add_func ("/reorder/daily", test_daily);
  g_test_add_func ("/reorder/pieces", test_pieces);
  return g_test_run ();
}
