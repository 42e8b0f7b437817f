/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When to order a product again, on its page: in a sentence, in figures that say how they were
 * computed, with its demand by month and a row to type the next month into. */

#pragma once

#include <adwaita.h>

#include "insight/reorder.h"
#include "ui/record/record-page.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_REORDER_CARD (assay_reorder_card_get_type ())
G_DECLARE_FINAL_TYPE (AssayReorderCard, assay_reorder_card, ASSAY, REORDER_CARD, AdwBin)

AssayReorderCard *assay_reorder_card_new (AssayRecordPage *page);
void assay_reorder_card_show (AssayReorderCard *card, const AssayReorder *reorder);

G_END_DECLS
