/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a book's owner sets once: brand and logo, base currency, units, paper, how lead time is
 * counted. All of it belongs to the book; each setting is a change of its own that can be undone.
 */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_PREFERENCES_DIALOG (assay_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AssayPreferencesDialog,
                      assay_preferences_dialog,
                      ASSAY,
                      PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

/* The context has a book. */
AdwDialog *assay_preferences_dialog_new (AssayContext *context);

G_END_DECLS
