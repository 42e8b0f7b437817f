/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How suppliers are graded: a scorecard with its criteria as plain numbers, and the points, grades
 * and ranks that it gives to what was measured. Scoring needs no book and takes no time: a person
 * who moves a weight sees the ranking change. */

#pragma once

#include "figures/score.h"
#include "insight/supplier-measures.h"
#include "record/record.h"

G_BEGIN_DECLS

/* In the order of assay_choices_area. */
typedef enum
{
  ASSAY_AREA_QUALITY,
  ASSAY_AREA_DELIVERY,
  ASSAY_AREA_COST,
  ASSAY_AREA_COMMUNICATION,
  ASSAY_AREA_COMPLIANCE,
  ASSAY_N_AREAS,
} AssayArea;

typedef struct
{
  gint64 id;
  AssayArea area;
  AssayScored scored;
  double weight;
  double best, worst; /* in the unit of the measure */
  gboolean cautious;
} AssayCriterion;

typedef struct
{
  gint64 id;
  char *name;
  AssayScoreBands bands;
  AssayGrade warn_below; /* A: never */
  double min_coverage;   /* share, 0 to 1 */
  gint64 min_lots;
  gboolean gate_audit;
  gboolean gate_finding;
  AssayGrade gate_grade;
  GArray *criteria; /* AssayCriterion, in their order */
} AssayScorecard;

/* Why there is no grade. */
typedef enum
{
  ASSAY_SHORT_OF_COVERAGE = 1 << 0,
  ASSAY_SHORT_OF_LOTS = 1 << 1,
} AssayShortOf;

typedef enum
{
  ASSAY_GATE_AUDIT = 1 << 0,
  ASSAY_GATE_FINDING = 1 << 1,
} AssayGates;

typedef struct
{
  double value;  /* that the points are of: the cautious end where that was asked for */
  double points; /* NaN: not measured */
  double share;  /* of the weight that was measured, 0 to 1; 0 where nothing was */
} AssayCriterionScore;

typedef struct
{
  const AssaySupplierMeasures *supplier; /* belongs to the measures */
  AssayScoreSum sum;
  AssayScoreSum areas[ASSAY_N_AREAS];
  AssayGrade earned; /* what the points say */
  AssayGrade grade;  /* after gates; none where there are not enough data */
  AssayShortOf short_of;
  AssayGates gates;              /* those that the scorecard has and the supplier fails */
  guint rank;                    /* 1, 2, 2, 4 …; 0: no grade */
  AssayCriterionScore *criteria; /* as many as the scorecard has */
} AssayScore;

/* Reading. */
gboolean assay_scorecard_find_in_use (AssayDb *db, gint64 *id, GError **error);
AssayScorecard *assay_scorecard_read (AssayDb *db, gint64 id, GError **error);
AssayScorecard *assay_scorecard_new_from_records (const AssayRecord *card, GPtrArray *criteria);
void assay_scorecard_free (AssayScorecard *card);

/* Scoring: AssayScore, best first; those without a grade last. Must not outlive @measures. */
GPtrArray *assay_scorecard_score (const AssayScorecard *card, const AssayMeasures *measures);
const AssayScore *assay_scores_find (const GPtrArray *scores, gint64 supplier);

/* Over time. */
typedef struct
{
  gint32 from, to;
  char *label; /* "2026 Q1" */
  AssayMeasures *measures;
  GPtrArray *scores;
} AssayScoreQuarter;

/* The last @n quarters up to the end of the period, oldest first: AssayScoreQuarter. */
GPtrArray *assay_scorecard_trend (AssayDb *db,
                                  const AssayScorecard *card,
                                  const AssayMeasuresQuestion *question,
                                  guint n,
                                  GError **error);

/* Words. */
const char *assay_grade_name (AssayGrade grade);  /* "A"; NULL: none */
const char *assay_grade_words (AssayGrade grade); /* "A", "Not enough data"; translated */
const char *assay_area_name (AssayArea area);     /* "quality" */
const char *assay_area_title (AssayArea area);    /* translated */
char *assay_score_points_words (double points);   /* "83.4" or "–" */
/* Why there is no grade or not a better one; NULL where there is nothing to say. */
char *assay_score_why (const AssayScorecard *card, const AssayScore *score);
/* Whether a new order to a supplier of this grade is warned of. */
gboolean assay_score_is_warned_of (const AssayScorecard *card, const AssayScore *score);
char *assay_scorecard_definition (const AssayScorecard *card,
                                  const AssayMeasuresQuestion *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayScorecard, assay_scorecard_free)

G_END_DECLS
