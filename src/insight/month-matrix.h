/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Suppliers × months: what each supplier's rows of each month come to. A month without rows has no
 * value, which is not nought. Plain numbers, made from series; belongs to one thread at a time. */

#pragma once

#include "insight/supplier-series.h"

G_BEGIN_DECLS

/* Months further back than this from the last one are left out. */
#define ASSAY_MONTH_MATRIX_MOST 120

typedef struct
{
  AssaySupplierOverall all;
  GArray *ids; /* gint64: order lines or inspections; NULL where there are none */
} AssayMonthCell;

typedef struct
{
  gint64 id;
  char *name; /* NULL: unknown */
  AssaySupplierOverall all;
  AssayMonthCell *cells; /* one a month */
} AssayMonthRow;

typedef struct
{
  AssaySupplierMeasure measure;
  gboolean against_latest; /* slips are measured against the latest promise */
  int first;               /* months since January 1970 */
  guint n_months;
  guint left_out;  /* rows of months too far back */
  GPtrArray *rows; /* AssayMonthRow, in the order of the series */
} AssayMonthMatrix;

AssayMonthMatrix *assay_month_matrix_new (AssaySupplierMeasure measure, GPtrArray *series);
void assay_month_matrix_free (AssayMonthMatrix *matrix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayMonthMatrix, assay_month_matrix_free)

G_END_DECLS
