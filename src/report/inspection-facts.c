/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lot, order and quantities of an inspection as two columns of names and values. Whatever field of
 * an inspection has no place of its own in the report stands here, so that a new one is never left
 * out. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "report/inspection-sections.h"
#include "report/table-block.h"
#include "report/text-block.h"

/* One column: names and values, in turn. */
typedef GPtrArray Facts;

static gboolean
has_own_place (guint field)
{
  switch (field)
    {
    case ASSAY_INSPECTION_ORDER_LINE:
    case ASSAY_INSPECTION_SUPPLIER:
    case ASSAY_INSPECTION_PRODUCT:
    case ASSAY_INSPECTION_RESULT:
    case ASSAY_INSPECTION_DECISION:
    case ASSAY_INSPECTION_DECIDED_ON:
    case ASSAY_INSPECTION_DECIDED_BY:
    case ASSAY_INSPECTION_DEVIATION_UNTIL:
    case ASSAY_INSPECTION_DECISION_NOTE:
    case ASSAY_INSPECTION_NOTE:
    case ASSAY_INSPECTION_LEVEL:
    case ASSAY_INSPECTION_SEVERITY:
    case ASSAY_INSPECTION_LARGEST_SAMPLE:
    case ASSAY_INSPECTION_BASIS:
    case ASSAY_INSPECTION_AQL_CRITICAL:
    case ASSAY_INSPECTION_AQL_MAJOR:
    case ASSAY_INSPECTION_AQL_MINOR:
    case ASSAY_INSPECTION_DEFECTIVE_CRITICAL:
    case ASSAY_INSPECTION_DEFECTIVE_MAJOR:
    case ASSAY_INSPECTION_DEFECTIVE_MINOR:
    case ASSAY_INSPECTION_LOT_SIZE:
    case ASSAY_INSPECTION_ORDERED:
    case ASSAY_INSPECTION_PRESENTED:
    case ASSAY_INSPECTION_PACKED:
    case ASSAY_INSPECTION_CARTONS:
    case ASSAY_INSPECTION_CARTONS_OPENED:
    case ASSAY_INSPECTION_INSPECTED:
    case ASSAY_INSPECTION_SAMPLING:
    case ASSAY_INSPECTION_PLAN_PROFILE:
    case ASSAY_INSPECTION_SEVERITY_CRITICAL:
    case ASSAY_INSPECTION_SEVERITY_MAJOR:
    case ASSAY_INSPECTION_SEVERITY_MINOR:
    case ASSAY_INSPECTION_SEVERITY_REASON:
    case ASSAY_INSPECTION_SEVERITY_OVERRULED:
    case ASSAY_INSPECTION_FIRST_INSPECTED:
    case ASSAY_INSPECTION_FIRST_CRITICAL:
    case ASSAY_INSPECTION_FIRST_MAJOR:
    case ASSAY_INSPECTION_FIRST_MINOR:
    case ASSAY_INSPECTION_ACCEPTED_QUANTITY:
    case ASSAY_INSPECTION_REWORKED_QUANTITY:
    case ASSAY_INSPECTION_REJECTED_QUANTITY:
    case ASSAY_INSPECTION_REWORK_COST:
    case ASSAY_INSPECTION_CURRENCY:
      return TRUE;
    default:
      return FALSE;
    }
}

void
assay_report_add_fact (Facts *facts, const char *name, const char *value)
{
  g_ptr_array_add (facts, g_strdup (name));
  g_ptr_array_add (facts, value != NULL && *value != '\0' ? g_strdup (value) : NULL);
}

void
assay_report_add_field (Facts *facts, AssayRecord *record, guint field, AssayUnits units)
{
  const AssayField *described = &assay_record_describe (record)->fields[field];
  g_autofree char *value = assay_format_display (record, field, units);

  assay_report_add_fact (facts, assay_field_label (described), value);
}

static void
add_title_of (
    Facts *facts, const char *name, AssayRecord *record, const char *separator, const char *more)
{
  g_autofree char *title = record != NULL ? assay_record_dup_title (record) : NULL;
  g_autofree char *both = title != NULL && more != NULL && *more != '\0'
                              ? g_strconcat (title, separator, more, NULL)
                              : NULL;

  assay_report_add_fact (facts, name, both != NULL ? both : title);
}

/* That an inspection repeats none, or took no checklist, is nothing that somebody forgot. */
static gboolean
is_optional (guint field)
{
  return field == ASSAY_INSPECTION_REPEATS || field == ASSAY_INSPECTION_CHECKLIST;
}

static void
collect_inspection (AssayInspectionData *data, Facts *facts)
{
  const AssayRecordType *type = assay_record_type_get (ASSAY_TYPE_INSPECTION);

  for (guint i = 0; i < type->n_fields; i++)
    if (!has_own_place (i) && (type->fields[i].flags & ASSAY_FIELD_HIDDEN) == 0
        && (!is_optional (i) || assay_record_is_known (data->inspection, i)))
      assay_report_add_field (facts, data->inspection, i, data->brand->units);
}

static void
collect_order (AssayInspectionData *data, Facts *facts)
{
  static const guint line_fields[] = {
    ASSAY_ORDER_LINE_LINE_NUMBER, ASSAY_ORDER_LINE_DESCRIPTION, ASSAY_ORDER_LINE_COLOUR,
    ASSAY_ORDER_LINE_QUANTITY,    ASSAY_ORDER_LINE_PROMISED_ON, ASSAY_ORDER_LINE_LATEST_PROMISED_ON,
  };
  const char *local = data->supplier != NULL
                          ? assay_record_get_text (data->supplier, ASSAY_SUPPLIER_LOCAL_NAME)
                          : NULL;

  add_title_of (facts, _ ("Supplier"), data->supplier, "\n", local);
  add_title_of (facts, _ ("Product"), data->product, " · ",
                data->product != NULL ? assay_record_get_text (data->product, ASSAY_PRODUCT_CODE)
                                      : NULL);
  if (data->order_line == NULL)
    {
      assay_report_add_fact (facts, _ ("Order"), _ ("A lot that is not on an order"));
      return;
    }
  add_title_of (facts, _ ("Order"), data->order, "", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (line_fields); i++)
    if (assay_record_is_known (data->order_line, line_fields[i])
        || line_fields[i] == ASSAY_ORDER_LINE_QUANTITY)
      assay_report_add_field (facts, data->order_line, line_fields[i], data->brand->units);
}

/* Moves the last of the longer column under the shorter one until both are even. */
static void
level (Facts *from, Facts *to)
{
  guint at = to->len;

  while (from->len > to->len + 2)
    {
      char *value = g_ptr_array_steal_index (from, from->len - 1);
      char *name = g_ptr_array_steal_index (from, from->len - 1);

      g_ptr_array_insert (to, (int)at, value);
      g_ptr_array_insert (to, (int)at, name);
    }
}

static void
fill_pair (const char **cells, guint at, Facts *facts, guint row, gboolean *unknown)
{
  *unknown = FALSE;
  if (2 * row >= facts->len)
    return;
  cells[at] = g_ptr_array_index (facts, 2 * row);
  cells[at + 1] = g_ptr_array_index (facts, 2 * row + 1);
  *unknown = cells[at + 1] == NULL;
  if (*unknown)
    cells[at + 1] = _ ("not recorded");
}

/**
 * assay_report_facts_new:
 * @left: (element-type utf8): names and values; both columns are levelled
 *
 * Returns: (transfer full): the block
 */
AssayBlock *
assay_report_facts_new (Facts *left, Facts *right)
{
  const AssayTableBlockColumn columns[] = {
    { NULL, 19, ASSAY_ALIGN_START, ASSAY_STYLE_SMALL },
    { NULL, 31, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { NULL, 19, ASSAY_ALIGN_START, ASSAY_STYLE_SMALL },
    { NULL, 31, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *block
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_GRID);

  level (left, right);
  level (right, left);
  for (guint row = 0; 2 * row < MAX (left->len, right->len); row++)
    {
      const char *cells[4] = { NULL, NULL, NULL, NULL };
      gboolean unknown[2];

      fill_pair (cells, 0, left, row, &unknown[0]);
      fill_pair (cells, 2, right, row, &unknown[1]);
      assay_table_block_add_row (block, cells);
      for (guint i = 0; i < 2; i++)
        if (unknown[i])
          assay_table_block_set_style (block, 2 * i + 1, ASSAY_STYLE_DIM);
    }
  return block;
}

void
assay_inspection_add_facts (AssayDocument *document, AssayInspectionData *data)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) right = g_ptr_array_new_with_free_func (g_free);

  collect_order (data, left);
  collect_inspection (data, right);
  assay_document_take (document, assay_heading_new (_ ("Lot and inspection"), ASSAY_STYLE_HEADING));
  assay_document_take (document, assay_report_facts_new (left, right));
}

/* "1,201 pieces · 97 % of the order". */
static void
add_quantity (Facts *facts, AssayInspectionData *data, guint field, gint64 ordered)
{
  const AssayField *described = &assay_record_describe (data->inspection)->fields[field];
  gint64 count = assay_record_get_integer (data->inspection, field, -1);
  g_autofree char *value = assay_format_display (data->inspection, field, data->brand->units);
  g_autofree char *share = NULL;
  g_autofree char *both = NULL;

  if (count >= 0 && ordered > 0)
    {
      share = assay_format_share ((double)count / (double)ordered, 0);
      /* Translators: a number of pieces and what share of the order that is */
      both = g_strdup_printf (_ ("%s · %s of the order"), value, share);
    }
  assay_report_add_fact (facts, assay_field_label (described), both != NULL ? both : value);
}

void
assay_inspection_add_quantities (AssayDocument *document, AssayInspectionData *data)
{
  static const guint of_order[] = {
    ASSAY_INSPECTION_PRESENTED,
    ASSAY_INSPECTION_PACKED,
  };
  static const guint others[] = {
    ASSAY_INSPECTION_LOT_SIZE,
    ASSAY_INSPECTION_INSPECTED,
    ASSAY_INSPECTION_CARTONS,
    ASSAY_INSPECTION_CARTONS_OPENED,
  };
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) right = g_ptr_array_new_with_free_func (g_free);
  gint64 ordered = assay_record_get_integer (data->inspection, ASSAY_INSPECTION_ORDERED, -1);

  if (ordered < 0 && data->order_line != NULL)
    ordered = assay_record_get_integer (data->order_line, ASSAY_ORDER_LINE_QUANTITY, -1);
  assay_report_add_field (left, data->inspection, ASSAY_INSPECTION_ORDERED, data->brand->units);
  for (guint i = 0; i < G_N_ELEMENTS (of_order); i++)
    add_quantity (left, data, of_order[i], ordered);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    assay_report_add_field (i == 0 ? left : right, data->inspection, others[i], data->brand->units);
  assay_document_take (document, assay_heading_new (_ ("Quantities"), ASSAY_STYLE_HEADING));
  assay_document_take (document, assay_report_facts_new (left, right));
}
