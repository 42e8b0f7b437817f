/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a sampling plan is worth: a curve for each class of an inspection (or for each model of one
 * plan), how often lots of each quality pass, whom the plan protects and at what cost, and the same
 * in words. Plain numbers, no book; refcounted, immutable once finished, any thread. */

#pragma once

#include "figures/plan-risk.h"
#include "insight/inspection-plan.h"

G_BEGIN_DECLS

/* How the lot is seen. */
typedef enum
{
  ASSAY_WORTH_AUTO,   /* alone where it is smaller than ten samples, else as one of a series */
  ASSAY_WORTH_LONE,   /* this lot and no other: hypergeometric */
  ASSAY_WORTH_SERIES, /* the process that makes such lots: binomial */
} AssayWorthView;

typedef enum
{
  ASSAY_QUALITY_PRODUCER, /* passes 95 times in 100 */
  ASSAY_QUALITY_EVEN,     /* as often as not */
  ASSAY_QUALITY_CONSUMER, /* 10 times in 100: the consumer's quality, LTPD */
  ASSAY_N_QUALITIES,
} AssayQuality;

extern const double assay_quality_acceptance[ASSAY_N_QUALITIES];

typedef struct
{
  double p; /* quality: share, or defects per unit */
  AssayRisk risk;
} AssayCurvePoint;

/* Unknown figures are NaN. */
typedef struct
{
  char *name;
  AssayRiskPlan plan;
  gint aql;             /* thousandths; ASSAY_AQL_NONE: none is known */
  double producer_risk; /* of a lot at the AQL; unknown where none is allowed */
  double qualities[ASSAY_N_QUALITIES];
  double sample_at_aql;
  double most_sample; /* the largest average sample on the curve */
  double outgoing_limit;
  double outgoing_limit_at;
  GArray *points; /* AssayCurvePoint in rising order of quality, from 0 on */
} AssayPlanCurve;

typedef struct
{
  gint64 lot; /* 0 unknown */
  gboolean by_defects;
  GPtrArray *curves; /* AssayPlanCurve, worst class first */
} AssayPlanWorth;

AssayPlanWorth *assay_plan_worth_new (gint64 lot, gboolean by_defects);
/* @aql in thousandths. A plan of which nothing can be told is left out. */
void
assay_plan_worth_add (AssayPlanWorth *worth, const char *name, const AssayRiskPlan *plan, gint aql);
/* Draws the curves, all over the same qualities. Nothing may be added afterwards. */
void assay_plan_worth_finish (AssayPlanWorth *worth);
AssayPlanWorth *assay_plan_worth_of_inspection (const AssayRecord *inspection,
                                                const AssayInspectionPlan *plan,
                                                AssayWorthView view);
AssayPlanWorth *assay_plan_worth_ref (AssayPlanWorth *worth);
void assay_plan_worth_unref (AssayPlanWorth *worth);

AssayOcModel assay_worth_model (AssayWorthView view, gboolean by_defects, gint64 lot, gint64 n);
const AssayPlanCurve *assay_plan_worth_get (const AssayPlanWorth *worth, guint curve);
/* The curve to speak of when there is room for one: of the most serious class that allows any
 * defect, usually "major". NULL without any curve. */
const AssayPlanCurve *assay_plan_worth_main (const AssayPlanWorth *worth);
gboolean assay_plan_worth_is_double (const AssayPlanWorth *worth);

/* A quality of which it is telling how often it passes, as a share: twice the AQL. */
double assay_plan_curve_telling (const AssayPlanCurve *curve);
/* The quality that is meant by @p: of a lone lot the nearest that it can have. */
double assay_plan_curve_nearest (const AssayPlanCurve *curve, double p);

/* Words; all returned texts belong to the caller. */

/* "5 %" or "5 per 100"; a dash when unknown. */
char *assay_plan_curve_format_quality (const AssayPlanCurve *curve, double p);
/* "5 % defective", "5 % defective (50 of 1,000 units)", "5 defects per 100 units" */
char *assay_plan_curve_say_quality (const AssayPlanCurve *curve, double p);
/* "79 times in 100" */
char *assay_say_times (double probability);
/* "A lot with 5 % defective still passes 79 times in 100." */
char *assay_plan_curve_sentence (const AssayPlanCurve *curve, double p);
/* How the lot is seen, and what an AQL is not. */
char *assay_plan_worth_say_view (const AssayPlanWorth *worth);
char *assay_plan_worth_say_limits (const AssayPlanWorth *worth);
/* Where the average outgoing quality holds. */
const char *assay_plan_worth_rectifying_words (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayPlanWorth, assay_plan_worth_unref)

G_END_DECLS
