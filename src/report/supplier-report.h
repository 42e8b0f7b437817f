/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The performance report of a supplier: what it claims beside what was measured, on one to four
 * pages with charts, late lines and lots that were not accepted, and what every figure means. */

#pragma once

#include "report/supplier-data.h"

G_BEGIN_DECLS

/* Makes no question to the book. */
AssayDocument *assay_supplier_report_new (AssaySupplierData *data);
/* "Supplier performance: Sao Mai Bags": of the file, its bookmark, the print job. */
char *assay_supplier_report_dup_title (AssayRecord *supplier);

G_END_DECLS
