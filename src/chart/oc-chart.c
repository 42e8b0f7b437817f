/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/oc-chart.h"

#include "chart/format.h"
#include "chart/points.h"
#include "chart/scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Rows of items: the curve, and from these numbers on the places marked on it. */
#define CURVE(row)   ((row) >> 16)
#define PLACE(row)   ((row) & 0xffff)
#define ROW(c, p)    (((c) << 16) | (p))
#define FIRST_MARKED 0x8000

typedef enum
{
  MARKED_AQL = FIRST_MARKED,
  MARKED_CONSUMER,
  MARKED_ASKED,
  MARKED_LIMIT,
} Marked;

/* A curve is known by its stroke as well as by its colour. */
static const struct
{
  AssayTone tone;
  AssayDash dash;
} strokes[] = {
  { ASSAY_TONE_DATA, ASSAY_DASH_SOLID },
  { ASSAY_TONE_DATA_2, ASSAY_DASH_DASHED },
  { ASSAY_TONE_CENTRE, ASSAY_DASH_DOTTED },
};

static const AssayShape shapes[]
    = { ASSAY_SHAPE_DIAMOND, ASSAY_SHAPE_TRIANGLE, ASSAY_SHAPE_SQUARE, ASSAY_SHAPE_DIAMOND };

typedef struct
{
  AssayPlanWorth *worth;
  AssayOcChartKind kind;
  gboolean per_hundred; /* a curve counts defects: the axis shows numbers, not shares */
  guint longest;        /* the curve with the most points: the rows of the table */
} Oc;

static void
oc_free (gpointer data)
{
  Oc *oc = data;

  assay_plan_worth_unref (oc->worth);
  g_free (oc);
}

static const AssayCurvePoint *
point_at (const AssayPlanCurve *curve, guint i)
{
  return &g_array_index (curve->points, AssayCurvePoint, i);
}

/* What goes up the y axis. */
static double
height (const Oc *oc, const AssayRisk *risk)
{
  switch (oc->kind)
    {
    case ASSAY_OC_CHART_SAMPLE:
      return risk->average_sample;
    case ASSAY_OC_CHART_OUTGOING:
      return risk->outgoing * (oc->per_hundred ? 100 : 1);
    case ASSAY_OC_CHART_PASSING:
    default:
      return risk->accepted;
    }
}

static double
along (const Oc *oc, double p)
{
  return p * (oc->per_hundred ? 100 : 1);
}

static char *
say_height (const Oc *oc, const AssayPlanCurve *curve, const AssayRisk *risk)
{
  g_autofree char *value = NULL;

  switch (oc->kind)
    {
    case ASSAY_OC_CHART_SAMPLE:
      value = assay_chart_format_short (risk->average_sample);
      return g_strdup_printf (_ ("%s units inspected on average"), value);
    case ASSAY_OC_CHART_OUTGOING:
      value = assay_plan_curve_format_quality (curve, risk->outgoing);
      return g_strdup_printf (_ ("%s goes out on average"), value);
    case ASSAY_OC_CHART_PASSING:
    default:
      value = assay_say_times (risk->accepted);
      /* Translators: "79 times in 100" */
      return g_strdup_printf (_ ("passes %s"), value);
    }
}

static const char *
marked_words (guint place)
{
  switch (place)
    {
    case MARKED_AQL:
      return _ ("at the AQL");
    case MARKED_CONSUMER:
      return _ ("consumer’s quality");
    case MARKED_LIMIT:
      return _ ("the most that goes out (AOQL)");
    default:
      return NULL;
    }
}

/* The quality behind an item. */
static double
item_quality (const Oc *oc, const AssayPlanCurve *curve, const AssayItem *item)
{
  if (PLACE (item->row) < FIRST_MARKED)
    return point_at (curve, PLACE (item->row))->p;
  return item->x / (oc->per_hundred ? 100 : 1);
}

static char *
mark_text (gpointer data, const AssayLayer *layer, const AssayItem *item)
{
  const Oc *oc = data;
  const AssayPlanCurve *curve = assay_plan_worth_get (oc->worth, CURVE (item->row));
  double p = item_quality (oc, curve, item);
  g_autofree char *quality = assay_plan_curve_say_quality (curve, p);
  g_autofree char *what = assay_words_join (curve->name, marked_words (PLACE (item->row)));
  g_autofree char *value = NULL, *all = NULL;
  AssayRisk risk;

  assay_risk_at (&curve->plan, p, &risk);
  value = say_height (oc, curve, &risk);
  all = assay_words_join (what, quality);
  return assay_words_join (all, value);
}

static char *
cell (gpointer data, guint row, guint column)
{
  const Oc *oc = data;
  const AssayPlanCurve *rows = assay_plan_worth_get (oc->worth, oc->longest);
  double p = point_at (rows, row)->p;
  const AssayPlanCurve *curve;
  AssayRisk risk;

  if (column == 0)
    return oc->per_hundred ? assay_chart_format_number (p * 100, 2)
                           : assay_chart_format_percent (p, 2);
  curve = assay_plan_worth_get (oc->worth, column - 1);
  assay_risk_at (&curve->plan, assay_plan_curve_nearest (curve, p), &risk);
  if (isnan (risk.accepted))
    return NULL;
  if (oc->kind == ASSAY_OC_CHART_SAMPLE)
    return assay_chart_format_number (risk.average_sample, 1);
  if (oc->kind == ASSAY_OC_CHART_OUTGOING && oc->per_hundred)
    return assay_chart_format_number (risk.outgoing * 100, 2);
  return assay_chart_format_percent (
      oc->kind == ASSAY_OC_CHART_OUTGOING ? risk.outgoing : risk.accepted, 2);
}

static void
row_ids (gpointer data, guint row, GArray *ids)
{
  /* Nothing of a book is behind it. */
}

static const AssaySceneSource source = { mark_text, NULL, cell, row_ids };

static void
add_marked (AssayScene *scene, const Oc *oc, AssayLayer *layer, guint curve, Marked place, double p)
{
  const AssayPlanCurve *of = assay_plan_worth_get (oc->worth, curve);
  AssayRisk risk;
  AssayItem *item;

  if (!isfinite (p) || along (oc, p) > scene->x.scale.max)
    return;
  p = assay_plan_curve_nearest (of, p);
  assay_risk_at (&of->plan, p, &risk);
  if (isnan (risk.accepted))
    return;
  assay_layer_add (layer, along (oc, p), height (oc, &risk), ROW (curve, place));
  item = &g_array_index (layer->items, AssayItem, layer->items->len - 1);
  item->shape = (guint8)shapes[place - FIRST_MARKED];
}

static int
compare_x (gconstpointer a, gconstpointer b)
{
  double xa = ((const AssayItem *)a)->x, xb = ((const AssayItem *)b)->x;

  return (xa > xb) - (xa < xb);
}

static void
add_curve (AssayScene *scene, const Oc *oc, guint i, double asked)
{
  const AssayPlanCurve *curve = assay_plan_worth_get (oc->worth, i);
  guint stroke = i % G_N_ELEMENTS (strokes);
  AssayLayer *line = assay_scene_add_layer (scene, ASSAY_LAYER_LINE, strokes[stroke].tone);
  AssayLayer *marked = assay_scene_add_layer (scene, ASSAY_LAYER_POINTS, strokes[stroke].tone);
  AssayScale *scale = &assay_scene_get_panel (scene, 0)->y.scale;

  line->dash = strokes[stroke].dash;
  line->marks = marked->marks = TRUE;
  for (guint k = 0; k < curve->points->len; k++)
    {
      double y = height (oc, &point_at (curve, k)->risk);

      assay_layer_add (line, along (oc, point_at (curve, k)->p), y, ROW (i, k));
      assay_scale_include (scale, y);
    }
  if (curve->aql > 0)
    add_marked (scene, oc, marked, i, MARKED_AQL, curve->aql / 100000.0);
  if (oc->kind == ASSAY_OC_CHART_PASSING)
    add_marked (scene, oc, marked, i, MARKED_CONSUMER, curve->qualities[ASSAY_QUALITY_CONSUMER]);
  if (oc->kind == ASSAY_OC_CHART_OUTGOING)
    add_marked (scene, oc, marked, i, MARKED_LIMIT, curve->outgoing_limit_at);
  add_marked (scene, oc, marked, i, MARKED_ASKED, asked);
  g_array_sort (marked->items, compare_x);
  assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, strokes[stroke].tone, strokes[stroke].dash,
                          curve->name);
}

static void
add_rule (AssayScene *scene, double share)
{
  AssayLayer *rule = assay_scene_add_rule (scene, 0, share, ASSAY_TONE_DIM, ASSAY_DASH_DOTTED);

  rule->value_label = assay_chart_format_percent (share, 0);
}

static const char *
y_title (const Oc *oc)
{
  switch (oc->kind)
    {
    case ASSAY_OC_CHART_SAMPLE:
      return _ ("Units inspected on average");
    case ASSAY_OC_CHART_OUTGOING:
      return oc->per_hundred ? _ ("Goes out on average") : _ ("Goes out on average (% defective)");
    case ASSAY_OC_CHART_PASSING:
    default:
      return _ ("Lots that pass (%)");
    }
}

static void
add_panel (AssayScene *scene, const Oc *oc, double asked)
{
  gboolean share = oc->kind == ASSAY_OC_CHART_PASSING
                   || (oc->kind == ASSAY_OC_CHART_OUTGOING && !oc->per_hundred);
  AssayPanel *panel = assay_scene_add_panel (scene, share ? ASSAY_AXIS_PERCENT : ASSAY_AXIS_NUMBER,
                                             y_title (oc), 1);

  assay_scale_include (&panel->y.scale, 0);
  if (oc->kind == ASSAY_OC_CHART_PASSING)
    {
      assay_scale_include (&panel->y.scale, 1);
      add_rule (scene, assay_quality_acceptance[ASSAY_QUALITY_PRODUCER]);
      add_rule (scene, assay_quality_acceptance[ASSAY_QUALITY_CONSUMER]);
    }
  if (isfinite (asked) && along (oc, asked) <= scene->x.scale.max)
    {
      AssayLayer *upright = assay_scene_add_layer (scene, ASSAY_LAYER_UPRIGHT, ASSAY_TONE_DIM);

      assay_layer_add (upright, along (oc, asked), 0, 0);
    }
  for (guint i = 0; i < oc->worth->curves->len; i++)
    add_curve (scene, oc, i, asked);
}

/* Which shapes stand for what, of those that are there. */
static void
add_shapes (AssayScene *scene, const Oc *oc)
{
  static const struct
  {
    Marked place;
    const char *words;
  } names[] = {
    { MARKED_AQL, N_ ("at the AQL") },
    { MARKED_CONSUMER, N_ ("passes 10 times in 100") },
    { MARKED_LIMIT, N_ ("the most that goes out") },
    { MARKED_ASKED, N_ ("the quality asked about") },
  };

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    {
      gboolean seen = FALSE;

      for (guint i = 0; i < scene->layers->len; i++)
        {
          const AssayLayer *layer = assay_scene_get_layer (scene, i);

          for (guint k = 0; layer->kind == ASSAY_LAYER_POINTS && k < layer->items->len; k++)
            seen |= PLACE (g_array_index (layer->items, AssayItem, k).row) == names[n].place;
        }
      if (seen)
        assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, ASSAY_TONE_TEXT,
                                shapes[names[n].place - FIRST_MARKED], _ (names[n].words));
    }
}

/* "2.5 %: refused 2 times in 100; passes …" */
static void
describe_passing (GString *text, const AssayPlanCurve *curve, double asked)
{
  g_autofree char *even
      = assay_plan_curve_format_quality (curve, curve->qualities[ASSAY_QUALITY_EVEN]);
  g_autofree char *consumer
      = assay_plan_curve_format_quality (curve, curve->qualities[ASSAY_QUALITY_CONSUMER]);
  g_autofree char *sentence = assay_plan_curve_sentence (
      curve, isfinite (asked) ? asked : assay_plan_curve_telling (curve));

  if (isfinite (curve->producer_risk) && curve->producer_risk > 0)
    {
      g_autofree char *aql = assay_plan_curve_format_quality (curve, curve->aql / 100000.0);
      g_autofree char *times = assay_say_times (curve->producer_risk);

      /* Translators: "2.5 %", "2 times in 100" */
      g_string_append_printf (text, _ ("At the AQL of %s a lot is refused %s. "), aql, times);
    }
  if (isfinite (curve->qualities[ASSAY_QUALITY_CONSUMER]))
    /* Translators: two qualities, such as "7 %" */
    g_string_append_printf (text, _ ("Half of the lots pass at %s, one in ten at %s. "), even,
                            consumer);
  g_string_append (text, sentence);
}

static void
describe_sample (GString *text, const AssayPlanCurve *curve)
{
  g_autofree char *most = assay_chart_format_short (curve->most_sample);
  g_autofree char *first = assay_chart_format_number ((double)curve->plan.n1, 0);
  g_autofree char *both
      = assay_chart_format_number ((double)assay_risk_plan_most_inspected (&curve->plan), 0);

  if (!curve->plan.is_double)
    g_string_append_printf (text, _ ("Always %s units."), first);
  else
    /* Translators: sizes of the first and of both samples, a number of units */
    g_string_append_printf (text,
                            _ ("%s units or, with a second sample, %s; on average never more "
                               "than %s."),
                            first, both, most);
}

static void
describe_outgoing (GString *text, const AssayPlanCurve *curve)
{
  g_autofree char *limit = assay_plan_curve_format_quality (curve, curve->outgoing_limit);
  g_autofree char *at = assay_plan_curve_format_quality (curve, curve->outgoing_limit_at);

  /* Translators: two qualities, such as "3.7 %" and "5.4 %" */
  g_string_append_printf (
      text, _ ("On average no more than %s goes out, reached when %s comes in."), limit, at);
}

static char *
describe (const AssayScene *scene, const Oc *oc, double asked)
{
  GString *text = g_string_new (NULL);

  /* Translators: the title of a chart and its subtitle */
  g_string_append_printf (text, _ ("%s: %s."), scene->title, scene->subtitle);
  for (guint i = 0; i < oc->worth->curves->len; i++)
    {
      const AssayPlanCurve *curve = assay_plan_worth_get (oc->worth, i);

      /* Translators: the name of a curve, "Major" */
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _ ("%s:"), curve->name);
      g_string_append_c (text, ' ');
      if (oc->kind == ASSAY_OC_CHART_SAMPLE)
        describe_sample (text, curve);
      else if (oc->kind == ASSAY_OC_CHART_OUTGOING)
        describe_outgoing (text, curve);
      else
        describe_passing (text, curve, asked);
    }
  return g_string_free_and_steal (text);
}

static const char *
chart_title (AssayOcChartKind kind)
{
  switch (kind)
    {
    case ASSAY_OC_CHART_SAMPLE:
      return _ ("How many units are looked at");
    case ASSAY_OC_CHART_OUTGOING:
      return _ ("What goes out on average");
    case ASSAY_OC_CHART_PASSING:
    default:
      return _ ("How often lots pass");
    }
}

static const char *
chart_name (AssayOcChartKind kind)
{
  switch (kind)
    {
    case ASSAY_OC_CHART_SAMPLE:
      return "average-sample-number";
    case ASSAY_OC_CHART_OUTGOING:
      return "average-outgoing-quality";
    case ASSAY_OC_CHART_PASSING:
    default:
      return "operating-characteristic";
    }
}

static const char *
chart_definition (AssayOcChartKind kind)
{
  switch (kind)
    {
    case ASSAY_OC_CHART_SAMPLE:
      return _ ("Average sample number (ASN): the first sample, and the second one as often as the "
                "first decides nothing. A sample that was begun is finished.");
    case ASSAY_OC_CHART_OUTGOING:
      return _ ("Average outgoing quality (AOQ): what comes in, times the share of units that are "
                "not looked at because their lot passed. Its highest point is the limit (AOQL).");
    case ASSAY_OC_CHART_PASSING:
    default:
      return _ ("Operating-characteristic (OC) curve: the probability that the plan accepts a lot, "
                "by quality. Binomial for a series of lots, hypergeometric for one lot, Poisson "
                "for defects per hundred units. At the AQL it shows the producer’s risk; the "
                "quality that passes 10 times in 100 is the consumer’s (LTPD). Under reduced "
                "inspection a lot between Ac and Re is accepted and counts as such.");
    }
}

/* "sample of 80 from 1,000 units" */
static char *
plan_words (const Oc *oc)
{
  g_autofree char *lot = assay_chart_format_number ((double)oc->worth->lot, 0);
  g_autofree char *n = NULL;
  gint64 most = 0;

  for (guint i = 0; i < oc->worth->curves->len; i++)
    most = MAX (most, assay_risk_plan_most_inspected (&assay_plan_worth_get (oc->worth, i)->plan));
  n = assay_chart_format_number ((double)most, 0);
  if (assay_plan_worth_is_double (oc->worth))
    return oc->worth->lot > 0
               ? g_strdup_printf (_ ("double sampling, up to %s from %s units"), n, lot)
               : g_strdup_printf (_ ("double sampling, up to %s units"), n);
  if (oc->worth->lot > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "sample of %s from %s unit",
                                         "sample of %s from %s units", (gulong)oc->worth->lot),
                            n, lot);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "sample of %s unit", "sample of %s units", (gulong)most), n);
}

static void
add_x (AssayScene *scene, Oc *oc)
{
  gboolean shares = FALSE;

  for (guint i = 0; i < oc->worth->curves->len; i++)
    {
      const AssayPlanCurve *curve = assay_plan_worth_get (oc->worth, i);

      oc->per_hundred |= curve->plan.model == ASSAY_OC_POISSON;
      shares |= curve->plan.model != ASSAY_OC_POISSON;
      if (curve->points->len > assay_plan_worth_get (oc->worth, oc->longest)->points->len)
        oc->longest = i;
    }
  assay_axis_init (&scene->x, oc->per_hundred ? ASSAY_AXIS_NUMBER : ASSAY_AXIS_PERCENT,
                   !oc->per_hundred ? _ ("Defective units in the lot (%)")
                   : shares         ? _ ("Defective units (%) or defects per 100 units")
                                    : _ ("Defects per 100 units"));
  for (guint i = 0; i < oc->worth->curves->len; i++)
    {
      const AssayPlanCurve *curve = assay_plan_worth_get (oc->worth, i);

      assay_scale_include (&scene->x.scale, 0);
      assay_scale_include (&scene->x.scale,
                           along (oc, point_at (curve, curve->points->len - 1)->p));
    }
}

static void
add_columns (AssayScene *scene, const Oc *oc)
{
  assay_scene_add_column (scene, scene->x.title, TRUE);
  for (guint i = 0; i < oc->worth->curves->len; i++)
    assay_scene_add_column (scene, assay_plan_worth_get (oc->worth, i)->name, TRUE);
  scene->n_rows = assay_plan_worth_get (oc->worth, oc->longest)->points->len;
}

/**
 * assay_oc_chart_new:
 * @worth: a finished worth of a plan; kept by reference
 * @kind: what is drawn over the quality of the lots
 * @asked: a quality to mark, share or defects per unit; NaN for none
 *
 * Returns: (transfer full): the scene, a curve for each of @worth; without one it says so
 */
AssayScene *
assay_oc_chart_new (AssayPlanWorth *worth, AssayOcChartKind kind, double asked)
{
  AssayScene *scene = assay_scene_new (chart_name (kind), chart_title (kind));
  Oc *oc = g_new0 (Oc, 1);

  oc->worth = assay_plan_worth_ref (worth);
  oc->kind = kind;
  scene->definition = g_strdup (chart_definition (kind));
  assay_scene_set_source (scene, &source, oc, oc_free);
  if (worth->curves->len == 0)
    {
      assay_axis_init (&scene->x, ASSAY_AXIS_PERCENT, _ ("Defective units in the lot (%)"));
      scene->empty = g_strdup (_ ("There is no sampling plan yet. Enter lot size and AQL, and the "
                                  "curve of the plan appears here."));
      scene->description = g_strdup (scene->empty);
    }
  else
    {
      add_x (scene, oc);
      add_panel (scene, oc, asked);
      add_shapes (scene, oc);
      add_columns (scene, oc);
      scene->subtitle = plan_words (oc);
      scene->description = describe (scene, oc, asked);
      if (kind == ASSAY_OC_CHART_OUTGOING)
        scene->note = g_strdup (assay_plan_worth_rectifying_words ());
    }
  assay_scene_finish (scene);
  return scene;
}
