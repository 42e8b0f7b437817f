/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One class of defects in the plan: sample, Ac and Re, and how much of what is allowed was found,
 * in words, with a bar and an icon. Where no defects are noted one by one the number found is typed
 * here. Signal "counted" (gint64 found). */

#pragma once

#include <adwaita.h>

#include "insight/inspection-plan.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_CLASS_BAR (assay_class_bar_get_type ())
G_DECLARE_FINAL_TYPE (AssayClassBar, assay_class_bar, ASSAY, CLASS_BAR, AdwPreferencesRow)

AssayClassBar *assay_class_bar_new (AssayClass defect_class);
void assay_class_bar_show (AssayClassBar *bar,
                           const AssayInspectionPlan *plan,
                           const AssayInspectionCounts *counts,
                           gboolean typed,
                           gboolean by_units,
                           const char *problem);
/* "3 of 5 allowed", and whether the class rejects the lot. */
const char *assay_class_bar_get_status (AssayClassBar *bar);
AssayJudgement assay_class_bar_get_judgement (AssayClassBar *bar);

G_END_DECLS
