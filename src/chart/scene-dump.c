/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scene as text, for tests and for looking into one. */

#include "chart/scene-private.h"

static const char *const layer_names[]
    = { "band",  "rule",   "upright", "bars",  "row-bars", "boxes",   "line",
        "steps", "points", "text",    "cells", "spans",    "bubbles", "frame" };
static const char *const fill_names[]
    = { "solid", "tint", "hatch", "outline", "level", "level-hatch" };
static const char *const shape_names[] = { "dot", "diamond", "triangle", "square", "bar" };
static const char *const axis_names[]
    = { "number", "percent", "date", "order", "category", "month" };

static void
dump_line (GString *out, const char *key, const char *value)
{
  if (value != NULL)
    g_string_append_printf (out, "%s: %s\n", key, value);
}

static void
dump_axis (GString *out, const char *key, const AssayAxis *axis)
{
  g_string_append_printf (out, "%s: %s %.6g…%.6g \"%s\"\n", key, axis_names[axis->kind],
                          axis->scale.min, axis->scale.max, axis->title ? axis->title : "");
  for (guint i = 0; axis->names != NULL && i < axis->names->len; i++)
    g_string_append_printf (out, "  row %u: %s (%s)\n", i,
                            (char *)g_ptr_array_index (axis->names, i),
                            (char *)g_ptr_array_index (axis->details, i));
}

/* What a cell or bubble has beside its place. */
static void
dump_extent (GString *out, const AssayLayer *layer, guint i)
{
  const char *words
      = layer->words != NULL && i < layer->words->len ? g_ptr_array_index (layer->words, i) : NULL;

  if (layer->cells != NULL)
    {
      const AssayCell *cell = &g_array_index (layer->cells, AssayCell, i);

      g_string_append_printf (out, " [%.6g…%.6g %.6g…%.6g %s", cell->x0, cell->x1, cell->y0,
                              cell->y1, fill_names[cell->fill]);
      if (cell->fill == ASSAY_FILL_LEVEL || cell->fill == ASSAY_FILL_LEVEL_HATCH)
        g_string_append_printf (out, " %.3g", cell->level);
      g_string_append_c (out, ']');
    }
  if (layer->bubbles != NULL)
    {
      const AssayBubble *bubble = &g_array_index (layer->bubbles, AssayBubble, i);

      g_string_append_printf (out, " (%.3g%s)", bubble->share, bubble->dashed ? " dashed" : "");
    }
  if (words != NULL && layer->kind != ASSAY_LAYER_TEXT)
    g_string_append_printf (out, " “%s”", words);
}

static void
dump_layer (GString *out, const AssayLayer *layer)
{
  g_string_append_printf (out, "layer %s panel %u%s%s%s:", layer_names[layer->kind], layer->panel,
                          layer->marks ? " marks" : "", layer->value_label ? " " : "",
                          layer->value_label ? layer->value_label : "");
  for (guint i = 0; i < layer->items->len; i++)
    {
      const AssayItem *item = &g_array_index (layer->items, AssayItem, i);

      g_string_append_printf (out, " %.6g,%.6g", item->x, item->y);
      if (item->shape != ASSAY_SHAPE_DOT)
        g_string_append_printf (out, " %s", shape_names[item->shape]);
      dump_extent (out, layer, i);
    }
  for (guint i = 0; layer->boxes != NULL && i < layer->boxes->len; i++)
    {
      const AssayBox *box = &g_array_index (layer->boxes, AssayBox, i);

      g_string_append_printf (out, " %.6g: %.6g |%.6g %.6g %.6g| %.6g", box->y, box->low, box->q1,
                              box->median, box->q3, box->high);
    }
  g_string_append_c (out, '\n');
}

/**
 * assay_scene_dump:
 * @scene: a scene
 *
 * Returns: (transfer full): its whole content, a line for each thing
 */
char *
assay_scene_dump (const AssayScene *scene)
{
  GString *out = g_string_new (NULL);

  dump_line (out, "title", scene->title);
  dump_line (out, "subtitle", scene->subtitle);
  dump_line (out, "empty", scene->empty);
  dump_line (out, "note", scene->note);
  dump_line (out, "description", scene->description);
  dump_axis (out, "x", &scene->x);
  for (guint i = 0; i < scene->panels->len; i++)
    {
      const AssayPanel *panel = assay_scene_get_panel (scene, i);

      dump_axis (out, "y", &panel->y);
      dump_line (out, "  detail", panel->detail);
      for (guint c = 0; c < ASSAY_N_CORNERS; c++)
        dump_line (out, "  corner", panel->corners[c]);
    }
  for (guint i = 0; i < scene->layers->len; i++)
    dump_layer (out, assay_scene_get_layer (scene, i));
  for (guint i = 0; i < scene->legend->len; i++)
    dump_line (out, "legend", ((AssayLegend *)g_ptr_array_index (scene->legend, i))->label);
  for (guint r = 0; r < scene->n_rows; r++)
    for (guint c = 0; c < scene->columns->len; c++)
      {
        g_autofree char *cell = assay_scene_get_cell (scene, r, c);

        g_string_append_printf (out, "%s%s%s", c == 0 ? "table: " : " | ", cell,
                                c + 1 == scene->columns->len ? "\n" : "");
      }
  return g_string_free_and_steal (out);
}
