/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The catalogue of trade: suppliers, products, orders, inspections, and how they are planned and
 * graded. */

#include "assay-config.h"

#include "record/catalogue-private.h"

#include <glib/gi18n-lib.h>

#include "record/choices.h"
#include "record/rules.h"

static const AssayField supplier_fields[] = {
#include "record/supplier-fields.h"
};
static const AssayField contact_fields[] = {
#include "record/contact-fields.h"
};
static const AssayField product_fields[] = {
#include "record/product-fields.h"
};
static const AssayField order_fields[] = {
#include "record/order-fields.h"
};
static const AssayField order_line_fields[] = {
#include "record/order-line-fields.h"
};
static const AssayField promise_fields[] = {
#include "record/promise-fields.h"
};
static const AssayField delivery_fields[] = {
#include "record/delivery-fields.h"
};
static const AssayField inspection_fields[] = {
#include "record/inspection-fields.h"
};
static const AssayField defect_fields[] = {
#include "record/defect-fields.h"
};
static const AssayField defect_type_fields[] = {
#include "record/defect-type-fields.h"
};
static const AssayField plan_profile_fields[] = {
#include "record/plan-profile-fields.h"
};
static const AssayField checklist_fields[] = {
#include "record/checklist-fields.h"
};
static const AssayField checklist_item_fields[] = {
#include "record/checklist-item-fields.h"
};
static const AssayField checkpoint_fields[] = {
#include "record/checkpoint-fields.h"
};
static const AssayField corrective_action_fields[] = {
#include "record/corrective-action-fields.h"
};
static const AssayField milestone_fields[] = {
#include "record/milestone-fields.h"
};
static const AssayField milestone_plan_fields[] = {
#include "record/milestone-plan-fields.h"
};
static const AssayField milestone_step_fields[] = {
#include "record/milestone-step-fields.h"
};
static const AssayField blackout_fields[] = {
#include "record/blackout-fields.h"
};
static const AssayField exchange_rate_fields[] = {
#include "record/exchange-rate-fields.h"
};
static const AssayField demand_fields[] = {
#include "record/demand-fields.h"
};
static const AssayField scorecard_fields[] = {
#include "record/scorecard-fields.h"
};
static const AssayField criterion_fields[] = {
#include "record/criterion-fields.h"
};
static const AssayField assessment_fields[] = {
#include "record/assessment-fields.h"
};

#undef FIELD

static const AssayType supplier_owned[]
    = { ASSAY_TYPE_CONTACT, ASSAY_TYPE_ASSESSMENT,     ASSAY_TYPE_CAPABILITY,
        ASSAY_TYPE_SITE,    ASSAY_TYPE_REFERENCE_CALL, ASSAY_TYPE_REPAIR_PARTNER,
        ASSAY_TYPE_RISK,    ASSAY_TYPE_SUPPLIER_NAME,  ASSAY_TYPE_NONE };
static const AssayType product_owned[]
    = { ASSAY_TYPE_DEMAND,    ASSAY_TYPE_CLAIM,   ASSAY_TYPE_REQUIREMENT,
        ASSAY_TYPE_COMPONENT, ASSAY_TYPE_VARIANT, ASSAY_TYPE_NONE };
static const AssayType order_owned[]
    = { ASSAY_TYPE_ORDER_LINE, ASSAY_TYPE_MILESTONE, ASSAY_TYPE_NONE };
static const AssayType order_line_owned[]
    = { ASSAY_TYPE_PROMISE, ASSAY_TYPE_DELIVERY, ASSAY_TYPE_NONE };
static const AssayType inspection_owned[]
    = { ASSAY_TYPE_DEFECT, ASSAY_TYPE_CHECKPOINT, ASSAY_TYPE_NONE };
static const AssayType milestone_plan_owned[] = { ASSAY_TYPE_MILESTONE_STEP, ASSAY_TYPE_NONE };
static const AssayType scorecard_owned[] = { ASSAY_TYPE_CRITERION, ASSAY_TYPE_NONE };
static const AssayType checklist_owned[] = { ASSAY_TYPE_CHECKLIST_ITEM, ASSAY_TYPE_NONE };

const AssayRecordType assay_catalogue_trade[] = {
  {
      .type = ASSAY_TYPE_SUPPLIER,
      .name = "supplier",
      .table = "supplier",
      .label = N_ ("Supplier"),
      .plural = N_ ("Suppliers"),
      .icon = "assay-supplier-symbolic",
      FIELDS (supplier_fields),
      .title = { ASSAY_SUPPLIER_NAME, -1, -1 },
      .subtitle = { ASSAY_SUPPLIER_CITY, ASSAY_SUPPLIER_COUNTRY, -1 },
      .owner = -1,
      .sort = ASSAY_SUPPLIER_NAME,
      .owned = supplier_owned,
      .check = assay_check_supplier,
  },
  {
      .type = ASSAY_TYPE_CONTACT,
      .name = "contact",
      .table = "contact",
      .label = N_ ("Contact"),
      .plural = N_ ("Contacts"),
      .icon = "assay-contact-symbolic",
      FIELDS (contact_fields),
      .title = { ASSAY_CONTACT_NAME, -1, -1 },
      .subtitle = { ASSAY_CONTACT_ROLE, ASSAY_CONTACT_SUPPLIER, -1 },
      .owner = ASSAY_CONTACT_SUPPLIER,
      .sort = ASSAY_CONTACT_NAME,
  },
  {
      .type = ASSAY_TYPE_PRODUCT,
      .name = "product",
      .table = "product",
      .label = N_ ("Product"),
      .plural = N_ ("Products"),
      .icon = "assay-product-symbolic",
      FIELDS (product_fields),
      .title = { ASSAY_PRODUCT_NAME, -1, -1 },
      .subtitle = { ASSAY_PRODUCT_CODE, ASSAY_PRODUCT_CATEGORY, -1 },
      .owner = -1,
      .sort = ASSAY_PRODUCT_CODE,
      .owned = product_owned,
      .check = assay_check_product,
  },
  {
      .type = ASSAY_TYPE_ORDER,
      .name = "order",
      .table = "purchase_order",
      .label = N_ ("Order"),
      .plural = N_ ("Orders"),
      .icon = "assay-order-symbolic",
      FIELDS (order_fields),
      .title = { ASSAY_ORDER_NUMBER, -1, -1 },
      .subtitle = { ASSAY_ORDER_SUPPLIER, ASSAY_ORDER_SENT_ON, -1 },
      .owner = -1,
      .sort = ASSAY_ORDER_SENT_ON,
      .sort_descending = TRUE,
      .owned = order_owned,
      .check = assay_check_order,
  },
  {
      .type = ASSAY_TYPE_ORDER_LINE,
      .name = "order_line",
      .table = "order_line",
      .label = N_ ("Order line"),
      .plural = N_ ("Order lines"),
      .icon = "assay-order-symbolic",
      FIELDS (order_line_fields),
      .title = { ASSAY_ORDER_LINE_PURCHASE_ORDER, ASSAY_ORDER_LINE_PRODUCT, -1 },
      .subtitle = { ASSAY_ORDER_LINE_SUPPLIER, ASSAY_ORDER_LINE_PROMISED_ON, -1 },
      .owner = ASSAY_ORDER_LINE_PURCHASE_ORDER,
      .sort = ASSAY_ORDER_LINE_LATEST_PROMISED_ON,
      .sort_descending = TRUE,
      .owned = order_line_owned,
  },
  {
      .type = ASSAY_TYPE_PROMISE,
      .name = "promise",
      .table = "promise",
      .label = N_ ("Promise"),
      .plural = N_ ("Promises"),
      .icon = "assay-promise-symbolic",
      FIELDS (promise_fields),
      .title = { ASSAY_PROMISE_PROMISED_ON, -1, -1 },
      .subtitle = { ASSAY_PROMISE_GIVEN_ON, ASSAY_PROMISE_REASON, -1 },
      .owner = ASSAY_PROMISE_ORDER_LINE,
      .sort = ASSAY_PROMISE_GIVEN_ON,
      .check = assay_check_promise,
  },
  {
      .type = ASSAY_TYPE_DELIVERY,
      .name = "delivery",
      .table = "delivery",
      .label = N_ ("Delivery"),
      .plural = N_ ("Deliveries"),
      .icon = "assay-delivery-symbolic",
      FIELDS (delivery_fields),
      .title = { ASSAY_DELIVERY_RECEIVED_ON, ASSAY_DELIVERY_QUANTITY, -1 },
      .subtitle = { ASSAY_DELIVERY_MODE, ASSAY_DELIVERY_TRACKING, -1 },
      .owner = ASSAY_DELIVERY_ORDER_LINE,
      .sort = ASSAY_DELIVERY_RECEIVED_ON,
      .check = assay_check_delivery,
  },
  {
      .type = ASSAY_TYPE_INSPECTION,
      .name = "inspection",
      .table = "inspection",
      .label = N_ ("Inspection"),
      .plural = N_ ("Inspections"),
      .icon = "assay-inspection-symbolic",
      FIELDS (inspection_fields),
      .title = { ASSAY_INSPECTION_NUMBER, ASSAY_INSPECTION_PRODUCT, -1 },
      .subtitle = { ASSAY_INSPECTION_SUPPLIER, ASSAY_INSPECTION_INSPECTED_ON, -1 },
      .owner = -1,
      .sort = ASSAY_INSPECTION_INSPECTED_ON,
      .sort_descending = TRUE,
      .owned = inspection_owned,
      .check = assay_check_inspection,
  },
  {
      .type = ASSAY_TYPE_DEFECT,
      .name = "defect",
      .table = "defect",
      .label = N_ ("Defect"),
      .plural = N_ ("Defects"),
      .icon = "assay-defect-symbolic",
      FIELDS (defect_fields),
      .title = { ASSAY_DEFECT_DEFECT_TYPE, ASSAY_DEFECT_DESCRIPTION, -1 },
      .subtitle = { ASSAY_DEFECT_CLASS, ASSAY_DEFECT_COUNT, -1 },
      .owner = ASSAY_DEFECT_INSPECTION,
      .sort = ASSAY_DEFECT_CLASS,
      .check = assay_check_defect,
  },
  {
      .type = ASSAY_TYPE_DEFECT_TYPE,
      .name = "defect_type",
      .table = "defect_type",
      .label = N_ ("Defect type"),
      .plural = N_ ("Defect types"),
      .icon = "assay-defect-symbolic",
      FIELDS (defect_type_fields),
      .title = { ASSAY_DEFECT_TYPE_NAME, -1, -1 },
      .subtitle = { ASSAY_DEFECT_TYPE_CODE, ASSAY_DEFECT_TYPE_CATEGORY, -1 },
      .owner = -1,
      .sort = ASSAY_DEFECT_TYPE_CATEGORY,
  },
  {
      .type = ASSAY_TYPE_PLAN_PROFILE,
      .name = "plan_profile",
      .table = "plan_profile",
      .label = N_ ("Plan profile"),
      .plural = N_ ("Plan profiles"),
      .icon = "assay-inspection-symbolic",
      FIELDS (plan_profile_fields),
      .title = { ASSAY_PLAN_PROFILE_NAME, -1, -1 },
      .subtitle = { ASSAY_PLAN_PROFILE_LEVEL, ASSAY_PLAN_PROFILE_NOTE, -1 },
      .owner = -1,
      .sort = ASSAY_PLAN_PROFILE_NAME,
      .check = assay_check_plan_profile,
  },
  {
      .type = ASSAY_TYPE_CHECKLIST,
      .name = "checklist",
      .table = "checklist",
      .label = N_ ("Checklist"),
      .plural = N_ ("Checklists"),
      .icon = "assay-checklist-symbolic",
      FIELDS (checklist_fields),
      .title = { ASSAY_CHECKLIST_NAME, -1, -1 },
      .subtitle = { ASSAY_CHECKLIST_CATEGORY, ASSAY_CHECKLIST_KIND, -1 },
      .owner = -1,
      .sort = ASSAY_CHECKLIST_NAME,
      .owned = checklist_owned,
  },
  {
      .type = ASSAY_TYPE_CHECKLIST_ITEM,
      .name = "checklist_item",
      .table = "checklist_item",
      .label = N_ ("Checklist item"),
      .plural = N_ ("Checklist items"),
      .icon = "assay-checklist-symbolic",
      FIELDS (checklist_item_fields),
      .title = { ASSAY_CHECKLIST_ITEM_NAME, -1, -1 },
      .subtitle = { ASSAY_CHECKLIST_ITEM_SECTION, ASSAY_CHECKLIST_ITEM_KIND, -1 },
      .owner = ASSAY_CHECKLIST_ITEM_CHECKLIST,
      .sort = ASSAY_CHECKLIST_ITEM_POSITION,
      .check = assay_check_checklist_item,
  },
  {
      .type = ASSAY_TYPE_CHECKPOINT,
      .name = "checkpoint",
      .table = "checkpoint",
      .label = N_ ("Checkpoint"),
      .plural = N_ ("Checkpoints"),
      .icon = "assay-checklist-symbolic",
      FIELDS (checkpoint_fields),
      .title = { ASSAY_CHECKPOINT_NAME, -1, -1 },
      .subtitle = { ASSAY_CHECKPOINT_SECTION, ASSAY_CHECKPOINT_RESULT, -1 },
      .owner = ASSAY_CHECKPOINT_INSPECTION,
      .sort = ASSAY_CHECKPOINT_POSITION,
      .check = assay_check_checkpoint,
  },
  {
      .type = ASSAY_TYPE_CORRECTIVE_ACTION,
      .name = "corrective_action",
      .table = "corrective_action",
      .label = N_ ("Corrective action"),
      .plural = N_ ("Corrective actions"),
      .icon = "assay-action-symbolic",
      FIELDS (corrective_action_fields),
      .title = { ASSAY_CORRECTIVE_ACTION_TITLE, -1, -1 },
      .subtitle = { ASSAY_CORRECTIVE_ACTION_SUPPLIER, ASSAY_CORRECTIVE_ACTION_DUE_ON, -1 },
      .owner = -1,
      .sort = ASSAY_CORRECTIVE_ACTION_DUE_ON,
      .check = assay_check_corrective_action,
  },
  {
      .type = ASSAY_TYPE_MILESTONE,
      .name = "milestone",
      .table = "milestone",
      .label = N_ ("Milestone"),
      .plural = N_ ("Milestones"),
      .icon = "assay-promise-symbolic",
      FIELDS (milestone_fields),
      .title = { ASSAY_MILESTONE_NAME, -1, -1 },
      .subtitle = { ASSAY_MILESTONE_STATE, ASSAY_MILESTONE_DUE_ON, -1 },
      .owner = ASSAY_MILESTONE_PURCHASE_ORDER,
      .sort = ASSAY_MILESTONE_DUE_ON,
      .check = assay_check_milestone,
  },
  {
      .type = ASSAY_TYPE_MILESTONE_PLAN,
      .name = "milestone_plan",
      .table = "milestone_plan",
      .label = N_ ("Milestone plan"),
      .plural = N_ ("Milestone plans"),
      .icon = "assay-promise-symbolic",
      FIELDS (milestone_plan_fields),
      .title = { ASSAY_MILESTONE_PLAN_NAME, -1, -1 },
      .subtitle = { ASSAY_MILESTONE_PLAN_NOTE, -1, -1 },
      .owner = -1,
      .sort = ASSAY_MILESTONE_PLAN_NAME,
      .owned = milestone_plan_owned,
  },
  {
      .type = ASSAY_TYPE_MILESTONE_STEP,
      .name = "milestone_step",
      .table = "milestone_step",
      .label = N_ ("Step of a milestone plan"),
      .plural = N_ ("Steps of milestone plans"),
      .icon = "assay-promise-symbolic",
      FIELDS (milestone_step_fields),
      .title = { ASSAY_MILESTONE_STEP_NAME, -1, -1 },
      .subtitle = { ASSAY_MILESTONE_STEP_SHARE, ASSAY_MILESTONE_STEP_ANCHOR, -1 },
      .owner = ASSAY_MILESTONE_STEP_MILESTONE_PLAN,
      .sort = ASSAY_MILESTONE_STEP_POSITION,
  },
  {
      .type = ASSAY_TYPE_BLACKOUT,
      .name = "blackout",
      .table = "blackout",
      .label = N_ ("Blackout period"),
      .plural = N_ ("Blackout periods"),
      .icon = "assay-blackout-symbolic",
      FIELDS (blackout_fields),
      .title = { ASSAY_BLACKOUT_NAME, -1, -1 },
      .subtitle = { ASSAY_BLACKOUT_COUNTRY, ASSAY_BLACKOUT_FROM_ON, -1 },
      .owner = -1,
      .sort = ASSAY_BLACKOUT_FROM_ON,
      .sort_descending = TRUE,
      .check = assay_check_blackout,
  },
  {
      .type = ASSAY_TYPE_EXCHANGE_RATE,
      .name = "exchange_rate",
      .table = "exchange_rate",
      .label = N_ ("Exchange rate"),
      .plural = N_ ("Exchange rates"),
      .icon = "assay-exchange-symbolic",
      FIELDS (exchange_rate_fields),
      .title = { ASSAY_EXCHANGE_RATE_CURRENCY, ASSAY_EXCHANGE_RATE_IN_CURRENCY, -1 },
      .subtitle = { ASSAY_EXCHANGE_RATE_RATE, ASSAY_EXCHANGE_RATE_VALID_ON, -1 },
      .owner = -1,
      .sort = ASSAY_EXCHANGE_RATE_VALID_ON,
      .sort_descending = TRUE,
      .check = assay_check_exchange_rate,
  },
  {
      .type = ASSAY_TYPE_DEMAND,
      .name = "demand",
      .table = "demand",
      .label = N_ ("Demand"),
      .plural = N_ ("Demand"),
      .icon = "assay-product-symbolic",
      FIELDS (demand_fields),
      .title = { ASSAY_DEMAND_MONTH, -1, -1 },
      .subtitle = { ASSAY_DEMAND_QUANTITY, -1, -1 },
      .owner = ASSAY_DEMAND_PRODUCT,
      .sort = ASSAY_DEMAND_MONTH,
      .sort_descending = TRUE,
  },
  {
      .type = ASSAY_TYPE_SCORECARD,
      .name = "scorecard",
      .table = "scorecard",
      .label = N_ ("Scorecard"),
      .plural = N_ ("Scorecards"),
      .icon = "assay-scorecard-symbolic",
      FIELDS (scorecard_fields),
      .title = { ASSAY_SCORECARD_NAME, -1, -1 },
      .subtitle = { ASSAY_SCORECARD_NOTE, -1, -1 },
      .owner = -1,
      .sort = ASSAY_SCORECARD_NAME,
      .owned = scorecard_owned,
      .check = assay_check_scorecard,
  },
  {
      .type = ASSAY_TYPE_CRITERION,
      .name = "criterion",
      .table = "criterion",
      .label = N_ ("Criterion"),
      .plural = N_ ("Criteria"),
      .icon = "assay-scorecard-symbolic",
      FIELDS (criterion_fields),
      .title = { ASSAY_CRITERION_MEASURE, -1, -1 },
      .subtitle = { ASSAY_CRITERION_AREA, ASSAY_CRITERION_WEIGHT, -1 },
      .owner = ASSAY_CRITERION_SCORECARD,
      .sort = ASSAY_CRITERION_POSITION,
      .check = assay_check_criterion,
  },
  {
      .type = ASSAY_TYPE_ASSESSMENT,
      .name = "assessment",
      .table = "assessment",
      .label = N_ ("Assessment"),
      .plural = N_ ("Assessments"),
      .icon = "assay-scorecard-symbolic",
      FIELDS (assessment_fields),
      .title = { ASSAY_ASSESSMENT_AREA, -1, -1 },
      .subtitle = { ASSAY_ASSESSMENT_ASSESSED_ON, ASSAY_ASSESSMENT_SCORE, -1 },
      .owner = ASSAY_ASSESSMENT_SUPPLIER,
      .sort = ASSAY_ASSESSMENT_ASSESSED_ON,
      .sort_descending = TRUE,
      .check = assay_check_assessment,
  },
};
