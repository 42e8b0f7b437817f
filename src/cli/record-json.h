/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records that are parts of another one as a list in JSON. */

#pragma once

#include <json-glib/json-glib.h>

#include "record/record.h"

G_BEGIN_DECLS

/* "defects", "checkpoints", "items". */
const char *assay_record_json_parts_name (AssayType part);
/* (transfer full); without ids and without the reference to the owner. */
JsonArray *assay_record_json_list (const GPtrArray *records);

G_END_DECLS
