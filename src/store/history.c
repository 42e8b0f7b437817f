/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/history.h"

#include "store/book.h"
#include "store/records.h"

/* How many changes are looked through at most. */
#define DEPTH 5000

/* What is being looked for while the journal is read from its end. */
typedef struct
{
  AssayDb *db;
  const AssayRecordType *type;
  gint64 id;
  GHashTable *owned; /* keys of records that belong to it, or once did */
  guint limit;
  GPtrArray *entries;
  GHashTable *columns; /* table → GArray of field indexes by column, -1 for none */
} Search;

static void
clear_field (gpointer data)
{
  AssayHistoryField *field = data;

  assay_value_clear (&field->old_value);
  assay_value_clear (&field->new_value);
  g_free (field->old_title);
  g_free (field->new_title);
}

void
assay_history_entry_free (AssayHistoryEntry *entry)
{
  g_free (entry->who);
  g_free (entry->label);
  g_array_unref (entry->fields);
  g_free (entry);
}

/* Changesets name columns by their place in the table, which later schema steps only add to. */
static GArray *
read_columns (Search *search, const AssayRecordType *type)
{
  GArray *columns = g_hash_table_lookup (search->columns, type->table);
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row;

  if (columns != NULL)
    return columns;
  columns = g_array_new (FALSE, FALSE, sizeof (int));
  statement
      = assay_db_prepare (search->db, "SELECT name FROM pragma_table_info (?1) ORDER BY cid", NULL);
  if (statement != NULL)
    {
      assay_statement_bind_text (statement, 1, type->table);
      while (assay_statement_step (statement, &row, NULL) && row)
        {
          int field = assay_record_type_find_field (type, assay_statement_get_text (statement, 0));

          g_array_append_val (columns, field);
        }
    }
  g_hash_table_insert (search->columns, (gpointer)type->table, columns);
  return columns;
}

static void
take_value (sqlite3_value *from, AssayValue *to)
{
  if (from == NULL)
    return;
  if (sqlite3_value_type (from) == SQLITE_INTEGER)
    assay_value_set_integer (to, sqlite3_value_int64 (from));
  else if (sqlite3_value_type (from) == SQLITE_TEXT)
    assay_value_set_text (to, (const char *)sqlite3_value_text (from));
}

static char *
title_of (Search *search, const AssayField *field, const AssayValue *value)
{
  if (field->kind != ASSAY_KIND_REFERENCE || value->type != ASSAY_VALUE_INTEGER)
    return NULL;
  return assay_records_dup_title (search->db, field->reference, value->integer, NULL);
}

static void
add_field (Search *search,
           AssayHistoryEntry *entry,
           const AssayRecordType *type,
           int field,
           sqlite3_value *old_value,
           sqlite3_value *new_value)
{
  AssayHistoryField change = { .field = (guint)field };

  take_value (old_value, &change.old_value);
  take_value (new_value, &change.new_value);
  if (assay_value_equal (&change.old_value, &change.new_value))
    {
      clear_field (&change);
      return;
    }
  change.old_title = title_of (search, &type->fields[field], &change.old_value);
  change.new_title = title_of (search, &type->fields[field], &change.new_value);
  g_array_append_val (entry->fields, change);
}

static AssayHistoryEntry *
read_entry (Search *search,
            const AssayRecordType *type,
            gint64 id,
            int op,
            sqlite3_changeset_iter *iter,
            int n_columns)
{
  GArray *columns = read_columns (search, type);
  AssayHistoryEntry *entry = g_new0 (AssayHistoryEntry, 1);

  entry->type = type->type;
  entry->id = id;
  entry->kind = op == SQLITE_INSERT   ? ASSAY_CHANGED_INSERTED
                : op == SQLITE_DELETE ? ASSAY_CHANGED_DELETED
                                      : ASSAY_CHANGED_UPDATED;
  entry->fields = g_array_new (FALSE, TRUE, sizeof (AssayHistoryField));
  g_array_set_clear_func (entry->fields, clear_field);
  for (int i = 1; i < n_columns && (guint)i < columns->len; i++)
    {
      int field = g_array_index (columns, int, i);
      sqlite3_value *old_value = NULL, *new_value = NULL;

      if (field < 0 || (type->fields[field].flags & ASSAY_FIELD_HIDDEN))
        continue;
      if (op != SQLITE_INSERT)
        sqlite3changeset_old (iter, i, &old_value);
      if (op != SQLITE_DELETE)
        sqlite3changeset_new (iter, i, &new_value);
      if (old_value != NULL || new_value != NULL)
        add_field (search, entry, type, field, old_value, new_value);
    }
  return entry;
}

/* Whether an operation is on the record itself or on one that belongs to it; notes the latter. */
static gboolean
concerns (
    Search *search, const AssayRecordType *type, gint64 id, int op, sqlite3_changeset_iter *iter)
{
  sqlite3_value *owner = NULL;
  GArray *columns;
  int field = type->type == ASSAY_TYPE_ATTACHMENT ? ASSAY_ATTACHMENT_OWNER : type->owner;

  if (type == search->type && id == search->id)
    return TRUE;
  if (g_hash_table_contains (search->owned, &id))
    return TRUE;
  if (field < 0 || op == SQLITE_UPDATE)
    return FALSE;
  columns = read_columns (search, type);
  for (guint i = 1; i < columns->len && owner == NULL; i++)
    if (g_array_index (columns, int, i) == field)
      {
        if (op == SQLITE_INSERT)
          sqlite3changeset_new (iter, (int)i, &owner);
        else
          sqlite3changeset_old (iter, (int)i, &owner);
      }
  if (owner == NULL || sqlite3_value_int64 (owner) != search->id)
    return FALSE;
  /* Keys are unique over all types, so the owner's type need not be read. */
  g_hash_table_add (search->owned, g_memdup2 (&id, sizeof id));
  return TRUE;
}

static void
read_changeset (Search *search, AssayStatement *statement)
{
  sqlite3_stmt *stmt = assay_statement_handle (statement);
  sqlite3_changeset_iter *iter = NULL;

  if (sqlite3changeset_start (&iter, sqlite3_column_bytes (stmt, 3),
                              (void *)sqlite3_column_blob (stmt, 3))
      != SQLITE_OK)
    return;
  while (search->entries->len < search->limit && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, op, indirect;
      sqlite3_value *key = NULL;
      const AssayRecordType *type;
      AssayHistoryEntry *entry;
      gint64 id;

      sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect);
      type = assay_record_type_find (table);
      if (type == NULL)
        continue;
      if (op == SQLITE_INSERT)
        sqlite3changeset_new (iter, 0, &key);
      else
        sqlite3changeset_old (iter, 0, &key);
      id = key != NULL ? sqlite3_value_int64 (key) : 0;
      if (!concerns (search, type, id, op, iter))
        continue;
      entry = read_entry (search, type, id, op, iter, n_columns);
      entry->at = assay_statement_get_int (statement, 0);
      entry->who = g_strdup (assay_statement_get_text (statement, 1));
      entry->label = g_strdup (assay_statement_get_text (statement, 2));
      g_ptr_array_add (search->entries, entry);
    }
  sqlite3changeset_finalize (iter);
}

static gboolean
find_owned (Search *search, GError **error)
{
  for (const AssayType *owned = search->type->owned; owned != NULL && *owned != ASSAY_TYPE_NONE;
       owned++)
    {
      const AssayRecordType *child = assay_record_type_get (*owned);
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1", child->table,
                                              child->fields[child->owner].column);
      g_autoptr (AssayStatement) statement = assay_db_prepare (search->db, sql, error);
      gboolean row, ok;

      if (statement == NULL)
        return FALSE;
      assay_statement_bind_int (statement, 1, search->id);
      while ((ok = assay_statement_step (statement, &row, error)) && row)
        {
          gint64 id = assay_statement_get_int (statement, 0);

          g_hash_table_add (search->owned, g_memdup2 (&id, sizeof id));
        }
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

/**
 * assay_history_read:
 * @db: a connection
 * @type: a type
 * @id: a key
 * @limit: how many entries at most
 * @error: what went wrong
 *
 * Reads what happened to a record and to those that belong to it.
 *
 * Returns: (transfer full) (element-type AssayHistoryEntry): newest first
 */
GPtrArray *
assay_history_read (AssayDb *db, AssayType type, gint64 id, guint limit, GError **error)
{
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_history_entry_free);
  g_autoptr (GHashTable) owned = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) columns
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_array_unref);
  Search search = { .db = db,
                    .type = assay_record_type_get (type),
                    .id = id,
                    .owned = owned,
                    .limit = limit,
                    .entries = entries,
                    .columns = columns };
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row, ok;

  if (!find_owned (&search, error))
    return NULL;
  statement = assay_db_prepare (db,
                                "SELECT at, who, label, changeset FROM change "
                                "WHERE changeset IS NOT NULL ORDER BY id DESC LIMIT ?1",
                                error);
  if (statement == NULL)
    return NULL;
  assay_statement_bind_int (statement, 1, DEPTH);
  while ((ok = assay_statement_step (statement, &row, error)) && row && entries->len < limit)
    read_changeset (&search, statement);
  return ok ? g_steal_pointer (&entries) : NULL;
}
