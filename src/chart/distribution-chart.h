/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How often each slip occurs: bars over days, with median, 85th and 95th percentile and the
 * promised day. */

#pragma once

#include "chart/scene.h"
#include "insight/series.h"

G_BEGIN_DECLS

AssayScene *assay_distribution_chart_new (const AssaySeries *series);

G_END_DECLS
