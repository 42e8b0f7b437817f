/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row for each column of the file, to choose the field that it goes to. */

#pragma once

#include <adwaita.h>

#include "exchange/import-plan.h"

G_BEGIN_DECLS

typedef void (*AssayImportColumnsChanged) (gpointer data);

/* Fills @group with rows that change @plan, which has to live as long as they do. Returns the rows,
 * to be removed from the group before the plan goes. */
GPtrArray *assay_import_columns_fill (AdwPreferencesGroup *group,
                                      AssayImportPlan *plan,
                                      AssayImportColumnsChanged changed,
                                      gpointer data);

G_END_DECLS
