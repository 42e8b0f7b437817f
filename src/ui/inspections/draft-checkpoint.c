/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/draft-checkpoint.h"

#include <glib/gi18n-lib.h>

#include "ui/inspections/draft-file.h"

struct _AssayDraftCheckpoint
{
  GObject parent_instance;

  AssayRecord *record;
  AssayRecord *original;
  GListStore *files;
  AssayCheckJudgement judgement;
  char *unread; /* why the readings that were typed are none */
  char *problem;
};

G_DEFINE_FINAL_TYPE (AssayDraftCheckpoint, assay_draft_checkpoint, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
} AssayDraftCheckpointSignal;

static guint signals[N_SIGNALS];

/* By whatever hand: a result that was given without an answer stays. */
static void
changed_cb (AssayDraftCheckpoint *self)
{
  assay_checkpoint_judge (self->record, &self->judgement);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
files_changed_cb (AssayDraftCheckpoint *self, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (AssayDraftFile) file = g_list_model_get_item (G_LIST_MODEL (self->files), i);

      g_signal_connect_object (file, "notify::caption", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  changed_cb (self);
}

static void
assay_draft_checkpoint_finalize (GObject *object)
{
  AssayDraftCheckpoint *self = ASSAY_DRAFT_CHECKPOINT (object);

  g_clear_object (&self->record);
  g_clear_object (&self->original);
  g_clear_object (&self->files);
  g_free (self->unread);
  g_free (self->problem);

  G_OBJECT_CLASS (assay_draft_checkpoint_parent_class)->finalize (object);
}

static void
assay_draft_checkpoint_class_init (AssayDraftCheckpointClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = assay_draft_checkpoint_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ASSAY_TYPE_DRAFT_CHECKPOINT, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
assay_draft_checkpoint_init (AssayDraftCheckpoint *self)
{
  self->files = g_list_store_new (ASSAY_TYPE_DRAFT_FILE);
}

AssayDraftCheckpoint *
assay_draft_checkpoint_new (AssayRecord *record)
{
  AssayDraftCheckpoint *self = g_object_new (ASSAY_TYPE_DRAFT_CHECKPOINT, NULL);

  self->record = g_object_ref (record);
  self->original = assay_record_copy (record);
  assay_checkpoint_judge (record, &self->judgement);
  g_signal_connect_object (record, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->files, "items-changed", G_CALLBACK (files_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

AssayRecord *
assay_draft_checkpoint_get_record (AssayDraftCheckpoint *self)
{
  return self->record;
}

GListStore *
assay_draft_checkpoint_get_files (AssayDraftCheckpoint *self)
{
  return self->files;
}

const AssayCheckJudgement *
assay_draft_checkpoint_get_judgement (AssayDraftCheckpoint *self)
{
  return &self->judgement;
}

/* One edit: what @field holds now, and the result that follows from all of it. */
static void
put (AssayDraftCheckpoint *self, guint field, const char *text)
{
  g_signal_handlers_block_by_func (self->record, changed_cb, self);
  assay_record_set_text (self->record, field, text);
  /* What stands there may have been given with another answer. */
  if (field != ASSAY_CHECKPOINT_RESULT)
    assay_record_set_unknown (self->record, ASSAY_CHECKPOINT_RESULT);
  assay_checkpoint_judge (self->record, &self->judgement);
  if (self->judgement.why != ASSAY_CHECK_WHY_UNANSWERED)
    assay_record_set_text (self->record, ASSAY_CHECKPOINT_RESULT,
                           assay_check_result_to_string (self->judgement.result));
  g_signal_handlers_unblock_by_func (self->record, changed_cb, self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static char *
strip (const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return stripped != NULL && *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

void
assay_draft_checkpoint_set_answer (AssayDraftCheckpoint *self, const char *answer)
{
  g_autofree char *stripped = strip (answer);

  put (self, ASSAY_CHECKPOINT_ANSWER, stripped);
}

void
assay_draft_checkpoint_set_readings (AssayDraftCheckpoint *self, const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) values = assay_readings_parse (typed, &error);
  g_autofree char *text = NULL;

  g_clear_pointer (&self->unread, g_free);
  if (values != NULL)
    text = assay_readings_to_string ((const gint64 *)(void *)values->data, values->len);
  else
    {
      self->unread = g_strdup (error->message);
      text = strip (typed);
    }
  put (self, ASSAY_CHECKPOINT_READINGS, text);
}

void
assay_draft_checkpoint_set_failed (AssayDraftCheckpoint *self, gint64 failed)
{
  g_signal_handlers_block_by_func (self->record, changed_cb, self);
  if (failed >= 0)
    assay_record_set_integer (self->record, ASSAY_CHECKPOINT_FAILED, failed);
  else
    assay_record_set_unknown (self->record, ASSAY_CHECKPOINT_FAILED);
  g_signal_handlers_unblock_by_func (self->record, changed_cb, self);
  put (self, ASSAY_CHECKPOINT_ANSWER,
       assay_record_get_text (self->record, ASSAY_CHECKPOINT_ANSWER));
}

void
assay_draft_checkpoint_set_not_applicable (AssayDraftCheckpoint *self, gboolean off)
{
  g_clear_pointer (&self->unread, g_free);
  g_signal_handlers_block_by_func (self->record, changed_cb, self);
  if (off)
    {
      assay_record_set_unknown (self->record, ASSAY_CHECKPOINT_ANSWER);
      assay_record_set_unknown (self->record, ASSAY_CHECKPOINT_READINGS);
      assay_record_set_unknown (self->record, ASSAY_CHECKPOINT_FAILED);
    }
  g_signal_handlers_unblock_by_func (self->record, changed_cb, self);
  put (self, ASSAY_CHECKPOINT_RESULT,
       off ? assay_check_result_to_string (ASSAY_CHECK_NOT_APPLICABLE) : NULL);
}

void
assay_draft_checkpoint_set_note (AssayDraftCheckpoint *self, const char *note)
{
  g_autofree char *stripped = strip (note);

  assay_record_set_text (self->record, ASSAY_CHECKPOINT_NOTE, stripped);
}

/* An answer of another kind is none. */
void
assay_draft_checkpoint_set_requirement (AssayDraftCheckpoint *self, const AssayRecord *from)
{
  gboolean other = assay_check_kind (self->record) != assay_check_kind (from);
  const char *answer;

  g_signal_handlers_block_by_func (self->record, changed_cb, self);
  for (guint i = ASSAY_CHECKPOINT_SECTION; i <= ASSAY_CHECKPOINT_ON_FAIL; i++)
    assay_record_set_value (self->record, i, assay_record_get_value (from, i));
  if (other)
    {
      assay_record_set_unknown (self->record, ASSAY_CHECKPOINT_ANSWER);
      assay_record_set_unknown (self->record, ASSAY_CHECKPOINT_READINGS);
      assay_record_set_unknown (self->record, ASSAY_CHECKPOINT_FAILED);
      g_clear_pointer (&self->unread, g_free);
    }
  g_signal_handlers_unblock_by_func (self->record, changed_cb, self);
  answer = assay_record_get_text (self->record, ASSAY_CHECKPOINT_ANSWER);
  if (other || assay_checkpoint_is_answered (self->record))
    put (self, ASSAY_CHECKPOINT_ANSWER, answer);
  else
    changed_cb (self);
}

gboolean
assay_draft_checkpoint_is_edited (AssayDraftCheckpoint *self)
{
  return !assay_record_equal (self->record, self->original);
}

gboolean
assay_draft_checkpoint_is_untouched (AssayDraftCheckpoint *self)
{
  return self->judgement.why == ASSAY_CHECK_WHY_UNANSWERED
         && !assay_record_is_known (self->record, ASSAY_CHECKPOINT_READINGS)
         && !assay_record_is_known (self->record, ASSAY_CHECKPOINT_NOTE)
         && g_list_model_get_n_items (G_LIST_MODEL (self->files)) == 0;
}

const char *
assay_draft_checkpoint_get_problem (AssayDraftCheckpoint *self)
{
  g_autoptr (AssayRecord) copy = NULL;
  g_autoptr (AssayProblems) problems = NULL;

  if (self->unread != NULL)
    return self->unread;
  if (self->judgement.why == ASSAY_CHECK_WHY_UNREADABLE)
    {
      g_set_str (&self->problem, _ ("This is no number"));
      return self->problem;
    }
  copy = assay_record_copy (self->record);
  problems = assay_problems_new ();
  /* The inspection that owns it is known when it is saved. */
  if (!assay_record_is_known (copy, ASSAY_CHECKPOINT_INSPECTION))
    assay_record_set_reference (copy, ASSAY_CHECKPOINT_INSPECTION, 1);
  assay_record_check (copy, problems);
  g_set_str (&self->problem, assay_problems_count (problems) > 0
                                 ? assay_problems_get (problems, 0)->message
                                 : NULL);
  return self->problem;
}
