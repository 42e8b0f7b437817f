/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tests of samples: taken from requirements, in words, carried on to the next round, compared over
 * rounds and suppliers. */

#include "assay-config.h"

#include "insight/sample-tests.h"
#include "insight/test-series.h"
#include "sample-book.h"

#include <string.h>

typedef struct
{
  gint64 product, alpha, beta;
  gint64 first, second, other;
} Story;

static gint64
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  return assay_record_get_id (record);
}

static void
add_requirement (AssayDb *db,
                 gint64 product,
                 gint64 position,
                 const char *property,
                 const char *direction,
                 gint64 lower)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_REQUIREMENT);

  assay_record_set_reference (record, ASSAY_REQUIREMENT_PRODUCT, product);
  assay_record_set_integer (record, ASSAY_REQUIREMENT_POSITION, position);
  assay_record_set_text (record, ASSAY_REQUIREMENT_PROPERTY, property);
  assay_record_set_text (record, ASSAY_REQUIREMENT_SPECIMEN, direction);
  assay_record_set_text (record, ASSAY_REQUIREMENT_METHOD, "ISO 13937-1");
  assay_record_set_text (record, ASSAY_REQUIREMENT_UNIT, "N");
  assay_record_set_integer (record, ASSAY_REQUIREMENT_LOWER, lower);
  insert (db, record);
}

static gint64
add_sample (AssayDb *db,
            const char *number,
            gint64 product,
            gint64 supplier,
            const char *round,
            gint64 round_number,
            const char *verdict)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SAMPLE);

  assay_record_set_text (record, ASSAY_SAMPLE_NUMBER, number);
  assay_record_set_reference (record, ASSAY_SAMPLE_PRODUCT, product);
  assay_record_set_reference (record, ASSAY_SAMPLE_SUPPLIER, supplier);
  assay_record_set_text (record, ASSAY_SAMPLE_ROUND, round);
  assay_record_set_integer (record, ASSAY_SAMPLE_ROUND_NUMBER, round_number);
  assay_record_set_text (record, ASSAY_SAMPLE_VERDICT, verdict);
  return insert (db, record);
}

static void
add_test (AssayDb *db, gint64 sample, const char *property, const char *unit, const char *readings)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SAMPLE_TEST);

  assay_record_set_reference (record, ASSAY_SAMPLE_TEST_SAMPLE, sample);
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_PROPERTY, property);
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_SPECIMEN, "warp");
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_METHOD, "ISO 13937-1");
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_UNIT, unit);
  assay_record_set_integer (record, ASSAY_SAMPLE_TEST_LOWER, 25000);
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_READINGS, readings);
  insert (db, record);
}

static void
write_story (AssayDb *db, gpointer data)
{
  Story *story = data;

  story->alpha = sample_supplier (db, "Alpha", "VN");
  story->beta = sample_supplier (db, "Beta", "CN");
  story->product = sample_product (db, "TR-25", "Trail 25");
  add_requirement (db, story->product, 2, "Tear strength", "weft", 25000);
  add_requirement (db, story->product, 1, "Tear strength", "warp", 25000);
  story->first = add_sample (db, "S-009", story->product, story->alpha, "proto", 1, "rejected");
  story->second = add_sample (db, "S-010", story->product, story->alpha, "proto", 2, "approved");
  story->other = add_sample (db, "S-011", story->product, story->beta, "proto", 1, "pending");
  add_test (db, story->first, "Tear strength", "N", "20; 22");
  add_test (db, story->second, "TEAR STRENGTH ", "N", "28; 30");
  add_test (db, story->other, "Tear strength", "N", "26");
  add_test (db, story->other, "Tear strength", "lbf", "6");
  add_test (db, story->other, "Colour", "N", NULL);
}

static void
test_series (void)
{
  AssayBook *book = sample_book_new ();
  AssayDb *db = assay_book_get_reader (book);
  Story story = { 0 };
  AssayTestQuestion question = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  AssayTestSeries *series;
  const AssayTestPoint *point;

  sample_change (book, write_story, &story);
  question.product = story.product;
  all = assay_test_series_read (db, &question, &error);
  g_assert_no_error (error);
  /* Newton and pounds are two tests; one without a result is none. */
  g_assert_cmpuint (all->len, ==, 2);
  series = g_ptr_array_index (all, 0);
  g_assert_cmpstr (series->title, ==, "Tear strength, Warp");
  g_assert_cmpstr (series->unit, ==, "N");
  g_assert_cmpuint (series->points->len, ==, 3);
  point = g_ptr_array_index (series->points, 0);
  g_assert_cmpstr (point->supplier_name, ==, "Alpha");
  g_assert_cmpstr (point->round, ==, "Proto 1");
  g_assert_cmpint (point->verdict.value, ==, 21000);
  g_assert_cmpint (point->verdict.outcome, ==, ASSAY_TEST_FAIL);
  point = g_ptr_array_index (series->points, 1);
  g_assert_cmpstr (point->number, ==, "S-010");
  g_assert_cmpint (point->verdict.value, ==, 29000);
  g_assert_cmpint (point->verdict.least, ==, 28000);
  g_assert_cmpint (point->verdict.most, ==, 30000);
  point = g_ptr_array_index (series->points, 2);
  g_assert_cmpstr (point->supplier_name, ==, "Beta");
  g_assert_true (assay_test_series_find (all, "tear") == series);
  g_assert_null (assay_test_series_find (all, "abrasion"));
  g_clear_pointer (&all, g_ptr_array_unref);
  question.supplier = story.beta;
  all = assay_test_series_read (db, &question, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (((AssayTestSeries *)all->pdata[0])->points->len, ==, 1);
  sample_book_free (book);
}

static void
take (AssayDb *db, gpointer data)
{
  const Story *story = data;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (assay_sample_take_requirements (db, story->first, &n, &error));
  g_assert_no_error (error);
  /* The warp is there already. */
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (assay_sample_take_requirements (db, story->first, &n, &error));
  g_assert_cmpuint (n, ==, 0);
}

static void
test_take (void)
{
  AssayBook *book = sample_book_new ();
  AssayDb *db = assay_book_get_reader (book);
  Story story = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tests = NULL;
  AssaySampleTests counts;
  g_autofree char *words = NULL;

  sample_change (book, write_story, &story);
  sample_change (book, take, &story);
  tests = assay_sample_tests_read (db, story.first, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tests->len, ==, 2);
  g_assert_cmpstr (assay_record_get_text (tests->pdata[0], ASSAY_SAMPLE_TEST_SPECIMEN), ==, "weft");
  g_assert_cmpint (assay_record_get_integer (tests->pdata[0], ASSAY_SAMPLE_TEST_LOWER, 0), ==,
                   25000);
  g_assert_cmpstr (assay_record_get_text (tests->pdata[0], ASSAY_SAMPLE_TEST_RESULT), ==,
                   "pending");
  assay_sample_tests_count ((AssayRecord *const *)tests->pdata, tests->len, &counts);
  words = assay_sample_tests_dup_words (&counts);
  g_assert_cmpstr (words, ==, "2 tests: 1 failed, 1 open");
  sample_book_free (book);
}

static void
advance (AssayDb *db, gpointer data)
{
  Story *story = data;
  g_autoptr (GError) error = NULL;

  story->first = assay_sample_write_next (db, story->first, sample_day ("2026-03-02"), &error);
  g_assert_no_error (error);
  story->second = assay_sample_write_next (db, story->second, sample_day ("2026-03-02"), &error);
  g_assert_no_error (error);
}

static void
test_next (void)
{
  AssayBook *book = sample_book_new ();
  AssayDb *db = assay_book_get_reader (book);
  Story story = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) again = NULL, next = NULL;
  g_autoptr (GPtrArray) tests = NULL, rounds = NULL;

  sample_change (book, write_story, &story);
  sample_change (book, advance, &story);
  /* What was rejected is done again; S-010 and S-011 are taken. */
  again = assay_records_get (db, ASSAY_TYPE_SAMPLE, story.first, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (assay_record_get_text (again, ASSAY_SAMPLE_NUMBER), ==, "S-012");
  g_assert_cmpstr (assay_record_get_text (again, ASSAY_SAMPLE_ROUND), ==, "proto");
  g_assert_cmpint (assay_record_get_integer (again, ASSAY_SAMPLE_ROUND_NUMBER, 0), ==, 2);
  g_assert_cmpstr (assay_record_get_text (again, ASSAY_SAMPLE_VERDICT), ==, "pending");
  g_assert_cmpstr (assay_record_get_text (again, ASSAY_SAMPLE_STATE), ==, "requested");
  /* What was approved goes on to the next round. */
  next = assay_records_get (db, ASSAY_TYPE_SAMPLE, story.second, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (assay_record_get_text (next, ASSAY_SAMPLE_ROUND), ==, "fit");
  g_assert_cmpint (assay_record_get_integer (next, ASSAY_SAMPLE_ROUND_NUMBER, 0), ==, 1);
  /* Both requirements, and the test whose name was written another way is one of them. */
  tests = assay_sample_tests_read (db, story.second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tests->len, ==, 2);
  for (guint i = 0; i < tests->len; i++)
    g_assert_false (assay_record_is_known (tests->pdata[i], ASSAY_SAMPLE_TEST_READINGS));
  rounds = assay_sample_rounds (db, next, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rounds->len, ==, 4);
  g_assert_cmpint (assay_record_get_id (rounds->pdata[3]), ==, story.second);
  sample_book_free (book);
}

static void
test_words (void)
{
  static const struct
  {
    const char *scale, *passes, *unit;
    gint64 lower, upper; /* 0: none */
    gint64 specimens;
    const char *readings;
    const char *asked, *reason;
  } rows[] = {
    { "number", "at_least", "N", 25000, 0, 5, "24; 24; 24; 24; 25",
      "at least 25 N · mean of 5 specimens", "mean 24.2 N, not at least 25 N" },
    { "number", "at_least", "N", 25000, 0, 5, "27; 28", "at least 25 N · mean of 5 specimens",
      "2 of 5 specimens so far" },
    { "number", "at_least", "N", 25000, 0, 0, "24; 27", "at least 25 N",
      "passes by its mean; 1 of 2 specimens alone would not" },
    { "number", "at_most", "mg/kg", 0, 30000, 0, "31", "at most 30 mg/kg",
      "31 mg/kg, not at most 30 mg/kg" },
    { "number", "at_most", "mg/kg", 0, 3000, 0, "<5", "at most 3 mg/kg",
      "“< 5 mg/kg” does not say whether it is at most 3 mg/kg" },
    { "number", "between", "l", 19000, 21000, 0, "20", "19 l to 21 l", "" },
    { "grey_change", "at_least", NULL, 4500, 0, 0, "4",
      "grade 4-5 or better · Grey scale, change of colour", "4, not grade 4-5 or better" },
    { "pass_fail", "pass", NULL, 0, 0, 3, "pass; fail; pass", "has to pass · each of 3 specimens",
      "1 of 3 specimens failed" },
    { "number", "at_least", "N", 0, 0, 0, "24", "", "noted; no limit is set" },
    { "number", "at_least", "N", 25000, 0, 0, NULL, "at least 25 N", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AssayRecord) test = assay_record_new (ASSAY_TYPE_SAMPLE_TEST);
      g_autofree char *asked = NULL, *reason = NULL;

      assay_record_set_text (test, ASSAY_SAMPLE_TEST_SCALE, rows[i].scale);
      assay_record_set_text (test, ASSAY_SAMPLE_TEST_PASSES, rows[i].passes);
      assay_record_set_text (test, ASSAY_SAMPLE_TEST_UNIT, rows[i].unit);
      if (rows[i].lower != 0)
        assay_record_set_integer (test, ASSAY_SAMPLE_TEST_LOWER, rows[i].lower);
      if (rows[i].upper != 0)
        assay_record_set_integer (test, ASSAY_SAMPLE_TEST_UPPER, rows[i].upper);
      if (rows[i].specimens != 0)
        assay_record_set_integer (test, ASSAY_SAMPLE_TEST_REPLICATES, rows[i].specimens);
      assay_record_set_text (test, ASSAY_SAMPLE_TEST_READINGS, rows[i].readings);
      asked = assay_sample_test_dup_asked (test);
      reason = assay_sample_test_dup_reason (test);
      g_assert_cmpstr (asked, ==, rows[i].asked);
      g_assert_cmpstr (reason, ==, rows[i].reason);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/samples/series", test_series);
  g_test_add_func ("/samples/take", test_take);
  g_test_add_func ("/samples/next", test_next);
  g_test_add_func ("/samples/words", test_words);
  return g_test_run ();
}
