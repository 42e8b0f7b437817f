/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands inside a claim in JSON. */

#pragma once

#include <json-glib/json-glib.h>

#include "insight/claim-support.h"

G_BEGIN_DECLS

JsonArray *assay_claims_json_needs (const AssayClaimSupport *support);
JsonArray *assay_claims_json_words (const AssayClaimSupport *support);
/* A list of one, or of none where the product has no components. */
JsonArray *assay_claims_json_recycled (const AssayRecycled *recycled);

G_END_DECLS
