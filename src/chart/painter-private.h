/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the painter's files share. */

#pragma once

#include "chart/layout-private.h"
#include "chart/painter.h"

G_BEGIN_DECLS

typedef struct _AssayStamps AssayStamps;

typedef struct
{
  const AssayLayout *l;
  cairo_t *cr;
  const AssayPalette *palette;
  double scale;
  gboolean vector;
  double radius;       /* of a mark */
  AssayStamps *stamps; /* NULL for vector output */
} AssayPaint;

void assay_paint_color (cairo_t *cr, AssayColor color, double alpha);
void assay_paint_dash (const AssayPaint *paint, AssayDash dash);
void assay_paint_upright (const AssayPaint *paint, guint panel, double x);
void assay_paint_layer (const AssayPaint *paint, const AssayLayer *layer);
void assay_paint_cells (const AssayPaint *paint, const AssayLayer *layer);
void assay_paint_spans (const AssayPaint *paint, const AssayLayer *layer);
void assay_paint_bubbles (const AssayPaint *paint, const AssayLayer *layer);
void assay_paint_bubble (
    const AssayPaint *paint, AssayTone tone, AssayDash look, double x, double y, double radius);
void assay_paint_hatch (const AssayPaint *paint, const AssayRect *rect);
void assay_paint_shape (cairo_t *cr, AssayShape shape, double x, double y, double radius);
void
assay_paint_mark (const AssayPaint *paint, AssayShape shape, AssayTone tone, double x, double y);

AssayStamps *assay_stamps_new (double radius, double scale);
void assay_stamps_free (AssayStamps *stamps);
void assay_stamps_draw (AssayStamps *stamps,
                        cairo_t *cr,
                        const AssayPalette *palette,
                        AssayShape shape,
                        AssayTone tone,
                        double x,
                        double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayStamps, assay_stamps_free)

G_END_DECLS
