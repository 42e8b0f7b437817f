/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a claim: what a brand says of a product. */

FIELD (PRODUCT, "product", REFERENCE, .label = N_ ("Product"), .group = N_ ("Claim"), .reference = ASSAY_TYPE_PRODUCT, .flags = REQUIRED | SHOWN)
FIELD (COMPONENT, "component", REFERENCE, .label = N_ ("Component"), .help = N_ ("When only a part of the product is meant"), .group = N_ ("Claim"), .reference = ASSAY_TYPE_COMPONENT)
FIELD (CLAIM_KIND, "claim_kind", REFERENCE, .label = N_ ("Kind"), .group = N_ ("Claim"), .reference = ASSAY_TYPE_CLAIM_KIND, .flags = SHOWN, .aliases = "kind of claim|claim kind|claim type")
FIELD (WORDING, "wording", TEXT, .label = N_ ("Wording"), .help = N_ ("As customers read it"), .group = N_ ("Claim"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "claim|wording|text")
FIELD (LANGUAGE, "language", TEXT, .label = N_ ("Language"), .help = N_ ("Such as en or de"), .group = N_ ("Claim"), .aliases = "lang|language")
FIELD (SHARE, "share", SHARE, .label = N_ ("Share claimed"), .help = N_ ("Such as the recycled share that the wording names"), .group = N_ ("Claim"), .flags = RANGE, .min = 0, .max = 1000000, .aliases = "share|percentage")
FIELD (MARKETS, "markets", TEXT, .label = N_ ("Markets"), .help = N_ ("Where it is used, separated by commas: EU, US, US-CA; everywhere when nothing is said"), .group = N_ ("Claim"), .flags = SEARCHABLE | SHOWN, .aliases = "market|markets|countries")
FIELD (PLACE, "place", TEXT, .label = N_ ("Where it stands"), .help = N_ ("Such as hangtag, web shop or packaging"), .group = N_ ("Claim"), .flags = SEARCHABLE, .aliases = "channel|where")
FIELD (STATE, "state", CHOICE, .label = N_ ("State"), .group = N_ ("Use"), .choices = assay_choices_claim_state, .initial = "draft", .flags = SHOWN)
FIELD (FROM_ON, "from_on", DATE, .label = N_ ("Used from"), .group = N_ ("Use"), .aliases = "from|used from")
FIELD (TO_ON, "to_on", DATE, .label = N_ ("Used until"), .group = N_ ("Use"), .aliases = "until|used until")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
