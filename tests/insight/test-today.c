/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight/today.h"
#include "sample-book.h"

#define TODAY "2026-06-30"

static void
fill (AssayDb *db, gpointer data)
{
  gint64 sao_mai = sample_supplier (db, "Sao Mai", "VN");
  gint64 sent = sample_order (db, "PO-1", sao_mai, "2026-01-01", NULL);
  gint64 draft = sample_order (db, "PO-2", sao_mai, NULL, NULL);
  gint64 lot;

  sample_line (db, sent, 0, 10, "2026-06-29");
  sample_line (db, sent, 0, 11, "2026-05-01");
  sample_line (db, sent, 0, 12, "2026-06-30");
  sample_line (db, sent, 0, 13, "2026-07-14");
  sample_line (db, sent, 0, 14, "2026-07-15");
  sample_line (db, sent, 0, 15, NULL);
  sample_delivery (db, sample_line (db, sent, 0, 16, "2026-05-01"), 16, "2026-06-01");
  sample_line (db, draft, 0, 17, "2026-05-01");
  sample_set_text (db, ASSAY_TYPE_ORDER, draft, ASSAY_ORDER_STATE, "draft");

  sample_inspection (db, sao_mai, 0, "2026-06-20", 50, 1, "pass");
  sample_inspection (db, sao_mai, 0, "2026-06-10", 50, 9, "fail");
  lot = sample_inspection (db, sao_mai, 0, "2026-06-01", 50, 9, "fail");
  sample_set_text (db, ASSAY_TYPE_INSPECTION, lot, ASSAY_INSPECTION_DECISION, "reject");
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (AssayRecord) planned = assay_record_new (ASSAY_TYPE_INSPECTION);

    assay_record_set_date (planned, ASSAY_INSPECTION_PLANNED_ON, sample_day ("2026-07-02"));
    assay_records_insert (db, planned, &error);
    g_assert_no_error (error);
  }
}

static gint64
quantity (GPtrArray *lines, guint i)
{
  return assay_record_get_integer (g_ptr_array_index (lines, i), ASSAY_ORDER_LINE_QUANTITY, -1);
}

static void
test_lists (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayToday) today = NULL;
  g_autoptr (AssayToday) brief = NULL;

  sample_change (book, fill, NULL);
  today = assay_today_ask (assay_book_get_reader (book), sample_day (TODAY), 14, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpint (today->late_n, ==, 2);
  g_assert_cmpint (quantity (today->late, 0), ==, 11);
  g_assert_cmpint (quantity (today->late, 1), ==, 10);
  g_assert_cmpint (today->soon_n, ==, 2);
  g_assert_cmpint (quantity (today->soon, 0), ==, 12);
  g_assert_cmpint (quantity (today->soon, 1), ==, 13);
  g_assert_cmpint (today->undecided_n, ==, 2);
  g_assert_cmpint (assay_record_get_date (g_ptr_array_index (today->undecided, 0),
                                          ASSAY_INSPECTION_INSPECTED_ON),
                   ==, sample_day ("2026-06-10"));
  g_assert_cmpint (today->planned_n, ==, 1);
  g_assert_cmpint (today->suppliers, ==, 1);
  g_assert_cmpint (today->products, ==, 0);
  g_assert_cmpint (today->orders, ==, 2);
  g_assert_cmpint (today->inspections, ==, 4);

  /* A cut list still says how many there are. */
  brief = assay_today_ask (assay_book_get_reader (book), sample_day (TODAY), 14, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (brief->late->len, ==, 1);
  g_assert_cmpint (brief->late_n, ==, 2);
  sample_book_free (book);
}

static void
test_empty (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayToday) today
      = assay_today_ask (assay_book_get_reader (book), sample_day (TODAY), 14, 100, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (today->late->len, ==, 0);
  g_assert_cmpuint (today->planned->len, ==, 0);
  g_assert_cmpint (today->orders, ==, 0);
  sample_book_free (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/today/lists", test_lists);
  g_test_add_func ("/insight/today/empty", test_empty);
  return g_test_run ();
}
