/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any of the documents about an inspection, by its kind; their titles and file names. */

#pragma once

#include "report/inspection-data.h"

G_BEGIN_DECLS

/* The document that @data was read for. */
AssayDocument *assay_inspection_document_new (AssayInspectionData *data);
/* "Inspection report 2026-014": of the file, its bookmark, the print job. */
char *assay_inspection_document_dup_title (AssayReportKind kind, AssayRecord *inspection);
/* A name for a file without what a file system refuses. */
char *assay_inspection_document_dup_file_name (AssayReportKind kind, AssayRecord *inspection);
/* Of a file that holds the documents of several inspections. */
const char *assay_inspection_document_batch_title (AssayReportKind kind);

/* For the documents: an empty one with title, brand and running lines. */
AssayDocument *assay_inspection_document_begin (AssayInspectionData *data);

G_END_DECLS
