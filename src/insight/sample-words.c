/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/sample-tests.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "record/readings.h"

static const char *
label_of (const AssayRecord *record, guint field)
{
  const char *value = assay_record_get_text (record, field);
  const AssayField *described = &assay_record_describe (record)->fields[field];

  return value != NULL ? assay_field_choice_label (described, value) : NULL;
}

char *
assay_sample_dup_round (const AssayRecord *sample)
{
  const char *round = label_of (sample, ASSAY_SAMPLE_ROUND);
  gint64 number = assay_record_get_integer (sample, ASSAY_SAMPLE_ROUND_NUMBER, 0);

  if (round == NULL)
    round = _ ("Sample");
  /* Translators: a round of samples and its number: "Proto 2" */
  return number > 0 ? g_strdup_printf (_ ("%s %d"), round, (int)number) : g_strdup (round);
}

/* "25 N", "4-5" */
static char *
with_unit (const AssayRecord *test, gint64 value)
{
  AssayTestScale scale = assay_sample_test_scale (test);
  const char *unit = assay_record_get_text (test, ASSAY_SAMPLE_TEST_UNIT);
  g_autofree char *plain = scale == ASSAY_SCALE_NUMBER && value % 1000 == 0
                               ? assay_format_number (value / 1000)
                               : assay_test_value_format (value, scale);

  if (scale != ASSAY_SCALE_NUMBER || unit == NULL)
    return g_steal_pointer (&plain);
  /* Translators: a value and its unit */
  return g_strdup_printf (_ ("%s %s"), plain, unit);
}

char *
assay_sample_test_dup_limit (const AssayRecord *test)
{
  gboolean graded = assay_sample_test_scale (test) != ASSAY_SCALE_NUMBER;
  AssayTestLimit limit;
  g_autofree char *lower = NULL, *upper = NULL;

  assay_sample_test_limit (test, &limit);
  if (limit.kind == ASSAY_LIMIT_PASS)
    return g_strdup (_ ("has to pass"));
  lower = limit.lower != G_MININT64 ? with_unit (test, limit.lower) : NULL;
  upper = limit.upper != G_MAXINT64 ? with_unit (test, limit.upper) : NULL;
  if (limit.kind == ASSAY_LIMIT_AT_LEAST && lower != NULL)
    /* Translators: a grade, such as 4-5 */
    return g_strdup_printf (graded ? _ ("grade %s or better") : _ ("at least %s"), lower);
  if (limit.kind == ASSAY_LIMIT_AT_MOST && upper != NULL)
    return g_strdup_printf (_ ("at most %s"), upper);
  if (limit.kind == ASSAY_LIMIT_BETWEEN && lower != NULL && upper != NULL)
    return g_strdup_printf (_ ("%s to %s"), lower, upper);
  return g_strdup ("");
}

static void
add_part (GString *words, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, " · ");
  g_string_append (words, part);
}

/* "mean of 5 specimens", "each of 3 specimens" */
static char *
dup_judged (const AssayRecord *test)
{
  guint n = (guint)MAX (assay_record_get_integer (test, ASSAY_SAMPLE_TEST_REPLICATES, 0), 0);
  AssayTestLimit limit;

  assay_sample_test_limit (test, &limit);
  if (n < 2)
    return NULL;
  if (limit.kind == ASSAY_LIMIT_PASS || limit.judged_by == ASSAY_JUDGED_BY_EACH)
    return g_strdup_printf (_ ("each of %u specimens"), n);
  return g_strdup_printf (limit.judged_by == ASSAY_JUDGED_BY_MEDIAN ? _ ("median of %u specimens")
                                                                    : _ ("mean of %u specimens"),
                          n);
}

char *
assay_sample_test_dup_asked (const AssayRecord *test)
{
  GString *words = g_string_new (NULL);
  g_autofree char *limit = assay_sample_test_dup_limit (test);
  g_autofree char *judged = dup_judged (test);
  AssayTestScale scale = assay_sample_test_scale (test);

  add_part (words, limit);
  add_part (words, judged);
  if (scale != ASSAY_SCALE_NUMBER && scale != ASSAY_SCALE_PASS_FAIL)
    add_part (words, label_of (test, ASSAY_SAMPLE_TEST_SCALE));
  add_part (words, label_of (test, ASSAY_SAMPLE_TEST_SPECIMEN));
  add_part (words, assay_record_get_text (test, ASSAY_SAMPLE_TEST_CONDITION));
  return g_string_free_and_steal (words);
}

char *
assay_sample_test_dup_method (const AssayRecord *test)
{
  const char *method = assay_record_get_text (test, ASSAY_SAMPLE_TEST_METHOD);
  const char *edition = assay_record_get_text (test, ASSAY_SAMPLE_TEST_EDITION);

  if (method == NULL)
    return g_strdup ("");
  return edition != NULL ? g_strdup_printf ("%s:%s", method, edition) : g_strdup (method);
}

char *
assay_sample_test_dup_value (const AssayRecord *test, const AssayTestVerdict *verdict)
{
  g_autofree char *value = NULL;

  if (!verdict->has_value)
    return g_strdup ("");
  value = with_unit (test, verdict->value);
  return g_strconcat (verdict->bound < 0 ? "< " : verdict->bound > 0 ? "> " : "", value, NULL);
}

/* Why a test failed, or passed although some specimens would not. */
static char *
say_judged (const AssayRecord *test, const AssayTestVerdict *verdict)
{
  g_autofree char *value = assay_sample_test_dup_value (test, verdict);
  g_autofree char *asked = assay_sample_test_dup_limit (test);
  AssayTestLimit limit;

  assay_sample_test_limit (test, &limit);
  if (limit.kind == ASSAY_LIMIT_PASS || limit.judged_by == ASSAY_JUDGED_BY_EACH)
    {
      if (verdict->n_failed == 0)
        return g_strdup ("");
      return verdict->n > 1
                 ? g_strdup_printf (_ ("%u of %u specimens failed"), verdict->n_failed, verdict->n)
                 : g_strdup ("");
    }
  if (verdict->outcome == ASSAY_TEST_FAIL)
    return verdict->n > 1
               /* Translators: a value, and what would pass: "at least 25 N" */
               ? g_strdup_printf (limit.judged_by == ASSAY_JUDGED_BY_MEDIAN
                                      ? _ ("median %s, not %s")
                                      : _ ("mean %s, not %s"),
                                  value, asked)
               : g_strdup_printf (_ ("%s, not %s"), value, asked);
  if (verdict->n_failed > 0)
    return g_strdup_printf (_ ("passes by its mean; %u of %u specimens alone would not"),
                            verdict->n_failed, verdict->n);
  return g_strdup ("");
}

char *
assay_sample_test_dup_reason (const AssayRecord *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) readings = assay_sample_test_readings (test, &error);
  g_autofree char *value = NULL, *asked = NULL;
  AssayTestVerdict verdict;

  if (readings == NULL)
    return g_strdup (error->message);
  assay_sample_test_judge (test, &verdict);
  switch (verdict.why)
    {
    case ASSAY_TEST_WHY_NO_LIMIT:
      return g_strdup (_ ("noted; no limit is set"));
    case ASSAY_TEST_WHY_TOO_FEW:
      return g_strdup_printf (
          _ ("%u of %d specimens so far"), verdict.n,
          (int)assay_record_get_integer (test, ASSAY_SAMPLE_TEST_REPLICATES, 0));
    case ASSAY_TEST_WHY_UNDECIDED:
      value = assay_sample_test_dup_value (test, &verdict);
      asked = assay_sample_test_dup_limit (test);
      return g_strdup_printf (_ ("“%s” does not say whether it is %s"), value, asked);
    case ASSAY_TEST_WHY_JUDGED:
      return say_judged (test, &verdict);
    case ASSAY_TEST_WHY_NO_RESULTS:
    default:
      return g_strdup ("");
    }
}

static void
take_count (GString *words, guint n, char *count)
{
  if (n > 0)
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", count);
  g_free (count);
}

char *
assay_sample_tests_dup_words (const AssaySampleTests *counts)
{
  GString *parts = g_string_new (NULL);
  g_autofree char *all = NULL;
  char *words;

  if (counts->n == 0)
    {
      g_string_free (parts, TRUE);
      return g_strdup (_ ("No tests"));
    }
  take_count (
      parts, counts->failed,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u failed", "%u failed", counts->failed),
                       counts->failed));
  take_count (
      parts, counts->passed,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u passed", "%u passed", counts->passed),
                       counts->passed));
  take_count (parts, counts->open,
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open", "%u open", counts->open),
                               counts->open));
  all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u test", "%u tests", counts->n),
                         counts->n);
  /* Translators: "12 tests: 1 failed, 9 passed, 2 open" */
  words = g_strdup_printf (_ ("%s: %s"), all, parts->str);
  g_string_free (parts, TRUE);
  return words;
}
