/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/diligence.h"

static const struct
{
  const char *name;
  const char *words; /* marked for translation */
} states[] = {
  [ASSAY_DILIGENCE_OPEN] = { "open", N_ ("Open") },
  [ASSAY_DILIGENCE_DONE] = { "done", N_ ("Done") },
  [ASSAY_DILIGENCE_NOT_APPLICABLE] = { "not_applicable", N_ ("Does not apply") },
};

const char *
assay_diligence_state_name (AssayDiligenceState state)
{
  return states[state].name;
}

const char *
assay_diligence_state_words (AssayDiligenceState state)
{
  return _ (states[state].words);
}

char *
assay_diligence_count_words (const AssayDiligenceCount *count)
{
  /* Translators: items that are done, of so many */
  return g_strdup_printf (_ ("%u of %u"), count->done, count->n - count->not_applicable);
}

char *
assay_diligence_progress_words (const AssayDiligenceCount *count)
{
  guint applies = count->n - count->not_applicable;
  /* Translators: items that are done, of so many */
  g_autofree char *done = g_strdup_printf (_ ("%u of %u done"), count->done, applies);
  g_autofree char *needed = NULL;

  if (applies == 0)
    return g_strdup (_ ("Nothing applies"));
  if (count->needed == 0)
    return g_steal_pointer (&done);
  needed = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u needed item open", "%u needed items open", count->needed),
      count->needed);
  /* Translators: "7 of 10 done, 2 needed items open" */
  return g_strdup_printf (_ ("%s, %s"), done, needed);
}

char *
assay_diligence_open_words (const AssayDiligence *diligence, guint most)
{
  GString *words;
  guint n = 0;

  if (diligence->count.needed == 0)
    return NULL;
  words = g_string_new (NULL);
  for (guint i = 0; i < diligence->lists->len; i++)
    {
      const AssayDiligenceList *list = g_ptr_array_index (diligence->lists, i);

      for (guint j = 0; j < list->answers->len; j++)
        {
          const AssayDiligenceAnswer *answer = g_ptr_array_index (list->answers, j);

          if (answer->state == ASSAY_DILIGENCE_OPEN && answer->needed && n++ < most)
            g_string_append_printf (words, "%s• %s", words->len > 0 ? "\n" : "", answer->name);
        }
    }
  if (n > most)
    {
      g_string_append_c (words, '\n');
      g_string_append_printf (
          words, g_dngettext (GETTEXT_PACKAGE, "and %u more item", "and %u more items", n - most),
          n - most);
    }
  return g_string_free_and_steal (words);
}

double
assay_diligence_share (const AssayDiligenceCount *count)
{
  guint applies = count->n - count->not_applicable;

  return applies > 0 ? (double)count->done / applies : NAN;
}

char *
assay_diligence_definition (void)
{
  return g_strdup (
      _ ("Items done ÷ items that apply, over all lists in use that are for it. An item "
         "is done when the book holds what answers it, or when somebody said so; what "
         "was said stands above what the book holds, until it is older than the item "
         "allows or the evidence that it rests on has ended."));
}
