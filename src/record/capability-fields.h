/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a capability: what a supplier says that it can do, and whether that was seen. */

FIELD (SUPPLIER, "supplier", REFERENCE, .label = N_ ("Supplier"), .group = N_ ("Capability"), .reference = ASSAY_TYPE_SUPPLIER, .flags = REQUIRED)
FIELD (SITE, "site", REFERENCE, .label = N_ ("Site"), .group = N_ ("Capability"), .reference = ASSAY_TYPE_SITE)
FIELD (PROCESS, "process", TEXT, .label = N_ ("Process"), .help = N_ ("Such as cutting, sewing, welding or lamination"), .group = N_ ("Capability"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "process|operation|capability")
FIELD (MACHINE, "machine", TEXT, .label = N_ ("Machines"), .help = N_ ("Make and model"), .group = N_ ("Capability"), .flags = SEARCHABLE | SHOWN, .aliases = "machine|equipment|machines")
FIELD (MACHINES, "machines", COUNT, .label = N_ ("Number of machines"), .group = N_ ("Capability"), .aliases = "number of machines|lines")
FIELD (AUTOMATION, "automation", CHOICE, .label = N_ ("Automation"), .group = N_ ("Capability"), .choices = assay_choices_automation, .flags = SHOWN)
FIELD (CAPACITY, "capacity", COUNT, .label = N_ ("Monthly capacity"), .unit = N_ ("pieces"), .group = N_ ("Claimed"), .flags = SHOWN, .aliases = "capacity|monthly capacity")
FIELD (MINIMUM_ORDER, "minimum_order", COUNT, .label = N_ ("Minimum order"), .unit = N_ ("pieces"), .group = N_ ("Claimed"), .flags = SHOWN, .aliases = "moq|minimum order quantity")
FIELD (LEAD, "lead", COUNT, .label = N_ ("Lead time"), .unit = N_ ("days"), .group = N_ ("Claimed"), .flags = SHOWN, .aliases = "lead time|lead time days")
FIELD (STATE, "state", CHOICE, .label = N_ ("Standing"), .group = N_ ("Seen"), .choices = assay_choices_assurance, .initial = "claimed", .flags = SHOWN, .aliases = "state|standing|verified")
FIELD (SEEN_ON, "seen_on", DATE, .label = N_ ("Seen on"), .group = N_ ("Seen"), .aliases = "seen|checked on")
FIELD (SEEN_BY, "seen_by", TEXT, .label = N_ ("Seen by"), .group = N_ ("Seen"), .flags = SEARCHABLE)
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
