/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A key figure: what it is, its value, what stands behind it (n, spread), and, where the supplier
 * made a claim, the claim beside it. A click ("clicked") opens the rows it was computed from; where
 * somebody can say how it came about, a button in the corner asks for that ("explain"). */

#pragma once

#include <gtk/gtk.h>

#include "figures/change.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_FIGURE_TILE (assay_figure_tile_get_type ())
G_DECLARE_FINAL_TYPE (AssayFigureTile, assay_figure_tile, ASSAY, FIGURE_TILE, GtkWidget)

AssayFigureTile *assay_figure_tile_new (const char *title);
/* @value NULL: not known; @detail nullable. */
void assay_figure_tile_set (AssayFigureTile *tile, const char *value, const char *detail);
void
assay_figure_tile_set_claim (AssayFigureTile *tile, const char *claim, AssayClaimVerdict verdict);
/* A tile that opens nothing. */
void assay_figure_tile_set_plain (AssayFigureTile *tile);
/* A tile with a button that asks how it was computed: signal "explain". */
void assay_figure_tile_set_explained (AssayFigureTile *tile);

G_END_DECLS
