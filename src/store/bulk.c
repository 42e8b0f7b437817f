/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/bulk.h"

#include "store/db-private.h"
#include "store/schema.h"

/* Indexes that matching rows and bringing derived columns up to date look things up in. */
static const char *const kept[] = {
  "purchase_order_number",
  "product_code",
  "supplier_code",
  "defect_type_code",
  "promise_order_line",
  "delivery_order_line",
  "inspection_order_line",
  "inspection_number",
  "order_line_purchase_order",
  "defect_inspection",
  NULL,
};

/**
 * assay_bulk_begin:
 * @db: a connection inside a transaction
 * @error: what went wrong
 *
 * Drops the indexes that only tables and figures need, and the triggers by which new rows reach the
 * full-text index one by one.
 *
 * Returns: (transfer full): what assay_bulk_end() makes them again with
 */
char *
assay_bulk_begin (AssayDb *db, GError **error)
{
  g_autoptr (GString) statements = g_string_new (NULL);
  g_autoptr (GString) drops = g_string_new (NULL);
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      db,
      "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND (type = 'index'"
      " OR (type = 'trigger' AND name LIKE '%\\_search\\_insert' ESCAPE '\\'))",
      error);
  gboolean row, ok;

  if (statement == NULL)
    return NULL;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      const char *type = assay_statement_get_text (statement, 0);
      const char *name = assay_statement_get_text (statement, 1);

      if (g_strv_contains (kept, name))
        continue;
      g_string_append_printf (statements, "%s;\n", assay_statement_get_text (statement, 2));
      g_string_append_printf (drops, "DROP %s %s;\n", type, name);
    }
  assay_statement_reset (statement);
  if (!ok || !assay_db_exec (db, drops->str, error))
    return NULL;
  return g_string_free_and_steal (g_steal_pointer (&statements));
}

gboolean
assay_bulk_end (AssayDb *db, const char *statements, GError **error)
{
  g_autofree char *search = assay_schema_fill_search (assay_inserts_get_searchable (db->inserts));

  return assay_db_exec (db, statements, error) && assay_db_exec (db, search, error);
}
