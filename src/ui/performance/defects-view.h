/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What inspections found: defective units and accepted lots of each supplier, and the charts of the
 * same inspections. */

#pragma once

#include "ui/performance/performance-view.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_DEFECTS_VIEW (assay_defects_view_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayDefectsView, assay_defects_view, ASSAY, DEFECTS_VIEW, AssayPerformanceView)

G_END_DECLS
