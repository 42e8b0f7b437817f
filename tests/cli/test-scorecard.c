/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay figures BOOK scorecard`: stable names, grades of the example, and what adds up. */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "cli-run.h"

static char *
make_example (void)
{
  g_autofree char *folder = g_dir_make_tmp ("assay-score-XXXXXX", NULL);
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

static double
number (JsonObject *object, const char *name)
{
  return json_object_get_null_member (object, name) ? NAN
                                                    : json_object_get_double_member (object, name);
}

/* Points are Σ weight · points ÷ Σ weight of the criteria that have points, coverage their share of
 * the weight; ranks follow grades, then points. */
static void
check_row (JsonObject *row, double *last, gint64 *rank)
{
  JsonArray *criteria = json_object_get_array_member (row, "criteria");
  double weighted = 0, measured = 0, wanted = 0;

  for (guint i = 0; i < json_array_get_length (criteria); i++)
    {
      JsonObject *one = json_array_get_object_element (criteria, i);
      double weight = json_object_get_double_member (one, "weight");
      double points = number (one, "points");

      wanted += weight;
      g_assert_true (isnan (points) == !json_object_get_null_member (one, "missing"));
      if (isnan (points))
        continue;
      g_assert_cmpfloat (points, >=, 0);
      g_assert_cmpfloat (points, <=, 100);
      weighted += weight * points;
      measured += weight;
    }
  g_assert_cmpfloat (wanted, ==, 100);
  g_assert_cmpfloat_with_epsilon (number (row, "points"), weighted / measured, 1e-9);
  g_assert_cmpfloat_with_epsilon (number (row, "coverage"), measured / wanted, 1e-9);
  if (!json_object_get_null_member (row, "rank"))
    {
      g_assert_cmpint (json_object_get_int_member (row, "rank"), >=, *rank);
      *rank = json_object_get_int_member (row, "rank");
    }
  *last = number (row, "points");
}

static void
test_ranking (void)
{
  static const char *const names[]
      = { "group", "rank",          "grade",      "points",   "coverage",
          "lots",  "short_of",      "gates",      "quality",  "delivery",
          "cost",  "communication", "compliance", "criteria", "trend" };
  g_autofree char *path = make_example ();
  g_autoptr (CliRun) run
      = cli_run ("figures", path, "scorecard", "--quarters", "4", "--json", NULL);
  g_autoptr (CliRun) csv = cli_run ("figures", path, "scorecard", "--csv", NULL);
  g_autoptr (JsonObject) object = NULL;
  JsonArray *rows;
  double last = 101;
  gint64 rank = 1;

  g_assert_cmpint (run->status, ==, 0);
  object = cli_run_parse (run);
  rows = json_object_get_array_member (object, "rows");
  g_assert_cmpuint (json_array_get_length (rows), >=, 5);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    check_row (cli_row (object, i), &last, &rank);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (json_object_has_member (cli_row (object, 0), names[i]));
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (cli_row (object, 0), "trend")), ==, 4);
  g_assert_true (json_object_has_member (object, "definition"));
  g_assert_true (g_str_has_prefix (csv->output,
                                   "group,rank,grade,points,coverage,lots,short_of,gates,quality,"
                                   "delivery,cost,communication,compliance"));
  remove_example (path);
}

static void
test_detail (void)
{
  g_autofree char *path = make_example ();
  g_autoptr (CliRun) run = cli_run ("figures", path, "scorecard", "--supplier",
                                    "Thach Lam Backpack Co., Ltd.", "--json", NULL);
  g_autoptr (CliRun) explained
      = cli_run ("figures", path, "scorecard", "--supplier", "Thach Lam Backpack Co., Ltd.",
                 "--measure", "on_time", "--json", NULL);
  g_autoptr (CliRun) other
      = cli_run ("figures", path, "scorecard", "--scorecard", "Delays and defects", "--json", NULL);
  g_autoptr (CliRun) wrong = cli_run ("figures", path, "scorecard", "--by", "month", NULL);
  g_autoptr (CliRun) nobody = cli_run ("figures", path, "scorecard", "--explain", NULL);
  /* What is missing is the measure, not the book. */
  g_autoptr (CliRun) unmeasured
      = cli_run ("figures", path, "scorecard", "--scorecard", "Delays and defects", "--supplier",
                 "Thach Lam Backpack Co., Ltd.", "--measure", "defective_to_aql", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  g_autoptr (JsonObject) explanation = cli_run_parse (explained);
  g_autoptr (JsonObject) cards = cli_run_parse (other);
  JsonObject *score = json_object_get_object_member (object, "score");

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "rows")), ==, 10);
  g_assert_cmpstr (json_object_get_string_member (cli_row (object, 0), "measure"), ==,
                   "defective_to_aql");
  g_assert_cmpstr (json_object_get_string_member (score, "group"), ==,
                   "Thach Lam Backpack Co., Ltd.");
  g_assert_true (json_object_has_member (explanation, "explanation"));
  /* 100 less the mean of per cent late and per cent defective. */
  {
    JsonObject *row = cli_row (cards, 0);
    JsonArray *criteria = json_object_get_array_member (row, "criteria");
    double on_time = number (json_array_get_object_element (criteria, 0), "value");
    double defective = number (json_array_get_object_element (criteria, 1), "value");

    g_assert_cmpfloat_with_epsilon (number (row, "points"),
                                    100.0 - ((100.0 - on_time) + defective) / 2.0, 1e-9);
  }
  g_assert_cmpint (wrong->status, ==, 2);
  g_assert_cmpint (nobody->status, ==, 2);
  g_assert_cmpint (unmeasured->status, ==, 1);
  g_assert_nonnull (strstr (unmeasured->errors, "does not measure"));
  remove_example (path);
}

/* A book that has no scorecard is graded by the first of the usual ones, as if it had it. */
static void
test_usual (void)
{
  g_autofree char *folder = g_dir_make_tmp ("assay-score-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "book.assay", NULL);
  g_autofree char *table = g_build_filename (folder, "orders.csv", NULL);
  g_autofree char *usual = g_build_filename (g_getenv ("ASSAY_SOURCE_DIR"), "data", "reference",
                                             "scorecards.csv", NULL);
  g_autoptr (CliRun) orders = NULL;
  g_autoptr (CliRun) without = NULL;
  g_autoptr (CliRun) cards = NULL;
  g_autoptr (CliRun) with = NULL;

  g_assert_true (g_file_set_contents (table,
                                      "Order number,Supplier,Product code,Quantity,Sent on,"
                                      "Promised on,Received on\n"
                                      "PO-1,Sao Mai,T25,100,2026-01-02,2026-03-01,2026-03-04\n",
                                      -1, NULL));
  orders = cli_run ("import", path, "order", table, NULL);
  g_assert_cmpint (orders->status, ==, 0);
  without = cli_run ("figures", path, "scorecard", "--today", "2026-06-01", "--json", NULL);
  g_assert_cmpint (without->status, ==, 0);
  cards = cli_run ("import", path, "scorecard", usual, NULL);
  g_assert_cmpint (cards->status, ==, 0);
  with = cli_run ("figures", path, "scorecard", "--today", "2026-06-01", "--json", NULL);
  g_assert_nonnull (strstr (with->output, "Sao Mai"));
  g_assert_cmpstr (without->output, ==, with->output);
  g_remove (table);
  remove_example (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/scorecard/ranking", test_ranking);
  g_test_add_func ("/cli/scorecard/detail", test_detail);
  g_test_add_func ("/cli/scorecard/usual", test_usual);
  return g_test_run ();
}
