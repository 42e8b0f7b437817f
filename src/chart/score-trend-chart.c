/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/score-trend-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/format.h"
#include "chart/scene-private.h"

/* More lines than that nobody tells apart; the table has all. */
#define MOST_LINES   12
#define HALF_QUARTER 45

enum
{
  COLUMN_SUPPLIER,
  COLUMN_QUARTER,
  COLUMN_POINTS,
  COLUMN_GRADE,
  COLUMN_COVERAGE,
  COLUMN_LOTS,
};

/* One supplier in one quarter. */
typedef struct
{
  gint64 supplier;
  char *name;
  char *quarter;
  gint32 day;
  double points, coverage;
  AssayGrade grade;
  gint64 lots;
  gboolean shown; /* enough was measured */
} Point;

static void
clear_point (gpointer data)
{
  Point *point = data;

  g_free (point->name);
  g_free (point->quarter);
}

static const Point *
point_at (gpointer data, guint row)
{
  return &g_array_index ((GArray *)data, Point, row);
}

static char *
mark_text (gpointer data, const AssayLayer *layer, const AssayItem *item)
{
  const Point *point = point_at (data, item->row);
  g_autofree char *points = assay_score_points_words (point->points);
  g_autofree char *coverage = assay_chart_format_percent (point->coverage, 0);

  return g_strdup_printf (
      /* Translators: supplier, quarter, points, a grade or “Not enough data”, share in per cent
       * with its sign. */
      _ ("%s, %s: %s points, %s, %s of the weight measured"), point->name, point->quarter, points,
      assay_grade_words (point->grade), coverage);
}

static void
row_ids (gpointer data, guint row, GArray *ids)
{
  g_array_append_val (ids, point_at (data, row)->supplier);
}

static void
mark_ids (gpointer data, const AssayLayer *layer, const AssayItem *item, GArray *ids)
{
  row_ids (data, item->row, ids);
}

static char *
cell (gpointer data, guint row, guint column)
{
  const Point *point = point_at (data, row);

  switch (column)
    {
    case COLUMN_SUPPLIER:
      return g_strdup (point->name);
    case COLUMN_QUARTER:
      return g_strdup (point->quarter);
    case COLUMN_POINTS:
      return assay_score_points_words (point->points);
    case COLUMN_GRADE:
      return g_strdup (assay_grade_words (point->grade));
    case COLUMN_COVERAGE:
      return isnan (point->coverage) ? g_strdup ("–")
                                     : assay_chart_format_percent (point->coverage, 0);
    case COLUMN_LOTS:
    default:
      return assay_chart_format_number ((double)point->lots, 0);
    }
}

static const AssaySceneSource source = { mark_text, mark_ids, cell, row_ids };

/* The suppliers' quarters one after the other, as they were last ranked. */
static GArray *
gather (GPtrArray *quarters)
{
  GArray *points = g_array_new (FALSE, TRUE, sizeof (Point));
  const AssayScoreQuarter *last
      = quarters->len > 0 ? g_ptr_array_index (quarters, quarters->len - 1) : NULL;

  g_array_set_clear_func (points, clear_point);
  for (guint i = 0; last != NULL && i < last->scores->len; i++)
    {
      gint64 id = ((AssayScore *)g_ptr_array_index (last->scores, i))->supplier->id;

      for (guint j = 0; j < quarters->len; j++)
        {
          const AssayScoreQuarter *quarter = g_ptr_array_index (quarters, j);
          const AssayScore *score = assay_scores_find (quarter->scores, id);
          Point point = { .supplier = id, .day = quarter->from + HALF_QUARTER };

          if (score == NULL)
            continue;
          point.name = g_strdup (score->supplier->name);
          point.quarter = g_strdup (quarter->label);
          point.points = score->sum.points;
          point.coverage = score->sum.coverage;
          point.grade = score->grade;
          point.lots = score->supplier->lots;
          point.shown
              = !isnan (score->sum.points) && (score->short_of & ASSAY_SHORT_OF_COVERAGE) == 0;
          g_array_append_val (points, point);
        }
    }
  return points;
}

/* The one that was asked for, else the first that has points. */
static gint64
choose (const GArray *points, gint64 supplier)
{
  for (guint i = 0; i < points->len; i++)
    {
      const Point *point = &g_array_index (points, Point, i);

      if (point->shown && (supplier == 0 || point->supplier == supplier))
        return point->supplier;
    }
  return supplier;
}

/* Lines break where a quarter is missing. Few data: a hollow shape. */
static void
add_supplier (AssayScene *scene, const GArray *points, guint from, guint to, gboolean picked)
{
  AssayTone tone = picked ? ASSAY_TONE_DATA : ASSAY_TONE_DIM;
  AssayLayer *line = NULL;
  AssayLayer *dots = NULL;

  for (guint i = from; i < to; i++)
    {
      const Point *point = &g_array_index (points, Point, i);
      AssayItem item = { point->day, point->points, i,
                         point->grade == ASSAY_GRADE_NONE ? ASSAY_SHAPE_DIAMOND : ASSAY_SHAPE_DOT,
                         (guint8)tone };

      if (!point->shown)
        {
          line = NULL;
          continue;
        }
      if (line == NULL)
        {
          line = assay_scene_add_layer (scene, ASSAY_LAYER_LINE, tone);
          line->dash = picked ? ASSAY_DASH_SOLID : ASSAY_DASH_DOTTED;
        }
      assay_layer_add (line, point->day, point->points, i);
      if (dots == NULL)
        {
          dots = assay_scene_add_layer (scene, ASSAY_LAYER_POINTS, tone);
          dots->marks = TRUE;
        }
      g_array_append_val (dots->items, item);
    }
}

static gboolean
has_points (const GArray *points, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (g_array_index (points, Point, i).shown)
      return TRUE;
  return FALSE;
}

static guint
end_of (const GArray *points, guint from)
{
  guint to = from;

  while (to < points->len
         && g_array_index (points, Point, to).supplier
                == g_array_index (points, Point, from).supplier)
    to++;
  return to;
}

/* Every other band is shaded, and each begins at a line with its grade. */
static void
add_bands (AssayScene *scene, const AssayScorecard *card)
{
  const struct
  {
    double from, to;
    AssayGrade grade;
    gboolean shaded;
  } bands[] = {
    { card->bands.a, 100.0, ASSAY_GRADE_A, TRUE },
    { card->bands.b, card->bands.a, ASSAY_GRADE_B, FALSE },
    { card->bands.c, card->bands.b, ASSAY_GRADE_C, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      AssayLayer *rule;

      if (bands[i].shaded && bands[i].to > bands[i].from)
        {
          AssayLayer *band = assay_scene_add_layer (scene, ASSAY_LAYER_BAND, ASSAY_TONE_DIM);

          for (guint end = 0; end < 2; end++)
            {
              double x = end == 0 ? scene->x.scale.min : scene->x.scale.max;
              AssayItem low = { x, bands[i].from, 0, 0, 0 };

              assay_layer_add (band, x, bands[i].to, 0);
              g_array_append_val (band->lower, low);
            }
        }
      rule = assay_scene_add_rule (scene, 0, bands[i].from, ASSAY_TONE_LIMIT, ASSAY_DASH_DASHED);
      /* Translators: a grade and the points from which it is given. */
      rule->value_label
          = g_strdup_printf (_ ("%s from %g"), assay_grade_words (bands[i].grade), bands[i].from);
      rule->short_label = g_strdup (assay_grade_words (bands[i].grade));
    }
}

static void
add_panel (AssayScene *scene, const AssayScorecard *card, const GArray *points, gint64 picked)
{
  AssayPanel *panel = assay_scene_add_panel (scene, ASSAY_AXIS_NUMBER, _ ("Points"), 1);
  const char *name = NULL;
  guint lines = 0, left_out = 0;

  panel->y.scale = (AssayScale){ 0, 100 };
  for (guint i = 0; i < points->len; i++)
    assay_scale_include (&scene->x.scale, g_array_index (points, Point, i).day);
  assay_scale_pad (&scene->x.scale, 0.06);
  add_bands (scene, card);
  /* The one that is brought out lies on top. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint from = 0, to; from < points->len; from = to)
      {
        const Point *first = &g_array_index (points, Point, from);
        gboolean is_picked = first->supplier == picked;

        to = end_of (points, from);
        if (is_picked != (pass == 1) || !has_points (points, from, to))
          continue;
        if (is_picked)
          name = first->name;
        else if (++lines >= MOST_LINES)
          {
            left_out++;
            continue;
          }
        add_supplier (scene, points, from, to, is_picked);
      }
  if (name != NULL)
    assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_DATA, ASSAY_DASH_SOLID, name);
  if (lines > 0)
    assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_DIM, ASSAY_DASH_DOTTED,
                            _ ("other suppliers"));
  assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, ASSAY_TONE_DATA, ASSAY_SHAPE_DIAMOND,
                          _ ("too few lots for a grade"));
  if (left_out > 0)
    scene->note
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d more supplier stands in the table.",
                                        "%d more suppliers stand in the table.", left_out),
                           (int)left_out);
}

static void
add_words (AssayScene *scene, const AssayScorecard *card, const GArray *points, gint64 picked)
{
  const Point *first = NULL, *last = NULL;
  g_autofree char *from = NULL, *to = NULL;

  for (guint i = 0; i < points->len; i++)
    {
      const Point *point = &g_array_index (points, Point, i);

      if (point->supplier != picked || !point->shown)
        continue;
      first = first != NULL ? first : point;
      last = point;
    }
  scene->subtitle = g_strdup (card->name);
  if (first == NULL)
    {
      scene->description = g_strdup (_ ("Points of suppliers by quarter."));
      return;
    }
  from = assay_score_points_words (first->points);
  to = assay_score_points_words (last->points);
  /* Translators: a supplier; points and a quarter, twice. */
  scene->description
      = g_strdup_printf (_ ("Points of suppliers by quarter. %s had %s in %s and %s in %s."),
                         first->name, from, first->quarter, to, last->quarter);
}

/**
 * assay_score_trend_chart_new:
 * @card: the scorecard
 * @quarters: (element-type AssayScoreQuarter): oldest first, from assay_scorecard_trend(); copied
 * @supplier: the one to bring out; 0: the best of the last quarter
 *
 * Returns: (transfer full): the scene; where no quarter has points one that says so
 */
AssayScene *
assay_score_trend_chart_new (const AssayScorecard *card, GPtrArray *quarters, gint64 supplier)
{
  AssayScene *scene = assay_scene_new ("score-trend", _ ("Points by quarter"));
  GArray *points = gather (quarters);
  gint64 picked = choose (points, supplier);

  scene->definition = g_strdup (
      _ ("Each quarter stands for itself: what was delivered, due and inspected in it, and what "
         "assessments said at its end. A quarter in which less of the weight was measured than the "
         "scorecard wants is a gap; one with too few lots has points and no grade."));
  assay_axis_init (&scene->x, ASSAY_AXIS_DATE, _ ("Quarter"));
  assay_scene_add_column (scene, _ ("Supplier"), FALSE);
  assay_scene_add_column (scene, _ ("Quarter"), FALSE);
  assay_scene_add_column (scene, _ ("Points"), TRUE);
  assay_scene_add_column (scene, _ ("Grade"), FALSE);
  assay_scene_add_column (scene, _ ("Coverage"), TRUE);
  assay_scene_add_column (scene, _ ("Lots"), TRUE);
  assay_scene_set_source (scene, &source, points, (GDestroyNotify)g_array_unref);
  scene->n_rows = points->len;
  if (has_points (points, 0, points->len))
    {
      add_panel (scene, card, points, picked);
      add_words (scene, card, points, picked);
    }
  else
    {
      scene->empty = g_strdup (_ ("No quarter has enough data for points yet."));
      scene->description = g_strdup (scene->empty);
    }
  assay_scene_finish (scene);
  return scene;
}
