/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a word or phrase that makes a claim generic, or asks for proof, in a market. */

FIELD (WORD, "word", TEXT, .label = N_ ("Word or phrase"), .help = N_ ("A star at its end stands for any ending: umweltfreundlich*"), .group = N_ ("Word"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "word|phrase|term")
FIELD (LANGUAGE, "language", TEXT, .label = N_ ("Language"), .group = N_ ("Word"), .flags = SHOWN, .aliases = "lang|language")
FIELD (MARKET, "market", TEXT, .label = N_ ("Market"), .help = N_ ("Such as EU or US-CA; everywhere when nothing is said"), .group = N_ ("Word"), .flags = SEARCHABLE | SHOWN, .aliases = "market")
FIELD (VERDICT, "verdict", CHOICE, .label = N_ ("Verdict"), .group = N_ ("Word"), .choices = assay_choices_word_verdict, .flags = REQUIRED | SHOWN, .aliases = "verdict|kind")
FIELD (REASON, "reason", LONG_TEXT, .label = N_ ("Why"), .group = N_ ("Word"), .flags = SEARCHABLE, .aliases = "reason|why")
FIELD (INSTEAD, "instead", TEXT, .label = N_ ("Say instead"), .group = N_ ("Word"), .flags = SEARCHABLE, .aliases = "instead|better")
FIELD (FROM_ON, "from_on", DATE, .label = N_ ("In force from"), .group = N_ ("Rule"), .flags = SHOWN, .aliases = "in force from|from")
FIELD (SOURCE, "source", TEXT, .label = N_ ("Source"), .group = N_ ("Rule"), .flags = SEARCHABLE | SHOWN, .aliases = "source|law")
FIELD (CHECKED_ON, "checked_on", DATE, .label = N_ ("Checked on"), .group = N_ ("Rule"), .aliases = "checked on")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
