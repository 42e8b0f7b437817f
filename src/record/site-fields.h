/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a site: a place where a supplier works, apart from the company. */

FIELD (SUPPLIER, "supplier", REFERENCE, .label = N_ ("Supplier"), .group = N_ ("Site"), .reference = ASSAY_TYPE_SUPPLIER, .flags = REQUIRED)
FIELD (NAME, "name", TEXT, .label = N_ ("Name"), .group = N_ ("Site"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "site|site name|plant|factory site|unit")
FIELD (LOCAL_NAME, "local_name", TEXT, .label = N_ ("Name in its own script"), .group = N_ ("Site"), .flags = SEARCHABLE)
FIELD (KIND, "kind", CHOICE, .label = N_ ("Kind"), .group = N_ ("Site"), .choices = assay_choices_site_kind, .flags = SHOWN)
FIELD (EMPLOYEES, "employees", COUNT, .label = N_ ("Employees"), .group = N_ ("Site"), .flags = SHOWN, .aliases = "workers|workforce|staff")
FIELD (FLOOR_AREA, "floor_area", COUNT, .label = N_ ("Floor area"), .unit = N_ ("m²"), .group = N_ ("Site"), .aliases = "area|size")
FIELD (SINCE, "since", INTEGER, .label = N_ ("In use since"), .unit = N_ ("year"), .group = N_ ("Site"), .flags = RANGE, .min = 1500, .max = 2200)
FIELD (COUNTRY, "country", COUNTRY, .label = N_ ("Country"), .group = N_ ("Address"), .flags = SHOWN, .aliases = "site country")
FIELD (REGION, "region", TEXT, .label = N_ ("Province or state"), .group = N_ ("Address"), .flags = SEARCHABLE, .aliases = "province|state")
FIELD (CITY, "city", TEXT, .label = N_ ("City"), .group = N_ ("Address"), .flags = SEARCHABLE | SHOWN, .aliases = "town|location")
FIELD (ADDRESS, "address", LONG_TEXT, .label = N_ ("Street address"), .group = N_ ("Address"), .flags = SEARCHABLE, .aliases = "street")
FIELD (POSTAL_CODE, "postal_code", TEXT, .label = N_ ("Postal code"), .group = N_ ("Address"))
FIELD (VISITED_ON, "visited_on", DATE, .label = N_ ("Last visited"), .help = N_ ("By you or by somebody you sent"), .group = N_ ("Visit"), .flags = SHOWN, .aliases = "visited|visit date|last visit")
FIELD (VISITED_BY, "visited_by", TEXT, .label = N_ ("Visited by"), .group = N_ ("Visit"), .flags = SEARCHABLE)
FIELD (TOUR, "tour", LINK, .label = N_ ("Virtual tour"), .help = N_ ("Where the recording or the video call can be found"), .group = N_ ("Visit"), .aliases = "tour|video")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
