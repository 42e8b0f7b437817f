/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of an assessment: what somebody thinks of a supplier, or an audit found, that no order
 * and no inspection measures. */

FIELD (SUPPLIER, "supplier", REFERENCE, .label = N_ ("Supplier"), .group = N_ ("Assessment"), .flags = REQUIRED | SHOWN, .reference = ASSAY_TYPE_SUPPLIER, .aliases = "vendor|factory|supplier name")
FIELD (AREA, "area", CHOICE, .label = N_ ("Area"), .group = N_ ("Assessment"), .flags = REQUIRED | SHOWN, .choices = assay_choices_assessed)
FIELD (ASSESSED_ON, "assessed_on", DATE, .label = N_ ("Assessed on"), .group = N_ ("Assessment"), .flags = REQUIRED | SHOWN, .aliases = "date|audit date|assessed")
FIELD (SCORE, "score", INTEGER, .label = N_ ("Points"), .help = N_ ("From 0 to 100"), .group = N_ ("Assessment"), .flags = RANGE | SHOWN, .min = 0, .max = 100, .aliases = "score|rating|points")
FIELD (FINDING, "finding", CHOICE, .label = N_ ("Worst finding"), .help = N_ ("That is still open"), .group = N_ ("Assessment"), .flags = SHOWN, .choices = assay_choices_finding)
FIELD (VALID_UNTIL, "valid_until", DATE, .label = N_ ("Valid until"), .help = N_ ("An audit that has run out counts as expired"), .group = N_ ("Assessment"), .flags = SHOWN, .aliases = "expires|expiry|expiry date|valid to")
FIELD (ASSESSED_BY, "assessed_by", TEXT, .label = N_ ("Assessed by"), .group = N_ ("Assessment"), .flags = SEARCHABLE, .aliases = "auditor|by|audit company")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE | SHOWN)
