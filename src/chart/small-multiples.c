/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/small-multiples.h"

#include "chart/format.h"
#include "chart/points.h"
#include "chart/signals.h"
#include "figures/proportion.h"
#include "figures/summary.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Panels share the range that holds all but this share of the points at each end: one delivery a
 * year late would else flatten the others. What lies beyond stands at the edge and says so. */
#define BEYOND 0.01

enum
{
  COLUMN_SUPPLIER,
  COLUMN_N,
  COLUMN_VALUE,
  COLUMN_LOWER,
  COLUMN_UPPER,
  COLUMN_SIGNALS,
};

/* One supplier's panel. */
typedef struct
{
  gint64 id;
  char *name;
  GArray *points;           /* AssayPoint or AssayCountPoint, in order of time */
  AssayControlChart *chart; /* NULL where there is none */
  AssaySupplierOverall all;
} One;

typedef struct
{
  AssaySupplierMeasure measure;
  GPtrArray *ones; /* One */
  gboolean against_latest;
  AssayScale shown; /* of values */
  guint beyond;     /* points outside of it */
} Many;

static void
free_one (gpointer data)
{
  One *one = data;

  g_free (one->name);
  g_array_unref (one->points);
  g_clear_pointer (&one->chart, assay_control_chart_free);
  g_free (one);
}

static void
free_many (gpointer data)
{
  Many *many = data;

  g_ptr_array_unref (many->ones);
  g_free (many);
}

static const One *
one_at (const Many *many, guint i)
{
  return g_ptr_array_index (many->ones, i);
}

static const char *
name_of (const One *one)
{
  return one->name != NULL ? one->name : _ ("Unknown supplier");
}

static gint32
day_at (const Many *many, const One *one, guint i)
{
  return assay_supplier_measure_is_counts (many->measure)
             ? g_array_index (one->points, AssayCountPoint, i).day
             : g_array_index (one->points, AssayPoint, i).day;
}

static double
value_at (const Many *many, const One *one, guint i)
{
  const AssayCountPoint *count;

  if (!assay_supplier_measure_is_counts (many->measure))
    return g_array_index (one->points, AssayPoint, i).value;
  count = &g_array_index (one->points, AssayCountPoint, i);
  return (double)count->defective / (double)count->inspected;
}

static gboolean
is_provisional (const One *one)
{
  return one->chart != NULL && one->chart->provisional;
}

/* "6 of 120 defective, 5 %" and the like. */
static char *
overall_words (const Many *many, const One *one)
{
  g_autofree char *n = assay_chart_format_number ((double)one->all.n, 0);
  g_autofree char *x = assay_chart_format_number ((double)one->all.x, 0);
  g_autofree char *value = NULL;

  if (many->measure == ASSAY_SUPPLIER_SLIP)
    {
      value = assay_chart_format_slip (one->all.value);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (%s delivery)",
                                           "%s, mean of %s deliveries",
                                           (gulong)MIN (one->all.n, G_MAXINT32)),
                              value, n);
    }
  value = assay_chart_format_percent (one->all.value,
                                      many->measure == ASSAY_SUPPLIER_DEFECTS ? 2 : 1);
  return many->measure == ASSAY_SUPPLIER_DEFECTS
             ? g_strdup_printf (_ ("%s of %s defective, %s"), x, n, value)
             : g_strdup_printf (_ ("%s of %s on time, %s"), x, n, value);
}

static char *
mark_text (gpointer data, const AssayLayer *layer, const AssayItem *item)
{
  const One *one = one_at (data, item->row);
  g_autofree char *overall = overall_words (data, one);
  g_autofree char *what = assay_words_join (name_of (one), overall);
  g_autofree char *signals = one->chart != NULL ? assay_signals_sentence (one->chart) : NULL;
  g_autofree char *text
      = assay_words_join (what, is_provisional (one) ? _ ("provisional limits") : NULL);

  return assay_words_join (text, signals);
}

static guint
signals_of (const One *one)
{
  guint signals = 0;

  for (gsize i = 0; one->chart != NULL && i < one->chart->n; i++)
    signals |= one->chart->points[i].signals;
  return signals;
}

/* A limit in the unit of its heading; of shares that of the last month. */
static char *
limit_words (const Many *many, const One *one, gboolean upper)
{
  const AssayControlPoint *last;
  double limit;

  if (one->chart == NULL || one->chart->n == 0)
    return NULL;
  last = &one->chart->points[one->chart->n - 1];
  limit = upper ? last->ucl : last->lcl;
  if (!isfinite (limit))
    return NULL;
  return many->measure == ASSAY_SUPPLIER_SLIP ? assay_chart_format_short (limit)
                                              : assay_chart_format_percent (limit, 2);
}

static char *
cell (gpointer data, guint row, guint column)
{
  const Many *many = data;
  const One *one = one_at (many, row);

  switch (column)
    {
    case COLUMN_SUPPLIER:
      return g_strdup (name_of (one));
    case COLUMN_N:
      return assay_chart_format_number ((double)one->all.n, 0);
    case COLUMN_VALUE:
      return many->measure == ASSAY_SUPPLIER_SLIP ? assay_chart_format_short (one->all.value)
                                                  : assay_chart_format_percent (one->all.value, 2);
    case COLUMN_LOWER:
      return limit_words (many, one, FALSE);
    case COLUMN_UPPER:
      return limit_words (many, one, TRUE);
    case COLUMN_SIGNALS:
    default:
      {
        g_autofree char *signals = assay_signal_words (signals_of (one));

        return assay_words_join (is_provisional (one) ? _ ("provisional limits") : NULL, signals);
      }
    }
}

static void
row_ids (gpointer data, guint row, GArray *ids)
{
  gint64 id = one_at (data, row)->id;

  if (id != 0)
    g_array_append_val (ids, id);
}

static const AssaySceneSource source = { mark_text, NULL, cell, row_ids };

static void
compute (const Many *many, One *one, const AssayControlOptions *options)
{
  guint n = one->points->len;
  gboolean counts = many->measure == ASSAY_SUPPLIER_DEFECTS;
  g_autofree double *values = g_new (double, n + 1);
  g_autofree double *sizes = g_new (double, n + 1);
  g_autofree gint32 *days = g_new (gint32, n + 1);

  if (many->measure == ASSAY_SUPPLIER_ON_TIME)
    return;
  for (guint i = 0; i < n; i++)
    {
      const AssayCountPoint *count
          = counts ? &g_array_index (one->points, AssayCountPoint, i) : NULL;

      values[i] = counts ? (double)count->defective : value_at (many, one, i);
      sizes[i] = counts ? (double)count->inspected : 1;
      days[i] = day_at (many, one, i);
    }
  one->chart = assay_control_options_compute (options, counts ? ASSAY_CONTROL_P : ASSAY_CONTROL_XMR,
                                              values, counts ? sizes : NULL, days, n, NULL);
}

static Many *
many_new (AssaySupplierMeasure measure, GPtrArray *series, const AssayControlOptions *options)
{
  Many *many = g_new0 (Many, 1);

  many->measure = measure;
  many->ones = g_ptr_array_new_with_free_func (free_one);
  for (guint i = 0; i < series->len; i++)
    {
      const AssaySeries *of = g_ptr_array_index (series, i);
      One *one = g_new0 (One, 1);
      guint left_out;

      one->id = of->id;
      one->name = g_strdup (of->name);
      one->all = assay_supplier_overall (measure, of);
      one->points = assay_supplier_measure_is_counts (measure)
                        ? assay_count_points_copy (of, &left_out)
                        : assay_points_copy (of);
      many->against_latest = of->against_latest;
      compute (many, one, options);
      if (one->points->len > 0)
        g_ptr_array_add (many->ones, one);
      else
        free_one (one);
    }
  return many;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a, right = *(const double *)b;

  return (left > right) - (left < right);
}

/* The range of values that all panels show, and over which days they go. */
static void
find_scales (Many *many, AssayScale *days)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  const double *sorted;

  for (guint k = 0; k < many->ones->len; k++)
    for (guint i = 0; i < one_at (many, k)->points->len; i++)
      {
        double value = value_at (many, one_at (many, k), i);

        g_array_append_val (values, value);
        assay_scale_include (days, day_at (many, one_at (many, k), i));
      }
  g_array_sort (values, compare_doubles);
  sorted = (const double *)(void *)values->data;
  many->shown = assay_scale_empty ();
  assay_scale_include (&many->shown, 0);
  if (many->measure == ASSAY_SUPPLIER_ON_TIME)
    assay_scale_include (&many->shown, 1);
  else
    {
      assay_scale_include (&many->shown, assay_quantile_sorted (sorted, values->len, BEYOND));
      assay_scale_include (&many->shown, assay_quantile_sorted (sorted, values->len, 1 - BEYOND));
    }
  if (!(assay_scale_span (&many->shown) > 0))
    many->shown.max = many->measure == ASSAY_SUPPLIER_SLIP ? 1 : 0.01;
  for (guint i = 0; i < values->len; i++)
    many->beyond += sorted[i] < many->shown.min || sorted[i] > many->shown.max;
}

/* Centre and limits of each point, in steps. */
static void
add_lines (AssayScene *scene, const Many *many, const One *one)
{
  for (int which = -1; one->chart != NULL && which <= 1; which++)
    {
      AssayLayer *line = NULL;
      gboolean provisional = is_provisional (one) && which != 0;

      for (guint i = 0; i < one->chart->n; i++)
        {
          const AssayControlPoint *point = &one->chart->points[i];
          double value = which < 0 ? point->lcl : which == 0 ? point->centre : point->ucl;

          if (!isfinite (value))
            continue;
          if (line == NULL)
            line = assay_scene_add_layer (scene, ASSAY_LAYER_STEPS,
                                          which == 0 ? ASSAY_TONE_CENTRE : ASSAY_TONE_LIMIT);
          line->dash = which == 0    ? ASSAY_DASH_SOLID
                       : provisional ? ASSAY_DASH_DOTTED
                                     : ASSAY_DASH_DASHED;
          assay_layer_add (line, day_at (many, one, i), value, i);
        }
    }
  if (one->chart == NULL && isfinite (one->all.value))
    assay_scene_add_rule (scene, scene->panels->len - 1, one->all.value, ASSAY_TONE_CENTRE,
                          ASSAY_DASH_SOLID);
}

/* Returns: which signals occur. */
static guint
add_points (AssayScene *scene, const Many *many, const One *one)
{
  AssayLayer *line = assay_scene_add_layer (scene, ASSAY_LAYER_LINE, ASSAY_TONE_DATA);
  AssayLayer *dots = assay_scene_add_layer (scene, ASSAY_LAYER_POINTS, ASSAY_TONE_DATA);
  guint signals = 0;

  for (guint i = 0; i < one->points->len; i++)
    {
      double value = CLAMP (value_at (many, one, i), many->shown.min, many->shown.max);

      assay_layer_add (line, day_at (many, one, i), value, i);
      assay_layer_add (dots, day_at (many, one, i), value, i);
      if (one->chart != NULL)
        signals |= assay_signals_mark (dots, one->chart->points[i].signals);
    }
  return signals;
}

static char *
detail_words (const Many *many, const One *one)
{
  g_autofree char *n = assay_chart_format_number ((double)one->all.n, 0);
  g_autofree char *value = NULL, *words = NULL;

  if (many->measure == ASSAY_SUPPLIER_SLIP)
    {
      g_autofree char *number
          = assay_chart_format_number (one->all.value, fabs (one->all.value) < 10);

      /* Translators: a mean slip in days with its sign, short; of how many deliveries. */
      words = g_strdup_printf (_ ("mean %s d · n %s"), number, n);
    }
  else
    {
      value = assay_chart_format_percent (one->all.value,
                                          many->measure == ASSAY_SUPPLIER_DEFECTS ? 2 : 1);
      /* Translators: a share in per cent; of how many. */
      words = g_strdup_printf (_ ("%s of %s"), value, n);
    }
  return assay_words_join (words, is_provisional (one) ? _ ("provisional") : NULL);
}

static guint
add_panel (AssayScene *scene, const Many *many, guint i)
{
  const One *one = one_at (many, i);
  AssayPanel *panel = assay_scene_add_panel (
      scene, many->measure == ASSAY_SUPPLIER_SLIP ? ASSAY_AXIS_NUMBER : ASSAY_AXIS_PERCENT,
      name_of (one), 1);
  AssayLayer *frame;
  guint signals;

  panel->detail = detail_words (many, one);
  panel->y.scale = many->shown;
  if (many->measure == ASSAY_SUPPLIER_SLIP)
    assay_scene_add_rule (scene, i, 0, ASSAY_TONE_ZERO, ASSAY_DASH_SOLID);
  add_lines (scene, many, one);
  signals = add_points (scene, many, one);
  frame = assay_scene_add_layer (scene, ASSAY_LAYER_FRAME, ASSAY_TONE_DATA);
  frame->marks = TRUE;
  assay_layer_add (frame, (scene->x.scale.min + scene->x.scale.max) / 2, 0, i);
  return signals;
}

static void
add_legend (AssayScene *scene, const Many *many, guint signals)
{
  gboolean sure = FALSE, provisional = FALSE;

  for (guint i = 0; i < many->ones->len; i++)
    {
      sure = sure || (one_at (many, i)->chart != NULL && !is_provisional (one_at (many, i)));
      provisional = provisional || is_provisional (one_at (many, i));
    }
  assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, ASSAY_TONE_DATA, ASSAY_SHAPE_DOT,
                          many->measure == ASSAY_SUPPLIER_SLIP      ? _ ("days after the promise")
                          : many->measure == ASSAY_SUPPLIER_DEFECTS ? _ ("defective by month")
                                                                    : _ ("on time by month"));
  assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_CENTRE, ASSAY_DASH_SOLID,
                          many->measure == ASSAY_SUPPLIER_SLIP ? _ ("mean")
                                                               : _ ("all months together"));
  if (sure)
    assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_LIMIT, ASSAY_DASH_DASHED,
                            _ ("limits"));
  if (provisional)
    assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_LIMIT, ASSAY_DASH_DOTTED,
                            _ ("provisional limits"));
  assay_signals_legend (scene, signals);
}

static void
append_note (GString *note, char *sentence)
{
  g_string_append_printf (note, "%s%s", note->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

static void
add_words (AssayScene *scene, const Many *many)
{
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = many->ones->len, provisional = 0, signalling = 0;

  for (guint i = 0; i < n; i++)
    {
      provisional += is_provisional (one_at (many, i));
      signalling += signals_of (one_at (many, i)) != 0;
    }
  scene->subtitle
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u supplier", "%u suppliers", n), n);
  /* Translators: the chart's title; "12 suppliers". */
  g_string_append_printf (text, _ ("%s: %s, each in a panel of its own with the same scales."),
                          scene->title, scene->subtitle);
  if (signalling > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "%u of them has signals.",
                                           "%u of them have signals.", signalling),
                              signalling);
    }
  scene->description = g_string_free_and_steal (g_steal_pointer (&text));
  if (provisional > 0)
    append_note (note, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                     "Limits of %u supplier are provisional: they "
                                                     "rest on fewer than %d points.",
                                                     "Limits of %u suppliers are provisional: they "
                                                     "rest on fewer than %d points each.",
                                                     provisional),
                                        provisional, ASSAY_CONTROL_MIN_POINTS));
  if (many->beyond > 0)
    append_note (
        note,
        g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE, "%u point lies further out and is drawn at the edge.",
                         "%u points lie further out and are drawn at the edge.", many->beyond),
            many->beyond));
  if (note->len > 0)
    scene->note = g_string_free_and_steal (g_steal_pointer (&note));
}

static char *
define (const Many *many, const AssayControlOptions *options, const char *definition)
{
  g_autofree char *signals = assay_signals_define (options->rules);
  const char *limits = many->measure == ASSAY_SUPPLIER_SLIP
                           ? _ ("Natural limits of each supplier: its mean ± 2.660 times the mean "
                                "moving range.")
                           : _ ("Limits of each month: the supplier’s share of all months ± "
                                "3·√(p(1 − p)/n).");
  const char *panels = _ ("A panel for each supplier, all with the same scales.");

  if (many->measure == ASSAY_SUPPLIER_ON_TIME)
    return g_strjoin (" ", panels,
                      _ ("The line is the share of all months: all on time divided by all due."),
                      definition, NULL);
  return g_strjoin (" ", panels, limits, signals, definition, NULL);
}

static void
add_columns (AssayScene *scene, const Many *many)
{
  gboolean slip = many->measure == ASSAY_SUPPLIER_SLIP;

  assay_scene_add_column (scene, _ ("Supplier"), FALSE);
  assay_scene_add_column (scene,
                          slip                                      ? _ ("Deliveries")
                          : many->measure == ASSAY_SUPPLIER_DEFECTS ? _ ("Inspected")
                                                                    : _ ("Due"),
                          TRUE);
  assay_scene_add_column (scene,
                          slip                                      ? _ ("Mean slip (days)")
                          : many->measure == ASSAY_SUPPLIER_DEFECTS ? _ ("Defective")
                                                                    : _ ("On time"),
                          TRUE);
  if (many->measure == ASSAY_SUPPLIER_ON_TIME)
    return;
  assay_scene_add_column (scene, _ ("Lower limit"), TRUE);
  assay_scene_add_column (scene, _ ("Upper limit"), TRUE);
  assay_scene_add_column (scene, _ ("Signals"), FALSE);
}

static const char *
title_of (AssaySupplierMeasure measure)
{
  if (measure == ASSAY_SUPPLIER_DEFECTS)
    return _ ("Defective rate of each supplier (%)");
  if (measure == ASSAY_SUPPLIER_ON_TIME)
    return _ ("On time of each supplier (% of due)");
  return _ ("Slip of each supplier (days)");
}

/**
 * assay_small_multiples_new:
 * @measure: slip, on time or defects
 * @series: (element-type AssaySeries): of suppliers, in the order of the panels; copied
 * @options: (nullable): rules of the control charts; %NULL for the usual ones
 * @definition: (nullable): what the figures mean
 *
 * Returns: (transfer full): the scene; without a point one that says so
 */
AssayScene *
assay_small_multiples_new (AssaySupplierMeasure measure,
                           GPtrArray *series,
                           const AssayControlOptions *options,
                           const char *definition)
{
  AssayScene *scene = assay_scene_new ("small-multiples", title_of (measure));
  Many *many;
  guint signals = 0;

  if (options == NULL)
    options = &assay_control_options_default;
  many = many_new (measure, series, options);
  scene->grid = TRUE;
  scene->definition = define (many, options, definition);
  assay_axis_init (&scene->x, ASSAY_AXIS_DATE, NULL);
  add_columns (scene, many);
  assay_scene_set_source (scene, &source, many, free_many);
  scene->n_rows = many->ones->len;
  if (many->ones->len > 0)
    {
      find_scales (many, &scene->x.scale);
      assay_scale_pad (&scene->x.scale, 0.03);
      for (guint i = 0; i < many->ones->len; i++)
        signals |= add_panel (scene, many, i);
      add_legend (scene, many, signals);
      add_words (scene, many);
    }
  else
    {
      scene->empty = g_strdup (measure == ASSAY_SUPPLIER_DEFECTS
                                   ? _ ("No inspection with counted units yet.")
                                   : _ ("No delivery with a known promise yet."));
      scene->description = g_strdup (scene->empty);
    }
  assay_scene_finish (scene);
  return scene;
}
