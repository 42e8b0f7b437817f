/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of what evidence a kind of claim needs in a market. */

FIELD (CLAIM_KIND, "claim_kind", REFERENCE, .label = N_ ("Kind of claim"), .group = N_ ("Need"), .reference = ASSAY_TYPE_CLAIM_KIND, .flags = REQUIRED)
FIELD (POSITION, "position", INTEGER, .label = N_ ("Position"), .group = N_ ("Need"), .flags = RANGE, .min = 0, .max = 1000000)
FIELD (NAME, "name", TEXT, .label = N_ ("What is needed"), .group = N_ ("Need"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "need|needs|what is needed")
FIELD (MARKET, "market", TEXT, .label = N_ ("Market"), .help = N_ ("Such as EU or US-CA; everywhere when nothing is said"), .group = N_ ("Need"), .flags = SEARCHABLE | SHOWN, .aliases = "market")
FIELD (NEEDS, "needs", CHOICE, .label = N_ ("By what"), .group = N_ ("Need"), .choices = assay_choices_claim_needs, .flags = REQUIRED | SHOWN, .aliases = "by what|proof")
FIELD (SCHEMES, "schemes", TEXT, .label = N_ ("Schemes"), .help = N_ ("Codes of schemes of which one will do, separated by |"), .group = N_ ("Need"), .flags = SEARCHABLE | SHOWN, .aliases = "schemes|scheme")
FIELD (PROPERTY, "property", TEXT, .label = N_ ("Test"), .help = N_ ("Words of which one stands in what was tested, separated by |"), .group = N_ ("Need"), .flags = SEARCHABLE, .aliases = "property|test")
FIELD (UPPER, "upper", DECIMAL, .label = N_ ("Highest result"), .group = N_ ("Need"), .scale = 3, .aliases = "upper|maximum|limit")
FIELD (LOWER, "lower", DECIMAL, .label = N_ ("Lowest result"), .group = N_ ("Need"), .scale = 3, .aliases = "lower|minimum")
FIELD (UNIT, "unit", TEXT, .label = N_ ("Unit"), .group = N_ ("Need"), .aliases = "unit")
FIELD (SHARE, "share", SHARE, .label = N_ ("Share needed"), .help = N_ ("Such as the lowest recycled share"), .group = N_ ("Need"), .flags = RANGE, .min = 0, .max = 1000000, .aliases = "share")
FIELD (MONTHS, "months", COUNT, .label = N_ ("Not older than"), .unit = N_ ("months"), .group = N_ ("Need"), .aliases = "not older than|months")
FIELD (FROM_ON, "from_on", DATE, .label = N_ ("In force from"), .group = N_ ("Rule"), .flags = SHOWN, .aliases = "in force from|from")
FIELD (TO_ON, "to_on", DATE, .label = N_ ("In force until"), .group = N_ ("Rule"), .aliases = "in force until|until")
FIELD (SOURCE, "source", TEXT, .label = N_ ("Source"), .group = N_ ("Rule"), .flags = SEARCHABLE | SHOWN, .aliases = "source|law")
FIELD (CHECKED_ON, "checked_on", DATE, .label = N_ ("Checked on"), .group = N_ ("Rule"), .aliases = "checked on")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
