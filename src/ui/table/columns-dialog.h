/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which columns a table shows and in which order. Changes apply at once: signal "chosen" (strv of
 * column names). */

#pragma once

#include <adwaita.h>

#include "record/catalogue.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_COLUMNS_DIALOG (assay_columns_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AssayColumnsDialog, assay_columns_dialog, ASSAY, COLUMNS_DIALOG, AdwDialog)

AdwDialog *assay_columns_dialog_new (AssayType type, const char *const *columns);

G_END_DECLS
