/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the draft and its saving share. */

#pragma once

#include "ui/inspections/inspection-draft.h"

G_BEGIN_DECLS

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
  GPtrArray *stored_files;    /* of AssayDraftFile: those that were there at first, of any owner */

  AssayInspectionPlan plan;
  char *plan_problem;
  AssayInspectionCounts counts;
  AssayInspectionResult judged;
  AssayJudgement why;
  gboolean follows;
  gboolean deriving; /* the draft itself is writing */
};

G_END_DECLS
