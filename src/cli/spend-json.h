/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands about money print beside their rows. */

#pragma once

#include <json-glib/json-glib.h>

#include "insight/spend.h"

G_BEGIN_DECLS

JsonObject *assay_spend_json (const char *currency,
                              const AssayConcentration *concentration,
                              const GPtrArray *left_out);
JsonArray *assay_spend_json_rows (const GPtrArray *rows, const char *currency);
char *assay_spend_notes (const char *definition, const GPtrArray *left_out);

G_END_DECLS
