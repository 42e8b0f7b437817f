/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/chart/chart-table.h"

#include <glib/gi18n-lib.h>

/* A row: a place in the scene's table. Texts are made when a cell shows them. */
#define ASSAY_TYPE_CHART_ROW (assay_chart_row_get_type ())
G_DECLARE_FINAL_TYPE (AssayChartRow, assay_chart_row, ASSAY, CHART_ROW, GObject)

struct _AssayChartRow
{
  GObject parent_instance;
  AssayScene *scene;
  guint row;
};

G_DEFINE_FINAL_TYPE (AssayChartRow, assay_chart_row, G_TYPE_OBJECT)

static void
assay_chart_row_finalize (GObject *object)
{
  assay_scene_unref (ASSAY_CHART_ROW (object)->scene);
  G_OBJECT_CLASS (assay_chart_row_parent_class)->finalize (object);
}

static void
assay_chart_row_class_init (AssayChartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = assay_chart_row_finalize;
}

static void
assay_chart_row_init (AssayChartRow *self)
{
}

#define ASSAY_TYPE_CHART_ROWS (assay_chart_rows_get_type ())
G_DECLARE_FINAL_TYPE (AssayChartRows, assay_chart_rows, ASSAY, CHART_ROWS, GObject)

struct _AssayChartRows
{
  GObject parent_instance;
  AssayScene *scene;
};

static GType
rows_get_item_type (GListModel *model)
{
  return ASSAY_TYPE_CHART_ROW;
}

static guint
rows_get_n_items (GListModel *model)
{
  return assay_scene_n_rows (ASSAY_CHART_ROWS (model)->scene);
}

static gpointer
rows_get_item (GListModel *model, guint position)
{
  AssayChartRows *self = ASSAY_CHART_ROWS (model);
  AssayChartRow *row;

  if (position >= assay_scene_n_rows (self->scene))
    return NULL;
  row = g_object_new (ASSAY_TYPE_CHART_ROW, NULL);
  row->scene = assay_scene_ref (self->scene);
  row->row = position;
  return row;
}

static void
rows_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = rows_get_item_type;
  iface->get_n_items = rows_get_n_items;
  iface->get_item = rows_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AssayChartRows,
                               assay_chart_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, rows_iface_init))

static void
assay_chart_rows_finalize (GObject *object)
{
  assay_scene_unref (ASSAY_CHART_ROWS (object)->scene);
  G_OBJECT_CLASS (assay_chart_rows_parent_class)->finalize (object);
}

static void
assay_chart_rows_class_init (AssayChartRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = assay_chart_rows_finalize;
}

static void
assay_chart_rows_init (AssayChartRows *self)
{
}

/**
 * assay_chart_rows_new:
 * @scene: a scene
 *
 * Returns: (transfer full): the rows of its table, made as they are asked for
 */
GListModel *
assay_chart_rows_new (AssayScene *scene)
{
  AssayChartRows *rows = g_object_new (ASSAY_TYPE_CHART_ROWS, NULL);

  rows->scene = assay_scene_ref (scene);
  return G_LIST_MODEL (rows);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GObject *item, gpointer number)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), 6);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), GPOINTER_TO_INT (number) ? 8 : 18);
  if (GPOINTER_TO_INT (number))
    {
      gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 1);
      gtk_widget_add_css_class (cell, "numeric");
    }
  gtk_list_item_set_child (GTK_LIST_ITEM (item), cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GObject *item, gpointer column)
{
  AssayChartRow *row = gtk_list_item_get_item (GTK_LIST_ITEM (item));
  g_autofree char *text = assay_scene_get_cell (row->scene, row->row, GPOINTER_TO_UINT (column));

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (GTK_LIST_ITEM (item))), text);
}

static void
add_column (GtkColumnView *view, AssayScene *scene, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  gboolean number = assay_scene_column_is_number (scene, column);
  g_autoptr (GtkColumnViewColumn) made = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (number));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (column));
  made = gtk_column_view_column_new (assay_scene_get_column_title (scene, column), factory);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_expand (made, column == 0);
  gtk_column_view_append_column (view, made);
}

/**
 * assay_chart_table_new:
 * @scene: a scene
 *
 * Returns: (transfer floating): a #GtkColumnView of its table
 */
GtkWidget *
assay_chart_table_new (AssayScene *scene)
{
  GtkSingleSelection *selection = gtk_single_selection_new (assay_chart_rows_new (scene));
  GtkWidget *table = gtk_column_view_new (GTK_SELECTION_MODEL (selection));

  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (table), TRUE);
  gtk_widget_add_css_class (table, "data-table");
  for (guint i = 0; i < assay_scene_n_columns (scene); i++)
    add_column (GTK_COLUMN_VIEW (table), scene, i);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, assay_scene_get_title (scene),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, assay_scene_get_description (scene), -1);
  return table;
}
