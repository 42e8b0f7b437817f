/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows about order lines that are there already: promises, deliveries, inspections. */

#include "assay-config.h"

#include "exchange/import-run.h"

#include <glib/gi18n-lib.h>

#include "exchange/import-line.h"

static const char find_sql[]
    = "SELECT l.id, o.supplier, coalesce (l.product, 0)"
      " FROM purchase_order AS o JOIN order_line AS l ON l.purchase_order = o.id"
      " WHERE o.number = ?1 AND (?2 = 0 OR o.supplier = ?2) AND (?3 = 0 OR l.product = ?3)"
      " AND (?4 IS NULL OR l.line_number = ?4) AND (?5 IS NULL OR l.reference = ?5) LIMIT 2";

static const char find_by_reference_sql[]
    = "SELECT l.id, o.supplier, coalesce (l.product, 0)"
      " FROM order_line AS l JOIN purchase_order AS o ON l.purchase_order = o.id"
      " WHERE ?1 IS NULL AND (?2 = 0 OR o.supplier = ?2) AND (?3 = 0 OR l.product = ?3)"
      " AND (?4 IS NULL OR l.line_number = ?4) AND l.reference = ?5 LIMIT 2";

static void
bind (AssayImportRun *run, AssayStatement *statement, gint64 supplier, gint64 product)
{
  const AssayValue *number
      = assay_import_value (run, ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_LINE_NUMBER);
  const char *reference
      = assay_import_text (run, ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_REFERENCE);
  const char *order = assay_import_text (run, ASSAY_TYPE_ORDER, ASSAY_ORDER_NUMBER);

  if (order != NULL)
    assay_statement_bind_text (statement, 1, order);
  else
    assay_statement_bind_null (statement, 1);
  assay_statement_bind_int (statement, 2, supplier);
  assay_statement_bind_int (statement, 3, product);
  if (number != NULL)
    assay_statement_bind_int (statement, 4, number->integer);
  else
    assay_statement_bind_null (statement, 4);
  if (reference != NULL)
    assay_statement_bind_text (statement, 5, reference);
  else
    assay_statement_bind_null (statement, 5);
}

/* An inspection of a known supplier stands without its order while the book does not have that
 * order at all; a number that the book has, with another supplier or product, is a mistake. */
static gboolean
stands_alone (
    AssayImportRun *run, const char *order, gint64 supplier, gboolean *alone, GError **error)
{
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row;

  *alone = FALSE;
  if (order == NULL || supplier == 0
      || assay_import_plan_get_target (run->plan) != ASSAY_TYPE_INSPECTION)
    return TRUE;
  statement = assay_db_prepare (
      run->db, "SELECT 1 FROM purchase_order WHERE number = ?1 COLLATE NOCASE LIMIT 1", error);
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_text (statement, 1, order);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  *alone = !row;
  return TRUE;
}

gboolean
assay_import_find_line (
    AssayImportRun *run, gint64 *line, gint64 *supplier, gint64 *product, GError **error)
{
  const char *order = assay_import_text (run, ASSAY_TYPE_ORDER, ASSAY_ORDER_NUMBER);
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (run->db, order != NULL ? find_sql : find_by_reference_sql, error);
  guint column = assay_import_column (run, ASSAY_TYPE_ORDER, ASSAY_ORDER_NUMBER);
  gboolean row, another;

  *line = 0;
  if (statement == NULL)
    return FALSE;
  bind (run, statement, *supplier, *product);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    {
      gboolean alone;

      if (!stands_alone (run, order, *supplier, &alone, error))
        return FALSE;
      if (alone)
        assay_import_note (run, column, NULL,
                           _ ("the book has no such order; the inspection is kept without one"));
      else
        assay_import_refuse (run, column, _ ("the book has no such order line"));
      return TRUE;
    }
  gint64 found = assay_statement_get_int (statement, 0);
  gint64 found_supplier = assay_statement_get_int (statement, 1);
  gint64 found_product = assay_statement_get_int (statement, 2);

  if (!assay_statement_step (statement, &another, error))
    return FALSE;
  if (another)
    {
      assay_import_refuse (
          run, column, _ ("more than one order line fits; a line number or reference is needed"));
      return TRUE;
    }
  *line = found;
  *supplier = found_supplier;
  *product = found_product;
  return TRUE;
}

/* A party that the row only names to find something; unknown names find nothing. */
static gint64
look_up (AssayImportRun *run, AssayParty *party)
{
  return assay_party_find (party, assay_import_text (run, party->type, party->name_field),
                           assay_import_text (run, party->type, party->code_field));
}

static gboolean
is_repeated (AssayImportRun *run, AssayType type, gint64 line, gboolean *repeated, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE order_line = ?1",
                                          assay_record_type_get (type)->table);
  g_autoptr (AssayStatement) statement = assay_db_prepare (run->db, sql, error);
  gboolean row, ok;

  *repeated = FALSE;
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, line);
  while ((ok = assay_statement_step (statement, &row, error)) && row && !*repeated)
    {
      g_autoptr (AssayRecord) record
          = assay_records_get (run->db, type, assay_statement_get_int (statement, 0), error);

      if (record == NULL)
        return FALSE;
      *repeated = assay_import_contradiction (run, record) == G_MAXUINT;
    }
  return ok;
}

/* A row of promises or deliveries. */
gboolean
assay_import_line_part_row (AssayImportRun *run, AssayType type, GError **error)
{
  gint64 supplier = look_up (run, &run->suppliers), product = look_up (run, &run->products);
  gboolean repeated, added = FALSE, ok;
  gint64 line;

  if (!assay_import_find_line (run, &line, &supplier, &product, error))
    return FALSE;
  if (line == 0)
    return TRUE;
  if (!is_repeated (run, type, line, &repeated, error))
    return FALSE;
  if (repeated)
    {
      run->result->matched[type]++;
      return TRUE;
    }
  ok = type == ASSAY_TYPE_PROMISE ? assay_import_add_promise (run, line, &added, error)
                                  : assay_import_add_delivery (run, line, &added, error);
  if (ok && !added)
    assay_import_refuse (run, G_MAXUINT,
                         type == ASSAY_TYPE_PROMISE
                             ? _ ("the row has no promised date")
                             : _ ("the row has neither a date nor a quantity"));
  return ok;
}
