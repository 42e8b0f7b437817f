/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * class-plans.h: one lot, three classes of defects, each with an AQL and a severity
 * of its own: which samples to draw.
 */
#pragma once

#include "figures/sampling-plan.h"

G_BEGIN_DECLS

/** AssayClassDemand: what is asked of one class; @aql may be %ASSAY_AQL_NONE or %ASSAY_AQL_ZERO. */
typedef struct
{
  gint aql;
  AssaySeverity severity;
} AssayClassDemand;

/**
 * AssayClassSamples:
 * @severity: whose table was read, see assay_class_plans()
 * @n: units of the first or only sample; 0 where the class is not inspected
 * @second_n: units of the second sample; 0 where one sample decides
 * @first_ac, @first_re: numbers for the first sample; only with a second
 * @ac, @re: numbers for the only sample, or for both together
 * @inspect_all: the first or only sample is the lot
 */
typedef struct
{
  char code_letter;
  char final_letter;
  AssaySeverity severity;
  gint64 n;
  gint64 second_n;
  gint first_ac;
  gint first_re;
  gint ac;
  gint re;
  gboolean inspect_all;
} AssayClassSamples;

gboolean assay_class_plans (gint64 lot,
                            AssayInspectionLevel level,
                            AssaySampling sampling,
                            const AssayClassDemand demands[ASSAY_N_DEFECT_CLASSES],
                            gboolean largest_for_all,
                            AssayClassSamples samples[ASSAY_N_DEFECT_CLASSES],
                            GError **error);
gboolean assay_sampling_plan_classes (gint64 lot,
                                      AssayInspectionLevel level,
                                      AssaySeverity severity,
                                      const gint aqls[ASSAY_N_DEFECT_CLASSES],
                                      gboolean largest_for_all,
                                      AssaySamplingPlan plans[ASSAY_N_DEFECT_CLASSES],
                                      GError **error);

G_END_DECLS
