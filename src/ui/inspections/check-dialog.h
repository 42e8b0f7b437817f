/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a check of an inspection asks for, in a form: a new check, or one whose limits are not those
 * of its checklist. Nothing reaches the book before the inspection is saved. Signal "done"
 * (AssayRecord *): what was typed. Main thread. */

#pragma once

#include <adwaita.h>

#include "ui/form/form.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_CHECK_DIALOG (assay_check_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AssayCheckDialog, assay_check_dialog, ASSAY, CHECK_DIALOG, AdwDialog)

/* @record, of type checkpoint, is copied. */
AdwDialog *assay_check_dialog_new (AssayContext *context, AssayRecord *record, gboolean is_new);
AssayForm *assay_check_dialog_get_form (AssayCheckDialog *dialog);

G_END_DECLS
