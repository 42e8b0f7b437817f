/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows a scene: lays it out to its width, paints it, tells about the mark under the pointer or the
 * keyboard, zooms along the x axis, and opens the rows behind a mark.
 *
 * Keys: arrows, Home and End walk the marks, Enter opens what is behind one, plus, minus and 0
 * zoom, Escape leaves the mark. Signal "rows-activated" carries a GArray of gint64 ids. */

#pragma once

#include "chart/scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ASSAY_TYPE_CHART_VIEW (assay_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (AssayChartView, assay_chart_view, ASSAY, CHART_VIEW, GtkWidget)

GtkWidget *assay_chart_view_new (void);
void assay_chart_view_set_scene (AssayChartView *self, AssayScene *scene);
guint assay_chart_view_get_mark (AssayChartView *self);
void assay_chart_view_set_mark (AssayChartView *self, guint mark);
void assay_chart_view_set_menu (AssayChartView *self, GMenuModel *menu);
gboolean assay_chart_view_can_zoom (AssayChartView *self);
gboolean assay_chart_view_is_zoomed (AssayChartView *self);
void assay_chart_view_zoom (AssayChartView *self, double factor);
void assay_chart_view_reset_zoom (AssayChartView *self);
void assay_chart_announce (GtkWidget *widget, const char *words);

G_END_DECLS
