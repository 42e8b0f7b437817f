/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands that read a book. */

#include <glib/gstdio.h>

#include "cli-run.h"
#include "sample-book.h"

typedef struct
{
  char *path;
  char *folder;
} Sample;

static void
fill (AssayDb *db, gpointer data)
{
  gint64 sao_mai = sample_supplier (db, "Sao Mai", "VN");
  gint64 ege = sample_supplier (db, "Ege, Tekstil", "TR");
  gint64 odd = sample_supplier (db, "=HYPERLINK(\"http://x\")", NULL);
  gint64 pack = sample_product (db, "T25", "Trail 25");
  gint64 order = sample_order (db, "PO-1", sao_mai, "2026-01-01", "2026-01-11");
  gint64 other = sample_order (db, "PO-2", ege, "2026-01-05", NULL);

  g_assert_cmpint (odd, !=, 0);
  sample_delivery (db, sample_line (db, order, pack, 300, "2026-03-02"), 300, "2026-02-28");
  sample_delivery (db, sample_line (db, order, pack, 300, "2026-03-02"), 300, "2026-03-02");
  sample_delivery (db, sample_line (db, order, pack, 300, "2026-03-02"), 300, "2026-03-05");
  sample_line (db, order, pack, 300, "2026-06-29");
  sample_delivery (db, sample_line (db, other, pack, 100, "2026-03-02"), 100, "2026-03-12");
  sample_inspection (db, sao_mai, pack, "2026-02-20", 80, 3, "pass");
  sample_inspection (db, ege, pack, "2026-03-20", 125, 7, "fail");
}

static void
set_up (Sample *sample, gconstpointer data)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GError) error = NULL;

  sample_change (book, fill, NULL);
  sample->path = g_strdup (assay_book_get_path (book));
  sample->folder = g_path_get_dirname (sample->path);
  assay_book_close (book, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (book);
}

static void
tear_down (Sample *sample, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (sample->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (sample->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (sample->folder);
  g_free (sample->folder);
  g_free (sample->path);
}

static char *
beside (Sample *sample, const char *name)
{
  return g_build_filename (sample->folder, name, NULL);
}

static void
test_lead_time (Sample *sample, gconstpointer data)
{
  static const char *const names[]
      = { "group",         "n",        "lead_n",      "lead_mean", "lead_sd",
          "lead_variance", "lead_cv",  "lead_median", "lead_p85",  "lead_p90",
          "lead_p95",      "slip_n",   "slip_mean",   "slip_sd",   "slip_cv",
          "slip_median",   "slip_p85", "slip_p90",    "slip_p95",  "slip_min",
          "slip_max",      "on_time",  "late_n",      "early_n",   "open_late_n",
          "slip_variance" };
  g_autoptr (CliRun) run = cli_run ("figures", sample->path, "lead-time", "--by", "supplier",
                                    "--today", "2026-06-30", "--json", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  JsonObject *row = cli_find_row (object, "Sao Mai");
  JsonObject *total = json_object_get_object_member (object, "total");

  g_assert_true (json_object_has_member (object, "asked"));
  g_assert_true (json_object_has_member (object, "definition"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (json_object_has_member (row, names[i]));
      g_assert_true (json_object_has_member (total, names[i]));
    }
  g_assert_cmpint (json_object_get_int_member (row, "n"), ==, 3);
  g_assert_cmpfloat (json_object_get_double_member (row, "slip_mean"), ==, 1.0 / 3.0);
  g_assert_cmpfloat (json_object_get_double_member (row, "on_time"), ==, 0.5);
  g_assert_cmpint (json_object_get_int_member (row, "open_late_n"), ==, 1);
  row = cli_find_row (object, "Ege, Tekstil");
  g_assert_true (json_object_get_null_member (row, "slip_variance"));
  g_assert_cmpint (json_object_get_int_member (total, "n"), ==, 4);
}

static void
test_defects (Sample *sample, gconstpointer data)
{
  g_autoptr (CliRun) run
      = cli_run ("figures", sample->path, "defects", "--by", "month", "--json", NULL);
  g_autoptr (CliRun) csv
      = cli_run ("figures", sample->path, "defects", "--supplier", "sao mai", "--csv", NULL);
  g_autoptr (CliRun) nobody
      = cli_run ("figures", sample->path, "defects", "--supplier", "Nobody", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  JsonObject *row = cli_find_row (object, "2026-02");

  g_assert_cmpfloat (json_object_get_double_member (row, "rate"), ==, 3.0 / 80.0);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (row, "rate_low"), 0.012835,
                                  0.51e-6);
  g_assert_cmpint (json_object_get_int_member (row, "accepted_lots"), ==, 1);
  g_assert_cmpint (csv->status, ==, 0);
  g_assert_true (g_str_has_prefix (csv->output,
                                   "group,lots,inspected,defective,defects,rate,rate_low,"
                                   "rate_high,dhu,dpmo,ppm,accepted_lots,unknown,"));
  g_assert_nonnull (strstr (csv->output, "\r\n,1,80,3,3,0.0375,"));
  g_assert_cmpint (nobody->status, ==, 1);
  g_assert_nonnull (strstr (nobody->errors, "Nobody"));
}

static void
test_list (Sample *sample, gconstpointer data)
{
  g_autoptr (CliRun) run
      = cli_run ("list", sample->path, "order-lines", "--where", "supplier=Sao Mai", "--where",
                 "state=delivered", "--sort", "-slip", "--json", NULL);
  g_autoptr (CliRun) text = cli_run ("list", sample->path, "suppliers", NULL);
  g_autoptr (CliRun) csv
      = cli_run ("list", sample->path, "supplier", "--sort", "name", "--csv", NULL);
  g_autoptr (CliRun) unknown
      = cli_run ("list", sample->path, "supplier", "--where", "country=", "--json", NULL);
  g_autoptr (CliRun) wrong = cli_run ("list", sample->path, "supplier", "--where", "x=1", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  g_autoptr (JsonObject) one = cli_run_parse (unknown);
  JsonArray *rows = json_object_get_array_member (object, "rows");

  g_assert_cmpuint (json_array_get_length (rows), ==, 3);
  g_assert_cmpint (json_object_get_int_member (cli_row (object, 0), "slip"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (cli_row (object, 2), "slip"), ==, -2);
  g_assert_cmpstr (json_object_get_string_member (cli_row (object, 0), "delivered_on"), ==,
                   "2026-03-05");
  g_assert_cmpstr (json_object_get_string_member (cli_row (object, 0), "supplier"), ==, "Sao Mai");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (one, "rows")), ==, 1);
  g_assert_nonnull (strstr (text->output, "Sao Mai"));
  g_assert_cmpint (csv->status, ==, 0);
  g_assert_nonnull (strstr (csv->output, "\"Ege, Tekstil\""));
  g_assert_nonnull (strstr (csv->output, ",\"'=HYPERLINK(\"\"http://x\"\")\","));
  g_assert_cmpint (wrong->status, ==, 2);
}

static void
test_export (Sample *sample, gconstpointer data)
{
  g_autofree char *csv_path = beside (sample, "orders.csv");
  g_autofree char *json_path = beside (sample, "orders.json");
  g_autofree char *nowhere = beside (sample, "no/orders.csv");
  g_autoptr (CliRun) csv = cli_run ("export", sample->path, "order", csv_path, NULL);
  g_autoptr (CliRun) json = cli_run ("export", sample->path, "order", json_path, NULL);
  g_autoptr (CliRun) listed = cli_run ("list", sample->path, "order", "--csv", NULL);
  g_autoptr (CliRun) failed = cli_run ("export", sample->path, "order", nowhere, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (csv->status, ==, 0);
  g_assert_cmpint (json->status, ==, 0);
  g_file_get_contents (csv_path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, listed->output);
  json_parser_load_from_file (parser, json_path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (failed->status, ==, 1);
  g_assert_nonnull (strstr (failed->errors, "no/orders.csv"));
}

static void
test_chart (Sample *sample, gconstpointer data)
{
  static const char *const kinds[]
      = { "lead-time", "spread", "defects", "suppliers", "heat-map", "small-multiples" };
  static const char *const names[] = { "chart.svg", "chart.png", "chart.pdf" };
  static const char *const heads[] = { "<?xml", "\x89PNG", "%PDF" };

  for (guint k = 0; k < G_N_ELEMENTS (kinds) * G_N_ELEMENTS (names); k++)
    {
      guint i = k % G_N_ELEMENTS (names);
      g_autofree char *path = beside (sample, names[i]);
      g_autoptr (CliRun) run = cli_run ("chart", sample->path, kinds[k / G_N_ELEMENTS (names)],
                                        "--output", path, NULL);
      g_autofree char *text = NULL;

      g_assert_cmpstr (run->errors, ==, "");
      g_assert_cmpint (run->status, ==, 0);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true (g_str_has_prefix (text, heads[i]));
    }
}

/* All figures of heat maps and panels, both orders, all spreads; a wrong one is named. */
static void
test_supplier_charts (Sample *sample, gconstpointer data)
{
  static const char *const choices[][3] = {
    { "heat-map", "--of", "slip" },           { "heat-map", "--of", "on-time" },
    { "heat-map", "--of", "defects" },        { "heat-map", "--of", "lead" },
    { "heat-map", "--of", "deliveries" },     { "heat-map", "--sort", "worst" },
    { "small-multiples", "--of", "on-time" }, { "small-multiples", "--of", "defects" },
    { "small-multiples", "--sort", "worst" }, { "suppliers", "--spread", "lead-variance" },
    { "suppliers", "--spread", "slip-sd" },   { "suppliers", "--spread", "slip-variance" },
  };
  g_autofree char *path = beside (sample, "suppliers.svg");

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (CliRun) run = cli_run ("chart", sample->path, choices[i][0], choices[i][1],
                                        choices[i][2], "--output", path, NULL);

      g_assert_cmpstr (run->errors, ==, "");
      g_assert_cmpint (run->status, ==, 0);
    }
  {
    g_autoptr (CliRun) wrong
        = cli_run ("chart", sample->path, "heat-map", "--of", "colour", "--output", path, NULL);
    g_autoptr (CliRun) panels = cli_run ("chart", sample->path, "small-multiples", "--of", "lead",
                                         "--output", path, NULL);

    g_assert_cmpint (wrong->status, ==, 2);
    g_assert_nonnull (strstr (wrong->errors, "slip, on-time, defects, lead, deliveries"));
    g_assert_cmpint (panels->status, ==, 1);
    g_assert_nonnull (strstr (panels->errors, "slip, on-time or defects"));
  }
}

/* Writes as another program might, which does not know that some of it is derived. */
static void
damage (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayDb) db = assay_db_open (path, 0, &error);

  assay_db_exec (db, "PRAGMA foreign_keys = OFF", &error);
  g_assert_no_error (error);
  assay_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static void
test_check (Sample *sample, gconstpointer data)
{
  g_autoptr (CliRun) whole = cli_run ("check", sample->path, NULL);
  g_autoptr (CliRun) broken = NULL;

  g_assert_cmpstr (whole->errors, ==, "");
  g_assert_cmpint (whole->status, ==, 0);
  damage (sample->path, "UPDATE order_line SET slip = 99 WHERE slip = 3;"
                        "INSERT INTO contact (id, supplier, name) VALUES (7, 4711, 'Nobody''s');"
                        "INSERT INTO attachment (id, owner_type, owner, sha256, file_name)"
                        " VALUES (8, 'supplier', 4711, 'x', 'y')");
  broken = cli_run ("check", sample->path, NULL);
  g_assert_cmpint (broken->status, ==, 1);
  g_assert_nonnull (strstr (broken->errors, "slip"));
  g_assert_nonnull (strstr (broken->errors, "contact 7"));
  g_assert_nonnull (strstr (broken->errors, "attachment 8 belongs to no record"));
  g_assert_nonnull (strstr (broken->errors, "attachment 8 has lost its bytes"));
}

static void
test_backup (Sample *sample, gconstpointer data)
{
  g_autofree char *copy = beside (sample, "copy.assay");
  g_autoptr (CliRun) run = cli_run ("backup", sample->path, copy, NULL);
  g_autoptr (CliRun) again = cli_run ("backup", sample->path, copy, NULL);
  g_autoptr (CliRun) check = cli_run ("check", copy, NULL);
  g_autoptr (CliRun) first = cli_run ("list", sample->path, "order", "--csv", NULL);
  g_autoptr (CliRun) second = cli_run ("list", copy, "order", "--csv", NULL);

  g_assert_cmpstr (run->errors, ==, "");
  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpint (again->status, ==, 1);
  g_assert_cmpint (check->status, ==, 0);
  g_assert_cmpstr (first->output, ==, second->output);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/cli/book/" name, Sample, NULL, set_up, func, tear_down)
  ADD ("lead-time", test_lead_time);
  ADD ("defects", test_defects);
  ADD ("list", test_list);
  ADD ("export", test_export);
  ADD ("chart", test_chart);
  ADD ("chart-suppliers", test_supplier_charts);
  ADD ("check", test_check);
  ADD ("backup", test_backup);
  return g_test_run ();
}
