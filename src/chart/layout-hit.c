/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pointing: from a place to a mark and back. */

#include "chart/layout-private.h"

#include <math.h>

/* In a series over time the nearest in time is meant, wherever the pointer is above or below;
 * among dots of a row it is the nearest dot. */
#define SERIES_HEIGHT_WEIGHT 0.12

typedef struct
{
  double x, y;
  double radius; /* how far from a mark still means it */
  double best;   /* square of the distance to the nearest found */
  guint found;
} Search;

static gboolean
rect_holds (const AssayRect *r, double x, double y, double radius)
{
  return x >= r->x - radius && x <= r->x + r->width + radius && y >= r->y - radius
         && y <= r->y + r->height + radius;
}

static const AssayItem *
item_at (const AssayLayer *layer, guint i)
{
  return &g_array_index (layer->items, AssayItem, i);
}

static void
take (Search *search, guint mark, double distance)
{
  if (distance > search->best)
    return;
  search->best = distance;
  search->found = mark;
}

/* Areas are meant only within; of two bubbles over each other the smaller lies on top. */
static void
search_areas (const AssayLayout *l, const AssayLayer *layer, Search *search)
{
  for (guint i = 0; i < layer->items->len; i++)
    {
      guint mark = layer->first_mark + i;
      AssayRect r;

      if (!assay_layout_mark_rect (l, mark, &r))
        continue;
      if (layer->kind == ASSAY_LAYER_BUBBLES)
        {
          double dx = search->x - r.x - r.width / 2, dy = search->y - r.y - r.height / 2;
          double away = hypot (dx, dy), radius = r.width / 2;

          if (away <= radius)
            take (search, mark, -1 / (1 + radius));
          else
            take (search, mark, (away - radius) * (away - radius));
        }
      else if (rect_holds (&r, search->x, search->y, 0))
        take (search, mark, 0);
    }
}

static void
search_points (const AssayLayout *l, const AssayLayer *layer, Search *search)
{
  const AssayPlacedPanel *panel = assay_layout_get_panel (l, layer->panel);
  double weight = panel->row_height > 0 ? 1 : SERIES_HEIGHT_WEIGHT;
  double low = assay_layout_unmap_x (l, layer->panel, search->x - search->radius);
  double high = assay_layout_unmap_x (l, layer->panel, search->x + search->radius);

  if (!rect_holds (&panel->plot, search->x, search->y, search->radius))
    return;
  for (guint k = assay_items_find (layer->items, low);
       k < layer->items->len && item_at (layer, k)->x <= high; k++)
    {
      const AssayItem *item = item_at (layer, k);
      double dx, dy;

      if (panel->row_height > 0 && item->y > panel->rows_shown - 0.5)
        continue;
      dx = assay_layout_map_x (l, layer->panel, item->x) - search->x;
      dy = (assay_layout_map_y (l, layer->panel, item->y) - search->y) * weight;
      take (search, layer->first_mark + k, dx * dx + dy * dy);
    }
}

/**
 * assay_layout_hit:
 * @l: a layout
 * @x: where
 * @y: where
 * @radius: how far from a mark still means it
 *
 * Returns: the nearest mark, or %ASSAY_MARK_NONE
 */
guint
assay_layout_hit (const AssayLayout *l, double x, double y, double radius)
{
  Search search = { x, y, radius, radius * radius, ASSAY_MARK_NONE };

  for (guint i = 0; l->panels->len > 0 && i < l->scene->layers->len; i++)
    {
      const AssayLayer *layer = assay_scene_get_layer (l->scene, i);

      if (!layer->marks)
        continue;
      if (layer->kind == ASSAY_LAYER_CELLS || layer->kind == ASSAY_LAYER_BUBBLES
          || layer->kind == ASSAY_LAYER_FRAME)
        search_areas (l, layer, &search);
      else
        search_points (l, layer, &search);
    }
  return search.found;
}

/**
 * assay_layout_mark_point:
 * @l: a layout
 * @mark: number of a mark
 * @x: (out): where
 * @y: (out): where
 *
 * Returns: whether the mark can be seen; the place is told in any case when it exists
 */
gboolean
assay_layout_mark_point (const AssayLayout *l, guint mark, double *x, double *y)
{
  const AssayLayer *layer = NULL;
  const AssayItem *item = assay_scene_get_mark (l->scene, mark, &layer);
  const AssayPlacedPanel *panel;

  if (item == NULL || l->panels->len == 0)
    return FALSE;
  panel = assay_layout_get_panel (l, layer->panel);
  if (layer->kind == ASSAY_LAYER_FRAME)
    {
      *x = panel->whole.x + panel->whole.width / 2;
      *y = panel->whole.y + panel->whole.height / 2;
      return TRUE;
    }
  *x = assay_layout_map_x (l, layer->panel, item->x);
  *y = assay_layout_map_y (l, layer->panel, item->y);
  return item->x >= l->view.min && item->x <= l->view.max
         && !(panel->row_height > 0 && item->y > panel->rows_shown - 0.5);
}

/**
 * assay_layout_mark_rect:
 * @l: a layout
 * @mark: number of a mark
 * @rect: (out): what it covers; of a point nothing but its place
 *
 * Returns: whether the mark can be seen
 */
gboolean
assay_layout_mark_rect (const AssayLayout *l, guint mark, AssayRect *rect)
{
  const AssayLayer *layer = NULL;
  double x, y, radius;

  if (!assay_layout_mark_point (l, mark, &x, &y))
    return FALSE;
  assay_scene_get_mark (l->scene, mark, &layer);
  *rect = (AssayRect){ x, y, 0, 0 };
  if (layer->kind == ASSAY_LAYER_FRAME)
    *rect = assay_layout_get_panel (l, layer->panel)->whole;
  else if (layer->kind == ASSAY_LAYER_CELLS)
    *rect = assay_layout_cell_rect (l, layer, mark - layer->first_mark);
  else if (layer->kind == ASSAY_LAYER_BUBBLES)
    {
      radius = assay_layout_bubble_radius (l, layer, mark - layer->first_mark);
      *rect = (AssayRect){ x - radius, y - radius, 2 * radius, 2 * radius };
    }
  return TRUE;
}

/**
 * assay_layout_step_mark:
 * @l: a layout
 * @mark: where the reader is; %ASSAY_MARK_NONE before the first step
 * @step: where to go
 *
 * As assay_scene_step_mark(), which does not know how many panels of a grid stand side by side.
 * Left and right are those of the picture, also where it is read from the right.
 *
 * Returns: the mark to go to; @mark itself at an end, %ASSAY_MARK_NONE when there are no marks
 */
guint
assay_layout_step_mark (const AssayLayout *l, guint mark, AssayMarkStep step)
{
  guint n = assay_scene_n_marks (l->scene), columns = MAX (l->grid_columns, 1);

  if (!l->scene->grid || n == 0)
    return assay_scene_step_mark (l->scene, mark, step);
  if (l->options.rtl && (step == ASSAY_STEP_PREVIOUS || step == ASSAY_STEP_NEXT))
    step = step == ASSAY_STEP_PREVIOUS ? ASSAY_STEP_NEXT : ASSAY_STEP_PREVIOUS;
  if (mark >= n)
    return step == ASSAY_STEP_LAST || step == ASSAY_STEP_PREVIOUS ? n - 1 : 0;
  switch (step)
    {
    case ASSAY_STEP_PREVIOUS:
      return mark > 0 ? mark - 1 : mark;
    case ASSAY_STEP_NEXT:
      return mark + 1 < n ? mark + 1 : mark;
    case ASSAY_STEP_UP:
      return mark >= columns ? mark - columns : mark;
    case ASSAY_STEP_DOWN:
      return mark + columns < n ? mark + columns : mark;
    case ASSAY_STEP_LAST:
      return n - 1;
    case ASSAY_STEP_FIRST:
    default:
      return 0;
    }
}
