/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of an order line: so many of one product, promised for a day. What the store derives
 * from the order, the promises and the deliveries stands in the line itself, so that a table of a
 * million lines sorts by it and a figure needs no join. */

FIELD (PURCHASE_ORDER, "purchase_order", REFERENCE, .label = N_ ("Order"), .group = N_ ("Line"), .flags = REQUIRED | SHOWN, .reference = ASSAY_TYPE_ORDER)
FIELD (LINE_NUMBER, "line_number", INTEGER, .label = N_ ("Line"), .group = N_ ("Line"), .flags = RANGE, .min = 0, .max = 1000000000, .aliases = "line no|line number|position|pos")
FIELD (PRODUCT, "product", REFERENCE, .label = N_ ("Product"), .group = N_ ("Line"), .flags = SHOWN, .reference = ASSAY_TYPE_PRODUCT, .aliases = "sku|style|item|item code|article|item description|product name|product code|品名")
FIELD (DESCRIPTION, "description", TEXT, .label = N_ ("Description"), .group = N_ ("Line"), .flags = SEARCHABLE, .aliases = "line description|details")
FIELD (REFERENCE, "reference", TEXT, .label = N_ ("Reference"), .help = N_ ("The number that this line has in another system"), .group = N_ ("Line"), .flags = SEARCHABLE, .aliases = "id|line id|external id|reference")
FIELD (COLOUR, "colour", TEXT, .label = N_ ("Colour"), .group = N_ ("Line"), .aliases = "color|colorway")
FIELD (QUANTITY, "quantity", COUNT, .label = N_ ("Quantity"), .unit = N_ ("pieces"), .group = N_ ("Line"), .flags = SHOWN, .aliases = "qty|order quantity|ordered|line item quantity|pieces|pcs|menge|数量")
FIELD (UNIT_PRICE, "unit_price", MONEY, .label = N_ ("Unit price"), .group = N_ ("Line"), .currency_column = "currency", .scale = 2, .flags = RANGE, .min = 0, .max = G_MAXINT64, .aliases = "price|unit cost|fob price|price per unit|pack price|negotiated price|preis|单价")
FIELD (CURRENCY, "currency", CURRENCY, .label = N_ ("Currency"), .group = N_ ("Line"), .flags = DERIVED)
FIELD (MASS, "mass", MASS, .label = N_ ("Weight"), .group = N_ ("Shipping"), .flags = RANGE, .min = 0, .max = G_MAXINT64, .aliases = "weight|weight (kilograms)|weight kg|gross weight")
FIELD (FREIGHT, "freight", MONEY, .label = N_ ("Freight"), .group = N_ ("Shipping"), .currency_column = "currency", .flags = RANGE, .min = 0, .max = G_MAXINT64, .aliases = "freight cost|freight cost (usd)|shipping cost")
FIELD (INSURANCE, "insurance", MONEY, .label = N_ ("Insurance"), .group = N_ ("Shipping"), .currency_column = "currency", .flags = RANGE, .min = 0, .max = G_MAXINT64, .aliases = "line item insurance (usd)|insurance cost")
FIELD (SITE, "site", TEXT, .label = N_ ("Made at"), .group = N_ ("Line"), .flags = SEARCHABLE, .aliases = "manufacturing site|factory site|plant")
FIELD (CLOSED, "closed", FLAG, .label = N_ ("No more deliveries expected"), .help = N_ ("Ends a line that was delivered short"), .group = N_ ("Line"), .initial = "0")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE)
FIELD (STATE, "state", CHOICE, .label = N_ ("State"), .group = N_ ("Delivery"), .flags = DERIVED | SHOWN, .choices = assay_choices_line_state)
FIELD (SUPPLIER, "supplier", REFERENCE, .label = N_ ("Supplier"), .group = N_ ("Delivery"), .flags = DERIVED | SHOWN, .reference = ASSAY_TYPE_SUPPLIER)
FIELD (SENT_ON, "sent_on", DATE, .label = N_ ("Order sent"), .group = N_ ("Delivery"), .flags = DERIVED)
FIELD (CONFIRMED_ON, "confirmed_on", DATE, .label = N_ ("Order confirmed"), .group = N_ ("Delivery"), .flags = DERIVED)
FIELD (PROMISED_ON, "promised_on", DATE, .label = N_ ("First promise"), .help = N_ ("The first date that was ever promised; slip is measured from it"), .group = N_ ("Delivery"), .flags = DERIVED | SHOWN)
FIELD (LATEST_PROMISED_ON, "latest_promised_on", DATE, .label = N_ ("Latest promise"), .group = N_ ("Delivery"), .flags = DERIVED | SHOWN)
FIELD (DELIVERED_QUANTITY, "delivered_quantity", COUNT, .label = N_ ("Delivered pieces"), .group = N_ ("Delivery"), .flags = DERIVED)
FIELD (DELIVERED_ON, "delivered_on", DATE, .label = N_ ("Delivered"), .help = N_ ("When the last piece was received; unknown while pieces are missing"), .group = N_ ("Delivery"), .flags = DERIVED | SHOWN)
FIELD (SLIP, "slip", INTEGER, .label = N_ ("Slip"), .unit = N_ ("days"), .help = N_ ("Delivered minus first promise in calendar days; negative is early"), .group = N_ ("Delivery"), .flags = DERIVED | SHOWN)
FIELD (INSPECTED_QUANTITY, "inspected_quantity", COUNT, .label = N_ ("Inspected pieces"), .help = N_ ("Pieces in lots that were inspected"), .group = N_ ("Delivery"), .flags = DERIVED)
FIELD (PASSED_QUANTITY, "passed_quantity", COUNT, .label = N_ ("Passed pieces"), .help = N_ ("Pieces in lots that passed inspection or were accepted"), .group = N_ ("Delivery"), .flags = DERIVED)
FIELD (OUTSTANDING_QUANTITY, "outstanding_quantity", COUNT, .label = N_ ("Pieces to inspect"), .help = N_ ("Ordered pieces that no inspection has passed yet"), .group = N_ ("Delivery"), .flags = DERIVED)
