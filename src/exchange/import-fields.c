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
                                     ASSAY_TYPE_SAMPLE,
                                     ASSAY_TYPE_SAMPLE_TEST,
                                     ASSAY_TYPE_EVIDENCE,
                                     ASSAY_TYPE_VERIFICATION,
                                     ASSAY_TYPE_AUDIT_FINDING,
                                     ASSAY_TYPE_SITE,
                                     ASSAY_TYPE_CAPABILITY,
                                     ASSAY_TYPE_REFERENCE_CALL,
                                     ASSAY_TYPE_REPAIR_PARTNER,
                                     ASSAY_TYPE_RISK,
                                     ASSAY_TYPE_SUPPLIER_NAME,
                                     ASSAY_TYPE_VARIANT,
                                     ASSAY_TYPE_COMPONENT,
                                     ASSAY_TYPE_REQUIREMENT,
                                     ASSAY_TYPE_TEST_PROTOCOL,
                                     ASSAY_TYPE_SCHEME,
                                     ASSAY_TYPE_CLAIM,
                                     ASSAY_TYPE_CLAIM_KIND,
                                     ASSAY_TYPE_CLAIM_WORD,
                                     ASSAY_TYPE_DILIGENCE,
                                     ASSAY_TYPE_DILIGENCE_CHECK,
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

static const AssayType test_protocol_types[]
    = { ASSAY_TYPE_TEST_PROTOCOL, ASSAY_TYPE_PROTOCOL_TEST, ASSAY_TYPE_NONE };
static const AssayType claim_kind_types[]
    = { ASSAY_TYPE_CLAIM_KIND, ASSAY_TYPE_CLAIM_NEED, ASSAY_TYPE_NONE };
static const AssayType diligence_types[]
    = { ASSAY_TYPE_DILIGENCE, ASSAY_TYPE_DILIGENCE_ITEM, ASSAY_TYPE_NONE };

gboolean
assay_import_is_sourcing (AssayType type)
{
  return type >= ASSAY_TYPE_SITE && type < ASSAY_TYPE_ATTACHMENT && type != ASSAY_TYPE_TEST_PROTOCOL
         && type != ASSAY_TYPE_CLAIM_KIND && type != ASSAY_TYPE_DILIGENCE;
}

/* A row of these names supplier and product besides what is its own. */
static const AssayType *
sourcing_types (AssayType target)
{
  static AssayType types[ASSAY_N_TYPES][4];
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      for (AssayType type = ASSAY_TYPE_SITE; type < ASSAY_TYPE_ATTACHMENT; type++)
        {
          static const struct
          {
            const char *column;
            AssayType type;
          } parties[] = { { "supplier", ASSAY_TYPE_SUPPLIER }, { "product", ASSAY_TYPE_PRODUCT } };
          guint n = 0;

          types[type][n++] = type;
          for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
            {
              int field
                  = assay_record_type_find_field (assay_record_type_get (type), parties[i].column);

              if (field >= 0 && !assay_import_is_by_name (type, (guint)field))
                types[type][n++] = parties[i].type;
            }
          types[type][n] = ASSAY_TYPE_NONE;
        }
      g_once_init_leave (&made, 1);
    }
  return types[target];
}

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
    case ASSAY_TYPE_TEST_PROTOCOL:
      return test_protocol_types;
    case ASSAY_TYPE_CLAIM_KIND:
      return claim_kind_types;
    case ASSAY_TYPE_DILIGENCE:
      return diligence_types;
    default:
      return assay_import_is_sourcing (target) ? sourcing_types (target) : order_types;
    }
}

gboolean
assay_import_is_by_name (AssayType type, guint field)
{
  const AssayField *described = &assay_record_type_get (type)->fields[field];

  if (described->kind != ASSAY_KIND_REFERENCE)
    return FALSE;
  /* Component and laboratory are about a supplier, but no row of theirs makes one. */
  if (assay_import_is_sourcing (type))
    return (described->reference != ASSAY_TYPE_SUPPLIER || type == ASSAY_TYPE_COMPONENT
            || type == ASSAY_TYPE_SAMPLE_TEST)
           && described->reference != ASSAY_TYPE_PRODUCT;
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

static gboolean
has_type (AssayType target, AssayType type)
{
  for (const AssayType *of = assay_import_types_of (target); *of != ASSAY_TYPE_NONE; of++)
    if (*of == type)
      return TRUE;
  return FALSE;
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
  if (assay_import_is_sourcing (target) && type != target)
    return (type == ASSAY_TYPE_SUPPLIER
            && (field == ASSAY_SUPPLIER_NAME || field == ASSAY_SUPPLIER_CODE)
            && has_type (target, type))
           || (type == ASSAY_TYPE_PRODUCT
               && (field == ASSAY_PRODUCT_NAME || field == ASSAY_PRODUCT_CODE)
               && has_type (target, type));
  return has_type (target, type);
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
