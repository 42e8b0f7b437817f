/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui-support.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "store/records.h"
#include "ui/init.h"

static const char *const suppliers[][3] = {
  { "Sao Mai Bags", "VN", "approved" },
  { "Ningbo Haitian 海天", "CN", "paused" },
  { "Çınar Tekstil", "TR", "sampling" },
};

static gint64
insert (AssayDb *db, AssayRecord *record, GError **error)
{
  gint64 id = assay_records_insert (db, record, error) ? assay_record_get_id (record) : 0;

  g_object_unref (record);
  return id;
}

static gint64
add_inspection (AssayDb *db, guint i, gint64 line, gint64 supplier, gint64 product, GError **error)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_INSPECTION);
  g_autofree char *number = g_strdup_printf ("IR-%04u", i);

  assay_record_set_text (record, ASSAY_INSPECTION_NUMBER, number);
  assay_record_set_reference (record, ASSAY_INSPECTION_ORDER_LINE, line);
  assay_record_set_reference (record, ASSAY_INSPECTION_SUPPLIER, supplier);
  assay_record_set_reference (record, ASSAY_INSPECTION_PRODUCT, product);
  assay_record_set_date (record, ASSAY_INSPECTION_INSPECTED_ON, ASSAY_UI_TODAY - (gint32)i);
  assay_record_set_integer (record, ASSAY_INSPECTION_LOT_SIZE, 300 + i);
  assay_record_set_integer (record, ASSAY_INSPECTION_INSPECTED, 50);
  assay_record_set_integer (record, ASSAY_INSPECTION_DEFECTIVE, i % 7);
  assay_record_set_text (record, ASSAY_INSPECTION_RESULT, i % 3 ? "pass" : "fail");
  if (i % 2)
    assay_record_set_text (record, ASSAY_INSPECTION_DECISION, i % 3 ? "accept" : "rework");
  return insert (db, record, error);
}

static gboolean
add_delivery (AssayDb *db, gint64 line, gint64 quantity, gint32 day, GError **error)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_DELIVERY);

  assay_record_set_reference (record, ASSAY_DELIVERY_ORDER_LINE, line);
  assay_record_set_integer (record, ASSAY_DELIVERY_QUANTITY, quantity);
  assay_record_set_date (record, ASSAY_DELIVERY_RECEIVED_ON, day);
  return insert (db, record, error) != 0;
}

static gboolean
add_order (AssayDb *db, guint i, gint64 supplier, gint64 product, GError **error)
{
  AssayRecord *order = assay_record_new (ASSAY_TYPE_ORDER);
  AssayRecord *line = assay_record_new (ASSAY_TYPE_ORDER_LINE);
  AssayRecord *promise = assay_record_new (ASSAY_TYPE_PROMISE);
  g_autofree char *number = g_strdup_printf ("PO-%04u", i);
  gint32 sent = ASSAY_UI_TODAY - 80 + (gint32)(i % 60);
  gint32 due = sent + 45 + (gint32)(i % 20);
  gint64 order_id, line_id;

  assay_record_set_text (order, ASSAY_ORDER_NUMBER, number);
  assay_record_set_reference (order, ASSAY_ORDER_SUPPLIER, supplier);
  assay_record_set_date (order, ASSAY_ORDER_SENT_ON, sent);
  assay_record_set_text (order, ASSAY_ORDER_CURRENCY, "USD");
  assay_record_set_text (order, ASSAY_ORDER_STATE, i % 2 ? "received" : "production");
  order_id = insert (db, order, error);
  assay_record_set_reference (line, ASSAY_ORDER_LINE_PURCHASE_ORDER, order_id);
  assay_record_set_reference (line, ASSAY_ORDER_LINE_PRODUCT, product);
  assay_record_set_integer (line, ASSAY_ORDER_LINE_QUANTITY, 300 + 10 * i);
  assay_record_set_integer (line, ASSAY_ORDER_LINE_UNIT_PRICE, 234500);
  line_id = order_id ? insert (db, line, error) : 0;
  assay_record_set_reference (promise, ASSAY_PROMISE_ORDER_LINE, line_id);
  assay_record_set_date (promise, ASSAY_PROMISE_PROMISED_ON, due);
  if (line_id == 0 || insert (db, promise, error) == 0)
    return FALSE;
  if (i % 2 && !add_delivery (db, line_id, 300 + 10 * i, due - 3 + (gint32)(i % 11), error))
    return FALSE;
  return i % 5 || add_inspection (db, i, line_id, supplier, product, error) != 0;
}

static gboolean
fill (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  guint n = GPOINTER_TO_UINT (data);
  gint64 ids[G_N_ELEMENTS (suppliers)];
  gint64 product;
  AssayRecord *record;

  for (gsize i = 0; i < G_N_ELEMENTS (suppliers); i++)
    {
      record = assay_record_new (ASSAY_TYPE_SUPPLIER);
      assay_record_set_text (record, ASSAY_SUPPLIER_NAME, suppliers[i][0]);
      assay_record_set_text (record, ASSAY_SUPPLIER_COUNTRY, suppliers[i][1]);
      assay_record_set_text (record, ASSAY_SUPPLIER_STATUS, suppliers[i][2]);
      assay_record_set_integer (record, ASSAY_SUPPLIER_MINIMUM_ORDER, 1200 - 300 * (gint64)i);
      ids[i] = insert (db, record, error);
      if (ids[i] == 0)
        return FALSE;
    }
  record = assay_record_new (ASSAY_TYPE_PRODUCT);
  assay_record_set_text (record, ASSAY_PRODUCT_CODE, "TP-40");
  assay_record_set_text (record, ASSAY_PRODUCT_NAME, "Trail Pack 40");
  assay_record_set_integer (record, ASSAY_PRODUCT_CAPACITY, 40000);
  product = insert (db, record, error);
  for (guint i = 0; product && i < n; i++)
    if (!add_order (db, i, ids[i % G_N_ELEMENTS (ids)], product, error))
      return FALSE;
  return product != 0;
}

AssayBook *
assay_ui_make_book (guint n_orders)
{
  /* To look at it, or to take pictures of the window with it. */
  const char *keep = g_getenv ("ASSAY_UI_BOOK");
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("assay-ui-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "book.assay", NULL);
  AssayBook *book;

  g_assert_no_error (error);
  book = assay_book_open (keep ? keep : path, ASSAY_BOOK_CREATE, &error);
  g_assert_no_error (error);
  if (n_orders > 0)
    assay_book_change (book, "Fill the book", fill, GUINT_TO_POINTER (n_orders), NULL, NULL,
                       &error);
  g_assert_no_error (error);
  return book;
}

void
assay_ui_drop_book (AssayBook *book)
{
  g_autofree char *path = g_strdup (assay_book_get_path (book));
  g_autofree char *folder = g_path_get_dirname (path);

  assay_book_close (book, NULL);
  if (g_getenv ("ASSAY_UI_BOOK"))
    return;
  g_unlink (path);
  g_rmdir (folder);
}

void
assay_ui_wait (AssayUiCondition condition, gpointer data, const char *what)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (!condition (data))
    {
      if (g_get_monotonic_time () > end)
        g_error ("waited ten seconds for: %s", what);
      g_main_context_iteration (NULL, FALSE);
    }
}

void
assay_ui_settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 5;

  while (g_get_monotonic_time () < end || g_main_context_pending (NULL))
    {
      g_main_context_iteration (NULL, FALSE);
      if (g_get_monotonic_time () > end + 5 * G_USEC_PER_SEC)
        return;
    }
}

gboolean
assay_ui_test_init (void)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  if (!gtk_init_check ())
    return FALSE;
  adw_init ();
  /* GNOME's usual buttons; with three, a header bar of ours needs a few pixels more than 360. */
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL);
  assay_ui_init ();
  return TRUE;
}
