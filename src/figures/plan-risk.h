/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * plan-risk.h: the figures by which a sampling plan is judged: whom it protects, at
 * which quality, at what cost; the same questions for single and double plans and for
 * each model of how defects come.
 *
 * All functions answer NaN outside their domain and never fail otherwise. Shares run
 * from 0 to 1, not in percent; under %ASSAY_OC_POISSON they are nonconformities per
 * unit and may be above 1.
 */
#pragma once

#include "figures/operating-characteristic.h"

G_BEGIN_DECLS

/** ASSAY_RISK_CONSUMER: how often the consumer's quality still passes. */
#define ASSAY_RISK_CONSUMER 0.10

/**
 * AssayRiskPlan:
 * @model: how defects are thought to come
 * @lot: units in the lot; 0: a lot without end, which the hypergeometric does not know
 * @is_double: whether a second sample may follow
 * @n1: units of the only or first sample
 * @pass1: largest number of defectives in it that accepts
 * @go_on: double only: smallest number in it that rejects; between the two the second
 *   sample decides
 * @n2: double only: units of the second sample
 * @pass2: double only: largest number in both samples that accepts
 *
 * A plan reduced to what decides. The numbers that accept are Re − 1, not Ac: under
 * reduced inspection a lot in the gap between the two is accepted, and only the
 * severity of the next one changes.
 */
typedef struct
{
  AssayOcModel model;
  gint64 lot;
  gboolean is_double;
  gint64 n1;
  gint64 pass1;
  gint64 go_on;
  gint64 n2;
  gint64 pass2;
} AssayRiskPlan;

/**
 * AssayRisk:
 * @accepted: probability that the lot is accepted
 * @average_sample: units inspected on average (ASN)
 * @outgoing: average outgoing quality (AOQ)
 * @average_inspected: units inspected on average a lot when refused lots are sorted
 *   (ATI); NaN for a lot without end
 *
 * What to expect of lots of one quality.
 */
typedef struct
{
  double accepted;
  double average_sample;
  double outgoing;
  double average_inspected;
} AssayRisk;

void
assay_risk_plan_single (AssayRiskPlan *plan, AssayOcModel model, gint64 lot, gint64 n, gint64 re);
void assay_risk_plan_double (AssayRiskPlan *plan,
                             AssayOcModel model,
                             gint64 lot,
                             const AssayDoublePlan *table);
gboolean assay_risk_plan_is_valid (const AssayRiskPlan *plan);
gint64 assay_risk_plan_most_inspected (const AssayRiskPlan *plan);

void assay_risk_at (const AssayRiskPlan *plan, double p, AssayRisk *risk);
double assay_risk_accepted (const AssayRiskPlan *plan, double p);
double assay_risk_producer (const AssayRiskPlan *plan, double p);
double assay_risk_quality_at (const AssayRiskPlan *plan, double acceptance);
double assay_risk_outgoing_limit (const AssayRiskPlan *plan, double *at);

G_END_DECLS
