/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/inspection-plan.h"

#include <glib/gi18n-lib.h>

#include "record/defect-tally.h"

/* The fields of a class, named alike in all classes. */
#define FIELDS_OF(NAME)                                                                            \
  .aql = ASSAY_INSPECTION_AQL_##NAME, .severity = ASSAY_INSPECTION_SEVERITY_##NAME,                \
  .sample = ASSAY_INSPECTION_SAMPLE_##NAME, .ac = ASSAY_INSPECTION_AC_##NAME,                      \
  .re = ASSAY_INSPECTION_RE_##NAME, .first_ac = ASSAY_INSPECTION_FIRST_AC_##NAME,                  \
  .first_re = ASSAY_INSPECTION_FIRST_RE_##NAME, .second_n = ASSAY_INSPECTION_SECOND_SAMPLE_##NAME, \
  .found = ASSAY_INSPECTION_DEFECTIVE_##NAME, .first = ASSAY_INSPECTION_FIRST_##NAME

/* In the order of AssayClass. */
static const AssayClassFields class_fields[ASSAY_N_CLASSES] = {
  { .name = "critical", FIELDS_OF (CRITICAL) },
  { .name = "major", FIELDS_OF (MAJOR) },
  { .name = "minor", FIELDS_OF (MINOR) },
};

G_STATIC_ASSERT (ASSAY_N_CLASSES == (int)ASSAY_N_DEFECT_CLASSES);
G_STATIC_ASSERT (ASSAY_N_CLASSES == (int)ASSAY_TALLY_CLASSES);

/* What the plan is computed from. */
static const guint inputs[] = {
  ASSAY_INSPECTION_LOT_SIZE,       ASSAY_INSPECTION_LEVEL,
  ASSAY_INSPECTION_SAMPLING,       ASSAY_INSPECTION_SEVERITY,
  ASSAY_INSPECTION_AQL_MAJOR,      ASSAY_INSPECTION_AQL_CRITICAL,
  ASSAY_INSPECTION_AQL_MINOR,      ASSAY_INSPECTION_BASIS,
  ASSAY_INSPECTION_LARGEST_SAMPLE, ASSAY_INSPECTION_SEVERITY_MAJOR,
  ASSAY_INSPECTION_SEVERITY_MINOR, ASSAY_INSPECTION_SEVERITY_CRITICAL,
};

/* Above this an AQL counts defects per hundred units; thousandths. */
#define AQL_PERCENT_MAX 10000

const AssayClassFields *
assay_class_fields (AssayClass defect_class)
{
  g_return_val_if_fail (defect_class < ASSAY_N_CLASSES, NULL);

  return &class_fields[defect_class];
}

/**
 * assay_class_to_string:
 *
 * Returns: the class as it is stored: "critical", "major" or "minor"
 */
const char *
assay_class_to_string (AssayClass defect_class)
{
  g_return_val_if_fail (defect_class < ASSAY_N_CLASSES, NULL);

  return class_fields[defect_class].name;
}

gboolean
assay_class_from_string (const char *text, AssayClass *defect_class)
{
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    if (g_strcmp0 (text, class_fields[i].name) == 0)
      {
        *defect_class = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * assay_inspection_result_to_string:
 *
 * Returns: the result as it is stored: "pending", "pass" or "fail"
 */
const char *
assay_inspection_result_to_string (AssayInspectionResult result)
{
  static const char *const names[] = {
    [ASSAY_RESULT_PENDING] = "pending", [ASSAY_RESULT_PASS] = "pass", [ASSAY_RESULT_FAIL] = "fail"
  };

  g_return_val_if_fail (result < G_N_ELEMENTS (names), NULL);

  return names[result];
}

gboolean
assay_class_plan_is_double (const AssayClassPlan *plan)
{
  return plan->inspected && plan->second_n > 0;
}

gboolean
assay_inspection_class_severity (const AssayRecord *inspection,
                                 AssayClass defect_class,
                                 AssaySeverity *severity)
{
  const char *own = assay_record_get_text (inspection, class_fields[defect_class].severity);

  return assay_severity_from_string (
      own != NULL ? own : assay_record_get_text (inspection, ASSAY_INSPECTION_SEVERITY), severity);
}

/* What the record asks for. */
typedef struct
{
  gint64 lot;
  AssayInspectionLevel level;
  AssaySampling sampling;
  AssayClassDemand demands[ASSAY_N_CLASSES];
} Inputs;

/* FALSE without error when an input is missing. An inspection that does not say is single. */
static gboolean
read_inputs (const AssayRecord *inspection, Inputs *in)
{
  const char *level = assay_record_get_text (inspection, ASSAY_INSPECTION_LEVEL);
  const char *sampling = assay_record_get_text (inspection, ASSAY_INSPECTION_SAMPLING);
  gboolean any = FALSE;

  *in = (Inputs){ .lot = assay_record_get_integer (inspection, ASSAY_INSPECTION_LOT_SIZE, 0),
                  .sampling = ASSAY_SAMPLING_SINGLE };
  if (sampling != NULL && !assay_sampling_from_string (sampling, &in->sampling))
    return FALSE;
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      AssayClassDemand *demand = &in->demands[i];
      gint64 aql = assay_record_get_integer (inspection, class_fields[i].aql, ASSAY_AQL_NONE);

      demand->aql = (gint)CLAMP (aql, ASSAY_AQL_NONE, G_MAXINT);
      if (demand->aql == ASSAY_AQL_NONE)
        continue;
      any = TRUE;
      if (!assay_inspection_class_severity (inspection, i, &demand->severity))
        return FALSE;
    }
  return any && in->lot > 0 && level != NULL
         && assay_inspection_level_from_string (level, &in->level);
}

static gboolean
check_basis (const AssayRecord *inspection, const Inputs *in, GError **error)
{
  if (g_strcmp0 (assay_record_get_text (inspection, ASSAY_INSPECTION_BASIS), "defects") == 0)
    return TRUE;
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    if (in->demands[i].aql > AQL_PERCENT_MAX)
      {
        g_set_error (error, ASSAY_FIGURES_ERROR, ASSAY_FIGURES_ERROR_NO_PLAN,
                     /* Translators: %s is an AQL such as 15 */
                     _ ("AQL %s counts defects per hundred units; defective units go up to AQL 10"),
                     assay_aql_to_string (in->demands[i].aql) != NULL
                         ? assay_aql_to_string (in->demands[i].aql)
                         : "> 10");
        return FALSE;
      }
  return TRUE;
}

/* What follows from the classes. */
static void
sum_up (AssayInspectionPlan *plan, gint64 lot)
{
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      const AssayClassPlan *one = &plan->classes[i];

      if (!one->inspected)
        continue;
      plan->known = TRUE;
      plan->is_double = plan->is_double || one->second_n > 0;
      plan->n = MAX (plan->n, one->n);
      plan->n_both = MAX (plan->n_both, one->n + one->second_n);
    }
  plan->inspect_all = plan->known && lot > 0 && plan->n >= lot;
}

/**
 * assay_inspection_plan_compute:
 * @inspection: an inspection
 * @plan: (out): the plan; not known when the lot size, level, severity or all AQLs are
 * @error: set when an AQL is not one of the tables, or none for what is counted
 *
 * Single or double sampling after MIL-STD-105E, each class in the table of its severity; see
 * assay_class_plans() for what "largest sample for all classes" does. A class without an AQL is not
 * inspected; AQL 0 means that none is allowed.
 *
 * Returns: %FALSE with @error when the tables have no such plan
 */
gboolean
assay_inspection_plan_compute (const AssayRecord *inspection,
                               AssayInspectionPlan *plan,
                               GError **error)
{
  AssayClassSamples samples[ASSAY_N_CLASSES];
  Inputs in;

  g_return_val_if_fail (plan != NULL, FALSE);

  *plan = (AssayInspectionPlan){ 0 };
  if (!read_inputs (inspection, &in))
    return TRUE;
  if (!check_basis (inspection, &in, error)
      || !assay_class_plans (in.lot, in.level, in.sampling, in.demands,
                             assay_record_get_flag (inspection, ASSAY_INSPECTION_LARGEST_SAMPLE),
                             samples, error))
    return FALSE;

  plan->code_letter = assay_code_letter (in.lot, in.level);
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    if (samples[i].n > 0)
      plan->classes[i] = (AssayClassPlan){ .inspected = TRUE,
                                           .n = samples[i].n,
                                           .second_n = samples[i].second_n,
                                           .first_ac = samples[i].first_ac,
                                           .first_re = samples[i].first_re,
                                           .ac = samples[i].ac,
                                           .re = samples[i].re };
  sum_up (plan, in.lot);
  return TRUE;
}

/**
 * assay_inspection_plan_read:
 * @plan: (out): the snapshot; not known when the record holds none
 *
 * Imported inspections may hold a sample size without numbers or numbers without a letter: a class
 * counts as inspected when it has Ac and Re.
 */
void
assay_inspection_plan_read (const AssayRecord *inspection, AssayInspectionPlan *plan)
{
  const char *letter = assay_record_get_text (inspection, ASSAY_INSPECTION_CODE_LETTER);

  *plan = (AssayInspectionPlan){ .code_letter = letter != NULL ? *letter : 0 };
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      const AssayClassFields *fields = &class_fields[i];
      AssayClassPlan *one = &plan->classes[i];

      one->n = assay_record_get_integer (inspection, fields->sample, 0);
      one->ac = assay_record_get_integer (inspection, fields->ac, -1);
      one->re = assay_record_get_integer (inspection, fields->re, -1);
      one->inspected = one->ac >= 0 && one->re > one->ac;
      if (!one->inspected)
        {
          *one = (AssayClassPlan){ 0 };
          continue;
        }
      one->second_n = assay_record_get_integer (inspection, fields->second_n, 0);
      one->first_ac = assay_record_get_integer (inspection, fields->first_ac, -1);
      one->first_re = assay_record_get_integer (inspection, fields->first_re, -1);
      if (one->second_n <= 0 || one->first_ac < 0 || one->first_re <= one->first_ac)
        one->second_n = one->first_ac = one->first_re = 0;
    }
  sum_up (plan, assay_record_get_integer (inspection, ASSAY_INSPECTION_LOT_SIZE, 0));
}

static void
set_count (AssayRecord *record, guint field, gboolean known, gint64 count)
{
  if (known)
    assay_record_set_integer (record, field, count);
  else
    assay_record_set_unknown (record, field);
}

/**
 * assay_inspection_plan_write:
 * @plan: the plan that holds for this inspection from now on
 * @inspection: the record that takes its snapshot
 */
void
assay_inspection_plan_write (const AssayInspectionPlan *plan, AssayRecord *inspection)
{
  char letter[] = { plan->code_letter, '\0' };

  assay_record_set_text (inspection, ASSAY_INSPECTION_STANDARD,
                         plan->known ? ASSAY_INSPECTION_PLAN_SET : NULL);
  assay_record_set_text (inspection, ASSAY_INSPECTION_CODE_LETTER,
                         plan->known && plan->code_letter != 0 ? letter : NULL);
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      const AssayClassPlan *class_plan = &plan->classes[i];
      gboolean known = plan->known && class_plan->inspected;

      set_count (inspection, class_fields[i].sample, known, class_plan->n);
      set_count (inspection, class_fields[i].ac, known, class_plan->ac);
      set_count (inspection, class_fields[i].re, known, class_plan->re);
      known = known && assay_class_plan_is_double (class_plan);
      set_count (inspection, class_fields[i].second_n, known, class_plan->second_n);
      set_count (inspection, class_fields[i].first_ac, known, class_plan->first_ac);
      set_count (inspection, class_fields[i].first_re, known, class_plan->first_re);
    }
}

gboolean
assay_inspection_plan_equal (const AssayInspectionPlan *a, const AssayInspectionPlan *b)
{
  if (a->known != b->known || a->code_letter != b->code_letter || a->n != b->n)
    return FALSE;
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      const AssayClassPlan *one = &a->classes[i], *other = &b->classes[i];

      if (one->inspected != other->inspected || one->n != other->n || one->ac != other->ac
          || one->re != other->re || one->second_n != other->second_n
          || one->first_ac != other->first_ac || one->first_re != other->first_re)
        return FALSE;
    }
  return TRUE;
}

gboolean
assay_inspection_plan_inputs_equal (const AssayRecord *a, const AssayRecord *b)
{
  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    if (!assay_value_equal (assay_record_get_value (a, inputs[i]),
                            assay_record_get_value (b, inputs[i])))
      return FALSE;
  return TRUE;
}

/* The second sample was begun when more was inspected than in the first; an import that does not
 * tell the samples apart says so by inspecting more than the first has. */
static gboolean
second_begun (const AssayRecord *inspection)
{
  gint64 inspected = assay_record_get_integer (inspection, ASSAY_INSPECTION_INSPECTED, -1);
  gint64 first = assay_record_get_integer (inspection, ASSAY_INSPECTION_FIRST_INSPECTED, -1);
  AssayInspectionPlan plan;

  assay_inspection_plan_read (inspection, &plan);
  return plan.is_double && inspected > (first >= 0 ? first : plan.n);
}

void
assay_inspection_counts_read (const AssayRecord *inspection, AssayInspectionCounts *counts)
{
  counts->second = second_begun (inspection);
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      counts->found[i] = assay_record_get_integer (inspection, class_fields[i].found, -1);
      counts->first[i] = assay_record_get_integer (inspection, class_fields[i].first, -1);
    }
}

void
assay_inspection_counts_write (const AssayInspectionCounts *counts, AssayRecord *inspection)
{
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      set_count (inspection, class_fields[i].found, counts->found[i] >= 0, counts->found[i]);
      set_count (inspection, class_fields[i].first, counts->first[i] >= 0, counts->first[i]);
    }
}

static gboolean
has_second_sample (const AssayRecord *inspection)
{
  return assay_record_get_integer (inspection, ASSAY_INSPECTION_SECOND_SAMPLE_CRITICAL, 0) > 0
         || assay_record_get_integer (inspection, ASSAY_INSPECTION_SECOND_SAMPLE_MAJOR, 0) > 0
         || assay_record_get_integer (inspection, ASSAY_INSPECTION_SECOND_SAMPLE_MINOR, 0) > 0;
}

/**
 * assay_inspection_counts_add_up:
 * @inspection: what the defects were found in; says whether units or defects are counted
 * @counts: (out): as the book computes them when the defects are saved
 */
void
assay_inspection_counts_add_up (const AssayRecord *inspection,
                                AssayRecord *const *defects,
                                guint n_defects,
                                AssayInspectionCounts *counts)
{
  const char *basis = assay_record_get_text (inspection, ASSAY_INSPECTION_BASIS);
  gboolean two_samples = has_second_sample (inspection);
  gboolean second = second_begun (inspection);
  g_auto (AssayDefectTally) tally = { 0 };

  assay_defect_tally_init (&tally, g_strcmp0 (basis, "defects") != 0);
  for (guint i = 0; i < n_defects; i++)
    {
      const char *sample = assay_record_get_text (defects[i], ASSAY_DEFECT_SAMPLE);
      AssayClass defect_class;

      if (assay_class_from_string (assay_record_get_text (defects[i], ASSAY_DEFECT_CLASS),
                                   &defect_class))
        assay_defect_tally_add (&tally, defect_class,
                                assay_record_get_integer (defects[i], ASSAY_DEFECT_COUNT, 1),
                                assay_record_get_text (defects[i], ASSAY_DEFECT_UNITS),
                                two_samples && g_strcmp0 (sample, "second") == 0);
    }
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      counts->found[i] = tally.found[i];
      counts->first[i] = two_samples ? tally.first[i] : -1;
    }
  counts->second = second;
}

static AssayJudgement
judge_numbers (gint64 found, gint64 ac, gint64 re)
{
  if (found < 0)
    return ASSAY_JUDGED_NOT_COUNTED;
  if (found >= re)
    return ASSAY_JUDGED_REJECTED;
  return found <= ac ? ASSAY_JUDGED_ACCEPTED : ASSAY_JUDGED_ACCEPTED_SWITCH;
}

/* Before the second sample all that was found is in the first. */
static AssayJudgement
judge_first (const AssayClassPlan *plan, gint64 first)
{
  AssayJudgement judgement = judge_numbers (first, plan->first_ac, plan->first_re);

  return judgement == ASSAY_JUDGED_ACCEPTED_SWITCH ? ASSAY_JUDGED_SECOND_SAMPLE : judgement;
}

/**
 * assay_inspection_judge_class:
 *
 * A class of a double plan that its first sample accepted or rejected stays so, whatever the
 * second, drawn for another class, holds. Where nobody told the samples apart, both together are
 * judged.
 *
 * Returns: what the class says on its own, whatever number of units was inspected
 */
AssayJudgement
assay_inspection_judge_class (const AssayInspectionPlan *plan,
                              AssayClass defect_class,
                              const AssayInspectionCounts *counts)
{
  const AssayClassPlan *one = &plan->classes[defect_class];
  gint64 found = counts->found[defect_class], first = counts->first[defect_class];
  AssayJudgement judgement;

  if (!plan->known)
    return ASSAY_JUDGED_NO_PLAN;
  if (!one->inspected)
    return ASSAY_JUDGED_ACCEPTED;
  if (!assay_class_plan_is_double (one))
    return judge_numbers (found, one->ac, one->re);
  if (!counts->second)
    return judge_first (one, MAX (first, found));
  judgement = first >= 0 ? judge_first (one, first) : ASSAY_JUDGED_SECOND_SAMPLE;
  return judgement == ASSAY_JUDGED_SECOND_SAMPLE ? judge_numbers (found, one->ac, one->re)
                                                 : judgement;
}

/* Whether the class is decided by both samples together. */
static gboolean
needs_second (const AssayInspectionPlan *plan, AssayClass i, const AssayInspectionCounts *counts)
{
  const AssayClassPlan *one = &plan->classes[i];
  gint64 first = counts->first[i];

  if (!assay_class_plan_is_double (one))
    return FALSE;
  if (!counts->second)
    first = MAX (first, counts->found[i]);
  return first < 0 ? counts->second : judge_first (one, first) == ASSAY_JUDGED_SECOND_SAMPLE;
}

/**
 * assay_inspection_plan_due:
 * @inspected: units that were inspected, -1 when unknown
 *
 * Returns: units that have to be inspected as things stand: those of the first samples, and of the
 *   second ones of the classes which the whole first sample left open
 */
gint64
assay_inspection_plan_due (const AssayInspectionPlan *plan,
                           gint64 inspected,
                           const AssayInspectionCounts *counts)
{
  gint64 due = plan->n;

  for (AssayClass i = 0; i < ASSAY_N_CLASSES && inspected >= plan->n; i++)
    if (needs_second (plan, i, counts))
      due = MAX (due, plan->classes[i].n + plan->classes[i].second_n);
  return due;
}

/* The word of one class against that of those before it: what leaves the result open outweighs. */
static AssayJudgement
weigh (AssayJudgement judgement, AssayJudgement one)
{
  static const guint weights[] = {
    [ASSAY_JUDGED_ACCEPTED] = 0,     [ASSAY_JUDGED_ACCEPTED_SWITCH] = 1,
    [ASSAY_JUDGED_SAMPLE_SHORT] = 2, [ASSAY_JUDGED_SECOND_SAMPLE] = 3,
    [ASSAY_JUDGED_NOT_COUNTED] = 4,  [ASSAY_JUDGED_NO_PLAN] = 5,
    [ASSAY_JUDGED_REJECTED] = 6,
  };

  return weights[one] > weights[judgement] ? one : judgement;
}

/**
 * assay_inspection_judge:
 * @inspected: units that were inspected, -1 when unknown
 * @why: (out) (optional): what decided
 *
 * A lot fails as soon as one class reaches its rejection number, even while the inspection goes on.
 * It passes when every class was counted on a whole sample and none was rejected. Until then the
 * result is pending; also when the first of two samples decides nothing.
 */
AssayInspectionResult
assay_inspection_judge (const AssayInspectionPlan *plan,
                        gint64 inspected,
                        const AssayInspectionCounts *counts,
                        AssayJudgement *why)
{
  AssayJudgement judgement = plan->known ? ASSAY_JUDGED_ACCEPTED : ASSAY_JUDGED_NO_PLAN;

  for (AssayClass i = 0; i < ASSAY_N_CLASSES && plan->known; i++)
    judgement = weigh (judgement, assay_inspection_judge_class (plan, i, counts));
  if (judgement != ASSAY_JUDGED_REJECTED && judgement != ASSAY_JUDGED_NO_PLAN)
    {
      if (inspected < 0)
        judgement = ASSAY_JUDGED_NOT_COUNTED;
      else if (judgement == ASSAY_JUDGED_SECOND_SAMPLE && inspected < plan->n)
        judgement = ASSAY_JUDGED_SAMPLE_SHORT;
      else if (judgement != ASSAY_JUDGED_SECOND_SAMPLE && judgement != ASSAY_JUDGED_NOT_COUNTED
               && inspected < assay_inspection_plan_due (plan, inspected, counts))
        judgement = ASSAY_JUDGED_SAMPLE_SHORT;
    }
  if (why != NULL)
    *why = judgement;
  if (judgement == ASSAY_JUDGED_REJECTED)
    return ASSAY_RESULT_FAIL;
  return judgement == ASSAY_JUDGED_ACCEPTED || judgement == ASSAY_JUDGED_ACCEPTED_SWITCH
             ? ASSAY_RESULT_PASS
             : ASSAY_RESULT_PENDING;
}

/**
 * assay_cartons_to_open:
 *
 * Returns: the smallest whole number whose square is not below @cartons
 */
gint64
assay_cartons_to_open (gint64 cartons)
{
  gint64 low = 0, high = G_GINT64_CONSTANT (3037000499);

  while (low < high)
    {
      gint64 middle = (low + high) / 2;

      if (middle * middle >= cartons)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}
