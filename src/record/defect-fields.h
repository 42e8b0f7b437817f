/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a defect: one kind of fault found in one inspection. */

FIELD (INSPECTION, "inspection", REFERENCE, .label = N_ ("Inspection"), .group = N_ ("Defect"), .flags = REQUIRED, .reference = ASSAY_TYPE_INSPECTION)
FIELD (DEFECT_TYPE, "defect_type", REFERENCE, .label = N_ ("Defect type"), .group = N_ ("Defect"), .flags = SHOWN, .reference = ASSAY_TYPE_DEFECT_TYPE, .aliases = "defect code|defect type|defect")
FIELD (DESCRIPTION, "description", TEXT, .label = N_ ("Description"), .group = N_ ("Defect"), .flags = SEARCHABLE | SHOWN, .aliases = "defect description|defect name|finding")
FIELD (CLASS, "class", CHOICE, .label = N_ ("Class"), .group = N_ ("Defect"), .flags = REQUIRED | SHOWN, .choices = assay_choices_class, .initial = "major", .aliases = "defect class|severity|classification|defect severity")
FIELD (COUNT, "count", COUNT, .label = N_ ("Units"), .help = N_ ("Units that show it; a unit with several defects counts once, in its most serious class"), .group = N_ ("Defect"), .flags = REQUIRED | SHOWN | RANGE, .min = 0, .max = 1000000000, .initial = "1", .aliases = "defect count|defect quantity|units affected|number of defects|qty defective|defects")
FIELD (UNITS, "units", TEXT, .label = N_ ("Unit numbers"), .help = N_ ("Which units of the sample show it, such as 3, 7, 12-14; a unit named by several defects counts once"), .group = N_ ("Defect"), .flags = SEARCHABLE, .aliases = "unit numbers|unit no|unit number|sample number|sample numbers|piece numbers")
FIELD (SAMPLE, "sample", CHOICE, .label = N_ ("Sample"), .help = N_ ("Of double sampling: in which of the two it was found"), .group = N_ ("Defect"), .choices = assay_choices_sample, .aliases = "sample no")
FIELD (COMPONENT, "component", TEXT, .label = N_ ("Component"), .group = N_ ("Defect"), .flags = SEARCHABLE | SHOWN, .aliases = "zone|part|component")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Note"), .group = N_ ("Defect"), .flags = SEARCHABLE | SHOWN, .aliases = "defect note|defect remark")
