/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/db.h"

#include <glib/gi18n-lib.h>

#include "store/db-private.h"
#include "store/search.h"

struct _AssayStatement
{
  sqlite3_stmt *stmt;
  AssayDb *db;
  gboolean kept; /* stays in the connection's table */
  gboolean lent;
  gboolean failed;     /* a binding failed; reported by the next step */
  GPtrArray *repaired; /* texts of the present row that were no UTF-8; nullable */
};

/* How many virtual-machine steps run between two looks at the cancellable. */
#define PROGRESS_STEPS 2000

static void
destroy_statement (gpointer data)
{
  AssayStatement *statement = data;

  sqlite3_finalize (statement->stmt);
  g_clear_pointer (&statement->repaired, g_ptr_array_unref);
  g_free (statement);
}

static int
progress_cb (gpointer data)
{
  AssayDb *db = data;

  return db->cancellable != NULL && g_cancellable_is_cancelled (db->cancellable);
}

static gboolean
configure (AssayDb *db, AssayDbFlags flags, GError **error)
{
  static const struct
  {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },   { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },     { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  };

  sqlite3_extended_result_codes (db->handle, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    if (sqlite3_db_config (db->handle, options[i].option, options[i].value, NULL) != SQLITE_OK)
      return assay_store_error_take (db->handle, SQLITE_ERROR, _ ("The book could not be opened"),
                                     error);
  sqlite3_busy_timeout (db->handle, 5000);
  sqlite3_progress_handler (db->handle, PROGRESS_STEPS, progress_cb, db);
  return assay_search_register (db, error);
}

/**
 * assay_db_open:
 * @path: the file
 * @flags: how
 * @error: why not
 *
 * Opens a connection; says nothing yet about whether the file is a book.
 *
 * Returns: (transfer full): the connection
 */
AssayDb *
assay_db_open (const char *path, AssayDbFlags flags, GError **error)
{
  g_autoptr (AssayDb) db = g_new0 (AssayDb, 1);
  int mode = SQLITE_OPEN_NOMUTEX;
  int code;

  mode |= flags & ASSAY_DB_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (flags & ASSAY_DB_URI)
    mode |= SQLITE_OPEN_URI;
  if (flags & ASSAY_DB_CREATE)
    mode |= SQLITE_OPEN_CREATE;
  db->path = g_strdup (path);
  db->inserts = assay_inserts_new ();
  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, destroy_statement);
  code = sqlite3_open_v2 (path, &db->handle, mode, NULL);
  if (code != SQLITE_OK)
    {
      assay_store_error_take (db->handle, code, NULL, error);
      return NULL;
    }
  if (!configure (db, flags, error))
    return NULL;
  return g_steal_pointer (&db);
}

/**
 * assay_db_close:
 * @db: (nullable) (transfer full): a connection
 *
 * Finalizes its statements and closes it.
 */
void
assay_db_close (AssayDb *db)
{
  if (db == NULL)
    return;
  g_clear_pointer (&db->statements, g_hash_table_unref);
  g_clear_pointer (&db->inserts, assay_inserts_free);
  g_clear_pointer (&db->touched, assay_touched_free);
  if (db->handle != NULL && sqlite3_close (db->handle) != SQLITE_OK)
    g_critical ("a statement outlives its connection");
  g_clear_object (&db->cancellable);
  g_free (db->path);
  g_free (db);
}

sqlite3 *
assay_db_handle (AssayDb *db)
{
  return db->handle;
}

const char *
assay_db_path (AssayDb *db)
{
  return db->path;
}

void
assay_db_set_cancellable (AssayDb *db, GCancellable *cancellable)
{
  g_set_object (&db->cancellable, cancellable);
}

/**
 * assay_db_exec:
 * @db: a connection
 * @sql: one or more statements without parameters
 * @error: what went wrong
 *
 * Returns: whether all of them ran
 */
gboolean
assay_db_exec (AssayDb *db, const char *sql, GError **error)
{
  int code;

  if (db->fresh != NULL && !assay_fresh_flush (db, error))
    return FALSE;
  code = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);
  return code == SQLITE_OK || assay_store_error_take (db->handle, code, NULL, error);
}

static AssayStatement *
make_statement (AssayDb *db, const char *sql, gboolean kept, GError **error)
{
  AssayStatement *statement;
  sqlite3_stmt *stmt = NULL;
  int code
      = sqlite3_prepare_v3 (db->handle, sql, -1, kept ? SQLITE_PREPARE_PERSISTENT : 0, &stmt, NULL);

  if (code != SQLITE_OK)
    {
      assay_store_error_take (db->handle, code, NULL, error);
      return NULL;
    }
  statement = g_new0 (AssayStatement, 1);
  statement->stmt = stmt;
  statement->db = db;
  statement->kept = kept;
  return statement;
}

/**
 * assay_db_prepare:
 * @db: a connection
 * @sql: one statement
 * @error: what is wrong with it
 *
 * Hands out the statement of that text, prepared at its first use. While it is lent already, as in
 * a recursion, another one is made.
 *
 * Returns: (transfer full): the statement; give it back with assay_statement_free()
 */
AssayStatement *
assay_db_prepare (AssayDb *db, const char *sql, GError **error)
{
  AssayStatement *statement;

  if (db->fresh != NULL && !assay_fresh_flush (db, error))
    return NULL;
  statement = g_hash_table_lookup (db->statements, sql);
  if (statement != NULL && statement->lent)
    return make_statement (db, sql, FALSE, error);
  if (statement == NULL)
    {
      statement = make_statement (db, sql, TRUE, error);
      if (statement == NULL)
        return NULL;
      g_hash_table_insert (db->statements, g_strdup (sql), statement);
    }
  statement->lent = TRUE;
  return statement;
}

void
assay_statement_free (AssayStatement *statement)
{
  if (statement == NULL)
    return;
  if (!statement->kept)
    {
      destroy_statement (statement);
      return;
    }
  assay_statement_reset (statement);
  sqlite3_clear_bindings (statement->stmt);
  statement->lent = FALSE;
}

static void
note_binding (AssayStatement *statement, int code)
{
  if (code != SQLITE_OK)
    statement->failed = TRUE;
}

void
assay_statement_bind_int (AssayStatement *statement, int index, gint64 value)
{
  note_binding (statement, sqlite3_bind_int64 (statement->stmt, index, value));
}

/* The text is copied; NULL binds unknown. */
void
assay_statement_bind_text (AssayStatement *statement, int index, const char *text)
{
  note_binding (statement, sqlite3_bind_text (statement->stmt, index, text, -1, SQLITE_TRANSIENT));
}

/* The bytes must live until the statement is given back. */
void
assay_statement_bind_blob (AssayStatement *statement, int index, GBytes *bytes)
{
  gsize size = 0;
  const void *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (bytes == NULL)
    note_binding (statement, sqlite3_bind_null (statement->stmt, index));
  else if (size == 0)
    note_binding (statement, sqlite3_bind_zeroblob (statement->stmt, index, 0));
  else
    note_binding (statement,
                  sqlite3_bind_blob64 (statement->stmt, index, data, size, SQLITE_STATIC));
}

void
assay_statement_bind_null (AssayStatement *statement, int index)
{
  note_binding (statement, sqlite3_bind_null (statement->stmt, index));
}

/**
 * assay_statement_step:
 * @statement: a statement
 * @row: (out): whether there is a row
 * @error: what went wrong
 *
 * Returns: whether all went well; at the end of the rows too
 */
gboolean
assay_statement_step (AssayStatement *statement, gboolean *row, GError **error)
{
  int code = statement->failed ? SQLITE_RANGE : sqlite3_step (statement->stmt);

  g_clear_pointer (&statement->repaired, g_ptr_array_unref);
  statement->failed = FALSE;
  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  return assay_store_error_take (statement->db->handle, code, NULL, error);
}

/**
 * assay_statement_run:
 * @statement: a statement whose rows, if any, do not matter
 * @error: what went wrong
 *
 * Runs it to its end and resets it; bindings stay.
 *
 * Returns: whether all went well
 */
gboolean
assay_statement_run (AssayStatement *statement, GError **error)
{
  gboolean row = TRUE, ok = TRUE;

  while (row && ok)
    ok = assay_statement_step (statement, &row, error);
  assay_statement_reset (statement);
  return ok;
}

void
assay_statement_reset (AssayStatement *statement)
{
  sqlite3_reset (statement->stmt);
  g_clear_pointer (&statement->repaired, g_ptr_array_unref);
}

gboolean
assay_statement_is_null (AssayStatement *statement, int column)
{
  return sqlite3_column_type (statement->stmt, column) == SQLITE_NULL;
}

gint64
assay_statement_get_int (AssayStatement *statement, int column)
{
  return sqlite3_column_int64 (statement->stmt, column);
}

/**
 * assay_statement_get_text:
 * @statement: a statement on a row
 * @column: a column
 *
 * Returns: (nullable): the text, which is valid UTF-8 whatever the file holds; until the next step
 */
const char *
assay_statement_get_text (AssayStatement *statement, int column)
{
  const char *text = (const char *)sqlite3_column_text (statement->stmt, column);
  char *valid;

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return text;
  valid = g_utf8_make_valid (text, -1);
  if (statement->repaired == NULL)
    statement->repaired = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (statement->repaired, valid);
  return valid;
}

/**
 * assay_statement_dup_blob:
 * @statement: a statement on a row
 * @column: a column
 *
 * Returns: (transfer full) (nullable): a copy of the bytes, or %NULL when there are none
 */
GBytes *
assay_statement_dup_blob (AssayStatement *statement, int column)
{
  const void *data = sqlite3_column_blob (statement->stmt, column);
  int size = sqlite3_column_bytes (statement->stmt, column);

  return data != NULL ? g_bytes_new (data, (gsize)size) : NULL;
}

sqlite3_stmt *
assay_statement_handle (AssayStatement *statement)
{
  return statement->stmt;
}
