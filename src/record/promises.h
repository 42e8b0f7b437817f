/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules of promises beside each other: the first one of a line stays the first, and a date that
 * moves has a reason. They are the same for the window, which asks before it saves, and for the
 * import, which keeps what a file says and notes it. */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

/* Promises in the order in which they were given: by day, those without one first, among equals as
 * they were entered (a new one, without id, last). */
int assay_promise_compare (const AssayRecord *a, const AssayRecord *b);
void assay_check_promise_in_line (const AssayRecord *promise,
                                  GPtrArray *others,
                                  AssayProblems *problems);
void
assay_remark_promise (const AssayRecord *promise, const AssayRecord *line, AssayProblems *remarks);
void assay_remark_delivery (const AssayRecord *delivery,
                            const AssayRecord *line,
                            AssayProblems *remarks);

G_END_DECLS
