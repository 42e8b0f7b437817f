/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The charts of `assay chart` that show all suppliers beside each other. */

#pragma once

#include "chart/bubble-chart.h"
#include "chart/control-options.h"
#include "insight/supplier-series.h"

G_BEGIN_DECLS

typedef struct
{
  AssaySupplierQuestion question;
  AssaySupplierOrder order;
  AssayBubbleAxis axis;
  const AssayControlOptions *control;
} AssaySupplierCharts;

AssayScene *
assay_supplier_charts_map (AssayDb *db, const AssaySupplierCharts *asked, GError **error);
AssayScene *
assay_supplier_charts_heat (AssayDb *db, const AssaySupplierCharts *asked, GError **error);
AssayScene *
assay_supplier_charts_multiples (AssayDb *db, const AssaySupplierCharts *asked, GError **error);

G_END_DECLS
