/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/table/table.h"

#include <glib/gi18n-lib.h>

#include "ui/init.h"
#include "ui/table/record-cell.h"
#include "ui/table/record-row.h"
#include "ui/table/table-private.h"

G_DEFINE_FINAL_TYPE (AssayTable, assay_table, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_COLUMNS = 1,
  PROP_EMBEDDED,
  PROP_N_ROWS,
  PROP_N_SELECTED,
  PROP_LOADING,
} AssayTableProperty;

static GParamSpec *properties[PROP_LOADING + 1];

enum
{
  LOADED,
  ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Below this width columns give way to rows of two lines. */
#define NARROW_WIDTH 500

/* Rows */

static AssayRecordSlot *
slot_inside (GtkWidget *widget, guint depth)
{
  GtkWidget *child;

  if (ASSAY_IS_RECORD_CELL (widget))
    return assay_record_cell_get_slot (ASSAY_RECORD_CELL (widget));
  if (ASSAY_IS_RECORD_ROW (widget))
    return assay_record_row_get_slot (ASSAY_RECORD_ROW (widget));
  child = depth > 0 ? gtk_widget_get_first_child (widget) : NULL;
  return child ? slot_inside (child, depth - 1) : NULL;
}

/* A row holds cells that hold ours. Upwards first: a press may land on a label inside. */
AssayRecordSlot *
assay_table_slot_at (GtkWidget *widget)
{
  for (; widget && !ASSAY_IS_TABLE (widget); widget = gtk_widget_get_parent (widget))
    {
      AssayRecordSlot *slot;

      /* The list itself holds all rows, not one. */
      if (GTK_IS_COLUMN_VIEW (widget) || GTK_IS_LIST_BASE (widget))
        return NULL;
      slot = slot_inside (widget, 2);
      if (slot)
        return slot;
    }
  return NULL;
}

gint64
assay_table_find_focused (AssayTable *self, GtkWidget **row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  AssayRecordSlot *slot = NULL;

  if (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    slot = assay_table_slot_at (focus);
  if (row)
    *row = slot ? focus : NULL;
  return slot ? assay_record_list_get_id (self->list, assay_record_slot_get_position (slot)) : 0;
}

static void
update_row_label (AssayRecordSlot *slot, GParamSpec *pspec, GtkColumnViewRow *row)
{
  AssayRecord *record = assay_record_slot_get_record (slot);
  g_autofree char *title = record ? assay_record_dup_title (record) : NULL;
  g_autofree char *subtitle = record ? assay_record_dup_subtitle (record) : NULL;

  gtk_column_view_row_set_accessible_label (row, title ? title : "");
  gtk_column_view_row_set_accessible_description (row, subtitle ? subtitle : "");
}

static void
setup_row_cb (AssayTable *self, GtkColumnViewRow *row)
{
}

static void
bind_row_cb (AssayTable *self, GtkColumnViewRow *row)
{
  AssayRecordSlot *slot = gtk_column_view_row_get_item (row);

  g_signal_connect_object (slot, "notify::record", G_CALLBACK (update_row_label), row, 0);
  update_row_label (slot, NULL, row);
}

static void
unbind_row_cb (AssayTable *self, GtkColumnViewRow *row)
{
  g_signal_handlers_disconnect_by_func (gtk_column_view_row_get_item (row), update_row_label, row);
}

static void
setup_narrow_cb (AssayTable *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, assay_record_row_new (assay_context_get_units (self->context)));
}

static void
bind_narrow_cb (AssayTable *self, GtkListItem *item)
{
  AssayRecordSlot *slot = gtk_list_item_get_item (item);
  AssayRecord *record = assay_record_slot_get_record (slot);
  g_autofree char *title = record ? assay_record_dup_title (record) : NULL;

  assay_record_row_set_slot (ASSAY_RECORD_ROW (gtk_list_item_get_child (item)), slot);
  gtk_list_item_set_accessible_label (item, title ? title : "");
}

static void
unbind_narrow_cb (AssayTable *self, GtkListItem *item)
{
  assay_record_row_set_slot (ASSAY_RECORD_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
activate_cb (AssayTable *self, guint position)
{
  gint64 id = self->list ? assay_record_list_get_id (self->list, position) : 0;

  if (id != 0)
    assay_context_show_record (self->context, self->type->type, id);
}

/* What is on screen */

static void
update_stack (AssayTable *self)
{
  guint n = assay_table_get_n_rows (self);
  gboolean empty = self->embedded && self->loaded && n == 0;
  GtkSelectionModel *model = self->selection ? GTK_SELECTION_MODEL (self->selection) : NULL;

  /* Only the view on screen has rows to keep up to date. */
  if (gtk_column_view_get_model (self->view) != (self->narrow ? NULL : model))
    gtk_column_view_set_model (self->view, self->narrow ? NULL : model);
  if (gtk_list_view_get_model (self->rows) != (self->narrow ? model : NULL))
    gtk_list_view_set_model (self->rows, self->narrow ? model : NULL);
  gtk_stack_set_visible_child_name (self->stack,
                                    empty ? "empty" : (self->narrow ? "rows" : "columns"));
  if (self->embedded)
    {
      gtk_scrolled_window_set_policy (self->columns_scroller, GTK_POLICY_AUTOMATIC,
                                      GTK_POLICY_NEVER);
      gtk_scrolled_window_set_policy (self->rows_scroller, GTK_POLICY_NEVER, GTK_POLICY_NEVER);
    }
}

static void
scroll_up (AssayTable *self)
{
  self->scroll_up = FALSE;
  if (assay_table_get_n_rows (self) == 0)
    return;
  if (self->narrow)
    gtk_list_view_scroll_to (self->rows, 0, GTK_LIST_SCROLL_NONE, NULL);
  else
    gtk_column_view_scroll_to (self->view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

static void
loaded_cb (AssayTable *self)
{
  const GError *error = assay_record_list_get_error (self->list);

  self->loaded = TRUE;
  update_stack (self);
  assay_table_fit_later (self);
  if (self->scroll_up)
    scroll_up (self);
  if (error)
    assay_context_failed (self->context, _ ("The Rows Could Not Be Read"), error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ROWS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
items_changed_cb (AssayTable *self)
{
  if (self->embedded)
    update_stack (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ROWS]);
}

static void
loading_cb (AssayTable *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
selected_cb (AssayTable *self)
{
  assay_table_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

static AssayQuery *
compose_query (AssayTable *self)
{
  AssayQuery *query = assay_query_copy (self->base_query);

  if (self->search && *self->search)
    assay_query_set_search (query, self->search);
  for (guint i = 0; i < self->filters->len; i++)
    {
      const AssayFilter *filter = &g_array_index (self->filters, AssayFilter, i);

      assay_query_add_filter (query, filter->field, filter->op, &filter->value);
    }
  if (self->sort >= 0)
    assay_query_set_sort (query, (guint)self->sort, self->sort_descending);
  return query;
}

static void
drop_list (AssayTable *self)
{
  gtk_column_view_set_model (self->view, NULL);
  gtk_list_view_set_model (self->rows, NULL);
  if (self->list)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->selection)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  self->loaded = FALSE;
}

static void
make_list (AssayTable *self, AssayBook *book)
{
  self->list = assay_record_list_new (book, self->query);
  self->selection = assay_table_selection_new (self->list);
  if (self->embedded)
    assay_table_selection_set_limit (self->selection, ASSAY_TABLE_EMBEDDED_ROWS);
  g_signal_connect_swapped (self->list, "notify::loading", G_CALLBACK (loading_cb), self);
  g_signal_connect_swapped (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (selected_cb), self);
  /* After the selection's own handler, so that both speak of the same rows. */
  g_signal_connect_swapped (self->list, "loaded", G_CALLBACK (loaded_cb), self);
}

void
assay_table_ask (AssayTable *self)
{
  AssayBook *book = self->context ? assay_context_get_book (self->context) : NULL;

  if (!self->base_query)
    return;
  g_clear_pointer (&self->query, assay_query_free);
  self->query = compose_query (self);
  if (!book)
    {
      drop_list (self);
      g_signal_emit (self, signals[ASKED], 0);
      return;
    }
  if (self->list)
    {
      self->scroll_up = TRUE;
      assay_record_list_set_query (self->list, self->query);
    }
  else
    make_list (self, book);
  update_stack (self);
  assay_table_sync_sort (self);
  g_signal_emit (self, signals[ASKED], 0);
}

AssayQuery *
assay_table_dup_query (AssayTable *self)
{
  g_return_val_if_fail (ASSAY_IS_TABLE (self), NULL);

  return self->list ? assay_query_copy (self->query) : NULL;
}

static void
book_changed_cb (AssayTable *self)
{
  drop_list (self);
  assay_table_ask (self);
}

static void
units_changed_cb (AssayTable *self)
{
  assay_table_make_columns (self);
}

/* Layout */

static gboolean
set_narrow (gpointer data)
{
  AssayTable *self = data;

  self->narrow_source = 0;
  self->narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW_WIDTH;
  update_stack (self);
  return G_SOURCE_REMOVE;
}

static void
assay_table_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  AssayTable *self = ASSAY_TABLE (widget);

  gtk_widget_measure (GTK_WIDGET (self->stack), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
assay_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AssayTable *self = ASSAY_TABLE (widget);

  gtk_widget_allocate (GTK_WIDGET (self->stack), width, height, baseline, NULL);
  if (self->menu)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (width > 0 && (width < NARROW_WIDTH) != self->narrow && self->narrow_source == 0)
    self->narrow_source = g_idle_add_full (G_PRIORITY_DEFAULT, set_narrow, self, NULL);
  if (width != self->fitted_width)
    assay_table_fit_later (self);
}

static gboolean
assay_table_grab_focus (GtkWidget *widget)
{
  AssayTable *self = ASSAY_TABLE (widget);

  return gtk_widget_grab_focus (self->narrow ? GTK_WIDGET (self->rows) : GTK_WIDGET (self->view));
}

/* Type */

static void
assay_table_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  AssayTable *self = ASSAY_TABLE (object);

  switch ((AssayTableProperty)property_id)
    {
    case PROP_COLUMNS:
      g_value_take_boxed (value, assay_table_dup_columns (self));
      break;
    case PROP_EMBEDDED:
      g_value_set_boolean (value, self->embedded);
      break;
    case PROP_N_ROWS:
      g_value_set_uint (value, assay_table_get_n_rows (self));
      break;
    case PROP_N_SELECTED:
      g_value_set_uint (value, assay_table_get_n_selected (self));
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->list && assay_record_list_is_loading (self->list));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
assay_table_set_property (GObject *object,
                          guint property_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  AssayTable *self = ASSAY_TABLE (object);

  switch ((AssayTableProperty)property_id)
    {
    case PROP_COLUMNS:
      assay_table_set_columns (self, g_value_get_boxed (value));
      break;
    case PROP_EMBEDDED:
      assay_table_set_embedded (self, g_value_get_boolean (value));
      break;
    case PROP_N_ROWS:
    case PROP_N_SELECTED:
    case PROP_LOADING:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
assay_table_dispose (GObject *object)
{
  AssayTable *self = ASSAY_TABLE (object);

  if (self->save_source != 0)
    assay_table_save_now (self);
  g_clear_handle_id (&self->narrow_source, g_source_remove);
  g_clear_handle_id (&self->fit_source, g_source_remove);
  if (self->view)
    {
      self->syncing = TRUE;
      drop_list (self);
    }
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->base_query, assay_query_free);
  g_clear_pointer (&self->query, assay_query_free);
  g_clear_pointer (&self->filters, g_array_unref);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->columns, g_strfreev);
  g_clear_pointer (&self->spare_columns, g_strfreev);
  g_clear_object (&self->settings);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_TABLE);

  G_OBJECT_CLASS (assay_table_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_COLUMNS]
      = g_param_spec_boxed ("columns", NULL, NULL, G_TYPE_STRV, G_PARAM_READWRITE | flags);
  properties[PROP_EMBEDDED]
      = g_param_spec_boolean ("embedded", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  properties[PROP_N_ROWS]
      = g_param_spec_uint ("n-rows", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | flags);
  properties[PROP_N_SELECTED]
      = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | flags);
  properties[PROP_LOADING]
      = g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  g_object_class_install_properties (klass, G_N_ELEMENTS (properties), properties);
}

static void
assay_table_class_init (AssayTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = assay_table_get_property;
  object_class->set_property = assay_table_set_property;
  object_class->dispose = assay_table_dispose;
  widget_class->measure = assay_table_measure;
  widget_class->size_allocate = assay_table_size_allocate;
  widget_class->grab_focus = assay_table_grab_focus;

  install_properties (object_class);
  signals[LOADED] = g_signal_new ("loaded", ASSAY_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[ASKED] = g_signal_new ("asked", ASSAY_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "assaytable");
  gtk_widget_class_set_template_from_resource (widget_class, ASSAY_UI_RESOURCES "table/table.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayTable, stack);
  gtk_widget_class_bind_template_child (widget_class, AssayTable, columns_scroller);
  gtk_widget_class_bind_template_child (widget_class, AssayTable, view);
  gtk_widget_class_bind_template_child (widget_class, AssayTable, rows_scroller);
  gtk_widget_class_bind_template_child (widget_class, AssayTable, rows);
  gtk_widget_class_bind_template_child (widget_class, AssayTable, empty);
  gtk_widget_class_bind_template_child (widget_class, AssayTable, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);

  assay_table_install_row_actions (widget_class);
  assay_table_install_column_actions (widget_class);
}

static void
clear_filter (gpointer data)
{
  assay_value_clear (&((AssayFilter *)data)->value);
}

static void
assay_table_init (AssayTable *self)
{
  self->sort = -1;
  self->filters = g_array_new (FALSE, TRUE, sizeof (AssayFilter));
  g_array_set_clear_func (self->filters, clear_filter);
  gtk_widget_init_template (GTK_WIDGET (self));
  assay_table_connect_columns (self);
  assay_table_add_menu (self);
  assay_table_update_actions (self);
}

/* Public */

AssayTable *
assay_table_new (AssayContext *context, const AssayQuery *base_query)
{
  AssayTable *self = g_object_new (ASSAY_TYPE_TABLE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify::book", G_CALLBACK (book_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::units", G_CALLBACK (units_changed_cb), self,
                           G_CONNECT_SWAPPED);
  assay_table_set_base_query (self, base_query);
  return self;
}

void
assay_table_set_base_query (AssayTable *self, const AssayQuery *base_query)
{
  const AssayRecordType *type;

  g_return_if_fail (ASSAY_IS_TABLE (self));
  g_return_if_fail (base_query != NULL);

  g_clear_pointer (&self->base_query, assay_query_free);
  self->base_query = assay_query_copy (base_query);
  type = assay_record_type_get (assay_query_get_type (base_query));
  if (self->type != type)
    {
      const char *plural = assay_record_type_plural (type);

      self->type = type;
      self->sort = -1;
      drop_list (self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      plural, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      plural, -1);
      assay_table_make_columns (self);
    }
  assay_table_ask (self);
}

void
assay_table_set_embedded (AssayTable *self, gboolean embedded)
{
  g_return_if_fail (ASSAY_IS_TABLE (self));

  if (self->embedded == !!embedded)
    return;
  self->embedded = !!embedded;
  if (self->selection)
    assay_table_selection_set_limit (self->selection,
                                     embedded ? ASSAY_TABLE_EMBEDDED_ROWS : G_MAXUINT);
  update_stack (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMBEDDED]);
}

void
assay_table_set_empty_text (AssayTable *self, const char *text)
{
  g_return_if_fail (ASSAY_IS_TABLE (self));

  gtk_label_set_text (self->empty, text ? text : "");
}

void
assay_table_set_search (AssayTable *self, const char *words)
{
  g_return_if_fail (ASSAY_IS_TABLE (self));

  if (g_set_str (&self->search, words && *words ? words : NULL))
    assay_table_ask (self);
}

void
assay_table_add_filter (AssayTable *self,
                        guint field,
                        AssayFilterOperator op,
                        const AssayValue *value)
{
  AssayFilter filter = { field, op, ASSAY_VALUE_INIT };

  g_return_if_fail (ASSAY_IS_TABLE (self));

  if (value)
    assay_value_copy (value, &filter.value);
  g_array_append_val (self->filters, filter);
  assay_table_ask (self);
}

void
assay_table_remove_filter (AssayTable *self, guint index)
{
  g_return_if_fail (ASSAY_IS_TABLE (self));
  g_return_if_fail (index < self->filters->len);

  g_array_remove_index (self->filters, index);
  assay_table_ask (self);
}

void
assay_table_clear_filters (AssayTable *self)
{
  g_return_if_fail (ASSAY_IS_TABLE (self));

  if (self->filters->len == 0 && !self->search)
    return;
  g_array_set_size (self->filters, 0);
  g_clear_pointer (&self->search, g_free);
  assay_table_ask (self);
}

guint
assay_table_get_n_rows (AssayTable *self)
{
  g_return_val_if_fail (ASSAY_IS_TABLE (self), 0);

  return self->list ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

AssayRecordList *
assay_table_get_list (AssayTable *self)
{
  g_return_val_if_fail (ASSAY_IS_TABLE (self), NULL);

  return self->list;
}

guint
assay_table_get_n_selected (AssayTable *self)
{
  g_return_val_if_fail (ASSAY_IS_TABLE (self), 0);

  return self->selection ? assay_table_selection_count (self->selection) : 0;
}

GArray *
assay_table_dup_selected_ids (AssayTable *self)
{
  gint64 focused;
  GArray *ids;

  g_return_val_if_fail (ASSAY_IS_TABLE (self), NULL);

  if (!self->selection)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  ids = assay_table_selection_dup_ids (self->selection);
  focused = ids->len == 0 ? assay_table_find_focused (self, NULL) : 0;
  if (focused != 0)
    g_array_append_val (ids, focused);
  return ids;
}

void
assay_table_select_ids (AssayTable *self, const gint64 *ids, gsize n_ids)
{
  g_return_if_fail (ASSAY_IS_TABLE (self));

  if (self->selection)
    assay_table_selection_set_ids (self->selection, ids, n_ids);
}
