/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a sampling plan is worth, as curves over the quality of the lots: how often they pass (the
 * operating characteristic), how many units are looked at, and what goes out on average. */

#pragma once

#include "chart/scene.h"
#include "insight/plan-worth.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_OC_CHART_PASSING,  /* OC */
  ASSAY_OC_CHART_SAMPLE,   /* ASN */
  ASSAY_OC_CHART_OUTGOING, /* AOQ */
} AssayOcChartKind;

AssayScene *assay_oc_chart_new (AssayPlanWorth *worth, AssayOcChartKind kind, double asked);

G_END_DECLS
