/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table over a real book: rows, order, search, filters, selection by record, columns, copying.
 */

#include "assay-config.h"

#include "ui-support.h"
#include "ui/context.h"
#include "ui/table/selection.h"
#include "ui/table/table-page.h"
#include "ui/table/table.h"

typedef struct
{
  AssayBook *book;
  AssayContext *context;
  AssayTable *table;
  GtkWidget *window;
  GtkWidget *clamp; /* gives the table its width: no window manager runs here */
  guint loaded;
} Fixture;

static void
loaded_cb (Fixture *fixture)
{
  fixture->loaded++;
}

static gboolean
is_loaded (gpointer data)
{
  return ((Fixture *)data)->loaded > 0;
}

static void
wait_loaded (Fixture *fixture, const char *what)
{
  assay_ui_wait (is_loaded, fixture, what);
  fixture->loaded = 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_ORDER);

  fixture->book = assay_ui_make_book (GPOINTER_TO_UINT (data));
  fixture->context = assay_context_new (NULL);
  assay_context_set_today (fixture->context, ASSAY_UI_TODAY);
  assay_context_set_book (fixture->context, fixture->book);
  fixture->table = assay_table_new (fixture->context, query);
  g_signal_connect_swapped (fixture->table, "loaded", G_CALLBACK (loaded_cb), fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 500);
  fixture->clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (fixture->clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (fixture->clamp), GTK_WIDGET (fixture->table));
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->clamp);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_loaded (fixture, "the first rows");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  AssayTable *table = fixture->table;

  g_object_ref (table);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  assay_ui_settle ();
  g_assert_finalize_object (table);
  assay_context_set_book (fixture->context, NULL);
  g_assert_finalize_object (fixture->context);
  assay_ui_drop_book (fixture->book);
  g_object_unref (fixture->book);
}

static AssayRecord *
record_at (Fixture *fixture, guint position)
{
  g_autoptr (AssayRecordSlot) slot
      = g_list_model_get_item (G_LIST_MODEL (assay_table_get_list (fixture->table)), position);

  return assay_record_slot_get_record (slot);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) columns = assay_table_dup_columns (fixture->table);

  g_assert_cmpuint (assay_table_get_n_rows (fixture->table), ==, 40);
  g_assert_cmpstr (columns[0], ==, "number");
  g_assert_cmpuint (g_strv_length (columns), ==, 9);
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  gint64 largest, second;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.sort", "(sb)",
                                             "quantity", TRUE));
  wait_loaded (fixture, "rows by quantity");
  largest = assay_record_get_integer (record_at (fixture, 0), ASSAY_ORDER_QUANTITY, -1);
  second = assay_record_get_integer (record_at (fixture, 1), ASSAY_ORDER_QUANTITY, -1);
  g_assert_cmpint (largest, ==, 300 + 10 * 39);
  g_assert_cmpint (second, ==, 300 + 10 * 38);
}

/* A selected record stays selected wherever another order puts it. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  gint64 id;
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;

  assay_table_sort (fixture->table, ASSAY_ORDER_QUANTITY, TRUE);
  wait_loaded (fixture, "rows by quantity");
  id = assay_record_get_id (record_at (fixture, 0));
  assay_table_select_ids (fixture->table, &id, 1);
  g_assert_cmpuint (assay_table_get_n_selected (fixture->table), ==, 1);
  assay_table_sort (fixture->table, ASSAY_ORDER_QUANTITY, FALSE);
  wait_loaded (fixture, "rows the other way round");
  before = assay_table_dup_selected_ids (fixture->table);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpint (g_array_index (before, gint64, 0), ==, id);
  g_assert_cmpint (assay_record_list_find (assay_table_get_list (fixture->table), id), ==, 39);

  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.select-all", NULL));
  g_assert_cmpuint (assay_table_get_n_selected (fixture->table), ==, 40);
  assay_table_set_search (fixture->table, "PO-0007");
  wait_loaded (fixture, "the found row");
  after = assay_table_dup_selected_ids (fixture->table);
  g_assert_cmpuint (after->len, ==, 1);
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;

  assay_value_set_text (&value, "received");
  assay_table_add_filter (fixture->table, ASSAY_ORDER_STATE, ASSAY_FILTER_IS, &value);
  wait_loaded (fixture, "received orders");
  g_assert_cmpuint (assay_table_get_n_rows (fixture->table), ==, 20);
  assay_table_set_search (fixture->table, "PO-0003");
  wait_loaded (fixture, "one received order");
  g_assert_cmpuint (assay_table_get_n_rows (fixture->table), ==, 1);
  assay_table_clear_filters (fixture->table);
  wait_loaded (fixture, "all orders");
  g_assert_cmpuint (assay_table_get_n_rows (fixture->table), ==, 40);
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) chosen = NULL;
  g_auto (GStrv) hidden = NULL;
  g_auto (GStrv) moved = NULL;

  assay_table_set_columns (
      fixture->table, (const char *const[]){ "supplier", "nonsense", "number", "value", NULL });
  chosen = assay_table_dup_columns (fixture->table);
  g_assert_cmpstrv (chosen, ((const char *const[]){ "supplier", "number", "value", NULL }));
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.hide-column", "s", "number");
  hidden = assay_table_dup_columns (fixture->table);
  g_assert_cmpstrv (hidden, ((const char *const[]){ "supplier", "value", NULL }));
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.move-column", "(si)", "supplier",
                              1);
  moved = assay_table_dup_columns (fixture->table);
  g_assert_cmpstrv (moved, ((const char *const[]){ "value", "supplier", NULL }));
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **)data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *)data != NULL;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static gboolean
is_counted (gpointer data)
{
  return *(guint *)data > 0;
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  gint64 ids[2];
  guint toasts = 0;
  g_autofree char *text = NULL;

  assay_table_set_columns (fixture->table, (const char *const[]){ "number", "quantity", NULL });
  assay_table_sort (fixture->table, ASSAY_ORDER_NUMBER, FALSE);
  assay_ui_settle ();
  ids[0] = assay_record_get_id (record_at (fixture, 0));
  ids[1] = assay_record_get_id (record_at (fixture, 1));
  assay_table_select_ids (fixture->table, ids, 2);
  g_signal_connect_swapped (fixture->context, "toast", G_CALLBACK (count_cb), &toasts);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.copy", NULL));
  assay_ui_wait (is_counted, &toasts, "the copied rows");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->table)), NULL,
                                 text_cb, &text);
  assay_ui_wait (is_set, &text, "the clipboard");
  g_assert_cmpstr (text, ==, "PO-0000\t300\nPO-0001\t310\n");
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found)
        return found;
    }
  return NULL;
}

static GtkWidget *
view_of (Fixture *fixture)
{
  return find_type (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW);
}

static void
shown_cb (AssayContext *context, int type, gint64 id, gint64 *shown)
{
  *shown = type == ASSAY_TYPE_ORDER ? id : -1;
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  gint64 id = assay_record_get_id (record_at (fixture, 3));
  gint64 shown = 0;

  g_signal_connect (fixture->context, "show-record", G_CALLBACK (shown_cb), &shown);
  assay_table_select_ids (fixture->table, &id, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.open", NULL);
  g_assert_cmpint (shown, ==, id);
  shown = 0;
  g_signal_emit_by_name (view_of (fixture), "activate", 3);
  g_assert_cmpint (shown, ==, id);
}

static const char *
visible_view (Fixture *fixture)
{
  GtkWidget *stack = gtk_widget_get_first_child (GTK_WIDGET (fixture->table));

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

/* What a screen reader says first: what kind of rows these are; in both forms of the table. */
static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *stack = gtk_widget_get_first_child (GTK_WIDGET (fixture->table));
  GtkWidget *rows
      = find_type (gtk_stack_get_child_by_name (GTK_STACK (stack), "rows"), GTK_TYPE_LIST_VIEW);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view_of (fixture)),
                                   GTK_ACCESSIBLE_ROLE_TREE_GRID);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view_of (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Orders");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Orders");
}

/* Narrow places get rows of two lines instead of columns. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (visible_view (fixture), ==, "columns");
  adw_clamp_set_maximum_size (ADW_CLAMP (fixture->clamp), 360);
  assay_ui_settle ();
  g_assert_cmpuint (assay_table_get_n_rows (fixture->table), ==, 40);
  g_assert_cmpstr (visible_view (fixture), ==, "rows");
  adw_clamp_set_maximum_size (ADW_CLAMP (fixture->clamp), 900);
  assay_ui_settle ();
  g_assert_cmpstr (visible_view (fixture), ==, "columns");
}

/* Deleting in the book takes rows out of the table, undo brings them back. */
static gboolean
has_39 (gpointer data)
{
  return assay_table_get_n_rows (data) == 39;
}

static gboolean
has_40 (gpointer data)
{
  return assay_table_get_n_rows (data) == 40;
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssayRecord) order = assay_record_copy (record_at (fixture, 1));
  gint64 id = assay_record_get_id (order);
  g_autoptr (GError) error = NULL;

  assay_table_select_ids (fixture->table, &id, 1);
  assay_book_delete_async (fixture->book, ASSAY_TYPE_ORDER, &id, 1, NULL, NULL, NULL);
  assay_ui_wait (has_39, fixture->table, "a deleted row");
  g_assert_cmpuint (assay_table_get_n_selected (fixture->table), ==, 0);
  assay_book_undo (fixture->book, &error);
  g_assert_no_error (error);
  assay_ui_wait (has_40, fixture->table, "the row that came back");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!assay_ui_test_init ())
    {
      g_test_message ("no display");
      return 77;
    }
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/table/" name, Fixture, GUINT_TO_POINTER (40), set_up, func, tear_down)
  ADD ("rows", test_rows);
  ADD ("sort", test_sort);
  ADD ("selection", test_selection);
  ADD ("filter", test_filter);
  ADD ("columns", test_columns);
  ADD ("copy", test_copy);
  ADD ("open", test_open);
  ADD ("accessible", test_accessible);
  ADD ("narrow", test_narrow);
  ADD ("follows", test_follows);
  return g_test_run ();
}
