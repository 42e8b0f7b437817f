/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * test-test-verdict.c: specimens against limits. Numbers in the tables are thousandths.
 */
#include "figures/test-verdict.h"

#include <string.h>

#define NONE_LOW  G_MININT64
#define NONE_HIGH G_MAXINT64

typedef struct
{
  AssayTestLimit limit;
  guint n;
  gint64 lows[5];
  gint64 highs[5]; /* all 0: as the lows */
  AssayTestOutcome outcome;
  AssayTestWhy why;
  gboolean has_value;
  gint64 value;
  int bound;
  guint n_failed;
} Row;

#define AT_LEAST(by, limit, wanted) { ASSAY_LIMIT_AT_LEAST, by, limit, NONE_HIGH, wanted }
#define AT_MOST(by, limit, wanted)  { ASSAY_LIMIT_AT_MOST, by, NONE_LOW, limit, wanted }
#define BETWEEN(by, low, high)      { ASSAY_LIMIT_BETWEEN, by, low, high, 0 }
#define MEAN                        ASSAY_JUDGED_BY_MEAN
#define EACH                        ASSAY_JUDGED_BY_EACH
#define MEDIAN                      ASSAY_JUDGED_BY_MEDIAN
#define JUDGED                      ASSAY_TEST_WHY_JUDGED

static const Row rows[] = {
  /* Tear strength, at least 25 N: (24 + 26) / 2 = 25 meets it exactly by its mean, not each. */
  { AT_LEAST (MEAN, 25000, 0),
    2,
    { 24000, 26000 },
    { 0 },
    ASSAY_TEST_PASS,
    JUDGED,
    1,
    25000,
    0,
    1 },
  { AT_LEAST (EACH, 25000, 0),
    2,
    { 24000, 26000 },
    { 0 },
    ASSAY_TEST_FAIL,
    JUDGED,
    1,
    24000,
    0,
    1 },
  /* 24 + 25 + 25.999 = 74.999; 74.999 / 3 = 24.99967 fails, and is not shown as 25. */
  { AT_LEAST (MEAN, 25000, 0),
    3,
    { 24000, 25000, 25999 },
    { 0 },
    ASSAY_TEST_FAIL,
    JUDGED,
    1,
    24999,
    0,
    1 },
  /* 10.0003 is above 10, and is not shown as 10. */
  { AT_MOST (MEAN, 10000, 0),
    3,
    { 10000, 10000, 10001 },
    { 0 },
    ASSAY_TEST_FAIL,
    JUDGED,
    1,
    10001,
    0,
    1 },
  /* (1 + 2) / 2 = 1.5 thousandths: halves away from nought. */
  { AT_LEAST (MEAN, 0, 0), 2, { 1, 2 }, { 0 }, ASSAY_TEST_PASS, JUDGED, 1, 2, 0, 0 },
  { AT_MOST (MEAN, 0, 0), 2, { -1, -2 }, { 0 }, ASSAY_TEST_PASS, JUDGED, 1, -2, 0, 0 },
  /* Grades: 4 and 4-5 give 4.25, at least 4; 3-4, 4 and 4 give 3.833. */
  { AT_LEAST (MEAN, 4000, 0), 2, { 4000, 4500 }, { 0 }, ASSAY_TEST_PASS, JUDGED, 1, 4250, 0, 0 },
  { AT_LEAST (MEAN, 4000, 0),
    3,
    { 3500, 4000, 4000 },
    { 0 },
    ASSAY_TEST_FAIL,
    JUDGED,
    1,
    3833,
    0,
    1 },
  { AT_LEAST (MEDIAN, 4000, 0),
    3,
    { 3500, 4000, 4000 },
    { 0 },
    ASSAY_TEST_PASS,
    JUDGED,
    1,
    4000,
    0,
    1 },
  /* Median of four: (3 + 4) / 2. */
  { AT_LEAST (MEDIAN, 4000, 0),
    4,
    { 5000, 3000, 4000, 1000 },
    { 0 },
    ASSAY_TEST_FAIL,
    JUDGED,
    1,
    3500,
    0,
    2 },
  { AT_MOST (EACH, 6000, 0),
    3,
    { 5000, 6000, 6001 },
    { 0 },
    ASSAY_TEST_FAIL,
    JUDGED,
    1,
    6001,
    0,
    1 },
  { AT_MOST (EACH, 6000, 0), 2, { 5000, 6000 }, { 0 }, ASSAY_TEST_PASS, JUDGED, 1, 6000, 0, 0 },
  /* Capacity within 5 % of 20 l; of each the one with the least room. */
  { BETWEEN (MEAN, 19000, 21000),
    2,
    { 21500, 20000 },
    { 0 },
    ASSAY_TEST_PASS,
    JUDGED,
    1,
    20750,
    0,
    1 },
  { BETWEEN (EACH, 19000, 21000),
    3,
    { 20000, 19100, 20800 },
    { 0 },
    ASSAY_TEST_PASS,
    JUDGED,
    1,
    19100,
    0,
    0 },
  { BETWEEN (EACH, 19000, 21000),
    2,
    { 18000, 22500 },
    { 0 },
    ASSAY_TEST_FAIL,
    JUDGED,
    1,
    22500,
    0,
    2 },
  /* Three of five specimens; one that fails where each has to pass is enough. */
  { AT_LEAST (MEAN, 25000, 5),
    3,
    { 30000, 30000, 30000 },
    { 0 },
    ASSAY_TEST_OPEN,
    ASSAY_TEST_WHY_TOO_FEW,
    1,
    30000,
    0,
    0 },
  { AT_LEAST (EACH, 25000, 5), 1, { 20000 }, { 0 }, ASSAY_TEST_FAIL, JUDGED, 1, 20000, 0, 1 },
  { AT_LEAST (MEAN, 25000, 5),
    1,
    { 20000 },
    { 0 },
    ASSAY_TEST_OPEN,
    ASSAY_TEST_WHY_TOO_FEW,
    1,
    20000,
    0,
    1 },
  { AT_LEAST (MEAN, 25000, 2),
    3,
    { 30000, 31000, 32000 },
    { 0 },
    ASSAY_TEST_PASS,
    JUDGED,
    1,
    31000,
    0,
    0 },
  /* "> 20 000 cycles" passes 15 000 and 20 000; whether 25 000 nobody knows. */
  { AT_LEAST (MEAN, 15000000, 0),
    1,
    { 20000000 },
    { NONE_HIGH },
    ASSAY_TEST_PASS,
    JUDGED,
    1,
    20000000,
    1,
    0 },
  { AT_LEAST (EACH, 20000000, 0),
    2,
    { 20000000, 21000000 },
    { NONE_HIGH, 21000000 },
    ASSAY_TEST_PASS,
    JUDGED,
    1,
    20000000,
    1,
    0 },
  { AT_LEAST (MEAN, 25000000, 0),
    1,
    { 20000000 },
    { NONE_HIGH },
    ASSAY_TEST_OPEN,
    ASSAY_TEST_WHY_UNDECIDED,
    1,
    20000000,
    1,
    0 },
  /* "< 5 mg/kg" passes at most 30; against at most 3 it is open; "< 5" is never at least 6. */
  { AT_MOST (EACH, 30000, 0), 1, { NONE_LOW }, { 5000 }, ASSAY_TEST_PASS, JUDGED, 1, 5000, -1, 0 },
  { AT_MOST (MEAN, 3000, 0),
    1,
    { NONE_LOW },
    { 5000 },
    ASSAY_TEST_OPEN,
    ASSAY_TEST_WHY_UNDECIDED,
    1,
    5000,
    -1,
    0 },
  { AT_LEAST (MEAN, 6000, 0), 1, { NONE_LOW }, { 5000 }, ASSAY_TEST_FAIL, JUDGED, 1, 5000, -1, 1 },
  /* A stretch open on both sides has no value. */
  { AT_LEAST (MEAN, 6000, 0),
    2,
    { NONE_LOW, 7000 },
    { 5000, NONE_HIGH },
    ASSAY_TEST_OPEN,
    ASSAY_TEST_WHY_UNDECIDED,
    0,
    0,
    0,
    1 },
  /* Nothing tested, and nothing asked for. */
  { AT_LEAST (MEAN, 25000, 0),
    0,
    { 0 },
    { 0 },
    ASSAY_TEST_OPEN,
    ASSAY_TEST_WHY_NO_RESULTS,
    0,
    0,
    0,
    0 },
  { AT_LEAST (MEAN, NONE_LOW, 0),
    1,
    { 5000 },
    { 0 },
    ASSAY_TEST_OPEN,
    ASSAY_TEST_WHY_NO_LIMIT,
    1,
    5000,
    0,
    0 },
  { AT_MOST (MEAN, NONE_HIGH, 0),
    1,
    { 5000 },
    { 0 },
    ASSAY_TEST_OPEN,
    ASSAY_TEST_WHY_NO_LIMIT,
    1,
    5000,
    0,
    0 },
  /* Pass or fail: one that fails is one too many, however it is judged. */
  { { ASSAY_LIMIT_PASS, MEAN, NONE_LOW, NONE_HIGH, 0 },
    3,
    { 1000, 1000, 0 },
    { 0 },
    ASSAY_TEST_FAIL,
    JUDGED,
    0,
    0,
    0,
    1 },
  { { ASSAY_LIMIT_PASS, MEAN, NONE_LOW, NONE_HIGH, 3 },
    3,
    { 1000, 1000, 1000 },
    { 0 },
    ASSAY_TEST_PASS,
    JUDGED,
    0,
    0,
    0,
    0 },
  { { ASSAY_LIMIT_PASS, MEAN, NONE_LOW, NONE_HIGH, 3 },
    2,
    { 1000, 1000 },
    { 0 },
    ASSAY_TEST_OPEN,
    ASSAY_TEST_WHY_TOO_FEW,
    0,
    0,
    0,
    0 },
  { { ASSAY_LIMIT_PASS, MEAN, NONE_LOW, NONE_HIGH, 3 },
    1,
    { 0 },
    { 0 },
    ASSAY_TEST_FAIL,
    JUDGED,
    0,
    0,
    0,
    1 },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      gboolean stretch = FALSE;
      AssayTestVerdict verdict;

      for (guint j = 0; j < row->n; j++)
        stretch |= row->highs[j] != 0;
      assay_test_judge (&row->limit, row->lows, stretch ? row->highs : row->lows, row->n, &verdict);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (verdict.outcome, ==, row->outcome);
      g_assert_cmpint (verdict.why, ==, row->why);
      g_assert_cmpint (verdict.has_value, ==, row->has_value);
      g_assert_cmpint (verdict.value, ==, row->value);
      g_assert_cmpint (verdict.bound, ==, row->bound);
      g_assert_cmpint (verdict.n, ==, row->n);
      g_assert_cmpint (verdict.n_failed, ==, row->n_failed);
    }
}

/* Sums of the largest numbers do not run over. */
static void
test_large (void)
{
  const gint64 values[] = { G_MAXINT64 - 1, G_MAXINT64 - 1, G_MAXINT64 - 1 };
  const AssayTestLimit limit = AT_LEAST (MEAN, G_MAXINT64 - 1, 3);
  AssayTestVerdict verdict;

  assay_test_judge (&limit, values, values, 3, &verdict);
  g_assert_cmpint (verdict.outcome, ==, ASSAY_TEST_PASS);
  g_assert_cmpint (verdict.value, ==, G_MAXINT64 - 1);
}

/* The range is of what is known. */
static void
test_range (void)
{
  const gint64 lows[] = { 3000, NONE_LOW, 9000 }, highs[] = { 3000, 2000, NONE_HIGH };
  const AssayTestLimit limit = AT_LEAST (EACH, 1000, 0);
  AssayTestVerdict verdict;

  assay_test_judge (&limit, lows, highs, 3, &verdict);
  g_assert_cmpint (verdict.least, ==, 2000);
  g_assert_cmpint (verdict.most, ==, 9000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/test-verdict/rows", test_rows);
  g_test_add_func ("/test-verdict/large", test_large);
  g_test_add_func ("/test-verdict/range", test_range);
  return g_test_run ();
}
