/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A promise that is kept gets another date: was it mistyped, or has it moved? A date that moved is
 * a new promise beside the old one. Main thread. */

#pragma once

#include <adwaita.h>

#include "record/record.h"

G_BEGIN_DECLS

/* The question, whose response is "correct", "moved" or "cancel"; NULL when there is nothing to
 * ask. */
AdwDialog *assay_promise_question_new (const AssayRecord *record, const AssayRecord *original);
/* Says in the notes what the date was before it was corrected. */
void assay_promise_correct (AssayRecord *record, const AssayRecord *original);
/* The promise of the new date, given today. */
AssayRecord *
assay_promise_new_moved (const AssayRecord *record, const AssayRecord *original, gint32 today);

G_END_DECLS
