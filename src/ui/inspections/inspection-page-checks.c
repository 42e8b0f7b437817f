/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The checks of an inspection's page, and a failed one that becomes a defect. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "ui/inspections/inspection-page-private.h"
#include "ui/record/section.h"

/* The new defect shows the photos of the check too; their bytes are in the book once. */
static void
copy_files (AssayDraftCheckpoint *check, AssayDraftDefect *defect)
{
  GListModel *files = G_LIST_MODEL (assay_draft_checkpoint_get_files (check));

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (AssayDraftFile) file = g_list_model_get_item (files, i);
      g_autoptr (AssayDraftFile) copy = assay_draft_file_new_copy (file);

      g_list_store_append (assay_draft_defect_get_files (defect), copy);
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
  copy_files (check, defect);
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
