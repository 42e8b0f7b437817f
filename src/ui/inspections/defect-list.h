/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The defects of an inspection: a row each, and below them the place where one is added by button
 * or by a photo that is dropped or pasted. Main thread. */

#pragma once

#include <adwaita.h>

#include "ui/inspections/defect-row.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_DEFECT_LIST (assay_defect_list_get_type ())
G_DECLARE_FINAL_TYPE (AssayDefectList, assay_defect_list, ASSAY, DEFECT_LIST, GtkWidget)

/* @catalogue: is kept in step with the book and with what is inspected. */
AssayDefectList *assay_defect_list_new (AssayContext *context,
                                        AssayInspectionDraft *draft,
                                        AssayDefectCatalogue *catalogue);
/* Adds a defect and puts the cursor into it. */
AssayDefectRow *assay_defect_list_add (AssayDefectList *list);
/* As when a photo is dropped beside the rows: a new defect with the cursor in its count. */
gboolean assay_defect_list_add_value (AssayDefectList *list, const GValue *value);
/* The row that has the focus; NULL when none has. */
AssayDefectRow *assay_defect_list_get_focused (AssayDefectList *list);
AssayDefectRow *assay_defect_list_get_row (AssayDefectList *list, guint index);
AssayDefectRow *assay_defect_list_find_row (AssayDefectList *list, AssayDraftDefect *defect);
gboolean assay_defect_list_is_reading (AssayDefectList *list);

G_END_DECLS
