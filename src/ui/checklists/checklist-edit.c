/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/checklists/checklist-edit.h"

#include <glib/gi18n-lib.h>

#include "insight/checklist.h"
#include "store/records.h"

typedef struct
{
  GArray *ids;
  gint64 moved;
  char *section;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_array_unref (order->ids);
  g_free (order->section);
  g_free (order);
}

static gboolean
reorder (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Order *order = data;

  for (guint i = 0; i < order->ids->len; i++)
    {
      gint64 id = g_array_index (order->ids, gint64, i);
      g_autoptr (AssayRecord) item = assay_records_get (db, ASSAY_TYPE_CHECKLIST_ITEM, id, error);

      if (item == NULL)
        return FALSE;
      if (id == order->moved)
        assay_record_set_text (item, ASSAY_CHECKLIST_ITEM_SECTION, order->section);
      else if (assay_record_get_integer (item, ASSAY_CHECKLIST_ITEM_POSITION, -1) == i + 1)
        continue;
      assay_record_set_integer (item, ASSAY_CHECKLIST_ITEM_POSITION, i + 1);
      if (!assay_records_update (db, item, error))
        return FALSE;
    }
  *result = g_new0 (char, 1);
  return TRUE;
}

void
assay_checklist_reorder_async (AssayBook *book,
                               GArray *ids,
                               gint64 moved,
                               const char *section,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Order *order = g_new0 (Order, 1);

  order->ids = g_array_ref (ids);
  order->moved = moved;
  order->section = g_strdup (section);
  assay_book_change_async (book, _ ("Move Checklist Item"), reorder, order, order_free, g_free,
                           NULL, callback, user_data);
}

gboolean
assay_checklist_reorder_finish (AssayBook *book, GAsyncResult *result, GError **error)
{
  g_autofree char *done = assay_book_change_finish (book, result, error);

  return done != NULL;
}

/* "Backpacks (copy)", "Backpacks (copy 2)": the first that is free. */
static char *
find_name (AssayDb *db, const char *name)
{
  for (guint i = 1;; i++)
    {
      g_auto (AssayValue) value = ASSAY_VALUE_INIT;
      g_autofree char *free_name = i == 1 ? g_strdup_printf (_ ("%s (copy)"), name)
                                          : g_strdup_printf (_ ("%s (copy %u)"), name, i);

      assay_value_set_text (&value, free_name);
      if (assay_records_find (db, ASSAY_TYPE_CHECKLIST, ASSAY_CHECKLIST_NAME, &value, NULL) <= 0)
        return g_steal_pointer (&free_name);
    }
}

static gboolean
duplicate (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  AssayRecord *checklist = data;
  g_autoptr (AssayRecord) copy = assay_record_copy (checklist);
  g_autoptr (GPtrArray) items
      = assay_checklist_read_items (db, assay_record_get_id (checklist), error);
  const char *old = assay_record_get_text (checklist, ASSAY_CHECKLIST_NAME);
  g_autofree char *name = find_name (db, old != NULL ? old : _ ("Checklist"));
  gint64 id;

  if (items == NULL)
    return FALSE;
  assay_record_set_id (copy, 0);
  assay_record_set_text (copy, ASSAY_CHECKLIST_NAME, name);
  if (!assay_records_insert (db, copy, error))
    return FALSE;
  id = assay_record_get_id (copy);
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (AssayRecord) item = assay_record_copy (items->pdata[i]);

      assay_record_set_id (item, 0);
      assay_record_set_reference (item, ASSAY_CHECKLIST_ITEM_CHECKLIST, id);
      if (!assay_records_insert (db, item, error))
        return FALSE;
    }
  *result = g_memdup2 (&id, sizeof id);
  return TRUE;
}

void
assay_checklist_duplicate_async (AssayBook *book,
                                 AssayRecord *checklist,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  assay_book_change_async (book, _ ("Duplicate Checklist"), duplicate,
                           assay_record_copy (checklist), g_object_unref, g_free, NULL, callback,
                           user_data);
}

gint64
assay_checklist_duplicate_finish (AssayBook *book, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *id = assay_book_change_finish (book, result, error);

  return id != NULL ? *id : 0;
}
