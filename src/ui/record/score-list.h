/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Suppliers as a scorecard ranks them: rank, name, grade, points, and in words why there is no
 * grade or not a better one. Shows what it is given, at once. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "insight/scorecard.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_SCORE_LIST (assay_score_list_get_type ())
G_DECLARE_FINAL_TYPE (AssayScoreList, assay_score_list, ASSAY, SCORE_LIST, GtkWidget)

AssayScoreList *assay_score_list_new (const char *label);
/* @scores: AssayScore, from assay_scorecard_score(); read now and not kept. */
void assay_score_list_set (AssayScoreList *list, const AssayScorecard *card, GPtrArray *scores);
/* The row that is brought out; 0: none. */
void assay_score_list_pick (AssayScoreList *list, gint64 supplier);
/* Signal "picked" (gint64 supplier): a row was activated. */

/* A grade as a badge: its letter, or a dash where there is none. */
GtkWidget *assay_grade_badge_new (AssayGrade grade);

G_END_DECLS
