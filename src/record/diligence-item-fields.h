/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of an item of a due diligence list: one question, and the evidence in the book that
 * answers it. */

FIELD (DILIGENCE, "diligence", REFERENCE, .label = N_ ("Due diligence list"), .group = N_ ("Item"), .reference = ASSAY_TYPE_DILIGENCE, .flags = REQUIRED)
FIELD (POSITION, "position", INTEGER, .label = N_ ("Position"), .group = N_ ("Item"), .flags = RANGE, .min = 0, .max = 1000000, .aliases = "no|position")
FIELD (NAME, "name", TEXT, .label = N_ ("What is to be known"), .group = N_ ("Item"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "item|due diligence item|question|check")
FIELD (HELP, "help", LONG_TEXT, .label = N_ ("How to find out"), .group = N_ ("Item"), .flags = SEARCHABLE, .aliases = "help|how")
FIELD (RULE, "rule", CHOICE, .label = N_ ("Ticked by"), .help = N_ ("What in the book answers it"), .group = N_ ("Item"), .choices = assay_choices_diligence_rule, .flags = SHOWN, .aliases = "rule|ticked by")
FIELD (SCHEMES, "schemes", TEXT, .label = N_ ("Schemes"), .help = N_ ("Codes of schemes of which one will do, separated by |"), .group = N_ ("Item"), .flags = SEARCHABLE, .aliases = "schemes")
FIELD (MONTHS, "months", COUNT, .label = N_ ("Not older than"), .unit = N_ ("months"), .group = N_ ("Item"), .flags = SHOWN, .aliases = "months|not older than")
FIELD (NEEDED, "needed", FLAG, .label = N_ ("Needed"), .help = N_ ("Approval asks for a reason while it is open"), .group = N_ ("Item"), .initial = "1", .aliases = "needed|required")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
