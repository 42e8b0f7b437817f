/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a criterion: one thing that a scorecard measures, what it weighs, and which values of
 * it are worth 100 and 0 points. */

FIELD (SCORECARD, "scorecard", REFERENCE, .label = N_ ("Scorecard"), .group = N_ ("Criterion"), .flags = REQUIRED, .reference = ASSAY_TYPE_SCORECARD)
FIELD (POSITION, "position", INTEGER, .label = N_ ("Position"), .group = N_ ("Criterion"), .flags = HIDDEN)
FIELD (AREA, "area", CHOICE, .label = N_ ("Area"), .group = N_ ("Criterion"), .flags = REQUIRED | SHOWN, .choices = assay_choices_area)
FIELD (MEASURE, "measure", CHOICE, .label = N_ ("Measure"), .group = N_ ("Criterion"), .flags = REQUIRED | SHOWN, .choices = assay_choices_measure)
FIELD (WEIGHT, "weight", INTEGER, .label = N_ ("Weight"), .group = N_ ("Criterion"), .flags = REQUIRED | RANGE | SHOWN, .min = 0, .max = 100)
FIELD (BEST, "best", DECIMAL, .label = N_ ("Worth 100 points"), .help = N_ ("This value or a better one"), .group = N_ ("Points"), .scale = 4, .flags = SHOWN)
FIELD (WORST, "worst", DECIMAL, .label = N_ ("Worth 0 points"), .help = N_ ("This value or a worse one; in between by a straight line"), .group = N_ ("Points"), .scale = 4, .flags = SHOWN)
FIELD (CAUTIOUS, "cautious", FLAG, .label = N_ ("Cautious"), .help = N_ ("Takes the worse end of the 95 % interval, so that few data earn few points"), .group = N_ ("Points"), .initial = "0")
