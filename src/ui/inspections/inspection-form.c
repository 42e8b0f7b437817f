/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/inspection-form.h"

#include <glib/gi18n-lib.h>

#include "record/rules.h"
#include "store/records.h"
#include "ui/form/mnemonics.h"
#include "ui/form/option-list.h"
#include "ui/inspections/aql-row.h"
#include "ui/inspections/plan-rows.h"
#include "ui/inspections/decision.h"
#include "ui/inspections/quantity-words.h"

/* How long half a number may stand before it is called wrong. */
#define PATIENCE_MS 700

typedef struct
{
  guint field;
  AssayFieldRow *row;
  char *unread; /* why what was typed is no value */
} Place;

struct _AssayInspectionForm
{
  GObject parent_instance;

  AssayContext *context;
  AssayInspectionDraft *draft;
  AdwPreferencesGroup *groups[ASSAY_INSPECTION_N_GROUPS];
  GArray *places; /* of Place */
  AdwComboRow *result;
  GtkStringList *results;
  GtkWidget *sum; /* a row: how many pieces of the lot the decision speaks of */
  gboolean loading;
  gboolean show_all; /* also what nobody was at yet */
  AssayFieldRow *editing;
  AssayProblems *problems;
  char *reason;
  guint patience;
  AdwExpanderRow *severities;
  GCancellable *asking; /* what the book proposes for what was chosen */
};

G_DEFINE_FINAL_TYPE (AssayInspectionForm, assay_inspection_form, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_REVIEWED,
  N_SIGNALS,
} AssayInspectionFormSignal;

static guint signals[N_SIGNALS];

#define WHAT   ASSAY_INSPECTION_GROUP_WHAT
#define LOT    ASSAY_INSPECTION_GROUP_LOT
#define PLAN   ASSAY_INSPECTION_GROUP_PLAN
#define FOUND  ASSAY_INSPECTION_GROUP_FOUND
#define RESULT ASSAY_INSPECTION_GROUP_RESULT
#define NOTES  ASSAY_INSPECTION_GROUP_NOTES

static const struct
{
  AssayInspectionGroup group;
  guint field;
} fields[] = {
  { WHAT, ASSAY_INSPECTION_ORDER_LINE },
  { WHAT, ASSAY_INSPECTION_SUPPLIER },
  { WHAT, ASSAY_INSPECTION_PRODUCT },
  { WHAT, ASSAY_INSPECTION_NUMBER },
  { WHAT, ASSAY_INSPECTION_KIND },
  { WHAT, ASSAY_INSPECTION_PLANNED_ON },
  { WHAT, ASSAY_INSPECTION_INSPECTED_ON },
  { WHAT, ASSAY_INSPECTION_INSPECTOR },
  { WHAT, ASSAY_INSPECTION_COMPANY },
  { WHAT, ASSAY_INSPECTION_LOCATION },
  { LOT, ASSAY_INSPECTION_LOT_SIZE },
  { LOT, ASSAY_INSPECTION_ORDERED },
  { LOT, ASSAY_INSPECTION_PRESENTED },
  { LOT, ASSAY_INSPECTION_PACKED },
  { LOT, ASSAY_INSPECTION_CARTONS },
  { LOT, ASSAY_INSPECTION_CARTONS_OPENED },
  { PLAN, ASSAY_INSPECTION_PLAN_PROFILE },
  { PLAN, ASSAY_INSPECTION_SAMPLING },
  { PLAN, ASSAY_INSPECTION_LEVEL },
  { PLAN, ASSAY_INSPECTION_AQL_CRITICAL },
  { PLAN, ASSAY_INSPECTION_AQL_MAJOR },
  { PLAN, ASSAY_INSPECTION_AQL_MINOR },
  { PLAN, ASSAY_INSPECTION_LARGEST_SAMPLE },
  { PLAN, ASSAY_INSPECTION_BASIS },
  { PLAN, ASSAY_INSPECTION_SEVERITY },
  { PLAN, ASSAY_INSPECTION_SEVERITY_CRITICAL },
  { PLAN, ASSAY_INSPECTION_SEVERITY_MAJOR },
  { PLAN, ASSAY_INSPECTION_SEVERITY_MINOR },
  { PLAN, ASSAY_INSPECTION_SEVERITY_REASON },
  { FOUND, ASSAY_INSPECTION_FIRST_INSPECTED },
  { FOUND, ASSAY_INSPECTION_FIRST_CRITICAL },
  { FOUND, ASSAY_INSPECTION_FIRST_MAJOR },
  { FOUND, ASSAY_INSPECTION_FIRST_MINOR },
  { FOUND, ASSAY_INSPECTION_INSPECTED },
  { RESULT, ASSAY_INSPECTION_DECISION },
  { RESULT, ASSAY_INSPECTION_DEVIATION_UNTIL },
  { RESULT, ASSAY_INSPECTION_ACCEPTED_QUANTITY },
  { RESULT, ASSAY_INSPECTION_REWORKED_QUANTITY },
  { RESULT, ASSAY_INSPECTION_REJECTED_QUANTITY },
  { RESULT, ASSAY_INSPECTION_REWORK_COST },
  { RESULT, ASSAY_INSPECTION_CURRENCY },
  { RESULT, ASSAY_INSPECTION_DECIDED_ON },
  { RESULT, ASSAY_INSPECTION_DECIDED_BY },
  { RESULT, ASSAY_INSPECTION_DECISION_NOTE },
  { NOTES, ASSAY_INSPECTION_NOTE },
};

static AssayRecord *
record_of (AssayInspectionForm *self)
{
  return assay_inspection_draft_get_record (self->draft);
}

static Place *
find_place (AssayInspectionForm *self, guint field)
{
  for (guint i = 0; i < self->places->len; i++)
    if (g_array_index (self->places, Place, i).field == field)
      return &g_array_index (self->places, Place, i);
  return NULL;
}

static void
show_row (AssayInspectionForm *self, guint field, gboolean visible)
{
  Place *place = find_place (self, field);

  gtk_widget_set_visible (GTK_WIDGET (place->row), visible);
}

/* The first sample has numbers of its own while a second one may come. They are typed where no
 * defects are noted one by one, and once there is a second sample that the first is told from. */
static void
show_first_sample (AssayInspectionForm *self)
{
  static const guint found[] = { ASSAY_INSPECTION_FIRST_CRITICAL, ASSAY_INSPECTION_FIRST_MAJOR,
                                 ASSAY_INSPECTION_FIRST_MINOR };
  AssayRecord *record = record_of (self);
  const AssayInspectionPlan *plan = assay_inspection_draft_get_plan (self->draft);
  const AssayInspectionCounts *counts = assay_inspection_draft_get_counts (self->draft);
  gboolean typed = assay_inspection_draft_counts_are_typed (self->draft);

  show_row (self, ASSAY_INSPECTION_FIRST_INSPECTED,
            plan->is_double || assay_record_is_known (record, ASSAY_INSPECTION_FIRST_INSPECTED));
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    show_row (self, found[i],
              typed
                  && ((assay_class_plan_is_double (&plan->classes[i]) && counts->second)
                      || assay_record_is_known (record, found[i])));
}

/* The plan's own rows: a reason is asked for where the rules are overruled. */
static void
show_plan_rows (AssayInspectionForm *self)
{
  AssayRecord *record = record_of (self);
  g_autofree char *profile = assay_plan_rows_say_profile (self->draft);
  g_autofree char *severities = assay_plan_rows_say_severities (record);

  adw_preferences_group_set_description (self->groups[PLAN], profile);
  adw_expander_row_set_subtitle (self->severities, severities);
  show_row (self, ASSAY_INSPECTION_SEVERITY_REASON,
            assay_record_get_flag (record, ASSAY_INSPECTION_SEVERITY_OVERRULED)
                || assay_record_is_known (record, ASSAY_INSPECTION_SEVERITY_REASON));
  show_first_sample (self);
}

/* What a row shows depends on others: an order line knows supplier and product, a date belongs to a
 * decision that was made. */
static void
show_rows (AssayInspectionForm *self)
{
  AssayRecord *record = record_of (self);
  gboolean line = assay_record_is_known (record, ASSAY_INSPECTION_ORDER_LINE);

  /* Unless what the line knows is not all. */
  show_row (self, ASSAY_INSPECTION_SUPPLIER,
            !line || !assay_record_is_known (record, ASSAY_INSPECTION_SUPPLIER));
  show_row (self, ASSAY_INSPECTION_PRODUCT,
            !line || !assay_record_is_known (record, ASSAY_INSPECTION_PRODUCT));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].group == RESULT && fields[i].field != ASSAY_INSPECTION_DECISION)
      show_row (self, fields[i].field, assay_decision_has_row (record, fields[i].field));
  assay_decision_sum_row_show (self->sum, record);
}

static gboolean
is_planned_too_early (AssayInspectionForm *self)
{
  AssayRecord *line = assay_inspection_draft_get_line (self->draft);

  return line != NULL && assay_record_is_known (line, ASSAY_ORDER_LINE_SENT_ON)
         && assay_record_is_known (record_of (self), ASSAY_INSPECTION_PLANNED_ON)
         && !assay_record_is_known (record_of (self), ASSAY_INSPECTION_INSPECTED_ON)
         && assay_record_get_date (record_of (self), ASSAY_INSPECTION_PLANNED_ON)
                < assay_record_get_date (line, ASSAY_ORDER_LINE_SENT_ON);
}

static void
show_hints (AssayInspectionForm *self)
{
  AssayRecord *record = record_of (self);
  g_autofree char *words = assay_quantity_words (record);

  adw_preferences_group_set_description (self->groups[LOT], words);
  adw_preferences_group_set_description (
      self->groups[WHAT],
      assay_record_is_known (record, ASSAY_INSPECTION_INSPECTED)
              && !assay_record_is_known (record, ASSAY_INSPECTION_INSPECTED_ON)
          ? _ ("Say when it was inspected, so that it counts in the figures of that month.")
      : is_planned_too_early (self) ? _ ("It is planned for a day before the order was sent.")
                                    : NULL);
}

static void
show_result (AssayInspectionForm *self)
{
  static const char *const values[] = { NULL, "pending", "pass", "fail" };
  const AssayField *field
      = &assay_record_describe (record_of (self))->fields[ASSAY_INSPECTION_RESULT];
  const char *result = assay_record_get_text (record_of (self), ASSAY_INSPECTION_RESULT);
  const char *judged
      = assay_inspection_result_to_string (assay_inspection_draft_judge (self->draft, NULL));
  /* Translators: the result follows from what was counted; %s is "Pass", "Fail" or "Pending" */
  g_autofree char *words
      = g_strdup_printf (_ ("As counted (%s)"), assay_field_choice_label (field, judged));
  guint selected = 0;

  self->loading = TRUE;
  if (g_strcmp0 (gtk_string_list_get_string (self->results, 0), words) != 0)
    gtk_string_list_splice (self->results, 0, 1, (const char *const[]){ words, NULL });
  for (guint i = 1; i < G_N_ELEMENTS (values) && !assay_inspection_draft_is_following (self->draft);
       i++)
    if (g_strcmp0 (values[i], result) == 0)
      selected = i;
  adw_combo_row_set_selected (self->result, selected);
  self->loading = FALSE;
}

/* Where the value needs the room that the help takes: the line or profile that was chosen; what the
 * plan says of counting; the decision, which the group's title explains. */
static gboolean
is_crowded (AssayInspectionForm *self, guint field)
{
  return field == ASSAY_INSPECTION_BASIS || field == ASSAY_INSPECTION_DECISION
         || ((field == ASSAY_INSPECTION_ORDER_LINE || field == ASSAY_INSPECTION_PLAN_PROFILE)
             && assay_record_is_known (record_of (self), field));
}

static void
show_problems (AssayInspectionForm *self, gboolean patient)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = &g_array_index (self->places, Place, i);
      const char *message = assay_inspection_form_get_problem (self, place->field);

      /* A new page does not begin with a reproach. */
      if (message != NULL && !self->show_all && place->unread == NULL
          && assay_inspection_draft_is_new (self->draft)
          && !assay_record_is_known (record_of (self), place->field))
        message = NULL;
      /* What is wrong waits while somebody may be in the middle of a number; what is right again is
       * said at once. */
      if (message == NULL || !patient)
        assay_field_row_set_problem (place->row, message);
      if (message == NULL && is_crowded (self, place->field))
        adw_action_row_set_subtitle (ADW_ACTION_ROW (place->row), "");
    }
}

static gboolean
patience_cb (gpointer data)
{
  AssayInspectionForm *self = data;

  self->patience = 0;
  show_problems (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
find_reason (AssayInspectionForm *self)
{
  const AssayRecordType *type = assay_record_describe (record_of (self));

  g_clear_pointer (&self->reason, g_free);
  for (guint i = 0; i < type->n_fields && self->reason == NULL; i++)
    {
      const char *message = assay_inspection_form_get_problem (self, i);

      if (message != NULL)
        /* Translators: a field's name and what is wrong with it */
        self->reason
            = g_strdup_printf (_ ("%s: %s"), assay_field_label (&type->fields[i]), message);
    }
  if (self->reason == NULL && assay_problems_count (self->problems) > 0)
    self->reason = g_strdup (assay_problems_get (self->problems, 0)->message);
}

static void
review (AssayInspectionForm *self)
{
  g_clear_pointer (&self->problems, assay_problems_free);
  self->problems = assay_problems_new ();
  assay_record_check (record_of (self), self->problems);
  if (assay_inspection_draft_get_line (self->draft) != NULL)
    assay_check_inspection_dates (record_of (self), assay_inspection_draft_get_line (self->draft),
                                  self->problems);
  find_reason (self);
  show_rows (self);
  show_plan_rows (self);
  show_hints (self);
  show_result (self);
  show_problems (self, TRUE);
  g_clear_handle_id (&self->patience, g_source_remove);
  self->patience = g_timeout_add (PATIENCE_MS, patience_cb, self);
  g_signal_emit (self, signals[SIGNAL_REVIEWED], 0);
}

/* Rows other than the one that is edited show what the record says now. */
static void
draft_changed_cb (AssayInspectionForm *self)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = &g_array_index (self->places, Place, i);

      if (place->row != self->editing && place->unread == NULL)
        assay_field_row_load (place->row, record_of (self));
    }
  review (self);
}

static void
line_chosen (AssayInspectionForm *self, gint64 id)
{
  AssayBook *book = assay_context_get_book (self->context);
  g_autoptr (AssayRecord) line = NULL;

  if (id != 0 && book != NULL)
    line = assay_records_get (assay_book_get_reader (book), ASSAY_TYPE_ORDER_LINE, id, NULL);
  assay_inspection_draft_set_line (self->draft, line);
}

/* Another product has another profile, and other lots before it. */
static void
ask_for_plan (AssayInspectionForm *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  assay_plan_rows_ask (self->context, self->draft, self->asking);
}

static void
edited_cb (AssayInspectionForm *self, AssayFieldRow *row)
{
  g_autoptr (GError) error = NULL;
  Place *place = NULL;

  for (guint i = 0; i < self->places->len && place == NULL; i++)
    if (g_array_index (self->places, Place, i).row == row)
      place = &g_array_index (self->places, Place, i);
  g_return_if_fail (place != NULL);

  self->editing = row;
  if (place->field == ASSAY_INSPECTION_ORDER_LINE)
    {
      g_autoptr (AssayRecord) chosen = assay_record_new_empty (ASSAY_TYPE_INSPECTION);

      assay_field_row_store (row, chosen, NULL);
      line_chosen (self, assay_record_get_reference (chosen, ASSAY_INSPECTION_ORDER_LINE));
    }
  else
    {
      g_clear_pointer (&place->unread, g_free);
      if (!assay_field_row_store (row, record_of (self), &error))
        place->unread = g_strdup (error->message);
    }
  if (place->field == ASSAY_INSPECTION_REWORK_COST)
    assay_decision_propose_currency (record_of (self),
                                     assay_inspection_draft_get_line (self->draft));
  if (place->field == ASSAY_INSPECTION_PLAN_PROFILE)
    assay_plan_rows_take_profile (
        self->context, self->draft,
        assay_record_get_reference (record_of (self), ASSAY_INSPECTION_PLAN_PROFILE));
  if (place->field == ASSAY_INSPECTION_ORDER_LINE || place->field == ASSAY_INSPECTION_SUPPLIER
      || place->field == ASSAY_INSPECTION_PRODUCT || place->field == ASSAY_INSPECTION_KIND)
    ask_for_plan (self);
  if (place->field == ASSAY_INSPECTION_DECISION)
    assay_decision_follow (record_of (self), assay_inspection_draft_get_line (self->draft),
                           assay_context_get_today (self->context));
  /* A value that cannot be read changes nothing in the record, and still is news. */
  review (self);
  self->editing = NULL;
}

static void
result_cb (AssayInspectionForm *self)
{
  static const char *const values[] = { NULL, "pending", "pass", "fail" };
  guint selected = adw_combo_row_get_selected (self->result);

  if (!self->loading && selected < G_N_ELEMENTS (values))
    assay_inspection_draft_set_result (self->draft, values[selected]);
}

static gboolean
is_aql (guint field)
{
  return field == ASSAY_INSPECTION_AQL_CRITICAL || field == ASSAY_INSPECTION_AQL_MAJOR
         || field == ASSAY_INSPECTION_AQL_MINOR;
}

static void
add_result_row (AssayInspectionForm *self)
{
  const AssayField *field
      = &assay_record_describe (record_of (self))->fields[ASSAY_INSPECTION_RESULT];
  g_autoptr (GtkExpression) expression
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->results = gtk_string_list_new (NULL);
  gtk_string_list_append (self->results, "");
  for (const AssayChoice *choice = field->choices; choice->value != NULL; choice++)
    gtk_string_list_append (self->results, assay_field_choice_label (field, choice->value));
  self->loading = TRUE;
  self->result = g_object_new (ADW_TYPE_COMBO_ROW, "title", assay_field_label (field), "subtitle",
                               _ ("The inspector’s word"), NULL);
  adw_combo_row_set_expression (self->result, expression);
  adw_combo_row_set_model (self->result, G_LIST_MODEL (self->results));
  self->loading = FALSE;
  g_signal_connect_object (self->result, "notify::selected", G_CALLBACK (result_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->groups[RESULT], GTK_WIDGET (self->result));
}

/* The generic row would call a decision that was not made unknown. */
static void
name_no_decision (AssayFieldRow *row)
{
  GListModel *options = adw_combo_row_get_model (ADW_COMBO_ROW (row));
  g_autoptr (AssayOption) none = assay_option_new (NULL, _ ("Not decided yet"));

  g_list_store_splice (G_LIST_STORE (options), 0, 1, (gpointer *)&none, 1);
}

static gboolean
is_class_severity (guint field)
{
  return field == ASSAY_INSPECTION_SEVERITY_CRITICAL || field == ASSAY_INSPECTION_SEVERITY_MAJOR
         || field == ASSAY_INSPECTION_SEVERITY_MINOR;
}

/* A class has a severity of its own now and then; the three wait in an expander. */
static void
add_row (AssayInspectionForm *self, AssayInspectionGroup group, guint field, AssayFieldRow *row)
{
  if (!is_class_severity (field))
    {
      adw_preferences_group_add (self->groups[group], GTK_WIDGET (row));
      return;
    }
  if (self->severities == NULL)
    {
      self->severities = ADW_EXPANDER_ROW (adw_expander_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->severities),
                                     _ ("Severity of each class"));
      adw_preferences_group_add (self->groups[group], GTK_WIDGET (self->severities));
    }
  adw_expander_row_add_row (self->severities, GTK_WIDGET (row));
}

static void
add_rows (AssayInspectionForm *self)
{
  const AssayRecordType *type = assay_record_type_get (ASSAY_TYPE_INSPECTION);
  g_autoptr (AssayMnemonics) mnemonics = assay_mnemonics_new ();

  assay_mnemonics_reserve (mnemonics, _ ("_Save"));
  assay_mnemonics_reserve (mnemonics, _ ("_Add a Defect"));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      guint field = fields[i].field;
      g_autofree char *title
          = assay_mnemonics_assign (mnemonics, assay_field_label (&type->fields[field]));
      Place place = { .field = field };

      place.row = is_aql (field) ? assay_aql_row_new (field, title)
                                 : assay_field_row_new (self->context, type, field, title);
      if (field == ASSAY_INSPECTION_DECISION)
        name_no_decision (place.row);
      assay_field_row_load (place.row, record_of (self));
      g_signal_connect_object (place.row, "edited", G_CALLBACK (edited_cb), self,
                               G_CONNECT_SWAPPED);
      add_row (self, fields[i].group, field, place.row);
      if (field == ASSAY_INSPECTION_REJECTED_QUANTITY)
        adw_preferences_group_add (self->groups[RESULT], self->sum);
      g_array_append_val (self->places, place);
    }
}

static void
assay_inspection_form_dispose (GObject *object)
{
  AssayInspectionForm *self = ASSAY_INSPECTION_FORM (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  for (guint i = 0; i < self->places->len; i++)
    g_free (g_array_index (self->places, Place, i).unread);
  g_array_set_size (self->places, 0);
  for (guint i = 0; i < ASSAY_INSPECTION_N_GROUPS; i++)
    g_clear_object (&self->groups[i]);
  g_clear_object (&self->results);
  g_clear_object (&self->draft);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_inspection_form_parent_class)->dispose (object);
}

static void
assay_inspection_form_finalize (GObject *object)
{
  AssayInspectionForm *self = ASSAY_INSPECTION_FORM (object);

  g_array_unref (self->places);
  g_clear_pointer (&self->problems, assay_problems_free);
  g_free (self->reason);

  G_OBJECT_CLASS (assay_inspection_form_parent_class)->finalize (object);
}

static void
assay_inspection_form_class_init (AssayInspectionFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_inspection_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = assay_inspection_form_finalize;

  signals[SIGNAL_REVIEWED] = g_signal_new ("reviewed", ASSAY_TYPE_INSPECTION_FORM,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
assay_inspection_form_init (AssayInspectionForm *self)
{
  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
}

AssayInspectionForm *
assay_inspection_form_new (AssayContext *context, AssayInspectionDraft *draft)
{
  AssayInspectionForm *self = g_object_new (ASSAY_TYPE_INSPECTION_FORM, NULL);
  const char *titles[] = {
    [WHAT] = _ ("Inspection"),
    [LOT] = _ ("Lot"),
    [PLAN] = _ ("Plan"),
    [FOUND] = _ ("Sample"),
    [RESULT] = _ ("Result and Decision"),
    [NOTES] = _ ("Notes"),
  };

  self->context = g_object_ref (context);
  self->draft = g_object_ref (draft);
  for (guint i = 0; i < ASSAY_INSPECTION_N_GROUPS; i++)
    {
      self->groups[i] = g_object_ref_sink (ADW_PREFERENCES_GROUP (adw_preferences_group_new ()));
      adw_preferences_group_set_title (self->groups[i], titles[i]);
    }
  self->sum = assay_decision_sum_row_new ();
  add_result_row (self);
  add_rows (self);
  g_signal_connect_object (draft, "changed", G_CALLBACK (draft_changed_cb), self,
                           G_CONNECT_SWAPPED);
  review (self);
  show_problems (self, FALSE);
  return self;
}

AdwPreferencesGroup *
assay_inspection_form_get_group (AssayInspectionForm *self, AssayInspectionGroup group)
{
  return self->groups[group];
}

AssayFieldRow *
assay_inspection_form_get_row (AssayInspectionForm *self, guint field)
{
  Place *place = find_place (self, field);

  return place != NULL ? place->row : NULL;
}

const char *
assay_inspection_form_get_problem (AssayInspectionForm *self, guint field)
{
  Place *place = find_place (self, field);

  if (place != NULL && place->unread != NULL)
    return place->unread;
  return assay_problems_for_field (self->problems, (int)field);
}

const char *
assay_inspection_form_get_reason (AssayInspectionForm *self)
{
  return self->reason;
}

gboolean
assay_inspection_form_is_unread (AssayInspectionForm *self)
{
  for (guint i = 0; i < self->places->len; i++)
    if (g_array_index (self->places, Place, i).unread != NULL)
      return TRUE;
  return FALSE;
}

gboolean
assay_inspection_form_show_problems (AssayInspectionForm *self)
{
  self->show_all = TRUE;
  show_problems (self, FALSE);
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = &g_array_index (self->places, Place, i);

      if (assay_inspection_form_get_problem (self, place->field) != NULL)
        return gtk_widget_grab_focus (GTK_WIDGET (place->row));
    }
  return FALSE;
}

/**
 * assay_inspection_form_find_field:
 *
 * Returns: the field whose row holds @widget, -1 when none does
 */
int
assay_inspection_form_find_field (AssayInspectionForm *self, GtkWidget *widget)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = &g_array_index (self->places, Place, i);

      if (widget == GTK_WIDGET (place->row)
          || gtk_widget_is_ancestor (widget, GTK_WIDGET (place->row)))
        return (int)place->field;
    }
  return -1;
}
