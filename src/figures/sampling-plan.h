/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sampling-plan.h: acceptance sampling by attributes: how many units of a lot to
 * inspect and how many defectives it may hold.
 *
 * The plans are those of MIL-STD-105E (10 May 1989), which ANSI/ASQ Z1.4 carries
 * on. Normal and tightened single plans equal ISO 2859-1:1999; reduced and double
 * plans do not, and none of them may be called ISO 2859-1:2026.
 */
#pragma once

#include "figures/figures-error.h"

G_BEGIN_DECLS

/** AssaySeverity: how sharply a supplier's lots are looked at. */
typedef enum
{
  ASSAY_SEVERITY_NORMAL,
  ASSAY_SEVERITY_TIGHTENED,
  ASSAY_SEVERITY_REDUCED,
} AssaySeverity;

/**
 * AssayInspectionLevel: the relation of sample to lot size. II is the default, I
 * discriminates less, III more; S-1 to S-4 are for costly or destructive tests.
 */
typedef enum
{
  ASSAY_INSPECTION_LEVEL_S1,
  ASSAY_INSPECTION_LEVEL_S2,
  ASSAY_INSPECTION_LEVEL_S3,
  ASSAY_INSPECTION_LEVEL_S4,
  ASSAY_INSPECTION_LEVEL_I,
  ASSAY_INSPECTION_LEVEL_II,
  ASSAY_INSPECTION_LEVEL_III,
} AssayInspectionLevel;

#define ASSAY_N_INSPECTION_LEVELS 7

/** AssaySampling: one sample, or a second one when the first leaves a doubt. */
typedef enum
{
  ASSAY_SAMPLING_SINGLE,
  ASSAY_SAMPLING_DOUBLE,
} AssaySampling;

/** AssayPlanCell: what the table shows at the lot's own letter. */
typedef enum
{
  ASSAY_PLAN_CELL_PLAN,
  ASSAY_PLAN_CELL_UP,
  ASSAY_PLAN_CELL_DOWN,
} AssayPlanCell;

/**
 * AssayVerdict:
 * @ASSAY_VERDICT_ACCEPT: at most Ac defectives
 * @ASSAY_VERDICT_ACCEPT_SWITCH: more than Ac and fewer than Re, which only reduced
 *   inspection allows: accept this lot, go back to normal inspection
 * @ASSAY_VERDICT_SECOND_SAMPLE: double sampling: the first sample decides nothing
 * @ASSAY_VERDICT_REJECT: Re defectives or more
 */
typedef enum
{
  ASSAY_VERDICT_ACCEPT,
  ASSAY_VERDICT_ACCEPT_SWITCH,
  ASSAY_VERDICT_SECOND_SAMPLE,
  ASSAY_VERDICT_REJECT,
} AssayVerdict;

/** ASSAY_AQL_NONE: the class is not inspected. */
#define ASSAY_AQL_NONE (-1)
/** ASSAY_AQL_ZERO: none allowed ("AQL 0"): Ac 0, Re 1 on the sample of the others. */
#define ASSAY_AQL_ZERO 0
#define ASSAY_N_AQLS   26
/** ASSAY_N_DEFECT_CLASSES: critical, major, minor, in that order. */
#define ASSAY_N_DEFECT_CLASSES 3

/**
 * AssaySamplingPlan:
 * @code_letter: letter of the lot, 0 where no table was read (a lot of one unit)
 * @final_letter: letter whose plan is used once arrows are followed, or 0
 * @table_cell: what stands in the table at @code_letter
 * @n: units to inspect: @table_n, or the lot where that is not larger
 * @table_n: sample size of @final_letter
 * @ac: largest number of defectives that accepts
 * @re: smallest number of defectives that rejects
 * @inspect_all: the sample would be the lot or more, so every unit is inspected
 *
 * Where every unit is inspected @ac and @re stay those of the plan, as the standard
 * has it, although they were chosen for @table_n units and so let a larger share of
 * the lot pass. What becomes of the defectives found is the buyer's decision.
 * A plan with @n 0 belongs to a class that is not inspected and accepts everything.
 */
typedef struct
{
  char code_letter;
  char final_letter;
  AssayPlanCell table_cell;
  gint64 n;
  gint64 table_n;
  gint ac;
  gint re;
  gboolean inspect_all;
} AssaySamplingPlan;

/**
 * AssayDoublePlan:
 * @use_single: the table (or a small lot) refers to @single; the rest is 0
 * @single: the single plan of the same lot, level, severity and AQL
 * @code_letter: letter of the lot
 * @final_letter: letter whose plan is used
 * @n1: units of the first sample
 * @n2: units of the second sample, drawn only when the first decides nothing
 * @ac1, @re1: numbers for the defectives of the first sample
 * @ac2, @re2: numbers for the defectives of both samples together
 */
typedef struct
{
  gboolean use_single;
  AssaySamplingPlan single;
  char code_letter;
  char final_letter;
  gint64 n1;
  gint64 n2;
  gint ac1;
  gint re1;
  gint ac2;
  gint re2;
} AssayDoublePlan;

const char *assay_severity_to_string (AssaySeverity severity);
gboolean assay_severity_from_string (const char *text, AssaySeverity *severity);
const char *assay_inspection_level_to_string (AssayInspectionLevel level);
gboolean assay_inspection_level_from_string (const char *text, AssayInspectionLevel *level);
const char *assay_sampling_to_string (AssaySampling sampling);
gboolean assay_sampling_from_string (const char *text, AssaySampling *sampling);

const gint *assay_aql_list (void);
const char *assay_aql_to_string (gint aql_thousandths);
gboolean assay_aql_parse (const char *text, gint *aql_thousandths);

char assay_code_letter (gint64 lot, AssayInspectionLevel level);

gboolean assay_sampling_plan_single (gint64 lot,
                                     AssayInspectionLevel level,
                                     AssaySeverity severity,
                                     gint aql_thousandths,
                                     AssaySamplingPlan *plan,
                                     GError **error);
gboolean assay_sampling_plan_for_letter (char letter,
                                         AssaySeverity severity,
                                         gint aql_thousandths,
                                         AssaySamplingPlan *plan,
                                         GError **error);
void assay_sampling_plan_zero (gint64 n, AssaySamplingPlan *plan);
AssayVerdict assay_sampling_plan_judge (const AssaySamplingPlan *plan, gint64 defective);

gboolean assay_sampling_plan_double (gint64 lot,
                                     AssayInspectionLevel level,
                                     AssaySeverity severity,
                                     gint aql_thousandths,
                                     AssayDoublePlan *plan,
                                     GError **error);
gboolean assay_double_plan_for_letter (char letter,
                                       AssaySeverity severity,
                                       gint aql_thousandths,
                                       AssayDoublePlan *plan,
                                       GError **error);
AssayVerdict assay_double_plan_judge_first (const AssayDoublePlan *plan, gint64 defective);
AssayVerdict assay_double_plan_judge_second (const AssayDoublePlan *plan, gint64 defective);

G_END_DECLS
