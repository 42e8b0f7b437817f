/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the grade of one supplier is made of: a row for each criterion with what was measured, what
 * is claimed, points and weight, or why it was not measured. A row explains itself. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "insight/scorecard.h"
#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_SCORE_DETAIL (assay_score_detail_get_type ())
G_DECLARE_FINAL_TYPE (AssayScoreDetail, assay_score_detail, ASSAY, SCORE_DETAIL, GtkWidget)

AssayScoreDetail *assay_score_detail_new (AssayContext *context);
/* @score is read now; NULL: nobody is picked. */
void assay_score_detail_set (AssayScoreDetail *detail,
                             const AssayScorecard *card,
                             const AssayMeasuresQuestion *question,
                             const AssayScore *score);

G_END_DECLS
