/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What chart-frame.c and chart-frame-actions.c share. */

#pragma once

#include "ui/chart/chart-frame.h"

G_BEGIN_DECLS

struct _AssayChartFrame
{
  AdwBin parent_instance;

  AssayScene *scene;
  AssayChartView *view;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkMenuButton *about;
  GtkWidget *explain; /* in its place where somebody explains more */
  gboolean is_explained;
  AdwWrapBox *controls; /* seen once there are any */
  GtkLabel *definition;
  GtkStack *stack;
  GtkScrolledWindow *table; /* empty until it is first shown */
  GSimpleActionGroup *actions;
  GCancellable *cancellable; /* of saving */
};

void assay_chart_frame_add_actions (AssayChartFrame *self);
void assay_chart_frame_tell (AssayChartFrame *self, const char *words);
void assay_chart_frame_print (AssayChartFrame *self);
void assay_chart_frame_update_actions (AssayChartFrame *self);
void assay_chart_frame_explain (AssayChartFrame *self);
GMenuModel *assay_chart_frame_make_menu (void);
void assay_chart_frame_show_table (AssayChartFrame *self, gboolean shown);

G_END_DECLS
