/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Search over the whole book from anywhere: results by type, best first, opened with Enter. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_SEARCH_DIALOG (assay_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AssaySearchDialog, assay_search_dialog, ASSAY, SEARCH_DIALOG, AdwDialog)

AdwDialog *assay_search_dialog_new (AssayContext *context);

G_END_DECLS
