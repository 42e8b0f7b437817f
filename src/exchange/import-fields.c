/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which fields a row of a file may carry for each kind of import. */

#include "assay-config.h"

#include "exchange/import-plan.h"

#include <glib/gi18n-lib.h>

static const AssayType targets[] = { ASSAY_TYPE_ORDER,
                                     ASSAY_TYPE_SUPPLIER,
                                     ASSAY_TYPE_PRODUCT,
                                     ASSAY_TYPE_INSPECTION,
                                     ASSAY_TYPE_CONTACT,
                                     ASSAY_TYPE_PROMISE,
                                     ASSAY_TYPE_DELIVERY,
                                     ASSAY_TYPE_DEFECT_TYPE,
                                     ASSAY_TYPE_PLAN_PROFILE,
                                     ASSAY_TYPE_CHECKLIST,
                                     ASSAY_TYPE_CORRECTIVE_ACTION,
                                     ASSAY_TYPE_MILESTONE,
                                     ASSAY_TYPE_MILESTONE_PLAN,
                                     ASSAY_TYPE_BLACKOUT,
                                     ASSAY_TYPE_EXCHANGE_RATE,
                                     ASSAY_TYPE_DEMAND,
                                     ASSAY_TYPE_SCORECARD,
                                     ASSAY_TYPE_ASSESSMENT,
                                     ASSAY_TYPE_NONE };

static const AssayType order_types[]
    = { ASSAY_TYPE_ORDER,    ASSAY_TYPE_ORDER_LINE, ASSAY_TYPE_PROMISE,    ASSAY_TYPE_DELIVERY,
        ASSAY_TYPE_SUPPLIER, ASSAY_TYPE_PRODUCT,    ASSAY_TYPE_INSPECTION, ASSAY_TYPE_NONE };
static const AssayType supplier_types[]
    = { ASSAY_TYPE_SUPPLIER, ASSAY_TYPE_CONTACT, ASSAY_TYPE_NONE };
static const AssayType product_types[]
    = { ASSAY_TYPE_PRODUCT, ASSAY_TYPE_SUPPLIER, ASSAY_TYPE_NONE };
static const AssayType contact_types[]
    = { ASSAY_TYPE_CONTACT, ASSAY_TYPE_SUPPLIER, ASSAY_TYPE_NONE };
static const AssayType promise_types[]
    = { ASSAY_TYPE_PROMISE,  ASSAY_TYPE_ORDER,   ASSAY_TYPE_ORDER_LINE,
        ASSAY_TYPE_SUPPLIER, ASSAY_TYPE_PRODUCT, ASSAY_TYPE_NONE };
static const AssayType delivery_types[]
    = { ASSAY_TYPE_DELIVERY, ASSAY_TYPE_ORDER,   ASSAY_TYPE_ORDER_LINE,
        ASSAY_TYPE_SUPPLIER, ASSAY_TYPE_PRODUCT, ASSAY_TYPE_NONE };
static const AssayType inspection_types[]
    = { ASSAY_TYPE_INSPECTION, ASSAY_TYPE_DEFECT,     ASSAY_TYPE_DEFECT_TYPE,
        ASSAY_TYPE_ORDER,      ASSAY_TYPE_ORDER_LINE, ASSAY_TYPE_SUPPLIER,
        ASSAY_TYPE_PRODUCT,    ASSAY_TYPE_CHECKPOINT, ASSAY_TYPE_NONE };
static const AssayType corrective_action_types[]
    = { ASSAY_TYPE_CORRECTIVE_ACTION, ASSAY_TYPE_SUPPLIER, ASSAY_TYPE_PRODUCT, ASSAY_TYPE_NONE };
static const AssayType milestone_types[]
    = { ASSAY_TYPE_MILESTONE, ASSAY_TYPE_ORDER, ASSAY_TYPE_SUPPLIER, ASSAY_TYPE_NONE };
static const AssayType defect_type_types[] = { ASSAY_TYPE_DEFECT_TYPE, ASSAY_TYPE_NONE };
static const AssayType plan_profile_types[] = { ASSAY_TYPE_PLAN_PROFILE, ASSAY_TYPE_NONE };
static const AssayType milestone_plan_types[]
    = { ASSAY_TYPE_MILESTONE_PLAN, ASSAY_TYPE_MILESTONE_STEP, ASSAY_TYPE_NONE };
static const AssayType blackout_types[]
    = { ASSAY_TYPE_BLACKOUT, ASSAY_TYPE_SUPPLIER, ASSAY_TYPE_NONE };
static const AssayType exchange_rate_types[] = { ASSAY_TYPE_EXCHANGE_RATE, ASSAY_TYPE_NONE };
static const AssayType demand_types[] = { ASSAY_TYPE_DEMAND, ASSAY_TYPE_PRODUCT, ASSAY_TYPE_NONE };
static const AssayType scorecard_types[]
    = { ASSAY_TYPE_SCORECARD, ASSAY_TYPE_CRITERION, ASSAY_TYPE_NONE };
static const AssayType assessment_types[]
    = { ASSAY_TYPE_ASSESSMENT, ASSAY_TYPE_SUPPLIER, ASSAY_TYPE_NONE };
static const AssayType checklist_types[]
    = { ASSAY_TYPE_CHECKLIST, ASSAY_TYPE_CHECKLIST_ITEM, ASSAY_TYPE_NONE };

const AssayType *
assay_import_targets (void)
{
  return targets;
}

gboolean
assay_import_is_target (AssayType type)
{
  for (const AssayType *target = targets; *target != ASSAY_TYPE_NONE; target++)
    if (*target == type)
      return TRUE;
  return FALSE;
}

const AssayType *
assay_import_types_of (AssayType target)
{
  switch ((int)target)
    {
    case ASSAY_TYPE_SUPPLIER:
      return supplier_types;
    case ASSAY_TYPE_PRODUCT:
      return product_types;
    case ASSAY_TYPE_CONTACT:
      return contact_types;
    case ASSAY_TYPE_PROMISE:
      return promise_types;
    case ASSAY_TYPE_DELIVERY:
      return delivery_types;
    case ASSAY_TYPE_INSPECTION:
      return inspection_types;
    case ASSAY_TYPE_DEFECT_TYPE:
      return defect_type_types;
    case ASSAY_TYPE_PLAN_PROFILE:
      return plan_profile_types;
    case ASSAY_TYPE_CHECKLIST:
      return checklist_types;
    case ASSAY_TYPE_CORRECTIVE_ACTION:
      return corrective_action_types;
    case ASSAY_TYPE_MILESTONE:
      return milestone_types;
    case ASSAY_TYPE_MILESTONE_PLAN:
      return milestone_plan_types;
    case ASSAY_TYPE_BLACKOUT:
      return blackout_types;
    case ASSAY_TYPE_EXCHANGE_RATE:
      return exchange_rate_types;
    case ASSAY_TYPE_DEMAND:
      return demand_types;
    case ASSAY_TYPE_SCORECARD:
      return scorecard_types;
    case ASSAY_TYPE_ASSESSMENT:
      return assessment_types;
    default:
      return order_types;
    }
}

gboolean
assay_import_is_by_name (AssayType type, guint field)
{
  const AssayField *described = &assay_record_type_get (type)->fields[field];

  if (described->kind != ASSAY_KIND_REFERENCE)
    return FALSE;
  switch ((int)described->reference)
    {
    case ASSAY_TYPE_PLAN_PROFILE:
      return TRUE;
    case ASSAY_TYPE_CHECKLIST:
      return type != ASSAY_TYPE_CHECKLIST_ITEM;
    case ASSAY_TYPE_MILESTONE_PLAN:
      return type != ASSAY_TYPE_MILESTONE_STEP;
    case ASSAY_TYPE_DEFECT_TYPE:
      return type == ASSAY_TYPE_CORRECTIVE_ACTION;
    case ASSAY_TYPE_INSPECTION:
      return type == ASSAY_TYPE_INSPECTION || type == ASSAY_TYPE_CORRECTIVE_ACTION;
    default:
      return FALSE;
    }
}

void
assay_import_resolve_reference (AssayType *type, guint *field)
{
  const AssayField *described = &assay_record_type_get (*type)->fields[*field];

  if (described->kind != ASSAY_KIND_REFERENCE || assay_import_is_by_name (*type, *field))
    return;
  switch ((int)described->reference)
    {
    case ASSAY_TYPE_SUPPLIER:
      *type = ASSAY_TYPE_SUPPLIER;
      *field = ASSAY_SUPPLIER_NAME;
      break;
    case ASSAY_TYPE_PRODUCT:
      *type = ASSAY_TYPE_PRODUCT;
      *field = ASSAY_PRODUCT_NAME;
      break;
    case ASSAY_TYPE_ORDER:
    case ASSAY_TYPE_ORDER_LINE:
      *type = ASSAY_TYPE_ORDER;
      *field = ASSAY_ORDER_NUMBER;
      break;
    case ASSAY_TYPE_DEFECT_TYPE:
      *type = ASSAY_TYPE_DEFECT_TYPE;
      *field = ASSAY_DEFECT_TYPE_NAME;
      break;
    case ASSAY_TYPE_INSPECTION:
      *type = ASSAY_TYPE_INSPECTION;
      *field = ASSAY_INSPECTION_NUMBER;
      break;
    case ASSAY_TYPE_CHECKLIST:
      *type = ASSAY_TYPE_CHECKLIST;
      *field = ASSAY_CHECKLIST_NAME;
      break;
    case ASSAY_TYPE_MILESTONE_PLAN:
      *type = ASSAY_TYPE_MILESTONE_PLAN;
      *field = ASSAY_MILESTONE_PLAN_NAME;
      break;
    case ASSAY_TYPE_SCORECARD:
      *type = ASSAY_TYPE_SCORECARD;
      *field = ASSAY_SCORECARD_NAME;
      break;
    default:
      break;
    }
}

/* In other records than the target's own only what finds them or goes with them. */
static gboolean
is_lookup_only (AssayType target, AssayType type)
{
  return (target == ASSAY_TYPE_PROMISE || target == ASSAY_TYPE_DELIVERY
          || target == ASSAY_TYPE_INSPECTION || target == ASSAY_TYPE_MILESTONE)
         && (type == ASSAY_TYPE_ORDER || type == ASSAY_TYPE_ORDER_LINE);
}

gboolean
assay_import_can_map (AssayType target, AssayType type, guint field)
{
  const AssayField *described = &assay_record_type_get (type)->fields[field];

  if (described->flags & ASSAY_FIELD_DERIVED)
    return FALSE;
  if ((described->flags & ASSAY_FIELD_HIDDEN) && target != type)
    return FALSE;
  if (described->kind == ASSAY_KIND_REFERENCE
      && !(type == target && assay_import_is_by_name (type, field)))
    return FALSE;
  if (is_lookup_only (target, type))
    return (type == ASSAY_TYPE_ORDER && field == ASSAY_ORDER_NUMBER)
           || (type == ASSAY_TYPE_ORDER_LINE
               && (field == ASSAY_ORDER_LINE_LINE_NUMBER || field == ASSAY_ORDER_LINE_REFERENCE));
  for (const AssayType *of = assay_import_types_of (target); *of != ASSAY_TYPE_NONE; of++)
    if (*of == type)
      return TRUE;
  return FALSE;
}

char *
assay_import_describe_field (AssayType target, AssayType type, guint field)
{
  const AssayRecordType *described = assay_record_type_get (type);

  if (type == target)
    return g_strdup (assay_field_label (&described->fields[field]));
  /* Translators: a record's type and one of its fields: “Supplier: Name”. */
  return g_strdup_printf (_ ("%s: %s"), assay_record_type_label (described),
                          assay_field_label (&described->fields[field]));
}
