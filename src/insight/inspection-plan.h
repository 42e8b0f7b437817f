/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sampling plan of an inspection record: computed from lot, level, severity and AQLs, kept in
 * the record as a snapshot, and what the counts found say about the lot. Any thread. */

#pragma once

#include "figures/class-plans.h"
#include "record/record.h"

G_BEGIN_DECLS

/* Written into each snapshot. A name, not translated. */
#define ASSAY_INSPECTION_PLAN_SET "MIL-STD-105E / ANSI Z1.4"

/* In the order in which AssaySamplingPlan arrays have them. */
typedef enum
{
  ASSAY_CLASS_CRITICAL,
  ASSAY_CLASS_MAJOR,
  ASSAY_CLASS_MINOR,
  ASSAY_N_CLASSES,
} AssayClass;

/* The fields of an inspection that speak of one class; of type ASSAY_INSPECTION. */
typedef struct
{
  const char *name; /* of the class, as it is stored */
  guint aql, severity;
  guint sample, ac, re;               /* ac, re: of both samples together where there are two */
  guint first_ac, first_re, second_n; /* of a double plan */
  guint found, first;                 /* found in all; in the first sample of a double plan */
} AssayClassFields;

/* What is known of one class. A class of a double plan may be single: where the tables send it
 * there, and where none is allowed. */
typedef struct
{
  gboolean inspected; /* the class has an AQL: n, ac and re hold */
  gint64 n;           /* units to inspect, of a double plan: in the first sample */
  gint64 second_n;    /* units of the second sample; 0: one sample decides */
  gint64 first_ac;    /* most that accept on the first sample, of a double plan */
  gint64 first_re;    /* fewest that reject on it */
  gint64 ac;          /* most that accept, in all that was drawn */
  gint64 re;          /* fewest that reject */
} AssayClassPlan;

typedef struct
{
  gboolean known;     /* there is a plan at all */
  gboolean is_double; /* one class at least may need a second sample */
  char code_letter;   /* of the lot; 0 when none is known */
  gint64 n;           /* units to begin with: the largest first (or only) sample of the classes */
  gint64 n_both;      /* the most that the plan can ask for: with the second sample */
  gboolean inspect_all;
  AssayClassPlan classes[ASSAY_N_CLASSES];
} AssayInspectionPlan;

/* Defective units (or defects, where the plan counts those) found in each class; -1: unknown. */
typedef struct
{
  gint64 found[ASSAY_N_CLASSES]; /* in all that was inspected */
  gint64 first[ASSAY_N_CLASSES]; /* of these in the first sample; read for double plans only */
  gboolean second;               /* the second sample was begun */
} AssayInspectionCounts;

typedef enum
{
  ASSAY_RESULT_PENDING,
  ASSAY_RESULT_PASS,
  ASSAY_RESULT_FAIL,
} AssayInspectionResult;

/* Why the result is what it is; also what a class on its own looks like. */
typedef enum
{
  ASSAY_JUDGED_NO_PLAN,      /* lot size or AQLs are missing */
  ASSAY_JUDGED_NOT_COUNTED,  /* nobody said how many units were inspected, or what was found */
  ASSAY_JUDGED_SAMPLE_SHORT, /* fewer units inspected than the plan asks for, none too many found */
  ASSAY_JUDGED_SECOND_SAMPLE, /* the first sample decides nothing: draw the second */
  ASSAY_JUDGED_ACCEPTED,
  ASSAY_JUDGED_ACCEPTED_SWITCH, /* between Ac and Re under reduced inspection: back to normal */
  ASSAY_JUDGED_REJECTED,
} AssayJudgement;

const AssayClassFields *assay_class_fields (AssayClass defect_class);
const char *assay_class_to_string (AssayClass defect_class);
gboolean assay_class_from_string (const char *text, AssayClass *defect_class);
const char *assay_inspection_result_to_string (AssayInspectionResult result);

gboolean assay_class_plan_is_double (const AssayClassPlan *plan);
/* The severity asked for: the class's own, else the inspection's. FALSE when neither is known. */
gboolean assay_inspection_class_severity (const AssayRecord *inspection,
                                          AssayClass defect_class,
                                          AssaySeverity *severity);

/* The plan that the record's inputs ask for. FALSE with @error when the tables have none; a record
 * that lacks an input gives a plan that is not known. */
gboolean assay_inspection_plan_compute (const AssayRecord *inspection,
                                        AssayInspectionPlan *plan,
                                        GError **error);
/* The plan as it stands in the record. */
void assay_inspection_plan_read (const AssayRecord *inspection, AssayInspectionPlan *plan);
/* Writes the snapshot; a plan that is not known clears it. */
void assay_inspection_plan_write (const AssayInspectionPlan *plan, AssayRecord *inspection);
gboolean assay_inspection_plan_equal (const AssayInspectionPlan *a, const AssayInspectionPlan *b);
/* Whether one of the fields that the plan is computed from differs. */
gboolean assay_inspection_plan_inputs_equal (const AssayRecord *a, const AssayRecord *b);

void assay_inspection_counts_read (const AssayRecord *inspection, AssayInspectionCounts *counts);
void assay_inspection_counts_write (const AssayInspectionCounts *counts, AssayRecord *inspection);
/* Adds the defects (AssayRecord) up by class; a defect without a count is one. */
void assay_inspection_counts_add_up (const AssayRecord *inspection,
                                     AssayRecord *const *defects,
                                     guint n_defects,
                                     AssayInspectionCounts *counts);

AssayJudgement assay_inspection_judge_class (const AssayInspectionPlan *plan,
                                             AssayClass defect_class,
                                             const AssayInspectionCounts *counts);
/* Units that have to be inspected as things stand: the first sample, and the second once the first
 * decides nothing. */
gint64 assay_inspection_plan_due (const AssayInspectionPlan *plan,
                                  gint64 inspected,
                                  const AssayInspectionCounts *counts);
AssayInspectionResult assay_inspection_judge (const AssayInspectionPlan *plan,
                                              gint64 inspected,
                                              const AssayInspectionCounts *counts,
                                              AssayJudgement *why);

/* What is usual where nothing else was agreed: the square root of the cartons, rounded up. */
gint64 assay_cartons_to_open (gint64 cartons);

G_END_DECLS
