/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the plan group of the form has beside its fields: the expander with a severity for each
 * class, and the words that say where the plan comes from and what the switching rules ask for. */

#pragma once

#include "ui/context.h"
#include "ui/inspections/inspection-draft.h"

G_BEGIN_DECLS

/* "Premium backpack, the profile of the product". */
char *assay_plan_rows_say_profile (AssayInspectionDraft *draft);
/* The severities in a line, for the expander: "Major tightened". */
char *assay_plan_rows_say_severities (const AssayRecord *inspection);
/* Asks the book again what it proposes for the supplier, product and kind of the draft. */
void
assay_plan_rows_ask (AssayContext *context, AssayInspectionDraft *draft, GCancellable *cancellable);
/* What the profile field refers to, applied to the draft. */
void
assay_plan_rows_take_profile (AssayContext *context, AssayInspectionDraft *draft, gint64 profile);

G_END_DECLS
