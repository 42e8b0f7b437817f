/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exit statuses, help and what is said when a command is called wrongly. */

#include "assay-config.h"

#include "cli-run.h"

static const char *const commands[] = { "example", "import", "list", "export", "figures", "chart",
                                        "report",  "plan",   "oc",   "check",  "backup" };

static void
test_help (void)
{
  g_autoptr (CliRun) all = cli_run ("--help", NULL);
  g_autoptr (CliRun) help = cli_run ("help", NULL);

  g_assert_cmpint (all->status, ==, 0);
  g_assert_cmpstr (all->output, ==, help->output);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (CliRun) one = cli_run (commands[i], "--help", NULL);
      g_autoptr (CliRun) other = cli_run ("help", commands[i], NULL);
      g_autofree char *heading = g_strdup_printf ("assay %s ", commands[i]);

      g_assert_nonnull (strstr (all->output, commands[i]));
      g_assert_cmpint (one->status, ==, 0);
      g_assert_nonnull (strstr (one->output, heading));
      g_assert_cmpstr (one->errors, ==, "");
      g_assert_cmpstr (one->output, ==, other->output);
    }
}

static void
test_version (void)
{
  g_autoptr (CliRun) run = cli_run ("--version", NULL);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpstr (run->output, ==, "Assay " ASSAY_VERSION "\n");
}

/* A book, an option of the toolkit and nothing at all are the window's. */
static void
test_window (void)
{
  g_autoptr (CliRun) nothing = cli_run (NULL, NULL);
  g_autoptr (CliRun) book = cli_run ("backpacks.assay", NULL);
  g_autoptr (CliRun) option = cli_run ("--gapplication-service", NULL);
  g_autoptr (CliRun) mistake = cli_run ("improt", "backpacks.assay", NULL);

  g_assert_cmpint (nothing->status, ==, -1);
  g_assert_cmpint (book->status, ==, -1);
  g_assert_cmpint (option->status, ==, -1);
  g_assert_cmpint (mistake->status, ==, 2);
  g_assert_nonnull (strstr (mistake->errors, "improt"));
}

static void
assert_wrong (CliRun *run, const char *about)
{
  g_autoptr (CliRun) owned = run;

  g_assert_cmpint (owned->status, ==, 2);
  g_assert_cmpstr (owned->output, ==, "");
  if (strstr (owned->errors, about) == NULL)
    g_error ("“%s” does not speak of “%s”", owned->errors, about);
}

static void
test_wrong (void)
{
  assert_wrong (cli_run ("plan", NULL), "--lot");
  assert_wrong (cli_run ("plan", "--lot", "0", NULL), "“0”");
  assert_wrong (cli_run ("plan", "--lot", "-5", NULL), "“-5”");
  assert_wrong (cli_run ("plan", "--lot", "many", NULL), "many");
  assert_wrong (cli_run ("plan", "--lot", "99999999999999999999", NULL), "whole number");
  assert_wrong (cli_run ("plan", "--lot", "100", "--aql", "3", NULL), "“3”");
  assert_wrong (cli_run ("plan", "--lot", "100", "--level", "IV", NULL), "IV");
  assert_wrong (cli_run ("plan", "--lot", "100", "--severity", "mild", NULL), "mild");
  assert_wrong (cli_run ("plan", "--lot", "100", "--sampling", "triple", NULL), "triple");
  assert_wrong (cli_run ("plan", "--lot", "100", "--colour", NULL), "--colour");
  assert_wrong (cli_run ("plan", "--lot", "100", "extra", NULL), "too many");
  assert_wrong (cli_run ("oc", "--n", "50", NULL), "--ac");
  assert_wrong (cli_run ("oc", "--lot", "50", NULL), "--aql");
  assert_wrong (cli_run ("oc", "--n", "50", "--ac", "1", "--points", "2", NULL), "“2”");
  assert_wrong (cli_run ("oc", "--n", "50", "--ac", "1", "--lot", "20", NULL), "larger");
  assert_wrong (cli_run ("figures", "b.assay", NULL), "missing");
  assert_wrong (cli_run ("figures", "b.assay", "costs", NULL), "costs");
  assert_wrong (cli_run ("figures", "b.assay", "lead-time", "--by", "moon", NULL), "moon");
  assert_wrong (cli_run ("figures", "b.assay", "defects", "--by", "colour", NULL), "colour");
  assert_wrong (cli_run ("figures", "b.assay", "defects", "--interval", "wald", NULL), "wald");
  assert_wrong (cli_run ("figures", "b.assay", "defects", "--explain", "beauty", NULL), "beauty");
  assert_wrong (cli_run ("figures", "b.assay", "compare", NULL), "nothing to compare");
  assert_wrong (cli_run ("figures", "b.assay", "compare", "--with", "B", NULL), "--supplier");
  assert_wrong (cli_run ("figures", "b.assay", "compare", "--with-period", "previous", NULL),
                "--from");
  assert_wrong (cli_run ("figures", "b.assay", "defects", "--from", "31.3.26", NULL), "31.3.26");
  assert_wrong (cli_run ("figures", "b.assay", "defects", "--to", "2026-02-30", NULL),
                "2026-02-30");
  assert_wrong (cli_run ("list", "b.assay", "ghost", NULL), "ghost");
  assert_wrong (cli_run ("export", "b.assay", "supplier", "out.txt", NULL), ".csv");
  assert_wrong (cli_run ("chart", "b.assay", "pie", "-o", "out.svg", NULL), "pie");
  assert_wrong (cli_run ("chart", "b.assay", "spread", NULL), "--output");
  assert_wrong (cli_run ("chart", "b.assay", "spread", "-o", "out.bmp", NULL), "bmp");
  assert_wrong (cli_run ("check", NULL), "missing");
  assert_wrong (cli_run ("help", "ghost", NULL), "ghost");
}

static void
assert_refused (CliRun *run, const char *about)
{
  g_autoptr (CliRun) owned = run;

  g_assert_cmpint (owned->status, ==, 1);
  g_assert_cmpstr (owned->output, ==, "");
  if (strstr (owned->errors, about) == NULL)
    g_error ("“%s” does not speak of “%s”", owned->errors, about);
}

static void
test_refused (void)
{
  assert_refused (cli_run ("figures", "/nowhere/b.assay", "lead-time", NULL), "b.assay");
  assert_refused (cli_run ("list", "/nowhere/b.assay", "supplier", NULL), "b.assay");
  assert_refused (cli_run ("check", "/nowhere/b.assay", NULL), "b.assay");
  assert_refused (cli_run ("backup", "/nowhere/b.assay", "/nowhere/c.assay", NULL), "b.assay");
  assert_refused (cli_run ("export", "/nowhere/b.assay", "supplier", "out.xlsx", NULL), "out.xlsx");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/usage/help", test_help);
  g_test_add_func ("/cli/usage/version", test_version);
  g_test_add_func ("/cli/usage/window", test_window);
  g_test_add_func ("/cli/usage/wrong", test_wrong);
  g_test_add_func ("/cli/usage/refused", test_refused);
  return g_test_run ();
}
