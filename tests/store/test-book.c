/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening, refusing, closing; derived columns; undo and redo. */

#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/records.h"
#include "store/schema.h"
#include "support/temp-book.h"

static void
write_file (const char *path, const void *data, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, (gssize)size, &error);
  g_assert_no_error (error);
}

static void
test_close_leaves_one_file (TempBook *temp, gconstpointer data)
{
  g_autofree char *log = g_strconcat (temp->path, "-wal", NULL);

  temp_book_add_supplier (temp, "Sao Mai", "VN");
  assay_book_close (temp->book, NULL);
  g_assert_true (g_file_test (temp->path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
assert_refused (const char *path, AssayBookFlags flags, AssayStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayBook) book = assay_book_open (path, flags, &error);
  g_autofree char *words = NULL;

  g_assert_null (book);
  g_assert_error (error, ASSAY_STORE_ERROR, (int)code);
  words = assay_store_error_describe (error, "test.assay");
  g_assert_cmpstr (words, !=, "");
}

static void
test_refuse (TempBook *temp, gconstpointer data)
{
  g_autofree char *other = g_build_filename (temp->folder, "other.assay", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (AssayDb) db = NULL;
  gsize size;

  assert_refused (other, 0, ASSAY_STORE_ERROR_NOT_FOUND);
  assert_refused (temp->path, ASSAY_BOOK_MUST_MAKE, ASSAY_STORE_ERROR_EXISTS);
  assert_refused (temp->folder, 0, ASSAY_STORE_ERROR_NOT_A_BOOK);
  write_file (other, "supplier,country\nSao Mai,VN\n", 28);
  assert_refused (other, 0, ASSAY_STORE_ERROR_NOT_A_BOOK);
  g_assert_true (g_file_get_contents (other, &contents, &size, NULL));
  g_assert_cmpmem (contents, size, "supplier,country\nSao Mai,VN\n", 28);
  g_unlink (other);
  db = assay_db_open (other, ASSAY_DB_CREATE, NULL);
  assay_db_exec (db, "CREATE TABLE t (a)", NULL);
  g_clear_pointer (&db, assay_db_close);
  assert_refused (other, 0, ASSAY_STORE_ERROR_NOT_A_BOOK);
}

static void
test_too_new (TempBook *temp, gconstpointer data)
{
  g_autoptr (AssayDb) db = NULL;
  g_autoptr (GError) error = NULL;

  assay_book_close (temp->book, NULL);
  db = assay_db_open (temp->path, 0, NULL);
  assay_db_exec (db, "PRAGMA user_version = 4711", NULL);
  g_clear_pointer (&db, assay_db_close);
  assert_refused (temp->path, 0, ASSAY_STORE_ERROR_TOO_NEW);
  g_assert_finalize_object (temp->book);
  temp->book = assay_book_open (temp->path, ASSAY_BOOK_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (assay_book_is_read_only (temp->book));
}

static void
test_damaged (TempBook *temp, gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize size;

  assay_book_close (temp->book, NULL);
  g_assert_true (g_file_get_contents (temp->path, &contents, &size, NULL));
  /* The first page after the header: the schema. */
  memset (contents + 100, 0xa5, 3000);
  write_file (temp->path, contents, size);
  assert_refused (temp->path, 0, ASSAY_STORE_ERROR_DAMAGED);
}

static gboolean
insert_func (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  return assay_records_insert (db, data, error);
}

static void
test_read_only (TempBook *temp, gconstpointer data)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SUPPLIER);
  g_autoptr (GError) error = NULL;
  gint64 id = temp_book_add_supplier (temp, "Sao Mai", "VN");
  g_autoptr (AssayRecord) read = NULL;

  assay_book_close (temp->book, NULL);
  g_assert_finalize_object (temp->book);
  temp->book = assay_book_open (temp->path, ASSAY_BOOK_READ_ONLY, &error);
  g_assert_no_error (error);
  read = temp_book_get (temp, ASSAY_TYPE_SUPPLIER, id);
  g_assert_cmpstr (assay_record_get_text (read, ASSAY_SUPPLIER_NAME), ==, "Sao Mai");
  assay_record_set_text (record, ASSAY_SUPPLIER_NAME, "No");
  g_assert_false (assay_book_change (temp->book, "Add", insert_func, record, NULL, NULL, &error));
  g_assert_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_READ_ONLY);
}

static gboolean
limit_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  return assay_db_exec (db, data, error);
}

/* A page limit stands in for a full disk: SQLite gives the same code. */
static void
test_no_space (TempBook *temp, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (3000000, 'x');
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SUPPLIER);

  temp_book_add_supplier (temp, "Sao Mai", "VN");
  g_assert_true (assay_book_ask (temp->book, limit_func, (gpointer) "PRAGMA max_page_count = 1",
                                 NULL, NULL, &error));
  assay_record_set_text (record, ASSAY_SUPPLIER_NAME, "Large");
  assay_record_set_text (record, ASSAY_SUPPLIER_NOTE, text);
  g_assert_false (assay_book_change (temp->book, "Add", insert_func, record, NULL, NULL, &error));
  g_assert_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_true (assay_book_ask (
      temp->book, limit_func, (gpointer) "PRAGMA max_page_count = 4294967294", NULL, NULL, &error));
  /* Nothing of it is there, and the book goes on. */
  g_assert_cmpstr (assay_book_get_undo_label (temp->book), ==, "Add supplier");
  temp_book_add_supplier (temp, "After", "VN");
}

static void
test_derived (TempBook *temp, gconstpointer data)
{
  gint64 supplier = temp_book_add_supplier (temp, "Sao Mai", "VN");
  gint64 product = temp_book_add_product (temp, "TP-25", "Trail 25");
  gint64 order = temp_book_add_order (temp, "PO-1", supplier, "2026-01-05");
  gint64 line = temp_book_add_line (temp, order, product, 300);
  g_autoptr (AssayRecord) open = NULL, partial = NULL, done = NULL, whole = NULL;

  temp_book_add_promise (temp, line, "2026-03-01", "2026-01-10");
  temp_book_add_promise (temp, line, "2026-03-15", "2026-02-20");
  open = temp_book_get (temp, ASSAY_TYPE_ORDER_LINE, line);
  g_assert_cmpint (assay_record_get_date (open, ASSAY_ORDER_LINE_PROMISED_ON), ==,
                   temp_book_date ("2026-03-01"));
  g_assert_cmpint (assay_record_get_date (open, ASSAY_ORDER_LINE_LATEST_PROMISED_ON), ==,
                   temp_book_date ("2026-03-15"));
  g_assert_cmpstr (assay_record_get_text (open, ASSAY_ORDER_LINE_STATE), ==, "open");
  g_assert_cmpint (assay_record_get_reference (open, ASSAY_ORDER_LINE_SUPPLIER), ==, supplier);
  g_assert_cmpstr (assay_record_get_text (open, ASSAY_ORDER_LINE_CURRENCY), ==, "USD");
  g_assert_false (assay_record_is_known (open, ASSAY_ORDER_LINE_DELIVERED_ON));

  temp_book_add_delivery (temp, line, 200, "2026-03-10");
  partial = temp_book_get (temp, ASSAY_TYPE_ORDER_LINE, line);
  g_assert_cmpstr (assay_record_get_text (partial, ASSAY_ORDER_LINE_STATE), ==, "partial");
  g_assert_false (assay_record_is_known (partial, ASSAY_ORDER_LINE_SLIP));

  temp_book_add_delivery (temp, line, 100, "2026-03-20");
  done = temp_book_get (temp, ASSAY_TYPE_ORDER_LINE, line);
  g_assert_cmpstr (assay_record_get_text (done, ASSAY_ORDER_LINE_STATE), ==, "delivered");
  g_assert_cmpint (assay_record_get_date (done, ASSAY_ORDER_LINE_DELIVERED_ON), ==,
                   temp_book_date ("2026-03-20"));
  g_assert_cmpint (assay_record_get_integer (done, ASSAY_ORDER_LINE_SLIP, 0), ==, 19);
  whole = temp_book_get (temp, ASSAY_TYPE_ORDER, order);
  g_assert_cmpint (assay_record_get_integer (whole, ASSAY_ORDER_QUANTITY, 0), ==, 300);
  g_assert_cmpint (assay_record_get_date (whole, ASSAY_ORDER_DELIVERED_ON), ==,
                   temp_book_date ("2026-03-20"));
  g_assert_false (assay_record_is_known (whole, ASSAY_ORDER_VALUE));
}

static void
test_undo_redo (TempBook *temp, gconstpointer data)
{
  gint64 supplier = temp_book_add_supplier (temp, "Sao Mai", "VN");
  g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_SUPPLIER, supplier);
  g_autoptr (AssayRecord) undone = NULL, redone = NULL;
  g_autoptr (GError) error = NULL;

  assay_record_set_text (record, ASSAY_SUPPLIER_NAME, "Sao Mai Bags");
  temp_book_save (temp, "Rename supplier", record);
  g_assert_cmpstr (assay_book_get_undo_label (temp->book), ==, "Rename supplier");
  g_assert_null (assay_book_get_redo_label (temp->book));
  g_assert_true (assay_book_undo (temp->book, &error));
  g_assert_no_error (error);
  undone = temp_book_get (temp, ASSAY_TYPE_SUPPLIER, supplier);
  g_assert_cmpstr (assay_record_get_text (undone, ASSAY_SUPPLIER_NAME), ==, "Sao Mai");
  g_assert_cmpstr (assay_book_get_undo_label (temp->book), ==, "Add supplier");
  g_assert_cmpstr (assay_book_get_redo_label (temp->book), ==, "Rename supplier");
  /* The stacks are in the book, not in the program. */
  temp_book_reopen (temp);
  g_assert_cmpstr (assay_book_get_redo_label (temp->book), ==, "Rename supplier");
  g_assert_true (assay_book_redo (temp->book, &error));
  redone = temp_book_get (temp, ASSAY_TYPE_SUPPLIER, supplier);
  g_assert_cmpstr (assay_record_get_text (redone, ASSAY_SUPPLIER_NAME), ==, "Sao Mai Bags");
  g_assert_true (assay_book_undo (temp->book, &error));
  g_assert_true (assay_book_undo (temp->book, &error));
  g_assert_null (assay_records_get (assay_book_get_reader (temp->book), ASSAY_TYPE_SUPPLIER,
                                    supplier, &error));
  g_assert_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE);
  g_clear_error (&error);
  g_assert_false (assay_book_undo (temp->book, &error));
  g_assert_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_true (assay_book_redo (temp->book, &error));
  /* A new change ends what could be redone. */
  temp_book_add_supplier (temp, "Other", "CN");
  g_assert_null (assay_book_get_redo_label (temp->book));
}

static void
test_delete (TempBook *temp, gconstpointer data)
{
  gint64 supplier = temp_book_add_supplier (temp, "Sao Mai", "VN");
  gint64 order = temp_book_add_order (temp, "PO-1", supplier, "2026-01-05");
  gint64 line = temp_book_add_line (temp, order, temp_book_add_product (temp, "A", "Alpha"), 10);
  gint64 delivery = temp_book_add_delivery (temp, line, 10, "2026-02-01");
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) back = NULL;

  g_assert_false (temp_book_delete (temp, ASSAY_TYPE_SUPPLIER, supplier, &error));
  g_assert_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_IN_USE);
  g_clear_error (&error);
  g_assert_true (temp_book_delete (temp, ASSAY_TYPE_ORDER, order, &error));
  g_assert_null (
      assay_records_get (assay_book_get_reader (temp->book), ASSAY_TYPE_DELIVERY, delivery, NULL));
  g_assert_true (temp_book_delete (temp, ASSAY_TYPE_SUPPLIER, supplier, &error));
  g_assert_true (assay_book_undo (temp->book, &error));
  g_assert_true (assay_book_undo (temp->book, &error));
  g_assert_no_error (error);
  back = temp_book_get (temp, ASSAY_TYPE_ORDER_LINE, line);
  g_assert_cmpint (assay_record_get_date (back, ASSAY_ORDER_LINE_DELIVERED_ON), ==,
                   temp_book_date ("2026-02-01"));
}

static gboolean
fail_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  if (!assay_records_insert (db, data, error))
    return FALSE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no");
  return FALSE;
}

static void
test_failed_change_leaves_nothing (TempBook *temp, gconstpointer data)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SUPPLIER);
  g_autoptr (GError) error = NULL;

  assay_record_set_text (record, ASSAY_SUPPLIER_NAME, "Half");
  g_assert_false (assay_book_change (temp->book, "Fail", fail_func, record, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_null (assay_records_get (assay_book_get_reader (temp->book), ASSAY_TYPE_SUPPLIER,
                                    assay_record_get_id (record), NULL));
  g_assert_null (assay_book_get_undo_label (temp->book));
}

static gboolean
cancelled_func (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  /* Counts for ever; only the cancellable ends it. */
  g_cancellable_cancel (cancellable);
  return assay_db_exec (db,
                        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                        "SELECT count (*) FROM n",
                        error);
}

static void
test_cancel (TempBook *temp, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (
      assay_book_change (temp->book, "Count", cancelled_func, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  temp_book_add_supplier (temp, "After", "VN");
}

/* A process that is killed in the middle of a change leaves what was saved before it. */
static void
test_survives_kill (TempBook *temp, gconstpointer data)
{
  gint64 supplier = temp_book_add_supplier (temp, "Saved", "VN");
  g_autoptr (AssayRecord) record = NULL;
  g_autofree char *folder = g_strdup (temp->folder);
  pid_t child;
  int status;

  assay_book_close (temp->book, NULL);
  child = fork ();
  if (child == 0)
    {
      AssayDb *db = assay_db_open (temp->path, 0, NULL);

      assay_db_exec (db, "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; DELETE FROM supplier;", NULL);
      sqlite3_db_cacheflush (assay_db_handle (db));
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  temp_book_reopen (temp);
  record = temp_book_get (temp, ASSAY_TYPE_SUPPLIER, supplier);
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_SUPPLIER_NAME), ==, "Saved");
}

static gboolean
many_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  for (int i = 0; i < 1000; i++)
    {
      g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SUPPLIER);
      g_autofree char *name = g_strdup_printf ("Supplier %d", i);

      assay_record_set_text (record, ASSAY_SUPPLIER_NAME, name);
      if (!assay_records_insert (db, record, error))
        return FALSE;
    }
  return TRUE;
}

static gint64
count_suppliers (TempBook *temp)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (assay_book_get_reader (temp->book),
                                                           "SELECT count (*) FROM supplier", NULL);
  gboolean row;

  assay_statement_step (statement, &row, NULL);
  return assay_statement_get_int (statement, 0);
}

static void
test_large_change (TempBook *temp, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  temp_book_add_supplier (temp, "Before", "VN");
  g_assert_true (
      assay_book_change_large (temp->book, "Import", many_func, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_suppliers (temp), ==, 1001);
  g_assert_cmpstr (assay_book_get_undo_label (temp->book), ==, "Import");
  temp_book_add_supplier (temp, "After", "VN");
  g_assert_true (assay_book_undo (temp->book, &error));
  g_assert_true (assay_book_undo (temp->book, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_suppliers (temp), ==, 1);
  g_assert_cmpstr (assay_book_get_undo_label (temp->book), ==, "Add supplier");
}

static void
changed_cb (AssayBook *book, GArray *changed, gpointer data)
{
  guint *n = data;

  g_assert_nonnull (changed);
  *n += changed->len;
}

static void
tamper (TempBook *temp, const char *sql)
{
  g_autoptr (AssayDb) db = NULL;
  g_autoptr (GError) error = NULL;

  assay_book_close (temp->book, NULL);
  db = assay_db_open (temp->path, 0, &error);
  assay_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

/* A trigger would run with every change: a book that brings its own is refused. */
static void
test_foreign_trigger (TempBook *temp, gconstpointer data)
{
  tamper (temp, "CREATE TRIGGER evil AFTER INSERT ON supplier BEGIN DELETE FROM product; END");
  assert_refused (temp->path, 0, ASSAY_STORE_ERROR_DAMAGED);
}

static void
test_foreign_table (TempBook *temp, gconstpointer data)
{
  tamper (temp, "DROP TABLE contact; CREATE TABLE contact (id, name)");
  assert_refused (temp->path, 0, ASSAY_STORE_ERROR_DAMAGED);
}

/* What somebody added for reading does no harm. */
static void
test_added_view (TempBook *temp, gconstpointer data)
{
  tamper (temp, "CREATE VIEW mine AS SELECT name FROM supplier; CREATE TABLE notes (a)");
  temp_book_reopen (temp);
  temp_book_add_supplier (temp, "Sao Mai", "VN");
}

/* A book from elsewhere names no file outside: neither one to delete nor one to copy back. */
static void
test_foreign_restore_point (TempBook *temp, gconstpointer data)
{
  g_autofree char *victim = g_build_filename (temp->folder, "victim", NULL);
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO change (id, at, label, kind, restore_point) VALUES (1, 1, 'x', 'do', '%s')",
      victim);
  g_autoptr (GError) error = NULL;

  write_file (victim, "keep", 4);
  tamper (temp, sql);
  temp_book_reopen (temp);
  g_assert_null (assay_book_get_undo_label (temp->book));
  g_assert_true (
      assay_book_change_large (temp->book, "Import", many_func, NULL, NULL, NULL, &error));
  g_assert_true (assay_book_undo (temp->book, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (victim, G_FILE_TEST_EXISTS));
}

/* Whatever bytes a file holds, what comes out of it is text. */
static void
test_damaged_text (TempBook *temp, gconstpointer data)
{
  gint64 id = temp_book_add_supplier (temp, "Sao Mai", "VN");
  g_autoptr (AssayRecord) record = NULL;

  tamper (temp, "UPDATE supplier SET name = CAST (x'41ff42' AS TEXT)");
  temp_book_reopen (temp);
  record = temp_book_get (temp, ASSAY_TYPE_SUPPLIER, id);
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_SUPPLIER_NAME), ==,
                   "A\xef\xbf\xbd"
                   "B");
}

static void
count_all_cb (AssayBook *book, GArray *changed, guint *n)
{
  if (changed == NULL)
    (*n)++;
}

/* What another program writes into the file is noticed, what the book itself writes is not taken
 * for that. */
static void
test_look_outside (TempBook *temp, gconstpointer data)
{
  g_autoptr (AssayDb) other = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_signal_connect (temp->book, "changed", G_CALLBACK (count_all_cb), &n);
  temp_book_add_supplier (temp, "Sao Mai", "VN");
  assay_book_look_outside (temp->book);
  g_assert_cmpuint (n, ==, 0);
  other = assay_db_open (temp->path, 0, &error);
  assay_db_exec (other, "UPDATE supplier SET name = 'Other'", &error);
  g_assert_no_error (error);
  assay_book_look_outside (temp->book);
  assay_book_look_outside (temp->book);
  g_assert_cmpuint (n, ==, 1);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (assay_book_done_finish (ASSAY_BOOK (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *)data = TRUE;
}

static void
test_async_save (TempBook *temp, gconstpointer data)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SUPPLIER);
  g_autoptr (AssayRecord) read = NULL;
  gboolean done = FALSE;
  guint n_changed = 0;
  gint64 id;

  g_signal_connect (temp->book, "changed", G_CALLBACK (changed_cb), &n_changed);
  assay_record_set_text (record, ASSAY_SUPPLIER_NAME, "Sao Mai");
  assay_book_save_async (temp->book, record, NULL, done_cb, &done);
  temp_book_wait (&done);
  id = assay_record_get_id (record);
  g_assert_cmpint (id, !=, 0);
  g_assert_cmpuint (n_changed, ==, 1);
  read = temp_book_get (temp, ASSAY_TYPE_SUPPLIER, id);
  g_assert_true (assay_record_equal (read, record));
  done = FALSE;
  assay_book_delete_async (temp->book, ASSAY_TYPE_SUPPLIER, &id, 1, NULL, done_cb, &done);
  temp_book_wait (&done);
  g_assert_nonnull (strstr (assay_book_get_undo_label (temp->book), "Sao Mai"));
}

#define ADD(path, test)                                                                            \
  g_test_add (path, TempBook, NULL, temp_book_set_up, test, temp_book_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/book/close-leaves-one-file", test_close_leaves_one_file);
  ADD ("/book/refuse", test_refuse);
  ADD ("/book/too-new", test_too_new);
  ADD ("/book/damaged", test_damaged);
  ADD ("/book/read-only", test_read_only);
  ADD ("/book/no-space", test_no_space);
  ADD ("/book/derived", test_derived);
  ADD ("/book/undo-redo", test_undo_redo);
  ADD ("/book/delete", test_delete);
  ADD ("/book/failed-change-leaves-nothing", test_failed_change_leaves_nothing);
  ADD ("/book/cancel", test_cancel);
  ADD ("/book/survives-kill", test_survives_kill);
  ADD ("/book/large-change", test_large_change);
  ADD ("/book/async-save", test_async_save);
  ADD ("/book/look-outside", test_look_outside);
  ADD ("/book/foreign-trigger", test_foreign_trigger);
  ADD ("/book/foreign-table", test_foreign_table);
  ADD ("/book/added-view", test_added_view);
  ADD ("/book/foreign-restore-point", test_foreign_restore_point);
  ADD ("/book/damaged-text", test_damaged_text);
  return g_test_run ();
}
