/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan of the inspection and what was found under it, live: how many to inspect, a bar for each
 * class, which tables it follows. Actions: inspection.keep-plan. */

#pragma once

#include <adwaita.h>

#include "ui/inspections/class-bar.h"
#include "ui/inspections/inspection-draft.h"
#include "ui/inspections/inspection-form.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_PLAN_CARD (assay_plan_card_get_type ())
G_DECLARE_FINAL_TYPE (AssayPlanCard, assay_plan_card, ASSAY, PLAN_CARD, GtkWidget)

AssayPlanCard *assay_plan_card_new (AssayInspectionDraft *draft, AssayInspectionForm *form);
void assay_plan_card_update (AssayPlanCard *card);
AssayClassBar *assay_plan_card_get_bar (AssayPlanCard *card, AssayClass defect_class);
/* "Inspect 80 of 1,000 units · code letter J" */
const char *assay_plan_card_get_words (AssayPlanCard *card);

G_END_DECLS
