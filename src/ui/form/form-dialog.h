/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialog that makes or changes a record of any type: a form with Save, which is refused with
 * its reason while something is wrong. A failed save says so and loses nothing; closing with edits
 * asks once. Main thread.
 *
 * Signal "saved" (AssayRecord *, gboolean is_new): the record is in the book, under its id. */

#pragma once

#include <adwaita.h>

#include "ui/form/form.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_FORM_DIALOG (assay_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AssayFormDialog, assay_form_dialog, ASSAY, FORM_DIALOG, AdwDialog)

/* A record without an id is a new one. @record is copied. */
AdwDialog *assay_form_dialog_new (AssayContext *context, AssayRecord *record);
AssayForm *assay_form_dialog_get_form (AssayFormDialog *dialog);

G_END_DECLS
