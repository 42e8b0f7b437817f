/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/rows-chart.h"

#include "ui/record/explanation-dialog.h"

static AssayType
type_of (AssayChartFrame *chart)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chart), "rows"));
}

/* One row has a page; several are a table under the chart's title. */
static void
rows_activated_cb (AssayContext *context, GArray *ids, AssayChartFrame *chart)
{
  AssayScene *scene = assay_chart_frame_get_scene (chart);
  g_autoptr (AssayQuery) query = NULL;

  if (ids == NULL || ids->len == 0)
    return;
  if (ids->len == 1)
    {
      assay_context_show_record (context, type_of (chart), g_array_index (ids, gint64, 0));
      return;
    }
  query = assay_query_new (type_of (chart));
  assay_query_set_ids (query, (const gint64 *)(void *)ids->data, ids->len);
  assay_context_show_rows (context, query, scene != NULL ? assay_scene_get_title (scene) : "");
}

/* Each row once, in the order of the points. */
static void
add_rows (AssayExplanation *explanation, const AssayScene *scene)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint i = 0; i < assay_scene_n_marks (scene); i++)
    {
      GArray *ids = assay_scene_get_mark_ids (scene, i);

      g_ptr_array_add (kept, ids);
      for (guint j = 0; j < ids->len; j++)
        if (g_hash_table_add (seen, &g_array_index (ids, gint64, j)))
          g_array_append_val (explanation->ids, g_array_index (ids, gint64, j));
    }
}

static char *
join (const char *definition, const char *note)
{
  if (definition == NULL || note == NULL)
    return g_strdup (definition != NULL ? definition : note);
  return g_strconcat (definition, "\n\n", note, NULL);
}

static void
explain_cb (AssayContext *context, AssayChartFrame *chart)
{
  AssayScene *scene = assay_chart_frame_get_scene (chart);
  AssayExplanation *explanation;

  if (scene == NULL)
    return;
  explanation = assay_explanation_new (type_of (chart));
  explanation->title = g_strdup (assay_scene_get_title (scene));
  explanation->value = g_strdup (""); /* a picture is not one number */
  explanation->definition = join (assay_scene_get_definition (scene), assay_scene_get_note (scene));
  explanation->formula = g_strdup (assay_scene_get_subtitle (scene));
  add_rows (explanation, scene);
  adw_dialog_present (assay_explanation_dialog_new (context, explanation), GTK_WIDGET (chart));
}

AssayChartFrame *
assay_rows_chart_new (AssayContext *context, AssayType type, int height)
{
  GtkWidget *chart = assay_chart_frame_new ();

  gtk_widget_set_size_request (chart, -1, height);
  g_object_set_data (G_OBJECT (chart), "rows", GUINT_TO_POINTER (type));
  g_signal_connect_object (chart, "rows-activated", G_CALLBACK (rows_activated_cb), context,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (chart, "explain", G_CALLBACK (explain_cb), context, G_CONNECT_SWAPPED);
  assay_chart_frame_set_explained (ASSAY_CHART_FRAME (chart));
  return ASSAY_CHART_FRAME (chart);
}

void
assay_rows_chart_set_type (AssayChartFrame *chart, AssayType type)
{
  g_object_set_data (G_OBJECT (chart), "rows", GUINT_TO_POINTER (type));
}
