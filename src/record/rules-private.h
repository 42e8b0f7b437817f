/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What rules of several types have in common. Private to the record layer. */

#pragma once

#include "record/rules.h"

G_BEGIN_DECLS

/* Adds a problem at @later when both dates are known and it lies before @earlier. */
void assay_rules_not_before (const AssayRecord *record,
                             AssayProblems *problems,
                             guint later,
                             guint earlier);
/* Adds a problem at @part when both numbers are known and it is larger than @whole. */
void
assay_rules_not_above (const AssayRecord *record, AssayProblems *problems, guint part, guint whole);

G_END_DECLS
