/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * test-score.c: points, sums and grades against values worked by hand.
 */
#include "figures/score.h"
#include "reference.h"

#include <math.h>

/* The example of a quality score: 100 at half the AQL or less, 0 at twice the AQL, a straight line
 * between. In times the AQL the line falls by 100 / 1.5 points for each whole. */
static void
test_points (void)
{
  const struct
  {
    double value, best, worst, points;
  } cases[] = {
    { 0.0, 0.5, 2.0, 100.0 },
    { 0.5, 0.5, 2.0, 100.0 },
    { 1.0, 0.5, 2.0, 200.0 / 3.0 },
    { 1.25, 0.5, 2.0, 50.0 },
    { 2.0, 0.5, 2.0, 0.0 },
    { 17.0, 0.5, 2.0, 0.0 },
    /* More is better: 98 % on time is the best, 80 % worth nothing. */
    { 100.0, 98.0, 80.0, 100.0 },
    { 98.0, 98.0, 80.0, 100.0 },
    { 89.0, 98.0, 80.0, 50.0 },
    { 80.0, 98.0, 80.0, 0.0 },
    { 0.0, 98.0, 80.0, 0.0 },
    /* Slips may be negative. */
    { -3.0, 0.0, 14.0, 100.0 },
    { 3.5, 0.0, 14.0, 75.0 },
    { -1.0, -5.0, 5.0, 60.0 },
    { INFINITY, 0.0, 1.0, 0.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_close (assay_score_points (cases[i].value, cases[i].best, cases[i].worst),
                  cases[i].points, 1e-14);
  g_assert_true (isnan (assay_score_points (NAN, 0.5, 2.0)));
  g_assert_true (isnan (assay_score_points (1.0, NAN, 2.0)));
  g_assert_true (isnan (assay_score_points (1.0, 0.5, NAN)));
  g_assert_true (isnan (assay_score_points (1.0, 2.0, 2.0)));
}

/* 2 of 100 defective where the AQL is 2.5 %: 0.8 times the AQL is 80 points. The Wilson interval of
 * 2 of 100 ends at 0.070012, 2.8 times the AQL: a cautious score gives nothing. */
static void
test_cautious (void)
{
  assert_close (assay_score_points (0.02 / 0.025, 0.5, 2.0), 80.0, 1e-12);
  g_assert_cmpfloat (assay_score_points (0.070012 / 0.025, 0.5, 2.0), ==, 0.0);
  /* Student's t of 4 degrees of freedom at 97.5 %: 2.776445; chi-squared at 2.5 %: 0.484419. */
  assert_close (assay_score_mean_end (10.0, 2.0, 5, TRUE), 12.483327, 1e-6);
  assert_close (assay_score_mean_end (10.0, 2.0, 5, FALSE), 7.516673, 1e-6);
  assert_close (assay_score_sd_high (2.0, 5), 5.747, 1e-4);
  g_assert_cmpfloat (assay_score_mean_end (3.0, 0.0, 9, TRUE), ==, 3.0);
  g_assert_cmpfloat (assay_score_sd_high (0.0, 9), ==, 0.0);
  g_assert_true (isnan (assay_score_mean_end (3.0, NAN, 1, TRUE)));
  g_assert_true (isnan (assay_score_sd_high (NAN, 1)));
}

static void
test_sum (void)
{
  /* 0.4 · 80 + 0.3 · 90 + 0.15 · 60 + 0.1 · 100 + 0.05 · 40 = 32 + 27 + 9 + 10 + 2 */
  const AssayScorePart all[]
      = { { 80.0, 40.0 }, { 90.0, 30.0 }, { 60.0, 15.0 }, { 100.0, 10.0 }, { 40.0, 5.0 } };
  /* (40 · 80 + 15 · 60) ÷ 55 = 4100 ÷ 55, of 55 ÷ 100 of the weight */
  const AssayScorePart some[]
      = { { 80.0, 40.0 }, { NAN, 30.0 }, { 60.0, 15.0 }, { NAN, 10.0 }, { NAN, 5.0 } };
  const AssayScorePart none[] = { { NAN, 40.0 }, { NAN, 60.0 } };
  const AssayScorePart nothing[] = { { 100.0, 0.0 }, { NAN, -1.0 } };
  AssayScoreSum sum = assay_score_sum (all, G_N_ELEMENTS (all));

  assert_close (sum.points, 80.0, 1e-14);
  g_assert_cmpfloat (sum.coverage, ==, 1.0);
  sum = assay_score_sum (some, G_N_ELEMENTS (some));
  assert_close (sum.points, 4100.0 / 55.0, 1e-14);
  g_assert_cmpfloat (sum.measured, ==, 55.0);
  g_assert_cmpfloat (sum.wanted, ==, 100.0);
  assert_close (sum.coverage, 0.55, 1e-14);
  /* No data is neither 0 nor 100. */
  sum = assay_score_sum (none, G_N_ELEMENTS (none));
  g_assert_true (isnan (sum.points));
  g_assert_cmpfloat (sum.coverage, ==, 0.0);
  sum = assay_score_sum (nothing, G_N_ELEMENTS (nothing));
  g_assert_true (isnan (sum.points) && isnan (sum.coverage));
  sum = assay_score_sum (NULL, 0);
  g_assert_true (isnan (sum.points) && isnan (sum.coverage));
}

static void
test_grade (void)
{
  const AssayScoreBands bands = { 80.0, 50.0, 30.0 };

  g_assert_cmpint (assay_score_grade (100.0, &bands), ==, ASSAY_GRADE_A);
  g_assert_cmpint (assay_score_grade (80.0, &bands), ==, ASSAY_GRADE_A);
  g_assert_cmpint (assay_score_grade (79.999, &bands), ==, ASSAY_GRADE_B);
  g_assert_cmpint (assay_score_grade (50.0, &bands), ==, ASSAY_GRADE_B);
  g_assert_cmpint (assay_score_grade (49.0, &bands), ==, ASSAY_GRADE_C);
  g_assert_cmpint (assay_score_grade (30.0, &bands), ==, ASSAY_GRADE_C);
  g_assert_cmpint (assay_score_grade (29.999, &bands), ==, ASSAY_GRADE_D);
  g_assert_cmpint (assay_score_grade (0.0, &bands), ==, ASSAY_GRADE_D);
  g_assert_cmpint (assay_score_grade (NAN, &bands), ==, ASSAY_GRADE_NONE);
  /* A gate caps a grade and never lifts one. */
  g_assert_cmpint (assay_grade_cap (ASSAY_GRADE_A, ASSAY_GRADE_C), ==, ASSAY_GRADE_C);
  g_assert_cmpint (assay_grade_cap (ASSAY_GRADE_D, ASSAY_GRADE_C), ==, ASSAY_GRADE_D);
  g_assert_cmpint (assay_grade_cap (ASSAY_GRADE_NONE, ASSAY_GRADE_C), ==, ASSAY_GRADE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/score/points", test_points);
  g_test_add_func ("/figures/score/cautious", test_cautious);
  g_test_add_func ("/figures/score/sum", test_sum);
  g_test_add_func ("/figures/score/grade", test_grade);
  return g_test_run ();
}
