/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What chart-view.c and chart-view-input.c share. */

#pragma once

#include "chart/layout.h"
#include "chart/palette.h"
#include "ui/chart/chart-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _AssayChartView
{
  GtkWidget parent_instance;

  AssayScene *scene;
  AssayLayout *layout; /* at the present size, font and zoom; NULL when out of date */
  AssayPalette palette;
  GskRenderNode *picture; /* without focus and read-out; NULL when out of date */
  GSignalGroup *style;    /* of the display's AdwStyleManager */
  GtkWidget *menu;        /* popover, or NULL */

  guint mark;  /* of the keyboard */
  guint hover; /* of the pointer */
  gboolean zoomed;
  AssayScale view;
  AssayScale drag_view;
  double pinch_span;
  double pointer_x;
};

AssayLayout *assay_chart_view_ensure_layout (AssayChartView *self);
void assay_chart_view_set_hover (AssayChartView *self, guint mark);
void assay_chart_view_set_view (AssayChartView *self, AssayScale view);
void assay_chart_view_zoom_at (AssayChartView *self, double factor, double x);
gboolean assay_chart_view_activate (AssayChartView *self, guint mark);
void assay_chart_view_popup (AssayChartView *self, double x, double y);
void assay_chart_view_add_controllers (AssayChartView *self);
void assay_chart_view_add_bindings (GtkWidgetClass *klass);

G_END_DECLS
