/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The findings of an audit, a row each with its remediation: the worst that are open first, those
 * that are closed last. Each opens its form; one that is open is closed with what was seen. Main
 * thread. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_FINDINGS_CARD (assay_findings_card_get_type ())
G_DECLARE_FINAL_TYPE (AssayFindingsCard, assay_findings_card, ASSAY, FINDINGS_CARD, GtkWidget)

AssayFindingsCard *assay_findings_card_new (AssayContext *context);
/* @audit: the evidence; reads its findings. Again after each change of the book. */
void assay_findings_card_show (AssayFindingsCard *card, AssayRecord *audit);

G_END_DECLS
