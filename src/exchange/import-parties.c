/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which records rows find by code or name and make when there are none. */

#include "assay-config.h"

#include "exchange/import-run.h"

static const struct
{
  gsize offset; /* of the party in the run */
  AssayType type;
  guint name, code;
} parties[] = {
  { G_STRUCT_OFFSET (AssayImportRun, suppliers), ASSAY_TYPE_SUPPLIER, ASSAY_SUPPLIER_NAME,
    ASSAY_SUPPLIER_CODE },
  { G_STRUCT_OFFSET (AssayImportRun, products), ASSAY_TYPE_PRODUCT, ASSAY_PRODUCT_NAME,
    ASSAY_PRODUCT_CODE },
  { G_STRUCT_OFFSET (AssayImportRun, defect_types), ASSAY_TYPE_DEFECT_TYPE, ASSAY_DEFECT_TYPE_NAME,
    ASSAY_DEFECT_TYPE_CODE },
  { G_STRUCT_OFFSET (AssayImportRun, plan_profiles), ASSAY_TYPE_PLAN_PROFILE,
    ASSAY_PLAN_PROFILE_NAME, ASSAY_PARTY_NO_CODE },
  { G_STRUCT_OFFSET (AssayImportRun, checklists), ASSAY_TYPE_CHECKLIST, ASSAY_CHECKLIST_NAME,
    ASSAY_PARTY_NO_CODE },
  { G_STRUCT_OFFSET (AssayImportRun, milestone_plans), ASSAY_TYPE_MILESTONE_PLAN,
    ASSAY_MILESTONE_PLAN_NAME, ASSAY_PARTY_NO_CODE },
  { G_STRUCT_OFFSET (AssayImportRun, scorecards), ASSAY_TYPE_SCORECARD, ASSAY_SCORECARD_NAME,
    ASSAY_PARTY_NO_CODE },
  { G_STRUCT_OFFSET (AssayImportRun, test_protocols), ASSAY_TYPE_TEST_PROTOCOL,
    ASSAY_TEST_PROTOCOL_NAME, ASSAY_PARTY_NO_CODE },
  { G_STRUCT_OFFSET (AssayImportRun, claim_kinds), ASSAY_TYPE_CLAIM_KIND, ASSAY_CLAIM_KIND_NAME,
    ASSAY_CLAIM_KIND_CODE },
  { G_STRUCT_OFFSET (AssayImportRun, diligence_lists), ASSAY_TYPE_DILIGENCE, ASSAY_DILIGENCE_NAME,
    ASSAY_PARTY_NO_CODE },
};

gboolean
assay_import_parties_init (AssayImportRun *run, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    if (!assay_party_init (G_STRUCT_MEMBER_P (run, parties[i].offset), run, parties[i].type,
                           parties[i].name, parties[i].code, error))
      return FALSE;
  return TRUE;
}

void
assay_import_parties_clear (AssayImportRun *run)
{
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    assay_party_clear (G_STRUCT_MEMBER_P (run, parties[i].offset));
}
