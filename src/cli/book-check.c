/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "cli/book-check.h"

#include <glib/gi18n-lib.h>

#include "record/catalogue.h"

/* Of each kind of problem so many are named. */
#define MAX_NAMED 100

G_GNUC_PRINTF (2, 3)
static void
add (GPtrArray *problems, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (problems, g_strdup_vprintf (format, args));
  va_end (args);
}

static gboolean
has_row (AssayStatement *statement, gboolean *failed, GError **error)
{
  gboolean row;

  *failed = !assay_statement_step (statement, &row, error);
  return !*failed && row;
}

/* The file itself, page by page, with its indexes and rules. */
static gboolean
check_file (AssayDb *db, GPtrArray *problems, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, "PRAGMA integrity_check", error);
  gboolean failed;

  if (statement == NULL)
    return FALSE;
  while (has_row (statement, &failed, error))
    {
      const char *text = assay_statement_get_text (statement, 0);

      if (g_strcmp0 (text, "ok") != 0)
        add (problems, _ ("the file is damaged: %s"), text);
    }
  return !failed;
}

static gboolean
check_references (AssayDb *db, GPtrArray *problems, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, "PRAGMA foreign_key_check", error);
  gboolean failed;
  guint named = 0;

  if (statement == NULL)
    return FALSE;
  while (has_row (statement, &failed, error))
    if (named++ < MAX_NAMED)
      add (problems, _ ("%s %" G_GINT64_FORMAT " refers to a %s that there is not"),
           assay_statement_get_text (statement, 0), assay_statement_get_int (statement, 1),
           assay_statement_get_text (statement, 2));
  return !failed;
}

static gboolean
check_columns (AssayDb *db, const AssayRecordType *type, GPtrArray *problems, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db, "SELECT name FROM pragma_table_info (?1)", error);
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean failed;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_text (statement, 1, type->table);
  while (has_row (statement, &failed, error))
    g_hash_table_add (columns, g_strdup (assay_statement_get_text (statement, 0)));
  if (failed)
    return FALSE;
  for (guint i = 0; i < type->n_fields; i++)
    if (!g_hash_table_contains (columns, type->fields[i].column))
      add (problems, _ ("table %s has no column %s"), type->table, type->fields[i].column);
  return TRUE;
}

/* Runs @sql, whose rows are ids of records that are wrong, and words each with @format. */
static gboolean
check_rows (AssayDb *db,
            const char *sql,
            const char *parameter,
            const char *format,
            GPtrArray *problems,
            GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  gboolean failed;
  guint named = 0;

  if (statement == NULL)
    return FALSE;
  if (parameter != NULL)
    assay_statement_bind_text (statement, 1, parameter);
  while (has_row (statement, &failed, error))
    if (named++ < MAX_NAMED)
      {
        g_autofree char *id
            = g_strdup_printf ("%" G_GINT64_FORMAT, assay_statement_get_int (statement, 0));
        g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

        g_ptr_array_add (problems, g_strjoinv (id, parts));
      }
  return !failed;
}

/* What a line repeats of others, so that figures need no join. */
static gboolean
check_derived (AssayDb *db, GPtrArray *problems, GError **error)
{
  return check_rows (db, "SELECT id FROM order_line WHERE slip IS NOT delivered_on - promised_on",
                     NULL, _ ("order line %s: its slip is not delivered minus promised"), problems,
                     error)
         && check_rows (db,
                        "SELECT l.id FROM order_line AS l"
                        " JOIN purchase_order AS o ON o.id = l.purchase_order"
                        " WHERE l.supplier IS NOT o.supplier OR l.sent_on IS NOT o.sent_on"
                        " OR l.confirmed_on IS NOT o.confirmed_on",
                        NULL, _ ("order line %s: its supplier or dates are not its order’s"),
                        problems, error)
         && check_rows (db,
                        "SELECT l.id FROM order_line AS l WHERE l.promised_on IS NULL"
                        " AND EXISTS (SELECT 1 FROM promise WHERE order_line = l.id)",
                        NULL, _ ("order line %s: its promises do not show"), problems, error);
}

static gboolean
check_owners (AssayDb *db, GPtrArray *problems, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);
  g_autofree char *unknown = NULL;

  for (AssayType i = ASSAY_TYPE_NONE + 1; i < ASSAY_N_TYPES; i++)
    {
      const AssayRecordType *type = assay_record_type_get (i);
      g_autofree char *sql
          = g_strdup_printf ("SELECT id FROM attachment WHERE owner_type = ?1"
                             " AND NOT EXISTS (SELECT 1 FROM \"%s\" AS t WHERE t.id = owner)",
                             type->table);

      g_string_append_printf (known, "%s'%s'", known->len > 0 ? ", " : "", type->name);
      if (!check_rows (db, sql, type->name, _ ("attachment %s belongs to no record"), problems,
                       error))
        return FALSE;
    }
  unknown = g_strdup_printf ("SELECT id FROM attachment WHERE owner_type NOT IN (%s)", known->str);
  return check_rows (db, unknown, NULL, _ ("attachment %s belongs to no known type"), problems,
                     error)
         && check_rows (db,
                        "SELECT id FROM attachment AS a"
                        " WHERE NOT EXISTS (SELECT 1 FROM blob WHERE sha256 = a.sha256)",
                        NULL, _ ("attachment %s has lost its bytes"), problems, error);
}

/* Bytes are named by their fingerprint, so that a changed photo shows. */
static gboolean
check_bytes (AssayDb *db, GPtrArray *problems, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db, "SELECT sha256, bytes FROM blob", error);
  gboolean failed;

  if (statement == NULL)
    return FALSE;
  while (has_row (statement, &failed, error))
    {
      g_autoptr (GBytes) bytes = assay_statement_dup_blob (statement, 1);
      g_autofree char *sum = bytes != NULL
                                 ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes)
                                 : g_compute_checksum_for_data (G_CHECKSUM_SHA256, NULL, 0);

      if (g_ascii_strcasecmp (sum, assay_statement_get_text (statement, 0)) != 0)
        add (problems, _ ("the bytes named %s are not what they were"),
             assay_statement_get_text (statement, 0));
    }
  return !failed;
}

/**
 * assay_book_check:
 * @db: a book
 * @error: return location for what made it impossible to look
 *
 * Returns: (transfer full) (element-type utf8): what is wrong, in words; empty when nothing is
 */
GPtrArray *
assay_book_check (AssayDb *db, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!check_file (db, problems, error))
    return NULL;
  for (AssayType i = ASSAY_TYPE_NONE + 1; i < ASSAY_N_TYPES; i++)
    if (!check_columns (db, assay_record_type_get (i), problems, error))
      return NULL;
  /* What follows asks by column. */
  if (problems->len > 0)
    return g_steal_pointer (&problems);
  if (!check_references (db, problems, error) || !check_derived (db, problems, error)
      || !check_owners (db, problems, error) || !check_bytes (db, problems, error))
    return NULL;
  return g_steal_pointer (&problems);
}
