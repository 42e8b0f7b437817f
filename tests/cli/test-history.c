/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A real delivery history from file to figures: `assay import`, then `assay figures`, against
 * statistics computed elsewhere with exact rationals. */

#include <glib/gstdio.h>

#include "cli-run.h"

static void
check_row (JsonObject *row, char **expected)
{
  static const struct
  {
    const char *name;
    int column;
  } figures[]
      = { { "n", 1 },           { "slip_mean", 2 }, { "slip_variance", 3 }, { "slip_sd", 4 },
          { "slip_median", 5 }, { "slip_p90", 6 },  { "slip_min", 9 },      { "slip_max", 10 },
          { "on_time", 12 },    { "early_n", 14 },  { "late_n", 15 } };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      double value = json_object_get_double_member (row, figures[i].name);
      double wanted = g_ascii_strtod (expected[figures[i].column], NULL);

      /* Ten decimals are given. */
      if (ABS (value - wanted) > 0.51e-10)
        g_error ("%s of %s is %.12f, not %.12f", figures[i].name, expected[0], value, wanted);
    }
}

/* Cells of one line; the vendor's name alone is quoted where it holds a comma. */
static char **
split (const char *line)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_auto (GStrv) rest = NULL;
  const char *after = line;

  if (line[0] == '"')
    {
      after = strchr (line + 1, '"');
      g_strv_builder_take (cells, g_strndup (line + 1, (gsize)(after - line - 1)));
      after += 2;
    }
  rest = g_strsplit (after, ",", -1);
  g_strv_builder_addv (cells, (const char **)rest);
  return g_strv_builder_end (cells);
}

static void
test_history (void)
{
  const char *folder = g_getenv ("ASSAY_SHARED_DATA");
  g_autofree char *history
      = g_build_filename (folder ? folder : "", "scms", "scms_delivery_history.csv", NULL);
  g_autofree char *figures
      = g_build_filename (folder ? folder : "", "scms", "expected_leadtime_some_vendors.csv", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *place = g_dir_make_tmp ("assay-history-XXXXXX", NULL);
  g_autofree char *book = g_build_filename (place, "history.assay", NULL);
  g_auto (GStrv) lines = NULL;
  g_autoptr (CliRun) import = NULL;
  g_autoptr (CliRun) asked = NULL;
  g_autoptr (CliRun) check = NULL;
  g_autoptr (JsonObject) object = NULL;

  if (!g_file_get_contents (figures, &expected, NULL, NULL)
      || !g_file_test (history, G_FILE_TEST_EXISTS))
    {
      g_rmdir (place);
      g_test_skip ("the SCMS delivery history is not here");
      return;
    }
  import = cli_run ("import", book, "order", history, "--date-order", "dmy", NULL);
  if (import->status != 0)
    g_test_message ("%s", import->errors);
  g_assert_cmpint (import->status, ==, 0);
  asked = cli_run ("figures", book, "lead-time", "--by", "supplier", "--json", NULL);
  object = cli_run_parse (asked);
  lines = g_strsplit (expected, "\n", -1);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = split (lines[i]);

      check_row (i == 1 ? json_object_get_object_member (object, "total")
                        : cli_find_row (object, cells[0]),
                 cells);
    }
  check = cli_run ("check", book, NULL);
  g_assert_cmpstr (check->errors, ==, "");
  g_unlink (book);
  g_rmdir (place);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/history/figures", test_history);
  return g_test_run ();
}
