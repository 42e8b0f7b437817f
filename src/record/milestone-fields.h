/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a milestone: a payment, a shipment or another step of an order, which may wait for a
 * passed inspection. */

FIELD (PURCHASE_ORDER, "purchase_order", REFERENCE, .label = N_ ("Order"), .group = N_ ("Milestone"), .flags = REQUIRED, .reference = ASSAY_TYPE_ORDER)
FIELD (NAME, "name", TEXT, .label = N_ ("Milestone"), .group = N_ ("Milestone"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "milestone|payment|step")
FIELD (KIND, "kind", CHOICE, .label = N_ ("Kind"), .group = N_ ("Milestone"), .flags = REQUIRED | SHOWN, .choices = assay_choices_milestone_kind, .initial = "payment")
FIELD (STATE, "state", CHOICE, .label = N_ ("State"), .group = N_ ("Milestone"), .flags = DERIVED | SHOWN, .choices = assay_choices_milestone_state)
FIELD (SHARE, "share", SHARE, .label = N_ ("Share of the order"), .group = N_ ("Payment"), .flags = RANGE | SHOWN, .min = 0, .max = 1000000, .aliases = "percent|share")
FIELD (AMOUNT, "amount", MONEY, .label = N_ ("Amount"), .group = N_ ("Payment"), .currency_column = "currency", .flags = RANGE | SHOWN, .min = 0, .max = G_MAXINT64)
FIELD (CURRENCY, "currency", CURRENCY, .label = N_ ("Currency"), .group = N_ ("Payment"))
FIELD (PAID, "paid", MONEY, .label = N_ ("Paid"), .group = N_ ("Payment"), .currency_column = "currency", .flags = RANGE | SHOWN, .min = 0, .max = G_MAXINT64, .aliases = "paid amount|amount paid")
FIELD (SECURED, "secured", CHOICE, .label = N_ ("Secured by"), .help = N_ ("Who holds the money until the goods are there"), .group = N_ ("Payment"), .flags = SHOWN, .choices = assay_choices_secured)
FIELD (DUE_ON, "due_on", DATE, .label = N_ ("Due on"), .help = N_ ("Follows the event below where one is chosen"), .group = N_ ("Milestone"), .flags = SHOWN, .aliases = "due|due date|planned on")
FIELD (DONE_ON, "done_on", DATE, .label = N_ ("Done on"), .group = N_ ("Milestone"), .flags = SHOWN, .aliases = "done|paid on|actual")
FIELD (ANCHOR, "anchor", CHOICE, .label = N_ ("Due when"), .help = N_ ("The event that the due date follows, as planned and then as it happened"), .group = N_ ("Milestone"), .choices = assay_choices_anchor)
FIELD (DAYS, "days", INTEGER, .label = N_ ("Days after it"), .unit = N_ ("days"), .help = N_ ("Negative is before it"), .group = N_ ("Milestone"), .flags = RANGE, .min = -3650, .max = 3650)
FIELD (WAITS, "waits", FLAG, .label = N_ ("Waits for passed inspections"), .help = N_ ("Not before every line of the order has passed inspection"), .group = N_ ("Milestone"), .initial = "0")
FIELD (REFERENCE, "reference", TEXT, .label = N_ ("Reference"), .help = N_ ("Of the bank, the escrow or the invoice"), .group = N_ ("Payment"), .flags = SEARCHABLE)
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE)
