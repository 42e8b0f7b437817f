/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/inspection-draft.h"

#include "ui/inspections/inspection-draft-private.h"

G_DEFINE_FINAL_TYPE (AssayInspectionDraft, assay_inspection_draft, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  N_SIGNALS,
} AssayInspectionDraftSignal;

static guint signals[N_SIGNALS];

/* An item that was taken out, and where it was. */
typedef struct
{
  GListStore *store;
  GObject *item;
  guint position;
  AssayChecksBefore *before; /* instead: a checklist took the place of these */
} Removal;

/* The fields that the plan is computed from, to put them back. */
static const guint plan_inputs[] = {
  ASSAY_INSPECTION_LOT_SIZE,       ASSAY_INSPECTION_LEVEL,
  ASSAY_INSPECTION_SAMPLING,       ASSAY_INSPECTION_SEVERITY,
  ASSAY_INSPECTION_AQL_MAJOR,      ASSAY_INSPECTION_AQL_CRITICAL,
  ASSAY_INSPECTION_AQL_MINOR,      ASSAY_INSPECTION_BASIS,
  ASSAY_INSPECTION_LARGEST_SAMPLE, ASSAY_INSPECTION_SEVERITY_MAJOR,
  ASSAY_INSPECTION_SEVERITY_MINOR, ASSAY_INSPECTION_SEVERITY_CRITICAL,
};

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_clear_object (&removal->store);
  g_clear_object (&removal->item);
  g_clear_pointer (&removal->before, assay_checks_before_free);
  g_free (removal);
}

static guint
n_defects (AssayInspectionDraft *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->defects));
}

/* A row that was added and of which nothing was said yet counts for nothing and is not saved. */
gboolean
assay_inspection_draft_says (AssayDraftDefect *defect)
{
  return assay_record_get_id (assay_draft_defect_get_record (defect)) != 0
         || !assay_draft_defect_is_empty (defect);
}

/* The snapshot holds while nothing it was made from changed; tables and settings of a later day do
 * not touch it. */
static void
derive_plan (AssayInspectionDraft *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->plan_problem, g_free);
  assay_inspection_plan_read (self->original, &self->plan);
  if (self->plan.known && assay_inspection_plan_inputs_equal (self->original, self->record))
    {
      assay_inspection_plan_write (&self->plan, self->record);
      return;
    }
  if (!assay_inspection_plan_compute (self->record, &self->plan, &error))
    self->plan_problem = g_strdup (error->message);
  /* An imported inspection may say how it was judged without saying from what. */
  if (!self->plan.known && self->plan_problem == NULL
      && assay_inspection_plan_inputs_equal (self->original, self->record))
    assay_inspection_plan_read (self->original, &self->plan);
  else
    assay_inspection_plan_write (&self->plan, self->record);
}

/* Defects one by one add up; without them the record says what was typed or imported, and nothing
 * found in an inspection that was done means none. */
static void
derive_counts (AssayInspectionDraft *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_defects (self); i++)
    {
      g_autoptr (AssayDraftDefect) defect = g_list_model_get_item (G_LIST_MODEL (self->defects), i);

      if (assay_inspection_draft_says (defect))
        g_ptr_array_add (records, g_object_ref (assay_draft_defect_get_record (defect)));
    }
  if (records->len > 0)
    {
      assay_inspection_counts_add_up (self->record, (AssayRecord *const *)records->pdata,
                                      records->len, &self->counts);
      assay_inspection_counts_write (&self->counts, self->record);
      return;
    }
  assay_inspection_counts_read (self->record, &self->counts);
  if (assay_record_is_known (self->record, ASSAY_INSPECTION_INSPECTED))
    {
      gboolean any = FALSE;

      for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
        any = any || self->counts.found[i] >= 0;
      /* "12 defective" without classes says nothing of a class. */
      if (!any && assay_record_get_integer (self->record, ASSAY_INSPECTION_DEFECTIVE, 0) > 0)
        return;
      for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
        self->counts.found[i] = MAX (self->counts.found[i], 0);
    }
}

static void
derive_result (AssayInspectionDraft *self)
{
  gint64 inspected = assay_record_get_integer (self->record, ASSAY_INSPECTION_INSPECTED, -1);

  self->judged = assay_inspection_judge (&self->plan, inspected, &self->counts, &self->why);
  assay_inspection_draft_derive_checks (self);
  self->judged = assay_checks_combine (&self->checks_sum, self->record, self->judged, self->why);
  if (self->follows)
    assay_record_set_text (self->record, ASSAY_INSPECTION_RESULT,
                           assay_inspection_result_to_string (self->judged));
}

/* Each defect knows what it is held against, to say at once where it contradicts that. */
static void
derive_limits (AssayInspectionDraft *self)
{
  const char *basis = assay_record_get_text (self->record, ASSAY_INSPECTION_BASIS);
  AssayDefectLimits limits = {
    .inspected = assay_record_get_integer (self->record, ASSAY_INSPECTION_INSPECTED, 0),
    .planned = self->plan.known ? MAX (self->plan.n, self->plan.n_both) : 0,
    .by_units = g_strcmp0 (basis, "defects") != 0,
    .two_samples = self->plan.known && self->plan.is_double,
  };

  for (guint i = 0; i < n_defects (self); i++)
    {
      g_autoptr (AssayDraftDefect) defect = g_list_model_get_item (G_LIST_MODEL (self->defects), i);

      assay_draft_defect_set_limits (defect, &limits);
    }
}

static void
derive (AssayInspectionDraft *self)
{
  self->deriving = TRUE;
  assay_inspection_draft_follow_severity (self);
  derive_plan (self);
  derive_counts (self);
  derive_result (self);
  derive_limits (self);
  self->deriving = FALSE;
}

void
assay_inspection_draft_think (AssayInspectionDraft *self)
{
  if (self->deriving)
    return;
  derive (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
changed_cb (AssayInspectionDraft *self)
{
  assay_inspection_draft_think (self);
}

static void
watch_added (
    AssayInspectionDraft *self, GListModel *model, guint position, guint added, const char *signal)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      /* A defect that was removed comes back with its connection. */
      g_signal_handlers_disconnect_by_func (item, changed_cb, self);
      g_signal_connect_object (item, signal, G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  changed_cb (self);
}

static void
defects_changed_cb (
    AssayInspectionDraft *self, guint position, guint removed, guint added, GListModel *model)
{
  watch_added (self, model, position, added, "changed");
}

static void
files_changed_cb (
    AssayInspectionDraft *self, guint position, guint removed, guint added, GListModel *model)
{
  watch_added (self, model, position, added, "notify::caption");
}

static void
assay_inspection_draft_finalize (GObject *object)
{
  AssayInspectionDraft *self = ASSAY_INSPECTION_DRAFT (object);

  g_clear_object (&self->record);
  g_clear_object (&self->original);
  g_clear_object (&self->line);
  g_clear_object (&self->defects);
  g_clear_object (&self->files);
  g_clear_object (&self->checks);
  g_clear_pointer (&self->first_checks, g_ptr_array_unref);
  g_free (self->check_problem);
  g_clear_pointer (&self->reinspections, g_ptr_array_unref);
  g_clear_pointer (&self->chain, g_ptr_array_unref);
  g_clear_pointer (&self->removed_defects, g_ptr_array_unref);
  g_clear_pointer (&self->removals, g_ptr_array_unref);
  g_clear_pointer (&self->stored_files, g_ptr_array_unref);
  g_free (self->plan_problem);
  g_clear_pointer (&self->proposal, assay_plan_proposal_free);

  G_OBJECT_CLASS (assay_inspection_draft_parent_class)->finalize (object);
}

static void
assay_inspection_draft_class_init (AssayInspectionDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = assay_inspection_draft_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ASSAY_TYPE_INSPECTION_DRAFT, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", ASSAY_TYPE_INSPECTION_DRAFT, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);
}

static void
assay_inspection_draft_init (AssayInspectionDraft *self)
{
  self->defects = g_list_store_new (ASSAY_TYPE_DRAFT_DEFECT);
  self->files = g_list_store_new (ASSAY_TYPE_DRAFT_FILE);
  self->checks = g_list_store_new (ASSAY_TYPE_DRAFT_CHECKPOINT);
  self->removed_defects = g_ptr_array_new_with_free_func (g_object_unref);
  self->removals = g_ptr_array_new_with_free_func (removal_free);
  self->stored_files = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
fill_files (AssayInspectionDraft *self, GListStore *files, GPtrArray *attachments)
{
  for (guint i = 0; i < attachments->len; i++)
    {
      AssayDraftFile *file = assay_draft_file_new_stored (g_ptr_array_index (attachments, i));

      g_list_store_append (files, file);
      g_ptr_array_add (self->stored_files, file);
    }
}

/**
 * assay_inspection_draft_new:
 * @loaded: what was read; its records become the draft's
 *
 * An existing inspection is shown as the book has it: opening it changes nothing, not even a result
 * that its counts contradict.
 */
AssayInspectionDraft *
assay_inspection_draft_new (AssayLoadedInspection *loaded)
{
  AssayInspectionDraft *self = g_object_new (ASSAY_TYPE_INSPECTION_DRAFT, NULL);

  self->record = g_object_ref (loaded->inspection);
  self->original = assay_record_copy (loaded->inspection);
  g_set_object (&self->line, loaded->line);
  self->proposal = g_steal_pointer (&loaded->proposal);
  if (self->proposal != NULL)
    self->choice = assay_plan_proposal_compare (self->proposal, self->record);
  self->reinspections = g_ptr_array_ref (loaded->reinspections);
  self->chain = g_ptr_array_ref (loaded->chain);
  fill_files (self, self->files, loaded->attachments);
  for (guint i = 0; i < loaded->defects->len; i++)
    {
      AssayLoadedDefect *one = g_ptr_array_index (loaded->defects, i);
      g_autoptr (AssayDraftDefect) defect = assay_draft_defect_new (one->defect);

      fill_files (self, assay_draft_defect_get_files (defect), one->attachments);
      g_list_store_append (self->defects, defect);
    }

  assay_inspection_draft_fill_checks (self, loaded);

  derive (self);
  self->follows = g_strcmp0 (assay_record_get_text (self->record, ASSAY_INSPECTION_RESULT),
                             assay_inspection_result_to_string (self->judged))
                      == 0
                  || !assay_record_is_known (self->record, ASSAY_INSPECTION_RESULT);
  if (assay_inspection_draft_is_new (self))
    {
      derive (self);
      /* What was proposed is not an edit that would have to be discarded. */
      assay_record_assign (self->original, self->record);
    }
  else
    assay_record_assign (self->record, self->original);

  for (guint i = 0; i < n_defects (self); i++)
    {
      g_autoptr (GObject) defect = g_list_model_get_item (G_LIST_MODEL (self->defects), i);

      g_signal_connect_object (defect, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  for (guint i = 0; i < loaded->attachments->len; i++)
    g_signal_connect_object (g_ptr_array_index (self->stored_files, i), "notify::caption",
                             G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->record, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->defects, "items-changed", G_CALLBACK (defects_changed_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < self->first_checks->len; i++)
    g_signal_connect_object (self->first_checks->pdata[i], "changed", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
  /* Of the same make as defects: each has a signal "changed". */
  g_signal_connect_object (self->checks, "items-changed", G_CALLBACK (defects_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->files, "items-changed", G_CALLBACK (files_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

AssayRecord *
assay_inspection_draft_get_record (AssayInspectionDraft *self)
{
  return self->record;
}

AssayRecord *
assay_inspection_draft_get_original (AssayInspectionDraft *self)
{
  return self->original;
}

gboolean
assay_inspection_draft_is_new (AssayInspectionDraft *self)
{
  return assay_record_get_id (self->record) == 0;
}

AssayRecord *
assay_inspection_draft_get_line (AssayInspectionDraft *self)
{
  return self->line;
}

static void
follow_reference (AssayRecord *record, guint field, AssayRecord *line, guint line_field)
{
  assay_record_set_value (record, field, assay_record_get_value (line, line_field));
  assay_record_set_reference_title (record, field,
                                    assay_record_get_reference_title (line, line_field));
}

/**
 * assay_inspection_draft_set_line:
 * @line: (nullable): an order line
 */
void
assay_inspection_draft_set_line (AssayInspectionDraft *self, AssayRecord *line)
{
  g_autofree char *title = line != NULL ? assay_record_dup_title (line) : NULL;

  if (!g_set_object (&self->line, line))
    return;
  self->deriving = TRUE;
  if (line == NULL)
    assay_record_set_unknown (self->record, ASSAY_INSPECTION_ORDER_LINE);
  else
    {
      gint64 quantity = assay_record_get_integer (line, ASSAY_ORDER_LINE_QUANTITY, 0);
      gint64 left = assay_record_get_integer (line, ASSAY_ORDER_LINE_OUTSTANDING_QUANTITY, 0);

      assay_record_set_reference (self->record, ASSAY_INSPECTION_ORDER_LINE,
                                  assay_record_get_id (line));
      assay_record_set_reference_title (self->record, ASSAY_INSPECTION_ORDER_LINE, title);
      follow_reference (self->record, ASSAY_INSPECTION_SUPPLIER, line, ASSAY_ORDER_LINE_SUPPLIER);
      follow_reference (self->record, ASSAY_INSPECTION_PRODUCT, line, ASSAY_ORDER_LINE_PRODUCT);
      if (!assay_record_is_known (self->record, ASSAY_INSPECTION_ORDERED) && quantity > 0)
        assay_record_set_integer (self->record, ASSAY_INSPECTION_ORDERED, quantity);
      if (!assay_record_is_known (self->record, ASSAY_INSPECTION_LOT_SIZE) && quantity > 0)
        assay_record_set_integer (self->record, ASSAY_INSPECTION_LOT_SIZE,
                                  left > 0 ? left : quantity);
    }
  self->deriving = FALSE;
  changed_cb (self);
}

GPtrArray *
assay_inspection_draft_get_reinspections (AssayInspectionDraft *self)
{
  return self->reinspections;
}

GPtrArray *
assay_inspection_draft_get_chain (AssayInspectionDraft *self)
{
  return self->chain;
}

GListStore *
assay_inspection_draft_get_defects (AssayInspectionDraft *self)
{
  return self->defects;
}

GListStore *
assay_inspection_draft_get_files (AssayInspectionDraft *self)
{
  return self->files;
}

/**
 * assay_inspection_draft_add_defect:
 *
 * Returns: (transfer none): a new defect at the end of the list
 */
AssayDraftDefect *
assay_inspection_draft_add_defect (AssayInspectionDraft *self)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_DEFECT);
  g_autoptr (AssayDraftDefect) defect = NULL;

  if (self->plan.known && self->plan.is_double)
    assay_record_set_text (record, ASSAY_DEFECT_SAMPLE, self->counts.second ? "second" : "first");
  defect = assay_draft_defect_new (record);
  g_list_store_append (self->defects, defect);
  return defect;
}

static gboolean
take_out (AssayInspectionDraft *self, GListStore *store, gpointer item)
{
  Removal *removal;
  guint position;

  if (!g_list_store_find (store, item, &position))
    return FALSE;
  removal = g_new0 (Removal, 1);
  removal->store = g_object_ref (store);
  removal->item = g_object_ref (item);
  removal->position = position;
  g_ptr_array_add (self->removals, removal);
  g_list_store_remove (store, position);
  return TRUE;
}

void
assay_inspection_draft_remove_defect (AssayInspectionDraft *self, AssayDraftDefect *defect)
{
  if (!take_out (self, self->defects, defect))
    return;
  g_ptr_array_add (self->removed_defects, g_object_ref (defect));
  /* With the last one its numbers go too: what was counted one by one was not typed. */
  if (assay_inspection_draft_counts_are_typed (self) && assay_inspection_draft_says (defect))
    {
      AssayInspectionCounts none = { { -1, -1, -1 }, { -1, -1, -1 }, FALSE };

      self->deriving = TRUE;
      assay_inspection_counts_write (&none, self->record);
      assay_record_set_unknown (self->record, ASSAY_INSPECTION_DEFECTIVE);
      self->deriving = FALSE;
    }
  changed_cb (self);
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, defect);
}

void
assay_inspection_draft_remove_file (AssayInspectionDraft *self,
                                    GListStore *files,
                                    AssayDraftFile *file)
{
  if (take_out (self, files, file))
    g_signal_emit (self, signals[SIGNAL_REMOVED], 0, file);
}

void
assay_inspection_draft_remove_check (AssayInspectionDraft *self, AssayDraftCheckpoint *check)
{
  if (take_out (self, self->checks, check))
    g_signal_emit (self, signals[SIGNAL_REMOVED], 0, check);
}

/* A checklist took the place of what was there, which can be put back. */
void
assay_inspection_draft_note_replaced (AssayInspectionDraft *self, AssayChecksBefore *before)
{
  Removal *removal = g_new0 (Removal, 1);

  removal->before = before;
  g_ptr_array_add (self->removals, removal);
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, self->checks);
}

gboolean
assay_inspection_draft_restore (AssayInspectionDraft *self)
{
  Removal *removal;
  guint n;

  if (self->removals->len == 0)
    return FALSE;
  removal = g_ptr_array_steal_index (self->removals, self->removals->len - 1);
  if (removal->before != NULL)
    {
      assay_inspection_draft_restore_checks (self, removal->before);
      removal_free (removal);
      return TRUE;
    }
  g_ptr_array_remove (self->removed_defects, removal->item);
  n = g_list_model_get_n_items (G_LIST_MODEL (removal->store));
  g_list_store_insert (removal->store, MIN (removal->position, n), removal->item);
  removal_free (removal);
  return TRUE;
}

const AssayInspectionPlan *
assay_inspection_draft_get_plan (AssayInspectionDraft *self)
{
  return &self->plan;
}

const char *
assay_inspection_draft_get_plan_problem (AssayInspectionDraft *self)
{
  return self->plan_problem;
}

gboolean
assay_inspection_draft_plan_moved (AssayInspectionDraft *self)
{
  AssayInspectionPlan before;

  assay_inspection_plan_read (self->original, &before);
  return !assay_inspection_draft_is_new (self) && before.known
         && !assay_inspection_plan_equal (&before, &self->plan)
         && (assay_record_is_known (self->original, ASSAY_INSPECTION_INSPECTED)
             || assay_record_is_known (self->original, ASSAY_INSPECTION_DEFECTIVE_MAJOR));
}

void
assay_inspection_draft_restore_plan (AssayInspectionDraft *self)
{
  self->deriving = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (plan_inputs); i++)
    assay_record_set_value (self->record, plan_inputs[i],
                            assay_record_get_value (self->original, plan_inputs[i]));
  self->deriving = FALSE;
  changed_cb (self);
}

const AssayInspectionCounts *
assay_inspection_draft_get_counts (AssayInspectionDraft *self)
{
  return &self->counts;
}

gboolean
assay_inspection_draft_counts_are_typed (AssayInspectionDraft *self)
{
  for (guint i = 0; i < n_defects (self); i++)
    {
      g_autoptr (AssayDraftDefect) defect = g_list_model_get_item (G_LIST_MODEL (self->defects), i);

      if (assay_inspection_draft_says (defect))
        return FALSE;
    }
  return TRUE;
}

void
assay_inspection_draft_set_count (AssayInspectionDraft *self, AssayClass i, gint64 found)
{
  AssayInspectionCounts counts = self->counts;

  counts.found[i] = found;
  self->deriving = TRUE;
  assay_inspection_counts_write (&counts, self->record);
  self->deriving = FALSE;
  changed_cb (self);
}

AssayInspectionResult
assay_inspection_draft_judge (AssayInspectionDraft *self, AssayJudgement *why)
{
  if (why != NULL)
    *why = self->why;
  return self->judged;
}

gboolean
assay_inspection_draft_result_follows (AssayInspectionDraft *self)
{
  return g_strcmp0 (assay_record_get_text (self->record, ASSAY_INSPECTION_RESULT),
                    assay_inspection_result_to_string (self->judged))
         == 0;
}

gboolean
assay_inspection_draft_is_following (AssayInspectionDraft *self)
{
  return self->follows;
}

void
assay_inspection_draft_follow_result (AssayInspectionDraft *self)
{
  self->follows = TRUE;
  changed_cb (self);
}

void
assay_inspection_draft_set_result (AssayInspectionDraft *self, const char *result)
{
  self->follows
      = result == NULL || g_str_equal (result, assay_inspection_result_to_string (self->judged));
  if (!self->follows)
    assay_record_set_text (self->record, ASSAY_INSPECTION_RESULT, result);
  else
    changed_cb (self);
}

/**
 * assay_inspection_draft_check_defects:
 * @defect: (out) (optional) (transfer none): the defect that is not right
 *
 * Returns: (nullable): what is wrong with it; valid until the next check
 */
const char *
assay_inspection_draft_check_defects (AssayInspectionDraft *self, AssayDraftDefect **defect)
{
  for (guint i = 0; i < n_defects (self); i++)
    {
      g_autoptr (AssayDraftDefect) one = g_list_model_get_item (G_LIST_MODEL (self->defects), i);
      const char *message = assay_draft_defect_get_problem (one, NULL);

      if (message == NULL || !assay_inspection_draft_says (one))
        continue;
      if (defect != NULL)
        *defect = one;
      return message;
    }
  return NULL;
}
