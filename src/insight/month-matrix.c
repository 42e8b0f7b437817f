/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight/month-matrix.h"

#include <math.h>

#include "record/date.h"

static int
month_of (gint32 day)
{
  int year, month;

  assay_date_to_ymd (CLAMP (day, ASSAY_DATE_MIN, ASSAY_DATE_MAX), &year, &month, NULL);
  return (year - 1970) * 12 + month - 1;
}

/* Day and id of a point of either kind. */
static gint32
day_of (const AssayMonthMatrix *matrix, const AssaySeries *series, guint i)
{
  return assay_supplier_measure_is_counts (matrix->measure)
             ? g_array_index (series->points, AssayCountPoint, i).day
             : g_array_index (series->points, AssayPoint, i).day;
}

static void
find_months (AssayMonthMatrix *matrix, GPtrArray *all)
{
  int first = G_MAXINT, last = G_MININT;

  for (guint s = 0; s < all->len; s++)
    {
      const AssaySeries *series = g_ptr_array_index (all, s);

      for (guint i = 0; i < series->points->len; i++)
        {
          int month = month_of (day_of (matrix, series, i));

          first = MIN (first, month);
          last = MAX (last, month);
        }
    }
  if (first > last)
    return;
  if (last - first >= ASSAY_MONTH_MATRIX_MOST)
    first = last - ASSAY_MONTH_MATRIX_MOST + 1;
  matrix->first = first;
  matrix->n_months = (guint)(last - first + 1);
}

static void
add_count (AssayMonthCell *cell, const AssayCountPoint *point)
{
  cell->all.n += point->inspected;
  cell->all.x += point->defective;
  if (cell->ids == NULL)
    cell->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (point->ids != NULL)
    g_array_append_vals (cell->ids, point->ids->data, point->ids->len);
  else
    g_array_append_val (cell->ids, point->id);
}

static void
add_value (AssayMonthCell *cell, const AssayPoint *point)
{
  cell->all.value += point->value;
  cell->all.n++;
  if (cell->ids == NULL)
    cell->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (cell->ids, point->id);
}

static void
finish_cell (AssaySupplierMeasure measure, AssayMonthCell *cell)
{
  if (cell->all.n == 0)
    cell->all.value = NAN;
  else if (assay_supplier_measure_is_counts (measure))
    cell->all.value = (double)cell->all.x / (double)cell->all.n;
  else if (measure != ASSAY_SUPPLIER_LINES)
    cell->all.value /= (double)cell->all.n;
}

static AssayMonthRow *
row_new (AssayMonthMatrix *matrix, const AssaySeries *series)
{
  AssayMonthRow *row = g_new0 (AssayMonthRow, 1);

  row->id = series->id;
  row->name = g_strdup (series->name);
  row->all = assay_supplier_overall (matrix->measure, series);
  row->cells = g_new0 (AssayMonthCell, matrix->n_months);
  for (guint i = 0; i < series->points->len; i++)
    {
      int month = month_of (day_of (matrix, series, i)) - matrix->first;

      if (month < 0)
        matrix->left_out++;
      else if (assay_supplier_measure_is_counts (matrix->measure))
        add_count (&row->cells[month], &g_array_index (series->points, AssayCountPoint, i));
      else
        add_value (&row->cells[month], &g_array_index (series->points, AssayPoint, i));
    }
  for (guint m = 0; m < matrix->n_months; m++)
    finish_cell (matrix->measure, &row->cells[m]);
  return row;
}

/**
 * assay_month_matrix_new:
 * @measure: what the series measure
 * @series: (element-type AssaySeries): of suppliers, in the order in which they are to stand
 *
 * Returns: (transfer full): their months, from the first of any supplier to the last of any
 */
AssayMonthMatrix *
assay_month_matrix_new (AssaySupplierMeasure measure, GPtrArray *series)
{
  AssayMonthMatrix *matrix = g_new0 (AssayMonthMatrix, 1);

  matrix->measure = measure;
  matrix->rows = g_ptr_array_new ();
  find_months (matrix, series);
  for (guint i = 0; i < series->len; i++)
    {
      const AssaySeries *one = g_ptr_array_index (series, i);

      matrix->against_latest = one->against_latest;
      g_ptr_array_add (matrix->rows, row_new (matrix, one));
    }
  return matrix;
}

void
assay_month_matrix_free (AssayMonthMatrix *matrix)
{
  if (matrix == NULL)
    return;
  for (guint i = 0; i < matrix->rows->len; i++)
    {
      AssayMonthRow *row = g_ptr_array_index (matrix->rows, i);

      for (guint m = 0; m < matrix->n_months; m++)
        g_clear_pointer (&row->cells[m].ids, g_array_unref);
      g_free (row->cells);
      g_free (row->name);
      g_free (row);
    }
  g_ptr_array_unref (matrix->rows);
  g_free (matrix);
}
