/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks which checklist an inspection takes. Signal "chosen" (gint64 checklist, gboolean replace).
 * Main thread. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_CHECKLIST_CHOOSER (assay_checklist_chooser_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayChecklistChooser, assay_checklist_chooser, ASSAY, CHECKLIST_CHOOSER, AdwDialog)

/* @has_checks: there are checks, of which it asks whether they stay. */
AdwDialog *assay_checklist_chooser_new (AssayContext *context, gboolean has_checks);

G_END_DECLS
