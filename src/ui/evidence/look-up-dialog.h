/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes down who looked a document up, where, when and with what result, with a screenshot. Saving
 * is one change: the look-up, its screenshot, and what follows for the document. Main thread. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_LOOK_UP_DIALOG (assay_look_up_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AssayLookUpDialog, assay_look_up_dialog, ASSAY, LOOK_UP_DIALOG, AdwDialog)

/* @verification: made by assay_look_up_new(); copied. @scheme: nullable. */
AdwDialog *
assay_look_up_dialog_new (AssayContext *context, AssayRecord *verification, AssayRecord *scheme);

G_END_DECLS
