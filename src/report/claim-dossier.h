/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The claim dossier of a product: its recycled content with components, what transaction
 * certificates cover, and each claim with what it needs, what is there and the gap. For those who
 * have to answer for what a brand says. */

#pragma once

#include "insight/claim-support.h"
#include "report/inspection-data.h"

G_BEGIN_DECLS

/* Everything that is in it, read on the book's thread. */
typedef struct
{
  AssayReportBrand *brand;
  gint32 today;
  AssayRecord *product;
  GPtrArray *claims; /* AssayClaimSupport; those in use first */
  AssayRecycled *recycled;
  AssayCoverage *coverage;
} AssayClaimDossierData;

AssayClaimDossierData *assay_claim_dossier_data_read (
    AssayDb *db, gint64 product, gint32 today, AssayReportBrand *brand, GError **error);
void assay_claim_dossier_data_free (AssayClaimDossierData *data);
/* Makes no question to the book. */
AssayDocument *assay_claim_dossier_new (AssayClaimDossierData *data);
/* Both; see AssayRecordReport. */
AssayDocument *assay_claim_dossier_make (AssayDb *db,
                                         gint64 product,
                                         gint32 today,
                                         AssayReportBrand *brand,
                                         GCancellable *cancellable,
                                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayClaimDossierData, assay_claim_dossier_data_free)

G_END_DECLS
