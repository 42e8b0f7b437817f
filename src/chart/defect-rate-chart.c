/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/defect-rate-chart.h"

#include "chart/format.h"
#include "chart/points.h"
#include "chart/signals.h"
#include "record/date.h"

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
  GArray *days;   /* gint32, of the points */
  AssayControlChart *chart;
  AssayControlKind kind;
  char *problem; /* why there is no chart of this kind; nullable */
  char *subject;
  guint left_out;
} Rates;

static void
rates_free (gpointer data)
{
  Rates *rates = data;

  g_array_unref (rates->points);
  g_array_unref (rates->days);
  g_free (rates->problem);
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

/* What each kind of chart is called and shows, in the order of AssayControlKind. */
static const struct
{
  const char *name;
  const char *axis;
  const char *noun;
  const char *definition;
} kinds[] = {
  [ASSAY_CONTROL_P]
  = { N_ ("p chart"), N_ ("Defective units (% of inspected)"), N_ ("defective rate"),
      N_ ("Defective rate: defective units divided by inspected units. The mean p is all defective "
          "units divided by all inspected units, never a mean of rates. Limits of each point: "
          "p ± 3 × √(p (1 − p) / n) with the units n inspected at that point, within 0 and "
          "100 %.") },
  [ASSAY_CONTROL_NP]
  = { N_ ("np chart"), N_ ("Defective units"), N_ ("defective units"),
      N_ ("Defective units in samples of one size n. The mean np is all defective units divided by "
          "the number of samples. Limits: np ± 3 × √(np (1 − p)), not below 0.") },
  [ASSAY_CONTROL_C]
  = { N_ ("c chart"), N_ ("Defects"), N_ ("defects"),
      N_ ("Defects in samples of equal size. The mean c is all defects divided by the number of "
          "samples. Limits: c ± 3 × √c, not below 0.") },
  [ASSAY_CONTROL_U]
  = { N_ ("u chart"), N_ ("Defects per unit"), N_ ("defects per unit"),
      N_ ("Defects per inspected unit. The mean u is all defects divided by all inspected units. "
          "Limits of each point: u ± 3 × √(u / n) with the units n inspected at that point, not "
          "below 0.") },
  [ASSAY_CONTROL_P_PRIME]
  = { N_ ("Laney p′ chart"), N_ ("Defective units (% of inspected)"), N_ ("defective rate"),
      N_ ("Defective rate: defective units divided by inspected units. The mean p is all defective "
          "units divided by all inspected units. Limits of each point: p ± 3 × σz × √(p (1 − p) / "
          "n), where σz is the mean difference of neighbouring z values divided by 1.128 (Laney): "
          "it widens or narrows the limits where lots differ more or less than chance alone "
          "allows.") },
  [ASSAY_CONTROL_U_PRIME]
  = { N_ ("Laney u′ chart"), N_ ("Defects per unit"), N_ ("defects per unit"),
      N_ ("Defects per inspected unit. The mean u is all defects divided by all inspected units. "
          "Limits of each point: u ± 3 × σz × √(u / n), where σz is the mean difference of "
          "neighbouring z values divided by 1.128 (Laney).") },
};

/* Shares read in per cent, all else as a number. */
static gboolean
is_share (const Rates *rates)
{
  return rates->kind == ASSAY_CONTROL_P || rates->kind == ASSAY_CONTROL_P_PRIME;
}

/* Whether defects are counted, and not defective units. */
static gboolean
counts_defects (const Rates *rates)
{
  return rates->kind == ASSAY_CONTROL_C || rates->kind == ASSAY_CONTROL_U
         || rates->kind == ASSAY_CONTROL_U_PRIME;
}

/* A value of the y axis as its kind reads it. */
static char *
value_words (const Rates *rates, double value, guint decimals)
{
  if (is_share (rates))
    return assay_chart_format_percent (value, decimals);
  if (rates->kind == ASSAY_CONTROL_U || rates->kind == ASSAY_CONTROL_U_PRIME)
    return assay_chart_format_number (value, decimals + 2);
  return assay_chart_format_number (value, value == floor (value) ? 0 : decimals);
}

static char *
rate_words (const Rates *rates, const AssayCountPoint *point)
{
  g_autofree char *share
      = assay_chart_format_percent ((double)point->defective / (double)point->inspected, 1);
  g_autofree char *defective = assay_chart_format_number ((double)point->defective, 0);
  g_autofree char *inspected = assay_chart_format_number ((double)point->inspected, 0);

  if (counts_defects (rates))
    {
      g_autofree char *defects = assay_chart_format_number ((double)point->defects, 0);
      g_autofree char *each
          = assay_chart_format_number ((double)point->defects / (double)point->inspected, 3);

      /* Translators: defects, inspected units, defects per unit. */
      return g_strdup_printf (_ ("%s defects in %s units, %s per unit"), defects, inspected, each);
    }

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
  g_autofree char *rate = rate_words (rates, point);
  g_autofree char *low = value_words (rates, control->lcl, 1);
  g_autofree char *high = value_words (rates, control->ucl, 1);
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
      return assay_chart_format_number (
          (double)(counts_defects (rates) ? point->defects : point->defective), 0);
    case COLUMN_RATE:
      return value_words (rates, control->value, 2);
    case COLUMN_LOWER:
      return value_words (rates, control->lcl, 2);
    case COLUMN_UPPER:
      return value_words (rates, control->ucl, 2);
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

static void
name_line (const Rates *rates, AssayLayer *layer, const char *name, double value)
{
  layer->short_label = value_words (rates, value, 1);
  layer->value_label = g_strdup_printf ("%s %s", name, layer->short_label);
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
  name_line (rates, upper, _ ("Upper limit"), last->ucl);
  /* A limit of nought says nothing: no rate is below it. */
  if (last->lcl > 0)
    name_line (rates, lower, _ ("Lower limit"), last->lcl);
  if (rates->chart->n_phases > 1)
    {
      centre = assay_scene_add_layer (scene, ASSAY_LAYER_STEPS, ASSAY_TONE_CENTRE);
      for (guint i = 0; i < rates->points->len; i++)
        assay_layer_add (centre, point_at (rates, i)->day, rates->chart->points[i].centre, i);
    }
  else
    centre = assay_scene_add_rule (scene, 0, rates->chart->centre, ASSAY_TONE_CENTRE,
                                   ASSAY_DASH_SOLID);
  name_line (rates, centre, _ ("Mean"), rates->chart->centre);
}

/* Whether months without an inspection lie between a pooled month and the one before: the line has
 * a gap there, since one drawn through would be read as rates. */
static gboolean
is_after_gap (const Rates *rates, guint row)
{
  const AssayCountPoint *point = point_at (rates, row);

  return row > 0 && point->id == 0
         && assay_date_month_start (point_at (rates, row - 1)->day + 31) < point->day;
}

static void
add_panel (AssayScene *scene, const Rates *rates)
{
  AssayPanel *panel
      = assay_scene_add_panel (scene, is_share (rates) ? ASSAY_AXIS_PERCENT : ASSAY_AXIS_NUMBER,
                               _ (kinds[rates->kind].axis), 1);
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

      if (is_after_gap (rates, i))
        line = assay_scene_add_layer (scene, ASSAY_LAYER_LINE, ASSAY_TONE_DATA);
      assay_layer_add (line, day, control->value, i);
      assay_layer_add (dots, day, control->value, i);
      seen |= assay_signals_mark (dots, control->signals);
      assay_scale_include (&panel->y.scale, control->value);
      assay_scale_include (&scene->x.scale, day);
    }
  /* Room for the outer halves of the first and last step. */
  assay_scale_pad (&scene->x.scale, MAX (0.02, 0.5 / MAX (rates->points->len - 1, 1)));
  assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, ASSAY_TONE_DATA, ASSAY_SHAPE_DOT,
                          _ (kinds[rates->kind].noun));
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
  rate = rate_words (rates, point_at (rates, worst));
  /* Translators: a lot's name and date, then "8 of 80 defective, 10.0%". */
  return g_strdup_printf (_ ("The highest rate is that of %s: %s."), what, rate);
}

/* "In all 12 of 800 units inspected were defective, 1.5 %." */
static char *
sum_sentence (const Rates *rates)
{
  AssayCountPoint all = { 0 };
  g_autofree char *words = NULL;

  for (guint i = 0; i < rates->points->len; i++)
    {
      all.inspected += point_at (rates, i)->inspected;
      all.defective += point_at (rates, i)->defective;
      all.defects += point_at (rates, i)->defects;
    }
  words = rate_words (rates, &all);
  /* Translators: "12 of 800 defective, 1.5 %" or "30 defects in 800 units, 0.038 per unit". */
  return g_strdup_printf (_ ("In all %s."), words);
}

static void
add_description (AssayScene *scene, const Rates *rates)
{
  g_autofree char *sum = sum_sentence (rates);
  g_autofree char *signals = assay_signals_sentence (rates->chart);
  g_autofree char *extreme = extreme_sentence (rates);
  g_autoptr (GString) text = g_string_new (NULL);

  if (rates->subject != NULL)
    /* Translators: "p chart", "defective rate", a supplier's name, then "12 points, 3 Jan 2025 – 12
     * Mar 2026". */
    g_string_append_printf (text, _ ("%s of the %s of %s: %s."), _ (kinds[rates->kind].name),
                            _ (kinds[rates->kind].noun), rates->subject, scene->subtitle);
  else
    g_string_append_printf (text, _ ("%s of the %s: %s."), _ (kinds[rates->kind].name),
                            _ (kinds[rates->kind].noun), scene->subtitle);
  g_string_append_printf (text, " %s %s %s", sum, signals, extreme);
  scene->description = g_string_free_and_steal (g_steal_pointer (&text));
}

/* A c chart takes samples to be of one size; where they are not, that is said. */
static gboolean
sizes_differ (const Rates *rates)
{
  for (guint i = 1; i < rates->points->len; i++)
    if (point_at (rates, i)->inspected != point_at (rates, 0)->inspected)
      return TRUE;
  return FALSE;
}

static void
append_note (GString *note, const char *sentence)
{
  g_string_append_printf (note, "%s%s", note->len > 0 ? " " : "", sentence);
}

static void
add_note (AssayScene *scene, const Rates *rates)
{
  g_autoptr (GString) note = g_string_new (NULL);

  if (rates->chart->provisional)
    {
      g_autofree char *few = g_strdup_printf (
          _ ("Provisional limits: they rest on fewer than the %d points that are "
             "needed to rely on them."),
          ASSAY_CONTROL_MIN_POINTS);

      append_note (note, few);
    }
  if (rates->kind == ASSAY_CONTROL_C && sizes_differ (rates))
    append_note (note, _ ("The samples differ in size, so that their counts do not compare; a u "
                          "chart allows for that."));
  if (rates->chart->overdispersion != 1.0 && isfinite (rates->chart->overdispersion))
    {
      g_autofree char *sigma = assay_chart_format_number (rates->chart->overdispersion, 2);
      /* Translators: Laney's σz, a factor such as 1.09. */
      g_autofree char *factor = g_strdup_printf (_ ("σz is %s."), sigma);

      append_note (note, factor);
    }
  if (rates->left_out > 0)
    {
      g_autofree char *left = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u lot without usable counts is left out.",
                       "%u lots without usable counts are left out.", rates->left_out),
          rates->left_out);

      append_note (note, left);
    }
  if (note->len > 0)
    scene->note = g_string_free_and_steal (g_steal_pointer (&note));
}

static void
add_words (AssayScene *scene, const Rates *rates)
{
  g_autofree char *first = assay_chart_format_date (point_at (rates, 0)->day);
  g_autofree char *last = assay_chart_format_date (point_at (rates, rates->points->len - 1)->day);
  g_autofree char *range = NULL;

  range = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u point, %s – %s", "%u points, %s – %s", rates->points->len),
      rates->points->len, first, last);
  scene->subtitle = g_strdup (range);
  add_description (scene, rates);
  add_note (scene, rates);
  g_free (scene->subtitle);
  scene->subtitle = assay_words_join (rates->subject, range);
}

static void
compute (Rates *rates, const AssayControlOptions *options)
{
  guint n = rates->points->len;
  g_autofree double *counts = g_new (double, n + 1);
  g_autofree double *sizes = g_new (double, n + 1);
  g_autoptr (GError) error = NULL;

  rates->days = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (guint i = 0; i < n; i++)
    {
      const AssayCountPoint *point = point_at (rates, i);

      counts[i] = (double)(counts_defects (rates) ? point->defects : point->defective);
      sizes[i] = (double)point->inspected;
      g_array_append_val (rates->days, point->day);
    }
  rates->chart = assay_control_options_compute (
      options, rates->kind, counts, sizes, (const gint32 *)(void *)rates->days->data, n, &error);
  if (rates->chart == NULL)
    rates->problem = g_strdup (error->message);
}

static void
add_columns (AssayScene *scene, const Rates *rates)
{
  assay_scene_add_column (scene, _ ("Lot or period"), FALSE);
  assay_scene_add_column (scene, _ ("Date"), FALSE);
  assay_scene_add_column (scene, _ ("Inspected"), TRUE);
  assay_scene_add_column (scene, counts_defects (rates) ? _ ("Defects") : _ ("Defective"), TRUE);
  assay_scene_add_column (scene, is_share (rates) ? _ ("Rate") : _ ("Value"), TRUE);
  assay_scene_add_column (scene, _ ("Lower limit"), TRUE);
  assay_scene_add_column (scene, _ ("Upper limit"), TRUE);
  assay_scene_add_column (scene, _ ("Signals"), FALSE);
}

static char *
define (const Rates *rates, const AssayControlOptions *options)
{
  g_autofree char *base = assay_control_options_define_limits (options);
  g_autofree char *signals = assay_signals_define (options->rules);

  return g_strdup_printf ("%s%s%s %s %s", _ (kinds[rates->kind].definition),
                          base != NULL ? " " : "", base != NULL ? base : "", signals,
                          _ ("Rules are applied in units of each point’s own deviation."));
}

static void
fill (AssayScene *scene, Rates *rates, const AssayControlOptions *options)
{
  scene->n_rows = rates->points->len;
  add_panel (scene, rates);
  assay_control_options_add_changes (scene, options, (const gint32 *)(void *)rates->days->data,
                                     rates->points->len, 1, FALSE);
  add_words (scene, rates);
}

/**
 * assay_defect_rate_chart_new:
 * @series: (nullable): lots or periods, #AssayCountPoint; copied
 * @options: (nullable): kind, rules, base period, phases; %NULL for a p chart with the usual ones
 *
 * Lots of which nothing was inspected, or more was defective than inspected, are left out and
 * counted in the note.
 *
 * Returns: (transfer full): the scene; without a lot, or where the lots fit no chart of this kind,
 *   one that says so
 */
AssayScene *
assay_defect_rate_chart_new (const AssaySeries *series, const AssayControlOptions *options)
{
  AssayScene *scene = assay_scene_new ("defect-rate", _ ("Defective rate over time"));
  Rates *rates = g_new0 (Rates, 1);

  if (options == NULL)
    options = &assay_control_options_default;
  rates->kind = options->kind == ASSAY_CONTROL_XMR ? ASSAY_CONTROL_P : options->kind;
  if (counts_defects (rates))
    g_set_str (&scene->title, _ ("Defects over time"));
  scene->definition = define (rates, options);
  assay_axis_init (&scene->x, ASSAY_AXIS_DATE, _ ("Date of inspection"));
  rates->points = assay_count_points_copy (series, &rates->left_out);
  rates->subject = series != NULL && series->name != NULL && *series->name != '\0'
                       ? g_strdup (series->name)
                       : NULL;
  compute (rates, options);
  add_columns (scene, rates);
  assay_scene_set_source (scene, &source, rates, rates_free);
  if (rates->points->len > 0 && rates->chart != NULL)
    fill (scene, rates, options);
  else
    {
      scene->subtitle = g_strdup (rates->subject);
      scene->empty
          = g_strdup (rates->problem != NULL && rates->points->len > 0
                          ? rates->problem
                          : _ ("No inspection with counted units yet. Record an inspection "
                               "with its sample size and defective units, and the rate "
                               "appears here."));
      scene->description = g_strdup (scene->empty);
    }
  assay_scene_finish (scene);
  return scene;
}
