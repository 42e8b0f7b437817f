/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lead-time variance as a process-behaviour chart (XmR): slip of each delivery in order, with the
 * limits its own noise sets, above the steps from one delivery to the next. */

#pragma once

#include "chart/control-options.h"
#include "insight/series.h"

G_BEGIN_DECLS

AssayScene *assay_xmr_chart_new (const AssaySeries *series, const AssayControlOptions *options);

G_END_DECLS
