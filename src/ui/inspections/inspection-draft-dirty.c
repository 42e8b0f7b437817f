/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a draft says something else than the book. */

#include "assay-config.h"

#include "ui/inspections/inspection-draft-private.h"

static gboolean
files_are_dirty (GListStore *files)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (files));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AssayDraftFile) file = g_list_model_get_item (G_LIST_MODEL (files), i);

      if (assay_draft_file_is_changed (file))
        return TRUE;
    }
  return FALSE;
}

gboolean
assay_inspection_draft_is_dirty (AssayInspectionDraft *self)
{
  guint stored = g_list_model_get_n_items (G_LIST_MODEL (self->files));

  if (!assay_record_equal (self->record, self->original) || files_are_dirty (self->files)
      || assay_inspection_draft_checks_are_dirty (self))
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->checks)); i++)
    {
      g_autoptr (AssayDraftCheckpoint) check
          = g_list_model_get_item (G_LIST_MODEL (self->checks), i);
      GListStore *files = assay_draft_checkpoint_get_files (check);

      if (files_are_dirty (files))
        return TRUE;
      stored += g_list_model_get_n_items (G_LIST_MODEL (files));
    }
  for (guint i = 0; i < self->removed_defects->len; i++)
    if (assay_record_get_id (
            assay_draft_defect_get_record (g_ptr_array_index (self->removed_defects, i)))
        != 0)
      return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->defects)); i++)
    {
      g_autoptr (AssayDraftDefect) defect = g_list_model_get_item (G_LIST_MODEL (self->defects), i);
      GListStore *files = assay_draft_defect_get_files (defect);

      if ((assay_draft_defect_is_changed (defect) && assay_inspection_draft_says (defect))
          || files_are_dirty (files))
        return TRUE;
      stored += g_list_model_get_n_items (G_LIST_MODEL (files));
    }
  /* All that are left are stored ones: fewer than at first means that one was removed. */
  return stored != self->stored_files->len;
}
