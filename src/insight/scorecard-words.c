/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a scorecard says, in words. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/scorecard.h"
#include "record/choices.h"
#include "record/date.h"
#include "record/format.h"

const char *
assay_grade_name (AssayGrade grade)
{
  return grade == ASSAY_GRADE_NONE ? NULL : assay_choices_grade[grade].label;
}

const char *
assay_grade_words (AssayGrade grade)
{
  return grade == ASSAY_GRADE_NONE ? _ ("Not enough data") : assay_choices_grade[grade].label;
}

const char *
assay_area_name (AssayArea area)
{
  return assay_choices_area[area].value;
}

const char *
assay_area_title (AssayArea area)
{
  return _ (assay_choices_area[area].label);
}

char *
assay_score_points_words (double points)
{
  return isnan (points) ? g_strdup ("–") : assay_format_real (points, 1);
}

static void
add_short_of (const AssayScorecard *card, const AssayScore *score, GStrvBuilder *words)
{
  if ((score->short_of & ASSAY_SHORT_OF_COVERAGE) != 0)
    {
      g_autofree char *covered
          = assay_format_share (isnan (score->sum.coverage) ? 0.0 : score->sum.coverage, 0);
      g_autofree char *wanted = assay_format_share (card->min_coverage, 0);

      /* Translators: two shares in per cent with their signs. */
      g_strv_builder_take (words, g_strdup_printf (_ ("%s of the weight is measured, %s is wanted"),
                                                   covered, wanted));
    }
  if ((score->short_of & ASSAY_SHORT_OF_LOTS) != 0)
    g_strv_builder_take (
        words, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d lot was inspected, %d are wanted",
                                             "%d lots were inspected, %d are wanted",
                                             (gulong)score->supplier->lots),
                                (int)score->supplier->lots, (int)card->min_lots));
}

static void
add_gates (const AssayScorecard *card, const AssayScore *score, GStrvBuilder *words)
{
  const char *grade = assay_grade_words (card->gate_grade);

  if ((score->gates & ASSAY_GATE_AUDIT) != 0)
    {
      g_autofree char *day = assay_date_format (score->supplier->audit_expired);

      /* Translators: a grade such as C, a date. */
      g_strv_builder_take (
          words, g_strdup_printf (_ ("no better than %s: the audit ran out on %s"), grade, day));
    }
  if ((score->gates & ASSAY_GATE_FINDING) != 0)
    /* Translators: a grade such as C. */
    g_strv_builder_take (
        words, g_strdup_printf (_ ("no better than %s: a critical finding is open"), grade));
}

/**
 * assay_score_why:
 * @card: the scorecard
 * @score: a score of it
 *
 * Returns: (transfer full) (nullable): why there is no grade, or which gates shut: "Not enough
 * data: 2 lots were inspected, 3 are wanted"
 */
char *
assay_score_why (const AssayScorecard *card, const AssayScore *score)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *joined = NULL;
  char *first;

  add_short_of (card, score, builder);
  add_gates (card, score, builder);
  words = g_strv_builder_end (builder);
  if (words[0] == NULL)
    return NULL;
  joined = g_strjoinv ("; ", words);
  if (score->short_of != 0)
    /* Translators: why there is no grade. */
    return g_strdup_printf (_ ("Not enough data: %s"), joined);
  first = g_utf8_substring (joined, 0, 1);
  {
    g_autofree char *start = g_steal_pointer (&first);
    g_autofree char *upper = g_utf8_strup (start, -1);

    return g_strconcat (upper, joined + strlen (start), NULL);
  }
}

/**
 * assay_scorecard_definition:
 * @card: a scorecard
 * @question: what was asked
 *
 * Returns: (transfer full): what points and grades mean, in translated sentences
 */
char *
assay_scorecard_definition (const AssayScorecard *card, const AssayMeasuresQuestion *question)
{
  g_autofree char *coverage = assay_format_share (card->min_coverage, 0);
  g_autofree char *bands = g_strdup_printf (
      /* Translators: points from which a grade is given. */
      _ ("A from %g points, B from %g, C from %g, below it D."), card->bands.a, card->bands.b,
      card->bands.c);
  g_autofree char *enough
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "There is no grade where less than %s of the weight is "
                                      "measured or fewer than %d lot was inspected.",
                                      "There is no grade where less than %s of the weight is "
                                      "measured or fewer than %d lots were inspected.",
                                      (gulong)card->min_lots),
                         coverage, (int)card->min_lots);
  g_autofree char *gates = NULL;

  if (card->gate_audit || card->gate_finding)
    gates = g_strdup_printf (
        card->gate_audit && card->gate_finding
            ? _ ("An expired audit or an open critical finding allows no better grade than %s.")
        : card->gate_audit ? _ ("An expired audit allows no better grade than %s.")
                           : _ ("An open critical finding allows no better grade than %s."),
        assay_grade_words (card->gate_grade));
  return g_strjoin (" ",
                    _ ("Each criterion earns 0 to 100 points by a straight line between its worst "
                       "and its best value; the score is their mean by weight. A criterion that "
                       "was not measured is left out and the weights of the others stand for the "
                       "whole; coverage is the measured share of the weight."),
                    bands, enough, gates, NULL);
}
