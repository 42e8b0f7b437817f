/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "insight/defect-causes.h"
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

static gint64 sao_mai;

/*
 * Sao Mai: 2 of 50 in January and 1 of 30 in February (pooled 3 of 80), the second lot accepted by
 * decision although it failed; a lot whose numbers are unknown, a sample, a repeated inspection and
 * one only planned. Ege: 7 of 125, named by its order line alone.
 */
static void
fill (AssayDb *db, gpointer data)
{
  gint64 ege = sample_supplier (db, "Ege", "TR");
  gint64 pack = sample_product (db, "T25", "Trail 25");
  gint64 line, lot, other;

  sao_mai = sample_supplier (db, "Sao Mai", "VN");
  line = sample_line (db, sample_order (db, "PO-3", ege, NULL, NULL), pack, 500, NULL);
  lot = sample_inspection (db, sao_mai, pack, "2026-01-20", 50, 2, "pass");
  sample_defect (db, lot, "major", 1);
  sample_defect (db, lot, "minor", 1);
  other = sample_inspection (db, sao_mai, pack, "2026-02-03", 30, 1, "fail");
  sample_set_text (db, ASSAY_TYPE_INSPECTION, other, ASSAY_INSPECTION_DECISION, "accept_deviation");
  sample_inspection (db, sao_mai, pack, "2026-02-04", 50, -1, "pending");
  sample_inspection (db, sao_mai, pack, NULL, -1, -1, "pending");
  other = sample_inspection (db, sao_mai, pack, "2026-02-05", 50, 50, "fail");
  sample_set_text (db, ASSAY_TYPE_INSPECTION, other, ASSAY_INSPECTION_KIND, "sample");
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (AssayRecord) again = assay_record_new (ASSAY_TYPE_INSPECTION);

    assay_record_set_reference (again, ASSAY_INSPECTION_REPEATS, lot);
    assay_record_set_reference (again, ASSAY_INSPECTION_SUPPLIER, sao_mai);
    assay_record_set_date (again, ASSAY_INSPECTION_INSPECTED_ON, sample_day ("2026-02-06"));
    assay_record_set_integer (again, ASSAY_INSPECTION_INSPECTED, 50);
    assay_record_set_integer (again, ASSAY_INSPECTION_DEFECTIVE, 40);
    assay_records_insert (db, again, &error);
    g_assert_no_error (error);
  }
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (AssayRecord) bound = assay_record_new (ASSAY_TYPE_INSPECTION);

    assay_record_set_reference (bound, ASSAY_INSPECTION_ORDER_LINE, line);
    assay_record_set_date (bound, ASSAY_INSPECTION_INSPECTED_ON, sample_day ("2026-02-28"));
    assay_record_set_integer (bound, ASSAY_INSPECTION_INSPECTED, 125);
    assay_record_set_integer (bound, ASSAY_INSPECTION_DEFECTIVE, 7);
    assay_record_set_text (bound, ASSAY_INSPECTION_RESULT, "fail");
    assay_records_insert (db, bound, &error);
    g_assert_no_error (error);
  }
}

static void
test_supplier (void)
{
  AssayBook *book = sample_book_new ();
  AssayDefectQuestion question = question_by (ASSAY_GROUP_SUPPLIER);
  g_autoptr (AssayDefectRow) total = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const AssayDefectRow *row;

  sample_change (book, fill, NULL);
  rows = ask (book, &question, &total);
  g_assert_cmpuint (rows->len, ==, 2);
  row = find_row (rows, "Sao Mai");
  g_assert_cmpint (row->lots, ==, 2);
  g_assert_cmpint (row->unknown, ==, 1);
  g_assert_cmpint (row->inspected, ==, 80);
  g_assert_cmpint (row->defective, ==, 3);
  g_assert_cmpint (row->defects, ==, 3);
  g_assert_cmpint (row->accepted_lots, ==, 2);
  g_assert_cmpfloat (row->rate, ==, 3.0 / 80.0);
  /* Wilson, 3 of 80 and 7 of 125: published vectors. */
  g_assert_cmpfloat_with_epsilon (row->rate_low, 0.012835, 0.51e-6);
  g_assert_cmpfloat_with_epsilon (row->rate_high, 0.104547, 0.51e-6);
  g_assert_cmpfloat (row->dhu, ==, 3.75);
  g_assert_cmpfloat (row->dpmo, ==, 37500.0);
  g_assert_cmpfloat (row->ppm, ==, 37500.0);

  row = find_row (rows, "Ege");
  g_assert_cmpint (row->accepted_lots, ==, 0);
  g_assert_cmpfloat_with_epsilon (row->rate_low, 0.027388, 0.51e-6);
  g_assert_cmpfloat_with_epsilon (row->rate_high, 0.111088, 0.51e-6);

  g_assert_cmpint (total->lots, ==, 3);
  g_assert_cmpint (total->inspected, ==, 205);
  g_assert_cmpint (total->defective, ==, 10);
  sample_book_free (book);
}

static void
test_groups (void)
{
  AssayBook *book = sample_book_new ();
  AssayDefectQuestion question = question_by (ASSAY_GROUP_MONTH);
  g_autoptr (GPtrArray) months = NULL;
  g_autoptr (GPtrArray) countries = NULL;
  g_autoptr (GPtrArray) products = NULL;
  g_autoptr (GPtrArray) narrow = NULL;
  g_autoptr (AssayDefectRow) total = NULL;

  sample_change (book, fill, NULL);
  months = ask (book, &question, NULL);
  g_assert_cmpuint (months->len, ==, 2);
  g_assert_cmpint (find_row (months, "2026-01")->defective, ==, 2);
  g_assert_cmpint (find_row (months, "2026-02")->defective, ==, 8);

  question.by = ASSAY_GROUP_COUNTRY;
  countries = ask (book, &question, NULL);
  g_assert_cmpint (find_row (countries, "TR")->inspected, ==, 125);

  question.by = ASSAY_GROUP_PRODUCT;
  products = ask (book, &question, NULL);
  g_assert_cmpuint (products->len, ==, 1);
  g_assert_cmpint (find_row (products, "Trail 25")->lots, ==, 3);

  question.by = ASSAY_GROUP_NONE;
  question.supplier = sao_mai;
  question.to = sample_day ("2026-01-31");
  narrow = ask (book, &question, &total);
  g_assert_cmpuint (narrow->len, ==, 1);
  g_assert_cmpint (total->inspected, ==, 50);
  g_assert_cmpint (total->defects, ==, 2);
  sample_book_free (book);
}

static void
test_points (void)
{
  AssayBook *book = sample_book_new ();
  AssayDefectQuestion question = question_by (ASSAY_GROUP_NONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssaySeries) lots = NULL;
  g_autoptr (AssaySeries) months = NULL;
  const AssayCountPoint *point;

  sample_change (book, fill, NULL);
  lots = assay_defect_points (assay_book_get_reader (book), &question, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lots->points->len, ==, 3);
  point = &g_array_index (lots->points, AssayCountPoint, 2);
  g_assert_cmpint (point->inspected, ==, 125);
  g_assert_cmpint (point->id, !=, 0);

  months = assay_defect_points (assay_book_get_reader (book), &question, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (months->points->len, ==, 2);
  point = &g_array_index (months->points, AssayCountPoint, 1);
  g_assert_cmpint (point->day, ==, sample_day ("2026-02-01"));
  g_assert_cmpint (point->inspected, ==, 155);
  g_assert_cmpint (point->defective, ==, 8);
  g_assert_cmpint (point->id, ==, 0);
  g_assert_cmpuint (point->ids->len, ==, 2);
  sample_book_free (book);
}

static void
test_empty (void)
{
  AssayBook *book = sample_book_new ();
  AssayDefectQuestion question = question_by (ASSAY_GROUP_SUPPLIER);
  g_autoptr (AssayDefectRow) total = NULL;
  g_autoptr (GPtrArray) rows = ask (book, &question, &total);

  g_assert_cmpuint (rows->len, ==, 0);
  g_assert_true (isnan (total->rate));
  g_assert_true (isnan (total->rate_high));
  sample_book_free (book);
}

/* One critical-free lot of Sao Mai has defects one by one: a major and a minor unit. */
static void
test_causes (void)
{
  AssayBook *book = sample_book_new ();
  AssayDefectQuestion question = question_by (ASSAY_GROUP_NONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) classes = NULL, components = NULL, none = NULL;
  const AssayCause *cause;

  sample_change (book, fill, NULL);
  classes
      = assay_defect_causes (assay_book_get_reader (book), &question, ASSAY_CAUSE_CLASS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (classes->len, ==, 2);
  cause = g_ptr_array_index (classes, 0);
  g_assert_cmpstr (cause->name, ==, "Major");
  g_assert_cmpint (cause->count, ==, 1);
  g_assert_cmpuint (cause->ids->len, ==, 1);
  components = assay_defect_causes (assay_book_get_reader (book), &question, ASSAY_CAUSE_COMPONENT,
                                    &error);
  g_assert_no_error (error);
  g_assert_cmpuint (components->len, ==, 1);
  cause = g_ptr_array_index (components, 0);
  g_assert_null (cause->name);
  g_assert_cmpint (cause->count, ==, 2);
  g_assert_cmpuint (cause->ids->len, ==, 1);
  question.from = sample_day ("2026-02-01");
  none = assay_defect_causes (assay_book_get_reader (book), &question, ASSAY_CAUSE_TYPE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  sample_book_free (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/defects/supplier", test_supplier);
  g_test_add_func ("/insight/defects/groups", test_groups);
  g_test_add_func ("/insight/defects/points", test_points);
  g_test_add_func ("/insight/defects/causes", test_causes);
  g_test_add_func ("/insight/defects/empty", test_empty);
  return g_test_run ();
}
