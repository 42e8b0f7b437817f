/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the bill of materials of a product adds up to, on its page: weights against the product's
 * own, what goes in with what is cut away, recycled share, and whether its hardware is named. */

#pragma once

#include "insight/bill-of-materials.h"
#include "insight/recycled-content.h"
#include "ui/record/record-page.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_BILL_CARD (assay_bill_card_get_type ())
G_DECLARE_FINAL_TYPE (AssayBillCard, assay_bill_card, ASSAY, BILL_CARD, AdwBin)

AssayBillCard *assay_bill_card_new (void);
/* Hides itself while there are no components. */
void
assay_bill_card_show (AssayBillCard *card, const AssayBill *bill, const AssayRecycled *content);

G_END_DECLS
