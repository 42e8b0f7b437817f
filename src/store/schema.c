/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/schema.h"

#include <glib/gi18n-lib.h>

#include "record/catalogue.h"
#include "store-resources.h"

#define LATEST 4

static gboolean
read_pragma (AssayDb *db, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL || !assay_statement_step (statement, &row, error))
    return FALSE;
  *value = row ? assay_statement_get_int (statement, 0) : 0;
  return TRUE;
}

/**
 * assay_schema_inspect:
 * @db: a connection to any SQLite file
 * @step: (out): its schema step; 0 for an empty file
 * @error: why it is not a book that this program can use
 *
 * Returns: whether it is a book or empty; %ASSAY_STORE_ERROR_TOO_NEW is set with @step filled in
 */
gboolean
assay_schema_inspect (AssayDb *db, guint *step, GError **error)
{
  gint64 application_id = 0, version = 0, objects = 0;

  *step = 0;
  if (!read_pragma (db, "PRAGMA application_id", &application_id, error)
      || !read_pragma (db, "PRAGMA user_version", &version, error)
      || !read_pragma (db, "SELECT count (*) FROM sqlite_schema", &objects, error))
    return FALSE;
  if (objects == 0 && application_id == 0 && version == 0)
    return TRUE;
  if (application_id != ASSAY_SCHEMA_APPLICATION_ID || version < 1)
    {
      g_set_error_literal (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_NOT_A_BOOK,
                           _ ("a database, but not an Assay book"));
      return FALSE;
    }
  *step = (guint)MIN (version, G_MAXINT);
  if (*step > LATEST)
    {
      g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_TOO_NEW,
                   _ ("schema step %u, while this Assay knows %u"), *step, LATEST);
      return FALSE;
    }
  return TRUE;
}

static void
append_search_values (GString *sql, const AssayRecordType *type, const char *row)
{
  gboolean first = TRUE;

  for (guint i = 0; i < type->n_fields; i++)
    {
      if (!(type->fields[i].flags & ASSAY_FIELD_SEARCHABLE))
        continue;
      g_string_append_printf (sql, "%s%s.%s", first ? "concat_ws (char (10), " : ", ", row,
                              type->fields[i].column);
      first = FALSE;
    }
  g_string_append_c (sql, ')');
}

/* Whether a row has something to be found by. */
static void
append_search_condition (GString *sql, const AssayRecordType *type, const char *row)
{
  gboolean first = TRUE;

  for (guint i = 0; i < type->n_fields; i++)
    {
      if (!(type->fields[i].flags & ASSAY_FIELD_SEARCHABLE))
        continue;
      g_string_append_printf (sql, "%s%s.%s IS NOT NULL", first ? "(" : " OR ", row,
                              type->fields[i].column);
      first = FALSE;
    }
  g_string_append_c (sql, ')');
}

static gboolean
has_searchable (const AssayRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].flags & ASSAY_FIELD_SEARCHABLE)
      return TRUE;
  return FALSE;
}

/* A row is in the index only while it has something to be found by, so that a million order lines
 * without texts of their own cost nothing. */
static void
append_search_triggers (GString *sql, const AssayRecordType *type)
{
  GString *changed = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].flags & ASSAY_FIELD_SEARCHABLE)
      g_string_append_printf (changed, "%s%s", changed->len > 0 ? ", " : "",
                              type->fields[i].column);
  g_string_append_printf (sql, "CREATE TRIGGER %s_search_insert AFTER INSERT ON %s WHEN ",
                          type->table, type->table);
  append_search_condition (sql, type, "new");
  g_string_append_printf (
      sql, " BEGIN INSERT INTO search (rowid, type, body) VALUES (new.id, '%s', ", type->name);
  append_search_values (sql, type, "new");
  g_string_append (sql, "); END;\n");

  g_string_append_printf (sql,
                          "CREATE TRIGGER %s_search_update AFTER UPDATE OF %s ON %s BEGIN "
                          "DELETE FROM search WHERE rowid = old.id; "
                          "INSERT INTO search (rowid, type, body) SELECT new.id, '%s', ",
                          type->table, changed->str, type->table, type->name);
  append_search_values (sql, type, "new");
  g_string_append (sql, " WHERE ");
  append_search_condition (sql, type, "new");
  g_string_append (sql, "; END;\n");

  g_string_append_printf (sql, "CREATE TRIGGER %s_search_delete AFTER DELETE ON %s WHEN ",
                          type->table, type->table);
  append_search_condition (sql, type, "old");
  g_string_append (sql, " BEGIN DELETE FROM search WHERE rowid = old.id; END;\n");
  g_string_free (changed, TRUE);
}

static void
append_search_fill (GString *sql, const AssayRecordType *type)
{
  g_string_append_printf (sql, "INSERT INTO search (rowid, type, body) SELECT id, '%s', ",
                          type->name);
  append_search_values (sql, type, type->table);
  g_string_append_printf (sql, " FROM %s WHERE ", type->table);
  append_search_condition (sql, type, type->table);
  g_string_append_printf (
      sql, " AND NOT EXISTS (SELECT 1 FROM search_content AS c WHERE c.id = %s.id);\n",
      type->table);
}

/**
 * assay_schema_fill_search:
 * @types: a bit for each type to look at
 *
 * Returns: (transfer full): statements that bring into the full-text index what is missing there
 */
char *
assay_schema_fill_search (guint64 types)
{
  GString *sql = g_string_new (NULL);

  for (AssayType i = ASSAY_TYPE_NONE + 1; i < ASSAY_N_TYPES; i++)
    if ((types & ASSAY_TYPE_BIT (i)) && has_searchable (assay_record_type_get (i)))
      append_search_fill (sql, assay_record_type_get (i));
  return g_string_free_and_steal (sql);
}

/* ISO dates for whoever opens the file with another tool. */
static void
append_readable_view (GString *sql, const AssayRecordType *type)
{
  g_string_append_printf (sql, "CREATE VIEW %s_readable AS SELECT id", type->table);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const char *column = type->fields[i].column;

      if (type->fields[i].kind == ASSAY_KIND_DATE)
        g_string_append_printf (sql, ", date (%s * 86400, 'unixepoch') AS %s", column, column);
      else if (type->fields[i].kind == ASSAY_KIND_INSTANT)
        g_string_append_printf (sql, ", datetime (%s / 1000000, 'unixepoch') AS %s", column,
                                column);
      else
        g_string_append_printf (sql, ", %s", column);
    }
  g_string_append_printf (sql, " FROM %s;\n", type->table);
}

/* Everything that follows from the catalogue: the full-text index with its triggers, filled from
 * the rows that are there, and the readable views. */
static gboolean
make_derived_objects (AssayDb *db, GError **error)
{
  g_autoptr (GString) sql = g_string_new (
      "DROP TABLE IF EXISTS search;"
      "CREATE VIRTUAL TABLE search USING fts5 (type UNINDEXED, body, tokenize = 'assay', "
      "prefix = '1 2 3');\n");

  for (AssayType i = ASSAY_TYPE_NONE + 1; i < ASSAY_N_TYPES; i++)
    {
      const AssayRecordType *type = assay_record_type_get (i);

      g_string_append_printf (sql,
                              "DROP TRIGGER IF EXISTS %s_search_insert;"
                              "DROP TRIGGER IF EXISTS %s_search_update;"
                              "DROP TRIGGER IF EXISTS %s_search_delete;"
                              "DROP VIEW IF EXISTS %s_readable;\n",
                              type->table, type->table, type->table, type->table);
      append_readable_view (sql, type);
      if (!has_searchable (type))
        continue;
      append_search_triggers (sql, type);
      append_search_fill (sql, type);
    }
  return assay_db_exec (db, sql->str, error);
}

static gboolean
take_step (AssayDb *db, guint step, GError **error)
{
  g_autofree char *name = g_strdup_printf ("/page/assay/Assay/store/schema/%03u.sql", step);
  g_autofree char *version = g_strdup_printf (
      "PRAGMA application_id = %d; PRAGMA user_version = %u;", ASSAY_SCHEMA_APPLICATION_ID, step);
  g_autoptr (GBytes) sql = g_resource_lookup_data (assay_store_get_resource (), name,
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  /* Resources end with a zero byte that is not counted. */
  if (sql == NULL || !assay_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (assay_db_exec (db, g_bytes_get_data (sql, NULL), error)
      && (step < LATEST || make_derived_objects (db, error)) && assay_db_exec (db, version, error)
      && assay_db_exec (db, "COMMIT", error))
    return TRUE;
  assay_db_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

static gboolean
back_up (AssayDb *db, guint from, GError **error)
{
  g_autofree char *path = g_strdup_printf ("%s.before-step-%u", assay_db_path (db), from + 1);
  g_autoptr (AssayStatement) statement = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  statement = assay_db_prepare (db, "VACUUM INTO ?1", error);
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_text (statement, 1, path);
  return assay_statement_run (statement, error);
}

/**
 * assay_schema_upgrade:
 * @db: a connection that may write
 * @from: the file's schema step
 * @error: what went wrong; the steps before it stay taken
 *
 * Returns: whether the file is at the latest step now
 */
gboolean
assay_schema_upgrade (AssayDb *db, guint from, GError **error)
{
  if (from > 0 && from < LATEST && !back_up (db, from, error))
    return FALSE;
  for (guint step = from + 1; step <= LATEST; step++)
    if (!take_step (db, step, error))
      return FALSE;
  return TRUE;
}

/* Indexes and shadow tables that SQLite makes by itself are its own business. */
#define OURS                                                                                       \
  "FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "           \
  "AND name NOT LIKE 'search\\_%' ESCAPE '\\'"

static gboolean
holds (AssayDb *db,
       const char *type,
       const char *name,
       const char *sql,
       gboolean *same,
       GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      db, "SELECT sql IS ?3 FROM sqlite_schema WHERE type = ?1 AND name = ?2", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_text (statement, 1, type);
  assay_statement_bind_text (statement, 2, name);
  assay_statement_bind_text (statement, 3, sql);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  *same = row && assay_statement_get_int (statement, 0) != 0;
  return TRUE;
}

/* Whether what @sql selects from @from is in @in word for word. */
static gboolean
compare (AssayDb *from, const char *sql, AssayDb *in, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (from, sql, error);
  gboolean row, ok;

  if (statement == NULL)
    return FALSE;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      gboolean same;

      if (!holds (in, assay_statement_get_text (statement, 0),
                  assay_statement_get_text (statement, 1), assay_statement_get_text (statement, 2),
                  &same, error))
        return FALSE;
      if (!same)
        {
          g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_DAMAGED,
                       _ ("“%s” in it is not what Assay makes"),
                       assay_statement_get_text (statement, 1));
          return FALSE;
        }
    }
  return ok;
}

/**
 * assay_schema_check:
 * @db: a connection to a book at the latest step
 * @error: %ASSAY_STORE_ERROR_DAMAGED
 *
 * Holds a book that may come from anywhere against one made by our own steps. Tables, indexes and
 * views that somebody added do no harm; triggers could, since they run with every change.
 *
 * Returns: whether everything of ours is there as we make it, and no trigger but ours
 */
gboolean
assay_schema_check (AssayDb *db, GError **error)
{
  g_autoptr (AssayDb) ours = assay_db_open (":memory:", ASSAY_DB_CREATE, error);

  return ours != NULL && assay_schema_upgrade (ours, 0, error)
         && compare (ours, "SELECT type, name, sql " OURS, db, error)
         && compare (db, "SELECT type, name, sql " OURS " AND type = 'trigger'", ours, error);
}
