/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/on-time-chart.h"

#include "chart/format.h"
#include "chart/points.h"
#include "chart/scene-private.h"
#include "figures/proportion.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_MONTH,
  COLUMN_DUE,
  COLUMN_ON_TIME,
  COLUMN_SHARE,
  COLUMN_LOW,
  COLUMN_HIGH,
};

static const AssayCountPoint *
point_at (gpointer data, guint row)
{
  return &g_array_index ((GArray *)data, AssayCountPoint, row);
}

static double
share_of (const AssayCountPoint *point)
{
  return (double)point->defective / (double)point->inspected;
}

static AssayInterval
interval_of (const AssayCountPoint *point)
{
  return assay_interval_wilson (point->defective, point->inspected, 0.95);
}

/* "12 of 14 on time, 85.7 %" */
static char *
share_words (const AssayCountPoint *point)
{
  g_autofree char *share = assay_chart_format_percent (share_of (point), 1);
  g_autofree char *on_time = assay_chart_format_number ((double)point->defective, 0);
  g_autofree char *due = assay_chart_format_number ((double)point->inspected, 0);

  /* Translators: lines on time, lines due, the share in per cent with its sign. */
  return g_strdup_printf (_ ("%s of %s on time, %s"), on_time, due, share);
}

static char *
mark_text (gpointer data, const AssayLayer *layer, const AssayItem *item)
{
  const AssayCountPoint *point = point_at (data, item->row);
  AssayInterval interval = interval_of (point);
  g_autofree char *share = share_words (point);
  g_autofree char *low = assay_chart_format_percent (interval.low, 0);
  g_autofree char *high = assay_chart_format_percent (interval.high, 0);
  /* Translators: the ends of a 95 % confidence interval. */
  g_autofree char *range = g_strdup_printf (_ ("95 %% interval %s to %s"), low, high);
  g_autofree char *first = assay_words_join (point->label, share);

  return assay_words_join (first, range);
}

static void
row_ids (gpointer data, guint row, GArray *ids)
{
  const AssayCountPoint *point = point_at (data, row);

  if (point->ids != NULL)
    g_array_append_vals (ids, point->ids->data, point->ids->len);
}

static char *
cell (gpointer data, guint row, guint column)
{
  const AssayCountPoint *point = point_at (data, row);

  switch (column)
    {
    case COLUMN_MONTH:
      return g_strdup (point->label);
    case COLUMN_DUE:
      return assay_chart_format_number ((double)point->inspected, 0);
    case COLUMN_ON_TIME:
      return assay_chart_format_number ((double)point->defective, 0);
    case COLUMN_SHARE:
      return assay_chart_format_percent (share_of (point), 1);
    case COLUMN_LOW:
      return assay_chart_format_percent (interval_of (point).low, 1);
    case COLUMN_HIGH:
    default:
      return assay_chart_format_percent (interval_of (point).high, 1);
    }
}

static const AssaySceneSource source = { mark_text, NULL, cell, row_ids };

static AssayCountPoint
add_up (GArray *points)
{
  AssayCountPoint all = { 0 };

  for (guint i = 0; i < points->len; i++)
    {
      all.inspected += point_at (points, i)->inspected;
      all.defective += point_at (points, i)->defective;
    }
  return all;
}

static void
add_panel (AssayScene *scene, GArray *points)
{
  AssayPanel *panel
      = assay_scene_add_panel (scene, ASSAY_AXIS_PERCENT, _ ("On time (% of due)"), 1);
  AssayLayer *band = assay_scene_add_layer (scene, ASSAY_LAYER_BAND, ASSAY_TONE_DATA);
  AssayCountPoint all = add_up (points);
  AssayLayer *mean, *line, *dots;
  g_autofree char *share = assay_chart_format_percent (share_of (&all), 1);

  panel->y.scale = (AssayScale){ 0, 1 };
  for (guint i = 0; i < points->len; i++)
    {
      const AssayCountPoint *point = point_at (points, i);
      AssayInterval interval = interval_of (point);
      AssayItem low = { point->day, interval.low, i, 0, 0 };

      assay_layer_add (band, point->day, interval.high, i);
      g_array_append_val (band->lower, low);
    }
  mean = assay_scene_add_rule (scene, 0, share_of (&all), ASSAY_TONE_CENTRE, ASSAY_DASH_SOLID);
  mean->value_label = g_strdup_printf ("%s %s", _ ("All months"), share);
  mean->short_label = g_strdup (share);
  line = assay_scene_add_layer (scene, ASSAY_LAYER_LINE, ASSAY_TONE_DATA);
  dots = assay_scene_add_layer (scene, ASSAY_LAYER_POINTS, ASSAY_TONE_DATA);
  dots->marks = TRUE;
  for (guint i = 0; i < points->len; i++)
    {
      const AssayCountPoint *point = point_at (points, i);

      assay_layer_add (line, point->day, share_of (point), i);
      assay_layer_add (dots, point->day, share_of (point), i);
      assay_scale_include (&scene->x.scale, point->day);
    }
  assay_scale_pad (&scene->x.scale, MAX (0.02, 0.5 / MAX (points->len - 1, 1)));
  assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, ASSAY_TONE_DATA, ASSAY_SHAPE_DOT,
                          _ ("share on time"));
  assay_scene_add_legend (scene, ASSAY_LEGEND_AREA, ASSAY_TONE_DATA, 0,
                          _ ("95 % interval of each month"));
  assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_CENTRE, ASSAY_DASH_SOLID,
                          _ ("all months together"));
}

static void
add_words (AssayScene *scene, GArray *points, const char *subject)
{
  AssayCountPoint all = add_up (points);
  g_autofree char *whole = share_words (&all);
  g_autofree char *worst_words = NULL;
  guint worst = 0;

  for (guint i = 1; i < points->len; i++)
    if (share_of (point_at (points, i)) < share_of (point_at (points, worst)))
      worst = i;
  worst_words = share_words (point_at (points, worst));
  scene->subtitle = assay_words_join (subject, whole);
  /* Translators: "12 of 14 on time, 85.7 %" for all months; a month; the same for that month. */
  scene->description = g_strdup_printf (
      _ ("Share of lines on time by month. In all %s. The lowest month is %s: %s."), whole,
      point_at (points, worst)->label, worst_words);
  if (points->len < 8)
    scene->note = g_strdup (_ ("With fewer than eight months no trend can be told from chance."));
}

/**
 * assay_on_time_chart_new:
 * @months: (nullable): #AssayCountPoint: of `inspected` lines due, `defective` came on time; copied
 * @definition: what on time means, from assay_lead_time_definition()
 *
 * Returns: (transfer full): the scene; without a line that was due one that says so
 */
AssayScene *
assay_on_time_chart_new (const AssaySeries *months, const char *definition)
{
  AssayScene *scene = assay_scene_new ("on-time", _ ("On time over time"));
  guint left_out;
  GArray *points = assay_count_points_copy (months, &left_out);

  scene->definition = g_strdup_printf (
      "%s %s", definition,
      _ ("A late line that is still open stands in the month of its promise; lines without a "
         "promise "
         "are left out. The shaded interval (Wilson, 95 %) shows how far the share of a month with "
         "few lines could lie from what the supplier really does. The line is the share of all "
         "months: all lines on time divided by all lines due."));
  assay_axis_init (&scene->x, ASSAY_AXIS_DATE, _ ("Month of delivery"));
  assay_scene_add_column (scene, _ ("Month"), FALSE);
  assay_scene_add_column (scene, _ ("Due"), TRUE);
  assay_scene_add_column (scene, _ ("On time"), TRUE);
  assay_scene_add_column (scene, _ ("Share"), TRUE);
  assay_scene_add_column (scene, _ ("Interval from"), TRUE);
  assay_scene_add_column (scene, _ ("to"), TRUE);
  assay_scene_set_source (scene, &source, points, (GDestroyNotify)g_array_unref);
  scene->n_rows = points->len;
  if (points->len > 0)
    {
      add_panel (scene, points);
      add_words (scene, points, months->name);
    }
  else
    {
      scene->empty
          = g_strdup (_ ("No line that was due yet. Record promises and deliveries of order "
                         "lines, and the share on time stands here."));
      scene->description = g_strdup (scene->empty);
    }
  assay_scene_finish (scene);
  return scene;
}
