/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay figures BOOK materials` and `assay report BOOK specification`: stable names, the example's
 * bills, refusals in words. */

#include <glib/gstdio.h>
#include <string.h>

#include "cli-run.h"

static char *
make_example (void)
{
  g_autofree char *folder = g_dir_make_tmp ("assay-materials-XXXXXX", NULL);
  char *path = g_build_filename (folder, "book.assay", NULL);
  g_autoptr (CliRun) run = NULL;
  g_autofree char *data = g_build_filename (g_getenv ("ASSAY_SOURCE_DIR"), "data", NULL);

  g_setenv ("ASSAY_DATA_DIR", data, TRUE);
  run = cli_run ("example", path, NULL);
  g_assert_cmpint (run->status, ==, 0);
  return path;
}

static void
remove_example (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_remove (path);
  g_rmdir (folder);
}

static JsonObject *
find_row (JsonArray *rows, const char *product)
{
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (strcmp (json_object_get_string_member (row, "product"), product) == 0)
        return row;
    }
  g_assert_not_reached ();
}

/* What data/example/components.csv adds up to: DRO-38 is 1540 g, as the product says; TRM-30 is
 * 470 + 150 + 165 + 265 + 92 + 84 = 1226 g of 1180; nothing of CAU-28 has a weight. */
static void
test_json (void)
{
  g_autofree char *path = make_example ();
  g_autoptr (CliRun) run = cli_run ("figures", path, "materials", "--json", NULL);
  g_autoptr (JsonObject) object = NULL;
  JsonArray *rows;
  JsonObject *row;

  g_assert_cmpint (run->status, ==, 0);
  object = cli_run_parse (run);
  rows = json_object_get_array_member (object, "rows");
  row = find_row (rows, "DRO-38");
  g_assert_cmpstr (json_object_get_string_member (row, "state"), ==, "agrees");
  g_assert_cmpfloat (json_object_get_double_member (row, "mass_g"), ==, 1540);
  g_assert_cmpfloat (json_object_get_double_member (row, "packaging_g"), ==, 38);
  g_assert_cmpint (json_object_get_int_member (row, "hardware"), ==, 4);
  g_assert_cmpint (json_object_get_int_member (row, "hardware_named"), ==, 4);
  row = find_row (rows, "TRM-30");
  g_assert_cmpstr (json_object_get_string_member (row, "state"), ==, "heavier");
  g_assert_cmpfloat (json_object_get_double_member (row, "mass_g"), ==, 1226);
  row = find_row (rows, "CAU-28");
  g_assert_cmpstr (json_object_get_string_member (row, "state"), ==, "unweighed");
  g_assert_true (json_object_get_null_member (row, "mass_g"));
  remove_example (path);
}

static void
test_refused (void)
{
  g_autofree char *path = make_example ();
  g_autofree char *pdf = g_strconcat (path, ".pdf", NULL);
  g_autoptr (CliRun) none = cli_run ("figures", path, "materials", "--product", "NIL-1", NULL);
  g_autoptr (CliRun) sheet
      = cli_run ("report", path, "specification", "NIL-1", "--output", pdf, NULL);
  g_autoptr (CliRun) period = cli_run ("report", path, "specification", "DRO-38", "--from",
                                       "2026-01-01", "--output", pdf, NULL);
  g_autoptr (CliRun) made
      = cli_run ("report", path, "specification", "DRO-38", "TRM-30", "--output", pdf, NULL);

  g_assert_cmpint (none->status, ==, 1);
  g_assert_nonnull (strstr (none->errors, "NIL-1"));
  g_assert_cmpint (sheet->status, ==, 1);
  g_assert_nonnull (strstr (sheet->errors, "NIL-1"));
  g_assert_cmpint (period->status, ==, 2);
  g_assert_cmpint (made->status, ==, 0);
  g_assert_true (g_file_test (pdf, G_FILE_TEST_IS_REGULAR));
  g_remove (pdf);
  remove_example (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/materials/json", test_json);
  g_test_add_func ("/materials/refused", test_refused);
  return g_test_run ();
}
