/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The claims of a product and its recycled content, read on the book's thread, each claim with how
 * it stands. Shown again by the page after each change of the book. */

#pragma once

#include "ui/record/record-page.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_CLAIMS_CARD (assay_claims_card_get_type ())
G_DECLARE_FINAL_TYPE (AssayClaimsCard, assay_claims_card, ASSAY, CLAIMS_CARD, GtkWidget)

AssayClaimsCard *assay_claims_card_new (AssayContext *context);
void assay_claims_card_show (AssayClaimsCard *card, AssayRecord *product);

G_END_DECLS
