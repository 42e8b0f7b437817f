/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sections of an inspection's summary; each adds its blocks to a document. For
 * inspection-report.c alone. */

#pragma once

#include "report/ink.h"
#include "report/inspection-data.h"

G_BEGIN_DECLS

#define ASSAY_REPORT_DASH "–"

/* One class of defects in the plan of an inspection; -1 is unknown. */
typedef struct
{
  const char *label;
  char *aql; /* NULL when unknown */
  gint64 sample;
  gint64 ac;
  gint64 re;
  gint64 found;
  AssayMark mark;
  const char *result;
} AssayPlanRow;

void
assay_plan_row_read (AssayRecord *inspection, guint class, AssayUnits units, AssayPlanRow *row);
void assay_plan_row_clear (AssayPlanRow *row);

void assay_inspection_add_facts (AssayDocument *document, AssayInspectionData *data);
void assay_inspection_add_plan (AssayDocument *document, AssayInspectionData *data);
void assay_inspection_add_defects (AssayDocument *document, AssayInspectionData *data);
void assay_inspection_add_photos (AssayDocument *document, AssayInspectionData *data);

/* The name of a fault: of its type and, where it says more, its description. */
char *assay_report_defect_dup_name (const AssayReportDefect *defect, gboolean whole);

G_END_DECLS
