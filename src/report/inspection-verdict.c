/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands at the head and at the end of the documents: what was looked at, the verdict with its
 * reason, remarks, lines to sign on. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "insight/checklist.h"
#include "report/inspection-sections.h"
#include "report/signature-block.h"
#include "report/text-block.h"
#include "report/verdict-block.h"

#define REASON_MAX 110

void
assay_report_append_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

void
assay_report_append_line (GString *text, const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/**
 * assay_report_shorten:
 * @most: letters
 */
char *
assay_report_shorten (const char *text, guint most)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  g_strdelimit (valid, "\r\n", ' ');
  if (g_utf8_strlen (valid, -1) <= (glong)most)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, (glong)most - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

char *
assay_report_dup_title_of (AssayRecord *record)
{
  return record != NULL ? assay_record_dup_title (record) : NULL;
}

char *
assay_report_dup_subject (AssayInspectionData *data)
{
  g_autofree char *product = assay_report_dup_title_of (data->product);
  g_autofree char *supplier = assay_report_dup_title_of (data->supplier);
  g_autofree char *order = assay_report_dup_title_of (data->order);
  gint32 date = assay_record_get_date (data->inspection, ASSAY_INSPECTION_INSPECTED_ON);
  g_autofree char *on = date != ASSAY_DATE_UNKNOWN ? assay_date_format (date) : NULL;
  GString *line = g_string_new (NULL);

  assay_report_append_part (line, supplier);
  assay_report_append_part (line, product);
  assay_report_append_part (line, order);
  assay_report_append_part (line, on);
  return g_string_free_and_steal (line);
}

void
assay_inspection_add_title (AssayDocument *document, AssayInspectionData *data)
{
  g_autofree char *kind
      = assay_format_display (data->inspection, ASSAY_INSPECTION_KIND, data->brand->units);
  g_autofree char *subject = assay_report_dup_subject (data);
  /* Translators: the heading of an inspection report, with the kind of inspection */
  g_autofree char *title = *kind != '\0' ? g_strdup_printf (_ ("Inspection: %s"), kind)
                                         : g_strdup (_ ("Inspection report"));
  AssayBlock *block = assay_heading_new (title, ASSAY_STYLE_TITLE);

  block->space = 0;
  assay_document_take (document, block);
  if (*subject != '\0')
    {
      block = assay_paragraph_new (subject, ASSAY_STYLE_DIM);
      block->space = 1;
      block->keep_next = TRUE;
      assay_document_take (document, block);
    }
}

AssayMark
assay_report_mark_of_result (const char *result)
{
  if (g_strcmp0 (result, "pass") == 0)
    return ASSAY_MARK_PASS;
  if (g_strcmp0 (result, "fail") == 0)
    return ASSAY_MARK_FAIL;
  return ASSAY_MARK_PENDING;
}

/* What the checks have to do with the result; NULL when nothing. */
static char *
dup_check_words (AssayInspectionData *data)
{
  g_autofree AssayRecord **records = g_new (AssayRecord *, data->checks->len + 1);

  for (guint i = 0; i < data->checks->len; i++)
    records[i] = ((const AssayReportItem *)g_ptr_array_index (data->checks, i))->record;
  return data->checks->len > 0 ? assay_checks_dup_words (records, data->checks->len) : NULL;
}

/* What was found against what is allowed, class by class; and that the inspector judged otherwise
 * than the plan does, where that is so. */
static char *
dup_reason (AssayInspectionData *data, AssayMark mark)
{
  GString *reason = g_string_new (NULL);
  AssayMark planned = ASSAY_MARK_PASS;
  guint judged = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < ASSAY_N_CLASSES; i++)
    {
      AssayPlanRow row;
      g_autofree char *part = NULL;

      assay_plan_row_read (data->inspection, i, data->brand->units, &row);
      if (row.found >= 0 && row.ac >= 0)
        {
          g_autofree char *found = assay_format_number (row.found);
          g_autofree char *allowed = assay_format_number (row.ac);

          /* Translators: class of defects, how many were found, how many the plan allows */
          part = g_strdup_printf (_ ("%s: %s found, %s allowed"), row.label, found, allowed);
          assay_report_append_line (reason, part);
          judged++;
        }
      if (row.mark == ASSAY_MARK_FAIL)
        planned = ASSAY_MARK_FAIL;
      assay_plan_row_clear (&row);
    }
  if (mark == ASSAY_MARK_PASS && planned == ASSAY_MARK_FAIL)
    assay_report_append_line (reason, _ ("The plan rejects this lot."));
  else if (mark == ASSAY_MARK_FAIL && planned == ASSAY_MARK_PASS && judged == ASSAY_N_CLASSES)
    assay_report_append_line (reason, _ ("The plan accepts this lot."));
  words = dup_check_words (data);
  if (words != NULL)
    assay_report_append_line (reason, words);
  if (reason->len == 0)
    g_string_append (reason, _ ("What was found was not recorded by class."));
  return g_string_free_and_steal (reason);
}

/* A short reason stands with the decision, a long one in a section of its own. */
static gboolean
reason_fits (AssayRecord *inspection)
{
  const char *reason = assay_record_get_text (inspection, ASSAY_INSPECTION_DECISION_NOTE);

  return reason != NULL && strlen (reason) <= REASON_MAX && strchr (reason, '\n') == NULL;
}

static char *
dup_decision_detail (AssayInspectionData *data)
{
  AssayRecord *inspection = data->inspection;
  gint32 decided = assay_record_get_date (inspection, ASSAY_INSPECTION_DECIDED_ON);
  gint32 until = assay_record_get_date (inspection, ASSAY_INSPECTION_DEVIATION_UNTIL);
  GString *line = g_string_new (NULL);

  if (decided != ASSAY_DATE_UNKNOWN)
    {
      g_autofree char *on = assay_date_format (decided);

      assay_report_append_part (line, on);
    }
  assay_report_append_part (line, assay_record_get_text (inspection, ASSAY_INSPECTION_DECIDED_BY));
  if (until != ASSAY_DATE_UNKNOWN)
    {
      g_autofree char *date = assay_date_format (until);
      /* Translators: until when a deviation is accepted, with a date */
      g_autofree char *text = g_strdup_printf (_ ("deviation until %s"), date);

      assay_report_append_part (line, text);
    }
  if (reason_fits (inspection))
    assay_report_append_line (line,
                              assay_record_get_text (inspection, ASSAY_INSPECTION_DECISION_NOTE));
  return g_string_free_and_steal (line);
}

void
assay_inspection_add_verdict (AssayDocument *document, AssayInspectionData *data)
{
  AssayRecord *inspection = data->inspection;
  AssayUnits units = data->brand->units;
  AssayMark mark
      = assay_report_mark_of_result (assay_record_get_text (inspection, ASSAY_INSPECTION_RESULT));
  g_autofree char *word = assay_format_display (inspection, ASSAY_INSPECTION_RESULT, units);
  g_autofree char *decision = assay_format_display (inspection, ASSAY_INSPECTION_DECISION, units);
  g_autofree char *reason = dup_reason (data, mark);
  g_autofree char *detail = dup_decision_detail (data);
  AssayVerdictText text = {
    .mark = mark,
    .label = _ ("Inspector’s result"),
    .word = *word != '\0' ? word : _ ("Not recorded"),
    .reason = reason,
    .decision_label = _ ("Buyer’s decision"),
    .decision = *decision != '\0' ? decision : _ ("Not decided yet"),
    .decision_detail = *detail != '\0' ? detail : NULL,
  };

  assay_document_take (document, assay_verdict_block_new (&text));
}

/* Remarks and the reason of the decision, each under its own heading where there is one. */
void
assay_inspection_add_words (AssayDocument *document, AssayInspectionData *data)
{
  const struct
  {
    guint field;
    const char *heading;
  } words[] = {
    { ASSAY_INSPECTION_NOTE, _ ("Remarks") },
    { ASSAY_INSPECTION_DECISION_NOTE, _ ("Reason for the decision") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *text = assay_record_get_text (data->inspection, words[i].field);

      if (text == NULL || *text == '\0')
        continue;
      if (words[i].field == ASSAY_INSPECTION_DECISION_NOTE && reason_fits (data->inspection))
        continue;
      assay_document_take (document, assay_heading_new (words[i].heading, ASSAY_STYLE_HEADING));
      assay_document_take (document, assay_paragraph_new (text, ASSAY_STYLE_BODY));
    }
}

void
assay_inspection_add_signatures (AssayDocument *document, AssayInspectionData *data)
{
  const char *inspector = assay_record_get_text (data->inspection, ASSAY_INSPECTION_INSPECTOR);
  /* Translators: under a line to sign on, with the inspector's name */
  g_autofree char *first = inspector != NULL && *inspector != '\0'
                               ? g_strdup_printf (_ ("Inspector: %s, date"), inspector)
                               : g_strdup (_ ("Inspector: name, date"));
  const char *const roles[] = {
    first,
    _ ("Factory: name, date"),
    _ ("Buyer: name, date"),
    NULL,
  };

  assay_document_take (document, assay_signature_block_new (roles));
}
