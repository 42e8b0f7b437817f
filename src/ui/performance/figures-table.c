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
  AssayType type;   /* of the groups */
  char *group_name; /* of the first column in an export */
  char *currency;   /* nullable */
  int fitted_width; /* for which columns were chosen */
  guint fit_source;
  gboolean has_spare;               /* there are columns to spare */
  AssayFigureQuestionFunc question; /* nullable */
  AssayExplainFunc explain;
  GDestroyNotify free_question;
  gpointer question_data;
  GListStore *rows;
  GtkColumnView *view;
  GtkSortListModel *sorted;
  GtkSliceListModel *shown;
  GtkButton *all; /* shows all the rows, or the first ones again */
};

G_DEFINE_FINAL_TYPE (AssayFiguresTable, assay_figures_table, GTK_TYPE_WIDGET)

#define COLUMN_NAME  G_MAXUINT
#define MONEY_CHARS  10 /* "12,345,678" */
#define FIGURE_CHARS 7  /* a figure is never cut: “100.0 %”, “10,324” */
#define MOST_ROWS    12 /* shown at first: a page that scrolls has no other scroller in it */

/* What a column's factory and sorter have to know. */
typedef struct
{
  AssayFiguresTable *table;        /* unowned */
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
    case ASSAY_FIGURE_REAL:
      return assay_format_real (value, 2);
    case ASSAY_FIGURE_MONEY:
      return assay_format_real (value, 0);
    case ASSAY_FIGURE_SHARE:
    default:
      return assay_format_share (value, 1);
    }
}

static const char *
row_name (AssayFiguresRow *row)
{
  const char *name = assay_figures_row_get_name (row);

  return name != NULL ? name : _ ("Unknown");
}

static void
figure_cb (GtkColumnViewCell *item, GtkWidget *button)
{
  Cell *cell = g_object_get_data (G_OBJECT (button), "cell");
  AssayFiguresTable *self = cell->table;
  AssayFiguresRow *row = gtk_column_view_cell_get_item (item);
  AssayFigureGroup group;
  gpointer question;

  if (row == NULL)
    return;
  group = (AssayFigureGroup){ assay_figures_row_get_id (row), assay_figures_row_get_name (row),
                              assay_figures_row_is_total (row) };
  question = self->question (&group, cell->column->name, self->question_data);
  if (question != NULL)
    assay_explain (GTK_WIDGET (self), self->context, self->explain, question, self->free_question);
}

/* The button of a figure that explains itself; it looks like the figure. */
static GtkWidget *
make_figure (Cell *cell, GtkColumnViewCell *item, GtkWidget *text)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "assay-figure");
  g_object_set_data (G_OBJECT (button), "cell", cell);
  g_signal_connect_object (button, "clicked", G_CALLBACK (figure_cb), item, G_CONNECT_SWAPPED);
  return button;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *item, gpointer data)
{
  Cell *cell = data;
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  g_object_set_data (G_OBJECT (item), "text", text);
  if (cell->column == NULL)
    {
      gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), 12);
      gtk_inscription_set_nat_chars (GTK_INSCRIPTION (text), 28);
      gtk_column_view_cell_set_child (item, text);
      return;
    }
  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), 1);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), cell->column->format == ASSAY_FIGURE_MONEY
                                                             ? MONEY_CHARS
                                                             : FIGURE_CHARS);
  gtk_widget_add_css_class (text, "numeric");
  gtk_column_view_cell_set_child (
      item, cell->table->question != NULL ? make_figure (cell, item, text) : text);
}

/* A button that says but a number says nothing. */
static void
name_figure (Cell *cell, GtkWidget *button, AssayFiguresRow *row, const char *words)
{
  /* Translators: whose figure, which one, and its value: "Sao Mai Bags, On time: 92.3 %" */
  g_autofree char *label
      = g_strdup_printf (_ ("%s, %s: %s"), row_name (row), _ (cell->column->title), words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ ("How is this computed?"),
                                  -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *item, gpointer data)
{
  Cell *cell = data;
  AssayFiguresRow *row = gtk_column_view_cell_get_item (item);
  GtkInscription *text = g_object_get_data (G_OBJECT (item), "text");
  GtkWidget *child = gtk_column_view_cell_get_child (item);
  g_autofree char *words = NULL;

  if (cell->column == NULL)
    words = g_strdup (row_name (row));
  else
    words = format_value (assay_figures_row_get_value (row, cell->index), cell->column->format);
  gtk_inscription_set_text (text, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (text), cell->column == NULL ? words : NULL);
  if (assay_figures_row_is_total (row))
    gtk_widget_add_css_class (child, "total");
  else
    gtk_widget_remove_css_class (child, "total");
  if (GTK_IS_BUTTON (child))
    name_figure (cell, child, row, words);
}

/* The row over all stands first, whatever the order of the others. */
static int
compare_totals_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return assay_figures_row_is_total ((AssayFiguresRow *)b)
         - assay_figures_row_is_total ((AssayFiguresRow *)a);
}

/* What cannot be computed stands last in rising order. */
static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  Cell *cell = data;
  AssayFiguresRow *left = (AssayFiguresRow *)a, *right = (AssayFiguresRow *)b;
  double x, y;

  if (cell->column == NULL)
    return g_utf8_collate (row_name (left), row_name (right));
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

  cell->table = self;
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

  if (row != NULL && assay_figures_row_get_id (row) != 0 && self->type != ASSAY_TYPE_NONE)
    assay_context_show_record (self->context, self->type, assay_figures_row_get_id (row));
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
forget_sizes (GtkWidget *widget, guint depth)
{
  gtk_widget_queue_resize (widget);
  for (GtkWidget *child = depth > 0 ? gtk_widget_get_first_child (widget) : NULL; child != NULL;
       child = gtk_widget_get_next_sibling (child))
    forget_sizes (child, depth - 1);
}

static gboolean
is_too_wide (AssayFiguresTable *self)
{
  int least;

  /* GTK keeps what rows measured before a column went. */
  forget_sizes (GTK_WIDGET (self->view), 2);
  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  return least > self->fitted_width;
}

static void
show_column (AssayFiguresTable *self, guint index, gboolean visible)
{
  g_autoptr (GtkColumnViewColumn) column
      = g_list_model_get_item (gtk_column_view_get_columns (self->view), index + 1);

  gtk_column_view_column_set_visible (column, visible);
}

/* Columns that can be spared go, the last first, until the others have room. */
static void
fit_columns_cb (gpointer data)
{
  AssayFiguresTable *self = data;

  self->fit_source = 0;
  self->fitted_width = gtk_widget_get_width (GTK_WIDGET (self));
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].spare)
      show_column (self, i, TRUE);
  for (guint i = self->n_columns; i-- > 0 && is_too_wide (self);)
    if (self->columns[i].spare)
      show_column (self, i, FALSE);
}

/* After the rows have been laid out: a list without rows has no width. */
static void
fit_later (AssayFiguresTable *self)
{
  if (self->has_spare && self->fit_source == 0)
    self->fit_source = g_idle_add_once (fit_columns_cb, self);
}

static void
resized_cb (AssayFiguresTable *self)
{
  if (gtk_widget_get_width (GTK_WIDGET (self)) != self->fitted_width)
    fit_later (self);
}

static void
assay_figures_table_dispose (GObject *object)
{
  AssayFiguresTable *self = ASSAY_FIGURES_TABLE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->fit_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->context);
  g_clear_object (&self->shown);
  g_clear_object (&self->sorted);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->group_name, g_free);
  g_clear_pointer (&self->currency, g_free);

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
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)),
                           "changed", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
}

AssayFiguresTable *
assay_figures_table_new (AssayContext *context, const char *label, const AssayFigureColumn *columns)
{
  AssayFiguresTable *self = g_object_new (ASSAY_TYPE_FIGURES_TABLE, NULL);
  GtkSingleSelection *selection;
  g_autoptr (GtkSorter) totals = NULL;

  self->context = g_object_ref (context);
  self->columns = columns;
  add_column (self, COLUMN_NAME);
  for (self->n_columns = 0; columns[self->n_columns].title != NULL; self->n_columns++)
    {
      self->has_spare = self->has_spare || columns[self->n_columns].spare;
      add_column (self, self->n_columns);
    }

  self->type = ASSAY_TYPE_SUPPLIER;
  self->group_name = g_strdup ("supplier");
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                          g_object_ref (gtk_column_view_get_sorter (self->view)));
  totals = GTK_SORTER (gtk_custom_sorter_new (compare_totals_cb, NULL, NULL));
  gtk_sort_list_model_set_section_sorter (self->sorted, totals);
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
assay_figures_table_set_groups (AssayFiguresTable *self,
                                AssayType type,
                                const char *heading,
                                const char *name)
{
  g_autoptr (GtkColumnViewColumn) column
      = g_list_model_get_item (gtk_column_view_get_columns (self->view), 0);

  self->type = type;
  g_set_str (&self->group_name, name);
  gtk_column_view_column_set_title (column, heading);
}

void
assay_figures_table_set_currency (AssayFiguresTable *self, const char *currency)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  if (!g_set_str (&self->currency, currency))
    return;
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].format == ASSAY_FIGURE_MONEY)
      {
        g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i + 1);
        const char *title = _ (self->columns[i].title);
        /* Translators: the heading of a column of money, and its currency: "Spend, USD" */
        g_autofree char *heading
            = currency != NULL ? g_strdup_printf (_ ("%s, %s"), title, currency) : g_strdup (title);

        gtk_column_view_column_set_title (column, heading);
      }
}

void
assay_figures_table_set_explain (AssayFiguresTable *self,
                                 AssayFigureQuestionFunc question,
                                 AssayExplainFunc explain,
                                 GDestroyNotify free_question,
                                 gpointer data)
{
  self->question = question;
  self->explain = explain;
  self->free_question = free_question;
  self->question_data = data;
}

void
assay_figures_table_clear (AssayFiguresTable *self)
{
  g_list_store_remove_all (self->rows);
  fit (self);
}

static void
add_row (
    AssayFiguresTable *self, gint64 id, const char *name, gboolean is_total, const double *values)
{
  g_autoptr (AssayFiguresRow) row
      = assay_figures_row_new (id, name, is_total, values, self->n_columns);

  g_list_store_append (self->rows, row);
  fit (self);
  fit_later (self);
}

void
assay_figures_table_add (AssayFiguresTable *self, gint64 id, const char *name, const double *values)
{
  add_row (self, id, name, FALSE, values);
}

void
assay_figures_table_add_total (AssayFiguresTable *self, const char *name, const double *values)
{
  add_row (self, 0, name, TRUE, values);
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
  GString *csv = g_string_new (self->group_name);

  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (csv, ",%s", self->columns[i].name);
  g_string_append (csv, "\r\n");
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (AssayFiguresRow) row = g_list_model_get_item (model, i);

      append_text (csv, row_name (row));
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
