/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a requirement: a test that a product has to pass, with its limit. */

FIELD (PRODUCT, "product", REFERENCE, .label = N_ ("Product"), .group = N_ ("Test"), .reference = ASSAY_TYPE_PRODUCT, .flags = REQUIRED)
FIELD (COMPONENT, "component", REFERENCE, .label = N_ ("Component"), .help = N_ ("What is tested, when it is not the whole product"), .group = N_ ("Test"), .reference = ASSAY_TYPE_COMPONENT, .flags = SHOWN)
#include "record/test-fields.h"
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
