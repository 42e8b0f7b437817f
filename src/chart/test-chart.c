/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/test-chart.h"

#include <glib/gi18n-lib.h>

#include "chart/points.h"
#include "chart/scene-private.h"

enum
{
  COLUMN_SUPPLIER,
  COLUMN_ROUND,
  COLUMN_SAMPLE,
  COLUMN_N,
  COLUMN_VALUE,
  COLUMN_LEAST,
  COLUMN_MOST,
  COLUMN_LIMIT,
  COLUMN_VERDICT,
};

static const AssayTestPoint *
point_at (const AssayTestSeries *series, guint row)
{
  return g_ptr_array_index (series->points, row);
}

static const char *
verdict_words (AssayTestOutcome outcome)
{
  return outcome == ASSAY_TEST_PASS   ? _ ("Pass")
         : outcome == ASSAY_TEST_FAIL ? _ ("Fail")
                                      : _ ("Pending");
}

static const char *
supplier_of (const AssayTestPoint *point)
{
  return point->supplier_name != NULL ? point->supplier_name : _ ("No supplier");
}

/* "Sao Mai · Proto 2 (S-1002): 27.4 N, n = 5, 25.1 to 29.8, at least 25 N: Pass" */
static char *
mark_text (gpointer data, const AssayLayer *layer, const AssayItem *item)
{
  const AssayTestSeries *series = data;
  const AssayTestPoint *point = point_at (series, item->row);
  g_autofree char *least = assay_test_value_format (point->verdict.least, series->scale);
  g_autofree char *most = assay_test_value_format (point->verdict.most, series->scale);
  GString *words = g_string_new (NULL);

  /* Translators: a supplier, a round of samples, the sample's number, a value */
  g_string_append_printf (words, _ ("%s · %s (%s): %s"), supplier_of (point), point->round,
                          point->number, point->value);
  if (point->verdict.n > 1)
    /* Translators: of how many specimens, the least and the greatest result */
    g_string_append_printf (words, _ (", n = %u, %s to %s"), point->verdict.n, least, most);
  if (*point->limit != '\0')
    g_string_append_printf (words, ", %s", point->limit);
  g_string_append_printf (words, ": %s", verdict_words (point->verdict.outcome));
  return g_string_free_and_steal (words);
}

static void
row_ids (gpointer data, guint row, GArray *ids)
{
  g_array_append_val (ids, point_at (data, row)->sample);
}

static void
mark_ids (gpointer data, const AssayLayer *layer, const AssayItem *item, GArray *ids)
{
  row_ids (data, item->row, ids);
}

static char *
cell (gpointer data, guint row, guint column)
{
  const AssayTestSeries *series = data;
  const AssayTestPoint *point = point_at (series, row);

  switch (column)
    {
    case COLUMN_SUPPLIER:
      return g_strdup (supplier_of (point));
    case COLUMN_ROUND:
      return g_strdup (point->round);
    case COLUMN_SAMPLE:
      return g_strdup (point->number);
    case COLUMN_N:
      return g_strdup_printf ("%u", point->verdict.n);
    case COLUMN_VALUE:
      return g_strdup (point->value);
    case COLUMN_LEAST:
      return assay_test_value_format (point->verdict.least, series->scale);
    case COLUMN_MOST:
      return assay_test_value_format (point->verdict.most, series->scale);
    case COLUMN_LIMIT:
      return g_strdup (point->limit);
    case COLUMN_VERDICT:
    default:
      return g_strdup (verdict_words (point->verdict.outcome));
    }
}

static const AssaySceneSource source = { mark_text, mark_ids, cell, row_ids };

/* A limit of one row, as a short stroke: rows may have been held against different ones. */
static void
add_limit (AssayScene *scene, gint64 limit, gint64 none, guint row)
{
  AssayItem item = { (double)limit / 1000.0, row, row, ASSAY_SHAPE_BAR, ASSAY_TONE_LIMIT };
  AssayLayer *layer;

  if (limit == none)
    return;
  layer = assay_scene_add_layer (scene, ASSAY_LAYER_POINTS, ASSAY_TONE_LIMIT);
  g_array_append_val (layer->items, item);
  assay_scale_include (&scene->x.scale, item.x);
}

static AssayTone
tone_of (AssayTestOutcome outcome)
{
  return outcome == ASSAY_TEST_FAIL ? ASSAY_TONE_SIGNAL : ASSAY_TONE_DATA;
}

static AssayShape
shape_of (AssayTestOutcome outcome)
{
  return outcome == ASSAY_TEST_PASS   ? ASSAY_SHAPE_DOT
         : outcome == ASSAY_TEST_FAIL ? ASSAY_SHAPE_TRIANGLE
                                      : ASSAY_SHAPE_DIAMOND;
}

static void
add_row (AssayScene *scene, const AssayTestSeries *series, guint i)
{
  const AssayTestPoint *point = point_at (series, i);
  const AssayTestVerdict *verdict = &point->verdict;
  AssayPanel *panel = assay_scene_get_panel (scene, 0);
  AssayTone tone = tone_of (verdict->outcome);
  AssayItem item = { (double)verdict->value / 1000.0, i, i, shape_of (verdict->outcome), tone };
  AssayLayer *layer;

  if (verdict->least < verdict->most)
    {
      double least = (double)verdict->least / 1000.0, most = (double)verdict->most / 1000.0;

      layer = assay_scene_add_layer (scene, ASSAY_LAYER_SPANS, tone);
      assay_layer_add_span (layer, least, most, i, i);
      assay_scale_include (&scene->x.scale, least);
      assay_scale_include (&scene->x.scale, most);
    }
  if (point->limits.kind != ASSAY_LIMIT_AT_MOST)
    add_limit (scene, point->limits.lower, G_MININT64, i);
  if (point->limits.kind != ASSAY_LIMIT_AT_LEAST)
    add_limit (scene, point->limits.upper, G_MAXINT64, i);
  layer = assay_scene_add_layer (scene, ASSAY_LAYER_POINTS, tone);
  layer->marks = TRUE;
  g_array_append_val (layer->items, item);
  assay_scale_include (&scene->x.scale, item.x);
  g_ptr_array_add (panel->y.names, g_strdup (supplier_of (point)));
  g_ptr_array_add (panel->y.details, g_strdup (point->round));
}

static void
add_legend (AssayScene *scene, const AssayTestSeries *series)
{
  gboolean seen[3] = { FALSE }, spread = FALSE, limited = FALSE;

  for (guint i = 0; i < series->points->len; i++)
    {
      const AssayTestPoint *point = point_at (series, i);

      seen[point->verdict.outcome] = TRUE;
      spread |= point->verdict.least < point->verdict.most;
      limited |= *point->limit != '\0';
    }
  for (guint i = ASSAY_TEST_OPEN; i <= ASSAY_TEST_FAIL; i++)
    if (seen[i])
      assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, tone_of ((AssayTestOutcome)i),
                              shape_of ((AssayTestOutcome)i), verdict_words ((AssayTestOutcome)i));
  if (spread)
    assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_DATA, ASSAY_DASH_SOLID,
                            _ ("least to greatest specimen"));
  if (limited)
    assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, ASSAY_TONE_LIMIT, ASSAY_SHAPE_BAR,
                            _ ("limit"));
}

static void
describe (AssayScene *scene, const AssayTestSeries *series)
{
  guint failed = 0;
  const AssayTestPoint *last = point_at (series, series->points->len - 1);
  g_autofree char *samples = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u sample", "%u samples", series->points->len),
      series->points->len);

  for (guint i = 0; i < series->points->len; i++)
    failed += point_at (series, i)->verdict.outcome == ASSAY_TEST_FAIL;
  scene->description = g_strdup_printf (
      /* Translators: a test, "4 samples", how many failed, then a supplier, a round and a value */
      _ ("%s of %s by supplier and round; %u failed. Last: %s, %s: %s."), series->title, samples,
      failed, supplier_of (last), last->round, last->value);
}

static void
add_columns (AssayScene *scene)
{
  assay_scene_add_column (scene, _ ("Supplier"), FALSE);
  assay_scene_add_column (scene, _ ("Round"), FALSE);
  assay_scene_add_column (scene, _ ("Sample"), FALSE);
  assay_scene_add_column (scene, "n", TRUE);
  assay_scene_add_column (scene, _ ("Value"), TRUE);
  assay_scene_add_column (scene, _ ("Least"), TRUE);
  assay_scene_add_column (scene, _ ("Greatest"), TRUE);
  assay_scene_add_column (scene, _ ("Limit"), FALSE);
  assay_scene_add_column (scene, _ ("Verdict"), FALSE);
}

static void
fill (AssayScene *scene, AssayTestSeries *series)
{
  g_autofree char *axis = series->unit != NULL
                              /* Translators: a test and its unit */
                              ? g_strdup_printf (_ ("%s (%s)"), series->title, series->unit)
                              : g_strdup (series->title);

  assay_axis_init (&scene->x, ASSAY_AXIS_NUMBER, axis);
  if (*series->method != '\0')
    scene->subtitle = g_strdup (series->method);
  assay_scene_set_source (scene, &source, series, (GDestroyNotify)assay_test_series_free);
  scene->n_rows = series->points->len;
  assay_scene_add_panel (scene, ASSAY_AXIS_CATEGORY, NULL, 1);
  for (guint i = 0; i < series->points->len; i++)
    add_row (scene, series, i);
  assay_scale_pad (&scene->x.scale, 0.05);
  add_legend (scene, series);
  describe (scene, series);
}

AssayScene *
assay_test_chart_new (const AssayTestSeries *series)
{
  gboolean any = series != NULL && series->points->len > 0;
  AssayScene *scene = assay_scene_new ("test", any ? series->title : _ ("Test results"));

  scene->definition = g_strdup (assay_test_series_definition ());
  add_columns (scene);
  if (any)
    fill (scene, assay_test_series_copy (series));
  else
    {
      assay_axis_init (&scene->x, ASSAY_AXIS_NUMBER, _ ("Result"));
      scene->empty = g_strdup (_ ("No test of a sample has a result in numbers yet."));
      scene->description = g_strdup (scene->empty);
    }
  assay_scene_finish (scene);
  return scene;
}
