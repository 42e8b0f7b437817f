/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The import of a million order lines from delimited text, with its checks and look-ups, against
 * prepared INSERTs of the same rows in one transaction with the indexes made after. */

#include <glib/gstdio.h>
#include <stdlib.h>

#include "big-book.h"
#include "exchange/importer.h"
#include "import-rows.h"

typedef struct
{
  const char *folder;
  const char *name; /* of the book */
  gint64 n;
  GFile *csv;
  guint64 idle, peak; /* kB of private memory */
  int done;
} Run;

static char *
book_path (const Run *run)
{
  return g_build_filename (run->folder, run->name, NULL);
}

/* What only this process holds, in kB. */
static guint64
private_memory (void)
{
  g_autofree char *text = NULL;
  guint64 sum = 0;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  for (const char *at = strstr (text, "\nPrivate_"); at != NULL; at = strstr (at + 1, "\nPrivate_"))
    sum += g_ascii_strtoull (strchr (at, ':') + 1, NULL, 10);
  return sum;
}

static void
progress_cb (guint64 rows, double fraction, gpointer data)
{
  Run *run = data;

  run->peak = MAX (run->peak, private_memory ());
}

static gpointer
watch_memory (gpointer data)
{
  Run *run = data;

  while (!g_atomic_int_get (&run->done))
    {
      run->peak = MAX (run->peak, private_memory ());
      g_usleep (250 * 1000);
    }
  return NULL;
}

static void
run_ours (gpointer data)
{
  Run *run = data;
  AssaySurveyWish wish = ASSAY_SURVEY_WISH_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = book_path (run);
  g_autoptr (AssayBook) book = assay_book_open (path, ASSAY_BOOK_CREATE, &error);
  g_autoptr (AssaySurvey) survey = NULL;
  g_autoptr (AssayImportPlan) plan = NULL;
  g_autoptr (AssayImportResult) result = NULL;
  g_autoptr (GThread) watch = NULL;

  g_assert_no_error (error);
  run->idle = run->peak = private_memory ();
  watch = g_thread_new ("memory", watch_memory, run);
  survey = assay_survey_run (run->csv, &wish, NULL, &error);
  g_assert_no_error (error);
  plan = assay_import_plan_new (survey, ASSAY_TYPE_ORDER);
  assay_import_plan_set_date_order (plan, ASSAY_DATE_ORDER_YMD);
  assay_import (book, plan, progress_cb, run, &result, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->created[ASSAY_TYPE_ORDER_LINE], ==, run->n);
  g_assert_cmpuint (result->created[ASSAY_TYPE_SUPPLIER], ==, IMPORT_SUPPLIERS);
  g_assert_cmpuint (result->unknown_values.count, ==, 0);
  assay_book_close (book, &error);
  g_assert_no_error (error);
  g_atomic_int_set (&run->done, 1);
  g_thread_join (g_steal_pointer (&watch));
}

static void
run_floor (gpointer data)
{
  Run *run = data;
  g_autofree char *path = book_path (run);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayBook) book = assay_book_open (path, ASSAY_BOOK_CREATE, &error);
  g_autoptr (AssayDb) db = NULL;

  g_assert_no_error (error);
  assay_book_close (book, &error);
  g_assert_no_error (error);
  db = assay_db_open (path, 0, &error);
  g_assert_no_error (error);
  import_rows_insert (db, run->n);
}

/* Both books must say the same. */
static void
compare_books (const char *left, const char *right)
{
  static const char *const sums[] = {
    "SELECT count (*), 0, 0, 0 FROM supplier",
    "SELECT count (*), 0, 0, 0 FROM product",
    "SELECT count (*), sum (quantity), sum (value), sum (due_on) + sum (delivered_on)"
    " FROM purchase_order",
    "SELECT count (*), sum (quantity * unit_price), sum (slip), sum (delivered_on) FROM order_line"
    " WHERE state IN ('delivered', 'open') AND supplier = (SELECT supplier FROM purchase_order"
    " WHERE id = order_line.purchase_order)",
    "SELECT count (*), sum (promised_on), 0, 0 FROM promise",
    "SELECT count (*), sum (received_on), sum (quantity), 0 FROM delivery",
    "SELECT count (*), 0, 0, 0 FROM sqlite_schema",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayDb) a = assay_db_open (left, ASSAY_DB_READ_ONLY, &error);
  g_autoptr (AssayDb) b = assay_db_open (right, ASSAY_DB_READ_ONLY, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autoptr (AssayStatement) x = assay_db_prepare (a, sums[i], &error);
      g_autoptr (AssayStatement) y = assay_db_prepare (b, sums[i], &error);
      gboolean row;

      g_assert_no_error (error);
      g_assert_true (assay_statement_step (x, &row, &error) && row);
      g_assert_true (assay_statement_step (y, &row, &error) && row);
      for (int column = 0; column < 4; column++)
        g_assert_cmpint (assay_statement_get_int (x, column), ==,
                         assay_statement_get_int (y, column));
    }
}

int
main (int argc, char **argv)
{
  gint64 n = argc > 1 ? g_ascii_strtoll (argv[1], NULL, 10) : 1000000;
  g_autofree char *what = g_strdup_printf ("import of %" G_GINT64_FORMAT " order lines", n);
  g_autoptr (GError) error = NULL;
  BigBook big;
  Run floor, ours;
  g_autofree char *csv = NULL, *left = NULL, *right = NULL;
  g_autoptr (GFile) file = NULL;
  double megabytes;
  gboolean done;

  big.folder = g_dir_make_tmp ("assay-bench-XXXXXX", &error);
  g_assert_no_error (error);
  big.path = NULL;
  csv = g_build_filename (big.folder, "orders.csv", NULL);
  file = g_file_new_for_path (csv);
  import_rows_write_csv (csv, n);
  floor = (Run){ .folder = big.folder, .name = "floor.assay", .n = n, .csv = file };
  ours = (Run){ .folder = big.folder, .name = "ours.assay", .n = n, .csv = file };
  left = book_path (&floor);
  right = book_path (&ours);
  /* Ours first: what the floor leaves in the heap would hide what ours takes. */
  done = bench_compare_once (what, run_floor, &floor, run_ours, &ours, 1.5);
  megabytes = (double)(ours.peak - ours.idle) / 1024;
  g_print ("%s: %.1f MB above idle (aim ≤ 64)\n", what, megabytes);
  compare_books (left, right);
  big_book_clear (&big);
  return done && megabytes <= 64 ? EXIT_SUCCESS : EXIT_FAILURE;
}
