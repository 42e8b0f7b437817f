/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/draft-defect.h"

#include "ui/inspections/draft-file.h"

struct _AssayDraftDefect
{
  GObject parent_instance;

  AssayRecord *record;
  AssayRecord *original;
  GListStore *files;
  char *problem;
  gboolean classed; /* a person chose the class, which a type's usual class then leaves alone */
};

G_DEFINE_FINAL_TYPE (AssayDraftDefect, assay_draft_defect, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
} AssayDraftDefectSignal;

static guint signals[N_SIGNALS];

static void
emit_changed (AssayDraftDefect *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
files_changed_cb (AssayDraftDefect *self, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (AssayDraftFile) file = g_list_model_get_item (G_LIST_MODEL (self->files), i);

      g_signal_connect_object (file, "notify::caption", G_CALLBACK (emit_changed), self,
                               G_CONNECT_SWAPPED);
    }
  emit_changed (self);
}

static void
assay_draft_defect_finalize (GObject *object)
{
  AssayDraftDefect *self = ASSAY_DRAFT_DEFECT (object);

  g_clear_object (&self->record);
  g_clear_object (&self->original);
  g_clear_object (&self->files);
  g_free (self->problem);

  G_OBJECT_CLASS (assay_draft_defect_parent_class)->finalize (object);
}

static void
assay_draft_defect_class_init (AssayDraftDefectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = assay_draft_defect_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ASSAY_TYPE_DRAFT_DEFECT, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
assay_draft_defect_init (AssayDraftDefect *self)
{
  self->files = g_list_store_new (ASSAY_TYPE_DRAFT_FILE);
  g_signal_connect_object (self->files, "items-changed", G_CALLBACK (files_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

AssayDraftDefect *
assay_draft_defect_new (AssayRecord *record)
{
  AssayDraftDefect *self = g_object_new (ASSAY_TYPE_DRAFT_DEFECT, NULL);

  self->record = g_object_ref (record);
  self->original = assay_record_copy (record);
  self->classed = assay_record_get_id (record) != 0;
  g_signal_connect_object (record, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  return self;
}

AssayRecord *
assay_draft_defect_get_record (AssayDraftDefect *self)
{
  return self->record;
}

GListStore *
assay_draft_defect_get_files (AssayDraftDefect *self)
{
  return self->files;
}

AssayClass
assay_draft_defect_get_class (AssayDraftDefect *self)
{
  AssayClass defect_class = ASSAY_CLASS_MAJOR;

  assay_class_from_string (assay_record_get_text (self->record, ASSAY_DEFECT_CLASS), &defect_class);
  return defect_class;
}

void
assay_draft_defect_set_class (AssayDraftDefect *self, AssayClass defect_class)
{
  self->classed = TRUE;
  assay_record_set_text (self->record, ASSAY_DEFECT_CLASS, assay_class_to_string (defect_class));
}

void
assay_draft_defect_set_count (AssayDraftDefect *self, gint64 count)
{
  assay_record_set_integer (self->record, ASSAY_DEFECT_COUNT, count);
}

/**
 * assay_draft_defect_set_defect_type:
 * @id: a defect type, 0 for none
 * @title: (nullable): its name
 * @usual_class: (nullable): the class it usually has, taken over unless a person chose another
 */
void
assay_draft_defect_set_defect_type (AssayDraftDefect *self,
                                    gint64 id,
                                    const char *title,
                                    const char *usual_class)
{
  AssayClass defect_class;

  if (id == 0)
    {
      assay_record_set_unknown (self->record, ASSAY_DEFECT_DEFECT_TYPE);
      return;
    }
  assay_record_set_reference (self->record, ASSAY_DEFECT_DEFECT_TYPE, id);
  assay_record_set_reference_title (self->record, ASSAY_DEFECT_DEFECT_TYPE, title);
  if (!self->classed && usual_class != NULL && assay_class_from_string (usual_class, &defect_class))
    assay_record_set_text (self->record, ASSAY_DEFECT_CLASS, usual_class);
}

void
assay_draft_defect_set_text (AssayDraftDefect *self, guint field, const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (stripped == NULL || *stripped == '\0')
    assay_record_set_unknown (self->record, field);
  else
    assay_record_set_text (self->record, field, stripped);
}

gboolean
assay_draft_defect_is_changed (AssayDraftDefect *self)
{
  return assay_record_get_id (self->record) == 0
         || !assay_record_equal (self->record, self->original);
}

gboolean
assay_draft_defect_is_empty (AssayDraftDefect *self)
{
  return !assay_record_is_known (self->record, ASSAY_DEFECT_DEFECT_TYPE)
         && !assay_record_is_known (self->record, ASSAY_DEFECT_DESCRIPTION)
         && !assay_record_is_known (self->record, ASSAY_DEFECT_COMPONENT)
         && !assay_record_is_known (self->record, ASSAY_DEFECT_NOTE)
         && g_list_model_get_n_items (G_LIST_MODEL (self->files)) == 0;
}

const char *
assay_draft_defect_get_problem (AssayDraftDefect *self)
{
  g_autoptr (AssayRecord) copy = assay_record_copy (self->record);
  g_autoptr (AssayProblems) problems = assay_problems_new ();

  /* The inspection that owns it is known when it is saved. */
  if (!assay_record_is_known (copy, ASSAY_DEFECT_INSPECTION))
    assay_record_set_reference (copy, ASSAY_DEFECT_INSPECTION, 1);
  assay_record_check (copy, problems);
  g_set_str (&self->problem, assay_problems_count (problems) > 0
                                 ? assay_problems_get (problems, 0)->message
                                 : NULL);
  return self->problem;
}
