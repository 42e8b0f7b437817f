/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Suppliers or periods side by side: each figure of each with its interval, and of each but the
 * first how it differs from the first and whether that can be told from chance. */

#pragma once

#include "figures/change.h"
#include "insight/defects.h"
#include "insight/lead-time.h"
#include "insight/period.h"

G_BEGIN_DECLS

#define ASSAY_COMPARISON_MOST 6 /* sides */

typedef enum
{
  ASSAY_COMPARED_RATE,     /* defective units ÷ inspected */
  ASSAY_COMPARED_DHU,      /* defects per hundred units */
  ASSAY_COMPARED_ACCEPTED, /* lots accepted ÷ decided */
  ASSAY_COMPARED_ON_TIME,
  ASSAY_COMPARED_LEAD_MEAN, /* days */
  ASSAY_COMPARED_LEAD_SD,
  ASSAY_COMPARED_LEAD_VARIANCE, /* days² */
  ASSAY_COMPARED_SLIP_MEAN,
  ASSAY_COMPARED_SLIP_VARIANCE,
  ASSAY_COMPARED_N_FIGURES,
} AssayComparedFigure;

/* What a change of a figure is. */
typedef enum
{
  ASSAY_CHANGE_RELATIVE, /* -0.3: 30 % less */
  ASSAY_CHANGE_POINTS,   /* difference of two shares */
  ASSAY_CHANGE_DAYS,     /* difference in days */
  ASSAY_CHANGE_RATIO,    /* 1: none */
} AssayChangeKind;

/* A figure as measured; NaN where it is not known, a 95 % interval where there is one. */
typedef struct
{
  double value, low, high;
  gint64 n; /* of so many units, lots or lines */
} AssayMeasurement;

typedef struct
{
  gint64 supplier; /* 0: all */
  AssayPeriodRange period;
} AssayComparisonSide;

typedef struct
{
  guint n_sides; /* 2 to ASSAY_COMPARISON_MOST; the first is what others are compared with */
  AssayComparisonSide sides[ASSAY_COMPARISON_MOST];
  gint64 product; /* 0: all */
  gint32 today;
  AssayLeadTimeRules rules;
  AssayIntervalKind interval;
} AssayComparisonQuestion;

typedef struct
{
  AssayMeasurement sides[ASSAY_COMPARISON_MOST];
  AssayChange changes[ASSAY_COMPARISON_MOST]; /* against the first; that of the first is unknown */
} AssayComparedRow;

typedef struct
{
  AssayComparisonQuestion question;
  char *names[ASSAY_COMPARISON_MOST]; /* the supplier where they differ, else the period */
  AssayComparedRow rows[ASSAY_COMPARED_N_FIGURES];
  char *definition;
} AssayComparison;

AssayComparison *
assay_comparison_ask (AssayDb *db, const AssayComparisonQuestion *question, GError **error);
void assay_comparison_free (AssayComparison *comparison);
/* Whether anything was measured on any side. */
gboolean assay_comparison_is_empty (const AssayComparison *comparison);

/* "defective_rate"; "Defective rate", translated; "share", "days"; what is counted by `n`. */
const char *assay_compared_name (AssayComparedFigure figure);
const char *assay_compared_title (AssayComparedFigure figure);
const char *assay_compared_unit (AssayComparedFigure figure);
const char *assay_compared_counted (AssayComparedFigure figure);
AssayChangeKind assay_compared_change_kind (AssayComparedFigure figure);
const char *assay_change_kind_name (AssayChangeKind kind);
const char *assay_change_verdict_name (AssayChangeVerdict verdict);

gboolean assay_compared_parse (const char *name, AssayComparedFigure *figure);
/* What a row of figures says of one. NULL where it is not known at all. */
AssayMeasurement assay_measured_of (AssayComparedFigure figure,
                                    const AssayLeadTimeRow *lead,
                                    const AssayDefectRow *defects,
                                    const AssayLeadTimeRules *rules,
                                    AssayIntervalKind interval);

/* "3.2 %"; with its interval, "3.2 % (2.4 … 4.3 %)". */
char *assay_compared_value_words (AssayComparedFigure figure, double value);
char *assay_compared_measured_words (AssayComparedFigure figure, const AssayMeasurement *measured);
/* "2.4 … 4.3 %"; NULL without an interval. */
char *assay_compared_range_words (AssayComparedFigure figure, const AssayMeasurement *measured);
/* "changed by −30.0 % (−58.0 % … +17.0 %, not distinguishable from chance)" */
char *assay_compared_change_words (AssayComparedFigure figure, const AssayChange *change);
/* The same in two lines, for a table. */
char *assay_compared_change_lines (AssayComparedFigure figure, const AssayChange *change);
/* "not distinguishable from chance" */
const char *assay_change_verdict_words (AssayChangeVerdict verdict);

/* A figure of a supplier, and what it claims of itself, if anything: of lead time (its mean and its
 * standard deviation), the share on time and the defective rate it may. */
typedef struct
{
  gint64 supplier;
  char *name;
  AssayComparedFigure figure;
  double claimed; /* NaN: nothing is claimed */
  AssayMeasurement measured;
  AssayClaimVerdict verdict;
} AssayClaim;

typedef struct
{
  gint64 supplier; /* 0: all that claim anything */
  AssayPeriodRange period;
  gint32 today;
  AssayLeadTimeRules rules;
  AssayIntervalKind interval;
} AssayClaimQuestion;

/* GPtrArray of AssayClaim: those that are made, by supplier. */
GPtrArray *assay_claims_ask (AssayDb *db, const AssayClaimQuestion *question, GError **error);
/* One figure of every supplier that it was measured of, the largest first. */
GPtrArray *assay_measured_by_supplier (AssayDb *db,
                                       const AssayClaimQuestion *question,
                                       AssayComparedFigure figure,
                                       GError **error);
/* The same of the sides of a comparison. */
GPtrArray *assay_comparison_measured (const AssayComparison *comparison,
                                      AssayComparedFigure figure);
/* Of what was measured already. @claimed is in days, or in parts per million of a share. */
void assay_claim_judge_lead (AssayClaim *claim, gint64 claimed, const AssayLeadTimeRow *row);
/* @claimed in tenths of a day. */
void assay_claim_judge_lead_sd (AssayClaim *claim, gint64 claimed, const AssayLeadTimeRow *row);
void assay_claim_judge_on_time (AssayClaim *claim,
                                gint64 claimed,
                                const AssayLeadTimeRow *row,
                                const AssayLeadTimeRules *rules,
                                AssayIntervalKind interval);
void assay_claim_judge_defects (AssayClaim *claim, gint64 claimed, const AssayDefectRow *row);
AssayClaim *assay_claim_copy (const AssayClaim *claim);
void assay_claim_free (AssayClaim *claim);
const char *assay_claim_name (AssayComparedFigure figure);
const char *assay_claim_verdict_name (AssayClaimVerdict verdict);
const char *assay_claim_verdict_words (AssayClaimVerdict verdict);
/* "claims 1.5 %, measured 3.2 % (2.4 … 4.3 %): the claim is not supported" */
char *assay_claim_words (const AssayClaim *claim);
/* "Claimed 1.5 %: not supported" */
char *assay_claim_short_words (const AssayClaim *claim);
char *assay_claim_definition (const AssayClaimQuestion *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayComparison, assay_comparison_free)

G_END_DECLS
