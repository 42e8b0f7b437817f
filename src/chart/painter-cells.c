/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Layers of areas: cells of a grid or of a stack, intervals, bubbles. */

#include "chart/painter-private.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Fewer words than cells are shaped: none is tried in a cell narrower than this many ems. */
#define LEAST_EMS 0.8

static const AssayCell *
cell_at (const AssayLayer *layer, guint i)
{
  return &g_array_index (layer->cells, AssayCell, i);
}

static const AssayItem *
item_at (const AssayLayer *layer, guint i)
{
  return &g_array_index (layer->items, AssayItem, i);
}

/* Whether something of it can be seen. */
static gboolean
is_shown (const AssayPaint *paint, const AssayLayer *layer, guint i)
{
  const AssayPlacedPanel *panel = assay_layout_get_panel (paint->l, layer->panel);
  const AssayCell *cell = cell_at (layer, i);

  return cell->x1 >= paint->l->view.min && cell->x0 <= paint->l->view.max
         && !(panel->row_height > 0 && item_at (layer, i)->y > panel->rows_shown - 0.5);
}

/**
 * assay_paint_hatch:
 * @paint: a painting
 * @rect: a rectangle
 *
 * Adds slanted lines over the rectangle to the path.
 */
void
assay_paint_hatch (const AssayPaint *paint, const AssayRect *rect)
{
  double step = CLAMP (paint->l->small * 0.42, 2.5, 7);
  double right = rect->x + rect->width, bottom = rect->y + rect->height;

  /* Lines x + y = c, the same ones all over the picture, so that neighbours join. */
  for (double c = ceil ((rect->x + rect->y) / step) * step; c < right + bottom; c += step)
    {
      double x0 = MAX (rect->x, c - bottom), x1 = MIN (right, c - rect->y);

      cairo_move_to (paint->cr, x0, c - x0);
      cairo_line_to (paint->cr, x1, c - x1);
    }
}

static gboolean
is_level (guint8 fill)
{
  return fill == ASSAY_FILL_LEVEL || fill == ASSAY_FILL_LEVEL_HATCH;
}

/* The colour of the ground that words in the cell stand on. */
static AssayColor
cell_ground (const AssayPaint *paint, const AssayLayer *layer, guint i)
{
  AssayTone tone = (AssayTone)item_at (layer, i)->tone;

  if (is_level (cell_at (layer, i)->fill))
    return assay_palette_level (paint->palette, tone, cell_at (layer, i)->level);
  if (cell_at (layer, i)->fill == ASSAY_FILL_SOLID)
    return assay_palette_tone (paint->palette, tone);
  return paint->palette->background;
}

static void
paint_ground (const AssayPaint *paint, const AssayLayer *layer, guint i, const AssayRect *r)
{
  guint8 fill = cell_at (layer, i)->fill;
  AssayColor color = cell_ground (paint, layer, i);
  AssayColor tone = assay_palette_tone (paint->palette, (AssayTone)item_at (layer, i)->tone);

  cairo_rectangle (paint->cr, r->x, r->y, r->width, r->height);
  if (fill == ASSAY_FILL_SOLID || is_level (fill))
    assay_paint_color (paint->cr, color, 1);
  else
    assay_paint_color (paint->cr, tone,
                       fill == ASSAY_FILL_OUTLINE ? 0 : paint->palette->fill_alpha);
  cairo_fill (paint->cr);
}

/* Lines over the ground: slanted ones and the outline of what has no strong ground. */
static void
paint_lines (const AssayPaint *paint, const AssayLayer *layer, guint i, const AssayRect *r)
{
  guint8 fill = cell_at (layer, i)->fill;
  AssayColor ground = cell_ground (paint, layer, i), ink = assay_color_ink (&ground);
  AssayColor tone = assay_palette_tone (paint->palette, (AssayTone)item_at (layer, i)->tone);
  double half = paint->palette->line_width / 2;

  cairo_set_line_width (paint->cr, paint->palette->line_width * 0.8);
  if (fill == ASSAY_FILL_HATCH || fill == ASSAY_FILL_LEVEL_HATCH)
    {
      assay_paint_hatch (paint, r);
      assay_paint_color (paint->cr, fill == ASSAY_FILL_HATCH ? tone : ink,
                         fill == ASSAY_FILL_HATCH ? 0.8 : 0.3);
      cairo_stroke (paint->cr);
    }
  if (fill == ASSAY_FILL_SOLID || is_level (fill))
    return;
  /* Outlines of cells that narrow would be all there is to see. */
  if (r->width < MAX (4 * half, fill == ASSAY_FILL_OUTLINE ? paint->l->small * 0.8 : 0)
      || r->height < 4 * half)
    return;
  cairo_rectangle (paint->cr, r->x + half, r->y + half, r->width - 2 * half, r->height - 2 * half);
  assay_paint_dash (paint, layer->dash);
  assay_paint_color (paint->cr, tone, 1);
  cairo_stroke (paint->cr);
  cairo_set_dash (paint->cr, NULL, 0, 0);
}

static void
paint_cell_words (const AssayPaint *paint, const AssayLayer *layer, guint i, const AssayRect *r)
{
  const char *words
      = layer->words != NULL && i < layer->words->len ? g_ptr_array_index (layer->words, i) : NULL;
  AssayTextStyle style = { 0 };
  AssayColor ground = cell_ground (paint, layer, i), ink = assay_color_ink (&ground);
  g_autoptr (PangoLayout) text = NULL;
  double width, height;

  if (words == NULL || r->width < paint->l->small * LEAST_EMS || r->height < paint->l->small)
    return;
  text = assay_layout_make_text ((AssayLayout *)paint->l, words, &style, 0);
  assay_layout_text_size (text, &width, &height);
  if (width > r->width - 2 || height > r->height + paint->l->small * 0.3)
    return;
  if (cell_at (layer, i)->fill == ASSAY_FILL_LEVEL_HATCH)
    {
      /* Slanted lines behind digits make them hard to read. */
      cairo_rectangle (paint->cr, r->x + (r->width - width) / 2 - 1,
                       r->y + (r->height - height) / 2 + 1, width + 2, height - 2);
      assay_paint_color (paint->cr, ground, 1);
      cairo_fill (paint->cr);
    }
  assay_paint_color (paint->cr, ink, 1);
  cairo_move_to (paint->cr, r->x + (r->width - width) / 2, r->y + (r->height - height) / 2);
  pango_cairo_show_layout (paint->cr, text);
  cairo_new_path (paint->cr);
}

/**
 * assay_paint_cells:
 * @paint: a painting
 * @layer: a layer of cells
 */
void
assay_paint_cells (const AssayPaint *paint, const AssayLayer *layer)
{
  for (guint i = 0; i < layer->items->len; i++)
    {
      AssayRect r;

      if (!is_shown (paint, layer, i))
        continue;
      r = assay_layout_cell_rect (paint->l, layer, i);
      paint_ground (paint, layer, i, &r);
      paint_lines (paint, layer, i, &r);
      paint_cell_words (paint, layer, i, &r);
    }
}

/**
 * assay_paint_spans:
 * @paint: a painting
 * @layer: a layer of spans
 */
void
assay_paint_spans (const AssayPaint *paint, const AssayLayer *layer)
{
  double cap = paint->l->small * 0.28;
  cairo_t *cr = paint->cr;

  for (guint i = 0; i < layer->items->len; i++)
    {
      AssayRect r = assay_layout_cell_rect (paint->l, layer, i);
      gboolean upright = r.width < r.height;
      double dx = upright ? cap : 0, dy = upright ? 0 : cap;

      if (!is_shown (paint, layer, i))
        continue;
      cairo_move_to (cr, r.x, r.y);
      cairo_line_to (cr, r.x + r.width, r.y + r.height);
      cairo_move_to (cr, r.x - dx, r.y - dy);
      cairo_line_to (cr, r.x + dx, r.y + dy);
      cairo_move_to (cr, r.x + r.width - dx, r.y + r.height - dy);
      cairo_line_to (cr, r.x + r.width + dx, r.y + r.height + dy);
    }
  assay_paint_color (cr, assay_palette_tone (paint->palette, layer->tone), 1);
  assay_paint_dash (paint, layer->dash);
  cairo_set_line_width (cr, paint->palette->line_width * 1.25);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/**
 * assay_paint_bubble:
 * @paint: a painting
 * @tone: its colour
 * @look: dashed with caution, dotted of unknown size: only a ring
 * @x: its middle
 * @y: its middle
 * @radius: its radius
 */
void
assay_paint_bubble (
    const AssayPaint *paint, AssayTone tone, AssayDash look, double x, double y, double radius)
{
  AssayColor color = assay_palette_tone (paint->palette, tone);
  double wide = look == ASSAY_DASH_DOTTED ? 2.2 : 1.4;

  cairo_new_sub_path (paint->cr);
  cairo_arc (paint->cr, x, y, radius, 0, 2 * G_PI);
  if (look != ASSAY_DASH_DOTTED)
    {
      assay_paint_color (paint->cr, color,
                         look == ASSAY_DASH_SOLID ? 0.35 + paint->palette->fill_alpha
                                                  : paint->palette->fill_alpha);
      cairo_fill_preserve (paint->cr);
    }
  assay_paint_color (paint->cr, color, 1);
  cairo_set_line_width (paint->cr, paint->palette->line_width * wide);
  if (look == ASSAY_DASH_DASHED)
    {
      double dash = MAX (radius * 0.45, 2);

      cairo_set_dash (paint->cr, &dash, 1, 0);
    }
  cairo_stroke (paint->cr);
  cairo_set_dash (paint->cr, NULL, 0, 0);
}

static int
compare_sizes (gconstpointer a, gconstpointer b, gpointer data)
{
  const AssayLayer *layer = data;
  double left = g_array_index (layer->bubbles, AssayBubble, *(const guint *)a).share;
  double right = g_array_index (layer->bubbles, AssayBubble, *(const guint *)b).share;

  if (isnan (left) || isnan (right))
    return isnan (left) - isnan (right);
  return (left < right) - (left > right);
}

/**
 * assay_paint_bubbles:
 * @paint: a painting
 * @layer: a layer of bubbles
 *
 * The largest first, so that none hides another.
 */
void
assay_paint_bubbles (const AssayPaint *paint, const AssayLayer *layer)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < layer->items->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_sizes, (gpointer)layer);
  for (guint k = 0; k < order->len; k++)
    {
      guint i = g_array_index (order, guint, k);
      const AssayItem *item = item_at (layer, i);
      const AssayBubble *bubble = &g_array_index (layer->bubbles, AssayBubble, i);
      AssayDash look = isnan (bubble->share) ? ASSAY_DASH_DOTTED
                       : bubble->dashed      ? ASSAY_DASH_DASHED
                                             : ASSAY_DASH_SOLID;

      assay_paint_bubble (paint, (AssayTone)item->tone, look,
                          assay_layout_map_x (paint->l, layer->panel, item->x),
                          assay_layout_map_y (paint->l, layer->panel, item->y),
                          assay_layout_bubble_radius (paint->l, layer, i));
    }
}
