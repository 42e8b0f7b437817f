/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places of areas and of the names beside bubbles. A name stands where it covers no other bubble,
 * name or word: close by if it can, else a little away with a line that leads to its bubble; where
 * there is no such place it is left to whoever points at the bubble. */

#include "assay-config.h"

#include "chart/layout-private.h"

#include <math.h>

#define MOST_NAME_EMS 13

/**
 * assay_layout_bubble_radius:
 * @l: a layout
 * @layer: a layer of bubbles
 * @i: number of a bubble
 *
 * Returns: its radius
 */
double
assay_layout_bubble_radius (const AssayLayout *l, const AssayLayer *layer, guint i)
{
  const AssayRect *plot = &assay_layout_get_panel (l, layer->panel)->plot;
  double share = g_array_index (layer->bubbles, AssayBubble, i).share;
  double least = l->small * 0.3;
  double largest = CLAMP (MIN (plot->width, plot->height) * 0.085, l->small, l->small * 3.2);

  if (isnan (share))
    return l->small * 0.5;
  return MAX (sqrt (CLAMP (share, 0, 1)) * largest, least);
}

/**
 * assay_layout_cell_rect:
 * @l: a layout
 * @layer: a layer of cells or spans
 * @i: number of a cell
 *
 * Returns: where it is; of a row the part between two lines
 */
AssayRect
assay_layout_cell_rect (const AssayLayout *l, const AssayLayer *layer, guint i)
{
  const AssayCell *cell = &g_array_index (layer->cells, AssayCell, i);
  double left = assay_layout_map_x (l, layer->panel, cell->x0);
  double right = assay_layout_map_x (l, layer->panel, cell->x1);
  double from = assay_layout_map_y (l, layer->panel, cell->y0);
  double to = assay_layout_map_y (l, layer->panel, cell->y1);

  return (AssayRect){ MIN (left, right), MIN (from, to), fabs (right - left), fabs (to - from) };
}

static gboolean
overlap (const AssayRect *a, const AssayRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/* Whether one of the layer's bubbles reaches into @r. */
static gboolean
has_bubble (const AssayLayout *l, const AssayLayer *layer, const AssayRect *r)
{
  for (guint i = 0; i < layer->items->len; i++)
    {
      const AssayItem *item = &g_array_index (layer->items, AssayItem, i);
      double radius = assay_layout_bubble_radius (l, layer, i);
      double x = assay_layout_map_x (l, layer->panel, item->x);
      double y = assay_layout_map_y (l, layer->panel, item->y);
      double dx = x - CLAMP (x, r->x, r->x + r->width), dy = y - CLAMP (y, r->y, r->y + r->height);

      if (dx * dx + dy * dy < radius * radius)
        return TRUE;
    }
  return FALSE;
}

/* Whether a name could stand in @r: inside of the plot, over no word and no bubble. */
static gboolean
is_free (const AssayLayout *l, const AssayLayer *layer, const AssayRect *r)
{
  const AssayRect *plot = &assay_layout_get_panel (l, layer->panel)->plot;

  if (r->x < plot->x || r->y < plot->y || r->x + r->width > plot->x + plot->width
      || r->y + r->height > plot->y + plot->height)
    return FALSE;
  for (guint i = 0; i < l->texts->len; i++)
    if (overlap (r, &g_array_index (l->texts, AssayPlacedText, i).rect))
      return FALSE;
  return !has_bubble (l, layer, r);
}

/* A leading line may cross no name and no other bubble's middle. */
static gboolean
is_clear (const AssayLayout *l, const AssayLeader *leader)
{
  for (guint step = 1; step < 8; step++)
    {
      AssayRect at = { leader->x0 + (leader->x1 - leader->x0) * step / 8,
                       leader->y0 + (leader->y1 - leader->y0) * step / 8, 1, 1 };

      for (guint i = 0; i < l->texts->len; i++)
        if (overlap (&at, &g_array_index (l->texts, AssayPlacedText, i).rect))
          return FALSE;
    }
  return TRUE;
}

static void
name_bubble (AssayLayout *l, const AssayLayer *layer, guint i)
{
  static const struct
  {
    int x, y;
  } sides[]
      = { { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 }, { 1, -1 }, { -1, -1 }, { 1, 1 }, { -1, 1 } };
  const char *name = g_ptr_array_index (layer->words, i);
  const AssayItem *item = &g_array_index (layer->items, AssayItem, i);
  AssayTextStyle style
      = { .tone = ASSAY_TONE_TEXT, .ellipsize = PANGO_ELLIPSIZE_END, .halo = TRUE };
  double x = assay_layout_map_x (l, layer->panel, item->x);
  double y = assay_layout_map_y (l, layer->panel, item->y);
  double radius = assay_layout_bubble_radius (l, layer, i), width;

  if (name == NULL || *name == '\0' || item->x < l->view.min || item->x > l->view.max)
    return;
  width = MIN (assay_layout_text_width (l, name, &style) + 2, l->small * MOST_NAME_EMS);
  for (guint ring = 0; ring < 3; ring++)
    for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
      {
        double away = radius + l->small * (0.3 + 1.5 * ring);
        double reach = sides[side].x != 0 && sides[side].y != 0 ? away * 0.75 : away;
        AssayRect r
            = { x + sides[side].x * reach - width / 2 * (1 - sides[side].x),
                y + sides[side].y * reach - l->line / 2 * (1 - sides[side].y), width, l->line };
        AssayLeader leader = { x + sides[side].x * radius * 0.8, y + sides[side].y * radius * 0.8,
                               CLAMP (x, r.x, r.x + width), CLAMP (y, r.y, r.y + l->line) };

        if (!is_free (l, layer, &r) || (ring > 0 && !is_clear (l, &leader)))
          continue;
        style.align = sides[side].x < 0 ? ASSAY_ALIGN_END : ASSAY_ALIGN_START;
        if (l->options.rtl)
          style.align = sides[side].x > 0 ? ASSAY_ALIGN_END : ASSAY_ALIGN_START;
        if (sides[side].x == 0)
          style.align = ASSAY_ALIGN_CENTRE;
        if (ring > 0)
          g_array_append_val (l->leaders, leader);
        assay_layout_place (l, name, &style, r.x, r.y, width);
        return;
      }
}

typedef struct
{
  guint i;
  double radius;
} Named;

static int
compare_radii (gconstpointer a, gconstpointer b)
{
  double left = ((const Named *)a)->radius, right = ((const Named *)b)->radius;

  return (left < right) - (left > right);
}

/**
 * assay_layout_name_bubbles:
 * @l: a layout whose other words have their places
 *
 * Places the names of bubbles, those of the largest first.
 */
void
assay_layout_name_bubbles (AssayLayout *l)
{
  for (guint k = 0; k < l->scene->layers->len; k++)
    {
      const AssayLayer *layer = assay_scene_get_layer (l->scene, k);
      g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (Named));

      if (layer->kind != ASSAY_LAYER_BUBBLES)
        continue;
      for (guint i = 0; i < layer->items->len; i++)
        {
          Named named = { i, assay_layout_bubble_radius (l, layer, i) };

          g_array_append_val (order, named);
        }
      g_array_sort (order, compare_radii);
      for (guint i = 0; i < order->len; i++)
        name_bubble (l, layer, g_array_index (order, Named, i).i);
    }
}

/* Moves words away from the edge until they hide no bubble; FALSE: there is no such place. */
static gboolean
make_room (const AssayLayout *l, guint panel, AssayRect *r, double by)
{
  for (guint line = 0; line < 3; line++, r->y += by)
    {
      gboolean hidden = FALSE;

      for (guint i = 0; i < l->scene->layers->len; i++)
        {
          const AssayLayer *layer = assay_scene_get_layer (l->scene, i);

          if (layer->kind == ASSAY_LAYER_BUBBLES && layer->panel == panel)
            hidden = hidden || has_bubble (l, layer, r);
        }
      if (!hidden)
        return TRUE;
    }
  return FALSE;
}

/**
 * assay_layout_name_corners:
 * @l: a layout whose panels have their places
 *
 * Places the words in the corners of panels, each within its half.
 */
void
assay_layout_name_corners (AssayLayout *l)
{
  double pad = l->small * 0.4;

  for (guint p = 0; p < l->panels->len; p++)
    {
      const AssayRect *plot = &assay_layout_get_panel (l, p)->plot;
      const AssayPanel *panel = assay_scene_get_panel (l->scene, p);

      for (guint c = 0; c < ASSAY_N_CORNERS; c++)
        {
          gboolean right = c == ASSAY_CORNER_TOP_RIGHT || c == ASSAY_CORNER_BOTTOM_RIGHT;
          gboolean bottom = c == ASSAY_CORNER_BOTTOM_LEFT || c == ASSAY_CORNER_BOTTOM_RIGHT;
          double most = plot->width / 2 - pad * 1.5;
          AssayTextStyle style
              = { .tone = ASSAY_TONE_DIM,
                  .halo = TRUE,
                  .ellipsize = PANGO_ELLIPSIZE_END,
                  .align = right != l->options.rtl ? ASSAY_ALIGN_END : ASSAY_ALIGN_START };
          AssayRect r = { .height = l->line };

          if (panel->corners[c] == NULL)
            continue;
          r.width = MIN (assay_layout_text_width (l, panel->corners[c], &style) + 2, MAX (most, 1));
          r.x = right ? plot->x + plot->width - pad - r.width : plot->x + pad;
          r.y = bottom ? plot->y + plot->height - l->line - pad / 2 : plot->y + pad / 2;
          if (make_room (l, p, &r, bottom ? -l->line : l->line))
            assay_layout_place (l, panel->corners[c], &style, r.x, r.y, r.width);
        }
    }
}
