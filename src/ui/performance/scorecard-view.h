/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The view of the performance page that grades suppliers by the scorecard in use. */

#pragma once

#include "ui/performance/performance-view.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_SCORECARD_VIEW (assay_scorecard_view_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayScorecardView, assay_scorecard_view, ASSAY, SCORECARD_VIEW, AssayPerformanceView)

G_END_DECLS
