/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/products/test-edit.h"

#include <glib/gi18n-lib.h>

#include "insight/test-protocols.h"
#include "store/records.h"
#include "ui/record/duplicate.h"

/* New protocols */

static gboolean
save (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  AssayRecord *product = data;
  g_autofree char *title = assay_record_dup_title (product);
  g_autofree char *name = assay_duplicate_find_name (db, ASSAY_TYPE_TEST_PROTOCOL, title, TRUE);
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
