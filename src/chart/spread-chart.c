/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/spread-chart.h"

#include "chart/format.h"
#include "chart/points.h"
#include "chart/scene-private.h"
#include "figures/summary.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* With fewer points quartiles would only repeat the points. */
#define LEAST_FOR_BOX 3
/* How far points are moved out of their row's middle, in rows. */
#define JITTER 0.22

enum
{
  COLUMN_NAME,
  COLUMN_N,
  COLUMN_VARIANCE,
  COLUMN_SD,
  COLUMN_MEAN,
  COLUMN_MIN,
  COLUMN_Q1,
  COLUMN_MEDIAN,
  COLUMN_Q3,
  COLUMN_MAX,
};

typedef struct
{
  gint64 id;
  char *name;
  GArray *points; /* AssayPoint, in rising order of value */
  AssaySummary summary;
  AssayBox box;
  AssayLeadMeasure measure;
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->name);
  g_array_unref (group->points);
  g_free (group);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  double va = ((const AssayPoint *)a)->value, vb = ((const AssayPoint *)b)->value;

  return (va > vb) - (va < vb);
}

/* Largest variance first; groups without one last, by name. */
static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Group *ga = *(Group *const *)a, *gb = *(Group *const *)b;
  double va = isnan (ga->summary.variance) ? -1 : ga->summary.variance;
  double vb = isnan (gb->summary.variance) ? -1 : gb->summary.variance;

  if (va != vb)
    return va < vb ? 1 : -1;
  return g_utf8_collate (ga->name, gb->name);
}

/* Whiskers as Tukey drew them: to the last point within 1.5 times the box from it. */
static void
group_box (Group *group, const double *sorted, guint n)
{
  AssayBox *box = &group->box;
  double reach;

  box->q1 = assay_quantile_sorted (sorted, n, 0.25);
  box->median = assay_quantile_sorted (sorted, n, 0.5);
  box->q3 = assay_quantile_sorted (sorted, n, 0.75);
  reach = 1.5 * (box->q3 - box->q1);
  box->low = box->q1;
  box->high = box->q3;
  for (guint i = 0; i < n; i++)
    {
      if (sorted[i] >= box->q1 - reach)
        box->low = MIN (box->low, sorted[i]);
      if (sorted[i] <= box->q3 + reach)
        box->high = MAX (box->high, sorted[i]);
    }
}

static Group *
group_new (const AssaySeries *series)
{
  Group *group = g_new0 (Group, 1);
  g_autofree double *values = NULL;
  guint n;

  group->id = series->id;
  group->name = g_strdup (series->name != NULL && *series->name != '\0' ? series->name
                                                                        : _ ("Unknown supplier"));
  group->points = assay_points_copy (series);
  group->measure = series->measure;
  g_array_sort (group->points, compare_values);
  n = group->points->len;
  values = g_new (double, n + 1);
  for (guint i = 0; i < n; i++)
    values[i] = g_array_index (group->points, AssayPoint, i).value;
  assay_summary_compute (values, n, &group->summary);
  if (n > 0)
    group_box (group, values, n);
  return group;
}

static const Group *
group_at (gpointer data, guint i)
{
  return g_ptr_array_index ((GPtrArray *)data, i);
}

/* Items carry their place in the group; the layer's row tells which group. */
static const Group *
layer_group (gpointer data, const AssayLayer *layer)
{
  double y = g_array_index (layer->items, AssayItem, 0).y;

  return group_at (data, (guint)floor (y + 0.5));
}

static char *
mark_text (gpointer data, const AssayLayer *layer, const AssayItem *item)
{
  const Group *group = layer_group (data, layer);
  const AssayPoint *point = &g_array_index (group->points, AssayPoint, item->row);
  g_autofree char *date = assay_chart_format_date (point->day);
  g_autofree char *slip = assay_lead_measure_format (group->measure, point->value);
  g_autofree char *who = assay_words_join (group->name, point->label);
  g_autofree char *when = assay_words_join (date, slip);

  return assay_words_join (who, when);
}

static void
mark_ids (gpointer data, const AssayLayer *layer, const AssayItem *item, GArray *ids)
{
  const Group *group = layer_group (data, layer);

  g_array_append_val (ids, g_array_index (group->points, AssayPoint, item->row).id);
}

static char *
known (double value)
{
  return isfinite (value) ? assay_chart_format_short (value) : NULL;
}

static char *
cell (gpointer data, guint row, guint column)
{
  const Group *group = group_at (data, row);

  switch (column)
    {
    case COLUMN_NAME:
      return g_strdup (group->name);
    case COLUMN_N:
      return assay_chart_format_number (group->points->len, 0);
    case COLUMN_VARIANCE:
      return known (group->summary.variance);
    case COLUMN_SD:
      return known (group->summary.sd);
    case COLUMN_MEAN:
      return known (group->summary.mean);
    case COLUMN_MIN:
      return known (group->summary.min);
    case COLUMN_Q1:
      return known (group->box.q1);
    case COLUMN_MEDIAN:
      return known (group->summary.median);
    case COLUMN_Q3:
      return known (group->box.q3);
    case COLUMN_MAX:
    default:
      return known (group->summary.max);
    }
}

static void
row_ids (gpointer data, guint row, GArray *ids)
{
  const Group *group = group_at (data, row);

  for (guint i = 0; i < group->points->len; i++)
    g_array_append_val (ids, g_array_index (group->points, AssayPoint, i).id);
}

static const AssaySceneSource source = { mark_text, mark_ids, cell, row_ids };

/* The same spread each time: multiples of the golden ratio never crowd. */
static double
jitter (guint i, guint n)
{
  double share = fmod ((i + 1) * 0.6180339887498949, 1.0);

  return n > 1 ? (share - 0.5) * 2 * JITTER : 0;
}

static void
add_group (AssayScene *scene, const Group *group, guint row)
{
  AssayPanel *panel = assay_scene_get_panel (scene, 0);
  /* The box lies above the points: there are too many of them to see it below. */
  AssayLayer *dots = assay_scene_add_layer (scene, ASSAY_LAYER_POINTS, ASSAY_TONE_DATA);
  AssayLayer *boxes = assay_scene_add_layer (scene, ASSAY_LAYER_BOXES, ASSAY_TONE_DATA_2);
  g_autofree char *variance = assay_chart_format_short (group->summary.variance);
  guint n = group->points->len;

  dots->marks = TRUE;
  for (guint i = 0; i < n; i++)
    {
      double value = g_array_index (group->points, AssayPoint, i).value;

      assay_layer_add (dots, value, row + jitter (i, n), i);
      assay_scale_include (&scene->x.scale, value);
    }
  if (n >= LEAST_FOR_BOX)
    {
      AssayBox box = group->box;

      box.y = row;
      g_array_append_val (boxes->boxes, box);
    }
  g_ptr_array_add (panel->y.names, g_strdup (group->name));
  if (isfinite (group->summary.variance))
    /* Translators: number of deliveries and variance of their slip in days squared. */
    g_ptr_array_add (panel->y.details, g_strdup_printf (_ ("n = %u · variance %s"), n, variance));
  else
    g_ptr_array_add (panel->y.details, g_strdup_printf (_ ("n = %u"), n));
}

static void
add_words (AssayScene *scene, GPtrArray *groups)
{
  guint deliveries = 0, varying = 0;
  const Group *first = group_at (groups, 0), *last = first;
  g_autofree char *count = NULL, *suppliers = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      deliveries += group_at (groups, i)->points->len;
      if (isfinite (group_at (groups, i)->summary.variance))
        {
          last = group_at (groups, i);
          varying++;
        }
    }
  suppliers = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u supplier", "%u suppliers", groups->len), groups->len);
  count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u delivery", "%u deliveries", deliveries), deliveries);
  scene->subtitle = g_strdup_printf ("%s, %s", suppliers, count);
  if (first->measure == ASSAY_LEAD_SLIP)
    /* Translators: "7 suppliers" and "120 deliveries". */
    g_string_append_printf (
        text, _ ("Box plot of the slip of deliveries by supplier, by variance: %s, %s."), suppliers,
        count);
  else
    /* Translators: "Transit in days", "7 suppliers" and "120 deliveries". */
    g_string_append_printf (text, _ ("Box plot by supplier, by variance. %s: %s, %s."),
                            assay_lead_measure_axis (first->measure), suppliers, count);
  if (varying > 0)
    {
      g_autofree char *variance = assay_chart_format_short (first->summary.variance);
      g_autofree char *median = assay_lead_measure_format (first->measure, first->summary.median);

      g_string_append_c (text, ' ');
      /* Translators: a supplier, a number, a slip such as "6 days late". */
      g_string_append_printf (text, _ ("%s varies most: variance %s, median %s, n = %u."),
                              first->name, variance, median, first->points->len);
    }
  if (varying > 1)
    {
      g_autofree char *variance = assay_chart_format_short (last->summary.variance);
      g_autofree char *median = assay_lead_measure_format (last->measure, last->summary.median);

      g_string_append_c (text, ' ');
      /* Translators: a supplier, a number, a slip such as "6 days late". */
      g_string_append_printf (text, _ ("%s varies least: variance %s, median %s, n = %u."),
                              last->name, variance, median, last->points->len);
    }
  scene->description = g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_columns (AssayScene *scene)
{
  assay_scene_add_column (scene, _ ("Supplier"), FALSE);
  assay_scene_add_column (scene, _ ("Deliveries"), TRUE);
  assay_scene_add_column (scene, _ ("Variance (days²)"), TRUE);
  assay_scene_add_column (scene, _ ("Standard deviation (days)"), TRUE);
  assay_scene_add_column (scene, _ ("Mean (days)"), TRUE);
  assay_scene_add_column (scene, _ ("Least (days)"), TRUE);
  assay_scene_add_column (scene, _ ("First quartile (days)"), TRUE);
  assay_scene_add_column (scene, _ ("Median (days)"), TRUE);
  assay_scene_add_column (scene, _ ("Third quartile (days)"), TRUE);
  assay_scene_add_column (scene, _ ("Greatest (days)"), TRUE);
}

static void
add_panel (AssayScene *scene, GPtrArray *groups)
{
  gboolean slip = group_at (groups, 0)->measure == ASSAY_LEAD_SLIP;

  assay_scene_add_panel (scene, ASSAY_AXIS_CATEGORY, NULL, 1);
  if (slip)
    {
      AssayLayer *zero = assay_scene_add_layer (scene, ASSAY_LAYER_UPRIGHT, ASSAY_TONE_ZERO);

      assay_layer_add (zero, 0, 0, 0);
    }
  assay_scale_include (&scene->x.scale, 0);
  for (guint i = 0; i < groups->len; i++)
    add_group (scene, group_at (groups, i), i);
  assay_scale_pad (&scene->x.scale, 0.03);
  assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, ASSAY_TONE_DATA, ASSAY_SHAPE_DOT,
                          _ ("delivery"));
  assay_scene_add_legend (scene, ASSAY_LEGEND_BOX, ASSAY_TONE_DATA_2, 0,
                          _ ("middle half with median"));
  if (slip)
    assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_ZERO, ASSAY_DASH_SOLID,
                            _ ("promised day"));
}

static AssayScene *
new_scene (AssayLeadMeasure measure)
{
  switch (measure)
    {
    case ASSAY_LEAD_TOTAL:
      return assay_scene_new ("lead-time-by-supplier", _ ("Spread of lead time by supplier"));
    case ASSAY_LEAD_PRODUCTION:
      return assay_scene_new ("production-by-supplier", _ ("Spread of production by supplier"));
    case ASSAY_LEAD_TRANSIT:
      return assay_scene_new ("transit-by-supplier", _ ("Spread of transit by supplier"));
    case ASSAY_LEAD_SLIP:
    case ASSAY_N_LEAD_MEASURES:
    default:
      return assay_scene_new ("slip-by-supplier", _ ("Spread of slip by supplier"));
    }
}

/**
 * assay_spread_chart_new:
 * @groups: (nullable) (element-type AssaySeries): slip of deliveries in days, a series of
 *   #AssayPoint for each supplier; copied
 *
 * Groups without a known value are left out.
 *
 * Returns: (transfer full): the scene; without a delivery one that says so
 */
AssayScene *
assay_spread_chart_new (const GPtrArray *groups)
{
  const AssaySeries *any = groups != NULL && groups->len > 0 ? g_ptr_array_index (groups, 0) : NULL;
  AssayLeadMeasure measure = assay_lead_measure_of (any);
  AssayScene *scene = new_scene (measure);
  GPtrArray *own = g_ptr_array_new_with_free_func (group_free);

  scene->definition = g_strdup_printf (
      "%s %s", assay_lead_measure_define (any),
      _ ("Suppliers are sorted by the sample variance (divided by n − 1), largest first. "
         "The box spans the middle half of the deliveries, from three deliveries on (quartiles of "
         "type 7), with the median in it; whiskers reach the last delivery within 1.5 times the "
         "box from it. Every delivery is a point; its height within the row means nothing."));
  assay_axis_init (&scene->x, ASSAY_AXIS_NUMBER, assay_lead_measure_axis (measure));
  scene->x.min_step = 1;
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      Group *group = group_new (g_ptr_array_index (groups, i));

      if (group->points->len > 0)
        g_ptr_array_add (own, group);
      else
        group_free (group);
    }
  g_ptr_array_sort (own, compare_groups);
  add_columns (scene);
  assay_scene_set_source (scene, &source, own, (GDestroyNotify)g_ptr_array_unref);
  scene->n_rows = own->len;
  if (own->len == 0)
    {
      scene->empty = g_strdup (assay_lead_measure_empty (measure));
      scene->description = g_strdup (scene->empty);
    }
  else
    {
      add_panel (scene, own);
      add_words (scene, own);
    }
  assay_scene_finish (scene);
  return scene;
}
