/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands around the plots of a layout: gutters, names of ticks, rules and rows. */

#include "assay-config.h"

#include "chart/layout-private.h"

#include <math.h>

static const AssayTextStyle dim_style = { .tone = ASSAY_TONE_DIM };

static const char *
rule_label (const AssayLayout *l, const AssayLayer *layer)
{
  if (assay_layout_is_narrow (l) && layer->short_label != NULL)
    return layer->short_label;
  return layer->value_label;
}

static double
tick_gutter (AssayLayout *l)
{
  double width = 0;

  for (guint i = 0; i < l->panels->len; i++)
    {
      const GArray *ticks = assay_layout_get_panel (l, i)->ticks;

      for (guint t = 0; t < ticks->len; t++)
        width = MAX (width, assay_layout_text_width (l, g_array_index (ticks, AssayTick, t).label,
                                                     &dim_style));
    }
  return width + l->small * 0.7;
}

static double
row_gutter (AssayLayout *l, const AssayAxis *axis)
{
  AssayTextStyle name = { .size = l->options.font_size };
  double width = 0;

  if (assay_layout_is_narrow (l))
    return 0;
  for (guint i = 0; i < axis->names->len; i++)
    {
      width = MAX (width, assay_layout_text_width (l, g_ptr_array_index (axis->names, i), &name));
      width = MAX (width,
                   assay_layout_text_width (l, g_ptr_array_index (axis->details, i), &dim_style));
    }
  return MIN (width + l->small, l->options.width * 0.36);
}

static double
rule_gutter (AssayLayout *l)
{
  double width = 0;

  for (guint i = 0; i < l->scene->layers->len; i++)
    {
      const char *label = rule_label (l, assay_scene_get_layer (l->scene, i));

      if (label != NULL)
        width = MAX (width, assay_layout_text_width (l, label, &dim_style) + 1);
    }
  return width > 0 ? MIN (width + l->small * 0.6, l->options.width * 0.3) : 0;
}

/**
 * assay_layout_gutters:
 * @l: a layout whose panels have their heights
 *
 * Gives the panels their horizontal place and finds the x axis' ticks.
 */
void
assay_layout_gutters (AssayLayout *l)
{
  const AssayAxis *y = &assay_scene_get_panel (l->scene, 0)->y;
  double start = y->kind == ASSAY_AXIS_CATEGORY ? row_gutter (l, y) : tick_gutter (l);
  double end = MAX (rule_gutter (l), l->small * 0.8);
  double width = l->options.width - 2 * l->options.margin;
  g_autofree char *sample = assay_axis_sample (&l->scene->x);
  double tick;

  if (start + end > width * 0.75)
    {
      start *= width * 0.75 / (start + end);
      end = width * 0.75 - start;
    }
  l->left = l->options.margin + (l->options.rtl ? end : start);
  l->right = l->options.margin + (l->options.rtl ? start : end);
  for (guint i = 0; i < l->panels->len; i++)
    {
      AssayPlacedPanel *panel = assay_layout_get_panel (l, i);

      panel->plot.x = l->left;
      panel->plot.width = MAX (l->options.width - l->left - l->right, 1);
    }
  if (l->scene->grid)
    assay_layout_grid_gutters (l);
  tick = assay_layout_text_width (l, sample, &dim_style) + l->small * 1.4;
  l->x_ticks = assay_axis_ticks (&l->scene->x, &l->view,
                                 (guint)CLAMP (assay_layout_get_panel (l, 0)->plot.width / tick + 1,
                                               2, l->scene->x.kind == ASSAY_AXIS_MONTH ? 40 : 14));
}

static void
name_x_ticks (AssayLayout *l, guint panel)
{
  AssayRect plot = assay_layout_get_panel (l, panel)->plot;
  double y = plot.y + plot.height + l->small * 0.45, taken = -INFINITY;
  AssayTextStyle style = { .tone = ASSAY_TONE_DIM, .align = ASSAY_ALIGN_CENTRE };

  for (guint i = 0; i < l->x_ticks->len; i++)
    {
      const AssayTick *tick = &g_array_index (l->x_ticks, AssayTick, i);
      double width = assay_layout_text_width (l, tick->label, &style);
      double x = assay_layout_map_x (l, panel, tick->value) - width / 2;

      x = CLAMP (x, 0, MAX (l->options.width - width, 0));
      if (x < taken)
        continue;
      assay_layout_place (l, tick->label, &style, x, y, width);
      taken = x + width + l->small * 0.5;
      if (tick->under != NULL)
        assay_layout_place (l, tick->under, &style, x, y + l->line, width);
    }
}

/**
 * assay_layout_name_ticks:
 * @l: a layout whose panels have their places
 *
 * Places the labels of all ticks and the titles of the axes.
 */
void
assay_layout_name_ticks (AssayLayout *l)
{
  double m = l->options.margin, width = l->options.width - 2 * m;
  AssayTextStyle tick = { .tone = ASSAY_TONE_DIM, .align = ASSAY_ALIGN_END };
  AssayTextStyle title = { .tone = ASSAY_TONE_TEXT, .ellipsize = PANGO_ELLIPSIZE_END };
  double gutter = l->options.rtl ? l->right : l->left, pad = l->small * 0.5;
  AssayRect plot = assay_layout_get_plot (l);
  AssayTextStyle x_title = title;
  double below = l->line * 1.05 + l->small * 0.45;

  for (guint i = 0; i < l->panels->len; i++)
    {
      const AssayPlacedPanel *panel = assay_layout_get_panel (l, i);
      const AssayAxis *axis = &assay_scene_get_panel (l->scene, i)->y;

      if (panel->last)
        name_x_ticks (l, i);
      for (guint t = 0; panel->first && t < panel->ticks->len; t++)
        {
          const AssayTick *at = &g_array_index (panel->ticks, AssayTick, t);
          double y = assay_layout_map_y (l, i, at->value) - l->line / 2;

          assay_layout_place (l, at->label, &tick,
                              l->options.rtl ? panel->plot.x + panel->plot.width + pad : 0, y,
                              gutter - pad);
        }
      if (axis->title != NULL && !l->scene->grid)
        assay_layout_place (l, axis->title, &title, m, panel->plot.y - l->line * 1.45, width);
    }
  if (l->scene->x.title == NULL)
    return;
  if (assay_axis_is_time (&l->scene->x))
    below += l->line;
  x_title.align = ASSAY_ALIGN_END;
  if (l->scene->grid)
    plot.width = l->options.width - l->left - l->right;
  /* It ends where the plot ends; when longer, it takes the whole width. */
  if (assay_layout_text_width (l, l->scene->x.title, &x_title) > plot.width)
    {
      plot.x = m;
      plot.width = width;
    }
  assay_layout_place (l, l->scene->x.title, &x_title, plot.x, plot.y + plot.height + below,
                      plot.width);
}

typedef struct
{
  const AssayLayer *layer;
  double y;
} RuleName;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  double ya = ((const RuleName *)a)->y, yb = ((const RuleName *)b)->y;

  return (ya > yb) - (ya < yb);
}

/* Moves names that would overlap apart, within the panel as far as that goes. */
static void
spread_names (GArray *names, double line, double top, double bottom)
{
  double limit = bottom - line;

  g_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      RuleName *name = &g_array_index (names, RuleName, i);
      double least = i > 0 ? g_array_index (names, RuleName, i - 1).y + line : top;

      name->y = MAX (name->y, least);
    }
  for (guint i = names->len; i-- > 0;)
    {
      RuleName *name = &g_array_index (names, RuleName, i);

      name->y = MIN (name->y, limit);
      limit = name->y - line;
    }
}

/**
 * assay_layout_name_rules:
 * @l: a layout whose panels have their places
 *
 * Places the names of rules and stepped lines behind their ends.
 */
void
assay_layout_name_rules (AssayLayout *l)
{
  for (guint p = 0; p < l->panels->len; p++)
    {
      const AssayRect *plot = &assay_layout_get_panel (l, p)->plot;
      g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (RuleName));
      double pad = l->small * 0.5;
      double gutter = (l->options.rtl ? l->left : l->right) - l->options.margin - pad;

      for (guint i = 0; i < l->scene->layers->len; i++)
        {
          const AssayLayer *layer = assay_scene_get_layer (l->scene, i);
          RuleName name = { .layer = layer };
          guint last;

          const char *words = rule_label (l, layer);

          if (layer->panel != p || words == NULL || *words == 0 || layer->items->len == 0)
            continue;
          last = assay_items_find (layer->items, l->view.max);
          last = MIN (last, layer->items->len - 1);
          name.y = assay_layout_map_y (l, p, g_array_index (layer->items, AssayItem, last).y)
                   - l->line / 2;
          g_array_append_val (names, name);
        }
      spread_names (names, l->line, plot->y - l->line / 2, plot->y + plot->height + l->line / 2);
      for (guint i = 0; i < names->len; i++)
        {
          const RuleName *name = &g_array_index (names, RuleName, i);
          AssayTextStyle style = { .tone = name->layer->tone, .ellipsize = PANGO_ELLIPSIZE_END };

          if (style.tone == ASSAY_TONE_ZERO)
            style.tone = ASSAY_TONE_DIM;
          assay_layout_place (l, rule_label (l, name->layer), &style,
                              l->options.rtl ? l->options.margin : plot->x + plot->width + pad,
                              name->y, gutter);
        }
    }
}

/**
 * assay_layout_name_rows:
 * @l: a layout whose panels have their places
 *
 * Places the names of categories: beside their rows, or above them where it is narrow. Names are
 * shortened in the middle, since companies differ at both ends.
 */
void
assay_layout_name_rows (AssayLayout *l)
{
  const AssayPlacedPanel *panel = assay_layout_get_panel (l, 0);
  const AssayAxis *axis = &assay_scene_get_panel (l->scene, 0)->y;
  AssayTextStyle name = { .size = l->options.font_size,
                          .tone = ASSAY_TONE_TEXT,
                          .ellipsize = PANGO_ELLIPSIZE_MIDDLE };
  AssayTextStyle detail = { .tone = ASSAY_TONE_DIM, .ellipsize = PANGO_ELLIPSIZE_END };
  double m = l->options.margin, pad = l->small * 0.8;

  if (axis->kind != ASSAY_AXIS_CATEGORY)
    return;
  for (guint i = 0; i < panel->rows_shown; i++)
    {
      const char *words = g_ptr_array_index (axis->names, i);
      const char *more = g_ptr_array_index (axis->details, i);
      double top = panel->plot.y + i * panel->row_height;

      if (panel->row_heading > 0)
        {
          double all = l->options.width - 2 * m;
          double wanted = MIN (assay_layout_text_width (l, more, &detail) + 2, all * 0.6);

          detail.align = ASSAY_ALIGN_END;
          name.size = l->small;
          assay_layout_place (l, words, &name, l->options.rtl ? m + wanted + pad : m, top,
                              all - wanted - pad);
          assay_layout_place (l, more, &detail, l->options.rtl ? m : m + all - wanted, top, wanted);
        }
      else
        {
          double x = l->options.rtl ? panel->plot.x + panel->plot.width + pad : m;
          double width = (l->options.rtl ? l->right : l->left) - m - pad;
          gboolean two = more != NULL && *more != '\0';
          double y = top + panel->row_height / 2 - l->line * (two ? 1.08 : 0.54);

          name.align = detail.align = ASSAY_ALIGN_END;
          assay_layout_place (l, words, &name, x, y, width);
          if (!two)
            continue;
          assay_layout_place (l, more, &detail, x, y + l->line * 1.08, width);
        }
    }
}
