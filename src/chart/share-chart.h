/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has what share of spend: stacked for each month or quarter with the concentration index
 * below it, and one bar for each critical product. Each share is told by its colour and by the
 * number in it, which the legend repeats. */

#pragma once

#include "chart/scene.h"
#include "insight/spend.h"

G_BEGIN_DECLS

/* So many colours there are: with more groups the last band is all others. */
#define ASSAY_SHARE_CHART_BANDS 6

/* Both take the answer over. */
AssayScene *assay_share_chart_new (AssaySpendOverTime *series);
AssayScene *assay_critical_chart_new (AssayCriticalSpend *critical);

G_END_DECLS
