/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a promise: a date that was given for an order line. Promises are kept for ever;
 * the first one is what slip is measured from. */

FIELD (ORDER_LINE, "order_line", REFERENCE, .label = N_ ("Order line"), .group = N_ ("Promise"), .flags = REQUIRED, .reference = ASSAY_TYPE_ORDER_LINE)
FIELD (PROMISED_ON, "promised_on", DATE, .label = N_ ("Promised for"), .group = N_ ("Promise"), .flags = REQUIRED | SHOWN, .aliases = "promised|promised date|promise date|scheduled delivery date|due date|due|delivery date promised|original promise|etd|requested date|scheduled date|scheduled|liefertermin|交期")
FIELD (GIVEN_ON, "given_on", DATE, .label = N_ ("Given on"), .help = N_ ("The day on which the supplier gave this date"), .group = N_ ("Promise"), .flags = SHOWN, .aliases = "promise given on|date given")
FIELD (REASON, "reason", CHOICE, .label = N_ ("Reason"), .help = N_ ("Why the date moved; the first promise needs none"), .group = N_ ("Promise"), .flags = SHOWN, .choices = assay_choices_promise_reason, .aliases = "delay reason|reason for delay")
FIELD (GIVEN_BY, "given_by", TEXT, .label = N_ ("Given by"), .group = N_ ("Promise"))
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Promise"), .flags = SHOWN)
