/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * proportion.c: rates of defects and their confidence intervals: Wilson (1927) for
 * display, Clopper and Pearson (1934) where coverage must be certain, and the exact
 * interval of a Poisson rate (Garwood 1936).
 */
#include "figures/proportion.h"
#include "figures/bisect.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/**
 * assay_rate_defective:
 * @defective: defective units
 * @inspected: units inspected
 *
 * Returns: share of defective units, 0 to 1; NaN when nothing was inspected or the
 *   counts contradict each other
 */
double
assay_rate_defective (gint64 defective, gint64 inspected)
{
  if (inspected <= 0 || defective < 0 || defective > inspected)
    return NAN;
  return (double)defective / (double)inspected;
}

/**
 * assay_rate_per_unit:
 *
 * Returns: defects per unit (DPU), which may exceed 1; NaN when nothing was inspected
 */
double
assay_rate_per_unit (gint64 defects, gint64 inspected)
{
  if (inspected <= 0 || defects < 0)
    return NAN;
  return (double)defects / (double)inspected;
}

/**
 * assay_rate_dhu:
 *
 * Returns: defects per hundred units; NaN when nothing was inspected
 */
double
assay_rate_dhu (gint64 defects, gint64 inspected)
{
  if (inspected <= 0 || defects < 0)
    return NAN;
  return 100.0 * (double)defects / (double)inspected;
}

/**
 * assay_rate_dpmo:
 * @opportunities: how many defects one unit could have
 *
 * Returns: defects per million opportunities; NaN when there were none
 */
double
assay_rate_dpmo (gint64 defects, gint64 inspected, gint64 opportunities)
{
  if (inspected <= 0 || defects < 0 || opportunities <= 0)
    return NAN;
  return 1e6 * (double)defects / ((double)inspected * (double)opportunities);
}

/**
 * assay_rate_ppm:
 *
 * Returns: defective units per million; NaN as assay_rate_defective()
 */
double
assay_rate_ppm (gint64 defective, gint64 inspected)
{
  if (inspected <= 0 || defective < 0 || defective > inspected)
    return NAN;
  return 1e6 * (double)defective / (double)inspected;
}

static gboolean
is_confidence (double confidence)
{
  return confidence > 0.0 && confidence < 1.0;
}

/*
 * The bounds are the roots of (1 + z²/n) p² - (2 x/n + z²/n) p + (x/n)² = 0. The lower
 * is had from the upper by their product, which loses no digits when x is small.
 */
static AssayInterval
wilson_lower_half (double x, double n, double z)
{
  double a = n + z * z;
  double half = z * sqrt (z * z / 4.0 + x * (n - x) / n);
  double high = (x + z * z / 2.0 + half) / a;

  return (AssayInterval){ x * x / n / (a * high), MIN (high, 1.0) };
}

/**
 * assay_interval_wilson:
 * @defective: defective units
 * @inspected: units inspected
 * @confidence: for example 0.95
 *
 * Wilson's score interval without continuity correction. Exactly 0 below when nothing
 * was found, exactly 1 above when everything was defective.
 *
 * Returns: the interval of the share
 */
AssayInterval
assay_interval_wilson (gint64 defective, gint64 inspected, double confidence)
{
  AssayInterval interval;
  double z;

  if (inspected <= 0 || defective < 0 || defective > inspected || !is_confidence (confidence))
    return (AssayInterval){ NAN, NAN };

  assay_figures_quiet_gsl ();
  z = gsl_cdf_ugaussian_Qinv ((1.0 - confidence) / 2.0);
  if (defective <= inspected - defective)
    return wilson_lower_half ((double)defective, (double)inspected, z);
  interval = wilson_lower_half ((double)(inspected - defective), (double)inspected, z);
  return (AssayInterval){ 1.0 - interval.high, 1.0 - interval.low };
}

typedef struct
{
  double a;
  double b;
  double tail;
} TailQuestion;

static gboolean
beta_is_below (double p, gconstpointer data)
{
  const TailQuestion *ask = data;

  return gsl_cdf_beta_P (p, ask->a, ask->b) < ask->tail;
}

static gboolean
beta_is_above (double p, gconstpointer data)
{
  const TailQuestion *ask = data;

  return gsl_cdf_beta_Q (p, ask->a, ask->b) > ask->tail;
}

/**
 * assay_interval_clopper_pearson:
 * @confidence: for example 0.95
 *
 * The exact interval: the shares at which what was seen, or more (less) of it, has the
 * probability (1 - @confidence) / 2. Covers at least @confidence, mostly more.
 *
 * Returns: the interval of the share
 */
AssayInterval
assay_interval_clopper_pearson (gint64 defective, gint64 inspected, double confidence)
{
  AssayInterval interval = { 0.0, 1.0 };
  double tail = (1.0 - confidence) / 2.0;

  if (inspected <= 0 || defective < 0 || defective > inspected || !is_confidence (confidence))
    return (AssayInterval){ NAN, NAN };

  assay_figures_quiet_gsl ();
  if (defective > 0)
    {
      TailQuestion ask = { (double)defective, (double)(inspected - defective) + 1.0, tail };

      interval.low = assay_bisect (beta_is_below, &ask, 0.0, 1.0);
    }
  if (defective < inspected)
    {
      TailQuestion ask = { (double)defective + 1.0, (double)(inspected - defective), tail };

      interval.high = assay_bisect (beta_is_above, &ask, 0.0, 1.0);
    }
  return interval;
}

/**
 * assay_interval_share:
 * @kind: which one
 * @confidence: for example 0.95
 *
 * Returns: the interval of the share, of the kind that was asked for
 */
AssayInterval
assay_interval_share (AssayIntervalKind kind, gint64 defective, gint64 inspected, double confidence)
{
  return kind == ASSAY_INTERVAL_EXACT
             ? assay_interval_clopper_pearson (defective, inspected, confidence)
             : assay_interval_wilson (defective, inspected, confidence);
}

static gboolean
gamma_is_below (double mean, gconstpointer data)
{
  const TailQuestion *ask = data;

  return gsl_cdf_gamma_P (mean, ask->a, 1.0) < ask->tail;
}

static gboolean
gamma_is_above (double mean, gconstpointer data)
{
  const TailQuestion *ask = data;

  return gsl_cdf_gamma_Q (mean, ask->a, 1.0) > ask->tail;
}

/**
 * assay_interval_poisson:
 * @defects: defects counted
 * @units: units (or any measure of size) they were counted on; 1 gives the interval of
 *   the expected count itself
 * @confidence: for example 0.95
 *
 * The exact interval of a rate of defects.
 *
 * Returns: the interval, per unit
 */
AssayInterval
assay_interval_poisson (gint64 defects, double units, double confidence)
{
  AssayInterval interval = { 0.0, 0.0 };
  double tail = (1.0 - confidence) / 2.0;
  TailQuestion ask = { (double)defects + 1.0, 0.0, tail };
  double high;

  if (defects < 0 || !(units > 0.0) || !isfinite (units) || !is_confidence (confidence))
    return (AssayInterval){ NAN, NAN };

  assay_figures_quiet_gsl ();
  for (high = ask.a; isfinite (high) && gamma_is_above (high, &ask);)
    high *= 2.0;
  interval.high = assay_bisect (gamma_is_above, &ask, 0.0, high) / units;
  if (defects > 0)
    {
      ask.a = (double)defects;
      interval.low = assay_bisect (gamma_is_below, &ask, 0.0, ask.a + 1.0) / units;
    }
  return interval;
}
