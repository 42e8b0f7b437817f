/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paints a layout on any cairo_t: a screen, an image, a page, an SVG. Looks nothing up: colours
 * come with the palette, places with the layout. Cost is bounded by the size of the picture, not by
 * the number of points: see painter-layers.c. */

#pragma once

#include "chart/layout.h"
#include "chart/palette.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean background; /* fill it first */
  double scale;        /* device pixels of one unit; 0 to ask the cairo_t */
  gboolean vector;     /* never stamp images: for SVG and PDF */
} AssayPaintOptions;

void assay_painter_draw (const AssayLayout *layout,
                         cairo_t *cr,
                         const AssayPalette *palette,
                         const AssayPaintOptions *options);
void assay_painter_draw_focus (const AssayLayout *layout,
                               cairo_t *cr,
                               const AssayPalette *palette,
                               guint mark);
void assay_painter_draw_readout (const AssayLayout *layout,
                                 cairo_t *cr,
                                 const AssayPalette *palette,
                                 guint mark);

G_END_DECLS
