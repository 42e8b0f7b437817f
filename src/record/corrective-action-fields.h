/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a corrective action: what somebody does by a day so that a finding does not come
 * back, and the check that it worked. Evidence is attached. */

FIELD (NUMBER, "number", TEXT, .label = N_ ("Number"), .group = N_ ("Corrective action"), .flags = SEARCHABLE | SHOWN, .aliases = "capa|capa number|action number")
FIELD (TITLE, "title", TEXT, .label = N_ ("What is wrong"), .group = N_ ("Corrective action"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "title|finding|non-conformity|nonconformity|problem")
FIELD (STATE, "state", CHOICE, .label = N_ ("State"), .group = N_ ("Corrective action"), .flags = REQUIRED | SHOWN, .choices = assay_choices_action_state, .initial = "open", .aliases = "status")
FIELD (INSPECTION, "inspection", REFERENCE, .label = N_ ("Inspection"), .group = N_ ("Corrective action"), .reference = ASSAY_TYPE_INSPECTION)
FIELD (SUPPLIER, "supplier", REFERENCE, .label = N_ ("Supplier"), .group = N_ ("Corrective action"), .flags = REQUIRED | SHOWN, .reference = ASSAY_TYPE_SUPPLIER, .aliases = "factory|vendor")
FIELD (PRODUCT, "product", REFERENCE, .label = N_ ("Product"), .group = N_ ("Corrective action"), .reference = ASSAY_TYPE_PRODUCT)
FIELD (DEFECT_TYPE, "defect_type", REFERENCE, .label = N_ ("Defect type"), .group = N_ ("Corrective action"), .reference = ASSAY_TYPE_DEFECT_TYPE)
FIELD (OWNER, "owner", TEXT, .label = N_ ("Owner"), .help = N_ ("Who sees to it"), .group = N_ ("Doing"), .flags = SEARCHABLE | SHOWN, .aliases = "responsible|owner|assigned to")
FIELD (OPENED_ON, "opened_on", DATE, .label = N_ ("Opened on"), .group = N_ ("Doing"), .aliases = "opened|raised on|date")
FIELD (DUE_ON, "due_on", DATE, .label = N_ ("Due on"), .group = N_ ("Doing"), .flags = SHOWN, .aliases = "due|due date|deadline")
FIELD (CAUSE, "cause", LONG_TEXT, .label = N_ ("Cause"), .group = N_ ("Doing"), .flags = SEARCHABLE, .aliases = "root cause|cause")
FIELD (ACTION, "action", LONG_TEXT, .label = N_ ("What is done"), .group = N_ ("Doing"), .flags = SEARCHABLE, .aliases = "action|corrective action|preventive action")
FIELD (EVIDENCE, "evidence", LONG_TEXT, .label = N_ ("Evidence"), .help = N_ ("What shows that it was done; attach photos and files below"), .group = N_ ("Doing"), .flags = SEARCHABLE)
FIELD (DONE_ON, "done_on", DATE, .label = N_ ("Done on"), .group = N_ ("Doing"), .flags = SHOWN, .aliases = "completed on|done")
FIELD (CHECKED_ON, "checked_on", DATE, .label = N_ ("Checked on"), .group = N_ ("Closing check"), .aliases = "closed on|verified on")
FIELD (CHECKED_BY, "checked_by", TEXT, .label = N_ ("Checked by"), .group = N_ ("Closing check"), .aliases = "closed by|verified by|approver")
FIELD (EFFECTIVE, "effective", CHOICE, .label = N_ ("Did it work"), .group = N_ ("Closing check"), .choices = assay_choices_effective, .aliases = "effective|effectiveness")
FIELD (CHECK_NOTE, "check_note", LONG_TEXT, .label = N_ ("What the check showed"), .group = N_ ("Closing check"), .flags = SEARCHABLE)
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
