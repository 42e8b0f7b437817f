/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay figures BOOK spend`, on orders from public files. */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "cli-run.h"

typedef struct
{
  char *folder;
  char *book;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  g_autofree char *files = g_build_filename (g_getenv ("ASSAY_SOURCE_DIR"), "data", NULL);

  g_setenv ("ASSAY_DATA_DIR", files, TRUE);
  place->folder = g_dir_make_tmp ("assay-spend-XXXXXX", NULL);
  place->book = g_build_filename (place->folder, "spend.assay", NULL);
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (place->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (place->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (place->folder);
  g_free (place->folder);
  g_free (place->book);
}

static gboolean
import_shared (Place *place, const char *folder, const char *name, const char *order)
{
  const char *shared = g_getenv ("ASSAY_SHARED_DATA");
  g_autofree char *path = g_build_filename (shared ? shared : "", folder, name, NULL);
  g_autoptr (CliRun) run = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the public file is not here");
      return FALSE;
    }
  run = cli_run ("import", place->book, "order", path, "--date-order", order, NULL);
  g_assert_cmpint (run->status, ==, 0);
  return TRUE;
}

static double
sum_excluded (JsonObject *object)
{
  JsonArray *excluded = json_object_get_array_member (object, "excluded");
  double sum = 0;

  for (guint i = 0; i < json_array_get_length (excluded); i++)
    sum += json_object_get_double_member (json_array_get_object_element (excluded, i), "amount");
  return sum;
}

/* Prices without a currency. The file's own sum, cancelled orders included, is known: nothing may
 * get lost on the way to the figures and what is listed beside them. */
static void
test_kpi (Place *place, gconstpointer data)
{
  g_autoptr (CliRun) run = NULL;
  g_autoptr (JsonObject) object = NULL;
  JsonObject *total, *concentration;
  JsonArray *rows;
  double sum = 0, squares = 0;

  if (!import_shared (place, "orders", "procurement_kpi.csv", "ymd"))
    return;
  run = cli_run ("figures", place->book, "spend", "--by", "supplier", "--json", NULL);
  g_assert_cmpint (run->status, ==, 0);
  object = cli_run_parse (run);
  total = json_object_get_object_member (object, "total");
  rows = json_object_get_array_member (object, "rows");
  g_assert_cmpuint (json_array_get_length (rows), ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      JsonObject *row = cli_row (object, i);
      double share = json_object_get_double_member (row, "share");

      sum += json_object_get_double_member (row, "spend");
      squares += share * share;
    }
  g_assert_cmpfloat_with_epsilon (sum, json_object_get_double_member (total, "spend"), 1e-6);
  g_assert_cmpfloat_with_epsilon (sum + sum_excluded (object), 49304822.86, 1e-6);
  g_assert_true (json_object_get_null_member (object, "currency"));
  concentration = json_object_get_object_member (object, "concentration");
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (concentration, "hhi"), squares,
                                  1e-14);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (concentration, "effective_n"),
                                  1 / squares, 1e-12);
}

/* Σ quantity × pack price of the file, added up apart with decimal numbers. */
static void
test_scms (Place *place, gconstpointer data)
{
  g_autoptr (CliRun) run = NULL, country = NULL;
  g_autoptr (JsonObject) object = NULL, by_country = NULL;
  JsonObject *total, *concentration;

  if (!import_shared (place, "scms", "scms_delivery_history.csv", "dmy"))
    return;
  run = cli_run ("figures", place->book, "--by", "quarter", "spend", "--json", NULL);
  object = cli_run_parse (run);
  total = json_object_get_object_member (object, "total");
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (total, "spend"), 1627584910.60,
                                  1e-5);
  g_assert_cmpint (json_object_get_int_member (total, "lines"), ==, 10324);
  g_assert_cmpstr (json_object_get_string_member (object, "currency"), ==, "USD");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "excluded")), ==,
                    0);
  concentration = json_object_get_object_member (object, "concentration");
  g_assert_true (json_object_get_null_member (concentration, "hhi"));

  /* The file names no country of a supplier: there is no index of what is not known. */
  country = cli_run ("figures", place->book, "spend", "--by", "country", "--json", NULL);
  by_country = cli_run_parse (country);
  g_assert_true (json_object_get_null_member (cli_row (by_country, 0), "group"));
  concentration = json_object_get_object_member (by_country, "concentration");
  g_assert_true (json_object_get_null_member (concentration, "hhi"));
  g_assert_cmpint (json_object_get_int_member (concentration, "n"), ==, 0);
}

static void
test_words (Place *place, gconstpointer data)
{
  g_autoptr (CliRun) example = cli_run ("example", place->book, NULL);
  g_autoptr (CliRun) text = NULL, csv = NULL, critical = NULL, moon = NULL, help = NULL;
  g_autoptr (CliRun) explained = NULL, stock = NULL, wrong = NULL;
  g_autoptr (JsonObject) object = NULL, why = NULL;

  g_assert_cmpint (example->status, ==, 0);
  text = cli_run ("figures", place->book, "spend", "--by", "country", NULL);
  g_assert_cmpint (text->status, ==, 0);
  g_assert_nonnull (strstr (text->output, "Concentration index"));
  csv = cli_run ("figures", place->book, "spend", "--by", "month", "--csv", NULL);
  g_assert_true (g_str_has_prefix (csv->output, "group,spend,share,lines,quantity"));
  critical = cli_run ("figures", place->book, "spend", "--critical", "--json", NULL);
  object = cli_run_parse (critical);
  g_assert_true (json_object_has_member (object, "excluded"));
  explained = cli_run ("figures", place->book, "spend", "--by", "country", "--explain", NULL);
  g_assert_cmpint (explained->status, ==, 0);
  g_assert_nonnull (strstr (explained->output, "1 ÷ "));
  stock = cli_run ("figures", place->book, "reorder", "--product", "DRO-38", "--explain", "--json",
                   NULL);
  why = cli_run_parse (stock);
  g_assert_true (json_object_has_member (why, "explanation"));
  wrong = cli_run ("figures", place->book, "reorder", "--explain", NULL);
  g_assert_cmpint (wrong->status, ==, 2);
  moon = cli_run ("figures", place->book, "spend", "--by", "moon", NULL);
  g_assert_cmpint (moon->status, ==, 2);
  g_assert_nonnull (strstr (moon->errors, "moon"));
  help = cli_run ("figures", place->book, "spend", "--help", NULL);
  g_assert_cmpint (help->status, ==, 0);
  g_assert_nonnull (strstr (help->output, "--critical"));
}

/* The figures of the example, put into the formula again. */
static void
test_reorder (Place *place, gconstpointer data)
{
  g_autoptr (CliRun) example = cli_run ("example", place->book, NULL);
  g_autoptr (CliRun) run = cli_run ("figures", place->book, "reorder", "--json", NULL);
  g_autoptr (CliRun) strict = cli_run ("figures", place->book, "--service-level", "99%", "reorder",
                                       "--product", "DRO-38", "--json", NULL);
  g_autoptr (CliRun) csv = cli_run ("figures", place->book, "reorder", "--csv", NULL);
  g_autoptr (CliRun) wrong
      = cli_run ("figures", place->book, "reorder", "--service-level", "100%", NULL);
  g_autoptr (CliRun) unknown = cli_run ("figures", place->book, "reorder", "--product", "?", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  g_autoptr (JsonObject) one = cli_run_parse (strict);
  JsonObject *row;
  double d, sd, lead, lead_sd, z, stock;

  g_assert_cmpint (example->status, ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (one, "rows")), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "rows")), >, 5);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "by_supplier")), >,
                    2);
  row = cli_row (one, 0);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (row, "service_level"), 0.99,
                                  1e-15);
  z = json_object_get_double_member (row, "z");
  g_assert_cmpfloat_with_epsilon (z, 2.3263478740408408, 1e-12);
  d = json_object_get_double_member (row, "demand_mean");
  sd = json_object_get_double_member (row, "demand_sd");
  lead = json_object_get_double_member (row, "lead_mean");
  lead_sd = json_object_get_double_member (row, "lead_sd");
  stock = z * sqrt (lead * sd * sd + d * d * lead_sd * lead_sd);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (row, "safety_stock"), stock, 1e-8);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (row, "reorder_point"),
                                  d * lead + stock, 1e-8);
  g_assert_cmpfloat (json_object_get_double_member (row, "safety_stock_whole"), ==, ceil (stock));
  g_assert_nonnull (strstr (json_object_get_string_member (row, "sentence"), "kept its promise"));
  g_assert_true (g_str_has_prefix (csv->output, "product,name,supplier,demand_source"));
  g_assert_cmpint (wrong->status, ==, 2);
  g_assert_cmpint (unknown->status, ==, 1);
}

static void
test_charts (Place *place, gconstpointer data)
{
  static const char *const kinds[][2]
      = { { "spend", "supplier" }, { "spend", "country" }, { "critical", "supplier" } };
  g_autoptr (CliRun) example = cli_run ("example", place->book, NULL);
  g_autoptr (CliRun) wrong = NULL;

  g_assert_cmpint (example->status, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_build_filename (place->folder, "chart.svg", NULL);
      g_autoptr (CliRun) run = cli_run ("chart", place->book, kinds[i][0], "--by", kinds[i][1],
                                        "--output", path, NULL);

      g_assert_cmpint (run->status, ==, 0);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
      g_unlink (path);
    }
  wrong = cli_run ("chart", place->book, "spend", "--every", "moon", "--output", "x.svg", NULL);
  g_assert_cmpint (wrong->status, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/spend/kpi", Place, NULL, set_up, test_kpi, tear_down);
  g_test_add ("/cli/spend/scms", Place, NULL, set_up, test_scms, tear_down);
  g_test_add ("/cli/spend/words", Place, NULL, set_up, test_words, tear_down);
  g_test_add ("/cli/spend/reorder", Place, NULL, set_up, test_reorder, tear_down);
  g_test_add ("/cli/spend/charts", Place, NULL, set_up, test_charts, tear_down);
  return g_test_run ();
}
