/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What followed from an inspection: the decision with its quantities, corrective actions, and the
 * other inspections of the lot. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "report/inspection-sections.h"
#include "report/table-block.h"
#include "report/text-block.h"

void
assay_inspection_add_decision (AssayDocument *document, AssayInspectionData *data)
{
  static const guint fields[] = {
    ASSAY_INSPECTION_DECISION,          ASSAY_INSPECTION_DECIDED_ON,
    ASSAY_INSPECTION_DECIDED_BY,        ASSAY_INSPECTION_DEVIATION_UNTIL,
    ASSAY_INSPECTION_ACCEPTED_QUANTITY, ASSAY_INSPECTION_REWORKED_QUANTITY,
    ASSAY_INSPECTION_REJECTED_QUANTITY, ASSAY_INSPECTION_REWORK_COST,
  };
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) right = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (assay_record_is_known (data->inspection, fields[i]))
      assay_report_add_field (i < 4 ? left : right, data->inspection, fields[i],
                              data->brand->units);
  if (left->len + right->len == 0)
    return;
  assay_document_take (document, assay_heading_new (_ ("Decision"), ASSAY_STYLE_HEADING));
  assay_document_take (document, assay_report_facts_new (left, right));
}

/* Each known field under its name, but the first, which needs none. */
static char *
dup_fields (AssayRecord *record, const guint *fields, guint n, AssayUnits units)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = assay_format_display (record, fields[i], units);
      g_autofree char *named = NULL;

      if (*value == '\0')
        continue;
      named = g_strdup_printf (
          _ ("%s: %s"), assay_field_label (&assay_record_describe (record)->fields[fields[i]]),
          value);
      assay_report_append_line (text, i == 0 ? value : named);
    }
  return g_string_free_and_steal (text);
}

static void
add_action (AssayBlock *block, AssayInspectionData *data, guint i)
{
  static const guint finding[]
      = { ASSAY_CORRECTIVE_ACTION_TITLE, ASSAY_CORRECTIVE_ACTION_DEFECT_TYPE,
          ASSAY_CORRECTIVE_ACTION_CAUSE };
  static const guint doing[] = { ASSAY_CORRECTIVE_ACTION_ACTION, ASSAY_CORRECTIVE_ACTION_EVIDENCE,
                                 ASSAY_CORRECTIVE_ACTION_NOTE };
  static const guint state[]
      = { ASSAY_CORRECTIVE_ACTION_STATE,      ASSAY_CORRECTIVE_ACTION_DONE_ON,
          ASSAY_CORRECTIVE_ACTION_CHECKED_ON, ASSAY_CORRECTIVE_ACTION_CHECKED_BY,
          ASSAY_CORRECTIVE_ACTION_EFFECTIVE,  ASSAY_CORRECTIVE_ACTION_CHECK_NOTE };
  const AssayReportItem *item = g_ptr_array_index (data->actions, i);
  AssayUnits units = data->brand->units;
  const char *number = assay_record_get_text (item->record, ASSAY_CORRECTIVE_ACTION_NUMBER);
  g_autofree char *position = g_strdup_printf ("%u", i + 1);
  g_autofree char *found = dup_fields (item->record, finding, G_N_ELEMENTS (finding), units);
  g_autofree char *done = dup_fields (item->record, doing, G_N_ELEMENTS (doing), units);
  g_autofree char *due = assay_format_display (item->record, ASSAY_CORRECTIVE_ACTION_DUE_ON, units);
  g_autofree char *now = dup_fields (item->record, state, G_N_ELEMENTS (state), units);
  g_autofree char *photos = assay_report_dup_numbers (
      assay_report_first_photo (data, data->actions, i), item->photos->len);
  g_autofree char *shown = NULL;

  if (photos != NULL)
    shown = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Photo %s", "Photos %s", item->photos->len), photos);
  {
    g_autofree char *with_photos = shown != NULL && *done != '\0'
                                       ? g_strconcat (done, "\n", shown, NULL)
                                       : g_strdup (shown != NULL ? shown : done);
    const char *const cells[]
        = { number != NULL ? number : position,
            found,
            with_photos,
            assay_record_get_text (item->record, ASSAY_CORRECTIVE_ACTION_OWNER),
            due,
            now };

    assay_table_block_add_row (block, cells);
  }
}

void
assay_inspection_add_actions (AssayDocument *document, AssayInspectionData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("No."), 10, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("What is wrong"), 25, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("What is done"), 27, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Owner"), 13, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Due on"), 13, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("State"), 20, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *block;

  if (data->actions->len == 0)
    return;
  block = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  for (guint i = 0; i < data->actions->len; i++)
    add_action (block, data, i);
  assay_document_take (document, assay_heading_new (_ ("Corrective actions"), ASSAY_STYLE_HEADING));
  assay_document_take (document, block);
}

static void
add_link (AssayBlock *block, AssayInspectionData *data, AssayRecord *inspection)
{
  AssayUnits units = data->brand->units;
  const char *number = assay_record_get_text (inspection, ASSAY_INSPECTION_NUMBER);
  gboolean this_one = assay_record_get_id (inspection) == assay_record_get_id (data->inspection);
  const char *plain = number != NULL ? number : ASSAY_REPORT_DASH;
  g_autofree char *name
      = this_one ? g_strdup_printf (_ ("%s (this inspection)"), plain) : g_strdup (plain);
  g_autofree char *on = assay_format_display (inspection, ASSAY_INSPECTION_INSPECTED_ON, units);
  g_autofree char *result = assay_format_display (inspection, ASSAY_INSPECTION_RESULT, units);
  g_autofree char *decision = assay_format_display (inspection, ASSAY_INSPECTION_DECISION, units);
  char *counts[ASSAY_N_CLASSES];

  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      guint found = assay_class_fields (i)->found;

      counts[i] = assay_record_is_known (inspection, found)
                      ? assay_format_number (assay_record_get_integer (inspection, found, 0))
                      : g_strdup (ASSAY_REPORT_DASH);
    }
  {
    const char *const cells[] = { name, on, counts[0], counts[1], counts[2], result, decision };

    assay_table_block_add_row (block, cells);
  }
  assay_table_block_set_mark (
      block, 5,
      assay_report_mark_of_result (assay_record_get_text (inspection, ASSAY_INSPECTION_RESULT)));
  if (this_one)
    assay_table_block_set_style (block, 0, ASSAY_STYLE_STRONG);
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    g_free (counts[i]);
}

void
assay_inspection_add_chain (AssayDocument *document, AssayInspectionData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Inspection"), 26, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Inspected on"), 15, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Critical"), 9, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Major"), 9, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Minor"), 9, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Result"), 14, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Decision"), 20, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *block;

  if (data->chain->len == 0)
    return;
  block = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  for (guint i = 0; i < data->chain->len; i++)
    add_link (block, data, g_ptr_array_index (data->chain, i));
  assay_document_take (document,
                       assay_heading_new (_ ("Inspections of this lot"), ASSAY_STYLE_HEADING));
  assay_document_take (document, block);
}
