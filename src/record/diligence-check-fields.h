/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of what somebody answered to an item of a due diligence list, for one supplier or
 * product. */

FIELD (DILIGENCE_ITEM, "diligence_item", REFERENCE, .label = N_ ("Item"), .group = N_ ("Answer"), .reference = ASSAY_TYPE_DILIGENCE_ITEM, .flags = REQUIRED | SHOWN)
FIELD (SUPPLIER, "supplier", REFERENCE, .label = N_ ("Supplier"), .group = N_ ("Answer"), .reference = ASSAY_TYPE_SUPPLIER, .flags = SHOWN)
FIELD (PRODUCT, "product", REFERENCE, .label = N_ ("Product"), .group = N_ ("Answer"), .reference = ASSAY_TYPE_PRODUCT, .flags = SHOWN)
FIELD (STATE, "state", CHOICE, .label = N_ ("Answer"), .group = N_ ("Answer"), .choices = assay_choices_diligence_state, .initial = "done", .flags = REQUIRED | SHOWN, .aliases = "state|answer")
FIELD (CHECKED_ON, "checked_on", DATE, .label = N_ ("Checked on"), .group = N_ ("Answer"), .flags = SHOWN, .aliases = "checked on|date")
FIELD (CHECKED_BY, "checked_by", TEXT, .label = N_ ("Checked by"), .group = N_ ("Answer"), .flags = SEARCHABLE | SHOWN, .aliases = "checked by|by")
FIELD (EVIDENCE, "evidence", REFERENCE, .label = N_ ("Evidence"), .group = N_ ("Answer"), .reference = ASSAY_TYPE_EVIDENCE)
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE | SHOWN, .aliases = "notes|reason")
