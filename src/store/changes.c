/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/changes.h"

#include <glib/gi18n-lib.h>

#include "store/bulk.h"
#include "store/db-private.h"
#include "store/records.h"
#include "store/restore-point.h"

/* How far back undo looks. */
#define STACK_DEPTH 1000

typedef struct
{
  gint64 id;
  char *label;
  char *restore_point;
} Entry;

static void
clear_entry (gpointer data)
{
  g_free (((Entry *)data)->label);
  g_free (((Entry *)data)->restore_point);
}

static sqlite3_session *
start_session (AssayDb *db, GError **error)
{
  sqlite3_session *session = NULL;
  int code = sqlite3session_create (db->handle, "main", &session);

  for (AssayType type = ASSAY_TYPE_NONE + 1; type < ASSAY_N_TYPES && code == SQLITE_OK; type++)
    code = sqlite3session_attach (session, assay_record_type_get (type)->table);
  if (code == SQLITE_OK)
    code = sqlite3session_attach (session, "setting");
  if (code == SQLITE_OK)
    return session;
  sqlite3session_delete (session);
  assay_store_error_take (db->handle, code, NULL, error);
  return NULL;
}

static GBytes *
take_changeset (AssayDb *db, sqlite3_session *session, GError **error)
{
  void *data = NULL;
  int size = 0;
  int code = sqlite3session_changeset (session, &size, &data);

  if (code != SQLITE_OK)
    {
      assay_store_error_take (db->handle, code, NULL, error);
      return NULL;
    }
  return g_bytes_new_with_free_func (data, (gsize)size, sqlite3_free, data);
}

/* What a changeset did, record by record; NULL when there are too many to list. */
static GArray *
list_changed (GBytes *changeset)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (AssayChanged));
  sqlite3_changeset_iter *iter = NULL;
  gsize size;
  const void *data = g_bytes_get_data (changeset, &size);

  if (sqlite3changeset_start (&iter, (int)size, (void *)data) != SQLITE_OK)
    return NULL;
  while (sqlite3changeset_next (iter) == SQLITE_ROW && changed->len <= ASSAY_CHANGES_LISTED)
    {
      const char *table;
      int n_columns, op, indirect;
      sqlite3_value *key = NULL;
      const AssayRecordType *type;
      AssayChanged one;

      sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect);
      type = assay_record_type_find (table);
      if (type == NULL)
        continue;
      if (op == SQLITE_INSERT)
        sqlite3changeset_new (iter, 0, &key);
      else
        sqlite3changeset_old (iter, 0, &key);
      one.type = type->type;
      one.id = sqlite3_value_int64 (key);
      one.kind = op == SQLITE_INSERT   ? ASSAY_CHANGED_INSERTED
                 : op == SQLITE_DELETE ? ASSAY_CHANGED_DELETED
                                       : ASSAY_CHANGED_UPDATED;
      g_array_append_val (changed, one);
    }
  sqlite3changeset_finalize (iter);
  return changed->len > ASSAY_CHANGES_LISTED ? NULL : g_steal_pointer (&changed);
}

static gboolean
store_change (AssayDb *db,
              const char *label,
              const char *kind,
              gint64 undoes,
              const char *restore_point,
              GBytes *changeset,
              GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db,
                          "INSERT INTO change (id, at, who, label, kind, undoes, restore_point, "
                          "changeset) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                          error);

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, assay_records_new_id ());
  assay_statement_bind_int (statement, 2, g_get_real_time ());
  assay_statement_bind_text (statement, 3, g_get_real_name ());
  assay_statement_bind_text (statement, 4, label);
  assay_statement_bind_text (statement, 5, kind);
  if (undoes != 0)
    assay_statement_bind_int (statement, 6, undoes);
  assay_statement_bind_text (statement, 7, restore_point);
  assay_statement_bind_blob (statement, 8, changeset);
  return assay_statement_run (statement, error);
}

static gboolean
finish_change (AssayDb *db,
               const char *label,
               sqlite3_session *session,
               const char *indexes,
               const char *restore_point,
               GArray **changed,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_free);

  if (!assay_fresh_end (db, error) || !assay_touched_bring_up_to_date (db, error)
      || (indexes != NULL && !assay_bulk_end (db, indexes, error)))
    return FALSE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  assay_db_set_cancellable (db, NULL);
  if (session != NULL)
    {
      changeset = take_changeset (db, session, error);
      if (changeset == NULL)
        return FALSE;
      *changed = list_changed (changeset);
    }
  if (restore_point != NULL && !assay_restore_point_forget_all (db, old, error))
    return FALSE;
  if ((session == NULL || g_bytes_get_size (changeset) > 0)
      && !store_change (db, label, "do", 0, restore_point, changeset, error))
    return FALSE;
  if (!assay_db_exec (db, "COMMIT", error))
    return FALSE;
  for (guint i = 0; i < old->len; i++)
    assay_restore_point_delete (db, g_ptr_array_index (old, i));
  return TRUE;
}

/**
 * assay_changes_run:
 * @db: the writing connection
 * @label: what the person did
 * @large: whether to make a restore point instead of keeping a changeset
 * @func: what to do
 * @data: for @func
 * @result: (out): for @func
 * @changed: (out) (nullable) (element-type AssayChanged): what it changed; %NULL when that is too
 * much to list
 * @cancellable: (nullable): stops it
 * @error: what went wrong; then nothing was done
 *
 * Runs @func in a transaction of its own.
 *
 * Returns: whether it is in the book
 */
gboolean
assay_changes_run (AssayDb *db,
                   const char *label,
                   gboolean large,
                   AssayChangeFunc func,
                   gpointer data,
                   gpointer *result,
                   GArray **changed,
                   GCancellable *cancellable,
                   GError **error)
{
  sqlite3_session *session = NULL;
  g_autofree char *restore_point = NULL, *indexes = NULL;
  gboolean ok;

  *changed = NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (large)
    {
      restore_point = assay_restore_point_make (db, error);
      if (restore_point == NULL)
        return FALSE;
    }
  /* What is sorted for the indexes of very many rows is not to stay in memory. */
  ok = (!large || assay_db_exec (db, "PRAGMA temp_store = FILE", error))
       && assay_db_exec (db, "BEGIN IMMEDIATE", error);
  if (ok && large)
    ok = (indexes = assay_bulk_begin (db, error)) != NULL;
  else if (ok)
    ok = (session = start_session (db, error)) != NULL;
  if (ok)
    {
      assay_db_set_cancellable (db, cancellable);
      db->touched = assay_touched_new ();
      db->fresh = assay_fresh_new ();
      ok = func (db, data, result, cancellable, error)
           && finish_change (db, label, session, indexes, restore_point, changed, cancellable,
                             error);
      g_clear_pointer (&db->fresh, assay_fresh_free);
      g_clear_pointer (&db->touched, assay_touched_free);
      assay_db_set_cancellable (db, NULL);
    }
  g_clear_pointer (&session, sqlite3session_delete);
  if (!ok && !sqlite3_get_autocommit (db->handle))
    assay_db_exec (db, "ROLLBACK", NULL);
  if (large)
    assay_db_exec (db, "PRAGMA temp_store = MEMORY", NULL);
  if (!ok)
    assay_restore_point_delete (db, restore_point);
  if (!ok)
    g_clear_pointer (changed, g_array_unref);
  return ok;
}

/* Replays the journal to find what can be undone and redone now. */
static gboolean
read_stacks (AssayDb *db, GArray *undo, GArray *redo, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db,
                          "SELECT id, label, kind, changeset IS NOT NULL, restore_point FROM "
                          "(SELECT * FROM change ORDER BY id DESC LIMIT ?1) ORDER BY id",
                          error);
  gboolean row, ok;

  g_array_set_clear_func (undo, clear_entry);
  g_array_set_clear_func (redo, clear_entry);
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, STACK_DEPTH);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      const char *kind = assay_statement_get_text (statement, 2);
      Entry entry = { assay_statement_get_int (statement, 0),
                      g_strdup (assay_statement_get_text (statement, 1)),
                      g_strdup (assay_statement_get_text (statement, 4)) };
      gboolean undone = g_strcmp0 (kind, "undo") == 0;
      GArray *from = undone ? undo : redo;

      if (g_strcmp0 (kind, "do") == 0)
        g_array_set_size (redo, 0);
      else if (from->len > 0)
        g_array_set_size (from, from->len - 1);
      /* What can no longer be taken back bars the way to what lies before it. */
      if (!assay_statement_get_int (statement, 3)
          && !assay_restore_point_exists (db, entry.restore_point))
        {
          clear_entry (&entry);
          g_array_set_size (undo, 0);
          g_array_set_size (redo, 0);
        }
      else if (undone)
        g_array_append_val (redo, entry);
      else
        g_array_append_val (undo, entry);
    }
  return ok;
}

/**
 * assay_changes_read_labels:
 * @db: a connection
 * @undo_label: (out) (nullable): what would be undone
 * @redo_label: (out) (nullable): what would be redone
 */
void
assay_changes_read_labels (AssayDb *db, char **undo_label, char **redo_label)
{
  g_autoptr (GArray) undo = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GArray) redo = g_array_new (FALSE, FALSE, sizeof (Entry));

  *undo_label = *redo_label = NULL;
  if (!read_stacks (db, undo, redo, NULL))
    return;
  if (undo->len > 0)
    *undo_label = g_strdup (g_array_index (undo, Entry, undo->len - 1).label);
  if (redo->len > 0)
    *redo_label = g_strdup (g_array_index (redo, Entry, redo->len - 1).label);
}

static int
conflict_cb (void *data, int reason, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static GBytes *
read_inverse (AssayDb *db, gint64 id, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db, "SELECT changeset FROM change WHERE id = ?1", error);
  gboolean row;
  void *inverse = NULL;
  int size = 0, code;

  if (statement == NULL)
    return NULL;
  assay_statement_bind_int (statement, 1, id);
  if (!assay_statement_step (statement, &row, error))
    return NULL;
  code = sqlite3changeset_invert (sqlite3_column_bytes (assay_statement_handle (statement), 0),
                                  sqlite3_column_blob (assay_statement_handle (statement), 0),
                                  &size, &inverse);
  if (code != SQLITE_OK)
    {
      assay_store_error_take (NULL, code, NULL, error);
      return NULL;
    }
  return g_bytes_new_with_free_func (inverse, (gsize)size, sqlite3_free, inverse);
}

static gboolean
apply (AssayDb *db, GBytes *changeset, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (changeset, &size);
  int code = sqlite3changeset_apply (db->handle, (int)size, (void *)data, NULL, conflict_cb, NULL);

  if (code == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT)
    {
      g_set_error_literal (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_CONFLICT,
                           _ ("The same records were changed since"));
      return FALSE;
    }
  return code == SQLITE_OK || assay_store_error_take (db->handle, code, NULL, error);
}

/**
 * assay_changes_undo:
 * @db: the writing connection
 * @redo: whether to redo what was undone last instead
 * @changed: (out) (nullable) (element-type AssayChanged): what it changed
 * @error: %ASSAY_STORE_ERROR_NOTHING when there is nothing; then nothing was done
 *
 * Returns: whether it was undone
 */
gboolean
assay_changes_undo (AssayDb *db, gboolean redo, GArray **changed, GError **error)
{
  g_autoptr (GArray) undo_stack = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GArray) redo_stack = g_array_new (FALSE, FALSE, sizeof (Entry));
  GArray *stack = redo ? redo_stack : undo_stack;
  g_autoptr (GBytes) inverse = NULL;
  const Entry *entry;
  gboolean ok;

  *changed = NULL;
  if (!read_stacks (db, undo_stack, redo_stack, error))
    return FALSE;
  if (stack->len == 0)
    {
      g_set_error_literal (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_NOTHING,
                           redo ? _ ("There is nothing to redo") : _ ("There is nothing to undo"));
      return FALSE;
    }
  entry = &g_array_index (stack, Entry, stack->len - 1);
  if (entry->restore_point != NULL)
    return assay_restore_point_return_to (db, entry->restore_point, error);
  inverse = read_inverse (db, entry->id, error);
  /* In memory the journal of the savepoint that applying opens would be walked from its beginning
   * for each row. */
  if (inverse == NULL || !assay_db_exec (db, "PRAGMA temp_store = FILE; BEGIN IMMEDIATE", error))
    return FALSE;
  ok = apply (db, inverse, error)
       && store_change (db, entry->label, redo ? "redo" : "undo", entry->id, NULL, inverse, error)
       && assay_db_exec (db, "COMMIT", error);
  if (ok)
    *changed = list_changed (inverse);
  else if (!sqlite3_get_autocommit (db->handle))
    assay_db_exec (db, "ROLLBACK", NULL);
  assay_db_exec (db, "PRAGMA temp_store = MEMORY", NULL);
  return ok;
}
