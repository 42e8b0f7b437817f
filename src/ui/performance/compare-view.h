/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two periods, several suppliers, or what suppliers claim beside what was measured: a table that
 * says what can be told from chance, and a chart of one figure with its intervals. */

#pragma once

#include "ui/performance/performance-view.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_COMPARE_VIEW (assay_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayCompareView, assay_compare_view, ASSAY, COMPARE_VIEW, AssayPerformanceView)

G_END_DECLS
