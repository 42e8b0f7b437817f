/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/attachments.h"

#include <glib/gi18n-lib.h>

#include "store/query.h"
#include "store/records.h"

static gboolean
has_blob (AssayDb *db, const char *sha256, gboolean *has, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db, "SELECT 1 FROM blob WHERE sha256 = ?1", error);

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_text (statement, 1, sha256);
  return assay_statement_step (statement, has, error);
}

static gboolean
insert_blob (AssayDb *db, const char *sha256, GBytes *bytes, GBytes *thumbnail, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      db, "INSERT OR IGNORE INTO blob (sha256, bytes, thumbnail) VALUES (?1, ?2, ?3)", error);

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_text (statement, 1, sha256);
  assay_statement_bind_blob (statement, 2, bytes);
  assay_statement_bind_blob (statement, 3, thumbnail);
  return assay_statement_run (statement, error);
}

static gint64
next_position (AssayDb *db, const char *owner_type, gint64 owner)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db,
                          "SELECT coalesce (max (position), 0) + 1 FROM attachment WHERE owner = "
                          "?1 AND owner_type = ?2",
                          NULL);
  gboolean row;

  if (statement == NULL)
    return 1;
  assay_statement_bind_int (statement, 1, owner);
  assay_statement_bind_text (statement, 2, owner_type);
  return assay_statement_step (statement, &row, NULL) && row
             ? assay_statement_get_int (statement, 0)
             : 1;
}

/**
 * assay_attachments_add_incoming:
 * @db: a connection inside a change
 * @owner_type: the type of the record it belongs to
 * @owner: that record's key
 * @incoming: a file that was looked at
 * @caption: (nullable): what it shows
 *
 * Returns: (transfer full): the attachment
 */
AssayRecord *
assay_attachments_add_incoming (AssayDb *db,
                                AssayType owner_type,
                                gint64 owner,
                                AssayIncoming *incoming,
                                const char *caption,
                                GError **error)
{
  const char *type_name = assay_record_type_get (owner_type)->name;
  g_autoptr (AssayRecord) record = assay_incoming_make_record (incoming);
  const char *sha256 = assay_record_get_text (record, ASSAY_ATTACHMENT_SHA256);
  gboolean stored;

  if (!has_blob (db, sha256, &stored, error))
    return NULL;
  if (!stored && assay_incoming_get_bytes (incoming) == NULL)
    {
      g_set_error_literal (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE,
                           _ ("This file is no longer in the book"));
      return NULL;
    }
  if (!stored
      && !insert_blob (db, sha256, assay_incoming_get_bytes (incoming),
                       assay_incoming_get_thumbnail (incoming), error))
    return NULL;
  assay_record_set_text (record, ASSAY_ATTACHMENT_OWNER_TYPE, type_name);
  assay_record_set_integer (record, ASSAY_ATTACHMENT_OWNER, owner);
  assay_record_set_text (record, ASSAY_ATTACHMENT_CAPTION, caption);
  assay_record_set_integer (record, ASSAY_ATTACHMENT_POSITION,
                            next_position (db, type_name, owner));
  assay_record_set_integer (record, ASSAY_ATTACHMENT_ADDED_AT, g_get_real_time ());
  return assay_records_insert (db, record, error) ? g_steal_pointer (&record) : NULL;
}

/**
 * assay_attachments_add:
 * @db: a connection inside a change
 * @owner_type: the type of the record it belongs to
 * @owner: that record's key
 * @file_name: the file's name, without folders
 * @bytes: its content
 * @caption: (nullable): what it shows
 * @error: %G_IO_ERROR_NO_SPACE when it is larger than %ASSAY_ATTACHMENT_MAX_BYTES, or what else
 *
 * Stores a file with a thumbnail and what the camera noted if it is a picture that can be read.
 * A photo takes half a second of the change: where many are added, make them #AssayIncoming before.
 *
 * Returns: (transfer full): the attachment
 */
AssayRecord *
assay_attachments_add (AssayDb *db,
                       AssayType owner_type,
                       gint64 owner,
                       const char *file_name,
                       GBytes *bytes,
                       const char *caption,
                       GError **error)
{
  g_autoptr (AssayIncoming) incoming = assay_incoming_new (file_name, bytes, NULL, error);

  return incoming != NULL
             ? assay_attachments_add_incoming (db, owner_type, owner, incoming, caption, error)
             : NULL;
}

/**
 * assay_attachments_list:
 * @db: a connection
 * @owner_type: a type
 * @owner: a key
 * @error: what went wrong
 *
 * Returns: (transfer full) (element-type AssayRecord): the files of a record by position
 */
GPtrArray *
assay_attachments_list (AssayDb *db, AssayType owner_type, gint64 owner, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_ATTACHMENT);
  g_auto (AssayValue) type = ASSAY_VALUE_INIT, id = ASSAY_VALUE_INIT;

  assay_value_set_text (&type, assay_record_type_get (owner_type)->name);
  assay_value_set_integer (&id, owner);
  assay_query_add_filter (query, ASSAY_ATTACHMENT_OWNER, ASSAY_FILTER_IS, &id);
  assay_query_add_filter (query, ASSAY_ATTACHMENT_OWNER_TYPE, ASSAY_FILTER_IS, &type);
  return assay_query_run_records (query, db, 0, error);
}

static gboolean
read_blob (AssayDb *db, const char *sql, const char *sha256, GBytes **bytes, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  gboolean row;

  *bytes = NULL;
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_text (statement, 1, sha256);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *bytes = assay_statement_dup_blob (statement, 0);
  return TRUE;
}

/**
 * assay_attachments_read:
 * @db: a connection
 * @sha256: the fingerprint
 * @error: %ASSAY_STORE_ERROR_GONE when there is no such content
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
assay_attachments_read (AssayDb *db, const char *sha256, GError **error)
{
  GBytes *bytes = NULL;

  if (!read_blob (db, "SELECT bytes FROM blob WHERE sha256 = ?1", sha256, &bytes, error))
    return NULL;
  if (bytes == NULL)
    g_set_error_literal (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE,
                         _ ("This file is no longer in the book"));
  return bytes;
}

GBytes *
assay_attachments_read_thumbnail (AssayDb *db, const char *sha256, GError **error)
{
  GBytes *bytes = NULL;

  read_blob (db, "SELECT thumbnail FROM blob WHERE sha256 = ?1", sha256, &bytes, error);
  return bytes;
}

/**
 * assay_attachments_clean:
 * @db: a connection inside a change
 * @removed: (out) (optional): how many contents were removed
 * @error: what went wrong
 *
 * Removes content that no attachment and no setting names, and that no undo could bring back: while
 * the journal holds a deletion of its attachment it stays.
 *
 * Returns: whether all went well
 */
gboolean
assay_attachments_clean (AssayDb *db, gint64 *removed, GError **error)
{
  if (!assay_db_exec (db,
                      "DELETE FROM blob WHERE sha256 NOT IN (SELECT sha256 FROM attachment) "
                      "AND sha256 NOT IN (SELECT value FROM setting WHERE value IS NOT NULL) "
                      "AND NOT EXISTS (SELECT 1 FROM change WHERE instr (changeset, "
                      "CAST (blob.sha256 AS BLOB)) > 0)",
                      error))
    return FALSE;
  if (removed != NULL)
    *removed = sqlite3_changes64 (assay_db_handle (db));
  return TRUE;
}
