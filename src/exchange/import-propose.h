/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the field that each column most likely belongs to. */

#pragma once

#include "exchange/import-plan.h"

G_BEGIN_DECLS

/* Fills @mappings, one for each column of the survey; each field is used once. */
void assay_import_propose (const AssayImportPlan *plan, AssayMapping *mappings);

G_END_DECLS
