/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/evidence-kind.h"

#include "record/catalogue.h"

static gboolean
is_one_of (const char *kind, const char *const *kinds)
{
  return kind != NULL && g_strv_contains (kinds, kind);
}

gboolean
assay_evidence_kind_has (const char *kind, guint field)
{
  static const char *const audits[] = { "audit", NULL };
  static const char *const shipments[] = { "transaction_certificate", NULL };
  static const char *const tags[] = { "tag", NULL };
  static const char *const of_goods[] = { "transaction_certificate",
                                          "product_certificate",
                                          "lab_report",
                                          "tag",
                                          "declaration",
                                          "other",
                                          NULL };
  static const char *const of_lots[]
      = { "transaction_certificate", "lab_report", "tag", "declaration", "other", NULL };
  static const char *const accredited[]
      = { "scope_certificate", "system_certificate", "lab_report", "audit", "other", NULL };

  if (kind == NULL)
    return TRUE;
  switch (field)
    {
    case ASSAY_EVIDENCE_RATING:
    case ASSAY_EVIDENCE_SCORE:
    case ASSAY_EVIDENCE_AUDIT_TYPE:
    case ASSAY_EVIDENCE_ANNOUNCED:
      return is_one_of (kind, audits);
    case ASSAY_EVIDENCE_SELLER:
    case ASSAY_EVIDENCE_BUYER:
    case ASSAY_EVIDENCE_INVOICE:
    case ASSAY_EVIDENCE_MASS:
    case ASSAY_EVIDENCE_CERTIFIED_SHARE:
      return is_one_of (kind, shipments);
    case ASSAY_EVIDENCE_PAYLOAD:
    case ASSAY_EVIDENCE_RESOLVES:
    case ASSAY_EVIDENCE_RESOLVED_ON:
    case ASSAY_EVIDENCE_SHOWS:
    case ASSAY_EVIDENCE_MATCHES:
    case ASSAY_EVIDENCE_CONTROLS:
      return is_one_of (kind, tags);
    case ASSAY_EVIDENCE_PURCHASE_ORDER:
    case ASSAY_EVIDENCE_LOT:
      return is_one_of (kind, of_lots);
    case ASSAY_EVIDENCE_PRODUCT:
    case ASSAY_EVIDENCE_COMPONENT:
      return is_one_of (kind, of_goods);
    case ASSAY_EVIDENCE_ACCREDITATION:
      return is_one_of (kind, accredited);
    case ASSAY_EVIDENCE_HOLDER:
    case ASSAY_EVIDENCE_HOLDER_ADDRESS:
    case ASSAY_EVIDENCE_SCOPE:
    case ASSAY_EVIDENCE_COVERS:
      return !is_one_of (kind, tags);
    default:
      return TRUE;
    }
}
