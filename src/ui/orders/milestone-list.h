/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The milestones of an order, a row each: what it is, how much, when, whether it waits for
 * inspections and for what; done by one click, changed by activating it. Main thread. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_MILESTONE_LIST (assay_milestone_list_get_type ())
G_DECLARE_FINAL_TYPE (AssayMilestoneList, assay_milestone_list, ASSAY, MILESTONE_LIST, GtkWidget)

AssayMilestoneList *assay_milestone_list_new (AssayContext *context);
/* @milestones: of AssayRecord; @missing: what has not passed inspection, in words, nullable. */
void
assay_milestone_list_show (AssayMilestoneList *list, GPtrArray *milestones, const char *missing);

G_END_DECLS
