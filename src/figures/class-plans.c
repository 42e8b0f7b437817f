/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * class-plans.c: the plans of the classes of one lot, which may differ in AQL and in
 * severity, on samples of their own or on the largest for all of them.
 */
#include "figures/class-plans.h"
#include "figures/sampling-tables.h"

/* What is made of the demands before it is limited to the lot. */
typedef struct
{
  gint64 lot;
  AssayClassDemand demands[ASSAY_N_DEFECT_CLASSES];
  AssaySamplingPlan plans[ASSAY_N_DEFECT_CLASSES];
  AssayDoublePlan doubles[ASSAY_N_DEFECT_CLASSES];
} Making;

static gboolean
has_table (const Making *making, gint i)
{
  return making->demands[i].aql > 0;
}

static void
limit_to_lot (AssaySamplingPlan *plan, gint64 lot)
{
  plan->inspect_all = plan->table_n >= lot;
  plan->n = plan->inspect_all ? lot : plan->table_n;
}

/*
 * Reads every class at @row. An arrow down asks for a larger sample than this row
 * has, so the row for all of them moves there; an arrow up would allow a smaller
 * one, but the units are drawn already, so only its numbers are taken.
 */
static gint
reread (Making *making, gint row)
{
  gint next = row;

  for (gint i = 0; i < ASSAY_N_DEFECT_CLASSES; i++)
    {
      AssaySamplingPlan plan;

      /* Letter S holds one plan only; the other classes then keep their own numbers. */
      if (!has_table (making, i)
          || !assay_sampling_plan_for_letter (assay_sampling_table_letter (row),
                                              making->demands[i].severity, making->demands[i].aql,
                                              &plan, NULL))
        continue;
      making->plans[i].ac = plan.ac;
      making->plans[i].re = plan.re;
      next = MAX (next, assay_sampling_table_letter_index (plan.final_letter));
    }
  return next;
}

static gint
largest_row (const Making *making)
{
  gint row = -1;

  for (gint i = 0; i < ASSAY_N_DEFECT_CLASSES; i++)
    if (has_table (making, i))
      row = MAX (row, assay_sampling_table_letter_index (making->plans[i].final_letter));
  return row;
}

/*
 * One sample for all classes has one size: normal and tightened plans of a letter have
 * the same, a reduced plan a smaller one. So reduced holds only where every class that
 * reads a table is on it; else its classes, whose units are drawn anyway, are judged
 * by the normal plan on the sample of the others.
 */
static void
agree_on_severity (Making *making)
{
  gboolean all_reduced = TRUE;

  for (gint i = 0; i < ASSAY_N_DEFECT_CLASSES; i++)
    if (has_table (making, i))
      all_reduced = all_reduced && making->demands[i].severity == ASSAY_SEVERITY_REDUCED;
  for (gint i = 0; i < ASSAY_N_DEFECT_CLASSES && !all_reduced; i++)
    if (has_table (making, i) && making->demands[i].severity == ASSAY_SEVERITY_REDUCED)
      making->demands[i].severity = ASSAY_SEVERITY_NORMAL;
}

static gboolean
read_singles (Making *making, AssayInspectionLevel level, GError **error)
{
  for (gint i = 0; i < ASSAY_N_DEFECT_CLASSES; i++)
    {
      const AssayClassDemand *demand = &making->demands[i];

      making->plans[i] = (AssaySamplingPlan){ 0 };
      if (demand->aql != ASSAY_AQL_NONE
          && !assay_sampling_plan_single (making->lot, level, demand->severity, demand->aql,
                                          &making->plans[i], error))
        return FALSE;
    }
  return TRUE;
}

/* Returns the row of the common sample, -1 where no class reads a table. */
static gint
use_largest (Making *making)
{
  gint row = making->lot == 1 ? -1 : largest_row (making);

  if (row < 0)
    return -1;
  for (gint next; (next = reread (making, row)) != row;)
    row = next;
  for (gint i = 0; i < ASSAY_N_DEFECT_CLASSES; i++)
    if (has_table (making, i))
      {
        making->plans[i].final_letter = assay_sampling_table_letter (row);
        making->plans[i].table_n = assay_sampling_table_single_n (making->demands[i].severity, row);
        limit_to_lot (&making->plans[i], making->lot);
      }
  return row;
}

/*
 * Double plans on the common sample. One class that the tables send to its single plan
 * would need that plan's larger sample at once; the common sample is then drawn once.
 */
static gboolean
use_largest_double (Making *making, gint row)
{
  char letter = row < 0 ? 0 : assay_sampling_table_letter (row);

  for (gint i = 0; i < ASSAY_N_DEFECT_CLASSES; i++)
    {
      AssayDoublePlan *plan = &making->doubles[i];
      gint64 n;

      if (!has_table (making, i))
        continue;
      if (row < 0
          || !assay_double_plan_for_letter (letter, making->demands[i].severity,
                                            making->demands[i].aql, plan, NULL)
          || plan->use_single)
        return FALSE;
      n = assay_sampling_table_double_n (making->demands[i].severity, row);
      if (n == 0 || n + n > making->lot)
        return FALSE;
      /* An arrow up leads to numbers for a smaller sample; they are used on the common one. */
      plan->n1 = plan->n2 = n;
      plan->final_letter = letter;
    }
  return TRUE;
}

static gboolean
use_own_double (Making *making, AssayInspectionLevel level, GError **error)
{
  for (gint i = 0; i < ASSAY_N_DEFECT_CLASSES; i++)
    if (has_table (making, i)
        && !assay_sampling_plan_double (making->lot, level, making->demands[i].severity,
                                        making->demands[i].aql, &making->doubles[i], error))
      return FALSE;
  return TRUE;
}

static void
answer (const Making *making, gint i, gboolean twofold, AssayClassSamples *samples)
{
  const AssaySamplingPlan *plan = &making->plans[i];
  const AssayDoublePlan *two = &making->doubles[i];

  if (making->demands[i].aql == ASSAY_AQL_NONE)
    return;
  *samples = (AssayClassSamples){ .code_letter = plan->code_letter,
                                  .final_letter = plan->final_letter,
                                  .severity = making->demands[i].severity,
                                  .n = plan->n,
                                  .ac = plan->ac,
                                  .re = plan->re,
                                  .inspect_all = plan->inspect_all };
  if (!twofold || !has_table (making, i) || two->use_single)
    return;
  samples->final_letter = two->final_letter;
  samples->n = two->n1;
  samples->second_n = two->n2;
  samples->first_ac = two->ac1;
  samples->first_re = two->re1;
  samples->ac = two->ac2;
  samples->re = two->re2;
  samples->inspect_all = FALSE;
}

/* Where none is allowed, none is allowed in whatever is drawn for the others. */
static void
answer_zero (const Making *making, AssayClassSamples *samples)
{
  const AssayClassSamples *largest = NULL;

  for (gint i = 0; i < ASSAY_N_DEFECT_CLASSES; i++)
    if (has_table (making, i) && (largest == NULL || samples[i].n > largest->n))
      largest = &samples[i];
  for (gint i = 0; largest != NULL && i < ASSAY_N_DEFECT_CLASSES; i++)
    if (making->demands[i].aql == ASSAY_AQL_ZERO)
      {
        samples[i].final_letter = largest->final_letter;
        samples[i].n = largest->n;
        samples[i].inspect_all = largest->inspect_all;
      }
}

/**
 * assay_class_plans:
 * @demands: AQL and severity of critical, major and minor defects
 * @largest_for_all: whether all classes use the code letter of the largest sample
 * @samples: (out caller-allocates): one answer a class, @n 0 for one not inspected
 *
 * Arrows can lead the classes of one lot to samples of different size. The standard
 * lets the buyer use the letter of the largest for all (MIL-STD-105E § 4.9), as
 * inspection companies do: with @largest_for_all every class is read again at that
 * letter, in the table of its own severity. Where the table shows an arrow down there,
 * all classes go on to the letter it leads to, until none does; where it shows an arrow
 * up the class takes Ac and Re of the plan above on the common sample (stricter, never
 * more lenient). Two things follow from there being one sample:
 *
 * - reduced plans have smaller samples, so a class is judged by its reduced plan only
 *   where all of them are; beside a class on normal or tightened it is judged by its
 *   normal plan (@samples says which table was read);
 * - a class whose double plan refers to the single one needs the single sample at once,
 *   so all classes are then sampled once; likewise where both samples are more than
 *   the lot.
 *
 * Without @largest_for_all each class has the samples of its own AQL and severity, and
 * some may be single while others are double.
 *
 * A class at %ASSAY_AQL_ZERO allows none in whatever is drawn: it is single, its sample
 * the largest first (or only) one of the others, and what is found in a second sample
 * counts too. With no others it has the sample of the lot's own letter.
 *
 * Returns: %FALSE with %ASSAY_FIGURES_ERROR; @samples is then all zero
 */
gboolean
assay_class_plans (gint64 lot,
                   AssayInspectionLevel level,
                   AssaySampling sampling,
                   const AssayClassDemand demands[ASSAY_N_DEFECT_CLASSES],
                   gboolean largest_for_all,
                   AssayClassSamples samples[ASSAY_N_DEFECT_CLASSES],
                   GError **error)
{
  gboolean twofold = sampling == ASSAY_SAMPLING_DOUBLE && lot > 1;
  Making making = { .lot = lot };

  g_return_val_if_fail (demands != NULL && samples != NULL, FALSE);

  for (gint i = 0; i < ASSAY_N_DEFECT_CLASSES; i++)
    {
      samples[i] = (AssayClassSamples){ 0 };
      making.demands[i] = demands[i];
    }
  if (largest_for_all)
    agree_on_severity (&making);
  /* A plan for "none allowed" has nothing of its own that could be wrong: it tries lot and level.
   */
  if (!assay_sampling_plan_single (lot, level, ASSAY_SEVERITY_NORMAL, ASSAY_AQL_ZERO,
                                   &making.plans[0], error)
      || !read_singles (&making, level, error))
    return FALSE;
  if (largest_for_all)
    {
      gint row = use_largest (&making);

      twofold = twofold && use_largest_double (&making, row);
    }
  else if (twofold && !use_own_double (&making, level, error))
    return FALSE;

  for (gint i = 0; i < ASSAY_N_DEFECT_CLASSES; i++)
    answer (&making, i, twofold, &samples[i]);
  if (lot > 1)
    answer_zero (&making, samples);
  return TRUE;
}

/**
 * assay_sampling_plan_classes:
 * @aqls: AQL of critical, major and minor defects; %ASSAY_AQL_NONE where the class is
 *   not inspected, %ASSAY_AQL_ZERO where none is allowed
 * @plans: (out caller-allocates): one plan a class, @n 0 for one not inspected
 *
 * assay_class_plans() for single sampling with one severity.
 *
 * Returns: %FALSE with %ASSAY_FIGURES_ERROR; @plans is then all zero
 */
gboolean
assay_sampling_plan_classes (gint64 lot,
                             AssayInspectionLevel level,
                             AssaySeverity severity,
                             const gint aqls[ASSAY_N_DEFECT_CLASSES],
                             gboolean largest_for_all,
                             AssaySamplingPlan plans[ASSAY_N_DEFECT_CLASSES],
                             GError **error)
{
  AssayClassDemand demands[ASSAY_N_DEFECT_CLASSES];
  AssayClassSamples samples[ASSAY_N_DEFECT_CLASSES];
  gboolean made;

  g_return_val_if_fail (aqls != NULL && plans != NULL, FALSE);

  for (gint i = 0; i < ASSAY_N_DEFECT_CLASSES; i++)
    demands[i] = (AssayClassDemand){ aqls[i], severity };
  made = assay_class_plans (lot, level, ASSAY_SAMPLING_SINGLE, demands, largest_for_all, samples,
                            error);
  for (gint i = 0; i < ASSAY_N_DEFECT_CLASSES; i++)
    plans[i] = (AssaySamplingPlan){ .code_letter = samples[i].code_letter,
                                    .final_letter = samples[i].final_letter,
                                    .n = samples[i].n,
                                    .table_n = samples[i].n,
                                    .ac = samples[i].ac,
                                    .re = samples[i].re,
                                    .inspect_all = samples[i].inspect_all };
  return made;
}
