/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "insight/reorder.h"
#include "insight/today.h"
#include "sample-book.h"
#include "store/book-settings.h"

#define Z_95 1.6448536269514722

/* What a test changes in the book that fill() makes. */
typedef struct
{
  gint64 trail, day, order, supplier;
} Ids;

static AssayRecord *
get (AssayDb *db, AssayType type, gint64 id)
{
  g_autoptr (GError) error = NULL;
  AssayRecord *record = assay_records_get (db, type, id, &error);

  g_assert_no_error (error);
  return record;
}

static void
set_number (AssayDb *db, AssayType type, gint64 id, guint field, gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = get (db, type, id);

  assay_record_set_integer (record, field, number);
  assay_records_update (db, record, &error);
  g_assert_no_error (error);
}

static void
set_day (AssayDb *db, AssayType type, gint64 id, guint field, const char *iso)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = get (db, type, id);

  assay_record_set_date (record, field, sample_day (iso));
  assay_records_update (db, record, &error);
  g_assert_no_error (error);
}

static void
add_demand (AssayDb *db, gint64 product, const char *month, gint64 quantity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_DEMAND);

  assay_record_set_reference (record, ASSAY_DEMAND_PRODUCT, product);
  assay_record_set_date (record, ASSAY_DEMAND_MONTH, sample_day (month));
  assay_record_set_integer (record, ASSAY_DEMAND_QUANTITY, quantity);
  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
}

/* @lead days after it was sent on 1 January. */
static void
add_line (AssayDb *db, gint64 order, gint64 product, gint32 lead)
{
  g_autofree char *received = assay_date_format_iso (sample_day ("2026-01-01") + lead);

  sample_delivery (db, sample_line (db, order, product, 100, "2026-02-20"), 100, received);
}

/*
 * Demand of 1,000 and 1,435 in two finished months: mean 1217.5, 40 a day; variance 435²/2 =
 * 94612.5 a month, 94612.5/30.4375 a day. What the month of today sold so far does not count.
 *
 * Nine lines that took 50, 60 and 70 days three times each: mean 60, variance (3·100 + 3·100)/8 =
 * 75. All were promised for 20 February, 50 days. A tenth is on its way, 200 of 1,200 received on
 * 5 July; 4,000 were counted on 1 July.
 */
static void
fill (AssayDb *db, gpointer data)
{
  Ids *ids = data;
  gint64 open, line;

  ids->supplier = sample_supplier (db, "Sao Mai", "VN");
  ids->trail = sample_product (db, "T25", "Trail 25");
  ids->day = sample_product (db, "D10", "Day 10");
  ids->order = sample_order (db, "PO-1", ids->supplier, "2026-01-01", NULL);
  sample_set_text (db, ASSAY_TYPE_ORDER, ids->order, ASSAY_ORDER_CURRENCY, "USD");
  sample_set_text (db, ASSAY_TYPE_PRODUCT, ids->trail, ASSAY_PRODUCT_UNIT, "pack");
  add_demand (db, ids->trail, "2026-05-17", 400);
  add_demand (db, ids->trail, "2026-05-18", 600);
  add_demand (db, ids->trail, "2026-06-01", 1435);
  add_demand (db, ids->trail, "2026-07-01", 5);
  for (gint32 lead = 50; lead <= 70; lead += 10)
    for (guint i = 0; i < 3; i++)
      add_line (db, ids->order, ids->trail, lead);
  open = sample_order (db, "PO-2", ids->supplier, "2026-06-01", NULL);
  sample_set_text (db, ASSAY_TYPE_ORDER, open, ASSAY_ORDER_CURRENCY, "USD");
  line = sample_line (db, open, ids->trail, 1200, "2026-07-20");
  sample_delivery (db, line, 200, "2026-07-05");
  set_number (db, ASSAY_TYPE_ORDER_LINE, line, ASSAY_ORDER_LINE_UNIT_PRICE, 30000);
  set_number (db, ASSAY_TYPE_PRODUCT, ids->trail, ASSAY_PRODUCT_STOCK, 4000);
  set_day (db, ASSAY_TYPE_PRODUCT, ids->trail, ASSAY_PRODUCT_STOCK_ON, "2026-07-01");
}

static void
set_july (AssayDb *db, gpointer data)
{
  add_demand (db, ((Ids *)data)->trail, "2026-07-02", 1430);
}

static GPtrArray *
plan (AssayBook *book, gint64 product, double level)
{
  g_autoptr (GError) error = NULL;
  AssayReorderQuestion question
      = { .product = product, .service_level = level, .today = sample_day ("2026-07-15") };
  GPtrArray *found = assay_reorder_plan (assay_book_get_reader (book), &question, &error);

  g_assert_no_error (error);
  return found;
}

static const AssayReorder *
first (const GPtrArray *found)
{
  g_assert_cmpuint (found->len, >=, 1);
  return g_ptr_array_index (found, 0);
}

static void
test_plan (void)
{
  AssayBook *book = sample_book_new ();
  double day_variance = 94612.5 / 30.4375;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (AssayExplanation) explanation = NULL;
  g_autofree char *sentence = NULL, *stock = NULL, *demand = NULL, *lead = NULL;
  const AssayReorder *reorder;
  Ids ids;

  sample_change (book, fill, &ids);
  found = plan (book, 0, 0);
  /* The other product has neither demand nor stock. */
  g_assert_cmpuint (found->len, ==, 1);
  reorder = first (found);
  g_assert_cmpstr (reorder->code, ==, "T25");
  g_assert_cmpstr (reorder->supplier_name, ==, "Sao Mai");
  g_assert_cmpint (reorder->demand, ==, ASSAY_DEMAND_RECORDED);
  g_assert_cmpuint (reorder->months->len, ==, 3);
  g_assert_cmpuint (reorder->months_n, ==, 2);
  g_assert_cmpfloat (reorder->month_mean, ==, 1217.5);
  g_assert_cmpfloat (reorder->terms.demand_mean, ==, 40);
  g_assert_cmpint (reorder->lead, ==, ASSAY_LEAD_OF_PRODUCT);
  g_assert_cmpuint (reorder->lead_n, ==, 9);
  g_assert_false (reorder->has_few);
  g_assert_cmpfloat (reorder->terms.lead_mean, ==, 60);
  g_assert_cmpfloat_with_epsilon (reorder->terms.lead_sd, sqrt (75), 1e-13);
  g_assert_cmpfloat (reorder->terms.service_level, ==, 0.95);
  g_assert_false (reorder->is_level_typed);
  g_assert_cmpint (reorder->gap, ==, ASSAY_REORDER_NO_GAP);

  /* z·√(60·3108.42 + 40²·75) = z·553.63 = 910.65; 40·60 = 2,400. */
  g_assert_cmpfloat_with_epsilon (reorder->level.safety_stock,
                                  Z_95 * sqrt (60 * day_variance + 1600 * 75), 1e-9);
  g_assert_cmpfloat (reorder->level.lead_demand, ==, 2400);
  g_assert_cmpfloat (assay_reorder_whole (reorder->level.reorder_point), ==, 3311);
  /* z·√(50·3108.42) = 648.46 with the promise kept: 911 − 649 = 262 packs, 6.55 days, 786 USD. */
  g_assert_cmpfloat (reorder->promised_lead, ==, 50);
  g_assert_cmpuint (reorder->promised_n, ==, 9);
  g_assert_cmpfloat_with_epsilon (reorder->kept.safety_stock, Z_95 * sqrt (50 * day_variance),
                                  1e-9);
  g_assert_cmpfloat (reorder->saved.pieces, ==, 262);
  g_assert_cmpfloat_with_epsilon (reorder->saved.days, 6.55, 1e-12);
  g_assert_true (reorder->saved.has_price && reorder->saved.has_base);
  g_assert_cmpint (reorder->saved.amount, ==, 262 * 30000);
  g_assert_cmpint (reorder->saved.in_base, ==, 262 * 30000);
  /* z·√(60·3108.42) = 710.35 with lead times that do not vary: 911 − 711 = 200. */
  g_assert_cmpfloat (reorder->variance.pieces, ==, 200);

  /* 4,000 + 200 + 1,000 − 3,311 = 1,889 last 47 days from 1 July on. */
  g_assert_cmpint (reorder->received, ==, 200);
  g_assert_cmpint (reorder->incoming, ==, 1000);
  g_assert_cmpuint (reorder->incoming_lines, ==, 1);
  g_assert_cmpint (reorder->order_on, ==, sample_day ("2026-08-17"));
  g_assert_false (reorder->is_due);
  /* 4,000 + 200 − 14·40 = 3,640 today: 91 days. */
  g_assert_cmpfloat (reorder->stock_today, ==, 3640);
  g_assert_cmpfloat (reorder->days_of_stock, ==, 91);

  sentence = assay_reorder_sentence (reorder);
  g_assert_cmpstr (sentence, ==,
                   "If Sao Mai kept its promise of 50 days, you would need 262 packs less: 7 days "
                   "of demand, 786.00 USD bound in stock.");
  stock = assay_reorder_stock_words (reorder, sample_day ("2026-07-15"));
  g_assert_nonnull (strstr (stock, "3311 packs"));
  demand = assay_reorder_demand_words (reorder);
  g_assert_cmpstr (demand, ==, "1218 packs a month, sd 308 (2 months)");
  lead = assay_reorder_lead_words (reorder);
  g_assert_cmpstr (lead, ==, "60.0 days, sd 8.7 (9 lines of this product)");
  explanation = assay_reorder_explain (reorder);
  g_assert_cmpstr (explanation->value, ==, "911 packs");
  g_assert_cmpuint (explanation->ids->len, ==, 9);
  g_assert_nonnull (strstr (explanation->formula, "reorder point = 40.000·60.00"));
  sample_book_free (book);
}

/* Another service level: of the question before that of the product. */
static void
set_level (AssayDb *db, gpointer data)
{
  set_number (db, ASSAY_TYPE_PRODUCT, ((Ids *)data)->trail, ASSAY_PRODUCT_SERVICE_LEVEL, 990000);
}

static void
test_level (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GPtrArray) own = NULL, asked = NULL;
  Ids ids;

  sample_change (book, fill, &ids);
  sample_change (book, set_level, &ids);
  own = plan (book, ids.trail, 0);
  g_assert_cmpfloat (first (own)->terms.service_level, ==, 0.99);
  g_assert_true (first (own)->is_level_typed);
  asked = plan (book, ids.trail, 0.975);
  g_assert_cmpfloat (first (asked)->terms.service_level, ==, 0.975);
  g_assert_cmpfloat_with_epsilon (first (asked)->level.z, 1.959963984540054, 1e-13);
  sample_book_free (book);
}

/* Seven lines of the day pack, of which one came before it was ordered: few of its own, enough of
 * all. The product says no supplier: that of its last line. */
static void
fill_other (AssayDb *db, gpointer data)
{
  Ids *ids = data;

  fill (db, data);
  for (guint i = 0; i < 6; i++)
    add_line (db, ids->order, ids->day, 20);
  add_line (db, ids->order, ids->day, -3);
  set_number (db, ASSAY_TYPE_PRODUCT, ids->day, ASSAY_PRODUCT_DEMAND_MEAN, 60875);
  set_number (db, ASSAY_TYPE_PRODUCT, ids->day, ASSAY_PRODUCT_STOCK, 100);
}

static void
test_fallback (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (AssayExplanation) explanation = NULL;
  g_autofree char *sentence = NULL;
  const AssayReorder *reorder;
  Ids ids;

  sample_change (book, fill_other, &ids);
  found = plan (book, ids.day, 0);
  reorder = first (found);
  g_assert_cmpint (reorder->supplier, ==, ids.supplier);
  g_assert_cmpint (reorder->lead, ==, ASSAY_LEAD_OF_SUPPLIER);
  g_assert_cmpuint (reorder->lead_n, ==, 15);
  /* (9·60 + 6·20) / 15. */
  g_assert_cmpfloat (reorder->terms.lead_mean, ==, 44);
  g_assert_cmpuint (reorder->lead_left_out->len, ==, 1);
  /* 608.75 a month as typed are 20 a day; how it varies was not typed. */
  g_assert_cmpint (reorder->demand, ==, ASSAY_DEMAND_TYPED);
  g_assert_cmpfloat (reorder->terms.demand_mean, ==, 20);
  g_assert_cmpint (reorder->gap, ==, ASSAY_REORDER_NO_DEMAND_SD);
  g_assert_true (isnan (reorder->level.safety_stock) && isnan (reorder->saved.pieces));
  g_assert_cmpint (reorder->order_on, ==, ASSAY_DATE_UNKNOWN);
  g_assert_cmpint (reorder->order_gap, ==, ASSAY_REORDER_NO_DEMAND_SD);
  /* Stock that was counted on no day is of today. */
  g_assert_cmpfloat (reorder->days_of_stock, ==, 5);
  sentence = assay_reorder_sentence (reorder);
  g_assert_nonnull (strstr (sentence, "two finished months"));
  explanation = assay_reorder_explain (reorder);
  g_assert_null (explanation->value);
  g_assert_cmpuint (explanation->excluded->len, ==, 1);
  sample_book_free (book);
}

/* A supplier of its own for each case. */
static gint64
add_case (AssayDb *db, const char *code, const gint32 *leads, gint64 claimed)
{
  gint64 supplier = sample_supplier (db, code, "VN");
  gint64 product = sample_product (db, code, code);
  gint64 order = sample_order (db, code, supplier, "2026-01-01", NULL);

  if (claimed >= 0)
    set_number (db, ASSAY_TYPE_SUPPLIER, supplier, ASSAY_SUPPLIER_CLAIMED_LEAD, claimed);
  for (guint i = 0; leads[i] >= 0; i++)
    {
      g_autofree char *received = assay_date_format_iso (sample_day ("2026-01-01") + leads[i]);

      sample_delivery (db, sample_line (db, order, product, 100, NULL), 100, received);
    }
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (AssayRecord) record = get (db, ASSAY_TYPE_PRODUCT, product);

    assay_record_set_reference (record, ASSAY_PRODUCT_SUPPLIER, supplier);
    assay_records_update (db, record, &error);
    g_assert_no_error (error);
  }
  return product;
}

static void
fill_edges (AssayDb *db, gpointer data)
{
  static const gint32 steady[] = { 40, 40, 40, -1 }, two[] = { 40, 50, -1 }, none[] = { -1 };
  gint64 *products = data;

  /* 0: nothing is asked for, of a supplier that is always in time. */
  products[0] = add_case (db, "zero", steady, -1);
  add_demand (db, products[0], "2026-05-01", 0);
  add_demand (db, products[0], "2026-06-01", 0);
  set_number (db, ASSAY_TYPE_PRODUCT, products[0], ASSAY_PRODUCT_STOCK, 10);
  /* 1: demand that does not vary, of the same; claimed 30 days. */
  products[1] = add_case (db, "steady", steady, 30);
  set_number (db, ASSAY_TYPE_PRODUCT, products[1], ASSAY_PRODUCT_DEMAND_MEAN, 30437500);
  set_number (db, ASSAY_TYPE_PRODUCT, products[1], ASSAY_PRODUCT_DEMAND_SD, 0);
  set_number (db, ASSAY_TYPE_PRODUCT, products[1], ASSAY_PRODUCT_STOCK, 400000);
  /* 2: two deliveries say no deviation. */
  products[2] = add_case (db, "two", two, 30);
  add_demand (db, products[2], "2026-05-01", 10);
  add_demand (db, products[2], "2026-06-01", 20);
  /* 3: nothing but a claim. */
  products[3] = add_case (db, "claim", none, 30);
  add_demand (db, products[3], "2026-05-01", 10);
  add_demand (db, products[3], "2026-06-01", 20);
  /* 4: nothing but one month; what was typed holds. */
  products[4] = add_case (db, "month", steady, -1);
  add_demand (db, products[4], "2026-06-01", 999);
  /* 5: no supplier. */
  products[5] = sample_product (db, "alone", "alone");
  add_demand (db, products[5], "2026-05-01", 10);
  add_demand (db, products[5], "2026-06-01", 20);
  /* 6: nothing at all. */
  products[6] = sample_product (db, "nothing", "nothing");
}

static void
check_edge (AssayBook *book, gint64 product, AssayReorderGap gap, AssayReorderGap order_gap)
{
  g_autoptr (GPtrArray) found = plan (book, product, 0);

  g_assert_cmpint (first (found)->gap, ==, gap);
  g_assert_cmpint (first (found)->order_gap, ==, order_gap);
  g_assert_cmpint (isnan (first (found)->level.safety_stock), ==, gap != ASSAY_REORDER_NO_GAP);
}

/* Stock for 50 days where 40 are the reorder point, counted on the last day that can be written. */
static void
set_far (AssayDb *db, gpointer data)
{
  gint64 *products = data;

  set_number (db, ASSAY_TYPE_PRODUCT, products[1], ASSAY_PRODUCT_STOCK, 500000);
  set_day (db, ASSAY_TYPE_PRODUCT, products[1], ASSAY_PRODUCT_STOCK_ON, "9999-12-31");
}

static void
test_edges (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GPtrArray) zero = NULL, steady = NULL, nobody = NULL, claim = NULL;
  g_autoptr (GPtrArray) far = NULL;
  g_autofree char *words = NULL, *lead = NULL;
  gint64 products[7];

  sample_change (book, fill_edges, products);
  zero = plan (book, products[0], 0);
  g_assert_cmpfloat (first (zero)->level.safety_stock, ==, 0);
  g_assert_cmpfloat (first (zero)->level.reorder_point, ==, 0);
  g_assert_true (isnan (first (zero)->days_of_stock));
  g_assert_cmpint (first (zero)->order_gap, ==, ASSAY_REORDER_NEVER);
  g_assert_cmpint (first (zero)->saved_gap, ==, ASSAY_REORDER_NO_PROMISE);
  g_assert_true (first (zero)->has_few);

  /* 304,375 a month are 10,000 a day; 40 days of it are the reorder point, and the stock. */
  steady = plan (book, products[1], 0);
  g_assert_cmpfloat (first (steady)->terms.demand_mean, ==, 10000);
  g_assert_cmpfloat (first (steady)->level.safety_stock, ==, 0);
  g_assert_cmpfloat (first (steady)->level.reorder_point, ==, 400000);
  g_assert_cmpint (first (steady)->order_on, ==, sample_day ("2026-07-15"));
  g_assert_true (first (steady)->is_due);
  g_assert_cmpuint (first (steady)->promised_n, ==, 0);
  g_assert_cmpfloat (first (steady)->promised_lead, ==, 30);
  g_assert_cmpfloat (first (steady)->saved.pieces, ==, 0);
  g_assert_false (first (steady)->saved.has_price);
  g_assert_cmpint (first (steady)->money_gap, ==, ASSAY_REORDER_NO_PRICE);
  words = assay_reorder_sentence (first (steady));
  g_assert_cmpstr (words, ==,
                   "If steady kept its promise of 30 days, the safety stock would be the same.");

  check_edge (book, products[2], ASSAY_REORDER_NO_LEAD_SD, ASSAY_REORDER_NO_LEAD_SD);
  check_edge (book, products[3], ASSAY_REORDER_NO_LEAD_SD, ASSAY_REORDER_NO_LEAD_SD);
  claim = plan (book, products[3], 0);
  g_assert_cmpint (first (claim)->lead, ==, ASSAY_LEAD_CLAIMED);
  lead = assay_reorder_lead_words (first (claim));
  g_assert_cmpstr (lead, ==, "30.0 days as claimed; nothing was measured");
  check_edge (book, products[4], ASSAY_REORDER_NO_DEMAND_SD, ASSAY_REORDER_NO_DEMAND_SD);
  check_edge (book, products[5], ASSAY_REORDER_NO_SUPPLIER, ASSAY_REORDER_NO_SUPPLIER);
  check_edge (book, products[6], ASSAY_REORDER_NO_DEMAND, ASSAY_REORDER_NO_DEMAND);
  nobody = plan (book, 12345, 0);
  g_assert_cmpuint (nobody->len, ==, 0);
  sample_change (book, set_far, products);
  far = plan (book, products[1], 0);
  g_assert_cmpint (first (far)->order_on, ==, ASSAY_DATE_MAX);
  sample_book_free (book);
}

/* The months are the last twelve that are recorded and over. */
static void
fill_years (AssayDb *db, gpointer data)
{
  gint64 *product = data;

  *product = sample_product (db, "T25", "Trail 25");
  for (guint month = 1; month <= 12; month++)
    {
      g_autofree char *old = g_strdup_printf ("2024-%02u-01", month);
      g_autofree char *recent = g_strdup_printf ("2025-%02u-01", month);

      add_demand (db, *product, old, 100000);
      add_demand (db, *product, recent, month % 2 == 0 ? 90 : 110);
    }
}

static void
test_months (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GPtrArray) found = NULL;
  gint64 product;

  sample_change (book, fill_years, &product);
  found = plan (book, product, 0);
  g_assert_cmpuint (first (found)->months->len, ==, 24);
  g_assert_cmpuint (first (found)->months_n, ==, 12);
  g_assert_cmpfloat (first (found)->month_mean, ==, 100);
  /* Twelve times 10² over 11. */
  g_assert_cmpfloat_with_epsilon (first (found)->month_sd, sqrt (1200.0 / 11.0), 1e-12);
  sample_book_free (book);
}

/* On the day on which stock and what is on its way reach the reorder point, and not before. */
static void
test_today (void)
{
  AssayBook *book = sample_book_new ();
  AssayDb *db = assay_book_get_reader (book);
  g_autoptr (AssayToday) before = NULL, today = NULL;
  Ids ids;

  sample_change (book, fill, &ids);
  before = assay_today_ask (db, sample_day ("2026-07-31"), 14, 8, NULL);
  g_assert_null (before->reorder);
  g_assert_true (assay_today_ask_reorder (before, db, sample_day ("2026-07-31"), NULL));
  g_assert_cmpuint (before->reorder->len, ==, 0);
  today = assay_today_ask (db, sample_day ("2026-08-20"), 14, 8, NULL);
  /* In August the month of July counts too: five pieces, and the reorder point falls with it; then
   * as if the demand of July had been as that of June. */
  sample_change (book, set_july, &ids);
  g_assert_true (assay_today_ask_reorder (today, db, sample_day ("2026-08-20"), NULL));
  g_assert_cmpuint (today->reorder->len, ==, 1);
  g_assert_cmpint (first (today->reorder)->product, ==, ids.trail);
  g_assert_cmpint (first (today->reorder)->order_on, <=, sample_day ("2026-08-20"));
  sample_book_free (book);
}

static void
test_suppliers (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GPtrArray) found = NULL, sums = NULL;
  const AssayReorderSupplier *sum;
  Ids ids;

  sample_change (book, fill_other, &ids);
  found = plan (book, 0, 0);
  g_assert_cmpuint (found->len, ==, 2);
  sums = assay_reorder_sum_suppliers (found);
  g_assert_cmpuint (sums->len, ==, 1);
  sum = g_ptr_array_index (sums, 0);
  g_assert_cmpstr (sum->name, ==, "Sao Mai");
  g_assert_cmpuint (sum->products, ==, 1);
  g_assert_cmpuint (sum->unknown, ==, 1);
  g_assert_cmpfloat (sum->variance.pieces, ==, 200);
  g_assert_cmpint (sum->variance.in_base, ==, 200 * 30000);
  g_assert_cmpint (sum->saved.in_base, ==, 262 * 30000);
  sample_book_free (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reorder/plan", test_plan);
  g_test_add_func ("/reorder/level", test_level);
  g_test_add_func ("/reorder/fallback", test_fallback);
  g_test_add_func ("/reorder/edges", test_edges);
  g_test_add_func ("/reorder/months", test_months);
  g_test_add_func ("/reorder/suppliers", test_suppliers);
  g_test_add_func ("/reorder/today", test_today);
  return g_test_run ();
}
