/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The summary of an inspection: verdict first, then lot and order, the plan with what was found,
 * every defect, remarks and decision, every photo with its caption, lines to sign on. Unknown is
 * said to be unknown, never printed as 0. */

#pragma once

#include "report/inspection-data.h"

G_BEGIN_DECLS

AssayDocument *assay_inspection_report_new (AssayInspectionData *data);
/* "Inspection report 2026-014": of the file, its bookmark, the print job. */
char *assay_inspection_report_dup_title (AssayRecord *inspection);
/* A name for a file without what a file system refuses. */
char *assay_inspection_report_dup_file_name (AssayRecord *inspection);

G_END_DECLS
