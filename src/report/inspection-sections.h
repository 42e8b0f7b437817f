/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sections that the documents about an inspection are made of; each adds its blocks to a
 * document. For the documents alone. */

#pragma once

#include "insight/inspection-plan.h"
#include "report/ink.h"
#include "report/inspection-data.h"

G_BEGIN_DECLS

#define ASSAY_REPORT_DASH "–"

/* One sample of one class of defects in the plan of an inspection; -1 is unknown. */
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

/* A class of a double plan has a row for the first sample and one for both. */
#define ASSAY_PLAN_ROWS (2 * ASSAY_N_CLASSES)

guint assay_plan_rows_read (AssayRecord *inspection, AssayUnits units, AssayPlanRow *rows);
void assay_plan_row_clear (AssayPlanRow *row);
/* The row that decides about a class. */
void
assay_plan_row_read (AssayRecord *inspection, guint class, AssayUnits units, AssayPlanRow *row);

void assay_inspection_add_title (AssayDocument *document, AssayInspectionData *data);
void assay_inspection_add_verdict (AssayDocument *document, AssayInspectionData *data);
void assay_inspection_add_facts (AssayDocument *document, AssayInspectionData *data);
void assay_inspection_add_quantities (AssayDocument *document, AssayInspectionData *data);
void assay_inspection_add_plan (AssayDocument *document, AssayInspectionData *data);
AssayBlock *assay_inspection_plan_table_new (AssayInspectionData *data);
void assay_inspection_add_defects (AssayDocument *document, AssayInspectionData *data);
void assay_inspection_add_checks (AssayDocument *document, AssayInspectionData *data);
void assay_inspection_add_photos (AssayDocument *document, AssayInspectionData *data);
void assay_inspection_add_decision (AssayDocument *document, AssayInspectionData *data);
void assay_inspection_add_actions (AssayDocument *document, AssayInspectionData *data);
void assay_inspection_add_chain (AssayDocument *document, AssayInspectionData *data);
void assay_inspection_add_words (AssayDocument *document, AssayInspectionData *data);
void assay_inspection_add_signatures (AssayDocument *document, AssayInspectionData *data);

/* Two columns of names and values, in turn; a NULL value is not recorded. */
AssayBlock *assay_report_facts_new (GPtrArray *left, GPtrArray *right);
void assay_report_add_fact (GPtrArray *facts, const char *name, const char *value);
void assay_report_add_field (GPtrArray *facts, AssayRecord *record, guint field, AssayUnits units);

AssayMark assay_report_mark_of_result (const char *result);

/* The name of a fault: of its type and, where it says more, its description. */
char *assay_report_defect_dup_name (const AssayReportDefect *defect, gboolean whole);
char *assay_report_defect_dup_subject (const AssayReportDefect *defect, AssayUnits units);
guint assay_report_first_photo (AssayInspectionData *data, GPtrArray *items, guint i);
char *assay_report_dup_numbers (guint first, guint n);

/* Of each check that failed: what, what was required, what was found. Returns how many there are,
 * also of those beyond @most rows, which are left out. */
guint assay_report_add_failed_checks (AssayBlock *table, AssayInspectionData *data, guint most);

/* Words */
char *assay_report_dup_title_of (AssayRecord *record);
/* What was looked at, in one line. */
char *assay_report_dup_subject (AssayInspectionData *data);
/* Joins what is known with a middle dot. */
void assay_report_append_part (GString *line, const char *part);
void assay_report_append_line (GString *text, const char *line);
/* The beginning of a text, with an ellipsis where it is longer. */
char *assay_report_shorten (const char *text, guint most);

G_END_DECLS
