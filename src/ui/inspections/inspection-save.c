/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving a draft: what differs is copied out of it on the main thread and written on the book's. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "store/attachments.h"
#include "store/records.h"
#include "ui/inspections/inspection-draft-private.h"

typedef struct
{
  AssayIncoming *incoming;
  char *caption;
  gint64 position; /* among the files of its owner; 0: after them */
} AddedFile;

typedef struct
{
  AssayRecord *record; /* a defect or a checkpoint; NULL: the inspection itself */
  GPtrArray *added;    /* of AddedFile */
} Part;

typedef struct
{
  AssayRecord *inspection;
  GPtrArray *parts;               /* of Part */
  GPtrArray *changed_attachments; /* of AssayRecord */
  GArray *removed_attachments;    /* of gint64 */
  GArray *removed_defects;        /* of gint64 */
  GArray *removed_checks;         /* of gint64 */
} Job;

static void
added_file_free (gpointer data)
{
  AddedFile *added = data;

  g_free (added->caption);
  assay_incoming_unref (added->incoming);
  g_free (added);
}

static void
part_free (gpointer data)
{
  Part *part = data;

  g_clear_object (&part->record);
  g_ptr_array_unref (part->added);
  g_free (part);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->inspection);
  g_ptr_array_unref (job->parts);
  g_ptr_array_unref (job->changed_attachments);
  g_array_unref (job->removed_attachments);
  g_array_unref (job->removed_defects);
  g_array_unref (job->removed_checks);
  g_free (job);
}

static Part *
add_part (Job *job, AssayRecord *record)
{
  Part *part = g_new0 (Part, 1);

  part->record = record != NULL ? assay_record_copy (record) : NULL;
  part->added = g_ptr_array_new_with_free_func (added_file_free);
  g_ptr_array_add (job->parts, part);
  return part;
}

/* A file was put between others, as a marked copy is beside its original. */
static gboolean
is_reordered (GListModel *files)
{
  gboolean added = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (AssayDraftFile) file = g_list_model_get_item (files, i);

      if (assay_draft_file_get_attachment (file) == NULL)
        added = TRUE;
      else if (added)
        return TRUE;
    }
  return FALSE;
}

/* Notes the files that are new or have another caption, and in @kept those that are still there. */
static void
collect_files (Job *job, Part *part, GListStore *files, GHashTable *kept)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (files));
  gboolean reordered = is_reordered (G_LIST_MODEL (files));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AssayDraftFile) file = g_list_model_get_item (G_LIST_MODEL (files), i);
      AssayRecord *attachment = assay_draft_file_get_attachment (file);
      gint64 position = reordered ? (gint64)i + 1 : 0;

      if (attachment == NULL)
        {
          AddedFile *added = g_new0 (AddedFile, 1);

          added->incoming = assay_incoming_ref (assay_draft_file_get_incoming (file));
          added->caption = g_strdup (assay_draft_file_get_caption (file));
          added->position = position;
          g_ptr_array_add (part->added, added);
          continue;
        }
      g_hash_table_add (kept, file);
      if (assay_draft_file_is_changed (file)
          || (reordered
              && assay_record_get_integer (attachment, ASSAY_ATTACHMENT_POSITION, 0) != position))
        {
          AssayRecord *copy = assay_record_copy (attachment);

          assay_record_set_text (copy, ASSAY_ATTACHMENT_CAPTION,
                                 assay_draft_file_get_caption (file));
          if (reordered)
            assay_record_set_integer (copy, ASSAY_ATTACHMENT_POSITION, position);
          g_ptr_array_add (job->changed_attachments, copy);
        }
    }
}

static void
collect_removed_defects (Job *job, AssayInspectionDraft *draft, GHashTable *kept)
{
  for (guint i = 0; i < draft->removed_defects->len; i++)
    {
      AssayDraftDefect *defect = g_ptr_array_index (draft->removed_defects, i);
      GListModel *files = G_LIST_MODEL (assay_draft_defect_get_files (defect));
      gint64 id = assay_record_get_id (assay_draft_defect_get_record (defect));

      if (id != 0)
        g_array_append_val (job->removed_defects, id);
      /* They go with the defect. */
      for (guint j = 0; j < g_list_model_get_n_items (files); j++)
        {
          g_autoptr (AssayDraftFile) file = g_list_model_get_item (files, j);

          g_hash_table_add (kept, file);
        }
    }
}

static void
keep_files (GListStore *files, GHashTable *kept)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (files)); i++)
    {
      g_autoptr (AssayDraftFile) file = g_list_model_get_item (G_LIST_MODEL (files), i);

      g_hash_table_add (kept, file);
    }
}

/* Checks are numbered in the order in which they stand. */
static void
collect_checks (Job *job, AssayInspectionDraft *draft, GHashTable *kept)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (draft->checks));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AssayDraftCheckpoint) check
          = g_list_model_get_item (G_LIST_MODEL (draft->checks), i);
      Part *part = add_part (job, assay_draft_checkpoint_get_record (check));

      assay_record_set_integer (part->record, ASSAY_CHECKPOINT_POSITION, i + 1);
      collect_files (job, part, assay_draft_checkpoint_get_files (check), kept);
    }
  for (guint i = 0; i < draft->first_checks->len; i++)
    {
      AssayDraftCheckpoint *check = draft->first_checks->pdata[i];
      gint64 id = assay_record_get_id (assay_draft_checkpoint_get_record (check));

      if (id == 0 || g_list_store_find (draft->checks, check, NULL))
        continue;
      g_array_append_val (job->removed_checks, id);
      /* They go with it. */
      keep_files (assay_draft_checkpoint_get_files (check), kept);
    }
}

static Job *
job_new (AssayInspectionDraft *draft)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (draft->defects));

  job->inspection = assay_record_copy (draft->record);
  /* Zero is found where nothing was noted in an inspection that was done. */
  if (assay_inspection_draft_counts_are_typed (draft))
    assay_inspection_counts_write (&draft->counts, job->inspection);
  job->parts = g_ptr_array_new_with_free_func (part_free);
  job->changed_attachments = g_ptr_array_new_with_free_func (g_object_unref);
  job->removed_attachments = g_array_new (FALSE, FALSE, sizeof (gint64));
  job->removed_defects = g_array_new (FALSE, FALSE, sizeof (gint64));
  job->removed_checks = g_array_new (FALSE, FALSE, sizeof (gint64));
  collect_files (job, add_part (job, NULL), draft->files, kept);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AssayDraftDefect) defect
          = g_list_model_get_item (G_LIST_MODEL (draft->defects), i);
      AssayRecord *record = assay_draft_defect_get_record (defect);

      if (assay_record_get_id (record) == 0 && assay_draft_defect_is_empty (defect))
        continue;
      collect_files (job, add_part (job, record), assay_draft_defect_get_files (defect), kept);
    }
  collect_removed_defects (job, draft, kept);
  collect_checks (job, draft, kept);
  for (guint i = 0; i < draft->stored_files->len; i++)
    {
      AssayDraftFile *file = g_ptr_array_index (draft->stored_files, i);
      gint64 id = assay_record_get_id (assay_draft_file_get_attachment (file));

      if (!g_hash_table_contains (kept, file))
        g_array_append_val (job->removed_attachments, id);
    }
  return job;
}

static gboolean
put (AssayDb *db, AssayRecord *record, GError **error)
{
  return assay_record_get_id (record) == 0 ? assay_records_insert (db, record, error)
                                           : assay_records_update (db, record, error);
}

static gboolean
delete_each (AssayDb *db, AssayType type, GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!assay_records_delete (db, type, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
put_part (AssayDb *db, Part *part, AssayRecord *inspection, GError **error)
{
  AssayType type
      = part->record != NULL ? assay_record_get_kind (part->record) : ASSAY_TYPE_INSPECTION;
  gint64 owner;

  if (part->record != NULL)
    {
      assay_record_set_reference (part->record, (guint)assay_record_describe (part->record)->owner,
                                  assay_record_get_id (inspection));
      if (!put (db, part->record, error))
        return FALSE;
    }
  owner = assay_record_get_id (part->record != NULL ? part->record : inspection);
  for (guint i = 0; i < part->added->len; i++)
    {
      AddedFile *added = g_ptr_array_index (part->added, i);
      g_autoptr (AssayRecord) attachment = assay_attachments_add_incoming (
          db, type, owner, added->incoming, added->caption, error);

      if (attachment != NULL && added->position > 0)
        {
          assay_record_set_integer (attachment, ASSAY_ATTACHMENT_POSITION, added->position);
          if (!assay_records_update (db, attachment, error))
            g_clear_object (&attachment);
        }
      if (attachment == NULL)
        {
          g_prefix_error (error, "%s: ", assay_incoming_get_file_name (added->incoming));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
save (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  gint64 id;

  if (!put (db, job->inspection, error)
      || !delete_each (db, ASSAY_TYPE_ATTACHMENT, job->removed_attachments, error)
      || !delete_each (db, ASSAY_TYPE_DEFECT, job->removed_defects, error)
      || !delete_each (db, ASSAY_TYPE_CHECKPOINT, job->removed_checks, error))
    return FALSE;
  for (guint i = 0; i < job->parts->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !put_part (db, g_ptr_array_index (job->parts, i), job->inspection, error))
      return FALSE;
  for (guint i = 0; i < job->changed_attachments->len; i++)
    if (!assay_records_update (db, g_ptr_array_index (job->changed_attachments, i), error))
      return FALSE;

  id = assay_record_get_id (job->inspection);
  *result = g_memdup2 (&id, sizeof id);
  return TRUE;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gint64 *id = assay_book_change_finish (ASSAY_BOOK (source), result, &error);

  if (id == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, id, g_free);
}

void
assay_inspection_draft_save_async (AssayInspectionDraft *self,
                                   AssayBook *book,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *title = assay_record_dup_title (self->record);
  g_autofree char *label = NULL;

  g_return_if_fail (ASSAY_IS_INSPECTION_DRAFT (self));

  g_task_set_source_tag (task, assay_inspection_draft_save_async);
  if (assay_inspection_draft_is_new (self))
    /* Translators: an action that can be undone; %s is the number and product of an inspection */
    label = g_strdup_printf (_ ("Record Inspection %s"), title);
  else
    label = g_strdup_printf (_ ("Change Inspection %s"), title);
  assay_book_change_async (book, label, save, job_new (self), job_free, g_free, cancellable,
                           saved_cb, task);
}

gint64
assay_inspection_draft_save_finish (AssayInspectionDraft *self,
                                    GAsyncResult *result,
                                    GError **error)
{
  g_autofree gint64 *id = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  id = g_task_propagate_pointer (G_TASK (result), error);
  return id != NULL ? *id : 0;
}
