/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A defect while the page is edited: its record and its photos. Main thread. Signal "changed" when
 * either changed, by whatever hand. */

#pragma once

#include <gio/gio.h>

#include "insight/inspection-plan.h"
#include "record/record.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_DRAFT_DEFECT (assay_draft_defect_get_type ())
G_DECLARE_FINAL_TYPE (AssayDraftDefect, assay_draft_defect, ASSAY, DRAFT_DEFECT, GObject)

/* @record is kept; one without an id is new. */
AssayDraftDefect *assay_draft_defect_new (AssayRecord *record);
AssayRecord *assay_draft_defect_get_record (AssayDraftDefect *defect);
/* GListStore of AssayDraftFile. */
GListStore *assay_draft_defect_get_files (AssayDraftDefect *defect);

AssayClass assay_draft_defect_get_class (AssayDraftDefect *defect);
void assay_draft_defect_set_class (AssayDraftDefect *defect, AssayClass defect_class);
void assay_draft_defect_set_count (AssayDraftDefect *defect, gint64 count);
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
/* What is wrong with it, in words; NULL when nothing is. Valid until the next call. */
const char *assay_draft_defect_get_problem (AssayDraftDefect *defect);

G_END_DECLS
