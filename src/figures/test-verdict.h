/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * test-verdict.h: specimens of one test held against its limit. A result is the stretch of values
 * that it may be: a number is as low as high; “> 20 000” has no upper end. All numbers are whole
 * thousandths of the test's unit, so that a limit that is met exactly passes.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ASSAY_LIMIT_AT_LEAST,
  ASSAY_LIMIT_AT_MOST,
  ASSAY_LIMIT_BETWEEN,
  ASSAY_LIMIT_PASS, /* each result is a pass (1000) or a fail (0) */
} AssayLimitKind;

typedef enum
{
  ASSAY_JUDGED_BY_MEAN,
  ASSAY_JUDGED_BY_EACH, /* the worst specimen */
  ASSAY_JUDGED_BY_MEDIAN,
} AssayJudgedBy;

typedef enum
{
  ASSAY_TEST_OPEN,
  ASSAY_TEST_PASS,
  ASSAY_TEST_FAIL,
} AssayTestOutcome;

typedef enum
{
  ASSAY_TEST_WHY_JUDGED,
  ASSAY_TEST_WHY_NO_RESULTS,
  ASSAY_TEST_WHY_NO_LIMIT,
  ASSAY_TEST_WHY_TOO_FEW,   /* fewer specimens than asked for */
  ASSAY_TEST_WHY_UNDECIDED, /* such as “> 20 000” against at least 25 000 */
} AssayTestWhy;

/**
 * AssayTestLimit:
 * @lower, @upper: in thousandths; %G_MININT64 and %G_MAXINT64 where there is none
 * @wanted: how many specimens are asked for; 0: any number
 */
typedef struct
{
  AssayLimitKind kind;
  AssayJudgedBy judged_by;
  gint64 lower;
  gint64 upper;
  guint wanted;
} AssayTestLimit;

/**
 * AssayTestVerdict:
 * @has_value: whether @value means anything
 * @value: what was held against the limit, to a thousandth
 * @bound: of @value: -1 it is at most that, 1 at least, 0 it is that
 * @least, @most: of the results that are known; no numbers where @has_value is not set
 * @n: results
 * @n_failed: of them that alone do not pass
 */
typedef struct
{
  AssayTestOutcome outcome;
  AssayTestWhy why;
  gboolean has_value;
  gint64 value;
  int bound;
  gint64 least;
  gint64 most;
  guint n;
  guint n_failed;
} AssayTestVerdict;

void assay_test_judge (const AssayTestLimit *limit,
                       const gint64 *lows,
                       const gint64 *highs,
                       guint n,
                       AssayTestVerdict *verdict);

G_END_DECLS
