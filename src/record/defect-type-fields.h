/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a defect type: an entry of the brand's own catalogue of faults. */

FIELD (CODE, "code", TEXT, .label = N_ ("Code"), .group = N_ ("Defect type"), .flags = REQUIRED | SEARCHABLE | SHOWN | UNIQUE, .aliases = "defect code")
FIELD (NAME, "name", TEXT, .label = N_ ("Name"), .group = N_ ("Defect type"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "defect_en|defect|defect name")
FIELD (OTHER_NAME, "other_name", TEXT, .label = N_ ("Name in another language"), .group = N_ ("Defect type"), .flags = SEARCHABLE, .aliases = "defect_other|local name")
FIELD (OTHER_LANGUAGE, "other_language", TEXT, .label = N_ ("That language"), .group = N_ ("Defect type"), .aliases = "other_lang")
FIELD (CATEGORY, "category", TEXT, .label = N_ ("Category"), .group = N_ ("Defect type"), .flags = SEARCHABLE | SHOWN)
FIELD (SUBCATEGORY, "subcategory", TEXT, .label = N_ ("Subcategory"), .group = N_ ("Defect type"), .flags = SEARCHABLE | SHOWN, .aliases = "sub-category|sub category")
FIELD (CLASS, "class", CHOICE, .label = N_ ("Usual class"), .group = N_ ("Defect type"), .flags = SHOWN, .choices = assay_choices_class, .aliases = "usual class|severity")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Defect type"), .flags = SEARCHABLE)
