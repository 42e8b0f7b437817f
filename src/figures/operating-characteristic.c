/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * operating-characteristic.c: acceptance probabilities. Binomial and Poisson sums are
 * taken as the incomplete beta and gamma functions they equal (GSL); the
 * hypergeometric sum is made here, since GSL's loses half its digits on large lots.
 */
#include "figures/operating-characteristic.h"
#include "figures/bisect.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/* Above this many factors the hypergeometric sum costs more than it tells. */
#define MAX_FACTORS 1000000

/**
 * assay_oc_binomial:
 * @n: sample size
 * @ac: acceptance number
 * @p: share nonconforming
 *
 * Returns: P(d ≤ @ac), d ~ Binomial (@n, @p)
 */
double
assay_oc_binomial (gint64 n, gint64 ac, double p)
{
  if (n < 0 || !(p >= 0.0 && p <= 1.0))
    return NAN;
  if (ac < 0)
    return 0.0;
  if (ac >= n || p == 0.0)
    return 1.0;
  if (p == 1.0)
    return 0.0;
  assay_figures_quiet_gsl ();
  return gsl_cdf_beta_Q (p, (double)ac + 1.0, (double)(n - ac));
}

/**
 * assay_oc_poisson:
 * @n: sample size
 * @ac: acceptance number
 * @u: nonconformities per unit, 0 or more
 *
 * Returns: P(d ≤ @ac), d ~ Poisson (@n × @u)
 */
double
assay_oc_poisson (gint64 n, gint64 ac, double u)
{
  double mean = (double)n * u;

  if (n < 0 || !(u >= 0.0) || !isfinite (mean))
    return NAN;
  if (ac < 0)
    return 0.0;
  if (mean == 0.0)
    return 1.0;
  assay_figures_quiet_gsl ();
  return gsl_cdf_gamma_Q (mean, (double)ac + 1.0, 1.0);
}

/*
 * Σ P(d) for d from the least possible to @ac, where @low is d's least value and
 * log_first its log-probability; the ratio of neighbours does the rest. The sum is
 * kept relative to the first term, which may itself be too small for a double.
 */
static double
sum_from (double log_first, gint64 low, gint64 ac, double lot, double n, double defective)
{
  double sum = 1.0;
  double term = 1.0;
  double log_scale = log_first;

  for (gint64 d = low; d < ac; d++)
    {
      double x = (double)d;

      term *= (defective - x) / (x + 1.0) * ((n - x) / (lot - defective - n + x + 1.0));
      sum += term;
      if (sum > 1e200)
        {
          sum *= 1e-200;
          term *= 1e-200;
          log_scale += 200.0 * G_LN10;
        }
    }
  return MIN (exp (log_scale + log (sum)), 1.0);
}

/* ln of the probability that none of @draws units out of @lot is one of @marked. */
static double
log_none (double lot, double draws, double marked)
{
  double sum = 0.0;
  double lost = 0.0;

  /* Kahan's sum: thousands of terms add up to a large logarithm. */
  for (double i = 0.0; i < draws; i++)
    {
      double term = log1p (-marked / (lot - i)) - lost;
      double total = sum + term;

      lost = (total - sum) - term;
      sum = total;
    }
  return sum;
}

/* ln P(d = low). Sample and marked units may change places: the fewer are drawn. */
static double
log_first_term (double lot, double n, double defective, gint64 low)
{
  if (low == 0)
    return log_none (lot, MIN (n, defective), MAX (n, defective));
  /* No good unit stays outside the sample. */
  return log_none (lot, MIN (lot - defective, lot - n), MAX (lot - defective, lot - n));
}

/**
 * assay_oc_hypergeometric:
 * @lot: units in the lot
 * @n: sample size, at most @lot
 * @ac: acceptance number
 * @defective: nonconforming units in the lot, at most @lot
 *
 * For sample and defectives both above a million it is taken as binomial; they then
 * differ by less than can be seen.
 *
 * Returns: P(d ≤ @ac) when @n units are drawn without putting back
 */
double
assay_oc_hypergeometric (gint64 lot, gint64 n, gint64 ac, gint64 defective)
{
  gint64 low;

  if (lot < 0 || n < 0 || defective < 0 || n > lot || defective > lot)
    return NAN;
  low = MAX (0, n - (lot - defective));
  if (ac < low)
    return 0.0;
  if (ac >= MIN (n, defective))
    return 1.0;
  if (ac - low > MAX_FACTORS
      || (low == 0 ? MIN (n, defective) : MIN (lot - defective, lot - n)) > MAX_FACTORS)
    return assay_oc_binomial (n, ac, (double)defective / (double)lot);
  return sum_from (log_first_term ((double)lot, (double)n, (double)defective, low), low, ac,
                   (double)lot, (double)n, (double)defective);
}

static gint64
defective_in_lot (gint64 lot, double p)
{
  return CLAMP ((gint64)nearbyint ((double)lot * p), 0, lot);
}

/**
 * assay_oc_single:
 * @model: how defects are thought to come
 * @lot: units in the lot; only for %ASSAY_OC_HYPERGEOMETRIC
 * @n: sample size
 * @ac: acceptance number
 * @p: share nonconforming, or nonconformities per unit. An isolated lot of @lot units
 *   holds the whole number nearest to @lot × @p
 *
 * Returns: the probability that the lot is accepted
 */
double
assay_oc_single (AssayOcModel model, gint64 lot, gint64 n, gint64 ac, double p)
{
  switch (model)
    {
    case ASSAY_OC_BINOMIAL:
      return assay_oc_binomial (n, ac, p);
    case ASSAY_OC_POISSON:
      return assay_oc_poisson (n, ac, p);
    case ASSAY_OC_HYPERGEOMETRIC:
      if (lot < 0 || lot > G_MAXINT64 / 2 || !(p >= 0.0 && p <= 1.0))
        return NAN;
      return assay_oc_hypergeometric (lot, n, ac, defective_in_lot (lot, p));
    default:
      return NAN;
    }
}

/* P(d ≤ ac) in the second sample when the first showed @first defectives. */
static double
accept_second (AssayOcModel model, gint64 lot, const AssayDoublePlan *plan, double p, gint64 first)
{
  if (model == ASSAY_OC_HYPERGEOMETRIC)
    return assay_oc_hypergeometric (lot - plan->n1, plan->n2, plan->ac2 - first,
                                    defective_in_lot (lot, p) - first);
  return assay_oc_single (model, lot, plan->n2, plan->ac2 - first, p);
}

/**
 * assay_oc_double:
 * @plan: a double plan, or one that refers to its single plan
 * @average_sample: (out) (optional): units inspected on average, when inspection
 *   always goes on to the end of a sample
 *
 * As assay_oc_single(), for two stages: accepted at once, or in doubt after the first
 * sample and accepted on both. Counts Ac2; under reduced inspection a lot between Ac2
 * and Re2, which is accepted too but ends reduced inspection, is not counted.
 *
 * Returns: the probability that the lot is accepted
 */
double
assay_oc_double (
    AssayOcModel model, gint64 lot, const AssayDoublePlan *plan, double p, double *average_sample)
{
  double accepted;
  double below;
  double second = 0.0;

  g_return_val_if_fail (plan != NULL, NAN);

  if (plan->use_single)
    {
      if (average_sample != NULL)
        *average_sample = (double)plan->single.n;
      return assay_oc_single (model, lot, plan->single.n, plan->single.ac, p);
    }
  below = accepted = assay_oc_single (model, lot, plan->n1, plan->ac1, p);
  for (gint64 d = plan->ac1 + 1; d < plan->re1; d++)
    {
      double up_to = assay_oc_single (model, lot, plan->n1, d, p);
      double exactly = up_to - below;

      below = up_to;
      second += exactly;
      if (exactly > 0.0 && d <= plan->ac2)
        accepted += exactly * accept_second (model, lot, plan, p, d);
    }
  if (average_sample != NULL)
    *average_sample = (double)plan->n1 + (double)plan->n2 * second;
  return MIN (accepted, 1.0);
}

typedef struct
{
  AssayOcModel model;
  gint64 n;
  gint64 ac;
  double acceptance;
} QualityQuestion;

/* Compares on the smaller of the two tails, where digits are not lost. */
static gboolean
quality_is_below (double p, gconstpointer data)
{
  const QualityQuestion *ask = data;
  double shape = (double)ask->ac + 1.0;
  gboolean poisson = ask->model == ASSAY_OC_POISSON;
  double rest = (double)(ask->n - ask->ac);

  if (ask->acceptance > 0.5)
    return (poisson ? gsl_cdf_gamma_P (p * (double)ask->n, shape, 1.0)
                    : gsl_cdf_beta_P (p, shape, rest))
           < 1.0 - ask->acceptance;
  return (poisson ? gsl_cdf_gamma_Q (p * (double)ask->n, shape, 1.0)
                  : gsl_cdf_beta_Q (p, shape, rest))
         > ask->acceptance;
}

/**
 * assay_oc_quality_at:
 * @model: %ASSAY_OC_BINOMIAL or %ASSAY_OC_POISSON
 * @n: sample size
 * @ac: acceptance number
 * @acceptance: probability of acceptance, strictly between 0 and 1
 *
 * The quality that is accepted with that probability: the producer's quality at 0.95,
 * the consumer's (LTPD) at 0.10.
 *
 * Returns: share nonconforming or nonconformities per unit; NaN where every quality is
 *   accepted (@ac ≥ @n, binomial) and for the hypergeometric, which is not continuous
 */
double
assay_oc_quality_at (AssayOcModel model, gint64 n, gint64 ac, double acceptance)
{
  QualityQuestion ask = { model, n, ac, acceptance };
  double high = 1.0;

  if (n <= 0 || ac < 0 || !(acceptance > 0.0 && acceptance < 1.0))
    return NAN;
  if (model != ASSAY_OC_POISSON && (model != ASSAY_OC_BINOMIAL || ac >= n))
    return NAN;
  assay_figures_quiet_gsl ();
  if (model == ASSAY_OC_POISSON)
    while (isfinite (high) && quality_is_below (high, &ask))
      high *= 2.0;
  return assay_bisect (quality_is_below, &ask, 0.0, high);
}

/**
 * assay_oc_scheme:
 * @normal: probability of acceptance by the normal plan
 * @tightened: by the tightened plan
 *
 * The two plans under the rules that switch between them (Stephens and Larson 1967).
 *
 * Returns: the probability of acceptance in the long run
 */
double
assay_oc_scheme (double normal, double tightened)
{
  double n4 = pow (normal, 4.0);
  double t5 = pow (tightened, 5.0);
  double a;
  double b;

  if (!(normal >= 0.0 && normal <= 1.0 && tightened >= 0.0 && tightened <= 1.0))
    return NAN;
  if (normal == 1.0)
    return 1.0;
  if (t5 == 0.0)
    return tightened;
  a = (2.0 - n4) / ((1.0 - normal) * (1.0 - n4));
  b = tightened == 1.0 ? 5.0 : (1.0 - t5) / ((1.0 - tightened) * t5);
  return (a * normal + b * tightened) / (a + b);
}

/**
 * assay_oc_average_outgoing:
 * @acceptance: probability of acceptance at @p
 *
 * Returns: average outgoing quality when rejected lots are sorted to the last unit
 */
double
assay_oc_average_outgoing (double acceptance, double p, gint64 lot, gint64 n)
{
  if (lot <= 0 || n < 0 || n > lot)
    return NAN;
  return acceptance * p * (double)(lot - n) / (double)lot;
}

/**
 * assay_oc_average_inspected:
 *
 * Returns: units inspected on average a lot when rejected lots are sorted
 */
double
assay_oc_average_inspected (double acceptance, gint64 lot, gint64 n)
{
  if (lot < 0 || n < 0 || n > lot)
    return NAN;
  return (double)n + (1.0 - acceptance) * (double)(lot - n);
}
