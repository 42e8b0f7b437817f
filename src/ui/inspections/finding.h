/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what an inspection found to what is done about it: the corrective actions of an inspection,
 * and a new one that says already what is known. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"
#include "ui/inspections/inspection-draft.h"

G_BEGIN_DECLS

/* A new corrective action about @defect, or, NULL, about the inspection as a whole. */
AssayRecord *assay_finding_to_action (AssayInspectionDraft *draft, AssayDraftDefect *defect);
/* The titled table of the actions that follow from an inspection. */
GtkWidget *assay_finding_actions_section_new (AssayContext *context, gint64 inspection);

G_END_DECLS
