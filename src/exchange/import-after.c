/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of corrective actions and of milestones. */

#include "assay-config.h"

#include "exchange/import-run.h"

#include <glib/gi18n-lib.h>

/* Fills what is unknown in a record that the book has, or writes the one that the row makes. */
static gboolean
merge_or_insert (AssayImportRun *run, AssayRecord *made, gint64 before, GError **error)
{
  AssayType type = assay_record_get_kind (made);
  g_autoptr (AssayRecord) existing = NULL;

  if (before == 0)
    return !assay_import_allows (run, made) || assay_import_insert (run, made, error);
  existing = assay_records_get (run->db, type, before, error);
  if (existing == NULL)
    return FALSE;
  if (assay_import_is_own (run, before))
    assay_import_note (run, G_MAXUINT, "", _ ("the same as an earlier row"));
  else
    run->result->matched[type]++;
  return assay_import_merge (run, existing, error);
}

static gboolean
read_id (AssayStatement *statement, gint64 *id, GError **error)
{
  gboolean row;

  *id = 0;
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *id = assay_statement_get_int (statement, 0);
  return TRUE;
}

/* By its number; without one it is the same title of the same supplier from the same day. */
static gboolean
find_action (AssayImportRun *run, const AssayRecord *action, gint64 *id, GError **error)
{
  const char *number = assay_record_get_text (action, ASSAY_CORRECTIVE_ACTION_NUMBER);
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      run->db,
      number != NULL ? "SELECT id FROM corrective_action WHERE number = ?1 LIMIT 1"
                     : "SELECT id FROM corrective_action WHERE number IS NULL AND title = ?1"
                       " AND supplier = ?2 AND opened_on IS ?3 LIMIT 1",
      error);

  if (statement == NULL)
    return FALSE;
  if (number != NULL)
    assay_statement_bind_text (statement, 1, number);
  else
    {
      assay_statement_bind_text (statement, 1,
                                 assay_record_get_text (action, ASSAY_CORRECTIVE_ACTION_TITLE));
      assay_statement_bind_int (
          statement, 2, assay_record_get_reference (action, ASSAY_CORRECTIVE_ACTION_SUPPLIER));
      if (assay_record_is_known (action, ASSAY_CORRECTIVE_ACTION_OPENED_ON))
        assay_statement_bind_int (
            statement, 3, assay_record_get_date (action, ASSAY_CORRECTIVE_ACTION_OPENED_ON));
      else
        assay_statement_bind_null (statement, 3);
    }
  return read_id (statement, id, error);
}

/* What the row does not name, the inspection that it names knows. */
static gboolean
set_parties (AssayImportRun *run, AssayRecord *action, GError **error)
{
  gint64 of = assay_record_get_reference (action, ASSAY_CORRECTIVE_ACTION_INSPECTION);
  g_autoptr (AssayRecord) inspection = NULL;
  gint64 supplier, product;

  if (!assay_party_resolve (&run->suppliers, run, FALSE, &supplier, error)
      || !assay_party_resolve (&run->products, run, FALSE, &product, error))
    return FALSE;
  if (of != 0 && supplier == 0)
    {
      inspection = assay_records_get (run->db, ASSAY_TYPE_INSPECTION, of, error);
      if (inspection == NULL)
        return FALSE;
      supplier = assay_record_get_reference (inspection, ASSAY_INSPECTION_SUPPLIER);
      if (product == 0)
        product = assay_record_get_reference (inspection, ASSAY_INSPECTION_PRODUCT);
    }
  if (supplier != 0)
    assay_record_set_reference (action, ASSAY_CORRECTIVE_ACTION_SUPPLIER, supplier);
  if (product != 0)
    assay_record_set_reference (action, ASSAY_CORRECTIVE_ACTION_PRODUCT, product);
  return TRUE;
}

gboolean
assay_import_corrective_action_row (AssayImportRun *run, GError **error)
{
  g_autoptr (AssayRecord) action = assay_record_new (ASSAY_TYPE_CORRECTIVE_ACTION);
  gint64 before;

  assay_import_fill (run, action);
  if (!assay_record_is_known (action, ASSAY_CORRECTIVE_ACTION_TITLE))
    {
      assay_import_refuse (
          run,
          assay_import_column (run, ASSAY_TYPE_CORRECTIVE_ACTION, ASSAY_CORRECTIVE_ACTION_TITLE),
          _ ("the row does not say what is wrong"));
      return TRUE;
    }
  if (!set_parties (run, action, error))
    return FALSE;
  if (!assay_record_is_known (action, ASSAY_CORRECTIVE_ACTION_SUPPLIER))
    {
      assay_import_refuse (run, G_MAXUINT,
                           _ ("the row names neither a supplier nor an inspection of one"));
      return TRUE;
    }
  return find_action (run, action, &before, error) && merge_or_insert (run, action, before, error);
}

/* The order of the row's number; 0 with the row refused when there is none or more than one. */
static gboolean
find_order (AssayImportRun *run, gint64 *id, char **currency, GError **error)
{
  const char *number = assay_import_text (run, ASSAY_TYPE_ORDER, ASSAY_ORDER_NUMBER);
  guint column = assay_import_column (run, ASSAY_TYPE_ORDER, ASSAY_ORDER_NUMBER);
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      run->db,
      "SELECT id, currency FROM purchase_order WHERE number = ?1 AND (?2 = 0 OR +supplier = ?2)"
      " LIMIT 2",
      error);
  gboolean row;

  *id = 0;
  if (statement == NULL)
    return FALSE;
  if (number == NULL)
    {
      assay_import_refuse (run, column, _ ("the row has no order number"));
      return TRUE;
    }
  assay_statement_bind_text (statement, 1, number);
  assay_statement_bind_int (
      statement, 2,
      assay_party_find (&run->suppliers,
                        assay_import_text (run, ASSAY_TYPE_SUPPLIER, ASSAY_SUPPLIER_NAME),
                        assay_import_text (run, ASSAY_TYPE_SUPPLIER, ASSAY_SUPPLIER_CODE)));
  if (!read_id (statement, id, error))
    return FALSE;
  if (*id == 0)
    {
      assay_import_refuse (run, column, _ ("the book has no order of this number"));
      return TRUE;
    }
  *currency = g_strdup (assay_statement_get_text (statement, 1));
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      *id = 0;
      assay_import_refuse (run, column,
                           _ ("more than one order has this number; name the supplier"));
    }
  return TRUE;
}

static gboolean
find_milestone (AssayImportRun *run, const AssayRecord *milestone, gint64 *id, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      run->db, "SELECT id FROM milestone WHERE purchase_order = ?1 AND name = ?2 LIMIT 1", error);

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1,
                            assay_record_get_reference (milestone, ASSAY_MILESTONE_PURCHASE_ORDER));
  assay_statement_bind_text (statement, 2, assay_record_get_text (milestone, ASSAY_MILESTONE_NAME));
  return read_id (statement, id, error);
}

gboolean
assay_import_milestone_row (AssayImportRun *run, GError **error)
{
  g_autoptr (AssayRecord) milestone = assay_record_new (ASSAY_TYPE_MILESTONE);
  g_autofree char *currency = NULL;
  gint64 order, before;

  assay_import_fill (run, milestone);
  if (!assay_record_is_known (milestone, ASSAY_MILESTONE_NAME))
    {
      assay_import_refuse (run,
                           assay_import_column (run, ASSAY_TYPE_MILESTONE, ASSAY_MILESTONE_NAME),
                           _ ("the row does not name the milestone"));
      return TRUE;
    }
  if (!find_order (run, &order, &currency, error))
    return FALSE;
  if (order == 0)
    return TRUE;
  assay_record_set_reference (milestone, ASSAY_MILESTONE_PURCHASE_ORDER, order);
  if (assay_record_is_known (milestone, ASSAY_MILESTONE_AMOUNT)
      && !assay_record_is_known (milestone, ASSAY_MILESTONE_CURRENCY))
    assay_record_set_text (milestone, ASSAY_MILESTONE_CURRENCY,
                           run->currency[0] != '\0' ? run->currency : currency);
  return find_milestone (run, milestone, &before, error)
         && merge_or_insert (run, milestone, before, error);
}
