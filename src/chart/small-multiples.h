/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One chart over all suppliers: a panel for each with the same scales, so that shapes compare. Slip
 * as an XmR chart with natural limits, on-time share by month, defective rate as a p chart. */

#pragma once

#include "chart/control-options.h"
#include "chart/scene.h"
#include "insight/supplier-series.h"

G_BEGIN_DECLS

AssayScene *assay_small_multiples_new (AssaySupplierMeasure measure,
                                       GPtrArray *series,
                                       const AssayControlOptions *options,
                                       const char *definition);

G_END_DECLS
