/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/book-settings.h"

/**
 * assay_book_settings_get:
 * @db: a connection
 * @name: a setting
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): its value; %NULL without error when it was never set
 */
char *
assay_book_settings_get (AssayDb *db, const char *name, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db, "SELECT value FROM setting WHERE name = ?1", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  assay_statement_bind_text (statement, 1, name);
  if (!assay_statement_step (statement, &row, error) || !row)
    return NULL;
  return g_strdup (assay_statement_get_text (statement, 0));
}

/**
 * assay_book_settings_set:
 * @db: a connection inside a change
 * @name: a setting
 * @value: (nullable): its value; %NULL forgets it
 * @error: what went wrong
 *
 * Returns: whether it holds now
 */
gboolean
assay_book_settings_set (AssayDb *db, const char *name, const char *value, GError **error)
{
  g_autoptr (AssayStatement) statement
      = value != NULL ? assay_db_prepare (db,
                                          "INSERT INTO setting (name, value) VALUES (?1, ?2) "
                                          "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                                          error)
                      : assay_db_prepare (db, "DELETE FROM setting WHERE name = ?1", error);

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_text (statement, 1, name);
  if (value != NULL)
    assay_statement_bind_text (statement, 2, value);
  return assay_statement_run (statement, error);
}
