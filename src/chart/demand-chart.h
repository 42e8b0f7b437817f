/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was asked for of a product in each month, and the mean that planning goes by. */

#pragma once

#include "chart/scene.h"
#include "insight/reorder.h"

G_BEGIN_DECLS

AssayScene *assay_demand_chart_new (const AssayReorder *reorder);

G_END_DECLS
