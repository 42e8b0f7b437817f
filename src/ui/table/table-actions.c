/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with the rows of a table: by key, from the context menu, on all selected rows
 * or, if none is selected, on the focused one. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "report/report-kind.h"
#include "store/records.h"
#include "ui/actions.h"
#include "exchange/csv-writer.h"
#include "ui/table/cell-text.h"
#include "ui/table/table-export.h"
#include "ui/table/table-private.h"

/* One record: that of the focused row, else the first selected. */
static gint64
first_id (AssayTable *self)
{
  gint64 focused = self->list ? assay_table_find_focused (self, NULL) : 0;
  g_autoptr (GArray) ids = assay_table_dup_selected_ids (self);

  if (focused != 0)
    return focused;
  return ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTable *self = ASSAY_TABLE (widget);
  gint64 id = first_id (self);

  if (id != 0)
    assay_context_show_record (self->context, self->type->type, id);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTable *self = ASSAY_TABLE (widget);
  AssayBook *book = assay_context_get_book (self->context);
  g_autoptr (AssayRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = first_id (self);

  if (!book || assay_book_is_read_only (book) || id == 0)
    return;
  record = assay_records_get (assay_book_get_reader (book), self->type->type, id, &error);
  if (record)
    assay_context_edit_record (self->context, record);
  else
    assay_context_failed (self->context, _ ("The Record Could Not Be Read"), error);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTable *self = ASSAY_TABLE (widget);
  AssayBook *book = assay_context_get_book (self->context);
  g_autoptr (GArray) ids = assay_table_dup_selected_ids (self);

  if (book && !assay_book_is_read_only (book) && ids->len > 0)
    assay_context_delete_records (self->context, self->type->type, ids);
}

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTable *self = ASSAY_TABLE (widget);

  if (self->selection)
    gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

/* Copying */

typedef struct
{
  AssayType type;
  AssayUnits units;
  GArray *ids;
  GArray *fields; /* of guint, as shown */
} Copying;

static void
copying_free (gpointer data)
{
  Copying *copying = data;

  g_array_unref (copying->ids);
  g_array_unref (copying->fields);
  g_free (copying);
}

/* Tabs and line ends inside a value would become cells and rows where it is pasted, and some values
 * formulas. */
static void
append_value (GString *text, AssayRecord *record, guint field, AssayUnits units)
{
  g_autofree char *value = assay_cell_text (record, field, units);

  g_strdelimit (value, "\t\r\n", ' ');
  if (assay_csv_is_formula (value))
    g_string_append_c (text, '\'');
  g_string_append (text, value);
}

static gboolean
make_text (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Copying *copying = data;
  g_autoptr (GPtrArray) records = assay_query_fetch_records (
      copying->type, (const gint64 *)copying->ids->data, copying->ids->len, db, error);
  GString *text;

  if (!records)
    return FALSE;
  text = g_string_new (NULL);
  for (guint i = 0; i < records->len; i++)
    {
      for (guint j = 0; j < copying->fields->len; j++)
        {
          if (j > 0)
            g_string_append_c (text, '\t');
          append_value (text, g_ptr_array_index (records, i),
                        g_array_index (copying->fields, guint, j), copying->units);
        }
      g_string_append_c (text, '\n');
    }
  *result = g_string_free_and_steal (text);
  return TRUE;
}

typedef struct
{
  AssayTable *table;
  guint n;
} Copied;

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Copied *copied = data;
  g_autoptr (AssayTable) self = copied->table;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);
  g_autofree char *message = NULL;

  if (!self->context)
    return;
  if (!text)
    {
      assay_context_failed (self->context, _ ("Could Not Copy"), error);
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u row copied", "%u rows copied", copied->n), copied->n);
  assay_context_toast (self->context, message);
}

static GArray *
shown_fields (AssayTable *self)
{
  g_auto (GStrv) columns = assay_table_dup_columns (self);
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; columns[i]; i++)
    {
      int field = assay_record_type_find_field (self->type, columns[i]);

      if (field >= 0)
        g_array_append_val (fields, field);
    }
  return fields;
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTable *self = ASSAY_TABLE (widget);
  AssayBook *book = assay_context_get_book (self->context);
  g_autoptr (GArray) ids = assay_table_dup_selected_ids (self);
  Copying *copying;
  Copied *copied;

  if (!book || ids->len == 0)
    return;
  copied = g_new (Copied, 1);
  *copied = (Copied){ g_object_ref (self), ids->len };
  copying = g_new (Copying, 1);
  *copying = (Copying){ self->type->type, assay_context_get_units (self->context),
                        g_steal_pointer (&ids), shown_fields (self) };
  assay_book_ask_async (book, make_text, copying, copying_free, g_free, NULL, copied_cb, copied);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTable *self = ASSAY_TABLE (widget);
  g_autoptr (GArray) fields = shown_fields (self);

  if (self->query && fields->len > 0)
    assay_table_save_as (self->context, widget, self->query, fields);
}

/* Paper: of the selected inspections, in the order of the table */

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTable *self = ASSAY_TABLE (widget);
  g_autoptr (GArray) ids = assay_table_dup_selected_ids (self);
  gint64 focused = ids->len == 0 ? first_id (self) : 0;
  AssayReportKind kind;

  if (focused != 0)
    g_array_append_val (ids, focused);
  if (ids->len == 0 || self->type->type != ASSAY_TYPE_INSPECTION
      || !assay_report_kind_parse (g_variant_get_string (parameter, NULL), &kind))
    return;
  assay_context_print_inspections (self->context, ids, (int)kind,
                                   GTK_PRINT_OPERATION_ACTION_PREVIEW);
}

GMenuModel *
assay_table_dup_print_menu (AssayTable *self, const char *action)
{
  GMenu *menu;

  if (self->type->type != ASSAY_TYPE_INSPECTION)
    return NULL;
  menu = g_menu_new ();
  for (guint i = 0; i < ASSAY_N_REPORTS; i++)
    {
      /* Translators: a command that shows a document, "Full Report", before it is printed */
      g_autofree char *label = g_strdup_printf (_ ("%s…"), assay_report_kind_label (i));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, action, "s", assay_report_kind_to_string (i));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* Suppliers side by side: those that are selected */

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTable *self = ASSAY_TABLE (widget);
  g_autoptr (GArray) ids = assay_table_dup_selected_ids (self);

  if (self->type->type == ASSAY_TYPE_SUPPLIER)
    assay_context_compare_suppliers (self->context, ids);
}

/* Context menu */

/* The rows of inspections can be printed, suppliers compared. */
static GMenuModel *
make_row_menu (AssayTable *self)
{
  g_autoptr (GMenuModel) print = assay_table_dup_print_menu (self, "table.print");
  g_autoptr (GMenu) section = NULL;
  GMenu *menu;

  if (!print && self->type->type != ASSAY_TYPE_SUPPLIER)
    return g_object_ref (self->row_menu);
  menu = g_menu_new ();
  section = g_menu_new ();
  g_menu_append_section (menu, NULL, self->row_menu);
  if (print)
    g_menu_append_submenu (section, _ ("_Print"), print);
  else
    g_menu_append (section, _ ("Compare _Side by Side"), "table.compare");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return G_MENU_MODEL (menu);
}

static void
popup_menu (AssayTable *self, const GdkRectangle *at)
{
  if (!self->menu)
    {
      g_autoptr (GMenuModel) model = make_row_menu (self);

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTable *self = ASSAY_TABLE (widget);
  GtkWidget *row = NULL;
  graphene_rect_t bounds;
  GdkRectangle at = { 12, 12, 1, 1 };

  if (assay_table_find_focused (self, &row) == 0)
    return;
  if (gtk_widget_compute_bounds (row, widget, &bounds))
    at = (GdkRectangle){ (int)bounds.origin.x + 24, (int)bounds.origin.y, 1,
                         (int)bounds.size.height };
  popup_menu (self, &at);
}

/* The pressed row is selected, unless it belongs to the selection already. */
static void
menu_at (AssayTable *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  AssayRecordSlot *slot = picked ? assay_table_slot_at (picked) : NULL;
  guint position;

  if (!slot || !self->selection)
    return;
  position = assay_record_slot_get_position (slot);
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  popup_menu (self, &(GdkRectangle){ (int)x, (int)y, 1, 1 });
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, AssayTable *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  if (gdk_event_triggers_context_menu (event))
    menu_at (self, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, AssayTable *self)
{
  menu_at (self, x, y);
}

void
assay_table_add_menu (AssayTable *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

/* A command without a row to act on says nothing; in a book for reading only, changes are off. */
void
assay_table_update_actions (AssayTable *self)
{
  AssayBook *book = self->context ? assay_context_get_book (self->context) : NULL;
  gboolean writable = book && !assay_book_is_read_only (book);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "table.edit", writable);
  gtk_widget_action_set_enabled (widget, "table.delete", writable);
}

void
assay_table_install_row_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "table.open", NULL, open_action);
  gtk_widget_class_install_action (klass, "table.edit", NULL, edit_action);
  gtk_widget_class_install_action (klass, "table.delete", NULL, delete_action);
  gtk_widget_class_install_action (klass, "table.copy", NULL, copy_action);
  gtk_widget_class_install_action (klass, "table.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (klass, "table.export", NULL, export_action);
  gtk_widget_class_install_action (klass, "table.print", "s", print_action);
  gtk_widget_class_install_action (klass, "table.compare", NULL, compare_action);
  gtk_widget_class_install_action (klass, "table.menu", NULL, menu_action);
  assay_actions_add_bindings (klass, "table.");
}
