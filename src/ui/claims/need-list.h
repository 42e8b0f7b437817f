/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a kind of claim needs, in order: rows that are opened, moved and deleted. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_NEED_LIST (assay_need_list_get_type ())
G_DECLARE_FINAL_TYPE (AssayNeedList, assay_need_list, ASSAY, NEED_LIST, GtkWidget)

AssayNeedList *assay_need_list_new (AssayContext *context);
/* GPtrArray of AssayRecord in order. */
void assay_need_list_set_needs (AssayNeedList *list, GPtrArray *needs);
guint assay_need_list_get_n_needs (AssayNeedList *list);
/* Moves one and puts the order into the book. */
void assay_need_list_move (AssayNeedList *list, guint from, guint to);

G_END_DECLS
