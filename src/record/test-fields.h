/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields that a requirement, a test of a protocol and a test of a sample share: what is tested
 * and what passes. Limits are in the test's own unit, to a thousandth of it. Read inside the files
 * of all three. */

FIELD (POSITION, "position", INTEGER, .label = N_ ("Position"), .group = N_ ("Test"), .flags = RANGE, .min = 0, .max = 1000000, .aliases = "no|position")
FIELD (PROPERTY, "property", TEXT, .label = N_ ("What is tested"), .help = N_ ("Such as tear strength or zip reciprocation"), .group = N_ ("Test"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "property|test|test name|parameter")
FIELD (PLACE, "place", CHOICE, .label = N_ ("Where"), .group = N_ ("Test"), .choices = assay_choices_test_place, .initial = "laboratory", .flags = SHOWN, .aliases = "where|place")
FIELD (METHOD, "method", TEXT, .label = N_ ("Standard or method"), .group = N_ ("Test"), .flags = SEARCHABLE | SHOWN, .aliases = "standard|method|test method")
FIELD (EDITION, "edition", TEXT, .label = N_ ("Edition"), .help = N_ ("Of the standard, such as 2015"), .group = N_ ("Test"), .aliases = "edition|year of standard")
FIELD (SPECIMEN, "specimen", CHOICE, .label = N_ ("Direction"), .group = N_ ("Test"), .choices = assay_choices_specimen, .aliases = "direction|specimen direction")
FIELD (CONDITION, "condition", TEXT, .label = N_ ("Condition"), .help = N_ ("Such as new, or after 5 washes"), .group = N_ ("Test"), .flags = SEARCHABLE, .aliases = "condition|state")
FIELD (SCALE, "scale", CHOICE, .label = N_ ("Scale"), .group = N_ ("Limit"), .choices = assay_choices_test_scale, .initial = "number", .aliases = "scale")
FIELD (UNIT, "unit", TEXT, .label = N_ ("Unit"), .group = N_ ("Limit"), .flags = SHOWN, .aliases = "unit")
FIELD (PASSES, "passes", CHOICE, .label = N_ ("Passes"), .group = N_ ("Limit"), .choices = assay_choices_test_limit, .initial = "at_least", .flags = SHOWN, .aliases = "passes|limit direction|limit kind")
FIELD (LOWER, "lower", DECIMAL, .label = N_ ("Lowest that passes"), .group = N_ ("Limit"), .scale = 3, .flags = SHOWN, .aliases = "lower|minimum|min|lower limit")
FIELD (UPPER, "upper", DECIMAL, .label = N_ ("Highest that passes"), .group = N_ ("Limit"), .scale = 3, .flags = SHOWN, .aliases = "upper|maximum|max|upper limit")
FIELD (JUDGED_BY, "judged_by", CHOICE, .label = N_ ("Judged by"), .help = N_ ("What is held against the limit when several specimens were tested"), .group = N_ ("Limit"), .choices = assay_choices_judged_by, .initial = "mean", .aliases = "judged by|statistic")
FIELD (REPLICATES, "replicates", COUNT, .label = N_ ("Specimens"), .help = N_ ("How many are to be tested"), .group = N_ ("Limit"), .aliases = "replicates|specimens|number of specimens")
FIELD (ACCREDITED, "accredited", FLAG, .label = N_ ("Accredited laboratory needed"), .group = N_ ("Limit"), .initial = "0", .aliases = "accredited|accredited laboratory")
FIELD (SOURCE, "source", TEXT, .label = N_ ("Where the limit comes from"), .group = N_ ("Limit"), .flags = SEARCHABLE, .aliases = "source|limit source")
