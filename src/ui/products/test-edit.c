/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/products/test-edit.h"

#include <glib/gi18n-lib.h>

#include "insight/bill-of-materials.h"
#include "insight/test-protocols.h"
#include "store/records.h"

/* Order */

typedef struct
{
  AssayType type;
  GArray *ids;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_array_unref (order->ids);
  g_free (order);
}

static gboolean
reorder (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Order *order = data;
  guint field = order->type == ASSAY_TYPE_REQUIREMENT ? (guint)ASSAY_REQUIREMENT_POSITION
                                                      : (guint)ASSAY_PROTOCOL_TEST_POSITION;

  for (guint i = 0; i < order->ids->len; i++)
    {
      g_autoptr (AssayRecord) test
          = assay_records_get (db, order->type, g_array_index (order->ids, gint64, i), error);

      if (test == NULL)
        return FALSE;
      if (assay_record_get_integer (test, field, -1) == i + 1)
        continue;
      assay_record_set_integer (test, field, i + 1);
      if (!assay_records_update (db, test, error))
        return FALSE;
    }
  *result = g_new0 (char, 1);
  return TRUE;
}

void
assay_tests_reorder_async (
    AssayBook *book, AssayType type, GArray *ids, GAsyncReadyCallback callback, gpointer user_data)
{
  Order *order = g_new0 (Order, 1);

  order->type = type;
  order->ids = g_array_ref (ids);
  assay_book_change_async (book, _ ("Move Test"), reorder, order, order_free, g_free, NULL,
                           callback, user_data);
}

gboolean
assay_tests_reorder_finish (AssayBook *book, GAsyncResult *result, GError **error)
{
  g_autofree char *done = assay_book_change_finish (book, result, error);

  return done != NULL;
}

/* New protocols */

/* "Day pack (copy)", "Day pack (copy 2)": the first that is free. */
static char *
find_name (AssayDb *db, const char *name, gboolean as_it_is)
{
  for (guint i = as_it_is ? 0 : 1;; i++)
    {
      g_auto (AssayValue) value = ASSAY_VALUE_INIT;
      g_autofree char *free_name = i == 0   ? g_strdup (name)
                                   : i == 1 ? g_strdup_printf (_ ("%s (copy)"), name)
                                            : g_strdup_printf (_ ("%s (copy %u)"), name, i);

      assay_value_set_text (&value, free_name);
      if (assay_records_find (db, ASSAY_TYPE_TEST_PROTOCOL, ASSAY_TEST_PROTOCOL_NAME, &value, NULL)
          <= 0)
        return g_steal_pointer (&free_name);
    }
}

static gboolean
duplicate (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  AssayRecord *protocol = data;
  g_autoptr (AssayRecord) copy = assay_record_copy (protocol);
  g_autoptr (GPtrArray) tests
      = assay_protocol_read_tests (db, assay_record_get_id (protocol), error);
  g_autofree char *name
      = find_name (db, assay_record_get_text (protocol, ASSAY_TEST_PROTOCOL_NAME), FALSE);
  gint64 id;

  if (tests == NULL)
    return FALSE;
  assay_record_set_id (copy, 0);
  assay_record_set_text (copy, ASSAY_TEST_PROTOCOL_NAME, name);
  if (!assay_records_insert (db, copy, error))
    return FALSE;
  id = assay_record_get_id (copy);
  for (guint i = 0; i < tests->len; i++)
    {
      g_autoptr (AssayRecord) test = assay_record_copy (tests->pdata[i]);

      assay_record_set_id (test, 0);
      assay_record_set_reference (test, ASSAY_PROTOCOL_TEST_TEST_PROTOCOL, id);
      if (!assay_records_insert (db, test, error))
        return FALSE;
    }
  *result = g_memdup2 (&id, sizeof id);
  return TRUE;
}

void
assay_protocol_duplicate_async (AssayBook *book,
                                AssayRecord *protocol,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  assay_book_change_async (book, _ ("Duplicate Test Protocol"), duplicate,
                           assay_record_copy (protocol), g_object_unref, g_free, NULL, callback,
                           user_data);
}

static gboolean
save (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  AssayRecord *product = data;
  g_autofree char *title = assay_record_dup_title (product);
  g_autofree char *name = find_name (db, title, TRUE);
  gint64 id;

  if (!assay_protocol_make_from_product (db, assay_record_get_id (product), name, &id, error))
    return FALSE;
  *result = g_memdup2 (&id, sizeof id);
  return TRUE;
}

void
assay_protocol_save_async (AssayBook *book,
                           AssayRecord *product,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  assay_book_change_async (book, _ ("Save as Test Protocol"), save, assay_record_copy (product),
                           g_object_unref, g_free, NULL, callback, user_data);
}

gint64
assay_protocol_made_finish (AssayBook *book, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *id = assay_book_change_finish (book, result, error);

  return id != NULL ? *id : 0;
}

/* Requirements out of a protocol */

typedef struct
{
  gint64 protocol, product;
  guint n_made, n_kept;
} Applied;

static gboolean
apply (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Applied *applied = data;

  if (!assay_protocol_apply (db, applied->protocol, applied->product, &applied->n_made,
                             &applied->n_kept, error))
    return FALSE;
  *result = g_memdup2 (applied, sizeof *applied);
  return TRUE;
}

void
assay_protocol_apply_async (AssayBook *book,
                            gint64 protocol,
                            gint64 product,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Applied *applied = g_new0 (Applied, 1);

  applied->protocol = protocol;
  applied->product = product;
  assay_book_change_async (book, _ ("Add Tests of a Protocol"), apply, applied, g_free, g_free,
                           NULL, callback, user_data);
}

gboolean
assay_protocol_apply_finish (
    AssayBook *book, GAsyncResult *result, guint *n_made, guint *n_kept, GError **error)
{
  g_autofree Applied *applied = assay_book_change_finish (book, result, error);

  if (applied == NULL)
    return FALSE;
  *n_made = applied->n_made;
  *n_kept = applied->n_kept;
  return TRUE;
}
