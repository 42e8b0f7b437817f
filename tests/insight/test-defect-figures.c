/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Defect figures beyond the rate: intervals, opportunities, lots decided, classes, gaps, and how
 * each explains itself. Expected values are worked out beside them. */

#include <math.h>

#include "insight/defects.h"
#include "insight/period.h"
#include "sample-book.h"

static AssayDefectQuestion
question_by (AssayGrouping by)
{
  return (AssayDefectQuestion){ .by = by, .from = ASSAY_DATE_UNKNOWN, .to = ASSAY_DATE_UNKNOWN };
}

static GPtrArray *
ask (AssayBook *book, const AssayDefectQuestion *question, AssayDefectRow **total)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = assay_defect_figures (assay_book_get_reader (book), question, total, &error);

  g_assert_no_error (error);
  return rows;
}

static const AssayDefectRow *
find_row (GPtrArray *rows, const char *group)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (((AssayDefectRow *)g_ptr_array_index (rows, i))->group, group) == 0)
      return g_ptr_array_index (rows, i);
  g_error ("no row “%s”", group);
}

static void
set_number (AssayDb *db, AssayType type, gint64 id, guint field, gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = assay_records_get (db, type, id, &error);

  g_assert_no_error (error);
  assay_record_set_integer (record, field, number);
  assay_records_update (db, record, &error);
  g_assert_no_error (error);
}

static void
set_classes (AssayDb *db, gint64 lot, gint64 critical, gint64 major, gint64 minor)
{
  set_number (db, ASSAY_TYPE_INSPECTION, lot, ASSAY_INSPECTION_DEFECTIVE_CRITICAL, critical);
  set_number (db, ASSAY_TYPE_INSPECTION, lot, ASSAY_INSPECTION_DEFECTIVE_MAJOR, major);
  set_number (db, ASSAY_TYPE_INSPECTION, lot, ASSAY_INSPECTION_DEFECTIVE_MINOR, minor);
}

static void
add_defect (AssayDb *db, gint64 lot, const char *class, gint64 count, const char *units)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_DEFECT);

  assay_record_set_reference (record, ASSAY_DEFECT_INSPECTION, lot);
  assay_record_set_text (record, ASSAY_DEFECT_CLASS, class);
  assay_record_set_integer (record, ASSAY_DEFECT_COUNT, count);
  assay_record_set_text (record, ASSAY_DEFECT_UNITS, units);
  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
}

/*
 * Sao Mai, pack with 10 opportunities: 2 of 80 in January (unit 3 critical and minor, unit 7
 * minor), nothing in February and March, 0 of 125 in April, failed but on hold. Ege, duffel without
 * a word of opportunities: 3 of 50 in April, rejected, in-line; and one pending whose numbers are
 * unknown.
 */
static void
fill (AssayDb *db, gpointer data)
{
  gint64 *sao_mai = data;
  gint64 ege = sample_supplier (db, "Ege", "TR");
  gint64 pack = sample_product (db, "T25", "Trail 25");
  gint64 duffel = sample_product (db, "D40", "Duffel 40");
  gint64 order, line, lot;

  *sao_mai = sample_supplier (db, "Sao Mai", "VN");
  set_number (db, ASSAY_TYPE_PRODUCT, pack, ASSAY_PRODUCT_OPPORTUNITIES, 10);
  order = sample_order (db, "PO-1", *sao_mai, NULL, NULL);
  sample_set_text (db, ASSAY_TYPE_ORDER, order, ASSAY_ORDER_MODE, "sea");
  line = sample_line (db, order, pack, 500, NULL);
  lot = sample_inspection (db, *sao_mai, pack, "2026-01-20", 80, 2, "pass");
  set_number (db, ASSAY_TYPE_INSPECTION, lot, ASSAY_INSPECTION_ORDER_LINE, line);
  add_defect (db, lot, "critical", 1, "3");
  add_defect (db, lot, "minor", 2, "3, 7");
  lot = sample_inspection (db, *sao_mai, pack, "2026-04-02", 125, 0, "fail");
  set_classes (db, lot, 0, 0, 0);
  sample_set_text (db, ASSAY_TYPE_INSPECTION, lot, ASSAY_INSPECTION_DECISION, "hold");
  lot = sample_inspection (db, ege, duffel, "2026-04-03", 50, 3, "pass");
  sample_set_text (db, ASSAY_TYPE_INSPECTION, lot, ASSAY_INSPECTION_DECISION, "reject");
  sample_set_text (db, ASSAY_TYPE_INSPECTION, lot, ASSAY_INSPECTION_KIND, "in_line");
  sample_inspection (db, ege, duffel, "2026-04-04", 50, -1, "pending");
}

static void
test_rates (void)
{
  AssayBook *book = sample_book_new ();
  AssayDefectQuestion question = question_by (ASSAY_GROUP_SUPPLIER);
  g_autoptr (AssayDefectRow) total = NULL, exact = NULL;
  g_autoptr (GPtrArray) rows = NULL, again = NULL;
  const AssayDefectRow *row;
  gint64 sao_mai;

  sample_change (book, fill, &sao_mai);
  rows = ask (book, &question, &total);
  row = find_row (rows, "Sao Mai");
  g_assert_cmpint (row->defects, ==, 3);
  g_assert_cmpfloat (row->dpu, ==, 3.0 / 205.0);
  g_assert_cmpfloat_with_epsilon (row->dhu, 300.0 / 205.0, 1e-12);
  /* Garwood, 3 events: 0.618672 to 8.767273. */
  g_assert_cmpfloat_with_epsilon (row->dhu_low, 61.8672 / 205.0, 1e-4);
  g_assert_cmpfloat_with_epsilon (row->dhu_high, 876.7273 / 205.0, 1e-4);
  g_assert_cmpfloat (row->opportunities, ==, 2050.0);
  g_assert_cmpfloat_with_epsilon (row->dpmo, 3e6 / 2050.0, 1e-9);
  g_assert_cmpfloat (row->first_pass_yield, ==, 1.0 - 2.0 / 205.0);
  /* One lot accepted; the other waits: 1 of 1. */
  g_assert_cmpint (row->decided_lots, ==, 1);
  g_assert_cmpfloat (row->accepted_share, ==, 1.0);
  /* Wilson, 1 of 1: n / (n + z²) = 0.206549. */
  g_assert_cmpfloat_with_epsilon (row->accepted_low, 1.0 / (1.0 + 3.841458820694), 1e-12);

  row = find_row (rows, "Ege");
  g_assert_cmpfloat (row->dpmo, ==, 60000.0);
  g_assert_cmpint (row->decided_lots, ==, 1);
  g_assert_cmpfloat (row->accepted_share, ==, 0.0);
  g_assert_cmpint (row->unknown, ==, 1);

  /* Pooled: 6 defects in 2050 + 50 opportunities, not the mean of the two. */
  g_assert_cmpfloat_with_epsilon (total->dpmo, 6e6 / 2100.0, 1e-9);
  g_assert_cmpfloat (total->accepted_share, ==, 0.5);

  question.interval = ASSAY_INTERVAL_EXACT;
  question.supplier = sao_mai;
  question.from = sample_day ("2026-04-01");
  again = ask (book, &question, &exact);
  /* A lot without defects: 0 of 125, exact above 1 - 0.025^(1/125). */
  g_assert_cmpint (exact->lots, ==, 1);
  g_assert_cmpfloat (exact->rate, ==, 0.0);
  g_assert_cmpfloat (exact->rate_low, ==, 0.0);
  g_assert_cmpfloat_with_epsilon (exact->rate_high, 1.0 - pow (0.025, 1.0 / 125.0), 1e-12);
  g_assert_cmpfloat (exact->first_pass_yield, ==, 1.0);
  /* Nothing is decided: the share is unknown, not 0. */
  g_assert_cmpint (exact->decided_lots, ==, 0);
  g_assert_true (isnan (exact->accepted_share) && isnan (exact->accepted_low));
  sample_book_free (book);
}

static void
test_gap (void)
{
  AssayBook *book = sample_book_new ();
  AssayDefectQuestion question = question_by (ASSAY_GROUP_MONTH);
  g_autoptr (GPtrArray) rows = NULL;
  const AssayDefectRow *row;
  gint64 sao_mai;

  sample_change (book, fill, &sao_mai);
  rows = ask (book, &question, NULL);
  g_assert_cmpuint (rows->len, ==, 4);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *const months[] = { "2026-01", "2026-02", "2026-03", "2026-04" };

      row = g_ptr_array_index (rows, i);
      g_assert_cmpstr (row->group, ==, months[i]);
      g_assert_cmpint (row->lots, ==, i == 0 ? 1 : i == 3 ? 2 : 0);
      g_assert_true (isnan (row->rate) == (row->lots == 0));
      g_assert_true (isnan (row->dhu) == (row->lots == 0));
      g_assert_true (isnan (row->dpmo) == (row->lots == 0));
    }
  sample_book_free (book);
}

static void
fill_far (AssayDb *db, gpointer data)
{
  sample_inspection (db, 0, 0, "0999-12-31", 50, 1, "pass");
  sample_inspection (db, 0, 0, "2026-01-20", 50, 1, "pass");
}

/* A day that was typed wrong: a thousand years of months are no answer. */
static void
test_gap_far (void)
{
  AssayBook *book = sample_book_new ();
  AssayDefectQuestion question = question_by (ASSAY_GROUP_MONTH);
  g_autoptr (GPtrArray) rows = NULL;

  sample_change (book, fill_far, NULL);
  rows = ask (book, &question, NULL);
  g_assert_cmpuint (rows->len, ==, 2);
  sample_book_free (book);
}

static void
test_groups (void)
{
  AssayBook *book = sample_book_new ();
  AssayDefectQuestion question = question_by (ASSAY_GROUP_CLASS);
  g_autoptr (GPtrArray) classes = NULL, kinds = NULL, modes = NULL;
  g_autoptr (AssayDefectRow) total = NULL;
  gint64 sao_mai;

  sample_change (book, fill, &sao_mai);
  classes = ask (book, &question, &total);
  g_assert_cmpuint (classes->len, ==, 3);
  /* Of Ege's lot the classes are not known: 205 units, not 255. */
  g_assert_cmpint (find_row (classes, "critical")->inspected, ==, 205);
  g_assert_cmpint (find_row (classes, "critical")->lots, ==, 2);
  g_assert_cmpint (find_row (classes, "critical")->unknown, ==, 2);
  g_assert_cmpfloat (find_row (classes, "critical")->rate, ==, 1.0 / 205.0);
  g_assert_cmpfloat (find_row (classes, "minor")->rate, ==, 1.0 / 205.0);
  g_assert_true (isnan (find_row (classes, "minor")->accepted_share));
  g_assert_cmpfloat (total->classes[ASSAY_DEFECT_MAJOR].rate, ==, 0.0);
  g_assert_cmpint (total->inspected, ==, 255);

  question.by = ASSAY_GROUP_KIND;
  kinds = ask (book, &question, NULL);
  g_assert_cmpuint (kinds->len, ==, 2);
  g_assert_cmpint (find_row (kinds, "in_line")->inspected, ==, 50);
  g_assert_cmpint (find_row (kinds, "final_random")->inspected, ==, 205);

  question.by = ASSAY_GROUP_MODE;
  modes = ask (book, &question, NULL);
  g_assert_cmpuint (modes->len, ==, 2);
  g_assert_cmpint (find_row (modes, "sea")->inspected, ==, 80);
  g_assert_cmpint (find_row (modes, NULL)->inspected, ==, 175);
  sample_book_free (book);
}

static guint
excluded_for (const AssayExplanation *explanation, const char *reason)
{
  for (guint i = 0; i < explanation->excluded->len; i++)
    {
      const AssayExclusion *exclusion = g_ptr_array_index (explanation->excluded, i);

      if (strstr (exclusion->reason, reason) != NULL)
        return exclusion->ids->len;
    }
  return 0;
}

static void
test_explanation (void)
{
  AssayBook *book = sample_book_new ();
  AssayDb *db = assay_book_get_reader (book);
  AssayDefectQuestion question = question_by (ASSAY_GROUP_SUPPLIER);
  g_autoptr (GPtrArray) rows = NULL;
  gint64 sao_mai;

  sample_change (book, fill, &sao_mai);
  rows = ask (book, &question, NULL);
  for (guint i = 0; i < rows->len; i++)
    for (guint figure = 0; figure < ASSAY_DEFECT_N_FIGURES; figure++)
      {
        const AssayDefectRow *row = g_ptr_array_index (rows, i);
        g_autoptr (GError) error = NULL;
        g_autoptr (AssayExplanation) explanation
            = assay_defect_explain (db, &question, row, (AssayDefectFigure)figure, &error);

        g_assert_no_error (error);
        g_assert_nonnull (strstr (explanation->title, row->group));
        g_assert_nonnull (explanation->formula);
        g_assert_nonnull (explanation->definition);
      }
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (AssayExplanation) rate
        = assay_defect_explain (db, &question, NULL, ASSAY_DEFECT_FIGURE_RATE, &error);
    g_autoptr (AssayExplanation) dpmo = NULL, accepted = NULL, major = NULL, april = NULL;

    g_assert_no_error (error);
    g_assert_cmpuint (rate->ids->len, ==, 3);
    g_assert_cmpuint (excluded_for (rate, "unknown"), ==, 1);
    g_assert_nonnull (strstr (rate->formula, "2 + 0 + 3 = 5"));
    g_assert_nonnull (strstr (rate->formula, "5 ÷ 255 = 1.96"));
    g_assert_nonnull (strstr (rate->formula, "Wilson"));
    dpmo = assay_defect_explain (db, &question, NULL, ASSAY_DEFECT_FIGURE_DPMO, &error);
    g_assert_nonnull (strstr (dpmo->formula, "800 + 1250 + 50 = 2100"));
    accepted = assay_defect_explain (db, &question, NULL, ASSAY_DEFECT_FIGURE_ACCEPTED, &error);
    g_assert_cmpuint (accepted->ids->len, ==, 2);
    g_assert_cmpuint (excluded_for (accepted, "on hold"), ==, 1);
    major = assay_defect_explain (db, &question, NULL, ASSAY_DEFECT_FIGURE_MAJOR, &error);
    g_assert_cmpuint (excluded_for (major, "class"), ==, 1);
    question.from = sample_day ("2026-04-01");
    april = assay_defect_explain (db, &question, NULL, ASSAY_DEFECT_FIGURE_RATE, &error);
    g_assert_cmpuint (april->ids->len, ==, 2);
    g_assert_cmpuint (excluded_for (april, "outside"), ==, 1);
  }
  sample_book_free (book);
}

/* Nothing at all: words, not a figure. */
static void
test_explanation_empty (void)
{
  AssayBook *book = sample_book_new ();
  AssayDefectQuestion question = question_by (ASSAY_GROUP_NONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayExplanation) explanation = assay_defect_explain (
      assay_book_get_reader (book), &question, NULL, ASSAY_DEFECT_FIGURE_RATE, &error);

  g_assert_no_error (error);
  g_assert_null (explanation->value);
  g_assert_cmpuint (explanation->ids->len, ==, 0);
  sample_book_free (book);
}

static GPtrArray *
load (const char *name)
{
  const char *folder = g_getenv ("ASSAY_SHARED_DATA");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "", "orders", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *rows;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip_printf ("%s is absent", path);
      return NULL;
    }
  lines = g_strsplit (text, "\n", -1);
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  for (guint i = 1; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (rows, g_strsplit (g_strchomp (lines[i]), ",", -1));
  return rows;
}

/* Each order as a lot: what was delivered and how much of it was defective. */
static void
fill_real (AssayDb *db, gpointer data)
{
  GPtrArray *rows = data;
  g_autoptr (GHashTable) suppliers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = g_ptr_array_index (rows, i);
      gint64 *supplier = g_hash_table_lookup (suppliers, row[1]);

      if (supplier == NULL)
        {
          supplier = g_new (gint64, 1);
          *supplier = sample_supplier (db, row[1], NULL);
          g_hash_table_insert (suppliers, row[1], supplier);
        }
      sample_inspection (db, *supplier, 0, row[2], g_ascii_strtoll (row[6], NULL, 10),
                         *row[9] != '\0' ? (gint64)g_ascii_strtod (row[9], NULL) : -1, "pending");
    }
}

/* 777 orders, of which 136 do not say how many were defective: unknown, not 0. */
static void
test_real (void)
{
  g_autoptr (GPtrArray) orders = load ("procurement_kpi.csv");
  g_autoptr (GPtrArray) expected
      = orders != NULL ? load ("expected_procurement_kpi_by_supplier.csv") : NULL;
  AssayDefectQuestion question = question_by (ASSAY_GROUP_SUPPLIER);
  g_autoptr (AssayDefectRow) total = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  AssayBook *book;

  if (expected == NULL)
    return;
  book = sample_book_new ();
  sample_change (book, fill_real, orders);
  rows = ask (book, &question, &total);
  g_assert_cmpuint (expected->len, ==, 6);
  g_assert_cmpint (total->unknown, ==, 136);
  for (guint i = 0; i < expected->len; i++)
    {
      GStrv row = g_ptr_array_index (expected, i);
      const AssayDefectRow *ours = i == 0 ? total : find_row (rows, row[0]);

      g_assert_cmpint (ours->lots, ==, g_ascii_strtoll (row[9], NULL, 10));
      g_assert_cmpint (ours->defective, ==, g_ascii_strtoll (row[10], NULL, 10));
      g_assert_cmpint (ours->inspected, ==, g_ascii_strtoll (row[12], NULL, 10));
      g_assert_cmpfloat_with_epsilon (ours->rate, g_ascii_strtod (row[13], NULL), 5.01e-11);
    }
  sample_book_free (book);
}

static void
test_period (void)
{
  static const struct
  {
    const char *from, *to, *before_from, *before_to, *year_from, *year_to;
  } rows[] = {
    { "2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28", "2025-03-01", "2025-03-31" },
    { "2026-01-01", "2026-06-30", "2025-07-01", "2025-12-31", "2025-01-01", "2025-06-30" },
    { "2024-02-01", "2024-02-29", "2024-01-01", "2024-01-31", "2023-02-01", "2023-02-28" },
    { "2025-02-01", "2025-02-28", "2025-01-01", "2025-01-31", "2024-02-01", "2024-02-29" },
    { "2026-03-10", "2026-03-19", "2026-02-28", "2026-03-09", "2025-03-10", "2025-03-19" },
    { "2026-05-05", "2026-05-05", "2026-05-04", "2026-05-04", "2025-05-05", "2025-05-05" },
  };
  AssayPeriodRange open = { ASSAY_DATE_UNKNOWN, 20000 }, out;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AssayPeriodRange period = { sample_day (rows[i].from), sample_day (rows[i].to) };

      g_assert_true (assay_period_before (&period, &out));
      g_assert_cmpint (out.from, ==, sample_day (rows[i].before_from));
      g_assert_cmpint (out.to, ==, sample_day (rows[i].before_to));
      g_assert_true (assay_period_year_before (&period, &out));
      g_assert_cmpint (out.from, ==, sample_day (rows[i].year_from));
      g_assert_cmpint (out.to, ==, sample_day (rows[i].year_to));
    }
  g_assert_false (assay_period_before (&open, &out));
  g_assert_false (assay_period_year_before (&open, &out));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/defect-figures/rates", test_rates);
  g_test_add_func ("/insight/defect-figures/gap", test_gap);
  g_test_add_func ("/insight/defect-figures/gap-far", test_gap_far);
  g_test_add_func ("/insight/defect-figures/groups", test_groups);
  g_test_add_func ("/insight/defect-figures/explanation", test_explanation);
  g_test_add_func ("/insight/defect-figures/explanation-empty", test_explanation_empty);
  g_test_add_func ("/insight/defect-figures/real", test_real);
  g_test_add_func ("/insight/defect-figures/period", test_period);
  return g_test_run ();
}
