/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a defect may be, in a popover below the entry it is typed into: types that answer the words,
 * or, before anything is typed, those that are usual here and the categories to walk through. The
 * focus stays in the entry, which walks it. Signals: "picked" (AssayRecord *type), "describe",
 * "create", "usual" (the starting set was asked for). */

#pragma once

#include <gtk/gtk.h>

#include "insight/defect-catalogue.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_DEFECT_MENU (assay_defect_menu_get_type ())
G_DECLARE_FINAL_TYPE (AssayDefectMenu, assay_defect_menu, ASSAY, DEFECT_MENU, GtkPopover)

AssayDefectMenu *assay_defect_menu_new (AssayDefectCatalogue *catalogue);
/* @typed: empty for what is usual and the categories. */
void assay_defect_menu_fill (AssayDefectMenu *menu, const char *typed);
void assay_defect_menu_walk (AssayDefectMenu *menu, int step);
/* Takes the line that was walked to; FALSE when there is none. */
gboolean assay_defect_menu_take (AssayDefectMenu *menu);
/* Into the group that was walked to, or out of the one that is open; FALSE where there is none. */
gboolean assay_defect_menu_enter (AssayDefectMenu *menu);
gboolean assay_defect_menu_leave (AssayDefectMenu *menu);
/* The line that was walked to, in words; NULL when none was. */
char *assay_defect_menu_dup_words (AssayDefectMenu *menu);
/* Defect types among the lines. */
guint assay_defect_menu_get_n_types (AssayDefectMenu *menu);

G_END_DECLS
