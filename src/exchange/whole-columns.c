/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/whole-columns.h"

#include "exchange/whole-export.h"

static const AssayType no_parts[] = { ASSAY_TYPE_NONE };
static const AssayType inspection_parts[]
    = { ASSAY_TYPE_DEFECT, ASSAY_TYPE_CHECKPOINT, ASSAY_TYPE_NONE };
static const AssayType checklist_parts[] = { ASSAY_TYPE_CHECKLIST_ITEM, ASSAY_TYPE_NONE };

static const AssayType milestone_plan_parts[] = { ASSAY_TYPE_MILESTONE_STEP, ASSAY_TYPE_NONE };
static const AssayType test_protocol_parts[] = { ASSAY_TYPE_PROTOCOL_TEST, ASSAY_TYPE_NONE };
static const AssayType claim_kind_parts[] = { ASSAY_TYPE_CLAIM_NEED, ASSAY_TYPE_NONE };
static const AssayType diligence_parts[] = { ASSAY_TYPE_DILIGENCE_ITEM, ASSAY_TYPE_NONE };
static const AssayType scorecard_parts[] = { ASSAY_TYPE_CRITERION, ASSAY_TYPE_NONE };

const AssayType *
assay_whole_parts (AssayType type)
{
  switch ((int)type)
    {
    case ASSAY_TYPE_INSPECTION:
      return inspection_parts;
    case ASSAY_TYPE_CHECKLIST:
      return checklist_parts;
    case ASSAY_TYPE_MILESTONE_PLAN:
      return milestone_plan_parts;
    case ASSAY_TYPE_SCORECARD:
      return scorecard_parts;
    case ASSAY_TYPE_TEST_PROTOCOL:
      return test_protocol_parts;
    case ASSAY_TYPE_CLAIM_KIND:
      return claim_kind_parts;
    case ASSAY_TYPE_DILIGENCE:
      return diligence_parts;
    default:
      return no_parts;
    }
}

static void
clear_column (gpointer data)
{
  AssayWholeColumn *column = data;

  g_free (column->heading);
}

void
assay_whole_columns_free (AssayWholeColumns *columns)
{
  g_array_unref (columns);
}

const AssayWholeColumn *
assay_whole_columns_get (const AssayWholeColumns *columns, guint index)
{
  return &g_array_index (columns, AssayWholeColumn, index);
}

static void
add (AssayWholeColumns *columns, AssayWholeColumn column, const char *heading)
{
  column.heading = g_strdup (heading);
  g_array_append_val (columns, column);
}

/* What tells the record that a reference leads to. @hop: the reference. */
static void
add_reference (AssayWholeColumns *columns, AssayType type, guint hop, const char *heading)
{
  AssayWholeColumn column = { .type = type, .hops = { hop }, .n_hops = 1 };

  switch ((int)assay_record_type_get (type)->fields[hop].reference)
    {
    case ASSAY_TYPE_SUPPLIER:
      column.field = ASSAY_SUPPLIER_NAME;
      add (columns, column, heading);
      break;
    case ASSAY_TYPE_PRODUCT:
      column.field = ASSAY_PRODUCT_CODE;
      add (columns, column, "product_code");
      break;
    case ASSAY_TYPE_ORDER:
      column.field = ASSAY_ORDER_NUMBER;
      add (columns, column, type >= ASSAY_TYPE_SITE ? heading : "order_number");
      break;
    case ASSAY_TYPE_ORDER_LINE:
      column.field = ASSAY_ORDER_LINE_LINE_NUMBER;
      add (columns, column, "order_line");
      column.field = ASSAY_ORDER_LINE_REFERENCE;
      add (columns, column, "order_line_reference");
      column.hops[1] = ASSAY_ORDER_LINE_PURCHASE_ORDER;
      column.n_hops = 2;
      column.field = ASSAY_ORDER_NUMBER;
      add (columns, column, "order_number");
      break;
    case ASSAY_TYPE_DEFECT_TYPE:
      column.field = ASSAY_DEFECT_TYPE_CODE;
      add (columns, column, type == ASSAY_TYPE_DEFECT ? "defect_code" : heading);
      if (type != ASSAY_TYPE_DEFECT)
        break;
      column.field = ASSAY_DEFECT_TYPE_NAME;
      add (columns, column, "defect_type_name");
      break;
    case ASSAY_TYPE_PLAN_PROFILE:
      column.field = ASSAY_PLAN_PROFILE_NAME;
      add (columns, column, heading);
      break;
    case ASSAY_TYPE_CHECKLIST:
      column.field = ASSAY_CHECKLIST_NAME;
      add (columns, column, heading);
      break;
    case ASSAY_TYPE_MILESTONE_PLAN:
      column.field = ASSAY_MILESTONE_PLAN_NAME;
      add (columns, column, heading);
      break;
    case ASSAY_TYPE_INSPECTION:
      column.field = ASSAY_INSPECTION_NUMBER;
      add (columns, column, heading);
      break;
    case ASSAY_TYPE_SITE:
      column.field = ASSAY_SITE_NAME;
      add (columns, column, heading);
      break;
    case ASSAY_TYPE_VARIANT:
      column.field = ASSAY_VARIANT_CODE;
      add (columns, column, heading);
      break;
    case ASSAY_TYPE_COMPONENT:
      column.field = ASSAY_COMPONENT_NAME;
      add (columns, column, heading);
      break;
    case ASSAY_TYPE_SAMPLE:
      column.field = ASSAY_SAMPLE_NUMBER;
      add (columns, column, heading);
      break;
    case ASSAY_TYPE_SCHEME:
      column.field = ASSAY_SCHEME_CODE;
      add (columns, column, heading);
      break;
    case ASSAY_TYPE_EVIDENCE:
      column.field = ASSAY_EVIDENCE_NUMBER;
      add (columns, column, heading);
      break;
    case ASSAY_TYPE_CLAIM_KIND:
      column.field = ASSAY_CLAIM_KIND_CODE;
      add (columns, column, heading);
      break;
    case ASSAY_TYPE_DILIGENCE_ITEM:
      column.field = ASSAY_DILIGENCE_ITEM_NAME;
      add (columns, column, heading);
      break;
    default:
      break;
    }
}

/* Hidden fields too: the snapshot of a plan is what an inspection was judged by. */
static void
add_fields (AssayWholeColumns *columns, AssayType type, gboolean is_part)
{
  const AssayRecordType *described = assay_record_type_get (type);

  for (guint i = 0; i < described->n_fields; i++)
    {
      const AssayField *field = &described->fields[i];
      g_autofree char *full = g_strconcat (described->name, "_", field->column, NULL);
      const char *heading = is_part ? full : field->column;

      if ((field->flags & ASSAY_FIELD_DERIVED) || (is_part && (int)i == described->owner))
        continue;
      if (field->kind == ASSAY_KIND_REFERENCE)
        add_reference (columns, type, i, heading);
      else
        add (columns, (AssayWholeColumn){ .type = type, .field = i }, heading);
    }
}

AssayWholeColumns *
assay_whole_columns_new (AssayType type)
{
  AssayWholeColumns *columns = g_array_new (FALSE, FALSE, sizeof (AssayWholeColumn));

  g_array_set_clear_func (columns, clear_column);
  add_fields (columns, type, FALSE);
  for (const AssayType *part = assay_whole_parts (type); *part != ASSAY_TYPE_NONE; part++)
    add_fields (columns, *part, TRUE);
  return columns;
}
