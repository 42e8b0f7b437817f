/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay plan` against the tables of MIL-STD-105E and `assay oc` against closed forms. */

#include <math.h>

#include "cli-run.h"

static char *
read_shared (const char *name)
{
  const char *folder = g_getenv ("ASSAY_SHARED_DATA");
  g_autofree char *path = g_build_filename (folder ? folder : "", "aql", name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
test_names (void)
{
  static const char *const single[]
      = { "class", "aql", "code_letter", "n", "ac", "re", "inspect_all" };
  static const char *const twice[]
      = { "class", "aql", "code_letter", "n1", "ac1", "re1", "n2", "ac2", "re2" };
  g_autoptr (CliRun) run = cli_run ("plan", "--lot", "3200", "--json", NULL);
  g_autoptr (CliRun) two
      = cli_run ("plan", "--lot", "3200", "--sampling", "double", "--aql", "2.5", "--json", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  g_autoptr (JsonObject) other = cli_run_parse (two);
  JsonObject *row;

  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    g_assert_true (json_object_has_member (cli_row (object, 0), single[i]));
  for (guint i = 0; i < G_N_ELEMENTS (twice); i++)
    g_assert_true (json_object_has_member (cli_row (other, 0), twice[i]));
  g_assert_cmpstr (json_object_get_string_member (cli_row (object, 0), "class"), ==, "critical");
  g_assert_cmpint (json_object_get_int_member (cli_row (object, 0), "n"), ==, 125);
  g_assert_cmpint (json_object_get_int_member (cli_row (object, 0), "ac"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (cli_row (object, 1), "ac"), ==, 7);
  g_assert_cmpint (json_object_get_int_member (cli_row (object, 2), "ac"), ==, 10);
  row = cli_row (other, 0);
  g_assert_true (json_object_get_null_member (row, "class"));
  g_assert_cmpint (json_object_get_int_member (row, "n1"), ==, 80);
  g_assert_cmpint (json_object_get_int_member (row, "ac1"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (row, "re1"), ==, 7);
  g_assert_cmpint (json_object_get_int_member (row, "ac2"), ==, 8);
  g_assert_cmpint (json_object_get_int_member (row, "re2"), ==, 9);
}

/* Level II: the arrows give major 20 and minor 13 for a lot of 80. */
static void
test_samples (void)
{
  g_autoptr (CliRun) own = cli_run ("plan", "--lot", "80", "--own-samples", "--json", NULL);
  g_autoptr (CliRun) shared = cli_run ("plan", "--lot", "80", "--json", NULL);
  g_autoptr (CliRun) small = cli_run ("plan", "--lot", "3", "--aql", "0.65", "--json", NULL);
  g_autoptr (JsonObject) first = cli_run_parse (own);
  g_autoptr (JsonObject) second = cli_run_parse (shared);
  g_autoptr (JsonObject) third = cli_run_parse (small);

  g_assert_cmpint (json_object_get_int_member (cli_row (first, 0), "n"), ==, 20);
  g_assert_cmpint (json_object_get_int_member (cli_row (first, 1), "n"), ==, 20);
  g_assert_cmpint (json_object_get_int_member (cli_row (first, 2), "n"), ==, 13);
  g_assert_cmpint (json_object_get_int_member (cli_row (second, 2), "n"), ==, 20);
  g_assert_cmpint (json_object_get_int_member (cli_row (second, 2), "ac"), ==, 2);
  g_assert_true (json_object_get_boolean_member (cli_row (third, 0), "inspect_all"));
  g_assert_cmpint (json_object_get_int_member (cli_row (third, 0), "n"), ==, 3);
}

/* A lot of each letter at level II, large enough for every arrow to be followed. */
static void
test_table (void)
{
  static const struct
  {
    char letter;
    const char *lot;
  } lots[] = { { 'H', "500" },   { 'J', "1200" },   { 'K', "3200" },   { 'L', "10000" },
               { 'M', "35000" }, { 'N', "150000" }, { 'P', "500000" }, { 'Q', "500001" } };
  g_autofree char *text = read_shared ("single_normal.csv");
  g_auto (GStrv) lines = NULL;

  if (text == NULL)
    {
      g_test_skip ("the sampling tables are not here");
      return;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      for (guint j = 0; j < G_N_ELEMENTS (lots); j++)
        {
          g_autoptr (CliRun) run = NULL;
          g_autoptr (JsonObject) object = NULL;
          JsonObject *row;
          gint64 n = g_ascii_strtoll (cells[4], NULL, 10);

          if (cells[0][0] != lots[j].letter)
            continue;
          run = cli_run ("plan", "--lot", lots[j].lot, "--aql", cells[1], "--json", NULL);
          object = cli_run_parse (run);
          row = cli_row (object, 0);
          g_assert_cmpint (json_object_get_string_member (row, "code_letter")[0], ==,
                           lots[j].letter);
          g_assert_cmpint (json_object_get_int_member (row, "n"), ==,
                           MIN (n, g_ascii_strtoll (lots[j].lot, NULL, 10)));
          g_assert_cmpint (json_object_get_int_member (row, "ac"), ==,
                           g_ascii_strtoll (cells[5], NULL, 10));
          g_assert_cmpint (json_object_get_int_member (row, "re"), ==,
                           g_ascii_strtoll (cells[6], NULL, 10));
        }
    }
}

/* With Ac 0 the probabilities are (1 - p)^n and e^(-n p); without defectives 1. */
static void
test_oc (void)
{
  g_autoptr (CliRun) run
      = cli_run ("oc", "--n", "20", "--ac", "0", "--points", "0,0.1,2.5%", "--json", NULL);
  g_autoptr (CliRun) lot
      = cli_run ("oc", "--n", "2", "--ac", "0", "--lot", "10", "--points", "0.3", "--json", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  g_autoptr (JsonObject) other = cli_run_parse (lot);
  const double points[] = { 0.0, 0.1, 0.025 };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      JsonObject *row = cli_row (object, i);

      g_assert_cmpfloat (json_object_get_double_member (row, "p"), ==, points[i]);
      g_assert_cmpfloat_with_epsilon (json_object_get_double_member (row, "binomial"),
                                      pow (1.0 - points[i], 20.0), 1e-15);
      g_assert_cmpfloat_with_epsilon (json_object_get_double_member (row, "poisson"),
                                      exp (-20.0 * points[i]), 1e-15);
      g_assert_true (json_object_get_null_member (row, "hypergeometric"));
    }
  /* 7/10 × 6/9 */
  g_assert_cmpfloat_with_epsilon (
      json_object_get_double_member (cli_row (other, 0), "hypergeometric"), 42.0 / 90.0, 1e-15);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/plans/names", test_names);
  g_test_add_func ("/cli/plans/samples", test_samples);
  g_test_add_func ("/cli/plans/table", test_table);
  g_test_add_func ("/cli/plans/oc", test_oc);
  return g_test_run ();
}
