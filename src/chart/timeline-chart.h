/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An order in time: a row for the order, one for each line and for each of several deliveries, in
 * which thin bars are planned and solid ones happened; promises, inspections and milestones as
 * marks; days without work behind them, and today. */

#pragma once

#include "chart/scene.h"
#include "insight/order-timeline.h"

G_BEGIN_DECLS

AssayScene *assay_timeline_chart_new (AssayOrderTimeline *timeline);
AssayType assay_timeline_chart_mark_type (const AssayScene *scene, gint64 id);

G_END_DECLS
