/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay figures BOOK lead-time`: every rule as an option, units, explanations, refusals. */

#include <string.h>

#include "cli-run.h"
#include "insight/lead-time-statistics.h"
#include "sample-book.h"
#include "store/book-settings.h"

/* Lead 59 and 64, slip -1 and 4; the second line came in two parts, 30 on day 60, 70 on day 64. */
static void
fill (AssayDb *db, gpointer data)
{
  gint64 order = sample_order (db, "PO-1", sample_supplier (db, "Sao Mai", "VN"), "2026-01-01",
                               "2026-01-05");
  gint64 line = sample_line (db, order, 0, 100, "2026-03-02");

  sample_delivery (db, sample_line (db, order, 0, 300, "2026-03-02"), 300, "2026-03-01");
  sample_delivery (db, line, 30, "2026-03-02");
  sample_delivery (db, line, 70, "2026-03-06");
}

static void
set_in_book (AssayDb *db, gpointer data)
{
  g_assert_true (assay_book_settings_set (db, ASSAY_SETTING_ON_TIME_UNIT, "quantity", NULL));
  g_assert_true (assay_book_settings_set (db, ASSAY_SETTING_IN_FULL, "what", NULL));
}

static void
test_rules (void)
{
  static const struct
  {
    const char *option, *statistic;
    double value;
  } cases[] = {
    { "--start=sent", "lead_mean", 61.5 },      { "--start=confirmed", "lead_mean", 57.5 },
    { "--on-time=:4", "on_time", 1 },           { "--unit=shipment", "on_time_n", 2 },
    { "--unit=shipment", "due_n", 3 },          { "--unit=quantity", "on_time_n", 330 },
    { "--unit=quantity", "due_n", 400 },        { "--partial=weighted", "slip_max", 2.8 },
    { "--weighted", "lead_mean", 60.25 },       { "--weights=pieces", "slip_mean", 0.25 },
    { "--days=calendar", "slip_max", 4 },       { "--in-full=10", "otif", 0.5 },
    { "--promise-of=shipped", "no_date_n", 2 }, { "--production=started", "production_n", 0 },
    { "--against=latest", "slip_mean", 1.5 },
  };
  AssayBook *book = sample_book_new ();

  sample_change (book, fill, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CliRun) run = cli_run ("figures", assay_book_get_path (book), "lead-time",
                                        cases[i].option, "--json", NULL);
      g_autoptr (JsonObject) answer = cli_run_parse (run);
      JsonObject *total = json_object_get_object_member (answer, "total");

      g_test_message ("%s", cases[i].option);
      g_assert_cmpint (run->status, ==, 0);
      g_assert_cmpfloat_with_epsilon (json_object_get_double_member (total, cases[i].statistic),
                                      cases[i].value, 1e-12);
    }
  sample_book_free (book);
}

/* Each statistic has a unit, and the rules of the book are said. */
static void
test_said (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (CliRun) run = NULL;
  g_autoptr (JsonObject) answer = NULL;
  JsonObject *asked, *units, *total;
  guint n;
  const AssayLeadTimeStatistic *statistics = assay_lead_time_statistics (&n);

  sample_change (book, fill, NULL);
  sample_change (book, set_in_book, NULL);
  run = cli_run ("figures", assay_book_get_path (book), "lead-time", "--json", NULL);
  answer = cli_run_parse (run);
  asked = json_object_get_object_member (answer, "asked");
  units = json_object_get_object_member (answer, "units");
  total = json_object_get_object_member (answer, "total");
  g_assert_cmpstr (json_object_get_string_member (asked, "unit"), ==, "quantity");
  g_assert_cmpstr (json_object_get_string_member (asked, "in_full"), ==, "0");
  g_assert_cmpstr (json_object_get_string_member (asked, "promise_of"), ==, "received");
  g_assert_cmpstr (json_object_get_string_member (asked, "on_time"), ==, ":0");
  g_assert_cmpstr (json_object_get_string_member (units, "due_n"), ==, "pieces");
  g_assert_cmpstr (json_object_get_string_member (units, "lead_mean"), ==, "days");
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (json_object_has_member (units, statistics[i].name));
      g_assert_true (json_object_has_member (total, statistics[i].name));
    }
  g_assert_true (json_object_get_boolean_member (total, "safe_few"));
  g_assert_nonnull (strstr (json_object_get_string_member (answer, "definition"), "pieces"));
  sample_book_free (book);
}

static void
test_explain (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (CliRun) text = NULL, json = NULL, wrong = NULL;
  g_autoptr (JsonObject) answer = NULL;
  JsonObject *explanation;

  sample_change (book, fill, NULL);
  text = cli_run ("figures", assay_book_get_path (book), "lead-time", "--explain", "lead_mean",
                  NULL);
  g_assert_cmpint (text->status, ==, 0);
  g_assert_nonnull (strstr (text->output, "64 + 59 = 123"));
  json = cli_run ("figures", assay_book_get_path (book), "lead-time", "--explain", "on_time",
                  "--json", NULL);
  answer = cli_run_parse (json);
  explanation = json_object_get_object_member (answer, "explanation");
  g_assert_cmpstr (json_object_get_string_member (explanation, "value"), ==, "50.0 %");
  g_assert_cmpint (
      json_object_get_int_member (json_object_get_object_member (explanation, "rows"), "n"), ==, 2);
  wrong = cli_run ("figures", assay_book_get_path (book), "lead-time", "--explain", "luck", NULL);
  g_assert_cmpint (wrong->status, ==, 1);
  sample_book_free (book);
}

static void
test_refused (void)
{
  static const char *const wrong[] = {
    "--start=typed",   "--unit=lines",   "--partial=first",   "--in-full=101", "--in-full=x",
    "--days=weekdays", "--weights=each", "--promise-of=sent", "--on-time=7",   "--production=x",
  };
  AssayBook *book = sample_book_new ();

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (CliRun) run
          = cli_run ("figures", assay_book_get_path (book), "lead-time", wrong[i], NULL);

      g_test_message ("%s", wrong[i]);
      g_assert_cmpint (run->status, ==, 2);
      g_assert_nonnull (strchr (run->errors, '\n'));
      g_assert_cmpstr (run->output, ==, "");
    }
  sample_book_free (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/lead-time/rules", test_rules);
  g_test_add_func ("/cli/lead-time/said", test_said);
  g_test_add_func ("/cli/lead-time/explain", test_explain);
  g_test_add_func ("/cli/lead-time/refused", test_refused);
  return g_test_run ();
}
