/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the inspection's plan is worth: how often a lot of a quality that can be typed passes, in a
 * sentence, and below it, once opened, the risks of each class and the curve. Follows the draft. */

#pragma once

#include <adwaita.h>
#include <math.h>

#include "chart/oc-chart.h"
#include "ui/inspections/inspection-draft.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_RISK_CARD (assay_risk_card_get_type ())
G_DECLARE_FINAL_TYPE (AssayRiskCard, assay_risk_card, ASSAY, RISK_CARD, AdwPreferencesGroup)

/* What a reader chose; it outlives the card when the page is read anew. */
typedef struct
{
  gboolean expanded;
  double asked; /* NaN: what is telling of the plan */
  AssayWorthView view;
  AssayOcChartKind kind;
} AssayRiskChoices;

#define ASSAY_RISK_CHOICES_INIT                                                                    \
  ((AssayRiskChoices){ FALSE, NAN, ASSAY_WORTH_AUTO, ASSAY_OC_CHART_PASSING })

AssayRiskCard *assay_risk_card_new (AssayInspectionDraft *draft, const AssayRiskChoices *choices);
void assay_risk_card_update (AssayRiskCard *card);
AssayRiskChoices assay_risk_card_get_choices (AssayRiskCard *card);
/* "A lot with 5 % defective still passes 79 times in 100." */
const char *assay_risk_card_get_sentence (AssayRiskCard *card);

G_END_DECLS
