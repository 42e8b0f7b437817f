/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The full report of an inspection, in the order that the trade uses: verdict, lot and order,
 * quantities, the plan with what was found and what it is worth, every defect, measurements, tests
 * and checks, every photo with its caption, decision and what came of it, lines to sign on. Unknown
 * is said to be unknown, never printed as 0. */

#pragma once

#include "report/inspection-data.h"

G_BEGIN_DECLS

AssayDocument *assay_inspection_report_new (AssayInspectionData *data);

G_END_DECLS
