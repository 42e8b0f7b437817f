/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/book-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/schema.h"

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_READ_ONLY,
               _ ("the folder “%s” cannot be made"), folder);
  return FALSE;
}

/* Looks at the first bytes before SQLite does: a wrong file is not touched, and the answer is ours.
 */
static gboolean
check_header (const char *path, AssayBookFlags flags, gboolean *exists, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) local = NULL;
  char header[16];
  gsize size = 0;

  *exists = g_file_test (path, G_FILE_TEST_EXISTS);
  if (!*exists && (flags & (ASSAY_BOOK_CREATE | ASSAY_BOOK_MUST_MAKE)))
    return TRUE;
  if (!*exists)
    g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_NOT_FOUND, _ ("there is no file “%s”"),
                 path);
  else if (flags & ASSAY_BOOK_MUST_MAKE)
    g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_EXISTS, _ ("“%s” is there already"),
                 path);
  else if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_NOT_A_BOOK, _ ("“%s” is a folder"),
                 path);
  else if ((stream = g_file_read (file, NULL, &local)) == NULL)
    g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_READ_ONLY,
                 _ ("“%s” cannot be read: %s"), path, local->message);
  else if (!g_input_stream_read_all (G_INPUT_STREAM (stream), header, sizeof header, &size, NULL,
                                     NULL)
           || (size > 0
               && (size < sizeof header || memcmp (header, "SQLite format 3", sizeof header) != 0)))
    g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_NOT_A_BOOK,
                 _ ("“%s” is not an Assay book"), path);
  else
    return TRUE;
  return FALSE;
}

/**
 * assay_book_file_check:
 * @path: the file
 * @flags: how it is to be opened
 * @exists: (out): whether it is there; if not, its folder is now
 * @error: why it cannot be a book
 *
 * Returns: whether it is worth opening
 */
gboolean
assay_book_file_check (const char *path, AssayBookFlags flags, gboolean *exists, GError **error)
{
  return check_header (path, flags, exists, error) && (*exists || make_folder (path, error));
}

/**
 * assay_book_file_can_write:
 * @path: the file
 *
 * Returns: whether the file and its folder can be written
 */
gboolean
assay_book_file_can_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  /* SQLite needs the folder as well, for the log beside the file. */
  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

/* How SQLite is to be asked for a file that nobody can write: without locks and without a log. */
static char *
read_only_name (const char *path, AssayDbFlags *flags)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *escaped = NULL;

  if (assay_book_file_can_write (path) || g_file_test (log, G_FILE_TEST_EXISTS))
    return g_strdup (path);
  *flags |= ASSAY_DB_URI;
  escaped = g_uri_escape_string (path, "/", FALSE);
  return g_strconcat ("file:", escaped, "?immutable=1", NULL);
}

/* All that is known of a newer book. */
static gboolean
check_journal (AssayDb *db, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db, "SELECT count (*) FROM sqlite_schema WHERE name = 'change'", error);
  gboolean row;

  if (statement == NULL || !assay_statement_step (statement, &row, error))
    return FALSE;
  if (row && assay_statement_get_int (statement, 0) == 1)
    return TRUE;
  g_set_error_literal (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_DAMAGED,
                       _ ("tables are missing from it"));
  return FALSE;
}

/**
 * assay_book_file_open_writer:
 * @path: the file
 * @exists: whether it is there; else it is made
 * @error: why not
 *
 * Returns: (transfer full): the connection that writes, with every schema step taken
 */
AssayDb *
assay_book_file_open_writer (const char *path, gboolean exists, GError **error)
{
  g_autoptr (AssayDb) db = NULL;
  guint step;

  db = assay_db_open (path, exists ? 0 : ASSAY_DB_CREATE, error);
  if (db == NULL || !assay_schema_inspect (db, &step, error)
      || !assay_db_exec (db,
                         "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                         "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384",
                         error)
      || !assay_schema_upgrade (db, step, error) || !assay_schema_check (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

/**
 * assay_book_file_open_reader:
 * @path: the file
 * @checked: whether the file is known to be a book of this program's schema
 * @error: why not
 *
 * Returns: (transfer full): a connection that only reads; of a newer book too
 */
AssayDb *
assay_book_file_open_reader (const char *path, gboolean checked, GError **error)
{
  AssayDbFlags flags = ASSAY_DB_READ_ONLY;
  g_autofree char *name = checked ? g_strdup (path) : read_only_name (path, &flags);
  g_autoptr (AssayDb) db = assay_db_open (name, flags, error);
  g_autoptr (GError) local = NULL;
  guint step;

  if (db == NULL || !assay_db_exec (db, "PRAGMA temp_store = MEMORY", error))
    return NULL;
  if (checked)
    return g_steal_pointer (&db);
  if (assay_schema_inspect (db, &step, &local))
    return assay_schema_check (db, error) ? g_steal_pointer (&db) : NULL;
  if (g_error_matches (local, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_TOO_NEW))
    return check_journal (db, error) ? g_steal_pointer (&db) : NULL;
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
