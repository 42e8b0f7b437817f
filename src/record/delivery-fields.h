/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a delivery: some or all pieces of an order line on their way. */

FIELD (ORDER_LINE, "order_line", REFERENCE, .label = N_ ("Order line"), .group = N_ ("Delivery"), .flags = REQUIRED, .reference = ASSAY_TYPE_ORDER_LINE)
FIELD (QUANTITY, "quantity", COUNT, .label = N_ ("Quantity"), .unit = N_ ("pieces"), .group = N_ ("Delivery"), .flags = SHOWN, .aliases = "delivered quantity|received quantity|qty delivered|qty received|shipped quantity|delivered qty|received qty")
FIELD (READY_ON, "ready_on", DATE, .label = N_ ("Ready on"), .help = N_ ("When the pieces left production"), .group = N_ ("Dates"), .aliases = "ex-factory date|ex factory|ready date|crd")
FIELD (SHIPPED_ON, "shipped_on", DATE, .label = N_ ("Shipped on"), .group = N_ ("Dates"), .flags = SHOWN, .aliases = "ship date|shipped date|atd|shipping date|shipped")
FIELD (ARRIVED_ON, "arrived_on", DATE, .label = N_ ("Arrived on"), .group = N_ ("Dates"), .aliases = "arrival date|ata|eta|arrived")
FIELD (CLEARED_ON, "cleared_on", DATE, .label = N_ ("Cleared on"), .group = N_ ("Dates"), .aliases = "customs cleared|clearance date")
FIELD (RECEIVED_ON, "received_on", DATE, .label = N_ ("Received on"), .help = N_ ("When the pieces were there; slip and lead time end here"), .group = N_ ("Dates"), .flags = SHOWN, .aliases = "delivered|delivery date|delivered date|delivered on|received|received date|receipt date|delivered to client date|actual delivery date|goods received|wareneingang|收货日期")
FIELD (MODE, "mode", CHOICE, .label = N_ ("Transport"), .group = N_ ("Transport"), .flags = SHOWN, .choices = assay_choices_mode, .aliases = "shipment mode|ship mode|transport mode|shipping method")
FIELD (CARRIER, "carrier", TEXT, .label = N_ ("Carrier or forwarder"), .group = N_ ("Transport"), .flags = SEARCHABLE, .aliases = "carrier|forwarder")
FIELD (TRACKING, "tracking", TEXT, .label = N_ ("Tracking or bill of lading"), .group = N_ ("Transport"), .flags = SEARCHABLE, .aliases = "tracking|tracking number|bl|b/l|bill of lading|awb|asn|asn/dn #|waybill")
FIELD (CONTAINER, "container", TEXT, .label = N_ ("Container"), .group = N_ ("Transport"), .flags = SEARCHABLE, .aliases = "container no|container number")
FIELD (INVOICE, "invoice", TEXT, .label = N_ ("Invoice"), .group = N_ ("Transport"), .flags = SEARCHABLE, .aliases = "invoice number|invoice no")
FIELD (CARTONS, "cartons", COUNT, .label = N_ ("Cartons"), .group = N_ ("Transport"), .aliases = "ctns|carton count|number of cartons")
FIELD (MASS, "mass", MASS, .label = N_ ("Gross weight"), .group = N_ ("Transport"), .flags = RANGE, .min = 0, .max = G_MAXINT64)
FIELD (VOLUME, "volume", VOLUME, .label = N_ ("Volume"), .group = N_ ("Transport"), .flags = RANGE, .min = 0, .max = G_MAXINT64, .aliases = "cbm|volume")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE)
