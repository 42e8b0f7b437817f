/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An inspection while its page is edited: the record, its defects, photos and files, and what
 * follows from them: plan, counts, proposed result. Nothing reaches the book before it is saved, as
 * one change. Main thread. Signal "changed" after every edit, once it has been thought through. */

#pragma once

#include "insight/plan-proposal.h"
#include "store/book.h"
#include "ui/inspections/draft-checkpoint.h"
#include "ui/inspections/draft-defect.h"
#include "ui/inspections/draft-file.h"
#include "ui/inspections/inspection-load.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_INSPECTION_DRAFT (assay_inspection_draft_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayInspectionDraft, assay_inspection_draft, ASSAY, INSPECTION_DRAFT, GObject)

/* What becomes of the checks that there are when a checklist is taken. */
typedef enum
{
  ASSAY_TAKE_ADD,
  ASSAY_TAKE_REPLACE,
  ASSAY_TAKE_PROPOSED, /* replaces what was proposed; no edit of a person */
} AssayTakeChecklist;

AssayInspectionDraft *assay_inspection_draft_new (AssayLoadedInspection *loaded);

/* Edited in place by the rows of the page; each value set is an edit. */
AssayRecord *assay_inspection_draft_get_record (AssayInspectionDraft *draft);
/* As the book holds it. */
AssayRecord *assay_inspection_draft_get_original (AssayInspectionDraft *draft);
gboolean assay_inspection_draft_is_new (AssayInspectionDraft *draft);
gboolean assay_inspection_draft_is_dirty (AssayInspectionDraft *draft);
/* Nullable. */
AssayRecord *assay_inspection_draft_get_line (AssayInspectionDraft *draft);
/* The order line that was chosen: supplier, product and an unknown lot size follow it. */
void assay_inspection_draft_set_line (AssayInspectionDraft *draft, AssayRecord *line);
/* Of AssayRecord: inspections that repeat this one. */
GPtrArray *assay_inspection_draft_get_reinspections (AssayInspectionDraft *draft);
/* Of AssayRecord: all inspections of this lot, the first one first, as the book has them; a new one
 * is not among them. */
GPtrArray *assay_inspection_draft_get_chain (AssayInspectionDraft *draft);

/* GListStore of AssayDraftDefect and of AssayDraftFile. */
GListStore *assay_inspection_draft_get_defects (AssayInspectionDraft *draft);
GListStore *assay_inspection_draft_get_files (AssayInspectionDraft *draft);
AssayDraftDefect *assay_inspection_draft_add_defect (AssayInspectionDraft *draft);
void assay_inspection_draft_remove_defect (AssayInspectionDraft *draft, AssayDraftDefect *defect);
/* The checkpoints: GListStore of AssayDraftCheckpoint. */
GListStore *assay_inspection_draft_get_checks (AssayInspectionDraft *draft);
/* All of them together. */
const AssayChecks *assay_inspection_draft_get_checks_sum (AssayInspectionDraft *draft);
/* What they have to do with the result, in words; NULL when they do not hold it up. */
char *assay_inspection_draft_dup_checks_words (AssayInspectionDraft *draft);
gboolean assay_inspection_draft_checks_are_dirty (AssayInspectionDraft *draft);
AssayDraftCheckpoint *assay_inspection_draft_add_check (AssayInspectionDraft *draft,
                                                        AssayRecord *record);
void assay_inspection_draft_remove_check (AssayInspectionDraft *draft, AssayDraftCheckpoint *check);
/* Takes a copy of a checklist's items; @checklist NULL, without items: of none. */
void assay_inspection_draft_take_checklist (AssayInspectionDraft *draft,
                                            AssayRecord *checklist,
                                            GPtrArray *items,
                                            AssayRecord *product,
                                            AssayTakeChecklist how);
/* What is wrong with the first check that is not right, and which it is. */
const char *assay_inspection_draft_check_checks (AssayInspectionDraft *draft,
                                                 AssayDraftCheckpoint **check);

/* Out of the draft's own files, of a defect's or a checkpoint's. */
void assay_inspection_draft_remove_file (AssayInspectionDraft *draft,
                                         GListStore *files,
                                         AssayDraftFile *file);
/* Takes back the last removal; FALSE when there is none. Signal "removed" (GObject *item) says
 * when there is one to take back. */
gboolean assay_inspection_draft_restore (AssayInspectionDraft *draft);

/* What follows. */
const AssayInspectionPlan *assay_inspection_draft_get_plan (AssayInspectionDraft *draft);
/* Why there is no plan, in words; NULL when there is one or an input is missing. */
const char *assay_inspection_draft_get_plan_problem (AssayInspectionDraft *draft);
/* The plan of an inspection that has results is no longer the one they were found under. */
gboolean assay_inspection_draft_plan_moved (AssayInspectionDraft *draft);
/* What the book proposes as a plan, NULL when it was not read. */
const AssayPlanProposal *assay_inspection_draft_get_proposal (AssayInspectionDraft *draft);
void assay_inspection_draft_set_proposal (AssayInspectionDraft *draft, AssayPlanProposal *proposal);
/* Fills the plan in from a profile (nullable). */
void assay_inspection_draft_set_profile (AssayInspectionDraft *draft, AssayRecord *profile);
/* Reduced inspection for the classes that it is offered for. */
void assay_inspection_draft_take_reduced (AssayInspectionDraft *draft);
/* Puts the inputs of the plan back to what the book holds. */
void assay_inspection_draft_restore_plan (AssayInspectionDraft *draft);
const AssayInspectionCounts *assay_inspection_draft_get_counts (AssayInspectionDraft *draft);
/* Without defects one by one the counts are typed. */
gboolean assay_inspection_draft_counts_are_typed (AssayInspectionDraft *draft);
void assay_inspection_draft_set_count (AssayInspectionDraft *draft, AssayClass i, gint64 found);
AssayInspectionResult assay_inspection_draft_judge (AssayInspectionDraft *draft,
                                                    AssayJudgement *why);
/* The result in the record is the one that follows from the counts. */
gboolean assay_inspection_draft_result_follows (AssayInspectionDraft *draft);
/* The result goes on following the counts. */
gboolean assay_inspection_draft_is_following (AssayInspectionDraft *draft);
void assay_inspection_draft_follow_result (AssayInspectionDraft *draft);
/* NULL: the inspector's own result is taken back. */
void assay_inspection_draft_set_result (AssayInspectionDraft *draft, const char *result);

/* What is wrong with the defects: a message for the first, and which it is. */
const char *assay_inspection_draft_check_defects (AssayInspectionDraft *draft,
                                                  AssayDraftDefect **defect);

/* Writes everything as one change that can be undone. Defects of which nothing was said are left
 * out. The draft stays as it is; the page reads the inspection anew when it is done. */
void assay_inspection_draft_save_async (AssayInspectionDraft *draft,
                                        AssayBook *book,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* The inspection's id, 0 on failure. */
gint64 assay_inspection_draft_save_finish (AssayInspectionDraft *draft,
                                           GAsyncResult *result,
                                           GError **error);

G_END_DECLS
