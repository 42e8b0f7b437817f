/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/query.h"
#include "support/temp-book.h"

/* The names of the suppliers found, joined, in order. */
static char *
run (TempBook *temp, AssayQuery *query, guint field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = assay_query_run_records (query, assay_book_get_reader (temp->book), 0, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "," : "",
                            assay_record_get_text (g_ptr_array_index (records, i), field));
  g_assert_cmpint (assay_query_count (query, assay_book_get_reader (temp->book), &error), ==,
                   records->len);
  return g_string_free_and_steal (names);
}

static void
assert_run (TempBook *temp, AssayQuery *query, guint field, const char *expected)
{
  g_autofree char *names = run (temp, query, field);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_sort (TempBook *temp, gconstpointer data)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_SUPPLIER);
  g_autoptr (AssayRecord) record = NULL;
  g_autofree char *names = NULL;

  temp_book_add_supplier (temp, "b2", "VN");
  temp_book_add_supplier (temp, "B10", "TR");
  record = temp_book_get (temp, ASSAY_TYPE_SUPPLIER, temp_book_add_supplier (temp, "a", "CN"));
  assay_record_set_integer (record, ASSAY_SUPPLIER_MINIMUM_ORDER, 300);
  assay_record_set_text (record, ASSAY_SUPPLIER_STATUS, "approved");
  temp_book_save (temp, "Change", record);
  temp_book_add_supplier (temp, "c", NULL);
  /* Countries by their names: China, Türkiye, Vietnam (or Viet Nam); unknown ones last. */
  assay_query_set_sort (query, ASSAY_SUPPLIER_COUNTRY, FALSE);
  assert_run (temp, query, ASSAY_SUPPLIER_NAME, "a,B10,b2,c");
  assay_query_set_sort (query, ASSAY_SUPPLIER_COUNTRY, TRUE);
  assert_run (temp, query, ASSAY_SUPPLIER_NAME, "b2,B10,a,c");
  assay_query_set_sort (query, ASSAY_SUPPLIER_MINIMUM_ORDER, FALSE);
  assert_run (temp, query, ASSAY_SUPPLIER_NAME, "a,b2,B10,c");
  /* Choices in the order of the catalogue: found before approved. */
  assay_query_set_sort (query, ASSAY_SUPPLIER_STATUS, TRUE);
  names = run (temp, query, ASSAY_SUPPLIER_NAME);
  g_assert_true (g_str_has_prefix (names, "a,"));
}

static void
test_filters (TempBook *temp, gconstpointer data)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_SUPPLIER);
  g_auto (AssayValue) vn = ASSAY_VALUE_INIT, cn = ASSAY_VALUE_INIT, part = ASSAY_VALUE_INIT;
  gint64 id;

  temp_book_add_supplier (temp, "Alpha", "VN");
  temp_book_add_supplier (temp, "Beta", "CN");
  id = temp_book_add_supplier (temp, "Gamma", NULL);
  assay_value_set_text (&vn, "VN");
  assay_value_set_text (&cn, "CN");
  assay_value_set_text (&part, "MM");
  assay_query_add_filter (query, ASSAY_SUPPLIER_COUNTRY, ASSAY_FILTER_IS, &vn);
  assert_run (temp, query, ASSAY_SUPPLIER_NAME, "Alpha");
  assay_query_add_filter (query, ASSAY_SUPPLIER_COUNTRY, ASSAY_FILTER_IS, &cn);
  assert_run (temp, query, ASSAY_SUPPLIER_NAME, "Alpha,Beta");
  assay_query_remove_filter (query, 0);
  assay_query_remove_filter (query, 0);
  assay_query_add_filter (query, ASSAY_SUPPLIER_COUNTRY, ASSAY_FILTER_UNKNOWN, NULL);
  assert_run (temp, query, ASSAY_SUPPLIER_NAME, "Gamma");
  assay_query_remove_filter (query, 0);
  assay_query_add_filter (query, ASSAY_SUPPLIER_COUNTRY, ASSAY_FILTER_IS_NOT, &vn);
  assert_run (temp, query, ASSAY_SUPPLIER_NAME, "Beta,Gamma");
  assay_query_remove_filter (query, 0);
  assay_query_add_filter (query, ASSAY_SUPPLIER_NAME, ASSAY_FILTER_CONTAINS, &part);
  assert_run (temp, query, ASSAY_SUPPLIER_NAME, "Gamma");
  assay_query_remove_filter (query, 0);
  assay_query_set_ids (query, &id, 1);
  assert_run (temp, query, ASSAY_SUPPLIER_NAME, "Gamma");
}

/* Rows are found by their own words and by those of what they refer to. */
static void
test_search (TempBook *temp, gconstpointer data)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_ORDER);
  gint64 alpha = temp_book_add_supplier (temp, "Alpha Bags", "VN");
  gint64 beta = temp_book_add_supplier (temp, "Beta Bags", "CN");

  temp_book_add_order (temp, "PO-1", alpha, "2026-01-01");
  temp_book_add_order (temp, "PO-2", beta, "2026-01-02");
  assay_query_set_search (query, "alph");
  assert_run (temp, query, ASSAY_ORDER_NUMBER, "PO-1");
  assay_query_set_search (query, "po-2");
  assert_run (temp, query, ASSAY_ORDER_NUMBER, "PO-2");
  assay_query_set_search (query, "bags");
  assert_run (temp, query, ASSAY_ORDER_NUMBER, "PO-2,PO-1");
  assay_query_set_search (query, "!!!");
  assert_run (temp, query, ASSAY_ORDER_NUMBER, "");
}

static void
test_titles (TempBook *temp, gconstpointer data)
{
  gint64 supplier = temp_book_add_supplier (temp, "Alpha Bags", "VN");
  gint64 order = temp_book_add_order (temp, "PO-1", supplier, "2026-01-01");
  gint64 line = temp_book_add_line (temp, order, temp_book_add_product (temp, "T", "Trail 25"), 5);
  g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_ORDER_LINE, line);
  g_autofree char *title = assay_record_dup_title (record);

  g_assert_cmpstr (assay_record_get_reference_title (record, ASSAY_ORDER_LINE_SUPPLIER), ==,
                   "Alpha Bags");
  g_assert_cmpstr (title, ==, "PO-1 · Trail 25");
}

#define ADD(path, test)                                                                            \
  g_test_add (path, TempBook, NULL, temp_book_set_up, test, temp_book_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/query/sort", test_sort);
  ADD ("/query/filters", test_filters);
  ADD ("/query/search", test_search);
  ADD ("/query/titles", test_titles);
  return g_test_run ();
}
