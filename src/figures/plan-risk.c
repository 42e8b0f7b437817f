/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * plan-risk.c: formulas after D. C. Montgomery, Introduction to Statistical Quality
 * Control, 7th edition, chapter 15: 15.2.2 operating-characteristic curve, 15.2.4
 * rectifying inspection (average outgoing quality and its limit, average total
 * inspection), 15.3.1 double sampling (average sample number).
 */
#include "figures/plan-risk.h"
#include "figures/bisect.h"

#include <math.h>

/* Looks at this many places between two bounds, then closer between the best one's neighbours. */
#define PLACES 16

/**
 * assay_risk_plan_single:
 * @plan: (out caller-allocates): what to fill
 * @lot: units in the lot, 0 for a lot without end
 * @n: units to inspect; more than the lot are all of it
 * @re: smallest number of defectives that rejects
 */
void
assay_risk_plan_single (AssayRiskPlan *plan, AssayOcModel model, gint64 lot, gint64 n, gint64 re)
{
  *plan = (AssayRiskPlan){
    .model = model, .lot = lot, .n1 = lot > 0 ? MIN (n, lot) : n, .pass1 = re - 1
  };
}

/**
 * assay_risk_plan_double:
 * @plan: (out caller-allocates): what to fill
 * @lot: units in the lot, 0 for a lot without end
 * @table: a double plan, or one that refers to its single plan
 */
void
assay_risk_plan_double (AssayRiskPlan *plan,
                        AssayOcModel model,
                        gint64 lot,
                        const AssayDoublePlan *table)
{
  g_return_if_fail (table != NULL);

  if (table->use_single)
    {
      assay_risk_plan_single (plan, model, lot, table->single.n, table->single.re);
      return;
    }
  *plan = (AssayRiskPlan){ .model = model,
                           .lot = lot,
                           .is_double = TRUE,
                           .n1 = lot > 0 ? MIN (table->n1, lot) : table->n1,
                           .pass1 = table->ac1,
                           .go_on = table->re1,
                           .pass2 = (gint64)table->re2 - 1 };
  /* A second sample that the lot cannot fill is what is left of it. */
  plan->n2 = lot > 0 ? MIN (table->n2, lot - plan->n1) : table->n2;
}

/**
 * assay_risk_plan_is_valid:
 *
 * Returns: whether figures can be told of the plan
 */
gboolean
assay_risk_plan_is_valid (const AssayRiskPlan *plan)
{
  if (plan->n1 < 1 || plan->pass1 < 0 || plan->lot < 0)
    return FALSE;
  if (plan->model == ASSAY_OC_HYPERGEOMETRIC && plan->lot == 0)
    return FALSE;
  return !plan->is_double || (plan->n2 >= 0 && plan->go_on > plan->pass1 && plan->pass2 >= 0);
}

/** assay_risk_plan_most_inspected: units inspected when both samples are drawn. */
gint64
assay_risk_plan_most_inspected (const AssayRiskPlan *plan)
{
  return plan->is_double ? plan->n1 + plan->n2 : plan->n1;
}

/**
 * assay_risk_at:
 * @p: quality of the lots that come
 * @risk: (out caller-allocates): everything about it at once
 *
 * Average sample: ASN = n1 + n2 × P(first sample decides nothing); a sample begun is
 * finished. Average outgoing quality: AOQ = p × (Pa1 (N − n1) + Pa2 (N − n1 − n2)) / N,
 * for a single plan Pa p (N − n) / N. It holds only where refused lots are sorted to
 * the last unit and every defective one found is replaced by a good one.
 */
void
assay_risk_at (const AssayRiskPlan *plan, double p, AssayRisk *risk)
{
  AssayDoublePlan stages = { .n1 = plan->n1,
                             .n2 = plan->n2,
                             .ac1 = (gint)plan->pass1,
                             .re1 = (gint)plan->go_on,
                             .ac2 = (gint)plan->pass2,
                             .re2 = (gint)plan->pass2 + 1 };
  double lot = (double)plan->lot;
  double at_once, unseen;

  *risk = (AssayRisk){ NAN, NAN, NAN, NAN };
  if (!assay_risk_plan_is_valid (plan))
    return;
  at_once = assay_oc_single (plan->model, plan->lot, plan->n1, plan->pass1, p);
  risk->accepted = at_once;
  risk->average_sample = (double)plan->n1;
  if (plan->is_double)
    risk->accepted = assay_oc_double (plan->model, plan->lot, &stages, p, &risk->average_sample);
  /* Of the units of the lot, the share that is not looked at because the lot was accepted. */
  unseen = risk->accepted;
  if (plan->lot > 0)
    unseen = (at_once * (lot - (double)plan->n1)
              + (risk->accepted - at_once) * (lot - (double)assay_risk_plan_most_inspected (plan)))
             / lot;
  risk->outgoing = p * unseen;
  if (plan->lot > 0)
    risk->average_inspected = lot * (1.0 - unseen);
}

/**
 * assay_risk_accepted:
 * @p: quality of the lot
 *
 * Returns: the probability that the lot is accepted
 */
double
assay_risk_accepted (const AssayRiskPlan *plan, double p)
{
  AssayRisk risk;

  assay_risk_at (plan, p, &risk);
  return risk.accepted;
}

/**
 * assay_risk_producer:
 * @p: the quality agreed on, the AQL
 *
 * Returns: the producer's risk: how probably a lot of just this quality is refused
 */
double
assay_risk_producer (const AssayRiskPlan *plan, double p)
{
  return 1.0 - assay_risk_accepted (plan, p);
}

typedef struct
{
  const AssayRiskPlan *plan;
  double acceptance;
} Question;

static gboolean
quality_is_below (double p, gconstpointer data)
{
  const Question *ask = data;

  return assay_risk_accepted (ask->plan, p) > ask->acceptance;
}

/* The largest number of defectives in the lot that is accepted with @acceptance or more. */
static double
lot_quality_at (const AssayRiskPlan *plan, double acceptance)
{
  gint64 low = 0;
  gint64 high = plan->lot;

  while (low < high)
    {
      gint64 middle = low + (high - low + 1) / 2;

      if (assay_risk_accepted (plan, (double)middle / (double)plan->lot) >= acceptance)
        low = middle;
      else
        high = middle - 1;
    }
  return low == plan->lot ? NAN : (double)low / (double)plan->lot;
}

/**
 * assay_risk_quality_at:
 * @acceptance: probability of acceptance, strictly between 0 and 1
 *
 * The quality that passes with that probability: the producer's quality at 0.95, the
 * consumer's (LTPD) at %ASSAY_RISK_CONSUMER. Of one isolated lot, whose defectives can
 * be counted, it is the worst that passes at least so often.
 *
 * Returns: the quality; NaN where every quality is accepted
 */
double
assay_risk_quality_at (const AssayRiskPlan *plan, double acceptance)
{
  Question ask = { plan, acceptance };
  double high = 1.0;

  if (!assay_risk_plan_is_valid (plan) || !(acceptance > 0.0 && acceptance < 1.0))
    return NAN;
  if (plan->model == ASSAY_OC_HYPERGEOMETRIC)
    return lot_quality_at (plan, acceptance);
  if (!plan->is_double)
    return assay_oc_quality_at (plan->model, plan->n1, plan->pass1, acceptance);
  if (plan->model == ASSAY_OC_BINOMIAL && assay_risk_accepted (plan, 1.0) > acceptance)
    return NAN;
  if (plan->model == ASSAY_OC_POISSON)
    while (isfinite (high) && quality_is_below (high, &ask))
      high *= 2.0;
  return assay_bisect (quality_is_below, &ask, 0.0, high);
}

/* A place between the bounds; of one lot only whole numbers of defectives are places. */
static double
place (const AssayRiskPlan *plan, double low, double high, int i)
{
  double p = low + (high - low) * i / PLACES;

  return plan->model == ASSAY_OC_HYPERGEOMETRIC
             ? nearbyint (p * (double)plan->lot) / (double)plan->lot
             : p;
}

/**
 * assay_risk_outgoing_limit:
 * @at: (out) (optional): the quality at which it is reached
 *
 * The highest point of the average outgoing quality, which has one peak.
 *
 * Returns: the average outgoing quality limit (AOQL)
 */
double
assay_risk_outgoing_limit (const AssayRiskPlan *plan, double *at)
{
  double low = 0.0;
  double high = assay_risk_quality_at (plan, 1e-6);
  double best = 0.0;
  double best_at = 0.0;

  if (isnan (high))
    high = 1.0;
  if (!assay_risk_plan_is_valid (plan))
    best = best_at = high = NAN;
  while (high - low > 1e-12)
    {
      double width = (high - low) / PLACES;

      for (int i = 0; i <= PLACES; i++)
        {
          double p = place (plan, low, high, i);
          AssayRisk risk;

          assay_risk_at (plan, p, &risk);
          if (risk.outgoing > best)
            {
              best = risk.outgoing;
              best_at = p;
            }
        }
      if (plan->model == ASSAY_OC_HYPERGEOMETRIC && width * (double)plan->lot < 1.0)
        break;
      low = MAX (best_at - width, low);
      high = MIN (best_at + width, high);
    }
  if (at != NULL)
    *at = best_at;
  return best;
}
