/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a milestone plan: the payments and steps that an order begins with, such as 30 % in
 * advance and 70 % after a passed inspection. */

FIELD (NAME, "name", TEXT, .label = N_ ("Name"), .group = N_ ("Milestone Plan"), .flags = REQUIRED | SEARCHABLE | SHOWN | UNIQUE, .aliases = "milestone plan|payment plan|template")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Milestone Plan"), .flags = SEARCHABLE | SHOWN)
