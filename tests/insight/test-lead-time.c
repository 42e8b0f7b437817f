/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>
#include <stdio.h>

#include "insight/lead-time.h"
#include "sample-book.h"

static AssayLeadTimeQuestion
question_by (AssayGrouping by)
{
  return (AssayLeadTimeQuestion){ .by = by,
                                  .from = ASSAY_DATE_UNKNOWN,
                                  .to = ASSAY_DATE_UNKNOWN,
                                  .today = sample_day ("2026-06-30") };
}

static GPtrArray *
ask (AssayBook *book, const AssayLeadTimeQuestion *question, AssayLeadTimeRow **total)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = assay_lead_time_figures (assay_book_get_reader (book), question, total, &error);

  g_assert_no_error (error);
  return rows;
}

static const AssayLeadTimeRow *
find_row (GPtrArray *rows, const char *group)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (((AssayLeadTimeRow *)g_ptr_array_index (rows, i))->group, group) == 0)
      return g_ptr_array_index (rows, i);
  g_error ("no row “%s”", group);
}

/*
 * Two factories. Sao Mai: slip -2, 0 and 3, lead 58, 60 and 63; one line past its promise and open,
 * one due later, one cancelled, one delivered without a promise (lead 40). Ege: one line in two
 * parts, slip 10, lead unknown because the order was never sent.
 */
static void
fill (AssayDb *db, gpointer data)
{
  gint64 sao_mai = sample_supplier (db, "Sao Mai", "VN");
  gint64 ege = sample_supplier (db, "Ege", "TR");
  gint64 pack = sample_product (db, "T25", "Trail 25");
  gint64 order = sample_order (db, "PO-1", sao_mai, "2026-01-01", "2026-01-11");
  gint64 cancelled = sample_order (db, "PO-2", sao_mai, "2026-01-01", NULL);
  gint64 unsent = sample_order (db, "PO-3", ege, NULL, NULL);
  gint64 line;

  sample_delivery (db, sample_line (db, order, pack, 300, "2026-03-02"), 300, "2026-02-28");
  sample_delivery (db, sample_line (db, order, pack, 300, "2026-03-02"), 300, "2026-03-02");
  sample_delivery (db, sample_line (db, order, 0, 300, "2026-03-02"), 300, "2026-03-05");
  sample_delivery (db, sample_line (db, order, 0, 300, NULL), 300, "2026-02-10");
  sample_line (db, order, pack, 300, "2026-06-29");
  sample_line (db, order, pack, 300, "2026-06-30");
  sample_line (db, cancelled, pack, 300, "2026-02-01");
  sample_set_text (db, ASSAY_TYPE_ORDER, cancelled, ASSAY_ORDER_STATE, "cancelled");
  line = sample_line (db, unsent, pack, 500, "2026-04-10");
  sample_delivery (db, line, 200, "2026-04-09");
  sample_delivery (db, line, 300, "2026-04-20");
  sample_set_text (db, ASSAY_TYPE_ORDER, order, ASSAY_ORDER_MODE, "sea");
}

static void
test_supplier (void)
{
  AssayBook *book = sample_book_new ();
  AssayLeadTimeQuestion question = question_by (ASSAY_GROUP_SUPPLIER);
  g_autoptr (AssayLeadTimeRow) total = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const AssayLeadTimeRow *row;

  sample_change (book, fill, NULL);
  rows = ask (book, &question, &total);
  g_assert_cmpuint (rows->len, ==, 2);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (row->group, ==, "Ege");
  g_assert_cmpuint (row->lead.n, ==, 0);
  g_assert_true (isnan (row->lead.mean));
  g_assert_cmpuint (row->slip.n, ==, 1);
  g_assert_cmpfloat (row->slip.mean, ==, 10.0);
  g_assert_true (isnan (row->slip.variance));
  g_assert_cmpint (row->late_n, ==, 1);
  g_assert_cmpfloat (row->on_time, ==, 0.0);

  row = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (row->group, ==, "Sao Mai");
  g_assert_cmpint (row->id, !=, 0);
  g_assert_cmpuint (row->lead.n, ==, 4);
  g_assert_cmpfloat (row->lead.mean, ==, (58 + 60 + 63 + 40) / 4.0);
  g_assert_cmpuint (row->slip.n, ==, 3);
  g_assert_cmpfloat_with_epsilon (row->slip.mean, 1.0 / 3.0, 1e-15);
  g_assert_cmpfloat_with_epsilon (row->slip.variance, 19.0 / 3.0, 1e-14);
  g_assert_cmpint (row->early_n, ==, 1);
  g_assert_cmpint (row->on_time_n, ==, 2);
  g_assert_cmpint (row->late_n, ==, 1);
  g_assert_cmpint (row->open_late_n, ==, 1);
  g_assert_cmpfloat (row->on_time, ==, 0.5);

  g_assert_cmpuint (total->slip.n, ==, 4);
  g_assert_cmpuint (total->lead.n, ==, 4);
  g_assert_cmpint (total->open_late_n, ==, 1);
  g_assert_cmpfloat (total->on_time, ==, 0.4);
  sample_book_free (book);
}

static void
test_groups (void)
{
  AssayBook *book = sample_book_new ();
  AssayLeadTimeQuestion question = question_by (ASSAY_GROUP_MONTH);
  g_autoptr (GPtrArray) months = NULL;
  g_autoptr (GPtrArray) countries = NULL;
  g_autoptr (GPtrArray) products = NULL;
  g_autoptr (GPtrArray) modes = NULL;
  g_autoptr (GPtrArray) one = NULL;

  sample_change (book, fill, NULL);
  months = ask (book, &question, NULL);
  g_assert_cmpuint (months->len, ==, 4);
  g_assert_cmpuint (find_row (months, "2026-02")->lead.n, ==, 2);
  g_assert_cmpuint (find_row (months, "2026-03")->slip.n, ==, 2);
  g_assert_cmpuint (find_row (months, "2026-04")->slip.n, ==, 1);
  g_assert_cmpint (find_row (months, "2026-06")->open_late_n, ==, 1);

  question.by = ASSAY_GROUP_COUNTRY;
  countries = ask (book, &question, NULL);
  g_assert_cmpuint (countries->len, ==, 2);
  g_assert_cmpuint (find_row (countries, "VN")->slip.n, ==, 3);
  g_assert_cmpuint (find_row (countries, "TR")->slip.n, ==, 1);

  question.by = ASSAY_GROUP_PRODUCT;
  products = ask (book, &question, NULL);
  g_assert_cmpuint (products->len, ==, 2);
  g_assert_cmpuint (find_row (products, "Trail 25")->slip.n, ==, 3);
  g_assert_cmpuint (find_row (products, NULL)->slip.n, ==, 1);
  /* The unknown stands last. */
  g_assert_null (((AssayLeadTimeRow *)g_ptr_array_index (products, 1))->group);

  question.by = ASSAY_GROUP_MODE;
  modes = ask (book, &question, NULL);
  g_assert_cmpuint (find_row (modes, "sea")->lead.n, ==, 4);
  g_assert_cmpuint (find_row (modes, NULL)->slip.n, ==, 1);

  question.by = ASSAY_GROUP_NONE;
  one = ask (book, &question, NULL);
  g_assert_cmpuint (one->len, ==, 1);
  sample_book_free (book);
}

static void
test_filters (void)
{
  AssayBook *book = sample_book_new ();
  AssayLeadTimeQuestion question = question_by (ASSAY_GROUP_NONE);
  g_autoptr (AssayLeadTimeRow) march = NULL;
  g_autoptr (AssayLeadTimeRow) confirmed = NULL;
  g_autoptr (AssayLeadTimeRow) later = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) more = NULL;
  g_autoptr (GPtrArray) most = NULL;

  sample_change (book, fill, NULL);
  question.from = sample_day ("2026-03-01");
  question.to = sample_day ("2026-03-31");
  rows = ask (book, &question, &march);
  g_assert_cmpuint (march->slip.n, ==, 2);
  g_assert_cmpint (march->open_late_n, ==, 0);

  question = question_by (ASSAY_GROUP_NONE);
  question.rules.from_confirmed = TRUE;
  more = ask (book, &question, &confirmed);
  g_assert_cmpfloat (confirmed->lead.max, ==, 53.0);

  question.today = sample_day ("2026-07-01");
  most = ask (book, &question, &later);
  g_assert_cmpint (later->open_late_n, ==, 2);
  sample_book_free (book);
}

static void
test_series (void)
{
  AssayBook *book = sample_book_new ();
  AssayLeadTimeQuestion question = question_by (ASSAY_GROUP_NONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (AssaySeries) series = NULL;
  const AssayPoint *points;

  sample_change (book, fill, NULL);
  series = assay_lead_time_slips (assay_book_get_reader (book), &question, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (series->points->len, ==, 4);
  points = &g_array_index (series->points, AssayPoint, 0);
  g_assert_cmpfloat (points[0].value, ==, -2.0);
  g_assert_cmpfloat (points[1].value, ==, 0.0);
  g_assert_cmpfloat (points[2].value, ==, 3.0);
  g_assert_cmpfloat (points[3].value, ==, 10.0);
  g_assert_cmpint (points[3].day, ==, sample_day ("2026-04-20"));
  g_assert_cmpstr (points[0].label, ==, "PO-1 · Trail 25");

  groups = assay_lead_time_slips_by_supplier (assay_book_get_reader (book), &question, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_cmpstr (((AssaySeries *)g_ptr_array_index (groups, 0))->name, ==, "Ege");
  g_assert_cmpuint (((AssaySeries *)g_ptr_array_index (groups, 1))->points->len, ==, 3);

  g_clear_pointer (&series, assay_series_free);
  question.supplier = ((AssaySeries *)g_ptr_array_index (groups, 0))->id;
  series = assay_lead_time_slips (assay_book_get_reader (book), &question, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (series->name, ==, "Ege");
  g_assert_cmpuint (series->points->len, ==, 1);
  sample_book_free (book);
}

static void
test_empty (void)
{
  AssayBook *book = sample_book_new ();
  AssayLeadTimeQuestion question = question_by (ASSAY_GROUP_SUPPLIER);
  g_autoptr (AssayLeadTimeRow) total = NULL;
  g_autoptr (GPtrArray) rows = ask (book, &question, &total);

  g_assert_cmpuint (rows->len, ==, 0);
  g_assert_cmpuint (total->slip.n, ==, 0);
  g_assert_true (isnan (total->on_time));
  sample_book_free (book);
}

static void
damage (AssayDb *db, gpointer data)
{
  fill (db, NULL);
  g_assert_true (assay_db_exec (db,
                                "UPDATE supplier SET name = CAST (X'F0' || name AS TEXT);"
                                "UPDATE product SET name = CAST (X'F0' AS TEXT);"
                                "UPDATE supplier SET country = CAST (X'41F0' AS TEXT)",
                                NULL));
}

/* Names that are not UTF-8 are sorted and shown, not run beyond. */
static void
test_damaged (void)
{
  static const AssayGrouping groupings[]
      = { ASSAY_GROUP_SUPPLIER, ASSAY_GROUP_PRODUCT, ASSAY_GROUP_COUNTRY };
  AssayBook *book = sample_book_new ();
  AssayLeadTimeQuestion question = question_by (ASSAY_GROUP_NONE);
  g_autoptr (GPtrArray) series = NULL;

  sample_change (book, damage, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (groupings); i++)
    {
      g_autoptr (GPtrArray) rows = NULL;

      question.by = groupings[i];
      rows = ask (book, &question, NULL);
      for (guint j = 0; j < rows->len; j++)
        {
          const char *group = ((AssayLeadTimeRow *)g_ptr_array_index (rows, j))->group;

          g_assert_true (group == NULL || g_utf8_validate (group, -1, NULL));
        }
    }
  series = assay_lead_time_slips_by_supplier (assay_book_get_reader (book), &question, NULL);
  g_assert_nonnull (series);
  for (guint i = 0; i < series->len; i++)
    {
      const AssaySeries *one = g_ptr_array_index (series, i);

      for (guint j = 0; j < one->points->len; j++)
        g_assert_true (
            g_utf8_validate (g_array_index (one->points, AssayPoint, j).label, -1, NULL));
    }
  sample_book_free (book);
}

/* Splits one line of the delivery history; quotes as in RFC 4180, no line ends within cells. */
static GPtrArray *
split (const char *line)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  GString *cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *p = line; *p != '\0' && *p != '\r'; p++)
    if (*p == '"' && quoted && p[1] == '"')
      g_string_append_c (cell, *p++);
    else if (*p == '"')
      quoted = !quoted;
    else if (*p == ',' && !quoted)
      {
        g_ptr_array_add (cells, g_strdup (cell->str));
        g_string_truncate (cell, 0);
      }
    else
      g_string_append_c (cell, *p);
  g_ptr_array_add (cells, g_string_free_and_steal (cell));
  return cells;
}

/* "2-Jun-06" */
static gint32
parse_scms_day (const char *text)
{
  static const char *const months[]
      = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  char name[4];
  int day, year;
  gint32 date;

  g_assert_cmpint (sscanf (text, "%d-%3[A-Za-z]-%d", &day, name, &year), ==, 3);
  for (int i = 0; i < 12; i++)
    if (g_str_equal (name, months[i]))
      {
        g_assert_true (assay_date_from_ymd (2000 + year, i + 1, day, &date));
        return date;
      }
  g_error ("no date: %s", text);
}

/* Columns of the delivery history. */
enum
{
  SCMS_SCHEDULED = 12,
  SCMS_DELIVERED = 13,
  SCMS_VENDOR = 17,
};

static void
fill_scms (AssayDb *db, gpointer data)
{
  char **lines = data;
  g_autoptr (GHashTable) orders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_autoptr (GPtrArray) cells = split (lines[i]);
      const char *vendor = g_ptr_array_index (cells, SCMS_VENDOR);
      gint64 *order = g_hash_table_lookup (orders, vendor);
      g_autofree char *promised
          = assay_date_format_iso (parse_scms_day (g_ptr_array_index (cells, SCMS_SCHEDULED)));
      g_autofree char *delivered
          = assay_date_format_iso (parse_scms_day (g_ptr_array_index (cells, SCMS_DELIVERED)));

      if (order == NULL)
        {
          order = g_new (gint64, 1);
          *order = sample_order (db, vendor, sample_supplier (db, vendor, NULL), NULL, NULL);
          g_hash_table_insert (orders, g_strdup (vendor), order);
        }
      sample_delivery (db, sample_line (db, *order, 0, 1, promised), 1, delivered);
    }
}

static void
check_scms_row (const AssayLeadTimeRow *row, GPtrArray *expected)
{
  const double values[] = { (double)row->slip.n, row->slip.mean,   row->slip.variance,
                            row->slip.sd,        row->slip.median, row->slip.p90 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const char *text = g_ptr_array_index (expected, i + 1);

      /* Ten decimals are given. */
      g_assert_cmpfloat_with_epsilon (values[i], g_ascii_strtod (text, NULL), 0.51e-10);
    }
  g_assert_cmpfloat (row->slip.min, ==, g_ascii_strtod (g_ptr_array_index (expected, 9), NULL));
  g_assert_cmpfloat (row->slip.max, ==, g_ascii_strtod (g_ptr_array_index (expected, 10), NULL));
  g_assert_cmpint (row->on_time_n, ==,
                   g_ascii_strtoll (g_ptr_array_index (expected, 11), NULL, 10));
  g_assert_cmpfloat_with_epsilon (
      row->on_time, g_ascii_strtod (g_ptr_array_index (expected, 12), NULL), 0.51e-10);
  g_assert_cmpint (row->early_n, ==, g_ascii_strtoll (g_ptr_array_index (expected, 14), NULL, 10));
  g_assert_cmpint (row->late_n, ==, g_ascii_strtoll (g_ptr_array_index (expected, 15), NULL, 10));
}

static gint64 moved_line;

static void
fill_moved (AssayDb *db, gpointer data)
{
  g_autoptr (AssayRecord) promise = assay_record_new (ASSAY_TYPE_PROMISE);
  g_autoptr (GError) error = NULL;
  gint64 moved = sample_supplier (db, "Moved", "VN");
  gint64 order = sample_order (db, "PO-M", moved, "2026-01-01", NULL);

  moved_line = sample_line (db, order, sample_product (db, "M", "Moved"), 10, "2026-02-01");
  assay_record_set_reference (promise, ASSAY_PROMISE_ORDER_LINE, moved_line);
  assay_record_set_date (promise, ASSAY_PROMISE_PROMISED_ON, sample_day ("2026-03-01"));
  assay_record_set_date (promise, ASSAY_PROMISE_GIVEN_ON, sample_day ("2026-01-20"));
  assay_record_set_text (promise, ASSAY_PROMISE_REASON, "material");
  assay_records_insert (db, promise, &error);
  g_assert_no_error (error);
  sample_delivery (db, moved_line, 10, "2026-02-26");
}

/* The slips of Sao Mai are -2, 0 and 3 days, and one line is late and open. */
static void
test_rules (void)
{
  static const struct
  {
    const char *window;
    gint64 on_time, late;
  } cases[] = { { ":0", 2, 1 }, { "7:0", 2, 1 }, { "1:0", 1, 1 }, { "1:3", 2, 0 },
                { ":3", 3, 0 }, { "0:0", 1, 1 }, { "2:2", 2, 1 } };
  static const char *const wrong[] = { "", "7", "7:", "a:0", "-1:0", "1:2:3", "9999:0", "1:99999" };
  AssayBook *book = sample_book_new ();
  AssayLeadTimeQuestion question = question_by (ASSAY_GROUP_SUPPLIER);
  AssayLeadTimeRules kept = { .late = 5 };

  sample_change (book, fill, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AssayLeadTimeRow) total = NULL;
      g_autoptr (GPtrArray) rows = NULL;
      const AssayLeadTimeRow *row;

      g_test_message ("%s", cases[i].window);
      g_assert_true (assay_lead_time_window_parse (cases[i].window, &question.rules));
      rows = ask (book, &question, &total);
      row = find_row (rows, "Sao Mai");
      g_assert_cmpint (row->on_time_n, ==, cases[i].on_time);
      g_assert_cmpint (row->late_n, ==, cases[i].late);
      g_assert_cmpfloat (row->on_time, ==, (double)cases[i].on_time / 4);
      g_assert_cmpint (row->early_n, ==, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (assay_lead_time_window_parse (wrong[i], &kept));
  g_assert_cmpint (kept.late, ==, 5);
  sample_book_free (book);
}

/* A promise that moved: 25 days late against the first, 3 early against the latest. */
static void
test_against_latest (void)
{
  AssayBook *book = sample_book_new ();
  AssayLeadTimeQuestion question = question_by (ASSAY_GROUP_SUPPLIER);
  g_autoptr (GPtrArray) first = NULL, latest = NULL;
  g_autoptr (AssayLeadTimeRow) total = NULL, total_latest = NULL;
  g_autofree char *definition = NULL;

  sample_change (book, fill_moved, NULL);
  first = ask (book, &question, &total);
  g_assert_cmpfloat (total->slip.mean, ==, 25.0);
  g_assert_cmpfloat (total->on_time, ==, 0.0);
  question.rules.against_latest = TRUE;
  latest = ask (book, &question, &total_latest);
  g_assert_cmpfloat (total_latest->slip.mean, ==, -3.0);
  g_assert_cmpfloat (total_latest->on_time, ==, 1.0);
  definition = assay_lead_time_definition (&question);
  g_assert_nonnull (strstr (definition, "promised last"));
  sample_book_free (book);
}

/* The file's README: 9,138 of 10,324 lines came on time. */
static void
check_scms_months (AssayBook *book, const AssayLeadTimeQuestion *question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssaySeries) months
      = assay_on_time_months (assay_book_get_reader (book), question, &error);
  gint64 due = 0, on_time = 0, rows = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < months->points->len; i++)
    {
      const AssayCountPoint *month = &g_array_index (months->points, AssayCountPoint, i);

      due += month->inspected;
      on_time += month->defective;
      rows += month->ids->len;
      if (i > 0)
        g_assert_cmpint (month->day, >, month[-1].day);
    }
  g_assert_cmpint (due, ==, 10324);
  g_assert_cmpint (on_time, ==, 9138);
  g_assert_cmpint (rows, ==, 10324);
}

static void
test_scms (void)
{
  const char *folder = g_getenv ("ASSAY_SHARED_DATA");
  g_autofree char *history
      = g_build_filename (folder ? folder : "", "scms", "scms_delivery_history.csv", NULL);
  g_autofree char *figures
      = g_build_filename (folder ? folder : "", "scms", "expected_leadtime_some_vendors.csv", NULL);
  g_autofree char *history_text = NULL;
  g_autofree char *figures_text = NULL;
  g_auto (GStrv) history_lines = NULL;
  g_auto (GStrv) figures_lines = NULL;
  AssayLeadTimeQuestion question = question_by (ASSAY_GROUP_SUPPLIER);
  g_autoptr (AssayLeadTimeRow) total = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  AssayBook *book;

  if (!g_file_get_contents (history, &history_text, NULL, NULL)
      || !g_file_get_contents (figures, &figures_text, NULL, NULL))
    {
      g_test_skip ("the SCMS delivery history is not here");
      return;
    }
  history_lines = g_strsplit (history_text, "\n", -1);
  figures_lines = g_strsplit (figures_text, "\n", -1);
  book = sample_book_new ();
  sample_change (book, fill_scms, history_lines);
  rows = ask (book, &question, &total);
  for (guint i = 1; figures_lines[i] != NULL && figures_lines[i][0] != '\0'; i++)
    {
      g_autoptr (GPtrArray) expected = split (figures_lines[i]);
      const char *vendor = g_ptr_array_index (expected, 0);

      check_scms_row (i == 1 ? total : find_row (rows, vendor), expected);
    }
  g_assert_cmpuint (total->slip.n, ==, 10324);
  check_scms_months (book, &question);
  sample_book_free (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/lead-time/supplier", test_supplier);
  g_test_add_func ("/insight/lead-time/groups", test_groups);
  g_test_add_func ("/insight/lead-time/filters", test_filters);
  g_test_add_func ("/insight/lead-time/series", test_series);
  g_test_add_func ("/insight/lead-time/empty", test_empty);
  g_test_add_func ("/insight/lead-time/damaged", test_damaged);
  g_test_add_func ("/insight/lead-time/rules", test_rules);
  g_test_add_func ("/insight/lead-time/against-latest", test_against_latest);
  g_test_add_func ("/insight/lead-time/scms", test_scms);
  return g_test_run ();
}
