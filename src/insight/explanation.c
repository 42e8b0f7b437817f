/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight/explanation.h"

static void
free_exclusion (gpointer data)
{
  AssayExclusion *exclusion = data;

  g_free (exclusion->reason);
  g_array_unref (exclusion->ids);
  g_free (exclusion);
}

/**
 * assay_explanation_new:
 * @type: what its rows are
 *
 * Returns: (transfer full): an explanation without rows, to be filled in
 */
AssayExplanation *
assay_explanation_new (AssayType type)
{
  AssayExplanation *explanation = g_new0 (AssayExplanation, 1);

  explanation->type = type;
  explanation->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  explanation->excluded = g_ptr_array_new_with_free_func (free_exclusion);
  return explanation;
}

/**
 * assay_explanation_exclude:
 * @explanation: an explanation
 * @reason: why the row is left out, translated
 * @id: the row
 *
 * Adds a row that is not in the figure to those that are left out for the same reason.
 */
void
assay_explanation_exclude (AssayExplanation *explanation, const char *reason, gint64 id)
{
  AssayExclusion *exclusion;

  for (guint i = 0; i < explanation->excluded->len; i++)
    {
      exclusion = g_ptr_array_index (explanation->excluded, i);
      if (g_str_equal (exclusion->reason, reason))
        {
          g_array_append_val (exclusion->ids, id);
          return;
        }
    }
  exclusion = g_new0 (AssayExclusion, 1);
  exclusion->reason = g_strdup (reason);
  exclusion->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (exclusion->ids, id);
  g_ptr_array_add (explanation->excluded, exclusion);
}

void
assay_explanation_free (AssayExplanation *explanation)
{
  g_free (explanation->title);
  g_free (explanation->value);
  g_free (explanation->definition);
  g_free (explanation->formula);
  g_free (explanation->period);
  g_array_unref (explanation->ids);
  g_ptr_array_unref (explanation->excluded);
  g_free (explanation);
}
