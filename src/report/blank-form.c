/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/blank-form.h"

#include <glib/gi18n-lib.h>

#include "insight/checklist.h"
#include "report/form-rows.h"
#include "report/inspection-document.h"
#include "report/inspection-sections.h"
#include "report/signature-block.h"
#include "report/table-block.h"
#include "report/text-block.h"

#define READING_WIDTH 38.0
#define COUNT_WIDTH   64.0
#define CODE_WIDTH    190.0
/* Boxes that a check has on paper; what a larger sample gives is written beside them. */
#define MOST_READINGS 50
#define PHOTO_LINES   12
/* A dot in the column of the class that a defect usually has. */
#define USUAL "•"

static void
add_heading (AssayDocument *document, const char *text)
{
  assay_document_take (document, assay_heading_new (text, ASSAY_STYLE_HEADING));
}

static void
add_note (AssayDocument *document, const char *text)
{
  AssayBlock *block = assay_paragraph_new (text, ASSAY_STYLE_SMALL);

  block->space = 2;
  block->keep_next = TRUE;
  assay_document_take (document, block);
}

/* What is known of lot and order; what is not has room to be written. */
static void
add_header (AssayDocument *document, AssayInspectionData *data)
{
  static const guint fields[]
      = { ASSAY_INSPECTION_NUMBER,       ASSAY_INSPECTION_KIND,      ASSAY_INSPECTION_PLANNED_ON,
          ASSAY_INSPECTION_INSPECTED_ON, ASSAY_INSPECTION_INSPECTOR, ASSAY_INSPECTION_COMPANY,
          ASSAY_INSPECTION_LOCATION,     ASSAY_INSPECTION_LOT_SIZE,  ASSAY_INSPECTION_ORDERED };
  const AssayTableBlockColumn columns[] = {
    { NULL, 17, ASSAY_ALIGN_START, ASSAY_STYLE_SMALL },
    { NULL, 33, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { NULL, 17, ASSAY_ALIGN_START, ASSAY_STYLE_SMALL },
    { NULL, 33, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *block = assay_table_block_new (columns, G_N_ELEMENTS (columns),
                                             ASSAY_TABLE_BLOCK_FORM_WITHOUT_HEAD);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *supplier = assay_report_dup_title_of (data->supplier);
  g_autofree char *product = assay_report_dup_title_of (data->product);
  g_autofree char *order = assay_report_dup_title_of (data->order);

  assay_report_add_fact (facts, _ ("Supplier"), supplier);
  assay_report_add_fact (facts, _ ("Product"), product);
  assay_report_add_fact (facts, _ ("Order"), order);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    assay_report_add_field (facts, data->inspection, fields[i], data->brand->units);
  for (guint i = 0; i < facts->len; i += 4)
    {
      const char *const cells[]
          = { g_ptr_array_index (facts, i), g_ptr_array_index (facts, i + 1),
              g_ptr_array_index (facts, i + 2), g_ptr_array_index (facts, i + 3) };

      assay_table_block_add_row (block, cells);
    }
  assay_document_take (document, block);
}

static char *
dup_count (gint64 count)
{
  return count >= 0 ? assay_format_number (count) : NULL;
}

static void
add_plan (AssayDocument *document, AssayInspectionData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Class"), 26, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("AQL"), 10, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Sample"), 12, ASSAY_ALIGN_END, ASSAY_STYLE_STRONG },
    { _ ("Accept up to (Ac)"), 16, ASSAY_ALIGN_END, ASSAY_STYLE_STRONG },
    { _ ("Reject from (Re)"), 16, ASSAY_ALIGN_END, ASSAY_STYLE_STRONG },
    { _ ("Found"), 20, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *block
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_FORM);
  AssayPlanRow rows[ASSAY_PLAN_ROWS];
  guint n = assay_plan_rows_read (data->inspection, data->brand->units, rows);

  for (guint i = 0; i < n; i++)
    {
      gboolean both = i > 0 && rows[i].label == rows[i - 1].label;
      gboolean first = i + 1 < n && rows[i + 1].label == rows[i].label;
      g_autofree char *label = both    ? g_strdup_printf (_ ("%s, both samples"), rows[i].label)
                               : first ? g_strdup_printf (_ ("%s, first sample"), rows[i].label)
                                       : g_strdup (rows[i].label);
      g_autofree char *sample = dup_count (rows[i].sample);
      g_autofree char *ac = dup_count (rows[i].ac);
      g_autofree char *re = dup_count (rows[i].re);
      const char *const cells[] = { label, rows[i].aql, sample, ac, re, NULL };

      assay_table_block_add_row (block, cells);
    }
  for (guint i = 0; i < n; i++)
    assay_plan_row_clear (&rows[i]);
  add_heading (document, _ ("Plan"));
  assay_document_take (document, block);
}

static void
add_quantities (AssayDocument *document, AssayInspectionData *data, GPtrArray *rows)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("No."), 6, ASSAY_ALIGN_END, ASSAY_STYLE_STRONG },
    { _ ("Quantity"), 44, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Counted"), 50, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *block
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_FORM);
  const AssayRecordType *type = assay_record_type_get (ASSAY_TYPE_INSPECTION);

  for (guint i = 0; i < rows->len; i++)
    {
      const AssayFormRow *row = g_ptr_array_index (rows, i);
      g_autofree char *number = g_strdup_printf ("%u", row->number);
      const char *cells[] = { number, NULL, NULL };

      if (row->kind != ASSAY_FORM_QUANTITY)
        continue;
      cells[1] = assay_field_label (&type->fields[row->field]);
      assay_table_block_add_row (block, cells);
    }
  add_heading (document, _ ("Quantities"));
  assay_document_take (document, block);
}

static char *
dup_defect_name (AssayRecord *type)
{
  const char *code = assay_record_get_text (type, ASSAY_DEFECT_TYPE_CODE);
  const char *name = assay_record_get_text (type, ASSAY_DEFECT_TYPE_NAME);
  const char *other = assay_record_get_text (type, ASSAY_DEFECT_TYPE_OTHER_NAME);
  GString *text = g_string_new (code);

  if (name != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "  " : "", name);
  if (other != NULL && *other != '\0')
    assay_report_append_line (text, other);
  return g_string_free_and_steal (text);
}

static void
add_defect (AssayBlock *block, const AssayFormRow *row)
{
  g_autofree char *number = g_strdup_printf ("%u", row->number);
  g_autofree char *name = row->record != NULL ? dup_defect_name (row->record) : NULL;
  const char *cells[] = { number, name, NULL, NULL, NULL, NULL };
  AssayClass usual;

  if (row->record != NULL
      && assay_class_from_string (assay_record_get_text (row->record, ASSAY_DEFECT_TYPE_CLASS),
                                  &usual))
    cells[2 + usual] = USUAL;
  assay_table_block_add_row (block, cells);
}

static void
add_defects (AssayDocument *document, GPtrArray *rows, gboolean second, const char *heading)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("No."), 6, ASSAY_ALIGN_END, ASSAY_STYLE_STRONG },
    { _ ("Defect"), 40, ASSAY_ALIGN_START, ASSAY_STYLE_CAPTION },
    { _ ("Critical"), 10, ASSAY_ALIGN_CENTRE, ASSAY_STYLE_DIM },
    { _ ("Major"), 10, ASSAY_ALIGN_CENTRE, ASSAY_STYLE_DIM },
    { _ ("Minor"), 10, ASSAY_ALIGN_CENTRE, ASSAY_STYLE_DIM },
    { _ ("Unit numbers"), 24, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *block = NULL;
  g_autofree char *group = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const AssayFormRow *row = g_ptr_array_index (rows, i);
      g_autofree char *own = assay_form_row_dup_group (row);

      if (row->kind != ASSAY_FORM_DEFECT || row->second != second)
        continue;
      if (block == NULL)
        block = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_FORM);
      if (own != NULL && g_strcmp0 (own, group) != 0)
        assay_table_block_add_band (block, own);
      g_set_str (&group, own);
      add_defect (block, row);
    }
  if (block == NULL)
    return;
  add_heading (document, heading);
  add_note (document, _ ("Tally each unit that shows the defect in the column of its class; a dot "
                         "marks the usual class. Write the numbers of the units beside it."));
  assay_document_take (document, block);
}

static AssayBoxes *
make_numbered (guint n)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < MIN (n, MOST_READINGS); i++)
    g_strv_builder_take (labels, g_strdup_printf ("%u", i + 1));
  all = g_strv_builder_end (labels);
  return assay_boxes_new (ASSAY_BOX_ENTRY, READING_WIDTH, (const char *const *)all);
}

static AssayBoxes *
make_choices (AssayRecord *check)
{
  const char *options = assay_record_get_text (check, ASSAY_CHECKPOINT_OPTIONS);
  g_auto (GStrv) words = g_strsplit (options != NULL ? options : "", "|", -1);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      g_strv_builder_add (labels, words[i]);
  g_strv_builder_add (labels, _ ("Does not apply"));
  all = g_strv_builder_end (labels);
  return assay_boxes_new (ASSAY_BOX_TICK, 0, (const char *const *)all);
}

static AssayBoxes *
make_boxes (AssayRecord *check, gint64 sample)
{
  const char *const yes_no[] = { _ ("Yes"), _ ("No"), _ ("Does not apply"), NULL };
  const char *const drop[]
      = { _ ("Intact"), _ ("Carton damaged"), _ ("Product damaged"), _ ("Does not apply"), NULL };
  const char *const plain[] = { "", NULL };

  switch (assay_check_kind (check))
    {
    case ASSAY_CHECK_YES_NO:
      return assay_boxes_new (ASSAY_BOX_TICK, 0, yes_no);
    case ASSAY_CHECK_MEASURED:
      return make_numbered ((guint)CLAMP (sample, 1, MOST_READINGS));
    case ASSAY_CHECK_CHOICE:
      return make_choices (check);
    case ASSAY_CHECK_COUNT:
      return assay_boxes_new (ASSAY_BOX_ENTRY, COUNT_WIDTH, plain);
    case ASSAY_CHECK_TEXT:
    case ASSAY_CHECK_CODE:
      return assay_boxes_new (ASSAY_BOX_ENTRY, CODE_WIDTH, plain);
    case ASSAY_CHECK_DROP:
      return assay_boxes_new (ASSAY_BOX_TICK, 0, drop);
    case ASSAY_N_CHECK_KINDS:
    default:
      return assay_boxes_new (ASSAY_BOX_ENTRY, CODE_WIDTH, plain);
    }
}

/* The drops in their order, for who stands beside the carton. */
static char *
dup_how (AssayRecord *check)
{
  const char *name = assay_record_get_text (check, ASSAY_CHECKPOINT_NAME);
  const char *method = assay_record_get_text (check, ASSAY_CHECKPOINT_METHOD);
  GString *text = g_string_new (name);

  if (method != NULL && *method != '\0')
    assay_report_append_line (text, method);
  for (guint i = 0; assay_check_kind (check) == ASSAY_CHECK_DROP && i < ASSAY_DROP_N_DROPS; i++)
    {
      g_autofree char *line = g_strdup_printf ("%u  %s", i + 1, assay_drop_describe (i));

      assay_report_append_line (text, line);
    }
  return g_string_free_and_steal (text);
}

static void
add_check (AssayBlock *block, const AssayFormRow *row)
{
  AssayCheckKind kind = assay_check_kind (row->record);
  g_autofree char *number = g_strdup_printf ("%u", row->number);
  g_autofree char *how = dup_how (row->record);
  g_autofree char *required = assay_check_dup_requirement (row->record);
  g_autofree char *record = NULL;
  gint64 sample = assay_record_get_integer (row->record, ASSAY_CHECKPOINT_SAMPLE_SIZE, 0);

  if (kind == ASSAY_CHECK_DROP)
    record = g_strdup (_ ("Gross weight of the carton, kg: ________"));
  else if (sample > 1 && kind != ASSAY_CHECK_MEASURED)
    {
      g_autofree char *n = assay_format_number (sample);

      record = g_strdup_printf (_ ("Units that failed, of %s: ________"), n);
    }
  {
    const char *const cells[] = { number, how, required, record };

    assay_table_block_add_row (block, cells);
  }
  assay_table_block_take_boxes (block, 3, make_boxes (row->record, sample));
}

static void
add_checks (AssayDocument *document, GPtrArray *rows)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("No."), 6, ASSAY_ALIGN_END, ASSAY_STYLE_STRONG },
    { _ ("What is checked"), 31, ASSAY_ALIGN_START, ASSAY_STYLE_CAPTION },
    { _ ("Required"), 21, ASSAY_ALIGN_START, ASSAY_STYLE_CAPTION },
    { _ ("Found"), 42, ASSAY_ALIGN_START, ASSAY_STYLE_CAPTION },
  };
  AssayBlock *block = NULL;
  g_autofree char *section = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const AssayFormRow *row = g_ptr_array_index (rows, i);
      g_autofree char *own = assay_form_row_dup_group (row);

      if (row->kind != ASSAY_FORM_CHECK)
        continue;
      if (block == NULL)
        block = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_FORM);
      if (own != NULL && g_strcmp0 (own, section) != 0)
        assay_table_block_add_band (block, own);
      g_set_str (&section, own);
      add_check (block, row);
    }
  if (block == NULL)
    return;
  add_heading (document, _ ("Checks"));
  assay_document_take (document, block);
}

static void
add_photo_log (AssayDocument *document)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Photo"), 10, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("What it shows"), 56, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Of line no."), 14, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Number in the camera"), 20, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *block
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_FORM);

  for (guint i = 0; i < PHOTO_LINES; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      const char *const cells[] = { number, NULL, NULL, NULL };

      assay_table_block_add_row (block, cells);
    }
  add_heading (document, _ ("Photos"));
  assay_document_take (document, block);
}

static GPtrArray *
dup_checkpoints (AssayInspectionData *data)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < data->checks->len; i++)
    g_ptr_array_add (records,
                     ((const AssayReportItem *)g_ptr_array_index (data->checks, i))->record);
  return records;
}

static void
add_end (AssayDocument *document)
{
  const char *const words[] = { _ ("Pass"), _ ("Fail"), _ ("Pending"), NULL };
  const char *const roles[] = { _ ("Inspector: name, date"), _ ("Factory: name, date"), NULL };
  const AssayTableBlockColumn columns[] = {
    { NULL, 20, ASSAY_ALIGN_START, ASSAY_STYLE_STRONG },
    { NULL, 80, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *block = assay_table_block_new (columns, G_N_ELEMENTS (columns),
                                             ASSAY_TABLE_BLOCK_FORM_WITHOUT_HEAD);
  const char *const result[] = { _ ("Result"), NULL };
  /* Room for words, as many lines as a hand needs. */
  const char *const remarks[] = { _ ("Remarks"), "\n\n\n" };

  assay_table_block_add_row (block, result);
  assay_table_block_take_boxes (block, 1, assay_boxes_new (ASSAY_BOX_TICK, 0, words));
  assay_table_block_add_row (block, remarks);
  block->space = 16;
  assay_document_take (document, block);
  assay_document_take (document, assay_signature_block_new (roles));
}

AssayDocument *
assay_blank_form_new (AssayInspectionData *data)
{
  AssayDocument *document = assay_inspection_document_begin (data);
  g_autoptr (GPtrArray) checkpoints = dup_checkpoints (data);
  g_autoptr (GPtrArray) rows
      = assay_form_rows_new (data->inspection, data->defect_types, checkpoints);
  gboolean is_double = FALSE;
  AssayBlock *title = assay_heading_new (_ ("Inspection form"), ASSAY_STYLE_TITLE);

  for (guint i = 0; i < rows->len; i++)
    is_double |= ((const AssayFormRow *)g_ptr_array_index (rows, i))->second;
  title->space = 0;
  assay_document_take (document, title);
  add_header (document, data);
  add_plan (document, data);
  add_quantities (document, data, rows);
  add_defects (document, rows, FALSE, is_double ? _ ("Defects, first sample") : _ ("Defects"));
  add_defects (document, rows, TRUE, _ ("Defects, second sample"));
  add_checks (document, rows);
  add_photo_log (document);
  add_end (document);
  return document;
}
