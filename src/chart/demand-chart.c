/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/demand-chart.h"

#include "chart/format.h"
#include "chart/points.h"
#include "chart/scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More months than these would be a bristle. */
#define MOST_MONTHS 36
#define GAP         0.12

static const AssayDemandMonth *
month_at (gpointer data, guint row)
{
  return &g_array_index ((GArray *)data, AssayDemandMonth, row);
}

static char *
month_name (const AssayDemandMonth *month)
{
  return assay_chart_format_date_part (month->month, C_ ("chart month", "%b %Y"));
}

static char *
mark_text (gpointer data, const AssayLayer *layer, const AssayItem *item)
{
  const AssayDemandMonth *month = month_at (data, item->row);
  g_autofree char *name = month_name (month);
  g_autofree char *number = assay_chart_format_number ((double)month->quantity, 0);
  g_autofree char *what = assay_words_join (name, number);

  return month->is_used ? g_steal_pointer (&what) : assay_words_join (what, _ ("not in the mean"));
}

static char *
cell (gpointer data, guint row, guint column)
{
  const AssayDemandMonth *month = month_at (data, row);

  if (column == 0)
    return month_name (month);
  if (column == 1)
    return assay_chart_format_number ((double)month->quantity, 0);
  return g_strdup (month->is_used ? _ ("yes") : _ ("no"));
}

static void
row_ids (gpointer data, guint row, GArray *ids)
{
  g_array_append_val (ids, month_at (data, row)->id);
}

static const AssaySceneSource source = { mark_text, NULL, cell, row_ids };

static GArray *
copy_months (const AssayReorder *reorder)
{
  guint n = MIN (reorder->months->len, MOST_MONTHS);
  GArray *months = g_array_new (FALSE, FALSE, sizeof (AssayDemandMonth));

  g_array_append_vals (
      months, &g_array_index (reorder->months, AssayDemandMonth, reorder->months->len - n), n);
  return months;
}

static void
add_months (AssayScene *scene, const AssayReorder *reorder, GArray *months)
{
  AssayPanel *panel = assay_scene_add_panel (scene, ASSAY_AXIS_NUMBER, NULL, 1);
  AssayLayer *bars = assay_scene_add_layer (scene, ASSAY_LAYER_CELLS, ASSAY_TONE_DATA);
  g_autofree char *mean = assay_chart_format_number (reorder->month_mean, 0);
  AssayLayer *rule;

  bars->marks = TRUE;
  assay_scale_include (&panel->y.scale, 0);
  for (guint i = 0; i < months->len; i++)
    {
      const AssayDemandMonth *month = month_at (months, i);
      double x = assay_axis_month_of_day (month->month);
      AssayCell box = { .x0 = x - 0.5 + GAP,
                        .x1 = x + 0.5 - GAP,
                        .y0 = 0,
                        .y1 = (double)month->quantity,
                        .fill = month->is_used ? ASSAY_FILL_SOLID : ASSAY_FILL_TINT };

      assay_layer_add_cell (bars, &box, NULL, i);
      assay_scale_include (&panel->y.scale, box.y1);
      assay_scale_include (&scene->x.scale, x - 0.5);
      assay_scale_include (&scene->x.scale, x + 0.5);
    }
  if (panel->y.scale.max <= 0)
    panel->y.scale.max = 1;
  panel->y.min_step = 1;
  if (reorder->demand != ASSAY_DEMAND_RECORDED)
    return;
  rule = assay_scene_add_rule (scene, 0, reorder->month_mean, ASSAY_TONE_CENTRE, ASSAY_DASH_SOLID);
  rule->value_label = g_strdup_printf ("%s %s", _ ("Mean"), mean);
  rule->short_label = g_strdup (mean);
}

/**
 * assay_demand_chart_new:
 * @reorder: a product's plan; its months are copied
 *
 * Returns: (transfer full): the scene; without a month one that says so
 */
AssayScene *
assay_demand_chart_new (const AssayReorder *reorder)
{
  AssayScene *scene = assay_scene_new ("demand", _ ("Demand by month"));
  GArray *months = copy_months (reorder);
  g_autofree char *demand = assay_reorder_demand_words (reorder);

  scene->definition
      = g_strdup (_ ("Each bar is what was asked for in a month, as recorded. The mean and its "
                     "deviation are those of the last twelve finished months; paler bars are "
                     "older, or of a month that is not over."));
  assay_axis_init (&scene->x, ASSAY_AXIS_MONTH, NULL);
  assay_scene_add_column (scene, _ ("Month"), FALSE);
  assay_scene_add_column (scene, _ ("Demand"), TRUE);
  assay_scene_add_column (scene, _ ("In the mean"), FALSE);
  assay_scene_set_source (scene, &source, months, (GDestroyNotify)g_array_unref);
  scene->n_rows = months->len;
  if (months->len > 0)
    {
      add_months (scene, reorder, months);
      scene->subtitle = g_strdup (demand);
      scene->description = g_strdup_printf ("%s: %s.", scene->title, demand);
    }
  else
    {
      scene->empty = g_strdup (_ ("No month of demand is recorded yet."));
      scene->description = g_strdup (scene->empty);
    }
  assay_scene_finish (scene);
  return scene;
}
