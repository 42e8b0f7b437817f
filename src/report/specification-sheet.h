/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The specification sheet of a product, for the factory and the file: make, variants, bill of
 * materials with what the weights add up to, tests with their limits, packing. */

#pragma once

#include "insight/bill-of-materials.h"
#include "report/inspection-data.h"

G_BEGIN_DECLS

/* Everything that is on it, read on the book's thread. */
typedef struct
{
  AssayReportBrand *brand;
  gint32 today;
  AssayRecord *product;
  GPtrArray *variants; /* these three: of AssayRecord, in order */
  GPtrArray *components;
  GPtrArray *requirements;
  AssayBill *bill;
  GPtrArray *pictures; /* of AssayPicture: the first of the product */
  GPtrArray *captions; /* of char *, nullable */
} AssaySpecificationData;

/* specification-data.c */
AssaySpecificationData *assay_specification_data_read (AssayDb *db,
                                                       gint64 product,
                                                       gint32 today,
                                                       AssayReportBrand *brand,
                                                       GCancellable *cancellable,
                                                       GError **error);
void assay_specification_data_free (AssaySpecificationData *data);

/* specification-sheet.c */
/* Makes no question to the book. */
AssayDocument *assay_specification_sheet_new (AssaySpecificationData *data);
/* Both; see AssayRecordReport. */
AssayDocument *assay_specification_sheet_make (AssayDb *db,
                                               gint64 product,
                                               gint32 today,
                                               AssayReportBrand *brand,
                                               GCancellable *cancellable,
                                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssaySpecificationData, assay_specification_data_free)

G_END_DECLS
