/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/interval-chart.h"

#include "chart/format.h"
#include "chart/points.h"
#include "chart/scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

enum
{
  COLUMN_NAME,
  COLUMN_N,
  COLUMN_VALUE,
  COLUMN_LOW,
  COLUMN_HIGH,
  COLUMN_CLAIMED,
};

typedef struct
{
  GPtrArray *rows; /* AssayClaim */
  AssayComparedFigure figure;
} Intervals;

static void
intervals_free (gpointer data)
{
  Intervals *intervals = data;

  g_ptr_array_unref (intervals->rows);
  g_free (intervals);
}

static const AssayClaim *
row_at (const Intervals *intervals, guint row)
{
  return g_ptr_array_index (intervals->rows, row);
}

static gboolean
is_share (AssayComparedFigure figure)
{
  return figure == ASSAY_COMPARED_RATE || figure == ASSAY_COMPARED_ACCEPTED
         || figure == ASSAY_COMPARED_ON_TIME;
}

static char *
value_words (AssayComparedFigure figure, double value)
{
  if (isnan (value))
    return NULL;
  return is_share (figure) ? assay_chart_format_percent (value, 1)
                           : assay_chart_format_number (value, 2);
}

static char *
claim_words (const Intervals *intervals, const AssayClaim *row)
{
  g_autofree char *claimed = value_words (intervals->figure, row->claimed);

  /* Translators: what a supplier says of itself, such as “1.5 %” */
  return claimed != NULL ? g_strdup_printf (_ ("claimed %s"), claimed) : NULL;
}

/* "3.2%, interval 2.4% to 4.3%, n = 1,042" */
static char *
measured_words (const Intervals *intervals, const AssayClaim *row)
{
  g_autofree char *value = value_words (intervals->figure, row->measured.value);
  g_autofree char *low = value_words (intervals->figure, row->measured.low);
  g_autofree char *high = value_words (intervals->figure, row->measured.high);
  g_autofree char *n = assay_chart_format_number ((double)row->measured.n, 0);

  if (low == NULL || high == NULL)
    return g_strdup_printf (_ ("%s, n = %s"), value, n);
  /* Translators: a figure, the ends of its interval, of how many */
  return g_strdup_printf (_ ("%s, interval %s to %s, n = %s"), value, low, high, n);
}

static char *
mark_text (gpointer data, const AssayLayer *layer, const AssayItem *item)
{
  const Intervals *intervals = data;
  const AssayClaim *row = row_at (intervals, item->row);
  g_autofree char *measured = measured_words (intervals, row);
  g_autofree char *claimed = claim_words (intervals, row);
  g_autofree char *first = assay_words_join (row->name, measured);

  return assay_words_join (first, claimed);
}

static void
row_ids (gpointer data, guint row, GArray *ids)
{
  gint64 id = row_at (data, row)->supplier;

  if (id != 0)
    g_array_append_val (ids, id);
}

static void
mark_ids (gpointer data, const AssayLayer *layer, const AssayItem *item, GArray *ids)
{
  row_ids (data, item->row, ids);
}

static char *
cell (gpointer data, guint row, guint column)
{
  const Intervals *intervals = data;
  const AssayClaim *one = row_at (intervals, row);

  switch (column)
    {
    case COLUMN_NAME:
      return g_strdup (one->name);
    case COLUMN_N:
      return assay_chart_format_number ((double)one->measured.n, 0);
    case COLUMN_VALUE:
      return value_words (intervals->figure, one->measured.value);
    case COLUMN_LOW:
      return value_words (intervals->figure, one->measured.low);
    case COLUMN_HIGH:
      return value_words (intervals->figure, one->measured.high);
    case COLUMN_CLAIMED:
    default:
      return value_words (intervals->figure, one->claimed);
    }
}

static const AssaySceneSource source = { mark_text, mark_ids, cell, row_ids };

static void
add_row (AssayScene *scene, const Intervals *intervals, guint i)
{
  const AssayClaim *row = row_at (intervals, i);
  const AssayMeasurement *measured = &row->measured;
  AssayPanel *panel = assay_scene_get_panel (scene, 0);
  g_autofree char *n = assay_chart_format_number ((double)measured->n, 0);
  AssayLayer *layer;

  if (!isnan (measured->low) && !isnan (measured->high))
    {
      layer = assay_scene_add_layer (scene, ASSAY_LAYER_SPANS, ASSAY_TONE_DATA);
      assay_layer_add_span (layer, measured->low, measured->high, i, i);
      assay_scale_include (&scene->x.scale, measured->low);
      assay_scale_include (&scene->x.scale, measured->high);
    }
  if (!isnan (row->claimed))
    {
      AssayItem item = { row->claimed, i, i, ASSAY_SHAPE_DIAMOND, ASSAY_TONE_DATA_2 };

      layer = assay_scene_add_layer (scene, ASSAY_LAYER_POINTS, ASSAY_TONE_DATA_2);
      g_array_append_val (layer->items, item);
      assay_scale_include (&scene->x.scale, row->claimed);
    }
  layer = assay_scene_add_layer (scene, ASSAY_LAYER_POINTS, ASSAY_TONE_DATA);
  layer->marks = TRUE;
  assay_layer_add (layer, measured->value, i, i);
  assay_scale_include (&scene->x.scale, measured->value);
  g_ptr_array_add (panel->y.names, g_strdup (row->name));
  g_ptr_array_add (panel->y.details, g_strdup_printf (_ ("n = %s"), n));
}

/* The best and the worst, by where their intervals lie. */
static void
describe (AssayScene *scene, const Intervals *intervals)
{
  const AssayClaim *least = row_at (intervals, 0), *most = least;
  g_autofree char *low = NULL, *high = NULL;

  for (guint i = 1; i < intervals->rows->len; i++)
    {
      const AssayClaim *row = row_at (intervals, i);

      if (row->measured.value < least->measured.value)
        least = row;
      if (row->measured.value > most->measured.value)
        most = row;
    }
  low = measured_words (intervals, least);
  high = measured_words (intervals, most);
  scene->description
      = intervals->rows->len == 1
            /* Translators: a figure, whose it is, what it is. */
            ? g_strdup_printf (_ ("%s with its 95 %% interval. %s: %s."),
                               assay_compared_title (intervals->figure), least->name, low)
            /* Translators: a figure, of how many; then a name and what was measured, twice. */
            : g_strdup_printf (_ ("%s of %u side by side, each with its 95 %% interval. Least: %s, "
                                  "%s. Most: %s, %s."),
                               assay_compared_title (intervals->figure), intervals->rows->len,
                               least->name, low, most->name, high);
}

static void
add_columns (AssayScene *scene)
{
  assay_scene_add_column (scene, _ ("Name"), FALSE);
  assay_scene_add_column (scene, "n", TRUE);
  assay_scene_add_column (scene, _ ("Measured"), TRUE);
  assay_scene_add_column (scene, _ ("Interval from"), TRUE);
  assay_scene_add_column (scene, _ ("Interval to"), TRUE);
  assay_scene_add_column (scene, _ ("Claimed"), TRUE);
}

static void
add_panel (AssayScene *scene, const Intervals *intervals)
{
  gboolean claimed = FALSE;

  assay_scene_add_panel (scene, ASSAY_AXIS_CATEGORY, NULL, 1);
  if (is_share (intervals->figure))
    assay_scale_include (&scene->x.scale, 0);
  for (guint i = 0; i < intervals->rows->len; i++)
    {
      add_row (scene, intervals, i);
      claimed |= !isnan (row_at (intervals, i)->claimed);
    }
  assay_scale_pad (&scene->x.scale, 0.03);
  assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, ASSAY_TONE_DATA, ASSAY_SHAPE_DOT,
                          _ ("measured"));
  assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_DATA, ASSAY_DASH_SOLID,
                          _ ("95 % interval"));
  if (claimed)
    assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, ASSAY_TONE_DATA_2, ASSAY_SHAPE_DIAMOND,
                            _ ("claimed"));
}

static char *
define (AssayComparedFigure figure, AssayIntervalKind kind)
{
  const char *name
      = kind == ASSAY_INTERVAL_EXACT ? _ ("the exact one (Clopper–Pearson)") : _ ("Wilson’s");

  if (is_share (figure))
    return g_strdup_printf (
        /* Translators: %s is the name of an interval. */
        _ ("The dot is the share over all that was counted, never a mean of shares; the whisker "
           "its "
           "95 %% interval, %s. Where two whiskers overlap by much, the difference may be chance."),
        name);
  return g_strdup (_ ("The dot is what was measured over all rows; the whisker its 95 % interval. "
                      "Where two whiskers overlap by much, the difference may be chance."));
}

/**
 * assay_interval_chart_new:
 * @rows: (nullable) (element-type AssayClaim): what stands side by side, in this order;
 * copied
 * @figure: which figure it is
 * @kind: which interval shares have
 *
 * Rows of which nothing was measured are left out and said.
 *
 * Returns: (transfer full): the scene; without a measurement one that says so
 */
AssayScene *
assay_interval_chart_new (const GPtrArray *rows, AssayComparedFigure figure, AssayIntervalKind kind)
{
  g_autofree char *title
      /* Translators: a figure such as “Defective rate”. */
      = g_strdup_printf (_ ("%s, side by side"), assay_compared_title (figure));
  AssayScene *scene = assay_scene_new ("intervals", title);
  Intervals *intervals = g_new0 (Intervals, 1);
  guint left_out = 0;

  intervals->figure = figure;
  intervals->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_claim_free);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const AssayClaim *row = g_ptr_array_index (rows, i);

      if (isnan (row->measured.value))
        left_out++;
      else
        g_ptr_array_add (intervals->rows, assay_claim_copy (row));
    }
  scene->definition = define (figure, kind);
  assay_axis_init (&scene->x, is_share (figure) ? ASSAY_AXIS_PERCENT : ASSAY_AXIS_NUMBER,
                   assay_compared_title (figure));
  add_columns (scene);
  assay_scene_set_source (scene, &source, intervals, intervals_free);
  scene->n_rows = intervals->rows->len;
  if (left_out > 0)
    scene->note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                "%u without a measurement is left "
                                                "out.",
                                                "%u without a measurement are left out.", left_out),
                                   left_out);
  if (intervals->rows->len == 0)
    {
      scene->empty = g_strdup (_ ("Nothing was measured yet that could stand side by side."));
      scene->description = g_strdup (scene->empty);
    }
  else
    {
      add_panel (scene, intervals);
      describe (scene, intervals);
    }
  assay_scene_finish (scene);
  return scene;
}
