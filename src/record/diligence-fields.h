/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a due diligence list: what is to be known before a step is taken. */

FIELD (NAME, "name", TEXT, .label = N_ ("Name"), .group = N_ ("List"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "due diligence list|list|list name|checklist")
FIELD (SUBJECT, "subject", CHOICE, .label = N_ ("For"), .group = N_ ("List"), .choices = assay_choices_diligence_subject, .initial = "supplier", .flags = REQUIRED | SHOWN, .aliases = "for|subject")
FIELD (STAGE, "stage", CHOICE, .label = N_ ("Before"), .group = N_ ("List"), .choices = assay_choices_diligence_stage, .flags = SHOWN, .aliases = "before|stage")
FIELD (IN_USE, "in_use", FLAG, .label = N_ ("In use"), .group = N_ ("List"), .initial = "1", .flags = SHOWN, .aliases = "in use|active")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
