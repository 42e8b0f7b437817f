/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "cli/find-record.h"

#include <glib/gi18n-lib.h>

#include "store/records.h"

/* Fields by which a record of @type may be called: those that name it and its unique codes. */
static gboolean
names_record (const AssayRecordType *type, guint field)
{
  if (!assay_field_is_text (&type->fields[field]))
    return FALSE;
  if (type->fields[field].flags & ASSAY_FIELD_UNIQUE)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (type->title) && type->title[i] >= 0; i++)
    if (type->title[i] == (int)field)
      return TRUE;
  return FALSE;
}

/* Ids of records whose @column is @words, or differs in case only. */
static gboolean
collect (AssayDb *db,
         const AssayRecordType *type,
         const char *column,
         const char *words,
         GArray *ids,
         GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM \"%s\" WHERE \"%s\" = ?1 COLLATE NOCASE ORDER BY \"%s\" <> ?1 LIMIT 2",
      type->table, column, column);
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_text (statement, 1, words);
  while (row)
    {
      gint64 id;

      if (!assay_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      id = assay_statement_get_int (statement, 0);
      g_array_append_val (ids, id);
    }
  return TRUE;
}

/* A supplier under a name that it has in files, or had before it was merged. */
static gboolean
collect_other_names (AssayDb *db, const char *words, GArray *ids, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db,
                          "SELECT supplier FROM supplier_name WHERE name = ?1 COLLATE NOCASE "
                          "ORDER BY name <> ?1, id LIMIT 1",
                          error);
  gboolean row;
  gint64 id;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_text (statement, 1, words);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  id = row ? assay_statement_get_int (statement, 0) : 0;
  if (row)
    g_array_append_val (ids, id);
  return TRUE;
}

/**
 * assay_find_record:
 * @db: a book
 * @type: what is looked for
 * @words: its name, code or id
 * @id: (out): the record
 * @error: return location for %G_IO_ERROR_NOT_FOUND, or what else went wrong
 *
 * An exact name wins over one that differs in case.
 *
 * Returns: whether there is one
 */
gboolean
assay_find_record (AssayDb *db, AssayType type, const char *words, gint64 *id, GError **error)
{
  const AssayRecordType *described = assay_record_type_get (type);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AssayRecord) record = NULL;
  guint64 number;

  if (!g_utf8_validate (words, -1, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("A name is not valid UTF-8"));
      return FALSE;
    }
  for (guint i = 0; i < described->n_fields && ids->len == 0; i++)
    if (names_record (described, i)
        && !collect (db, described, described->fields[i].column, words, ids, error))
      return FALSE;
  if (ids->len == 0 && type == ASSAY_TYPE_SUPPLIER && !collect_other_names (db, words, ids, error))
    return FALSE;
  if (ids->len == 0 && g_ascii_string_to_unsigned (words, 10, 1, G_MAXINT64, &number, NULL))
    {
      record = assay_records_get (db, type, (gint64)number, NULL);
      if (record != NULL)
        {
          *id = (gint64)number;
          return TRUE;
        }
    }
  if (ids->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("%s “%s” is not in the book"),
                   assay_record_type_label (described), words);
      return FALSE;
    }
  *id = g_array_index (ids, gint64, 0);
  return TRUE;
}
