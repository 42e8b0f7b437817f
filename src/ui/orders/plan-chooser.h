/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Giving an order the milestones of a plan. Main thread. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* Asks which plan, and says what is replaced: @n_open milestones that are not done. */
void assay_plan_chooser_ask (
    AssayContext *context, AssayRecord *order, guint n_open, guint n_done, GtkWidget *parent);
/* A new order begins with the plan that it names, else with its supplier's; a toast offers to undo
 * that. Nothing without a plan. */
void assay_plan_chooser_propose (AssayContext *context, gint64 order);

G_END_DECLS
