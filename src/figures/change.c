/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * change.c: changes of proportions, of Poisson rates, of means and of variances, each with the
 * interval that the literature recommends for small samples.
 */
#include "figures/change.h"
#include "figures/bisect.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

static const AssayChange unknown = { NAN, NAN, NAN, ASSAY_CHANGE_UNKNOWN };

/* The verdict is what the interval says of "no change", so that the two never contradict. */
static AssayChange
judge (double value, double low, double high, double no_change)
{
  AssayChange change = { value, low, high, ASSAY_CHANGE_UNKNOWN };

  if (!isnan (low) && !isnan (high))
    change.verdict
        = low > no_change || high < no_change ? ASSAY_CHANGE_DIFFERENT : ASSAY_CHANGE_CHANCE;
  return change;
}

/**
 * assay_change_share:
 * @from: defective and inspected units before
 * @to: the same after
 * @confidence: for example 0.95
 *
 * The difference of two independent proportions with the hybrid score interval: Newcombe, R. G.
 * (1998), Interval estimation for the difference between independent proportions, Statistics in
 * Medicine 17, 873–890, method 10, made from the two Wilson intervals. It has sensible bounds where
 * nothing, or everything, is defective.
 *
 * Returns: the share of @to minus that of @from, -1 to 1
 */
AssayChange
assay_change_share (AssayShare from, AssayShare to, double confidence)
{
  double p = assay_rate_defective (from.count, from.n), q = assay_rate_defective (to.count, to.n);
  AssayInterval a = assay_interval_wilson (from.count, from.n, confidence);
  AssayInterval b = assay_interval_wilson (to.count, to.n, confidence);
  double change = q - p;

  return judge (change, change - hypot (q - b.low, a.high - p),
                change + hypot (b.high - q, p - a.low), 0.0);
}

/**
 * assay_change_share_relative:
 * @from: defective and inspected units before
 * @to: the same after
 * @confidence: for example 0.95
 *
 * The relative change of a proportion, that is their ratio less 1, with the interval that follows
 * from the two Wilson intervals: Donner, A. and Zou, G. Y. (2012), Closed-form confidence intervals
 * for functions of the normal mean and standard deviation, Statistical Methods in Medical Research
 * 21, 347–359, known as MOVER-R; recommended with Wilson's intervals by Fagerland, M. W., Lydersen,
 * S. and Laake, P. (2015), Statistical Methods in Medical Research 24, 224–254. For the ratio it is
 * what assay_change_share() is for the difference: one holds 0 if and only if the other does.
 *
 * The bounds are the roots of a quadratic, a R² - 2 b R + c = 0, in the form that loses nothing
 * where a is small or negative, as it is with few defectives.
 *
 * Returns: the change, -1 to infinity; without value and interval, but with the verdict of the
 *   difference, when there was nothing before that it could be relative to
 */
AssayChange
assay_change_share_relative (AssayShare from, AssayShare to, double confidence)
{
  double p = assay_rate_defective (from.count, from.n), q = assay_rate_defective (to.count, to.n);
  AssayInterval a = assay_interval_wilson (from.count, from.n, confidence);
  AssayInterval b = assay_interval_wilson (to.count, to.n, confidence);
  AssayChange difference = assay_change_share (from, to, confidence);
  double upper, lower, square, low, high;

  if (isnan (p) || isnan (q) || p == 0.0)
    return (AssayChange){ NAN, NAN, NAN, difference.verdict };
  upper = a.high * (2.0 * p - a.high);
  lower = b.low * (2.0 * q - b.low);
  square = p * q * p * q - upper * lower;
  low = lower > 0.0 ? lower / (p * q + sqrt (MAX (square, 0.0))) : 0.0;
  upper = b.high * (2.0 * q - b.high);
  lower = a.low * (2.0 * p - a.low);
  square = p * q * p * q - upper * lower;
  high = lower > 0.0 ? (p * q + sqrt (MAX (square, 0.0))) / lower : INFINITY;
  return (AssayChange){ q / p - 1.0, low - 1.0, high - 1.0, difference.verdict };
}

/**
 * assay_change_rate_relative:
 * @from: defects, and units they were counted on, before
 * @to: the same after
 * @confidence: for example 0.95
 *
 * The relative change of a rate of events, of which one unit may have several. Given how many there
 * were in all, those after are binomial (Przyborowski, J. and Wilenski, H. (1940), Biometrika 31,
 * 313–323); the exact interval of that share gives the one of the ratio.
 *
 * Returns: the change, -1 to infinity; without value when there were none before
 */
AssayChange
assay_change_rate_relative (AssayShare from, AssayShare to, double confidence)
{
  double p = assay_rate_per_unit (from.count, from.n), q = assay_rate_per_unit (to.count, to.n);
  AssayInterval share;
  double size, low, high;

  if (isnan (p) || isnan (q) || from.count > G_MAXINT64 - to.count)
    return unknown;
  share = assay_interval_clopper_pearson (to.count, from.count + to.count, confidence);
  size = (double)from.n / (double)to.n;
  low = size * share.low / (1.0 - share.low);
  high = share.high < 1.0 ? size * share.high / (1.0 - share.high) : INFINITY;
  if (p > 0.0)
    return judge (q / p - 1.0, low - 1.0, high - 1.0, 0.0);
  return (AssayChange){ NAN, NAN, NAN, judge (0.0, low, high, 1.0).verdict };
}

static gboolean
is_sample (AssaySample sample, double confidence)
{
  return sample.n >= 2 && isfinite (sample.mean) && isfinite (sample.variance)
         && sample.variance >= 0.0 && confidence > 0.0 && confidence < 1.0;
}

/**
 * assay_interval_mean:
 * @sample: measurements
 * @confidence: for example 0.95
 *
 * Returns: Student's interval of their mean; of no width when all are equal
 */
AssayInterval
assay_interval_mean (AssaySample sample, double confidence)
{
  double half;

  if (!is_sample (sample, confidence))
    return (AssayInterval){ NAN, NAN };

  assay_figures_quiet_gsl ();
  half = gsl_cdf_tdist_Qinv ((1.0 - confidence) / 2.0, (double)sample.n - 1.0)
         * sqrt (sample.variance / (double)sample.n);
  return (AssayInterval){ sample.mean - half, sample.mean + half };
}

/**
 * assay_interval_variance:
 * @sample: measurements
 * @confidence: for example 0.95
 *
 * Returns: the chi-squared interval of their variance, as if they were normal
 */
AssayInterval
assay_interval_variance (AssaySample sample, double confidence)
{
  double tail = (1.0 - confidence) / 2.0, freedom = (double)sample.n - 1.0;

  if (!is_sample (sample, confidence))
    return (AssayInterval){ NAN, NAN };

  assay_figures_quiet_gsl ();
  return (AssayInterval){ freedom * sample.variance / gsl_cdf_chisq_Qinv (tail, freedom),
                          freedom * sample.variance / gsl_cdf_chisq_Pinv (tail, freedom) };
}

/**
 * assay_change_mean:
 * @from: measurements before
 * @to: those after
 * @confidence: for example 0.95
 *
 * The difference of two means whose variances need not be equal: Welch, B. L. (1947), Biometrika
 * 34, 28–35, with the degrees of freedom of Welch and Satterthwaite.
 *
 * Returns: the mean of @to minus that of @from, in their unit
 */
AssayChange
assay_change_mean (AssaySample from, AssaySample to, double confidence)
{
  double a, b, freedom, half, change;

  if (!is_sample (from, confidence) || !is_sample (to, confidence))
    return unknown;

  assay_figures_quiet_gsl ();
  a = from.variance / (double)from.n;
  b = to.variance / (double)to.n;
  change = to.mean - from.mean;
  if (a + b == 0.0)
    return judge (change, change, change, 0.0);
  freedom = (a + b) * (a + b) / (a * a / ((double)from.n - 1.0) + b * b / ((double)to.n - 1.0));
  half = gsl_cdf_tdist_Qinv ((1.0 - confidence) / 2.0, freedom) * sqrt (a + b);
  return judge (change, change - half, change + half, 0.0);
}

/**
 * assay_change_variance:
 * @from: measurements before
 * @to: those after
 * @confidence: for example 0.95
 *
 * Whether it became more variable: the ratio of two variances with Fisher's F. It trusts that both
 * are about normal, which days of delay are seldom: what is close to the limit is not sure.
 *
 * Returns: the variance of @to by that of @from; 1 is no change
 */
AssayChange
assay_change_variance (AssaySample from, AssaySample to, double confidence)
{
  double tail = (1.0 - confidence) / 2.0;
  double ratio;

  /* Where nothing varied there is nothing that it could be a multiple of. */
  if (!is_sample (from, confidence) || !is_sample (to, confidence) || from.variance == 0.0)
    return unknown;

  assay_figures_quiet_gsl ();
  ratio = to.variance / from.variance;
  return judge (ratio, ratio / gsl_cdf_fdist_Qinv (tail, (double)to.n - 1.0, (double)from.n - 1.0),
                ratio * gsl_cdf_fdist_Qinv (tail, (double)from.n - 1.0, (double)to.n - 1.0), 1.0);
}

/**
 * assay_claim_judge:
 * @claim: what is claimed; NaN for nothing
 * @measured: the interval of what was measured
 * @less_is_better: defects and days, not shares on time
 *
 * Returns: whether the measurement bears the claim out
 */
AssayClaimVerdict
assay_claim_judge (double claim, AssayInterval measured, gboolean less_is_better)
{
  if (isnan (claim) || isnan (measured.low) || isnan (measured.high))
    return ASSAY_CLAIM_UNKNOWN;
  if (less_is_better ? measured.high <= claim : measured.low >= claim)
    return ASSAY_CLAIM_SUPPORTED;
  if (less_is_better ? measured.low > claim : measured.high < claim)
    return ASSAY_CLAIM_REFUTED;
  return ASSAY_CLAIM_OPEN;
}
