/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/xmr-chart.h"

#include "chart/format.h"
#include "chart/points.h"
#include "chart/signals.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Signals of a value; the others belong to the step that led to it. */
#define VALUE_SIGNALS(signals) ((signals) & ~(guint)ASSAY_SIGNAL_RANGE)
#define RANGE_SIGNALS(signals) ((signals) & (guint)ASSAY_SIGNAL_RANGE)

enum
{
  PANEL_VALUES,
  PANEL_RANGES,
};

enum
{
  COLUMN_LABEL,
  COLUMN_DAY,
  COLUMN_SLIP,
  COLUMN_RANGE,
  COLUMN_SIGNALS,
};

typedef struct
{
  GArray *points; /* AssayPoint */
  AssayControlChart *chart;
  GArray *days;  /* gint32, of the points */
  char *subject; /* whose deliveries; nullable */
  AssayLeadMeasure measure;
  double promised; /* lead time; NaN: not known */
} Xmr;

static void
xmr_free (gpointer data)
{
  Xmr *xmr = data;

  g_array_unref (xmr->points);
  g_array_unref (xmr->days);
  assay_control_chart_free (xmr->chart);
  g_free (xmr->subject);
  g_free (xmr);
}

static const AssayPoint *
point_at (const Xmr *xmr, guint row)
{
  return &g_array_index (xmr->points, AssayPoint, row);
}

static char *
mark_text (gpointer data, const AssayLayer *layer, const AssayItem *item)
{
  const Xmr *xmr = data;
  const AssayPoint *point = point_at (xmr, item->row);
  const AssayControlPoint *control = &xmr->chart->points[item->row];
  g_autofree char *date = assay_chart_format_date (point->day);
  g_autofree char *what = assay_words_join (point->label, date);
  g_autofree char *value = NULL, *signals = NULL, *text = NULL;

  if (layer->panel == PANEL_VALUES)
    {
      value = assay_lead_measure_format (xmr->measure, point->value);
      signals = assay_signal_words (VALUE_SIGNALS (control->signals));
    }
  else
    {
      g_autofree char *days = assay_chart_format_days (control->moving_range);

      /* Translators: how far a delivery is from the one before. */
      value = g_strdup_printf (_ ("%s from the delivery before"), days);
      signals = assay_signal_words (RANGE_SIGNALS (control->signals));
    }
  text = assay_words_join (what, value);
  return assay_words_join (text, signals);
}

static void
mark_ids (gpointer data, const AssayLayer *layer, const AssayItem *item, GArray *ids)
{
  const Xmr *xmr = data;

  /* A step has two ends. */
  if (layer->panel == PANEL_RANGES && item->row > 0)
    g_array_append_val (ids, point_at (xmr, item->row - 1)->id);
  g_array_append_val (ids, point_at (xmr, item->row)->id);
}

static char *
cell (gpointer data, guint row, guint column)
{
  const Xmr *xmr = data;
  const AssayPoint *point = point_at (xmr, row);
  const AssayControlPoint *control = &xmr->chart->points[row];

  switch (column)
    {
    case COLUMN_LABEL:
      return g_strdup (point->label);
    case COLUMN_DAY:
      return assay_chart_format_date (point->day);
    case COLUMN_SLIP:
      return assay_chart_format_short (point->value);
    case COLUMN_RANGE:
      return isnan (control->moving_range) ? NULL
                                           : assay_chart_format_short (control->moving_range);
    case COLUMN_SIGNALS:
    default:
      return assay_signal_words (control->signals);
    }
}

static void
row_ids (gpointer data, guint row, GArray *ids)
{
  g_array_append_val (ids, point_at (data, row)->id);
}

static const AssaySceneSource source = { mark_text, mark_ids, cell, row_ids };

static void
add_limit (AssayScene *scene, guint panel, double value, const char *format)
{
  AssayLayer *layer;
  g_autofree char *number = assay_chart_format_short (value);

  if (!isfinite (value))
    return;
  layer = assay_scene_add_rule (scene, panel, value, ASSAY_TONE_LIMIT, ASSAY_DASH_DASHED);
  layer->value_label = g_strdup_printf ("%s %s", format, number);
  layer->short_label = g_strdup (number);
  assay_scale_include (&assay_scene_get_panel (scene, panel)->y.scale, value);
}

static void
add_centre (AssayScene *scene, guint panel, double value)
{
  AssayLayer *layer;
  g_autofree char *number = assay_chart_format_short (value);

  if (!isfinite (value))
    return;
  layer = assay_scene_add_rule (scene, panel, value, ASSAY_TONE_CENTRE, ASSAY_DASH_SOLID);
  layer->value_label = g_strdup_printf ("%s %s", _ ("Mean"), number);
  layer->short_label = g_strdup (number);
  assay_scale_include (&assay_scene_get_panel (scene, panel)->y.scale, value);
}

/* Where the phase of the point at @from ends. */
static guint
phase_end (const Xmr *xmr, guint from)
{
  const AssayControlPoint *points = xmr->chart->points;
  guint i = from + 1;

  /* The step into a phase is none. */
  while (i < xmr->points->len && (i == 0 || !isnan (points[i].moving_range)))
    i++;
  return i;
}

static double
limit_value (const AssayControlPoint *point, guint panel, int which)
{
  if (panel == PANEL_RANGES)
    return which > 0 ? point->range_limit : which == 0 ? point->mean_range : NAN;
  return which > 0 ? point->ucl : which == 0 ? point->centre : point->lcl;
}

/* Limits and centre of each phase, as far as it reaches. */
static void
add_phase_lines (AssayScene *scene, const Xmr *xmr, guint panel)
{
  for (guint from = 0, to; from < xmr->points->len; from = to)
    {
      to = phase_end (xmr, from);
      for (int which = -1; which <= 1; which++)
        {
          double value = limit_value (&xmr->chart->points[from], panel, which);
          AssayLayer *line;

          if (!isfinite (value))
            continue;
          line = assay_scene_add_layer (scene, ASSAY_LAYER_LINE,
                                        which == 0 ? ASSAY_TONE_CENTRE : ASSAY_TONE_LIMIT);
          line->panel = panel;
          line->dash = which == 0 ? ASSAY_DASH_SOLID : ASSAY_DASH_DASHED;
          assay_layer_add (line, from + 0.5, value, from);
          assay_layer_add (line, to + 0.5, value, from);
          assay_scale_include (&assay_scene_get_panel (scene, panel)->y.scale, value);
        }
    }
}

static void
add_noise_band (AssayScene *scene, const Xmr *xmr)
{
  const AssayControlPoint *any = &xmr->chart->points[0];
  AssayLayer *band;
  AssayItem low = { 0.5, any->lcl, 0, 0, 0 }, high = { 0.5, any->ucl, 0, 0, 0 };

  if (xmr->chart->n_phases > 1 || !isfinite (any->lcl) || !isfinite (any->ucl))
    return;
  band = assay_scene_add_layer (scene, ASSAY_LAYER_BAND, ASSAY_TONE_CENTRE);
  band->panel = PANEL_VALUES;
  for (guint i = 0; i < 2; i++)
    {
      g_array_append_val (band->items, high);
      g_array_append_val (band->lower, low);
      low.x = high.x = xmr->points->len + 0.5;
    }
}

/* Returns: which signals occur in it. */
static guint
add_series (AssayScene *scene, const Xmr *xmr, guint panel)
{
  AssayLayer *line = assay_scene_add_layer (scene, ASSAY_LAYER_LINE, ASSAY_TONE_DATA);
  AssayLayer *dots = assay_scene_add_layer (scene, ASSAY_LAYER_POINTS, ASSAY_TONE_DATA);
  AssayScale *scale = &assay_scene_get_panel (scene, panel)->y.scale;
  guint seen = 0;

  line->panel = dots->panel = panel;
  dots->marks = TRUE;
  for (guint i = 0; i < xmr->points->len; i++)
    {
      const AssayControlPoint *control = &xmr->chart->points[i];
      double value = panel == PANEL_VALUES ? control->value : control->moving_range;

      if (isnan (value))
        continue;
      assay_layer_add (line, i + 1, value, i);
      assay_layer_add (dots, i + 1, value, i);
      seen |= assay_signals_mark (dots, panel == PANEL_VALUES ? VALUE_SIGNALS (control->signals)
                                                              : RANGE_SIGNALS (control->signals));
      assay_scale_include (scale, value);
    }
  return seen;
}

/* The promise: no slip, or the lead time that was promised to half of the lines at most. */
static void
add_promise (AssayScene *scene, const Xmr *xmr)
{
  double promise = xmr->measure == ASSAY_LEAD_SLIP ? 0 : xmr->promised;
  AssayLayer *line;

  if (isnan (promise))
    return;
  line = assay_scene_add_rule (scene, PANEL_VALUES, promise, ASSAY_TONE_ZERO, ASSAY_DASH_SOLID);
  line->value_label
      = g_strdup (xmr->measure == ASSAY_LEAD_SLIP ? _ ("Promised day") : _ ("Promised, median"));
  line->short_label = g_strdup ("");
  assay_scale_include (&assay_scene_get_panel (scene, PANEL_VALUES)->y.scale, promise);
}

static void
add_panels (AssayScene *scene, const Xmr *xmr)
{
  const AssayControlPoint *any = &xmr->chart->points[0];
  AssayPanel *panel = assay_scene_add_panel (scene, ASSAY_AXIS_NUMBER,
                                             xmr->measure == ASSAY_LEAD_SLIP
                                                 ? _ ("Slip (days, above 0 late)")
                                                 : assay_lead_measure_column (xmr->measure),
                                             2);
  guint seen;

  panel->y.min_step = 1;
  assay_scale_include (&panel->y.scale, 0);
  add_noise_band (scene, xmr);
  add_promise (scene, xmr);
  if (xmr->chart->n_phases > 1)
    add_phase_lines (scene, xmr, PANEL_VALUES);
  else
    {
      add_limit (scene, PANEL_VALUES, any->ucl, _ ("Upper limit"));
      add_limit (scene, PANEL_VALUES, any->lcl, _ ("Lower limit"));
      add_centre (scene, PANEL_VALUES, xmr->chart->centre);
    }
  seen = add_series (scene, xmr, PANEL_VALUES);

  panel = assay_scene_add_panel (scene, ASSAY_AXIS_NUMBER,
                                 _ ("Moving range (days from the delivery before)"), 1);
  panel->y.min_step = 1;
  assay_scale_include (&panel->y.scale, 0);
  if (xmr->chart->n_phases > 1)
    add_phase_lines (scene, xmr, PANEL_RANGES);
  else
    {
      add_limit (scene, PANEL_RANGES, xmr->chart->range_limit, _ ("Limit"));
      add_centre (scene, PANEL_RANGES, xmr->chart->mean_range);
    }
  seen |= add_series (scene, xmr, PANEL_RANGES);

  assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, ASSAY_TONE_DATA, ASSAY_SHAPE_DOT,
                          _ ("delivery"));
  assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_CENTRE, ASSAY_DASH_SOLID,
                          _ ("mean"));
  if (isfinite (any->ucl))
    assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_LIMIT, ASSAY_DASH_DASHED,
                            _ ("natural process limits"));
  assay_signals_legend (scene, seen);
}

/* "12 deliveries, 3 Jan 2025 – 12 Mar 2026" */
static char *
range_words (const Xmr *xmr)
{
  g_autofree char *first = assay_chart_format_date (point_at (xmr, 0)->day);
  g_autofree char *last = assay_chart_format_date (point_at (xmr, xmr->points->len - 1)->day);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u delivery, %s – %s",
                                       "%u deliveries, %s – %s", xmr->points->len),
                          xmr->points->len, first, last);
}

static char *
extreme_sentence (const Xmr *xmr)
{
  const AssayPoint *latest = point_at (xmr, 0);
  g_autofree char *slip = NULL, *date = NULL, *what = NULL;

  for (guint i = 1; i < xmr->points->len; i++)
    if (point_at (xmr, i)->value > latest->value)
      latest = point_at (xmr, i);
  slip = assay_lead_measure_format (xmr->measure, latest->value);
  date = assay_chart_format_date (latest->day);
  what = assay_words_join (latest->label, date);
  if (xmr->measure != ASSAY_LEAD_SLIP)
    /* Translators: the delivery's name and date, then "62 days". */
    return g_strdup_printf (_ ("The longest is that of %s: %s."), what, slip);
  /* Translators: the delivery's name and date, then "6 days late". */
  return g_strdup_printf (_ ("The largest slip is that of %s: %s."), what, slip);
}

static char *
describe (const Xmr *xmr)
{
  const AssayControlPoint *any = &xmr->chart->points[xmr->points->len - 1];
  g_autofree char *range = range_words (xmr);
  g_autofree char *mean = assay_lead_measure_format (xmr->measure, xmr->chart->centre);
  g_autofree char *signals = assay_signals_sentence (xmr->chart);
  g_autofree char *extreme = extreme_sentence (xmr);
  g_autoptr (GString) text = g_string_new (NULL);

  if (xmr->measure != ASSAY_LEAD_SLIP)
    {
      g_autofree char *of = assay_words_join (xmr->subject, range);

      /* Translators: "Transit (days)", then "Sao Mai Bags · 12 deliveries, 3 Jan – 12 Mar". */
      g_string_append_printf (text, _ ("Process behaviour chart: %s; %s."),
                              assay_lead_measure_column (xmr->measure), of);
    }
  else if (xmr->subject != NULL)
    /* Translators: a supplier's name, then "12 deliveries, 3 Jan 2025 – 12 Mar 2026". */
    g_string_append_printf (text, _ ("Process behaviour chart of the slip of %s: %s."),
                            xmr->subject, range);
  else
    g_string_append_printf (text, _ ("Process behaviour chart of slip: %s."), range);
  g_string_append_c (text, ' ');
  if (xmr->chart->n_phases > 1)
    /* Translators: a slip in words, "6 days late". */
    g_string_append_printf (text, _ ("Since the last change on average %s."), mean);
  else
    g_string_append_printf (text, _ ("On average %s."), mean);
  if (any->ucl > any->lcl)
    {
      g_autofree char *low = assay_lead_measure_format (xmr->measure, any->lcl),
                      *high = assay_lead_measure_format (xmr->measure, any->ucl);

      g_string_append_c (text, ' ');
      /* Translators: two slips in words, "3 days early" and "9 days late". */
      g_string_append_printf (text, _ ("The natural limits are %s and %s."), low, high);
    }
  g_string_append_printf (text, " %s %s", signals, extreme);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_words (AssayScene *scene, const Xmr *xmr)
{
  g_autofree char *range = range_words (xmr);

  scene->subtitle = assay_words_join (xmr->subject, range);
  scene->description = describe (xmr);
  if (xmr->chart->provisional)
    scene->note = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "Provisional limits: they rest on %u delivery, fewer than the %d that are "
                     "needed to rely on them.",
                     "Provisional limits: they rest on %u deliveries, fewer than the %d that are "
                     "needed to rely on them.",
                     xmr->points->len),
        xmr->points->len, ASSAY_CONTROL_MIN_POINTS);
}

static char *
define (const AssayControlOptions *options, const AssaySeries *series)
{
  g_autofree char *base = assay_control_options_define_limits (options);
  g_autofree char *signals = assay_signals_define (options->rules);

  return g_strdup_printf (
      "%s %s%s%s %s", assay_lead_measure_define (series),
      _ ("The mean is that of all deliveries shown, where nothing else is said. Natural process "
         "limits: mean ± 2.660 × mean moving range; limit of moving ranges: 3.268 × mean moving "
         "range (Wheeler). A moving range is the difference between two deliveries in a row."),
      base != NULL ? " " : "", base != NULL ? base : "", signals);
}

static AssayScene *
new_scene (AssayLeadMeasure measure)
{
  switch (measure)
    {
    case ASSAY_LEAD_TOTAL:
      return assay_scene_new ("lead-time", _ ("Lead time of each delivery"));
    case ASSAY_LEAD_PRODUCTION:
      return assay_scene_new ("production-time", _ ("Production of each delivery"));
    case ASSAY_LEAD_TRANSIT:
      return assay_scene_new ("transit-time", _ ("Transit of each delivery"));
    case ASSAY_LEAD_SLIP:
    case ASSAY_N_LEAD_MEASURES:
    default:
      return assay_scene_new ("lead-time-variance", _ ("Lead-time variance"));
    }
}

/**
 * assay_xmr_chart_new:
 * @series: (nullable): slip of deliveries in days, #AssayPoint with the order line's id; copied
 * @options: (nullable): rules, base period, phases; %NULL for the usual ones
 *
 * Points of the same day keep their order; unknown values are left out.
 *
 * Returns: (transfer full): the scene; without a delivery one that says so
 */
AssayScene *
assay_xmr_chart_new (const AssaySeries *series, const AssayControlOptions *options)
{
  AssayScene *scene = new_scene (assay_lead_measure_of (series));
  g_autofree double *values = NULL;
  Xmr *xmr;

  if (options == NULL)
    options = &assay_control_options_default;
  scene->definition = define (options, series);
  assay_axis_init (&scene->x, ASSAY_AXIS_ORDER, _ ("Deliveries in order, by date"));
  xmr = g_new0 (Xmr, 1);
  xmr->points = assay_points_copy (series);
  xmr->measure = assay_lead_measure_of (series);
  xmr->promised = series != NULL ? series->promised : NAN;
  xmr->subject = series != NULL && series->name != NULL && *series->name != '\0'
                     ? g_strdup (series->name)
                     : NULL;
  values = g_new (double, xmr->points->len + 1);
  for (guint i = 0; i < xmr->points->len; i++)
    {
      values[i] = point_at (xmr, i)->value;
      g_array_append_val (scene->x.days, point_at (xmr, i)->day);
    }
  xmr->days = g_array_ref (scene->x.days);
  xmr->chart = assay_control_options_compute (options, ASSAY_CONTROL_XMR, values, NULL,
                                              (const gint32 *)(void *)xmr->days->data,
                                              xmr->points->len, NULL);
  scene->x.scale = (AssayScale){ 0.5, xmr->points->len + 0.5 };
  assay_scene_add_column (scene, _ ("Delivery"), FALSE);
  assay_scene_add_column (scene, _ ("Date"), FALSE);
  assay_scene_add_column (scene, assay_lead_measure_column (xmr->measure), TRUE);
  assay_scene_add_column (scene, _ ("Moving range (days)"), TRUE);
  assay_scene_add_column (scene, _ ("Signals"), FALSE);
  assay_scene_set_source (scene, &source, xmr, xmr_free);
  if (xmr->points->len == 0 || xmr->chart == NULL)
    {
      scene->subtitle = g_strdup (xmr->subject);
      scene->empty = g_strdup (assay_lead_measure_empty (xmr->measure));
      scene->description = g_strdup (scene->empty);
    }
  else
    {
      scene->n_rows = xmr->points->len;
      add_panels (scene, xmr);
      assay_control_options_add_changes (scene, options, (const gint32 *)(void *)xmr->days->data,
                                         xmr->points->len, 2, TRUE);
      add_words (scene, xmr);
    }
  assay_scene_finish (scene);
  return scene;
}
