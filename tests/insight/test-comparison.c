/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Suppliers and periods side by side, and claims against what was measured. */

#include <math.h>

#include "insight/comparison.h"
#include "sample-book.h"

static struct
{
  gint64 before, after, silent;
} suppliers;

static void
claim (AssayDb *db, gint64 id, gint64 lead, gint64 on_time, gint64 defects)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = assay_records_get (db, ASSAY_TYPE_SUPPLIER, id, &error);

  g_assert_no_error (error);
  assay_record_set_integer (record, ASSAY_SUPPLIER_CLAIMED_LEAD, lead);
  assay_record_set_integer (record, ASSAY_SUPPLIER_CLAIMED_ON_TIME, on_time);
  assay_record_set_integer (record, ASSAY_SUPPLIER_CLAIMED_DEFECTS, defects);
  if (id == suppliers.before)
    assay_record_set_integer (record, ASSAY_SUPPLIER_CLAIMED_LEAD_SD, 15);
  assay_records_update (db, record, &error);
  g_assert_no_error (error);
}

/* Days from sending to receiving, promised after 30 days. */
static void
deliver (AssayDb *db, gint64 supplier, gint64 product, const int *days, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("PO-%" G_GINT64_FORMAT "-%u", supplier % 1000, i);
      gint32 sent = sample_day ("2026-01-05");
      g_autofree char *promised = assay_date_format_iso (sent + 30);
      g_autofree char *received = assay_date_format_iso (sent + days[i]);
      gint64 order = sample_order (db, number, supplier, "2026-01-05", NULL);
      gint64 line = sample_line (db, order, product, 100, promised);

      sample_delivery (db, line, 100, received);
    }
}

/*
 * Before: 48 of 80 defective, five deliveries; after: 56 of 70.
 * Newcombe's example, so that the difference and ratio are known. Silent has one delivery and no
 * inspection.
 */
static void
fill (AssayDb *db, gpointer data)
{
  static const int slow[] = { 28, 30, 32, 34, 36 }, quick[] = { 29, 30, 30, 30, 31 };
  gint64 pack = sample_product (db, "T25", "Trail 25");

  suppliers.before = sample_supplier (db, "Alpha", "VN");
  suppliers.after = sample_supplier (db, "Beta", "CN");
  suppliers.silent = sample_supplier (db, "Gamma", "CN");
  claim (db, suppliers.before, 28, 950000, 15000);
  claim (db, suppliers.after, 45, 300000, 900000);
  claim (db, suppliers.silent, 30, 900000, 20000);
  sample_inspection (db, suppliers.before, pack, "2026-01-20", 80, 48, "fail");
  sample_inspection (db, suppliers.after, pack, "2026-02-20", 70, 56, "pass");
  deliver (db, suppliers.before, pack, slow, G_N_ELEMENTS (slow));
  deliver (db, suppliers.after, pack, quick, G_N_ELEMENTS (quick));
  deliver (db, suppliers.silent, pack, quick, 1);
}

static AssayComparisonQuestion
question_new (void)
{
  AssayComparisonQuestion question = { .n_sides = 2, .today = sample_day ("2026-06-01") };

  for (guint i = 0; i < ASSAY_COMPARISON_MOST; i++)
    question.sides[i].period = (AssayPeriodRange){ ASSAY_DATE_UNKNOWN, ASSAY_DATE_UNKNOWN };
  return question;
}

static AssayComparison *
ask (AssayBook *book, const AssayComparisonQuestion *question)
{
  g_autoptr (GError) error = NULL;
  AssayComparison *comparison
      = assay_comparison_ask (assay_book_get_reader (book), question, &error);

  g_assert_no_error (error);
  return comparison;
}

static void
test_suppliers (void)
{
  AssayBook *book = sample_book_new ();
  AssayComparisonQuestion question = question_new ();
  g_autoptr (AssayComparison) comparison = NULL;
  const AssayComparedRow *row;
  g_autofree char *words = NULL;

  sample_change (book, fill, NULL);
  question.n_sides = 3;
  question.sides[0].supplier = suppliers.before;
  question.sides[1].supplier = suppliers.after;
  question.sides[2].supplier = suppliers.silent;
  comparison = ask (book, &question);
  g_assert_cmpstr (comparison->names[0], ==, "Alpha");
  g_assert_cmpstr (comparison->names[2], ==, "Gamma");

  row = &comparison->rows[ASSAY_COMPARED_RATE];
  g_assert_cmpfloat (row->sides[0].value, ==, 0.6);
  g_assert_cmpint (row->sides[1].n, ==, 70);
  g_assert_cmpfloat_with_epsilon (row->changes[1].value, 1.0 / 3.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (row->changes[1].low, 0.0782946132, 1e-9);
  g_assert_cmpfloat_with_epsilon (row->changes[1].high, 0.6629199665, 1e-9);
  g_assert_cmpint (row->changes[1].verdict, ==, ASSAY_CHANGE_DIFFERENT);
  words = assay_compared_change_words (ASSAY_COMPARED_RATE, &row->changes[1]);
  g_assert_cmpstr (words, ==, "changed by +33.3 % (+7.8 % … +66.3 %, distinguishable from chance)");
  /* Nothing was inspected of the third: unknown, not 0. */
  g_assert_true (isnan (row->sides[2].value));
  g_assert_cmpint (row->changes[2].verdict, ==, ASSAY_CHANGE_UNKNOWN);

  /* Means 32 and 30, variances 10 and 0.5: Welch with 4.3985 degrees of freedom, t 2.6807. */
  row = &comparison->rows[ASSAY_COMPARED_LEAD_MEAN];
  g_assert_cmpfloat (row->sides[0].value, ==, 32.0);
  g_assert_cmpfloat (row->changes[1].value, ==, -2.0);
  g_assert_cmpint (row->changes[1].verdict, ==, ASSAY_CHANGE_CHANCE);
  /* F = 20 with 4 and 4 degrees of freedom is beyond F(0.975) = 9.6045. */
  row = &comparison->rows[ASSAY_COMPARED_LEAD_VARIANCE];
  g_assert_cmpfloat (row->changes[1].value, ==, 0.05);
  g_assert_cmpfloat_with_epsilon (row->changes[1].high, 0.05 * 9.60453, 1e-5);
  g_assert_cmpint (row->changes[1].verdict, ==, ASSAY_CHANGE_DIFFERENT);
  /* The standard deviation is the root of all of it. */
  row = &comparison->rows[ASSAY_COMPARED_LEAD_SD];
  g_assert_cmpfloat_with_epsilon (row->sides[0].value, sqrt (10.0), 1e-12);
  g_assert_cmpfloat_with_epsilon (row->changes[1].value, sqrt (0.05), 1e-12);
  g_assert_cmpfloat_with_epsilon (row->changes[1].high, sqrt (0.05 * 9.60453), 1e-5);
  g_assert_cmpint (row->changes[1].verdict, ==, ASSAY_CHANGE_DIFFERENT);
  /* One delivery has a mean and no interval. */
  g_assert_cmpint (comparison->rows[ASSAY_COMPARED_LEAD_MEAN].sides[2].n, ==, 1);
  g_assert_true (isnan (comparison->rows[ASSAY_COMPARED_LEAD_MEAN].sides[2].low));
  /* Slip is lead less 30 here: 3 of 5 late against 1 of 5. */
  g_assert_cmpfloat (comparison->rows[ASSAY_COMPARED_ON_TIME].sides[0].value, ==, 0.4);
  g_assert_cmpfloat_with_epsilon (comparison->rows[ASSAY_COMPARED_ON_TIME].changes[1].value, 0.4,
                                  1e-12);
  sample_book_free (book);
}

static void
test_periods (void)
{
  AssayBook *book = sample_book_new ();
  AssayComparisonQuestion question = question_new ();
  g_autoptr (AssayComparison) comparison = NULL, empty = NULL;

  sample_change (book, fill, NULL);
  question.sides[0].period
      = (AssayPeriodRange){ sample_day ("2026-01-01"), sample_day ("2026-01-31") };
  question.sides[1].period
      = (AssayPeriodRange){ sample_day ("2026-02-01"), sample_day ("2026-02-28") };
  comparison = ask (book, &question);
  g_assert_nonnull (strstr (comparison->names[0], "2026"));
  g_assert_cmpfloat (comparison->rows[ASSAY_COMPARED_RATE].sides[0].value, ==, 0.6);
  g_assert_cmpfloat (comparison->rows[ASSAY_COMPARED_RATE].sides[1].value, ==, 0.8);
  g_assert_false (assay_comparison_is_empty (comparison));

  question.sides[0].period = question.sides[1].period
      = (AssayPeriodRange){ sample_day ("2020-01-01"), sample_day ("2020-01-31") };
  empty = ask (book, &question);
  g_assert_true (assay_comparison_is_empty (empty));
  sample_book_free (book);
}

static const AssayClaim *
find_claim (GPtrArray *claims, gint64 supplier, AssayComparedFigure figure)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const AssayClaim *one = g_ptr_array_index (claims, i);

      if (one->supplier == supplier && one->figure == figure)
        return one;
    }
  g_error ("no such claim");
}

static void
test_claims (void)
{
  AssayBook *book = sample_book_new ();
  AssayClaimQuestion question = { .period = { ASSAY_DATE_UNKNOWN, ASSAY_DATE_UNKNOWN },
                                  .today = sample_day ("2026-06-01") };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) claims = NULL, one = NULL;
  const AssayClaim *found;
  g_autofree char *words = NULL, *unmeasured = NULL;

  sample_change (book, fill, NULL);
  claims = assay_claims_ask (assay_book_get_reader (book), &question, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (claims->len, ==, 10);

  /* 1.5 % claimed, 48 of 80 found. */
  found = find_claim (claims, suppliers.before, ASSAY_COMPARED_RATE);
  g_assert_cmpint (found->verdict, ==, ASSAY_CLAIM_REFUTED);
  words = assay_claim_words (found);
  g_assert_nonnull (strstr (words, "claims 1.5 %, measured 60.00 % ("));
  g_assert_nonnull (strstr (words, "the claim is not supported"));
  /* 28 days claimed; mean 32, s² 10, n 5: 32 ± 2.7764 × √2 = 28.07 … 35.93. */
  found = find_claim (claims, suppliers.before, ASSAY_COMPARED_LEAD_MEAN);
  g_assert_cmpfloat_with_epsilon (found->measured.low, 32.0 - 2.776445 * sqrt (2.0), 1e-5);
  g_assert_cmpint (found->verdict, ==, ASSAY_CLAIM_REFUTED);
  /* 95 % on time claimed, 2 of 5 seen: Wilson 11.8 … 76.9 %. */
  found = find_claim (claims, suppliers.before, ASSAY_COMPARED_ON_TIME);
  g_assert_cmpint (found->verdict, ==, ASSAY_CLAIM_REFUTED);

  /* s 1.5 claimed; s² 10 with 4 degrees of freedom: χ² 11.14329 and 0.484419, so s from
   * √(40 ÷ 11.14329) to √(40 ÷ 0.484419). */
  found = find_claim (claims, suppliers.before, ASSAY_COMPARED_LEAD_SD);
  g_assert_cmpfloat (found->claimed, ==, 1.5);
  g_assert_cmpfloat_with_epsilon (found->measured.low, sqrt (40.0 / 11.14329), 1e-5);
  g_assert_cmpfloat_with_epsilon (found->measured.high, sqrt (40.0 / 0.484419), 1e-4);
  g_assert_cmpint (found->verdict, ==, ASSAY_CLAIM_REFUTED);
  g_free (words);
  words = assay_claim_short_words (found);
  g_assert_cmpstr (words, ==, "Claimed 1.5 days: not supported");

  found = find_claim (claims, suppliers.after, ASSAY_COMPARED_LEAD_MEAN);
  g_assert_cmpint (found->verdict, ==, ASSAY_CLAIM_SUPPORTED);
  found = find_claim (claims, suppliers.after, ASSAY_COMPARED_ON_TIME);
  g_assert_cmpint (found->verdict, ==, ASSAY_CLAIM_SUPPORTED);

  /* One delivery tells nothing, no inspection less than that. */
  found = find_claim (claims, suppliers.silent, ASSAY_COMPARED_LEAD_MEAN);
  g_assert_cmpint (found->verdict, ==, ASSAY_CLAIM_OPEN);
  found = find_claim (claims, suppliers.silent, ASSAY_COMPARED_RATE);
  g_assert_cmpint (found->verdict, ==, ASSAY_CLAIM_UNKNOWN);
  unmeasured = assay_claim_words (found);
  g_assert_cmpstr (unmeasured, ==, "claims 2.0 %; nothing measured yet");

  question.supplier = suppliers.after;
  one = assay_claims_ask (assay_book_get_reader (book), &question, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (one->len, ==, 3);
  sample_book_free (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/comparison/suppliers", test_suppliers);
  g_test_add_func ("/insight/comparison/periods", test_periods);
  g_test_add_func ("/insight/comparison/claims", test_claims);
  return g_test_run ();
}
