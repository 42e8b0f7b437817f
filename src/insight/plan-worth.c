/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/plan-worth.h"

#include <math.h>

/* Steps of a curve. */
#define STEPS 100
/* Where a curve has come to its end: less passes than can be seen. */
#define END 0.01
/* AQLs above this can only mean defects per hundred units (MIL-STD-105E, table II). */
#define LARGEST_SHARE_AQL 10000
/* A lot of fewer samples than these differs from a series (JASP's guidance, domain rule). */
#define SERIES_SAMPLES 10
/* A quality to speak of where none at all is allowed. */
#define TELLING_OF_ZERO 0.01

const double assay_quality_acceptance[ASSAY_N_QUALITIES] = { 0.95, 0.50, ASSAY_RISK_CONSUMER };

static void
curve_free (gpointer data)
{
  AssayPlanCurve *curve = data;

  g_free (curve->name);
  g_array_unref (curve->points);
  g_free (curve);
}

AssayPlanWorth *
assay_plan_worth_new (gint64 lot, gboolean by_defects)
{
  AssayPlanWorth *worth = g_atomic_rc_box_new0 (AssayPlanWorth);

  worth->lot = lot;
  worth->by_defects = by_defects;
  worth->curves = g_ptr_array_new_with_free_func (curve_free);
  return worth;
}

AssayPlanWorth *
assay_plan_worth_ref (AssayPlanWorth *worth)
{
  return g_atomic_rc_box_acquire (worth);
}

static void
clear_worth (gpointer data)
{
  g_ptr_array_unref (((AssayPlanWorth *)data)->curves);
}

void
assay_plan_worth_unref (AssayPlanWorth *worth)
{
  g_atomic_rc_box_release_full (worth, clear_worth);
}

void
assay_plan_worth_add (AssayPlanWorth *worth, const char *name, const AssayRiskPlan *plan, gint aql)
{
  AssayPlanCurve *curve;
  double share = aql / 100000.0;

  if (!assay_risk_plan_is_valid (plan))
    return;
  curve = g_new0 (AssayPlanCurve, 1);
  curve->name = g_strdup (name);
  curve->plan = *plan;
  curve->aql = aql;
  curve->points = g_array_new (FALSE, FALSE, sizeof (AssayCurvePoint));
  curve->producer_risk = curve->sample_at_aql = NAN;
  if (aql > 0)
    {
      AssayRisk risk;

      assay_risk_at (plan, share, &risk);
      curve->producer_risk = 1 - risk.accepted;
      curve->sample_at_aql = risk.average_sample;
    }
  for (AssayQuality i = 0; i < ASSAY_N_QUALITIES; i++)
    curve->qualities[i] = assay_risk_quality_at (plan, assay_quality_acceptance[i]);
  curve->outgoing_limit = assay_risk_outgoing_limit (plan, &curve->outgoing_limit_at);
  g_ptr_array_add (worth->curves, curve);
}

/* The next of 1, 2, 2.5, 5 and their tenfolds. */
static double
round_up (double range)
{
  static const double steps[] = { 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 };
  double ten = pow (10, floor (log10 (range)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * ten >= range * (1 - 1e-9))
      return steps[i] * ten;
  return range;
}

/* As far as one of the curves says something. */
static double
find_range (const AssayPlanWorth *worth)
{
  double range = 0;
  gboolean shares = TRUE;

  for (guint i = 0; i < worth->curves->len; i++)
    {
      const AssayPlanCurve *curve = assay_plan_worth_get (worth, i);
      double end = assay_risk_quality_at (&curve->plan, END);

      shares = shares && curve->plan.model != ASSAY_OC_POISSON;
      range = MAX (range, isnan (end) ? 1 : end);
      range = MAX (range, assay_plan_curve_telling (curve));
      if (curve->plan.model == ASSAY_OC_HYPERGEOMETRIC)
        range = MAX (range, 4.0 / (double)curve->plan.lot);
    }
  range = round_up (range);
  return shares ? MIN (range, 1) : range;
}

static void
add_point (AssayPlanCurve *curve, double p)
{
  AssayCurvePoint point = { .p = p };

  assay_risk_at (&curve->plan, p, &point.risk);
  g_array_append_val (curve->points, point);
  curve->most_sample = MAX (curve->most_sample, point.risk.average_sample);
}

static void
draw_curve (AssayPlanCurve *curve, double range)
{
  double lot = (double)curve->plan.lot, last = -1;

  /* A share above 1 is none; a Poisson curve beside others may go on. */
  if (curve->plan.model != ASSAY_OC_POISSON)
    range = MIN (range, 1);
  for (guint i = 0; i <= STEPS; i++)
    {
      double p = range * i / STEPS;

      if (curve->plan.model == ASSAY_OC_HYPERGEOMETRIC)
        p = MIN (nearbyint (p * lot), lot) / lot;
      if (p > last)
        add_point (curve, p);
      last = p;
    }
}

void
assay_plan_worth_finish (AssayPlanWorth *worth)
{
  double range;

  if (worth->curves->len == 0)
    return;
  range = find_range (worth);
  for (guint i = 0; i < worth->curves->len; i++)
    draw_curve (g_ptr_array_index (worth->curves, i), range);
}

/**
 * assay_worth_model:
 * @view: how the lot is seen
 * @by_defects: whether defects are counted, not defective units
 * @lot: units in the lot, 0 unknown
 * @n: units of the (both) samples
 *
 * Returns: the model that goes with it
 */
AssayOcModel
assay_worth_model (AssayWorthView view, gboolean by_defects, gint64 lot, gint64 n)
{
  if (by_defects)
    return ASSAY_OC_POISSON;
  if (lot <= 0 || view == ASSAY_WORTH_SERIES)
    return ASSAY_OC_BINOMIAL;
  if (view == ASSAY_WORTH_LONE || lot / SERIES_SAMPLES < n)
    return ASSAY_OC_HYPERGEOMETRIC;
  return ASSAY_OC_BINOMIAL;
}

static void
class_risk_plan (const AssayClassPlan *one, AssayOcModel model, gint64 lot, AssayRiskPlan *plan)
{
  AssayDoublePlan table = { .n1 = one->n,
                            .n2 = one->second_n,
                            .ac1 = (gint)one->first_ac,
                            .re1 = (gint)one->first_re,
                            .ac2 = (gint)one->ac,
                            .re2 = (gint)one->re };

  if (assay_class_plan_is_double (one))
    assay_risk_plan_double (plan, model, lot, &table);
  else
    assay_risk_plan_single (plan, model, lot, one->n, one->re);
}

/**
 * assay_plan_worth_of_inspection:
 * @inspection: whose lot, AQLs and counting basis are meant
 * @plan: its plan
 * @view: how the lot is seen; where it is to be guessed the largest sample decides for all classes
 *
 * Returns: (transfer full): a curve for each class that is inspected; none without a plan
 */
AssayPlanWorth *
assay_plan_worth_of_inspection (const AssayRecord *inspection,
                                const AssayInspectionPlan *plan,
                                AssayWorthView view)
{
  const AssayRecordType *defect = assay_record_type_get (ASSAY_TYPE_DEFECT);
  gint64 lot = MAX (assay_record_get_integer (inspection, ASSAY_INSPECTION_LOT_SIZE, 0), 0);
  gboolean by_defects
      = g_strcmp0 (assay_record_get_text (inspection, ASSAY_INSPECTION_BASIS), "defects") == 0;
  AssayPlanWorth *worth = assay_plan_worth_new (lot, by_defects);

  for (AssayClass i = 0; plan->known && i < ASSAY_N_CLASSES; i++)
    {
      const AssayClassFields *fields = assay_class_fields (i);
      gint64 aql = assay_record_get_integer (inspection, fields->aql, ASSAY_AQL_NONE);
      gboolean defects = by_defects || aql > LARGEST_SHARE_AQL;
      AssayRiskPlan risk;

      if (!plan->classes[i].inspected)
        continue;
      class_risk_plan (&plan->classes[i], assay_worth_model (view, defects, lot, plan->n_both), lot,
                       &risk);
      assay_plan_worth_add (
          worth, assay_field_choice_label (&defect->fields[ASSAY_DEFECT_CLASS], fields->name),
          &risk, (gint)CLAMP (aql, ASSAY_AQL_NONE, G_MAXINT));
    }
  assay_plan_worth_finish (worth);
  return worth;
}

const AssayPlanCurve *
assay_plan_worth_get (const AssayPlanWorth *worth, guint curve)
{
  return g_ptr_array_index (worth->curves, curve);
}

const AssayPlanCurve *
assay_plan_worth_main (const AssayPlanWorth *worth)
{
  const AssayPlanCurve *best = NULL;

  /* The first that allows any; they stand in order of seriousness. */
  for (guint i = 0; i < worth->curves->len; i++)
    {
      const AssayPlanCurve *curve = assay_plan_worth_get (worth, i);

      if (best == NULL || (best->aql <= 0 && curve->aql > 0))
        best = curve;
    }
  return best;
}

gboolean
assay_plan_worth_is_double (const AssayPlanWorth *worth)
{
  for (guint i = 0; i < worth->curves->len; i++)
    if (assay_plan_worth_get (worth, i)->plan.is_double)
      return TRUE;
  return FALSE;
}

double
assay_plan_curve_telling (const AssayPlanCurve *curve)
{
  double twice = 2 * curve->aql / 100000.0;

  if (curve->aql <= 0)
    return TELLING_OF_ZERO;
  return curve->plan.model == ASSAY_OC_POISSON ? twice : MIN (twice, 1);
}

double
assay_plan_curve_nearest (const AssayPlanCurve *curve, double p)
{
  double lot = (double)curve->plan.lot;

  if (curve->plan.model != ASSAY_OC_HYPERGEOMETRIC)
    return p;
  return CLAMP (nearbyint (p * lot), 0, lot) / lot;
}
