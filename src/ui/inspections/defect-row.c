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
  AdwToggleGroup *classes;
  GtkSpinButton *count;
  GtkToggleButton *more;
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
  SIGNAL_CREATE,
  N_SIGNALS,
} AssayDefectRowSignal;

static guint signals[N_SIGNALS];

static void
set_text (GtkEntry *entry, const char *text)
{
  if (g_strcmp0 (text != NULL ? text : "", gtk_editable_get_text (GTK_EDITABLE (entry))) != 0)
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

static void
load (AssayDefectRow *self)
{
  AssayRecord *record = assay_draft_defect_get_record (self->defect);
  const char *component = assay_record_get_text (record, ASSAY_DEFECT_COMPONENT);
  const char *note = assay_record_get_text (record, ASSAY_DEFECT_NOTE);

  self->loading = TRUE;
  adw_toggle_group_set_active_name (
      self->classes, assay_class_to_string (assay_draft_defect_get_class (self->defect)));
  gtk_spin_button_set_value (self->count,
                             (double)assay_record_get_integer (record, ASSAY_DEFECT_COUNT, 1));
  /* While a person types into them they hold spaces that the record does not. */
  if (!gtk_widget_has_focus (
          GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->component)))))
    set_text (self->component, component);
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->note)))))
    set_text (self->note, note);
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

static void
create_cb (AssayDefectRow *self, const char *typed)
{
  g_signal_emit (self, signals[SIGNAL_CREATE], 0, self->entry, typed);
}

static void
more_cb (AssayDefectRow *self)
{
  gtk_revealer_set_reveal_child (self->details, gtk_toggle_button_get_active (self->more));
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

static gboolean
is_typing (AssayDefectRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}

static gboolean
key_cb (AssayDefectRow *self, guint key, guint code, GdkModifierType state)
{
  guint number = key >= GDK_KEY_1 && key <= GDK_KEY_3         ? key - GDK_KEY_1
                 : key >= GDK_KEY_KP_1 && key <= GDK_KEY_KP_3 ? key - GDK_KEY_KP_1
                                                              : ASSAY_N_CLASSES;
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (number < ASSAY_N_CLASSES && (control || !is_typing (self)))
    {
      assay_draft_defect_set_class (self->defect, (AssayClass)number);
      return GDK_EVENT_STOP;
    }
  if ((key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
      && gtk_widget_is_focus (GTK_WIDGET (self)))
    {
      remove_cb (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
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
  signals[SIGNAL_CREATE]
      = g_signal_new ("create", ASSAY_TYPE_DEFECT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, ASSAY_TYPE_DEFECT_ENTRY, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/defect-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, entry);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, classes);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, count);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, more);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, problem);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, details);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, component);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, note);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectRow, strip_bin);
  gtk_widget_class_bind_template_callback (widget_class, class_cb);
  gtk_widget_class_bind_template_callback (widget_class, count_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, photo_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
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
                      GListModel *types)
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
  assay_defect_entry_set (self->entry, defect, types);
  load (self);
  gtk_toggle_button_set_active (self->more,
                                assay_record_is_known (record, ASSAY_DEFECT_COMPONENT)
                                    || assay_record_is_known (record, ASSAY_DEFECT_NOTE));
  g_signal_connect_object (defect, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
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

void
assay_defect_row_show_problem (AssayDefectRow *self, gboolean always)
{
  const char *problem = assay_draft_defect_get_problem (self->defect);
  GtkAccessible *control = GTK_ACCESSIBLE (assay_defect_entry_get_editable (self->entry));

  /* A new row says nothing before something was said about it. */
  if (!always && !self->touched && assay_draft_defect_is_empty (self->defect))
    problem = NULL;
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (problem != NULL)
    gtk_accessible_update_state (control, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE,
                                 -1);
  else
    gtk_accessible_reset_state (control, GTK_ACCESSIBLE_STATE_INVALID);
}
