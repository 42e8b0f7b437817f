/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/inspection-plan.h"

#include "record/defect-tally.h"

/* In the order of AssayClass. */
static const AssayClassFields class_fields[ASSAY_N_CLASSES] = {
  { "critical", ASSAY_INSPECTION_AQL_CRITICAL, ASSAY_INSPECTION_SAMPLE_CRITICAL,
    ASSAY_INSPECTION_AC_CRITICAL, ASSAY_INSPECTION_RE_CRITICAL,
    ASSAY_INSPECTION_DEFECTIVE_CRITICAL },
  { "major", ASSAY_INSPECTION_AQL_MAJOR, ASSAY_INSPECTION_SAMPLE_MAJOR, ASSAY_INSPECTION_AC_MAJOR,
    ASSAY_INSPECTION_RE_MAJOR, ASSAY_INSPECTION_DEFECTIVE_MAJOR },
  { "minor", ASSAY_INSPECTION_AQL_MINOR, ASSAY_INSPECTION_SAMPLE_MINOR, ASSAY_INSPECTION_AC_MINOR,
    ASSAY_INSPECTION_RE_MINOR, ASSAY_INSPECTION_DEFECTIVE_MINOR },
};

G_STATIC_ASSERT (ASSAY_N_CLASSES == (int)ASSAY_N_DEFECT_CLASSES);
G_STATIC_ASSERT (ASSAY_N_CLASSES == (int)ASSAY_TALLY_CLASSES);

/* What the plan is computed from. */
static const guint inputs[] = {
  ASSAY_INSPECTION_LOT_SIZE,  ASSAY_INSPECTION_LEVEL,          ASSAY_INSPECTION_SEVERITY,
  ASSAY_INSPECTION_AQL_MAJOR, ASSAY_INSPECTION_AQL_CRITICAL,   ASSAY_INSPECTION_AQL_MINOR,
  ASSAY_INSPECTION_BASIS,     ASSAY_INSPECTION_LARGEST_SAMPLE,
};

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

/* FALSE without error when an input is missing. */
static gboolean
read_inputs (const AssayRecord *inspection,
             gint64 *lot,
             AssayInspectionLevel *level,
             AssaySeverity *severity,
             gint aqls[ASSAY_N_CLASSES])
{
  const char *level_text = assay_record_get_text (inspection, ASSAY_INSPECTION_LEVEL);
  const char *severity_text = assay_record_get_text (inspection, ASSAY_INSPECTION_SEVERITY);
  gboolean any = FALSE;

  *lot = assay_record_get_integer (inspection, ASSAY_INSPECTION_LOT_SIZE, 0);
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      gint64 aql = assay_record_get_integer (inspection, class_fields[i].aql, ASSAY_AQL_NONE);

      aqls[i] = (gint)CLAMP (aql, ASSAY_AQL_NONE, G_MAXINT);
      any = any || aqls[i] != ASSAY_AQL_NONE;
    }
  return any && *lot > 0 && level_text != NULL && severity_text != NULL
         && assay_inspection_level_from_string (level_text, level)
         && assay_severity_from_string (severity_text, severity);
}

/**
 * assay_inspection_plan_compute:
 * @inspection: an inspection
 * @plan: (out): the plan; not known when the lot size, level, severity or all AQLs are
 * @error: set when an AQL is not one of the tables
 *
 * Single sampling after MIL-STD-105E. A class without an AQL is not inspected; AQL 0 means that
 * none is allowed.
 *
 * Returns: %FALSE with @error when the tables have no such plan
 */
gboolean
assay_inspection_plan_compute (const AssayRecord *inspection,
                               AssayInspectionPlan *plan,
                               GError **error)
{
  AssaySamplingPlan plans[ASSAY_N_CLASSES];
  AssayInspectionLevel level;
  AssaySeverity severity;
  gint aqls[ASSAY_N_CLASSES];
  gint64 lot;

  g_return_val_if_fail (plan != NULL, FALSE);

  *plan = (AssayInspectionPlan){ 0 };
  if (!read_inputs (inspection, &lot, &level, &severity, aqls))
    return TRUE;
  if (!assay_sampling_plan_classes (
          lot, level, severity, aqls,
          assay_record_get_flag (inspection, ASSAY_INSPECTION_LARGEST_SAMPLE), plans, error))
    return FALSE;

  plan->known = TRUE;
  plan->code_letter = assay_code_letter (lot, level);
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      if (aqls[i] == ASSAY_AQL_NONE)
        continue;
      plan->classes[i] = (AssayClassPlan){
        .inspected = TRUE, .n = plans[i].n, .ac = plans[i].ac, .re = plans[i].re
      };
      plan->n = MAX (plan->n, plans[i].n);
    }
  plan->inspect_all = plan->n >= lot;
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
  gint64 lot = assay_record_get_integer (inspection, ASSAY_INSPECTION_LOT_SIZE, 0);

  *plan = (AssayInspectionPlan){ .code_letter = letter != NULL ? *letter : 0 };
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      AssayClassPlan *class_plan = &plan->classes[i];

      class_plan->ac = assay_record_get_integer (inspection, class_fields[i].ac, -1);
      class_plan->re = assay_record_get_integer (inspection, class_fields[i].re, -1);
      class_plan->n = assay_record_get_integer (inspection, class_fields[i].sample, 0);
      class_plan->inspected = class_plan->ac >= 0 && class_plan->re > class_plan->ac;
      if (!class_plan->inspected)
        *class_plan = (AssayClassPlan){ 0 };
      plan->known = plan->known || class_plan->inspected;
      plan->n = MAX (plan->n, class_plan->n);
    }
  plan->inspect_all = plan->known && lot > 0 && plan->n >= lot;
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
    }
}

gboolean
assay_inspection_plan_equal (const AssayInspectionPlan *a, const AssayInspectionPlan *b)
{
  if (a->known != b->known || a->code_letter != b->code_letter || a->n != b->n)
    return FALSE;
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    if (a->classes[i].inspected != b->classes[i].inspected || a->classes[i].n != b->classes[i].n
        || a->classes[i].ac != b->classes[i].ac || a->classes[i].re != b->classes[i].re)
      return FALSE;
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

void
assay_inspection_counts_read (const AssayRecord *inspection, AssayInspectionCounts *counts)
{
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    counts->found[i] = assay_record_get_integer (inspection, class_fields[i].found, -1);
}

void
assay_inspection_counts_write (const AssayInspectionCounts *counts, AssayRecord *inspection)
{
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    set_count (inspection, class_fields[i].found, counts->found[i] >= 0, counts->found[i]);
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
    counts->found[i] = tally.found[i];
}

/**
 * assay_inspection_judge_class:
 * @found: what was found in the class, -1 when nobody counted
 *
 * Returns: what the class says on its own, whatever number of units was inspected
 */
AssayJudgement
assay_inspection_judge_class (const AssayInspectionPlan *plan,
                              AssayClass defect_class,
                              gint64 found)
{
  const AssayClassPlan *class_plan = &plan->classes[defect_class];

  if (!plan->known)
    return ASSAY_JUDGED_NO_PLAN;
  if (!class_plan->inspected)
    return ASSAY_JUDGED_ACCEPTED;
  if (found < 0)
    return ASSAY_JUDGED_NOT_COUNTED;
  if (found >= class_plan->re)
    return ASSAY_JUDGED_REJECTED;
  return found <= class_plan->ac ? ASSAY_JUDGED_ACCEPTED : ASSAY_JUDGED_ACCEPTED_SWITCH;
}

/**
 * assay_inspection_judge:
 * @inspected: units that were inspected, -1 when unknown
 * @why: (out) (optional): what decided
 *
 * A lot fails as soon as one class reaches its rejection number, even while the inspection goes on.
 * It passes when every class was counted on a whole sample and none was rejected. Until then the
 * result is pending.
 */
AssayInspectionResult
assay_inspection_judge (const AssayInspectionPlan *plan,
                        gint64 inspected,
                        const AssayInspectionCounts *counts,
                        AssayJudgement *why)
{
  AssayJudgement judgement = plan->known ? ASSAY_JUDGED_ACCEPTED : ASSAY_JUDGED_NO_PLAN;

  for (AssayClass i = 0; i < ASSAY_N_CLASSES && plan->known; i++)
    {
      AssayJudgement one = assay_inspection_judge_class (plan, i, counts->found[i]);

      if (one == ASSAY_JUDGED_REJECTED)
        {
          judgement = one;
          break;
        }
      if (one == ASSAY_JUDGED_NOT_COUNTED
          || (one == ASSAY_JUDGED_ACCEPTED_SWITCH && judgement == ASSAY_JUDGED_ACCEPTED))
        judgement = one;
    }
  if (judgement == ASSAY_JUDGED_ACCEPTED || judgement == ASSAY_JUDGED_ACCEPTED_SWITCH)
    {
      if (inspected < 0)
        judgement = ASSAY_JUDGED_NOT_COUNTED;
      else if (inspected < plan->n)
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
