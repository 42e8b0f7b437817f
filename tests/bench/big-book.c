/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "big-book.h"

#include <glib/gstdio.h>
#include <time.h>

#include "store/book.h"

static void
run_sql (AssayDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  assay_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

char *
big_book_collect (AssayDb *db, const char *select)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, select, &error);
  GString *all = g_string_new (NULL);
  gboolean row;

  g_assert_no_error (error);
  while (assay_statement_step (statement, &row, &error) && row)
    g_string_append_printf (all, "%s;", assay_statement_get_text (statement, 0));
  g_assert_no_error (error);
  return g_string_free_and_steal (all);
}

static void
fill (AssayDb *db, gint64 n_lines)
{
  g_autofree char *numbers = g_strdup_printf (
      "CREATE TEMP TABLE n AS WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c"
      " WHERE i < %" G_GINT64_FORMAT ") SELECT i, abs (random ()) AS r FROM c",
      n_lines);

  run_sql (db, numbers);
  run_sql (db, "INSERT INTO supplier (id, name, country)"
               " SELECT i, printf ('Supplier %03d', i), substr ('CNVNINTRMX', 1 + i % 5 * 2, 2)"
               " FROM temp.n WHERE i <= 200");
  run_sql (db, "INSERT INTO product (id, code, name)"
               " SELECT i, printf ('T%04d', i), printf ('Trail %04d', i)"
               " FROM temp.n WHERE i <= 2000");
  run_sql (db, "INSERT INTO purchase_order (id, number, supplier, state, sent_on, mode)"
               " SELECT i, printf ('PO-%07d', i), 1 + i % 200, 'sent', 18000 + i % 2000, 'sea'"
               " FROM temp.n WHERE i <= (SELECT max (i) FROM temp.n) / 4 + 1");
  run_sql (db, "INSERT INTO order_line (id, purchase_order, line_number, product, description,"
               " quantity, unit_price, currency, mass, closed, state, supplier, sent_on,"
               " confirmed_on, promised_on, latest_promised_on, delivered_quantity, delivered_on,"
               " slip, deposit_on, ready_on, shipped_on)"
               " SELECT i, 1 + i / 4, 1 + i % 4, 1 + r % 2000, 'Backpack 25 l, olive',"
               " 300, 245000, 'USD', 240000, 0, 'delivered', 1 + (1 + i / 4) % 200, sent,"
               " sent + 3, sent + 60, sent + 60, 300, sent + 60 + s, s, sent + 5,"
               " sent + 30 + s / 2, sent + 33 + s / 2"
               " FROM (SELECT i, r, 18000 + (1 + i / 4) % 2000 AS sent, r / 2000 % 41 - 12 AS s"
               "       FROM temp.n)");
  run_sql (db, "UPDATE order_line SET state = 'open', delivered_on = NULL, slip = NULL,"
               " ready_on = NULL, shipped_on = NULL, delivered_quantity = NULL"
               " WHERE id % 20 = 0");
  run_sql (db, "INSERT INTO inspection (id, number, kind, supplier, product, inspected_on,"
               " lot_size, inspected, defective, result)"
               " SELECT i, printf ('I-%07d', i), 'final_random', 1 + r % 200, 1 + r % 2000,"
               " 18060 + i % 2000, 1200, 80, r / 2000 % 6, 'pass'"
               " FROM temp.n WHERE i <= (SELECT max (i) FROM temp.n) / 4");
  run_sql (db, "INSERT INTO defect (id, inspection, class, count)"
               " SELECT id, id, 'major', defective FROM inspection WHERE defective > 0");
  run_sql (db, "DROP TABLE temp.n");
}

void
big_book_make (BigBook *big, gint64 n_lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayBook) book = NULL;
  g_autoptr (AssayDb) db = NULL;
  g_autofree char *triggers = NULL;
  g_autofree char *indexes = NULL;
  g_autofree char *drop = NULL;

  big->folder = g_dir_make_tmp ("assay-bench-XXXXXX", &error);
  g_assert_no_error (error);
  big->path = g_build_filename (big->folder, "big.assay", NULL);
  book = assay_book_open (big->path, ASSAY_BOOK_CREATE, &error);
  g_assert_no_error (error);
  assay_book_close (book, &error);
  g_assert_no_error (error);

  db = assay_db_open (big->path, 0, &error);
  g_assert_no_error (error);
  triggers = big_book_collect (db, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
  indexes = big_book_collect (
      db, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL");
  drop = big_book_collect (db, "SELECT printf ('DROP %s \"%w\"', type, name) FROM sqlite_schema"
                               " WHERE type IN ('trigger', 'index') AND sql IS NOT NULL");
  run_sql (db, "PRAGMA foreign_keys = OFF");
  run_sql (db, "BEGIN IMMEDIATE");
  run_sql (db, drop);
  fill (db, n_lines);
  run_sql (db, indexes);
  run_sql (db, triggers);
  run_sql (db, "COMMIT");
  run_sql (db, "PRAGMA wal_checkpoint (TRUNCATE)");
}

void
big_book_clear (BigBook *big)
{
  g_autoptr (GDir) folder = g_dir_open (big->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (big->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (big->folder);
  g_free (big->folder);
  g_free (big->path);
}

static double
run_once (BenchFunc func, gpointer data)
{
  struct timespec start, end;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &start);
  func (data);
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &end);
  return (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
}

gboolean
bench_compare (const char *what,
               BenchFunc floor,
               gpointer floor_data,
               BenchFunc ours,
               gpointer ours_data,
               int times,
               double aim)
{
  double least_floor = G_MAXDOUBLE;
  double least_ours = G_MAXDOUBLE;

  for (int i = 0; i < times; i++)
    {
      least_floor = MIN (least_floor, run_once (floor, floor_data));
      least_ours = MIN (least_ours, run_once (ours, ours_data));
    }
  g_print ("%s: floor %.1f ms, ours %.1f ms, ratio %.2f (aim ≤ %.2f)\n", what, least_floor * 1e3,
           least_ours * 1e3, least_ours / least_floor, aim);
  return least_ours <= aim * least_floor;
}

gboolean
bench_compare_once (const char *what,
                    BenchFunc floor,
                    gpointer floor_data,
                    BenchFunc ours,
                    gpointer ours_data,
                    double aim)
{
  double our_time = run_once (ours, ours_data);
  double floor_time = run_once (floor, floor_data);

  g_print ("%s: floor %.2f s, ours %.2f s, ratio %.2f (aim ≤ %.2f)\n", what, floor_time, our_time,
           our_time / floor_time, aim);
  return our_time <= aim * floor_time;
}
