/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Types what was written on a printed form: its lines, in the same order and under the same
 * numbers. Apply puts all of it into the draft of the inspection. */

#pragma once

#include <adwaita.h>

#include "ui/inspections/inspection-draft.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_TYPE_RESULTS_DIALOG (assay_type_results_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayTypeResultsDialog, assay_type_results_dialog, ASSAY, TYPE_RESULTS_DIALOG, AdwDialog)

/* @book nullable: without its catalogue. */
AssayTypeResultsDialog *assay_type_results_dialog_new (AssayInspectionDraft *draft,
                                                       AssayBook *book);
/* FALSE when a line is not right; it has the focus then. */
gboolean assay_type_results_dialog_apply (AssayTypeResultsDialog *dialog);

G_END_DECLS
