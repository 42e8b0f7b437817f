/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a verification: somebody looked a document up, somewhere, and found something. */

FIELD (EVIDENCE, "evidence", REFERENCE, .label = N_ ("Evidence"), .group = N_ ("Look-up"), .reference = ASSAY_TYPE_EVIDENCE, .flags = REQUIRED)
FIELD (LOOKED_ON, "looked_on", DATE, .label = N_ ("Looked up on"), .group = N_ ("Look-up"), .flags = REQUIRED | SHOWN, .aliases = "date|looked up|checked on")
FIELD (LOOKED_BY, "looked_by", TEXT, .label = N_ ("By"), .group = N_ ("Look-up"), .flags = SEARCHABLE | SHOWN, .aliases = "by|who")
FIELD (PLACE, "place", TEXT, .label = N_ ("Where"), .help = N_ ("The address of the register, or whom you asked"), .group = N_ ("Look-up"), .flags = SEARCHABLE | SHOWN, .aliases = "where|place|register")
FIELD (RESULT, "result", CHOICE, .label = N_ ("Result"), .group = N_ ("Found"), .choices = assay_choices_look_up, .flags = REQUIRED | SHOWN, .aliases = "result")
FIELD (HOLDER_FOUND, "holder_found", TEXT, .label = N_ ("Holder as found"), .group = N_ ("Found"), .flags = SEARCHABLE | SHOWN, .aliases = "holder found")
FIELD (SCOPE_FOUND, "scope_found", LONG_TEXT, .label = N_ ("Scope as found"), .group = N_ ("Found"), .flags = SEARCHABLE, .aliases = "scope found")
FIELD (VALID_UNTIL_FOUND, "valid_until_found", DATE, .label = N_ ("Valid until, as found"), .group = N_ ("Found"), .flags = SHOWN, .aliases = "valid until found")
FIELD (NEXT_CHECK_ON, "next_check_on", DATE, .label = N_ ("Look again on"), .group = N_ ("Found"), .aliases = "next check")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
