/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of plan profiles and of checklists. A row of checklists carries one item; rows of a
 * checklist stand in the order of its items. */

#include "assay-config.h"

#include "exchange/import-run.h"

#include <glib/gi18n-lib.h>

gboolean
assay_import_plan_profile_row (AssayImportRun *run, GError **error)
{
  g_autoptr (AssayRecord) trial = assay_record_new (ASSAY_TYPE_PLAN_PROFILE);
  gint64 id;

  assay_import_fill (run, trial);
  return !assay_import_allows (run, trial)
         || assay_party_resolve (&run->plan_profiles, run, TRUE, &id, error);
}

gboolean
assay_import_place (AssayImportRun *run, AssayRecord *part, guint position_field, GError **error)
{
  AssayType type = assay_record_get_kind (part);
  gint64 owner = assay_record_get_reference (part, (guint)assay_record_type_get (type)->owner);
  gint64 *last = g_hash_table_lookup (run->positions, &owner);

  if (last == NULL)
    {
      const AssayRecordType *described = assay_record_type_get (type);
      g_autofree char *sql = g_strdup_printf (
          "SELECT coalesce (max (position), 0) FROM %s WHERE %s = ?1 AND id < ?2", described->table,
          described->fields[described->owner].column);
      g_autoptr (AssayStatement) statement = assay_db_prepare (run->db, sql, error);
      gboolean row;

      if (statement == NULL)
        return FALSE;
      assay_statement_bind_int (statement, 1, owner);
      assay_statement_bind_int (statement, 2, run->first_id);
      if (!assay_statement_step (statement, &row, error))
        return FALSE;
      last = g_new0 (gint64, 1);
      *last = row ? assay_statement_get_int (statement, 0) : 0;
      g_hash_table_insert (run->positions, g_memdup2 (&owner, sizeof owner), last);
    }
  if (assay_record_is_known (part, position_field))
    *last = MAX (*last, assay_record_get_integer (part, position_field, 0));
  else
    {
      *last = *last < G_MAXINT64 ? *last + 1 : *last;
      assay_record_set_integer (part, position_field, *last);
    }
  return TRUE;
}

/* Items of a checklist are told apart by section and name. */
static gboolean
find_item (AssayImportRun *run, const AssayRecord *item, gint64 *id, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      run->db,
      "SELECT id FROM checklist_item WHERE checklist = ?1 AND (?2 = '' OR section = ?2)"
      " AND name = ?3 AND id < ?4 LIMIT 1",
      error);
  const char *section = assay_record_get_text (item, ASSAY_CHECKLIST_ITEM_SECTION);
  gboolean row;

  *id = 0;
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1,
                            assay_record_get_reference (item, ASSAY_CHECKLIST_ITEM_CHECKLIST));
  assay_statement_bind_text (statement, 2, section != NULL ? section : "");
  assay_statement_bind_text (statement, 3, assay_record_get_text (item, ASSAY_CHECKLIST_ITEM_NAME));
  assay_statement_bind_int (statement, 4, run->first_id);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *id = assay_statement_get_int (statement, 0);
  return TRUE;
}

static gboolean
add_item (AssayImportRun *run, AssayRecord *item, gint64 checklist, GError **error)
{
  gint64 before;

  assay_record_set_reference (item, ASSAY_CHECKLIST_ITEM_CHECKLIST, checklist);
  if (!find_item (run, item, &before, error))
    return FALSE;
  if (before != 0)
    {
      g_autoptr (AssayRecord) existing
          = assay_records_get (run->db, ASSAY_TYPE_CHECKLIST_ITEM, before, error);

      run->result->matched[ASSAY_TYPE_CHECKLIST_ITEM]++;
      return existing != NULL && assay_import_merge (run, existing, error);
    }
  return assay_import_place (run, item, ASSAY_CHECKLIST_ITEM_POSITION, error)
         && assay_import_insert (run, item, error);
}

gboolean
assay_import_checklist_row (AssayImportRun *run, GError **error)
{
  const char *name = assay_import_text (run, ASSAY_TYPE_CHECKLIST_ITEM, ASSAY_CHECKLIST_ITEM_NAME);
  g_autoptr (AssayRecord) item = assay_record_new (ASSAY_TYPE_CHECKLIST_ITEM);
  gint64 checklist;

  assay_import_fill (run, item);
  if (name == NULL && (run->known & (1u << ASSAY_TYPE_CHECKLIST_ITEM)))
    {
      assay_import_refuse (
          run, assay_import_column (run, ASSAY_TYPE_CHECKLIST_ITEM, ASSAY_CHECKLIST_ITEM_NAME),
          _ ("the row does not say what is checked"));
      return TRUE;
    }
  if (name != NULL && !assay_import_allows (run, item))
    return TRUE;
  if (!assay_party_resolve (&run->checklists, run, TRUE, &checklist, error))
    return FALSE;
  if (checklist == 0 || name == NULL
      || (assay_import_plan_get_only_new (run->plan) && !assay_import_is_own (run, checklist)))
    return TRUE;
  return add_item (run, item, checklist, error);
}
