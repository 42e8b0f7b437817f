/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay agenda` and `assay calendar`. */

#include <glib/gstdio.h>

#include "cli-run.h"

typedef struct
{
  char *folder, *book, *calendar;
} Fixture;

static void
import (Fixture *fixture, const char *type, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "in.csv", NULL);
  g_autoptr (CliRun) run = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  run = cli_run ("import", fixture->book, type, path, NULL);
  g_test_message ("%s%s", run->output, run->errors);
  g_assert_cmpint (run->status, ==, 0);
  g_remove (path);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("assay-agenda-XXXXXX", NULL);
  fixture->book = g_build_filename (fixture->folder, "book.assay", NULL);
  fixture->calendar = g_build_filename (fixture->folder, "due.ics", NULL);
  import (fixture, "supplier", "Supplier,Country\nSao Mai,VN\nYangtze,CN\n");
  import (fixture, "order",
          "PO,Supplier,Sent on,SKU,Quantity,Promised\n"
          "PO-1,Sao Mai,2026-05-01,Trail 25,900,2026-06-20\n"
          "PO-2,Yangtze,2026-05-01,Zip,50,2026-06-10\n"
          "PO-3,Yangtze,2026-05-01,Zip,70,2026-09-10\n");
  import (fixture, "blackout",
          "Name,First day,Last day,Country\nDragon boats,2026-06-19,2026-06-21,CN\n");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->book);
  g_remove (fixture->calendar);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->book);
  g_free (fixture->calendar);
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) run
      = cli_run ("agenda", fixture->book, "--today", "2026-06-15", "--json", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  JsonObject *row;

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "rows")), ==, 3);
  row = cli_row (object, 0);
  g_assert_cmpstr (json_object_get_string_member (row, "day"), ==, "2026-06-10");
  g_assert_cmpstr (json_object_get_string_member (row, "kind"), ==, "promise");
  g_assert_true (json_object_get_boolean_member (row, "overdue"));
  g_assert_cmpstr (json_object_get_string_member (row, "supplier"), ==, "Yangtze");
  g_assert_cmpint (json_object_get_int_member (row, "pieces"), ==, 50);
  g_assert_true (json_object_get_null_member (row, "amount"));
  row = cli_row (object, 1);
  g_assert_cmpstr (json_object_get_string_member (row, "type"), ==, "blackout");
  g_assert_cmpstr (json_object_get_string_member (row, "until"), ==, "2026-06-21");
  g_assert_false (json_object_get_boolean_member (row, "overdue"));
  row = cli_row (object, 2);
  g_assert_cmpstr (json_object_get_string_member (row, "title"), ==, "PO-1 · Trail 25");
  g_assert_cmpint (json_object_get_int_member (row, "id"), >, 0);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *option, *value;
    int status;
    guint lines; /* of CSV */
  } rows[] = {
    { "--to", "2026-12-31", 0, 5 },    { "--from", "2026-06-11", 0, 3 },
    { "--kind", "blackout", 0, 2 },    { "--kind", "payment", 0, 1 },
    { "--supplier", "Yangtze", 0, 3 }, { "--supplier", "Nobody", 1, 0 },
    { "--kind", "birthday", 2, 0 },    { "--from", "tomorrow", 2, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CliRun) run = cli_run ("agenda", fixture->book, "--csv", "--today", "2026-06-15",
                                        rows[i].option, rows[i].value, NULL);
      g_auto (GStrv) lines = g_strsplit (run->output, "\n", -1);
      guint n = 0;

      g_test_message ("%s %s: %s%s", rows[i].option, rows[i].value, run->output, run->errors);
      for (guint j = 0; lines[j] != NULL; j++)
        n += *lines[j] != '\0';
      g_assert_cmpint (run->status, ==, rows[i].status);
      g_assert_cmpuint (n, ==, rows[i].lines);
    }
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) run = cli_run ("agenda", fixture->book, "--today", "2026-06-15", NULL);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_nonnull (strstr (run->output, "Goods due"));
  g_assert_nonnull (strstr (run->output, "overdue"));
  g_assert_nonnull (strstr (run->output, "900 pieces"));
}

/* A promise that moves keeps its entry. */
static void
test_calendar (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) run = cli_run ("calendar", fixture->book, fixture->calendar, "--today",
                                    "2026-06-15", "--kind", "promise", "--remind", "2", NULL);
  g_autofree char *text = NULL, *later = NULL, *uid = NULL;
  g_auto (GStrv) parts = NULL;

  g_test_message ("%s", run->errors);
  g_assert_cmpint (run->status, ==, 0);
  g_assert_true (g_file_get_contents (fixture->calendar, &text, NULL, NULL));
  parts = g_strsplit (text, "BEGIN:VEVENT", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 4);
  g_assert_nonnull (strstr (parts[2], "DTSTART;VALUE=DATE:20260620"));
  g_assert_nonnull (strstr (parts[2], "SUMMARY:Goods due: PO-1 · Trail 25"));
  g_assert_nonnull (strstr (parts[2], "BEGIN:VALARM"));
  uid = g_strndup (strstr (parts[2], "UID:"), strcspn (strstr (parts[2], "UID:"), "\r"));
  g_assert_true (g_str_has_prefix (uid, "UID:order_line-"));
  g_assert_true (g_str_has_suffix (uid, "-promised@page.assay.Assay"));
  import (fixture, "promise",
          "PO,SKU,Promised,Given on,Reason\nPO-1,Trail 25,2026-06-27,2026-06-01,factory\n");
  {
    g_autoptr (CliRun) again = cli_run ("calendar", fixture->book, fixture->calendar, "--today",
                                        "2026-06-15", "--kind", "promise", NULL);

    g_assert_cmpint (again->status, ==, 0);
  }
  g_assert_true (g_file_get_contents (fixture->calendar, &later, NULL, NULL));
  g_assert_nonnull (strstr (later, uid));
  g_assert_nonnull (strstr (later, "DTSTART;VALUE=DATE:20260627"));
  g_assert_null (strstr (later, "DTSTART;VALUE=DATE:20260620"));
  g_assert_null (strstr (later, "VALARM"));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "due.ics", NULL);
  g_autoptr (CliRun) folder = cli_run ("calendar", fixture->book, nowhere, NULL);
  g_autoptr (CliRun) days
      = cli_run ("calendar", fixture->book, fixture->calendar, "--remind", "soon", NULL);
  g_autoptr (CliRun) many
      = cli_run ("calendar", fixture->book, fixture->calendar, "--remind", "400", NULL);
  g_autoptr (CliRun) missing = cli_run ("calendar", fixture->book, NULL);

  g_assert_cmpint (folder->status, ==, 1);
  g_assert_nonnull (strstr (folder->errors, nowhere));
  g_assert_cmpint (days->status, ==, 2);
  g_assert_cmpint (many->status, ==, 2);
  g_assert_cmpint (missing->status, ==, 2);
  g_assert_false (g_file_test (fixture->calendar, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/agenda/json", Fixture, NULL, set_up, test_json, tear_down);
  g_test_add ("/cli/agenda/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/cli/agenda/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/cli/calendar/file", Fixture, NULL, set_up, test_calendar, tear_down);
  g_test_add ("/cli/calendar/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
