/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that show evidence and what speaks against it. */

#pragma once

#include <adwaita.h>

#include "insight/evidence-flags.h"

G_BEGIN_DECLS

/* A flag in words, with a mark of its weight. */
GtkWidget *assay_evidence_flag_row_new (const AssayEvidenceFlagged *flagged);
/* A piece of evidence: what it is, how it stands, and its flags. */
GtkWidget *assay_evidence_row_new (const AssayEvidenceItem *item, gint32 today);
/* The mark of a weight, named for everybody. */
GtkWidget *assay_weight_image_new (AssayFlagWeight weight);

G_END_DECLS
