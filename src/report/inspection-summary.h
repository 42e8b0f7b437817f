/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The summary of an inspection for management: one page, whatever was found, that says within
 * seconds what was inspected, how it came out, what was decided and why. */

#pragma once

#include "report/inspection-data.h"

G_BEGIN_DECLS

AssayDocument *assay_inspection_summary_new (AssayInspectionData *data);

G_END_DECLS
