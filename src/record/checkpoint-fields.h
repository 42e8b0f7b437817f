/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a checkpoint: a checklist item as it was when the inspection took it, and what was
 * found. */

FIELD (INSPECTION, "inspection", REFERENCE, .label = N_ ("Inspection"), .group = N_ ("Check"), .flags = REQUIRED, .reference = ASSAY_TYPE_INSPECTION)
#include "record/check-fields.h"
FIELD (ANSWER, "answer", TEXT, .label = N_ ("Answer"), .group = N_ ("Found"), .flags = SEARCHABLE | SHOWN, .aliases = "answer|value|finding")
FIELD (READINGS, "readings", TEXT, .label = N_ ("Measured"), .help = N_ ("One number for each unit, separated by semicolons"), .group = N_ ("Found"), .aliases = "readings|measurements|measured values")
FIELD (FAILED, "failed", COUNT, .label = N_ ("Units that failed"), .group = N_ ("Found"), .aliases = "failed|failed units")
FIELD (RESULT, "result", CHOICE, .label = N_ ("Result"), .group = N_ ("Found"), .flags = SHOWN, .choices = assay_choices_check_result, .aliases = "result|verdict")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Note"), .group = N_ ("Found"), .flags = SEARCHABLE, .aliases = "note|remark|comment")
