/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks in words: what is asked for, what was found, why it is not enough. */

#include "assay-config.h"

#include "insight/checklist.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "record/gtin.h"

/* As many failed checks are named; the rest are counted. */
#define MOST_NAMED 3

static char *
number (gint64 thousandths)
{
  return assay_reading_format (thousandths, TRUE);
}

static char *
with_unit (const char *words, const AssayRecord *check)
{
  const char *unit = assay_record_get_text (check, ASSAY_CHECKPOINT_UNIT);

  /* Translators: a number and its unit */
  return unit != NULL ? g_strdup_printf (_ ("%s %s"), words, unit) : g_strdup (words);
}

/* "340–360", "at least 340"; NULL without limits. */
static char *
say_limits (const AssayRecord *check, gboolean unit)
{
  gint64 lower, upper;
  g_autofree char *low = NULL, *high = NULL, *words = NULL;

  if (!assay_check_limits (check, &lower, &upper))
    return NULL;
  low = number (lower);
  high = number (upper);
  if (lower == G_MININT64)
    words = g_strdup_printf (_ ("at most %s"), high);
  else if (upper == G_MAXINT64)
    words = g_strdup_printf (_ ("at least %s"), low);
  else if (lower == upper)
    words = g_strdup (low);
  else
    /* Translators: from one number to another */
    words = g_strdup_printf (_ ("%s–%s"), low, high);
  return unit ? with_unit (words, check) : g_steal_pointer (&words);
}

static char *
say_numbers (const AssayRecord *check)
{
  g_autofree char *limits = NULL, *target = NULL, *words = NULL;

  if (!assay_record_is_known (check, ASSAY_CHECKPOINT_TARGET))
    return say_limits (check, TRUE);
  limits = say_limits (check, FALSE);
  target = number (assay_record_get_integer (check, ASSAY_CHECKPOINT_TARGET, 0));
  words = with_unit (target, check);
  if (limits == NULL)
    return g_steal_pointer (&words);
  /* Translators: a nominal value and its limits, "350 mm (340–360)" */
  return g_strdup_printf (_ ("%s (%s)"), words, limits);
}

/* "Navy|Black" as words. */
static char *
say_choices (const char *choices)
{
  g_auto (GStrv) words = g_strsplit (choices, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_strstrip (words[i]);
  /* Translators: between answers of which any is right */
  return g_strjoinv (_ (" or "), words);
}

static char *
say_drop (const AssayRecord *check)
{
  AssayDropProcedure procedure;
  gint64 height = assay_check_drop_height (check, &procedure);
  g_autofree char *millimetres = NULL;

  if (height < 0)
    /* Translators: %s is the name of a procedure, "ISTA 1A" */
    return g_strdup_printf (_ ("%d drops after %s, from a height that follows from the weight"),
                            ASSAY_DROP_N_DROPS, assay_drop_procedure_to_string (procedure));
  millimetres = assay_format_number (height);
  return g_strdup_printf (_ ("%d drops from %s mm after %s"), ASSAY_DROP_N_DROPS, millimetres,
                          assay_drop_procedure_to_string (procedure));
}

/* "on 5 units, 1 failure allowed"; NULL where a check has no sample of its own. */
static char *
say_sample (const AssayRecord *check)
{
  gint64 sample = assay_record_get_integer (check, ASSAY_CHECKPOINT_SAMPLE_SIZE, 0);
  gint64 allowed = assay_record_get_integer (check, ASSAY_CHECKPOINT_ALLOWED, 0);
  g_autofree char *n = assay_format_number (sample), *failures = assay_format_number (allowed);
  g_autofree char *units = NULL;

  if (sample <= 0)
    return NULL;
  if (assay_check_kind (check) == ASSAY_CHECK_DROP)
    units = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s carton", "%s cartons", (gulong)sample), n);
  else
    units
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s unit", "%s units", (gulong)sample), n);
  if (allowed <= 0)
    return g_steal_pointer (&units);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %s failure allowed",
                                       "%s, %s failures allowed", (gulong)allowed),
                          units, failures);
}

char *
assay_check_dup_requirement (const AssayRecord *check)
{
  const char *expected = assay_record_get_text (check, ASSAY_CHECKPOINT_EXPECTED);
  g_autofree char *what = NULL, *sample = say_sample (check);

  switch (assay_check_kind (check))
    {
    case ASSAY_CHECK_MEASURED:
    case ASSAY_CHECK_COUNT:
      what = say_numbers (check);
      break;
    case ASSAY_CHECK_DROP:
      what = say_drop (check);
      break;
    case ASSAY_CHECK_CHOICE:
    case ASSAY_CHECK_CODE:
    case ASSAY_CHECK_TEXT:
      what = expected != NULL ? say_choices (expected) : NULL;
      break;
    case ASSAY_CHECK_YES_NO:
    case ASSAY_N_CHECK_KINDS:
    default:
      what = g_strcmp0 (expected, "no") == 0 ? g_strdup (_ ("No")) : NULL;
      break;
    }
  if (what == NULL)
    return g_strdup (sample != NULL ? sample : "");
  if (sample == NULL)
    return g_steal_pointer (&what);
  /* Translators: what is asked for, and of how many units */
  return g_strdup_printf (_ ("%s, %s"), what, sample);
}

/* Words that stand for themselves, and those that stand for something else. */
static const char *
say_word (AssayCheckKind kind, const char *answer)
{
  static const struct
  {
    AssayCheckKind kind;
    const char *answer, *words;
  } words[] = {
    { ASSAY_CHECK_YES_NO, "yes", N_ ("Yes") },
    { ASSAY_CHECK_YES_NO, "no", N_ ("No") },
    { ASSAY_CHECK_DROP, "intact", N_ ("Intact") },
    { ASSAY_CHECK_DROP, "carton", N_ ("Only the carton suffered") },
    { ASSAY_CHECK_DROP, "damaged", N_ ("Product damaged") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == kind && g_ascii_strcasecmp (words[i].answer, answer) == 0)
      return _ (words[i].words);
  return answer;
}

static char *
say_readings (const AssayRecord *checkpoint)
{
  const char *text = assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_READINGS);
  g_autoptr (GArray) values = assay_readings_parse (text, NULL);
  g_autofree char *words = NULL;

  if (values == NULL || values->len == 0)
    return g_strdup (text);
  words = assay_readings_format ((const gint64 *)(void *)values->data, values->len);
  return assay_check_kind (checkpoint) == ASSAY_CHECK_DROP
             /* Translators: what a carton weighs */
             ? g_strdup_printf (_ ("%s kg"), words)
             : with_unit (words, checkpoint);
}

/**
 * assay_checkpoint_dup_answer:
 *
 * Returns: what was found, as a person reads it; empty when nothing was said
 */
char *
assay_checkpoint_dup_answer (const AssayRecord *checkpoint)
{
  const char *answer = assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_ANSWER);
  gint64 failed = assay_record_get_integer (checkpoint, ASSAY_CHECKPOINT_FAILED, 0);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *count = assay_format_number (failed);

  if (g_strcmp0 (assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_RESULT), "not_applicable")
      == 0)
    return g_strdup (_ ("Does not apply"));
  if (answer != NULL)
    g_strv_builder_add (builder, say_word (assay_check_kind (checkpoint), answer));
  if (assay_record_is_known (checkpoint, ASSAY_CHECKPOINT_READINGS))
    g_strv_builder_take (builder, say_readings (checkpoint));
  if (failed > 0)
    g_strv_builder_take (builder, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s failed",
                                                                "%s failed", (gulong)failed),
                                                   count));
  parts = g_strv_builder_end (builder);
  /* Translators: between the parts of an enumeration */
  return g_strjoinv (_ (", "), parts);
}

static char *
say_units (const AssayRecord *checkpoint, const AssayCheckJudgement *judgement)
{
  gint64 of = MAX (judgement->sample, (gint64)judgement->readings.n);
  g_autofree char *failed = assay_format_number (judgement->failed);
  g_autofree char *n = assay_format_number (MAX (of, judgement->failed));
  g_autofree char *limits = NULL;

  if (judgement->readings.n > 0 && (limits = say_limits (checkpoint, TRUE)) != NULL)
    /* Translators: how many of how many measured values, and the limits, "340–360 mm" */
    return g_strdup_printf (_ ("%s of %s measured; %s is asked for"), failed, n, limits);
  if (assay_check_kind (checkpoint) == ASSAY_CHECK_DROP)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s of %s carton", "%s of %s cartons", (gulong)of), failed,
        n);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s of %s unit", "%s of %s units", (gulong)of), failed, n);
}

static char *
say_unexpected (const AssayRecord *checkpoint)
{
  AssayCheckKind kind = assay_check_kind (checkpoint);
  const char *expected = assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_EXPECTED);
  g_autofree char *answer = assay_checkpoint_dup_answer (checkpoint);
  g_autofree char *wanted = NULL;

  if (kind == ASSAY_CHECK_COUNT)
    wanted = say_limits (checkpoint, TRUE);
  else if (kind != ASSAY_CHECK_YES_NO && expected != NULL)
    wanted = say_choices (expected);
  if (wanted == NULL)
    return g_steal_pointer (&answer);
  /* Translators: an answer, and the one that was expected */
  return g_strdup_printf (_ ("%s; %s is asked for"), answer, wanted);
}

static char *
say_check_digit (const AssayRecord *checkpoint)
{
  g_autofree char *code
      = g_strstrip (g_strdup (assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_ANSWER)));
  int right = 0;

  assay_gtin_check (code, &right);
  return g_strdup_printf (_ ("%s has a wrong check digit; it would end in %d"), code, right);
}

char *
assay_checkpoint_dup_reason (const AssayRecord *checkpoint)
{
  AssayCheckJudgement judgement;

  assay_checkpoint_judge (checkpoint, &judgement);
  switch (judgement.why)
    {
    case ASSAY_CHECK_WHY_TOO_FEW:
      return g_strdup_printf (_ ("%u of %d measured"), judgement.readings.n, (int)judgement.sample);
    case ASSAY_CHECK_WHY_UNREADABLE:
      return g_strdup (_ ("This is no number"));
    case ASSAY_CHECK_WHY_NO_LIMITS:
      return g_strdup (_ ("Noted; no limits are set"));
    case ASSAY_CHECK_WHY_UNEXPECTED:
      return say_unexpected (checkpoint);
    case ASSAY_CHECK_WHY_UNITS:
      return say_units (checkpoint, &judgement);
    case ASSAY_CHECK_WHY_CHECK_DIGIT:
      return say_check_digit (checkpoint);
    case ASSAY_CHECK_WHY_CARTON:
      return g_strdup (_ ("Only the carton suffered: the buyer decides"));
    case ASSAY_CHECK_WHY_UNANSWERED:
    case ASSAY_CHECK_WHY_EXPECTED:
    case ASSAY_CHECK_WHY_GIVEN:
    case ASSAY_CHECK_WHY_NOT_APPLICABLE:
    default:
      return g_strdup ("");
    }
}

static void
add_sentence (GString *words, const char *sentence)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, sentence);
}

/* "Drop test failed: 1 of 1 carton." */
static void
name_failed (GString *words, const AssayRecord *checkpoint)
{
  const char *name = assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_NAME);
  g_autofree char *reason = assay_checkpoint_dup_reason (checkpoint);
  g_autofree char *sentence
      = *reason != '\0'
            /* Translators: the name of a check, and how it failed */
            ? g_strdup_printf (_ ("%s failed: %s."), name != NULL ? name : "…", reason)
            : g_strdup_printf (_ ("%s failed."), name != NULL ? name : "…");

  add_sentence (words, sentence);
}

static void
say_counts (GString *words, const AssayChecks *checks, guint more)
{
  if (more > 0)
    {
      g_autofree char *sentence = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u more check failed.", "%u more checks failed.", more),
          more);

      add_sentence (words, sentence);
    }
  if (checks->undecided > 0)
    {
      g_autofree char *sentence = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u check waits for the buyer’s decision.",
                       "%u checks wait for the buyer’s decision.", checks->undecided),
          checks->undecided);

      add_sentence (words, sentence);
    }
  if (checks->waiting > 0)
    {
      g_autofree char *sentence
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u check is not answered yet.",
                                          "%u checks are not answered yet.", checks->waiting),
                             checks->waiting);

      add_sentence (words, sentence);
    }
}

char *
assay_checks_dup_words (AssayRecord *const *checkpoints, guint n)
{
  g_autoptr (GString) words = g_string_new (NULL);
  AssayChecks checks;
  guint named = 0;

  assay_checks_add_up (checkpoints, n, &checks);
  for (guint i = 0; i < n && named < MOST_NAMED; i++)
    {
      AssayCheckJudgement judgement;

      assay_checkpoint_judge (checkpoints[i], &judgement);
      if (judgement.effect != ASSAY_CHECK_EFFECT_FAILS)
        continue;
      name_failed (words, checkpoints[i]);
      named++;
    }
  say_counts (words, &checks, checks.failed - named);
  return words->len > 0 ? g_string_free_and_steal (g_steal_pointer (&words)) : NULL;
}
