/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of a table: made from the catalogue, sorted by their headings, chosen, moved and
 * remembered. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "ui/table/cell-text.h"
#include "ui/table/columns-dialog.h"
#include "ui/table/record-cell.h"
#include "ui/table/table-private.h"

typedef struct
{
  AssayType type;
  guint field;
  AssayUnits units;
} ColumnData;

static void
setup_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer data)
{
  const ColumnData *column = data;

  gtk_column_view_cell_set_child (
      cell, assay_record_cell_new (column->type, column->field, column->units));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer data)
{
  assay_record_cell_set_slot (ASSAY_RECORD_CELL (gtk_column_view_cell_get_child (cell)),
                              gtk_column_view_cell_get_item (cell));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer data)
{
  assay_record_cell_set_slot (ASSAY_RECORD_CELL (gtk_column_view_cell_get_child (cell)), NULL);
}

static void
free_data (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkListItemFactory *
make_factory (const AssayRecordType *type, guint field, AssayUnits units)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  ColumnData *data = g_new (ColumnData, 1);

  *data = (ColumnData){ type->type, field, units };
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), data, free_data, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

static int
field_of (AssayTable *self, GtkColumnViewColumn *column)
{
  const char *id = column ? gtk_column_view_column_get_id (column) : NULL;

  return id ? assay_record_type_find_field (self->type, id) : -1;
}

static GMenuModel *
make_menu (const char *column)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) sort = g_menu_new ();
  g_autoptr (GMenu) place = g_menu_new ();
  g_autoptr (GMenu) choose = g_menu_new ();
  const struct
  {
    GMenu *section;
    const char *label, *action;
    GVariant *target;
  } items[] = {
    { sort, _ ("Sort _Ascending"), "table.sort", g_variant_new ("(sb)", column, FALSE) },
    { sort, _ ("Sort _Descending"), "table.sort", g_variant_new ("(sb)", column, TRUE) },
    { place, _ ("Move _Before"), "table.move-column", g_variant_new ("(si)", column, -1) },
    { place, _ ("Move _After"), "table.move-column", g_variant_new ("(si)", column, 1) },
    { choose, _ ("_Hide Column"), "table.hide-column", g_variant_new_string (column) },
    { choose, _ ("_Columns…"), "table.columns", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (items[i].label, NULL);

      g_menu_item_set_action_and_target_value (item, items[i].action, items[i].target);
      g_menu_append_item (items[i].section, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (sort));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (choose));
  return G_MENU_MODEL (menu);
}

static void save_later (AssayTable *self);

static GtkColumnViewColumn *
make_column (AssayTable *self, guint field)
{
  const AssayField *described = &self->type->fields[field];
  AssayUnits units = assay_context_get_units (self->context);
  g_autofree char *heading = assay_cell_heading (described, units);
  GtkColumnViewColumn *column
      = gtk_column_view_column_new (heading, make_factory (self->type, field, units));
  /* Says that the column can be sorted by; the rows are sorted in the book. */
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));
  g_autoptr (GMenuModel) menu = make_menu (described->column);

  gtk_column_view_column_set_id (column, described->column);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_header_menu (column, menu);
  return column;
}

static gboolean
may_show (const AssayRecordType *type, int field)
{
  return field >= 0 && !(type->fields[field].flags & ASSAY_FIELD_HIDDEN);
}

GStrv
assay_table_dup_columns (AssayTable *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_strv_builder_add (builder, gtk_column_view_column_get_id (column));
    }
  return g_strv_builder_end (builder);
}

static GStrv
default_columns (AssayTable *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->type->n_fields; i++)
    if ((self->type->fields[i].flags & ASSAY_FIELD_SHOWN) && may_show (self->type, (int)i))
      g_strv_builder_add (builder, self->type->fields[i].column);
  return g_strv_builder_end (builder);
}

static void
apply_widths (AssayTable *self)
{
  g_autoptr (GVariant) widths = NULL;
  GListModel *columns = gtk_column_view_get_columns (self->view);

  if (!self->settings)
    return;
  widths = g_settings_get_value (self->settings, "widths");
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      int width = -1;

      if (g_variant_lookup (widths, gtk_column_view_column_get_id (column), "i", &width))
        gtk_column_view_column_set_fixed_width (column, CLAMP (width, 24, 4000));
    }
}

static GtkLabel *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *label = find_label (child);

      if (label)
        return label;
    }
  return NULL;
}

/* A heading stands over what it heads; GTK has no property for it, so the labels are looked for. */
static void
align_headings (AssayTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkWidget *title = header ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; title && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      int field = field_of (self, column);
      GtkLabel *label = find_label (title);

      if (label && field >= 0
          && g_strcmp0 (gtk_label_get_text (label), gtk_column_view_column_get_title (column)) == 0)
        {
          gboolean amount = assay_cell_is_amount (&self->type->fields[field]);

          gtk_label_set_xalign (label, amount ? 1 : 0);
          gtk_widget_set_hexpand (GTK_WIDGET (label), amount);
          /* The arrow goes before a heading at the end, or it would push it off its numbers. */
          if (amount)
            {
              GtkWidget *arrow = gtk_widget_get_next_sibling (GTK_WIDGET (label));

              if (arrow)
                gtk_widget_insert_after (GTK_WIDGET (label), gtk_widget_get_parent (arrow), arrow);
            }
        }
      title = gtk_widget_get_next_sibling (title);
    }
}

/* Where no column names what its row is about, the last one of words takes the room that is left.
 */
static void
expand_words (AssayTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (GtkColumnViewColumn) last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      int field = assay_record_type_find_field (self->type, gtk_column_view_column_get_id (column));

      if (gtk_column_view_column_get_expand (column))
        return;
      if (self->type->fields[field].kind == ASSAY_KIND_TEXT)
        g_set_object (&last, column);
    }
  if (last != NULL)
    gtk_column_view_column_set_expand (last, TRUE);
}

void
assay_table_make_columns (AssayTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_auto (GStrv) names = self->columns ? g_strdupv (self->columns) : default_columns (self);

  self->syncing = TRUE;
  self->sorted = NULL;
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  for (guint i = 0; names[i]; i++)
    {
      int field = assay_record_type_find_field (self->type, names[i]);
      g_autoptr (GtkColumnViewColumn) column = NULL;

      if (!may_show (self->type, field))
        continue;
      column = make_column (self, (guint)field);
      gtk_column_view_column_set_expand (column, assay_cell_is_name (self->type, (guint)field));
      g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (save_later), self,
                               G_CONNECT_SWAPPED);
      gtk_column_view_append_column (self->view, column);
    }
  expand_words (self);
  apply_widths (self);
  align_headings (self);
  self->syncing = FALSE;
  assay_table_sync_sort (self);
  assay_table_fit_later (self);
}

/* Order */

static GtkColumnViewColumn *
find_column (AssayTable *self, const char *name)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gtk_column_view_column_get_id (column), name))
        return column;
    }
  return NULL;
}

/* Shows the arrow at the column that the rows are sorted by. */
void
assay_table_sync_sort (AssayTable *self)
{
  gboolean descending = FALSE;
  int sort = self->query ? assay_query_get_sort (self->query, &descending) : -1;
  GtkColumnViewColumn *column = NULL;

  if (sort >= 0)
    column = find_column (self, self->type->fields[sort].column);
  self->syncing = TRUE;
  gtk_column_view_sort_by_column (self->view, column,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->sorted = column;
  self->syncing = FALSE;
}

static void
sorter_changed_cb (AssayTable *self)
{
  GtkColumnViewSorter *sorter;
  GtkColumnViewColumn *column;
  gboolean descending;
  int field;

  /* The view's own end comes here, too. */
  if (self->syncing || !self->view)
    return;
  sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  field = field_of (self, column);
  if (field < 0)
    return;
  /* Of amounts the largest are asked for first. */
  if (column != self->sorted && !descending && assay_cell_is_amount (&self->type->fields[field]))
    descending = TRUE;
  assay_table_sort (self, (guint)field, descending);
}

void
assay_table_sort (AssayTable *self, guint field, gboolean descending)
{
  g_return_if_fail (ASSAY_IS_TABLE (self));

  if (self->sort == (int)field && self->sort_descending == !!descending)
    return;
  self->sort = (int)field;
  self->sort_descending = !!descending;
  assay_table_ask (self);
  save_later (self);
}

/* Remembered */

void
assay_table_save_now (AssayTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_auto (GVariantBuilder) widths = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{si}"));

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!self->settings)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      int width = gtk_column_view_column_get_fixed_width (column);

      if (width > 0)
        g_variant_builder_add (&widths, "{si}", gtk_column_view_column_get_id (column), width);
    }
  g_settings_set_value (self->settings, "widths", g_variant_builder_end (&widths));
  g_settings_set_strv (self->settings, "columns", (const char *const *)self->columns);
  g_settings_set_string (self->settings, "sort",
                         self->sort >= 0 ? self->type->fields[self->sort].column : "");
  g_settings_set_boolean (self->settings, "sort-descending", self->sort_descending);
}

static void
save_cb (gpointer data)
{
  AssayTable *self = data;

  self->save_source = 0;
  assay_table_save_now (self);
}

static void
save_later (AssayTable *self)
{
  if (!self->syncing && self->settings && self->save_source == 0)
    self->save_source = g_timeout_add_once (400, save_cb, self);
}

/* Dragged to another place: GTK takes a column out and puts it in again. */
static void
columns_changed_cb (AssayTable *self, guint position, guint removed, guint added)
{
  if (self->syncing || !self->view || added == 0)
    return;
  g_strfreev (self->columns);
  self->columns = assay_table_dup_columns (self);
  align_headings (self);
  save_later (self);
  g_object_notify (G_OBJECT (self), "columns");
}

void
assay_table_connect_columns (AssayTable *self)
{
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed",
                           G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);
}

void
assay_table_set_columns (AssayTable *self, const char *const *columns)
{
  g_return_if_fail (ASSAY_IS_TABLE (self));

  g_strfreev (self->columns);
  self->columns = columns && *columns ? g_strdupv ((GStrv)columns) : NULL;
  assay_table_make_columns (self);
  save_later (self);
  g_object_notify (G_OBJECT (self), "columns");
}

void
assay_table_set_settings_name (AssayTable *self, const char *name)
{
  g_autofree char *path = NULL;
  g_autofree char *sort = NULL;
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  int field;

  g_return_if_fail (ASSAY_IS_TABLE (self));

  g_clear_object (&self->settings);
  if (!name || !assay_context_get_settings (self->context))
    return;
  schema = g_settings_schema_source_lookup (source, "page.assay.Assay.table", TRUE);
  if (!schema)
    return;
  path = g_strdup_printf ("/page/assay/Assay/table/%s/", name);
  self->settings = g_settings_new_full (schema, NULL, path);

  g_strfreev (self->columns);
  self->columns = g_settings_get_strv (self->settings, "columns");
  if (!*self->columns)
    g_clear_pointer (&self->columns, g_strfreev);
  assay_table_make_columns (self);
  sort = g_settings_get_string (self->settings, "sort");
  field = *sort ? assay_record_type_find_field (self->type, sort) : -1;
  if (may_show (self->type, field))
    {
      self->sort = field;
      self->sort_descending = g_settings_get_boolean (self->settings, "sort-descending");
      assay_table_ask (self);
    }
}

/* Commands */

static void
sort_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTable *self = ASSAY_TABLE (widget);
  const char *column;
  gboolean descending;
  int field;

  g_variant_get (parameter, "(&sb)", &column, &descending);
  field = assay_record_type_find_field (self->type, column);
  if (may_show (self->type, field))
    assay_table_sort (self, (guint)field, descending);
}

static void
hide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTable *self = ASSAY_TABLE (widget);
  g_auto (GStrv) columns = assay_table_dup_columns (self);
  g_autoptr (GStrvBuilder) left = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;

  for (guint i = 0; columns[i]; i++)
    if (!g_str_equal (columns[i], g_variant_get_string (parameter, NULL)))
      g_strv_builder_add (left, columns[i]);
  kept = g_strv_builder_end (left);
  if (*kept)
    assay_table_set_columns (self, (const char *const *)kept);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTable *self = ASSAY_TABLE (widget);
  g_auto (GStrv) columns = assay_table_dup_columns (self);
  const char *column;
  int step;

  g_variant_get (parameter, "(&si)", &column, &step);
  for (int i = 0; columns[i]; i++)
    if (g_str_equal (columns[i], column))
      {
        int to = i + step;

        if (to < 0 || to >= (int)g_strv_length (columns))
          return;
        char *moved = columns[i];

        columns[i] = columns[to];
        columns[to] = moved;
        assay_table_set_columns (self, (const char *const *)columns);
        return;
      }
}

static void
chosen_cb (AssayTable *self, const char *const *columns)
{
  assay_table_set_columns (self, columns);
}

static void
columns_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTable *self = ASSAY_TABLE (widget);
  g_auto (GStrv) columns = assay_table_dup_columns (self);
  AdwDialog *dialog = assay_columns_dialog_new (self->type->type, (const char *const *)columns);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

void
assay_table_install_column_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "table.sort", "(sb)", sort_action);
  gtk_widget_class_install_action (klass, "table.hide-column", "s", hide_action);
  gtk_widget_class_install_action (klass, "table.move-column", "(si)", move_action);
  gtk_widget_class_install_action (klass, "table.columns", NULL, columns_action);
}
