/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/temp-book.h"

#include <glib/gstdio.h>

#include "store/records.h"

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_chmod (folder, 0700);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

void
temp_book_set_up (TempBook *temp, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  temp->folder = g_dir_make_tmp ("assay-test-XXXXXX", &error);
  g_assert_no_error (error);
  temp->path = g_build_filename (temp->folder, "test.assay", NULL);
  temp->book = assay_book_open (temp->path, ASSAY_BOOK_CREATE, &error);
  g_assert_no_error (error);
}

void
temp_book_tear_down (TempBook *temp, gconstpointer data)
{
  if (temp->book != NULL)
    {
      assay_book_close (temp->book, NULL);
      /* Answers on their way hold the book until they are taken. */
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_finalize_object (temp->book);
    }
  remove_folder (temp->folder);
  g_free (temp->folder);
  g_free (temp->path);
}

void
temp_book_reopen (TempBook *temp)
{
  g_autoptr (GError) error = NULL;

  assay_book_close (temp->book, NULL);
  g_assert_finalize_object (temp->book);
  temp->book = assay_book_open (temp->path, 0, &error);
  g_assert_no_error (error);
}

static gboolean
save_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  AssayRecord *record = data;

  if (assay_record_get_id (record) == 0)
    return assay_records_insert (db, record, error);
  return assay_records_update (db, record, error);
}

void
temp_book_save (TempBook *temp, const char *label, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_book_change (temp->book, label, save_func, record, NULL, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  AssayType type;
  gint64 id;
} Key;

static gboolean
delete_func (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Key *key = data;

  return assay_records_delete (db, key->type, key->id, error);
}

gboolean
temp_book_delete (TempBook *temp, AssayType type, gint64 id, GError **error)
{
  Key key = { type, id };

  return assay_book_change (temp->book, "Delete", delete_func, &key, NULL, NULL, error);
}

gint64
temp_book_add_supplier (TempBook *temp, const char *name, const char *country)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SUPPLIER);

  assay_record_set_text (record, ASSAY_SUPPLIER_NAME, name);
  assay_record_set_text (record, ASSAY_SUPPLIER_COUNTRY, country);
  temp_book_save (temp, "Add supplier", record);
  return assay_record_get_id (record);
}

gint64
temp_book_add_product (TempBook *temp, const char *code, const char *name)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_PRODUCT);

  assay_record_set_text (record, ASSAY_PRODUCT_CODE, code);
  assay_record_set_text (record, ASSAY_PRODUCT_NAME, name);
  temp_book_save (temp, "Add product", record);
  return assay_record_get_id (record);
}

gint32
temp_book_date (const char *iso)
{
  gint32 date = 0;

  g_assert_true (assay_date_parse_iso (iso, &date));
  return date;
}

gint64
temp_book_add_order (TempBook *temp, const char *number, gint64 supplier, const char *sent_on)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_ORDER);

  assay_record_set_text (record, ASSAY_ORDER_NUMBER, number);
  assay_record_set_reference (record, ASSAY_ORDER_SUPPLIER, supplier);
  assay_record_set_text (record, ASSAY_ORDER_CURRENCY, "USD");
  if (sent_on != NULL)
    assay_record_set_date (record, ASSAY_ORDER_SENT_ON, temp_book_date (sent_on));
  temp_book_save (temp, "Add order", record);
  return assay_record_get_id (record);
}

gint64
temp_book_add_line (TempBook *temp, gint64 order, gint64 product, gint64 quantity)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_ORDER_LINE);

  assay_record_set_reference (record, ASSAY_ORDER_LINE_PURCHASE_ORDER, order);
  assay_record_set_reference (record, ASSAY_ORDER_LINE_PRODUCT, product);
  assay_record_set_integer (record, ASSAY_ORDER_LINE_QUANTITY, quantity);
  temp_book_save (temp, "Add line", record);
  return assay_record_get_id (record);
}

gint64
temp_book_add_promise (TempBook *temp, gint64 line, const char *promised_on, const char *given_on)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_PROMISE);

  assay_record_set_reference (record, ASSAY_PROMISE_ORDER_LINE, line);
  assay_record_set_date (record, ASSAY_PROMISE_PROMISED_ON, temp_book_date (promised_on));
  if (given_on != NULL)
    assay_record_set_date (record, ASSAY_PROMISE_GIVEN_ON, temp_book_date (given_on));
  temp_book_save (temp, "Add promise", record);
  return assay_record_get_id (record);
}

gint64
temp_book_add_delivery (TempBook *temp, gint64 line, gint64 quantity, const char *received_on)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_DELIVERY);

  assay_record_set_reference (record, ASSAY_DELIVERY_ORDER_LINE, line);
  assay_record_set_integer (record, ASSAY_DELIVERY_QUANTITY, quantity);
  if (received_on != NULL)
    assay_record_set_date (record, ASSAY_DELIVERY_RECEIVED_ON, temp_book_date (received_on));
  temp_book_save (temp, "Add delivery", record);
  return assay_record_get_id (record);
}

AssayRecord *
temp_book_get (TempBook *temp, AssayType type, gint64 id)
{
  g_autoptr (GError) error = NULL;
  AssayRecord *record = assay_records_get (assay_book_get_reader (temp->book), type, id, &error);

  g_assert_no_error (error);
  return record;
}

static gboolean
timeout_cb (gpointer data)
{
  g_error ("waited too long");
  return G_SOURCE_REMOVE;
}

void
temp_book_wait (gboolean *done)
{
  guint source = g_timeout_add_seconds (60, timeout_cb, NULL);

  while (!*done)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}
