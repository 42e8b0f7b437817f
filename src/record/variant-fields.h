/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a variant of a product: a colour or a size of it. */

FIELD (PRODUCT, "product", REFERENCE, .label = N_ ("Product"), .group = N_ ("Variant"), .reference = ASSAY_TYPE_PRODUCT, .flags = REQUIRED)
FIELD (CODE, "code", TEXT, .label = N_ ("Code"), .group = N_ ("Variant"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "variant|sku|variant code")
FIELD (COLOUR, "colour", TEXT, .label = N_ ("Colour"), .group = N_ ("Variant"), .flags = SEARCHABLE | SHOWN, .aliases = "color|colour|colorway")
FIELD (SIZE, "size", TEXT, .label = N_ ("Size"), .group = N_ ("Variant"), .flags = SEARCHABLE | SHOWN, .aliases = "size")
FIELD (STATUS, "status", CHOICE, .label = N_ ("Status"), .group = N_ ("Variant"), .choices = assay_choices_product_status, .initial = "active", .flags = SHOWN)
FIELD (BARCODE, "barcode", TEXT, .label = N_ ("Barcode (GTIN)"), .group = N_ ("Variant"), .flags = SEARCHABLE | SHOWN, .aliases = "gtin|ean|upc")
FIELD (MASS, "mass", MASS, .label = N_ ("Weight"), .group = N_ ("Variant"), .flags = RANGE, .min = 0, .max = 1000000000, .aliases = "weight")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
