/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules of a form that need other records of the book: what may stand in one record only, and why a
 * promised date moved. Short reads on the main thread's connection. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

void assay_form_rules_check (AssayDb *db, AssayRecord *record, AssayProblems *problems);

G_END_DECLS
