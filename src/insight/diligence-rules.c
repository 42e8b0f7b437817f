/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/diligence-private.h"

/* Every choice of the field “Ticked by” but "by_hand"; a test holds the two against each other. */
static const struct
{
  const char *name;
  AssayDiligenceOf of;
  AssayDiligenceRule rule;
} rules[] = {
  { "material_specification", ASSAY_DILIGENCE_OF_PRODUCT, assay_diligence_material },
  { "hardware_named", ASSAY_DILIGENCE_OF_PRODUCT, assay_diligence_hardware },
  { "audit_recent", ASSAY_DILIGENCE_OF_SUPPLIER, assay_diligence_audit },
  { "certificate_valid", ASSAY_DILIGENCE_OF_EITHER, assay_diligence_certificate },
  { "sample_tested", ASSAY_DILIGENCE_OF_EITHER, assay_diligence_tested },
  { "sample_approved", ASSAY_DILIGENCE_OF_EITHER, assay_diligence_approved },
  { "warranty_and_repair", ASSAY_DILIGENCE_OF_EITHER, assay_diligence_warranty },
  { "landed_cost", ASSAY_DILIGENCE_OF_EITHER, assay_diligence_landed },
  { "tag_resolves", ASSAY_DILIGENCE_OF_EITHER, assay_diligence_tag },
  { "low_minimum", ASSAY_DILIGENCE_OF_EITHER, assay_diligence_minimum },
  { "inspection_photos", ASSAY_DILIGENCE_OF_EITHER, assay_diligence_inspected },
  { "diversified", ASSAY_DILIGENCE_OF_EITHER, assay_diligence_diversified },
  { "reference_called", ASSAY_DILIGENCE_OF_SUPPLIER, assay_diligence_reference },
  { "company_details", ASSAY_DILIGENCE_OF_SUPPLIER, assay_diligence_company },
  { "site_visited", ASSAY_DILIGENCE_OF_SUPPLIER, assay_diligence_site },
  { "capability_seen", ASSAY_DILIGENCE_OF_SUPPLIER, assay_diligence_capability },
  { "terms_agreed", ASSAY_DILIGENCE_OF_SUPPLIER, assay_diligence_terms },
  { "claims_supported", ASSAY_DILIGENCE_OF_PRODUCT, assay_diligence_claims },
  { "requirements_set", ASSAY_DILIGENCE_OF_PRODUCT, assay_diligence_requirements },
  { "carton_known", ASSAY_DILIGENCE_OF_PRODUCT, assay_diligence_carton },
  { "tariff_known", ASSAY_DILIGENCE_OF_PRODUCT, assay_diligence_tariff },
};

AssayDiligenceRule
assay_diligence_rule (const char *name, AssayDiligenceOf *of)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_strcmp0 (rules[i].name, name) == 0)
      {
        *of = rules[i].of;
        return rules[i].rule;
      }
  return NULL;
}
