/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of a table's rows: the query against the bare scan, sorting against GtkSortListModel,
 * what a view asks of it, and its memory against a list of objects. The view needs a display and is
 * left out where there is none. */

#include <gtk/gtk.h>
#include <malloc.h>
#include <stdlib.h>

#include "big-book.h"
#include "store/record-list.h"

/* What GTK keeps of a list, whatever its length. */
#define ROWS_HELD 206

/* An object with the two numbers that are sorted by; the least that a list of objects can hold. */
#define TEST_TYPE_ROW (test_row_get_type ())
G_DECLARE_FINAL_TYPE (TestRow, test_row, TEST, ROW, GObject)

struct _TestRow
{
  GObject parent_instance;

  gint64 id;
  int slip, promised;
};

G_DEFINE_FINAL_TYPE (TestRow, test_row, G_TYPE_OBJECT)

static void
test_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, prop_id == 1 ? TEST_ROW (object)->slip : TEST_ROW (object)->promised);
}

static void
test_row_class_init (TestRowClass *klass)
{
  static const char *const names[] = { "slip", "promised" };

  G_OBJECT_CLASS (klass)->get_property = test_row_get_property;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1,
                                     g_param_spec_int (names[i], NULL, NULL, G_MININT, G_MAXINT, 0,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
test_row_init (TestRow *row)
{
}

typedef struct
{
  AssayBook *book;
  AssayRecordList *list;
  GListStore *store;
  GtkSortListModel *sorted;
  guint turn, floor_turn;
} Table;

static AssayQuery *
make_query (guint turn)
{
  AssayQuery *query = assay_query_new (ASSAY_TYPE_ORDER_LINE);

  assay_query_set_sort (query, turn % 2 == 0 ? ASSAY_ORDER_LINE_SLIP : ASSAY_ORDER_LINE_PROMISED_ON,
                        FALSE);
  return query;
}

static void
scan_floor (gpointer data)
{
  Table *table = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      assay_book_get_reader (table->book), "SELECT id FROM order_line ORDER BY slip", &error);
  sqlite3_stmt *handle = assay_statement_handle (statement);
  gint64 sum = 0;

  while (sqlite3_step (handle) == SQLITE_ROW)
    sum += sqlite3_column_int64 (handle, 0);
  g_assert_cmpint (sum, !=, 0);
}

static void
scan_ours (gpointer data)
{
  Table *table = data;
  AssayDb *db = assay_book_get_reader (table->book);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayQuery) query = make_query (0);
  g_autoptr (GArray) ids = assay_query_run_ids (query, db, &error);
  g_autoptr (GPtrArray) page
      = assay_query_fetch_records (ASSAY_TYPE_ORDER_LINE, (const gint64 *)(const void *)ids->data,
                                   MIN (128, ids->len), db, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (page->len, >, 0);
}

static void
wait_loaded (AssayRecordList *list)
{
  while (assay_record_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static void
look_at_first (GListModel *model)
{
  for (guint i = 0; i < ROWS_HELD; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (ASSAY_IS_RECORD_SLOT (item))
        g_assert_nonnull (assay_record_slot_get_record (ASSAY_RECORD_SLOT (item)));
    }
}

static void
sort_ours (gpointer data)
{
  Table *table = data;
  g_autoptr (AssayQuery) query = make_query (++table->turn);

  assay_record_list_set_query (table->list, query);
  wait_loaded (table->list);
  look_at_first (G_LIST_MODEL (table->list));
}

static void
sort_floor (gpointer data)
{
  Table *table = data;
  GtkExpression *number = gtk_property_expression_new (
      TEST_TYPE_ROW, NULL, ++table->floor_turn % 2 == 0 ? "slip" : "promised");
  g_autoptr (GtkNumericSorter) sorter = gtk_numeric_sorter_new (number);

  gtk_sort_list_model_set_sorter (table->sorted, GTK_SORTER (sorter));
  look_at_first (G_LIST_MODEL (table->sorted));
}

static GListStore *
make_store (AssayBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (assay_book_get_reader (book),
                          "SELECT id, slip, promised_on FROM order_line ORDER BY id", &error);
  GListStore *store = g_list_store_new (TEST_TYPE_ROW);
  gboolean row;

  while (assay_statement_step (statement, &row, &error) && row)
    {
      g_autoptr (TestRow) object = g_object_new (TEST_TYPE_ROW, NULL);

      object->id = assay_statement_get_int (statement, 0);
      object->slip = (int)assay_statement_get_int (statement, 1);
      object->promised = (int)assay_statement_get_int (statement, 2);
      g_list_store_append (store, object);
    }
  g_assert_no_error (error);
  return store;
}

static double
private_memory (void)
{
  g_autofree char *text = NULL;
  double sum = 0;

  malloc_trim (0);
  g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL);
  for (const char *at = text; at != NULL && (at = strstr (at, "\nPrivate_")) != NULL; at++)
    sum += g_ascii_strtod (strchr (at, ':') + 1, NULL) / 1024;
  return sum;
}

/* A model that counts what is asked of the one behind it. */
#define TEST_TYPE_COUNTER (test_counter_get_type ())
G_DECLARE_FINAL_TYPE (TestCounter, test_counter, TEST, COUNTER, GObject)

struct _TestCounter
{
  GObject parent_instance;

  GListModel *model;
  guint n_asked;
};

static gpointer
counter_get_item (GListModel *model, guint position)
{
  TEST_COUNTER (model)->n_asked++;
  return g_list_model_get_item (TEST_COUNTER (model)->model, position);
}

static guint
counter_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (TEST_COUNTER (model)->model);
}

static GType
counter_get_item_type (GListModel *model)
{
  return ASSAY_TYPE_RECORD_SLOT;
}

static void
counter_list_init (GListModelInterface *interface)
{
  interface->get_item = counter_get_item;
  interface->get_n_items = counter_get_n_items;
  interface->get_item_type = counter_get_item_type;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestCounter,
                               test_counter,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, counter_list_init))

static void
test_counter_class_init (TestCounterClass *klass)
{
}

static void
test_counter_init (TestCounter *counter)
{
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_inscription_new (NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  AssayRecord *record
      = assay_record_slot_get_record (ASSAY_RECORD_SLOT (gtk_list_item_get_item (item)));
  g_autofree char *text = g_strdup_printf (
      "%" G_GINT64_FORMAT, assay_record_get_integer (record, ASSAY_ORDER_LINE_SLIP, 0));

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), text);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  (*(guint *)data)++;
  return G_SOURCE_CONTINUE;
}

static void
run_frames (GtkWidget *window, guint n)
{
  guint n_drawn = 0, tick = gtk_widget_add_tick_callback (window, tick_cb, &n_drawn, NULL);

  while (n_drawn < n)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (window, tick);
}

static gboolean
count_requests (Table *table)
{
  g_autoptr (TestCounter) counter = g_object_new (TEST_TYPE_COUNTER, NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkSelectionModel *selection;
  AssayValue none = { ASSAY_VALUE_INTEGER, 1, NULL };
  guint n_first, n_asked = 0;
  GtkWidget *view;

  counter->model = G_LIST_MODEL (table->list);
  g_signal_connect_swapped (table->list, "items-changed", G_CALLBACK (g_list_model_items_changed),
                            counter);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (counter))));
  view = gtk_column_view_new (selection);
  for (guint i = 0; i < 4; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view),
                                     gtk_column_view_column_new ("Column", factory));
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_present (GTK_WINDOW (window));
  run_frames (window, 5);
  n_first = counter->n_asked;
  /* Another order, then fewer rows, then all of them again. */
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (AssayQuery) query = make_query (i);

      if (i == 1)
        assay_query_add_filter (query, ASSAY_ORDER_LINE_SLIP, ASSAY_FILTER_AT_LEAST, &none);
      counter->n_asked = 0;
      assay_record_list_set_query (table->list, query);
      wait_loaded (table->list);
      run_frames (window, 5);
      n_asked = MAX (n_asked, counter->n_asked);
    }
  g_print ("item requests: %u when first shown, at most %u per query (aim ≤ 250)\n", n_first,
           n_asked);
  g_signal_handlers_disconnect_by_data (table->list, counter);
  gtk_window_destroy (GTK_WINDOW (window));
  return n_asked <= 250;
}

static gboolean
measure (gint64 n)
{
  g_autofree char *scan = g_strdup_printf ("ids and first page of %" G_GINT64_FORMAT " rows", n);
  g_autofree char *sort = g_strdup_printf ("sort of %" G_GINT64_FORMAT " rows until shown", n);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayQuery) query = make_query (0);
  double idle, with_list, with_store;
  Table table = { 0 };
  gboolean done;
  BigBook big;

  big_book_make (&big, n);
  table.book = assay_book_open (big.path, 0, &error);
  g_assert_no_error (error);
  done = bench_compare (scan, scan_floor, &table, scan_ours, &table, 5, 2.0);

  idle = private_memory ();
  table.list = assay_record_list_new (table.book, query);
  wait_loaded (table.list);
  look_at_first (G_LIST_MODEL (table.list));
  with_list = private_memory () - idle;
  idle = private_memory ();
  table.store = make_store (table.book);
  with_store = private_memory () - idle;
  g_print ("memory of %" G_GINT64_FORMAT
           " rows: list of objects %.1f MB, ours %.1f MB, ratio %.2f\n",
           n, with_store, with_list, with_list / with_store);

  table.sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_steal_pointer (&table.store)), NULL);
  done = bench_compare (sort, sort_floor, &table, sort_ours, &table, 5, 0.4) && done;
  if (gtk_is_initialized ())
    done = count_requests (&table) && done;
  g_object_unref (table.sorted);
  g_object_unref (table.list);
  assay_book_close (table.book, NULL);
  g_object_unref (table.book);
  big_book_clear (&big);
  return done;
}

int
main (int argc, char **argv)
{
  gint64 n = argc > 1 ? g_ascii_strtoll (argv[1], NULL, 10) : 0;
  gboolean done;

  if (!gtk_init_check ())
    g_print ("no display: item requests are not counted\n");
  if (n != 0)
    return measure (n) ? EXIT_SUCCESS : EXIT_FAILURE;
  done = measure (100000);
  return measure (1000000) && done ? EXIT_SUCCESS : EXIT_FAILURE;
}
