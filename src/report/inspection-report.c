/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/inspection-report.h"

#include <glib/gi18n-lib.h>

#include "report/inspection-document.h"
#include "report/inspection-sections.h"

/**
 * assay_inspection_report_new:
 *
 * Makes no question to the book: @data may be freed afterwards and on another thread.
 *
 * Returns: (transfer full): the document
 */
AssayDocument *
assay_inspection_report_new (AssayInspectionData *data)
{
  AssayDocument *document = assay_inspection_document_begin (data);

  assay_inspection_add_title (document, data);
  assay_inspection_add_verdict (document, data);
  assay_inspection_add_facts (document, data);
  assay_inspection_add_quantities (document, data);
  assay_inspection_add_plan (document, data);
  assay_inspection_add_defects (document, data);
  assay_inspection_add_checks (document, data);
  assay_inspection_add_photos (document, data);
  assay_inspection_add_decision (document, data);
  assay_inspection_add_actions (document, data);
  assay_inspection_add_chain (document, data);
  assay_inspection_add_words (document, data);
  assay_inspection_add_signatures (document, data);
  return document;
}
