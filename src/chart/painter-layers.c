/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Layers of marks. Cairo's stroker is what limits: a million points stroked take seconds. So while
 * there are fewer points than four times the columns of pixels they are drawn as they are; beyond,
 * each column is one filled rectangle from the least to the greatest of its points, which are found
 * without looking at every point (decimate.h), and marks of special shape are kept at the extremes
 * of a column as wide as a mark. */

#include "chart/painter-private.h"

#include <math.h>
#include <pango/pangocairo.h>

#define POINTS_PER_COLUMN 4

static const AssayItem *
item_at (const GArray *items, guint i)
{
  return &g_array_index (items, AssayItem, i);
}

/* The items that can be seen, with one more at each side, to which lines lead. */
static void
visible_range (const AssayPaint *paint, const GArray *items, guint *from, guint *to)
{
  *from = assay_items_find (items, paint->l->view.min);
  *to = assay_items_find (items, nextafter (paint->l->view.max, INFINITY));
  if (*from > 0)
    (*from)--;
  if (*to < items->len)
    (*to)++;
}

static gboolean
too_many (const AssayPaint *paint, guint n)
{
  const AssayRect *plot = &assay_layout_get_panel (paint->l, 0)->plot;

  return n > MAX (POINTS_PER_COLUMN * plot->width * paint->scale, 64);
}

/* One rectangle a column, each reaching to its neighbour so that steep changes stay connected. All
 * lie at whole device pixels, which Cairo fills without a mask. */
static GArray *
find_columns (const AssayPaint *paint, const AssayLayer *layer)
{
  const AssayRect *plot = &assay_layout_get_panel (paint->l, layer->panel)->plot;
  double scale = paint->scale, left = round (plot->x * scale);
  guint columns = (guint)CLAMP (round (plot->width * scale), 1, 32768);
  double last_top = NAN, last_bottom = NAN;
  GArray *rects = g_array_sized_new (FALSE, FALSE, sizeof (AssayRect), columns);
  guint from = assay_items_find (layer->items, paint->l->view.min);
  guint hint = (assay_items_find (layer->items, paint->l->view.max) - from) / columns * 2 + 8;

  for (guint i = 0; i < columns; i++)
    {
      double edge = assay_scale_value (&paint->l->view, (double)(i + 1) / columns);
      guint to = assay_items_find_from (layer->items, from, hint,
                                        i + 1 == columns ? nextafter (edge, INFINITY) : edge);
      double min, max, top, bottom, high, low;
      AssayRect rect;

      if (!assay_pyramid_range (layer->pyramid, from, to, &min, &max))
        continue;
      from = to;
      top = high = floor (assay_layout_map_y (paint->l, layer->panel, max) * scale);
      bottom = low = MAX (ceil (assay_layout_map_y (paint->l, layer->panel, min) * scale), top + 1);
      if (high > last_bottom)
        high = last_bottom;
      if (low < last_top)
        low = last_top;
      last_top = top;
      last_bottom = bottom;
      rect = (AssayRect){ (left + i) / scale, high / scale, 1 / scale, (low - high) / scale };
      g_array_append_val (rects, rect);
    }
  return rects;
}

/* They are found once for a layout: a redraw only fills. */
static void
paint_columns (const AssayPaint *paint, const AssayLayer *layer)
{
  AssayLayout *l = (AssayLayout *)paint->l;
  GArray *rects;

  if (l->columns_scale != paint->scale)
    g_hash_table_remove_all (l->columns);
  l->columns_scale = paint->scale;
  rects = g_hash_table_lookup (l->columns, layer);
  if (rects == NULL)
    {
      rects = find_columns (paint, layer);
      g_hash_table_insert (l->columns, (gpointer)layer, rects);
    }
  for (guint i = 0; i < rects->len; i++)
    {
      const AssayRect *r = &g_array_index (rects, AssayRect, i);

      cairo_rectangle (paint->cr, r->x, r->y, r->width, r->height);
    }
  assay_paint_color (paint->cr, assay_palette_tone (paint->palette, layer->tone), 1);
  cairo_set_antialias (paint->cr, CAIRO_ANTIALIAS_NONE);
  cairo_fill (paint->cr);
  cairo_set_antialias (paint->cr, CAIRO_ANTIALIAS_DEFAULT);
}

static void
paint_line (const AssayPaint *paint, const AssayLayer *layer)
{
  guint from, to;

  visible_range (paint, layer->items, &from, &to);
  if (too_many (paint, to - from))
    {
      paint_columns (paint, layer);
      return;
    }
  for (guint i = from; i < to; i++)
    cairo_line_to (paint->cr,
                   assay_layout_map_x (paint->l, layer->panel, item_at (layer->items, i)->x),
                   assay_layout_map_y (paint->l, layer->panel, item_at (layer->items, i)->y));
  assay_paint_color (paint->cr, assay_palette_tone (paint->palette, layer->tone),
                     to - from > 1 && !paint->vector ? 0.7 : 1);
  assay_paint_dash (paint, layer->dash);
  cairo_set_line_width (paint->cr, paint->palette->line_width * 1.25);
  cairo_set_line_join (paint->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (paint->cr);
  cairo_set_dash (paint->cr, NULL, 0, 0);
}

static void
paint_item (const AssayPaint *paint, const AssayLayer *layer, const AssayItem *item)
{
  assay_paint_mark (paint, (AssayShape)item->shape, (AssayTone)item->tone,
                    assay_layout_map_x (paint->l, layer->panel, item->x),
                    assay_layout_map_y (paint->l, layer->panel, item->y));
}

/* Of ordinary dots none, of special marks the highest and lowest in each mark's width. */
static void
paint_special_points (const AssayPaint *paint, const AssayLayer *layer)
{
  const AssayRect *plot = &assay_layout_get_panel (paint->l, layer->panel)->plot;
  double width = paint->radius * 3;
  guint from = assay_items_find (layer->special, paint->l->view.min);

  for (double x = plot->x; layer->special_pyramid != NULL && x < plot->x + plot->width; x += width)
    {
      guint to = assay_items_find (layer->special,
                                   assay_layout_unmap_x (paint->l, layer->panel, x + width));
      guint least, greatest;

      if (assay_pyramid_extremes (layer->special_pyramid, from, to, &least, &greatest))
        {
          paint_item (paint, layer, item_at (layer->special, greatest));
          if (least != greatest)
            paint_item (paint, layer, item_at (layer->special, least));
        }
      from = MAX (from, to);
    }
}

/* Whether the same points are also drawn as a line, whose columns then show both. */
static gboolean
has_line (const AssayPaint *paint, const AssayLayer *points)
{
  const AssayScene *scene = paint->l->scene;

  for (guint i = 0; i < scene->layers->len; i++)
    {
      const AssayLayer *layer = assay_scene_get_layer (scene, i);

      if (layer->kind == ASSAY_LAYER_LINE && layer->panel == points->panel
          && layer->items->len == points->items->len)
        return TRUE;
    }
  return FALSE;
}

/* Dots of a crowded row: one in each cell of half a mark, however many lie there. */
static void
paint_crowd (const AssayPaint *paint, const AssayLayer *layer, guint from, guint to)
{
  const AssayPlacedPanel *panel = assay_layout_get_panel (paint->l, layer->panel);
  double cell = paint->radius;
  guint columns = (guint)CLAMP (panel->plot.width / cell, 1, 8192) + 2;
  guint rows = (guint)CLAMP (panel->plot.height / cell, 1, 8192) + 2;
  g_autofree guint8 *taken = g_malloc0 ((gsize)columns * rows);

  for (guint i = from; i < to; i++)
    {
      const AssayItem *item = item_at (layer->items, i);
      double x = assay_layout_map_x (paint->l, layer->panel, item->x);
      double y = assay_layout_map_y (paint->l, layer->panel, item->y);
      double column = (x - panel->plot.x) / cell, row = (y - panel->plot.y) / cell;

      if (column < 0 || row < 0 || column >= columns || row >= rows
          || taken[(gsize)row * columns + (gsize)column] != 0)
        continue;
      taken[(gsize)row * columns + (gsize)column] = 1;
      assay_paint_mark (paint, (AssayShape)item->shape, (AssayTone)item->tone, x, y);
    }
}

static void
paint_points (const AssayPaint *paint, const AssayLayer *layer)
{
  const AssayPlacedPanel *panel = assay_layout_get_panel (paint->l, layer->panel);
  guint from, to;

  visible_range (paint, layer->items, &from, &to);
  if (panel->row_height > 0 && layer->items->len > 0
      && item_at (layer->items, 0)->y > panel->rows_shown - 0.5)
    return;
  if (too_many (paint, to - from))
    {
      if (panel->row_height > 0)
        paint_crowd (paint, layer, from, to);
      else
        {
          if (!has_line (paint, layer))
            paint_columns (paint, layer);
          paint_special_points (paint, layer);
        }
      return;
    }
  /* Ordinary dots first: a signal is never hidden below one. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = from; i < to; i++)
      {
        const AssayItem *item = item_at (layer->items, i);

        if ((item->shape == ASSAY_SHAPE_DOT) == (pass == 0))
          assay_paint_mark (paint, (AssayShape)item->shape, (AssayTone)item->tone,
                            assay_layout_map_x (paint->l, layer->panel, item->x),
                            assay_layout_map_y (paint->l, layer->panel, item->y));
      }
}

/**
 * assay_paint_upright:
 * @paint: a painting
 * @index: number of a panel
 * @x: where
 *
 * Adds a line over the panel's height to the path, which leaves out the names above rows.
 */
void
assay_paint_upright (const AssayPaint *paint, guint index, double x)
{
  const AssayPlacedPanel *panel = assay_layout_get_panel (paint->l, index);
  gboolean names = panel->row_heading > 0;
  double height = names ? panel->row_height : panel->plot.height;

  for (guint row = 0; row < (names ? panel->rows_shown : 1); row++)
    {
      double y = panel->plot.y + row * height;

      cairo_move_to (paint->cr, x, y + panel->row_heading);
      cairo_line_to (paint->cr, x, y + height);
    }
}

static void
paint_rule (const AssayPaint *paint, const AssayLayer *layer)
{
  const AssayRect *plot = &assay_layout_get_panel (paint->l, layer->panel)->plot;

  if (layer->items->len == 0)
    return;
  if (layer->kind == ASSAY_LAYER_UPRIGHT)
    {
      double x = assay_layout_map_x (paint->l, layer->panel, item_at (layer->items, 0)->x);

      assay_paint_upright (paint, layer->panel, x);
    }
  else
    {
      double y = assay_layout_map_y (paint->l, layer->panel, item_at (layer->items, 0)->y);

      cairo_move_to (paint->cr, plot->x, y);
      cairo_line_to (paint->cr, plot->x + plot->width, y);
    }
  assay_paint_color (paint->cr, assay_palette_tone (paint->palette, layer->tone), 1);
  assay_paint_dash (paint, layer->dash);
  cairo_set_line_width (paint->cr,
                        paint->palette->line_width * (layer->tone == ASSAY_TONE_ZERO ? 1.0 : 1.3));
  cairo_stroke (paint->cr);
  cairo_set_dash (paint->cr, NULL, 0, 0);
}

/* Where an item's step ends: half-way to the next, as far beyond the last as before it. */
static double
step_edge (const GArray *items, guint i)
{
  double here = item_at (items, i)->x;

  if (i + 1 < items->len)
    return (here + item_at (items, i + 1)->x) / 2;
  return i > 0 ? here + (here - item_at (items, i - 1)->x) / 2 : here + 0.5;
}

static double
step_begin (const GArray *items, guint i)
{
  double here = item_at (items, i)->x;

  if (i > 0)
    return step_edge (items, i - 1);
  return items->len > 1 ? here - (item_at (items, 1)->x - here) / 2 : here - 0.5;
}

static void
step_path (const AssayPaint *paint, const AssayLayer *layer, const GArray *items, gboolean back)
{
  guint from, to;

  visible_range (paint, items, &from, &to);
  for (guint k = from; k < to; k++)
    {
      guint i = back ? to - 1 - (k - from) : k;
      double y = assay_layout_map_y (paint->l, layer->panel, item_at (items, i)->y);
      double begin = assay_layout_map_x (paint->l, layer->panel, step_begin (items, i));
      double end = assay_layout_map_x (paint->l, layer->panel, step_edge (items, i));

      cairo_line_to (paint->cr, back ? end : begin, y);
      cairo_line_to (paint->cr, back ? begin : end, y);
    }
}

static void
paint_steps (const AssayPaint *paint, const AssayLayer *layer)
{
  step_path (paint, layer, layer->items, FALSE);
  assay_paint_color (paint->cr, assay_palette_tone (paint->palette, layer->tone), 1);
  assay_paint_dash (paint, layer->dash);
  cairo_set_line_width (paint->cr, paint->palette->line_width * 1.3);
  cairo_stroke (paint->cr);
  cairo_set_dash (paint->cr, NULL, 0, 0);
}

static void
paint_band (const AssayPaint *paint, const AssayLayer *layer)
{
  step_path (paint, layer, layer->items, FALSE);
  step_path (paint, layer, layer->lower, TRUE);
  cairo_close_path (paint->cr);
  assay_paint_color (paint->cr, assay_palette_tone (paint->palette, layer->tone),
                     paint->palette->fill_alpha * 0.6);
  cairo_fill (paint->cr);
}

static void
paint_bars (const AssayPaint *paint, const AssayLayer *layer)
{
  double zero = assay_layout_map_y (paint->l, layer->panel, 0);

  for (guint i = 0; i < layer->items->len; i++)
    {
      double begin = assay_layout_map_x (paint->l, layer->panel, step_begin (layer->items, i));
      double end = assay_layout_map_x (paint->l, layer->panel, step_edge (layer->items, i));
      double y = assay_layout_map_y (paint->l, layer->panel, item_at (layer->items, i)->y);
      double gap = (end - begin) * 0.15;

      cairo_rectangle (paint->cr, begin + gap, MIN (y, zero), MAX (end - begin - 2 * gap, 0.5),
                       fabs (zero - y));
    }
  assay_paint_color (paint->cr, assay_palette_tone (paint->palette, layer->tone), 1);
  cairo_fill (paint->cr);
}

static void
paint_row_bars (const AssayPaint *paint, const AssayLayer *layer)
{
  const AssayPlacedPanel *panel = assay_layout_get_panel (paint->l, layer->panel);
  double zero = assay_layout_map_x (paint->l, layer->panel, 0);

  for (guint i = 0; i < layer->items->len; i++)
    {
      const AssayItem *item = item_at (layer->items, i);
      double x = assay_layout_map_x (paint->l, layer->panel, item->x);
      double middle = assay_layout_map_y (paint->l, layer->panel, item->y);
      double half = fabs (assay_layout_map_y (paint->l, layer->panel, item->y + 0.3) - middle);

      if (panel->row_height > 0 && item->y > panel->rows_shown - 0.5)
        continue;
      cairo_rectangle (paint->cr, MIN (zero, x), middle - half, MAX (fabs (x - zero), 0.5),
                       2 * half);
    }
  assay_paint_color (paint->cr, assay_palette_tone (paint->palette, layer->tone), 1);
  cairo_fill (paint->cr);
}

static void
paint_box (const AssayPaint *paint, const AssayLayer *layer, const AssayBox *box)
{
  const AssayLayout *l = paint->l;
  cairo_t *cr = paint->cr;
  double y = assay_layout_map_y (l, layer->panel, box->y);
  double half = assay_layout_map_y (l, layer->panel, box->y + 0.3) - y;
  double low = assay_layout_map_x (l, layer->panel, box->low),
         q1 = assay_layout_map_x (l, layer->panel, box->q1);
  double q3 = assay_layout_map_x (l, layer->panel, box->q3),
         high = assay_layout_map_x (l, layer->panel, box->high);
  double median = assay_layout_map_x (l, layer->panel, box->median);
  AssayColor color = assay_palette_tone (paint->palette, layer->tone);

  cairo_rectangle (cr, q1, y - half, q3 - q1, 2 * half);
  assay_paint_color (cr, color, paint->palette->fill_alpha);
  cairo_fill_preserve (cr);
  assay_paint_color (cr, color, 1);
  cairo_set_line_width (cr, paint->palette->line_width);
  cairo_stroke (cr);
  cairo_move_to (cr, low, y);
  cairo_line_to (cr, q1, y);
  cairo_move_to (cr, q3, y);
  cairo_line_to (cr, high, y);
  cairo_move_to (cr, low, y - half / 2);
  cairo_line_to (cr, low, y + half / 2);
  cairo_move_to (cr, high, y - half / 2);
  cairo_line_to (cr, high, y + half / 2);
  cairo_stroke (cr);
  cairo_move_to (cr, median, y - half);
  cairo_line_to (cr, median, y + half);
  cairo_set_line_width (cr, paint->palette->line_width * 2.4);
  cairo_stroke (cr);
}

static void
paint_boxes (const AssayPaint *paint, const AssayLayer *layer)
{
  const AssayPlacedPanel *panel = assay_layout_get_panel (paint->l, layer->panel);

  for (guint i = 0; i < layer->boxes->len; i++)
    {
      const AssayBox *box = &g_array_index (layer->boxes, AssayBox, i);

      if (panel->row_height == 0 || box->y < panel->rows_shown - 0.5)
        paint_box (paint, layer, box);
    }
}

static void
paint_words (const AssayPaint *paint, const AssayLayer *layer)
{
  AssayTextStyle style = { .tone = layer->tone };

  for (guint i = 0; i < MIN (layer->items->len, layer->words->len); i++)
    {
      g_autoptr (PangoLayout) text = assay_layout_make_text (
          (AssayLayout *)paint->l, g_ptr_array_index (layer->words, i), &style, 0);
      double width, height;

      assay_layout_text_size (text, &width, &height);
      cairo_move_to (
          paint->cr,
          assay_layout_map_x (paint->l, layer->panel, item_at (layer->items, i)->x) - width / 2,
          assay_layout_map_y (paint->l, layer->panel, item_at (layer->items, i)->y) - height);
      assay_paint_color (paint->cr, assay_palette_tone (paint->palette, layer->tone), 1);
      pango_cairo_show_layout (paint->cr, text);
      cairo_new_path (paint->cr);
    }
}

/**
 * assay_paint_layer:
 * @paint: a painting, clipped to the layer's panel
 * @layer: a layer
 */
void
assay_paint_layer (const AssayPaint *paint, const AssayLayer *layer)
{
  switch (layer->kind)
    {
    case ASSAY_LAYER_BAND:
      paint_band (paint, layer);
      break;
    case ASSAY_LAYER_RULE:
    case ASSAY_LAYER_UPRIGHT:
      paint_rule (paint, layer);
      break;
    case ASSAY_LAYER_BARS:
      paint_bars (paint, layer);
      break;
    case ASSAY_LAYER_ROW_BARS:
      paint_row_bars (paint, layer);
      break;
    case ASSAY_LAYER_BOXES:
      paint_boxes (paint, layer);
      break;
    case ASSAY_LAYER_LINE:
      paint_line (paint, layer);
      break;
    case ASSAY_LAYER_STEPS:
      paint_steps (paint, layer);
      break;
    case ASSAY_LAYER_POINTS:
      paint_points (paint, layer);
      break;
    case ASSAY_LAYER_TEXT:
      paint_words (paint, layer);
      break;
    case ASSAY_LAYER_CELLS:
      assay_paint_cells (paint, layer);
      break;
    case ASSAY_LAYER_SPANS:
      assay_paint_spans (paint, layer);
      break;
    case ASSAY_LAYER_BUBBLES:
      assay_paint_bubbles (paint, layer);
      break;
    case ASSAY_LAYER_FRAME:
      break;
    default:
      g_assert_not_reached ();
    }
}
