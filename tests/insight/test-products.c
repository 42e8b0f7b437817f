/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bills of materials held against the product's weight; protocols that become requirements; limits
 * in words. */

#include <math.h>

#include "insight/bill-of-materials.h"
#include "insight/test-protocols.h"
#include "insight/owned-rows.h"
#include "sample-book.h"

#define UNKNOWN -1

/* Sums */

typedef struct
{
  const char *kind;
  gint64 mass;  /* in hundredths of a gram; -1: unknown */
  gint64 waste; /* in parts per million; -1: unknown */
  const char *brand;
  gint64 variant; /* 1, 2; 0: all */
} Part;

typedef struct
{
  const char *name;
  gint64 piece;       /* the product's weight in grams; -1: unknown */
  gint64 variants[2]; /* weights of two variants; 0: there is none, -1: unknown */
  Part parts[5];
  AssayBillState state;
  double mass, material, packaging;
  guint n, n_unweighed, n_hardware, n_named;
  gint64 variant;
} Bill;

static const Bill bills[] = {
  { "empty", 1000, { 0 }, { { NULL } }, ASSAY_BILL_EMPTY, NAN, NAN, NAN, 0, 0, 0, 0, 0 },
  { "unweighed",
    1000,
    { 0 },
    { { "zip", UNKNOWN, UNKNOWN, NULL, 0 } },
    ASSAY_BILL_UNWEIGHED,
    NAN,
    NAN,
    NAN,
    1,
    1,
    1,
    0,
    0 },
  { "no piece",
    UNKNOWN,
    { 0 },
    { { "fabric", 50000, UNKNOWN, NULL, 0 } },
    ASSAY_BILL_NO_PIECE,
    500,
    500,
    NAN,
    1,
    0,
    0,
    0,
    0 },
  /* 600 + 300.5 + 99.5 = 1000; material 600 × 1.2 + 300.5 × 1.1 + 99.5 = 720 + 330.55 + 99.5 */
  { "agrees",
    1000,
    { 0 },
    { { "fabric", 60000, 200000, NULL, 0 },
      { "lining", 30050, 100000, NULL, 0 },
      { "zip", 9950, UNKNOWN, "Zipworks", 0 } },
    ASSAY_BILL_AGREES,
    1000,
    1150.05,
    NAN,
    3,
    0,
    1,
    1,
    0 },
  /* 1010 is 1 % more than 1000: still agreement; 1010.01 is not. */
  { "one per cent",
    1000,
    { 0 },
    { { "fabric", 101000, 0, NULL, 0 } },
    ASSAY_BILL_AGREES,
    1010,
    1010,
    NAN,
    1,
    0,
    0,
    0,
    0 },
  { "heavier",
    1000,
    { 0 },
    { { "fabric", 101001, 0, NULL, 0 } },
    ASSAY_BILL_HEAVIER,
    1010.01,
    1010.01,
    NAN,
    1,
    0,
    0,
    0,
    0 },
  /* Of a small thing half a gram is more than 1 %. */
  { "small",
    10,
    { 0 },
    { { "fabric", 1050, 0, NULL, 0 } },
    ASSAY_BILL_AGREES,
    10.5,
    10.5,
    NAN,
    1,
    0,
    0,
    0,
    0 },
  { "heavier and incomplete",
    100,
    { 0 },
    { { "fabric", 20000, 0, NULL, 0 }, { "buckle", UNKNOWN, 0, NULL, 0 } },
    ASSAY_BILL_HEAVIER,
    200,
    200,
    NAN,
    2,
    1,
    1,
    0,
    0 },
  { "incomplete",
    1000,
    { 0 },
    { { "fabric", 20000, 0, NULL, 0 }, { "buckle", UNKNOWN, 0, "Fermoir", 0 } },
    ASSAY_BILL_INCOMPLETE,
    200,
    200,
    NAN,
    2,
    1,
    1,
    1,
    0 },
  { "lighter",
    1000,
    { 0 },
    { { "fabric", 20000, 0, NULL, 0 } },
    ASSAY_BILL_LIGHTER,
    200,
    200,
    NAN,
    1,
    0,
    0,
    0,
    0 },
  /* The bag that it comes in is not the bag. */
  { "packaging",
    1000,
    { 0 },
    { { "fabric", 100000, 0, NULL, 0 },
      { "packaging", 8000, 0, NULL, 0 },
      { "packaging", UNKNOWN, 0, NULL, 0 } },
    ASSAY_BILL_AGREES,
    1000,
    1000,
    80,
    1,
    0,
    0,
    0,
    0 },
  /* 900 + 100 in the first, 900 + 250 in the second: the second is too heavy. */
  { "variants",
    1000,
    { UNKNOWN, UNKNOWN },
    { { "fabric", 90000, 0, NULL, 0 },
      { "print", 10000, 0, NULL, 1 },
      { "print", 25000, 0, NULL, 2 } },
    ASSAY_BILL_HEAVIER,
    1150,
    1150,
    NAN,
    2,
    0,
    0,
    0,
    2 },
  /* The second weighs 1150 itself; both agree, and the heavier one stands for them. */
  { "weights of variants",
    1000,
    { UNKNOWN, 1150 },
    { { "fabric", 90000, 0, NULL, 0 },
      { "print", 10000, 0, NULL, 1 },
      { "print", 25000, 0, NULL, 2 } },
    ASSAY_BILL_AGREES,
    1150,
    1150,
    NAN,
    2,
    0,
    0,
    0,
    2 },
};

static AssayRecord *
make_product (gint64 grams)
{
  AssayRecord *product = assay_record_new (ASSAY_TYPE_PRODUCT);

  if (grams != UNKNOWN)
    assay_record_set_integer (product, ASSAY_PRODUCT_MASS, grams);
  return product;
}

static GPtrArray *
make_variants (const gint64 *grams)
{
  GPtrArray *variants = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 2 && grams[i] != 0; i++)
    {
      AssayRecord *variant = assay_record_new (ASSAY_TYPE_VARIANT);

      assay_record_set_id (variant, i + 1);
      assay_record_set_text (variant, ASSAY_VARIANT_CODE, i == 0 ? "V1" : "V2");
      if (grams[i] != UNKNOWN)
        assay_record_set_integer (variant, ASSAY_VARIANT_MASS, grams[i]);
      g_ptr_array_add (variants, variant);
    }
  return variants;
}

static GPtrArray *
make_components (const Part *parts, guint n)
{
  GPtrArray *components = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n && parts[i].kind != NULL; i++)
    {
      AssayRecord *component = assay_record_new (ASSAY_TYPE_COMPONENT);

      assay_record_set_text (component, ASSAY_COMPONENT_KIND, parts[i].kind);
      assay_record_set_text (component, ASSAY_COMPONENT_NAME, parts[i].kind);
      assay_record_set_text (component, ASSAY_COMPONENT_BRAND, parts[i].brand);
      if (parts[i].mass != UNKNOWN)
        assay_record_set_integer (component, ASSAY_COMPONENT_MASS, parts[i].mass);
      if (parts[i].waste != UNKNOWN)
        assay_record_set_integer (component, ASSAY_COMPONENT_WASTE, parts[i].waste);
      if (parts[i].variant != 0)
        assay_record_set_reference (component, ASSAY_COMPONENT_VARIANT, parts[i].variant);
      g_ptr_array_add (components, component);
    }
  return components;
}

static void
assert_same (double actual, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (actual));
  else
    g_assert_cmpfloat_with_epsilon (actual, expected, 1e-9);
}

static void
test_bills (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bills); i++)
    {
      const Bill *given = &bills[i];
      g_autoptr (AssayRecord) product = make_product (given->piece);
      g_autoptr (GPtrArray) variants = make_variants (given->variants);
      g_autoptr (GPtrArray) components
          = make_components (given->parts, G_N_ELEMENTS (given->parts));
      g_autoptr (AssayBill) bill = assay_bill_compute (product, components, variants);
      g_autofree char *words = assay_bill_dup_words (bill);

      g_test_message ("%s: %s", given->name, words != NULL ? words : "–");
      g_assert_cmpstr (assay_bill_state_name (bill->state), ==,
                       assay_bill_state_name (given->state));
      assert_same (bill->mass, given->mass);
      assert_same (bill->material, given->material);
      assert_same (bill->packaging, given->packaging);
      g_assert_cmpuint (bill->n, ==, given->n);
      g_assert_cmpuint (bill->n_unweighed, ==, given->n_unweighed);
      g_assert_cmpuint (bill->n_hardware, ==, given->n_hardware);
      g_assert_cmpuint (bill->n_named, ==, given->n_named);
      g_assert_cmpint (bill->variant, ==, given->variant);
      g_assert_true ((words == NULL) == (given->state == ASSAY_BILL_EMPTY));
    }
}

static void
test_bill_words (void)
{
  static const Part part = { "fabric", 132000, 0, NULL, 0 };
  g_autoptr (AssayRecord) product = make_product (1290);
  g_autoptr (GPtrArray) components = make_components (&part, 1);
  g_autoptr (AssayBill) bill = assay_bill_compute (product, components, NULL);
  g_autofree char *words = assay_bill_dup_words (bill);

  g_assert_cmpstr (words, ==,
                   "The components weigh 1320 g, which is 30 g more than the product’s 1290 g: one "
                   "of these weights is wrong.");
}

/* Limits in words */

typedef struct
{
  const char *scale, *passes, *unit;
  gint64 lower, upper; /* in thousandths; -1: unknown */
  const char *words;
} Limit;

static const Limit limits[] = {
  { "number", "at_least", "N", 25000, UNKNOWN, "≥ 25 N" },
  { "number", "at_most", "mg/kg", UNKNOWN, 30000, "≤ 30 mg/kg" },
  { "number", "at_most", "%", UNKNOWN, 100, "≤ 0.1 %" },
  { "number", "between", "l", 23750, 26250, "23.75–26.25 l" },
  { "grey_staining", "at_least", NULL, 3500, UNKNOWN, "Grade ≥ 3–4 (Grey scale, staining)" },
  { "grey_change", "at_least", NULL, 4000, UNKNOWN, "Grade ≥ 4 (Grey scale, change of colour)" },
  { "spray_aatcc", "at_least", NULL, 90000, UNKNOWN, "Grade ≥ 90 (Spray rating, 0 to 100)" },
  { "blue_wool", "at_least", NULL, 5000, UNKNOWN, "Grade ≥ 5 (Blue wool, 1 to 8)" },
  { "pass_fail", "pass", NULL, UNKNOWN, UNKNOWN, "Has to pass" },
  { "number", "at_least", "N", UNKNOWN, UNKNOWN, "" },
  /* What does not count is not said. */
  { "number", "at_most", "N", 10000, 20000, "≤ 20 N" },
};

static AssayRecord *
make_test (const Limit *limit)
{
  AssayRecord *test = assay_record_new (ASSAY_TYPE_PROTOCOL_TEST);

  assay_record_set_text (test, ASSAY_PROTOCOL_TEST_PROPERTY, "Tear strength");
  assay_record_set_text (test, ASSAY_PROTOCOL_TEST_SCALE, limit->scale);
  assay_record_set_text (test, ASSAY_PROTOCOL_TEST_PASSES, limit->passes);
  assay_record_set_text (test, ASSAY_PROTOCOL_TEST_UNIT, limit->unit);
  if (limit->lower != UNKNOWN)
    assay_record_set_integer (test, ASSAY_PROTOCOL_TEST_LOWER, limit->lower);
  if (limit->upper != UNKNOWN)
    assay_record_set_integer (test, ASSAY_PROTOCOL_TEST_UPPER, limit->upper);
  return test;
}

/* Protocol and product say it alike. */
static void
test_limits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (AssayRecord) test = make_test (&limits[i]);
      g_autoptr (AssayRecord) requirement = assay_requirement_new_from_test (test);
      g_autofree char *words = assay_test_dup_limit (test);
      g_autofree char *again = assay_test_dup_limit (requirement);

      g_assert_cmpstr (words, ==, limits[i].words);
      g_assert_cmpstr (again, ==, limits[i].words);
    }
}

static void
test_method (void)
{
  g_autoptr (AssayRecord) test = make_test (&limits[0]);
  g_autofree char *method = NULL, *terms = NULL;

  assay_record_set_text (test, ASSAY_PROTOCOL_TEST_METHOD, "ISO 13937-1");
  assay_record_set_text (test, ASSAY_PROTOCOL_TEST_EDITION, "2000");
  assay_record_set_text (test, ASSAY_PROTOCOL_TEST_SPECIMEN, "warp");
  assay_record_set_text (test, ASSAY_PROTOCOL_TEST_CONDITION, "after 5 washes");
  assay_record_set_integer (test, ASSAY_PROTOCOL_TEST_REPLICATES, 5);
  assay_record_set_text (test, ASSAY_PROTOCOL_TEST_JUDGED_BY, "each");
  assay_record_set_integer (test, ASSAY_PROTOCOL_TEST_ACCREDITED, 1);
  method = assay_test_dup_method (test);
  terms = assay_test_dup_terms (test);
  g_assert_cmpstr (method, ==, "ISO 13937-1:2000 · Warp · after 5 washes");
  g_assert_cmpstr (terms, ==, "Accredited laboratory · 5 specimens · Each specimen");
}

/* Protocols */

typedef struct
{
  gint64 protocol, product, made;
  guint n_made, n_kept;
} Applied;

static gint64
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  return assay_record_get_id (record);
}

static void
add_test (AssayDb *db, gint64 protocol, gint64 position, const char *property, gint64 lower)
{
  g_autoptr (AssayRecord) test = make_test (&limits[0]);

  assay_record_set_reference (test, ASSAY_PROTOCOL_TEST_TEST_PROTOCOL, protocol);
  assay_record_set_integer (test, ASSAY_PROTOCOL_TEST_POSITION, position);
  assay_record_set_text (test, ASSAY_PROTOCOL_TEST_PROPERTY, property);
  assay_record_set_integer (test, ASSAY_PROTOCOL_TEST_LOWER, lower);
  insert (db, test);
}

static void
fill (AssayDb *db, gpointer data)
{
  Applied *applied = data;
  g_autoptr (AssayRecord) protocol = assay_record_new (ASSAY_TYPE_TEST_PROTOCOL);
  g_autoptr (AssayRecord) requirement = assay_record_new (ASSAY_TYPE_REQUIREMENT);

  assay_record_set_text (protocol, ASSAY_TEST_PROTOCOL_NAME, "Day pack");
  applied->protocol = insert (db, protocol);
  /* Not in the order in which they were made. */
  add_test (db, applied->protocol, 2, "Seam strength", 250000);
  add_test (db, applied->protocol, 1, "Tear strength", 25000);
  applied->product = sample_product (db, "DRV-38", "Drove 38");
  assay_record_set_reference (requirement, ASSAY_REQUIREMENT_PRODUCT, applied->product);
  assay_record_set_integer (requirement, ASSAY_REQUIREMENT_POSITION, 7);
  assay_record_set_text (requirement, ASSAY_REQUIREMENT_PROPERTY, "tear strength ");
  assay_record_set_integer (requirement, ASSAY_REQUIREMENT_LOWER, 40000);
  insert (db, requirement);
}

static void
apply (AssayDb *db, gpointer data)
{
  Applied *applied = data;
  g_autoptr (GError) error = NULL;

  assay_protocol_apply (db, applied->protocol, applied->product, &applied->n_made, &applied->n_kept,
                        &error);
  g_assert_no_error (error);
}

static void
make_protocol (AssayDb *db, gpointer data)
{
  Applied *applied = data;
  g_autoptr (GError) error = NULL;

  assay_protocol_make_from_product (db, applied->product, "As the Drove", &applied->made, &error);
  g_assert_no_error (error);
}

/* What is there keeps its own limit; what is new comes after it, once. */
static void
test_apply (void)
{
  AssayBook *book = sample_book_new ();
  AssayDb *db = assay_book_get_reader (book);
  Applied applied = { 0 };
  g_autoptr (GPtrArray) requirements = NULL;
  g_autoptr (GPtrArray) tests = NULL;

  sample_change (book, fill, &applied);
  sample_change (book, apply, &applied);
  g_assert_cmpuint (applied.n_made, ==, 1);
  g_assert_cmpuint (applied.n_kept, ==, 1);
  sample_change (book, apply, &applied);
  g_assert_cmpuint (applied.n_made, ==, 0);
  g_assert_cmpuint (applied.n_kept, ==, 2);
  requirements = assay_owned_rows_read (db, ASSAY_TYPE_REQUIREMENT, applied.product, NULL);
  g_assert_cmpuint (requirements->len, ==, 2);
  g_assert_cmpint (assay_record_get_integer (requirements->pdata[0], ASSAY_REQUIREMENT_LOWER, 0),
                   ==, 40000);
  g_assert_cmpstr (assay_record_get_text (requirements->pdata[1], ASSAY_REQUIREMENT_PROPERTY), ==,
                   "Seam strength");
  g_assert_cmpint (assay_record_get_integer (requirements->pdata[1], ASSAY_REQUIREMENT_POSITION, 0),
                   ==, 8);

  sample_change (book, make_protocol, &applied);
  tests = assay_owned_rows_read (db, ASSAY_TYPE_PROTOCOL_TEST, applied.made, NULL);
  g_assert_cmpuint (tests->len, ==, 2);
  g_assert_cmpint (assay_record_get_integer (tests->pdata[0], ASSAY_PROTOCOL_TEST_LOWER, 0), ==,
                   40000);
  g_assert_cmpint (assay_record_get_integer (tests->pdata[1], ASSAY_PROTOCOL_TEST_POSITION, 0), ==,
                   2);
  sample_book_free (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/products/bills", test_bills);
  g_test_add_func ("/products/bill-words", test_bill_words);
  g_test_add_func ("/products/limits", test_limits);
  g_test_add_func ("/products/method", test_method);
  g_test_add_func ("/products/apply", test_apply);
  return g_test_run ();
}
