/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (assay - store - error - quark, assay_store_error)

static AssayStoreError
code_for (sqlite3 *db, int code)
{
  switch (code & 0xff)
    {
    case SQLITE_NOTADB:
      return ASSAY_STORE_ERROR_NOT_A_BOOK;
    case SQLITE_CORRUPT:
      return ASSAY_STORE_ERROR_DAMAGED;
    case SQLITE_FULL:
      return ASSAY_STORE_ERROR_NO_SPACE;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return ASSAY_STORE_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ASSAY_STORE_ERROR_BUSY;
    case SQLITE_CONSTRAINT:
      return ASSAY_STORE_ERROR_CONSTRAINT;
    case SQLITE_IOERR:
      if (db != NULL
          && (sqlite3_system_errno (db) == ENOSPC || sqlite3_system_errno (db) == EDQUOT))
        return ASSAY_STORE_ERROR_NO_SPACE;
      if (db != NULL && sqlite3_system_errno (db) == EROFS)
        return ASSAY_STORE_ERROR_READ_ONLY;
      return ASSAY_STORE_ERROR_ENGINE;
    default:
      return ASSAY_STORE_ERROR_ENGINE;
    }
}

/**
 * assay_store_error_take:
 * @db: (nullable): the connection
 * @code: SQLite's result code
 * @what: (nullable): what was being done
 * @error: where to put the error
 *
 * Turns a result code into an error of ours; an interrupt becomes %G_IO_ERROR_CANCELLED.
 *
 * Returns: %FALSE, to be returned on
 */
gboolean
assay_store_error_take (sqlite3 *db, int code, const char *what, GError **error)
{
  const char *message = db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code);

  if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled"));
  else if (what != NULL)
    g_set_error (error, ASSAY_STORE_ERROR, (int)code_for (db, code), "%s: %s", what, message);
  else
    g_set_error_literal (error, ASSAY_STORE_ERROR, (int)code_for (db, code), message);
  return FALSE;
}

/**
 * assay_store_error_describe:
 * @error: an error of any domain
 * @file_name: (nullable): the book's file name for people
 *
 * Returns: (transfer full): what happened and what can be done, in a sentence for the person
 */
char *
assay_store_error_describe (const GError *error, const char *file_name)
{
  const char *name = file_name != NULL ? file_name : _ ("the book");

  if (error->domain != ASSAY_STORE_ERROR)
    return g_strdup (error->message);
  switch ((AssayStoreError)error->code)
    {
    case ASSAY_STORE_ERROR_NOT_FOUND:
      return g_strdup_printf (_ ("“%s” is not there. It may have been moved or renamed."), name);
    case ASSAY_STORE_ERROR_NOT_A_BOOK:
      return g_strdup_printf (_ ("“%s” is not an Assay book. Nothing in it was changed."), name);
    case ASSAY_STORE_ERROR_TOO_NEW:
      return g_strdup_printf (
          _ ("“%s” was written by a newer Assay. It can be read here but not changed."), name);
    case ASSAY_STORE_ERROR_DAMAGED:
      return g_strdup_printf (
          _ ("“%s” is damaged and cannot be read. Open a backup of it instead."), name);
    case ASSAY_STORE_ERROR_READ_ONLY:
      return g_strdup_printf (_ ("“%s” or its folder cannot be written. Check its permissions or "
                                 "save a copy elsewhere."),
                              name);
    case ASSAY_STORE_ERROR_NO_SPACE:
      return g_strdup_printf (
          _ ("The disk is full. Nothing in “%s” was changed; free some space and try again."),
          name);
    case ASSAY_STORE_ERROR_BUSY:
      return g_strdup_printf (_ ("Another program is using “%s”. Close it there and try again."),
                              name);
    case ASSAY_STORE_ERROR_EXISTS:
      return g_strdup_printf (_ ("“%s” is there already."), name);
    case ASSAY_STORE_ERROR_NOTHING:
      return g_strdup (_ ("There is nothing to undo or redo."));
    case ASSAY_STORE_ERROR_CONFLICT:
      return g_strdup (
          _ ("This cannot be undone because the same records were changed elsewhere since."));
    case ASSAY_STORE_ERROR_ENGINE:
    case ASSAY_STORE_ERROR_GONE:
    case ASSAY_STORE_ERROR_CONSTRAINT:
    case ASSAY_STORE_ERROR_IN_USE:
    default:
      return g_strdup (error->message);
    }
}
