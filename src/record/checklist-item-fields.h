/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a checklist item: one thing to check, and what answer passes. Limits are in the
 * item's own unit. */

FIELD (CHECKLIST, "checklist", REFERENCE, .label = N_ ("Checklist"), .group = N_ ("Check"), .flags = REQUIRED, .reference = ASSAY_TYPE_CHECKLIST)
#include "record/check-fields.h"
