/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a scorecard: how suppliers are graded. What is graded stands in its criteria. */

FIELD (NAME, "name", TEXT, .label = N_ ("Name"), .group = N_ ("Scorecard"), .flags = REQUIRED | SEARCHABLE | SHOWN | UNIQUE, .aliases = "scorecard|preset")
FIELD (BAND_A, "band_a", INTEGER, .label = N_ ("Grade A from"), .unit = N_ ("points"), .group = N_ ("Grades"), .flags = RANGE | SHOWN, .min = 0, .max = 100, .initial = "80")
FIELD (BAND_B, "band_b", INTEGER, .label = N_ ("Grade B from"), .unit = N_ ("points"), .group = N_ ("Grades"), .flags = RANGE | SHOWN, .min = 0, .max = 100, .initial = "50")
FIELD (BAND_C, "band_c", INTEGER, .label = N_ ("Grade C from"), .unit = N_ ("points"), .help = N_ ("Below it is grade D"), .group = N_ ("Grades"), .flags = RANGE | SHOWN, .min = 0, .max = 100, .initial = "30")
FIELD (WARN_BELOW, "warn_below", CHOICE, .label = N_ ("Warn of new orders below"), .help = N_ ("A new order to a supplier with a worse grade asks whether you mean it"), .group = N_ ("Grades"), .choices = assay_choices_grade, .initial = "c")
FIELD (MIN_COVERAGE, "min_coverage", SHARE, .label = N_ ("Least coverage"), .help = N_ ("How much of the weight must be measured before there is a grade"), .group = N_ ("Enough Data"), .flags = RANGE, .min = 0, .max = 1000000, .initial = "600000")
FIELD (MIN_LOTS, "min_lots", COUNT, .label = N_ ("Fewest lots"), .help = N_ ("How many inspected lots there must be before there is a grade"), .group = N_ ("Enough Data"), .initial = "3")
FIELD (GATE_AUDIT, "gate_audit", FLAG, .label = N_ ("An expired audit limits the grade"), .help = N_ ("Of all audits in the evidence register and assessments of compliance the one that lasts longest counts"), .group = N_ ("Gates"), .initial = "1")
FIELD (GATE_FINDING, "gate_finding", FLAG, .label = N_ ("A critical finding limits the grade"), .help = N_ ("One that is open, of an audit in the evidence register or of the last assessment of compliance"), .group = N_ ("Gates"), .initial = "1")
FIELD (GATE_GRADE, "gate_grade", CHOICE, .label = N_ ("No better grade than"), .group = N_ ("Gates"), .choices = assay_choices_grade, .initial = "c")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE | SHOWN)
