/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sampling-plan.c: from lot, level, severity and AQL to a plan: reads the tables,
 * follows their arrows, and judges what was found.
 */
#include "assay-config.h"

#include "figures/sampling-plan.h"
#include "figures/sampling-tables.h"

#include <glib/gi18n-lib.h>

static gint
aql_column (gint aql_thousandths)
{
  const gint *list = assay_aql_list ();

  for (gint i = 0; i < ASSAY_N_AQLS; i++)
    if (list[i] == aql_thousandths)
      return i;
  return -1;
}

static gboolean
check_severity (AssaySeverity severity, GError **error)
{
  if ((guint)severity <= ASSAY_SEVERITY_REDUCED)
    return TRUE;
  g_set_error (error, ASSAY_FIGURES_ERROR, ASSAY_FIGURES_ERROR_INVALID,
               _ ("No such inspection severity: %d"), (int)severity);
  return FALSE;
}

static gboolean
check_lot (gint64 lot, AssayInspectionLevel level, GError **error)
{
  if (lot < 1)
    g_set_error_literal (error, ASSAY_FIGURES_ERROR, ASSAY_FIGURES_ERROR_INVALID,
                         _ ("A lot has at least one unit"));
  else if ((guint)level >= ASSAY_N_INSPECTION_LEVELS)
    g_set_error (error, ASSAY_FIGURES_ERROR, ASSAY_FIGURES_ERROR_INVALID,
                 _ ("No such inspection level: %d"), (int)level);
  else
    return TRUE;
  return FALSE;
}

/* Every unit of the lot is looked at where the sample leaves none out. */
static void
limit_to_lot (AssaySamplingPlan *plan, gint64 lot)
{
  plan->inspect_all = plan->table_n >= lot;
  plan->n = plan->inspect_all ? lot : plan->table_n;
}

/*
 * Follows an arrow to the first plan in its direction and takes sample size and
 * numbers from there. Every arrow of the tables ends at a plan.
 */
static gboolean
read_plan (gint letter, AssaySeverity severity, gint aql, AssaySamplingPlan *plan, GError **error)
{
  gint row = letter;
  gint step;
  AssayPlanCell cell;

  *plan = (AssaySamplingPlan){ .code_letter = assay_sampling_table_letter (letter) };
  cell = assay_sampling_table_single (severity, row, aql, &plan->ac, &plan->re);
  plan->table_cell = cell;
  step = cell == ASSAY_PLAN_CELL_UP ? -1 : 1;
  while (cell != ASSAY_PLAN_CELL_PLAN)
    {
      row += step;
      if (row < 0 || row >= ASSAY_SAMPLING_N_LETTERS
          || assay_sampling_table_single_n (severity, row) == 0)
        {
          g_set_error (error, ASSAY_FIGURES_ERROR, ASSAY_FIGURES_ERROR_NO_PLAN,
                       _ ("The tables have no plan for letter %c at AQL %s"), plan->code_letter,
                       assay_aql_to_string (assay_aql_list ()[aql]));
          *plan = (AssaySamplingPlan){ 0 };
          return FALSE;
        }
      cell = assay_sampling_table_single (severity, row, aql, &plan->ac, &plan->re);
    }
  plan->final_letter = assay_sampling_table_letter (row);
  plan->table_n = assay_sampling_table_single_n (severity, row);
  plan->n = plan->table_n;
  return TRUE;
}

/**
 * assay_code_letter:
 *
 * Table I. Letters I and O are not used.
 *
 * Returns: the sample size code letter, 0 for a lot below 2 units, which has none
 */
char
assay_code_letter (gint64 lot, AssayInspectionLevel level)
{
  return assay_sampling_table_letter (assay_sampling_table_lot_letter (lot, level));
}

/**
 * assay_sampling_plan_for_letter:
 * @letter: a code letter A to R, or S for the one tightened plan it has
 * @plan: (out): sizes are the table's, whatever the lot
 *
 * Tables II-A, II-B and II-C with arrows followed: sample size, Ac and Re are all
 * taken from the letter where the arrow ends.
 *
 * Returns: %FALSE with %ASSAY_FIGURES_ERROR for what the tables do not have
 */
gboolean
assay_sampling_plan_for_letter (char letter,
                                AssaySeverity severity,
                                gint aql_thousandths,
                                AssaySamplingPlan *plan,
                                GError **error)
{
  gint row = assay_sampling_table_letter_index (letter);
  gint aql = aql_column (aql_thousandths);

  g_return_val_if_fail (plan != NULL, FALSE);

  *plan = (AssaySamplingPlan){ 0 };
  if (!check_severity (severity, error))
    return FALSE;
  if (aql < 0)
    {
      g_set_error (error, ASSAY_FIGURES_ERROR, ASSAY_FIGURES_ERROR_NO_PLAN,
                   _ ("The tables have no AQL of %g"), aql_thousandths / 1000.0);
      return FALSE;
    }
  /* S stands in the table for AQL 0.025, tightened, alone. */
  if (row < 0 || (letter == 'S' && (severity != ASSAY_SEVERITY_TIGHTENED || aql_thousandths != 25)))
    {
      g_set_error_literal (error, ASSAY_FIGURES_ERROR, ASSAY_FIGURES_ERROR_NO_PLAN,
                           _ ("The tables have no plan for this code letter"));
      return FALSE;
    }
  return read_plan (row, severity, aql, plan, error);
}

/**
 * assay_sampling_plan_single:
 * @lot: units in the lot
 * @aql_thousandths: one of assay_aql_list(), or %ASSAY_AQL_ZERO
 * @plan: (out): the plan
 *
 * The single plan of a lot. A lot of one unit has no plan in the standard: the unit
 * is inspected and must be good (Ac 0, Re 1). %ASSAY_AQL_ZERO gives Ac 0, Re 1 on the
 * sample size of the lot's own letter.
 *
 * Returns: %FALSE with %ASSAY_FIGURES_ERROR on a lot below 1 or an AQL outside the tables
 */
gboolean
assay_sampling_plan_single (gint64 lot,
                            AssayInspectionLevel level,
                            AssaySeverity severity,
                            gint aql_thousandths,
                            AssaySamplingPlan *plan,
                            GError **error)
{
  g_return_val_if_fail (plan != NULL, FALSE);

  *plan = (AssaySamplingPlan){ 0 };
  if (!check_lot (lot, level, error) || !check_severity (severity, error))
    return FALSE;

  if (aql_thousandths == ASSAY_AQL_ZERO)
    {
      gint row = assay_sampling_table_lot_letter (lot, level);

      assay_sampling_plan_zero (row < 0 ? 1 : assay_sampling_table_single_n (severity, row), plan);
      plan->code_letter = plan->final_letter = assay_sampling_table_letter (row);
    }
  else if (!assay_sampling_plan_for_letter (lot == 1 ? 'A' : assay_code_letter (lot, level),
                                            severity, aql_thousandths, plan, error))
    return FALSE;
  else if (lot == 1)
    assay_sampling_plan_zero (1, plan);

  limit_to_lot (plan, lot);
  return TRUE;
}

/**
 * assay_sampling_plan_zero:
 * @n: units to inspect; below 1 the class counts as not inspected
 * @plan: (out): Ac 0, Re 1 on @n units
 *
 * "AQL 0", the usual demand for critical defects. No table has it: it is a
 * decision, and protects only as far as the sample sees.
 */
void
assay_sampling_plan_zero (gint64 n, AssaySamplingPlan *plan)
{
  g_return_if_fail (plan != NULL);

  n = MAX (n, 0);
  *plan = (AssaySamplingPlan){ .n = n, .table_n = n, .ac = 0, .re = 1 };
}

static AssayVerdict
judge (gint64 defective, gint ac, gint re)
{
  if (defective <= ac)
    return ASSAY_VERDICT_ACCEPT;
  return defective >= re ? ASSAY_VERDICT_REJECT : ASSAY_VERDICT_ACCEPT_SWITCH;
}

/**
 * assay_sampling_plan_judge:
 * @defective: defective units (or defects, where the plan counts those) found
 *
 * Returns: the verdict; a class not inspected accepts
 */
AssayVerdict
assay_sampling_plan_judge (const AssaySamplingPlan *plan, gint64 defective)
{
  g_return_val_if_fail (plan != NULL, ASSAY_VERDICT_REJECT);

  return plan->n == 0 ? ASSAY_VERDICT_ACCEPT : judge (defective, plan->ac, plan->re);
}

static void
fill_double (AssayDoublePlan *plan, AssaySeverity severity, gint aql_thousandths)
{
  gint row = assay_sampling_table_letter_index (plan->single.final_letter);
  const gint8 *numbers = assay_sampling_table_double (severity, row, aql_column (aql_thousandths));

  plan->code_letter = plan->single.code_letter;
  plan->final_letter = plan->single.final_letter;
  plan->use_single = numbers == NULL;
  if (plan->use_single)
    return;
  plan->n1 = plan->n2 = assay_sampling_table_double_n (severity, row);
  plan->ac1 = numbers[0];
  plan->re1 = numbers[1];
  plan->ac2 = numbers[2];
  plan->re2 = numbers[3];
}

/**
 * assay_double_plan_for_letter:
 * @plan: (out): sizes are the table's, whatever the lot
 *
 * Tables III-A, III-B and III-C with arrows followed.
 *
 * Returns: %FALSE with %ASSAY_FIGURES_ERROR for what the tables do not have
 */
gboolean
assay_double_plan_for_letter (char letter,
                              AssaySeverity severity,
                              gint aql_thousandths,
                              AssayDoublePlan *plan,
                              GError **error)
{
  g_return_val_if_fail (plan != NULL, FALSE);

  *plan = (AssayDoublePlan){ 0 };
  if (!assay_sampling_plan_for_letter (letter, severity, aql_thousandths, &plan->single, error))
    return FALSE;
  fill_double (plan, severity, aql_thousandths);
  return TRUE;
}

/**
 * assay_sampling_plan_double:
 * @lot: units in the lot
 * @plan: (out): the plan
 *
 * The double plan of a lot. The single plan takes its place where the table says so
 * (Ac 0, and the smallest samples), for %ASSAY_AQL_ZERO, and where the lot is too small
 * to draw both samples from.
 *
 * Returns: %FALSE with %ASSAY_FIGURES_ERROR on a lot below 1 or an AQL outside the tables
 */
gboolean
assay_sampling_plan_double (gint64 lot,
                            AssayInspectionLevel level,
                            AssaySeverity severity,
                            gint aql_thousandths,
                            AssayDoublePlan *plan,
                            GError **error)
{
  AssaySamplingPlan single;

  g_return_val_if_fail (plan != NULL, FALSE);

  *plan = (AssayDoublePlan){ 0 };
  if (!assay_sampling_plan_single (lot, level, severity, aql_thousandths, &single, error))
    return FALSE;
  plan->single = single;
  if (lot > 1 && aql_thousandths != ASSAY_AQL_ZERO)
    fill_double (plan, severity, aql_thousandths);
  if (plan->n1 == 0 || plan->n1 + plan->n2 > lot)
    *plan = (AssayDoublePlan){ .use_single = TRUE,
                               .single = single,
                               .code_letter = single.code_letter,
                               .final_letter = single.final_letter };
  return TRUE;
}

/**
 * assay_double_plan_judge_first:
 * @defective: defectives in the first sample
 *
 * Returns: the verdict, %ASSAY_VERDICT_SECOND_SAMPLE where it is still open
 */
AssayVerdict
assay_double_plan_judge_first (const AssayDoublePlan *plan, gint64 defective)
{
  AssayVerdict verdict;

  g_return_val_if_fail (plan != NULL, ASSAY_VERDICT_REJECT);

  if (plan->use_single)
    return assay_sampling_plan_judge (&plan->single, defective);
  verdict = judge (defective, plan->ac1, plan->re1);
  return verdict == ASSAY_VERDICT_ACCEPT_SWITCH ? ASSAY_VERDICT_SECOND_SAMPLE : verdict;
}

/**
 * assay_double_plan_judge_second:
 * @defective: defectives in both samples together
 *
 * Returns: the final verdict
 */
AssayVerdict
assay_double_plan_judge_second (const AssayDoublePlan *plan, gint64 defective)
{
  g_return_val_if_fail (plan != NULL, ASSAY_VERDICT_REJECT);

  if (plan->use_single)
    return assay_sampling_plan_judge (&plan->single, defective);
  return judge (defective, plan->ac2, plan->re2);
}
