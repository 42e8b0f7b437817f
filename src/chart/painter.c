/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/painter-private.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Fewer marks than this are drawn as they are: exactly where they belong. */
#define FEW_MARKS 400

void
assay_paint_color (cairo_t *cr, AssayColor color, double alpha)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha * alpha);
}

void
assay_paint_dash (const AssayPaint *paint, AssayDash dash)
{
  double w = MAX (paint->palette->line_width, 1);
  double dashed[] = { 6 * w, 3.5 * w }, dotted[] = { 1.5 * w, 3 * w };

  if (dash == ASSAY_DASH_DASHED)
    cairo_set_dash (paint->cr, dashed, 2, 0);
  else if (dash == ASSAY_DASH_DOTTED)
    cairo_set_dash (paint->cr, dotted, 2, 0);
  else
    cairo_set_dash (paint->cr, NULL, 0, 0);
}

/* A place in the middle of a device pixel, for thin straight lines. */
static double
crisp (const AssayPaint *paint, double value)
{
  if (paint->vector)
    return value;
  return (floor (value * paint->scale) + 0.5) / paint->scale;
}

static void
paint_grid (const AssayPaint *paint, guint index)
{
  const AssayLayout *l = paint->l;
  const AssayPlacedPanel *panel = assay_layout_get_panel (l, index);
  const AssayRect *plot = &panel->plot;
  cairo_t *cr = paint->cr;

  for (guint i = 0; i < panel->ticks->len; i++)
    {
      double value = g_array_index (panel->ticks, AssayTick, i).value;
      double y = crisp (paint, assay_layout_map_y (l, index, value));

      cairo_move_to (cr, plot->x, y);
      cairo_line_to (cr, plot->x + plot->width, y);
    }
  if (panel->row_height > 0)
    for (guint i = 0; i < l->x_ticks->len; i++)
      assay_paint_upright (
          paint, index,
          crisp (paint,
                 assay_layout_map_x (l, index, g_array_index (l->x_ticks, AssayTick, i).value)));
  assay_paint_color (cr, paint->palette->grid, 1);
  cairo_set_line_width (cr, 1 / MAX (paint->scale, 1));
  cairo_stroke (cr);
}

/* A row begins with a faint line where its name stands above it. */
static void
paint_rows (const AssayPaint *paint, const AssayPlacedPanel *panel)
{
  const AssayLayout *l = paint->l;
  double m = l->options.margin;

  for (guint i = 1; i < panel->rows_shown; i++)
    {
      double y = crisp (paint, panel->plot.y + i * panel->row_height);

      cairo_move_to (paint->cr, m, y);
      cairo_line_to (paint->cr, l->options.width - m, y);
    }
  assay_paint_color (paint->cr, paint->palette->grid, 1);
  cairo_set_line_width (paint->cr, 1 / MAX (paint->scale, 1));
  cairo_stroke (paint->cr);
}

static void
paint_axes (const AssayPaint *paint, guint index)
{
  const AssayLayout *l = paint->l;
  const AssayRect *plot = &assay_layout_get_panel (l, index)->plot;
  gboolean last = assay_layout_get_panel (l, index)->last;
  cairo_t *cr = paint->cr;
  double bottom = crisp (paint, plot->y + plot->height);

  cairo_move_to (cr, plot->x, bottom);
  cairo_line_to (cr, plot->x + plot->width, bottom);
  for (guint i = 0; i < l->x_ticks->len; i++)
    {
      double x = crisp (
          paint, assay_layout_map_x (l, index, g_array_index (l->x_ticks, AssayTick, i).value));

      cairo_move_to (cr, x, bottom);
      cairo_line_to (cr, x, bottom + (last ? l->small * 0.35 : l->small * 0.2));
    }
  assay_paint_color (cr, paint->palette->axis, 1);
  cairo_set_line_width (cr, paint->vector ? 0.6 : 1 / MAX (paint->scale, 1));
  cairo_stroke (cr);
}

/* Clips at whole device pixels: any other clip is a mask, through which all is slow. */
static void
clip_pixels (const AssayPaint *paint, double x, double y, double width, double height)
{
  double left = floor (x * paint->scale) / paint->scale;
  double top = floor (y * paint->scale) / paint->scale;

  cairo_rectangle (paint->cr, left, top, ceil ((x + width) * paint->scale) / paint->scale - left,
                   ceil ((y + height) * paint->scale) / paint->scale - top);
  cairo_clip (paint->cr);
}

static void
paint_panel (const AssayPaint *paint, guint index)
{
  const AssayLayout *l = paint->l;
  const AssayPlacedPanel *panel = assay_layout_get_panel (l, index);
  const AssayRect *plot = &panel->plot;

  /* Cells are a grid already. */
  if (!assay_scene_get_panel (l->scene, index)->dense)
    paint_grid (paint, index);
  if (panel->row_height > 0 && !assay_scene_get_panel (l->scene, index)->dense)
    paint_rows (paint, panel);
  paint_axes (paint, index);
  for (guint i = 0; i < l->scene->layers->len; i++)
    {
      const AssayLayer *layer = assay_scene_get_layer (l->scene, i);
      /* Only marks may reach over the sides of the plot, unless there are more beyond. */
      gboolean over = (layer->kind == ASSAY_LAYER_POINTS || layer->kind == ASSAY_LAYER_BUBBLES)
                      && !l->options.zoomed;
      double reach = layer->kind == ASSAY_LAYER_BUBBLES ? l->small * 3.4 : paint->radius * 2;
      double beside = over ? reach : 0, above = reach;

      if (layer->panel != index)
        continue;
      cairo_save (paint->cr);
      clip_pixels (paint, plot->x - beside, plot->y - above, plot->width + 2 * beside,
                   plot->height + 2 * above);
      assay_paint_layer (paint, layer);
      cairo_restore (paint->cr);
    }
}

/* Glyphs of cells and bubbles. */
static void
paint_area_glyph (const AssayPaint *paint, const AssayPlacedGlyph *glyph)
{
  const AssayLegend *legend = glyph->legend;
  double half = glyph->rect.height * 0.36;
  AssayRect r = { glyph->rect.x, glyph->rect.y + glyph->rect.height / 2 - half, glyph->rect.width,
                  half * 2 };
  guint steps = legend->kind == ASSAY_LEGEND_SCALE ? 12 : 1;

  if (legend->kind == ASSAY_LEGEND_BUBBLE)
    {
      assay_paint_bubble (paint, legend->tone, legend->dash, r.x + r.width / 2, r.y + half, half);
      return;
    }
  if (legend->kind == ASSAY_LEGEND_EMPTY)
    {
      cairo_rectangle (paint->cr, r.x, r.y, r.width, r.height);
      assay_paint_color (paint->cr, paint->palette->axis, 1);
      cairo_set_line_width (paint->cr, paint->palette->line_width * 0.8);
      cairo_stroke (paint->cr);
      return;
    }
  for (guint i = 0; i < steps; i++)
    {
      double level = steps > 1 ? (double)i / (steps - 1) : 0.35;

      cairo_rectangle (paint->cr, r.x + r.width * i / steps, r.y, r.width / steps + 0.3, r.height);
      assay_paint_color (paint->cr, assay_palette_level (paint->palette, legend->tone, level), 1);
      cairo_fill (paint->cr);
    }
  if (legend->kind == ASSAY_LEGEND_HATCH)
    {
      AssayColor ground = assay_palette_level (paint->palette, legend->tone, 0.35);

      assay_paint_hatch (paint, &r);
      assay_paint_color (paint->cr, assay_color_ink (&ground), 0.45);
      cairo_set_line_width (paint->cr, paint->palette->line_width * 0.8);
      cairo_stroke (paint->cr);
    }
}

/* From the names of bubbles to them. */
static void
paint_leaders (const AssayPaint *paint)
{
  for (guint i = 0; i < paint->l->leaders->len; i++)
    {
      const AssayLeader *leader = &g_array_index (paint->l->leaders, AssayLeader, i);

      cairo_move_to (paint->cr, leader->x0, leader->y0);
      cairo_line_to (paint->cr, leader->x1, leader->y1);
    }
  assay_paint_color (paint->cr, paint->palette->axis, 1);
  cairo_set_line_width (paint->cr, paint->palette->line_width * 0.8);
  cairo_stroke (paint->cr);
}

static void
paint_glyph (const AssayPaint *paint, const AssayPlacedGlyph *glyph)
{
  const AssayLegend *legend = glyph->legend;
  const AssayRect *r = &glyph->rect;
  cairo_t *cr = paint->cr;
  double middle = r->y + r->height / 2, half = r->height * 0.28;
  AssayColor color = assay_palette_tone (paint->palette, legend->tone);

  if (legend->kind == ASSAY_LEGEND_SHAPE)
    {
      AssayPaint plain = *paint;

      plain.radius = MAX (paint->l->small * 0.26, 1.2);
      plain.stamps = NULL;
      assay_paint_mark (&plain, legend->shape, legend->tone, r->x + r->width / 2, middle);
      return;
    }
  if (legend->kind == ASSAY_LEGEND_SCALE || legend->kind == ASSAY_LEGEND_HATCH
      || legend->kind == ASSAY_LEGEND_EMPTY || legend->kind == ASSAY_LEGEND_BUBBLE)
    {
      paint_area_glyph (paint, glyph);
      return;
    }
  if (legend->kind == ASSAY_LEGEND_AREA || legend->kind == ASSAY_LEGEND_BOX)
    {
      cairo_rectangle (cr, r->x, middle - half, r->width, half * 2);
      assay_paint_color (cr, color, paint->palette->fill_alpha);
      cairo_fill_preserve (cr);
      assay_paint_color (cr, color, legend->kind == ASSAY_LEGEND_BOX ? 1 : 0);
      cairo_set_line_width (cr, paint->palette->line_width);
      cairo_stroke (cr);
      if (legend->kind == ASSAY_LEGEND_AREA)
        return;
      cairo_move_to (cr, r->x + r->width * 0.45, middle - half);
      cairo_line_to (cr, r->x + r->width * 0.45, middle + half);
      cairo_set_line_width (cr, paint->palette->line_width * 2.4);
    }
  else
    {
      cairo_move_to (cr, r->x, middle);
      cairo_line_to (cr, r->x + r->width, middle);
      cairo_set_line_width (cr, paint->palette->line_width * 1.3);
      assay_paint_dash (paint, legend->dash);
    }
  assay_paint_color (cr, color, 1);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Letters whose feet stand between two rows of pixels are blurred or cut. */
static double
crisp_line (const AssayPaint *paint, const AssayPlacedText *text)
{
  double baseline = (double)pango_layout_get_baseline (text->text) / PANGO_SCALE;

  if (paint->vector)
    return text->rect.y;
  return round ((text->rect.y + baseline) * paint->scale) / paint->scale - baseline;
}

/* Marks shrink where they would cover each other, down to where shapes still differ. */
static double
mark_radius (const AssayLayout *layout)
{
  double full = MAX (layout->small * 0.26, 1.2), least = full * 0.6;
  guint most = 0;

  for (guint i = 0; layout->panels->len > 0 && i < layout->scene->layers->len; i++)
    {
      const AssayLayer *layer = assay_scene_get_layer (layout->scene, i);

      if ((layer->marks && layer->kind != ASSAY_LAYER_LINE)
          || (layout->scene->grid && layer->kind == ASSAY_LAYER_POINTS))
        most = MAX (most, assay_items_find (layer->items, layout->view.max)
                              - assay_items_find (layer->items, layout->view.min));
    }
  if (layout->scene->grid)
    full *= 0.75;
  if (most == 0)
    return full;
  return CLAMP (assay_layout_get_plot (layout).width / most * 0.6, least, full);
}

static double
context_scale (cairo_t *cr)
{
  double x = 1, y = 0;

  cairo_user_to_device_distance (cr, &x, &y);
  return hypot (x, y);
}

static gboolean
is_vector (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_SVG
         || type == CAIRO_SURFACE_TYPE_PS;
}

/**
 * assay_painter_draw:
 * @layout: a laid out scene
 * @cr: where to paint, its origin is the picture's upper left corner
 * @palette: the colours
 * @options: (nullable): how
 *
 * Paints the picture. The context is left as it was.
 */
void
assay_painter_draw (const AssayLayout *layout,
                    cairo_t *cr,
                    const AssayPalette *palette,
                    const AssayPaintOptions *options)
{
  g_autoptr (AssayStamps) stamps = NULL;
  AssayPaint paint = { .l = layout, .cr = cr, .palette = palette };

  paint.scale = options != NULL && options->scale > 0 ? options->scale : context_scale (cr);
  paint.scale = CLAMP (paint.scale, 0.1, 16);
  paint.vector = (options != NULL && options->vector) || is_vector (cr);
  paint.radius = mark_radius (layout);
  if (!paint.vector && layout->scene->n_marks > FEW_MARKS)
    stamps = assay_stamps_new (paint.radius, paint.scale);
  paint.stamps = stamps;

  cairo_save (cr);
  cairo_new_path (cr);
  if (options != NULL && options->background)
    {
      assay_paint_color (cr, palette->background, 1);
      cairo_rectangle (cr, 0, 0, layout->options.width, layout->options.height);
      cairo_fill (cr);
    }
  for (guint i = 0; i < layout->panels->len; i++)
    paint_panel (&paint, i);
  paint_leaders (&paint);
  for (guint i = 0; i < layout->glyphs->len; i++)
    paint_glyph (&paint, &g_array_index (layout->glyphs, AssayPlacedGlyph, i));
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const AssayPlacedText *text = &g_array_index (layout->texts, AssayPlacedText, i);

      if (text->halo)
        {
          PangoRectangle ink;

          pango_layout_get_pixel_extents (text->text, &ink, NULL);
          cairo_rectangle (cr, text->rect.x + ink.x - 2, text->rect.y, ink.width + 4,
                           text->rect.height);
          assay_paint_color (cr, palette->background, 0.8);
          cairo_fill (cr);
        }
      assay_paint_color (cr, assay_palette_tone (palette, text->tone), 1);
      cairo_move_to (cr, text->rect.x, crisp_line (&paint, text));
      pango_cairo_show_layout (cr, text->text);
      cairo_new_path (cr);
    }
  cairo_restore (cr);
}
