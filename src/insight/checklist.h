/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checklists and the checkpoints that an inspection takes from them: copying, judging one by its
 * answer, and what all of them say about the lot. Any thread; functions with a connection on the
 * thread that owns it.
 *
 * How an answer stands in a checkpoint, by kind:
 *   yes_no    answer "yes" or "no"
 *   measured  readings, one for each unit
 *   choice    answer, one of the options
 *   text      answer
 *   count     answer, a number
 *   code      answer, as it was read
 *   drop      answer "intact", "carton" (the carton alone suffered) or "damaged" (a product did);
 *             readings: the carton's gross weight in kilograms, where it was weighed; target: the
 *             height in millimetres; options: "2A" for that procedure
 * Any kind: failed = units that failed of its own sample; result "not_applicable" = does not apply.
 */

#pragma once

#include "figures/drop-test.h"
#include "insight/inspection-plan.h"
#include "record/readings.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_CHECK_YES_NO,
  ASSAY_CHECK_MEASURED,
  ASSAY_CHECK_CHOICE,
  ASSAY_CHECK_TEXT,
  ASSAY_CHECK_COUNT,
  ASSAY_CHECK_CODE,
  ASSAY_CHECK_DROP,
  ASSAY_N_CHECK_KINDS,
} AssayCheckKind;

typedef enum
{
  ASSAY_CHECK_PENDING,
  ASSAY_CHECK_PASS,
  ASSAY_CHECK_FAIL,
  ASSAY_CHECK_NOT_APPLICABLE,
} AssayCheckResult;

/* Why the result is what it is. */
typedef enum
{
  ASSAY_CHECK_WHY_UNANSWERED,
  ASSAY_CHECK_WHY_TOO_FEW,     /* fewer readings than its sample has */
  ASSAY_CHECK_WHY_UNREADABLE,  /* not a number */
  ASSAY_CHECK_WHY_EXPECTED,    /* as it should be */
  ASSAY_CHECK_WHY_NO_LIMITS,   /* measured, with nothing to hold it against */
  ASSAY_CHECK_WHY_UNEXPECTED,  /* another answer, or a number outside the limits */
  ASSAY_CHECK_WHY_UNITS,       /* more units failed than are allowed */
  ASSAY_CHECK_WHY_CHECK_DIGIT, /* a number under a barcode whose check digit is wrong */
  ASSAY_CHECK_WHY_CARTON,      /* the carton suffered in the drop test, the product did not */
  ASSAY_CHECK_WHY_GIVEN,       /* a result without an answer, as some reports have it */
  ASSAY_CHECK_WHY_NOT_APPLICABLE,
} AssayCheckWhy;

/* What a check does to the result of its inspection. */
typedef enum
{
  ASSAY_CHECK_EFFECT_NONE,
  ASSAY_CHECK_EFFECT_NOTED,     /* failed, which is only noted */
  ASSAY_CHECK_EFFECT_WAITS,     /* has to be answered */
  ASSAY_CHECK_EFFECT_UNDECIDED, /* the buyer decides */
  ASSAY_CHECK_EFFECT_FAILS,
} AssayCheckEffect;

typedef struct
{
  AssayCheckResult result;
  AssayCheckWhy why;
  AssayCheckEffect effect;
  gint64 sample;  /* units it takes; at least 1 */
  gint64 failed;  /* of them */
  gint64 allowed; /* failures that still pass */
  AssayReadingsSummary readings;
} AssayCheckJudgement;

/* All checkpoints of an inspection together. */
typedef struct
{
  guint n;
  guint answered;
  guint waiting; /* that have to be answered and are not */
  guint undecided;
  guint failed; /* that fail the inspection */
  guint noted;  /* failed, only noted */
} AssayChecks;

/* checklist.c */
AssayCheckKind assay_check_kind (const AssayRecord *check);
const char *assay_check_result_to_string (AssayCheckResult result);
/* Lower and upper limit in thousandths; G_MININT64 and G_MAXINT64 where there is none. FALSE
 * without any. */
gboolean assay_check_limits (const AssayRecord *check, gint64 *lower, gint64 *upper);
/* Millimetres; -1 when nobody knows the carton's weight. */
gint64 assay_check_drop_height (const AssayRecord *check, AssayDropProcedure *procedure);
gboolean assay_checkpoint_is_answered (const AssayRecord *checkpoint);
void assay_checkpoint_judge (const AssayRecord *checkpoint, AssayCheckJudgement *judgement);
void assay_checks_add_up (AssayRecord *const *checkpoints, guint n, AssayChecks *checks);
AssayInspectionResult assay_checks_combine (const AssayChecks *checks,
                                            const AssayRecord *inspection,
                                            AssayInspectionResult judged,
                                            AssayJudgement why);

/* checklist-words.c: translated. */
/* What is asked for, "350 mm (340–360), 5 units"; empty when the name says it all. */
char *assay_check_dup_requirement (const AssayRecord *check);
char *assay_checkpoint_dup_answer (const AssayRecord *checkpoint);
/* Why it has its result, "2 of 5 outside 340–360 mm"; empty for one that is as it should be. */
char *assay_checkpoint_dup_reason (const AssayRecord *checkpoint);
/* What the checks have to do with the result of the inspection, "Drop test failed: 1 of 1 carton."
 * NULL when they do not hold it up. */
char *assay_checks_dup_words (AssayRecord *const *checkpoints, guint n);

/* checklist-take.c */
/* The checklist that fits an inspection of @product (nullable) of @kind; *@id is 0 without one. */
gboolean assay_checklist_choose (
    AssayDb *db, const AssayRecord *product, const char *kind, gint64 *id, GError **error);
/* GPtrArray of AssayRecord in order. */
GPtrArray *assay_checklist_read_items (AssayDb *db, gint64 checklist, GError **error);
/* The checkpoints of an inspection in order. */
GPtrArray *assay_checkpoints_read (AssayDb *db, gint64 inspection, GError **error);
/* A snapshot of @item; @product (nullable) knows its carton's weight and its barcode. */
AssayRecord *assay_checkpoint_new_from_item (const AssayRecord *item, const AssayRecord *product);

G_END_DECLS
