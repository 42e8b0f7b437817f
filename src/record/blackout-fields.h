/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a blackout period: days on which a country, a supplier or everybody does not work.
 * Lead times in working days leave them out, charts and calendars show them. */

FIELD (NAME, "name", TEXT, .label = N_ ("Name"), .group = N_ ("Blackout Period"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "holiday|period|event|feiertag")
FIELD (KIND, "kind", CHOICE, .label = N_ ("Kind"), .group = N_ ("Blackout Period"), .flags = SHOWN, .choices = assay_choices_blackout_kind, .initial = "public_holiday", .aliases = "type")
FIELD (FROM_ON, "from_on", DATE, .label = N_ ("First day"), .group = N_ ("Blackout Period"), .flags = REQUIRED | SHOWN, .aliases = "from|start|start date|first day|von")
FIELD (TO_ON, "to_on", DATE, .label = N_ ("Last day"), .group = N_ ("Blackout Period"), .flags = REQUIRED | SHOWN, .aliases = "to|end|end date|last day|until|bis")
FIELD (COUNTRY, "country", COUNTRY, .label = N_ ("Country"), .help = N_ ("Where nobody works; everywhere when neither a country nor a supplier is named"), .group = N_ ("For"), .flags = SHOWN)
FIELD (SUPPLIER, "supplier", REFERENCE, .label = N_ ("Supplier"), .help = N_ ("Only this supplier does not work"), .group = N_ ("For"), .flags = SHOWN, .reference = ASSAY_TYPE_SUPPLIER, .aliases = "factory|vendor")
FIELD (SOURCE, "source", TEXT, .label = N_ ("Source"), .help = N_ ("Who says so: a government calendar, the factory’s notice"), .group = N_ ("Notes"), .flags = SEARCHABLE)
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE)
