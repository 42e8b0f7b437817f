/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a finding of an audit, and what was done about it. */

FIELD (EVIDENCE, "evidence", REFERENCE, .label = N_ ("Audit"), .group = N_ ("Finding"), .reference = ASSAY_TYPE_EVIDENCE, .flags = REQUIRED)
FIELD (NUMBER, "number", TEXT, .label = N_ ("Number"), .group = N_ ("Finding"), .flags = SEARCHABLE, .aliases = "no|number|finding no")
FIELD (NAME, "name", TEXT, .label = N_ ("Finding"), .group = N_ ("Finding"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "finding|non-conformance|non-compliance|issue")
FIELD (AREA, "area", TEXT, .label = N_ ("Area"), .help = N_ ("Such as working hours, wages or fire safety"), .group = N_ ("Finding"), .flags = SEARCHABLE | SHOWN, .aliases = "area|category|section")
FIELD (SEVERITY, "severity", CHOICE, .label = N_ ("Severity"), .group = N_ ("Finding"), .choices = assay_choices_finding_severity, .flags = SHOWN, .aliases = "severity|class|grade")
FIELD (FOUND_ON, "found_on", DATE, .label = N_ ("Found on"), .group = N_ ("Finding"), .aliases = "found")
FIELD (MEASURE, "measure", LONG_TEXT, .label = N_ ("Remediation"), .group = N_ ("Remediation"), .flags = SEARCHABLE, .aliases = "corrective action|remediation|action")
FIELD (RESPONSIBLE, "responsible", TEXT, .label = N_ ("Who"), .group = N_ ("Remediation"), .flags = SEARCHABLE, .aliases = "responsible|owner")
FIELD (DUE_ON, "due_on", DATE, .label = N_ ("Due on"), .group = N_ ("Remediation"), .flags = SHOWN, .aliases = "due|due date|deadline")
FIELD (CLOSED_ON, "closed_on", DATE, .label = N_ ("Closed on"), .group = N_ ("Remediation"), .flags = SHOWN, .aliases = "closed|closed date")
FIELD (PROOF, "proof", LONG_TEXT, .label = N_ ("How it was shown"), .help = N_ ("What you saw that it is solved"), .group = N_ ("Remediation"), .flags = SEARCHABLE, .aliases = "proof")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
