/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All lead-time and defect figures of a million lines, by supplier and over all, against one scan
 * of the same columns with accumulators. */

#include <stdlib.h>

#include "big-book.h"
#include "insight/defects.h"
#include "insight/lead-time.h"
#include "record/date.h"

#define N_SUPPLIERS 201

typedef struct
{
  double n, sum, squares;
} Accumulator;

typedef struct
{
  AssayDb *db;
  Accumulator lead[N_SUPPLIERS];
  Accumulator production[N_SUPPLIERS];
  Accumulator transit[N_SUPPLIERS];
  Accumulator slip[N_SUPPLIERS];
  gint64 on_time, in_full;
  gint64 inspected[N_SUPPLIERS];
  gint64 defective[N_SUPPLIERS];
  gint64 defects;
} Floor;

static void
accumulate (Accumulator *accumulator, double value)
{
  accumulator->n++;
  accumulator->sum += value;
  accumulator->squares += value * value;
}

static void
scan (AssayDb *db, const char *sql, void (*row) (sqlite3_stmt *handle, Floor *floor), Floor *floor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, &error);
  sqlite3_stmt *handle;

  g_assert_no_error (error);
  handle = assay_statement_handle (statement);
  while (sqlite3_step (handle) == SQLITE_ROW)
    row (handle, floor);
}

static void
add_line (sqlite3_stmt *handle, Floor *floor)
{
  gint64 supplier = sqlite3_column_int64 (handle, 0);
  int sent = sqlite3_column_int (handle, 1), promised = sqlite3_column_int (handle, 2);
  int delivered = sqlite3_column_int (handle, 3), ready = sqlite3_column_int (handle, 4);
  int begun = MAX (sqlite3_column_int (handle, 5), sqlite3_column_int (handle, 6));

  if (delivered == 0)
    return;
  accumulate (&floor->lead[supplier], delivered - sent);
  accumulate (&floor->production[supplier], ready - begun);
  accumulate (&floor->transit[supplier], delivered - ready);
  accumulate (&floor->slip[supplier], delivered - promised);
  floor->on_time += delivered <= promised;
  floor->in_full += delivered <= promised
                    && sqlite3_column_int64 (handle, 7) <= sqlite3_column_int64 (handle, 8);
}

static void
add_lot (sqlite3_stmt *handle, Floor *floor)
{
  gint64 supplier = sqlite3_column_int64 (handle, 0);

  floor->inspected[supplier] += sqlite3_column_int64 (handle, 1);
  floor->defective[supplier] += sqlite3_column_int64 (handle, 2);
}

static void
add_defect (sqlite3_stmt *handle, Floor *floor)
{
  floor->defects += sqlite3_column_int64 (handle, 1);
}

static void
run_floor (gpointer data)
{
  Floor *floor = data;

  scan (floor->db,
        "SELECT supplier, sent_on, promised_on, delivered_on, ready_on, confirmed_on, deposit_on,"
        " quantity, delivered_quantity FROM order_line WHERE state IS NOT 'cancelled'",
        add_line, floor);
  scan (floor->db,
        "SELECT supplier, inspected, defective, result, decision FROM inspection"
        " WHERE kind IS NOT 'sample'",
        add_lot, floor);
  scan (floor->db, "SELECT inspection, count FROM defect", add_defect, floor);
}

static void
run_ours (gpointer data)
{
  AssayDb *db = data;
  AssayLeadTimeQuestion lead = {
    .by = ASSAY_GROUP_SUPPLIER, .from = ASSAY_DATE_UNKNOWN, .to = ASSAY_DATE_UNKNOWN, .today = 21000
  };
  AssayDefectQuestion defects
      = { .by = ASSAY_GROUP_SUPPLIER, .from = ASSAY_DATE_UNKNOWN, .to = ASSAY_DATE_UNKNOWN };
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayLeadTimeRow) lead_total = NULL;
  g_autoptr (AssayDefectRow) defect_total = NULL;
  g_autoptr (GPtrArray) lead_rows = assay_lead_time_figures (db, &lead, &lead_total, &error);
  g_autoptr (GPtrArray) defect_rows = assay_defect_figures (db, &defects, &defect_total, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (lead_rows->len, ==, 200);
  g_assert_cmpuint (defect_rows->len, ==, 200);
}

int
main (int argc, char **argv)
{
  gint64 n = argc > 1 ? g_ascii_strtoll (argv[1], NULL, 10) : 1000000;
  g_autofree Floor *floor = g_new0 (Floor, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  BigBook big;
  AssayDb *db;
  gboolean done;

  big_book_make (&big, n);
  db = assay_db_open (big.path, ASSAY_DB_READ_ONLY, &error);
  g_assert_no_error (error);
  floor->db = db;
  what = g_strdup_printf ("all figures of %" G_GINT64_FORMAT " order lines", n);
  done = bench_compare (what, run_floor, floor, run_ours, db, 7, 1.3);
  assay_db_close (db);
  big_book_clear (&big);
  return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
