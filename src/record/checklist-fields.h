/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a checklist: a template of checkpoints for inspections of a kind of product. An
 * inspection takes a copy of its items; what changes here changes no inspection. */

FIELD (NAME, "name", TEXT, .label = N_ ("Name"), .group = N_ ("Checklist"), .flags = REQUIRED | SEARCHABLE | SHOWN | UNIQUE, .aliases = "checklist|checklist name|template")
FIELD (CATEGORY, "category", TEXT, .label = N_ ("For products of category"), .group = N_ ("Checklist"), .flags = SEARCHABLE | SHOWN, .aliases = "product category")
FIELD (KIND, "kind", CHOICE, .label = N_ ("For inspections of kind"), .group = N_ ("Checklist"), .flags = SHOWN, .choices = assay_choices_inspection_kind)
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE | SHOWN)
