/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/scene-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (AssayScene, assay_scene, assay_scene_ref, assay_scene_unref)

static void
free_panel (gpointer data)
{
  AssayPanel *panel = data;

  assay_axis_clear (&panel->y);
  for (guint i = 0; i < ASSAY_N_CORNERS; i++)
    g_free (panel->corners[i]);
  g_free (panel->detail);
  g_free (panel);
}

static void
free_layer (gpointer data)
{
  AssayLayer *layer = data;

  g_clear_pointer (&layer->pyramid, assay_pyramid_free);
  g_clear_pointer (&layer->special_pyramid, assay_pyramid_free);
  g_array_unref (layer->special);
  g_clear_pointer (&layer->words, g_ptr_array_unref);
  g_array_unref (layer->items);
  g_clear_pointer (&layer->lower, g_array_unref);
  g_clear_pointer (&layer->boxes, g_array_unref);
  g_clear_pointer (&layer->cells, g_array_unref);
  g_clear_pointer (&layer->bubbles, g_array_unref);
  g_free (layer->value_label);
  g_free (layer->short_label);
  g_free (layer);
}

static void
free_legend (gpointer data)
{
  AssayLegend *legend = data;

  g_free (legend->label);
  g_free (legend);
}

static void
free_column (gpointer data)
{
  AssayColumn *column = data;

  g_free (column->title);
  g_free (column);
}

/**
 * assay_scene_new:
 * @kind: the chart's stable name
 * @title: its title
 *
 * Returns: (transfer full): a scene without content; its x axis is to be initialised
 */
AssayScene *
assay_scene_new (const char *kind, const char *title)
{
  AssayScene *scene = g_new0 (AssayScene, 1);

  g_atomic_ref_count_init (&scene->refs);
  scene->kind = g_strdup (kind);
  scene->title = g_strdup (title);
  scene->panels = g_ptr_array_new_with_free_func (free_panel);
  scene->layers = g_ptr_array_new_with_free_func (free_layer);
  scene->legend = g_ptr_array_new_with_free_func (free_legend);
  scene->columns = g_ptr_array_new_with_free_func (free_column);
  return scene;
}

AssayScene *
assay_scene_ref (AssayScene *scene)
{
  g_atomic_ref_count_inc (&scene->refs);
  return scene;
}

void
assay_scene_unref (AssayScene *scene)
{
  if (!g_atomic_ref_count_dec (&scene->refs))
    return;
  g_free (scene->kind);
  g_free (scene->title);
  g_free (scene->subtitle);
  g_free (scene->description);
  g_free (scene->definition);
  g_free (scene->note);
  g_free (scene->empty);
  assay_axis_clear (&scene->x);
  g_ptr_array_unref (scene->panels);
  g_ptr_array_unref (scene->layers);
  g_ptr_array_unref (scene->legend);
  g_ptr_array_unref (scene->columns);
  if (scene->free_data != NULL)
    scene->free_data (scene->data);
  g_free (scene);
}

/**
 * assay_scene_add_panel:
 * @scene: a scene being made
 * @kind: what is measured upwards
 * @title: its name with the unit
 * @weight: its share of the height beside the others'
 *
 * Returns: (transfer none): the new panel, below those before it
 */
AssayPanel *
assay_scene_add_panel (AssayScene *scene, AssayAxisKind kind, const char *title, double weight)
{
  AssayPanel *panel = g_new0 (AssayPanel, 1);

  assay_axis_init (&panel->y, kind, title);
  panel->weight = weight;
  g_ptr_array_add (scene->panels, panel);
  return panel;
}

/**
 * assay_scene_add_layer:
 * @scene: a scene being made
 * @kind: how its items are drawn
 * @tone: in which colour
 *
 * Returns: (transfer none): the new layer, in the last panel, above those before it
 */
AssayLayer *
assay_scene_add_layer (AssayScene *scene, AssayLayerKind kind, AssayTone tone)
{
  AssayLayer *layer = g_new0 (AssayLayer, 1);

  layer->kind = kind;
  layer->tone = tone;
  layer->panel = scene->panels->len > 0 ? scene->panels->len - 1 : 0;
  layer->items = g_array_new (FALSE, TRUE, sizeof (AssayItem));
  layer->special = g_array_new (FALSE, FALSE, sizeof (AssayItem));
  if (kind == ASSAY_LAYER_BAND)
    layer->lower = g_array_new (FALSE, TRUE, sizeof (AssayItem));
  if (kind == ASSAY_LAYER_BOXES)
    layer->boxes = g_array_new (FALSE, TRUE, sizeof (AssayBox));
  if (kind == ASSAY_LAYER_CELLS || kind == ASSAY_LAYER_SPANS)
    layer->cells = g_array_new (FALSE, TRUE, sizeof (AssayCell));
  if (kind == ASSAY_LAYER_BUBBLES)
    layer->bubbles = g_array_new (FALSE, TRUE, sizeof (AssayBubble));
  if (kind == ASSAY_LAYER_TEXT || kind == ASSAY_LAYER_CELLS || kind == ASSAY_LAYER_BUBBLES)
    layer->words = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (scene->layers, layer);
  return layer;
}

/**
 * assay_layer_add:
 * @layer: a layer
 * @x: where along the x axis, not below the item before
 * @y: where along the panel's axis
 * @row: the source's number of it
 *
 * Adds an item of the ordinary shape in the layer's tone.
 */
void
assay_layer_add (AssayLayer *layer, double x, double y, guint32 row)
{
  AssayItem item = { x, y, row, ASSAY_SHAPE_DOT, (guint8)layer->tone };

  g_array_append_val (layer->items, item);
}

/**
 * assay_layer_add_cell:
 * @layer: a layer of cells
 * @cell: a rectangle, not to the left of the one before
 * @words: (nullable): what stands in it where it fits
 * @row: the source's number of it
 *
 * Adds a rectangle in the layer's tone; its item is its middle.
 */
void
assay_layer_add_cell (AssayLayer *layer, const AssayCell *cell, const char *words, guint32 row)
{
  assay_layer_add (layer, (cell->x0 + cell->x1) / 2, (cell->y0 + cell->y1) / 2, row);
  g_array_append_vals (layer->cells, cell, 1);
  g_ptr_array_add (layer->words, g_strdup (words));
}

/**
 * assay_layer_add_span:
 * @layer: a layer of spans
 * @x0: where it begins along the x axis
 * @x1: where it ends; @x0 for an upright one
 * @y0: where it begins along the panel's axis
 * @y1: where it ends; @y0 for a lying one
 *
 * Adds a stroke with caps at its ends, to the right of the one before: the interval of a point.
 */
void
assay_layer_add_span (AssayLayer *layer, double x0, double x1, double y0, double y1)
{
  AssayCell cell = { x0, x1, y0, y1, 0, ASSAY_FILL_OUTLINE };

  assay_layer_add (layer, (x0 + x1) / 2, (y0 + y1) / 2, layer->items->len);
  g_array_append_val (layer->cells, cell);
}

/**
 * assay_layer_add_bubble:
 * @layer: a layer of bubbles
 * @x: where along the x axis, not below the one before
 * @y: where along the panel's axis
 * @share: its area beside the largest one's, 0…1; NaN when its size is not known
 * @dashed: whether it is to be taken with caution
 * @name: (nullable): stands beside it where there is room
 * @row: the source's number of it
 */
void
assay_layer_add_bubble (AssayLayer *layer,
                        double x,
                        double y,
                        double share,
                        gboolean dashed,
                        const char *name,
                        guint32 row)
{
  AssayBubble bubble = { share, dashed };

  assay_layer_add (layer, x, y, row);
  g_array_append_val (layer->bubbles, bubble);
  g_ptr_array_add (layer->words, g_strdup (name));
}

/**
 * assay_scene_add_rule:
 * @scene: a scene being made
 * @panel: the panel's number
 * @value: where on its axis
 * @tone: colour
 * @dash: stroke
 *
 * Returns: (transfer none): a layer of one line over the whole width
 */
AssayLayer *
assay_scene_add_rule (AssayScene *scene, guint panel, double value, AssayTone tone, AssayDash dash)
{
  AssayLayer *layer = assay_scene_add_layer (scene, ASSAY_LAYER_RULE, tone);

  layer->panel = panel;
  layer->dash = dash;
  assay_layer_add (layer, 0, value, 0);
  return layer;
}

void
assay_scene_add_legend (
    AssayScene *scene, AssayLegendKind kind, AssayTone tone, int shape_or_dash, const char *label)
{
  AssayLegend *legend = g_new0 (AssayLegend, 1);

  legend->kind = kind;
  legend->tone = tone;
  if (kind == ASSAY_LEGEND_SHAPE)
    legend->shape = (AssayShape)shape_or_dash;
  else
    legend->dash = (AssayDash)shape_or_dash;
  legend->label = g_strdup (label);
  g_ptr_array_add (scene->legend, legend);
}

void
assay_scene_add_column (AssayScene *scene, const char *title, gboolean number)
{
  AssayColumn *column = g_new0 (AssayColumn, 1);

  column->title = g_strdup (title);
  column->number = number;
  g_ptr_array_add (scene->columns, column);
}

/**
 * assay_scene_set_source:
 * @scene: a scene being made
 * @source: where words and ids come from
 * @data: (transfer full): what @source is called with
 * @free_data: frees it with the scene
 */
void
assay_scene_set_source (AssayScene *scene,
                        const AssaySceneSource *source,
                        gpointer data,
                        GDestroyNotify free_data)
{
  scene->source = source;
  scene->data = data;
  scene->free_data = free_data;
}

static AssayPyramid *
items_pyramid (const GArray *items)
{
  const AssayItem *first = &g_array_index (items, AssayItem, 0);

  return assay_pyramid_new (&first->y, sizeof (AssayItem), items->len);
}

static void
prepare_extremes (AssayLayer *layer)
{
  for (guint i = 0; i < layer->items->len; i++)
    if (g_array_index (layer->items, AssayItem, i).shape != ASSAY_SHAPE_DOT)
      g_array_append_val (layer->special, g_array_index (layer->items, AssayItem, i));
  layer->pyramid = items_pyramid (layer->items);
  if (layer->special->len > 0)
    layer->special_pyramid = items_pyramid (layer->special);
}

/**
 * assay_scene_finish:
 * @scene: a scene with all its layers
 *
 * Numbers the marks and prepares the search for extremes. Nothing may be added afterwards.
 */
void
assay_scene_finish (AssayScene *scene)
{
  scene->n_marks = 0;
  for (guint i = 0; i < scene->layers->len; i++)
    {
      AssayLayer *layer = assay_scene_get_layer (scene, i);

      layer->first_mark = scene->n_marks;
      if (layer->marks)
        scene->n_marks += layer->items->len;
      if ((layer->kind == ASSAY_LAYER_LINE || layer->kind == ASSAY_LAYER_POINTS)
          && layer->items->len > 0)
        prepare_extremes (layer);
    }
}

AssayPanel *
assay_scene_get_panel (const AssayScene *scene, guint panel)
{
  return g_ptr_array_index (scene->panels, panel);
}

AssayLayer *
assay_scene_get_layer (const AssayScene *scene, guint layer)
{
  return g_ptr_array_index (scene->layers, layer);
}

const char *
assay_scene_get_title (const AssayScene *scene)
{
  return scene->title;
}

const char *
assay_scene_get_subtitle (const AssayScene *scene)
{
  return scene->subtitle;
}

/**
 * assay_scene_get_description:
 * @scene: a scene
 *
 * Returns: what the picture shows, in whole sentences, for a reader who does not see it
 */
const char *
assay_scene_get_description (const AssayScene *scene)
{
  return scene->description;
}

/**
 * assay_scene_get_definition:
 * @scene: a scene
 *
 * Returns: how its figures are computed
 */
const char *
assay_scene_get_definition (const AssayScene *scene)
{
  return scene->definition;
}

const char *
assay_scene_get_note (const AssayScene *scene)
{
  return scene->note;
}

/**
 * assay_scene_get_empty:
 * @scene: a scene
 *
 * Returns: (nullable): what is missing for there to be something to see; %NULL when there is
 */
const char *
assay_scene_get_empty (const AssayScene *scene)
{
  return scene->empty;
}

/**
 * assay_scene_get_file_stem:
 * @scene: a scene
 *
 * Returns: a name without folder and ending to suggest for a file of it
 */
const char *
assay_scene_get_file_stem (const AssayScene *scene)
{
  return scene->kind;
}
