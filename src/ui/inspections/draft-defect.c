/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/draft-defect.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "record/unit-list.h"
#include "ui/inspections/draft-file.h"

struct _AssayDraftDefect
{
  GObject parent_instance;

  AssayRecord *record;
  AssayRecord *original;
  GListStore *files;
  AssayDefectLimits limits;
  gboolean checked; /* the three that follow hold */
  char *problem;
  guint problem_field;
  char *warning;
  gboolean classed; /* a person chose the class, which a type's usual class then leaves alone */
};

G_DEFINE_FINAL_TYPE (AssayDraftDefect, assay_draft_defect, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
  SIGNAL_JUDGED,
  N_SIGNALS,
} AssayDraftDefectSignal;

static guint signals[N_SIGNALS];

static void
emit_changed (AssayDraftDefect *self)
{
  self->checked = FALSE;
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
  g_free (self->warning);

  G_OBJECT_CLASS (assay_draft_defect_parent_class)->finalize (object);
}

static void
assay_draft_defect_class_init (AssayDraftDefectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = assay_draft_defect_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ASSAY_TYPE_DRAFT_DEFECT, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_JUDGED] = g_signal_new ("judged", ASSAY_TYPE_DRAFT_DEFECT, G_SIGNAL_RUN_LAST, 0,
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

void
assay_draft_defect_set_units (AssayDraftDefect *self, const char *units)
{
  g_autoptr (GArray) named = assay_unit_list_parse (units, NULL);

  assay_draft_defect_set_text (self, ASSAY_DEFECT_UNITS, units);
  if (named != NULL && named->len > 0)
    assay_draft_defect_set_count (self, named->len);
}

gboolean
assay_draft_defect_count_follows (AssayDraftDefect *self)
{
  /* One unit may have several defects where these are counted. */
  return self->limits.by_units && assay_record_is_known (self->record, ASSAY_DEFECT_UNITS);
}

gboolean
assay_draft_defect_is_second_sample (AssayDraftDefect *self)
{
  return g_strcmp0 (assay_record_get_text (self->record, ASSAY_DEFECT_SAMPLE), "second") == 0;
}

void
assay_draft_defect_set_second_sample (AssayDraftDefect *self, gboolean second)
{
  assay_record_set_text (self->record, ASSAY_DEFECT_SAMPLE, second ? "second" : "first");
}

void
assay_draft_defect_set_limits (AssayDraftDefect *self, const AssayDefectLimits *limits)
{
  if (self->limits.inspected == limits->inspected && self->limits.planned == limits->planned
      && self->limits.by_units == limits->by_units
      && self->limits.two_samples == limits->two_samples)
    return;
  self->limits = *limits;
  self->checked = FALSE;
  g_signal_emit (self, signals[SIGNAL_JUDGED], 0);
}

const AssayDefectLimits *
assay_draft_defect_get_limits (AssayDraftDefect *self)
{
  return &self->limits;
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
  return !self->classed && assay_record_get_integer (self->record, ASSAY_DEFECT_COUNT, 1) == 1
         && !assay_record_is_known (self->record, ASSAY_DEFECT_DEFECT_TYPE)
         && !assay_record_is_known (self->record, ASSAY_DEFECT_DESCRIPTION)
         && !assay_record_is_known (self->record, ASSAY_DEFECT_COMPONENT)
         && !assay_record_is_known (self->record, ASSAY_DEFECT_NOTE)
         && !assay_record_is_known (self->record, ASSAY_DEFECT_UNITS)
         && g_list_model_get_n_items (G_LIST_MODEL (self->files)) == 0;
}

static gboolean
check_record (AssayDraftDefect *self)
{
  g_autoptr (AssayRecord) copy = assay_record_copy (self->record);
  g_autoptr (AssayProblems) problems = assay_problems_new ();

  /* The inspection that owns it is known when it is saved. */
  if (!assay_record_is_known (copy, ASSAY_DEFECT_INSPECTION))
    assay_record_set_reference (copy, ASSAY_DEFECT_INSPECTION, 1);
  assay_record_check (copy, problems);
  if (assay_problems_count (problems) == 0)
    return TRUE;
  self->problem = g_strdup (assay_problems_get (problems, 0)->message);
  self->problem_field = (guint)MAX (assay_problems_get (problems, 0)->field, 0);
  return FALSE;
}

/* A unit has a number of the sample. What was inspected is known to be right or wrong; before it is
 * typed there is only what the plan asks for, and more may have been looked at. */
static void
check_units (AssayDraftDefect *self, const GArray *units)
{
  guint32 highest = units->len > 0 ? g_array_index (units, guint32, units->len - 1) : 0;
  gint64 limit = self->limits.inspected > 0 ? self->limits.inspected : self->limits.planned;
  g_autofree char *number = assay_format_number (highest), *most = assay_format_number (limit);

  if (limit <= 0 || highest <= limit)
    return;
  if (self->limits.inspected == 0)
    {
      self->warning = g_strdup_printf (
          /* Translators: number of a unit, size of the sample */
          g_dngettext (GETTEXT_PACKAGE, "Unit %s is above the sample of %s unit",
                       "Unit %s is above the sample of %s units", (gulong)limit),
          number, most);
      return;
    }
  self->problem_field = ASSAY_DEFECT_UNITS;
  self->problem = g_strdup_printf (
      /* Translators: number of a unit, number of units inspected */
      g_dngettext (GETTEXT_PACKAGE, "Unit %s is above the %s unit that was inspected",
                   "Unit %s is above the %s units that were inspected", (gulong)limit),
      number, most);
}

static void
check_count (AssayDraftDefect *self)
{
  gint64 count = assay_record_get_integer (self->record, ASSAY_DEFECT_COUNT, 0);
  g_autofree char *number = assay_format_number (count),
                  *most = assay_format_number (self->limits.inspected);

  if (!self->limits.by_units || self->limits.inspected == 0 || count <= self->limits.inspected)
    return;
  self->problem_field = ASSAY_DEFECT_COUNT;
  self->problem = g_strdup_printf (
      /* Translators: defective units, number of units inspected */
      g_dngettext (GETTEXT_PACKAGE, "%s is more than the %s unit that was inspected",
                   "%s is more than the %s units that were inspected",
                   (gulong)self->limits.inspected),
      number, most);
}

static void
check (AssayDraftDefect *self)
{
  g_autoptr (GArray) units = NULL;

  if (self->checked)
    return;
  self->checked = TRUE;
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->warning, g_free);
  if (!check_record (self))
    return;
  units = assay_unit_list_parse (assay_record_get_text (self->record, ASSAY_DEFECT_UNITS), NULL);
  if (units != NULL)
    check_units (self, units);
  if (self->problem == NULL)
    check_count (self);
}

/**
 * assay_draft_defect_get_problem:
 * @field: (out) (optional): where it can be put right
 */
const char *
assay_draft_defect_get_problem (AssayDraftDefect *self, guint *field)
{
  check (self);
  if (field != NULL)
    *field = self->problem_field;
  return self->problem;
}

const char *
assay_draft_defect_get_warning (AssayDraftDefect *self)
{
  check (self);
  return self->warning;
}
