/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a scheme: a standard or programme whose certificates, audits or reports a
 * supplier shows. */

FIELD (CODE, "code", TEXT, .label = N_ ("Code"), .group = N_ ("Scheme"), .flags = REQUIRED | SEARCHABLE | SHOWN | UNIQUE, .aliases = "scheme code|code")
FIELD (NAME, "name", TEXT, .label = N_ ("Name"), .group = N_ ("Scheme"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "scheme|scheme name|standard")
FIELD (KIND, "kind", CHOICE, .label = N_ ("Kind of document"), .group = N_ ("Scheme"), .choices = assay_choices_evidence_kind, .flags = SHOWN, .aliases = "kind|document")
FIELD (BODY, "body", TEXT, .label = N_ ("Run by"), .group = N_ ("Scheme"), .flags = SEARCHABLE | SHOWN, .aliases = "owner|organisation|run by")
FIELD (PROVES, "proves", LONG_TEXT, .label = N_ ("What it proves"), .group = N_ ("Worth"), .flags = SEARCHABLE, .aliases = "proves|what it proves")
FIELD (PROVES_NOT, "proves_not", LONG_TEXT, .label = N_ ("What it does not prove"), .group = N_ ("Worth"), .flags = SEARCHABLE, .aliases = "does not prove|limits")
FIELD (PRODUCT_PROOF, "product_proof", FLAG, .label = N_ ("Proves something about the goods themselves"), .group = N_ ("Worth"), .initial = "0", .aliases = "product proof")
FIELD (NEEDS_SCOPE, "needs_scope", FLAG, .label = N_ ("Its scope must name your goods"), .group = N_ ("Worth"), .initial = "0", .aliases = "needs scope|scope")
FIELD (NUMBER_FORMAT, "number_format", TEXT, .label = N_ ("Form of the number"), .help = N_ ("# stands for a digit, @ for a letter, * for anything; several forms are separated by |"), .group = N_ ("Check"), .aliases = "number format|format")
FIELD (NUMBER_HELP, "number_help", TEXT, .label = N_ ("Where the number stands"), .group = N_ ("Check"), .aliases = "number help")
FIELD (LOOK_UP, "look_up", LINK, .label = N_ ("Where to look it up"), .group = N_ ("Check"), .flags = SHOWN, .aliases = "look up|register|verification site")
FIELD (LOOK_UP_HELP, "look_up_help", LONG_TEXT, .label = N_ ("How to look it up"), .group = N_ ("Check"), .aliases = "how to look it up")
FIELD (VALID_MONTHS, "valid_months", COUNT, .label = N_ ("Usual validity"), .unit = N_ ("months"), .group = N_ ("Check"), .flags = SHOWN, .aliases = "validity|valid months")
FIELD (CHECK_MONTHS, "check_months", COUNT, .label = N_ ("Look it up again after"), .unit = N_ ("months"), .group = N_ ("Check"), .aliases = "check again|check months")
FIELD (ENDS_ON, "ends_on", DATE, .label = N_ ("Ends on"), .help = N_ ("When the scheme itself ends or is replaced"), .group = N_ ("Change"), .flags = SHOWN, .aliases = "ends|end date")
FIELD (SUCCESSOR, "successor", TEXT, .label = N_ ("What comes after it"), .group = N_ ("Change"), .flags = SEARCHABLE, .aliases = "successor|replaced by")
FIELD (SOURCE, "source", TEXT, .label = N_ ("Source"), .help = N_ ("Where these rules come from"), .group = N_ ("Change"), .flags = SEARCHABLE)
FIELD (CHECKED_ON, "checked_on", DATE, .label = N_ ("Rules checked on"), .group = N_ ("Change"), .aliases = "checked|checked on")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
