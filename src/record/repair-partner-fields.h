/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a repair partner: who mends a supplier’s goods where they are used. */

FIELD (SUPPLIER, "supplier", REFERENCE, .label = N_ ("Supplier"), .group = N_ ("Partner"), .reference = ASSAY_TYPE_SUPPLIER, .flags = REQUIRED)
FIELD (NAME, "name", TEXT, .label = N_ ("Name"), .group = N_ ("Partner"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "partner|repair partner|workshop")
FIELD (SERVICES, "services", TEXT, .label = N_ ("Repairs"), .help = N_ ("Such as zips, seams, buckles"), .group = N_ ("Partner"), .flags = SEARCHABLE | SHOWN, .aliases = "services|repairs")
FIELD (COUNTRY, "country", COUNTRY, .label = N_ ("Country"), .group = N_ ("Partner"), .flags = SHOWN)
FIELD (CITY, "city", TEXT, .label = N_ ("City"), .group = N_ ("Partner"), .flags = SEARCHABLE | SHOWN)
FIELD (DAYS, "days", COUNT, .label = N_ ("Usual time"), .unit = N_ ("days"), .group = N_ ("Partner"), .flags = SHOWN, .aliases = "turnaround|days")
FIELD (MAIL, "mail", MAIL, .label = N_ ("Mail"), .group = N_ ("Reach"), .flags = SEARCHABLE)
FIELD (PHONE, "phone", PHONE, .label = N_ ("Telephone"), .group = N_ ("Reach"), .flags = SEARCHABLE)
FIELD (WEBSITE, "website", LINK, .label = N_ ("Website"), .group = N_ ("Reach"))
FIELD (CHECKED_ON, "checked_on", DATE, .label = N_ ("Checked on"), .help = N_ ("When somebody last made sure that it still repairs them"), .group = N_ ("Reach"))
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
