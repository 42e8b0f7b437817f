/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a trial or an import found, as groups of rows: how many of what, names to decide about, rows
 * refused, values left unknown, notes. */

#pragma once

#include <adwaita.h>

#include "exchange/import-plan.h"
#include "exchange/import-result.h"

G_BEGIN_DECLS

/* Puts the groups on @page and returns them, to be removed before the next are shown. @plan: names
 * are asked about, and it takes the decisions; NULL when it is over. */
GPtrArray *assay_import_review_fill (AdwPreferencesPage *page,
                                     const AssayImportResult *result,
                                     AssayImportPlan *plan);

G_END_DECLS
