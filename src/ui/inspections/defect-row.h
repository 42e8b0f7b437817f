/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A defect to be recorded: what it is, which units show it or how many, class, component, note,
 * photos. Keys 1, 2 and 3 set the class, + and - the count (with Control while typing); Enter goes
 * on to what comes next; photos are dropped or pasted on the row. Signals: "remove", "next" (Enter
 * in the last field), "create" (AssayDefectEntry *, const char *typed), "usual". */

#pragma once

#include <adwaita.h>

#include "ui/inspections/defect-entry.h"
#include "ui/inspections/file-strip.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_DEFECT_ROW (assay_defect_row_get_type ())
G_DECLARE_FINAL_TYPE (AssayDefectRow, assay_defect_row, ASSAY, DEFECT_ROW, GtkListBoxRow)

GtkWidget *assay_defect_row_new (AssayContext *context,
                                 AssayInspectionDraft *draft,
                                 AssayDraftDefect *defect,
                                 AssayDefectCatalogue *catalogue);
AssayDraftDefect *assay_defect_row_get_defect (AssayDefectRow *row);
AssayFileStrip *assay_defect_row_get_strip (AssayDefectRow *row);
AssayDefectEntry *assay_defect_row_get_entry (AssayDefectRow *row);
/* Puts the cursor where it is needed: into the count, or, FALSE, into the words. */
void assay_defect_row_focus (AssayDefectRow *row, gboolean count);
/* Puts the cursor where it can be put right. */
void assay_defect_row_focus_problem (AssayDefectRow *row);
GtkEditable *assay_defect_row_get_units (AssayDefectRow *row);
/* What stands below the row: an error or a warning; NULL when neither does. */
const char *assay_defect_row_get_message (AssayDefectRow *row);
/* Shows what is wrong even where nothing was typed yet. */
void assay_defect_row_show_problem (AssayDefectRow *row, gboolean always);

G_END_DECLS
