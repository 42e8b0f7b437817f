/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample-book.h"

#include <glib/gstdio.h>

gint32
sample_day (const char *iso)
{
  gint32 day = ASSAY_DATE_UNKNOWN;

  if (iso != NULL)
    g_assert_true (assay_date_parse_iso (iso, &day));
  return day;
}

AssayBook *
sample_book_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("assay-insight-XXXXXX", &error);
  g_autofree char *path = NULL;
  AssayBook *book;

  g_assert_no_error (error);
  path = g_build_filename (folder, "sample.assay", NULL);
  book = assay_book_open (path, ASSAY_BOOK_CREATE, &error);
  g_assert_no_error (error);
  return book;
}

void
sample_book_free (AssayBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup (assay_book_get_path (book));
  g_autofree char *folder = g_path_get_dirname (path);

  assay_book_close (book, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (book);
  g_unlink (path);
  g_rmdir (folder);
}

static gint64
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  return assay_record_get_id (record);
}

static void
set_day (AssayRecord *record, guint field, const char *iso)
{
  if (iso != NULL)
    assay_record_set_date (record, field, sample_day (iso));
}

gint64
sample_supplier (AssayDb *db, const char *name, const char *country)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SUPPLIER);

  assay_record_set_text (record, ASSAY_SUPPLIER_NAME, name);
  assay_record_set_text (record, ASSAY_SUPPLIER_COUNTRY, country);
  return insert (db, record);
}

gint64
sample_product (AssayDb *db, const char *code, const char *name)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_PRODUCT);

  assay_record_set_text (record, ASSAY_PRODUCT_CODE, code);
  assay_record_set_text (record, ASSAY_PRODUCT_NAME, name);
  return insert (db, record);
}

gint64
sample_order (
    AssayDb *db, const char *number, gint64 supplier, const char *sent, const char *confirmed)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_ORDER);

  assay_record_set_text (record, ASSAY_ORDER_NUMBER, number);
  assay_record_set_reference (record, ASSAY_ORDER_SUPPLIER, supplier);
  set_day (record, ASSAY_ORDER_SENT_ON, sent);
  set_day (record, ASSAY_ORDER_CONFIRMED_ON, confirmed);
  return insert (db, record);
}

gint64
sample_line (AssayDb *db, gint64 order, gint64 product, gint64 quantity, const char *promised)
{
  g_autoptr (AssayRecord) line = assay_record_new (ASSAY_TYPE_ORDER_LINE);
  g_autoptr (AssayRecord) promise = assay_record_new (ASSAY_TYPE_PROMISE);

  assay_record_set_reference (line, ASSAY_ORDER_LINE_PURCHASE_ORDER, order);
  if (product != 0)
    assay_record_set_reference (line, ASSAY_ORDER_LINE_PRODUCT, product);
  assay_record_set_integer (line, ASSAY_ORDER_LINE_QUANTITY, quantity);
  insert (db, line);
  if (promised != NULL)
    {
      assay_record_set_reference (promise, ASSAY_PROMISE_ORDER_LINE, assay_record_get_id (line));
      set_day (promise, ASSAY_PROMISE_PROMISED_ON, promised);
      insert (db, promise);
    }
  return assay_record_get_id (line);
}

void
sample_delivery (AssayDb *db, gint64 line, gint64 quantity, const char *received)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_DELIVERY);

  assay_record_set_reference (record, ASSAY_DELIVERY_ORDER_LINE, line);
  assay_record_set_integer (record, ASSAY_DELIVERY_QUANTITY, quantity);
  set_day (record, ASSAY_DELIVERY_RECEIVED_ON, received);
  insert (db, record);
}

void
sample_set_text (AssayDb *db, AssayType type, gint64 id, guint field, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = assay_records_get (db, type, id, &error);

  g_assert_no_error (error);
  assay_record_set_text (record, field, text);
  assay_records_update (db, record, &error);
  g_assert_no_error (error);
}

gint64
sample_inspection (AssayDb *db,
                   gint64 supplier,
                   gint64 product,
                   const char *inspected_on,
                   gint64 inspected,
                   gint64 defective,
                   const char *result)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_INSPECTION);

  assay_record_set_text (record, ASSAY_INSPECTION_KIND, "final_random");
  if (supplier != 0)
    assay_record_set_reference (record, ASSAY_INSPECTION_SUPPLIER, supplier);
  if (product != 0)
    assay_record_set_reference (record, ASSAY_INSPECTION_PRODUCT, product);
  set_day (record, ASSAY_INSPECTION_INSPECTED_ON, inspected_on);
  if (inspected >= 0)
    assay_record_set_integer (record, ASSAY_INSPECTION_INSPECTED, inspected);
  if (defective >= 0)
    assay_record_set_integer (record, ASSAY_INSPECTION_DEFECTIVE, defective);
  assay_record_set_text (record, ASSAY_INSPECTION_RESULT, result);
  return insert (db, record);
}

void
sample_defect (AssayDb *db, gint64 inspection, const char *class_name, gint64 count)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_DEFECT);

  assay_record_set_reference (record, ASSAY_DEFECT_INSPECTION, inspection);
  assay_record_set_text (record, ASSAY_DEFECT_CLASS, class_name);
  assay_record_set_integer (record, ASSAY_DEFECT_COUNT, count);
  insert (db, record);
}

typedef struct
{
  SampleFunc func;
  gpointer data;
} Change;

static gboolean
run (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Change *change = data;

  change->func (db, change->data);
  return TRUE;
}

void
sample_change (AssayBook *book, SampleFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Change change = { func, data };

  assay_book_change (book, "Sample", run, &change, NULL, NULL, &error);
  g_assert_no_error (error);
}
