/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a component: one line of a product’s bill of materials. */

FIELD (PRODUCT, "product", REFERENCE, .label = N_ ("Product"), .group = N_ ("Component"), .reference = ASSAY_TYPE_PRODUCT, .flags = REQUIRED)
FIELD (POSITION, "position", INTEGER, .label = N_ ("Position"), .group = N_ ("Component"), .flags = RANGE, .min = 0, .max = 1000000, .aliases = "no|pos")
FIELD (KIND, "kind", CHOICE, .label = N_ ("Kind"), .group = N_ ("Component"), .choices = assay_choices_component_kind, .flags = SHOWN)
FIELD (NAME, "name", TEXT, .label = N_ ("Name"), .group = N_ ("Component"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "component|part|item|bom item")
FIELD (VARIANT, "variant", REFERENCE, .label = N_ ("Variant"), .help = N_ ("Only for one variant; all of them when nothing is said"), .group = N_ ("Component"), .reference = ASSAY_TYPE_VARIANT)
FIELD (MATERIAL, "material", TEXT, .label = N_ ("Material"), .help = N_ ("Such as 100 % polyester 600D, PU coated"), .group = N_ ("Component"), .flags = SEARCHABLE | SHOWN, .aliases = "composition|material|fabric")
FIELD (COLOUR, "colour", TEXT, .label = N_ ("Colour"), .group = N_ ("Component"), .flags = SEARCHABLE, .aliases = "color")
FIELD (BRAND, "brand", TEXT, .label = N_ ("Brand"), .help = N_ ("Of a zip or a buckle, such as the maker’s name on it"), .group = N_ ("Component"), .flags = SEARCHABLE | SHOWN, .aliases = "brand|maker")
FIELD (PART_NUMBER, "part_number", TEXT, .label = N_ ("Part number"), .group = N_ ("Component"), .flags = SEARCHABLE | SHOWN, .aliases = "part no|part number|mpn|article")
FIELD (MILL, "mill", TEXT, .label = N_ ("Mill or maker"), .group = N_ ("Component"), .flags = SEARCHABLE, .aliases = "mill|manufacturer")
FIELD (SUPPLIER, "supplier", REFERENCE, .label = N_ ("Supplier"), .help = N_ ("Who delivers it, when that is a supplier in this book"), .group = N_ ("Component"), .reference = ASSAY_TYPE_SUPPLIER)
FIELD (ORIGIN, "origin", COUNTRY, .label = N_ ("Country of origin"), .group = N_ ("Component"), .aliases = "origin|made in")
FIELD (MAIN, "main", FLAG, .label = N_ ("Main fabric"), .group = N_ ("Component"), .initial = "0", .aliases = "main|main fabric")
FIELD (QUANTITY, "quantity", DECIMAL, .label = N_ ("Quantity a piece"), .group = N_ ("Use"), .scale = 4, .flags = RANGE, .min = 0, .max = G_MAXINT64, .aliases = "qty|quantity|consumption|usage")
FIELD (UNIT, "unit", CHOICE, .label = N_ ("Unit"), .group = N_ ("Use"), .choices = assay_choices_unit, .aliases = "uom")
FIELD (MASS, "mass", DECIMAL, .label = N_ ("Weight in a piece"), .unit = N_ ("g"), .help = N_ ("Of all of it in one finished piece"), .group = N_ ("Use"), .scale = 2, .flags = RANGE | SHOWN, .min = 0, .max = 100000000000, .aliases = "weight|mass|weight g|grams")
FIELD (WASTE, "waste", SHARE, .label = N_ ("Waste"), .help = N_ ("What is cut away, as a share of what goes into the piece"), .group = N_ ("Use"), .flags = RANGE, .min = 0, .max = 1000000, .aliases = "wastage|waste")
FIELD (RECYCLED, "recycled", SHARE, .label = N_ ("Recycled share"), .group = N_ ("Claimed"), .flags = RANGE | SHOWN, .min = 0, .max = 1000000, .aliases = "recycled|recycled content|recycled %")
FIELD (RECYCLED_KIND, "recycled_kind", CHOICE, .label = N_ ("Recycled from"), .group = N_ ("Claimed"), .choices = assay_choices_recycled_kind, .aliases = "recycled from|pre or post consumer")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
