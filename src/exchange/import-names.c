/* SPDX-License-Identifier: GPL-3.0-or-later */

/* References that a row tells by a name or a number: the plan profile of a supplier, the inspection
 * that another one repeats. What the book does not have is reported, never made. */

#include "assay-config.h"

#include "exchange/import-run.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 inspection; /* that repeats another one */
  char *number;
  guint line, column;
} Repeat;

static void
repeat_clear (gpointer data)
{
  Repeat *repeat = data;

  g_free (repeat->number);
}

GArray *
assay_import_repeats_new (void)
{
  GArray *repeats = g_array_new (FALSE, FALSE, sizeof (Repeat));

  g_array_set_clear_func (repeats, repeat_clear);
  return repeats;
}

gboolean
assay_import_find_inspection (AssayImportRun *run, const char *number, gint64 *id, GError **error)
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

static void
report (AssayImportRun *run, guint line, guint column, const char *name, AssayType type)
{
  const char *reason;

  switch ((int)type)
    {
    case ASSAY_TYPE_PLAN_PROFILE:
      reason = _ ("the book has no plan profile of this name");
      break;
    case ASSAY_TYPE_CHECKLIST:
      reason = _ ("the book has no checklist of this name");
      break;
    case ASSAY_TYPE_MILESTONE_PLAN:
      reason = _ ("the book has no milestone plan of this name");
      break;
    case ASSAY_TYPE_DEFECT_TYPE:
      reason = _ ("the book has no defect type of this name or code");
      break;
    case ASSAY_TYPE_INSPECTION:
      reason = _ ("the book has no inspection of this number");
      break;
    case ASSAY_TYPE_SITE:
      reason = _ ("the supplier has no site of this name");
      break;
    case ASSAY_TYPE_VARIANT:
      reason = _ ("the product has no variant of this code");
      break;
    case ASSAY_TYPE_COMPONENT:
      reason = _ ("the product has no component of this name");
      break;
    case ASSAY_TYPE_SAMPLE:
      reason = _ ("the book has no sample of this number");
      break;
    case ASSAY_TYPE_SCHEME:
      reason = _ ("the book has no scheme of this code or name");
      break;
    case ASSAY_TYPE_EVIDENCE:
      reason = _ ("the book has no evidence of this number");
      break;
    case ASSAY_TYPE_CLAIM_KIND:
      reason = _ ("the book has no kind of claim of this code or name");
      break;
    case ASSAY_TYPE_DILIGENCE_ITEM:
      reason = _ ("the book has no due diligence item of this name");
      break;
    case ASSAY_TYPE_ORDER:
      reason = _ ("the book has no order of this number");
      break;
    case ASSAY_TYPE_SUPPLIER:
      reason = _ ("the book has no supplier of this name");
      break;
    default:
      reason = _ ("the book has no record of this name");
    }
  assay_import_result_remark (run->result, &run->result->unknown_values, line,
                              assay_survey_get_column (run->survey, column)->title, name, reason);
}

static gboolean
find_name (AssayImportRun *run, AssayType type, const char *name, gint64 *id, GError **error)
{
  switch ((int)type)
    {
    case ASSAY_TYPE_PLAN_PROFILE:
      *id = assay_party_find (&run->plan_profiles, name, NULL);
      return TRUE;
    case ASSAY_TYPE_CHECKLIST:
      *id = assay_party_find (&run->checklists, name, NULL);
      return TRUE;
    case ASSAY_TYPE_MILESTONE_PLAN:
      *id = assay_party_find (&run->milestone_plans, name, NULL);
      return TRUE;
    case ASSAY_TYPE_DEFECT_TYPE:
      *id = assay_party_find (&run->defect_types, name, NULL);
      return TRUE;
    default:
      return assay_import_find_inspection (run, name, id, error);
    }
}

void
assay_import_unknown_name (AssayImportRun *run, guint column, AssayType type)
{
  report (run, run->row->line, column, run->values[column].text, type);
}

gboolean
assay_import_find_names (AssayImportRun *run, GError **error)
{
  /* These are looked for when supplier and product are known. */
  if (assay_import_is_sourcing (assay_import_plan_get_target (run->plan)))
    {
      memset (run->references, 0, run->n_columns * sizeof (gint64));
      return TRUE;
    }
  for (guint i = 0; i < run->n_order; i++)
    {
      guint column = run->order[i];
      const AssayMapping *mapping = assay_import_plan_get_mapping (run->plan, column);
      AssayType type = run->fields[column]->reference;

      run->references[column] = 0;
      if (run->fields[column]->kind != ASSAY_KIND_REFERENCE
          || !assay_value_is_known (&run->values[column])
          || (mapping->type == ASSAY_TYPE_INSPECTION && mapping->field == ASSAY_INSPECTION_REPEATS))
        continue;
      if (!find_name (run, type, run->values[column].text, &run->references[column], error))
        return FALSE;
      if (run->references[column] == 0)
        report (run, run->row->line, column, run->values[column].text, type);
    }
  return TRUE;
}

void
assay_import_repeat_later (AssayImportRun *run, gint64 inspection)
{
  Repeat repeat = { .inspection = inspection, .line = run->row->line };
  const char *number = assay_import_text (run, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_REPEATS);

  if (number == NULL)
    return;
  repeat.number = g_strdup (number);
  repeat.column = assay_import_column (run, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_REPEATS);
  g_array_append_val (run->repeats, repeat);
}

gboolean
assay_import_set_repeats (AssayImportRun *run, GError **error)
{
  for (guint i = 0; i < run->repeats->len; i++)
    {
      const Repeat *repeat = &g_array_index (run->repeats, Repeat, i);
      g_autoptr (AssayRecord) inspection = NULL;
      gint64 id;

      if (!assay_import_find_inspection (run, repeat->number, &id, error))
        return FALSE;
      if (id == 0 || id == repeat->inspection)
        {
          report (run, repeat->line, repeat->column, repeat->number, ASSAY_TYPE_INSPECTION);
          continue;
        }
      inspection = assay_records_get (run->db, ASSAY_TYPE_INSPECTION, repeat->inspection, error);
      if (inspection == NULL)
        return FALSE;
      assay_record_set_reference (inspection, ASSAY_INSPECTION_REPEATS, id);
      if (!assay_records_update (run->db, inspection, error))
        return FALSE;
    }
  return TRUE;
}
