/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Suppliers side by side: what is known of each, and what is not. */

#include <math.h>

#include "insight/side-by-side.h"
#include "sample-book.h"

static gint64 alpha, beta;

static void
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  g_object_unref (record);
}

static void
capability (AssayDb *db, const char *process, const char *state)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_CAPABILITY);

  assay_record_set_reference (record, ASSAY_CAPABILITY_SUPPLIER, alpha);
  assay_record_set_text (record, ASSAY_CAPABILITY_PROCESS, process);
  assay_record_set_text (record, ASSAY_CAPABILITY_STATE, state);
  insert (db, record);
}

static void
call (AssayDb *db, const char *company, const char *day, const char *warranty, const char *again)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_REFERENCE_CALL);

  assay_record_set_reference (record, ASSAY_REFERENCE_CALL_SUPPLIER, alpha);
  assay_record_set_text (record, ASSAY_REFERENCE_CALL_COMPANY, company);
  assay_record_set_date (record, ASSAY_REFERENCE_CALL_CALLED_ON, sample_day (day));
  assay_record_set_text (record, ASSAY_REFERENCE_CALL_WARRANTY, warranty);
  assay_record_set_text (record, ASSAY_REFERENCE_CALL_AGAIN, again);
  insert (db, record);
}

static void
risk (AssayDb *db, const char *impact, const char *state)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_RISK);

  assay_record_set_reference (record, ASSAY_RISK_SUPPLIER, alpha);
  assay_record_set_text (record, ASSAY_RISK_NAME, "Only one zip line");
  assay_record_set_text (record, ASSAY_RISK_IMPACT, impact);
  assay_record_set_text (record, ASSAY_RISK_STATE, state);
  insert (db, record);
}

static void
evidence (AssayDb *db, const char *state, const char *until)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_EVIDENCE);

  assay_record_set_reference (record, ASSAY_EVIDENCE_SUPPLIER, alpha);
  assay_record_set_text (record, ASSAY_EVIDENCE_STATE, state);
  if (until != NULL)
    assay_record_set_date (record, ASSAY_EVIDENCE_VALID_UNTIL, sample_day (until));
  insert (db, record);
}

static void
deliver (AssayDb *db, gint64 product, const int *days, guint n)
{
  gint32 sent = sample_day ("2026-01-05");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("PO-%u", i);
      g_autofree char *received = assay_date_format_iso (sent + days[i]);
      gint64 order = sample_order (db, number, alpha, "2026-01-05", NULL);
      gint64 line = sample_line (db, order, product, 100, "2026-02-10");

      sample_delivery (db, line, 100, received);
    }
}

static void
fill (AssayDb *db, gpointer data)
{
  static const int days[] = { 28, 30, 32, 34, 36 };
  gint64 pack = sample_product (db, "T25", "Trail 25");
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = NULL;

  alpha = sample_supplier (db, "Alpha", "VN");
  beta = sample_supplier (db, "Beta", "CN");
  record = assay_records_get (db, ASSAY_TYPE_SUPPLIER, alpha, &error);
  g_assert_no_error (error);
  assay_record_set_integer (record, ASSAY_SUPPLIER_CLAIMED_LEAD, 28);
  assay_record_set_integer (record, ASSAY_SUPPLIER_CLAIMED_LEAD_SD, 20);
  assay_record_set_integer (record, ASSAY_SUPPLIER_CLAIMED_DEFECTS, 15000);
  assay_record_set_integer (record, ASSAY_SUPPLIER_WARRANTY, 24);
  assay_records_update (db, record, &error);
  g_assert_no_error (error);
  capability (db, "Sewing", "verified");
  capability (db, "Sewing", "seen");
  capability (db, "Cutting", "claimed");
  capability (db, "Welding", "refused");
  call (db, "Old", "2025-03-01", "Slow", "no");
  call (db, "New", "2026-03-01", "Paid within a month", "yes");
  risk (db, "high", "open");
  risk (db, "low", "watched");
  risk (db, "high", "closed");
  evidence (db, "verified", "2026-12-31");
  evidence (db, "verified", "2026-05-31");
  evidence (db, "claimed", NULL);
  sample_inspection (db, alpha, pack, "2026-01-20", 80, 3, "pass");
  deliver (db, pack, days, G_N_ELEMENTS (days));
}

static guint
find_row (const char *name)
{
  for (guint row = 0; row < assay_side_by_side_n_rows (); row++)
    if (g_str_equal (assay_side_row_name (row), name))
      return row;
  g_error ("no row %s", name);
}

static AssaySideBySide *
ask (AssayBook *book, guint n, GError **error)
{
  AssaySideBySideQuestion question = { .suppliers = { alpha, beta },
                                       .n = n,
                                       .period = { ASSAY_DATE_UNKNOWN, ASSAY_DATE_UNKNOWN },
                                       .today = sample_day ("2026-06-01") };

  return assay_side_by_side_ask (assay_book_get_reader (book), &question, error);
}

static void
assert_cell (const AssaySideBySide *table,
             guint side,
             const char *row,
             const char *words,
             const char *detail)
{
  g_auto (AssaySideCell) cell = { 0 };

  assay_side_by_side_cell (table, find_row (row), side, &cell);
  g_assert_cmpstr (cell.words, ==, words);
  g_assert_cmpstr (cell.detail, ==, detail);
}

static void
test_known (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AssaySideBySide) table = NULL;

  sample_change (book, fill, NULL);
  table = ask (book, 2, &error);
  g_assert_no_error (error);
  assert_cell (table, 0, "processes", "Cutting, Sewing, Welding", NULL);
  assert_cell (table, 0, "capabilities_seen", "2 of 4", "1 of them verified");
  assert_cell (table, 0, "reference_calls", "2", "1 would buy again");
  assert_cell (table, 0, "said_on_warranty", "Paid within a month", NULL);
  assert_cell (table, 0, "risks", "2", "1 of high impact");
  /* One of the two that were verified ended the day before. */
  assert_cell (table, 0, "evidence_verified", "1 of 3", "1 expired");
  assert_cell (table, 0, "warranty", "24 months", NULL);
  assert_cell (table, 0, "orders", "5", NULL);
  assert_cell (table, 0, "lead_variance", "10.0 days²", NULL);
  /* 3 of 80: Wilson 0.012835 … 0.104547. */
  assert_cell (table, 0, "ppm", "37500 (12835 … 104547)", "Claimed 15000");
  assert_cell (table, 0, "defective_rate", "3.75 % (1.28 … 10.45 %), n = 80",
               "Claimed 1.5 %: too few data to tell");
  sample_book_free (book);
}

/* Nothing is known of the second: unknown, never 0 % and never supported. */
static void
test_unknown (void)
{
  static const char *const rows[] = { "lead_mean", "lead_sd",  "lead_variance",     "on_time",
                                      "ppm",       "warranty", "evidence_verified", "processes" };
  AssayBook *book = sample_book_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AssaySideBySide) table = NULL;

  sample_change (book, fill, NULL);
  table = ask (book, 2, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (AssaySideCell) cell = { 0 };

      assay_side_by_side_cell (table, find_row (rows[i]), 1, &cell);
      g_assert_cmpstr (cell.words, ==, "–");
      g_assert_true (isnan (cell.value));
      g_assert_cmpint (cell.verdict, ==, ASSAY_CLAIM_UNKNOWN);
    }
  assert_cell (table, 1, "risks", "0", NULL);
  g_assert_true (assay_side_by_side_has_row (table, find_row ("lead_sd")));
  g_assert_false (assay_side_by_side_has_row (table, find_row ("established")));
  sample_book_free (book);
}

static void
test_spread (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AssaySideBySide) table = NULL;
  g_auto (AssaySideCell) cell = { 0 };

  sample_change (book, fill, NULL);
  table = ask (book, 2, &error);
  g_assert_no_error (error);
  /* s² 10, n 5, 4 degrees of freedom: s from 1.8946 to 9.0870, which holds the 2 days claimed. */
  assay_side_by_side_cell (table, find_row ("lead_sd"), 0, &cell);
  g_assert_cmpfloat_with_epsilon (cell.value, sqrt (10.0), 1e-12);
  g_assert_cmpfloat_with_epsilon (cell.with->low, sqrt (40.0 / 11.14329), 1e-5);
  g_assert_cmpfloat (cell.claimed, ==, 2.0);
  g_assert_cmpint (cell.verdict, ==, ASSAY_CLAIM_OPEN);
  sample_book_free (book);
}

static void
test_gone (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GError) error = NULL;
  AssaySideBySideQuestion question = { .suppliers = { 4711 }, .n = 1 };

  g_assert_null (assay_side_by_side_ask (assay_book_get_reader (book), &question, &error));
  g_assert_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE);
  sample_book_free (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/side-by-side/known", test_known);
  g_test_add_func ("/insight/side-by-side/unknown", test_unknown);
  g_test_add_func ("/insight/side-by-side/spread", test_spread);
  g_test_add_func ("/insight/side-by-side/gone", test_gone);
  return g_test_run ();
}
