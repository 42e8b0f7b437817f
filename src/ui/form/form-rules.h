/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules of a form that need other records of the book: what may stand in one record only, and why a
 * promised date moved; and which fields a record has a use for. Short reads on the main thread's
 * connection. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

void assay_form_rules_check (AssayDb *db, AssayRecord *record, AssayProblems *problems);
void assay_form_rules_remark (AssayDb *db, AssayRecord *record, AssayProblems *remarks);
/* A field was typed that another follows from: proposes that one, unless somebody gave it another
 * value than what followed @before. Returns the field that has a new value, -1 when none has. */
int assay_form_rules_follow (AssayDb *db, AssayRecord *before, AssayRecord *record, guint field);

/* Whether the form has a use for the field, as the record is now: an item shows what belongs to its
 * kind of answer. */
gboolean assay_form_rules_shows (const AssayRecord *record, guint field);
/* What the field is called there; NULL: as the catalogue calls it. */
const char *assay_form_rules_title (const AssayRecord *record, guint field);

G_END_DECLS
