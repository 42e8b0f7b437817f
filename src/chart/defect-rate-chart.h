/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Defective rate over time as a p chart, with limits that fit each lot's size. */

#pragma once

#include "chart/scene.h"
#include "insight/series.h"

G_BEGIN_DECLS

AssayScene *assay_defect_rate_chart_new (const AssaySeries *series);

G_END_DECLS
