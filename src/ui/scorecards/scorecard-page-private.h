/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For tests: what is inside the page. */

#pragma once

#include "insight/scorecard.h"
#include "ui/record/record-parts.h"
#include "ui/record/score-list.h"
#include "ui/scorecards/criteria-list.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_SCORECARD_PAGE (assay_scorecard_page_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayScorecardPage, assay_scorecard_page, ASSAY, SCORECARD_PAGE, AssayRecordPage)

struct _AssayScorecardPage
{
  AssayRecordPage parent_instance;

  AssayRecordParts parts;
  AssayCriteriaList *criteria;
  AssaySection *ranking;
  AssayScoreList *scores;
  GtkWidget *use;          /* makes it the one in use */
  GtkWidget *used;         /* says that it is */
  AssayMeasures *measures; /* nullable; what the ranking is made of */
};

G_END_DECLS
