/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay figures` of defects and of comparisons. */

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
  gint64 ege = sample_supplier (db, "Ege", "TR");
  gint64 pack = sample_product (db, "T25", "Trail 25");
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = assay_records_get (db, ASSAY_TYPE_SUPPLIER, ege, &error);

  g_assert_no_error (error);
  assay_record_set_integer (record, ASSAY_SUPPLIER_CLAIMED_DEFECTS, 10000);
  assay_records_update (db, record, &error);
  g_assert_no_error (error);
  sample_inspection (db, sao_mai, pack, "2026-01-20", 80, 3, "pass");
  sample_inspection (db, sao_mai, pack, "2026-03-20", 80, 2, "pass");
  sample_inspection (db, ege, pack, "2026-03-21", 125, 7, "fail");
  sample_inspection (db, ege, pack, "2026-03-22", -1, 7, "fail");
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

static void
test_defects (Sample *sample, gconstpointer data)
{
  g_autoptr (CliRun) months
      = cli_run ("figures", sample->path, "defects", "--by", "month", "--json", NULL);
  g_autoptr (CliRun) exact = cli_run ("figures", sample->path, "defects", "--interval", "exact",
                                      "--supplier", "Ege", "--json", NULL);
  g_autoptr (CliRun) classes = cli_run ("figures", sample->path, "defects", "--by", "class", NULL);
  g_autoptr (JsonObject) by_month = cli_run_parse (months);
  g_autoptr (JsonObject) of_ege = cli_run_parse (exact);
  JsonObject *gap = cli_find_row (by_month, "2026-02"), *row = cli_row (of_ege, 0);
  JsonObject *units = json_object_get_object_member (by_month, "units");

  /* A month without inspections: null, never 0. */
  g_assert_cmpint (json_object_get_int_member (gap, "lots"), ==, 0);
  g_assert_true (json_object_get_null_member (gap, "rate"));
  g_assert_true (json_object_get_null_member (gap, "dhu"));
  g_assert_true (json_object_get_null_member (gap, "accepted_share"));
  g_assert_true (json_object_get_null_member (gap, "critical"));
  g_assert_cmpstr (json_object_get_string_member (units, "dpmo"), ==,
                   "defects_per_million_opportunities");
  g_assert_true (json_object_has_member (json_object_get_object_member (by_month, "definitions"),
                                         "accepted_share"));

  /* Clopper–Pearson of 7 in 125. */
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (row, "rate_low"), 0.022809,
                                  0.51e-6);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (row, "rate_high"), 0.111979,
                                  0.51e-6);
  g_assert_cmpint (json_object_get_int_member (row, "unknown"), ==, 1);
  g_assert_nonnull (strstr (json_object_get_string_member (of_ege, "definition"), "Clopper"));
  g_assert_cmpint (classes->status, ==, 0);
  g_assert_nonnull (strstr (classes->output, "Critical"));
}

static void
test_explain (Sample *sample, gconstpointer data)
{
  g_autoptr (CliRun) run = cli_run ("figures", sample->path, "defects", "--explain", "rate",
                                    "--supplier", "Ege", "--json", NULL);
  g_autoptr (CliRun) text
      = cli_run ("figures", sample->path, "defects", "--explain", "accepted_share", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  JsonObject *explanation = json_object_get_object_member (object, "explanation");
  JsonObject *rows = json_object_get_object_member (explanation, "rows");
  JsonArray *left_out = json_object_get_array_member (explanation, "left_out");

  g_assert_cmpint (json_object_get_int_member (rows, "n"), ==, 1);
  g_assert_cmpuint (json_array_get_length (left_out), ==, 1);
  g_assert_cmpint (text->status, ==, 0);
  g_assert_nonnull (strstr (text->output, "2 ÷ 3 = 66.67 %"));
}

static JsonObject *
find_figure (JsonObject *object, const char *figure)
{
  JsonArray *rows = json_object_get_array_member (object, "rows");

  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (g_strcmp0 (json_object_get_string_member (cli_row (object, i), "figure"), figure) == 0)
      return cli_row (object, i);
  g_error ("no figure %s", figure);
}

/* 3 of 80 in January, 2 of 80 in March: a third less that means nothing. */
static void
test_periods (Sample *sample, gconstpointer data)
{
  g_autoptr (CliRun) change = cli_run ("figures", sample->path, "compare", "--supplier", "Sao Mai",
                                       "--change", "2026-02-15", "--json", NULL);
  g_autoptr (CliRun) dates = cli_run ("figures", sample->path, "compare", "--supplier", "Sao Mai",
                                      "--from", "2026-03-01", "--to", "2026-03-31", "--with-from",
                                      "2026-01-01", "--with-to", "2026-01-31", "--json", NULL);
  g_autoptr (CliRun) previous
      = cli_run ("figures", sample->path, "compare", "--from", "2026-03-01", "--to", "2026-03-31",
                 "--with-period", "previous", "--json", NULL);
  g_autoptr (CliRun) text = cli_run ("figures", sample->path, "compare", "--supplier", "Sao Mai",
                                     "--change", "2026-02-15", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (change), other = cli_run_parse (dates);
  g_autoptr (JsonObject) before = cli_run_parse (previous);
  JsonObject *row = find_figure (object, "defective_rate"), *same;

  g_assert_cmpfloat (json_object_get_double_member (row, "base_value"), ==, 3.0 / 80.0);
  g_assert_cmpfloat (json_object_get_double_member (row, "value"), ==, 2.0 / 80.0);
  g_assert_cmpstr (json_object_get_string_member (row, "verdict"), ==, "not_distinguishable");
  g_assert_cmpstr (json_object_get_string_member (row, "change_kind"), ==, "relative");
  g_assert_cmpstr (json_object_get_string_member (row, "words"), ==,
                   "changed by −33.3 % (−87.0 % … +249.0 %, not distinguishable from chance)");
  /* The earlier period is the base, whatever the order. */
  same = find_figure (other, "defective_rate");
  g_assert_cmpfloat (json_object_get_double_member (same, "change"), ==,
                     json_object_get_double_member (row, "change"));
  /* February has no inspections: unknown. */
  same = find_figure (before, "defective_rate");
  g_assert_true (json_object_get_null_member (same, "base_value"));
  g_assert_cmpstr (json_object_get_string_member (same, "verdict"), ==, "unknown");
  g_assert_nonnull (strstr (text->output, "not distinguishable from chance"));
}

static void
test_suppliers (Sample *sample, gconstpointer data)
{
  g_autoptr (CliRun) run = cli_run ("figures", sample->path, "compare", "--supplier", "Sao Mai",
                                    "--with", "Ege", "--json", NULL);
  g_autoptr (CliRun) csv = cli_run ("figures", sample->path, "compare", "--supplier", "Sao Mai",
                                    "--with", "Ege", "--with", "Sao Mai", "--csv", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  JsonObject *row = find_figure (object, "defective_rate");

  g_assert_cmpstr (json_object_get_string_member (row, "base"), ==, "Sao Mai");
  g_assert_cmpstr (json_object_get_string_member (row, "compared"), ==, "Ege");
  g_assert_cmpint (json_object_get_int_member (row, "base_n"), ==, 160);
  g_assert_true (g_str_has_prefix (csv->output, "figure,unit,base,base_value,base_low,base_high,"
                                                "base_n,compared,value,low,high,n,counted,"
                                                "change_kind,change,change_low,change_high,"
                                                "verdict,words\r\n"));
}

static void
test_claims (Sample *sample, gconstpointer data)
{
  g_autoptr (CliRun) run = cli_run ("figures", sample->path, "compare", "--claims", "--json", NULL);
  g_autoptr (CliRun) none = cli_run ("figures", sample->path, "compare", "--claims", "--supplier",
                                     "Sao Mai", "--json", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run), empty = cli_run_parse (none);
  JsonObject *row = cli_row (object, 0);

  /* 1 % is claimed; 7 of 125, from 2.7 % on. */
  g_assert_cmpstr (json_object_get_string_member (row, "claim"), ==, "claimed_defects");
  g_assert_cmpfloat (json_object_get_double_member (row, "claimed"), ==, 0.01);
  g_assert_cmpstr (json_object_get_string_member (row, "verdict"), ==, "not_supported");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (empty, "rows")), ==, 0);
}

/* What is not known is null, in every row of every supplier. */
static void
test_side_by_side (Sample *sample, gconstpointer data)
{
  g_autoptr (CliRun) run = cli_run ("figures", sample->path, "compare", "--side-by-side",
                                    "--supplier", "Ege", "--with", "Sao Mai", "--json", NULL);
  g_autoptr (CliRun) text
      = cli_run ("figures", sample->path, "compare", "--side-by-side", "--supplier", "Ege", NULL);
  g_autoptr (CliRun) alone = cli_run ("figures", sample->path, "compare", "--side-by-side", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  JsonArray *rows = json_object_get_array_member (object, "rows");
  JsonObject *ppm = NULL, *lead = NULL;

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = cli_row (object, i);
      const char *name = json_object_get_string_member (row, "row");

      if (g_str_equal (json_object_get_string_member (row, "supplier"), "Ege")
          && g_str_equal (name, "ppm"))
        ppm = row;
      if (g_str_equal (json_object_get_string_member (row, "supplier"), "Sao Mai")
          && g_str_equal (name, "lead_sd"))
        lead = row;
    }
  /* 7 of 125 were defective, 10,000 in a million are claimed. */
  g_assert_nonnull (ppm);
  g_assert_cmpfloat (json_object_get_double_member (ppm, "value"), ==, 56000);
  g_assert_cmpfloat (json_object_get_double_member (ppm, "claimed"), ==, 10000);
  g_assert_cmpint (json_object_get_int_member (ppm, "n"), ==, 125);
  g_assert_cmpstr (json_object_get_string_member (ppm, "verdict"), ==, "not_supported");
  g_assert_nonnull (lead);
  g_assert_true (json_object_get_null_member (lead, "value"));
  g_assert_true (json_object_get_null_member (lead, "low"));
  g_assert_cmpint (text->status, ==, 0);
  g_assert_nonnull (strstr (text->output, "Defective per million"));
  g_assert_cmpint (alone->status, ==, 2);
}

#define ADD(name, func) g_test_add ("/cli/compare/" name, Sample, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("defects", test_defects);
  ADD ("explain", test_explain);
  ADD ("periods", test_periods);
  ADD ("suppliers", test_suppliers);
  ADD ("claims", test_claims);
  ADD ("side-by-side", test_side_by_side);
  return g_test_run ();
}
