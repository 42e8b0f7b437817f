/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/defect-row.h"

#include <glib/gi18n-lib.h>

#include "ui/init.h"

struct _AssayDefectRow
{
  GtkListBoxRow parent_instance;

  AssayDraftDefect *defect;
  AssayFileStrip *strip;
  gboolean loading;
  gboolean touched;

  AssayDefectEntry *entry;
  GtkEntry *units;
  AdwToggleGroup *samples;
  AdwToggleGroup *classes;
  GtkSpinButton *count;
  GtkMenuButton *more;
  GtkLabel *problem;
  GtkRevealer *details;
  GtkEntry *component;
  GtkEntry *note;
  AdwBin *strip_bin;
};

G_DEFINE_FINAL_TYPE (AssayDefectRow, assay_defect_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  SIGNAL_REMOVE,
  SIGNAL_NEXT,
  SIGNAL_CREATE,
  SIGNAL_USUAL,
  N_SIGNALS,
} AssayDefectRowSignal;

static guint signals[N_SIGNALS];

/* While a person types into it an entry holds spaces that the record does not. */
static void
set_text (GtkEntry *entry, const char *text)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry))))
      && g_strcmp0 (text != NULL ? text : "", gtk_editable_get_text (GTK_EDITABLE (entry))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
}

static void
update_label (AssayDefectRow *self)
{
  AssayRecord *record = assay_draft_defect_get_record (self->defect);
  const char *type = assay_record_get_reference_title (record, ASSAY_DEFECT_DEFECT_TYPE);
  const char *words = assay_record_get_text (record, ASSAY_DEFECT_DESCRIPTION);
  const AssayField *field = &assay_record_describe (record)->fields[ASSAY_DEFECT_CLASS];
  /* Translators: a defect in words: what it is, class, count */
  g_autofree char *label = g_strdup_printf (
      _ ("%s, %s, %d"),
      words != NULL  ? words
      : type != NULL ? type
                     : _ ("New defect"),
      assay_field_choice_label (
          field, assay_class_to_string (assay_draft_defect_get_class (self->defect))),
      (int)assay_record_get_integer (record, ASSAY_DEFECT_COUNT, 0));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Setting a tooltip looks for the widget under the pointer, which costs where there are many. */
static void
show_tooltip (AssayDefectRow *self, const char *words)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self->count)), words) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), words);
}

static void
load (AssayDefectRow *self)
{
  AssayRecord *record = assay_draft_defect_get_record (self->defect);
  gboolean follows = assay_draft_defect_count_follows (self->defect);

  self->loading = TRUE;
  adw_toggle_group_set_active_name (
      self->classes, assay_class_to_string (assay_draft_defect_get_class (self->defect)));
  gtk_spin_button_set_value (self->count,
                             (double)assay_record_get_integer (record, ASSAY_DEFECT_COUNT, 1));
  gtk_widget_set_sensitive (GTK_WIDGET (self->count), !follows);
  show_tooltip (self, follows ? _ ("Follows the unit numbers")
                      : assay_draft_defect_get_limits (self->defect)->by_units
                          ? _ ("Units That Show It (+ and -)")
                          : _ ("How Often It Was Found (+ and -)"));
  gtk_widget_set_visible (GTK_WIDGET (self->samples),
                          assay_draft_defect_get_limits (self->defect)->two_samples);
  adw_toggle_group_set_active (self->samples,
                               assay_draft_defect_is_second_sample (self->defect) ? 1 : 0);
  set_text (self->units, assay_record_get_text (record, ASSAY_DEFECT_UNITS));
  set_text (self->component, assay_record_get_text (record, ASSAY_DEFECT_COMPONENT));
  set_text (self->note, assay_record_get_text (record, ASSAY_DEFECT_NOTE));
  self->loading = FALSE;
  update_label (self);
}

static void
changed_cb (AssayDefectRow *self)
{
  load (self);
  assay_defect_row_show_problem (self, FALSE);
}

static void
class_cb (AssayDefectRow *self)
{
  AssayClass defect_class;

  if (!self->loading
      && assay_class_from_string (adw_toggle_group_get_active_name (self->classes), &defect_class))
    assay_draft_defect_set_class (self->defect, defect_class);
}

static void
sample_cb (AssayDefectRow *self)
{
  if (!self->loading)
    assay_draft_defect_set_second_sample (self->defect,
                                          adw_toggle_group_get_active (self->samples) == 1);
}

static void
units_cb (AssayDefectRow *self)
{
  if (self->loading)
    return;
  self->touched = TRUE;
  assay_draft_defect_set_units (self->defect, gtk_editable_get_text (GTK_EDITABLE (self->units)));
}

static void
count_cb (AssayDefectRow *self)
{
  if (!self->loading)
    assay_draft_defect_set_count (self->defect, gtk_spin_button_get_value_as_int (self->count));
}

static void
text_cb (AssayDefectRow *self, GtkEntry *entry)
{
  if (!self->loading)
    assay_draft_defect_set_text (
        self->defect, entry == self->component ? ASSAY_DEFECT_COMPONENT : ASSAY_DEFECT_NOTE,
        gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
edited_cb (AssayDefectRow *self)
{
  self->touched = TRUE;
  assay_defect_row_show_problem (self, FALSE);
}

/* Enter walks through what is said of every defect and then to the next one. */
static void
done_cb (AssayDefectRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->units));
}

static void
next_cb (AssayDefectRow *self)
{
  g_signal_emit (self, signals[SIGNAL_NEXT], 0);
}

static void
usual_cb (AssayDefectRow *self)
{
  g_signal_emit (self, signals[SIGNAL_USUAL], 0);
}

static void
create_cb (AssayDefectRow *self, const char *typed)
{
  g_signal_emit (self, signals[SIGNAL_CREATE], 0, self->entry, typed);
}

/* What was typed there stays in sight. */
static void
details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayDefectRow *self = ASSAY_DEFECT_ROW (widget);
  AssayRecord *record = assay_draft_defect_get_record (self->defect);
  gboolean show = !gtk_revealer_get_reveal_child (self->details)
                  || assay_record_is_known (record, ASSAY_DEFECT_COMPONENT)
                  || assay_record_is_known (record, ASSAY_DEFECT_NOTE);

  gtk_revealer_set_reveal_child (self->details, show);
  gtk_widget_grab_focus (show ? GTK_WIDGET (self->component) : GTK_WIDGET (self->more));
}

/* The page takes the defect that has the focus. */
static void
corrective_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (ASSAY_DEFECT_ROW (widget)->more));
  gtk_widget_activate_action (widget, "inspection.corrective-action", NULL);
}

static void
photo_cb (AssayDefectRow *self)
{
  assay_file_strip_choose (self->strip);
}

static void
remove_cb (AssayDefectRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  remove_cb (ASSAY_DEFECT_ROW (widget));
}

static gboolean
is_typing (AssayDefectRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}

/* The focus may be anywhere in the row: what a key changed has to be said. */
static void
announce (AssayDefectRow *self, const char *words)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
press_class (AssayDefectRow *self, AssayClass defect_class)
{
  const AssayField *field = &assay_record_type_get (ASSAY_TYPE_DEFECT)->fields[ASSAY_DEFECT_CLASS];

  assay_draft_defect_set_class (self->defect, defect_class);
  announce (self, assay_field_choice_label (field, assay_class_to_string (defect_class)));
}

static void
press_count (AssayDefectRow *self, int step)
{
  g_autofree char *words = NULL;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->count)))
    {
      announce (self, _ ("The count follows the unit numbers"));
      return;
    }
  gtk_spin_button_spin (self->count, step > 0 ? GTK_SPIN_STEP_FORWARD : GTK_SPIN_STEP_BACKWARD, 1);
  words = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (self->count));
  announce (self, words);
}

/* What the keys of a row mean; the number pad's as those above the letters. */
static int
class_of_key (guint key)
{
  if (key >= GDK_KEY_1 && key <= GDK_KEY_3)
    return (int)(key - GDK_KEY_1);
  return key >= GDK_KEY_KP_1 && key <= GDK_KEY_KP_3 ? (int)(key - GDK_KEY_KP_1) : -1;
}

static int
step_of_key (guint key)
{
  if (key == GDK_KEY_plus || key == GDK_KEY_KP_Add || key == GDK_KEY_equal)
    return 1;
  return key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract ? -1 : 0;
}

static gboolean
key_cb (AssayDefectRow *self, guint key, guint code, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0, typing = is_typing (self);
  gboolean on_row = gtk_widget_is_focus (GTK_WIDGET (self));

  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (class_of_key (key) >= 0 && (control || !typing))
    press_class (self, (AssayClass)class_of_key (key));
  else if (step_of_key (key) != 0 && (control || !typing))
    press_count (self, step_of_key (key));
  else if ((key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete) && on_row)
    remove_cb (self);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_F2) && on_row)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  else if (key == GDK_KEY_Escape && !on_row)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* + and - are no digits: where a number is typed they step it. */
static gboolean
count_key_cb (AssayDefectRow *self, guint key, guint code, GdkModifierType state)
{
  if (step_of_key (key) == 0 || (state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  press_count (self, step_of_key (key));
  return GDK_EVENT_STOP;
}

static gboolean
drop_cb (AssayDefectRow *self, const GValue *value)
{
  return assay_file_strip_add_value (self->strip, value);
}

static void
assay_defect_row_dispose (GObject *object)
{
  AssayDefectRow *self = ASSAY_DEFECT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_DEFECT_ROW);
  g_clear_object (&self->defect);

  G_OBJECT_CLASS (assay_defect_row_parent_class)->dispose (object);
}

static void
assay_defect_row_class_init (AssayDefectRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_defect_row_dispose;

  signals[SIGNAL_REMOVE] = g_signal_new ("remove", ASSAY_TYPE_DEFECT_ROW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NEXT] = g_signal_new ("next", ASSAY_TYPE_DEFECT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_USUAL] = g_signal_new ("usual", ASSAY_TYPE_DEFECT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CREATE]
      = g_signal_new ("create", ASSAY_TYPE_DEFECT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, ASSAY_TYPE_DEFECT_ENTRY, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/defect-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, entry);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, units);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, samples);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, classes);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, count);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, more);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, problem);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, details);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, component);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, note);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, strip_bin);
  gtk_widget_class_bind_template_callback (widget_class, class_cb);
  gtk_widget_class_bind_template_callback (widget_class, sample_cb);
  gtk_widget_class_bind_template_callback (widget_class, units_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, count_cb);
  gtk_widget_class_bind_template_callback (widget_class, count_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_cb);
  gtk_widget_class_bind_template_callback (widget_class, photo_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_install_action (widget_class, "defect.details", NULL, details_action);
  gtk_widget_class_install_action (widget_class, "defect.corrective-action", NULL,
                                   corrective_action);
  gtk_widget_class_install_action (widget_class, "defect.remove", NULL, remove_action);
}

static void
assay_defect_row_init (AssayDefectRow *self)
{
  g_type_ensure (ASSAY_TYPE_DEFECT_ENTRY);
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
assay_defect_row_new (AssayContext *context,
                      AssayInspectionDraft *draft,
                      AssayDraftDefect *defect,
                      AssayDefectCatalogue *catalogue)
{
  AssayDefectRow *self = g_object_new (ASSAY_TYPE_DEFECT_ROW, NULL);
  AssayRecord *record = assay_draft_defect_get_record (defect);
  GtkDropTarget *target = assay_file_strip_new_drop_target ();

  self->defect = g_object_ref (defect);
  self->strip = assay_file_strip_new (context, draft, assay_draft_defect_get_files (defect), FALSE);
  adw_bin_set_child (self->strip_bin, GTK_WIDGET (self->strip));
  /* An empty bin would still be spaced from what is above it. */
  g_object_bind_property (self->strip, "visible", self->strip_bin, "visible",
                          G_BINDING_SYNC_CREATE);
  assay_defect_entry_set (self->entry, defect, catalogue);
  load (self);
  gtk_revealer_set_reveal_child (self->details,
                                 assay_record_is_known (record, ASSAY_DEFECT_COMPONENT)
                                     || assay_record_is_known (record, ASSAY_DEFECT_NOTE));
  g_signal_connect_object (defect, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (defect, "judged", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "usual", G_CALLBACK (usual_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "create", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  return GTK_WIDGET (self);
}

AssayDraftDefect *
assay_defect_row_get_defect (AssayDefectRow *self)
{
  return self->defect;
}

AssayFileStrip *
assay_defect_row_get_strip (AssayDefectRow *self)
{
  return self->strip;
}

AssayDefectEntry *
assay_defect_row_get_entry (AssayDefectRow *self)
{
  return self->entry;
}

void
assay_defect_row_focus (AssayDefectRow *self, gboolean count)
{
  gtk_widget_grab_focus (count ? GTK_WIDGET (self->count) : GTK_WIDGET (self->entry));
}

GtkEditable *
assay_defect_row_get_units (AssayDefectRow *self)
{
  return GTK_EDITABLE (self->units);
}

const char *
assay_defect_row_get_message (AssayDefectRow *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->problem)) ? gtk_label_get_label (self->problem)
                                                             : NULL;
}

static GtkWidget *
control_of (AssayDefectRow *self, guint field)
{
  if (field == ASSAY_DEFECT_UNITS)
    return GTK_WIDGET (self->units);
  /* A count that follows is put right by the numbers it follows. */
  if (field == ASSAY_DEFECT_COUNT)
    return gtk_widget_get_sensitive (GTK_WIDGET (self->count)) ? GTK_WIDGET (self->count)
                                                               : GTK_WIDGET (self->units);
  return GTK_WIDGET (assay_defect_entry_get_editable (self->entry));
}

void
assay_defect_row_focus_problem (AssayDefectRow *self)
{
  guint field = ASSAY_DEFECT_DESCRIPTION;

  assay_draft_defect_get_problem (self->defect, &field);
  gtk_widget_grab_focus (control_of (self, field));
}

static void
mark_control (AssayDefectRow *self, GtkWidget *control, gboolean wrong)
{
  if (wrong == gtk_widget_has_css_class (control, "error"))
    return;
  if (wrong)
    {
      gtk_widget_add_css_class (control, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_relation (
          GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self->problem, NULL, -1);
    }
  else
    {
      gtk_widget_remove_css_class (control, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (control),
                                     GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
    }
}

void
assay_defect_row_show_problem (AssayDefectRow *self, gboolean always)
{
  guint field = ASSAY_DEFECT_DESCRIPTION;
  const char *problem = assay_draft_defect_get_problem (self->defect, &field);
  const char *warning = assay_draft_defect_get_warning (self->defect), *message;
  GtkWidget *const controls[] = { control_of (self, ASSAY_DEFECT_DESCRIPTION),
                                  GTK_WIDGET (self->units), GTK_WIDGET (self->count) };

  /* A new row does not ask for words before somebody began to type. */
  if (!always && !self->touched && field == ASSAY_DEFECT_DESCRIPTION
      && assay_record_get_id (assay_draft_defect_get_record (self->defect)) == 0)
    problem = NULL;
  message = problem != NULL ? problem : warning;
  gtk_label_set_label (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->problem), problem != NULL ? "warning" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), problem != NULL ? "error" : "warning");
  for (gsize i = 0; i < G_N_ELEMENTS (controls); i++)
    mark_control (self, controls[i], problem != NULL && control_of (self, field) == controls[i]);
}
