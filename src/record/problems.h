/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong with a record, field by field, in words for the person who typed it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int field;     /* the field to show it at, -1 for the record as a whole */
  char *message; /* translated */
} AssayProblem;

typedef struct _AssayProblems AssayProblems;

AssayProblems *assay_problems_new (void);
void assay_problems_free (AssayProblems *problems);
void assay_problems_add (AssayProblems *problems, int field, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
guint assay_problems_count (const AssayProblems *problems);
const AssayProblem *assay_problems_get (const AssayProblems *problems, guint index);
const char *assay_problems_for_field (const AssayProblems *problems, int field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayProblems, assay_problems_free)

G_END_DECLS
