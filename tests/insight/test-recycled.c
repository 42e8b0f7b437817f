/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Recycled content against sums worked by hand, and transaction certificates against orders. */

#include <math.h>

#include "insight/coverage.h"
#include "insight/recycled-content.h"
#include "sample-book.h"

#define EPSILON 1e-9

/* A component: grams × 100 and percent, -1 for unknown. */
typedef struct
{
  const char *name, *kind;
  gint64 mass;
  int recycled;
  const char *from;
  gboolean main;
  gint64 variant;
} Part;

static GPtrArray *
new_components (const Part *parts, guint n)
{
  GPtrArray *components = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      AssayRecord *component = assay_record_new (ASSAY_TYPE_COMPONENT);

      assay_record_set_text (component, ASSAY_COMPONENT_NAME, parts[i].name);
      assay_record_set_text (component, ASSAY_COMPONENT_KIND, parts[i].kind);
      assay_record_set_text (component, ASSAY_COMPONENT_RECYCLED_KIND, parts[i].from);
      assay_record_set_integer (component, ASSAY_COMPONENT_MAIN, parts[i].main);
      if (parts[i].variant != 0)
        assay_record_set_reference (component, ASSAY_COMPONENT_VARIANT, parts[i].variant);
      if (parts[i].mass >= 0)
        assay_record_set_integer (component, ASSAY_COMPONENT_MASS, parts[i].mass);
      if (parts[i].recycled >= 0)
        assay_record_set_integer (component, ASSAY_COMPONENT_RECYCLED, parts[i].recycled * 10000);
      g_ptr_array_add (components, component);
    }
  return components;
}

static AssayRecord *
new_product (gint64 mass)
{
  AssayRecord *product = assay_record_new (ASSAY_TYPE_PRODUCT);

  if (mass >= 0)
    assay_record_set_integer (product, ASSAY_PRODUCT_MASS, mass);
  return product;
}

static void
assert_near (double value, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat_with_epsilon (value, expected, EPSILON);
}

/* 400 g at 100 %, 200 g at 50 %, 300 g at 0 % and 100 g of which nobody said anything:
 * (400 + 100) ÷ 1000 = 50 %, 60 % if the zip were recycled. */
static void
test_whole (void)
{
  static const Part parts[] = {
    { "Shell", "fabric", 40000, 100, "post_consumer", TRUE, 0 },
    { "Lining", "lining", 20000, 50, "pre_consumer", FALSE, 0 },
    { "Foam", "foam", 30000, 0, NULL, FALSE, 0 },
    { "Zip", "zip", 10000, -1, NULL, FALSE, 0 },
    { "Poly bag", "packaging", 50000, 100, NULL, FALSE, 0 },
  };
  g_autoptr (GPtrArray) components = new_components (parts, G_N_ELEMENTS (parts));
  g_autoptr (AssayRecord) product = new_product (1000);
  g_autoptr (AssayRecycled) recycled = assay_recycled_compute (product, components, NULL, 0);
  g_autofree char *words = assay_recycled_sum_words (&recycled->whole);
  g_autofree char *gaps = assay_recycled_dup_gaps (recycled);

  g_assert_cmpuint (recycled->whole.n, ==, 4);
  g_assert_cmpuint (recycled->whole.n_unstated, ==, 1);
  g_assert_cmpuint (recycled->left_out->len, ==, 1);
  assert_near (recycled->whole.mass, 1000);
  assert_near (recycled->whole.share, 0.5);
  assert_near (recycled->whole.least, 0.5);
  assert_near (recycled->whole.most, 0.6);
  assert_near (recycled->whole.post_consumer, 0.4);
  assert_near (recycled->whole.pre_consumer, 0.1);
  assert_near (recycled->whole.unsaid, 0);
  assert_near (recycled->main.share, 1);
  g_assert_false (recycled->heavier);
  g_assert_cmpstr (words, ==, "50.0 %");
  g_assert_nonnull (strstr (gaps, "“Zip”"));
  g_assert_cmpint (assay_recycled_sum_reaches (&recycled->whole, 0.5), ==, ASSAY_THRESHOLD_REACHED);
  g_assert_cmpint (assay_recycled_sum_reaches (&recycled->whole, 0.95), ==, ASSAY_THRESHOLD_MISSED);
}

/* Thresholds are inclusive, and nothing is rounded up over one. */
static void
test_thresholds (void)
{
  static const struct
  {
    gint64 recycled; /* hundredths of a gram of 1 kg */
    AssayThresholdState states[ASSAY_N_RECYCLED_THRESHOLDS];
    const char *words;
  } cases[] = {
    { 4999, { 1, 1, 1, 1 }, "4.9 %" },   { 5000, { 0, 1, 1, 1 }, "5.0 %" },
    { 19999, { 0, 1, 1, 1 }, "19.9 %" }, { 20000, { 0, 0, 1, 1 }, "20.0 %" },
    { 49999, { 0, 0, 1, 1 }, "49.9 %" }, { 50000, { 0, 0, 0, 1 }, "50.0 %" },
    { 94999, { 0, 0, 0, 1 }, "94.9 %" }, { 95000, { 0, 0, 0, 0 }, "95.0 %" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Part parts[] = {
        { "Shell", "fabric", cases[i].recycled, 100, NULL, FALSE, 0 },
        { "Rest", "fabric", 100000 - cases[i].recycled, 0, NULL, FALSE, 0 },
      };
      g_autoptr (GPtrArray) components = new_components (parts, 2);
      g_autoptr (AssayRecycled) recycled = assay_recycled_compute (NULL, components, NULL, 0);
      g_autofree char *words = assay_recycled_sum_words (&recycled->whole);

      g_assert_cmpstr (words, ==, cases[i].words);
      for (guint t = 0; t < ASSAY_N_RECYCLED_THRESHOLDS; t++)
        g_assert_cmpint (
            assay_recycled_sum_reaches (&recycled->whole, assay_recycled_threshold (t)), ==,
            cases[i].states[t]);
    }
}

/* 500 of 900 g are recycled and 100 g of 1000 g have no weight: at least 50 %, at most 60 %. */
static void
test_unweighed (void)
{
  static const Part parts[] = {
    { "Shell", "fabric", 50000, 100, NULL, FALSE, 0 },
    { "Foam", "foam", 40000, 0, NULL, FALSE, 0 },
    { "Zip", "zip", -1, 0, NULL, FALSE, 0 },
  };
  g_autoptr (GPtrArray) components = new_components (parts, G_N_ELEMENTS (parts));
  g_autoptr (AssayRecord) known = new_product (1000), unknown = new_product (-1);
  g_autoptr (AssayRecord) light = new_product (800);
  g_autoptr (AssayRecycled) one = assay_recycled_compute (known, components, NULL, 0);
  g_autoptr (AssayRecycled) other = assay_recycled_compute (unknown, components, NULL, 0);
  g_autoptr (AssayRecycled) heavy = assay_recycled_compute (light, components, NULL, 0);
  g_autofree char *gaps = assay_recycled_dup_gaps (heavy);

  assert_near (one->whole.share, 5.0 / 9);
  assert_near (one->whole.least, 0.5);
  assert_near (one->whole.most, 0.6);
  g_assert_cmpint (assay_recycled_sum_reaches (&one->whole, 0.5), ==, ASSAY_THRESHOLD_REACHED);
  g_assert_cmpint (assay_recycled_sum_reaches (&one->whole, 0.55), ==, ASSAY_THRESHOLD_UNKNOWN);
  g_assert_cmpint (assay_recycled_sum_reaches (&one->whole, 0.95), ==, ASSAY_THRESHOLD_MISSED);
  assert_near (other->whole.least, NAN);
  g_assert_cmpint (assay_recycled_sum_reaches (&other->whole, 0.05), ==, ASSAY_THRESHOLD_UNKNOWN);
  g_assert_true (heavy->heavier);
  g_assert_nonnull (strstr (gaps, "more than the product"));
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) components = new_components (NULL, 0);
  g_autoptr (AssayRecycled) recycled = assay_recycled_compute (NULL, components, NULL, 0);
  g_autofree char *words = assay_recycled_sum_words (&recycled->whole);

  assert_near (recycled->whole.share, NAN);
  g_assert_cmpstr (words, ==, "Unknown");
  g_assert_cmpint (assay_recycled_sum_reaches (&recycled->whole, 0.05), ==,
                   ASSAY_THRESHOLD_UNKNOWN);
}

/* Shells of two colours: 50 % recycled in one, nothing in the other; the lower one stands. */
static void
test_variants (void)
{
  static const Part parts[] = {
    { "Foam", "foam", 50000, 0, NULL, FALSE, 0 },
    { "Black shell", "fabric", 50000, 100, NULL, TRUE, 7 },
    { "Blue shell", "fabric", 50000, 0, NULL, TRUE, 8 },
  };
  g_autoptr (GPtrArray) components = new_components (parts, G_N_ELEMENTS (parts));
  g_autoptr (AssayRecycled) lowest = assay_recycled_compute (NULL, components, NULL, 0);
  g_autoptr (AssayRecycled) black = assay_recycled_compute (NULL, components, NULL, 7);

  g_assert_cmpint (lowest->variant, ==, 8);
  g_assert_cmpuint (lowest->n_variants, ==, 2);
  assert_near (lowest->whole.share, 0);
  assert_near (black->whole.share, 0.5);
  assert_near (black->whole.mass, 1000);
}

static gint64 product_id, component_id, order_a, order_b;

static void
certificate (AssayDb *db,
             const char *number,
             const char *state,
             gint64 grams,
             gint64 component,
             gint64 order,
             int share)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_EVIDENCE);
  g_autoptr (GError) error = NULL;

  assay_record_set_text (record, ASSAY_EVIDENCE_KIND, "transaction_certificate");
  assay_record_set_text (record, ASSAY_EVIDENCE_NUMBER, number);
  assay_record_set_text (record, ASSAY_EVIDENCE_STATE, state);
  if (grams >= 0)
    assay_record_set_integer (record, ASSAY_EVIDENCE_MASS, grams);
  if (component != 0)
    assay_record_set_reference (record, ASSAY_EVIDENCE_COMPONENT, component);
  if (order != 0)
    assay_record_set_reference (record, ASSAY_EVIDENCE_PURCHASE_ORDER, order);
  if (share >= 0)
    assay_record_set_integer (record, ASSAY_EVIDENCE_CERTIFIED_SHARE, share * 10000);
  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
}

static void
fill_orders (AssayDb *db, gpointer data)
{
  g_autoptr (AssayRecord) component = assay_record_new (ASSAY_TYPE_COMPONENT);
  g_autoptr (GError) error = NULL;
  gint64 supplier = sample_supplier (db, "Sao Mai", "VN"), cancelled;

  product_id = sample_product (db, "DP-20", "Day pack");
  assay_record_set_reference (component, ASSAY_COMPONENT_PRODUCT, product_id);
  assay_record_set_text (component, ASSAY_COMPONENT_NAME, "Shell");
  assay_record_set_integer (component, ASSAY_COMPONENT_MASS, 25000);
  assay_record_set_integer (component, ASSAY_COMPONENT_WASTE, 100000);
  assay_record_set_integer (component, ASSAY_COMPONENT_RECYCLED, 1000000);
  assay_records_insert (db, component, &error);
  g_assert_no_error (error);
  component_id = assay_record_get_id (component);
  order_b = sample_order (db, "PO-2", supplier, "2026-03-01", NULL);
  order_a = sample_order (db, "PO-1", supplier, "2026-01-10", NULL);
  cancelled = sample_order (db, "PO-3", supplier, "2026-04-01", NULL);
  sample_line (db, order_b, product_id, 200, "2026-06-01");
  sample_line (db, order_a, product_id, 100, "2026-04-01");
  sample_line (db, cancelled, product_id, 5000, "2026-07-01");
  sample_set_text (db, ASSAY_TYPE_ORDER, cancelled, ASSAY_ORDER_STATE, "cancelled");
}

static void
fill_certificates (AssayDb *db, gpointer data)
{
  certificate (db, "TC-1", "verified", 30000, component_id, order_b, 100);
  certificate (db, "TC-2", "seen", 40000, component_id, 0, -1);
  certificate (db, "TC-3", "claimed", 5000, component_id, 0, -1);
  certificate (db, "TC-4", "refused", 100000, component_id, 0, -1);
  certificate (db, "TC-5", "seen", 100000, component_id, 0, 50);
  certificate (db, "TC-6", "seen", -1, component_id, 0, -1);
}

static const AssayCoverageCertificate *
find_certificate (const AssayCoverage *coverage, const char *number)
{
  for (guint i = 0; i < coverage->certificates->len; i++)
    {
      const AssayCoverageCertificate *certificate = g_ptr_array_index (coverage->certificates, i);

      if (g_str_equal (assay_record_get_text (certificate->evidence, ASSAY_EVIDENCE_NUMBER),
                       number))
        return certificate;
    }
  g_assert_not_reached ();
}

/* A piece needs 0.25 kg × 1.1 = 0.275 kg: 27.5 kg for 100 pieces, 55 kg for 200. TC-1 gives its
 * 30 kg to PO-2; of TC-2’s 40 kg, 27.5 go to PO-1, the older, and 12.5 to PO-2. 12.5 kg are
 * missing, of which 5 are claimed. */
static void
test_coverage (void)
{
  AssayBook *book = sample_book_new ();
  AssayDb *db = assay_book_get_reader (book);
  g_autoptr (GError) error = NULL;
  AssayCoverageQuestion question = { 0 };
  g_autoptr (AssayCoverage) before = NULL;
  g_autoptr (AssayCoverage) coverage = NULL;
  const AssayCoverageRow *row;

  sample_change (book, fill_orders, NULL);
  question.product = product_id;
  before = assay_coverage_read (db, &question, &error);
  g_assert_no_error (error);
  assert_near (before->needed, 82.5);
  assert_near (before->missing, 82.5);
  g_assert_cmpuint (before->n_missing, ==, 2);
  sample_change (book, fill_certificates, NULL);
  coverage = assay_coverage_read (db, &question, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (coverage->rows->len, ==, 2);
  row = g_ptr_array_index (coverage->rows, 0);
  g_assert_cmpstr (row->order_number, ==, "PO-1");
  assert_near (row->needed, 27.5);
  assert_near (row->certified, 27.5);
  assert_near (assay_coverage_row_missing (row), 0);
  row = g_ptr_array_index (coverage->rows, 1);
  assert_near (row->needed, 55);
  assert_near (row->certified, 42.5);
  assert_near (row->claimed, 5);
  assert_near (assay_coverage_row_missing (row), 12.5);
  assert_near (coverage->needed, 82.5);
  assert_near (coverage->certified, 70);
  assert_near (coverage->missing, 12.5);
  g_assert_cmpuint (coverage->n_missing, ==, 1);
  g_assert_cmpuint (coverage->n_orders, ==, 2);
  assert_near (find_certificate (coverage, "TC-2")->used, 40);
  g_assert_cmpint (find_certificate (coverage, "TC-3")->use, ==, ASSAY_CERTIFICATE_CLAIMED);
  g_assert_cmpint (find_certificate (coverage, "TC-4")->use, ==, ASSAY_CERTIFICATE_REFUSED);
  g_assert_cmpint (find_certificate (coverage, "TC-5")->use, ==, ASSAY_CERTIFICATE_LOW_SHARE);
  g_assert_cmpint (find_certificate (coverage, "TC-6")->use, ==, ASSAY_CERTIFICATE_NO_WEIGHT);
  question.schemes = "GRS";
  g_clear_pointer (&coverage, assay_coverage_free);
  coverage = assay_coverage_read (db, &question, &error);
  g_assert_no_error (error);
  assert_near (coverage->certified, 0);
  sample_book_free (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recycled/whole", test_whole);
  g_test_add_func ("/recycled/thresholds", test_thresholds);
  g_test_add_func ("/recycled/unweighed", test_unweighed);
  g_test_add_func ("/recycled/nothing", test_nothing);
  g_test_add_func ("/recycled/variants", test_variants);
  g_test_add_func ("/recycled/coverage", test_coverage);
  return g_test_run ();
}
