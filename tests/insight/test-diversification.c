/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom critical products depend on. Five critical products: A from two suppliers in two countries,
 * B from two in one country, C from one, D from nobody, E from one that delivered it and one whose
 * gold seal was approved; one that is not critical, one that ended, a supplier that was dropped. */

#include <math.h>

#include "insight/diversification.h"
#include "insight/duplicates.h"
#include "sample-book.h"
#include "store/supplier-alike.h"

typedef struct
{
  gint64 sao_mai, ege, viet, gone;
  gint64 a, b, c, d, e, plain, ended;
} Ids;

static gint64
critical (AssayDb *db, const char *code)
{
  gint64 id = sample_product (db, code, code);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = assay_records_get (db, ASSAY_TYPE_PRODUCT, id, &error);

  g_assert_no_error (error);
  assay_record_set_integer (record, ASSAY_PRODUCT_CRITICAL, 1);
  assay_records_update (db, record, &error);
  g_assert_no_error (error);
  return id;
}

static void
buy (AssayDb *db, gint64 supplier, gint64 product, gint64 quantity, const char *sent)
{
  static guint n;
  g_autofree char *number = g_strdup_printf ("PO-%u", ++n);

  sample_line (db, sample_order (db, number, supplier, sent, NULL), product, quantity, NULL);
}

static void
add_sample (AssayDb *db, gint64 supplier, gint64 product, const char *round, const char *verdict)
{
  static guint n;
  g_autofree char *number = g_strdup_printf ("S-%u", ++n);
  g_autoptr (AssayRecord) sample = assay_record_new (ASSAY_TYPE_SAMPLE);
  g_autoptr (GError) error = NULL;

  assay_record_set_text (sample, ASSAY_SAMPLE_NUMBER, number);
  assay_record_set_reference (sample, ASSAY_SAMPLE_SUPPLIER, supplier);
  assay_record_set_reference (sample, ASSAY_SAMPLE_PRODUCT, product);
  assay_record_set_text (sample, ASSAY_SAMPLE_ROUND, round);
  assay_record_set_text (sample, ASSAY_SAMPLE_VERDICT, verdict);
  assay_records_insert (db, sample, &error);
  g_assert_no_error (error);
}

static void
fill (AssayDb *db, gpointer data)
{
  Ids *ids = data;

  ids->sao_mai = sample_supplier (db, "Sao Mai", "VN");
  ids->viet = sample_supplier (db, "Viet Sewing", "VN");
  ids->ege = sample_supplier (db, "Ege", "TR");
  ids->gone = sample_supplier (db, "Gone", "CN");
  sample_set_text (db, ASSAY_TYPE_SUPPLIER, ids->gone, ASSAY_SUPPLIER_STATUS, "dropped");
  ids->a = critical (db, "A");
  ids->b = critical (db, "B");
  ids->c = critical (db, "C");
  ids->d = critical (db, "D");
  ids->e = critical (db, "E");
  ids->plain = sample_product (db, "P", "P");
  ids->ended = critical (db, "X");
  sample_set_text (db, ASSAY_TYPE_PRODUCT, ids->ended, ASSAY_PRODUCT_STATUS, "ended");
  buy (db, ids->sao_mai, ids->a, 100, "2025-01-10");
  buy (db, ids->sao_mai, ids->a, 50, "2026-01-10");
  buy (db, ids->ege, ids->a, 300, "2026-02-10");
  buy (db, ids->sao_mai, ids->b, 10, "2026-02-10");
  buy (db, ids->viet, ids->b, 10, "2026-02-10");
  buy (db, ids->sao_mai, ids->c, 10, "2026-02-10");
  buy (db, ids->gone, ids->c, 10, "2026-02-10");
  buy (db, ids->gone, ids->d, 10, "2026-02-10");
  buy (db, ids->viet, ids->e, 10, "2026-02-10");
  buy (db, ids->sao_mai, ids->plain, 10, "2026-02-10");
  buy (db, ids->sao_mai, ids->ended, 10, "2026-02-10");
  add_sample (db, ids->ege, ids->e, "gold_seal", "approved");
  /* A first sample proves no production, a rejected one nothing. */
  add_sample (db, ids->ege, ids->c, "proto", "approved");
  add_sample (db, ids->ege, ids->c, "gold_seal", "rejected");
}

static const AssaySourcedProduct *
find (const AssayDiversification *answer, gint64 id)
{
  for (guint i = 0; i < answer->products->len; i++)
    if (((const AssaySourcedProduct *)g_ptr_array_index (answer->products, i))->id == id)
      return g_ptr_array_index (answer->products, i);
  return NULL;
}

static AssayDiversification *
ask (AssayBook *book, const AssayDiversificationQuestion *question)
{
  g_autoptr (GError) error = NULL;
  AssayDiversification *answer
      = assay_diversification_ask (assay_book_get_reader (book), question, &error);

  g_assert_no_error (error);
  return answer;
}

static void
check_row (const GPtrArray *rows, guint at, const char *group, guint products, guint only)
{
  const AssayDependence *row = g_ptr_array_index (rows, at);

  g_assert_cmpstr (row->group, ==, group);
  g_assert_cmpuint (row->products, ==, products);
  g_assert_cmpuint (row->only, ==, only);
  /* Four of the five have a source. */
  g_assert_cmpfloat_with_epsilon (row->share, products / 4.0, 1e-12);
}

static void
test_sources (void)
{
  AssayBook *book = sample_book_new ();
  Ids ids;
  const AssayDiversificationQuestion question
      = { .from = ASSAY_DATE_UNKNOWN, .to = ASSAY_DATE_UNKNOWN };
  g_autoptr (AssayDiversification) answer = NULL;
  const struct
  {
    gint64 *id;
    AssaySourcing sourcing;
    const char *words;
  } cases[] = {
    { &ids.a, ASSAY_SOURCING_SPREAD, "2 suppliers in 2 countries" },
    { &ids.b, ASSAY_SOURCING_ONE_COUNTRY, "All 2 suppliers are in Vietnam" },
    { &ids.c, ASSAY_SOURCING_SINGLE, "Single source: only Sao Mai makes it" },
    { &ids.d, ASSAY_SOURCING_NONE, "No supplier is known for it" },
    { &ids.e, ASSAY_SOURCING_SPREAD, "2 suppliers in 2 countries" },
  };

  sample_change (book, fill, &ids);
  answer = ask (book, &question);
  g_assert_cmpuint (answer->critical, ==, 5);
  g_assert_cmpuint (answer->sourced, ==, 4);
  g_assert_cmpuint (answer->none, ==, 1);
  g_assert_cmpuint (answer->single, ==, 1);
  g_assert_cmpuint (answer->one_country, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AssaySourcedProduct *product = find (answer, *cases[i].id);
      g_autofree char *words = assay_sourcing_words (product);

      g_assert_cmpint (product->sourcing, ==, cases[i].sourcing);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
  g_assert_null (find (answer, ids.plain));
  g_assert_null (find (answer, ids.ended));
  /* Sao Mai: A, B, C; Ege: A, E; Viet Sewing: B, E. */
  check_row (answer->by_supplier, 0, "Sao Mai", 3, 1);
  check_row (answer->by_supplier, 1, "Ege", 2, 0);
  check_row (answer->by_supplier, 2, "Viet Sewing", 2, 0);
  /* Viet Nam: A, B, C, E, of which B and C come from nowhere else. */
  check_row (answer->by_country, 0, "VN", 4, 2);
  check_row (answer->by_country, 1, "TR", 2, 0);
  {
    const AssaySource *first = g_ptr_array_index (find (answer, ids.a)->sources, 0);

    g_assert_cmpstr (first->name, ==, "Ege");
    g_assert_cmpint (first->quantity, ==, 300);
  }
  /* The worst first. */
  g_assert_cmpint (((const AssaySourcedProduct *)g_ptr_array_index (answer->products, 0))->id, ==,
                   ids.d);
  sample_book_free (book);
}

static void
test_period (void)
{
  AssayBook *book = sample_book_new ();
  Ids ids;
  AssayDiversificationQuestion question = { .to = ASSAY_DATE_UNKNOWN };
  g_autoptr (AssayDiversification) answer = NULL, one = NULL;

  question.from = sample_day ("2026-02-01");
  sample_change (book, fill, &ids);
  answer = ask (book, &question);
  /* Sao Mai's orders of A are older. */
  g_assert_cmpint (find (answer, ids.a)->sourcing, ==, ASSAY_SOURCING_SINGLE);
  question.from = ASSAY_DATE_UNKNOWN;
  question.supplier = ids.viet;
  one = ask (book, &question);
  g_assert_cmpuint (one->critical, ==, 2);
  g_assert_nonnull (find (one, ids.b));
  g_assert_nonnull (find (one, ids.e));
  sample_book_free (book);
}

static void
test_empty (void)
{
  AssayBook *book = sample_book_new ();
  const AssayDiversificationQuestion question
      = { .from = ASSAY_DATE_UNKNOWN, .to = ASSAY_DATE_UNKNOWN };
  g_autoptr (AssayDiversification) answer = ask (book, &question);

  g_assert_cmpuint (answer->critical, ==, 0);
  g_assert_cmpuint (answer->by_supplier->len, ==, 0);
  sample_book_free (book);
}

/* Duplicates */

static void
fill_alike (AssayDb *db, gpointer data)
{
  gint64 *ids = data;

  ids[0] = sample_supplier (db, "Sao Mai Bags", "VN");
  ids[1] = sample_supplier (db, "Sao Mai Bags Co., Ltd", "VN");
  sample_supplier (db, "Ege", "TR");
  sample_order (db, "PO-1", ids[1], "2026-01-10", NULL);
}

static void
keep_apart (AssayDb *db, gpointer data)
{
  const gint64 *ids = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (assay_apart_add (db, ids[0], ids[1], &error));
}

static void
test_duplicates (void)
{
  AssayBook *book = sample_book_new ();
  gint64 ids[2];
  g_autoptr (GPtrArray) found = NULL, of_one = NULL, none = NULL;
  const AssayDuplicate *pair;

  sample_change (book, fill_alike, ids);
  found = assay_duplicates_find (assay_book_get_reader (book), 0, NULL, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  pair = g_ptr_array_index (found, 0);
  g_assert_cmpint (pair->keep.id, ==, ids[1]);
  g_assert_cmpint (pair->keep.records, ==, 1);
  g_assert_cmpint (pair->other.id, ==, ids[0]);
  g_assert_cmphex (pair->reasons, ==, ASSAY_LIKE_NAME);
  of_one = assay_duplicates_find (assay_book_get_reader (book), ids[0], NULL, NULL);
  g_assert_cmpuint (of_one->len, ==, 1);
  sample_change (book, keep_apart, ids);
  none = assay_duplicates_find (assay_book_get_reader (book), 0, NULL, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  sample_book_free (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diversification/sources", test_sources);
  g_test_add_func ("/diversification/period", test_period);
  g_test_add_func ("/diversification/empty", test_empty);
  g_test_add_func ("/duplicates/pairs", test_duplicates);
  return g_test_run ();
}
