/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the draft and its saving share. */

#pragma once

#include "ui/inspections/inspection-draft.h"

G_BEGIN_DECLS

/* What a checklist replaced, to put it back. */
typedef struct _AssayChecksBefore AssayChecksBefore;
/* Draws the conclusions from what was written into the record, and says that it changed. */
void assay_inspection_draft_think (AssayInspectionDraft *draft);
void assay_inspection_draft_follow_severity (AssayInspectionDraft *draft);

struct _AssayInspectionDraft
{
  GObject parent_instance;

  AssayRecord *record;
  AssayRecord *original;
  AssayRecord *line;
  GListStore *defects;
  GListStore *files;
  GPtrArray *reinspections;
  GPtrArray *chain;
  GPtrArray *removed_defects; /* of AssayDraftDefect */
  GPtrArray *removals;        /* what can be put back, last removed last */
  GListStore *checks;         /* of AssayDraftCheckpoint */
  GPtrArray *first_checks;    /* those that were there at first: in the book, or proposed */
  GPtrArray *stored_files;    /* of AssayDraftFile: those that were there at first, of any owner */

  AssayInspectionPlan plan;
  char *plan_problem;
  AssayInspectionCounts counts;
  AssayPlanProposal *proposal; /* nullable */
  AssaySeverityChoice choice;  /* how the record's severities stand to it */
  AssayInspectionResult judged;
  AssayJudgement why;
  AssayChecks checks_sum;
  char *check_problem;
  gboolean follows;
  gboolean deriving; /* the draft itself is writing */
};

/* inspection-draft.c */
/* Something was said of the defect, or the book has it. */
gboolean assay_inspection_draft_says (AssayDraftDefect *defect);
void assay_inspection_draft_note_replaced (AssayInspectionDraft *draft, AssayChecksBefore *before);

/* inspection-draft-checks.c */
void assay_inspection_draft_fill_checks (AssayInspectionDraft *draft,
                                         AssayLoadedInspection *loaded);
void assay_inspection_draft_derive_checks (AssayInspectionDraft *draft);
void assay_inspection_draft_restore_checks (AssayInspectionDraft *draft, AssayChecksBefore *before);
void assay_checks_before_free (AssayChecksBefore *before);

G_END_DECLS
