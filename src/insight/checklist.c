/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/checklist.h"

#include <string.h>

#include "record/gtin.h"

/* Where the two types have what they share. */
G_STATIC_ASSERT ((int)ASSAY_CHECKPOINT_KIND == (int)ASSAY_CHECKLIST_ITEM_KIND);
G_STATIC_ASSERT ((int)ASSAY_CHECKPOINT_ON_FAIL == (int)ASSAY_CHECKLIST_ITEM_ON_FAIL);

static const char *const kinds[ASSAY_N_CHECK_KINDS]
    = { "yes_no", "measured", "choice", "text", "count", "code", "drop" };
static const char *const results[] = { "pending", "pass", "fail", "not_applicable" };

AssayCheckKind
assay_check_kind (const AssayRecord *check)
{
  const char *kind = assay_record_get_text (check, ASSAY_CHECKPOINT_KIND);

  for (AssayCheckKind i = 0; i < ASSAY_N_CHECK_KINDS; i++)
    if (g_strcmp0 (kind, kinds[i]) == 0)
      return i;
  /* A later program may know more kinds: what it says can be read and written. */
  return kind != NULL ? ASSAY_CHECK_TEXT : ASSAY_CHECK_YES_NO;
}

const char *
assay_check_result_to_string (AssayCheckResult result)
{
  return results[result];
}

gboolean
assay_check_limits (const AssayRecord *check, gint64 *lower, gint64 *upper)
{
  *lower = assay_record_get_integer (check, ASSAY_CHECKPOINT_LOWER, G_MININT64);
  *upper = assay_record_get_integer (check, ASSAY_CHECKPOINT_UPPER, G_MAXINT64);
  return *lower != G_MININT64 || *upper != G_MAXINT64;
}

/**
 * assay_check_drop_height:
 * @procedure: (out): after which it is
 *
 * A carton that was weighed goes before what the product says of its cartons.
 */
gint64
assay_check_drop_height (const AssayRecord *check, AssayDropProcedure *procedure)
{
  const char *options = assay_record_get_text (check, ASSAY_CHECKPOINT_OPTIONS);
  const char *weighed = NULL;
  g_autoptr (GArray) kilograms = NULL;

  *procedure = ASSAY_DROP_1A;
  assay_drop_procedure_from_string (options, procedure);
  if (assay_record_get_kind (check) == ASSAY_TYPE_CHECKPOINT)
    weighed = assay_record_get_text (check, ASSAY_CHECKPOINT_READINGS);
  kilograms = assay_readings_parse (weighed, NULL);
  /* Thousandths of a kilogram are grams. */
  if (kilograms != NULL && kilograms->len > 0 && g_array_index (kilograms, gint64, 0) > 0)
    return assay_drop_height (g_array_index (kilograms, gint64, 0), procedure);
  if (!assay_record_is_known (check, ASSAY_CHECKPOINT_TARGET))
    return -1;
  return assay_record_get_integer (check, ASSAY_CHECKPOINT_TARGET, 0) / 1000;
}

gboolean
assay_checkpoint_is_answered (const AssayRecord *checkpoint)
{
  /* A carton that was weighed has not been dropped. */
  return assay_record_is_known (checkpoint, ASSAY_CHECKPOINT_ANSWER)
         || assay_record_is_known (checkpoint, ASSAY_CHECKPOINT_FAILED)
         || (assay_record_is_known (checkpoint, ASSAY_CHECKPOINT_READINGS)
             && assay_check_kind (checkpoint) != ASSAY_CHECK_DROP);
}

/* Whether @answer is one of several that @expected has, separated by "|". */
static gboolean
is_expected (const char *answer, const char *expected)
{
  g_auto (GStrv) words = g_strsplit (expected, "|", -1);
  g_autofree char *given = g_utf8_casefold (answer, -1);

  g_strstrip (given);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_utf8_casefold (words[i], -1);

      if (g_str_equal (g_strstrip (word), given))
        return TRUE;
    }
  return FALSE;
}

static AssayCheckWhy
judge_code (const char *answer, const char *expected)
{
  g_autofree char *code = g_strstrip (g_strdup (answer));

  if (expected != NULL)
    return is_expected (code, expected) ? ASSAY_CHECK_WHY_EXPECTED : ASSAY_CHECK_WHY_UNEXPECTED;
  return assay_gtin_check (code, NULL) == ASSAY_GTIN_WRONG ? ASSAY_CHECK_WHY_CHECK_DIGIT
                                                           : ASSAY_CHECK_WHY_EXPECTED;
}

static AssayCheckWhy
judge_count (const AssayRecord *checkpoint, const char *answer)
{
  g_autoptr (GArray) numbers = assay_readings_parse (answer, NULL);
  gint64 lower, upper;

  if (numbers == NULL || numbers->len != 1)
    return ASSAY_CHECK_WHY_UNREADABLE;
  if (!assay_check_limits (checkpoint, &lower, &upper))
    return ASSAY_CHECK_WHY_NO_LIMITS;
  return assay_reading_is_within (g_array_index (numbers, gint64, 0), lower, upper)
             ? ASSAY_CHECK_WHY_EXPECTED
             : ASSAY_CHECK_WHY_UNEXPECTED;
}

/* What the answer says, before failed units are counted. */
static AssayCheckWhy
judge_answer (const AssayRecord *checkpoint)
{
  const char *answer = assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_ANSWER);
  const char *expected = assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_EXPECTED);
  gboolean good = TRUE;

  if (answer == NULL)
    return ASSAY_CHECK_WHY_EXPECTED; /* only failed units were counted */
  switch (assay_check_kind (checkpoint))
    {
    case ASSAY_CHECK_YES_NO:
      good = is_expected (answer, expected != NULL ? expected : "yes");
      break;
    case ASSAY_CHECK_CHOICE:
      good = expected == NULL || is_expected (answer, expected);
      break;
    case ASSAY_CHECK_COUNT:
      return judge_count (checkpoint, answer);
    case ASSAY_CHECK_CODE:
      return judge_code (answer, expected);
    case ASSAY_CHECK_DROP:
      if (is_expected (answer, "carton"))
        return ASSAY_CHECK_WHY_CARTON;
      good = is_expected (answer, "intact|yes");
      break;
    case ASSAY_CHECK_MEASURED:
    case ASSAY_CHECK_TEXT:
    case ASSAY_N_CHECK_KINDS:
    default:
      break;
    }
  return good ? ASSAY_CHECK_WHY_EXPECTED : ASSAY_CHECK_WHY_UNEXPECTED;
}

/* Each reading is a unit. More failures than are allowed decide before all are measured. */
static void
judge_readings (const AssayRecord *checkpoint, AssayCheckJudgement *judgement)
{
  const char *text = assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_READINGS);
  g_autoptr (GArray) values = assay_readings_parse (text, NULL);
  gint64 lower, upper;
  gboolean limits = assay_check_limits (checkpoint, &lower, &upper);
  gint64 outside;

  if (values == NULL)
    {
      judgement->why = ASSAY_CHECK_WHY_UNREADABLE;
      return;
    }
  assay_readings_summarise ((const gint64 *)(void *)values->data, values->len, lower, upper,
                            &judgement->readings);
  outside = (gint64)judgement->readings.below + judgement->readings.above;
  judgement->failed = MAX (judgement->failed, outside);
  if (judgement->failed > judgement->allowed)
    judgement->why = ASSAY_CHECK_WHY_UNITS;
  else if (values->len < judgement->sample)
    judgement->why = ASSAY_CHECK_WHY_TOO_FEW;
  else
    judgement->why = limits ? ASSAY_CHECK_WHY_EXPECTED : ASSAY_CHECK_WHY_NO_LIMITS;
}

static void
judge_why (const AssayRecord *checkpoint, AssayCheckJudgement *judgement)
{
  const char *given = assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_RESULT);

  if (g_strcmp0 (given, "not_applicable") == 0)
    {
      judgement->why = ASSAY_CHECK_WHY_NOT_APPLICABLE;
      return;
    }
  if (!assay_checkpoint_is_answered (checkpoint))
    {
      judgement->why = g_strcmp0 (given, "pass") == 0 || g_strcmp0 (given, "fail") == 0
                           ? ASSAY_CHECK_WHY_GIVEN
                           : ASSAY_CHECK_WHY_UNANSWERED;
      return;
    }
  if (assay_check_kind (checkpoint) == ASSAY_CHECK_MEASURED
      && assay_record_is_known (checkpoint, ASSAY_CHECKPOINT_READINGS))
    {
      judge_readings (checkpoint, judgement);
      return;
    }
  judgement->why = judge_answer (checkpoint);
  if (judgement->why == ASSAY_CHECK_WHY_UNREADABLE)
    return;
  if (judgement->why == ASSAY_CHECK_WHY_UNEXPECTED || judgement->why == ASSAY_CHECK_WHY_CHECK_DIGIT)
    {
      judgement->failed = MAX (judgement->failed, 1);
      /* One of several that was not right may be allowed. */
      if (judgement->failed <= judgement->allowed)
        judgement->why = ASSAY_CHECK_WHY_EXPECTED;
      else if (judgement->sample > 1 || assay_check_kind (checkpoint) == ASSAY_CHECK_DROP)
        judgement->why = ASSAY_CHECK_WHY_UNITS;
    }
  else if (judgement->failed > judgement->allowed)
    judgement->why = ASSAY_CHECK_WHY_UNITS;
}

static AssayCheckResult
result_of (const AssayRecord *checkpoint, AssayCheckWhy why)
{
  switch (why)
    {
    case ASSAY_CHECK_WHY_EXPECTED:
    case ASSAY_CHECK_WHY_NO_LIMITS:
      return ASSAY_CHECK_PASS;
    case ASSAY_CHECK_WHY_UNEXPECTED:
    case ASSAY_CHECK_WHY_UNITS:
    case ASSAY_CHECK_WHY_CHECK_DIGIT:
      return ASSAY_CHECK_FAIL;
    case ASSAY_CHECK_WHY_NOT_APPLICABLE:
      return ASSAY_CHECK_NOT_APPLICABLE;
    case ASSAY_CHECK_WHY_GIVEN:
      return g_str_equal (assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_RESULT), "pass")
                 ? ASSAY_CHECK_PASS
                 : ASSAY_CHECK_FAIL;
    case ASSAY_CHECK_WHY_UNANSWERED:
    case ASSAY_CHECK_WHY_TOO_FEW:
    case ASSAY_CHECK_WHY_UNREADABLE:
    case ASSAY_CHECK_WHY_CARTON:
    default:
      return ASSAY_CHECK_PENDING;
    }
}

static AssayCheckEffect
effect_of (const AssayRecord *checkpoint, const AssayCheckJudgement *judgement)
{
  const char *on_fail = assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_ON_FAIL);
  gboolean noted = g_strcmp0 (on_fail, "note") == 0;

  if (judgement->result == ASSAY_CHECK_PENDING)
    return noted                                      ? ASSAY_CHECK_EFFECT_NONE
           : judgement->why == ASSAY_CHECK_WHY_CARTON ? ASSAY_CHECK_EFFECT_UNDECIDED
                                                      : ASSAY_CHECK_EFFECT_WAITS;
  if (judgement->result != ASSAY_CHECK_FAIL)
    return ASSAY_CHECK_EFFECT_NONE;
  if (noted)
    return ASSAY_CHECK_EFFECT_NOTED;
  return g_strcmp0 (on_fail, "pending") == 0 ? ASSAY_CHECK_EFFECT_UNDECIDED
                                             : ASSAY_CHECK_EFFECT_FAILS;
}

/**
 * assay_checkpoint_judge:
 * @judgement: (out): what its answer says
 *
 * The check fails when more of its units fail than are allowed. Damage to the carton alone in a
 * drop test is for the buyer to judge.
 */
void
assay_checkpoint_judge (const AssayRecord *checkpoint, AssayCheckJudgement *judgement)
{
  *judgement = (AssayCheckJudgement){
    .sample = MAX (assay_record_get_integer (checkpoint, ASSAY_CHECKPOINT_SAMPLE_SIZE, 1), 1),
    .failed = assay_record_get_integer (checkpoint, ASSAY_CHECKPOINT_FAILED, 0),
    .allowed = assay_record_get_integer (checkpoint, ASSAY_CHECKPOINT_ALLOWED, 0),
  };
  judge_why (checkpoint, judgement);
  judgement->result = result_of (checkpoint, judgement->why);
  judgement->effect = effect_of (checkpoint, judgement);
}

void
assay_checks_add_up (AssayRecord *const *checkpoints, guint n, AssayChecks *checks)
{
  *checks = (AssayChecks){ .n = n };
  for (guint i = 0; i < n; i++)
    {
      AssayCheckJudgement judgement;

      assay_checkpoint_judge (checkpoints[i], &judgement);
      checks->answered += judgement.why != ASSAY_CHECK_WHY_UNANSWERED;
      checks->waiting += judgement.effect == ASSAY_CHECK_EFFECT_WAITS;
      checks->undecided += judgement.effect == ASSAY_CHECK_EFFECT_UNDECIDED;
      checks->failed += judgement.effect == ASSAY_CHECK_EFFECT_FAILS;
      checks->noted += judgement.effect == ASSAY_CHECK_EFFECT_NOTED;
    }
}

/* Loading is watched, not sampled; and an inspection without any AQL draws no sample. */
static gboolean
is_sampled (const AssayRecord *inspection)
{
  if (g_strcmp0 (assay_record_get_text (inspection, ASSAY_INSPECTION_KIND), "loading") == 0)
    return FALSE;
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    if (assay_record_is_known (inspection, assay_class_fields (i)->aql))
      return TRUE;
  return FALSE;
}

/**
 * assay_checks_combine:
 * @judged: what the counts say under the plan
 * @why: why they say it
 *
 * Returns: the result of the inspection. One failed check fails it, whatever the counts say. It
 * does not pass while a check has to be answered or waits for the buyer. Where no sample was to be
 *   drawn the checks decide alone.
 */
AssayInspectionResult
assay_checks_combine (const AssayChecks *checks,
                      const AssayRecord *inspection,
                      AssayInspectionResult judged,
                      AssayJudgement why)
{
  if (checks->failed > 0)
    return ASSAY_RESULT_FAIL;
  if (judged == ASSAY_RESULT_FAIL)
    return judged;
  if (checks->waiting > 0 || checks->undecided > 0)
    return ASSAY_RESULT_PENDING;
  if (checks->answered > 0 && why == ASSAY_JUDGED_NO_PLAN && !is_sampled (inspection))
    return ASSAY_RESULT_PASS;
  return judged;
}
