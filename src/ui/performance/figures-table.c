/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/figures-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "exchange/csv-writer.h"
#include "record/format.h"
#include "ui/performance/figures-row.h"

struct _AssayFiguresTable
{
  GtkWidget parent_instance;

  AssayContext *context;
  const AssayFigureColumn *columns;
  guint n_columns;
  GListStore *rows;
  GtkColumnView *view;
  GtkSortListModel *sorted;
  GtkSliceListModel *shown;
  GtkButton *all; /* shows all the rows, or the first ones again */
};

G_DEFINE_FINAL_TYPE (AssayFiguresTable, assay_figures_table, GTK_TYPE_WIDGET)

#define COLUMN_NAME  G_MAXUINT
#define FIGURE_CHARS 7  /* a figure is never cut: “100.0 %”, “10,324” */
#define MOST_ROWS    12 /* shown at first: a page that scrolls has no other scroller in it */

/* What a column's factory and sorter have to know. */
typedef struct
{
  const AssayFigureColumn *column; /* NULL: the name */
  guint index;
} Cell;

static char *
format_value (double value, AssayFigureFormat format)
{
  if (isnan (value))
    return g_strdup ("–");
  switch (format)
    {
    case ASSAY_FIGURE_COUNT:
      return assay_format_number ((gint64)value);
    case ASSAY_FIGURE_DAYS:
      return assay_format_real (value, 1);
    case ASSAY_FIGURE_SHARE:
    default:
      return assay_format_share (value, 1);
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *item, gpointer data)
{
  Cell *cell = data;
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (cell->column != NULL)
    {
      gtk_inscription_set_xalign (GTK_INSCRIPTION (text), 1);
      gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), FIGURE_CHARS);
      gtk_widget_add_css_class (text, "numeric");
    }
  else
    {
      gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), 12);
      gtk_inscription_set_nat_chars (GTK_INSCRIPTION (text), 28);
    }
  gtk_column_view_cell_set_child (item, text);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *item, gpointer data)
{
  Cell *cell = data;
  AssayFiguresRow *row = gtk_column_view_cell_get_item (item);
  GtkInscription *text = GTK_INSCRIPTION (gtk_column_view_cell_get_child (item));
  g_autofree char *words = NULL;

  if (cell->column == NULL)
    words = g_strdup (assay_figures_row_get_name (row));
  else
    words = format_value (assay_figures_row_get_value (row, cell->index), cell->column->format);
  gtk_inscription_set_text (text, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (text), cell->column == NULL ? words : NULL);
}

/* What cannot be computed stands last in rising order. */
static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  Cell *cell = data;
  AssayFiguresRow *left = (AssayFiguresRow *)a, *right = (AssayFiguresRow *)b;
  double x, y;

  if (cell->column == NULL)
    return g_utf8_collate (assay_figures_row_get_name (left), assay_figures_row_get_name (right));
  x = assay_figures_row_get_value (left, cell->index);
  y = assay_figures_row_get_value (right, cell->index);
  if (isnan (x) || isnan (y))
    return isnan (x) - isnan (y);
  return (x > y) - (x < y);
}

static void
free_cell (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkLabel *
find_label (GtkWidget *widget)
{
  GtkLabel *label = NULL;

  if (GTK_IS_LABEL (widget))
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && label == NULL;
       child = gtk_widget_get_next_sibling (child))
    label = find_label (child);
  return label;
}

/* The heading of the last column stands over its numbers, the arrow before it; GTK has no property
 * for that. */
static void
align_heading (AssayFiguresTable *self, const char *title)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *last = header != NULL ? gtk_widget_get_last_child (header) : NULL;
  GtkLabel *label = last != NULL ? find_label (last) : NULL;
  GtkWidget *arrow;

  if (label == NULL || g_strcmp0 (gtk_label_get_text (label), title) != 0)
    return;
  gtk_label_set_xalign (label, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);
  arrow = gtk_widget_get_next_sibling (GTK_WIDGET (label));
  if (arrow != NULL)
    gtk_widget_insert_after (GTK_WIDGET (label), gtk_widget_get_parent (arrow), arrow);
}

static void
add_column (AssayFiguresTable *self, guint index)
{
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autoptr (GtkSorter) sorter = NULL;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Cell *cell = g_new0 (Cell, 1);

  cell->index = index;
  cell->column = index == COLUMN_NAME ? NULL : &self->columns[index];
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), g_memdup2 (cell, sizeof *cell),
                         free_cell, 0);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), g_memdup2 (cell, sizeof *cell),
                         free_cell, 0);
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, cell, g_free));
  column = gtk_column_view_column_new (
      cell->column == NULL ? _ ("Supplier") : _ (cell->column->title), factory);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_expand (column, index == COLUMN_NAME);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_id (column, cell->column == NULL ? "name" : cell->column->name);
  gtk_column_view_append_column (self->view, column);
  if (cell->column != NULL)
    align_heading (self, gtk_column_view_column_get_title (column));
}

static void
activate_cb (AssayFiguresTable *self, guint position)
{
  g_autoptr (AssayFiguresRow) row
      = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->view)), position);

  if (row != NULL && assay_figures_row_get_id (row) != 0)
    assay_context_show_record (self->context, ASSAY_TYPE_SUPPLIER, assay_figures_row_get_id (row));
}

/* The first dozen until all are asked for. */
static void
fit (AssayFiguresTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  gboolean all = gtk_slice_list_model_get_size (self->shown) > MOST_ROWS;

  gtk_button_set_label (self->all, all ? _ ("Show Fewer") : _ ("Show All"));
  gtk_widget_set_visible (GTK_WIDGET (self->all), n > MOST_ROWS);
}

static void
all_cb (AssayFiguresTable *self)
{
  gboolean all = gtk_slice_list_model_get_size (self->shown) > MOST_ROWS;

  gtk_slice_list_model_set_size (self->shown, all ? MOST_ROWS : G_MAXUINT);
  fit (self);
}

static void
assay_figures_table_dispose (GObject *object)
{
  AssayFiguresTable *self = ASSAY_FIGURES_TABLE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->context);
  g_clear_object (&self->shown);
  g_clear_object (&self->sorted);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (assay_figures_table_parent_class)->dispose (object);
}

static void
assay_figures_table_class_init (AssayFiguresTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_figures_table_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
assay_figures_table_init (AssayFiguresTable *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *scroller;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->rows = g_list_store_new (ASSAY_TYPE_FIGURES_ROW);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  scroller
      = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "vscrollbar-policy", GTK_POLICY_NEVER, "hexpand",
                      TRUE, "overflow", GTK_OVERFLOW_HIDDEN, "child", self->view, NULL);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  self->all = g_object_new (GTK_TYPE_BUTTON, "halign", GTK_ALIGN_CENTER, "visible", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->all), "flat");
  gtk_widget_set_parent (GTK_WIDGET (self->all), GTK_WIDGET (self));
  g_signal_connect_swapped (self->all, "clicked", G_CALLBACK (all_cb), self);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
}

AssayFiguresTable *
assay_figures_table_new (AssayContext *context, const char *label, const AssayFigureColumn *columns)
{
  AssayFiguresTable *self = g_object_new (ASSAY_TYPE_FIGURES_TABLE, NULL);
  GtkSingleSelection *selection;

  self->context = g_object_ref (context);
  self->columns = columns;
  add_column (self, COLUMN_NAME);
  for (self->n_columns = 0; columns[self->n_columns].title != NULL; self->n_columns++)
    add_column (self, self->n_columns);

  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                          g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->shown = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->sorted)), 0, MOST_ROWS);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return self;
}

void
assay_figures_table_clear (AssayFiguresTable *self)
{
  g_list_store_remove_all (self->rows);
  fit (self);
}

void
assay_figures_table_add (AssayFiguresTable *self,
                         gint64 supplier,
                         const char *name,
                         const double *values)
{
  g_autoptr (AssayFiguresRow) row = assay_figures_row_new (
      supplier, name != NULL ? name : _ ("Unknown"), values, self->n_columns);

  g_list_store_append (self->rows, row);
  fit (self);
}

guint
assay_figures_table_get_n_rows (AssayFiguresTable *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

/* Quoted; a text that a spreadsheet would run as a formula gets an apostrophe. */
static void
append_text (GString *csv, const char *text)
{
  g_string_append_c (csv, '"');
  if (assay_csv_is_formula (text))
    g_string_append_c (csv, '\'');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *c);
    }
  g_string_append_c (csv, '"');
}

char *
assay_figures_table_to_csv (AssayFiguresTable *self)
{
  GListModel *model = G_LIST_MODEL (self->sorted);
  GString *csv = g_string_new ("supplier");

  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (csv, ",%s", self->columns[i].name);
  g_string_append (csv, "\r\n");
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (AssayFiguresRow) row = g_list_model_get_item (model, i);

      append_text (csv, assay_figures_row_get_name (row));
      for (guint j = 0; j < self->n_columns; j++)
        {
          char number[G_ASCII_DTOSTR_BUF_SIZE];
          double value = assay_figures_row_get_value (row, j);

          g_string_append_c (csv, ',');
          if (!isnan (value))
            g_string_append (csv, g_ascii_formatd (number, sizeof number, "%.10g", value));
        }
      g_string_append (csv, "\r\n");
    }
  return g_string_free_and_steal (csv);
}
