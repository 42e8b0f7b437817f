/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scorecards: what is measured of suppliers, against values worked by hand, and what becomes of
 * what was not. */

#include <math.h>

#include "insight/scorecard.h"
#include "sample-book.h"
#include "store/book-settings.h"

#define EPSILON 1e-9

static gint64 sao_mai, ege, silent, card_id;

static void
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
}

static void
set_integer (AssayDb *db, AssayType type, gint64 id, guint field, gint64 value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = assay_records_get (db, type, id, &error);

  g_assert_no_error (error);
  assay_record_set_integer (record, field, value);
  assay_records_update (db, record, &error);
  g_assert_no_error (error);
}

static void
assess (AssayDb *db,
        gint64 supplier,
        const char *area,
        const char *day,
        int score,
        const char *until,
        const char *finding)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_ASSESSMENT);

  assay_record_set_reference (record, ASSAY_ASSESSMENT_SUPPLIER, supplier);
  assay_record_set_text (record, ASSAY_ASSESSMENT_AREA, area);
  assay_record_set_date (record, ASSAY_ASSESSMENT_ASSESSED_ON, sample_day (day));
  if (score >= 0)
    assay_record_set_integer (record, ASSAY_ASSESSMENT_SCORE, score);
  if (until != NULL)
    assay_record_set_date (record, ASSAY_ASSESSMENT_VALID_UNTIL, sample_day (until));
  assay_record_set_text (record, ASSAY_ASSESSMENT_FINDING, finding);
  insert (db, record);
}

static gint64
order (AssayDb *db, const char *number, gint64 supplier, const char *sent, const char *currency)
{
  gint64 id = sample_order (db, number, supplier, sent, NULL);

  sample_set_text (db, ASSAY_TYPE_ORDER, id, ASSAY_ORDER_CURRENCY, currency);
  return id;
}

static gint64
priced_line (AssayDb *db, gint64 in_order, gint64 product, gint64 quantity, gint64 price)
{
  gint64 id = sample_line (db, in_order, product, quantity, "2026-03-01");

  set_integer (db, ASSAY_TYPE_ORDER_LINE, id, ASSAY_ORDER_LINE_UNIT_PRICE, price);
  return id;
}

static void
lot (AssayDb *db, gint64 supplier, const char *day, int inspected, int defective, int aql)
{
  gint64 id = sample_inspection (db, supplier, 0, day, inspected, defective,
                                 defective > 2 ? "fail" : "pass");

  set_integer (db, ASSAY_TYPE_INSPECTION, id, ASSAY_INSPECTION_AQL_MAJOR, aql);
}

static void
action (AssayDb *db, gint64 supplier, const char *due, const char *done)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_CORRECTIVE_ACTION);

  assay_record_set_text (record, ASSAY_CORRECTIVE_ACTION_TITLE, due);
  assay_record_set_reference (record, ASSAY_CORRECTIVE_ACTION_SUPPLIER, supplier);
  assay_record_set_date (record, ASSAY_CORRECTIVE_ACTION_DUE_ON, sample_day (due));
  if (done != NULL)
    assay_record_set_date (record, ASSAY_CORRECTIVE_ACTION_DONE_ON, sample_day (done));
  insert (db, record);
}

static void
criterion (AssayDb *db, int position, const char *area, const char *measure, int weight)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_CRITERION);

  assay_record_set_reference (record, ASSAY_CRITERION_SCORECARD, card_id);
  assay_record_set_integer (record, ASSAY_CRITERION_POSITION, position);
  assay_record_set_text (record, ASSAY_CRITERION_AREA, area);
  assay_record_set_text (record, ASSAY_CRITERION_MEASURE, measure);
  assay_record_set_integer (record, ASSAY_CRITERION_WEIGHT, weight);
  insert (db, record);
}

static void
fill_card (AssayDb *db)
{
  g_autoptr (AssayRecord) card = assay_record_new (ASSAY_TYPE_SCORECARD);

  assay_record_set_text (card, ASSAY_SCORECARD_NAME, "All");
  insert (db, card);
  card_id = assay_record_get_id (card);
  criterion (db, 1, "quality", "defective_to_aql", 40);
  criterion (db, 2, "delivery", "on_time", 30);
  criterion (db, 3, "cost", "price_to_best", 20);
  criterion (db, 4, "compliance", "compliance", 10);
}

/*
 * Sao Mai delivers three of four lines: two days early, on the day, four days late; the fourth is
 * open. Its three lots have 4 defective of 200 inspected under AQLs that allow 50 × 2.5 % +
 * 50 × 2.5 % + 100 × 4 % = 6.5.
 */
static void
fill (AssayDb *db, gpointer data)
{
  gint64 pack = sample_product (db, "T25", "Trail 25");
  gint64 lid = sample_product (db, "LID", "Lid");
  gint64 old, now, euro, other;

  ege = sample_supplier (db, "Ege", "TR");
  sao_mai = sample_supplier (db, "Sao Mai", "VN");
  silent = sample_supplier (db, "Silent", "CN");
  sample_supplier (db, "Never used", "CN");
  set_integer (db, ASSAY_TYPE_SUPPLIER, sao_mai, ASSAY_SUPPLIER_CLAIMED_LEAD, 60);
  set_integer (db, ASSAY_TYPE_SUPPLIER, sao_mai, ASSAY_SUPPLIER_CLAIMED_ON_TIME, 980000);
  set_integer (db, ASSAY_TYPE_SUPPLIER, sao_mai, ASSAY_SUPPLIER_CLAIMED_DEFECTS, 13000);

  now = order (db, "PO-1", sao_mai, "2026-01-01", "USD");
  sample_delivery (db, priced_line (db, now, pack, 100, 2200), 100, "2026-02-27");
  sample_delivery (db, priced_line (db, now, pack, 300, 2000), 300, "2026-03-01");
  sample_delivery (db, priced_line (db, now, lid, 100, 300), 100, "2026-03-05");
  priced_line (db, now, 0, 50, 900); /* open, of no product */
  old = order (db, "PO-0", sao_mai, "2025-02-01", "USD");
  priced_line (db, old, pack, 500, 1900);
  set_integer (db, ASSAY_TYPE_ORDER, old, ASSAY_ORDER_CONFIRMED_ON, sample_day ("2025-02-02"));
  /* The same pack in the same currency for 19.00, in another for less. */
  other = order (db, "PO-2", ege, "2026-01-10", "USD");
  sample_delivery (db, priced_line (db, other, pack, 200, 1900), 200, "2026-02-20");
  euro = order (db, "PO-3", ege, "2026-01-10", "EUR");
  sample_delivery (db, priced_line (db, euro, pack, 200, 1000), 200, "2026-02-20");

  lot (db, sao_mai, "2026-02-20", 50, 1, 2500);
  lot (db, sao_mai, "2026-02-25", 50, 0, 2500);
  lot (db, sao_mai, "2026-03-03", 100, 3, 4000);
  lot (db, ege, "2026-02-18", 80, 0, 2500);

  action (db, sao_mai, "2026-03-20", "2026-03-18");
  action (db, sao_mai, "2026-03-25", "2026-03-30");
  action (db, sao_mai, "2026-04-01", NULL);
  action (db, sao_mai, "2026-09-01", NULL); /* not due yet */

  assess (db, sao_mai, "compliance", "2025-01-10", 90, "2026-01-10", "critical");
  assess (db, sao_mai, "compliance", "2026-01-20", 70, "2027-01-20", "minor");
  assess (db, ege, "compliance", "2025-03-01", 95, "2026-03-01", NULL);
  assess (db, silent, "communication", "2026-02-01", 40, NULL, NULL);
  fill_card (db);
}

static AssayMeasuresQuestion
ask (const char *from, const char *to)
{
  return (AssayMeasuresQuestion){ .from = from != NULL ? sample_day (from) : ASSAY_DATE_UNKNOWN,
                                  .to = to != NULL ? sample_day (to) : ASSAY_DATE_UNKNOWN,
                                  .today = sample_day ("2026-06-01") };
}

static AssayMeasures *
measure (AssayBook *book, const AssayMeasuresQuestion *question)
{
  g_autoptr (GError) error = NULL;
  AssayMeasures *measures = assay_measures_read (assay_book_get_reader (book), question, &error);

  g_assert_no_error (error);
  return measures;
}

static const AssayMeasured *
of (const AssayMeasures *measures, gint64 supplier, AssayScored scored)
{
  const AssaySupplierMeasures *one = assay_measures_find (measures, supplier);

  g_assert_nonnull (one);
  return &one->measured[scored];
}

#define assert_value(measured, expected, rows)                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const AssayMeasured *assert_one = (measured);                                                  \
    g_assert_cmpint (assert_one->lack, ==, ASSAY_LACK_NOTHING);                                    \
    g_assert_cmpfloat_with_epsilon (assert_one->value, (expected), EPSILON);                       \
    g_assert_cmpint (assert_one->n, ==, (rows));                                                   \
  }                                                                                                \
  G_STMT_END

#define assert_lack(measured, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const AssayMeasured *assert_one = (measured);                                                  \
    g_assert_cmpint (assert_one->lack, ==, (expected));                                            \
    g_assert_true (isnan (assert_one->value));                                                     \
  }                                                                                                \
  G_STMT_END

static void
test_measures (void)
{
  AssayBook *book = sample_book_new ();
  AssayMeasuresQuestion question = ask ("2026-01-01", NULL);
  g_autoptr (AssayMeasures) measures = NULL;

  sample_change (book, fill, NULL);
  measures = measure (book, &question);
  g_assert_cmpuint (measures->suppliers->len, ==, 3);

  assert_value (of (measures, sao_mai, ASSAY_SCORED_DEFECTIVE_TO_AQL), 4.0 / 6.5, 3);
  /* Wilson of 4 of 200 ends at (0.02 + z²/400 + z √(0.02 · 0.98/200 + z²/160000)) ÷ (1 + z²/200).
   */
  g_assert_cmpfloat_with_epsilon (of (measures, sao_mai, ASSAY_SCORED_DEFECTIVE_TO_AQL)->cautious,
                                  0.0502871 / 0.0325, 1e-5);
  g_assert_cmpfloat_with_epsilon (of (measures, sao_mai, ASSAY_SCORED_DEFECTIVE_TO_AQL)->claim,
                                  0.013 / 0.0325, EPSILON);
  assert_value (of (measures, sao_mai, ASSAY_SCORED_DEFECTIVE_RATE), 2.0, 3);
  g_assert_cmpfloat (of (measures, sao_mai, ASSAY_SCORED_DEFECTIVE_RATE)->claim, ==, 1.3);
  assert_value (of (measures, sao_mai, ASSAY_SCORED_ACCEPTED_FIRST), 200.0 / 3.0, 3);
  assert_value (of (measures, sao_mai, ASSAY_SCORED_ACTIONS_ON_TIME), 100.0 / 3.0, 3);
  assert_value (of (measures, sao_mai, ASSAY_SCORED_ON_TIME), 40.0, 5);
  g_assert_cmpfloat (of (measures, sao_mai, ASSAY_SCORED_ON_TIME)->claim, ==, 98.0);
  assert_value (of (measures, sao_mai, ASSAY_SCORED_SLIP_MEAN), 2.0 / 3.0, 3);
  assert_value (of (measures, sao_mai, ASSAY_SCORED_SLIP_SD), sqrt (28.0 / 3.0), 3);
  /* 57, 59 and 63 days where 60 were claimed. */
  assert_value (of (measures, sao_mai, ASSAY_SCORED_LEAD_TO_CLAIM), 179.0 / 180.0, 3);
  /* 100 × 22 + 300 × 20 = 8,200 where 400 × 19 = 7,600 was the best; the lid nobody else makes. */
  assert_value (of (measures, sao_mai, ASSAY_SCORED_PRICE_TO_BEST), 8200.0 / 7600.0, 1);
  assert_value (of (measures, ege, ASSAY_SCORED_PRICE_TO_BEST), 1.0, 1);
  /* 20.50 a pack in 2026, 19.00 in 2025. */
  assert_value (of (measures, sao_mai, ASSAY_SCORED_PRICE_CHANGE), 100.0 * (20.5 / 19.0 - 1.0), 1);
  assert_lack (of (measures, ege, ASSAY_SCORED_PRICE_CHANGE), ASSAY_LACK_YEAR);
  assert_value (of (measures, sao_mai, ASSAY_SCORED_COMPLIANCE), 70.0, 1);
  assert_lack (of (measures, sao_mai, ASSAY_SCORED_SERVICE), ASSAY_LACK_ASSESSMENT);
  assert_lack (of (measures, ege, ASSAY_SCORED_COMPLIANCE), ASSAY_LACK_EXPIRED);
  assert_lack (of (measures, ege, ASSAY_SCORED_LEAD_TO_CLAIM), ASSAY_LACK_CLAIM);
  assert_lack (of (measures, ege, ASSAY_SCORED_SLIP_SD), ASSAY_LACK_THREE);
  /* The audit with the critical finding was followed by a better one. */
  g_assert_false (assay_measures_find (measures, sao_mai)->critical);
  g_assert_cmpint (assay_measures_find (measures, sao_mai)->audit_expired, ==, ASSAY_DATE_UNKNOWN);
  g_assert_cmpint (assay_measures_find (measures, ege)->audit_expired, ==,
                   sample_day ("2026-03-01"));
  sample_book_free (book);
}

/* What is not known is neither 0 nor 100. */
static void
test_nothing (void)
{
  AssayBook *book = sample_book_new ();
  AssayMeasuresQuestion question = ask ("2020-01-01", "2020-12-31");
  g_autoptr (AssayMeasures) empty = measure (book, &question);
  g_autoptr (AssayMeasures) before = NULL;
  g_autoptr (AssayScorecard) card = NULL;
  g_autoptr (GPtrArray) scores = NULL;
  g_autoptr (GError) error = NULL;
  double weight = 0.0;

  g_assert_cmpuint (empty->suppliers->len, ==, 0);
  card = assay_scorecard_read (assay_book_get_reader (book), 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (card->id, ==, 0);
  for (guint i = 0; i < card->criteria->len; i++)
    weight += g_array_index (card->criteria, AssayCriterion, i).weight;
  g_assert_cmpfloat (weight, ==, 100.0);
  g_clear_pointer (&card, assay_scorecard_free);
  sample_change (book, fill, NULL);
  before = measure (book, &question);
  card = assay_scorecard_read (assay_book_get_reader (book), 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ASSAY_N_SCORED; i++)
    g_assert_cmpint (of (before, silent, i)->lack, !=, ASSAY_LACK_NOTHING);
  scores = assay_scorecard_score (card, before);
  g_assert_cmpuint (scores->len, ==, 3);
  for (guint i = 0; i < scores->len; i++)
    {
      const AssayScore *score = g_ptr_array_index (scores, i);
      g_autofree char *why = assay_score_why (card, score);

      g_assert_true (isnan (score->sum.points));
      g_assert_cmpfloat (score->sum.coverage, ==, 0.0);
      g_assert_cmpint (score->grade, ==, ASSAY_GRADE_NONE);
      g_assert_cmpuint (score->rank, ==, 0);
      g_assert_cmpstr (why, ==,
                       "Not enough data: 0 % of the weight is measured, 60 % is wanted; "
                       "0 lots were inspected, 3 are wanted");
      g_assert_false (assay_score_is_warned_of (card, score));
    }
  sample_book_free (book);
}

static void
test_score (void)
{
  AssayBook *book = sample_book_new ();
  AssayMeasuresQuestion question = ask ("2026-01-01", NULL);
  g_autoptr (AssayMeasures) measures = NULL;
  g_autoptr (AssayScorecard) card = NULL;
  g_autoptr (GPtrArray) scores = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *why = NULL;
  const AssayScore *score;
  double aql, price, expected;

  sample_change (book, fill, NULL);
  measures = measure (book, &question);
  card = assay_scorecard_read (assay_book_get_reader (book), 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (card->criteria->len, ==, 4);
  scores = assay_scorecard_score (card, measures);
  score = assay_scores_find (scores, sao_mai);
  /* Quality (2 − 0.615…) ÷ 1.5; 40 % on time are worth nothing between 80 and 98; price
   * (1.25 − 1.0789…) ÷ 0.25; compliance 70. */
  aql = 100.0 * (2.0 - 4.0 / 6.5) / 1.5;
  price = 100.0 * (1.25 - 8200.0 / 7600.0) / 0.25;
  expected = (40.0 * aql + 30.0 * 0.0 + 20.0 * price + 10.0 * 70.0) / 100.0;
  g_assert_cmpfloat_with_epsilon (score->sum.points, expected, EPSILON);
  g_assert_cmpfloat (score->sum.coverage, ==, 1.0);
  g_assert_cmpint (score->grade, ==, ASSAY_GRADE_B);
  g_assert_cmpuint (score->rank, ==, 1);
  g_assert_null (assay_score_why (card, score));
  g_assert_cmpfloat_with_epsilon (score->areas[ASSAY_AREA_QUALITY].points, aql, EPSILON);
  g_assert_true (isnan (score->areas[ASSAY_AREA_COMMUNICATION].points));
  g_assert_cmpfloat_with_epsilon (score->criteria[0].share, 0.4, EPSILON);

  /* One lot is too few; without the limit an expired audit holds a full score at C. */
  score = assay_scores_find (scores, ege);
  g_assert_cmpfloat (score->sum.points, ==, 100.0);
  g_assert_cmpfloat_with_epsilon (score->sum.coverage, 0.9, EPSILON);
  g_assert_cmpint (score->earned, ==, ASSAY_GRADE_A);
  g_assert_cmpint (score->grade, ==, ASSAY_GRADE_NONE);
  g_assert_cmpint (score->short_of, ==, ASSAY_SHORT_OF_LOTS);
  card->min_lots = 1;
  g_ptr_array_unref (scores);
  scores = assay_scorecard_score (card, measures);
  score = assay_scores_find (scores, ege);
  g_assert_cmpint (score->grade, ==, ASSAY_GRADE_C);
  g_assert_cmpint (score->gates, ==, ASSAY_GATE_AUDIT);
  g_assert_cmpuint (score->rank, ==, 2);
  g_assert_false (assay_score_is_warned_of (card, score));
  card->warn_below = ASSAY_GRADE_B;
  g_assert_true (assay_score_is_warned_of (card, score));
  why = assay_score_why (card, score);
  g_assert_cmpstr (why, ==, "No better than C: the audit ran out on 1 Mar 2026");
  card->gate_audit = FALSE;
  g_ptr_array_unref (scores);
  scores = assay_scorecard_score (card, measures);
  g_assert_cmpint (assay_scores_find (scores, ege)->grade, ==, ASSAY_GRADE_A);
  g_assert_cmpuint (assay_scores_find (scores, sao_mai)->rank, ==, 2);

  /* Cautious: nothing is known of 0 of 80 but that it is less than 4.6 %. */
  g_array_index (card->criteria, AssayCriterion, 0).cautious = TRUE;
  g_ptr_array_unref (scores);
  scores = assay_scorecard_score (card, measures);
  score = assay_scores_find (scores, ege);
  g_assert_cmpfloat (score->criteria[0].value, >, 1.8);
  g_assert_cmpfloat (score->criteria[0].points, <, 15.0);
  sample_book_free (book);
}

/* Quarters stand for themselves; one without data is a gap. */
static void
test_trend (void)
{
  AssayBook *book = sample_book_new ();
  AssayMeasuresQuestion question = ask (NULL, NULL);
  g_autoptr (AssayScorecard) card = NULL;
  g_autoptr (GPtrArray) quarters = NULL;
  g_autoptr (GError) error = NULL;
  const AssayScoreQuarter *quarter;

  sample_change (book, fill, NULL);
  card = assay_scorecard_read (assay_book_get_reader (book), card_id, &error);
  g_assert_no_error (error);
  quarters = assay_scorecard_trend (assay_book_get_reader (book), card, &question, 4, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (quarters->len, ==, 4);
  quarter = g_ptr_array_index (quarters, 0);
  g_assert_cmpstr (quarter->label, ==, "2025 Q3");
  g_assert_cmpint (quarter->from, ==, sample_day ("2025-07-01"));
  g_assert_cmpint (quarter->to, ==, sample_day ("2025-09-30"));
  g_assert_cmpint (assay_scores_find (quarter->scores, sao_mai)->grade, ==, ASSAY_GRADE_NONE);
  /* At that time the finding was open and the audit valid. */
  g_assert_cmpint (assay_scores_find (quarter->scores, sao_mai)->gates, ==, ASSAY_GATE_FINDING);
  quarter = g_ptr_array_index (quarters, 2);
  g_assert_cmpstr (quarter->label, ==, "2026 Q1");
  g_assert_cmpint (assay_scores_find (quarter->scores, sao_mai)->grade, ==, ASSAY_GRADE_B);
  quarter = g_ptr_array_index (quarters, 3);
  g_assert_cmpstr (quarter->label, ==, "2026 Q2");
  g_assert_cmpint (assay_scores_find (quarter->scores, sao_mai)->grade, ==, ASSAY_GRADE_NONE);
  sample_book_free (book);
}

static void
choose (AssayDb *db, gpointer data)
{
  g_autoptr (AssayRecord) other = assay_record_new (ASSAY_TYPE_SCORECARD);
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  assay_record_set_text (other, ASSAY_SCORECARD_NAME, "Other");
  insert (db, other);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, assay_record_get_id (other));
  assay_book_settings_set (db, ASSAY_SETTING_SCORECARD, id, &error);
  g_assert_no_error (error);
}

static void
test_in_use (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (AssayScorecard) card = NULL;
  g_autoptr (GError) error = NULL;

  sample_change (book, fill, NULL);
  sample_change (book, choose, NULL);
  card = assay_scorecard_read (assay_book_get_reader (book), 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (card->name, ==, "Other");
  g_assert_cmpuint (card->criteria->len, ==, 0);
  sample_book_free (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/scorecard/measures", test_measures);
  g_test_add_func ("/insight/scorecard/nothing", test_nothing);
  g_test_add_func ("/insight/scorecard/score", test_score);
  g_test_add_func ("/insight/scorecard/trend", test_trend);
  g_test_add_func ("/insight/scorecard/in-use", test_in_use);
  return g_test_run ();
}
