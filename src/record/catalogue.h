/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The catalogue: every record type with its fields. `<type>-fields.h` has one line per field and is
 * read twice, here for the enumeration and in catalogue.c for the table, so that a new field is one
 * line there and one schema step. */

#pragma once

#include <glib.h>

#include "record/field.h"

G_BEGIN_DECLS

typedef struct _AssayRecord AssayRecord;
typedef struct _AssayProblems AssayProblems;

typedef struct
{
  AssayType type;
  const char *name;   /* on the command line and in history: "order_line" */
  const char *table;  /* in the book */
  const char *label;  /* marked for translation: "Order line" */
  const char *plural; /* marked for translation: "Order lines" */
  const char *icon;   /* icon name */
  const AssayField *fields;
  guint n_fields;
  int title[3];    /* fields that name a record, -1 ends */
  int subtitle[3]; /* fields that tell it apart, -1 ends */
  int owner;       /* REFERENCE field to the record that owns it and goes with it; -1 */
  int sort;        /* field that orders its table at first */
  gboolean sort_descending;
  const AssayType *owned; /* types that it owns; ends with ASSAY_TYPE_NONE; nullable */
  void (*check) (const AssayRecord *record, AssayProblems *problems); /* nullable */
} AssayRecordType;

#define FIELD(ID, ...) ASSAY_SUPPLIER_##ID,
enum
{
#include "record/supplier-fields.h"
  ASSAY_SUPPLIER_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_CONTACT_##ID,
enum
{
#include "record/contact-fields.h"
  ASSAY_CONTACT_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_PRODUCT_##ID,
enum
{
#include "record/product-fields.h"
  ASSAY_PRODUCT_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_ORDER_##ID,
enum
{
#include "record/order-fields.h"
  ASSAY_ORDER_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_ORDER_LINE_##ID,
enum
{
#include "record/order-line-fields.h"
  ASSAY_ORDER_LINE_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_PROMISE_##ID,
enum
{
#include "record/promise-fields.h"
  ASSAY_PROMISE_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_DELIVERY_##ID,
enum
{
#include "record/delivery-fields.h"
  ASSAY_DELIVERY_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_INSPECTION_##ID,
enum
{
#include "record/inspection-fields.h"
  ASSAY_INSPECTION_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_DEFECT_##ID,
enum
{
#include "record/defect-fields.h"
  ASSAY_DEFECT_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_DEFECT_TYPE_##ID,
enum
{
#include "record/defect-type-fields.h"
  ASSAY_DEFECT_TYPE_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_PLAN_PROFILE_##ID,
enum
{
#include "record/plan-profile-fields.h"
  ASSAY_PLAN_PROFILE_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_CHECKLIST_##ID,
enum
{
#include "record/checklist-fields.h"
  ASSAY_CHECKLIST_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_CHECKLIST_ITEM_##ID,
enum
{
#include "record/checklist-item-fields.h"
  ASSAY_CHECKLIST_ITEM_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_CHECKPOINT_##ID,
enum
{
#include "record/checkpoint-fields.h"
  ASSAY_CHECKPOINT_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_CORRECTIVE_ACTION_##ID,
enum
{
#include "record/corrective-action-fields.h"
  ASSAY_CORRECTIVE_ACTION_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_MILESTONE_##ID,
enum
{
#include "record/milestone-fields.h"
  ASSAY_MILESTONE_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_MILESTONE_PLAN_##ID,
enum
{
#include "record/milestone-plan-fields.h"
  ASSAY_MILESTONE_PLAN_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_MILESTONE_STEP_##ID,
enum
{
#include "record/milestone-step-fields.h"
  ASSAY_MILESTONE_STEP_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_BLACKOUT_##ID,
enum
{
#include "record/blackout-fields.h"
  ASSAY_BLACKOUT_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_EXCHANGE_RATE_##ID,
enum
{
#include "record/exchange-rate-fields.h"
  ASSAY_EXCHANGE_RATE_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_DEMAND_##ID,
enum
{
#include "record/demand-fields.h"
  ASSAY_DEMAND_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_SCORECARD_##ID,
enum
{
#include "record/scorecard-fields.h"
  ASSAY_SCORECARD_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_CRITERION_##ID,
enum
{
#include "record/criterion-fields.h"
  ASSAY_CRITERION_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_ASSESSMENT_##ID,
enum
{
#include "record/assessment-fields.h"
  ASSAY_ASSESSMENT_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_SITE_##ID,
enum
{
#include "record/site-fields.h"
  ASSAY_SITE_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_CAPABILITY_##ID,
enum
{
#include "record/capability-fields.h"
  ASSAY_CAPABILITY_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_REFERENCE_CALL_##ID,
enum
{
#include "record/reference-call-fields.h"
  ASSAY_REFERENCE_CALL_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_REPAIR_PARTNER_##ID,
enum
{
#include "record/repair-partner-fields.h"
  ASSAY_REPAIR_PARTNER_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_RISK_##ID,
enum
{
#include "record/risk-fields.h"
  ASSAY_RISK_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_SUPPLIER_NAME_##ID,
enum
{
#include "record/supplier-name-fields.h"
  ASSAY_SUPPLIER_NAME_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_VARIANT_##ID,
enum
{
#include "record/variant-fields.h"
  ASSAY_VARIANT_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_COMPONENT_##ID,
enum
{
#include "record/component-fields.h"
  ASSAY_COMPONENT_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_REQUIREMENT_##ID,
enum
{
#include "record/requirement-fields.h"
  ASSAY_REQUIREMENT_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_TEST_PROTOCOL_##ID,
enum
{
#include "record/test-protocol-fields.h"
  ASSAY_TEST_PROTOCOL_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_PROTOCOL_TEST_##ID,
enum
{
#include "record/protocol-test-fields.h"
  ASSAY_PROTOCOL_TEST_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_SAMPLE_##ID,
enum
{
#include "record/sample-fields.h"
  ASSAY_SAMPLE_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_SAMPLE_TEST_##ID,
enum
{
#include "record/sample-test-fields.h"
  ASSAY_SAMPLE_TEST_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_SCHEME_##ID,
enum
{
#include "record/scheme-fields.h"
  ASSAY_SCHEME_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_EVIDENCE_##ID,
enum
{
#include "record/evidence-fields.h"
  ASSAY_EVIDENCE_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_VERIFICATION_##ID,
enum
{
#include "record/verification-fields.h"
  ASSAY_VERIFICATION_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_AUDIT_FINDING_##ID,
enum
{
#include "record/audit-finding-fields.h"
  ASSAY_AUDIT_FINDING_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_CLAIM_##ID,
enum
{
#include "record/claim-fields.h"
  ASSAY_CLAIM_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_CLAIM_KIND_##ID,
enum
{
#include "record/claim-kind-fields.h"
  ASSAY_CLAIM_KIND_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_CLAIM_NEED_##ID,
enum
{
#include "record/claim-need-fields.h"
  ASSAY_CLAIM_NEED_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_CLAIM_WORD_##ID,
enum
{
#include "record/claim-word-fields.h"
  ASSAY_CLAIM_WORD_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_DILIGENCE_##ID,
enum
{
#include "record/diligence-fields.h"
  ASSAY_DILIGENCE_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_DILIGENCE_ITEM_##ID,
enum
{
#include "record/diligence-item-fields.h"
  ASSAY_DILIGENCE_ITEM_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_DILIGENCE_CHECK_##ID,
enum
{
#include "record/diligence-check-fields.h"
  ASSAY_DILIGENCE_CHECK_N_FIELDS
};
#undef FIELD

#define FIELD(ID, ...) ASSAY_ATTACHMENT_##ID,
enum
{
#include "record/attachment-fields.h"
  ASSAY_ATTACHMENT_N_FIELDS
};
#undef FIELD

const AssayRecordType *assay_record_type_get (AssayType type);
const AssayRecordType *assay_record_type_find (const char *name);
int assay_record_type_find_field (const AssayRecordType *type, const char *column);
const char *assay_record_type_label (const AssayRecordType *type);
const char *assay_record_type_plural (const AssayRecordType *type);

G_END_DECLS
