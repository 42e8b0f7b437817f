/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/rework-letter.h"

#include <glib/gi18n-lib.h>

#include "report/inspection-document.h"
#include "report/inspection-sections.h"
#include "report/picture-grid.h"
#include "report/signature-block.h"
#include "report/table-block.h"
#include "report/text-block.h"

#define MOST_CHECKS 40
/* A line to write on. */
#define BLANK "____________________"

static void
add_known (GString *text, AssayRecord *record, guint field)
{
  const char *value = record != NULL ? assay_record_get_text (record, field) : NULL;

  if (value != NULL && *value != '\0')
    assay_report_append_line (text, value);
}

static char *
dup_place (AssayRecord *supplier)
{
  static const guint fields[] = { ASSAY_SUPPLIER_CITY, ASSAY_SUPPLIER_REGION,
                                  ASSAY_SUPPLIER_POSTAL_CODE, ASSAY_SUPPLIER_COUNTRY };
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = assay_format_display (supplier, fields[i], ASSAY_UNITS_METRIC);

      if (*value != '\0')
        g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", value);
    }
  return g_string_free_and_steal (line);
}

static void
add_address (AssayDocument *document, AssayInspectionData *data)
{
  GString *text = g_string_new (NULL);
  const char *contact
      = data->contact != NULL ? assay_record_get_text (data->contact, ASSAY_CONTACT_NAME) : NULL;
  AssayBlock *block;

  add_known (text, data->supplier, ASSAY_SUPPLIER_NAME);
  add_known (text, data->supplier, ASSAY_SUPPLIER_LOCAL_NAME);
  if (contact != NULL)
    {
      /* Translators: in an address: for whom at the company the letter is */
      g_autofree char *attention = g_strdup_printf (_ ("Attention: %s"), contact);

      assay_report_append_line (text, attention);
    }
  add_known (text, data->supplier, ASSAY_SUPPLIER_ADDRESS);
  if (data->supplier != NULL)
    {
      g_autofree char *place = dup_place (data->supplier);

      if (*place != '\0')
        assay_report_append_line (text, place);
    }
  if (text->len == 0)
    g_string_append_printf (text, _ ("To: %s"), BLANK BLANK);
  block = assay_paragraph_new (text->str, ASSAY_STYLE_BODY);
  block->space = 0;
  assay_document_take (document, block);
  g_string_free (text, TRUE);
}

static char *
dup_date (AssayInspectionData *data)
{
  gint32 decided = assay_record_get_date (data->inspection, ASSAY_INSPECTION_DECIDED_ON);

  if (decided == ASSAY_DATE_UNKNOWN)
    return g_strdup_printf (_ ("Date: %s"), BLANK);
  {
    g_autofree char *on = assay_date_format (decided);

    return g_strdup_printf (_ ("Date: %s"), on);
  }
}

/* What the lot has to go through, by the buyer's decision. */
static const char *
say_demand (AssayRecord *inspection)
{
  const char *decision = assay_record_get_text (inspection, ASSAY_INSPECTION_DECISION);

  if (g_strcmp0 (decision, "sort") == 0)
    return _ ("Please sort the whole lot, piece by piece, and repair or replace every defective "
              "piece.");
  if (g_strcmp0 (decision, "reject") == 0)
    return _ ("We reject this lot. Please tell us how you will replace it.");
  if (g_strcmp0 (decision, "hold") == 0)
    return _ ("Please hold this lot until you hear from us.");
  if (g_strcmp0 (decision, "accept_deviation") == 0)
    return _ ("We accept this lot with deviation. The points below must be corrected.");
  return _ ("Please rework the whole lot, not only the pieces that we looked at.");
}

static void
add_opening (AssayDocument *document, AssayInspectionData *data)
{
  AssayRecord *inspection = data->inspection;
  const char *contact
      = data->contact != NULL ? assay_record_get_text (data->contact, ASSAY_CONTACT_NAME) : NULL;
  const char *result = assay_record_get_text (inspection, ASSAY_INSPECTION_RESULT);
  gint32 date = assay_record_get_date (inspection, ASSAY_INSPECTION_INSPECTED_ON);
  g_autofree char *on = date != ASSAY_DATE_UNKNOWN ? assay_date_format (date) : NULL;
  g_autofree char *greeting = contact != NULL
                                  /* Translators: the greeting of a letter */
                                  ? g_strdup_printf (_ ("Dear %s,"), contact)
                                  : g_strdup (_ ("To whom it may concern,"));
  GString *text = g_string_new (NULL);

  assay_document_take (document, assay_paragraph_new (greeting, ASSAY_STYLE_BODY));
  if (on != NULL)
    g_string_append_printf (text, _ ("We inspected the lot named above on %s."), on);
  else
    g_string_append (text, _ ("We inspected the lot named above."));
  g_string_append_c (text, ' ');
  if (g_strcmp0 (result, "fail") == 0)
    g_string_append (text, _ ("It did not pass."));
  else if (g_strcmp0 (result, "pass") == 0)
    g_string_append (text, _ ("It passed, with the defects below."));
  else
    g_string_append (text, _ ("The result is not final yet."));
  g_string_append_printf (text, " %s", say_demand (inspection));
  assay_document_take (document, assay_paragraph_new (text->str, ASSAY_STYLE_BODY));
  g_string_free (text, TRUE);
}

static void
add_references (AssayDocument *document, AssayInspectionData *data)
{
  static const guint fields[]
      = { ASSAY_INSPECTION_NUMBER, ASSAY_INSPECTION_LOT_SIZE, ASSAY_INSPECTION_INSPECTED,
          ASSAY_INSPECTION_REWORKED_QUANTITY, ASSAY_INSPECTION_REJECTED_QUANTITY };
  static const guint line_fields[]
      = { ASSAY_ORDER_LINE_LINE_NUMBER, ASSAY_ORDER_LINE_COLOUR, ASSAY_ORDER_LINE_QUANTITY };
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) right = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *order = assay_report_dup_title_of (data->order);
  g_autofree char *product = assay_report_dup_title_of (data->product);
  AssayBlock *block;

  assay_report_add_fact (left, _ ("Order"), order);
  assay_report_add_fact (left, _ ("Product"), product);
  for (guint i = 0; data->order_line != NULL && i < G_N_ELEMENTS (line_fields); i++)
    if (assay_record_is_known (data->order_line, line_fields[i]))
      assay_report_add_field (left, data->order_line, line_fields[i], data->brand->units);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (i == 0 || assay_record_is_known (data->inspection, fields[i]))
      assay_report_add_field (right, data->inspection, fields[i], data->brand->units);
  block = assay_report_facts_new (left, right);
  block->space = 8;
  assay_document_take (document, block);
}

static void
add_checks (AssayDocument *document, AssayInspectionData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Check that failed"), 36, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Required"), 30, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Found"), 34, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *block
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);

  block->space = 12;
  if (assay_report_add_failed_checks (block, data, MOST_CHECKS) > 0)
    assay_document_take (document, block);
  else
    assay_block_free (block);
}

static gboolean
is_open (AssayRecord *action)
{
  const char *state = assay_record_get_text (action, ASSAY_CORRECTIVE_ACTION_STATE);

  return g_strcmp0 (state, "closed") != 0 && g_strcmp0 (state, "cancelled") != 0;
}

static void
add_duty (AssayBlock *block, guint *n, const char *wrong, const char *what, const char *by)
{
  g_autofree char *number = g_strdup_printf ("%u", ++*n);
  const char *const cells[] = { number, wrong, what, by, NULL };

  assay_table_block_add_row (block, cells);
}

/* The corrective actions that are agreed; where there are none, every defect has to be put right by
 * a day that is written in by hand. */
static void
add_duties (AssayDocument *document, AssayInspectionData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("No."), 6, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("What is wrong"), 28, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("What must be done"), 34, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    /* Translators: by which day */
    { _ ("By"), 14, ASSAY_ALIGN_START, ASSAY_STYLE_STRONG },
    { _ ("Done: name, date"), 18, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *block
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_FORM);
  guint n = 0;

  for (guint i = 0; i < data->actions->len; i++)
    {
      AssayRecord *action = ((const AssayReportItem *)g_ptr_array_index (data->actions, i))->record;
      g_autofree char *due
          = assay_format_display (action, ASSAY_CORRECTIVE_ACTION_DUE_ON, data->brand->units);

      if (is_open (action))
        add_duty (block, &n, assay_record_get_text (action, ASSAY_CORRECTIVE_ACTION_TITLE),
                  assay_record_get_text (action, ASSAY_CORRECTIVE_ACTION_ACTION), due);
    }
  for (guint i = 0; n < i + 1 && i < data->defects->len; i++)
    {
      g_autofree char *name
          = assay_report_defect_dup_name (g_ptr_array_index (data->defects, i), FALSE);

      add_duty (block, &n, name,
                _ ("Check every piece of the lot. Repair or replace each one that shows it."),
                NULL);
    }
  if (n == 0)
    add_duty (block, &n, NULL, NULL, NULL);
  assay_document_take (
      document, assay_heading_new (_ ("What must be done, and by when"), ASSAY_STYLE_HEADING));
  assay_document_take (document, block);
}

static void
add_terms (AssayDocument *document, AssayInspectionData *data)
{
  GString *text = g_string_new (
      _ ("Tell us the day from which the whole lot is reworked, packed and ready. We then inspect "
         "it again, with a new sample. Do not ship it before it has passed."));
  g_autofree char *cost
      = assay_format_display (data->inspection, ASSAY_INSPECTION_REWORK_COST, data->brand->units);
  g_autofree char *cost_line = NULL;

  for (guint i = 0; i < ASSAY_N_CLASSES; i++)
    {
      AssayPlanRow row;

      assay_plan_row_read (data->inspection, i, data->brand->units, &row);
      if (row.sample > 0 && row.ac >= 0)
        {
          g_autofree char *sample = assay_format_number (row.sample);
          g_autofree char *allowed = assay_format_number (row.ac);
          /* Translators: class of defects, size of the sample, how many the plan allows */
          g_autofree char *line
              = g_strdup_printf (_ ("%s: sample of %s, %s allowed"), row.label, sample, allowed);

          assay_report_append_line (text, line);
        }
      assay_plan_row_clear (&row);
    }
  assay_document_take (document,
                       assay_heading_new (_ ("Inspection after rework"), ASSAY_STYLE_HEADING));
  assay_document_take (document, assay_paragraph_new (text->str, ASSAY_STYLE_BODY));
  g_string_free (text, TRUE);
  cost_line = *cost != '\0' ? g_strdup_printf (_ ("We put the cost of this rework at %s."), cost)
                            : g_strdup_printf (_ ("To be agreed: %s"), BLANK);
  assay_document_take (document, assay_heading_new (_ ("Cost of rework"), ASSAY_STYLE_HEADING));
  assay_document_take (document, assay_paragraph_new (cost_line, ASSAY_STYLE_BODY));
}

/* Those that were read for the letter. */
static void
add_photos (AssayDocument *document, AssayInspectionData *data)
{
  AssayBlock *grid = assay_picture_grid_new (3);
  guint number = data->photos->len;
  guint n = 0;

  for (guint i = 0; i < data->defects->len; i++)
    {
      const AssayReportDefect *defect = g_ptr_array_index (data->defects, i);
      g_autofree char *subject = assay_report_defect_dup_subject (defect, data->brand->units);

      for (guint j = 0; j < defect->photos->len; j++)
        {
          const AssayReportPhoto *photo = g_ptr_array_index (defect->photos, j);
          g_autofree char *label = NULL;

          number++;
          if (photo->picture == NULL)
            continue;
          label = g_strdup_printf (_ ("Photo %u · %s"), number, subject);
          assay_picture_grid_add (
              grid, photo->picture, NULL, label,
              assay_record_get_text (photo->attachment, ASSAY_ATTACHMENT_CAPTION));
          n++;
        }
    }
  if (n == 0)
    {
      assay_block_free (grid);
      return;
    }
  assay_document_take (document, assay_heading_new (_ ("Photos"), ASSAY_STYLE_HEADING));
  assay_document_take (document, grid);
}

static void
add_signatures (AssayDocument *document, AssayInspectionData *data)
{
  g_autofree char *supplier = assay_report_dup_title_of (data->supplier);
  g_autofree char *ours = data->brand->name != NULL
                              ? g_strdup_printf (_ ("For %s: name, date"), data->brand->name)
                              : g_strdup (_ ("Buyer: name, date"));
  g_autofree char *theirs = supplier != NULL
                                ? g_strdup_printf (_ ("For %s: name, date, stamp"), supplier)
                                : g_strdup (_ ("Factory: name, date, stamp"));
  const char *const roles[] = { ours, theirs, NULL };
  AssayBlock *words
      = assay_paragraph_new (_ ("Please sign one copy and send it back to us."), ASSAY_STYLE_BODY);

  words->space = 16;
  words->keep_next = TRUE;
  assay_document_take (document, words);
  assay_document_take (document, assay_signature_block_new (roles));
}

AssayDocument *
assay_rework_letter_new (AssayInspectionData *data)
{
  AssayDocument *document = assay_inspection_document_begin (data);
  g_autofree char *date = dup_date (data);
  AssayBlock *block;

  add_address (document, data);
  block = assay_paragraph_new (date, ASSAY_STYLE_BODY);
  block->space = 12;
  assay_document_take (document, block);
  assay_document_take (document,
                       assay_heading_new (_ ("Rework after inspection"), ASSAY_STYLE_TITLE));
  add_references (document, data);
  add_opening (document, data);
  assay_document_take (document, assay_heading_new (_ ("What was found"), ASSAY_STYLE_HEADING));
  assay_document_take (document, assay_inspection_plan_table_new (data));
  if (data->defects->len > 0)
    assay_inspection_add_defects (document, data);
  add_checks (document, data);
  add_duties (document, data);
  add_terms (document, data);
  add_photos (document, data);
  add_signatures (document, data);
  return document;
}
