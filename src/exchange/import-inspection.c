/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of inspections: the inspection, told by its number or else by what was inspected when, and
 * one defect found in it or one of its checkpoints. Rows of one inspection follow one another or
 * are scattered. */

#include "assay-config.h"

#include "exchange/import-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/heading.h"

static char *
inspection_key (
    AssayImportRun *run, const char *number, gint64 line, gint64 supplier, gint64 product)
{
  const AssayValue *day
      = assay_import_value (run, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_INSPECTED_ON);
  const char *kind = assay_import_text (run, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_KIND);

  if (number != NULL)
    return g_strdup_printf ("#%s", number);
  return g_strdup_printf (
      "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s",
      line, supplier, product, day != NULL ? day->integer : -1, kind != NULL ? kind : "");
}

/* Units with a defect, where the file counts by class and gives no sum. */
static void
sum_classes (AssayRecord *inspection)
{
  static const guint classes[]
      = { ASSAY_INSPECTION_DEFECTIVE_CRITICAL, ASSAY_INSPECTION_DEFECTIVE_MAJOR,
          ASSAY_INSPECTION_DEFECTIVE_MINOR };
  gboolean known = FALSE;
  gint64 sum = 0;

  if (assay_record_is_known (inspection, ASSAY_INSPECTION_DEFECTIVE))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (assay_record_is_known (inspection, classes[i]))
      {
        known = TRUE;
        if (__builtin_add_overflow (sum, assay_record_get_integer (inspection, classes[i], 0),
                                    &sum))
          return;
      }
  if (known)
    assay_record_set_integer (inspection, ASSAY_INSPECTION_DEFECTIVE, sum);
}

/* The same lot, kind and day without a number: told apart by what the row says about it. */
static gboolean
find_by_lot (
    AssayImportRun *run, gint64 line, gint64 supplier, gint64 product, gint64 *id, GError **error)
{
  const AssayValue *day
      = assay_import_value (run, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_INSPECTED_ON);
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      run->db,
      "SELECT id FROM inspection WHERE order_line IS nullif (?1, 0) AND supplier IS nullif (?2, 0)"
      " AND product IS nullif (?3, 0) AND inspected_on IS ?4 AND number IS NULL AND id < ?5",
      error);
  gboolean row, ok;

  *id = 0;
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, line);
  assay_statement_bind_int (statement, 2, supplier);
  assay_statement_bind_int (statement, 3, product);
  if (day != NULL)
    assay_statement_bind_int (statement, 4, day->integer);
  else
    assay_statement_bind_null (statement, 4);
  assay_statement_bind_int (statement, 5, run->first_id);
  while ((ok = assay_statement_step (statement, &row, error)) && row && *id == 0)
    {
      gint64 found = assay_statement_get_int (statement, 0);
      g_autoptr (AssayRecord) record
          = assay_records_get (run->db, ASSAY_TYPE_INSPECTION, found, error);

      if (record == NULL)
        return FALSE;
      if (assay_import_contradiction (run, record) == G_MAXUINT)
        *id = found;
    }
  return ok;
}

/* Nothing is inspected before it was ordered; what says so is kept and told. */
static gboolean
note_early (AssayImportRun *run, gint64 line, GError **error)
{
  const AssayValue *day
      = assay_import_value (run, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_INSPECTED_ON);
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row;

  if (line == 0 || day == NULL)
    return TRUE;
  statement = assay_db_prepare (
      run->db,
      "SELECT 1 FROM order_line AS l JOIN purchase_order AS o ON o.id = l.purchase_order"
      " WHERE l.id = ?1 AND ?2 < coalesce (o.ordered_on, o.sent_on)",
      error);
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, line);
  assay_statement_bind_int (statement, 2, day->integer);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    assay_import_note (
        run, assay_import_column (run, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_INSPECTED_ON), NULL,
        _ ("inspected before it was ordered; kept as it stands"));
  return TRUE;
}

static gboolean
create_inspection (
    AssayImportRun *run, gint64 line, gint64 supplier, gint64 product, gint64 *id, GError **error)
{
  g_autoptr (AssayRecord) inspection = assay_record_new (ASSAY_TYPE_INSPECTION);

  assay_import_fill (run, inspection);
  sum_classes (inspection);
  if (line != 0)
    assay_record_set_reference (inspection, ASSAY_INSPECTION_ORDER_LINE, line);
  if (supplier != 0)
    assay_record_set_reference (inspection, ASSAY_INSPECTION_SUPPLIER, supplier);
  if (product != 0)
    assay_record_set_reference (inspection, ASSAY_INSPECTION_PRODUCT, product);
  *id = 0;
  if (!assay_import_allows (run, inspection))
    return TRUE;
  if (!note_early (run, line, error) || !assay_import_insert (run, inspection, error))
    return FALSE;
  *id = assay_record_get_id (inspection);
  assay_import_repeat_later (run, *id);
  assay_import_start_tally (run, inspection);
  return TRUE;
}

/* Finds or makes the inspection; *@id is 0 when the row was refused. */
static gboolean
resolve_inspection (AssayImportRun *run, gint64 *id, GError **error)
{
  const char *number = assay_import_text (run, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_NUMBER);
  gboolean has_order
      = assay_import_text (run, ASSAY_TYPE_ORDER, ASSAY_ORDER_NUMBER) != NULL
        || assay_import_text (run, ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_REFERENCE) != NULL;
  gint64 supplier, product, line = 0;
  g_autofree char *key = NULL;
  const gint64 *known;

  *id = 0;
  known = NULL;
  if (number != NULL)
    {
      key = inspection_key (run, number, 0, 0, 0);
      known = g_hash_table_lookup (run->inspections, key);
    }
  if (known == NULL)
    {
      if (!assay_party_resolve (&run->suppliers, run, FALSE, &supplier, error)
          || !assay_party_resolve (&run->products, run, FALSE, &product, error)
          || (has_order && !assay_import_find_line (run, &line, &supplier, &product, error)))
        return FALSE;
      if (run->row_refused)
        return TRUE;
      if (number == NULL && line == 0 && supplier == 0)
        {
          assay_import_refuse (
              run, G_MAXUINT,
              _ ("the row says neither which order nor which supplier was inspected"));
          return TRUE;
        }
      if (key == NULL)
        key = inspection_key (run, NULL, line, supplier, product);
      known = g_hash_table_lookup (run->inspections, key);
    }
  if (known != NULL)
    {
      *id = *known;
      if (*id == 0)
        assay_import_refuse (run, G_MAXUINT,
                             _ ("the inspection of this row was refused in an earlier row"));
      return TRUE;
    }
  if (run->had_inspections
      && (number != NULL ? !assay_import_find_inspection (run, number, id, error)
                         : !find_by_lot (run, line, supplier, product, id, error)))
    return FALSE;
  if (*id != 0)
    run->result->matched[ASSAY_TYPE_INSPECTION]++;
  else if (number != NULL && line == 0 && supplier == 0)
    {
      assay_import_refuse (
          run, assay_import_column (run, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_NUMBER),
          _ ("the row says neither which order nor which supplier was inspected"));
      return TRUE;
    }
  else if (!create_inspection (run, line, supplier, product, id, error))
    return FALSE;
  g_hash_table_insert (run->inspections, g_steal_pointer (&key), g_memdup2 (id, sizeof *id));
  return TRUE;
}

/* The sums below a table of inspections are no inspection. */
static gboolean
is_total (AssayImportRun *run)
{
  static const char *const words[] = { "total", "totals", "grand total", "subtotal", "sum",
                                       "summe", "gesamt", "合计",        "总计",     NULL };
  const char *const names[] = {
    assay_import_text (run, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_NUMBER),
    assay_import_text (run, ASSAY_TYPE_SUPPLIER, ASSAY_SUPPLIER_NAME),
    assay_import_text (run, ASSAY_TYPE_PRODUCT, ASSAY_PRODUCT_CODE),
    assay_import_text (run, ASSAY_TYPE_PRODUCT, ASSAY_PRODUCT_NAME),
  };
  guint n_names = 0;
  gboolean total = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL)
      {
        g_autofree char *folded = assay_heading_fold (names[i]);

        n_names++;
        total = total || g_strv_contains (words, folded);
      }
  return total && n_names == 1
         && assay_import_value (run, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_INSPECTED_ON) == NULL;
}

gboolean
assay_import_inspection_row (AssayImportRun *run, GError **error)
{
  gint64 inspection;

  if (is_total (run))
    {
      assay_import_note (run, G_MAXUINT, NULL, _ ("a row of totals; it was left out"));
      return TRUE;
    }
  if (!resolve_inspection (run, &inspection, error))
    return FALSE;
  return inspection == 0
         || (assay_import_add_defect (run, inspection, error)
             && assay_import_add_checkpoint (run, inspection, error));
}
