/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/import/import-preview.h"

/* A preview is for recognising a file, not for reading it. */
#define MOST_COLUMNS 40
#define MOST_ROWS    8 /* all are in sight: the page scrolls, its parts do not */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), 8);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), 16);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkStringList *cells = gtk_list_item_get_item (item);
  guint column = GPOINTER_TO_UINT (data);
  const char *text = gtk_string_list_get_string (cells, column);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)),
                            text != NULL ? text : "");
}

static void
remove_columns (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, column);
    }
}

static void
add_column (GtkColumnView *view, const char *title, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (index));
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (view, column);
}

void
assay_import_preview_show (GtkColumnView *view, AssaySurvey *survey)
{
  g_autoptr (GListStore) rows = g_list_store_new (GTK_TYPE_STRING_LIST);
  GtkSelectionModel *model;

  gtk_column_view_set_model (view, NULL);
  remove_columns (view);
  for (guint i = 0; i < MIN (survey->preview->len, MOST_ROWS); i++)
    {
      const char *const *cells = g_ptr_array_index (survey->preview, i);
      g_autoptr (GtkStringList) row = gtk_string_list_new (cells);

      g_list_store_append (rows, row);
    }
  for (guint i = 0; i < MIN (survey->columns->len, MOST_COLUMNS); i++)
    add_column (view, assay_survey_get_column (survey, i)->title, i);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&rows))));
  gtk_column_view_set_model (view, model);
  g_object_unref (model);
}
