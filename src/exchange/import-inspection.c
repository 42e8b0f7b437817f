/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of inspections: the inspection, told by its number or else by what was inspected when, and
 * one defect found in it. Rows of one inspection follow one another or are scattered. */

#include "assay-config.h"

#include "exchange/import-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

static gboolean
find_by_number (AssayImportRun *run, const char *number, gint64 *id, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (run->db, "SELECT id FROM inspection WHERE number = ?1 LIMIT 1", error);
  gboolean row;

  *id = 0;
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_text (statement, 1, number);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *id = assay_statement_get_int (statement, 0);
  return TRUE;
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

static gboolean
set_repeats (AssayImportRun *run, AssayRecord *inspection, GError **error)
{
  const char *number = assay_import_text (run, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_REPEATS);
  gint64 id;

  if (number == NULL)
    return TRUE;
  if (!find_by_number (run, number, &id, error))
    return FALSE;
  if (id != 0)
    assay_record_set_reference (inspection, ASSAY_INSPECTION_REPEATS, id);
  else
    assay_import_result_remark (
        run->result, &run->result->unknown_values, run->row->line,
        assay_survey_get_column (
            run->survey, assay_import_column (run, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_REPEATS))
            ->title,
        number, _ ("the book has no inspection of this number"));
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
  if (!set_repeats (run, inspection, error) || !assay_import_insert (run, inspection, error))
    return FALSE;
  *id = assay_record_get_id (inspection);
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
      return TRUE;
    }
  if (run->had_inspections
      && (number != NULL ? !find_by_number (run, number, id, error)
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

static gboolean
is_known_defect (
    AssayImportRun *run, gint64 inspection, AssayRecord *defect, gboolean *known, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      run->db,
      "SELECT 1 FROM defect WHERE inspection = ?1 AND coalesce (defect_type, 0) = ?2"
      " AND coalesce (description, '') = ?3 AND class = ?4 AND count = ?5 AND id < ?6 LIMIT 1",
      error);
  const char *description = assay_record_get_text (defect, ASSAY_DEFECT_DESCRIPTION);

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, inspection);
  assay_statement_bind_int (statement, 2,
                            assay_record_get_reference (defect, ASSAY_DEFECT_DEFECT_TYPE));
  assay_statement_bind_text (statement, 3, description != NULL ? description : "");
  assay_statement_bind_text (statement, 4, assay_record_get_text (defect, ASSAY_DEFECT_CLASS));
  assay_statement_bind_int (statement, 5, assay_record_get_integer (defect, ASSAY_DEFECT_COUNT, 0));
  assay_statement_bind_int (statement, 6, run->first_id);
  return assay_statement_step (statement, known, error);
}

static gboolean
add_defect (AssayImportRun *run, gint64 inspection, GError **error)
{
  g_autoptr (AssayRecord) defect = NULL;
  const char *name = assay_import_text (run, ASSAY_TYPE_DEFECT_TYPE, ASSAY_DEFECT_TYPE_NAME);
  const char *code = assay_import_text (run, ASSAY_TYPE_DEFECT_TYPE, ASSAY_DEFECT_TYPE_CODE);
  gboolean known;
  gint64 type;

  if (name == NULL && code == NULL
      && assay_import_text (run, ASSAY_TYPE_DEFECT, ASSAY_DEFECT_DESCRIPTION) == NULL)
    return TRUE;
  defect = assay_record_new (ASSAY_TYPE_DEFECT);
  assay_import_fill (run, defect);
  assay_record_set_reference (defect, ASSAY_DEFECT_INSPECTION, inspection);
  type = assay_party_find (&run->defect_types, name, code);
  if (type == 0 && name != NULL && code == NULL)
    {
      /* A name that the brand's list does not have is a description. */
      if (!assay_record_is_known (defect, ASSAY_DEFECT_DESCRIPTION))
        assay_record_set_text (defect, ASSAY_DEFECT_DESCRIPTION, name);
    }
  else if (type == 0 && code != NULL
           && !assay_party_resolve (&run->defect_types, run, FALSE, &type, error))
    return FALSE;
  if (type != 0)
    {
      g_autoptr (AssayRecord) described
          = assay_records_get (run->db, ASSAY_TYPE_DEFECT_TYPE, type, error);

      if (described == NULL)
        return FALSE;
      assay_record_set_reference (defect, ASSAY_DEFECT_DEFECT_TYPE, type);
      if (assay_import_value (run, ASSAY_TYPE_DEFECT, ASSAY_DEFECT_CLASS) == NULL
          && assay_record_is_known (described, ASSAY_DEFECT_TYPE_CLASS))
        assay_record_set_text (defect, ASSAY_DEFECT_CLASS,
                               assay_record_get_text (described, ASSAY_DEFECT_TYPE_CLASS));
    }
  if (!is_known_defect (run, inspection, defect, &known, error))
    return FALSE;
  if (known)
    {
      run->result->matched[ASSAY_TYPE_DEFECT]++;
      return TRUE;
    }
  return assay_import_insert (run, defect, error);
}

gboolean
assay_import_inspection_row (AssayImportRun *run, GError **error)
{
  gint64 inspection;

  if (!resolve_inspection (run, &inspection, error))
    return FALSE;
  return inspection == 0 || add_defect (run, inspection, error);
}
