/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/words-table.h"

#include "exchange/csv-writer.h"

#define TYPE_ROW (row_get_type ())
G_DECLARE_FINAL_TYPE (Row, row, ASSAY, WORDS_ROW, GObject)

struct _Row
{
  GObject parent_instance;

  GStrv cells;
  gint64 supplier;
};

G_DEFINE_FINAL_TYPE (Row, row, G_TYPE_OBJECT)

static void
row_finalize (GObject *object)
{
  g_strfreev (ASSAY_WORDS_ROW (object)->cells);

  G_OBJECT_CLASS (row_parent_class)->finalize (object);
}

static void
row_class_init (RowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = row_finalize;
}

static void
row_init (Row *self)
{
}

struct _AssayWordsTable
{
  GtkWidget parent_instance;

  AssayContext *context;
  GListStore *rows;
  GStrv titles;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (AssayWordsTable, assay_words_table, GTK_TYPE_WIDGET)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer data)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "yalign", 0.0, "margin-top", 3,
                                   "margin-bottom", 3, NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_column_view_cell_set_child (cell, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer data)
{
  Row *row = gtk_column_view_cell_get_item (cell);

  gtk_label_set_label (GTK_LABEL (gtk_column_view_cell_get_child (cell)),
                       row->cells[GPOINTER_TO_UINT (data)]);
}

static void
activate_cb (AssayWordsTable *self, guint position)
{
  g_autoptr (Row) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (row != NULL && row->supplier != 0)
    assay_context_show_record (self->context, ASSAY_TYPE_SUPPLIER, row->supplier);
}

static void
assay_words_table_dispose (GObject *object)
{
  AssayWordsTable *self = ASSAY_WORDS_TABLE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->context);
  g_clear_pointer (&self->titles, g_strfreev);

  G_OBJECT_CLASS (assay_words_table_parent_class)->dispose (object);
}

static void
assay_words_table_class_init (AssayWordsTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_words_table_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_words_table_init (AssayWordsTable *self)
{
  GtkNoSelection *selection;
  GtkWidget *scroller;

  self->rows = g_list_store_new (TYPE_ROW);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (selection)));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  scroller
      = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "vscrollbar-policy", GTK_POLICY_NEVER, "hexpand",
                      TRUE, "overflow", GTK_OVERFLOW_HIDDEN, "child", self->view, NULL);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
}

AssayWordsTable *
assay_words_table_new (AssayContext *context, const char *label)
{
  AssayWordsTable *self = g_object_new (ASSAY_TYPE_WORDS_TABLE, NULL);

  self->context = g_object_ref (context);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return self;
}

static void
add_column (AssayWordsTable *self, guint index, gboolean is_last)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (index));
  column = gtk_column_view_column_new (self->titles[index], factory);
  gtk_column_view_column_set_expand (column, is_last);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
}

void
assay_words_table_set_columns (AssayWordsTable *self, const char *const *titles)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint n = g_strv_length ((GStrv)titles);

  g_list_store_remove_all (self->rows);
  if (self->titles != NULL && g_strv_equal ((const char *const *)self->titles, titles))
    return;
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  g_strfreev (self->titles);
  self->titles = g_strdupv ((GStrv)titles);
  for (guint i = 0; i < n; i++)
    add_column (self, i, i + 1 == n);
}

void
assay_words_table_add (AssayWordsTable *self, const char *const *cells, gint64 supplier)
{
  g_autoptr (Row) row = g_object_new (TYPE_ROW, NULL);

  row->cells = g_strdupv ((GStrv)cells);
  row->supplier = supplier;
  g_list_store_append (self->rows, row);
}

guint
assay_words_table_get_n_rows (AssayWordsTable *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

/* Quoted; a text that a spreadsheet would run as a formula gets an apostrophe. */
static void
append_row (GString *csv, GStrv cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autoptr (GString) text = g_string_new (cells[i]);

      g_string_replace (text, "\"", "\"\"", 0);
      g_string_replace (text, "\n", ", ", 0);
      g_string_append_printf (csv, "%s\"%s%s\"", i > 0 ? "," : "",
                              assay_csv_is_formula (cells[i]) ? "'" : "", text->str);
    }
  g_string_append (csv, "\r\n");
}

char *
assay_words_table_to_csv (AssayWordsTable *self)
{
  GString *csv = g_string_new (NULL);

  if (self->titles != NULL)
    append_row (csv, self->titles);
  for (guint i = 0; i < assay_words_table_get_n_rows (self); i++)
    {
      g_autoptr (Row) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      append_row (csv, row->cells);
    }
  return g_string_free_and_steal (csv);
}
