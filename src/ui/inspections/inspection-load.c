/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/inspection-load.h"

#include <glib/gi18n-lib.h>

#include "insight/checklist.h"
#include "insight/inspection-chain.h"
#include "store/attachments.h"
#include "store/query.h"
#include "store/records.h"

/* Taken over from the inspection that a new one repeats, where the new one says nothing yet. */
static const guint repeated[] = {
  ASSAY_INSPECTION_KIND,           ASSAY_INSPECTION_ORDER_LINE,
  ASSAY_INSPECTION_SUPPLIER,       ASSAY_INSPECTION_PRODUCT,
  ASSAY_INSPECTION_INSPECTOR,      ASSAY_INSPECTION_COMPANY,
  ASSAY_INSPECTION_LOCATION,       ASSAY_INSPECTION_LOT_SIZE,
  ASSAY_INSPECTION_PRESENTED,      ASSAY_INSPECTION_CARTONS,
  ASSAY_INSPECTION_ORDERED,        ASSAY_INSPECTION_CHECKLIST,
  ASSAY_INSPECTION_LEVEL,          ASSAY_INSPECTION_SEVERITY,
  ASSAY_INSPECTION_AQL_CRITICAL,   ASSAY_INSPECTION_AQL_MAJOR,
  ASSAY_INSPECTION_AQL_MINOR,      ASSAY_INSPECTION_LARGEST_SAMPLE,
  ASSAY_INSPECTION_BASIS,          ASSAY_INSPECTION_SAMPLING,
  ASSAY_INSPECTION_PLAN_PROFILE,   ASSAY_INSPECTION_SEVERITY_CRITICAL,
  ASSAY_INSPECTION_SEVERITY_MAJOR, ASSAY_INSPECTION_SEVERITY_MINOR,
};

static void
loaded_defect_free (gpointer data)
{
  AssayLoadedDefect *loaded = data;

  g_clear_object (&loaded->defect);
  g_clear_pointer (&loaded->attachments, g_ptr_array_unref);
  g_free (loaded);
}

static void
loaded_check_free (gpointer data)
{
  AssayLoadedCheck *loaded = data;

  g_clear_object (&loaded->checkpoint);
  g_clear_pointer (&loaded->attachments, g_ptr_array_unref);
  g_free (loaded);
}

void
assay_loaded_inspection_free (AssayLoadedInspection *loaded)
{
  g_clear_object (&loaded->inspection);
  g_clear_object (&loaded->line);
  g_clear_pointer (&loaded->defects, g_ptr_array_unref);
  g_clear_pointer (&loaded->checks, g_ptr_array_unref);
  g_clear_pointer (&loaded->proposal, assay_plan_proposal_free);
  g_clear_pointer (&loaded->attachments, g_ptr_array_unref);
  g_clear_pointer (&loaded->reinspections, g_ptr_array_unref);
  g_clear_pointer (&loaded->chain, g_ptr_array_unref);
  g_free (loaded);
}

static AssayLoadedInspection *
loaded_new (AssayRecord *inspection)
{
  AssayLoadedInspection *loaded = g_new0 (AssayLoadedInspection, 1);

  loaded->inspection = inspection;
  loaded->defects = g_ptr_array_new_with_free_func (loaded_defect_free);
  loaded->checks = g_ptr_array_new_with_free_func (loaded_check_free);
  return loaded;
}

/* The records of @type whose @field refers to @id. */
static GPtrArray *
read_referring (AssayDb *db, AssayType type, guint field, gint64 id, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (type);
  AssayValue value = { .type = ASSAY_VALUE_INTEGER, .integer = id };

  assay_query_add_filter (query, field, ASSAY_FILTER_IS, &value);
  return assay_query_run_records (query, db, 0, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = assay_record_get_id (*(AssayRecord *const *)a);
  gint64 right = assay_record_get_id (*(AssayRecord *const *)b);

  return left < right ? -1 : left > right;
}

static gboolean
read_defects (AssayDb *db, AssayLoadedInspection *loaded, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) defects
      = read_referring (db, ASSAY_TYPE_DEFECT, ASSAY_DEFECT_INSPECTION, id, error);

  if (defects == NULL)
    return FALSE;
  /* Ids grow with time. */
  g_ptr_array_sort (defects, compare_ids);
  for (guint i = 0; i < defects->len; i++)
    {
      AssayRecord *defect = g_ptr_array_index (defects, i);
      AssayLoadedDefect *one = g_new0 (AssayLoadedDefect, 1);

      one->defect = g_object_ref (defect);
      g_ptr_array_add (loaded->defects, one);
      one->attachments
          = assay_attachments_list (db, ASSAY_TYPE_DEFECT, assay_record_get_id (defect), error);
      if (one->attachments == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
add_check (AssayLoadedInspection *loaded, AssayRecord *checkpoint, GPtrArray *attachments)
{
  AssayLoadedCheck *one = g_new0 (AssayLoadedCheck, 1);

  one->checkpoint = g_object_ref (checkpoint);
  one->attachments = attachments;
  g_ptr_array_add (loaded->checks, one);
}

static gboolean
read_checks (AssayDb *db, AssayLoadedInspection *loaded, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) checkpoints = assay_checkpoints_read (db, id, error);

  for (guint i = 0; checkpoints != NULL && i < checkpoints->len; i++)
    {
      AssayRecord *checkpoint = g_ptr_array_index (checkpoints, i);
      GPtrArray *attachments = assay_attachments_list (db, ASSAY_TYPE_CHECKPOINT,
                                                       assay_record_get_id (checkpoint), error);

      if (attachments == NULL)
        return FALSE;
      add_check (loaded, checkpoint, attachments);
    }
  return checkpoints != NULL;
}

/* The checks of @repeats once more, to be answered anew; or those of the checklist that fits. */
static gboolean
propose_checks (AssayDb *db, AssayLoadedInspection *loaded, gint64 repeats, GError **error)
{
  AssayRecord *record = loaded->inspection;
  gint64 product_id = assay_record_get_reference (record, ASSAY_INSPECTION_PRODUCT);
  gint64 checklist = assay_record_get_reference (record, ASSAY_INSPECTION_CHECKLIST);
  g_autoptr (AssayRecord) product
      = product_id != 0 ? assay_records_get (db, ASSAY_TYPE_PRODUCT, product_id, NULL) : NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *title = NULL;

  if (repeats != 0)
    items = assay_checkpoints_read (db, repeats, error);
  else
    {
      if (checklist == 0
          && !assay_checklist_choose (db, product,
                                      assay_record_get_text (record, ASSAY_INSPECTION_KIND),
                                      &checklist, error))
        return FALSE;
      if (checklist == 0)
        return TRUE;
      items = assay_checklist_read_items (db, checklist, error);
      title = assay_records_dup_title (db, ASSAY_TYPE_CHECKLIST, checklist, NULL);
      assay_record_set_reference (record, ASSAY_INSPECTION_CHECKLIST, checklist);
      assay_record_set_reference_title (record, ASSAY_INSPECTION_CHECKLIST, title);
    }
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      g_autoptr (AssayRecord) checkpoint
          = assay_checkpoint_new_from_item (items->pdata[i], product);

      add_check (loaded, checkpoint, NULL);
    }
  return items != NULL;
}

static gboolean
read_line (AssayDb *db, AssayLoadedInspection *loaded, GError **error)
{
  gint64 line = assay_record_get_reference (loaded->inspection, ASSAY_INSPECTION_ORDER_LINE);

  if (line == 0)
    return TRUE;
  loaded->line = assay_records_get (db, ASSAY_TYPE_ORDER_LINE, line, error);
  return loaded->line != NULL;
}

AssayLoadedInspection *
assay_loaded_inspection_read (AssayDb *db, gint64 id, GError **error)
{
  AssayRecord *inspection = assay_records_get (db, ASSAY_TYPE_INSPECTION, id, error);
  g_autoptr (AssayLoadedInspection) loaded = NULL;

  if (inspection == NULL)
    return NULL;
  loaded = loaded_new (inspection);
  if (!read_line (db, loaded, error) || !read_defects (db, loaded, id, error)
      || !read_checks (db, loaded, id, error))
    return NULL;
  loaded->attachments = assay_attachments_list (db, ASSAY_TYPE_INSPECTION, id, error);
  loaded->reinspections
      = read_referring (db, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_REPEATS, id, error);
  loaded->chain = assay_inspection_chain_read (db, id, error);
  loaded->proposal = assay_plan_proposal_read (db, inspection, error);
  if (loaded->attachments == NULL || loaded->reinspections == NULL || loaded->chain == NULL
      || loaded->proposal == NULL)
    return NULL;
  return g_steal_pointer (&loaded);
}

static void
take_over (AssayRecord *record, guint field, AssayRecord *from, guint from_field)
{
  assay_record_set_value (record, field, assay_record_get_value (from, from_field));
  if (assay_record_describe (record)->fields[field].kind == ASSAY_KIND_REFERENCE)
    assay_record_set_reference_title (record, field,
                                      assay_record_get_reference_title (from, from_field));
}

static void
propose_ordered (AssayRecord *record, gint64 quantity)
{
  if (!assay_record_is_known (record, ASSAY_INSPECTION_ORDERED) && quantity > 0)
    assay_record_set_integer (record, ASSAY_INSPECTION_ORDERED, quantity);
}

static void
propose_from_line (AssayRecord *record, AssayRecord *line)
{
  gint64 quantity = assay_record_get_integer (line, ASSAY_ORDER_LINE_QUANTITY, 0);
  gint64 left = assay_record_get_integer (line, ASSAY_ORDER_LINE_OUTSTANDING_QUANTITY, 0);
  g_autofree char *title = assay_record_dup_title (line);

  assay_record_set_reference_title (record, ASSAY_INSPECTION_ORDER_LINE, title);
  take_over (record, ASSAY_INSPECTION_SUPPLIER, line, ASSAY_ORDER_LINE_SUPPLIER);
  take_over (record, ASSAY_INSPECTION_PRODUCT, line, ASSAY_ORDER_LINE_PRODUCT);
  propose_ordered (record, quantity);
  /* The lot is what has not passed yet; a line that has passed is looked at once more as a whole.
   */
  if (!assay_record_is_known (record, ASSAY_INSPECTION_LOT_SIZE) && quantity > 0)
    assay_record_set_integer (record, ASSAY_INSPECTION_LOT_SIZE, left > 0 ? left : quantity);
}

static gboolean
propose_from_repeated (AssayDb *db, AssayRecord *record, gint64 id, GError **error)
{
  g_autoptr (AssayRecord) from = assay_records_get (db, ASSAY_TYPE_INSPECTION, id, error);
  g_autofree char *title = from != NULL ? assay_record_dup_title (from) : NULL;

  if (from == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (repeated); i++)
    take_over (record, repeated[i], from, repeated[i]);
  /* What was accepted at once is not looked at again. */
  if (assay_record_get_integer (from, ASSAY_INSPECTION_REWORKED_QUANTITY, 0) > 0)
    {
      take_over (record, ASSAY_INSPECTION_LOT_SIZE, from, ASSAY_INSPECTION_REWORKED_QUANTITY);
      if (!assay_value_equal (assay_record_get_value (from, ASSAY_INSPECTION_LOT_SIZE),
                              assay_record_get_value (record, ASSAY_INSPECTION_LOT_SIZE)))
        {
          assay_record_set_unknown (record, ASSAY_INSPECTION_PRESENTED);
          assay_record_set_unknown (record, ASSAY_INSPECTION_CARTONS);
        }
    }
  assay_record_set_reference_title (record, ASSAY_INSPECTION_REPEATS, title);
  return TRUE;
}

/* A lot that is presented again is looked at as it was the first time. */
static gboolean
propose_plan (AssayDb *db, AssayLoadedInspection *loaded, GError **error)
{
  loaded->proposal = assay_plan_proposal_read (db, loaded->inspection, error);
  if (loaded->proposal == NULL)
    return FALSE;
  if (assay_record_is_known (loaded->inspection, ASSAY_INSPECTION_REPEATS))
    {
      assay_record_set_text (loaded->inspection, ASSAY_INSPECTION_SEVERITY_REASON,
                             _ ("As the inspection that it repeats. A lot that is presented again "
                                "does not count in the switching rules."));
      return TRUE;
    }
  assay_plan_profile_apply (loaded->proposal->profile, loaded->inspection);
  assay_plan_proposal_apply_severity (loaded->proposal, loaded->inspection);
  return TRUE;
}

AssayLoadedInspection *
assay_loaded_inspection_propose (AssayDb *db, AssayRecord *template, GError **error)
{
  g_autoptr (AssayLoadedInspection) loaded = loaded_new (template);
  gint64 repeats = assay_record_get_reference (template, ASSAY_INSPECTION_REPEATS);

  if (repeats != 0 && !propose_from_repeated (db, template, repeats, error))
    return NULL;
  loaded->chain = repeats != 0 ? assay_inspection_chain_read (db, repeats, error)
                               : g_ptr_array_new_with_free_func (g_object_unref);
  if (loaded->chain == NULL)
    return NULL;
  if (!read_line (db, loaded, error))
    return NULL;
  if (loaded->line != NULL)
    propose_from_line (template, loaded->line);
  if (!propose_plan (db, loaded, error) || !propose_checks (db, loaded, repeats, error))
    return NULL;
  loaded->attachments = g_ptr_array_new_with_free_func (g_object_unref);
  loaded->reinspections = g_ptr_array_new_with_free_func (g_object_unref);
  return g_steal_pointer (&loaded);
}
