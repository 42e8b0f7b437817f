/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart as pages use it: title, how it is computed, menu, and the chart or its table. Actions
 * "chart.explain", "chart.save", "chart.copy", "chart.table", "chart.zoom-in", "chart.zoom-out" and
 * "chart.zoom-reset" hold within it. Signal "rows-activated" carries a GArray of gint64 ids of the
 * rows behind what was opened. */

#pragma once

#include "ui/chart/chart-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ASSAY_TYPE_CHART_FRAME (assay_chart_frame_get_type ())
G_DECLARE_FINAL_TYPE (AssayChartFrame, assay_chart_frame, ASSAY, CHART_FRAME, AdwBin)

GtkWidget *assay_chart_frame_new (void);
void assay_chart_frame_set_scene (AssayChartFrame *self, AssayScene *scene);
/* Something above the chart that says how it is made. */
void assay_chart_frame_add_control (AssayChartFrame *self, GtkWidget *control);
/* Signal "explain" is listened to: it asks how what is shown was computed. */
void assay_chart_frame_set_explained (AssayChartFrame *self);
AssayScene *assay_chart_frame_get_scene (AssayChartFrame *self);
AssayChartView *assay_chart_frame_get_view (AssayChartFrame *self);

G_END_DECLS
