/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The criteria of a scorecard by area, each with its weight to be turned. A weight that is turned
 * is told at once and saved a moment later, as a change that can be undone. Main thread. */

#pragma once

#include "ui/context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ASSAY_TYPE_CRITERIA_LIST (assay_criteria_list_get_type ())
G_DECLARE_FINAL_TYPE (AssayCriteriaList, assay_criteria_list, ASSAY, CRITERIA_LIST, GtkWidget)

AssayCriteriaList *assay_criteria_list_new (AssayContext *context);
/* AssayRecord, in their order. */
void assay_criteria_list_set (AssayCriteriaList *list, GPtrArray *criteria);
/* As they stand on the screen: AssayRecord, borrowed. */
GPtrArray *assay_criteria_list_get (AssayCriteriaList *list);
/* What the weight of row @index is turned to; for tests. */
GtkWidget *assay_criteria_list_get_row (AssayCriteriaList *list, guint index);
/* Saves what was turned and not saved yet. */
void assay_criteria_list_flush (AssayCriteriaList *list);
/* Signal "changed": a weight was turned. */

G_END_DECLS
