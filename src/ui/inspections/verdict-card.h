/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What became of the inspection, first of all: result and decision with icon and words, why, and
 * where the inspector's word differs from what the counts say. Signals: "follow" (the counts are to
 * decide again), "open" (gint64 id of another inspection). */

#pragma once

#include <gtk/gtk.h>

#include "ui/inspections/inspection-draft.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_VERDICT_CARD (assay_verdict_card_get_type ())
G_DECLARE_FINAL_TYPE (AssayVerdictCard, assay_verdict_card, ASSAY, VERDICT_CARD, GtkWidget)

GtkWidget *assay_verdict_card_new (void);
void assay_verdict_card_show (AssayVerdictCard *card, AssayInspectionDraft *draft, gint32 today);
/* Title and reason in one sentence, for an announcement. */
char *assay_verdict_card_dup_sentence (AssayVerdictCard *card);

G_END_DECLS
