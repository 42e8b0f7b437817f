/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a scorecard can measure of the suppliers of a book, all at once: one scan for each kind of
 * row, whatever the number of suppliers. Points and grades are made from it in insight/scorecard.h
 * and need no book, so that weights can be tried out. Immutable once read; any thread. */

#pragma once

#include "insight/lead-time.h"

G_BEGIN_DECLS

/* In the order of assay_choices_measure, whose names they have. */
typedef enum
{
  ASSAY_SCORED_DEFECTIVE_TO_AQL,
  ASSAY_SCORED_DEFECTIVE_RATE,
  ASSAY_SCORED_ACCEPTED_FIRST,
  ASSAY_SCORED_ACTIONS_ON_TIME,
  ASSAY_SCORED_ON_TIME,
  ASSAY_SCORED_IN_FULL,
  ASSAY_SCORED_SLIP_MEAN,
  ASSAY_SCORED_SLIP_SD,
  ASSAY_SCORED_LEAD_TO_CLAIM,
  ASSAY_SCORED_PRICE_TO_BEST,
  ASSAY_SCORED_PRICE_CHANGE,
  ASSAY_SCORED_COMMUNICATION, /* from here on assessed */
  ASSAY_SCORED_DOCUMENTS,
  ASSAY_SCORED_COST,
  ASSAY_SCORED_SERVICE,
  ASSAY_SCORED_COMPLIANCE,
  ASSAY_N_SCORED,
} AssayScored;

/* Of a measured value, and of the values that are worth 100 and 0 points. */
typedef enum
{
  ASSAY_SCORED_UNIT_TIMES, /* 1 is as much as the other */
  ASSAY_SCORED_UNIT_PERCENT,
  ASSAY_SCORED_UNIT_DAYS,
  ASSAY_SCORED_UNIT_POINTS,
} AssayScoredUnit;

/* Why nothing was measured. */
typedef enum
{
  ASSAY_LACK_NOTHING,
  ASSAY_LACK_LOTS,       /* no lot was inspected */
  ASSAY_LACK_DECISIONS,  /* no inspected lot has a result yet */
  ASSAY_LACK_AQL,        /* no lot has a plan with an AQL */
  ASSAY_LACK_ACTIONS,    /* no corrective action was due */
  ASSAY_LACK_LINES,      /* nothing was delivered */
  ASSAY_LACK_PROMISES,   /* nothing that was promised was due */
  ASSAY_LACK_QUANTITIES, /* what was ordered or came is not known */
  ASSAY_LACK_THREE,      /* fewer than three say nothing of how they vary */
  ASSAY_LACK_CLAIM,      /* the supplier claims nothing */
  ASSAY_LACK_PRICES,     /* no line with a product and a price */
  ASSAY_LACK_OTHERS,     /* nobody else made the same products for the same currency */
  ASSAY_LACK_YEAR,       /* the same products had no price a year earlier */
  ASSAY_LACK_ASSESSMENT,
  ASSAY_LACK_EXPIRED, /* the assessment is valid no more */
} AssayLack;

typedef struct
{
  double value;    /* in the unit of the measure; NaN where `lack` says why */
  double cautious; /* the worse end of the 95 % interval; NaN where there is none */
  double claim;    /* what the supplier says of it; NaN where it says nothing */
  gint64 n;        /* lots, actions, lines, products or assessments that it rests on */
  AssayLack lack;
} AssayMeasured;

typedef struct
{
  gint64 id;
  char *name;
  gint64 lots;          /* inspected, with known numbers */
  gint32 audit_until;   /* of the audit that lasts longest: an assessment of compliance or one of
                           the evidence register; or unknown */
  gint32 audit_expired; /* the same day where it is over; or unknown */
  gboolean critical;    /* a critical finding is open */
  gint64 assessments[ASSAY_N_SCORED]; /* that the points come from; 0: none */
  AssayMeasured measured[ASSAY_N_SCORED];
} AssaySupplierMeasures;

typedef struct
{
  gint32 from, to; /* ASSAY_DATE_UNKNOWN is open */
  gint32 today;
  AssayLeadTimeRules rules;
} AssayMeasuresQuestion;

typedef struct
{
  AssayMeasuresQuestion question;
  GPtrArray *suppliers; /* AssaySupplierMeasures, by name */
} AssayMeasures;

AssayMeasures *
assay_measures_read (AssayDb *db, const AssayMeasuresQuestion *question, GError **error);
void assay_measures_free (AssayMeasures *measures);
const AssaySupplierMeasures *assay_measures_find (const AssayMeasures *measures, gint64 supplier);

/* The last day that counts: the end of the period, or today where that is earlier. */
gint32 assay_measures_day (const AssayMeasuresQuestion *question);

/* Names and words. */
const char *assay_scored_name (AssayScored scored); /* "on_time" */
gboolean assay_scored_from_name (const char *name, AssayScored *scored);
const char *assay_scored_title (AssayScored scored);      /* translated */
const char *assay_scored_definition (AssayScored scored); /* translated, a sentence or two */
AssayScoredUnit assay_scored_unit (AssayScored scored);
const char *assay_scored_unit_name (AssayScoredUnit unit); /* "times", "percent", … */
/* The values that are worth 100 and 0 points where a criterion says nothing. */
void assay_scored_ends (AssayScored scored, double *best, double *worst);
char *assay_scored_format (AssayScored scored, double value); /* "0.80 × AQL", "92.3 %" */
const char *assay_lack_words (AssayLack lack);                /* translated */
const char *assay_lack_name (AssayLack lack);                 /* "lots" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayMeasures, assay_measures_free)

G_END_DECLS
