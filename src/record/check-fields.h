/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields that a checklist item and the checkpoint made of it share: what is checked and what
 * passes. Limits are in the item's own unit, to a thousandth of it. Read inside the files of both. */

FIELD (POSITION, "position", INTEGER, .label = N_ ("Position"), .group = N_ ("Check"), .flags = RANGE, .min = 0, .max = 1000000, .aliases = "no|position")
FIELD (SECTION, "section", TEXT, .label = N_ ("Section"), .group = N_ ("Check"), .flags = SEARCHABLE | SHOWN, .aliases = "group|section")
FIELD (NAME, "name", TEXT, .label = N_ ("What is checked"), .group = N_ ("Check"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "check|checkpoint|item|field|what is checked")
FIELD (METHOD, "method", LONG_TEXT, .label = N_ ("How"), .group = N_ ("Check"), .flags = SEARCHABLE, .aliases = "method|how")
FIELD (KIND, "kind", CHOICE, .label = N_ ("Kind of answer"), .group = N_ ("Check"), .flags = REQUIRED | SHOWN, .choices = assay_choices_check_kind, .initial = "yes_no", .aliases = "answer|type")
FIELD (OPTIONS, "options", TEXT, .label = N_ ("Choices"), .help = N_ ("Separated by |"), .group = N_ ("Expected"), .aliases = "choices|options")
FIELD (EXPECTED, "expected", TEXT, .label = N_ ("Expected"), .help = N_ ("The answer that passes: a choice, several separated by |, or a code; GTIN stands for the product’s barcode"), .group = N_ ("Expected"), .flags = SEARCHABLE, .aliases = "expected|requirement")
FIELD (UNIT, "unit", TEXT, .label = N_ ("Unit"), .help = N_ ("Of what is measured, such as mm"), .group = N_ ("Expected"), .aliases = "unit")
FIELD (TARGET, "target", DECIMAL, .scale = 3, .label = N_ ("Target"), .group = N_ ("Expected"), .aliases = "target|nominal|specification")
FIELD (LOWER, "lower", DECIMAL, .scale = 3, .label = N_ ("Lowest that passes"), .group = N_ ("Expected"), .aliases = "lower|minimum|min|lower limit")
FIELD (UPPER, "upper", DECIMAL, .scale = 3, .label = N_ ("Highest that passes"), .group = N_ ("Expected"), .aliases = "upper|maximum|max|upper limit")
FIELD (SAMPLE_SIZE, "sample_size", COUNT, .label = N_ ("Own sample size"), .help = N_ ("How many units or cartons this check takes, apart from the sample of the inspection"), .group = N_ ("Sample"), .flags = SHOWN, .aliases = "sample size|own sample")
FIELD (ALLOWED, "allowed", COUNT, .label = N_ ("Failures allowed"), .group = N_ ("Sample"), .initial = "0", .aliases = "failures allowed|ac")
FIELD (ON_FAIL, "on_fail", CHOICE, .label = N_ ("When it fails"), .group = N_ ("Sample"), .choices = assay_choices_on_fail, .initial = "fail", .aliases = "when it fails|on fail")
