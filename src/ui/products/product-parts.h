/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a product is made of, on its page: variants, bill of materials, requirements. */

#pragma once

#include "ui/products/bill-card.h"
#include "ui/record/record-page.h"
#include "ui/record/part-list.h"

G_BEGIN_DECLS

/* Read on the book's thread. */
typedef struct
{
  AssayBill *bill;
  AssayRecycled *content;
  GPtrArray *requirements; /* of AssayRecord */
} AssayProductParts;

gboolean
assay_product_parts_read (AssayProductParts *parts, AssayDb *db, gint64 product, GError **error);
void assay_product_parts_clear (AssayProductParts *parts);

typedef struct
{
  AssayBillCard *bill;
  AssayPartList *requirements;
} AssayProductPartsView;

/* Adds the sections to the page; borrowed, they live with it. */
void assay_product_parts_view_add (AssayProductPartsView *view, AssayRecordPage *page);
void assay_product_parts_view_show (AssayProductPartsView *view, const AssayProductParts *parts);

G_END_DECLS
