/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was spent and with whom, what could not be converted, what critical products depend on and
 * what the variance of suppliers costs. */

#pragma once

#include "ui/performance/performance-view.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_SPEND_VIEW (assay_spend_view_get_type ())
G_DECLARE_FINAL_TYPE (AssaySpendView, assay_spend_view, ASSAY, SPEND_VIEW, AssayPerformanceView)

G_END_DECLS
