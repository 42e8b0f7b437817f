/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What follows the reader over a picture: the ring around a mark and the words about it. */

#include "chart/painter-private.h"

#include <math.h>
#include <pango/pangocairo.h>

static void
rounded (cairo_t *cr, const AssayRect *r, double radius)
{
  double right = r->x + r->width, bottom = r->y + r->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, r->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, r->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, r->x + radius, r->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/**
 * assay_painter_draw_focus:
 * @layout: a laid out scene
 * @cr: a context
 * @palette: the colours
 * @mark: number of a mark; one that cannot be seen draws nothing
 *
 * Draws a ring around the mark, of an area around it all, in two colours so that it is seen on any
 * ground.
 */
void
assay_painter_draw_focus (const AssayLayout *layout,
                          cairo_t *cr,
                          const AssayPalette *palette,
                          guint mark)
{
  const AssayLayer *layer;
  AssayRect r;

  if (!assay_layout_mark_rect (layout, mark, &r))
    return;
  assay_scene_get_mark (layout->scene, mark, &layer);
  cairo_save (cr);
  cairo_new_path (cr);
  if (layer->kind == ASSAY_LAYER_CELLS || layer->kind == ASSAY_LAYER_FRAME)
    rounded (cr, &r, MIN (layout->small * 0.25, MIN (r.width, r.height) / 2));
  else
    cairo_arc (cr, r.x + r.width / 2, r.y + r.height / 2,
               r.width > 0 ? r.width / 2 + palette->line_width * 2 : layout->small * 0.62, 0,
               2 * G_PI);
  assay_paint_color (cr, palette->background, 1);
  cairo_set_line_width (cr, palette->line_width * 4.5);
  cairo_stroke_preserve (cr);
  assay_paint_color (cr, palette->focus, 1);
  cairo_set_line_width (cr, palette->line_width * 2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Beside the mark where there is room: never over it, never outside of the picture. */
static AssayRect
readout_place (const AssayLayout *l, const AssayRect *mark, double width, double height)
{
  double away = mark->width > 0 ? l->small * 0.5 : l->small * 1.1, edge = 1;
  AssayRect r = { mark->x + mark->width / 2 - width / 2, mark->y - height - away, width, height };

  r.x = CLAMP (r.x, edge, MAX (l->options.width - width - edge, edge));
  if (r.y < edge)
    r.y = mark->y + mark->height + away;
  r.y = CLAMP (r.y, edge, MAX (l->options.height - height - edge, edge));
  return r;
}

/**
 * assay_painter_draw_readout:
 * @layout: a laid out scene
 * @cr: a context
 * @palette: the colours
 * @mark: number of a mark; one that cannot be seen draws nothing
 *
 * Draws what there is to say about the mark in a box beside it.
 */
void
assay_painter_draw_readout (const AssayLayout *layout,
                            cairo_t *cr,
                            const AssayPalette *palette,
                            guint mark)
{
  g_autofree char *words = assay_scene_get_mark_text (layout->scene, mark);
  AssayTextStyle style = { .wrap = TRUE, .max_lines = 6, .ellipsize = PANGO_ELLIPSIZE_END };
  double width, height, pad = layout->small * 0.6;
  double most = MIN (layout->small * 26, layout->options.width - 2 * pad - 2);
  AssayRect r, at;

  if (words == NULL || !assay_layout_mark_rect (layout, mark, &at))
    return;
  g_autoptr (PangoLayout) text
      = assay_layout_make_text ((AssayLayout *)layout, words, &style, MAX (most, 1));
  assay_layout_text_size (text, &width, &height);
  pango_layout_set_width (text, (int)ceil ((width + 1) * PANGO_SCALE));
  r = readout_place (layout, &at, width + 1 + 2 * pad, height + 1.4 * pad);
  cairo_save (cr);
  cairo_new_path (cr);
  rounded (cr, &r, pad * 0.8);
  assay_paint_color (cr, palette->background, 0.96);
  cairo_fill_preserve (cr);
  assay_paint_color (cr, palette->axis, 1);
  cairo_set_line_width (cr, palette->line_width);
  cairo_stroke (cr);
  assay_paint_color (cr, palette->foreground, 1);
  cairo_move_to (cr, r.x + pad, r.y + pad * 0.7);
  pango_cairo_show_layout (cr, text);
  cairo_restore (cr);
}
