/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every rule by which lead times are told, on lines whose figures are worked out by hand. */

#include <math.h>
#include <string.h>

#include "insight/lead-time-explain.h"
#include "sample-book.h"

static gint64 whole_line; /* of all the lines the one that came in one piece, on the day */

static void
part (AssayDb *db,
      gint64 line,
      gint64 quantity,
      const char *ready,
      const char *shipped,
      const char *received)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_DELIVERY);
  g_autoptr (GError) error = NULL;

  assay_record_set_reference (record, ASSAY_DELIVERY_ORDER_LINE, line);
  if (quantity >= 0)
    assay_record_set_integer (record, ASSAY_DELIVERY_QUANTITY, quantity);
  if (ready != NULL)
    assay_record_set_date (record, ASSAY_DELIVERY_READY_ON, sample_day (ready));
  if (shipped != NULL)
    assay_record_set_date (record, ASSAY_DELIVERY_SHIPPED_ON, sample_day (shipped));
  if (received != NULL)
    assay_record_set_date (record, ASSAY_DELIVERY_RECEIVED_ON, sample_day (received));
  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
}

static void
set (AssayDb *db, AssayType type, gint64 id, guint field, gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = assay_records_get (db, type, id, &error);

  g_assert_no_error (error);
  assay_record_set_integer (record, field, number);
  assay_records_update (db, record, &error);
  g_assert_no_error (error);
}

static void
set_day (AssayDb *db, AssayType type, gint64 id, guint field, const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = assay_records_get (db, type, id, &error);

  g_assert_no_error (error);
  assay_record_set_date (record, field, sample_day (day));
  assay_records_update (db, record, &error);
  g_assert_no_error (error);
}

/*
 * Sent 1 January (a Thursday), confirmed on the 5th, deposit paid on the 11th; all but two lines
 * promised for 2 March (a Monday), day 60 after 1 January:
 *
 *   line  pieces  came                                 lead  slip  production  transit
 *   1     300     200 ready day 50, received 59;
 *                 100 ready day 54, received 68         68     8      44         14
 *   2     600     all, ready day 40, received 60        60     0      30         20
 *   3     100     40 on day 57, the rest never           -     -       -          -   late, open
 *   4     200     190 on day 60, closed                 60     0       -          -
 *   5      50     on day 31, nothing was promised       31     -       -          -
 *   6     100     12 days before the order, promised
 *                 for the day before it                  -   -11       -          -
 *   7, 8          cancelled; promised for December
 */
static void
fill (AssayDb *db, gpointer data)
{
  gint64 supplier = sample_supplier (db, "Sao Mai", "VN");
  gint64 pack = sample_product (db, "T25", "Trail 25");
  gint64 order = sample_order (db, "PO-1", supplier, "2026-01-01", "2026-01-05");
  gint64 cancelled = sample_order (db, "PO-2", supplier, "2026-01-01", NULL);
  gint64 line;

  sample_set_text (db, ASSAY_TYPE_SUPPLIER, supplier, ASSAY_SUPPLIER_WORKING_WEEK, "mon_fri");
  set_day (db, ASSAY_TYPE_ORDER, order, ASSAY_ORDER_DEPOSIT_ON, "2026-01-11");
  line = sample_line (db, order, pack, 300, "2026-03-02");
  part (db, line, 200, "2026-02-20", "2026-02-22", "2026-03-01");
  part (db, line, 100, "2026-02-24", "2026-02-26", "2026-03-10");
  line = whole_line = sample_line (db, order, pack, 600, "2026-03-02");
  part (db, line, 600, "2026-02-10", "2026-02-15", "2026-03-02");
  set_day (db, ASSAY_TYPE_ORDER_LINE, line, ASSAY_ORDER_LINE_STARTED_ON, "2026-01-15");
  line = sample_line (db, order, pack, 100, "2026-03-02");
  part (db, line, 40, NULL, NULL, "2026-02-27");
  line = sample_line (db, order, pack, 200, "2026-03-02");
  part (db, line, 190, NULL, NULL, "2026-03-02");
  set (db, ASSAY_TYPE_ORDER_LINE, line, ASSAY_ORDER_LINE_CLOSED, 1);
  part (db, sample_line (db, order, pack, 50, NULL), 50, NULL, NULL, "2026-02-01");
  part (db, sample_line (db, order, pack, 100, "2025-12-31"), 100, NULL, NULL, "2025-12-20");
  sample_line (db, cancelled, pack, 10, "2026-02-01");
  sample_set_text (db, ASSAY_TYPE_ORDER, cancelled, ASSAY_ORDER_STATE, "cancelled");
  sample_line (db, order, pack, 70, "2026-12-01");
}

static AssayLeadTimeQuestion
make_question (void)
{
  return (AssayLeadTimeQuestion){ .from = ASSAY_DATE_UNKNOWN,
                                  .to = ASSAY_DATE_UNKNOWN,
                                  .today = sample_day ("2026-06-30") };
}

static AssayLeadTimeRow *
ask (AssayBook *book, const AssayLeadTimeQuestion *question)
{
  g_autoptr (GError) error = NULL;
  AssayLeadTimeRow *total = NULL;
  g_autoptr (GPtrArray) rows
      = assay_lead_time_figures (assay_book_get_reader (book), question, &total, &error);

  g_assert_no_error (error);
  return total;
}

/* Sets rules from "unit=shipment in=5". */
static void
set_rules (AssayLeadTimeRules *rules, const char *words)
{
  static const char *const names[ASSAY_N_LEAD_TIME_RULES] = {
    [ASSAY_RULE_START] = "start",     [ASSAY_RULE_PROMISE] = "promise",
    [ASSAY_RULE_ON_TIME] = "on-time", [ASSAY_RULE_PRODUCTION] = "production",
    [ASSAY_RULE_PROMISE_OF] = "of",   [ASSAY_RULE_UNIT] = "unit",
    [ASSAY_RULE_PARTIAL] = "partial", [ASSAY_RULE_IN_FULL] = "in-full",
    [ASSAY_RULE_DAYS] = "days",       [ASSAY_RULE_WEIGHTS] = "weights",
  };
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (guint i = 0; list[i] != NULL && *list[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (list[i], "=", 2);
      guint rule = 0;

      while (!g_str_equal (names[rule], pair[0]))
        rule++;
      g_assert_true (assay_lead_time_rules_set (rules, (AssayLeadTimeRule)rule, pair[1]));
    }
}

static void
test_figures (void)
{
  static const struct
  {
    const char *rules;
    const char *statistic;
    double value;
  } cases[] = {
    { "", "lead_n", 4 },
    { "", "lead_mean", 219.0 / 4 },
    { "", "lead_min", 31 },
    { "", "lead_range", 37 },
    /* Around 54.75: 13.25², 5.25² twice, 23.75². */
    { "", "lead_variance", (175.5625 + 2 * 27.5625 + 564.0625) / 3 },
    { "", "slip_n", 4 },
    { "", "slip_mean", -3.0 / 4 },
    { "", "slip_mad", 4 },
    { "", "production_n", 2 },
    { "", "production_mean", 37 },
    { "", "transit_mean", 17 },
    { "", "transit_sd", 4.242640687119285 },
    { "", "on_time_n", 3 },
    { "", "due_n", 5 },
    { "", "on_time", 0.6 },
    { "", "late_n", 1 },
    { "", "early_n", 1 },
    { "", "open_late_n", 1 },
    { "", "otif_n", 5 },
    { "", "otif", 0.4 },
    { "", "cancelled_n", 1 },
    { "", "not_due_n", 1 },
    { "", "no_promise_n", 1 },
    { "", "before_order_n", 1 },
    { "", "not_sent_n", 0 },
    { "", "no_ready_n", 3 },
    { "", "no_date_n", 0 },
    { "", "no_quantity_n", 0 },
    /* 190 of 200 are 95 %. */
    { "in-full=5", "otif", 0.6 },
    { "in-full=4.9", "otif", 0.4 },
    { "in-full=5", "on_time", 0.6 },
    { "start=confirmed", "lead_max", 64 },
    { "start=confirmed", "lead_mean", (219.0 - 4 * 4) / 4 },
    { "production=started", "production_n", 1 },
    { "production=started", "production_mean", 26 },
    { "on-time=7:0", "on_time_n", 2 },
    { "on-time=:8", "late_n", 0 },
    { "of=shipped", "slip_n", 2 },
    { "of=shipped", "slip_mean", -(4.0 + 15) / 2 },
    { "of=shipped", "no_date_n", 3 },
    { "of=shipped", "due_n", 3 },
    { "of=shipped", "lead_n", 4 },
    { "of=ready", "slip_mean", -(6.0 + 20) / 2 },
    { "unit=shipment", "due_n", 7 },
    { "unit=shipment", "on_time_n", 5 },
    { "unit=shipment", "late_n", 1 },
    { "unit=shipment", "open_late_n", 1 },
    { "unit=shipment", "on_time", 5.0 / 7 },
    { "unit=shipment", "slip_n", 4 },
    { "unit=shipment", "otif", 0.4 },
    { "unit=quantity", "due_n", 1290 },
    { "unit=quantity", "on_time_n", 1130 },
    { "unit=quantity", "late_n", 100 },
    { "unit=quantity", "open_late_n", 60 },
    { "unit=quantity", "early_n", 340 },
    { "partial=weighted", "lead_mean", (62.0 + 60 + 60 + 31) / 4 },
    { "partial=weighted", "slip_mean", (2.0 + 0 + 0 - 11) / 4 },
    { "partial=weighted", "production_mean", (124.0 / 3 + 30) / 2 },
    { "partial=weighted", "transit_mean", (32.0 / 3 + 20) / 2 },
    { "partial=weighted", "late_n", 1 },
    { "partial=weighted on-time=:2", "late_n", 0 },
    { "weights=pieces", "lead_n", 4 },
    { "weights=pieces", "lead_mean", 69950.0 / 1150 },
    { "weights=pieces", "lead_median", 60 },
    { "weights=pieces", "lead_p85", 68 },
    { "weights=pieces", "on_time", 0.6 },
    /* Monday to Friday: 1 January (Thursday) to 2 March (Monday) are 42 working days, to 10 March
     * (Tuesday) 48, to 1 February (Sunday) 21; the 20 December to the 31 December are 8. */
    { "days=working", "lead_mean", (48.0 + 42 + 42 + 21) / 4 },
    { "days=working", "slip_max", 6 },
    { "days=working", "slip_min", -8 },
    /* 11 January (Sunday) to 24 February (Tuesday) are 32, to 10 February (Tuesday) 22. */
    { "days=working", "production_mean", 27 },
    { "days=working", "before_order_n", 1 },
  };
  AssayBook *book = sample_book_new ();

  sample_change (book, fill, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AssayLeadTimeQuestion question = make_question ();
      g_autoptr (AssayLeadTimeRow) row = NULL;

      g_test_message ("%s: %s", cases[i].rules, cases[i].statistic);
      set_rules (&question.rules, cases[i].rules);
      row = ask (book, &question);
      g_assert_cmpfloat_with_epsilon (
          assay_lead_time_row_get (row, assay_lead_time_statistic_find (cases[i].statistic)),
          cases[i].value, 1e-12 * MAX (1, fabs (cases[i].value)));
    }
  sample_book_free (book);
}

/* Shipments count in the month in which they came. */
static void
test_months (void)
{
  AssayBook *book = sample_book_new ();
  AssayLeadTimeQuestion question = make_question ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  static const struct
  {
    const char *month;
    gint64 due, on_time, lines;
  } expected[] = { { "2025-12", 1, 1, 1 }, { "2026-02", 1, 1, 0 }, { "2026-03", 5, 3, 3 } };

  sample_change (book, fill, NULL);
  set_rules (&question.rules, "unit=shipment");
  question.by = ASSAY_GROUP_MONTH;
  rows = assay_lead_time_figures (assay_book_get_reader (book), &question, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < rows->len; i++)
    {
      const AssayLeadTimeRow *row = g_ptr_array_index (rows, i);

      g_assert_cmpstr (row->group, ==, expected[i].month);
      g_assert_cmpint (row->due_n, ==, expected[i].due);
      g_assert_cmpint (row->on_time_n, ==, expected[i].on_time);
      g_assert_cmpint (row->slip.n, ==, expected[i].lines);
    }
  question.from = sample_day ("2026-02-01");
  question.to = sample_day ("2026-02-28");
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = assay_lead_time_figures (assay_book_get_reader (book), &question, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (((AssayLeadTimeRow *)g_ptr_array_index (rows, 0))->due_n, ==, 1);
  sample_book_free (book);
}

static void
check_excluded (const AssayExplanation *explanation, const char *reason, guint n)
{
  for (guint i = 0; i < explanation->excluded->len; i++)
    {
      const AssayExclusion *exclusion = g_ptr_array_index (explanation->excluded, i);

      if (g_str_equal (exclusion->reason, reason))
        {
          g_assert_cmpuint (exclusion->ids->len, ==, n);
          return;
        }
    }
  g_assert_cmpuint (n, ==, 0);
}

static AssayExplanation *
explain (AssayBook *book,
         const AssayLeadTimeQuestion *question,
         const AssayLeadTimeRow *group,
         const char *statistic)
{
  g_autoptr (GError) error = NULL;
  AssayExplanation *explanation
      = assay_lead_time_explain (assay_book_get_reader (book), question, group,
                                 assay_lead_time_statistic_find (statistic), &error);

  g_assert_no_error (error);
  return explanation;
}

static void
test_explain (void)
{
  AssayBook *book = sample_book_new ();
  AssayLeadTimeQuestion question = make_question ();
  g_autoptr (AssayExplanation) mean = NULL, on_time = NULL, sd = NULL, p85 = NULL, safe = NULL;

  sample_change (book, fill, NULL);
  mean = explain (book, &question, NULL, "lead_mean");
  g_assert_cmpstr (mean->title, ==, "Lead time: Mean");
  g_assert_cmpstr (mean->value, ==, "54.8 days");
  g_assert_cmpstr (mean->formula, ==,
                   "Sum of days = 68 + 60 + 60 + 31 = 219\nMean = 219 ÷ 4 = 54.750");
  g_assert_cmpuint (mean->ids->len, ==, 4);
  check_excluded (mean, "cancelled", 1);
  check_excluded (mean, "not delivered yet", 2);
  check_excluded (mean, "contradiction: received before the order was sent", 1);
  on_time = explain (book, &question, NULL, "on_time");
  g_assert_cmpstr (on_time->value, ==, "60.0 %");
  g_assert_cmpstr (on_time->formula, ==, "on time ÷ due = 3 ÷ 5 = 60.00 %");
  g_assert_cmpuint (on_time->ids->len, ==, 5);
  check_excluded (on_time, "cancelled", 1);
  check_excluded (on_time, "not due yet", 1);
  check_excluded (on_time, "no date was promised", 1);
  sd = explain (book, &question, NULL, "transit_sd");
  g_assert_nonnull (strstr (sd->formula, "Variance = 18 ÷ (2 − 1) = 18"));
  g_assert_nonnull (strstr (sd->formula, "√18 = 4.243"));
  check_excluded (sd, "not known when it was ready", 3);
  p85 = explain (book, &question, NULL, "slip_p85");
  g_assert_nonnull (strstr (p85->formula, "1 + (4 − 1) × 0.85 = 3.550"));
  safe = explain (book, &question, NULL, "safe_days");
  g_assert_nonnull (strstr (safe->formula, "Few data, 1 orders of the 8"));
  sample_book_free (book);
}

/* Whatever is counted, as many rows explain it, in each group and by every rule. */
static void
test_explain_all (void)
{
  static const char *const rules[] = { "",
                                       "of=shipped",
                                       "weights=pieces",
                                       "days=working",
                                       "partial=weighted",
                                       "promise=latest on-time=1:1" };
  static const AssayGrouping groupings[]
      = { ASSAY_GROUP_NONE, ASSAY_GROUP_SUPPLIER, ASSAY_GROUP_MONTH };
  AssayBook *book = sample_book_new ();
  guint n;
  const AssayLeadTimeStatistic *statistics = assay_lead_time_statistics (&n);

  sample_change (book, fill, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rules) * G_N_ELEMENTS (groupings); i++)
    {
      AssayLeadTimeQuestion question = make_question ();
      g_autoptr (GPtrArray) rows = NULL;

      set_rules (&question.rules, rules[i % G_N_ELEMENTS (rules)]);
      question.by = groupings[i / G_N_ELEMENTS (rules)];
      rows = assay_lead_time_figures (assay_book_get_reader (book), &question, NULL, NULL);
      for (guint j = 0; j < rows->len * n; j++)
        {
          const AssayLeadTimeRow *row = g_ptr_array_index (rows, j / n);
          const AssayLeadTimeStatistic *statistic = &statistics[j % n];
          g_autoptr (AssayExplanation) explanation
              = explain (book, &question, row, statistic->name);
          double value = assay_lead_time_row_get (row, statistic);

          g_assert_nonnull (explanation->formula);
          g_assert_nonnull (explanation->definition);
          g_assert_true ((explanation->value == NULL) == isnan (value));
          if (statistic->is_count)
            g_assert_cmpuint (explanation->ids->len, ==, (guint)value);
        }
    }
  sample_book_free (book);
}

static void
test_one_line (void)
{
  AssayBook *book = sample_book_new ();
  AssayLeadTimeQuestion question = make_question ();
  g_autoptr (AssayLeadTimeRow) row = NULL;

  sample_change (book, fill, NULL);
  question.line = whole_line;
  row = ask (book, &question);
  g_assert_cmpuint (row->lead.n, ==, 1);
  g_assert_cmpfloat (row->lead.mean, ==, 60);
  g_assert_true (isnan (row->lead.variance) && isnan (row->lead.cv));
  g_assert_true (isnan (row->safe_days));
  g_assert_cmpfloat (row->otif, ==, 1);
  sample_book_free (book);
}

/* Rules as words, there and back. */
static void
test_words (void)
{
  AssayLeadTimeRules rules = { 0 };
  g_autofree char *share = NULL, *unit = NULL, *window = NULL;

  set_rules (&rules, "in-full=2.5 unit=quantity on-time=3:1");
  share = assay_lead_time_rules_get (&rules, ASSAY_RULE_IN_FULL);
  unit = assay_lead_time_rules_get (&rules, ASSAY_RULE_UNIT);
  window = assay_lead_time_rules_get (&rules, ASSAY_RULE_ON_TIME);
  g_assert_cmpint (rules.tolerance, ==, 25000);
  g_assert_cmpstr (share, ==, "2.5");
  g_assert_cmpstr (unit, ==, "quantity");
  g_assert_cmpstr (window, ==, "3:1");
  g_assert_false (assay_lead_time_rules_set (&rules, ASSAY_RULE_IN_FULL, "101"));
  g_assert_false (assay_lead_time_rules_set (&rules, ASSAY_RULE_IN_FULL, "-1"));
  g_assert_false (assay_lead_time_rules_set (&rules, ASSAY_RULE_IN_FULL, "nan"));
  g_assert_false (assay_lead_time_rules_set (&rules, ASSAY_RULE_IN_FULL, "3 %"));
  g_assert_false (assay_lead_time_rules_set (&rules, ASSAY_RULE_UNIT, "lines"));
  g_assert_false (assay_lead_time_rules_set (&rules, ASSAY_RULE_DAYS, ""));
  g_assert_cmpint (rules.tolerance, ==, 25000);
}

static void
test_series (void)
{
  AssayBook *book = sample_book_new ();
  AssayLeadTimeQuestion question = make_question ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AssaySeries) lead = NULL, transit = NULL;

  sample_change (book, fill, NULL);
  lead = assay_lead_time_series (assay_book_get_reader (book), &question, ASSAY_LEAD_TOTAL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lead->points->len, ==, 4);
  /* 2 March is day 60. */
  g_assert_cmpfloat (lead->promised, ==, 60);
  transit = assay_lead_time_series (assay_book_get_reader (book), &question, ASSAY_LEAD_TRANSIT,
                                    &error);
  g_assert_no_error (error);
  g_assert_cmpuint (transit->points->len, ==, 2);
  g_assert_cmpfloat (g_array_index (transit->points, AssayPoint, 0).value, ==, 20);
  g_assert_true (isnan (transit->promised));
  sample_book_free (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/lead-rules/figures", test_figures);
  g_test_add_func ("/insight/lead-rules/months", test_months);
  g_test_add_func ("/insight/lead-rules/explain", test_explain);
  g_test_add_func ("/insight/lead-rules/explain-all", test_explain_all);
  g_test_add_func ("/insight/lead-rules/one-line", test_one_line);
  g_test_add_func ("/insight/lead-rules/words", test_words);
  g_test_add_func ("/insight/lead-rules/series", test_series);
  return g_test_run ();
}
