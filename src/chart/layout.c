/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

/* Narrower than this many ems, rows are named above themselves and rules get short names. */
#define NARROW_EMS 38

static void
clear_text (gpointer data)
{
  g_clear_object (&((AssayPlacedText *)data)->text);
}

static void
clear_panel (gpointer data)
{
  g_clear_pointer (&((AssayPlacedPanel *)data)->ticks, g_array_unref);
}

static AssayLayout *
layout_alloc (AssayScene *scene, const AssayLayoutOptions *options)
{
  AssayLayout *l = g_new0 (AssayLayout, 1);
  AssayTextStyle style = { 0 };
  double unused;

  l->scene = assay_scene_ref (scene);
  l->options = *options;
  l->options.width = CLAMP (options->width, 1, 32000);
  l->options.height = CLAMP (options->height, 1, 1e6);
  l->options.font_size = CLAMP (options->font_size, 1, 400);
  l->font_family = g_strdup (options->font_family);
  l->options.font_family = l->font_family;
  l->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_round_glyph_positions (l->context, FALSE);
  pango_context_set_base_dir (l->context, options->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  l->panels = g_array_new (FALSE, TRUE, sizeof (AssayPlacedPanel));
  g_array_set_clear_func (l->panels, clear_panel);
  l->texts = g_array_new (FALSE, TRUE, sizeof (AssayPlacedText));
  g_array_set_clear_func (l->texts, clear_text);
  l->glyphs = g_array_new (FALSE, TRUE, sizeof (AssayPlacedGlyph));
  l->leaders = g_array_new (FALSE, TRUE, sizeof (AssayLeader));
  l->grid_columns = 1;
  l->columns = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  l->small = l->options.font_size * 0.9;
  {
    g_autoptr (PangoLayout) sample = assay_layout_make_text (l, "Ág", &style, 0);
    assay_layout_text_size (sample, &unused, &l->line);
  }
  return l;
}

/* The part of the x axis that is shown, never outside of the whole. */
static void
layout_view (AssayLayout *l)
{
  AssayScale view = l->options.view;

  l->whole = l->scene->x.scale;
  if (assay_scale_is_empty (&l->whole) || !(assay_scale_span (&l->whole) > 0))
    assay_scale_pad (&l->whole, 0);
  l->view = l->whole;
  if (!l->options.zoomed || !(view.max > view.min))
    return;
  view.min = MAX (view.min, l->whole.min);
  view.max = MIN (view.max, l->whole.max);
  if (view.max > view.min)
    l->view = view;
}

gboolean
assay_layout_is_narrow (const AssayLayout *l)
{
  return l->options.width < NARROW_EMS * l->options.font_size;
}

/**
 * assay_layout_row_height:
 * @l: a layout
 * @heading: (out): the part of it above the row
 *
 * Returns: how high a row of categories has to be
 */
double
assay_layout_row_height (AssayLayout *l, double *heading)
{
  gboolean dense = assay_scene_get_panel (l->scene, 0)->dense;

  *heading = assay_layout_is_narrow (l) ? l->line * 1.05 : 0;
  if (assay_layout_is_narrow (l))
    return *heading + l->line * (dense ? 1.5 : 1.7);
  return l->line * (dense ? 1.5 : 2.4);
}

static gboolean
has_categories (const AssayScene *scene)
{
  return scene->panels->len == 1 && assay_scene_get_panel (scene, 0)->y.kind == ASSAY_AXIS_CATEGORY;
}

/**
 * assay_layout_has_rows:
 * @scene: a scene
 *
 * Returns: whether it consists of rows, so that less height means fewer of them, or of a grid of
 *   panels, which would become too flat
 */
gboolean
assay_layout_has_rows (const AssayScene *scene)
{
  return scene->grid || has_categories (scene);
}

static double
x_label_height (const AssayLayout *l)
{
  return l->line * (assay_axis_is_time (&l->scene->x) ? 2.05 : 1.05) + l->small * 0.45;
}

static double
x_title_height (const AssayLayout *l)
{
  return l->scene->x.title != NULL ? l->line * 1.15 : 0;
}

static double
panel_title_height (const AssayLayout *l, guint panel)
{
  return assay_scene_get_panel (l->scene, panel)->y.title != NULL && !l->scene->grid
             ? l->line * 1.45
             : 0;
}

static void
place_empty (AssayLayout *l, double y)
{
  double width = l->options.width - 2 * l->options.margin;
  AssayTextStyle style = {
    .size = l->options.font_size, .wrap = TRUE, .tone = ASSAY_TONE_DIM, .align = ASSAY_ALIGN_CENTRE
  };
  g_autoptr (PangoLayout) measured
      = assay_layout_make_text (l, l->scene->empty, &style, MAX (width, 1));
  double height;

  assay_layout_text_size (measured, NULL, &height);
  y = MAX (y, y + (l->options.height - l->options.margin - y - height) / 2);
  assay_layout_place (l, l->scene->empty, &style, l->options.margin, y, width);
}

/* Room above and below the values; an axis that begins at nought still does. */
void
assay_layout_pad_values (AssayScale *scale)
{
  AssayScale bare = *scale;

  assay_scale_pad (scale, 0.06);
  if (bare.min == 0 && bare.max > 0)
    scale->min = 0;
}

/* Divides the height between y and bottom among the panels; widths come later. */
static void
place_panels (AssayLayout *l, double y, double bottom)
{
  double titles = 0, weights = 0, gap = l->small * 1.1, room;

  for (guint i = 0; i < l->scene->panels->len; i++)
    {
      titles += panel_title_height (l, i);
      weights += assay_scene_get_panel (l->scene, i)->weight;
    }
  room = MAX (bottom - y - titles - gap * (l->scene->panels->len - 1), 1);
  for (guint i = 0; i < l->scene->panels->len; i++)
    {
      const AssayPanel *panel = assay_scene_get_panel (l->scene, i);
      AssayPlacedPanel placed = { 0 };
      guint steps;

      y += panel_title_height (l, i);
      placed.plot.y = y;
      placed.plot.height = MAX (room * panel->weight / weights, 1);
      placed.first = TRUE;
      placed.last = i + 1 == l->scene->panels->len;
      placed.y = panel->y.scale;
      steps = (guint)CLAMP (placed.plot.height / (l->line * 1.9), 2, 9);
      if (panel->y.kind == ASSAY_AXIS_CATEGORY)
        {
          double least = assay_layout_row_height (l, &placed.row_heading);
          double rows = MAX (panel->y.names->len, 1u);

          placed.row_height = CLAMP (placed.plot.height / rows, least, least * 1.8);
          placed.rows_shown
              = (guint)MIN (rows, floor (placed.plot.height / placed.row_height + 0.01));
          placed.rows_shown = MAX (placed.rows_shown, 1);
          placed.plot.height = placed.rows_shown * placed.row_height;
        }
      else
        assay_layout_pad_values (&placed.y);
      placed.ticks = assay_axis_ticks (&panel->y, &placed.y, steps + 1);
      y = placed.plot.y + placed.plot.height + gap;
      g_array_append_val (l->panels, placed);
    }
}

static guint
rows_hidden (const AssayLayout *l)
{
  return has_categories (l->scene) ? assay_scene_get_panel (l->scene, 0)->y.names->len
                                         - assay_layout_get_panel (l, 0)->rows_shown
                                   : 0;
}

/**
 * assay_layout_new:
 * @scene: a scene
 * @options: size, font and what is visible
 *
 * Returns: (transfer full): the scene at that size
 */
AssayLayout *
assay_layout_new (AssayScene *scene, const AssayLayoutOptions *options)
{
  AssayLayout *l = layout_alloc (scene, options);
  double y, bottom, footer;
  guint hidden = 0;

  layout_view (l);
  y = assay_layout_header (l, l->options.margin);
  if (scene->empty != NULL || scene->panels->len == 0)
    {
      if (scene->empty != NULL)
        place_empty (l, y);
      l->x_ticks = assay_ticks_new ();
      return l;
    }
  y = assay_layout_legend (l, y);
  /* That rows are hidden takes a line, which hides one more: two rounds settle it. */
  for (guint round = 0; round < 3; round++)
    {
      footer = assay_layout_footer (l, hidden, FALSE, 0);
      bottom = l->options.height - l->options.margin - footer - x_title_height (l)
               - x_label_height (l);
      g_array_set_size (l->panels, 0);
      if (scene->grid)
        assay_layout_place_grid (l, y, bottom);
      else
        place_panels (l, y, bottom);
      if (rows_hidden (l) == hidden)
        break;
      hidden = rows_hidden (l);
    }
  assay_layout_gutters (l);
  assay_layout_name_ticks (l);
  assay_layout_name_rules (l);
  if (scene->grid)
    assay_layout_name_grid (l);
  else
    assay_layout_name_rows (l);
  assay_layout_name_corners (l);
  assay_layout_name_bubbles (l);
  assay_layout_footer (l, hidden, TRUE,
                       l->options.height - l->options.margin
                           - assay_layout_footer (l, hidden, FALSE, 0));
  return l;
}

void
assay_layout_free (AssayLayout *l)
{
  if (l == NULL)
    return;
  g_array_unref (l->x_ticks);
  g_array_unref (l->panels);
  g_array_unref (l->texts);
  g_array_unref (l->glyphs);
  g_array_unref (l->leaders);
  g_hash_table_unref (l->columns);
  g_object_unref (l->context);
  g_free (l->font_family);
  assay_scene_unref (l->scene);
  g_free (l);
}

/* Of all that stands around the plots; of an empty scene of all there is. */
static double
around_height (AssayLayout *l)
{
  double height;

  g_array_set_size (l->texts, 0);
  g_array_set_size (l->glyphs, 0);
  height = assay_layout_header (l, l->options.margin);
  if (l->scene->empty != NULL || l->scene->panels->len == 0)
    return height + l->options.margin + l->line * 8;
  height = assay_layout_legend (l, height);
  height += assay_layout_footer (l, 0, FALSE, 0) + x_title_height (l) + x_label_height (l)
            + l->options.margin;
  for (guint i = 0; !l->scene->grid && i < l->scene->panels->len; i++)
    height += panel_title_height (l, i) + (i > 0 ? l->small * 1.1 : 0);
  return height;
}

static double
rows_height (AssayLayout *l)
{
  double heading;

  return assay_scene_get_panel (l->scene, 0)->y.names->len * assay_layout_row_height (l, &heading);
}

/**
 * assay_layout_natural_height:
 * @scene: a scene
 * @options: its width and font; the height does not matter
 *
 * Returns: the height at which nothing is left out and the shape is a good one
 */
double
assay_layout_natural_height (AssayScene *scene, const AssayLayoutOptions *options)
{
  g_autoptr (AssayLayout) l = layout_alloc (scene, options);
  double height = 0, plots;

  /* The definition gets the lines that it needs, as it does at this height. */
  l->options.height = 1e6;
  l->x_ticks = assay_ticks_new ();
  layout_view (l);
  /* How much of the definition is shown depends on the height: three rounds settle it. */
  for (guint round = 0; round < 3; round++)
    {
      l->options.height = MAX (height, l->line * 12);
      height = around_height (l);
      if (scene->empty != NULL || scene->panels->len == 0)
        return height;
      if (scene->grid)
        plots = assay_layout_grid_height (l);
      else if (has_categories (scene))
        plots = rows_height (l);
      else
        plots = CLAMP (l->options.width * 0.40, l->line * 10, l->line * 20)
                * (scene->panels->len > 1 ? 1.25 : 1);
      height = ceil (height + plots);
    }
  return height;
}

/**
 * assay_layout_get_view:
 * @l: a layout
 *
 * Returns: the part of the x axis that is shown
 */
AssayScale
assay_layout_get_view (const AssayLayout *l)
{
  return l->view;
}

AssayScale
assay_layout_get_whole (const AssayLayout *l)
{
  return l->whole;
}

/**
 * assay_layout_get_plot:
 * @l: a layout
 *
 * Returns: the rectangle from the first panel's top to the last one's bottom
 */
AssayRect
assay_layout_get_plot (const AssayLayout *l)
{
  AssayRect first, last;

  if (l->panels->len == 0)
    return (AssayRect){ 0, 0, l->options.width, l->options.height };
  first = assay_layout_get_panel (l, 0)->plot;
  last = assay_layout_get_panel (l, l->panels->len - 1)->plot;
  first.height = last.y + last.height - first.y;
  return first;
}

AssayPlacedPanel *
assay_layout_get_panel (const AssayLayout *l, guint panel)
{
  return &g_array_index (l->panels, AssayPlacedPanel, panel);
}

double
assay_layout_map_x (const AssayLayout *l, guint panel, double value)
{
  const AssayRect *plot = &assay_layout_get_panel (l, panel)->plot;

  return plot->x + assay_scale_position (&l->view, value) * plot->width;
}

/* The value at a place of the panel. */
double
assay_layout_unmap_x (const AssayLayout *l, guint panel, double x)
{
  const AssayRect *plot = &assay_layout_get_panel (l, panel)->plot;

  return assay_scale_value (&l->view, plot->width > 0 ? (x - plot->x) / plot->width : 0);
}

double
assay_layout_x_value (const AssayLayout *l, double x)
{
  AssayRect plot = assay_layout_get_plot (l);

  return assay_scale_value (&l->view, plot.width > 0 ? (x - plot.x) / plot.width : 0);
}

double
assay_layout_map_y (const AssayLayout *l, guint panel, double value)
{
  const AssayPlacedPanel *placed = assay_layout_get_panel (l, panel);

  if (placed->row_height > 0)
    {
      /* Values of a row lie within half a unit of its number. */
      double row = floor (value + 0.5), inside = value + 0.5 - row;

      return placed->plot.y + row * placed->row_height + placed->row_heading
             + inside * (placed->row_height - placed->row_heading);
    }
  return placed->plot.y + (1 - assay_scale_position (&placed->y, value)) * placed->plot.height;
}

guint
assay_layout_n_texts (const AssayLayout *l)
{
  return l->texts->len;
}

/**
 * assay_layout_get_text:
 * @l: a layout
 * @i: number of a text
 * @text: (out) (optional): its words
 *
 * Returns: where it is
 */
AssayRect
assay_layout_get_text (const AssayLayout *l, guint i, const char **text)
{
  const AssayPlacedText *placed = &g_array_index (l->texts, AssayPlacedText, i);

  if (text != NULL)
    *text = pango_layout_get_text (placed->text);
  return placed->rect;
}
