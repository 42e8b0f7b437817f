/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns of an embedded table give way, the least important first, where there is no room for all
 * of them: a page that scrolls downwards should not scroll sideways as well. */

#include "assay-config.h"

#include "ui/table/table-private.h"

static GtkColumnViewColumn *
find_column (AssayTable *self, const char *name)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), name) == 0)
        return column;
    }
  return NULL;
}

static void
show_column (AssayTable *self, const char *name, gboolean visible)
{
  GtkColumnViewColumn *column = find_column (self, name);

  if (column)
    gtk_column_view_column_set_visible (column, visible);
}

static void
forget_sizes (GtkWidget *widget, guint depth)
{
  gtk_widget_queue_resize (widget);
  for (GtkWidget *child = depth > 0 ? gtk_widget_get_first_child (widget) : NULL; child;
       child = gtk_widget_get_next_sibling (child))
    forget_sizes (child, depth - 1);
}

static gboolean
is_too_wide (AssayTable *self)
{
  int least;

  /* GTK keeps what rows measured before a column went. */
  forget_sizes (GTK_WIDGET (self->view), 2);
  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  return least > self->fitted_width;
}

static gboolean
fit_cb (gpointer data)
{
  AssayTable *self = data;

  self->fit_source = 0;
  self->fitted_width = gtk_widget_get_width (GTK_WIDGET (self));
  if (self->narrow || self->fitted_width <= 0)
    return G_SOURCE_REMOVE;
  for (guint i = 0; self->spare_columns[i]; i++)
    show_column (self, self->spare_columns[i], TRUE);
  for (guint i = 0; self->spare_columns[i] && is_too_wide (self); i++)
    show_column (self, self->spare_columns[i], FALSE);
  return G_SOURCE_REMOVE;
}

void
assay_table_fit_later (AssayTable *self)
{
  if (self->embedded && self->spare_columns && self->fit_source == 0)
    /* After the rows have been laid out: a list without rows has no width. */
    self->fit_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fit_cb, self, NULL);
}

void
assay_table_set_spare_columns (AssayTable *self, const char *const *columns)
{
  g_return_if_fail (ASSAY_IS_TABLE (self));

  g_strfreev (self->spare_columns);
  self->spare_columns = g_strdupv ((GStrv)columns);
  assay_table_fit_later (self);
}
