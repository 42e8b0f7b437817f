/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The checks of an inspection's page, and a failed one that becomes a defect. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "store/attachments.h"
#include "ui/inspections/inspection-page-private.h"
#include "ui/record/section.h"

/* A photo in the book whose bytes a new defect gets too. */
typedef struct
{
  AssayDraftDefect *defect;
  AssayDraftFile *file;
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->defect);
  g_object_unref (copy->file);
  g_free (copy);
}

static void
add_copy (AssayDraftDefect *defect, AssayDraftFile *file, GBytes *bytes)
{
  g_autoptr (AssayDraftFile) copy = assay_draft_file_new_added (
      assay_draft_file_get_name (file), bytes, assay_draft_file_get_thumbnail (file));

  assay_draft_file_set_caption (copy, assay_draft_file_get_caption (file));
  g_list_store_append (assay_draft_defect_get_files (defect), copy);
}

static gboolean
read_bytes (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  *result = assay_attachments_read (db, data, error);
  return *result != NULL;
}

static void
bytes_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Copy *copy = data;
  g_autoptr (GBytes) bytes = assay_book_ask_finish (ASSAY_BOOK (source), result, NULL);

  if (bytes != NULL)
    add_copy (copy->defect, copy->file, bytes);
  copy_free (copy);
}

static void
copy_files (AssayInspectionPage *self, AssayDraftCheckpoint *check, AssayDraftDefect *defect)
{
  GListModel *files = G_LIST_MODEL (assay_draft_checkpoint_get_files (check));

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (AssayDraftFile) file = g_list_model_get_item (files, i);
      AssayRecord *attachment = assay_draft_file_get_attachment (file);
      Copy *copy;

      if (attachment == NULL)
        {
          add_copy (defect, file, assay_draft_file_get_bytes (file));
          continue;
        }
      copy = g_new0 (Copy, 1);
      copy->defect = g_object_ref (defect);
      copy->file = g_object_ref (file);
      assay_book_ask_async (self->book, read_bytes,
                            g_strdup (assay_record_get_text (attachment, ASSAY_ATTACHMENT_SHA256)),
                            g_free, (GDestroyNotify)g_bytes_unref, self->cancellable, bytes_read_cb,
                            copy);
    }
}

/* Its name, as many units as failed, why it failed and its photos. */
static void
record_defect_cb (AssayInspectionPage *self, AssayDraftCheckpoint *check)
{
  AssayRecord *record = assay_draft_checkpoint_get_record (check);
  const AssayCheckJudgement *judgement = assay_draft_checkpoint_get_judgement (check);
  g_autofree char *reason = assay_checkpoint_dup_reason (record);
  AssayDraftDefect *defect = assay_inspection_draft_add_defect (self->draft);
  AssayDefectRow *row;

  assay_draft_defect_set_text (defect, ASSAY_DEFECT_DESCRIPTION,
                               assay_record_get_text (record, ASSAY_CHECKPOINT_NAME));
  assay_draft_defect_set_text (defect, ASSAY_DEFECT_NOTE, reason);
  assay_draft_defect_set_count (defect, MAX (judgement->failed, 1));
  copy_files (self, check, defect);
  row = assay_defect_list_find_row (self->defects, defect);
  if (row != NULL)
    assay_defect_row_focus (row, TRUE);
}

void
assay_inspection_page_build_checks (AssayInspectionPage *self)
{
  GtkWidget *section;

  self->checks = assay_checkpoint_list_new (self->context, self->draft);
  section = assay_section_new (_ ("Checks"), GTK_WIDGET (self->checks));
  g_signal_connect_object (self->checks, "record-defect", G_CALLBACK (record_defect_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->findings, section);
}

/**
 * assay_inspection_page_show_check_problem:
 *
 * Returns: whether a check is wrong, to which the cursor went
 */
gboolean
assay_inspection_page_show_check_problem (AssayInspectionPage *self)
{
  AssayDraftCheckpoint *check = NULL;

  if (assay_inspection_draft_check_checks (self->draft, &check) == NULL)
    return FALSE;
  assay_checkpoint_row_focus (assay_checkpoint_list_find_row (self->checks, check));
  return TRUE;
}
