/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * operating-characteristic.h: what a sampling plan lets through: the probability
 * that a lot of given quality is accepted, and what follows from it.
 *
 * All functions answer NaN outside their domain (negative sizes, a share that is no
 * share) and never fail otherwise. Shares run from 0 to 1, not in percent.
 */
#pragma once

#include "figures/sampling-plan.h"

G_BEGIN_DECLS

/**
 * AssayOcModel:
 * @ASSAY_OC_BINOMIAL: share nonconforming of a series of lots (type B), which the
 *   standard plots up to an AQL of 10
 * @ASSAY_OC_POISSON: nonconformities per unit (per 100 units divided by 100)
 * @ASSAY_OC_HYPERGEOMETRIC: share nonconforming of one isolated lot (type A)
 */
typedef enum
{
  ASSAY_OC_BINOMIAL,
  ASSAY_OC_POISSON,
  ASSAY_OC_HYPERGEOMETRIC,
} AssayOcModel;

double assay_oc_binomial (gint64 n, gint64 ac, double p);
double assay_oc_poisson (gint64 n, gint64 ac, double u);
double assay_oc_hypergeometric (gint64 lot, gint64 n, gint64 ac, gint64 defective);

double assay_oc_single (AssayOcModel model, gint64 lot, gint64 n, gint64 ac, double p);
double assay_oc_double (
    AssayOcModel model, gint64 lot, const AssayDoublePlan *plan, double p, double *average_sample);

double assay_oc_quality_at (AssayOcModel model, gint64 n, gint64 ac, double acceptance);
double assay_oc_scheme (double normal, double tightened);
double assay_oc_average_outgoing (double acceptance, double p, gint64 lot, gint64 n);
double assay_oc_average_inspected (double acceptance, gint64 lot, gint64 n);

G_END_DECLS
