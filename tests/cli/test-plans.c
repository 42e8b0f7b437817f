/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay plan` against the tables of MIL-STD-105E and `assay oc` against closed forms. */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

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

/* The usual classes on two samples: none of the critical in what is drawn; where one class has no
 * double plan all are sampled once. */
static void
test_double_classes (void)
{
  g_autoptr (CliRun) run
      = cli_run ("plan", "--lot", "1000", "--sampling", "double", "--json", NULL);
  g_autoptr (CliRun) small
      = cli_run ("plan", "--lot", "20", "--sampling", "double", "--json", NULL);
  g_autoptr (CliRun) listed = cli_run ("plan", "--lot", "1000", "--sampling", "double", "--aql",
                                       "0", "--aql", "2.5", "--json", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  g_autoptr (JsonObject) other = cli_run_parse (small);
  g_autoptr (JsonObject) third = cli_run_parse (listed);

  g_assert_cmpint (json_object_get_int_member (cli_row (object, 0), "n1"), ==, 50);
  g_assert_true (json_object_get_null_member (cli_row (object, 0), "n2"));
  g_assert_cmpint (json_object_get_int_member (cli_row (object, 1), "ac1"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (cli_row (object, 2), "ac2"), ==, 8);
  g_assert_cmpint (json_object_get_int_member (cli_row (other, 1), "n1"), ==, 5);
  g_assert_true (json_object_get_null_member (cli_row (other, 1), "n2"));
  g_assert_cmpint (json_object_get_int_member (cli_row (third, 0), "n1"), ==, 50);
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

static double
real (JsonObject *object, const char *name)
{
  g_assert_true (json_object_has_member (object, name));
  return json_object_get_null_member (object, name) ? NAN
                                                    : json_object_get_double_member (object, name);
}

/* Lot 1,000 at AQL 2.5 is 80 units, Ac 5: domain vectors. */
static void
test_risks (void)
{
  g_autoptr (CliRun) run
      = cli_run ("oc", "--lot", "1000", "--aql", "2.5", "--points", "0.01,0.05", "--json", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  JsonObject *row = cli_row (object, 1);
  JsonArray *risks = json_object_get_array_member (object, "risks");
  JsonObject *binomial = json_array_get_object_element (risks, 0);
  JsonObject *lone = json_array_get_object_element (risks, 2);
  JsonObject *asked = json_object_get_object_member (object, "asked");

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpfloat_with_epsilon (real (row, "binomial"), 0.789225, 5.01e-7);
  g_assert_cmpfloat_with_epsilon (real (row, "hypergeometric"), 0.796367, 5.01e-7);
  g_assert_cmpfloat_with_epsilon (real (row, "poisson"), 0.785130, 5.01e-7);
  g_assert_cmpfloat (real (row, "asn"), ==, 80);
  g_assert_cmpfloat_with_epsilon (real (row, "aoq"), 0.789225 * 0.05 * 0.92, 1e-7);
  g_assert_cmpuint (json_array_get_length (risks), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (asked, "model"), ==, "binomial");
  g_assert_cmpint (json_object_get_int_member (asked, "re"), ==, 6);
  g_assert_cmpstr (json_object_get_string_member (binomial, "model"), ==, "binomial");
  g_assert_cmpfloat_with_epsilon (real (binomial, "producer_risk"), 1 - 0.984785, 5.01e-7);
  g_assert_cmpfloat_with_epsilon (real (binomial, "quality_95"), 0.0331651352968366, 1e-12);
  g_assert_cmpfloat_with_epsilon (real (binomial, "quality_10"), 0.112849669756722, 1e-12);
  g_assert_cmpfloat_with_epsilon (real (binomial, "aoql"), 0.03659289562485103, 1e-10);
  g_assert_cmpfloat (real (lone, "quality_10"), ==, 0.110);
  g_assert_cmpstr (json_object_get_string_member (object, "sentence"), ==,
                   "A lot with 5 % defective still passes 79 times in 100.");
}

static void
test_oc_double (void)
{
  g_autoptr (CliRun) run = cli_run ("oc", "--lot", "10000", "--aql", "1.5", "--sampling", "double",
                                    "--points", "0.03", "--quality", "3%", "--json", NULL);
  g_autoptr (CliRun) reduced
      = cli_run ("oc", "--lot", "1000", "--aql", "2.5", "--severity", "reduced", "--csv", NULL);
  g_autoptr (CliRun) text = cli_run ("oc", "--lot", "300", "--aql", "2.5", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  JsonObject *row = cli_row (object, 0);

  g_assert_cmpfloat_with_epsilon (real (row, "binomial"), 0.710767, 5.01e-7);
  g_assert_cmpfloat_with_epsilon (real (row, "asn"), 179.429, 5.01e-4);
  g_assert_cmpstr (json_object_get_string_member (object, "sentence"), ==,
                   "A lot with 3 % defective still passes 71 times in 100.");
  g_assert_true (
      g_str_has_prefix (reduced->output, "p,binomial,poisson,hypergeometric,asn,aoq\r\n"));
  /* Accepted up to 4 of 32. */
  g_assert_nonnull (strstr (reduced->output, "\n0.05,0.97964610"));
  g_assert_nonnull (
      strstr (text->output, "A lot with 5 % defective (15 of 300 units) still passes "));
  g_assert_nonnull (strstr (text->output, "A lot at the AQL of 2.5 % is refused "));
}

/* Every single normal plan of the tables that R knows, through the command. */
static void
test_quantiles (void)
{
  g_autofree char *text = read_shared ("expected_oc_single_normal_quantiles.csv");
  g_auto (GStrv) lines = NULL;
  guint seen = 0;

  if (text == NULL)
    {
      g_test_skip ("the quantiles are not here");
      return;
    }
  lines = g_strsplit (text, "\n", -1);
  /* Every fortieth: each starts a command. */
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i += 40)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      double p = g_ascii_strtod (cells[5], NULL) / 100;
      char points[G_ASCII_DTOSTR_BUF_SIZE];
      g_autoptr (CliRun) run = NULL;
      g_autoptr (JsonObject) object = NULL;

      if (!(p > 0 && p < 1))
        continue;
      g_ascii_dtostr (points, sizeof points, p);
      run = cli_run ("oc", "--n", cells[2], "--ac", cells[3], "--points", points, "--json", NULL);
      object = cli_run_parse (run);
      g_assert_cmpfloat_with_epsilon (real (cli_row (object, 0), "binomial"),
                                      g_ascii_strtod (cells[4], NULL), 1e-9);
      seen++;
    }
  g_assert_cmpuint (seen, >, 20);
}

static void
test_oc_wrong (void)
{
  static const char *const calls[][8] = {
    { "--n", "80", NULL },
    { "--n", "80", "--ac", "5", "--lot", "50", NULL },
    { "--n", "80", "--ac", "5", "--sampling", "double", NULL },
    { "--n", "80", "--ac", "5", "--quality", "120%", NULL },
    { "--n", "80", "--ac", "5", "--points", "x", NULL },
    { "--lot", "1000", NULL },
    { "--lot", "1000", "--aql", "2.6", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      const char *const *c = calls[i];
      g_autoptr (CliRun) run = cli_run ("oc", c[0], c[1], c[2], c[3], c[4], c[5], NULL);

      g_assert_cmpint (run->status, ==, 2);
      g_assert_cmpstr (run->errors, !=, "");
      g_assert_cmpstr (run->output, ==, "");
    }
}

/* Curves of a plan that is in no book. */
static void
test_oc_chart (void)
{
  g_autofree char *folder = g_dir_make_tmp ("assay-oc-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "oc.svg", NULL);
  g_autofree char *text = NULL;
  g_autoptr (CliRun) run = cli_run ("chart", "oc", "--lot", "1000", "--aql", "2.5", "--quality",
                                    "5%", "--output", path, NULL);
  g_autoptr (CliRun) missing = cli_run ("chart", "oc", "--output", path, NULL);
  g_autoptr (CliRun) no_book = cli_run ("chart", "defects", "--output", path, NULL);
  g_autoptr (CliRun) curve
      = cli_run ("chart", "oc", "--n", "80", "--ac", "5", "--curve", "x", "--output", path, NULL);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "<title>How often lots pass</title>"));
  g_assert_nonnull (strstr (text, "A lot with 5 % defective still passes 79 times in 100."));
  g_assert_cmpint (missing->status, ==, 2);
  g_assert_cmpint (no_book->status, ==, 2);
  g_assert_cmpint (curve->status, ==, 2);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/plans/names", test_names);
  g_test_add_func ("/cli/plans/samples", test_samples);
  g_test_add_func ("/cli/plans/double-classes", test_double_classes);
  g_test_add_func ("/cli/plans/table", test_table);
  g_test_add_func ("/cli/plans/oc", test_oc);
  g_test_add_func ("/cli/plans/risks", test_risks);
  g_test_add_func ("/cli/plans/oc-double", test_oc_double);
  g_test_add_func ("/cli/plans/quantiles", test_quantiles);
  g_test_add_func ("/cli/plans/oc-wrong", test_oc_wrong);
  g_test_add_func ("/cli/plans/oc-chart", test_oc_chart);
  return g_test_run ();
}
