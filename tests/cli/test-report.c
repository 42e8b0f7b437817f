/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay report` about suppliers: what it takes, what it refuses, what it leaves behind. */

#include <glib/gstdio.h>

#include "cli/cli.h"
#include "cli-run.h"
#include "sample-book.h"

typedef struct
{
  char *folder;
  char *book;
  char *file;
} Place;

static void
fill (AssayDb *db, gpointer data)
{
  gint64 first = sample_supplier (db, "Sao Mai", "VN");
  gint64 pack = sample_product (db, "T25", "Trail 25");
  gint64 order = sample_order (db, "PO-1", first, "2026-01-01", NULL);

  sample_supplier (db, "Ege", "TR");
  sample_delivery (db, sample_line (db, order, pack, 300, "2026-03-02"), 300, "2026-03-05");
  sample_inspection (db, first, pack, "2026-02-20", 80, 3, "pass");
}

static void
set_up (Place *place, gconstpointer data)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GError) error = NULL;

  sample_change (book, fill, NULL);
  place->book = g_strdup (assay_book_get_path (book));
  place->folder = g_path_get_dirname (place->book);
  place->file = g_build_filename (place->folder, "report.pdf", NULL);
  assay_book_close (book, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (book);
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
  g_free (place->file);
}

static void
assert_status (const CliRun *run, int status)
{
  if (run->status != status)
    g_test_message ("%s", run->errors);
  g_assert_cmpint (run->status, ==, status);
}

static void
assert_pdf (Place *place)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (place->file, &content, &length, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  g_unlink (place->file);
}

static void
test_written (Place *place, gconstpointer data)
{
  g_autoptr (CliRun) one
      = cli_run ("report", place->book, "supplier", "Sao Mai", "--from", "2026-01-01", "--to",
                 "2026-12-31", "--today", "2026-05-01", "--output", place->file, NULL);
  g_autoptr (CliRun) both = NULL;
  g_autoptr (CliRun) compared = NULL;

  assert_status (one, ASSAY_EXIT_DONE);
  assert_pdf (place);
  both = cli_run ("report", place->book, "supplier", "Sao Mai", "Ege", "--sections",
                  "delivery,definitions", "--paper", "letter", "--output", place->file, NULL);
  assert_status (both, ASSAY_EXIT_DONE);
  assert_pdf (place);
  compared = cli_run ("report", place->book, "comparison", "Sao Mai", "Ege", "--output",
                      place->file, NULL);
  assert_status (compared, ASSAY_EXIT_DONE);
  assert_pdf (place);
}

/* What is wrong is told, and no file appears. */
static void
test_refused (Place *place, gconstpointer data)
{
  g_autoptr (CliRun) nobody
      = cli_run ("report", place->book, "supplier", "Nobody", "--output", place->file, NULL);
  g_autoptr (CliRun) alone
      = cli_run ("report", place->book, "comparison", "Sao Mai", "--output", place->file, NULL);
  g_autoptr (CliRun) section = cli_run ("report", place->book, "supplier", "Sao Mai", "--sections",
                                        "money", "--output", place->file, NULL);
  g_autoptr (CliRun) document = cli_run ("report", place->book, "supplier", "Sao Mai", "--document",
                                         "full", "--output", place->file, NULL);
  g_autoptr (CliRun) day = cli_run ("report", place->book, "supplier", "Sao Mai", "--from",
                                    "yesterday", "--output", place->file, NULL);
  g_autoptr (CliRun) nowhere = cli_run ("report", place->book, "supplier", "Sao Mai", NULL);

  assert_status (nobody, ASSAY_EXIT_REFUSED);
  assert_status (alone, ASSAY_EXIT_USAGE);
  assert_status (section, ASSAY_EXIT_USAGE);
  assert_status (document, ASSAY_EXIT_USAGE);
  assert_status (day, ASSAY_EXIT_USAGE);
  assert_status (nowhere, ASSAY_EXIT_USAGE);
  g_assert_false (g_file_test (place->file, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/written", Place, NULL, set_up, test_written, tear_down);
  g_test_add ("/report/refused", Place, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
