/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Orders that are written once with what is derived of them say the same as the statements that
 * bring any order up to date. */

#include "store/records.h"
#include "store/search.h"
#include "store/touched.h"
#include "support/temp-book.h"

#define N_ORDERS 300

typedef struct
{
  GRand *rand;
  gint64 suppliers[3];
  gint64 last_line, other_line, other_order;
} Fill;

static gboolean
one_in (Fill *fill, int n)
{
  return g_rand_int_range (fill->rand, 0, n) == 0;
}

static gboolean
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_records_insert_later (db, record, &error);
  g_assert_no_error (error);
  return TRUE;
}

static void
maybe (Fill *fill, AssayRecord *record, guint field, int from, int to)
{
  if (!one_in (fill, 4))
    assay_record_set_integer (record, field, g_rand_int_range (fill->rand, from, to));
}

static void
add_promises (AssayDb *db, Fill *fill, gint64 line)
{
  for (int i = g_rand_int_range (fill->rand, 0, 4); i > 0; i--)
    {
      g_autoptr (AssayRecord) promise = assay_record_new (ASSAY_TYPE_PROMISE);

      assay_record_set_reference (promise, ASSAY_PROMISE_ORDER_LINE, line);
      assay_record_set_date (promise, ASSAY_PROMISE_PROMISED_ON,
                             g_rand_int_range (fill->rand, 19000, 19100));
      maybe (fill, promise, ASSAY_PROMISE_GIVEN_ON, 18900, 18905);
      insert (db, promise);
    }
}

static void
add_deliveries (AssayDb *db, Fill *fill, gint64 line)
{
  for (int i = g_rand_int_range (fill->rand, 0, 4); i > 0; i--)
    {
      g_autoptr (AssayRecord) delivery = assay_record_new (ASSAY_TYPE_DELIVERY);

      assay_record_set_reference (delivery, ASSAY_DELIVERY_ORDER_LINE, line);
      maybe (fill, delivery, ASSAY_DELIVERY_QUANTITY, 0, 4);
      maybe (fill, delivery, ASSAY_DELIVERY_READY_ON, 19000, 19200);
      maybe (fill, delivery, ASSAY_DELIVERY_SHIPPED_ON, 19000, 19200);
      maybe (fill, delivery, ASSAY_DELIVERY_ARRIVED_ON, 19000, 19200);
      maybe (fill, delivery, ASSAY_DELIVERY_CLEARED_ON, 19000, 19200);
      maybe (fill, delivery, ASSAY_DELIVERY_RECEIVED_ON, 19000, 19200);
      if (one_in (fill, 5))
        assay_record_set_text (delivery, ASSAY_DELIVERY_TRACKING, "MAEU1234567");
      insert (db, delivery);
    }
}

/* What does not come in its turn, and what reads in between. */
static void
disturb (AssayDb *db, Fill *fill)
{
  g_autoptr (GError) error = NULL;

  if (one_in (fill, 6))
    add_promises (db, fill, fill->other_line);
  if (one_in (fill, 6))
    add_deliveries (db, fill, fill->last_line);
  if (one_in (fill, 8))
    {
      g_autoptr (AssayRecord) line
          = assay_records_get (db, ASSAY_TYPE_ORDER_LINE, fill->last_line, &error);

      g_assert_no_error (error);
      g_assert_nonnull (line);
    }
  if (fill->other_order != 0 && one_in (fill, 10))
    {
      g_autoptr (AssayRecord) order
          = assay_records_get (db, ASSAY_TYPE_ORDER, fill->other_order, &error);

      g_assert_no_error (error);
      maybe (fill, order, ASSAY_ORDER_SENT_ON, 18000, 18100);
      assay_record_set_text (order, ASSAY_ORDER_STATE, one_in (fill, 2) ? "cancelled" : "sent");
      assay_records_update (db, order, &error);
      g_assert_no_error (error);
    }
}

static void
add_line (AssayDb *db, Fill *fill, gint64 order)
{
  g_autoptr (AssayRecord) line = assay_record_new (ASSAY_TYPE_ORDER_LINE);

  assay_record_set_reference (line, ASSAY_ORDER_LINE_PURCHASE_ORDER, order);
  /* Few different numbers, so that what is delivered often equals what was ordered, and
   * sums of money end on a half. */
  maybe (fill, line, ASSAY_ORDER_LINE_QUANTITY, 0, 5);
  if (!one_in (fill, 6))
    assay_record_set_integer (line, ASSAY_ORDER_LINE_UNIT_PRICE,
                              50 * g_rand_int_range (fill->rand, 0, 4));
  if (one_in (fill, 6))
    assay_record_set_integer (line, ASSAY_ORDER_LINE_CLOSED, 1);
  if (one_in (fill, 6))
    assay_record_set_text (line, ASSAY_ORDER_LINE_DESCRIPTION, "Olive backpack");
  insert (db, line);
  fill->last_line = assay_record_get_id (line);
  if (fill->other_line == 0 || one_in (fill, 10))
    fill->other_line = fill->last_line;
  add_promises (db, fill, fill->last_line);
  add_deliveries (db, fill, fill->last_line);
  disturb (db, fill);
}

static void
add_order (AssayDb *db, Fill *fill, int n_lines)
{
  static const char *const states[] = { "sent", "confirmed", "cancelled", NULL };
  g_autoptr (AssayRecord) order = assay_record_new (ASSAY_TYPE_ORDER);
  g_autofree char *number = g_strdup_printf ("PO-%u", g_rand_int (fill->rand));
  gint64 id;

  assay_record_set_text (order, ASSAY_ORDER_NUMBER, number);
  assay_record_set_reference (order, ASSAY_ORDER_SUPPLIER,
                              fill->suppliers[g_rand_int_range (fill->rand, 0, 3)]);
  assay_record_set_text (order, ASSAY_ORDER_STATE, states[g_rand_int_range (fill->rand, 0, 4)]);
  assay_record_set_text (order, ASSAY_ORDER_CURRENCY, one_in (fill, 4) ? NULL : "EUR");
  maybe (fill, order, ASSAY_ORDER_SENT_ON, 18800, 18900);
  maybe (fill, order, ASSAY_ORDER_CONFIRMED_ON, 18800, 18900);
  insert (db, order);
  id = assay_record_get_id (order);
  for (int i = 0; i < n_lines; i++)
    add_line (db, fill, id);
  if (fill->other_order != 0 && one_in (fill, 5))
    add_line (db, fill, fill->other_order);
  if (fill->other_order == 0 || one_in (fill, 10))
    fill->other_order = id;
}

static gboolean
fill_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Fill *fill = data;

  for (guint i = 0; i < N_ORDERS; i++)
    add_order (db, fill, g_rand_int_range (fill->rand, 0, 6));
  add_order (db, fill, 700);
  return TRUE;
}

/* Every value of every record, in one text. */
static char *
dump (AssayDb *db, AssayType kind)
{
  const AssayRecordType *type = assay_record_type_get (kind);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", type->table);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, &error);
  GString *text = g_string_new (NULL);
  gboolean row;

  g_assert_no_error (error);
  while (assay_statement_step (statement, &row, &error) && row)
    {
      for (int i = 0; i <= (int)type->n_fields; i++)
        {
          const char *value = assay_statement_get_text (statement, i);

          g_string_append_printf (text, "%s|", value != NULL ? value : "–");
        }
      g_string_append_c (text, '\n');
    }
  g_assert_no_error (error);
  return g_string_free_and_steal (text);
}

static gboolean
renew_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db, "SELECT id FROM purchase_order", error);
  gboolean row;

  while (assay_statement_step (statement, &row, error) && row)
    {
      gint64 id = assay_statement_get_int (statement, 0);

      g_array_append_val (orders, id);
    }
  assay_statement_reset (statement);
  for (guint i = 0; i < orders->len; i++)
    if (!assay_touched_add (db, ASSAY_TYPE_ORDER, g_array_index (orders, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gint64
count_found (AssayDb *db, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = assay_search_run (db, words, 100000, &error);

  g_assert_no_error (error);
  return hits->len;
}

static gint64
count_rows (AssayDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, &error);
  gboolean row;

  g_assert_no_error (error);
  g_assert_true (assay_statement_step (statement, &row, &error) && row);
  return assay_statement_get_int (statement, 0);
}

static void
check_search (AssayDb *db)
{
  g_assert_cmpint (count_found (db, "backpack"), ==,
                   count_rows (db, "SELECT count (*) FROM order_line WHERE description NOT NULL"));
  g_assert_cmpint (count_found (db, "maeu1234"), ==,
                   count_rows (db, "SELECT count (*) FROM delivery WHERE tracking NOT NULL"));
  g_assert_cmpint (count_rows (db, "SELECT count (*) FROM search WHERE type = 'order'"), ==,
                   count_rows (db, "SELECT count (*) FROM purchase_order"));
}

static void
check_same (TempBook *temp, gboolean large, guint seed)
{
  AssayDb *db = assay_book_get_reader (temp->book);
  g_autoptr (GError) error = NULL;
  g_autofree char *lines = NULL, *orders = NULL, *lines_again = NULL, *orders_again = NULL;
  Fill fill = { .rand = g_rand_new_with_seed (seed) };

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Supplier %u", i);

      fill.suppliers[i] = temp_book_add_supplier (temp, name, "VN");
    }
  if (large)
    assay_book_change_large (temp->book, "Fill", fill_func, &fill, NULL, NULL, &error);
  else
    assay_book_change (temp->book, "Fill", fill_func, &fill, NULL, NULL, &error);
  g_assert_no_error (error);
  lines = dump (db, ASSAY_TYPE_ORDER_LINE);
  orders = dump (db, ASSAY_TYPE_ORDER);
  check_search (db);
  assay_book_change (temp->book, "Renew", renew_func, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  lines_again = dump (db, ASSAY_TYPE_ORDER_LINE);
  orders_again = dump (db, ASSAY_TYPE_ORDER);
  g_assert_cmpstr (lines, ==, lines_again);
  g_assert_cmpstr (orders, ==, orders_again);
  g_rand_free (fill.rand);
}

static void
test_same (TempBook *temp, gconstpointer data)
{
  check_same (temp, FALSE, 20261123);
}

static void
test_same_large (TempBook *temp, gconstpointer data)
{
  check_same (temp, TRUE, 4711);
}

/* A large change that fails leaves the restore point of the one before in place. */
static gboolean
fail_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "on purpose");
  return FALSE;
}

static void
test_failed_large (TempBook *temp, gconstpointer data)
{
  AssayDb *db = assay_book_get_reader (temp->book);
  g_autoptr (GError) error = NULL;
  Fill fill = { .rand = g_rand_new_with_seed (7) };

  for (guint i = 0; i < 3; i++)
    fill.suppliers[i] = temp_book_add_supplier (temp, "Sao Mai", "VN");
  for (guint i = 0; i < 2; i++)
    {
      assay_book_change_large (temp->book, "Fill", fill_func, &fill, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_false (assay_book_change_large (temp->book, "Fail", fail_func, NULL, NULL, NULL, NULL));
  g_assert_cmpint (count_rows (db, "SELECT count (*) FROM purchase_order"), ==, 2 * (N_ORDERS + 1));
  assay_book_undo (temp->book, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_rows (db, "SELECT count (*) FROM purchase_order"), ==, N_ORDERS + 1);
  /* Only the last restore point is kept. */
  g_assert_null (assay_book_get_undo_label (temp->book));
  g_rand_free (fill.rand);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, TempBook, NULL, temp_book_set_up, func, temp_book_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/fresh/same", test_same);
  ADD ("/fresh/same-large", test_same_large);
  ADD ("/fresh/failed-large", test_failed_large);
  return g_test_run ();
}
