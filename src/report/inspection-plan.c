/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sampling plan of an inspection as it was recorded, with what was found against it. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "insight/inspection-plan.h"
#include "report/inspection-sections.h"
#include "report/table-block.h"
#include "report/text-block.h"

/* With fewer than Re and more than Ac, which reduced plans allow, the lot passes and the next one
 * is inspected normally. */
static void
judge (AssayPlanRow *row)
{
  row->mark = ASSAY_MARK_EMPTY;
  row->result = ASSAY_REPORT_DASH;
  if (row->found < 0 || row->ac < 0 || row->re < 0)
    return;
  row->mark = row->found >= row->re ? ASSAY_MARK_FAIL : ASSAY_MARK_PASS;
  if (row->found >= row->re)
    row->result = _ ("Fail");
  else if (row->found <= row->ac)
    row->result = _ ("Pass");
  else
    row->result = _ ("Pass; next lot on normal inspection");
}

void
assay_plan_row_read (AssayRecord *inspection, guint class, AssayUnits units, AssayPlanRow *row)
{
  const AssayRecordType *defect = assay_record_type_get (ASSAY_TYPE_DEFECT);
  const AssayClassFields *fields = assay_class_fields (class);

  row->label = assay_field_choice_label (&defect->fields[ASSAY_DEFECT_CLASS], fields->name);
  row->aql = assay_record_is_known (inspection, fields->aql)
                 ? assay_format_display (inspection, fields->aql, units)
                 : NULL;
  row->sample = assay_record_get_integer (inspection, fields->sample, -1);
  row->ac = assay_record_get_integer (inspection, fields->ac, -1);
  row->re = assay_record_get_integer (inspection, fields->re, -1);
  row->found = assay_record_get_integer (inspection, fields->found, -1);
  judge (row);
}

void
assay_plan_row_clear (AssayPlanRow *row)
{
  g_clear_pointer (&row->aql, g_free);
}

static void
add_count (GStrvBuilder *cells, gint64 count)
{
  if (count < 0)
    g_strv_builder_add (cells, ASSAY_REPORT_DASH);
  else
    g_strv_builder_take (cells, assay_format_number (count));
}

static void
add_class (AssayBlock *block, AssayInspectionData *data, guint class)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) cells = NULL;
  AssayPlanRow row;

  assay_plan_row_read (data->inspection, class, data->brand->units, &row);
  g_strv_builder_add (builder, row.label);
  g_strv_builder_add (builder, row.aql != NULL ? row.aql : ASSAY_REPORT_DASH);
  add_count (builder, row.sample);
  add_count (builder, row.ac);
  add_count (builder, row.re);
  add_count (builder, row.found);
  g_strv_builder_add (builder, row.result);
  cells = g_strv_builder_end (builder);
  assay_table_block_add_row (block, (const char *const *)cells);
  assay_table_block_set_mark (block, 6, row.mark);
  assay_table_block_set_style (block, 5, ASSAY_STYLE_STRONG);
  assay_table_block_set_style (block, 6, ASSAY_STYLE_STRONG);
  assay_plan_row_clear (&row);
}

/* Level, severity, letter and basis in a line; each named, as each may be unknown. */
static char *
dup_terms (AssayInspectionData *data)
{
  static const guint fields[] = {
    ASSAY_INSPECTION_LEVEL,          ASSAY_INSPECTION_SEVERITY, ASSAY_INSPECTION_CODE_LETTER,
    ASSAY_INSPECTION_LARGEST_SAMPLE, ASSAY_INSPECTION_BASIS,
  };
  const AssayRecordType *type = assay_record_describe (data->inspection);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value
          = assay_format_display (data->inspection, fields[i], data->brand->units);

      if (line->len > 0)
        g_string_append (line, " · ");
      /* Translators: the name of a field and its value */
      g_string_append_printf (line, _ ("%s: %s"), assay_field_label (&type->fields[fields[i]]),
                              *value != '\0' ? value : _ ("not recorded"));
    }
  return g_string_free_and_steal (line);
}

/* The tables are those of MIL-STD-105E; they must not be taken for ISO 2859-1:2026. */
static char *
dup_standard (AssayInspectionData *data)
{
  const char *standard = assay_record_get_text (data->inspection, ASSAY_INSPECTION_STANDARD);
  const char *severity = assay_record_get_text (data->inspection, ASSAY_INSPECTION_SEVERITY);

  if (standard == NULL || *standard == '\0')
    return g_strdup (_ ("Which set of sampling plans was used was not recorded."));
  if (strstr (standard, "2859") != NULL || strstr (standard, "105E") == NULL
      || g_strcmp0 (severity, "reduced") == 0)
    return g_strdup_printf (_ ("Plans after %s."), standard);
  return g_strdup_printf (
      _ ("Plans after %s (equals ISO 2859-1:1999 for normal and tightened single sampling)."),
      standard);
}

void
assay_inspection_add_plan (AssayDocument *document, AssayInspectionData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Class"), 17, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("AQL"), 11, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Sample"), 13, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Accept up to (Ac)"), 17, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Reject from (Re)"), 17, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Found"), 12, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Result"), 23, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *block
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  g_autofree char *terms = dup_terms (data);
  g_autofree char *standard = dup_standard (data);

  for (guint i = 0; i < ASSAY_N_CLASSES; i++)
    add_class (block, data, i);
  block->keep_next = TRUE;
  assay_document_take (document,
                       assay_heading_new (_ ("Sampling plan and findings"), ASSAY_STYLE_HEADING));
  assay_document_take (document, block);
  assay_document_take (document, assay_paragraph_new (terms, ASSAY_STYLE_SMALL));
  assay_document_take (document, assay_paragraph_new (standard, ASSAY_STYLE_SMALL));
}
