/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "How is this computed?" on the command line: what `--explain` prints. */

#pragma once

#include "cli/listing.h"
#include "insight/explanation.h"

G_BEGIN_DECLS

/* As text, or as JSON: {"asked": …, "explanation": …}; @asked is taken over. There is no CSV of it.
 * The ids of the rows stand in JSON alone. */
gboolean assay_explain_print (const AssayExplanation *explanation,
                              JsonObject *asked,
                              AssayListingForm form,
                              FILE *file,
                              GError **error);
/* title, value (as shown; null when unknown), definition, formula (a list of lines), period, rows
 * ({"type", "n", "ids"}), left_out (a list of {"reason", "n", "ids"}). */
JsonObject *assay_explain_to_json (const AssayExplanation *explanation);

G_END_DECLS
