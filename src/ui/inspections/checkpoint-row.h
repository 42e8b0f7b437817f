/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A check of an inspection: what is asked for, the control that answers it, the result that
 * follows, a note, photos. Keys on the row: Y, N, X. Signals: "remove", "edit", "next" (Enter: to
 * the next check) and "record-defect" of a failed one. Main thread. */

#pragma once

#include <adwaita.h>

#include "ui/inspections/check-answer.h"
#include "ui/inspections/file-strip.h"
#include "ui/inspections/readings-strip.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_CHECKPOINT_ROW (assay_checkpoint_row_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayCheckpointRow, assay_checkpoint_row, ASSAY, CHECKPOINT_ROW, GtkListBoxRow)

GtkWidget *assay_checkpoint_row_new (AssayContext *context,
                                     AssayInspectionDraft *draft,
                                     AssayDraftCheckpoint *check);
AssayDraftCheckpoint *assay_checkpoint_row_get_check (AssayCheckpointRow *row);
AssayFileStrip *assay_checkpoint_row_get_strip (AssayCheckpointRow *row);
AssayCheckAnswer *assay_checkpoint_row_get_answer (AssayCheckpointRow *row);
AssayReadingsStrip *assay_checkpoint_row_get_readings (AssayCheckpointRow *row);
/* Puts the cursor where it is answered. */
void assay_checkpoint_row_focus (AssayCheckpointRow *row);

G_END_DECLS
