/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The evidence of a supplier or a product, each piece with its standing and flags; a click opens
 * it. Reads by itself when it is shown something, on the book's thread. Main thread. */

#pragma once

#include "ui/record/record-page.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_EVIDENCE_LIST (assay_evidence_list_get_type ())
G_DECLARE_FINAL_TYPE (AssayEvidenceList, assay_evidence_list, ASSAY, EVIDENCE_LIST, GtkWidget)

AssayEvidenceList *assay_evidence_list_new (AssayContext *context);
/* Of a supplier or of a product; 0 and 0: everything that a flag speaks against. */
void assay_evidence_list_show (AssayEvidenceList *list, gint64 supplier, gint64 product);

/* A titled list with a button for a new piece, on the page of a supplier or product. */
AssayEvidenceList *assay_evidence_list_add (AssayRecordPage *page);

G_END_DECLS
