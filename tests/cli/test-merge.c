/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Suppliers that are one: found, imported and merged from the command line. */

#include <glib/gstdio.h>
#include <string.h>

#include "cli-run.h"
#include "sample-book.h"

typedef struct
{
  char *path;
  char *folder;
} Sample;

static void
fill (AssayDb *db, gpointer data)
{
  gint64 alpha = sample_supplier (db, "Alpha Bags", "VN");
  gint64 other = sample_supplier (db, "ALPHA BAGS Co., Ltd", "VN");
  gint64 product = sample_product (db, "T25", "Trail 25");

  sample_supplier (db, "Omega Zips", "TW");
  sample_line (db, sample_order (db, "PO-1", alpha, "2026-01-10", NULL), product, 10, NULL);
  sample_line (db, sample_order (db, "PO-2", other, "2026-02-10", NULL), product, 10, NULL);
  sample_line (db, sample_order (db, "PO-3", other, "2026-03-10", NULL), product, 10, NULL);
  sample_set_text (db, ASSAY_TYPE_SUPPLIER, other, ASSAY_SUPPLIER_TAX_NUMBER, "0201-234567");
}

static void
make_critical (AssayDb *db, gpointer data)
{
  gint64 id = sample_product (db, "HUB", "Hub 40");
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) product = assay_records_get (db, ASSAY_TYPE_PRODUCT, id, &error);

  assay_record_set_integer (product, ASSAY_PRODUCT_CRITICAL, 1);
  assay_record_set_reference (product, ASSAY_PRODUCT_SUPPLIER,
                              sample_supplier (db, "Sigma Sewing", "VN"));
  assay_records_update (db, product, &error);
  g_assert_no_error (error);
}

static void
set_up (Sample *sample, gconstpointer data)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GError) error = NULL;

  sample_change (book, fill, NULL);
  sample->path = g_strdup (assay_book_get_path (book));
  sample->folder = g_path_get_dirname (sample->path);
  assay_book_close (book, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (book);
}

static void
tear_down (Sample *sample, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (sample->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (sample->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (sample->folder);
  g_free (sample->folder);
  g_free (sample->path);
}

static guint
count_suppliers (Sample *sample)
{
  g_autoptr (CliRun) run = cli_run ("list", sample->path, "supplier", "--csv", NULL);
  g_auto (GStrv) lines = g_strsplit (run->output, "\n", -1);

  return g_strv_length (lines) - 2;
}

static void
test_duplicates (Sample *sample, gconstpointer data)
{
  g_autoptr (CliRun) run = cli_run ("duplicates", sample->path, "--json", NULL);
  JsonObject *object = cli_run_parse (run);
  JsonObject *row = cli_row (object, 0);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "rows")), ==, 1);
  /* More refers to the second, so it would stay. */
  g_assert_cmpstr (json_object_get_string_member (row, "keep"), ==, "ALPHA BAGS Co., Ltd");
  g_assert_cmpint (json_object_get_int_member (row, "keep_records"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (row, "other_records"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (row, "likelihood"), ==, "very_likely");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (row, "reasons"), 0),
                   ==, "name");
  json_object_unref (object);
}

static void
test_merge (Sample *sample, gconstpointer data)
{
  g_autoptr (CliRun) run = cli_run ("merge", sample->path, "supplier", "ALPHA BAGS Co., Ltd",
                                    "Alpha Bags", "--json", NULL);
  g_autoptr (CliRun) again = NULL, back = NULL, found = NULL;
  JsonObject *object = cli_run_parse (run);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpint (
      json_object_get_int_member (json_object_get_object_member (object, "moved"), "order"), ==, 2);
  json_object_unref (object);
  g_assert_cmpuint (count_suppliers (sample), ==, 2);
  again = cli_run ("duplicates", sample->path, "--csv", NULL);
  g_assert_cmpint (again->status, ==, 0);
  g_assert_null (strstr (again->output, "Alpha"));
  /* Back again would be a circle. */
  back = cli_run ("merge", sample->path, "supplier", "Alpha Bags", "ALPHA BAGS Co., Ltd", NULL);
  g_assert_cmpint (back->status, ==, 1);
  g_assert_nonnull (strstr (back->errors, "names of one supplier already"));
  g_assert_cmpuint (count_suppliers (sample), ==, 2);
  /* Found under the name that it had. */
  found = cli_run ("figures", sample->path, "spend", "--supplier", "ALPHA BAGS Co., Ltd", "--json",
                   NULL);
  g_assert_cmpint (found->status, ==, 0);
}

static void
test_refused (Sample *sample, gconstpointer data)
{
  g_autoptr (CliRun) itself
      = cli_run ("merge", sample->path, "supplier", "Omega Zips", "Omega Zips", NULL);
  g_autoptr (CliRun) circle = cli_run ("merge", sample->path, "supplier", "Omega Zips",
                                       "Alpha Bags", "Alpha Bags", "Omega Zips", NULL);
  g_autoptr (CliRun) unknown
      = cli_run ("merge", sample->path, "supplier", "Nobody", "Alpha Bags", NULL);
  g_autoptr (CliRun) product = cli_run ("merge", sample->path, "product", "A", "B", NULL);
  g_autoptr (CliRun) odd = cli_run ("merge", sample->path, "supplier", "A", "B", "C", NULL);
  g_autoptr (CliRun) field = cli_run ("merge", sample->path, "supplier", "Omega Zips", "Alpha Bags",
                                      "--take", "colour", NULL);

  g_assert_cmpint (itself->status, ==, 1);
  g_assert_nonnull (strstr (itself->errors, "cannot be merged into itself"));
  g_assert_cmpint (circle->status, ==, 1);
  g_assert_nonnull (strstr (circle->errors, "“Omega Zips” → “Alpha Bags” → “Omega Zips”"));
  g_assert_cmpint (unknown->status, ==, 1);
  g_assert_cmpint (product->status, ==, 2);
  g_assert_cmpint (odd->status, ==, 2);
  g_assert_cmpint (field->status, ==, 2);
  g_assert_cmpuint (count_suppliers (sample), ==, 3);
}

static void
write_list (Sample *sample, char **file)
{
  g_autoptr (GError) error = NULL;

  *file = g_build_filename (sample->folder, "list.csv", NULL);
  g_file_set_contents (*file,
                       "Supplier,Tax number,City\n"
                       "Hải Phòng Sewing JSC,0201 234 567,Hải Phòng\n"
                       "Delta Straps,,Porto\n",
                       -1, &error);
  g_assert_no_error (error);
}

/* A supplier of a list that has another name in the book is told by its tax number; once said to be
 * the same, the next list needs no answer. */
static void
test_import (Sample *sample, gconstpointer data)
{
  g_autofree char *file = NULL;
  g_autoptr (CliRun) tried = NULL, done = NULL, again = NULL, circle = NULL;

  write_list (sample, &file);
  tried = cli_run ("import", sample->path, "supplier", file, "--dry-run", NULL);
  g_assert_cmpint (tried->status, ==, 0);
  g_assert_nonnull (strstr (
      tried->errors, "may be “ALPHA BAGS Co., Ltd” (the same tax number), but taken as a new one"));
  circle = cli_run ("import", sample->path, "supplier", file, "--match",
                    "Hải Phòng Sewing JSC=Delta Straps", "--match",
                    "Delta Straps=Hải Phòng Sewing JSC", NULL);
  g_assert_cmpint (circle->status, ==, 1);
  g_assert_nonnull (strstr (circle->errors, "in a circle"));
  g_assert_cmpuint (count_suppliers (sample), ==, 3);
  done = cli_run ("import", sample->path, "supplier", file, "--match",
                  "Hải Phòng Sewing JSC=ALPHA BAGS Co., Ltd", NULL);
  g_assert_cmpint (done->status, ==, 0);
  g_assert_cmpuint (count_suppliers (sample), ==, 4);
  again = cli_run ("import", sample->path, "supplier", file, "--json", NULL);
  g_assert_cmpint (again->status, ==, 0);
  g_assert_cmpuint (count_suppliers (sample), ==, 4);
  {
    g_autoptr (CliRun) list = cli_run ("list", sample->path, "supplier", "--csv", NULL);

    /* What the list knew and the book did not. */
    g_assert_nonnull (strstr (list->output, "Hải Phòng"));
  }
}

static void
test_diversification (Sample *sample, gconstpointer data)
{
  AssayBook *book = assay_book_open (sample->path, 0, NULL);
  g_autoptr (CliRun) products = NULL, countries = NULL, wrong = NULL;
  JsonObject *object, *row;

  sample_change (book, make_critical, NULL);
  assay_book_close (book, NULL);
  g_object_unref (book);
  products = cli_run ("figures", sample->path, "diversification", "--json", NULL);
  object = cli_run_parse (products);
  row = cli_row (object, 0);
  g_assert_cmpint (json_object_get_int_member (object, "critical"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "single_source"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (row, "sourcing"), ==, "single");
  g_assert_cmpstr (json_object_get_string_member (row, "words"), ==,
                   "Single source: only Sigma Sewing makes it");
  json_object_unref (object);
  countries
      = cli_run ("figures", sample->path, "diversification", "--by", "country", "--csv", NULL);
  g_assert_nonnull (strstr (countries->output, "VN,1,1,1"));
  wrong = cli_run ("figures", sample->path, "diversification", "--by", "month", NULL);
  g_assert_cmpint (wrong->status, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Sample, NULL, set_up, func, tear_down)
  ADD ("/cli/merge/duplicates", test_duplicates);
  ADD ("/cli/merge/merge", test_merge);
  ADD ("/cli/merge/refused", test_refused);
  ADD ("/cli/merge/import", test_import);
  ADD ("/cli/merge/diversification", test_diversification);
  return g_test_run ();
}
