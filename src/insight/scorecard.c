/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/scorecard.h"

#include <math.h>

#include "record/choices.h"
#include "record/date.h"
#include "store/book-settings.h"
#include "store/query.h"
#include "store/records.h"

/* As criterion-fields.h has it. */
#define ENDS_SCALE 1e4

/**
 * assay_scorecard_find_in_use:
 * @db: the book
 * @id: (out): the scorecard that grades are told by: the one chosen in the book's settings, else
 *   its first; 0 where the book has none
 * @error: return location for an error
 *
 * Returns: %FALSE on error
 */
gboolean
assay_scorecard_find_in_use (AssayDb *db, gint64 *id, GError **error)
{
  GError *local = NULL;
  g_autofree char *chosen = assay_book_settings_get (db, ASSAY_SETTING_SCORECARD, &local);
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row;

  *id = 0;
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  statement
      = assay_db_prepare (db, "SELECT id FROM scorecard ORDER BY id = ?1 DESC, id LIMIT 1", error);
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, chosen != NULL ? g_ascii_strtoll (chosen, NULL, 10) : 0);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *id = assay_statement_get_int (statement, 0);
  return TRUE;
}

static AssayGrade
grade_of (const AssayRecord *record, guint field, AssayGrade unknown)
{
  const char *name = assay_record_get_text (record, field);

  for (guint i = 0; assay_choices_grade[i].value != NULL; i++)
    if (g_strcmp0 (name, assay_choices_grade[i].value) == 0)
      return (AssayGrade)i;
  return unknown;
}

static double
end_of (const AssayRecord *record, guint field, double unknown)
{
  if (!assay_record_is_known (record, field))
    return unknown;
  return (double)assay_record_get_integer (record, field, 0) / ENDS_SCALE;
}

/* FALSE: a measure that a later program has. */
static gboolean
read_criterion (const AssayRecord *record, AssayCriterion *criterion)
{
  const char *area = assay_record_get_text (record, ASSAY_CRITERION_AREA);
  double best, worst;

  *criterion = (AssayCriterion){ .id = assay_record_get_id (record) };
  if (!assay_scored_from_name (assay_record_get_text (record, ASSAY_CRITERION_MEASURE),
                               &criterion->scored))
    return FALSE;
  for (guint i = 0; i < ASSAY_N_AREAS; i++)
    if (g_strcmp0 (area, assay_choices_area[i].value) == 0)
      criterion->area = (AssayArea)i;
  assay_scored_ends (criterion->scored, &best, &worst);
  criterion->weight = (double)MAX (assay_record_get_integer (record, ASSAY_CRITERION_WEIGHT, 0), 0);
  criterion->best = end_of (record, ASSAY_CRITERION_BEST, best);
  criterion->worst = end_of (record, ASSAY_CRITERION_WORST, worst);
  criterion->cautious = assay_record_get_flag (record, ASSAY_CRITERION_CAUTIOUS);
  return TRUE;
}

/**
 * assay_scorecard_new_from_records:
 * @card: a scorecard
 * @criteria: (element-type AssayRecord): its criteria in their order
 *
 * Criteria whose measure this program does not know are left out.
 *
 * Returns: (transfer full): the same as plain numbers
 */
AssayScorecard *
assay_scorecard_new_from_records (const AssayRecord *card, GPtrArray *criteria)
{
  AssayScorecard *self = g_new0 (AssayScorecard, 1);
  AssayCriterion criterion;

  self->id = assay_record_get_id (card);
  self->name = assay_record_dup_title (card);
  self->bands.a = (double)assay_record_get_integer (card, ASSAY_SCORECARD_BAND_A, 80);
  self->bands.b = (double)assay_record_get_integer (card, ASSAY_SCORECARD_BAND_B, 50);
  self->bands.c = (double)assay_record_get_integer (card, ASSAY_SCORECARD_BAND_C, 30);
  self->warn_below = grade_of (card, ASSAY_SCORECARD_WARN_BELOW, ASSAY_GRADE_D);
  self->min_coverage
      = (double)assay_record_get_integer (card, ASSAY_SCORECARD_MIN_COVERAGE, 0) / 1e6;
  self->min_lots = assay_record_get_integer (card, ASSAY_SCORECARD_MIN_LOTS, 0);
  self->gate_audit = assay_record_get_flag (card, ASSAY_SCORECARD_GATE_AUDIT);
  self->gate_finding = assay_record_get_flag (card, ASSAY_SCORECARD_GATE_FINDING);
  self->gate_grade = grade_of (card, ASSAY_SCORECARD_GATE_GRADE, ASSAY_GRADE_C);
  self->criteria = g_array_new (FALSE, FALSE, sizeof (AssayCriterion));
  for (guint i = 0; i < criteria->len; i++)
    if (read_criterion (g_ptr_array_index (criteria, i), &criterion))
      g_array_append_val (self->criteria, criterion);
  return self;
}

/* The first of the usual scorecards, for a book that has none: data/reference/scorecards.csv has
 * the same, and a test holds the two against each other. */
static AssayScorecard *
new_usual (void)
{
  static const AssayCriterion criteria[] = {
    { 0, ASSAY_AREA_QUALITY, ASSAY_SCORED_DEFECTIVE_TO_AQL, 20, 0.5, 2, FALSE },
    { 0, ASSAY_AREA_QUALITY, ASSAY_SCORED_ACCEPTED_FIRST, 12, 100, 70, FALSE },
    { 0, ASSAY_AREA_QUALITY, ASSAY_SCORED_ACTIONS_ON_TIME, 8, 100, 50, FALSE },
    { 0, ASSAY_AREA_DELIVERY, ASSAY_SCORED_ON_TIME, 18, 98, 80, FALSE },
    { 0, ASSAY_AREA_DELIVERY, ASSAY_SCORED_SLIP_SD, 12, 2, 14, FALSE },
    { 0, ASSAY_AREA_COST, ASSAY_SCORED_PRICE_TO_BEST, 10, 1, 1.25, FALSE },
    { 0, ASSAY_AREA_COST, ASSAY_SCORED_PRICE_CHANGE, 5, 0, 10, FALSE },
    { 0, ASSAY_AREA_COMMUNICATION, ASSAY_SCORED_COMMUNICATION, 5, 100, 0, FALSE },
    { 0, ASSAY_AREA_COMMUNICATION, ASSAY_SCORED_DOCUMENTS, 5, 100, 0, FALSE },
    { 0, ASSAY_AREA_COMPLIANCE, ASSAY_SCORED_COMPLIANCE, 5, 100, 0, FALSE },
  };
  AssayScorecard *self = g_new0 (AssayScorecard, 1);

  self->name = g_strdup ("Quality, delivery, cost");
  self->bands = (AssayScoreBands){ 80, 50, 30 };
  self->warn_below = ASSAY_GRADE_C;
  self->min_coverage = 0.6;
  self->min_lots = 3;
  self->gate_audit = self->gate_finding = TRUE;
  self->gate_grade = ASSAY_GRADE_C;
  self->criteria = g_array_new (FALSE, FALSE, sizeof (AssayCriterion));
  g_array_append_vals (self->criteria, criteria, G_N_ELEMENTS (criteria));
  return self;
}

/**
 * assay_scorecard_read:
 * @db: the book
 * @id: a scorecard; 0: the one in use
 * @error: return location for an error
 *
 * Returns: (transfer full): the scorecard; the usual one, without an id, where the book has none;
 * %NULL on error
 */
AssayScorecard *
assay_scorecard_read (AssayDb *db, gint64 id, GError **error)
{
  g_autoptr (AssayRecord) card = NULL;
  g_autoptr (AssayQuery) query = NULL;
  g_autoptr (GPtrArray) criteria = NULL;
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;

  if (id == 0 && !assay_scorecard_find_in_use (db, &id, error))
    return NULL;
  if (id == 0)
    return new_usual ();
  card = assay_records_get (db, ASSAY_TYPE_SCORECARD, id, error);
  if (card == NULL)
    return NULL;
  query = assay_query_new (ASSAY_TYPE_CRITERION);
  assay_value_set_integer (&value, id);
  assay_query_add_filter (query, ASSAY_CRITERION_SCORECARD, ASSAY_FILTER_IS, &value);
  assay_query_set_sort (query, ASSAY_CRITERION_POSITION, FALSE);
  criteria = assay_query_run_records (query, db, 0, error);
  return criteria != NULL ? assay_scorecard_new_from_records (card, criteria) : NULL;
}

void
assay_scorecard_free (AssayScorecard *card)
{
  if (card == NULL)
    return;
  g_free (card->name);
  g_array_unref (card->criteria);
  g_free (card);
}

static void
score_free (gpointer data)
{
  AssayScore *score = data;

  g_free (score->criteria);
  g_free (score);
}

static void
score_criteria (const AssayScorecard *card, AssayScore *score, AssayScorePart *parts)
{
  for (guint i = 0; i < card->criteria->len; i++)
    {
      const AssayCriterion *criterion = &g_array_index (card->criteria, AssayCriterion, i);
      const AssayMeasured *measured = &score->supplier->measured[criterion->scored];
      AssayCriterionScore *one = &score->criteria[i];

      one->value = criterion->cautious && !isnan (measured->cautious) ? measured->cautious
                                                                      : measured->value;
      one->points = assay_score_points (one->value, criterion->best, criterion->worst);
      parts[i] = (AssayScorePart){ one->points, criterion->weight };
    }
  score->sum = assay_score_sum (parts, card->criteria->len);
  for (guint i = 0; i < card->criteria->len; i++)
    if (!isnan (parts[i].points) && score->sum.measured > 0.0)
      score->criteria[i].share = MAX (parts[i].weight, 0.0) / score->sum.measured;
}

static void
score_areas (const AssayScorecard *card, AssayScore *score, const AssayScorePart *parts)
{
  g_autofree AssayScorePart *of_area = g_new (AssayScorePart, MAX (card->criteria->len, 1));

  for (guint area = 0; area < ASSAY_N_AREAS; area++)
    {
      gsize n = 0;

      for (guint i = 0; i < card->criteria->len; i++)
        if (g_array_index (card->criteria, AssayCriterion, i).area == area)
          of_area[n++] = parts[i];
      score->areas[area] = assay_score_sum (of_area, n);
    }
}

static AssayScore *
score_supplier (const AssayScorecard *card, const AssaySupplierMeasures *supplier)
{
  g_autofree AssayScorePart *parts = g_new (AssayScorePart, MAX (card->criteria->len, 1));
  AssayScore *score = g_new0 (AssayScore, 1);

  score->supplier = supplier;
  score->criteria = g_new0 (AssayCriterionScore, MAX (card->criteria->len, 1));
  score_criteria (card, score, parts);
  score_areas (card, score, parts);
  score->earned = assay_score_grade (score->sum.points, &card->bands);
  /* A coverage that is not known is not enough; a hair's breadth of rounding is. */
  if (!(score->sum.coverage + 1e-9 >= card->min_coverage) || isnan (score->sum.points))
    score->short_of |= ASSAY_SHORT_OF_COVERAGE;
  if (supplier->lots < card->min_lots)
    score->short_of |= ASSAY_SHORT_OF_LOTS;
  if (card->gate_audit && supplier->audit_expired != ASSAY_DATE_UNKNOWN)
    score->gates |= ASSAY_GATE_AUDIT;
  if (card->gate_finding && supplier->critical)
    score->gates |= ASSAY_GATE_FINDING;
  score->grade = score->short_of != 0 ? ASSAY_GRADE_NONE : score->earned;
  if (score->gates != 0)
    score->grade = assay_grade_cap (score->grade, card->gate_grade);
  return score;
}

/* By grade, then by points: a gate puts a supplier behind those whose grade is better. */
static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const AssayScore *left = *(AssayScore *const *)a;
  const AssayScore *right = *(AssayScore *const *)b;

  if (left->grade != right->grade)
    return left->grade < right->grade ? -1 : 1;
  if (isnan (left->sum.points) != isnan (right->sum.points))
    return isnan (left->sum.points) ? 1 : -1;
  if (left->sum.points != right->sum.points && !isnan (left->sum.points))
    return left->sum.points > right->sum.points ? -1 : 1;
  return 0;
}

/**
 * assay_scorecard_score:
 * @card: what is measured and what it weighs
 * @measures: what was measured
 *
 * Returns: (transfer full) (element-type AssayScore): one score a supplier, best first
 */
GPtrArray *
assay_scorecard_score (const AssayScorecard *card, const AssayMeasures *measures)
{
  GPtrArray *scores = g_ptr_array_new_with_free_func (score_free);

  for (guint i = 0; i < measures->suppliers->len; i++)
    g_ptr_array_add (scores, score_supplier (card, g_ptr_array_index (measures->suppliers, i)));
  /* Stable: those that are equal stay in the order of their names. */
  g_ptr_array_sort (scores, compare_scores);
  for (guint i = 0; i < scores->len; i++)
    {
      AssayScore *score = g_ptr_array_index (scores, i);
      AssayScore *before = i > 0 ? g_ptr_array_index (scores, i - 1) : NULL;

      if (score->grade == ASSAY_GRADE_NONE)
        break;
      score->rank = before != NULL && compare_scores (&before, &score) == 0 ? before->rank : i + 1;
    }
  return scores;
}

const AssayScore *
assay_scores_find (const GPtrArray *scores, gint64 supplier)
{
  for (guint i = 0; i < scores->len; i++)
    {
      const AssayScore *score = g_ptr_array_index (scores, i);

      if (score->supplier->id == supplier)
        return score;
    }
  return NULL;
}

/* Without a grade there is nothing to warn of but what the gates say. */
gboolean
assay_score_is_warned_of (const AssayScorecard *card, const AssayScore *score)
{
  if (score->grade == ASSAY_GRADE_NONE)
    return score->gates != 0 && card->gate_grade > card->warn_below;
  return score->grade > card->warn_below;
}

static void
quarter_free (gpointer data)
{
  AssayScoreQuarter *quarter = data;

  g_clear_pointer (&quarter->scores, g_ptr_array_unref);
  g_clear_pointer (&quarter->measures, assay_measures_free);
  g_free (quarter->label);
  g_free (quarter);
}

/**
 * assay_scorecard_trend:
 * @db: the book, on the thread that owns the connection
 * @card: the scorecard
 * @question: the period ends where the trend ends
 * @n: how many quarters
 * @error: return location for an error
 *
 * Each quarter stands for itself: what was delivered, inspected and due in it, and what assessments
 * said at its end.
 *
 * Returns: (transfer full) (element-type AssayScoreQuarter): oldest first; %NULL on error
 */
GPtrArray *
assay_scorecard_trend (AssayDb *db,
                       const AssayScorecard *card,
                       const AssayMeasuresQuestion *question,
                       guint n,
                       GError **error)
{
  g_autoptr (GPtrArray) quarters = g_ptr_array_new_with_free_func (quarter_free);
  int year, month, mday, last;

  assay_date_to_ymd (assay_measures_day (question), &year, &month, &mday);
  last = year * 4 + (month - 1) / 3;
  for (int i = last - (int)n + 1; i <= last; i++)
    {
      AssayScoreQuarter *quarter = g_new0 (AssayScoreQuarter, 1);
      AssayMeasuresQuestion asked = *question;
      gint32 next;

      g_ptr_array_add (quarters, quarter);
      if (!assay_date_from_ymd (i / 4, i % 4 * 3 + 1, 1, &quarter->from)
          || !assay_date_from_ymd ((i + 1) / 4, (i + 1) % 4 * 3 + 1, 1, &next))
        continue;
      quarter->to = next - 1;
      /* The last one may end before its quarter does. */
      if (question->to != ASSAY_DATE_UNKNOWN && question->to < quarter->to)
        quarter->to = question->to;
      quarter->label = g_strdup_printf ("%d Q%d", i / 4, i % 4 + 1);
      asked.from = quarter->from;
      asked.to = quarter->to;
      quarter->measures = assay_measures_read (db, &asked, error);
      if (quarter->measures == NULL)
        return NULL;
      quarter->scores = assay_scorecard_score (card, quarter->measures);
    }
  return g_steal_pointer (&quarters);
}
