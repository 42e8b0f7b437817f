/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/restore-point.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/db-private.h"
#include "store/records.h"
#include "store/schema.h"

/* NULL for what is no number: it may come out of a book that somebody else made. */
static char *
path_of (AssayDb *db, const char *number)
{
  if (number == NULL || *number == '\0' || strspn (number, "0123456789") != strlen (number))
    return NULL;
  return g_strdup_printf ("%s.restore-%s", db->path, number);
}

/**
 * assay_restore_point_make:
 * @db: the writing connection, outside a transaction
 * @error: what went wrong
 *
 * Copies the book beside itself.
 *
 * Returns: (transfer full): the copy's number
 */
char *
assay_restore_point_make (AssayDb *db, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, assay_records_new_id ());
  g_autofree char *path = path_of (db, number);
  g_autoptr (AssayStatement) vacuum = assay_db_prepare (db, "VACUUM INTO ?1", error);

  if (vacuum == NULL)
    return NULL;
  assay_statement_bind_text (vacuum, 1, path);
  return assay_statement_run (vacuum, error) ? g_steal_pointer (&number) : NULL;
}

gboolean
assay_restore_point_exists (AssayDb *db, const char *number)
{
  g_autofree char *path = path_of (db, number);

  return path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

void
assay_restore_point_delete (AssayDb *db, const char *number)
{
  g_autofree char *path = path_of (db, number);

  if (path != NULL)
    g_unlink (path);
}

/**
 * assay_restore_point_return_to:
 * @db: the writing connection, outside a transaction
 * @number: the copy's number
 * @error: what went wrong; then the book is as it was
 *
 * Makes the book what it was when the copy was made.
 *
 * Returns: whether it is that now
 */
gboolean
assay_restore_point_return_to (AssayDb *db, const char *number, GError **error)
{
  g_autofree char *path = path_of (db, number);
  g_autoptr (AssayDb) source = NULL;
  sqlite3_backup *backup;
  guint step;
  int code;

  if (path == NULL)
    {
      g_set_error_literal (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_NOTHING,
                           _ ("There is nothing to undo"));
      return FALSE;
    }
  source = assay_db_open (path, ASSAY_DB_READ_ONLY, error);
  if (source == NULL || !assay_schema_inspect (source, &step, error))
    return FALSE;
  /* No statement may be half way through a page that is about to be replaced. */
  g_hash_table_remove_all (db->statements);
  backup = sqlite3_backup_init (db->handle, "main", source->handle, "main");
  if (backup == NULL)
    return assay_store_error_take (db->handle, sqlite3_errcode (db->handle), NULL, error);
  code = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);
  if (code != SQLITE_DONE)
    return assay_store_error_take (db->handle, code, NULL, error);
  g_unlink (path);
  /* What the copy says of older ones: they are gone. */
  return assay_restore_point_forget_all (db, NULL, error);
}

/**
 * assay_restore_point_forget_all:
 * @db: the writing connection
 * @numbers: (nullable): where to add the numbers, whose files are for the caller to delete once
 * this is committed
 * @error: what went wrong
 *
 * A new restore point takes the place of older ones, and with them goes the undoing of what they
 * were made for.
 *
 * Returns: whether the journal names none now
 */
gboolean
assay_restore_point_forget_all (AssayDb *db, GPtrArray *numbers, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      db, "SELECT restore_point FROM change WHERE restore_point IS NOT NULL", error);
  gboolean row, ok;

  if (statement == NULL)
    return FALSE;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    if (numbers != NULL)
      g_ptr_array_add (numbers, g_strdup (assay_statement_get_text (statement, 0)));
  assay_statement_reset (statement);
  return ok
         && assay_db_exec (
             db, "UPDATE change SET restore_point = NULL WHERE restore_point IS NOT NULL", error);
}
