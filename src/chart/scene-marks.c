/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks of a scene: which there are, how to walk them, what they say, what is behind them; and the
 * rows of its table. */

#include "chart/scene-private.h"

#include <math.h>

guint
assay_scene_n_marks (const AssayScene *scene)
{
  return scene->n_marks;
}

/**
 * assay_scene_can_zoom:
 * @scene: a scene
 *
 * Returns: whether a part of its x axis can be looked at alone
 */
gboolean
assay_scene_can_zoom (const AssayScene *scene)
{
  return !scene->grid;
}

/* The layer that holds the mark, or -1. */
static int
find_lane (const AssayScene *scene, guint mark)
{
  for (guint i = 0; i < scene->layers->len; i++)
    {
      const AssayLayer *layer = assay_scene_get_layer (scene, i);

      if (layer->marks && mark >= layer->first_mark && mark - layer->first_mark < layer->items->len)
        return (int)i;
    }
  return -1;
}

/**
 * assay_scene_get_mark:
 * @scene: a scene
 * @mark: number of a mark
 * @layer: (out) (optional): its layer
 *
 * Returns: (nullable): the item; %NULL when there is no such mark
 */
const AssayItem *
assay_scene_get_mark (const AssayScene *scene, guint mark, const AssayLayer **layer)
{
  int lane = find_lane (scene, mark);
  const AssayLayer *found;

  if (lane < 0)
    return NULL;
  found = assay_scene_get_layer (scene, (guint)lane);
  if (layer != NULL)
    *layer = found;
  return &g_array_index (found->items, AssayItem, mark - found->first_mark);
}

/**
 * assay_items_find:
 * @items: items in rising order of x
 * @x: a value
 *
 * Returns: the number of the first item that is not below @x
 */
guint
assay_items_find (const GArray *items, double x)
{
  return assay_items_find_from (items, 0, items->len, x);
}

/**
 * assay_items_find_from:
 * @items: items in rising order of x
 * @from: where to begin
 * @hint: how far ahead it may well be
 * @x: a value
 *
 * Returns: the number of the first item at @from or behind that is not below @x
 */
guint
assay_items_find_from (const GArray *items, guint from, guint hint, double x)
{
  guint low = from, high = items->len;

  /* First in the stretch where it is expected, to stay in memory that was just read. */
  if (low < high && hint < high - low && !(g_array_index (items, AssayItem, low + hint).x < x))
    high = low + hint;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (items, AssayItem, middle).x < x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The mark of the lane that lies nearest along the x axis. */
static guint
nearest_in_lane (const AssayLayer *lane, double x)
{
  guint i = assay_items_find (lane->items, x);

  if (i >= lane->items->len)
    i = lane->items->len - 1;
  else if (i > 0
           && fabs (g_array_index (lane->items, AssayItem, i - 1).x - x)
                  < fabs (g_array_index (lane->items, AssayItem, i).x - x))
    i--;
  return lane->first_mark + i;
}

/* Among bubbles up and down lead to the next one in height. */
static guint
step_height (const AssayLayer *layer, guint mark, int by)
{
  const AssayItem *items = (const AssayItem *)(const void *)layer->items->data;
  guint here = mark - layer->first_mark, found = here;

  for (guint i = 0; i < layer->items->len; i++)
    {
      double ahead = (items[i].y - items[here].y) * by;
      gboolean after = ahead > 0 || (ahead == 0 && (i > here) == (by > 0) && i != here);

      if (after
          && (found == here || (items[i].y - items[found].y) * by < 0
              || (items[i].y == items[found].y && (i < found) == (by > 0))))
        found = i;
    }
  return layer->first_mark + found;
}

static guint
step_lane (const AssayScene *scene, guint mark, int lane, int by)
{
  const AssayLayer *here;
  const AssayItem *item = assay_scene_get_mark (scene, mark, &here);

  if (here->kind == ASSAY_LAYER_BUBBLES)
    return step_height (here, mark, -by);
  for (int i = lane + by; i >= 0 && i < (int)scene->layers->len; i += by)
    {
      const AssayLayer *layer = assay_scene_get_layer (scene, (guint)i);

      if (layer->marks && layer->items->len > 0)
        return nearest_in_lane (layer, item->x);
    }
  return mark;
}

/**
 * assay_scene_step_mark:
 * @scene: a scene
 * @mark: where the reader is; %ASSAY_MARK_NONE before the first step
 * @step: where to go
 *
 * Returns: the mark to go to; @mark itself at an end, %ASSAY_MARK_NONE when there are no marks
 */
guint
assay_scene_step_mark (const AssayScene *scene, guint mark, AssayMarkStep step)
{
  int lane;
  const AssayLayer *layer;
  guint last;

  if (scene->n_marks == 0)
    return ASSAY_MARK_NONE;
  lane = find_lane (scene, mark);
  if (lane < 0)
    {
      const AssayLayer *first = NULL;

      if (step != ASSAY_STEP_LAST && step != ASSAY_STEP_PREVIOUS)
        return 0;
      assay_scene_get_mark (scene, 0, &first);
      return first->items->len - 1;
    }
  layer = assay_scene_get_layer (scene, (guint)lane);
  last = layer->first_mark + layer->items->len - 1;
  switch (step)
    {
    case ASSAY_STEP_PREVIOUS:
      return mark > layer->first_mark ? mark - 1 : mark;
    case ASSAY_STEP_NEXT:
      return mark < last ? mark + 1 : mark;
    case ASSAY_STEP_UP:
      return step_lane (scene, mark, lane, -1);
    case ASSAY_STEP_DOWN:
      return step_lane (scene, mark, lane, 1);
    case ASSAY_STEP_LAST:
      return last;
    case ASSAY_STEP_FIRST:
    default:
      return layer->first_mark;
    }
}

/**
 * assay_scene_get_mark_text:
 * @scene: a scene
 * @mark: number of a mark
 *
 * Returns: (transfer full) (nullable): what there is to say about it, "PO-1042 · Trail 25 · 12 Mar
 *   2026 · 6 days late"
 */
char *
assay_scene_get_mark_text (const AssayScene *scene, guint mark)
{
  const AssayLayer *layer = NULL;
  const AssayItem *item = assay_scene_get_mark (scene, mark, &layer);

  if (item == NULL || scene->source == NULL || scene->source->text == NULL)
    return NULL;
  return scene->source->text (scene->data, layer, item);
}

/**
 * assay_scene_get_mark_ids:
 * @scene: a scene
 * @mark: number of a mark
 *
 * Returns: (transfer full): gint64 ids of the rows behind it; empty when there are none
 */
GArray *
assay_scene_get_mark_ids (const AssayScene *scene, guint mark)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const AssayLayer *layer = NULL;
  const AssayItem *item = assay_scene_get_mark (scene, mark, &layer);

  if (item == NULL || scene->source == NULL)
    return ids;
  if (scene->source->ids != NULL)
    scene->source->ids (scene->data, layer, item, ids);
  else if (scene->source->row_ids != NULL)
    scene->source->row_ids (scene->data, item->row, ids);
  return ids;
}

guint
assay_scene_n_columns (const AssayScene *scene)
{
  return scene->columns->len;
}

const char *
assay_scene_get_column_title (const AssayScene *scene, guint column)
{
  g_return_val_if_fail (column < scene->columns->len, NULL);
  return ((AssayColumn *)g_ptr_array_index (scene->columns, column))->title;
}

gboolean
assay_scene_column_is_number (const AssayScene *scene, guint column)
{
  g_return_val_if_fail (column < scene->columns->len, FALSE);
  return ((AssayColumn *)g_ptr_array_index (scene->columns, column))->number;
}

guint
assay_scene_n_rows (const AssayScene *scene)
{
  return scene->n_rows;
}

/**
 * assay_scene_get_cell:
 * @scene: a scene
 * @row: row of its table
 * @column: column of its table
 *
 * Returns: (transfer full): the text of a cell; empty where the value is unknown
 */
char *
assay_scene_get_cell (const AssayScene *scene, guint row, guint column)
{
  char *text;

  g_return_val_if_fail (row < scene->n_rows && column < scene->columns->len, NULL);
  text = scene->source->cell (scene->data, row, column);
  return text != NULL ? text : g_strdup ("");
}

/**
 * assay_scene_get_row_ids:
 * @scene: a scene
 * @row: row of its table
 *
 * Returns: (transfer full): gint64 ids of the records behind it
 */
GArray *
assay_scene_get_row_ids (const AssayScene *scene, guint row)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (row < scene->n_rows, ids);
  if (scene->source != NULL && scene->source->row_ids != NULL)
    scene->source->row_ids (scene->data, row, ids);
  return ids;
}
