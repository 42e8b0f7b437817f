/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record/problems.h"

struct _AssayProblems
{
  GArray *items; /* of AssayProblem */
};

static void
clear_problem (gpointer data)
{
  g_free (((AssayProblem *)data)->message);
}

AssayProblems *
assay_problems_new (void)
{
  AssayProblems *problems = g_new0 (AssayProblems, 1);

  problems->items = g_array_new (FALSE, FALSE, sizeof (AssayProblem));
  g_array_set_clear_func (problems->items, clear_problem);
  return problems;
}

void
assay_problems_free (AssayProblems *problems)
{
  if (problems == NULL)
    return;
  g_array_unref (problems->items);
  g_free (problems);
}

/**
 * assay_problems_add:
 * @problems: a list of problems
 * @field: the field to show it at, or -1 for the whole record
 * @format: a translated printf format
 * @...: its arguments
 */
void
assay_problems_add (AssayProblems *problems, int field, const char *format, ...)
{
  AssayProblem problem = { .field = field };
  va_list args;

  va_start (args, format);
  problem.message = g_strdup_vprintf (format, args);
  va_end (args);
  g_array_append_val (problems->items, problem);
}

guint
assay_problems_count (const AssayProblems *problems)
{
  return problems->items->len;
}

const AssayProblem *
assay_problems_get (const AssayProblems *problems, guint index)
{
  g_return_val_if_fail (index < problems->items->len, NULL);

  return &g_array_index (problems->items, AssayProblem, index);
}

/**
 * assay_problems_for_field:
 * @problems: a list of problems
 * @field: a field, or -1 for the whole record
 *
 * Returns: (nullable): the first message for @field
 */
const char *
assay_problems_for_field (const AssayProblems *problems, int field)
{
  for (guint i = 0; i < problems->items->len; i++)
    {
      const AssayProblem *problem = &g_array_index (problems->items, AssayProblem, i);

      if (problem->field == field)
        return problem->message;
    }
  return NULL;
}
