/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/checkpoint-row.h"

#include <glib/gi18n-lib.h>

#include "ui/init.h"

struct _AssayCheckpointRow
{
  GtkListBoxRow parent_instance;

  AssayDraftCheckpoint *check;
  AssayCheckAnswer *answer;
  AssayReadingsStrip *readings;
  AssayFileStrip *strip;
  gboolean loading;

  GtkImage *icon;
  GtkLabel *name;
  GtkLabel *word;
  GtkLabel *requirement;
  AdwBin *answer_bin;
  GtkLabel *method;
  GtkWidget *extra;
  GtkLabel *extra_label;
  GtkSpinButton *failed;
  GtkEditable *weight;
  GtkWidget *weight_unit;
  AdwBin *readings_bin;
  GtkWidget *outcome;
  GtkLabel *reason;
  GtkWidget *defect;
  GtkEditable *note;
  AdwBin *strip_bin;
};

G_DEFINE_FINAL_TYPE (AssayCheckpointRow, assay_checkpoint_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  SIGNAL_REMOVE,
  SIGNAL_EDIT,
  SIGNAL_NEXT,
  SIGNAL_RECORD_DEFECT,
  N_SIGNALS,
} AssayCheckpointRowSignal;

static guint signals[N_SIGNALS];

static const struct
{
  const char *icon, *style, *words;
} looks[] = {
  [ASSAY_CHECK_PENDING] = { "content-loading-symbolic", "dimmed", N_ ("Pending") },
  [ASSAY_CHECK_PASS] = { "object-select-symbolic", "success", N_ ("Pass") },
  [ASSAY_CHECK_FAIL] = { "dialog-error-symbolic", "error", N_ ("Fail") },
  [ASSAY_CHECK_NOT_APPLICABLE] = { "list-remove-symbolic", "dimmed", N_ ("Does not apply") },
};

static AssayRecord *
record_of (AssayCheckpointRow *self)
{
  return assay_draft_checkpoint_get_record (self->check);
}

static void
set_style (GtkWidget *widget, const char *style)
{
  gtk_widget_remove_css_class (widget, "dimmed");
  gtk_widget_remove_css_class (widget, "success");
  gtk_widget_remove_css_class (widget, "warning");
  gtk_widget_remove_css_class (widget, "error");
  if (style != NULL)
    gtk_widget_add_css_class (widget, style);
}

static void
show_result (AssayCheckpointRow *self)
{
  const AssayCheckJudgement *judgement = assay_draft_checkpoint_get_judgement (self->check);
  const char *name = assay_record_get_text (record_of (self), ASSAY_CHECKPOINT_NAME);
  const char *words = _ (looks[judgement->result].words);
  const char *style = looks[judgement->result].style;
  g_autofree char *requirement = assay_check_dup_requirement (record_of (self));
  g_autofree char *answer = assay_checkpoint_dup_answer (record_of (self));
  /* Translators: a check in words: what, what is asked for, what was answered, the result */
  g_autofree char *label = g_strdup_printf (_ ("%s, %s, %s, %s"), name != NULL ? name : "",
                                            requirement, answer, words);

  if (judgement->effect == ASSAY_CHECK_EFFECT_UNDECIDED
      || judgement->effect == ASSAY_CHECK_EFFECT_NOTED)
    style = "warning";
  gtk_image_set_from_icon_name (self->icon, looks[judgement->result].icon);
  set_style (GTK_WIDGET (self->icon), style);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon), words);
  gtk_label_set_label (self->word, words);
  set_style (GTK_WIDGET (self->word), style);
  gtk_widget_set_visible (GTK_WIDGET (self->word), judgement->why != ASSAY_CHECK_WHY_UNANSWERED);
  gtk_label_set_label (self->name, name != NULL ? name : _ ("Check"));
  gtk_label_set_label (self->requirement, requirement);
  gtk_widget_set_visible (GTK_WIDGET (self->requirement), *requirement != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* "1 of 5 measured; 340–360 mm is asked for", or what is wrong with what was typed. */
static void
show_outcome (AssayCheckpointRow *self)
{
  const AssayCheckJudgement *judgement = assay_draft_checkpoint_get_judgement (self->check);
  const char *problem = assay_draft_checkpoint_get_problem (self->check);
  g_autofree char *words
      = problem != NULL ? g_strdup (problem) : assay_checkpoint_dup_reason (record_of (self));
  gboolean failed = judgement->result == ASSAY_CHECK_FAIL;
  GtkAccessible *control = GTK_ACCESSIBLE (assay_check_answer_get_control (self->answer));

  if (judgement->effect == ASSAY_CHECK_EFFECT_UNDECIDED && failed && problem == NULL)
    {
      g_autofree char *more = g_strdup_printf (_ ("%s. The buyer decides."), words);

      g_set_str (&words, more);
    }
  gtk_label_set_label (self->reason, words);
  set_style (GTK_WIDGET (self->reason),
             problem != NULL || judgement->effect == ASSAY_CHECK_EFFECT_FAILS ? "error"
             : judgement->effect == ASSAY_CHECK_EFFECT_UNDECIDED
                     || judgement->effect == ASSAY_CHECK_EFFECT_NOTED
                 ? "warning"
             : judgement->result == ASSAY_CHECK_PASS ? "success"
                                                     : "dimmed");
  gtk_widget_set_visible (self->outcome, *words != '\0' || failed);
  gtk_widget_set_visible (self->defect, failed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.defect", failed);
  if (problem != NULL)
    gtk_accessible_update_state (control, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE,
                                 -1);
  else
    gtk_accessible_reset_state (control, GTK_ACCESSIBLE_STATE_INVALID);
}

/* Several units of which some failed; what a carton weighs, on which the height depends. */
static void
show_extra (AssayCheckpointRow *self)
{
  const AssayCheckJudgement *judgement = assay_draft_checkpoint_get_judgement (self->check);
  AssayCheckKind kind = assay_check_kind (record_of (self));
  gboolean weighs = kind == ASSAY_CHECK_DROP;
  gboolean counts = judgement->sample > 1 && kind != ASSAY_CHECK_MEASURED
                    && kind != ASSAY_CHECK_TEXT && kind != ASSAY_CHECK_COUNT
                    && judgement->result != ASSAY_CHECK_NOT_APPLICABLE
                    && judgement->why != ASSAY_CHECK_WHY_UNANSWERED;
  g_autofree char *words = g_strdup_printf (
      /* Translators: stands before the number that failed */
      _ ("Failed, of %d"), (int)judgement->sample);

  gtk_label_set_label (self->extra_label, counts ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->extra_label), counts);
  gtk_widget_set_visible (GTK_WIDGET (self->failed), counts);
  gtk_widget_set_visible (GTK_WIDGET (self->weight), weighs);
  gtk_widget_set_visible (self->weight_unit, weighs);
  gtk_widget_set_visible (self->extra, counts || weighs);
  gtk_adjustment_set_upper (gtk_spin_button_get_adjustment (self->failed),
                            (double)judgement->sample);
  gtk_spin_button_set_value (self->failed, (double)judgement->failed);
}

static void
set_text (GtkEditable *editable, const char *text)
{
  GtkEditable *delegate = gtk_editable_get_delegate (editable);

  /* While a person types into it it holds what the record does not. */
  if ((delegate == NULL || !gtk_widget_has_focus (GTK_WIDGET (delegate)))
      && g_strcmp0 (text != NULL ? text : "", gtk_editable_get_text (editable)) != 0)
    gtk_editable_set_text (editable, text != NULL ? text : "");
}

static void
load (AssayCheckpointRow *self)
{
  AssayRecord *record = record_of (self);
  const char *note = assay_record_get_text (record, ASSAY_CHECKPOINT_NOTE);
  const AssayCheckJudgement *judgement = assay_draft_checkpoint_get_judgement (self->check);

  self->loading = TRUE;
  show_result (self);
  show_extra (self);
  show_outcome (self);
  if (assay_check_kind (record) == ASSAY_CHECK_MEASURED)
    assay_readings_strip_show (self->readings, record);
  else
    set_text (self->weight, assay_record_get_text (record, ASSAY_CHECKPOINT_READINGS));
  gtk_widget_set_visible (GTK_WIDGET (self->readings_bin),
                          gtk_widget_get_visible (GTK_WIDGET (self->readings)));
  set_text (self->note, note);
  if (note != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
  gtk_label_set_label (self->method, assay_record_get_text (record, ASSAY_CHECKPOINT_METHOD));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.clear",
                                 judgement->why != ASSAY_CHECK_WHY_UNANSWERED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.method",
                                 assay_record_is_known (record, ASSAY_CHECKPOINT_METHOD)
                                     || assay_check_kind (record) == ASSAY_CHECK_DROP);
  self->loading = FALSE;
}

static void
failed_cb (AssayCheckpointRow *self)
{
  if (!self->loading)
    assay_draft_checkpoint_set_failed (self->check,
                                       gtk_spin_button_get_value_as_int (self->failed));
}

static void
weight_cb (AssayCheckpointRow *self)
{
  if (!self->loading)
    assay_draft_checkpoint_set_readings (self->check, gtk_editable_get_text (self->weight));
}

static void
note_cb (AssayCheckpointRow *self)
{
  if (!self->loading)
    assay_draft_checkpoint_set_note (self->check, gtk_editable_get_text (self->note));
}

static void
photo_cb (AssayCheckpointRow *self)
{
  assay_file_strip_choose (self->strip);
}

static void
defect_cb (AssayCheckpointRow *self)
{
  g_signal_emit (self, signals[SIGNAL_RECORD_DEFECT], 0);
}

static void
next_cb (AssayCheckpointRow *self)
{
  g_signal_emit (self, signals[SIGNAL_NEXT], 0);
}

static gboolean
drop_cb (AssayCheckpointRow *self, const GValue *value)
{
  return assay_file_strip_add_value (self->strip, value);
}

/* Actions */

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayCheckpointRow *self = ASSAY_CHECKPOINT_ROW (widget);

  gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

/* The method as it was written; of a drop test the ten drops below it. */
static void
method_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayCheckpointRow *self = ASSAY_CHECKPOINT_ROW (widget);
  const char *method = assay_record_get_text (record_of (self), ASSAY_CHECKPOINT_METHOD);
  g_autoptr (GString) words = g_string_new (method);

  for (guint i = 0;
       i < ASSAY_DROP_N_DROPS && assay_check_kind (record_of (self)) == ASSAY_CHECK_DROP; i++)
    g_string_append_printf (words, "%s%u. %s", words->len > 0 ? "\n" : "", i + 1,
                            assay_drop_describe (i));
  gtk_label_set_label (self->method, words->str);
  gtk_widget_set_visible (GTK_WIDGET (self->method),
                          !gtk_widget_get_visible (GTK_WIDGET (self->method)));
}

static void
not_applicable_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayCheckpointRow *self = ASSAY_CHECKPOINT_ROW (widget);

  assay_draft_checkpoint_set_not_applicable (
      self->check,
      assay_draft_checkpoint_get_judgement (self->check)->result != ASSAY_CHECK_NOT_APPLICABLE);
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayCheckpointRow *self = ASSAY_CHECKPOINT_ROW (widget);

  assay_draft_checkpoint_set_not_applicable (self->check, TRUE);
  assay_draft_checkpoint_set_not_applicable (self->check, FALSE);
}

static void
signal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint signal = g_str_equal (name, "check.defect") ? SIGNAL_RECORD_DEFECT
                 : g_str_equal (name, "check.edit") ? SIGNAL_EDIT
                                                    : SIGNAL_REMOVE;

  g_signal_emit (widget, signals[signal], 0);
}

static gboolean
is_typing (AssayCheckpointRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}

static gboolean
key_cb (AssayCheckpointRow *self, guint key, guint code, GdkModifierType state)
{
  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_CONTROL_MASK)) != 0 || is_typing (self))
    return GDK_EVENT_PROPAGATE;
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_y:
      return assay_check_answer_say (self->answer, TRUE);
    case GDK_KEY_n:
      return assay_check_answer_say (self->answer, FALSE);
    case GDK_KEY_x:
      not_applicable_action (GTK_WIDGET (self), NULL, NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (!gtk_widget_is_focus (GTK_WIDGET (self))
          && gtk_widget_get_focus_child (GTK_WIDGET (self->answer)) == NULL)
        return GDK_EVENT_PROPAGATE;
      next_cb (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      if (!gtk_widget_is_focus (GTK_WIDGET (self)))
        return GDK_EVENT_PROPAGATE;
      g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
assay_checkpoint_row_dispose (GObject *object)
{
  AssayCheckpointRow *self = ASSAY_CHECKPOINT_ROW (object);

  self->loading = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_CHECKPOINT_ROW);
  g_clear_object (&self->check);

  G_OBJECT_CLASS (assay_checkpoint_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/checkpoint-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointRow, icon);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointRow, name);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointRow, word);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointRow, requirement);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointRow, answer_bin);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointRow, method);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointRow, extra);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointRow, extra_label);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointRow, failed);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointRow, weight);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointRow, weight_unit);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointRow, readings_bin);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointRow, outcome);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointRow, reason);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointRow, defect);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointRow, note);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointRow, strip_bin);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, weight_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_cb);
  gtk_widget_class_bind_template_callback (widget_class, photo_cb);
  gtk_widget_class_bind_template_callback (widget_class, defect_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
assay_checkpoint_row_class_init (AssayCheckpointRowClass *klass)
{
  static const char *const names[] = { "remove", "edit", "next", "record-defect" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_checkpoint_row_dispose;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], ASSAY_TYPE_CHECKPOINT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "check.note", NULL, note_action);
  gtk_widget_class_install_action (widget_class, "check.method", NULL, method_action);
  gtk_widget_class_install_action (widget_class, "check.not-applicable", NULL,
                                   not_applicable_action);
  gtk_widget_class_install_action (widget_class, "check.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "check.defect", NULL, signal_action);
  gtk_widget_class_install_action (widget_class, "check.edit", NULL, signal_action);
  gtk_widget_class_install_action (widget_class, "check.remove", NULL, signal_action);
}

static void
assay_checkpoint_row_init (AssayCheckpointRow *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
assay_checkpoint_row_new (AssayContext *context,
                          AssayInspectionDraft *draft,
                          AssayDraftCheckpoint *check)
{
  AssayCheckpointRow *self = g_object_new (ASSAY_TYPE_CHECKPOINT_ROW, NULL);
  GtkDropTarget *target = assay_file_strip_new_drop_target ();

  self->check = g_object_ref (check);
  self->answer = assay_check_answer_new (check);
  adw_bin_set_child (self->answer_bin, GTK_WIDGET (self->answer));
  self->readings = assay_readings_strip_new ();
  gtk_widget_set_visible (GTK_WIDGET (self->readings), FALSE);
  adw_bin_set_child (self->readings_bin, GTK_WIDGET (self->readings));
  self->strip
      = assay_file_strip_new (context, draft, assay_draft_checkpoint_get_files (check), FALSE);
  adw_bin_set_child (self->strip_bin, GTK_WIDGET (self->strip));
  /* An empty bin would still be spaced from what is above it. */
  g_object_bind_property (self->strip, "visible", self->strip_bin, "visible",
                          G_BINDING_SYNC_CREATE);
  load (self);
  g_signal_connect_object (check, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->answer, "next", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  return GTK_WIDGET (self);
}

AssayDraftCheckpoint *
assay_checkpoint_row_get_check (AssayCheckpointRow *self)
{
  return self->check;
}

AssayFileStrip *
assay_checkpoint_row_get_strip (AssayCheckpointRow *self)
{
  return self->strip;
}

AssayCheckAnswer *
assay_checkpoint_row_get_answer (AssayCheckpointRow *self)
{
  return self->answer;
}

AssayReadingsStrip *
assay_checkpoint_row_get_readings (AssayCheckpointRow *self)
{
  return self->readings;
}

void
assay_checkpoint_row_focus (AssayCheckpointRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->answer));
}
