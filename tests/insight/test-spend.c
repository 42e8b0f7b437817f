/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "insight/spend.h"
#include "sample-book.h"
#include "store/book-settings.h"

static void
set_base (AssayDb *db, const char *currency)
{
  g_autoptr (GError) error = NULL;

  assay_book_settings_set (db, ASSAY_SETTING_CURRENCY, currency, &error);
  g_assert_no_error (error);
}

/* 1 @currency = @rate @in, the rate as it is kept: × 10^10. */
static void
add_rate (AssayDb *db, const char *currency, gint64 rate, const char *in, const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_EXCHANGE_RATE);

  assay_record_set_text (record, ASSAY_EXCHANGE_RATE_CURRENCY, currency);
  assay_record_set_text (record, ASSAY_EXCHANGE_RATE_IN_CURRENCY, in);
  assay_record_set_integer (record, ASSAY_EXCHANGE_RATE_RATE, rate);
  assay_record_set_date (record, ASSAY_EXCHANGE_RATE_VALID_ON, sample_day (day));
  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
}

#define RATE(number) ((gint64)((number) * 1e10 + 0.5))

static gint64
add_order (AssayDb *db, const char *number, gint64 supplier, const char *sent, const char *currency)
{
  gint64 order = sample_order (db, number, supplier, sent, NULL);

  if (currency != NULL)
    sample_set_text (db, ASSAY_TYPE_ORDER, order, ASSAY_ORDER_CURRENCY, currency);
  return order;
}

/* @price in hundredths of the minor unit; below 0 unknown. */
static gint64
add_line (AssayDb *db, gint64 order, gint64 product, gint64 quantity, gint64 price)
{
  gint64 line = sample_line (db, order, product, MAX (quantity, 0), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = assay_records_get (db, ASSAY_TYPE_ORDER_LINE, line, &error);

  g_assert_no_error (error);
  if (price >= 0)
    assay_record_set_integer (record, ASSAY_ORDER_LINE_UNIT_PRICE, price);
  if (quantity < 0)
    assay_record_set_unknown (record, ASSAY_ORDER_LINE_QUANTITY);
  assay_records_update (db, record, &error);
  g_assert_no_error (error);
  return line;
}

/* Money */

static void
fill_rates (AssayDb *db, gpointer data)
{
  set_base (db, "USD");
  add_order (db, "PO-1", sample_supplier (db, "Sao Mai", "VN"), NULL, "USD");
  /* 2 EUR are 1 USD: 1 EUR = 0.5 USD. */
  add_rate (db, "EUR", RATE (0.5), "USD", "2026-01-10");
  add_rate (db, "EUR", RATE (0.8), "USD", "2026-03-01");
  /* Only the other direction. */
  add_rate (db, "USD", RATE (150), "JPY", "2026-01-10");
  add_rate (db, "USD", RATE (25000), "VND", "2026-01-10");
  /* Three digits: 1 KWD = 3.25 USD. */
  add_rate (db, "KWD", RATE (3.25), "USD", "2026-01-10");
  /* By way of the euro: 1 EUR = 8 CNY, and 1 EUR = 0.5 or 0.8 USD. */
  add_rate (db, "EUR", RATE (8), "CNY", "2026-01-10");
  /* Both directions, of which the later one holds. */
  add_rate (db, "GBP", RATE (1.25), "USD", "2026-01-10");
  add_rate (db, "USD", RATE (0.5), "GBP", "2026-02-10");
  add_rate (db, "CHF", RATE (1.1), "USD", "2026-01-10");
  add_rate (db, "USD", RATE (0.5), "CHF", "2026-01-10");
}

static void
test_convert (void)
{
  static const struct
  {
    const char *currency;
    gint64 amount;
    const char *day;
    AssayMoneyOutcome outcome;
    gint64 in_base;
  } cases[] = {
    /* 20 EUR are 10 USD, and not 40. */
    { "EUR", 200000, "2026-01-10", ASSAY_MONEY_CONVERTED, 100000 },
    { "EUR", 200000, "2026-02-28", ASSAY_MONEY_CONVERTED, 100000 },
    { "EUR", 200000, "2026-03-01", ASSAY_MONEY_CONVERTED, 160000 },
    { "EUR", 200000, "2099-01-01", ASSAY_MONEY_CONVERTED, 160000 },
    /* Before the first rate there is none. */
    { "EUR", 200000, "2026-01-09", ASSAY_MONEY_NO_RATE, 0 },
    { "EUR", 200000, NULL, ASSAY_MONEY_NO_DAY, 0 },
    /* The base needs neither rate nor day. */
    { "USD", 123456, NULL, ASSAY_MONEY_CONVERTED, 123456 },
    { NULL, 123456, "2026-02-01", ASSAY_MONEY_NO_CURRENCY, 0 },
    { "usd", 123456, "2026-02-01", ASSAY_MONEY_NO_CURRENCY, 0 },
    { "SEK", 123456, "2026-02-01", ASSAY_MONEY_NO_RATE, 0 },
    /* 300 JPY (no digits: 30,000 hundredths) ÷ 150 = 2 USD. */
    { "JPY", 30000, "2026-02-01", ASSAY_MONEY_CONVERTED, 20000 },
    /* 1,000,000 VND ÷ 25,000 = 40 USD. */
    { "VND", 100000000, "2026-02-01", ASSAY_MONEY_CONVERTED, 400000 },
    /* 4 KWD (400,000 hundredths of a fils) × 3.25 = 13 USD. */
    { "KWD", 400000, "2026-02-01", ASSAY_MONEY_CONVERTED, 130000 },
    /* 80 CNY ÷ 8 = 10 EUR = 5 USD; from March 8 USD. */
    { "CNY", 800000, "2026-02-01", ASSAY_MONEY_CONVERTED, 50000 },
    { "CNY", 800000, "2026-03-02", ASSAY_MONEY_CONVERTED, 80000 },
    { "CNY", 800000, "2026-01-09", ASSAY_MONEY_NO_RATE, 0 },
    { "GBP", 10000, "2026-02-09", ASSAY_MONEY_CONVERTED, 12500 },
    { "GBP", 10000, "2026-02-10", ASSAY_MONEY_CONVERTED, 20000 },
    /* Of two rates of one day the one in the right direction. */
    { "CHF", 10000, "2026-02-10", ASSAY_MONEY_CONVERTED, 11000 },
    /* Rounded once, half away from zero: 0.01 JPY are 2⁄3 of a hundredth of a cent. */
    { "JPY", 1, "2026-02-01", ASSAY_MONEY_CONVERTED, 1 },
    { "EUR", 1, "2026-02-01", ASSAY_MONEY_CONVERTED, 1 },
    { "EUR", -1, "2026-02-01", ASSAY_MONEY_CONVERTED, -1 },
    { "EUR", -200000, "2026-02-01", ASSAY_MONEY_CONVERTED, -100000 },
    /* Large ones to the last digit, and none that does not fit. */
    { "EUR", G_MAXINT64 - 1, "2026-02-01", ASSAY_MONEY_CONVERTED, (G_MAXINT64 - 1) / 2 },
    { "KWD", G_MAXINT64, "2026-02-01", ASSAY_MONEY_CONVERTED, 2997595911977802137 },
    { "GBP", G_MAXINT64, "2026-02-10", ASSAY_MONEY_TOO_LARGE, 0 },
  };
  AssayBook *book = sample_book_new ();
  g_autoptr (AssayMoneyInBase) money = NULL;
  g_autoptr (GError) error = NULL;

  sample_change (book, fill_rates, NULL);
  money = assay_money_in_base_new (assay_book_get_reader (book), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (assay_money_in_base_get_currency (money), ==, "USD");
  g_assert_true (assay_money_in_base_is_set (money));
  /* Twice, for what was found is kept. */
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      gsize at = i % G_N_ELEMENTS (cases);
      gint64 in_base = -7;
      AssayMoneyOutcome outcome = assay_money_in_base_convert (
          money, cases[at].currency, cases[at].amount, sample_day (cases[at].day), &in_base);

      if (outcome != cases[at].outcome || in_base != cases[at].in_base)
        g_error ("case %" G_GSIZE_FORMAT ": %d %" G_GINT64_FORMAT, at, outcome, in_base);
    }
  sample_book_free (book);
}

static void
set_base_cb (AssayDb *db, gpointer data)
{
  set_base (db, data);
}

/* There and back gives what there was, as closely as the coarser unit tells. */
static void
test_there_and_back (void)
{
  static const char *const currencies[] = { "EUR", "JPY", "VND", "KWD", "CNY", "GBP" };
  AssayBook *book = sample_book_new ();
  AssayDb *db = assay_book_get_reader (book);
  g_autoptr (AssayMoneyInBase) there = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (6);

  sample_change (book, fill_rates, NULL);
  there = assay_money_in_base_new (db, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      g_autoptr (AssayMoneyInBase) back = NULL;

      sample_change (book, set_base_cb, (gpointer)currencies[i]);
      back = assay_money_in_base_new (db, NULL);
      for (guint j = 0; j < 500; j++)
        {
          gint64 dollars = g_rand_int_range (random, 0, G_MAXINT32), foreign, again;
          gint32 day = sample_day ("2026-01-10") + g_rand_int_range (random, 0, 90);

          g_assert_cmpint (assay_money_in_base_convert (back, "USD", dollars, day, &foreign), ==,
                           ASSAY_MONEY_CONVERTED);
          g_assert_cmpint (assay_money_in_base_convert (there, currencies[i], foreign, day, &again),
                           ==, ASSAY_MONEY_CONVERTED);
          /* Half a hundredth of the coarsest unit, a fils, is 1.6 hundredths of a cent. */
          g_assert_cmpint (ABS (again - dollars), <=, 2);
        }
    }
  sample_book_free (book);
}

/* Spend */

static AssaySpend *
ask (AssayBook *book, AssaySpendBy by)
{
  g_autoptr (GError) error = NULL;
  AssaySpendQuestion question = { .by = by, .from = ASSAY_DATE_UNKNOWN, .to = ASSAY_DATE_UNKNOWN };
  AssaySpend *spend = assay_spend_figures (assay_book_get_reader (book), &question, &error);

  g_assert_no_error (error);
  return spend;
}

static const AssaySpendRow *
row_at (const AssaySpend *spend, guint i)
{
  g_assert_cmpuint (i, <, spend->rows->len);
  return g_ptr_array_index (spend->rows, i);
}

static void
check_row (const AssaySpend *spend, guint i, const char *group, gint64 amount, guint lines)
{
  const AssaySpendRow *row = row_at (spend, i);

  g_assert_cmpstr (row->group, ==, group);
  g_assert_cmpint (row->amount, ==, amount);
  g_assert_cmpuint (row->ids->len, ==, lines);
  if (spend->total->amount > 0)
    g_assert_cmpfloat (row->share, ==, (double)amount / (double)spend->total->amount);
}

static void
check_left_out (const GPtrArray *all,
                guint i,
                AssaySpendReason reason,
                const char *currency,
                gint64 amount,
                guint lines)
{
  const AssaySpendLeftOut *left_out;

  g_assert_cmpuint (i, <, all->len);
  left_out = g_ptr_array_index (all, i);
  g_assert_cmpint (left_out->reason, ==, reason);
  g_assert_cmpstr (left_out->currency, ==, currency);
  g_assert_cmpuint (left_out->ids->len, ==, lines);
  g_assert_cmpint (left_out->is_known, ==, amount >= 0);
  if (amount >= 0)
    g_assert_cmpint (left_out->amount, ==, amount);
}

/*
 * In US dollars, 1 EUR = 0.5 USD from 10 January on. Sao Mai (VN): 100 × 3 USD in January and
 * 50 × 4 EUR = 100 USD in May. Hai Long (VN): 60 × 5 USD = 300 USD. Ege (no country): 30 × 10 USD =
 * 300 USD on no day. Left out: a cancelled one, a draft, one without quantity, one without price,
 * one in EUR before the first rate and one on no day, one in SEK, one without currency.
 */
static void
fill (AssayDb *db, gpointer data)
{
  gint64 sao_mai = sample_supplier (db, "Sao Mai", "VN");
  gint64 hai_long = sample_supplier (db, "Hai Long", "VN");
  gint64 ege = sample_supplier (db, "Ege", NULL);
  gint64 trail = sample_product (db, "T25", "Trail 25");
  gint64 day = sample_product (db, "D10", "Day 10");
  gint64 order;
  g_autoptr (AssayRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  set_base (db, "USD");
  add_rate (db, "EUR", RATE (0.5), "USD", "2026-01-10");
  sample_set_text (db, ASSAY_TYPE_PRODUCT, trail, ASSAY_PRODUCT_CATEGORY, "Packs");
  record = assay_records_get (db, ASSAY_TYPE_PRODUCT, trail, &error);
  g_assert_no_error (error);
  assay_record_set_integer (record, ASSAY_PRODUCT_CRITICAL, 1);
  assay_records_update (db, record, &error);
  g_assert_no_error (error);

  order = add_order (db, "PO-1", sao_mai, "2026-01-20", "USD");
  add_line (db, order, trail, 100, 30000);
  add_line (db, order, trail, -1, 30000);
  add_line (db, order, trail, 10, -1);
  add_line (db, add_order (db, "PO-2", sao_mai, "2026-05-31", "EUR"), day, 50, 40000);
  add_line (db, add_order (db, "PO-3", hai_long, "2026-02-01", "USD"), trail, 60, 50000);
  add_line (db, add_order (db, "PO-4", ege, NULL, "USD"), 0, 30, 100000);
  order = add_order (db, "PO-5", ege, "2026-01-20", "USD");
  add_line (db, order, trail, 7, 10000);
  sample_set_text (db, ASSAY_TYPE_ORDER, order, ASSAY_ORDER_STATE, "cancelled");
  order = add_order (db, "PO-6", ege, NULL, "USD");
  add_line (db, order, trail, 8, 10000);
  sample_set_text (db, ASSAY_TYPE_ORDER, order, ASSAY_ORDER_STATE, "draft");
  add_line (db, add_order (db, "PO-7", ege, "2026-01-09", "EUR"), trail, 9, 10000);
  add_line (db, add_order (db, "PO-8", ege, NULL, "EUR"), trail, 9, 20000);
  order = add_order (db, "PO-9", ege, "2026-03-09", "SEK");
  add_line (db, order, trail, 9, 30000);
  add_line (db, order, trail, 1, 30000);
  add_line (db, add_order (db, "PO-10", ege, "2026-03-09", NULL), trail, 9, 40000);
}

static void
check_all_left_out (const AssaySpend *spend)
{
  const GPtrArray *all = spend->left_out;

  g_assert_cmpuint (all->len, ==, 8);
  check_left_out (all, 0, ASSAY_SPEND_CANCELLED, "USD", 70000, 1);
  check_left_out (all, 1, ASSAY_SPEND_DRAFT, "USD", 80000, 1);
  check_left_out (all, 2, ASSAY_SPEND_NO_QUANTITY, "USD", -1, 1);
  check_left_out (all, 3, ASSAY_SPEND_NO_PRICE, "USD", -1, 1);
  check_left_out (all, 4, ASSAY_SPEND_NO_CURRENCY, NULL, 360000, 1);
  check_left_out (all, 5, ASSAY_SPEND_NO_DAY, "EUR", 180000, 1);
  check_left_out (all, 6, ASSAY_SPEND_NO_RATE, "EUR", 90000, 1);
  check_left_out (all, 7, ASSAY_SPEND_NO_RATE, "SEK", 300000, 2);
}

static void
test_supplier (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (AssaySpend) spend = NULL;
  g_autoptr (AssayExplanation) all = NULL, one = NULL, index = NULL;

  sample_change (book, fill, NULL);
  spend = ask (book, ASSAY_SPEND_BY_SUPPLIER);
  g_assert_cmpstr (spend->currency, ==, "USD");
  g_assert_cmpuint (spend->rows->len, ==, 3);
  check_row (spend, 0, "Sao Mai", 4000000, 2);
  check_row (spend, 1, "Ege", 3000000, 1);
  check_row (spend, 2, "Hai Long", 3000000, 1);
  g_assert_cmpint (row_at (spend, 0)->quantity, ==, 150);
  g_assert_cmpint (spend->total->amount, ==, 10000000);
  g_assert_cmpuint (spend->total->ids->len, ==, 4);
  /* 0.4² + 0.3² + 0.3² = 0.34. */
  g_assert_cmpuint (spend->concentration.n, ==, 3);
  g_assert_cmpfloat_with_epsilon (spend->concentration.hhi, 0.34, 1e-15);
  g_assert_cmpfloat_with_epsilon (spend->concentration.effective, 1 / 0.34, 1e-14);
  check_all_left_out (spend);

  all = assay_spend_explain (spend, NULL);
  g_assert_cmpuint (all->ids->len, ==, 4);
  g_assert_cmpuint (all->excluded->len, ==, 7);
  g_assert_cmpstr (all->value, ==, "1000.00 USD");
  one = assay_spend_explain (spend, row_at (spend, 0));
  g_assert_cmpuint (one->ids->len, ==, 2);
  g_assert_nonnull (strstr (one->formula, "400.00 USD ÷ 1000.00 USD = 40.0"));
  index = assay_spend_explain_concentration (spend);
  g_assert_cmpstr (index->formula, ==, "0.4000² + 0.3000² + 0.3000² = 0.3400\n1 ÷ 0.3400 = 2.94");
  g_assert_cmpuint (index->ids->len, ==, 4);
  sample_book_free (book);
}

static void
test_other_groups (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (AssaySpend) country = NULL, product = NULL, category = NULL, month = NULL,
                         quarter = NULL, none = NULL;

  sample_change (book, fill, NULL);
  country = ask (book, ASSAY_SPEND_BY_COUNTRY);
  g_assert_cmpuint (country->rows->len, ==, 2);
  check_row (country, 0, "VN", 7000000, 3);
  check_row (country, 1, NULL, 3000000, 1);
  /* Only what is known: one country. */
  g_assert_cmpfloat (country->concentration.hhi, ==, 1);

  product = ask (book, ASSAY_SPEND_BY_PRODUCT);
  g_assert_cmpuint (product->rows->len, ==, 3);
  check_row (product, 0, "Trail 25", 6000000, 2);
  check_row (product, 1, "Day 10", 1000000, 1);
  check_row (product, 2, NULL, 3000000, 1);

  category = ask (book, ASSAY_SPEND_BY_CATEGORY);
  g_assert_cmpuint (category->rows->len, ==, 2);
  check_row (category, 0, "Packs", 6000000, 2);
  /* No category and no product are both none. */
  check_row (category, 1, NULL, 4000000, 2);

  month = ask (book, ASSAY_SPEND_BY_MONTH);
  g_assert_cmpuint (month->rows->len, ==, 4);
  check_row (month, 0, "2026-01", 3000000, 1);
  check_row (month, 1, "2026-02", 3000000, 1);
  check_row (month, 2, "2026-05", 1000000, 1);
  check_row (month, 3, NULL, 3000000, 1);
  g_assert_true (isnan (month->concentration.hhi));

  quarter = ask (book, ASSAY_SPEND_BY_QUARTER);
  g_assert_cmpuint (quarter->rows->len, ==, 3);
  check_row (quarter, 0, "2026-Q1", 6000000, 2);
  check_row (quarter, 1, "2026-Q2", 1000000, 1);
  check_row (quarter, 2, NULL, 3000000, 1);

  none = ask (book, ASSAY_SPEND_BY_NONE);
  g_assert_cmpuint (none->rows->len, ==, 1);
  check_row (none, 0, NULL, 10000000, 4);
  sample_book_free (book);
}

static void
test_period (void)
{
  AssayBook *book = sample_book_new ();
  AssaySpendQuestion question = { .by = ASSAY_SPEND_BY_SUPPLIER,
                                  .from = sample_day ("2026-02-01"),
                                  .to = sample_day ("2026-05-31") };
  g_autoptr (AssaySpend) spend = NULL;

  sample_change (book, fill, NULL);
  spend = assay_spend_figures (assay_book_get_reader (book), &question, NULL);
  g_assert_cmpuint (spend->rows->len, ==, 2);
  check_row (spend, 0, "Hai Long", 3000000, 1);
  check_row (spend, 1, "Sao Mai", 1000000, 1);
  g_assert_cmpuint (spend->left_out->len, ==, 5);
  check_left_out (spend->left_out, 0, ASSAY_SPEND_DRAFT, "USD", 80000, 1);
  check_left_out (spend->left_out, 1, ASSAY_SPEND_NO_DATE, "EUR", 180000, 1);
  check_left_out (spend->left_out, 2, ASSAY_SPEND_NO_DATE, "USD", 3000000, 1);
  check_left_out (spend->left_out, 3, ASSAY_SPEND_NO_CURRENCY, NULL, 360000, 1);
  check_left_out (spend->left_out, 4, ASSAY_SPEND_NO_RATE, "SEK", 300000, 2);
  sample_book_free (book);
}

static gint64
amount_at (const AssaySpendOverTime *series, guint band, guint period)
{
  const AssaySpendBand *found = g_ptr_array_index (series->bands, band);

  return g_array_index (found->amounts, gint64, period);
}

static void
test_over_time (void)
{
  AssayBook *book = sample_book_new ();
  AssaySpendQuestion question = { .by = ASSAY_SPEND_BY_SUPPLIER,
                                  .from = ASSAY_DATE_UNKNOWN,
                                  .to = ASSAY_DATE_UNKNOWN,
                                  .every = ASSAY_SPEND_MONTHLY };
  g_autoptr (AssaySpendOverTime) series = NULL, two = NULL;
  const AssaySpendBand *band;

  sample_change (book, fill, NULL);
  series = assay_spend_over_time (assay_book_get_reader (book), &question, 5, NULL);
  /* March and April stand between, empty. */
  g_assert_cmpuint (series->periods->len, ==, 5);
  g_assert_cmpstr (g_ptr_array_index (series->labels, 0), ==, "2026-01");
  g_assert_cmpstr (g_ptr_array_index (series->labels, 4), ==, "2026-05");
  /* Ege has spend on no day alone. */
  g_assert_cmpuint (series->bands->len, ==, 2);
  g_assert_cmpint (series->amount, ==, 7000000);
  g_assert_cmpint (series->no_day_amount, ==, 3000000);
  g_assert_cmpuint (series->no_day_lines, ==, 1);
  g_assert_cmpint (amount_at (series, 0, 0), ==, 3000000);
  g_assert_cmpint (amount_at (series, 0, 4), ==, 1000000);
  g_assert_cmpint (amount_at (series, 1, 1), ==, 3000000);
  g_assert_cmpint (g_array_index (series->totals, gint64, 1), ==, 3000000);
  g_assert_cmpint (g_array_index (series->totals, gint64, 2), ==, 0);
  g_assert_cmpfloat (g_array_index (series->indices, double, 0), ==, 1);
  g_assert_true (isnan (g_array_index (series->indices, double, 2)));
  /* (4/7)² + (3/7)² = 25/49. */
  g_assert_cmpfloat_with_epsilon (series->concentration.hhi, 25.0 / 49.0, 1e-15);

  question.by = ASSAY_SPEND_BY_PRODUCT;
  question.every = ASSAY_SPEND_QUARTERLY;
  two = assay_spend_over_time (assay_book_get_reader (book), &question, 2, NULL);
  g_assert_cmpuint (two->periods->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (two->labels, 1), ==, "2026-Q2");
  g_assert_cmpuint (two->bands->len, ==, 2);
  band = g_ptr_array_index (two->bands, 1);
  g_assert_cmpstr (band->group, ==, "Day 10");
  g_assert_false (band->is_rest);
  sample_book_free (book);
}

/* Six suppliers in four bands: three named and three together. */
static void
fill_many (AssayDb *db, gpointer data)
{
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("S%u", i);
      gint64 supplier = sample_supplier (db, name, i < 3 ? "VN" : "CN");

      add_line (db, add_order (db, name, supplier, "2026-01-20", "CNY"), 0, (i + 1) * 10, 100);
    }
}

static void
test_rest (void)
{
  AssayBook *book = sample_book_new ();
  AssaySpendQuestion question = { .by = ASSAY_SPEND_BY_SUPPLIER,
                                  .from = ASSAY_DATE_UNKNOWN,
                                  .to = ASSAY_DATE_UNKNOWN,
                                  .every = ASSAY_SPEND_QUARTERLY };
  g_autoptr (AssaySpendOverTime) series = NULL;
  const AssaySpendBand *rest;

  sample_change (book, fill_many, NULL);
  series = assay_spend_over_time (assay_book_get_reader (book), &question, 4, NULL);
  /* The only currency is the base where nothing is said. */
  g_assert_cmpstr (series->currency, ==, "CNY");
  g_assert_cmpuint (series->bands->len, ==, 4);
  rest = g_ptr_array_index (series->bands, 3);
  g_assert_true (rest->is_rest);
  g_assert_cmpuint (rest->n_groups, ==, 3);
  /* 10 + 20 + 30 of 210. */
  g_assert_cmpint (rest->amount, ==, 6000);
  g_assert_cmpfloat (rest->share, ==, 60.0 / 210.0);
  g_assert_cmpuint (((GArray *)g_ptr_array_index (rest->ids, 0))->len, ==, 3);
  /* Over all six: (1 + 4 + 9 + 16 + 25 + 36) / 21² = 91 / 441. */
  g_assert_cmpfloat_with_epsilon (series->concentration.hhi, 91.0 / 441.0, 1e-15);
  sample_book_free (book);
}

static void
test_critical (void)
{
  AssayBook *book = sample_book_new ();
  AssaySpendQuestion question = { .from = ASSAY_DATE_UNKNOWN, .to = ASSAY_DATE_UNKNOWN };
  g_autoptr (AssayCriticalSpend) critical = NULL, before = NULL;
  const AssayCriticalProduct *product;
  const AssaySpendRow *row;

  sample_change (book, fill, NULL);
  critical = assay_spend_critical (assay_book_get_reader (book), &question, NULL);
  g_assert_cmpuint (critical->products->len, ==, 1);
  product = g_ptr_array_index (critical->products, 0);
  g_assert_cmpstr (product->code, ==, "T25");
  g_assert_cmpint (product->amount, ==, 6000000);
  g_assert_cmpuint (product->suppliers->len, ==, 2);
  row = g_ptr_array_index (product->suppliers, 0);
  g_assert_cmpfloat (row->share, ==, 0.5);
  g_assert_cmpfloat (product->by_supplier.hhi, ==, 0.5);
  g_assert_cmpfloat (product->by_supplier.effective, ==, 2);
  g_assert_cmpuint (product->countries->len, ==, 1);
  g_assert_cmpfloat (product->by_country.hhi, ==, 1);
  g_assert_false (product->single_source);

  /* In January it came from one alone; before that it was not bought, which is no source. */
  question.to = sample_day ("2026-01-31");
  before = assay_spend_critical (assay_book_get_reader (book), &question, NULL);
  product = g_ptr_array_index (before->products, 0);
  g_assert_true (product->single_source);
  g_assert_cmpfloat (product->by_supplier.hhi, ==, 1);
  g_clear_pointer (&before, assay_critical_spend_free);
  question.to = sample_day ("2025-12-31");
  before = assay_spend_critical (assay_book_get_reader (book), &question, NULL);
  product = g_ptr_array_index (before->products, 0);
  g_assert_false (product->single_source);
  g_assert_true (isnan (product->by_supplier.hhi));
  g_assert_cmpint (product->amount, ==, 0);
  sample_book_free (book);
}

static void
fill_two_currencies (AssayDb *db, gpointer data)
{
  gint64 supplier = sample_supplier (db, "Sao Mai", "VN");

  add_line (db, add_order (db, "PO-1", supplier, "2026-01-20", "USD"), 0, 10, 100);
  add_line (db, add_order (db, "PO-2", supplier, "2026-01-20", "EUR"), 0, 20, 100);
}

/* Nothing is added up in two currencies, and nothing vanishes. */
static void
test_no_base (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (AssaySpend) spend = NULL, empty = NULL;

  empty = ask (book, ASSAY_SPEND_BY_SUPPLIER);
  g_assert_null (empty->currency);
  g_assert_cmpuint (empty->rows->len, ==, 0);
  g_assert_cmpint (empty->total->amount, ==, 0);
  g_assert_true (isnan (empty->total->share) && isnan (empty->concentration.hhi));
  sample_change (book, fill_two_currencies, NULL);
  spend = ask (book, ASSAY_SPEND_BY_SUPPLIER);
  g_assert_false (spend->has_base);
  g_assert_null (spend->currency);
  g_assert_cmpuint (spend->rows->len, ==, 0);
  g_assert_cmpuint (spend->left_out->len, ==, 2);
  check_left_out (spend->left_out, 0, ASSAY_SPEND_NO_BASE, "EUR", 2000, 1);
  check_left_out (spend->left_out, 1, ASSAY_SPEND_NO_BASE, "USD", 1000, 1);
  g_assert_nonnull (strstr (spend->definition, "no base currency"));
  sample_book_free (book);
}

static void
fill_no_currency (AssayDb *db, gpointer data)
{
  gint64 supplier = sample_supplier (db, "Sao Mai", "VN");

  add_line (db, add_order (db, "PO-1", supplier, NULL, NULL), 0, 10, 150);
  add_line (db, add_order (db, "PO-2", supplier, "2026-01-20", NULL), 0, 20, 150);
}

/* A table of orders without a column for it: 4,500 hundredths of a hundredth are 0.45. */
static void
test_no_currency (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (AssaySpend) spend = NULL, yen = NULL, mixed = NULL;

  sample_change (book, fill_no_currency, NULL);
  spend = ask (book, ASSAY_SPEND_BY_SUPPLIER);
  g_assert_true (spend->has_base);
  g_assert_null (spend->currency);
  g_assert_cmpint (spend->total->amount, ==, 4500);
  g_assert_cmpuint (spend->left_out->len, ==, 0);
  g_assert_nonnull (strstr (spend->definition, "No order says its currency"));
  /* 0.45 of a currency without digits: 45 hundredths of a yen. */
  sample_change (book, set_base_cb, (gpointer) "JPY");
  yen = ask (book, ASSAY_SPEND_BY_SUPPLIER);
  g_assert_cmpstr (yen->currency, ==, "JPY");
  g_assert_cmpint (yen->total->amount, ==, 15 + 30);
  /* Where some say theirs, nothing is guessed of the others. */
  sample_change (book, fill_two_currencies, NULL);
  mixed = ask (book, ASSAY_SPEND_BY_SUPPLIER);
  g_assert_cmpint (mixed->total->amount, ==, 0);
  g_assert_cmpuint (mixed->left_out->len, ==, 3);
  check_left_out (mixed->left_out, 0, ASSAY_SPEND_NO_CURRENCY, NULL, 4500, 2);
  sample_book_free (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/convert", test_convert);
  g_test_add_func ("/money/there-and-back", test_there_and_back);
  g_test_add_func ("/spend/supplier", test_supplier);
  g_test_add_func ("/spend/other-groups", test_other_groups);
  g_test_add_func ("/spend/period", test_period);
  g_test_add_func ("/spend/over-time", test_over_time);
  g_test_add_func ("/spend/rest", test_rest);
  g_test_add_func ("/spend/critical", test_critical);
  g_test_add_func ("/spend/no-base", test_no_base);
  g_test_add_func ("/spend/no-currency", test_no_currency);
  return g_test_run ();
}
