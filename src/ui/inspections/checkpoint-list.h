/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The checks of an inspection, a row each under the headings of their sections, and below them what
 * adds more: a checklist, or one check. A new inspection follows its product and kind to the
 * checklist that fits, until somebody answers. Signal "record-defect" (AssayDraftCheckpoint *).
 * Main thread. */

#pragma once

#include <adwaita.h>

#include "ui/inspections/checkpoint-row.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_CHECKPOINT_LIST (assay_checkpoint_list_get_type ())
G_DECLARE_FINAL_TYPE (AssayCheckpointList, assay_checkpoint_list, ASSAY, CHECKPOINT_LIST, GtkWidget)

AssayCheckpointList *assay_checkpoint_list_new (AssayContext *context, AssayInspectionDraft *draft);
AssayCheckpointRow *assay_checkpoint_list_get_row (AssayCheckpointList *list, guint index);
AssayCheckpointRow *assay_checkpoint_list_find_row (AssayCheckpointList *list,
                                                    AssayDraftCheckpoint *check);
/* The row that has the focus; NULL when none has. */
AssayCheckpointRow *assay_checkpoint_list_get_focused (AssayCheckpointList *list);
gboolean assay_checkpoint_list_is_reading (AssayCheckpointList *list);
/* Takes the items of a checklist of the book. */
void
assay_checkpoint_list_take (AssayCheckpointList *list, gint64 checklist, AssayTakeChecklist how);
/* Asks for a checklist; asks for a check of its own. */
void assay_checkpoint_list_choose (AssayCheckpointList *list);
void assay_checkpoint_list_add (AssayCheckpointList *list);

G_END_DECLS
