/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a test of a test protocol. */

FIELD (TEST_PROTOCOL, "test_protocol", REFERENCE, .label = N_ ("Test protocol"), .group = N_ ("Test"), .reference = ASSAY_TYPE_TEST_PROTOCOL, .flags = REQUIRED)
#include "record/test-fields.h"
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
