/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a score, and the points of one criterion, came about. */

#pragma once

#include "insight/explanation.h"
#include "insight/scorecard.h"

G_BEGIN_DECLS

/* The sum: its rows are the criteria that were measured. */
AssayExplanation *assay_score_explain (const AssayScorecard *card,
                                       const AssayMeasures *measures,
                                       const AssayScore *score);
/* The points of criterion @index: its rows are what was measured. On the book's thread. */
AssayExplanation *assay_score_explain_criterion (AssayDb *db,
                                                 const AssayScorecard *card,
                                                 const AssayMeasures *measures,
                                                 const AssayScore *score,
                                                 guint index,
                                                 GError **error);

/* The same as a question to the book's thread, which measures anew. */
#define ASSAY_SCORE_TOTAL (-1)

typedef struct
{
  gint64 card; /* 0: the one in use */
  gint64 supplier;
  int criterion; /* index, or ASSAY_SCORE_TOTAL */
  AssayMeasuresQuestion measures;
} AssayScoreQuestion;

AssayExplanation *assay_score_explain_ask (AssayDb *db, gconstpointer question, GError **error);

G_END_DECLS
