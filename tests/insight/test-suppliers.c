/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Suppliers beside each other: series of each, their months, their places in one picture. */

#include <math.h>

#include "insight/month-matrix.h"
#include "insight/supplier-map.h"
#include "sample-book.h"

static AssaySupplierQuestion
question_of (AssaySupplierMeasure measure)
{
  AssaySupplierQuestion question = { .measure = measure };

  question.lines.from = question.lots.from = ASSAY_DATE_UNKNOWN;
  question.lines.to = question.lots.to = ASSAY_DATE_UNKNOWN;
  question.lines.today = sample_day ("2026-06-30");
  return question;
}

/*
 * Sao Mai: slip -2 in February, 0 and 3 in March, lead 58, 60 and 63; lots of 2 of 80 and 3 of 20
 * in March, one of 0 of 50 in May. Ege: one line 10 days late in June, no inspection. Hoya: one lot
 * of 1 of 100 and no delivery. Linh: a delivery without any promise.
 */
static void
fill (AssayDb *db, gpointer data)
{
  gint64 sao_mai = sample_supplier (db, "Sao Mai", "VN");
  gint64 ege = sample_supplier (db, "Ege", "TR");
  gint64 hoya = sample_supplier (db, "Hoya", "CN");
  gint64 linh = sample_supplier (db, "Linh", "VN");
  gint64 pack = sample_product (db, "T25", "Trail 25");
  gint64 order = sample_order (db, "PO-1", sao_mai, "2026-01-01", NULL);
  gint64 late = sample_order (db, "PO-2", ege, "2026-05-01", NULL);
  gint64 bare = sample_order (db, "PO-3", linh, "2026-01-01", NULL);

  sample_delivery (db, sample_line (db, order, pack, 300, "2026-03-02"), 300, "2026-02-28");
  sample_delivery (db, sample_line (db, order, pack, 300, "2026-03-02"), 300, "2026-03-02");
  sample_delivery (db, sample_line (db, order, pack, 300, "2026-03-02"), 300, "2026-03-05");
  sample_delivery (db, sample_line (db, late, pack, 300, "2026-06-01"), 300, "2026-06-11");
  sample_delivery (db, sample_line (db, bare, pack, 300, NULL), 300, "2026-04-11");
  sample_inspection (db, sao_mai, pack, "2026-03-10", 80, 2, "pass");
  sample_inspection (db, sao_mai, pack, "2026-03-20", 20, 3, "fail");
  sample_inspection (db, sao_mai, pack, "2026-05-20", 50, 0, "pass");
  sample_inspection (db, hoya, pack, "2026-03-20", 100, 1, "pass");
}

typedef struct
{
  AssayBook *book;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->book = sample_book_new ();
  if (data != NULL)
    sample_change (fixture->book, fill, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sample_book_free (fixture->book);
}

static GPtrArray *
read_series (Fixture *fixture, AssaySupplierMeasure measure)
{
  g_autoptr (GError) error = NULL;
  AssaySupplierQuestion question = question_of (measure);
  GPtrArray *series
      = assay_supplier_series (assay_book_get_reader (fixture->book), &question, &error);

  g_assert_no_error (error);
  return series;
}

static const AssayMonthRow *
find_row (const AssayMonthMatrix *matrix, const char *name)
{
  for (guint i = 0; i < matrix->rows->len; i++)
    if (g_strcmp0 (((AssayMonthRow *)g_ptr_array_index (matrix->rows, i))->name, name) == 0)
      return g_ptr_array_index (matrix->rows, i);
  g_error ("no row “%s”", name);
}

static void
test_slip_months (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) series = read_series (fixture, ASSAY_SUPPLIER_SLIP);
  g_autoptr (AssayMonthMatrix) matrix = assay_month_matrix_new (ASSAY_SUPPLIER_SLIP, series);
  const AssayMonthRow *sao_mai = find_row (matrix, "Sao Mai"), *ege = find_row (matrix, "Ege");

  g_assert_cmpuint (matrix->rows->len, ==, 2); /* Linh has no promise, Hoya no delivery */
  g_assert_cmpint (matrix->first, ==, 673);    /* February 2026 */
  g_assert_cmpuint (matrix->n_months, ==, 5);
  g_assert_cmpfloat (sao_mai->cells[0].all.value, ==, -2);
  g_assert_cmpint (sao_mai->cells[0].all.n, ==, 1);
  g_assert_cmpfloat (sao_mai->cells[1].all.value, ==, 1.5);
  g_assert_cmpuint (sao_mai->cells[1].ids->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (sao_mai->all.value, 1.0 / 3, 1e-12);
  /* A month without deliveries is unknown, not nought. */
  g_assert_true (isnan (sao_mai->cells[2].all.value));
  g_assert_null (sao_mai->cells[2].ids);
  g_assert_true (isnan (ege->cells[0].all.value));
  g_assert_cmpfloat (ege->cells[4].all.value, ==, 10);
}

static void
test_defect_months (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) series = read_series (fixture, ASSAY_SUPPLIER_DEFECTS);
  g_autoptr (AssayMonthMatrix) matrix = assay_month_matrix_new (ASSAY_SUPPLIER_DEFECTS, series);
  const AssayMonthRow *sao_mai = find_row (matrix, "Sao Mai");

  g_assert_cmpuint (matrix->n_months, ==, 3);
  /* 5 of 100, not the mean of 2.5 and 15 per cent. */
  g_assert_cmpfloat (sao_mai->cells[0].all.value, ==, 0.05);
  g_assert_cmpint (sao_mai->cells[0].all.n, ==, 100);
  g_assert_cmpuint (sao_mai->cells[0].ids->len, ==, 2);
  g_assert_true (isnan (sao_mai->cells[1].all.value));
  /* A lot without defects is a rate of nought. */
  g_assert_cmpfloat (sao_mai->cells[2].all.value, ==, 0);
  g_assert_cmpint (sao_mai->cells[2].all.n, ==, 50);
  g_assert_cmpfloat (find_row (matrix, "Hoya")->all.value, ==, 0.01);
}

static void
test_on_time_months (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) series = read_series (fixture, ASSAY_SUPPLIER_ON_TIME);
  g_autoptr (AssayMonthMatrix) matrix = assay_month_matrix_new (ASSAY_SUPPLIER_ON_TIME, series);
  const AssayMonthRow *sao_mai = find_row (matrix, "Sao Mai");

  g_assert_cmpfloat (sao_mai->cells[0].all.value, ==, 1);
  g_assert_cmpfloat (sao_mai->cells[1].all.value, ==, 0.5);
  g_assert_cmpint (sao_mai->all.n, ==, 3);
  g_assert_cmpint (sao_mai->all.x, ==, 2);
  g_assert_cmpfloat (find_row (matrix, "Ege")->all.value, ==, 0);
}

static void
test_lead_months (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lead = read_series (fixture, ASSAY_SUPPLIER_LEAD);
  g_autoptr (GPtrArray) lines = read_series (fixture, ASSAY_SUPPLIER_LINES);
  g_autoptr (AssayMonthMatrix) days = assay_month_matrix_new (ASSAY_SUPPLIER_LEAD, lead);
  g_autoptr (AssayMonthMatrix) counts = assay_month_matrix_new (ASSAY_SUPPLIER_LINES, lines);

  g_assert_cmpfloat (find_row (days, "Sao Mai")->cells[1].all.value, ==, 61.5);
  g_assert_cmpfloat (find_row (days, "Linh")->all.value, ==, 100);
  g_assert_cmpfloat (find_row (counts, "Sao Mai")->cells[1].all.value, ==, 2);
  g_assert_cmpfloat (find_row (counts, "Sao Mai")->all.value, ==, 3);
  g_assert_cmpint (find_row (counts, "Linh")->all.n, ==, 1);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) series = read_series (fixture, ASSAY_SUPPLIER_SLIP);
  g_autoptr (GPtrArray) on_time = read_series (fixture, ASSAY_SUPPLIER_ON_TIME);

  g_assert_cmpstr (((AssaySeries *)g_ptr_array_index (series, 0))->name, ==, "Ege");
  assay_supplier_series_sort (series, ASSAY_SUPPLIER_SLIP, ASSAY_SUPPLIERS_WORST_FIRST);
  g_assert_cmpstr (((AssaySeries *)g_ptr_array_index (series, 0))->name, ==, "Ege");
  assay_supplier_series_sort (on_time, ASSAY_SUPPLIER_ON_TIME, ASSAY_SUPPLIERS_WORST_FIRST);
  g_assert_cmpstr (((AssaySeries *)g_ptr_array_index (on_time, 0))->name, ==, "Ege");
  assay_supplier_series_sort (on_time, ASSAY_SUPPLIER_ON_TIME, ASSAY_SUPPLIERS_BY_NAME);
  g_assert_cmpstr (((AssaySeries *)g_ptr_array_index (on_time, 1))->name, ==, "Sao Mai");
}

static const AssaySupplierPlace *
find_place (const AssaySupplierMap *map, const char *name)
{
  for (guint i = 0; i < map->places->len; i++)
    if (g_strcmp0 (((AssaySupplierPlace *)g_ptr_array_index (map->places, i))->name, name) == 0)
      return g_ptr_array_index (map->places, i);
  g_error ("no place “%s”", name);
}

static AssaySupplierMap *
read_map (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  AssaySupplierQuestion question = question_of (ASSAY_SUPPLIER_SLIP);
  AssaySupplierMap *map = assay_supplier_map_read (assay_book_get_reader (fixture->book),
                                                   &question.lines, &question.lots, &error);

  g_assert_no_error (error);
  return map;
}

static void
test_map (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssaySupplierMap) map = read_map (fixture);
  const AssaySupplierPlace *sao_mai = find_place (map, "Sao Mai");

  g_assert_cmpuint (map->places->len, ==, 4);
  /* 58, 60, 63: squares from the mean 181/3 add up to 38/3, by 2. */
  g_assert_cmpfloat_with_epsilon (sao_mai->lead.variance, 19.0 / 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (sao_mai->lead.sd, sqrt (19.0 / 3), 1e-9);
  /* -2, 0, 3 are the same distances from theirs. */
  g_assert_cmpfloat_with_epsilon (sao_mai->slip.variance, 19.0 / 3, 1e-9);
  g_assert_cmpint (sao_mai->lots, ==, 3);
  g_assert_cmpfloat_with_epsilon (sao_mai->rate, 5.0 / 150, 1e-12);
  g_assert_true (isnan (find_place (map, "Ege")->rate));
  g_assert_cmpuint (find_place (map, "Hoya")->lead.n, ==, 0);
  g_assert_true (isnan (find_place (map, "Hoya")->lead.sd));
  g_assert_cmpuint (find_place (map, "Linh")->slip.n, ==, 0);
  g_assert_cmpuint (find_place (map, "Linh")->lead.n, ==, 1);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssaySupplierMap) map = read_map (fixture);

  g_assert_cmpuint (map->places->len, ==, 0);
  for (guint measure = 0; measure < ASSAY_N_SUPPLIER_MEASURES; measure++)
    {
      g_autoptr (GPtrArray) series = read_series (fixture, (AssaySupplierMeasure)measure);
      g_autoptr (AssayMonthMatrix) matrix
          = assay_month_matrix_new ((AssaySupplierMeasure)measure, series);

      g_assert_cmpuint (series->len, ==, 0);
      g_assert_cmpuint (matrix->n_months, ==, 0);
      g_assert_cmpuint (matrix->rows->len, ==, 0);
    }
}

/* One wrong year does not make the picture ten thousand months wide. */
static void
test_far_away (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_series_free);
  g_autoptr (AssayMonthMatrix) matrix = NULL;
  AssaySeries *series = assay_series_new (1, "Sao Mai");
  const gint32 days[] = { -700000, sample_day ("2016-12-31"), sample_day ("2017-01-01"),
                          sample_day ("2026-12-31") };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      AssayPoint point = { .id = i + 1, .day = days[i], .value = 1 };

      g_array_append_val (series->points, point);
    }
  g_ptr_array_add (all, series);
  matrix = assay_month_matrix_new (ASSAY_SUPPLIER_SLIP, all);
  g_assert_cmpuint (matrix->n_months, ==, ASSAY_MONTH_MATRIX_MOST);
  g_assert_cmpuint (matrix->left_out, ==, 2);
  g_assert_cmpfloat (find_row (matrix, "Sao Mai")->cells[0].all.value, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)
  ADD ("/suppliers/months/slip", "full", test_slip_months);
  ADD ("/suppliers/months/defects", "full", test_defect_months);
  ADD ("/suppliers/months/on-time", "full", test_on_time_months);
  ADD ("/suppliers/months/lead", "full", test_lead_months);
  ADD ("/suppliers/order", "full", test_order);
  ADD ("/suppliers/map", "full", test_map);
  ADD ("/suppliers/empty", NULL, test_empty);
  g_test_add_func ("/suppliers/months/far-away", test_far_away);
  return g_test_run ();
}
