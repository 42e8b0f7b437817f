/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Panels in a grid: small multiples. All share both scales; ticks are named once for each row and
 * column of panels, so that the eye compares shapes and not numbers. */

#include "assay-config.h"

#include "chart/layout-private.h"

#include <math.h>

/* How wide a panel would like to be and how narrow it may get where height is short, in ems. */
#define GOOD_EMS  16
#define LEAST_EMS 9
#define GAP_EMS   1.6

static double
title_height (const AssayLayout *l)
{
  gboolean detail = FALSE;

  for (guint i = 0; i < l->scene->panels->len; i++)
    detail = detail || assay_scene_get_panel (l->scene, i)->detail != NULL;
  return l->line * (detail ? 2.25 : 1.2);
}

static double
room_of (const AssayLayout *l)
{
  return MAX (l->options.width - 2 * l->options.margin, 1);
}

static guint
most_columns (const AssayLayout *l, double ems)
{
  double columns = floor (room_of (l) / (ems * l->options.font_size));

  return (guint)CLAMP (columns, 1, MAX (l->scene->panels->len, 1u));
}

/* Fewest rows first, then no more columns than these need: a last row as full as can be. */
static guint
even_columns (const AssayLayout *l, guint most)
{
  guint n = MAX (l->scene->panels->len, 1u), rows = (n + most - 1) / most;

  return (n + rows - 1) / rows;
}

/**
 * assay_layout_grid_height:
 * @l: a layout of a grid
 *
 * Returns: the height at which its panels have a good shape
 */
double
assay_layout_grid_height (AssayLayout *l)
{
  guint columns = even_columns (l, most_columns (l, GOOD_EMS));
  guint rows = (l->scene->panels->len + columns - 1) / columns;
  double plot = CLAMP (room_of (l) / columns * 0.38, l->line * 4.5, l->line * 8);

  return rows * (title_height (l) + plot) + (rows - 1) * l->small * GAP_EMS * 0.5;
}

/**
 * assay_layout_place_grid:
 * @l: a layout of a grid
 * @y: where it begins
 * @bottom: where its last panels end
 *
 * Divides the height; where it is short, more panels stand beside each other.
 */
void
assay_layout_place_grid (AssayLayout *l, double y, double bottom)
{
  guint n = l->scene->panels->len, most = most_columns (l, LEAST_EMS);
  guint columns = most_columns (l, GOOD_EMS), rows;
  double title = title_height (l), gap = l->small * GAP_EMS * 0.5, height;

  for (;; columns++)
    {
      guint even = even_columns (l, columns);

      rows = (n + even - 1) / even;
      height = (bottom - y - gap * (rows - 1)) / rows - title;
      if (height >= l->line * 3 || columns >= most)
        {
          columns = even;
          break;
        }
    }
  l->grid_columns = columns;
  height = MAX (height, 1);
  for (guint i = 0; i < n; i++)
    {
      const AssayPanel *panel = assay_scene_get_panel (l->scene, i);
      AssayPlacedPanel placed = { .y = panel->y.scale };

      placed.plot.y = y + (i / columns) * (height + title + gap) + title;
      placed.plot.height = height;
      placed.last = i + columns >= n;
      placed.first = i % columns == 0;
      assay_layout_pad_values (&placed.y);
      placed.ticks
          = assay_axis_ticks (&panel->y, &placed.y, (guint)CLAMP (height / (l->line * 1.7), 2, 5));
      g_array_append_val (l->panels, placed);
    }
}

/**
 * assay_layout_grid_gutters:
 * @l: a layout whose panels have their heights; left and right are what stands around them all
 *
 * Gives the panels their horizontal places, from the side where reading begins.
 */
void
assay_layout_grid_gutters (AssayLayout *l)
{
  double gap = l->small * GAP_EMS, width, title = title_height (l);
  double room = l->options.width - l->left - l->right;

  width = MAX ((room - gap * (l->grid_columns - 1)) / l->grid_columns, 1);
  for (guint i = 0; i < l->panels->len; i++)
    {
      AssayPlacedPanel *panel = assay_layout_get_panel (l, i);
      guint column = i % l->grid_columns;

      if (l->options.rtl)
        column = l->grid_columns - 1 - column;
      panel->plot.x = l->left + column * (width + gap);
      panel->plot.width = width;
      panel->whole
          = (AssayRect){ panel->plot.x - gap * 0.35, panel->plot.y - title - l->small * 0.1,
                         width + gap * 0.7, panel->plot.height + title + l->small * 0.35 };
    }
}

/**
 * assay_layout_name_grid:
 * @l: a layout of a grid whose panels have their places
 *
 * Places titles and details of panels.
 */
void
assay_layout_name_grid (AssayLayout *l)
{
  AssayTextStyle name = { .bold = TRUE, .tone = ASSAY_TONE_TEXT, .ellipsize = PANGO_ELLIPSIZE_END };
  AssayTextStyle detail = { .tone = ASSAY_TONE_DIM, .ellipsize = PANGO_ELLIPSIZE_END };
  double title = title_height (l);

  for (guint i = 0; i < l->panels->len; i++)
    {
      const AssayRect *plot = &assay_layout_get_panel (l, i)->plot;
      const AssayPanel *panel = assay_scene_get_panel (l->scene, i);

      if (panel->y.title != NULL)
        assay_layout_place (l, panel->y.title, &name, plot->x, plot->y - title, plot->width);
      if (panel->detail != NULL)
        assay_layout_place (l, panel->detail, &detail, plot->x, plot->y - title + l->line,
                            plot->width);
    }
}
