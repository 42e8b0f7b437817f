/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A defect while the page is edited: its record and its photos. Main thread. Signals: "changed"
 * when either changed, by whatever hand; "judged" when what it is held against did. */

#pragma once

#include <gio/gio.h>

#include "insight/inspection-plan.h"
#include "record/record.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_DRAFT_DEFECT (assay_draft_defect_get_type ())
G_DECLARE_FINAL_TYPE (AssayDraftDefect, assay_draft_defect, ASSAY, DRAFT_DEFECT, GObject)

/* What an inspection says of all its defects; numbers that are unknown are 0. */
typedef struct
{
  gint64 inspected; /* units that were looked at */
  gint64 planned;   /* units that the plan asks for */
  gboolean by_units;
  gboolean two_samples;
} AssayDefectLimits;

/* @record is kept; one without an id is new. */
AssayDraftDefect *assay_draft_defect_new (AssayRecord *record);
AssayRecord *assay_draft_defect_get_record (AssayDraftDefect *defect);
/* GListStore of AssayDraftFile. */
GListStore *assay_draft_defect_get_files (AssayDraftDefect *defect);

AssayClass assay_draft_defect_get_class (AssayDraftDefect *defect);
void assay_draft_defect_set_class (AssayDraftDefect *defect, AssayClass defect_class);
void assay_draft_defect_set_count (AssayDraftDefect *defect, gint64 count);
/* Numbers of units as they are typed; the count follows them. */
void assay_draft_defect_set_units (AssayDraftDefect *defect, const char *units);
/* Its count is the number of the units it names. */
gboolean assay_draft_defect_count_follows (AssayDraftDefect *defect);
gboolean assay_draft_defect_is_second_sample (AssayDraftDefect *defect);
void assay_draft_defect_set_second_sample (AssayDraftDefect *defect, gboolean second);
void assay_draft_defect_set_limits (AssayDraftDefect *defect, const AssayDefectLimits *limits);
const AssayDefectLimits *assay_draft_defect_get_limits (AssayDraftDefect *defect);
/* 0: none. @usual_class nullable. */
void assay_draft_defect_set_defect_type (AssayDraftDefect *defect,
                                         gint64 id,
                                         const char *title,
                                         const char *usual_class);
void assay_draft_defect_set_text (AssayDraftDefect *defect, guint field, const char *text);

/* The record differs from what it was when it was made here. */
gboolean assay_draft_defect_is_changed (AssayDraftDefect *defect);
/* Nothing was said about it yet: it has no type, no words and no photo. */
gboolean assay_draft_defect_is_empty (AssayDraftDefect *defect);
/* What is wrong with it, in words, and at which field; NULL when nothing is. */
const char *assay_draft_defect_get_problem (AssayDraftDefect *defect, guint *field);
/* What looks wrong but may be right. */
const char *assay_draft_defect_get_warning (AssayDraftDefect *defect);

G_END_DECLS
