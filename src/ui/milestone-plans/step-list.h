/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of a milestone plan in their order. Enter edits one, Alt+Up and Alt+Down or dragging
 * moves it, Delete deletes it. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_STEP_LIST (assay_step_list_get_type ())
G_DECLARE_FINAL_TYPE (AssayStepList, assay_step_list, ASSAY, STEP_LIST, GtkWidget)

AssayStepList *assay_step_list_new (AssayContext *context);
/* GPtrArray of AssayRecord in order; the cursor stays at the step that has it. */
void assay_step_list_set_steps (AssayStepList *list, GPtrArray *steps);
guint assay_step_list_get_n_steps (AssayStepList *list);
AssayRecord *assay_step_list_get_step (AssayStepList *list, guint index);
/* Moves a step to the place of another. */
void assay_step_list_move (AssayStepList *list, guint from, guint to);

G_END_DECLS
