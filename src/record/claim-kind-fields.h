/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a kind of claim, which says what evidence such claims need. */

FIELD (CODE, "code", TEXT, .label = N_ ("Code"), .group = N_ ("Kind"), .flags = REQUIRED | SEARCHABLE | SHOWN | UNIQUE, .aliases = "code|kind code")
FIELD (NAME, "name", TEXT, .label = N_ ("Name"), .group = N_ ("Kind"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "claim kind|name|kind")
FIELD (COMPUTED, "computed", CHOICE, .label = N_ ("Computed from"), .help = N_ ("What Assay works out by itself for such a claim"), .group = N_ ("Kind"), .choices = assay_choices_claim_computed, .aliases = "computed")
FIELD (DESCRIPTION, "description", LONG_TEXT, .label = N_ ("What is meant"), .group = N_ ("Kind"), .flags = SEARCHABLE | SHOWN, .aliases = "description|meaning")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
