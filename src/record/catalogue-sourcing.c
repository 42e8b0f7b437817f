/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The catalogue of sourcing: what is known of suppliers and products, samples, evidence, claims,
 * due diligence. */

#include "assay-config.h"

#include "record/catalogue-private.h"

#include <glib/gi18n-lib.h>

#include "record/choices.h"
#include "record/rules.h"

static const AssayField site_fields[] = {
#include "record/site-fields.h"
};
static const AssayField capability_fields[] = {
#include "record/capability-fields.h"
};
static const AssayField reference_call_fields[] = {
#include "record/reference-call-fields.h"
};
static const AssayField repair_partner_fields[] = {
#include "record/repair-partner-fields.h"
};
static const AssayField risk_fields[] = {
#include "record/risk-fields.h"
};
static const AssayField supplier_name_fields[] = {
#include "record/supplier-name-fields.h"
};
static const AssayField variant_fields[] = {
#include "record/variant-fields.h"
};
static const AssayField component_fields[] = {
#include "record/component-fields.h"
};
static const AssayField requirement_fields[] = {
#include "record/requirement-fields.h"
};
static const AssayField test_protocol_fields[] = {
#include "record/test-protocol-fields.h"
};
static const AssayField protocol_test_fields[] = {
#include "record/protocol-test-fields.h"
};
static const AssayField sample_fields[] = {
#include "record/sample-fields.h"
};
static const AssayField sample_test_fields[] = {
#include "record/sample-test-fields.h"
};
static const AssayField scheme_fields[] = {
#include "record/scheme-fields.h"
};
static const AssayField evidence_fields[] = {
#include "record/evidence-fields.h"
};
static const AssayField verification_fields[] = {
#include "record/verification-fields.h"
};
static const AssayField audit_finding_fields[] = {
#include "record/audit-finding-fields.h"
};
static const AssayField claim_fields[] = {
#include "record/claim-fields.h"
};
static const AssayField claim_kind_fields[] = {
#include "record/claim-kind-fields.h"
};
static const AssayField claim_need_fields[] = {
#include "record/claim-need-fields.h"
};
static const AssayField claim_word_fields[] = {
#include "record/claim-word-fields.h"
};
static const AssayField diligence_fields[] = {
#include "record/diligence-fields.h"
};
static const AssayField diligence_item_fields[] = {
#include "record/diligence-item-fields.h"
};
static const AssayField diligence_check_fields[] = {
#include "record/diligence-check-fields.h"
};
static const AssayField attachment_fields[] = {
#include "record/attachment-fields.h"
};

#undef FIELD

static const AssayType test_protocol_owned[] = { ASSAY_TYPE_PROTOCOL_TEST, ASSAY_TYPE_NONE };
static const AssayType sample_owned[] = { ASSAY_TYPE_SAMPLE_TEST, ASSAY_TYPE_NONE };
static const AssayType evidence_owned[]
    = { ASSAY_TYPE_VERIFICATION, ASSAY_TYPE_AUDIT_FINDING, ASSAY_TYPE_NONE };
static const AssayType claim_kind_owned[] = { ASSAY_TYPE_CLAIM_NEED, ASSAY_TYPE_NONE };
static const AssayType diligence_owned[] = { ASSAY_TYPE_DILIGENCE_ITEM, ASSAY_TYPE_NONE };

const AssayRecordType assay_catalogue_sourcing[] = {
  {
      .type = ASSAY_TYPE_SITE,
      .name = "site",
      .table = "site",
      .label = N_ ("Site"),
      .plural = N_ ("Sites"),
      .icon = "assay-supplier-symbolic",
      FIELDS (site_fields),
      .title = { ASSAY_SITE_NAME, -1, -1 },
      .subtitle = { ASSAY_SITE_KIND, ASSAY_SITE_CITY, -1 },
      .owner = ASSAY_SITE_SUPPLIER,
      .sort = ASSAY_SITE_NAME,
  },
  {
      .type = ASSAY_TYPE_CAPABILITY,
      .name = "capability",
      .table = "capability",
      .label = N_ ("Capability"),
      .plural = N_ ("Capabilities"),
      .icon = "assay-action-symbolic",
      FIELDS (capability_fields),
      .title = { ASSAY_CAPABILITY_PROCESS, -1, -1 },
      .subtitle = { ASSAY_CAPABILITY_MACHINE, ASSAY_CAPABILITY_AUTOMATION, -1 },
      .owner = ASSAY_CAPABILITY_SUPPLIER,
      .sort = ASSAY_CAPABILITY_PROCESS,
  },
  {
      .type = ASSAY_TYPE_REFERENCE_CALL,
      .name = "reference_call",
      .table = "reference_call",
      .label = N_ ("Reference call"),
      .plural = N_ ("Reference calls"),
      .icon = "assay-contact-symbolic",
      FIELDS (reference_call_fields),
      .title = { ASSAY_REFERENCE_CALL_COMPANY, -1, -1 },
      .subtitle = { ASSAY_REFERENCE_CALL_PERSON, ASSAY_REFERENCE_CALL_CALLED_ON, -1 },
      .owner = ASSAY_REFERENCE_CALL_SUPPLIER,
      .sort = ASSAY_REFERENCE_CALL_CALLED_ON,
      .sort_descending = TRUE,
  },
  {
      .type = ASSAY_TYPE_REPAIR_PARTNER,
      .name = "repair_partner",
      .table = "repair_partner",
      .label = N_ ("Repair partner"),
      .plural = N_ ("Repair partners"),
      .icon = "assay-action-symbolic",
      FIELDS (repair_partner_fields),
      .title = { ASSAY_REPAIR_PARTNER_NAME, -1, -1 },
      .subtitle = { ASSAY_REPAIR_PARTNER_CITY, ASSAY_REPAIR_PARTNER_COUNTRY, -1 },
      .owner = ASSAY_REPAIR_PARTNER_SUPPLIER,
      .sort = ASSAY_REPAIR_PARTNER_NAME,
  },
  {
      .type = ASSAY_TYPE_RISK,
      .name = "risk",
      .table = "risk",
      .label = N_ ("Risk"),
      .plural = N_ ("Risks"),
      .icon = "assay-defect-symbolic",
      FIELDS (risk_fields),
      .title = { ASSAY_RISK_NAME, -1, -1 },
      .subtitle = { ASSAY_RISK_KIND, ASSAY_RISK_STATE, -1 },
      .owner = ASSAY_RISK_SUPPLIER,
      .sort = ASSAY_RISK_NAME,
  },
  {
      .type = ASSAY_TYPE_SUPPLIER_NAME,
      .name = "supplier_name",
      .table = "supplier_name",
      .label = N_ ("Other name"),
      .plural = N_ ("Other names"),
      .icon = "assay-contact-symbolic",
      FIELDS (supplier_name_fields),
      .title = { ASSAY_SUPPLIER_NAME_NAME, -1, -1 },
      .subtitle = { ASSAY_SUPPLIER_NAME_SUPPLIER, -1, -1 },
      .owner = ASSAY_SUPPLIER_NAME_SUPPLIER,
      .sort = ASSAY_SUPPLIER_NAME_NAME,
  },
  {
      .type = ASSAY_TYPE_VARIANT,
      .name = "variant",
      .table = "variant",
      .label = N_ ("Variant"),
      .plural = N_ ("Variants"),
      .icon = "assay-product-symbolic",
      FIELDS (variant_fields),
      .title = { ASSAY_VARIANT_CODE, ASSAY_VARIANT_COLOUR, -1 },
      .subtitle = { ASSAY_VARIANT_SIZE, ASSAY_VARIANT_BARCODE, -1 },
      .owner = ASSAY_VARIANT_PRODUCT,
      .sort = ASSAY_VARIANT_CODE,
  },
  {
      .type = ASSAY_TYPE_COMPONENT,
      .name = "component",
      .table = "component",
      .label = N_ ("Component"),
      .plural = N_ ("Components"),
      .icon = "assay-product-symbolic",
      FIELDS (component_fields),
      .title = { ASSAY_COMPONENT_NAME, -1, -1 },
      .subtitle = { ASSAY_COMPONENT_KIND, ASSAY_COMPONENT_BRAND, -1 },
      .owner = ASSAY_COMPONENT_PRODUCT,
      .sort = ASSAY_COMPONENT_POSITION,
      .check = assay_check_component,
  },
  {
      .type = ASSAY_TYPE_REQUIREMENT,
      .name = "requirement",
      .table = "requirement",
      .label = N_ ("Requirement"),
      .plural = N_ ("Requirements"),
      .icon = "assay-checklist-symbolic",
      FIELDS (requirement_fields),
      .title = { ASSAY_REQUIREMENT_PROPERTY, -1, -1 },
      .subtitle = { ASSAY_REQUIREMENT_METHOD, ASSAY_REQUIREMENT_CONDITION, -1 },
      .owner = ASSAY_REQUIREMENT_PRODUCT,
      .sort = ASSAY_REQUIREMENT_POSITION,
      .check = assay_check_requirement,
  },
  {
      .type = ASSAY_TYPE_TEST_PROTOCOL,
      .name = "test_protocol",
      .table = "test_protocol",
      .label = N_ ("Test protocol"),
      .plural = N_ ("Test protocols"),
      .icon = "assay-checklist-symbolic",
      FIELDS (test_protocol_fields),
      .title = { ASSAY_TEST_PROTOCOL_NAME, -1, -1 },
      .subtitle = { ASSAY_TEST_PROTOCOL_CATEGORY, -1, -1 },
      .owner = -1,
      .sort = ASSAY_TEST_PROTOCOL_NAME,
      .owned = test_protocol_owned,
  },
  {
      .type = ASSAY_TYPE_PROTOCOL_TEST,
      .name = "protocol_test",
      .table = "protocol_test",
      .label = N_ ("Test of a protocol"),
      .plural = N_ ("Tests of protocols"),
      .icon = "assay-checklist-symbolic",
      FIELDS (protocol_test_fields),
      .title = { ASSAY_PROTOCOL_TEST_PROPERTY, -1, -1 },
      .subtitle = { ASSAY_PROTOCOL_TEST_METHOD, ASSAY_PROTOCOL_TEST_CONDITION, -1 },
      .owner = ASSAY_PROTOCOL_TEST_TEST_PROTOCOL,
      .sort = ASSAY_PROTOCOL_TEST_POSITION,
      .check = assay_check_protocol_test,
  },
  {
      .type = ASSAY_TYPE_SAMPLE,
      .name = "sample",
      .table = "sample",
      .label = N_ ("Sample"),
      .plural = N_ ("Samples"),
      .icon = "assay-sample-symbolic",
      FIELDS (sample_fields),
      .title = { ASSAY_SAMPLE_NUMBER, ASSAY_SAMPLE_PRODUCT, -1 },
      .subtitle = { ASSAY_SAMPLE_SUPPLIER, ASSAY_SAMPLE_ROUND, -1 },
      .owner = -1,
      .sort = ASSAY_SAMPLE_REQUESTED_ON,
      .sort_descending = TRUE,
      .owned = sample_owned,
      .check = assay_check_sample,
  },
  {
      .type = ASSAY_TYPE_SAMPLE_TEST,
      .name = "sample_test",
      .table = "sample_test",
      .label = N_ ("Test"),
      .plural = N_ ("Tests"),
      .icon = "assay-sample-symbolic",
      FIELDS (sample_test_fields),
      .title = { ASSAY_SAMPLE_TEST_PROPERTY, -1, -1 },
      .subtitle = { ASSAY_SAMPLE_TEST_METHOD, ASSAY_SAMPLE_TEST_RESULT, -1 },
      .owner = ASSAY_SAMPLE_TEST_SAMPLE,
      .sort = ASSAY_SAMPLE_TEST_POSITION,
      .check = assay_check_sample_test,
  },
  {
      .type = ASSAY_TYPE_SCHEME,
      .name = "scheme",
      .table = "scheme",
      .label = N_ ("Scheme"),
      .plural = N_ ("Schemes"),
      .icon = "assay-evidence-symbolic",
      FIELDS (scheme_fields),
      .title = { ASSAY_SCHEME_NAME, -1, -1 },
      .subtitle = { ASSAY_SCHEME_KIND, ASSAY_SCHEME_BODY, -1 },
      .owner = -1,
      .sort = ASSAY_SCHEME_NAME,
      .check = assay_check_scheme,
  },
  {
      .type = ASSAY_TYPE_EVIDENCE,
      .name = "evidence",
      .table = "evidence",
      .label = N_ ("Evidence"),
      .plural = N_ ("Evidence"),
      .icon = "assay-evidence-symbolic",
      FIELDS (evidence_fields),
      .title = { ASSAY_EVIDENCE_SCHEME, ASSAY_EVIDENCE_NUMBER, -1 },
      .subtitle = { ASSAY_EVIDENCE_SUPPLIER, ASSAY_EVIDENCE_VALID_UNTIL, -1 },
      .owner = -1,
      .sort = ASSAY_EVIDENCE_VALID_UNTIL,
      .owned = evidence_owned,
      .check = assay_check_evidence,
  },
  {
      .type = ASSAY_TYPE_VERIFICATION,
      .name = "verification",
      .table = "verification",
      .label = N_ ("Verification"),
      .plural = N_ ("Verifications"),
      .icon = "assay-evidence-symbolic",
      FIELDS (verification_fields),
      .title = { ASSAY_VERIFICATION_LOOKED_ON, ASSAY_VERIFICATION_RESULT, -1 },
      .subtitle = { ASSAY_VERIFICATION_LOOKED_BY, ASSAY_VERIFICATION_PLACE, -1 },
      .owner = ASSAY_VERIFICATION_EVIDENCE,
      .sort = ASSAY_VERIFICATION_LOOKED_ON,
      .sort_descending = TRUE,
  },
  {
      .type = ASSAY_TYPE_AUDIT_FINDING,
      .name = "audit_finding",
      .table = "audit_finding",
      .label = N_ ("Audit finding"),
      .plural = N_ ("Audit findings"),
      .icon = "assay-action-symbolic",
      FIELDS (audit_finding_fields),
      .title = { ASSAY_AUDIT_FINDING_NAME, -1, -1 },
      .subtitle = { ASSAY_AUDIT_FINDING_SEVERITY, ASSAY_AUDIT_FINDING_DUE_ON, -1 },
      .owner = ASSAY_AUDIT_FINDING_EVIDENCE,
      .sort = ASSAY_AUDIT_FINDING_DUE_ON,
      .check = assay_check_audit_finding,
  },
  {
      .type = ASSAY_TYPE_CLAIM,
      .name = "claim",
      .table = "claim",
      .label = N_ ("Claim"),
      .plural = N_ ("Claims"),
      .icon = "assay-claim-symbolic",
      FIELDS (claim_fields),
      .title = { ASSAY_CLAIM_CLAIM_KIND, ASSAY_CLAIM_WORDING, -1 },
      .subtitle = { ASSAY_CLAIM_PRODUCT, ASSAY_CLAIM_MARKETS, -1 },
      .owner = ASSAY_CLAIM_PRODUCT,
      .sort = ASSAY_CLAIM_WORDING,
      .check = assay_check_claim,
  },
  {
      .type = ASSAY_TYPE_CLAIM_KIND,
      .name = "claim_kind",
      .table = "claim_kind",
      .label = N_ ("Kind of claim"),
      .plural = N_ ("Kinds of claims"),
      .icon = "assay-claim-symbolic",
      FIELDS (claim_kind_fields),
      .title = { ASSAY_CLAIM_KIND_NAME, -1, -1 },
      .subtitle = { ASSAY_CLAIM_KIND_CODE, -1, -1 },
      .owner = -1,
      .sort = ASSAY_CLAIM_KIND_NAME,
      .owned = claim_kind_owned,
  },
  {
      .type = ASSAY_TYPE_CLAIM_NEED,
      .name = "claim_need",
      .table = "claim_need",
      .label = N_ ("Evidence needed"),
      .plural = N_ ("Evidence needed"),
      .icon = "assay-claim-symbolic",
      FIELDS (claim_need_fields),
      .title = { ASSAY_CLAIM_NEED_NAME, -1, -1 },
      .subtitle = { ASSAY_CLAIM_NEED_MARKET, ASSAY_CLAIM_NEED_NEEDS, -1 },
      .owner = ASSAY_CLAIM_NEED_CLAIM_KIND,
      .sort = ASSAY_CLAIM_NEED_POSITION,
      .check = assay_check_claim_need,
  },
  {
      .type = ASSAY_TYPE_CLAIM_WORD,
      .name = "claim_word",
      .table = "claim_word",
      .label = N_ ("Word in claims"),
      .plural = N_ ("Words in claims"),
      .icon = "assay-claim-symbolic",
      FIELDS (claim_word_fields),
      .title = { ASSAY_CLAIM_WORD_WORD, -1, -1 },
      .subtitle = { ASSAY_CLAIM_WORD_MARKET, ASSAY_CLAIM_WORD_VERDICT, -1 },
      .owner = -1,
      .sort = ASSAY_CLAIM_WORD_WORD,
  },
  {
      .type = ASSAY_TYPE_DILIGENCE,
      .name = "diligence",
      .table = "diligence",
      .label = N_ ("Due diligence list"),
      .plural = N_ ("Due diligence lists"),
      .icon = "assay-diligence-symbolic",
      FIELDS (diligence_fields),
      .title = { ASSAY_DILIGENCE_NAME, -1, -1 },
      .subtitle = { ASSAY_DILIGENCE_SUBJECT, ASSAY_DILIGENCE_STAGE, -1 },
      .owner = -1,
      .sort = ASSAY_DILIGENCE_NAME,
      .owned = diligence_owned,
  },
  {
      .type = ASSAY_TYPE_DILIGENCE_ITEM,
      .name = "diligence_item",
      .table = "diligence_item",
      .label = N_ ("Due diligence item"),
      .plural = N_ ("Due diligence items"),
      .icon = "assay-diligence-symbolic",
      FIELDS (diligence_item_fields),
      .title = { ASSAY_DILIGENCE_ITEM_NAME, -1, -1 },
      .subtitle = { ASSAY_DILIGENCE_ITEM_RULE, -1, -1 },
      .owner = ASSAY_DILIGENCE_ITEM_DILIGENCE,
      .sort = ASSAY_DILIGENCE_ITEM_POSITION,
  },
  {
      .type = ASSAY_TYPE_DILIGENCE_CHECK,
      .name = "diligence_check",
      .table = "diligence_check",
      .label = N_ ("Due diligence answer"),
      .plural = N_ ("Due diligence answers"),
      .icon = "assay-diligence-symbolic",
      FIELDS (diligence_check_fields),
      .title = { ASSAY_DILIGENCE_CHECK_DILIGENCE_ITEM, ASSAY_DILIGENCE_CHECK_STATE, -1 },
      .subtitle = { ASSAY_DILIGENCE_CHECK_SUPPLIER, ASSAY_DILIGENCE_CHECK_PRODUCT, -1 },
      .owner = -1,
      .sort = ASSAY_DILIGENCE_CHECK_CHECKED_ON,
      .sort_descending = TRUE,
      .check = assay_check_diligence_check,
  },
  {
      .type = ASSAY_TYPE_ATTACHMENT,
      .name = "attachment",
      .table = "attachment",
      .label = N_ ("Attachment"),
      .plural = N_ ("Attachments"),
      .icon = "assay-attachment-symbolic",
      FIELDS (attachment_fields),
      .title = { ASSAY_ATTACHMENT_FILE_NAME, -1, -1 },
      .subtitle = { ASSAY_ATTACHMENT_CAPTION, -1, -1 },
      .owner = -1,
      .sort = ASSAY_ATTACHMENT_POSITION,
  },
};
