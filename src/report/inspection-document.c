/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/inspection-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/blank-form.h"
#include "report/inspection-report.h"
#include "report/inspection-sections.h"
#include "report/inspection-summary.h"
#include "report/rework-letter.h"

static const struct
{
  const char *title;
  const char *several;
  AssayDocument *(*make) (AssayInspectionData *data);
} documents[ASSAY_N_REPORTS] = {
  [ASSAY_REPORT_SUMMARY]
  = { N_ ("Inspection summary"), N_ ("Inspection summaries"), assay_inspection_summary_new },
  [ASSAY_REPORT_FULL]
  = { N_ ("Inspection report"), N_ ("Inspection reports"), assay_inspection_report_new },
  [ASSAY_REPORT_REWORK_LETTER]
  = { N_ ("Rework letter"), N_ ("Rework letters"), assay_rework_letter_new },
  [ASSAY_REPORT_BLANK_FORM]
  = { N_ ("Inspection form"), N_ ("Inspection forms"), assay_blank_form_new },
};

AssayDocument *
assay_inspection_document_new (AssayInspectionData *data)
{
  return documents[data->kind].make (data);
}

char *
assay_inspection_document_dup_title (AssayReportKind kind, AssayRecord *inspection)
{
  const char *number = assay_record_get_text (inspection, ASSAY_INSPECTION_NUMBER);

  const char *title = g_dgettext (GETTEXT_PACKAGE, documents[kind].title);

  if (number == NULL || *number == '\0')
    return g_strdup (title);
  /* Translators: what a document is, "Inspection report", and its number */
  return g_strdup_printf (_ ("%s %s"), title, number);
}

char *
assay_inspection_document_dup_file_name (AssayReportKind kind, AssayRecord *inspection)
{
  g_autofree char *title = assay_inspection_document_dup_title (kind, inspection);
  g_autofree char *clean = g_utf8_make_valid (title, -1);

  for (char *p = clean; *p != '\0'; p++)
    if ((guchar)*p < 0x20 || *p == 0x7f || strchr ("/\\:*?\"<>|", *p) != NULL)
      *p = '-';
  return g_strdup_printf ("%s.pdf", clean);
}

const char *
assay_inspection_document_batch_title (AssayReportKind kind)
{
  return g_dgettext (GETTEXT_PACKAGE, documents[kind].several);
}

AssayDocument *
assay_inspection_document_begin (AssayInspectionData *data)
{
  g_autofree char *title = assay_inspection_document_dup_title (data->kind, data->inspection);
  g_autofree char *foot = assay_report_dup_subject (data);
  AssayDocument *document = assay_document_new (title);

  assay_document_set_brand (document, data->brand->name, data->brand->logo);
  assay_document_set_running (document, title, foot);
  return document;
}
