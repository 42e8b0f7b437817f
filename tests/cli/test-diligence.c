/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay diligence` on the example book: names that stay, numbers that add up, what is refused. */

#include <glib/gstdio.h>
#include <string.h>

#include "cli-run.h"

static char *path;

static void
make_example (void)
{
  g_autofree char *folder = g_dir_make_tmp ("assay-diligence-XXXXXX", NULL);
  g_autofree char *data = g_build_filename (g_getenv ("ASSAY_SOURCE_DIR"), "data", NULL);
  g_autoptr (CliRun) run = NULL;

  path = g_build_filename (folder, "book.assay", NULL);
  g_setenv ("ASSAY_DATA_DIR", data, TRUE);
  run = cli_run ("example", path, NULL);
  g_assert_cmpint (run->status, ==, 0);
}

/* Every item is done, open or does not apply; the share is of those that apply. */
static void
test_lists (void)
{
  g_autoptr (CliRun) run = cli_run ("diligence", path, "--json", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  JsonArray *rows = json_object_get_array_member (object, "rows");
  gint64 done_by_book = 0;

  g_assert_cmpuint (json_array_get_length (rows), >, 20);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = cli_row (object, i);
      gint64 n = json_object_get_int_member (row, "items");
      gint64 done = json_object_get_int_member (row, "done");
      gint64 not = json_object_get_int_member (row, "not_applicable");
      gint64 open = json_object_get_int_member (row, "open");

      g_assert_cmpint (n, ==, done + not+open);
      g_assert_cmpint (json_object_get_int_member (row, "needed_open"), <=, open);
      g_assert_cmpfloat_with_epsilon (json_object_get_double_member (row, "share"),
                                      (double)done / (double)(n - not), 1e-12);
      done_by_book += done;
    }
  g_assert_cmpint (done_by_book, >, 0);
}

static JsonObject *
find_item (JsonObject *object, const char *name)
{
  JsonArray *rows = json_object_get_array_member (object, "rows");

  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (strcmp (json_object_get_string_member (cli_row (object, i), "item"), name) == 0)
      return cli_row (object, i);
  g_assert_not_reached ();
}

static void
test_items (void)
{
  g_autoptr (CliRun) run
      = cli_run ("diligence", path, "--supplier", "Thach Lam Backpack Co., Ltd.", "--json", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  JsonObject *row = find_item (object, "Bank details confirmed by a call");

  g_assert_cmpstr (json_object_get_string_member (row, "type"), ==, "supplier");
  g_assert_cmpstr (json_object_get_string_member (row, "state"), ==, "done");
  g_assert_cmpstr (json_object_get_string_member (row, "by"), ==, "hand");
  g_assert_true (json_object_get_null_member (row, "book"));
  row = find_item (object, "Currency, Incoterm and terms of payment");
  g_assert_cmpstr (json_object_get_string_member (row, "rule"), ==, "terms_agreed");
  g_assert_cmpstr (json_object_get_string_member (row, "state"), ==, "done");
  g_assert_cmpstr (json_object_get_string_member (row, "by"), ==, "book");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (row, "records")), ==, 1);
}

static void
test_refused (void)
{
  g_autoptr (CliRun) unknown = cli_run ("diligence", path, "--supplier", "Nobody", NULL);
  g_autoptr (CliRun) both = cli_run ("diligence", path, "--supplier", "A", "--product", "B", NULL);
  g_autoptr (CliRun) date = cli_run ("diligence", path, "--today", "31-12", NULL);

  g_assert_cmpint (unknown->status, ==, 1);
  g_assert_nonnull (strstr (unknown->errors, "Nobody"));
  g_assert_cmpint (both->status, ==, 2);
  g_assert_cmpint (date->status, ==, 2);
}

static void
test_report (void)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *file = g_build_filename (folder, "diligence.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (CliRun) supplier = cli_run ("report", path, "diligence",
                                         "Thach Lam Backpack Co., Ltd.", "--output", file, NULL);
  g_autoptr (CliRun) product
      = cli_run ("report", path, "diligence", "DRO-38", "--output", file, NULL);
  g_autoptr (CliRun) none = cli_run ("report", path, "diligence", "Nobody", "--output", file, NULL);

  g_assert_cmpint (supplier->status, ==, 0);
  g_assert_cmpint (product->status, ==, 0);
  g_assert_cmpint (none->status, ==, 1);
  g_assert_true (g_file_get_contents (file, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_remove (file);
}

int
main (int argc, char **argv)
{
  int status;
  g_autofree char *folder = NULL;

  g_test_init (&argc, &argv, NULL);
  make_example ();
  g_test_add_func ("/diligence/lists", test_lists);
  g_test_add_func ("/diligence/items", test_items);
  g_test_add_func ("/diligence/refused", test_refused);
  g_test_add_func ("/diligence/report", test_report);
  status = g_test_run ();
  folder = g_path_get_dirname (path);
  g_remove (path);
  g_rmdir (folder);
  g_free (path);
  return status;
}
