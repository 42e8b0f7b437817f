/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/score-explanation.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/defects.h"
#include "insight/lead-time-explain.h"
#include "insight/price-measures.h"
#include "record/date.h"
#include "record/format.h"

/* "1 Jan 2026 – 30 Jun 2026", "until …", "all time". */
static char *
period_words (const AssayMeasuresQuestion *question)
{
  g_autofree char *from
      = question->from != ASSAY_DATE_UNKNOWN ? assay_date_format (question->from) : NULL;
  g_autofree char *to
      = question->to != ASSAY_DATE_UNKNOWN ? assay_date_format (question->to) : NULL;

  if (from != NULL && to != NULL)
    return g_strdup_printf ("%s – %s", from, to);
  if (from != NULL)
    /* Translators: a period, a date. */
    return g_strdup_printf (_ ("since %s"), from);
  /* Translators: a period, a date. */
  return to != NULL ? g_strdup_printf (_ ("until %s"), to) : g_strdup (_ ("all time"));
}

static void
add_sum (GString *formula, const AssayScorecard *card, const AssayScore *score)
{
  g_autoptr (GString) parts = g_string_new (NULL);
  g_autofree char *points = assay_score_points_words (score->sum.points);

  for (guint i = 0; i < card->criteria->len; i++)
    {
      const AssayCriterion *criterion = &g_array_index (card->criteria, AssayCriterion, i);
      g_autofree char *own = assay_score_points_words (score->criteria[i].points);

      if (isnan (score->criteria[i].points) || !(criterion->weight > 0.0))
        continue;
      g_string_append_printf (formula, _ ("%s: %g × %s points"),
                              assay_scored_title (criterion->scored), criterion->weight, own);
      g_string_append_c (formula, '\n');
      g_string_append_printf (parts, "%s%g × %s", parts->len > 0 ? " + " : "", criterion->weight,
                              own);
    }
  if (parts->len > 0)
    g_string_append_printf (formula, "(%s) ÷ %g = %s\n", parts->str, score->sum.measured, points);
  if (!isnan (score->sum.coverage))
    {
      g_autofree char *coverage = assay_format_share (score->sum.coverage, 0);

      /* Translators: measured weight, weight in all, the share in per cent with its sign. */
      g_string_append_printf (formula, _ ("coverage: %g ÷ %g = %s"), score->sum.measured,
                              score->sum.wanted, coverage);
    }
}

AssayExplanation *
assay_score_explain (const AssayScorecard *card,
                     const AssayMeasures *measures,
                     const AssayScore *score)
{
  AssayExplanation *explanation = assay_explanation_new (ASSAY_TYPE_CRITERION);
  g_autofree char *points = assay_score_points_words (score->sum.points);
  g_autofree char *why = assay_score_why (card, score);
  g_autofree char *definition = assay_scorecard_definition (card, &measures->question);
  g_autoptr (GString) formula = g_string_new (NULL);

  /* Translators: a scorecard, a supplier. */
  explanation->title = g_strdup_printf (_ ("%s · %s"), card->name, score->supplier->name);
  if (!isnan (score->sum.points))
    /* Translators: points, a grade or “Not enough data”. */
    explanation->value
        = g_strdup_printf (_ ("%s points, %s"), points, assay_grade_words (score->grade));
  explanation->definition
      = why != NULL ? g_strjoin ("\n", definition, why, NULL) : g_strdup (definition);
  add_sum (formula, card, score);
  explanation->formula = g_strdup (formula->str);
  explanation->period = period_words (&measures->question);
  for (guint i = 0; i < card->criteria->len; i++)
    {
      const AssayCriterion *criterion = &g_array_index (card->criteria, AssayCriterion, i);
      AssayLack lack = score->supplier->measured[criterion->scored].lack;

      /* Of the usual scorecard no row stands in the book. */
      if (criterion->id == 0)
        continue;
      if (!isnan (score->criteria[i].points))
        g_array_append_val (explanation->ids, criterion->id);
      else
        assay_explanation_exclude (explanation,
                                   lack != ASSAY_LACK_NOTHING ? assay_lack_words (lack)
                                                              : _ ("best and worst are the same"),
                                   criterion->id);
    }
  return explanation;
}

/* The rows of a measure: their type, and SQL with the id and, where it is left out, the number of a
 * reason; ?1 is the supplier, ?2 and ?3 the period, ?4 today, ?5 its last day. */
typedef struct
{
  AssayType type;
  const char *sql;
  const char *reasons[3];
} Rows;

#define LINES "SELECT l.id, "
#define LOTS                                                                                       \
  " FROM inspection AS i WHERE coalesce (i.supplier, (SELECT supplier FROM order_line"             \
  " WHERE id = i.order_line)) = ?1 AND i.repeats IS NULL AND i.kind IS NOT 'sample'"               \
  " AND ifnull (i.inspected_on BETWEEN ?2 AND ?3, ?2 = -2147483648 AND ?3 = 2147483647)"           \
  " AND (i.inspected_on IS NOT NULL OR i.inspected IS NOT NULL) ORDER BY 1"
#define PRICES " FROM order_line AS l WHERE l.supplier = ?1 AND " ASSAY_PRICE_KNOWN " AND "

static const Rows lots_to_aql
    = { ASSAY_TYPE_INSPECTION,
        "SELECT i.id, CASE WHEN i.inspected IS NULL OR coalesce (i.defective_major, i.defective)"
        " IS NULL THEN 1 WHEN ifnull (i.aql_major, 0) <= 0 THEN 2 ELSE 0 END" LOTS,
        { N_ ("inspected or defective units unknown"), N_ ("its plan has no AQL of major") } };
static const Rows actions
    = { ASSAY_TYPE_CORRECTIVE_ACTION,
        "SELECT id, CASE WHEN state = 'cancelled' THEN 1 WHEN coalesce (done_on, checked_on) IS "
        "NULL AND due_on >= ?4 THEN 2 ELSE 0 END FROM corrective_action WHERE ifnull (supplier,"
        " (SELECT supplier FROM inspection WHERE id = inspection)) = ?1"
        " AND due_on BETWEEN ?2 AND ?3 ORDER BY 1",
        { N_ ("cancelled"), N_ ("not due yet") } };
static const Rows prices_now
    = { ASSAY_TYPE_ORDER_LINE,
        LINES "NOT EXISTS (SELECT 1 FROM order_line AS o WHERE o.product = l.product"
              " AND o.currency = l.currency AND o.supplier <> l.supplier AND o.unit_price > 0"
              " AND o.quantity > 0 AND o.state <> 'cancelled')" PRICES ASSAY_PRICE_DAY
              " BETWEEN ?2 AND min (?3, ?5) ORDER BY 1",
        { N_ ("no other supplier makes the product for this currency") } };

static const Rows *
rows_of (AssayScored scored)
{
  switch ((int)scored)
    {
    case ASSAY_SCORED_DEFECTIVE_TO_AQL:
      return &lots_to_aql;
    case ASSAY_SCORED_ACTIONS_ON_TIME:
      return &actions;
    case ASSAY_SCORED_PRICE_TO_BEST:
    case ASSAY_SCORED_PRICE_CHANGE:
      return &prices_now;
    default:
      return NULL;
    }
}

static AssayExplanation *
explain_rows (AssayDb *db,
              const Rows *rows,
              const AssayMeasuresQuestion *question,
              gint64 supplier,
              GError **error)
{
  AssayExplanation *explanation = assay_explanation_new (rows->type);
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, rows->sql, error);
  gboolean row;

  if (statement == NULL)
    {
      assay_explanation_free (explanation);
      return NULL;
    }
  assay_statement_bind_int (statement, 1, supplier);
  assay_statement_bind_int (statement, 2,
                            question->from != ASSAY_DATE_UNKNOWN ? question->from : G_MININT32);
  assay_statement_bind_int (statement, 3,
                            question->to != ASSAY_DATE_UNKNOWN ? question->to : G_MAXINT32);
  if (strstr (rows->sql, "?4") != NULL)
    assay_statement_bind_int (statement, 4, question->today);
  if (strstr (rows->sql, "?5") != NULL)
    assay_statement_bind_int (statement, 5, assay_measures_day (question));
  while (assay_statement_step (statement, &row, error))
    {
      gint64 id, reason;

      if (!row)
        return explanation;
      id = assay_statement_get_int (statement, 0);
      reason = assay_statement_get_int (statement, 1);
      if (reason == 0)
        g_array_append_val (explanation->ids, id);
      else
        assay_explanation_exclude (explanation, _ (rows->reasons[reason - 1]), id);
    }
  assay_explanation_free (explanation);
  return NULL;
}

/* Of rates and accepted lots defects tell themselves. */
static AssayExplanation *
explain_defects (AssayDb *db,
                 AssayScored scored,
                 const AssayMeasuresQuestion *asked,
                 const AssaySupplierMeasures *supplier,
                 GError **error)
{
  const AssayDefectQuestion question
      = { .by = ASSAY_GROUP_SUPPLIER, .from = asked->from, .to = asked->to };
  const AssayDefectRow group = { .id = supplier->id, .group = supplier->name };

  return assay_defect_explain (db, &question, &group,
                               scored == ASSAY_SCORED_DEFECTIVE_RATE ? ASSAY_DEFECT_FIGURE_RATE
                                                                     : ASSAY_DEFECT_FIGURE_ACCEPTED,
                               error);
}

/* The figure of lead time that a measure is; NULL: it is none. */
static const AssayLeadTimeStatistic *
statistic_of (AssayScored scored)
{
  switch ((int)scored)
    {
    case ASSAY_SCORED_ON_TIME:
      return assay_lead_time_statistic_find ("on_time");
    case ASSAY_SCORED_IN_FULL:
      return assay_lead_time_statistic_find ("otif");
    case ASSAY_SCORED_SLIP_MEAN:
      return assay_lead_time_statistic_find ("slip_mean");
    case ASSAY_SCORED_SLIP_SD:
      return assay_lead_time_statistic_find ("slip_sd");
    case ASSAY_SCORED_LEAD_TO_CLAIM:
      return assay_lead_time_statistic_find ("lead_mean");
    default:
      return NULL;
    }
}

static AssayExplanation *
explain_lines (AssayDb *db,
               const AssayLeadTimeStatistic *statistic,
               const AssayMeasuresQuestion *asked,
               const AssaySupplierMeasures *supplier,
               GError **error)
{
  const AssayLeadTimeQuestion question = { .by = ASSAY_GROUP_SUPPLIER,
                                           .from = asked->from,
                                           .to = asked->to,
                                           .today = asked->today,
                                           .rules = asked->rules };
  const AssayLeadTimeRow group = { .id = supplier->id, .group = supplier->name };

  return assay_lead_time_explain (db, &question, &group, statistic, error);
}

static AssayExplanation *
explain_assessment (const AssaySupplierMeasures *supplier, AssayScored scored)
{
  AssayExplanation *explanation = assay_explanation_new (ASSAY_TYPE_ASSESSMENT);
  gint64 id = supplier->assessments[scored];

  if (id != 0 && supplier->measured[scored].lack == ASSAY_LACK_NOTHING)
    g_array_append_val (explanation->ids, id);
  else if (id != 0)
    assay_explanation_exclude (explanation, assay_lack_words (ASSAY_LACK_EXPIRED), id);
  return explanation;
}

/* "(2 − 0.8) ÷ (2 − 0.5) × 100 = 80" */
static char *
points_formula (const AssayCriterion *criterion,
                const AssayMeasured *measured,
                const AssayCriterionScore *score)
{
  g_autofree char *value = assay_format_real (score->value, 3);
  g_autofree char *points = assay_score_points_words (score->points);
  g_autofree char *best = g_strdup_printf ("%g", criterion->best);
  g_autofree char *worst = g_strdup_printf ("%g", criterion->worst);
  g_autofree char *line = NULL, *limited = NULL;
  double raw = 100.0 * (criterion->worst - score->value) / (criterion->worst - criterion->best);

  if (isnan (score->points))
    return NULL;
  line = g_strdup_printf ("(%s − %s) ÷ (%s − %s) × 100", worst, value, worst, best);
  if (raw > 100.0 || raw < 0.0)
    /* Translators: a formula whose result is not between 0 and 100; the points. */
    limited = g_strdup_printf (_ ("%s, limited to %s points"), line, points);
  else
    /* Translators: a formula, the points. */
    limited = g_strdup_printf (_ ("%s = %s points"), line, points);
  if (criterion->cautious && !isnan (measured->cautious))
    return g_strdup_printf (_ ("the worse end of the 95 %% interval is %s\n%s"), value, limited);
  return g_steal_pointer (&limited);
}

AssayExplanation *
assay_score_explain_criterion (AssayDb *db,
                               const AssayScorecard *card,
                               const AssayMeasures *measures,
                               const AssayScore *score,
                               guint index,
                               GError **error)
{
  const AssayCriterion *criterion = &g_array_index (card->criteria, AssayCriterion, index);
  const AssaySupplierMeasures *supplier = score->supplier;
  const AssayMeasured *measured = &supplier->measured[criterion->scored];
  const Rows *rows = rows_of (criterion->scored);
  g_autofree char *points = points_formula (criterion, measured, &score->criteria[index]);
  const AssayLeadTimeStatistic *statistic = statistic_of (criterion->scored);
  AssayExplanation *explanation;
  char *formula, *definition;

  if (statistic != NULL)
    explanation = explain_lines (db, statistic, &measures->question, supplier, error);
  else if (rows != NULL)
    explanation = explain_rows (db, rows, &measures->question, supplier->id, error);
  else if (criterion->scored < ASSAY_SCORED_COMMUNICATION)
    explanation = explain_defects (db, criterion->scored, &measures->question, supplier, error);
  else
    explanation = explain_assessment (supplier, criterion->scored);
  if (explanation == NULL)
    return NULL;
  g_free (explanation->title);
  explanation->title
      = g_strdup_printf (_ ("%s · %s"), assay_scored_title (criterion->scored), supplier->name);
  g_free (explanation->value);
  explanation->value = measured->lack == ASSAY_LACK_NOTHING
                           ? assay_scored_format (criterion->scored, measured->value)
                           : NULL;
  /* The settings that hold are told by whose figure it is. */
  definition = explanation->definition != NULL
                   ? g_strjoin (" ", assay_scored_definition (criterion->scored),
                                explanation->definition, NULL)
                   : g_strdup (assay_scored_definition (criterion->scored));
  g_free (explanation->definition);
  explanation->definition = definition;
  formula = explanation->formula != NULL && points != NULL
                ? g_strjoin ("\n", explanation->formula, points, NULL)
                : g_strdup (points);
  if (formula != NULL)
    {
      g_free (explanation->formula);
      explanation->formula = formula;
    }
  g_free (explanation->period);
  explanation->period = period_words (&measures->question);
  return explanation;
}

/**
 * assay_score_explain_ask:
 * @db: the book, on the thread that owns the connection
 * @question: an #AssayScoreQuestion
 * @error: return location for an error
 *
 * Returns: (transfer full): the explanation; %NULL on error, and where the scorecard, the criterion
 * or the supplier is gone
 */
AssayExplanation *
assay_score_explain_ask (AssayDb *db, gconstpointer question, GError **error)
{
  const AssayScoreQuestion *asked = question;
  g_autoptr (AssayScorecard) card = NULL;
  g_autoptr (AssayMeasures) measures = NULL;
  g_autoptr (GPtrArray) scores = NULL;
  const AssayScore *score;
  GError *local = NULL;

  card = assay_scorecard_read (db, asked->card, &local);
  if (card != NULL)
    measures = assay_measures_read (db, &asked->measures, &local);
  if (measures == NULL && local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  scores = measures != NULL ? assay_scorecard_score (card, measures) : NULL;
  score = scores != NULL ? assay_scores_find (scores, asked->supplier) : NULL;
  if (score == NULL || asked->criterion >= (int)card->criteria->len)
    {
      g_set_error_literal (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE,
                           _ ("what was graded is gone"));
      return NULL;
    }
  if (asked->criterion < 0)
    return assay_score_explain (card, measures, score);
  return assay_score_explain_criterion (db, card, measures, score, (guint)asked->criterion, error);
}
