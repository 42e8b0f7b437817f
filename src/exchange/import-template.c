/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of plan profiles, and of what has parts: checklists with items, milestone plans with steps,
 * scorecards with criteria, test protocols with tests, kinds of claims with needs, due diligence
 * lists with items. A row carries one part; rows of one owner stand in the order of its
 * parts. */

#include "assay-config.h"

#include "exchange/import-run.h"

#include <glib/gi18n-lib.h>

#define NO_FIELD G_MAXUINT

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

typedef struct
{
  AssayType owner, part;
  guint name;     /* what a part must say */
  guint within;   /* parts of the same name differ in it; NO_FIELD: in nothing */
  guint position; /* of the part */
} Template;

static const Template templates[] = {
  { ASSAY_TYPE_CHECKLIST, ASSAY_TYPE_CHECKLIST_ITEM, ASSAY_CHECKLIST_ITEM_NAME,
    ASSAY_CHECKLIST_ITEM_SECTION, ASSAY_CHECKLIST_ITEM_POSITION },
  { ASSAY_TYPE_MILESTONE_PLAN, ASSAY_TYPE_MILESTONE_STEP, ASSAY_MILESTONE_STEP_NAME, NO_FIELD,
    ASSAY_MILESTONE_STEP_POSITION },
  { ASSAY_TYPE_SCORECARD, ASSAY_TYPE_CRITERION, ASSAY_CRITERION_MEASURE, ASSAY_CRITERION_AREA,
    ASSAY_CRITERION_POSITION },
  { ASSAY_TYPE_TEST_PROTOCOL, ASSAY_TYPE_PROTOCOL_TEST, ASSAY_PROTOCOL_TEST_PROPERTY,
    ASSAY_PROTOCOL_TEST_SPECIMEN, ASSAY_PROTOCOL_TEST_POSITION },
  { ASSAY_TYPE_CLAIM_KIND, ASSAY_TYPE_CLAIM_NEED, ASSAY_CLAIM_NEED_NAME, ASSAY_CLAIM_NEED_MARKET,
    ASSAY_CLAIM_NEED_POSITION },
  { ASSAY_TYPE_DILIGENCE, ASSAY_TYPE_DILIGENCE_ITEM, ASSAY_DILIGENCE_ITEM_NAME, NO_FIELD,
    ASSAY_DILIGENCE_ITEM_POSITION },
};

static const Template *
find_template (AssayType owner)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (templates[i].owner == owner)
      return &templates[i];
  return NULL;
}

gboolean
assay_import_has_parts (AssayType type)
{
  return find_template (type) != NULL;
}

static AssayParty *
get_party (AssayImportRun *run, AssayType owner)
{
  switch ((int)owner)
    {
    case ASSAY_TYPE_MILESTONE_PLAN:
      return &run->milestone_plans;
    case ASSAY_TYPE_SCORECARD:
      return &run->scorecards;
    case ASSAY_TYPE_TEST_PROTOCOL:
      return &run->test_protocols;
    case ASSAY_TYPE_CLAIM_KIND:
      return &run->claim_kinds;
    case ASSAY_TYPE_DILIGENCE:
      return &run->diligence_lists;
    default:
      return &run->checklists;
    }
}

static const char *
why_nameless (AssayType part)
{
  switch ((int)part)
    {
    case ASSAY_TYPE_MILESTONE_STEP:
      return _ ("the row does not name the step");
    case ASSAY_TYPE_CRITERION:
      return _ ("the row does not say what is measured");
    case ASSAY_TYPE_PROTOCOL_TEST:
      return _ ("the row does not say what is tested");
    case ASSAY_TYPE_CLAIM_NEED:
      return _ ("the row does not say what is needed");
    default:
      return _ ("the row does not say what is checked");
    }
}

/* The part that the owner had before; a row that does not say in what it lies finds it anywhere. */
static gboolean
find_part (AssayImportRun *run,
           const Template *template,
           const AssayRecord *part,
           gint64 *id,
           GError **error)
{
  const AssayRecordType *type = assay_record_describe (part);
  const char *within
      = template->within != NO_FIELD ? assay_record_get_text (part, template->within) : NULL;
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM %s WHERE %s = ?1 AND (?2 = '' OR %s = ?2) AND %s = ?3 AND id < ?4 LIMIT 1",
      type->table, type->fields[type->owner].column,
      template->within != NO_FIELD ? type->fields[template->within].column : "''",
      type->fields[template->name].column);
  g_autoptr (AssayStatement) statement = assay_db_prepare (run->db, sql, error);
  gboolean row;

  *id = 0;
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, assay_record_get_reference (part, (guint)type->owner));
  assay_statement_bind_text (statement, 2, within != NULL ? within : "");
  assay_statement_bind_text (statement, 3, assay_record_get_text (part, template->name));
  assay_statement_bind_int (statement, 4, run->first_id);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *id = assay_statement_get_int (statement, 0);
  return TRUE;
}

static gboolean
add_part (
    AssayImportRun *run, const Template *template, AssayRecord *part, gint64 owner, GError **error)
{
  gint64 before;

  assay_record_set_reference (part, (guint)assay_record_describe (part)->owner, owner);
  if (!find_part (run, template, part, &before, error))
    return FALSE;
  if (before != 0)
    {
      g_autoptr (AssayRecord) existing = assay_records_get (run->db, template->part, before, error);

      run->result->matched[template->part]++;
      return existing != NULL && assay_import_merge (run, existing, error);
    }
  return assay_import_place (run, part, template->position, error)
         && assay_import_insert (run, part, error);
}

gboolean
assay_import_template_row (AssayImportRun *run, AssayType owner_type, GError **error)
{
  const Template *template = find_template (owner_type);
  const char *name = assay_import_text (run, template->part, template->name);
  g_autoptr (AssayRecord) part = assay_record_new (template->part);
  g_autoptr (AssayRecord) trial = assay_record_new (owner_type);
  gint64 owner;

  assay_import_fill (run, part);
  assay_import_fill (run, trial);
  if (name == NULL && (run->known & ASSAY_TYPE_BIT (template->part)))
    {
      assay_import_refuse (run, assay_import_column (run, template->part, template->name),
                           why_nameless (template->part));
      return TRUE;
    }
  if (!assay_import_allows (run, trial)
      || (name != NULL
          && (!assay_import_has_required (run, part, (guint)assay_record_describe (part)->owner)
              || !assay_import_allows (run, part))))
    return TRUE;
  if (!assay_party_resolve (get_party (run, owner_type), run, TRUE, &owner, error))
    return FALSE;
  if (owner == 0 || name == NULL
      || (assay_import_plan_get_only_new (run->plan) && !assay_import_is_own (run, owner)))
    return TRUE;
  return add_part (run, template, part, owner, error);
}
