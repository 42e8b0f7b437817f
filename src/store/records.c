/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/records.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "store/db-private.h"
#include "store/promises.h"
#include "store/rows.h"

/* 2024-01-01T00:00:00Z in milliseconds since 1970-01-01. */
#define KEY_EPOCH    G_GINT64_CONSTANT (1704067200000)
#define KEY_LOW_BITS 21

/**
 * assay_records_new_id:
 *
 * Makes a key: 42 bits of milliseconds since 2024-01-01 and 21 bits that count up from a random
 * start in each process, so that keys grow, and copies of a book do not make the same ones.
 *
 * Returns: a key above all that this process made before
 */
gint64
assay_records_new_id (void)
{
  static GMutex mutex;
  static gint64 last;
  static guint32 counter;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  const guint32 mask = (1u << KEY_LOW_BITS) - 1;
  gint64 milliseconds = g_get_real_time () / 1000 - KEY_EPOCH;
  gint64 id;

  if (last == 0)
    counter = g_random_int () & mask;
  milliseconds = MAX (milliseconds, last >> KEY_LOW_BITS);
  /* The low bits go on counting from one millisecond to the next: SQLite's session tells keys apart
   * by them. Where they wrap within a millisecond, the next one begins. */
  counter = (counter + 1) & mask;
  if (counter == 0 && milliseconds == last >> KEY_LOW_BITS)
    milliseconds++;
  id = (milliseconds << KEY_LOW_BITS) | counter;
  last = id;
  return id;
}

/**
 * assay_records_get:
 * @db: a connection
 * @type: a type
 * @id: a key
 * @error: %ASSAY_STORE_ERROR_GONE, or what else went wrong
 *
 * Returns: (transfer full): the record
 */
AssayRecord *
assay_records_get (AssayDb *db, AssayType type, gint64 id, GError **error)
{
  const AssayRecordType *described = assay_record_type_get (type);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s AS t WHERE t.id = ?1",
                                          assay_rows_columns (described), described->table);
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  assay_statement_bind_int (statement, 1, id);
  if (!assay_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE,
                   _ ("This record is no longer in the book (%s)"),
                   assay_record_type_label (described));
      return NULL;
    }
  return assay_rows_read (statement, described);
}

static void
bind_value (AssayStatement *statement, int index, const AssayValue *value)
{
  if (value->type == ASSAY_VALUE_INTEGER)
    assay_statement_bind_int (statement, index, value->integer);
  else
    assay_statement_bind_text (statement, index, value->text);
}

/**
 * assay_records_find:
 * @db: a connection
 * @type: a type
 * @field: a field
 * @value: a value
 * @error: what went wrong
 *
 * Returns: the key of the first record whose @field equals @value; 0 when there is none
 */
gint64
assay_records_find (
    AssayDb *db, AssayType type, guint field, const AssayValue *value, GError **error)
{
  const AssayRecordType *described = assay_record_type_get (type);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1 ORDER BY id LIMIT 1",
                                          described->table, described->fields[field].column);
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL)
    return 0;
  bind_value (statement, 1, value);
  if (!assay_statement_step (statement, &row, error) || !row)
    return 0;
  return assay_statement_get_int (statement, 0);
}

/**
 * assay_records_dup_title:
 * @db: a connection
 * @type: a type
 * @id: a key
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): what the record is called; %NULL without error when it is
 * gone
 */
char *
assay_records_dup_title (AssayDb *db, AssayType type, gint64 id, GError **error)
{
  g_autofree char *expression = assay_rows_title_expression (type, "?1");
  g_autofree char *sql = g_strconcat ("SELECT ", expression, NULL);
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  assay_statement_bind_int (statement, 1, id);
  if (!assay_statement_step (statement, &row, error) || !row)
    return NULL;
  return g_strdup (assay_statement_get_text (statement, 0));
}

/**
 * assay_records_insert:
 * @db: a connection inside a change
 * @record: a record; gets a key if it has none
 * @error: what went wrong
 *
 * Returns: whether it is in the book now
 */
gboolean
assay_records_insert (AssayDb *db, AssayRecord *record, GError **error)
{
  AssayType type = assay_record_get_kind (record);

  if (assay_record_get_id (record) == 0)
    assay_record_set_id (record, assay_records_new_id ());
  /* What is held back may be what this one refers to, but suppliers and products refer to none. */
  if (db->fresh != NULL && type != ASSAY_TYPE_SUPPLIER && type != ASSAY_TYPE_PRODUCT
      && !assay_fresh_flush (db, error))
    return FALSE;
  if (!assay_inserts_run (db->inserts, db, record, error))
    return FALSE;
  assay_touched_add_inserted (db, record);
  return TRUE;
}

/**
 * assay_records_insert_later:
 * @db: a connection inside a change
 * @record: a record; gets a key if it has none; must not be changed afterwards
 * @error: what went wrong, perhaps with a record that was inserted before
 *
 * Inserts many records with less work: a new order, its lines, their promises and deliveries are
 * written together when the next order comes or when something is read.
 *
 * Returns: whether all went well so far
 */
gboolean
assay_records_insert_later (AssayDb *db, AssayRecord *record, GError **error)
{
  gboolean taken = FALSE;

  if (assay_record_get_id (record) == 0)
    assay_record_set_id (record, assay_records_new_id ());
  if (db->fresh != NULL && !assay_fresh_take (db, record, &taken, error))
    return FALSE;
  return taken || assay_records_insert (db, record, error);
}

/* Updates only the columns that differ, so that changesets and history say what was changed and no
 * more. Derived columns belong to the store and are left alone. */
static char *
update_sql (const AssayRecord *record, const AssayRecord *old)
{
  const AssayRecordType *type = assay_record_describe (record);
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    if (!(type->fields[i].flags & ASSAY_FIELD_DERIVED)
        && !assay_value_equal (assay_record_get_value (record, i), assay_record_get_value (old, i)))
      g_string_append_printf (sql, "%s%s = ?%u", sql->len == 0 ? "" : ", ", type->fields[i].column,
                              i + 2);
  if (sql->len > 0)
    {
      g_autofree char *set = g_string_free_and_steal (sql);

      return g_strdup_printf ("UPDATE %s SET %s WHERE id = ?1", type->table, set);
    }
  g_string_free (sql, TRUE);
  return NULL;
}

/**
 * assay_records_update:
 * @db: a connection inside a change
 * @record: a record that is in the book
 * @error: what went wrong
 *
 * Writes every value of @record that differs from the book's, derived ones excepted.
 *
 * Returns: whether the book holds these values now
 */
gboolean
assay_records_update (AssayDb *db, AssayRecord *record, GError **error)
{
  const AssayRecordType *type = assay_record_describe (record);
  gint64 id = assay_record_get_id (record);
  g_autoptr (AssayRecord) old = assay_records_get (db, type->type, id, error);
  g_autoptr (AssayStatement) statement = NULL;
  g_autofree char *sql = NULL;

  if (old == NULL)
    return FALSE;
  sql = update_sql (record, old);
  if (sql == NULL)
    return TRUE;
  /* What it belonged to before is out of date too. */
  if (!assay_touched_add (db, type->type, id, error))
    return FALSE;
  statement = assay_db_prepare (db, sql, error);
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, id);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AssayValue *value = assay_record_get_value (record, i);

      if (!(type->fields[i].flags & ASSAY_FIELD_DERIVED)
          && !assay_value_equal (value, assay_record_get_value (old, i)))
        bind_value (statement, (int)i + 2, value);
    }
  return assay_statement_run (statement, error) && assay_touched_add (db, type->type, id, error);
}

static gint64
count_references (AssayDb *db, const AssayRecordType *from, guint field, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE %s = ?1", from->table,
                                          from->fields[field].column);
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL)
    return -1;
  assay_statement_bind_int (statement, 1, id);
  if (!assay_statement_step (statement, &row, error))
    return -1;
  return row ? assay_statement_get_int (statement, 0) : 0;
}

/* Refuses with the numbers of those records that refer to this one and do not go with it. */
static gboolean
check_unused (AssayDb *db, AssayType type, gint64 id, GError **error)
{
  for (AssayType other = ASSAY_TYPE_NONE + 1; other < ASSAY_N_TYPES; other++)
    {
      const AssayRecordType *from = assay_record_type_get (other);

      for (guint i = 0; i < from->n_fields; i++)
        {
          gint64 n;

          if (from->fields[i].reference != type || (int)i == from->owner
              || (from->fields[i].flags & ASSAY_FIELD_DERIVED))
            continue;
          n = count_references (db, from, i, id, error);
          if (n < 0)
            return FALSE;
          if (n > 0)
            {
              g_autofree char *number = assay_format_number (n);

              g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_IN_USE,
                           /* Translators: a type's name in the plural and a number of records. */
                           _ ("This is still used elsewhere and cannot be deleted: %s (%s)"),
                           assay_record_type_plural (from), number);
              return FALSE;
            }
        }
    }
  return TRUE;
}

static GArray *
read_ids (AssayDb *db, const char *sql, gint64 id, const char *text, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row, ok;

  if (statement == NULL)
    return NULL;
  assay_statement_bind_int (statement, 1, id);
  if (text != NULL)
    assay_statement_bind_text (statement, 2, text);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      gint64 found = assay_statement_get_int (statement, 0);

      g_array_append_val (ids, found);
    }
  return ok ? g_steal_pointer (&ids) : NULL;
}

static gboolean delete_record (AssayDb *db, AssayType type, gint64 id, GError **error);

static gboolean
delete_all (AssayDb *db, AssayType type, GArray *ids, GError **error)
{
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!delete_record (db, type, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
delete_owned (AssayDb *db, const AssayRecordType *type, gint64 id, GError **error)
{
  g_autoptr (GArray) attachments = NULL;

  for (const AssayType *owned = type->owned; owned != NULL && *owned != ASSAY_TYPE_NONE; owned++)
    {
      const AssayRecordType *child = assay_record_type_get (*owned);
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1", child->table,
                                              child->fields[child->owner].column);
      g_autoptr (GArray) ids = read_ids (db, sql, id, NULL, error);

      if (!delete_all (db, *owned, ids, error))
        return FALSE;
    }
  if (type->type == ASSAY_TYPE_ATTACHMENT)
    return TRUE;
  attachments = read_ids (db, "SELECT id FROM attachment WHERE owner = ?1 AND owner_type = ?2", id,
                          type->name, error);
  return delete_all (db, ASSAY_TYPE_ATTACHMENT, attachments, error);
}

/* With everything it owns and its attachments. */
static gboolean
delete_record (AssayDb *db, AssayType type, gint64 id, GError **error)
{
  const AssayRecordType *described = assay_record_type_get (type);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", described->table);
  g_autoptr (AssayStatement) statement = NULL;

  if (!check_unused (db, type, id, error) || !assay_touched_add (db, type, id, error)
      || !delete_owned (db, described, id, error))
    return FALSE;
  statement = assay_db_prepare (db, sql, error);
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, id);
  return assay_statement_run (statement, error);
}

/**
 * assay_records_delete:
 * @db: a connection inside a change
 * @type: a type
 * @id: a key
 * @error: %ASSAY_STORE_ERROR_IN_USE when other records refer to it,
 *   %ASSAY_STORE_ERROR_CONSTRAINT for the first of several promises
 *
 * Deletes a record with everything it owns and its attachments. Promises are kept: the first goes
 * with its order line or when it is the only one.
 *
 * Returns: whether it is gone
 */
gboolean
assay_records_delete (AssayDb *db, AssayType type, gint64 id, GError **error)
{
  if (type == ASSAY_TYPE_PROMISE && !assay_promises_allow_delete (db, id, error))
    return FALSE;
  return delete_record (db, type, id, error);
}
