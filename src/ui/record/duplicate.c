/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/duplicate.h"

#include <glib/gi18n-lib.h>

#include "insight/owned-rows.h"
#include "store/records.h"

char *
assay_duplicate_find_name (AssayDb *db, AssayType type, const char *name, gboolean as_it_is)
{
  guint field = (guint)assay_record_type_get (type)->title[0];

  for (guint i = as_it_is ? 0 : 1;; i++)
    {
      g_auto (AssayValue) value = ASSAY_VALUE_INIT;
      g_autofree char *free_name = i == 0   ? g_strdup (name)
                                   : i == 1 ? g_strdup_printf (_ ("%s (copy)"), name)
                                            : g_strdup_printf (_ ("%s (copy %u)"), name, i);

      assay_value_set_text (&value, free_name);
      if (assay_records_find (db, type, field, &value, NULL) <= 0)
        return g_steal_pointer (&free_name);
    }
}

static gboolean
copy_owned (AssayDb *db, AssayType type, gint64 from, gint64 to, GError **error)
{
  g_autoptr (GPtrArray) owned = assay_owned_rows_read (db, type, from, error);
  guint owner = (guint)assay_record_type_get (type)->owner;

  if (owned == NULL)
    return FALSE;
  for (guint i = 0; i < owned->len; i++)
    {
      g_autoptr (AssayRecord) copy = assay_record_copy (owned->pdata[i]);

      assay_record_set_id (copy, 0);
      assay_record_set_reference (copy, owner, to);
      if (!assay_records_insert (db, copy, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
duplicate (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  AssayRecord *record = data;
  const AssayRecordType *type = assay_record_describe (record);
  guint field = (guint)type->title[0];
  const char *old = assay_record_get_text (record, field);
  g_autofree char *name = assay_duplicate_find_name (
      db, type->type, old != NULL ? old : assay_record_type_label (type), FALSE);
  g_autoptr (AssayRecord) copy = assay_record_copy (record);
  gint64 id;

  assay_record_set_id (copy, 0);
  assay_record_set_text (copy, field, name);
  if (!assay_records_insert (db, copy, error))
    return FALSE;
  id = assay_record_get_id (copy);
  for (const AssayType *owned = type->owned; owned != NULL && *owned != ASSAY_TYPE_NONE; owned++)
    if (!copy_owned (db, *owned, assay_record_get_id (record), id, error))
      return FALSE;
  *result = g_memdup2 (&id, sizeof id);
  return TRUE;
}

void
assay_duplicate_async (AssayBook *book,
                       AssayRecord *record,
                       const char *label,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  assay_book_change_async (book, label, duplicate, assay_record_copy (record), g_object_unref,
                           g_free, NULL, callback, user_data);
}

gint64
assay_duplicate_finish (AssayBook *book, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *id = assay_book_change_finish (book, result, error);

  return id != NULL ? *id : 0;
}
