/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "figures/score.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#define TAIL 0.025 /* of each side of a 95 % interval */

/**
 * assay_score_points:
 * @value: what was measured
 * @best: the value that is worth 100 points
 * @worst: the value that is worth none
 *
 * By a straight line between the two, and not beyond: where @best is less than @worst, less is
 * better.
 *
 * Returns: 0 to 100; NaN where a number is not known or @best is @worst
 */
double
assay_score_points (double value, double best, double worst)
{
  if (isnan (value) || !isfinite (best) || !isfinite (worst) || best == worst)
    return NAN;
  return CLAMP (100.0 * (worst - value) / (worst - best), 0.0, 100.0);
}

/**
 * assay_score_sum:
 * @parts: (array length=n): points and weights
 * @n: how many
 *
 * Parts without points are left out and the weights of the others stand for the whole.
 *
 * Returns: the weighted mean and how much of the weight it rests on
 */
AssayScoreSum
assay_score_sum (const AssayScorePart *parts, gsize n)
{
  AssayScoreSum sum = { .points = NAN, .coverage = NAN };
  double weighted = 0.0;

  for (gsize i = 0; i < n; i++)
    {
      if (!(parts[i].weight > 0.0))
        continue;
      sum.wanted += parts[i].weight;
      if (isnan (parts[i].points))
        continue;
      sum.measured += parts[i].weight;
      weighted += parts[i].weight * parts[i].points;
    }
  if (sum.measured > 0.0)
    sum.points = weighted / sum.measured;
  if (sum.wanted > 0.0)
    sum.coverage = sum.measured / sum.wanted;
  return sum;
}

/**
 * assay_score_grade:
 * @points: 0 to 100, or NaN
 * @bands: where grades begin
 *
 * Returns: the grade; none where the points are not known
 */
AssayGrade
assay_score_grade (double points, const AssayScoreBands *bands)
{
  if (isnan (points))
    return ASSAY_GRADE_NONE;
  if (points >= bands->a)
    return ASSAY_GRADE_A;
  if (points >= bands->b)
    return ASSAY_GRADE_B;
  return points >= bands->c ? ASSAY_GRADE_C : ASSAY_GRADE_D;
}

/**
 * assay_grade_cap:
 * @grade: what the points say
 * @no_better_than: what a gate allows
 *
 * Returns: the worse of the two
 */
AssayGrade
assay_grade_cap (AssayGrade grade, AssayGrade no_better_than)
{
  return MAX (grade, no_better_than);
}

/**
 * assay_score_mean_end:
 * @mean: a mean
 * @sd: the sample's standard deviation
 * @n: of how many
 * @upper: the upper end, not the lower
 *
 * Returns: an end of Student's 95 % interval, mean ± t · s ÷ √n; NaN for fewer than two values
 */
double
assay_score_mean_end (double mean, double sd, gsize n, gboolean upper)
{
  double half;

  if (n < 2 || isnan (mean) || isnan (sd))
    return NAN;
  half = gsl_cdf_tdist_Qinv (TAIL, (double)(n - 1)) * sd / sqrt ((double)n);
  return upper ? mean + half : mean - half;
}

/**
 * assay_score_sd_high:
 * @sd: a sample's standard deviation
 * @n: of how many
 *
 * Returns: the upper end of its 95 % interval, s · √((n − 1) ÷ χ²(0.025; n − 1)); NaN for fewer
 * than two values
 */
double
assay_score_sd_high (double sd, gsize n)
{
  if (n < 2 || isnan (sd))
    return NAN;
  return sd * sqrt ((double)(n - 1) / gsl_cdf_chisq_Pinv (TAIL, (double)(n - 1)));
}
