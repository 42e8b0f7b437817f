/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the charts of shares have in common. Internal to the chart layer. */

#pragma once

#include "chart/scene-private.h"
#include "insight/spend.h"

G_BEGIN_DECLS

AssayTone assay_share_tone (guint place);
AssayFill assay_share_fill (guint place, gboolean is_rest, gboolean is_known);
void assay_share_add_legend (
    AssayScene *scene, guint place, gboolean is_rest, gboolean is_known, const char *label);
char *assay_share_note (const GPtrArray *left_out, const char *first);
char *assay_share_empty (gboolean has_base, const GPtrArray *left_out);
char *assay_share_index_words (const AssayConcentration *found);

G_END_DECLS
