/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The items of a checklist in their order, under the headings of their sections. Enter edits one,
 * Alt+Up and Alt+Down or dragging moves it, Delete deletes it. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_ITEM_LIST (assay_item_list_get_type ())
G_DECLARE_FINAL_TYPE (AssayItemList, assay_item_list, ASSAY, ITEM_LIST, GtkWidget)

AssayItemList *assay_item_list_new (AssayContext *context);
/* GPtrArray of AssayRecord in order; the cursor stays at the item that has it. */
void assay_item_list_set_items (AssayItemList *list, GPtrArray *items);
guint assay_item_list_get_n_items (AssayItemList *list);
AssayRecord *assay_item_list_get_item (AssayItemList *list, guint index);
/* Moves an item to the place of another. */
void assay_item_list_move (AssayItemList *list, guint from, guint to);

G_END_DECLS
