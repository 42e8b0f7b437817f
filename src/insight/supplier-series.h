/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One series for each supplier of what its deliveries or inspections measured, for pictures that
 * show all suppliers beside each other; the same rows and rules as the figures and charts of one.
 */

#pragma once

#include "insight/defects.h"
#include "insight/lead-time.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_SUPPLIER_SLIP,    /* AssayPoint: days after the promise, of each line delivered */
  ASSAY_SUPPLIER_ON_TIME, /* AssayCountPoint by month: of those due so many came on time */
  ASSAY_SUPPLIER_DEFECTS, /* AssayCountPoint by month: of those inspected so many were defective */
  ASSAY_SUPPLIER_LEAD,    /* AssayPoint: days from the order on, of each line delivered */
  ASSAY_SUPPLIER_LINES,   /* AssayPoint of 1: each line delivered */
  ASSAY_N_SUPPLIER_MEASURES,
} AssaySupplierMeasure;

typedef enum
{
  ASSAY_SUPPLIERS_BY_NAME,
  ASSAY_SUPPLIERS_WORST_FIRST, /* of all their rows together */
} AssaySupplierOrder;

/* What is asked of lines and of lots; `by` plays no part. */
typedef struct
{
  AssaySupplierMeasure measure;
  AssayLeadTimeQuestion lines;
  AssayDefectQuestion lots;
} AssaySupplierQuestion;

/* All rows of a supplier together. */
typedef struct
{
  double value; /* mean, share or number; NaN where there is none */
  gint64 n;     /* of so many rows; of a share: so many due or inspected */
  gint64 x;     /* of a share: so many on time or defective */
} AssaySupplierOverall;

gboolean assay_supplier_measure_is_counts (AssaySupplierMeasure measure);
/* Whether rows are inspections; else order lines. */
gboolean assay_supplier_measure_is_of_lots (AssaySupplierMeasure measure);

/* GPtrArray of AssaySeries by name, none of them empty. */
GPtrArray *
assay_supplier_series (AssayDb *db, const AssaySupplierQuestion *question, GError **error);
AssaySupplierOverall assay_supplier_overall (AssaySupplierMeasure measure,
                                             const AssaySeries *series);
void
assay_supplier_series_sort (GPtrArray *all, AssaySupplierMeasure measure, AssaySupplierOrder order);
/* What the rows and the measure mean, in translated sentences. */
char *assay_supplier_definition (const AssaySupplierQuestion *question);

G_END_DECLS
