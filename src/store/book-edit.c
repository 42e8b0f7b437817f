/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The commonest changes of a book, each with the name by which it is undone. */

#include "assay-config.h"

#include "store/book.h"

#include <glib/gi18n-lib.h>

#include "store/promises.h"
#include "store/records.h"

static gboolean
save_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  AssayRecord *record = data;
  g_autoptr (AssayRecord) old
      = assay_records_get (db, assay_record_get_kind (record), assay_record_get_id (record), NULL);

  if (assay_record_get_kind (record) == ASSAY_TYPE_PROMISE
      && !assay_promises_allow (db, record, error))
    return FALSE;
  return old == NULL ? assay_records_insert (db, record, error)
                     : assay_records_update (db, record, error);
}

/**
 * assay_book_save_async:
 * @book: a book
 * @record: a record; a new one gets its key at once
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is in the book or is not; ends with assay_book_done_finish()
 * @user_data: for @callback
 *
 * Adds @record to the book or brings the book's record up to it.
 */
void
assay_book_save_async (AssayBook *book,
                       AssayRecord *record,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  gboolean is_new = assay_record_get_id (record) == 0;
  g_autofree char *title = assay_record_dup_title (record);
  const char *type = assay_record_type_label (assay_record_describe (record));
  g_autofree char *label = NULL;

  /* Translators: an action's name for Undo: a type and the record's name. */
  label = g_strdup_printf (is_new ? _ ("Add %s “%s”") : _ ("Change %s “%s”"), type, title);
  if (is_new)
    assay_record_set_id (record, assay_records_new_id ());
  assay_book_change_async (book, label, save_func, assay_record_copy (record), g_object_unref, NULL,
                           cancellable, callback, user_data);
}

typedef struct
{
  AssayType type;
  gsize n_ids;
  gint64 ids[];
} DeleteData;

static gboolean
delete_func (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  DeleteData *what = data;

  for (gsize i = 0; i < what->n_ids; i++)
    if (!assay_records_delete (db, what->type, what->ids[i], error))
      return FALSE;
  return TRUE;
}

/**
 * assay_book_delete_async:
 * @book: a book
 * @type: a type
 * @ids: (array length=n_ids): keys
 * @n_ids: how many
 * @cancellable: (nullable): a cancellable
 * @callback: called when they are gone or are not; ends with assay_book_done_finish()
 * @user_data: for @callback
 *
 * Deletes records with all they own, in one change.
 */
void
assay_book_delete_async (AssayBook *book,
                         AssayType type,
                         const gint64 *ids,
                         gsize n_ids,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  const AssayRecordType *described = assay_record_type_get (type);
  DeleteData *data = g_malloc (sizeof (DeleteData) + n_ids * sizeof (gint64));
  g_autofree char *title = NULL, *label = NULL;

  data->type = type;
  data->n_ids = n_ids;
  memcpy (data->ids, ids, n_ids * sizeof (gint64));
  if (n_ids == 1 && assay_book_get_reader (book) != NULL)
    title = assay_records_dup_title (assay_book_get_reader (book), type, ids[0], NULL);
  if (title != NULL)
    label = g_strdup_printf (_ ("Delete %s “%s”"), assay_record_type_label (described), title);
  else
    /* Translators: an action's name for Undo: a type in the plural and a number. */
    label = g_strdup_printf (_ ("Delete %s (%zu)"), assay_record_type_plural (described), n_ids);
  assay_book_change_async (book, label, delete_func, data, g_free, NULL, cancellable, callback,
                           user_data);
}

gboolean
assay_book_done_finish (AssayBook *book, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (g_task_is_valid (result, book), FALSE);

  g_task_propagate_pointer (G_TASK (result), &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
