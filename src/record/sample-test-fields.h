/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a test of a sample: what was asked for, as it was then, and what came out. */

FIELD (SAMPLE, "sample", REFERENCE, .label = N_ ("Sample"), .group = N_ ("Test"), .reference = ASSAY_TYPE_SAMPLE, .flags = REQUIRED)
FIELD (COMPONENT, "component", REFERENCE, .label = N_ ("Component"), .group = N_ ("Test"), .reference = ASSAY_TYPE_COMPONENT, .flags = SHOWN)
#include "record/test-fields.h"
FIELD (READINGS, "readings", TEXT, .label = N_ ("Results"), .help = N_ ("One a specimen, separated by semicolons; grades as 4 or 4-5"), .group = N_ ("Result"), .flags = SHOWN, .aliases = "results|readings|result|values|measured")
FIELD (VALUE, "value", DECIMAL, .label = N_ ("Judged value"), .group = N_ ("Result"), .scale = 3, .flags = DERIVED)
FIELD (RESULT, "result", CHOICE, .label = N_ ("Verdict"), .group = N_ ("Result"), .choices = assay_choices_check_result, .flags = DERIVED | SHOWN)
FIELD (TESTED_ON, "tested_on", DATE, .label = N_ ("Tested on"), .group = N_ ("Result"), .flags = SHOWN, .aliases = "tested|test date|date")
FIELD (TESTER, "tester", TEXT, .label = N_ ("Tested by"), .group = N_ ("Result"), .flags = SEARCHABLE, .aliases = "tester|tested by")
FIELD (LABORATORY, "laboratory", REFERENCE, .label = N_ ("Laboratory"), .group = N_ ("Laboratory"), .reference = ASSAY_TYPE_SUPPLIER)
FIELD (ACCREDITATION, "accreditation", TEXT, .label = N_ ("Accreditation number"), .help = N_ ("Of the laboratory for this method (ISO/IEC 17025)"), .group = N_ ("Laboratory"), .flags = SEARCHABLE, .aliases = "accreditation|accreditation no")
FIELD (REPORT_NUMBER, "report_number", TEXT, .label = N_ ("Report number"), .group = N_ ("Laboratory"), .flags = SEARCHABLE | SHOWN, .aliases = "report|report no|report number")
FIELD (EVIDENCE, "evidence", REFERENCE, .label = N_ ("Laboratory report"), .group = N_ ("Laboratory"), .reference = ASSAY_TYPE_EVIDENCE)
FIELD (MATERIAL_LOT, "material_lot", TEXT, .label = N_ ("Specimen"), .help = N_ ("Lot and colour of what was tested"), .group = N_ ("Laboratory"), .flags = SEARCHABLE, .aliases = "specimen|material lot|lot")
FIELD (CONDITIONING, "conditioning", TEXT, .label = N_ ("Conditioning"), .help = N_ ("Such as 20 °C, 65 % relative humidity, 24 h"), .group = N_ ("Laboratory"), .flags = SEARCHABLE, .aliases = "conditioning")
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE, .aliases = "notes|comment|comments|remarks")
