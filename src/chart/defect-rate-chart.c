/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/defect-rate-chart.h"

#include "chart/format.h"
#include "chart/points.h"
#include "chart/signals.h"

#include <glib/gi18n-lib.h>
#include <math.h>

enum
{
  COLUMN_LABEL,
  COLUMN_DAY,
  COLUMN_INSPECTED,
  COLUMN_DEFECTIVE,
  COLUMN_RATE,
  COLUMN_LOWER,
  COLUMN_UPPER,
  COLUMN_SIGNALS,
};

typedef struct
{
  GArray *points; /* AssayCountPoint */
  AssayControlChart *chart;
  char *subject;
  guint left_out;
} Rates;

static void
rates_free (gpointer data)
{
  Rates *rates = data;

  g_array_unref (rates->points);
  assay_control_chart_free (rates->chart);
  g_free (rates->subject);
  g_free (rates);
}

static const AssayCountPoint *
point_at (const Rates *rates, guint row)
{
  return &g_array_index (rates->points, AssayCountPoint, row);
}

/* What a point is called: a pooled period by its label alone, a lot by its label and day. */
static char *
point_words (const AssayCountPoint *point)
{
  g_autofree char *date = assay_chart_format_date (point->day);

  if (point->id == 0 && point->label != NULL && *point->label != '\0')
    return g_strdup (point->label);
  return assay_words_join (point->label, date);
}

static char *
rate_words (const AssayCountPoint *point)
{
  g_autofree char *share
      = assay_chart_format_percent ((double)point->defective / (double)point->inspected, 1);
  g_autofree char *defective = assay_chart_format_number ((double)point->defective, 0);
  g_autofree char *inspected = assay_chart_format_number ((double)point->inspected, 0);

  /* Translators: defective units, inspected units, the share in per cent with its sign. */
  return g_strdup_printf (_ ("%s of %s defective, %s"), defective, inspected, share);
}

static char *
mark_text (gpointer data, const AssayLayer *layer, const AssayItem *item)
{
  const Rates *rates = data;
  const AssayCountPoint *point = point_at (rates, item->row);
  const AssayControlPoint *control = &rates->chart->points[item->row];
  g_autofree char *what = point_words (point);
  g_autofree char *rate = rate_words (point);
  g_autofree char *low = assay_chart_format_percent (control->lcl, 1);
  g_autofree char *high = assay_chart_format_percent (control->ucl, 1);
  g_autofree char *limits = g_strdup_printf (_ ("limits %s to %s"), low, high);
  g_autofree char *signals = assay_signal_words (control->signals);
  g_autofree char *first = assay_words_join (what, rate);
  g_autofree char *second = assay_words_join (limits, signals);

  return assay_words_join (first, second);
}

static void
point_ids (const AssayCountPoint *point, GArray *ids)
{
  if (point->ids != NULL)
    g_array_append_vals (ids, point->ids->data, point->ids->len);
  else if (point->id != 0)
    g_array_append_val (ids, point->id);
}

static void
mark_ids (gpointer data, const AssayLayer *layer, const AssayItem *item, GArray *ids)
{
  point_ids (point_at (data, item->row), ids);
}

static char *
cell (gpointer data, guint row, guint column)
{
  const Rates *rates = data;
  const AssayCountPoint *point = point_at (rates, row);
  const AssayControlPoint *control = &rates->chart->points[row];

  switch (column)
    {
    case COLUMN_LABEL:
      return g_strdup (point->label);
    case COLUMN_DAY:
      return assay_chart_format_date (point->day);
    case COLUMN_INSPECTED:
      return assay_chart_format_number ((double)point->inspected, 0);
    case COLUMN_DEFECTIVE:
      return assay_chart_format_number ((double)point->defective, 0);
    case COLUMN_RATE:
      return assay_chart_format_percent (control->value, 2);
    case COLUMN_LOWER:
      return assay_chart_format_percent (control->lcl, 2);
    case COLUMN_UPPER:
      return assay_chart_format_percent (control->ucl, 2);
    case COLUMN_SIGNALS:
    default:
      return assay_signal_words (control->signals);
    }
}

static void
row_ids (gpointer data, guint row, GArray *ids)
{
  point_ids (point_at (data, row), ids);
}

static const AssaySceneSource source = { mark_text, mark_ids, cell, row_ids };

static char *
named_percent (const char *name, double share)
{
  g_autofree char *percent = assay_chart_format_percent (share, 1);

  return g_strdup_printf ("%s %s", name, percent);
}

static void
name_line (AssayLayer *layer, const char *name, double share)
{
  layer->value_label = named_percent (name, share);
  layer->short_label = assay_chart_format_percent (share, 1);
}

static void
add_limits (AssayScene *scene, const Rates *rates)
{
  AssayLayer *band = assay_scene_add_layer (scene, ASSAY_LAYER_BAND, ASSAY_TONE_CENTRE);
  AssayLayer *upper = assay_scene_add_layer (scene, ASSAY_LAYER_STEPS, ASSAY_TONE_LIMIT);
  AssayLayer *lower = assay_scene_add_layer (scene, ASSAY_LAYER_STEPS, ASSAY_TONE_LIMIT);
  AssayLayer *centre;
  const AssayControlPoint *last = &rates->chart->points[rates->points->len - 1];

  upper->dash = lower->dash = ASSAY_DASH_DASHED;
  for (guint i = 0; i < rates->points->len; i++)
    {
      const AssayControlPoint *control = &rates->chart->points[i];
      AssayItem low = { point_at (rates, i)->day, control->lcl, i, 0, 0 };

      assay_layer_add (upper, point_at (rates, i)->day, control->ucl, i);
      assay_layer_add (lower, point_at (rates, i)->day, control->lcl, i);
      assay_layer_add (band, point_at (rates, i)->day, control->ucl, i);
      g_array_append_val (band->lower, low);
      assay_scale_include (&assay_scene_get_panel (scene, 0)->y.scale, control->ucl);
    }
  name_line (upper, _ ("Upper limit"), last->ucl);
  /* A limit of nought says nothing: no rate is below it. */
  if (last->lcl > 0)
    name_line (lower, _ ("Lower limit"), last->lcl);
  centre
      = assay_scene_add_rule (scene, 0, rates->chart->centre, ASSAY_TONE_CENTRE, ASSAY_DASH_SOLID);
  name_line (centre, _ ("Mean"), rates->chart->centre);
}

static void
add_panel (AssayScene *scene, const Rates *rates)
{
  AssayPanel *panel = assay_scene_add_panel (scene, ASSAY_AXIS_PERCENT,
                                             _ ("Defective units (% of inspected)"), 1);
  AssayLayer *line, *dots;
  guint seen = 0;

  assay_scale_include (&panel->y.scale, 0);
  add_limits (scene, rates);
  line = assay_scene_add_layer (scene, ASSAY_LAYER_LINE, ASSAY_TONE_DATA);
  dots = assay_scene_add_layer (scene, ASSAY_LAYER_POINTS, ASSAY_TONE_DATA);
  dots->marks = TRUE;
  for (guint i = 0; i < rates->points->len; i++)
    {
      const AssayControlPoint *control = &rates->chart->points[i];
      double day = point_at (rates, i)->day;

      assay_layer_add (line, day, control->value, i);
      assay_layer_add (dots, day, control->value, i);
      seen |= assay_signals_mark (dots, control->signals);
      assay_scale_include (&panel->y.scale, control->value);
      assay_scale_include (&scene->x.scale, day);
    }
  /* Room for the outer halves of the first and last step. */
  assay_scale_pad (&scene->x.scale, MAX (0.02, 0.5 / MAX (rates->points->len - 1, 1)));
  assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, ASSAY_TONE_DATA, ASSAY_SHAPE_DOT,
                          _ ("defective rate"));
  assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_CENTRE, ASSAY_DASH_SOLID,
                          _ ("mean"));
  assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_LIMIT, ASSAY_DASH_DASHED,
                          _ ("limits for each lot’s size"));
  assay_signals_legend (scene, seen);
}

static char *
extreme_sentence (const Rates *rates)
{
  guint worst = 0;
  g_autofree char *what = NULL, *rate = NULL;

  for (guint i = 1; i < rates->points->len; i++)
    if (rates->chart->points[i].value > rates->chart->points[worst].value)
      worst = i;
  what = point_words (point_at (rates, worst));
  rate = rate_words (point_at (rates, worst));
  /* Translators: a lot's name and date, then "8 of 80 defective, 10.0%". */
  return g_strdup_printf (_ ("The highest rate is that of %s: %s."), what, rate);
}

static void
add_description (AssayScene *scene, const Rates *rates, gint64 inspected, gint64 defective)
{
  g_autofree char *mean = assay_chart_format_percent (rates->chart->centre, 1);
  g_autofree char *bad = assay_chart_format_number ((double)defective, 0);
  g_autofree char *all = assay_chart_format_number ((double)inspected, 0);
  g_autofree char *signals = assay_signals_sentence (rates->chart);
  g_autofree char *extreme = extreme_sentence (rates);
  g_autoptr (GString) text = g_string_new (NULL);

  if (rates->subject != NULL)
    /* Translators: a supplier's name, then "12 points, 3 Jan 2025 – 12 Mar 2026". */
    g_string_append_printf (text, _ ("p chart of the defective rate of %s: %s."), rates->subject,
                            scene->subtitle);
  else
    g_string_append_printf (text, _ ("p chart of the defective rate: %s."), scene->subtitle);
  g_string_append_c (text, ' ');
  /* Translators: defective units, inspected units, the share in per cent with its sign. */
  g_string_append_printf (text, _ ("In all %s of %s units inspected were defective, %s."), bad, all,
                          mean);
  g_string_append_printf (text, " %s %s", signals, extreme);
  scene->description = g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_note (AssayScene *scene, const Rates *rates)
{
  g_autofree char *few = NULL, *left = NULL;

  if (rates->chart->provisional)
    few = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "Provisional limits: they rest on %u point, fewer than the %d that are "
                     "needed to rely on them.",
                     "Provisional limits: they rest on %u points, fewer than the %d that are "
                     "needed to rely on them.",
                     rates->points->len),
        rates->points->len, ASSAY_CONTROL_MIN_POINTS);
  if (rates->left_out > 0)
    left = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u lot without usable counts is left out.",
                     "%u lots without usable counts are left out.", rates->left_out),
        rates->left_out);
  if (few != NULL && left != NULL)
    scene->note = g_strdup_printf ("%s %s", few, left);
  else
    scene->note = few != NULL ? g_steal_pointer (&few) : g_steal_pointer (&left);
}

static void
add_words (AssayScene *scene, const Rates *rates)
{
  g_autofree char *first = assay_chart_format_date (point_at (rates, 0)->day);
  g_autofree char *last = assay_chart_format_date (point_at (rates, rates->points->len - 1)->day);
  g_autofree char *range = NULL;
  gint64 inspected = 0, defective = 0;

  for (guint i = 0; i < rates->points->len; i++)
    {
      inspected += point_at (rates, i)->inspected;
      defective += point_at (rates, i)->defective;
    }
  range = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u point, %s – %s", "%u points, %s – %s", rates->points->len),
      rates->points->len, first, last);
  scene->subtitle = g_strdup (range);
  add_description (scene, rates, inspected, defective);
  add_note (scene, rates);
  g_free (scene->subtitle);
  scene->subtitle = assay_words_join (rates->subject, range);
}

static void
compute (Rates *rates)
{
  guint n = rates->points->len;
  g_autofree double *counts = g_new (double, n + 1);
  g_autofree double *sizes = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    {
      counts[i] = (double)point_at (rates, i)->defective;
      sizes[i] = (double)point_at (rates, i)->inspected;
    }
  rates->chart
      = assay_control_chart_new (ASSAY_CONTROL_P, counts, sizes, n, 0, ASSAY_SIGNALS_DEFAULT, NULL);
}

static void
add_columns (AssayScene *scene)
{
  assay_scene_add_column (scene, _ ("Lot or period"), FALSE);
  assay_scene_add_column (scene, _ ("Date"), FALSE);
  assay_scene_add_column (scene, _ ("Inspected"), TRUE);
  assay_scene_add_column (scene, _ ("Defective"), TRUE);
  assay_scene_add_column (scene, _ ("Rate"), TRUE);
  assay_scene_add_column (scene, _ ("Lower limit"), TRUE);
  assay_scene_add_column (scene, _ ("Upper limit"), TRUE);
  assay_scene_add_column (scene, _ ("Signals"), FALSE);
}

/**
 * assay_defect_rate_chart_new:
 * @series: (nullable): lots or periods, #AssayCountPoint; copied
 *
 * Lots of which nothing was inspected, or more was defective than inspected, are left out and
 * counted in the note.
 *
 * Returns: (transfer full): the scene; without a lot one that says so
 */
AssayScene *
assay_defect_rate_chart_new (const AssaySeries *series)
{
  AssayScene *scene = assay_scene_new ("defect-rate", _ ("Defective rate over time"));
  Rates *rates = g_new0 (Rates, 1);

  scene->definition = g_strdup (
      _ ("Defective rate: defective units divided by inspected units. The mean p is all defective "
         "units divided by all inspected units, never a mean of rates. Limits of each point: "
         "p ± 3 × √(p (1 − p) / n) with the units n inspected at that point, within 0 and 100 %. "
         "Signals, in units of each point’s own deviation: beyond a limit; nine in a row on one "
         "side of the mean; two of three beyond two thirds of the way to the same limit."));
  assay_axis_init (&scene->x, ASSAY_AXIS_DATE, _ ("Date of inspection"));
  rates->points = assay_count_points_copy (series, &rates->left_out);
  rates->subject = series != NULL && series->name != NULL && *series->name != '\0'
                       ? g_strdup (series->name)
                       : NULL;
  compute (rates);
  add_columns (scene);
  assay_scene_set_source (scene, &source, rates, rates_free);
  if (rates->points->len == 0 || rates->chart == NULL)
    {
      scene->subtitle = g_strdup (rates->subject);
      scene->empty = g_strdup (_ ("No inspection with counted units yet. Record an inspection with "
                                  "its sample size and defective units, and the rate appears "
                                  "here."));
      scene->description = g_strdup (scene->empty);
    }
  else
    {
      scene->n_rows = rates->points->len;
      add_panel (scene, rates);
      add_words (scene, rates);
    }
  assay_scene_finish (scene);
  return scene;
}
