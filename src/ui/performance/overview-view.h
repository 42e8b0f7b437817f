/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All suppliers beside each other: in one picture, month by month, and each in a panel of its own.
 * The first thing to see of their performance. */

#pragma once

#include "ui/performance/performance-view.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_OVERVIEW_VIEW (assay_overview_view_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayOverviewView, assay_overview_view, ASSAY, OVERVIEW_VIEW, AssayPerformanceView)

G_END_DECLS
