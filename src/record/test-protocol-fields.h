/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a test protocol: a set of tests that products of a kind begin with. */

FIELD (NAME, "name", TEXT, .label = N_ ("Name"), .group = N_ ("Protocol"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "protocol|protocol name|test protocol")
FIELD (CATEGORY, "category", TEXT, .label = N_ ("For"), .help = N_ ("Such as backpacks, or coated fabric"), .group = N_ ("Protocol"), .flags = SEARCHABLE | SHOWN, .aliases = "category|for")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
