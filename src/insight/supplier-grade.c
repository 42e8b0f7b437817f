/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/supplier-grade.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/date.h"

void
assay_supplier_grade_free (AssaySupplierGrade *grade)
{
  if (grade == NULL)
    return;
  g_free (grade->card_name);
  g_free (grade->headline);
  g_free (grade->areas);
  g_free (grade->why);
  g_free (grade->warning);
  g_free (grade);
}

static char *
headline_of (const AssayScore *score, const GPtrArray *scores)
{
  g_autofree char *points = assay_score_points_words (score->sum.points);
  guint ranked = 0;

  for (guint i = 0; i < scores->len; i++)
    ranked += ((AssayScore *)g_ptr_array_index (scores, i))->rank > 0;
  if (isnan (score->sum.points))
    return g_strdup (_ ("Nothing measured yet"));
  if (score->rank == 0)
    /* Translators: points. */
    return g_strdup_printf (_ ("%s points, no grade"), points);
  /* Translators: points; a rank, and how many suppliers have one. */
  return g_strdup_printf (_ ("%s points, rank %u of %u"), points, score->rank, ranked);
}

static char *
areas_of (const AssayScore *score)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < ASSAY_N_AREAS; i++)
    {
      g_autofree char *points = assay_score_points_words (score->areas[i].points);

      if (isnan (score->areas[i].points))
        continue;
      g_string_append_printf (words, "%s%s %s", words->len > 0 ? " · " : "",
                              assay_area_title ((AssayArea)i), points);
    }
  return g_string_free_and_steal (words);
}

static char *
warning_of (const AssayScorecard *card, const AssayScore *score, const AssaySupplierGrade *grade)
{
  g_autofree char *points = assay_score_points_words (score->sum.points);
  g_autofree char *first = NULL;

  if (!assay_score_is_warned_of (card, score))
    return NULL;
  if (score->grade == ASSAY_GRADE_NONE)
    /* Translators: a supplier; why it is warned of. */
    return g_strdup_printf (_ ("Think twice about an order to %s. %s"), score->supplier->name,
                            grade->why);
  /* Translators: a supplier, a grade, points, points of areas. */
  first = g_strdup_printf (_ ("%s is graded %s, with %s points: %s."), score->supplier->name,
                           assay_grade_words (score->grade), points, grade->areas);
  return grade->why != NULL ? g_strdup_printf ("%s %s", first, grade->why)
                            : g_steal_pointer (&first);
}

/**
 * assay_supplier_grade_read:
 * @db: the book, on the thread that owns the connection
 * @supplier: a supplier
 * @today: what is due is measured against this day
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): how it stands, of all that the book holds
 */
AssaySupplierGrade *
assay_supplier_grade_read (AssayDb *db, gint64 supplier, gint32 today, GError **error)
{
  g_autoptr (AssaySupplierGrade) grade = g_new0 (AssaySupplierGrade, 1);
  g_autoptr (AssayScorecard) card = assay_scorecard_read (db, 0, error);
  g_autoptr (AssayMeasures) measures = NULL;
  g_autoptr (GPtrArray) scores = NULL;
  const AssayScore *score;

  grade->question = (AssayMeasuresQuestion){ .from = ASSAY_DATE_UNKNOWN,
                                             .to = ASSAY_DATE_UNKNOWN,
                                             .today = today };
  if (card == NULL || !assay_lead_time_rules_read (db, &grade->question.rules, error))
    return NULL;
  measures = assay_measures_read (db, &grade->question, error);
  if (measures == NULL)
    return NULL;
  scores = assay_scorecard_score (card, measures);
  score = assay_scores_find (scores, supplier);
  if (score == NULL)
    return NULL;
  grade->card = card->id;
  grade->card_name = g_strdup (card->name);
  grade->grade = score->grade;
  grade->headline = headline_of (score, scores);
  grade->areas = areas_of (score);
  grade->why = assay_score_why (card, score);
  grade->warning = warning_of (card, score, grade);
  return g_steal_pointer (&grade);
}

gboolean
assay_supplier_grade_ask (
    AssayDb *db, gpointer question, gpointer *grade, GCancellable *cancellable, GError **error)
{
  const AssaySupplierGradeQuestion *asked = question;
  GError *local = NULL;

  /* No grade is an answer; only an error is none. */
  *grade = assay_supplier_grade_read (db, asked->supplier, asked->today, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}
