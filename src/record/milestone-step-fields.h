/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a step of a milestone plan: what an order’s milestone is made of. */

FIELD (MILESTONE_PLAN, "milestone_plan", REFERENCE, .label = N_ ("Milestone plan"), .group = N_ ("Step"), .flags = REQUIRED, .reference = ASSAY_TYPE_MILESTONE_PLAN)
FIELD (POSITION, "position", INTEGER, .label = N_ ("Position"), .group = N_ ("Step"), .flags = HIDDEN)
FIELD (NAME, "name", TEXT, .label = N_ ("Milestone"), .group = N_ ("Step"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "milestone|step|payment")
FIELD (KIND, "kind", CHOICE, .label = N_ ("Kind"), .group = N_ ("Step"), .flags = REQUIRED | SHOWN, .choices = assay_choices_milestone_kind, .initial = "payment")
FIELD (SHARE, "share", SHARE, .label = N_ ("Share of the order"), .group = N_ ("Step"), .flags = RANGE | SHOWN, .min = 0, .max = 1000000, .aliases = "percent|share")
FIELD (ANCHOR, "anchor", CHOICE, .label = N_ ("Due when"), .help = N_ ("The event that the due date follows"), .group = N_ ("Due"), .flags = SHOWN, .choices = assay_choices_anchor)
FIELD (DAYS, "days", INTEGER, .label = N_ ("Days after it"), .unit = N_ ("days"), .help = N_ ("Negative is before it"), .group = N_ ("Due"), .flags = RANGE | SHOWN, .min = -3650, .max = 3650)
FIELD (WAITS, "waits", FLAG, .label = N_ ("Waits for passed inspections"), .help = N_ ("Not before every line of the order has passed inspection"), .group = N_ ("Due"), .flags = SHOWN, .initial = "0")
FIELD (SECURED, "secured", CHOICE, .label = N_ ("Secured by"), .help = N_ ("Who holds the money until the goods are there"), .group = N_ ("Due"), .choices = assay_choices_secured)
