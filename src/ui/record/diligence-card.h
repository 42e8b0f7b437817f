/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Due diligence of one supplier or product, list by list: what is done and by what, what is open
 * and what is missing. A row is answered by hand with Enter; the evidence in the book opens from
 * it. Main thread; the question runs on the book's thread. */

#pragma once

#include <gtk/gtk.h>

#include "insight/diligence.h"
#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_DILIGENCE_CARD (assay_diligence_card_get_type ())
G_DECLARE_FINAL_TYPE (AssayDiligenceCard, assay_diligence_card, ASSAY, DILIGENCE_CARD, GtkWidget)

AssayDiligenceCard *assay_diligence_card_new (AssayContext *context);
/* @record: a supplier or a product that is in the book. */
void assay_diligence_card_show (AssayDiligenceCard *card, AssayRecord *record);
/* The lists as they are shown; for tests. */
GtkListBox *assay_diligence_card_get_list (AssayDiligenceCard *card);
/* What is shown once it was read; nullable. */
const AssayDiligence *assay_diligence_card_get (AssayDiligenceCard *card);

/* How far a count is, as a bar with words for everybody. */
GtkWidget *assay_diligence_bar_new (const AssayDiligenceCount *count);

G_END_DECLS
