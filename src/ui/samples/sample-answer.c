/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/samples/sample-answer.h"

#include <glib/gi18n-lib.h>

#define MOST_FAILED 5

static char *
dup_failed (GPtrArray *tests)
{
  GString *words = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < tests->len; i++)
    {
      const char *property = assay_record_get_text (tests->pdata[i], ASSAY_SAMPLE_TEST_PROPERTY);
      g_autofree char *reason = NULL;
      AssayTestVerdict verdict;

      assay_sample_test_judge (tests->pdata[i], &verdict);
      if (verdict.outcome != ASSAY_TEST_FAIL || n++ >= MOST_FAILED)
        continue;
      reason = assay_sample_test_dup_reason (tests->pdata[i]);
      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", property);
      if (*reason != '\0')
        g_string_append_printf (words, ": %s", reason);
    }
  if (n > MOST_FAILED)
    {
      g_string_append_c (words, '\n');
      g_string_append_printf (
          words, g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n - MOST_FAILED),
          n - MOST_FAILED);
    }
  return g_string_free (words, n == 0);
}

gpointer
assay_sample_answer_read (AssayDb *db,
                          AssayRecord *sample,
                          const AssayPageQuestion *question,
                          GError **error)
{
  g_autoptr (AssaySampleAnswer) answer = g_new0 (AssaySampleAnswer, 1);
  g_autoptr (GPtrArray) missing = NULL;

  answer->tests = assay_sample_tests_read (db, question->id, error);
  if (answer->tests == NULL)
    return NULL;
  missing = assay_sample_missing_requirements (db, sample, error);
  if (missing == NULL)
    return NULL;
  answer->missing = missing->len;
  answer->rounds = assay_sample_rounds (db, sample, error);
  if (answer->rounds == NULL)
    return NULL;
  assay_sample_tests_count ((AssayRecord *const *)answer->tests->pdata, answer->tests->len,
                            &answer->counts);
  answer->failed = dup_failed (answer->tests);
  return g_steal_pointer (&answer);
}

void
assay_sample_answer_free (AssaySampleAnswer *answer)
{
  g_clear_pointer (&answer->tests, g_ptr_array_unref);
  g_clear_pointer (&answer->rounds, g_ptr_array_unref);
  g_free (answer->failed);
  g_free (answer);
}
