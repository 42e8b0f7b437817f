/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two to six suppliers side by side: the same figures with their intervals, what each claims, and
 * the spread of their slips on one scale. */

#pragma once

#include "insight/side-by-side.h"
#include "report/supplier-data.h"

G_BEGIN_DECLS

/* @suppliers: of AssaySupplierData. Makes no question to the book. */
/* @side: the same suppliers in the same order; nullable. */
AssayDocument *assay_comparison_report_new (GPtrArray *suppliers, const AssaySideBySide *side);

G_END_DECLS
