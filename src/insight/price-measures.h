/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Unit prices of suppliers against each other and against those of a year earlier. Internal to the
 * insight layer. */

#pragma once

#include "insight/key-index.h"
#include "insight/supplier-measures.h"

G_BEGIN_DECLS

/* Fills in what the prices of order lines say. @suppliers: AssaySupplierMeasures by the numbers
 * that @ids gives their keys. */
gboolean assay_price_measures_add (AssayDb *db,
                                   const AssayMeasuresQuestion *question,
                                   const AssayKeyIndex *ids,
                                   GPtrArray *suppliers,
                                   GError **error);
/* The lines that were compared for one supplier: the day of a line and which span it is in. */
typedef struct
{
  gint32 now_from, now_to, before_from, before_to;
} AssayPriceSpans;

void assay_price_spans (const AssayMeasuresQuestion *question, AssayPriceSpans *spans);

/* The day of a line's price and what makes it one, of order_line AS l. */
#define ASSAY_PRICE_DAY                                                                            \
  "coalesce (l.sent_on, (SELECT coalesce (ordered_on, confirmed_on) FROM purchase_order"           \
  " WHERE id = l.purchase_order))"
#define ASSAY_PRICE_KNOWN                                                                          \
  "l.product IS NOT NULL AND l.currency IS NOT NULL AND l.unit_price > 0 AND l.quantity > 0"       \
  " AND l.state <> 'cancelled'"

G_END_DECLS
