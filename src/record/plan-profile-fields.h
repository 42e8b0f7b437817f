/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a plan profile: how lots are inspected, under a name, so that a book, a supplier or a
 * product can refer to it. An inspection takes a copy; what changes here changes no inspection. */

FIELD (NAME, "name", TEXT, .label = N_ ("Name"), .group = N_ ("Profile"), .flags = REQUIRED | SEARCHABLE | SHOWN | UNIQUE, .aliases = "profile|profile name|aql profile")
FIELD (SAMPLING, "sampling", CHOICE, .label = N_ ("Sampling"), .help = N_ ("Double: a second sample is drawn only when the first decides nothing"), .group = N_ ("Plan"), .flags = SHOWN, .choices = assay_choices_sampling, .initial = "single")
FIELD (LEVEL, "level", CHOICE, .label = N_ ("Inspection level"), .group = N_ ("Plan"), .flags = SHOWN, .choices = assay_choices_level, .initial = "II", .aliases = "aql level|inspection level")
FIELD (AQL_CRITICAL, "aql_critical", DECIMAL, .scale = 3, .label = N_ ("AQL critical"), .help = N_ ("0 means that none is allowed"), .group = N_ ("Plan"), .flags = RANGE | SHOWN, .min = 0, .max = 1000000, .initial = "0", .aliases = "critical aql")
FIELD (AQL_MAJOR, "aql_major", DECIMAL, .scale = 3, .label = N_ ("AQL major"), .group = N_ ("Plan"), .flags = RANGE | SHOWN, .min = 0, .max = 1000000, .initial = "2500", .aliases = "major aql|aql")
FIELD (AQL_MINOR, "aql_minor", DECIMAL, .scale = 3, .label = N_ ("AQL minor"), .group = N_ ("Plan"), .flags = RANGE | SHOWN, .min = 0, .max = 1000000, .initial = "4000", .aliases = "minor aql")
FIELD (LARGEST_SAMPLE, "largest_sample", FLAG, .label = N_ ("Largest sample for all classes"), .group = N_ ("Plan"), .initial = "1")
FIELD (BASIS, "basis", CHOICE, .label = N_ ("Counted by"), .help = N_ ("A defective unit counts once, in its most serious class"), .group = N_ ("Plan"), .choices = assay_choices_basis, .initial = "units")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE | SHOWN, .aliases = "source")
