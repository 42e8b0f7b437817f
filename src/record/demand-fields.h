/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a month’s demand for a product: what was sold, or would have been. */

FIELD (PRODUCT, "product", REFERENCE, .label = N_ ("Product"), .group = N_ ("Demand"), .flags = REQUIRED | SHOWN, .reference = ASSAY_TYPE_PRODUCT, .aliases = "sku|style|item|article|product code")
FIELD (MONTH, "month", DATE, .label = N_ ("Month"), .help = N_ ("Any day of it"), .group = N_ ("Demand"), .flags = REQUIRED | SHOWN, .aliases = "month|period|date")
FIELD (QUANTITY, "quantity", COUNT, .label = N_ ("Quantity"), .unit = N_ ("pieces"), .group = N_ ("Demand"), .flags = REQUIRED | SHOWN, .aliases = "qty|sold|sales|units|demand|pieces")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Demand"), .flags = SEARCHABLE)
