/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list model, with a million rows. */

#include "store/record-list.h"

#include "support/temp-book.h"

#define MANY 1000000

static gboolean
fill_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO order_line (id, purchase_order, line_number, quantity) "
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
      "SELECT i, (SELECT id FROM purchase_order), i, (i * 7919) %% 100003 FROM n",
      GPOINTER_TO_INT (data));

  return assay_db_exec (db, sql, error);
}

static void
fill (TempBook *temp, int n)
{
  g_autoptr (GError) error = NULL;
  gint64 supplier = temp_book_add_supplier (temp, "Alpha", "VN");

  temp_book_add_order (temp, "PO-1", supplier, "2026-01-05");
  assay_book_change_large (temp->book, "Fill", fill_func, GINT_TO_POINTER (n), NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
loaded_cb (AssayRecordList *list, gboolean *done)
{
  *done = TRUE;
}

typedef struct
{
  guint signals, position, removed, added;
} Seen;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Seen *seen)
{
  seen->signals++;
  seen->position = position;
  seen->removed = removed;
  seen->added = added;
}

static gint64
quantity_at (AssayRecordList *list, guint position)
{
  g_autoptr (AssayRecordSlot) slot = g_list_model_get_item (G_LIST_MODEL (list), position);

  return assay_record_get_integer (assay_record_slot_get_record (slot), ASSAY_ORDER_LINE_QUANTITY,
                                   -1);
}

static void
count_notify_cb (AssayRecordSlot *slot, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_million (TempBook *temp, gconstpointer data)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_ORDER_LINE);
  AssayRecordList *list;
  AssayRecordSlot *held;
  gboolean done = FALSE;
  Seen seen = { 0 };
  guint n_notified = 0;
  g_auto (AssayValue) limit = ASSAY_VALUE_INIT;

  fill (temp, MANY);
  assay_query_set_sort (query, ASSAY_ORDER_LINE_QUANTITY, FALSE);
  list = assay_record_list_new (temp->book, query);
  g_signal_connect (list, "loaded", G_CALLBACK (loaded_cb), &done);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &seen);
  temp_book_wait (&done);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, MANY);
  g_assert_cmpuint (seen.signals, ==, 1);
  for (guint i = 1; i < MANY; i += 99991)
    g_assert_cmpint (quantity_at (list, i - 1), <=, quantity_at (list, i));

  /* Another order of the same rows: no signal, the slots look anew. */
  held = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_signal_connect (held, "notify::record", G_CALLBACK (count_notify_cb), &n_notified);
  g_assert_cmpint (quantity_at (list, 0), ==, 0);
  assay_query_set_sort (query, ASSAY_ORDER_LINE_QUANTITY, TRUE);
  done = FALSE;
  seen.signals = 0;
  assay_record_list_set_query (list, query);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, MANY);
  temp_book_wait (&done);
  g_assert_cmpuint (seen.signals, ==, 0);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpint (
      assay_record_get_integer (assay_record_slot_get_record (held), ASSAY_ORDER_LINE_QUANTITY, 0),
      ==, 100002);

  /* Fewer rows: only the tail goes. */
  assay_value_set_integer (&limit, 100);
  assay_query_add_filter (query, ASSAY_ORDER_LINE_QUANTITY, ASSAY_FILTER_AT_MOST, &limit);
  done = FALSE;
  assay_record_list_set_query (list, query);
  temp_book_wait (&done);
  g_assert_cmpuint (seen.signals, ==, 1);
  g_assert_cmpuint (seen.added, ==, 0);
  g_assert_cmpuint (seen.position + seen.removed, ==, MANY);
  g_assert_cmpuint (seen.position, ==, g_list_model_get_n_items (G_LIST_MODEL (list)));
  g_assert_cmpuint (assay_record_list_find (list, assay_record_list_get_id (list, 5)), ==, 5);
  g_object_unref (held);
  g_assert_finalize_object (list);
}

/* A query that is overtaken never shows. */
static void
test_late_answer (TempBook *temp, gconstpointer data)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_ORDER_LINE);
  g_auto (AssayValue) few = ASSAY_VALUE_INIT;
  AssayRecordList *list;
  gboolean done = FALSE;

  fill (temp, 1000);
  list = assay_record_list_new (temp->book, query);
  assay_value_set_integer (&few, 7919);
  assay_query_add_filter (query, ASSAY_ORDER_LINE_QUANTITY, ASSAY_FILTER_IS, &few);
  assay_record_list_set_query (list, query);
  g_signal_connect (list, "loaded", G_CALLBACK (loaded_cb), &done);
  temp_book_wait (&done);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_assert_false (assay_record_list_is_loading (list));
  g_assert_finalize_object (list);
}

static void
test_follows_book (TempBook *temp, gconstpointer data)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_SUPPLIER);
  g_autoptr (AssayRecord) record = NULL;
  AssayRecordList *list;
  AssayRecordSlot *slot;
  gboolean done = FALSE;
  gint64 id = temp_book_add_supplier (temp, "Alpha", "VN");

  list = assay_record_list_new (temp->book, query);
  g_signal_connect (list, "loaded", G_CALLBACK (loaded_cb), &done);
  temp_book_wait (&done);
  slot = g_list_model_get_item (G_LIST_MODEL (list), 0);
  record = temp_book_get (temp, ASSAY_TYPE_SUPPLIER, id);
  assay_record_set_text (record, ASSAY_SUPPLIER_NAME, "Alpha Bags");
  temp_book_save (temp, "Rename", record);
  g_assert_cmpstr (assay_record_get_text (assay_record_slot_get_record (slot), ASSAY_SUPPLIER_NAME),
                   ==, "Alpha Bags");
  done = FALSE;
  temp_book_add_supplier (temp, "Beta", "CN");
  temp_book_wait (&done);
  done = FALSE;
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) != 2)
    temp_book_wait (&done);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  g_object_unref (slot);
  g_assert_finalize_object (list);
}

#define ADD(path, test)                                                                            \
  g_test_add (path, TempBook, NULL, temp_book_set_up, test, temp_book_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/record-list/million", test_million);
  ADD ("/record-list/late-answer", test_late_answer);
  ADD ("/record-list/follows-book", test_follows_book);
  return g_test_run ();
}
