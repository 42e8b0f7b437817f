/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An explanation as plain text: for the clipboard and the terminal. */

#include "assay-config.h"

#include "insight/explanation.h"

#include <glib/gi18n-lib.h>

#include "record/catalogue.h"
#include "record/format.h"

/* "Order lines: 52" */
static char *
count_words (AssayType type, guint n)
{
  g_autofree char *number = assay_format_number (n);

  /* Translators: rows of which type, and how many: "Order lines: 1,042" */
  return g_strdup_printf (_ ("%s: %s"), assay_record_type_plural (assay_record_type_get (type)),
                          number);
}

/**
 * assay_explanation_count:
 * @explanation: an explanation
 *
 * Returns: (transfer full): how many rows are in the figure, "Order lines: 52"
 */
char *
assay_explanation_count (const AssayExplanation *explanation)
{
  return count_words (explanation->type, explanation->ids->len);
}

/**
 * assay_explanation_words:
 * @explanation: an explanation
 *
 * Returns: (transfer full): all of it but the rows themselves, in lines
 */
char *
assay_explanation_words (const AssayExplanation *explanation)
{
  GString *words = g_string_new (explanation->title);
  g_autofree char *count = assay_explanation_count (explanation);

  if (explanation->value == NULL || *explanation->value != '\0')
    g_string_append_printf (words, ": %s",
                            explanation->value != NULL ? explanation->value : _ ("Unknown"));
  g_string_append_c (words, '\n');
  if (explanation->period != NULL)
    g_string_append_printf (words, "%s · ", explanation->period);
  g_string_append_printf (words, "%s\n", count);
  if (explanation->definition != NULL)
    g_string_append_printf (words, "\n%s\n", explanation->definition);
  if (explanation->formula != NULL)
    g_string_append_printf (words, "\n%s\n", explanation->formula);
  if (explanation->excluded->len > 0)
    g_string_append_printf (words, "\n%s\n", _ ("Left out:"));
  for (guint i = 0; i < explanation->excluded->len; i++)
    {
      const AssayExclusion *exclusion = g_ptr_array_index (explanation->excluded, i);
      g_autofree char *number = assay_format_number (exclusion->ids->len);

      g_string_append_printf (words, "%s: %s\n", exclusion->reason, number);
    }
  return g_string_free_and_steal (words);
}
