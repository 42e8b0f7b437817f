/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/distribution-chart.h"

#include "chart/format.h"
#include "chart/points.h"
#include "chart/scene-private.h"
#include "figures/summary.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* As many bars as can still be told apart on a small screen. */
#define MOST_BINS 40

/* Domain: a day to promise to customers rests on the 85th percentile from so many deliveries on. */
#define LEAST_FOR_PERCENTILES 8

enum
{
  COLUMN_FROM,
  COLUMN_TO,
  COLUMN_COUNT,
  COLUMN_SHARE,
  COLUMN_TOGETHER,
};

typedef struct
{
  double from;                 /* lowest whole day of the bin */
  double to;                   /* highest */
  gboolean and_less, and_more; /* an end bin that holds the tail beyond it */
  GArray *ids;                 /* gint64 */
  guint so_far;
} Bin;

typedef struct
{
  GArray *bins; /* Bin */
  guint n;
  AssaySummary summary;
  char *subject;
  AssayLeadMeasure measure;
  double promised; /* lead time; NaN: not known */
} Distribution;

static void
bin_clear (gpointer data)
{
  g_array_unref (((Bin *)data)->ids);
}

static void
distribution_free (gpointer data)
{
  Distribution *distribution = data;

  g_array_unref (distribution->bins);
  g_free (distribution->subject);
  g_free (distribution);
}

static const Bin *
bin_at (gpointer data, guint i)
{
  return &g_array_index (((Distribution *)data)->bins, Bin, i);
}

static char *
range_words (const Bin *bin, AssayLeadMeasure measure)
{
  g_autofree char *from = assay_lead_measure_format (measure, bin->from);
  g_autofree char *to = assay_lead_measure_format (measure, bin->to);

  if (measure != ASSAY_LEAD_SLIP && (bin->and_less || bin->and_more))
    /* Translators: a number of days, "42 days". */
    return bin->and_less ? g_strdup_printf (_ ("%s or less"), to)
                         : g_strdup_printf (_ ("%s or more"), from);
  if (bin->and_less)
    /* Translators: a slip in words, "3 days early". */
    return g_strdup_printf (_ ("%s or earlier"), to);
  if (bin->and_more)
    /* Translators: a slip in words, "9 days late". */
    return g_strdup_printf (_ ("%s or later"), from);
  if (bin->from == bin->to)
    return g_steal_pointer (&from);
  /* Translators: two slips in words, "3 days early" and "2 days late". */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

static char *
mark_text (gpointer data, const AssayLayer *layer, const AssayItem *item)
{
  const Distribution *distribution = data;
  const Bin *bin = bin_at (data, item->row);
  g_autofree char *range = range_words (bin, distribution->measure);
  g_autofree char *share = assay_chart_format_percent ((double)bin->ids->len / distribution->n, 1);
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u delivery, %s", "%u deliveries, %s", bin->ids->len),
      bin->ids->len, share);

  return assay_words_join (range, count);
}

static void
row_ids (gpointer data, guint row, GArray *ids)
{
  const Bin *bin = bin_at (data, row);

  g_array_append_vals (ids, bin->ids->data, bin->ids->len);
}

static char *
cell (gpointer data, guint row, guint column)
{
  const Distribution *distribution = data;
  const Bin *bin = bin_at (data, row);

  switch (column)
    {
    case COLUMN_FROM:
      return bin->and_less ? NULL : assay_chart_format_number (bin->from, 0);
    case COLUMN_TO:
      return bin->and_more ? NULL : assay_chart_format_number (bin->to, 0);
    case COLUMN_COUNT:
      return assay_chart_format_number (bin->ids->len, 0);
    case COLUMN_SHARE:
      return assay_chart_format_percent ((double)bin->ids->len / distribution->n, 1);
    case COLUMN_TOGETHER:
    default:
      return assay_chart_format_percent ((double)bin->so_far / distribution->n, 1);
    }
}

static const AssaySceneSource source = { mark_text, NULL, cell, row_ids };

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a, right = *(const double *)b;

  return (left > right) - (left < right);
}

/* Where the bars begin and end. A few far-off deliveries would press all others into one bar: where
 * the hundredth parts at both ends take more room than the rest, they get an end bar each. */
static void
find_range (const double *sorted, guint n, double *min, double *max)
{
  double low = assay_quantile_sorted (sorted, n, 0.01);
  double high = assay_quantile_sorted (sorted, n, 0.99);

  *min = sorted[0];
  *max = sorted[n - 1];
  if (high - low > 0 && high - low < (*max - *min) / 2)
    {
      *min = floor (low);
      *max = ceil (high);
    }
}

/* Bins of whole days, of a width that is round, with day 0 at the end of one, so that early and
 * late never share a bar. */
static void
make_bins (Distribution *distribution, const GArray *points, const double *sorted)
{
  double min, max, width, first;
  guint n, so_far = 0;

  find_range (sorted, points->len, &min, &max);
  width = MAX (ceil (assay_nice_step (max - min + 1, MOST_BINS)), 1);
  first = floor ((min - 1) / width) * width + 1;
  n = (guint)(floor ((max - first) / width) + 1);
  for (guint i = 0; i < n; i++)
    {
      Bin bin = { .from = first + i * width, .to = first + (i + 1) * width - 1 };

      bin.ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      bin.and_less = i == 0 && sorted[0] < bin.from;
      bin.and_more = i == n - 1 && sorted[points->len - 1] > bin.to;
      g_array_append_val (distribution->bins, bin);
    }
  for (guint i = 0; i < points->len; i++)
    {
      const AssayPoint *point = &g_array_index (points, AssayPoint, i);
      guint place = (guint)CLAMP (floor ((point->value - first) / width), 0, (double)n - 1);

      g_array_append_val (g_array_index (distribution->bins, Bin, place).ids, point->id);
    }
  for (guint i = 0; i < n; i++)
    {
      Bin *bin = &g_array_index (distribution->bins, Bin, i);

      so_far += bin->ids->len;
      bin->so_far = so_far;
    }
}

static void
add_percentile (AssayScene *scene,
                AssayLeadMeasure measure,
                double value,
                AssayTone tone,
                AssayDash dash,
                const char *name)
{
  AssayLayer *line = assay_scene_add_layer (scene, ASSAY_LAYER_UPRIGHT, tone);
  g_autofree char *days = assay_lead_measure_format (measure, value);
  g_autofree char *label = g_strdup_printf ("%s: %s", name, days);

  line->dash = dash;
  assay_layer_add (line, value, 0, 0);
  assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, tone, (int)dash, label);
}

/* Slips end with the promised day; of lead times the promise is the median of what was promised. */
static void
add_promise (AssayScene *scene, const Distribution *distribution)
{
  gboolean slip = distribution->measure == ASSAY_LEAD_SLIP;
  double at = slip ? 0.5 : distribution->promised;
  g_autofree char *days = NULL, *label = NULL;
  AssayLayer *promise;

  if (isnan (at))
    return;
  assay_scale_include (&scene->x.scale, at);
  promise = assay_scene_add_layer (scene, ASSAY_LAYER_UPRIGHT, ASSAY_TONE_ZERO);
  assay_layer_add (promise, at, 0, 0);
  days = assay_lead_measure_format (distribution->measure, at);
  label = slip ? g_strdup (_ ("end of the promised day"))
               : g_strdup_printf ("%s: %s", _ ("promised, median"), days);
  assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_ZERO, ASSAY_DASH_SOLID, label);
}

static void
add_panel (AssayScene *scene, Distribution *distribution)
{
  AssayPanel *panel = assay_scene_add_panel (scene, ASSAY_AXIS_NUMBER, _ ("Deliveries"), 1);
  AssayLayer *bars = assay_scene_add_layer (scene, ASSAY_LAYER_BARS, ASSAY_TONE_DATA);

  panel->y.min_step = 1;
  assay_scale_include (&panel->y.scale, 0);
  bars->marks = TRUE;
  for (guint i = 0; i < distribution->bins->len; i++)
    {
      const Bin *bin = bin_at (distribution, i);

      assay_layer_add (bars, (bin->from + bin->to) / 2, bin->ids->len, i);
      assay_scale_include (&panel->y.scale, bin->ids->len);
      assay_scale_include (&scene->x.scale, bin->from - 0.5);
      assay_scale_include (&scene->x.scale, bin->to + 0.5);
    }
  add_promise (scene, distribution);
  add_percentile (scene, distribution->measure, distribution->summary.median, ASSAY_TONE_CENTRE,
                  ASSAY_DASH_SOLID, _ ("median"));
  add_percentile (scene, distribution->measure, distribution->summary.p85, ASSAY_TONE_LIMIT,
                  ASSAY_DASH_DASHED, _ ("P85"));
  add_percentile (scene, distribution->measure, distribution->summary.p95, ASSAY_TONE_LIMIT,
                  ASSAY_DASH_DOTTED, _ ("P95"));
}

static void
add_words (AssayScene *scene, Distribution *distribution)
{
  const AssaySummary *summary = &distribution->summary;
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u delivery", "%u deliveries", distribution->n),
      distribution->n);
  g_autofree char *median = assay_lead_measure_format (distribution->measure, summary->median);
  g_autofree char *p85 = assay_lead_measure_format (distribution->measure, summary->p85);
  g_autofree char *p95 = assay_lead_measure_format (distribution->measure, summary->p95);

  scene->subtitle = assay_words_join (distribution->subject, count);
  if (distribution->measure == ASSAY_LEAD_SLIP)
    /* Translators: a number of deliveries; three slips in words, "6 days late". */
    scene->description = g_strdup_printf (
        _ ("Distribution of slip: %s. Half of them came by %s, 85 of 100 by %s, 95 of 100 by %s."),
        scene->subtitle, median, p85, p95);
  else
    /* Translators: "Transit of deliveries"; a number of deliveries; three times "42 days". */
    scene->description
        = g_strdup_printf (_ ("%s: %s. Half of them took %s at most, 85 of 100 %s, 95 of 100 %s."),
                           scene->title, scene->subtitle, median, p85, p95);
  if (distribution->n < LEAST_FOR_PERCENTILES)
    scene->note = g_strdup (_ ("Few data: with fewer than eight deliveries the percentiles say "
                               "little about the next one."));
}

static AssayScene *
new_scene (AssayLeadMeasure measure)
{
  switch (measure)
    {
    case ASSAY_LEAD_TOTAL:
      return assay_scene_new ("lead-time-distribution", _ ("Distribution of lead time"));
    case ASSAY_LEAD_PRODUCTION:
      return assay_scene_new ("production-distribution", _ ("Distribution of production time"));
    case ASSAY_LEAD_TRANSIT:
      return assay_scene_new ("transit-distribution", _ ("Distribution of transit time"));
    case ASSAY_LEAD_SLIP:
    case ASSAY_N_LEAD_MEASURES:
    default:
      return assay_scene_new ("slip-distribution", _ ("Distribution of slip"));
    }
}

/**
 * assay_distribution_chart_new:
 * @series: (nullable): slip of deliveries in days, #AssayPoint with the order line's id; copied
 *
 * Returns: (transfer full): the scene; without a delivery one that says so
 */
AssayScene *
assay_distribution_chart_new (const AssaySeries *series)
{
  AssayScene *scene = new_scene (assay_lead_measure_of (series));
  Distribution *distribution = g_new0 (Distribution, 1);
  g_autoptr (GArray) points = assay_points_copy (series);
  g_autofree double *values = g_new (double, points->len + 1);

  for (guint i = 0; i < points->len; i++)
    values[i] = g_array_index (points, AssayPoint, i).value;
  qsort (values, points->len, sizeof *values, compare_doubles);
  assay_summary_compute (values, points->len, &distribution->summary);
  distribution->n = points->len;
  distribution->bins = g_array_new (FALSE, TRUE, sizeof (Bin));
  g_array_set_clear_func (distribution->bins, bin_clear);
  distribution->subject = series != NULL ? g_strdup (series->name) : NULL;
  distribution->measure = assay_lead_measure_of (series);
  distribution->promised = series != NULL ? series->promised : NAN;

  scene->definition
      = g_strdup_printf ("%s %s", assay_lead_measure_define (series),
                         distribution->measure == ASSAY_LEAD_SLIP
                             ? _ ("Each bar counts the deliveries of so many days; no bar holds "
                                  "both early and late ones, and "
                                  "where a few lie far off, the outermost bars hold all that lies "
                                  "beyond. Percentiles are of "
                                  "type 7: 85 of 100 deliveries came by P85.")
                             : _ ("Each bar counts the deliveries of so many days; "
                                  "where a few lie far off, the outermost bars hold all that lies "
                                  "beyond. Percentiles are of "
                                  "type 7: 85 of 100 deliveries took no longer than P85."));
  assay_axis_init (&scene->x, ASSAY_AXIS_NUMBER, assay_lead_measure_axis (distribution->measure));
  scene->x.min_step = 1;
  assay_scene_add_column (
      scene, distribution->measure == ASSAY_LEAD_SLIP ? _ ("Slip from (days)") : _ ("From (days)"),
      TRUE);
  assay_scene_add_column (scene, _ ("to (days)"), TRUE);
  assay_scene_add_column (scene, _ ("Deliveries"), TRUE);
  assay_scene_add_column (scene, _ ("Share"), TRUE);
  assay_scene_add_column (scene, _ ("Together"), TRUE);
  assay_scene_set_source (scene, &source, distribution, distribution_free);
  if (points->len > 0)
    {
      make_bins (distribution, points, values);
      scene->n_rows = distribution->bins->len;
      add_panel (scene, distribution);
      add_words (scene, distribution);
    }
  else
    {
      scene->empty = g_strdup (assay_lead_measure_empty (distribution->measure));
      scene->description = g_strdup (scene->empty);
    }
  assay_scene_finish (scene);
  return scene;
}
