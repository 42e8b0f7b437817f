/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pointing: from a place to a mark and back. */

#include "chart/layout-private.h"

#include <math.h>

/* In a series over time the nearest in time is meant, wherever the pointer is above or below;
 * among dots of a row it is the nearest dot. */
#define SERIES_HEIGHT_WEIGHT 0.12

static gboolean
panel_holds (const AssayLayout *l, guint panel, double x, double y, double radius)
{
  const AssayRect *plot = &assay_layout_get_panel (l, panel)->plot;

  return x >= plot->x - radius && x <= plot->x + plot->width + radius && y >= plot->y - radius
         && y <= plot->y + plot->height + radius;
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
  double best = radius * radius;
  guint found = ASSAY_MARK_NONE;

  for (guint i = 0; l->panels->len > 0 && i < l->scene->layers->len; i++)
    {
      const AssayLayer *layer = assay_scene_get_layer (l->scene, i);
      const AssayPlacedPanel *panel = assay_layout_get_panel (l, layer->panel);
      double weight = panel->row_height > 0 ? 1 : SERIES_HEIGHT_WEIGHT;
      double high;

      if (!layer->marks || !panel_holds (l, layer->panel, x, y, radius))
        continue;
      high = assay_layout_x_value (l, x + radius);
      for (guint k = assay_items_find (layer->items, assay_layout_x_value (l, x - radius));
           k < layer->items->len; k++)
        {
          const AssayItem *item = &g_array_index (layer->items, AssayItem, k);
          double dx, dy, distance;

          if (item->x > high)
            break;
          if (panel->row_height > 0 && item->y > panel->rows_shown - 0.5)
            continue;
          dx = assay_layout_map_x (l, item->x) - x;
          dy = (assay_layout_map_y (l, layer->panel, item->y) - y) * weight;
          distance = dx * dx + dy * dy;
          if (distance <= best)
            {
              best = distance;
              found = layer->first_mark + k;
            }
        }
    }
  return found;
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
  *x = assay_layout_map_x (l, item->x);
  *y = assay_layout_map_y (l, layer->panel, item->y);
  return item->x >= l->view.min && item->x <= l->view.max
         && !(panel->row_height > 0 && item->y > panel->rows_shown - 0.5);
}
