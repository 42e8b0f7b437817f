/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The checkpoints of a draft: added one by one or by a checklist, taken out and put back. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "ui/inspections/inspection-draft-private.h"

/* What a checklist replaced or added to, to put it back. */
struct _AssayChecksBefore
{
  GPtrArray *checks; /* of AssayDraftCheckpoint: those that were there */
  GHashTable *added; /* of the same: those that came with it */
  AssayValue checklist;
  char *title;
};

void
assay_checks_before_free (AssayChecksBefore *before)
{
  g_ptr_array_unref (before->checks);
  g_hash_table_unref (before->added);
  assay_value_clear (&before->checklist);
  g_free (before->title);
  g_free (before);
}

static GPtrArray *
list_checks (AssayInspectionDraft *self)
{
  GPtrArray *checks = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->checks));

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (checks, g_list_model_get_item (G_LIST_MODEL (self->checks), i));
  return checks;
}

/* Borrowed records, in order. */
static GPtrArray *
list_records (AssayInspectionDraft *self)
{
  g_autoptr (GPtrArray) checks = list_checks (self);
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < checks->len; i++)
    g_ptr_array_add (records, assay_draft_checkpoint_get_record (checks->pdata[i]));
  return records;
}

void
assay_inspection_draft_derive_checks (AssayInspectionDraft *self)
{
  g_autoptr (GPtrArray) records = list_records (self);

  assay_checks_add_up ((AssayRecord *const *)records->pdata, records->len, &self->checks_sum);
}

void
assay_inspection_draft_fill_checks (AssayInspectionDraft *self, AssayLoadedInspection *loaded)
{
  for (guint i = 0; i < loaded->checks->len; i++)
    {
      AssayLoadedCheck *one = g_ptr_array_index (loaded->checks, i);
      g_autoptr (AssayDraftCheckpoint) check = assay_draft_checkpoint_new (one->checkpoint);
      GListStore *files = assay_draft_checkpoint_get_files (check);

      for (guint j = 0; one->attachments != NULL && j < one->attachments->len; j++)
        {
          AssayDraftFile *file
              = assay_draft_file_new_stored (g_ptr_array_index (one->attachments, j));

          g_list_store_append (files, file);
          g_ptr_array_add (self->stored_files, file);
        }
      g_list_store_append (self->checks, check);
    }
  g_clear_pointer (&self->first_checks, g_ptr_array_unref);
  self->first_checks = list_checks (self);
}

/* Another set of checks, or one of them was edited. Files are looked at with those of the others.
 */
gboolean
assay_inspection_draft_checks_are_dirty (AssayInspectionDraft *self)
{
  g_autoptr (GPtrArray) checks = list_checks (self);

  if (checks->len != self->first_checks->len)
    return TRUE;
  for (guint i = 0; i < checks->len; i++)
    if (checks->pdata[i] != self->first_checks->pdata[i]
        || assay_draft_checkpoint_is_edited (checks->pdata[i]))
      return TRUE;
  return FALSE;
}

GListStore *
assay_inspection_draft_get_checks (AssayInspectionDraft *self)
{
  return self->checks;
}

const AssayChecks *
assay_inspection_draft_get_checks_sum (AssayInspectionDraft *self)
{
  return &self->checks_sum;
}

char *
assay_inspection_draft_dup_checks_words (AssayInspectionDraft *self)
{
  g_autoptr (GPtrArray) records = list_records (self);

  return assay_checks_dup_words ((AssayRecord *const *)records->pdata, records->len);
}

/**
 * assay_inspection_draft_add_check:
 * @record: a new checkpoint
 *
 * It goes to the end of its section, or of the list when there is no such section.
 *
 * Returns: (transfer none):
 */
AssayDraftCheckpoint *
assay_inspection_draft_add_check (AssayInspectionDraft *self, AssayRecord *record)
{
  g_autoptr (AssayDraftCheckpoint) check = assay_draft_checkpoint_new (record);
  g_autoptr (GPtrArray) records = list_records (self);
  const char *section = assay_record_get_text (record, ASSAY_CHECKPOINT_SECTION);
  guint at = records->len;

  for (guint i = records->len; i > 0; i--)
    if (g_strcmp0 (section, assay_record_get_text (records->pdata[i - 1], ASSAY_CHECKPOINT_SECTION))
        == 0)
      {
        at = i;
        break;
      }
  g_list_store_insert (self->checks, at, check);
  return check;
}

static void
set_checklist (AssayInspectionDraft *self, const AssayValue *id, const char *title)
{
  self->deriving = TRUE;
  assay_record_set_value (self->record, ASSAY_INSPECTION_CHECKLIST, id);
  assay_record_set_reference_title (self->record, ASSAY_INSPECTION_CHECKLIST, title);
  self->deriving = FALSE;
}

static GPtrArray *
make_checks (GPtrArray *items, AssayRecord *product)
{
  GPtrArray *checks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (AssayRecord) record = assay_checkpoint_new_from_item (items->pdata[i], product);

      g_ptr_array_add (checks, assay_draft_checkpoint_new (record));
    }
  return checks;
}

/**
 * assay_inspection_draft_take_checklist:
 * @checklist: a checklist
 * @items: its items in order
 * @product: (nullable): what is inspected
 * @how: what becomes of the checks that there are
 *
 * What was proposed is no edit, and nothing that would have to be put back.
 */
void
assay_inspection_draft_take_checklist (AssayInspectionDraft *self,
                                       AssayRecord *checklist,
                                       GPtrArray *items,
                                       AssayRecord *product,
                                       AssayTakeChecklist how)
{
  g_autoptr (GPtrArray) made = make_checks (items, product);
  AssayChecksBefore *before = g_new0 (AssayChecksBefore, 1);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->checks));
  g_autofree char *title = checklist != NULL ? assay_record_dup_title (checklist) : NULL;
  AssayValue id = ASSAY_VALUE_INIT;

  before->checks = list_checks (self);
  before->added = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  for (guint i = 0; i < made->len; i++)
    g_hash_table_add (before->added, g_object_ref (made->pdata[i]));
  assay_value_copy (assay_record_get_value (self->record, ASSAY_INSPECTION_CHECKLIST),
                    &before->checklist);
  before->title
      = g_strdup (assay_record_get_reference_title (self->record, ASSAY_INSPECTION_CHECKLIST));

  if (checklist != NULL)
    assay_value_set_integer (&id, assay_record_get_id (checklist));
  set_checklist (self, &id, title);
  g_list_store_splice (self->checks, how == ASSAY_TAKE_ADD ? n : 0, how == ASSAY_TAKE_ADD ? 0 : n,
                       made->pdata, made->len);
  if (how == ASSAY_TAKE_PROPOSED)
    {
      g_clear_pointer (&self->first_checks, g_ptr_array_unref);
      self->first_checks = list_checks (self);
      assay_checks_before_free (before);
    }
  else
    assay_inspection_draft_note_replaced (self, before);
}

/* What was there comes back in its order; what was added since, by another hand, stays behind it.
 */
void
assay_inspection_draft_restore_checks (AssayInspectionDraft *self, AssayChecksBefore *before)
{
  g_autoptr (GPtrArray) now = list_checks (self);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < before->checks->len; i++)
    g_ptr_array_add (list, g_object_ref (before->checks->pdata[i]));
  for (guint i = 0; i < now->len; i++)
    if (!g_hash_table_contains (before->added, now->pdata[i])
        && !g_ptr_array_find (before->checks, now->pdata[i], NULL))
      g_ptr_array_add (list, g_object_ref (now->pdata[i]));
  set_checklist (self, &before->checklist, before->title);
  g_list_store_splice (self->checks, 0, now->len, list->pdata, list->len);
}

/**
 * assay_inspection_draft_check_checks:
 * @check: (out) (optional) (transfer none): the one that is not right
 *
 * Returns: (nullable): what is wrong with it; valid until the next change
 */
const char *
assay_inspection_draft_check_checks (AssayInspectionDraft *self, AssayDraftCheckpoint **check)
{
  g_autoptr (GPtrArray) checks = list_checks (self);

  for (guint i = 0; i < checks->len; i++)
    {
      const char *message = assay_draft_checkpoint_get_problem (checks->pdata[i]), *name;
      g_autofree char *words = NULL;

      if (message == NULL)
        continue;
      if (check != NULL)
        *check = checks->pdata[i];
      name = assay_record_get_text (assay_draft_checkpoint_get_record (checks->pdata[i]),
                                    ASSAY_CHECKPOINT_NAME);
      /* Translators: a field's name and what is wrong with it */
      words = g_strdup_printf (_ ("%s: %s"), name != NULL ? name : _ ("Check"), message);
      g_set_str (&self->check_problem, words);
      return self->check_problem;
    }
  return NULL;
}
