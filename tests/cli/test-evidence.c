/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay evidence`, and the chart of validity. */

#include <glib/gstdio.h>

#include "cli-run.h"
#include "record/date.h"
#include "record/record.h"
#include "store/book.h"
#include "store/records.h"

typedef struct
{
  char *folder, *path, *chart;
} Fixture;

static void
add (AssayDb *db, gint64 supplier, const char *number, const char *holder, const char *until)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_EVIDENCE);
  g_autoptr (GError) error = NULL;
  gint32 day;

  g_assert_true (assay_date_parse_iso (until, &day));
  assay_record_set_text (record, ASSAY_EVIDENCE_KIND, "system_certificate");
  assay_record_set_text (record, ASSAY_EVIDENCE_NAME, "ISO 9001");
  assay_record_set_text (record, ASSAY_EVIDENCE_NUMBER, number);
  assay_record_set_text (record, ASSAY_EVIDENCE_HOLDER, holder);
  assay_record_set_text (record, ASSAY_EVIDENCE_STATE, "verified");
  assay_record_set_date (record, ASSAY_EVIDENCE_VALID_UNTIL, day);
  assay_record_set_reference (record, ASSAY_EVIDENCE_SUPPLIER, supplier);
  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
}

static gboolean
fill (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  g_autoptr (AssayRecord) supplier = assay_record_new (ASSAY_TYPE_SUPPLIER);

  assay_record_set_text (supplier, ASSAY_SUPPLIER_NAME, "Sao Mai");
  if (!assay_records_insert (db, supplier, error))
    return FALSE;
  add (db, assay_record_get_id (supplier), "A-1", "SAO MAI", "2030-01-01");
  add (db, assay_record_get_id (supplier), "A-2", "Green Star", "2026-01-01");
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayBook) book = NULL;

  fixture->folder = g_dir_make_tmp ("assay-evidence-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "book.assay", NULL);
  fixture->chart = g_build_filename (fixture->folder, "validity.svg", NULL);
  book = assay_book_open (fixture->path, ASSAY_BOOK_CREATE, &error);
  g_assert_no_error (error);
  assay_book_change (book, "Fill", fill, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assay_book_close (book, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_remove (fixture->chart);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->chart);
}

static guint
count_rows (JsonObject *object)
{
  return json_array_get_length (json_object_get_array_member (object, "rows"));
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) run
      = cli_run ("evidence", fixture->path, "--today", "2026-11-23", "--json", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  JsonObject *row, *flag;
  JsonArray *flags;

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpuint (count_rows (object), ==, 2);
  row = cli_row (object, 0);
  g_assert_cmpstr (json_object_get_string_member (row, "number"), ==, "A-2");
  g_assert_cmpstr (json_object_get_string_member (row, "valid_until"), ==, "2026-01-01");
  g_assert_false (json_object_get_boolean_member (row, "holds"));
  g_assert_cmpint (json_object_get_int_member (row, "red"), ==, 2);
  flags = json_object_get_array_member (row, "flags");
  flag = json_array_get_object_element (flags, 0);
  g_assert_cmpstr (json_object_get_string_member (flag, "flag"), ==, "expired");
  g_assert_cmpstr (json_object_get_string_member (flag, "weight"), ==, "red");
  g_assert_cmpstr (json_object_get_string_member (flag, "day"), ==, "2026-01-01");
  flag = json_array_get_object_element (flags, 1);
  g_assert_cmpstr (json_object_get_string_member (flag, "flag"), ==, "holder");
  g_assert_true (json_object_get_null_member (flag, "day"));
  row = cli_row (object, 1);
  g_assert_true (json_object_get_boolean_member (row, "holds"));
  g_assert_true (json_object_get_null_member (row, "valid_from"));
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) flagged
      = cli_run ("evidence", fixture->path, "--today", "2025-06-01", "--flags", "--json", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (flagged);
  g_autoptr (CliRun) none = cli_run ("evidence", fixture->path, "--today", "2025-06-01", "--flag",
                                     "expired", "--json", NULL);
  g_autoptr (JsonObject) nothing = cli_run_parse (none);
  g_autoptr (CliRun) words = cli_run ("evidence", fixture->path, "--supplier", "Sao Mai", NULL);
  g_autoptr (CliRun) unknown = cli_run ("evidence", fixture->path, "--flag", "bad", NULL);
  g_autoptr (CliRun) gone = cli_run ("evidence", fixture->path, "--supplier", "Nobody", NULL);

  g_assert_cmpuint (count_rows (object), ==, 1);
  g_assert_cmpuint (count_rows (nothing), ==, 0);
  g_assert_nonnull (strstr (words->output, "Green Star"));
  g_assert_cmpint (unknown->status, ==, 2);
  g_assert_cmpint (gone->status, ==, 1);
}

static void
test_chart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) run
      = cli_run ("chart", fixture->path, "validity", "--output", fixture->chart, NULL);
  g_autofree char *svg = NULL;

  g_assert_cmpint (run->status, ==, 0);
  g_assert_true (g_file_get_contents (fixture->chart, &svg, NULL, NULL));
  g_assert_nonnull (strstr (svg, "<svg"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/evidence/json", Fixture, NULL, set_up, test_json, tear_down);
  g_test_add ("/evidence/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/evidence/chart", Fixture, NULL, set_up, test_chart, tear_down);
  return g_test_run ();
}
