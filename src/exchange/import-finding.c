/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a row of inspections says about one defect or one checkpoint. */

#include "assay-config.h"

#include "exchange/import-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "record/defect-tally.h"
#include "record/readings.h"

/* An inspection that was made: how many units its defects may add up to. */
typedef struct
{
  AssayDefectTally tally;
  gint64 inspected; /* -1: unknown, or a unit may have several defects */
} Tally;

static void
tally_free (gpointer data)
{
  Tally *tally = data;

  assay_defect_tally_clear (&tally->tally);
  g_free (tally);
}

GHashTable *
assay_import_tallies_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, tally_free);
}

void
assay_import_start_tally (AssayImportRun *run, const AssayRecord *inspection)
{
  gint64 id = assay_record_get_id (inspection);
  const char *basis = assay_record_get_text (inspection, ASSAY_INSPECTION_BASIS);
  gboolean by_units = g_strcmp0 (basis, "defects") != 0;
  Tally *tally = g_new0 (Tally, 1);

  assay_defect_tally_init (&tally->tally, by_units);
  tally->inspected
      = by_units ? assay_record_get_integer (inspection, ASSAY_INSPECTION_INSPECTED, -1) : -1;
  g_hash_table_insert (run->tallies, g_memdup2 (&id, sizeof id), tally);
}

/* Refuses a defect that makes more defective units than were inspected; it counts no further. */
static gboolean
fits_sample (AssayImportRun *run, gint64 inspection, const AssayRecord *defect)
{
  Tally *tally = g_hash_table_lookup (run->tallies, &inspection);
  int defect_class = assay_defect_tally_class (assay_record_get_text (defect, ASSAY_DEFECT_CLASS));
  gint64 count = assay_record_get_integer (defect, ASSAY_DEFECT_COUNT, 0);
  const char *units = assay_record_get_text (defect, ASSAY_DEFECT_UNITS);
  g_autofree char *reason = NULL;
  gint64 sum;

  if (tally == NULL || defect_class < 0)
    return TRUE;
  sum = tally->tally.units + assay_defect_tally_count_new (&tally->tally, count, units, FALSE);
  if (tally->inspected < 0 || sum <= tally->inspected)
    {
      assay_defect_tally_add (&tally->tally, (guint)defect_class, count, units, FALSE);
      return TRUE;
    }
  reason = g_strdup_printf (_ ("with this the inspection has %" G_GINT64_FORMAT
                               " defective units, and %" G_GINT64_FORMAT " were inspected"),
                            sum, tally->inspected);
  assay_import_refuse (run, assay_import_column (run, ASSAY_TYPE_DEFECT, ASSAY_DEFECT_COUNT),
                       reason);
  return FALSE;
}

/* Whether one of the rows of @statement, all from before the import, agrees with the file's row. */
static gboolean
agrees (AssayImportRun *run,
        AssayType type,
        AssayStatement *statement,
        gboolean *agreed,
        GError **error)
{
  gboolean row, ok;

  *agreed = FALSE;
  while ((ok = assay_statement_step (statement, &row, error)) && row && !*agreed)
    {
      g_autoptr (AssayRecord) record
          = assay_records_get (run->db, type, assay_statement_get_int (statement, 0), error);

      if (record == NULL)
        return FALSE;
      *agreed = assay_import_contradiction (run, record) == G_MAXUINT;
    }
  return ok;
}

static gboolean
is_known_defect (AssayImportRun *run, const AssayRecord *defect, gboolean *known, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      run->db,
      "SELECT id FROM defect WHERE inspection = ?1 AND coalesce (defect_type, 0) = ?2"
      " AND coalesce (description, '') = ?3 AND class = ?4 AND id < ?5",
      error);
  const char *description = assay_record_get_text (defect, ASSAY_DEFECT_DESCRIPTION);

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1,
                            assay_record_get_reference (defect, ASSAY_DEFECT_INSPECTION));
  assay_statement_bind_int (statement, 2,
                            assay_record_get_reference (defect, ASSAY_DEFECT_DEFECT_TYPE));
  assay_statement_bind_text (statement, 3, description != NULL ? description : "");
  assay_statement_bind_text (statement, 4, assay_record_get_text (defect, ASSAY_DEFECT_CLASS));
  assay_statement_bind_int (statement, 5, run->first_id);
  return agrees (run, ASSAY_TYPE_DEFECT, statement, known, error);
}

/* The brand's own defect type where the row names one; a name that its list does not have is a
 * description. */
static gboolean
set_defect_type (AssayImportRun *run, AssayRecord *defect, GError **error)
{
  const char *name = assay_import_text (run, ASSAY_TYPE_DEFECT_TYPE, ASSAY_DEFECT_TYPE_NAME);
  const char *code = assay_import_text (run, ASSAY_TYPE_DEFECT_TYPE, ASSAY_DEFECT_TYPE_CODE);
  gint64 type = assay_party_find (&run->defect_types, name, code);
  g_autoptr (AssayRecord) described = NULL;

  if (type == 0 && name != NULL && code == NULL)
    {
      if (!assay_record_is_known (defect, ASSAY_DEFECT_DESCRIPTION))
        assay_record_set_text (defect, ASSAY_DEFECT_DESCRIPTION, name);
      return TRUE;
    }
  if (type == 0 && code != NULL
      && !assay_party_resolve (&run->defect_types, run, FALSE, &type, error))
    return FALSE;
  if (type == 0)
    return TRUE;
  assay_record_set_reference (defect, ASSAY_DEFECT_DEFECT_TYPE, type);
  described = assay_records_get (run->db, ASSAY_TYPE_DEFECT_TYPE, type, error);
  if (described == NULL)
    return FALSE;
  if (assay_import_value (run, ASSAY_TYPE_DEFECT, ASSAY_DEFECT_CLASS) == NULL
      && assay_record_is_known (described, ASSAY_DEFECT_TYPE_CLASS))
    assay_record_set_text (defect, ASSAY_DEFECT_CLASS,
                           assay_record_get_text (described, ASSAY_DEFECT_TYPE_CLASS));
  return TRUE;
}

gboolean
assay_import_add_defect (AssayImportRun *run, gint64 inspection, GError **error)
{
  g_autoptr (AssayRecord) defect = NULL;
  gboolean known;

  if (assay_import_text (run, ASSAY_TYPE_DEFECT_TYPE, ASSAY_DEFECT_TYPE_NAME) == NULL
      && assay_import_text (run, ASSAY_TYPE_DEFECT_TYPE, ASSAY_DEFECT_TYPE_CODE) == NULL
      && assay_import_text (run, ASSAY_TYPE_DEFECT, ASSAY_DEFECT_DESCRIPTION) == NULL)
    return TRUE;
  defect = assay_record_new (ASSAY_TYPE_DEFECT);
  assay_import_fill (run, defect);
  assay_record_set_reference (defect, ASSAY_DEFECT_INSPECTION, inspection);
  if (!set_defect_type (run, defect, error))
    return FALSE;
  if (!assay_import_allows (run, defect))
    return TRUE;
  if (!is_known_defect (run, defect, &known, error))
    return FALSE;
  if (known)
    {
      run->result->matched[ASSAY_TYPE_DEFECT]++;
      return TRUE;
    }
  return !fits_sample (run, inspection, defect) || assay_import_insert (run, defect, error);
}

/* Checkpoints */

/* The item of the inspection's checklist that has the name of the row's checkpoint; NULL without
 * error when there is none. */
static gboolean
find_item (AssayImportRun *run,
           gint64 inspection,
           const AssayRecord *checkpoint,
           AssayRecord **item,
           GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      run->db,
      "SELECT t.id FROM inspection AS i JOIN checklist_item AS t ON t.checklist = i.checklist"
      " WHERE i.id = ?1 AND t.name = ?2 AND (?3 = '' OR t.section = ?3)"
      " ORDER BY t.position, t.id LIMIT 1",
      error);
  const char *section = assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_SECTION);
  gboolean row;

  *item = NULL;
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, inspection);
  assay_statement_bind_text (statement, 2,
                             assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_NAME));
  assay_statement_bind_text (statement, 3, section != NULL ? section : "");
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  *item = assay_records_get (run->db, ASSAY_TYPE_CHECKLIST_ITEM,
                             assay_statement_get_int (statement, 0), error);
  return *item != NULL;
}

/* A row that only says what was found takes from the checklist what was asked. */
static void
take_item (AssayImportRun *run, AssayRecord *checkpoint, const AssayRecord *item)
{
  const AssayRecordType *type = assay_record_describe (item);

  for (guint field = 0; field < type->n_fields; field++)
    {
      int own = assay_record_type_find_field (assay_record_type_get (ASSAY_TYPE_CHECKPOINT),
                                              type->fields[field].column);

      if (own >= 0 && type->fields[field].kind != ASSAY_KIND_REFERENCE
          && assay_import_column (run, ASSAY_TYPE_CHECKPOINT, (guint)own) == G_MAXUINT)
        assay_record_set_value (checkpoint, (guint)own, assay_record_get_value (item, field));
    }
}

/* “350 mm; 351 mm” where the check's unit is mm. */
static void
strip_unit (AssayRecord *checkpoint)
{
  const char *text = assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_READINGS);
  const char *unit = assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_UNIT);
  g_autoptr (GString) bare = NULL;

  if (text == NULL || unit == NULL || *unit == '\0' || strstr (text, unit) == NULL
      || strpbrk (unit, "0123456789.,;-+/") != NULL)
    return;
  bare = g_string_new (text);
  g_string_replace (bare, unit, "", 0);
  assay_record_set_text (checkpoint, ASSAY_CHECKPOINT_READINGS, bare->str);
}

/* Refuses readings that are no numbers. */
static gboolean
has_readings (AssayImportRun *run, const AssayRecord *checkpoint)
{
  const char *text = assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_READINGS);
  g_autoptr (GError) problem = NULL;
  g_autoptr (GArray) readings = assay_readings_parse (text, &problem);

  if (readings != NULL)
    return TRUE;
  assay_import_refuse (run,
                       assay_import_column (run, ASSAY_TYPE_CHECKPOINT, ASSAY_CHECKPOINT_READINGS),
                       problem->message);
  return FALSE;
}

static gboolean
is_known_checkpoint (AssayImportRun *run,
                     const AssayRecord *checkpoint,
                     gboolean *known,
                     GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (run->db,
                          "SELECT id FROM checkpoint WHERE inspection = ?1 AND name = ?2"
                          " AND (?3 = '' OR section = ?3) AND id < ?4",
                          error);
  const char *section = assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_SECTION);

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1,
                            assay_record_get_reference (checkpoint, ASSAY_CHECKPOINT_INSPECTION));
  assay_statement_bind_text (statement, 2,
                             assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_NAME));
  assay_statement_bind_text (statement, 3, section != NULL ? section : "");
  assay_statement_bind_int (statement, 4, run->first_id);
  return agrees (run, ASSAY_TYPE_CHECKPOINT, statement, known, error);
}

static gboolean
complete_checkpoint (AssayImportRun *run,
                     AssayRecord *checkpoint,
                     gint64 inspection,
                     GError **error)
{
  g_autoptr (AssayRecord) item = NULL;

  if (!find_item (run, inspection, checkpoint, &item, error))
    return FALSE;
  if (item != NULL)
    take_item (run, checkpoint, item);
  return assay_import_place (run, checkpoint, ASSAY_CHECKPOINT_POSITION, error);
}

gboolean
assay_import_add_checkpoint (AssayImportRun *run, gint64 inspection, GError **error)
{
  g_autoptr (AssayRecord) checkpoint = NULL;
  gboolean known;

  if (run->row_refused || !(run->known & ASSAY_TYPE_BIT (ASSAY_TYPE_CHECKPOINT)))
    return TRUE;
  if (assay_import_text (run, ASSAY_TYPE_CHECKPOINT, ASSAY_CHECKPOINT_NAME) == NULL)
    {
      assay_import_refuse (run,
                           assay_import_column (run, ASSAY_TYPE_CHECKPOINT, ASSAY_CHECKPOINT_NAME),
                           _ ("the row does not say what was checked"));
      return TRUE;
    }
  checkpoint = assay_record_new (ASSAY_TYPE_CHECKPOINT);
  assay_import_fill (run, checkpoint);
  assay_record_set_reference (checkpoint, ASSAY_CHECKPOINT_INSPECTION, inspection);
  strip_unit (checkpoint);
  if (!assay_import_allows (run, checkpoint) || !has_readings (run, checkpoint))
    return TRUE;
  if (!is_known_checkpoint (run, checkpoint, &known, error))
    return FALSE;
  if (known)
    {
      run->result->matched[ASSAY_TYPE_CHECKPOINT]++;
      return TRUE;
    }
  return complete_checkpoint (run, checkpoint, inspection, error)
         && assay_import_insert (run, checkpoint, error);
}
