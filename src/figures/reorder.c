/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "figures/reorder.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/**
 * assay_reorder_daily:
 * @month_mean: mean of what is asked for in a month
 * @month_sd: its standard deviation
 * @daily_mean: (out): mean of a day
 * @daily_sd: (out): standard deviation of a day
 *
 * A month is ASSAY_DAYS_PER_MONTH days. Days are taken as independent of each other, so their
 * variances add up to the month's: σ of a day is σ of a month divided by the root of its days.
 */
void
assay_reorder_daily (double month_mean, double month_sd, double *daily_mean, double *daily_sd)
{
  *daily_mean = month_mean / ASSAY_DAYS_PER_MONTH;
  *daily_sd = month_sd / sqrt (ASSAY_DAYS_PER_MONTH);
}

/* A mean or a deviation that can be: known and not below 0. */
static double
at_least_zero (double number)
{
  return number >= 0 && !isinf (number) ? number : NAN;
}

/**
 * assay_reorder_compute:
 * @terms: demand, lead time and service level
 * @out: (out caller-allocates): the levels; NaN what an unknown term leaves open
 *
 * The usual textbook formula for demand and lead time that vary independently of each other:
 * safety stock = z·√(L·σd² + d²·σL²). What does not vary (σ = 0) needs no stock; without demand
 * nothing needs any, however uncertain its lead time.
 */
void
assay_reorder_compute (const AssayReorderTerms *terms, AssayReorderLevel *out)
{
  double d = at_least_zero (terms->demand_mean), sd = at_least_zero (terms->demand_sd);
  double lead = at_least_zero (terms->lead_mean), lead_sd = at_least_zero (terms->lead_sd);
  double level = terms->service_level;

  out->z = level > 0 && level < 1 ? gsl_cdf_ugaussian_Pinv (level) : NAN;
  out->lead_demand = d * lead;
  out->lead_demand_sd = hypot (sqrt (lead) * sd, d * lead_sd);
  out->safety_stock = out->z * out->lead_demand_sd;
  out->reorder_point = out->lead_demand + out->safety_stock;
}

/**
 * assay_reorder_days:
 * @pieces: so many pieces
 * @demand_mean: pieces asked for in a day
 *
 * Returns: how many days they last; NaN without demand, for then they last for ever
 */
double
assay_reorder_days (double pieces, double demand_mean)
{
  return demand_mean > 0 ? pieces / demand_mean : NAN;
}

/**
 * assay_reorder_whole:
 * @pieces: so many pieces
 *
 * Returns: whole pieces that are enough; what lies above a whole number by no more than the last
 * digits of a computation is that number
 */
double
assay_reorder_whole (double pieces)
{
  double nearest = round (pieces);

  return fabs (pieces - nearest) <= 1e-9 * MAX (1, fabs (pieces)) ? nearest : ceil (pieces);
}
