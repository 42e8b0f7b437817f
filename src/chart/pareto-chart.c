/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/pareto-chart.h"

#include "chart/format.h"
#include "chart/points.h"
#include "chart/scene-private.h"

#include <glib/gi18n-lib.h>

/* More rows than a reader takes in; the rest is one row. */
#define MOST_ROWS 10

enum
{
  COLUMN_NAME,
  COLUMN_COUNT,
  COLUMN_SHARE,
  COLUMN_TOGETHER,
  COLUMN_INSPECTIONS,
};

typedef struct
{
  char *name;
  gint64 count;
  double share, together;
  guint inspections;
  GArray *ids;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->name);
  g_array_unref (row->ids);
  g_free (row);
}

static const Row *
row_at (gpointer data, guint i)
{
  return g_ptr_array_index ((GPtrArray *)data, i);
}

static char *
share_words (const Row *row)
{
  g_autofree char *count = assay_chart_format_number ((double)row->count, 0);
  g_autofree char *share = assay_chart_format_percent (row->share, 0);
  g_autofree char *together = assay_chart_format_percent (row->together, 0);

  /* Translators: a number, its share in per cent, the share of all rows down to this one. */
  return g_strdup_printf (_ ("%s · %s, together %s"), count, share, together);
}

static char *
mark_text (gpointer data, const AssayLayer *layer, const AssayItem *item)
{
  const Row *row = row_at (data, item->row);
  g_autofree char *share = share_words (row);
  g_autofree char *lots = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "in %u inspection", "in %u inspections", row->inspections),
      row->inspections);
  g_autofree char *what = assay_words_join (row->name, share);

  return assay_words_join (what, lots);
}

static void
row_ids (gpointer data, guint i, GArray *ids)
{
  const Row *row = row_at (data, i);

  g_array_append_vals (ids, row->ids->data, row->ids->len);
}

static char *
cell (gpointer data, guint i, guint column)
{
  const Row *row = row_at (data, i);

  switch (column)
    {
    case COLUMN_NAME:
      return g_strdup (row->name);
    case COLUMN_COUNT:
      return assay_chart_format_number ((double)row->count, 0);
    case COLUMN_SHARE:
      return assay_chart_format_percent (row->share, 1);
    case COLUMN_TOGETHER:
      return assay_chart_format_percent (row->together, 1);
    case COLUMN_INSPECTIONS:
    default:
      return assay_chart_format_number (row->inspections, 0);
    }
}

static const AssaySceneSource source = { mark_text, NULL, cell, row_ids };

static const char *
unknown_name (AssayCauseBy by)
{
  switch (by)
    {
    case ASSAY_CAUSE_CATEGORY:
      return _ ("No category");
    case ASSAY_CAUSE_COMPONENT:
      return _ ("No component named");
    case ASSAY_CAUSE_CLASS:
    case ASSAY_CAUSE_TYPE:
    default:
      return _ ("Not described");
    }
}

static const char *
title_for (AssayCauseBy by)
{
  switch (by)
    {
    case ASSAY_CAUSE_CATEGORY:
      return _ ("Defects by category");
    case ASSAY_CAUSE_CLASS:
      return _ ("Defects by class");
    case ASSAY_CAUSE_COMPONENT:
      return _ ("Defects by component");
    case ASSAY_CAUSE_TYPE:
    default:
      return _ ("Defects by type");
    }
}

/* Keeps each inspection once. */
static void
add_ids (GArray *ids, GHashTable *seen, const GArray *more)
{
  for (guint i = 0; i < more->len; i++)
    if (g_hash_table_add (seen, &g_array_index (more, gint64, i)))
      g_array_append_val (ids, g_array_index (more, gint64, i));
}

static GPtrArray *
make_rows (const GPtrArray *causes, AssayCauseBy by, gint64 *sum)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  gboolean cut = causes != NULL && causes->len > MOST_ROWS;
  gint64 so_far = 0;
  Row *row = NULL;

  *sum = 0;
  for (guint i = 0; causes != NULL && i < causes->len; i++)
    *sum += ((const AssayCause *)g_ptr_array_index (causes, i))->count;
  for (guint i = 0; causes != NULL && i < causes->len; i++)
    {
      const AssayCause *cause = g_ptr_array_index (causes, i);

      if (cause->count == 0)
        continue;
      if (!cut || i < MOST_ROWS)
        {
          row = g_new0 (Row, 1);
          row->name = g_strdup (cause->name != NULL ? cause->name : unknown_name (by));
          if (cut && i == MOST_ROWS - 1)
            g_set_str (&row->name, _ ("All others"));
          row->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
          g_ptr_array_add (rows, row);
          g_hash_table_remove_all (seen);
        }
      row->count += cause->count;
      so_far += cause->count;
      row->share = (double)row->count / (double)*sum;
      row->together = (double)so_far / (double)*sum;
      add_ids (row->ids, seen, cause->ids);
      row->inspections = row->ids->len;
    }
  return rows;
}

static void
add_rows (AssayScene *scene, GPtrArray *rows)
{
  AssayPanel *panel = assay_scene_add_panel (scene, ASSAY_AXIS_CATEGORY, NULL, 1);

  assay_scale_include (&scene->x.scale, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = row_at (rows, i);
      AssayLayer *bar = assay_scene_add_layer (scene, ASSAY_LAYER_ROW_BARS, ASSAY_TONE_DATA);

      bar->marks = TRUE;
      assay_layer_add (bar, (double)row->count, i, i);
      assay_scale_include (&scene->x.scale, (double)row->count);
      g_ptr_array_add (panel->y.names, g_strdup (row->name));
      g_ptr_array_add (panel->y.details, share_words (row));
    }
  scene->x.scale.max *= 1.03;
}

static void
add_words (AssayScene *scene, GPtrArray *rows, gint64 sum)
{
  const Row *first = row_at (rows, 0);
  g_autofree char *count = assay_chart_format_number ((double)sum, 0);
  g_autofree char *share = assay_chart_format_percent (first->share, 0);
  guint vital = 0;

  while (vital + 1 < rows->len && row_at (rows, vital)->together < 0.8)
    vital++;
  scene->subtitle
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s defect recorded", "%s defects recorded",
                                      (gulong)MIN (sum, G_MAXINT)),
                         count);
  /* Translators: a chart's title; how many defects; the most frequent one and its share. */
  scene->description = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%s, most frequent first: %s. %s is the most frequent with %s; %u row makes up "
                   "four fifths.",
                   "%s, most frequent first: %s. %s is the most frequent with %s; %u rows make up "
                   "four fifths.",
                   vital + 1),
      scene->title, scene->subtitle, first->name, share, vital + 1);
}

/**
 * assay_pareto_chart_new:
 * @causes: (nullable) (element-type AssayCause): most frequent first; copied
 * @by: what they were added up by
 *
 * Returns: (transfer full): the scene; without a defect one that says so
 */
AssayScene *
assay_pareto_chart_new (const GPtrArray *causes, AssayCauseBy by)
{
  AssayScene *scene = assay_scene_new ("pareto", title_for (by));
  gint64 sum;
  GPtrArray *rows = make_rows (causes, by, &sum);

  scene->definition = g_strdup (_ (
      "Each bar is what was recorded of one kind in all inspections asked for: units where units "
      "are counted, defects where defects are. The first number is the sum, then its share of "
      "all, then the share of this bar and all above it together. Inspections that only have "
      "counts by class, re-inspections and inspections of samples are left out."));
  assay_axis_init (&scene->x, ASSAY_AXIS_NUMBER, _ ("Found"));
  scene->x.min_step = 1;
  assay_scene_add_column (scene, _ ("Defect"), FALSE);
  assay_scene_add_column (scene, _ ("Found"), TRUE);
  assay_scene_add_column (scene, _ ("Share"), TRUE);
  assay_scene_add_column (scene, _ ("Together"), TRUE);
  assay_scene_add_column (scene, _ ("Inspections"), TRUE);
  assay_scene_set_source (scene, &source, rows, (GDestroyNotify)g_ptr_array_unref);
  scene->n_rows = rows->len;
  if (rows->len > 0)
    {
      add_rows (scene, rows);
      add_words (scene, rows, sum);
    }
  else
    {
      scene->empty
          = g_strdup (_ ("No defect recorded yet. Record defects in an inspection, and the "
                         "most frequent ones stand here."));
      scene->description = g_strdup (scene->empty);
    }
  assay_scene_finish (scene);
  return scene;
}
