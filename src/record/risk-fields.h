/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a risk: what may go wrong with a supplier, and what is done about it. */

FIELD (SUPPLIER, "supplier", REFERENCE, .label = N_ ("Supplier"), .group = N_ ("Risk"), .reference = ASSAY_TYPE_SUPPLIER, .flags = REQUIRED)
FIELD (NAME, "name", TEXT, .label = N_ ("Risk"), .group = N_ ("Risk"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "risk|title")
FIELD (KIND, "kind", CHOICE, .label = N_ ("Kind"), .group = N_ ("Risk"), .choices = assay_choices_risk_kind, .flags = SHOWN)
FIELD (LIKELIHOOD, "likelihood", CHOICE, .label = N_ ("Likelihood"), .group = N_ ("Risk"), .choices = assay_choices_extent, .flags = SHOWN, .aliases = "probability|likelihood")
FIELD (IMPACT, "impact", CHOICE, .label = N_ ("Impact"), .group = N_ ("Risk"), .choices = assay_choices_extent, .flags = SHOWN, .aliases = "severity|impact")
FIELD (STATE, "state", CHOICE, .label = N_ ("State"), .group = N_ ("Risk"), .choices = assay_choices_risk_state, .initial = "open", .flags = SHOWN)
FIELD (MEASURE, "measure", LONG_TEXT, .label = N_ ("What is done about it"), .group = N_ ("Answer"), .flags = SEARCHABLE, .aliases = "mitigation|measure")
FIELD (RESPONSIBLE, "responsible", TEXT, .label = N_ ("Who"), .group = N_ ("Answer"), .flags = SEARCHABLE, .aliases = "owner|responsible")
FIELD (REVIEW_ON, "review_on", DATE, .label = N_ ("Look at it again"), .group = N_ ("Answer"), .flags = SHOWN, .aliases = "review|review date|next review")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
