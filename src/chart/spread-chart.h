/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Spread of slip by supplier: a box and every delivery as a point, the most varying on top. */

#pragma once

#include "chart/scene.h"
#include "insight/series.h"

G_BEGIN_DECLS

AssayScene *assay_spread_chart_new (const GPtrArray *groups);

G_END_DECLS
