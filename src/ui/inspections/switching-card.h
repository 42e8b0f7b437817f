/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Beside the plan: where the switching rules stood before this inspection, class by class, and what
 * they propose; reduced inspection is offered here. Hidden where the rules say nothing. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"
#include "ui/inspections/inspection-draft.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_SWITCHING_CARD (assay_switching_card_get_type ())
G_DECLARE_FINAL_TYPE (AssaySwitchingCard, assay_switching_card, ASSAY, SWITCHING_CARD, GtkWidget)

AssaySwitchingCard *assay_switching_card_new (AssayContext *context, AssayInspectionDraft *draft);
void assay_switching_card_update (AssaySwitchingCard *card);

G_END_DECLS
