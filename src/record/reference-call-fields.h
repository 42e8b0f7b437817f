/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a reference call: what a customer of a supplier said about it. */

FIELD (SUPPLIER, "supplier", REFERENCE, .label = N_ ("Supplier"), .group = N_ ("Call"), .reference = ASSAY_TYPE_SUPPLIER, .flags = REQUIRED)
FIELD (COMPANY, "company", TEXT, .label = N_ ("Company"), .help = N_ ("The customer of the supplier that you spoke with"), .group = N_ ("Call"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "company|customer|brand")
FIELD (PERSON, "person", TEXT, .label = N_ ("Person"), .group = N_ ("Call"), .flags = SEARCHABLE | SHOWN, .aliases = "person|contact")
FIELD (COUNTRY, "country", COUNTRY, .label = N_ ("Country"), .group = N_ ("Call"))
FIELD (CALLED_ON, "called_on", DATE, .label = N_ ("Called on"), .group = N_ ("Call"), .flags = SHOWN, .aliases = "date|call date")
FIELD (CALLED_BY, "called_by", TEXT, .label = N_ ("Called by"), .group = N_ ("Call"), .flags = SEARCHABLE)
FIELD (SINCE, "since", INTEGER, .label = N_ ("Customer since"), .unit = N_ ("year"), .group = N_ ("Call"), .flags = RANGE, .min = 1500, .max = 2200)
FIELD (PRODUCTS, "products", TEXT, .label = N_ ("What they buy"), .group = N_ ("Call"), .flags = SEARCHABLE)
FIELD (QUALITY, "quality", LONG_TEXT, .label = N_ ("On quality"), .group = N_ ("Said"), .flags = SEARCHABLE, .aliases = "quality")
FIELD (DELIVERY, "delivery", LONG_TEXT, .label = N_ ("On delivery"), .group = N_ ("Said"), .flags = SEARCHABLE, .aliases = "delivery")
FIELD (WARRANTY, "warranty", LONG_TEXT, .label = N_ ("On warranty and repair"), .group = N_ ("Said"), .flags = SEARCHABLE, .aliases = "warranty|on warranty")
FIELD (TROUBLE, "trouble", LONG_TEXT, .label = N_ ("On trouble and how it was solved"), .group = N_ ("Said"), .flags = SEARCHABLE, .aliases = "problems|trouble")
FIELD (AGAIN, "again", CHOICE, .label = N_ ("Would buy again"), .group = N_ ("Said"), .choices = assay_choices_again, .flags = SHOWN, .aliases = "would buy again|recommend")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
