/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart on a page whose points stand for rows of the book: a point opens its rows, the button
 * with an "i" says how the chart was computed and of which rows. */

#pragma once

#include "ui/chart/chart-frame.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* @type: of the rows behind the points. */
AssayChartFrame *assay_rows_chart_new (AssayContext *context, AssayType type, int height);
/* Of what its points are rows from now on. */
void assay_rows_chart_set_type (AssayChartFrame *chart, AssayType type);

G_END_DECLS
