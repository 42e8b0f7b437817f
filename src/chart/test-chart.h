/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One test over rounds and suppliers: a row for each sample with its value, the spread of its
 * specimens and the limit. */

#pragma once

#include "chart/scene.h"
#include "insight/test-series.h"

G_BEGIN_DECLS

/* @series: NULL when nothing was tested yet. Copied. */
AssayScene *assay_test_chart_new (const AssayTestSeries *series);

G_END_DECLS
