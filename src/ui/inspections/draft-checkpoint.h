/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A checkpoint while the page is edited: its record, its photos and what its answer means. Each
 * setter judges anew and writes the result into the record. Main thread. Signal "changed" when any
 * of it changed, by whatever hand. */

#pragma once

#include <gio/gio.h>

#include "insight/checklist.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_DRAFT_CHECKPOINT (assay_draft_checkpoint_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayDraftCheckpoint, assay_draft_checkpoint, ASSAY, DRAFT_CHECKPOINT, GObject)

/* @record is kept; one without an id is new. */
AssayDraftCheckpoint *assay_draft_checkpoint_new (AssayRecord *record);
AssayRecord *assay_draft_checkpoint_get_record (AssayDraftCheckpoint *check);
/* GListStore of AssayDraftFile. */
GListStore *assay_draft_checkpoint_get_files (AssayDraftCheckpoint *check);
const AssayCheckJudgement *assay_draft_checkpoint_get_judgement (AssayDraftCheckpoint *check);

/* NULL or empty: not answered. */
void assay_draft_checkpoint_set_answer (AssayDraftCheckpoint *check, const char *answer);
/* What was typed is kept as it is until it can be read; then it is stored as readings are. */
void assay_draft_checkpoint_set_readings (AssayDraftCheckpoint *check, const char *typed);
/* -1: not said. */
void assay_draft_checkpoint_set_failed (AssayDraftCheckpoint *check, gint64 failed);
/* Takes an answer that there was away. */
void assay_draft_checkpoint_set_not_applicable (AssayDraftCheckpoint *check, gboolean off);
void assay_draft_checkpoint_set_note (AssayDraftCheckpoint *check, const char *note);
/* What is asked for is that of @from; the answer is judged anew. */
void assay_draft_checkpoint_set_requirement (AssayDraftCheckpoint *check, const AssayRecord *from);

/* The record differs from what it was when it was made here. */
gboolean assay_draft_checkpoint_is_edited (AssayDraftCheckpoint *check);
/* Nothing was answered, noted or photographed. */
gboolean assay_draft_checkpoint_is_untouched (AssayDraftCheckpoint *check);
/* What is wrong with what was typed, in words; NULL when nothing is. Valid until the next change.
 */
const char *assay_draft_checkpoint_get_problem (AssayDraftCheckpoint *check);

G_END_DECLS
