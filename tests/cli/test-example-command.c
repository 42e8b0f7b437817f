/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay example` as a command: it makes a whole book that ends on the day that was asked for,
 * never overwrites and leaves nothing half done. */

#include <glib/gstdio.h>

#include "cli-run.h"
#include "exchange/example.h"

static void
test_shift (void)
{
  static const struct
  {
    const char *text;
    gint32 days;
    const char *shifted;
  } cases[] = {
    { "", 3, "" },
    { "2026-02-27", 2, "2026-03-01" },
    { "PO-7,2024-02-28,,2024-12-31\n", 1, "PO-7,2024-02-29,,2025-01-01\n" },
    { "moved to 2026-01-01.", -1, "moved to 2025-12-31." },
    { "12026-01-01 2026-01-011 2026-13-01 2026-1-01", 1,
      "12026-01-01 2026-01-011 2026-13-01 2026-1-01" },
    { "Çınaryolu 2026-01-01", 0, "Çınaryolu 2026-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shifted = assay_example_shift_dates (cases[i].text, cases[i].days);

      g_assert_cmpstr (shifted, ==, cases[i].shifted);
    }
}

typedef struct
{
  char *folder;
  char *book;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  g_autofree char *files = g_build_filename (g_getenv ("ASSAY_SOURCE_DIR"), "data", NULL);

  place->folder = g_dir_make_tmp ("assay-example-XXXXXX", NULL);
  place->book = g_build_filename (place->folder, "example.assay", NULL);
  g_setenv ("ASSAY_DATA_DIR", files, TRUE);
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_unlink (place->book);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->folder);
  g_free (place->book);
}

static double
figure (JsonObject *object, const char *name)
{
  return json_object_get_double_member (json_object_get_object_member (object, "total"), name);
}

static void
test_whole (Place *place, gconstpointer data)
{
  g_autoptr (CliRun) made = cli_run ("example", place->book, "--today", "2026-11-23", NULL);
  g_autoptr (CliRun) again = cli_run ("example", place->book, NULL);
  g_autoptr (CliRun) check = cli_run ("check", place->book, NULL);
  g_autoptr (CliRun) early = NULL;
  g_autoptr (CliRun) late = NULL;
  g_autoptr (JsonObject) first = NULL;
  g_autoptr (JsonObject) second = NULL;

  g_assert_cmpstr (made->errors, ==, "");
  g_assert_cmpint (made->status, ==, 0);
  g_assert_cmpint (again->status, ==, 1);
  g_assert_cmpstr (check->errors, ==, "");
  g_assert_cmpint (check->status, ==, 0);

  /* Two years: nothing before the first and nothing inspected after today. */
  early = cli_run ("figures", place->book, "defects", "--to", "2024-10-01", "--json", NULL);
  late = cli_run ("figures", place->book, "defects", "--from", "2026-11-24", "--json", NULL);
  first = cli_run_parse (early);
  second = cli_run_parse (late);
  g_assert_cmpfloat (figure (first, "lots"), ==, 0.0);
  g_assert_cmpfloat (figure (second, "lots"), ==, 0.0);
}

static void
test_broken (Place *place, gconstpointer data)
{
  g_autoptr (CliRun) made = NULL;

  g_setenv ("ASSAY_DATA_DIR", place->folder, TRUE);
  made = cli_run ("example", place->book, NULL);
  g_assert_cmpint (made->status, ==, 1);
  g_assert_nonnull (strstr (made->errors, "anchor.txt"));
  g_assert_false (g_file_test (place->book, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/example-command/shift", test_shift);
  g_test_add ("/cli/example-command/whole", Place, NULL, set_up, test_whole, tear_down);
  g_test_add ("/cli/example-command/broken", Place, NULL, set_up, test_broken, tear_down);
  return g_test_run ();
}
