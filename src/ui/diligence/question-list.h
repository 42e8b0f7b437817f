/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The items of a due diligence list in their order. Enter edits one, Alt+Up and Alt+Down or
 * dragging moves it, Delete deletes it. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_QUESTION_LIST (assay_question_list_get_type ())
G_DECLARE_FINAL_TYPE (AssayQuestionList, assay_question_list, ASSAY, QUESTION_LIST, GtkWidget)

AssayQuestionList *assay_question_list_new (AssayContext *context);
/* GPtrArray of AssayRecord in order; the cursor stays at the item that has it. */
void assay_question_list_set_items (AssayQuestionList *list, GPtrArray *items);
guint assay_question_list_get_n_items (AssayQuestionList *list);
AssayRecord *assay_question_list_get_item (AssayQuestionList *list, guint index);
/* Moves a item to the place of another. */
void assay_question_list_move (AssayQuestionList *list, guint from, guint to);

G_END_DECLS
