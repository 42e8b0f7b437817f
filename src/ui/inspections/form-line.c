/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/form-line.h"

#include <glib/gi18n-lib.h>

#include "ui/init.h"

struct _AssayFormLine
{
  GtkListBoxRow parent_instance;

  GtkLabel *number;
  GtkLabel *title;
  GtkLabel *hint;
  GtkEditable *name;
  GtkWidget *counts;
  GtkEditable *critical;
  GtkEditable *major;
  GtkEditable *minor;
  GtkEditable *answer;
  GtkEditable *extra;
  GtkLabel *problem;

  const AssayFormRow *row;
  char *current;
};

G_DEFINE_FINAL_TYPE (AssayFormLine, assay_form_line, GTK_TYPE_LIST_BOX_ROW)

static guint next_signal;

static void
activate_cb (AssayFormLine *self)
{
  if (assay_form_line_check (self))
    g_signal_emit (self, next_signal, 0);
}

static void
read_typed (AssayFormLine *self, AssayTyped *typed)
{
  const char *answer = gtk_editable_get_text (self->answer);

  *typed = (AssayTyped){
    .name = gtk_editable_get_text (self->name),
    .counts = { gtk_editable_get_text (self->critical), gtk_editable_get_text (self->major),
                gtk_editable_get_text (self->minor) },
    .extra = gtk_editable_get_text (self->extra),
    /* What stood there already is not typed anew. */
    .answer = g_strcmp0 (answer, self->current) == 0 ? NULL : answer,
  };
}

gboolean
assay_form_line_is_touched (AssayFormLine *self)
{
  AssayTyped typed;
  gboolean touched;

  read_typed (self, &typed);
  touched = *typed.name != '\0' || *typed.extra != '\0' || typed.answer != NULL;
  for (guint i = 0; i < ASSAY_N_CLASSES; i++)
    touched = touched || *typed.counts[i] != '\0';
  return touched;
}

gboolean
assay_form_line_check (AssayFormLine *self)
{
  AssayTyped typed;
  g_autofree char *problem = NULL;

  read_typed (self, &typed);
  problem = assay_form_typing_check (self->row, &typed);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (problem != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), problem,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  return problem == NULL;
}

gboolean
assay_form_line_apply (AssayFormLine *self, AssayInspectionDraft *draft)
{
  AssayTyped typed;

  read_typed (self, &typed);
  return assay_form_typing_apply (draft, self->row, &typed);
}

void
assay_form_line_focus (AssayFormLine *self)
{
  GtkEditable *entries[] = { self->name, self->critical, self->answer };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (gtk_widget_get_mapped (GTK_WIDGET (entries[i])))
      {
        gtk_widget_grab_focus (GTK_WIDGET (entries[i]));
        return;
      }
}

const AssayFormRow *
assay_form_line_get_row (AssayFormLine *self)
{
  return self->row;
}

static void
assay_form_line_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ASSAY_TYPE_FORM_LINE);

  G_OBJECT_CLASS (assay_form_line_parent_class)->dispose (object);
}

static void
assay_form_line_finalize (GObject *object)
{
  g_free (ASSAY_FORM_LINE (object)->current);

  G_OBJECT_CLASS (assay_form_line_parent_class)->finalize (object);
}

static void
assay_form_line_class_init (AssayFormLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = assay_form_line_dispose;
  object_class->finalize = assay_form_line_finalize;
  next_signal = g_signal_new ("next", ASSAY_TYPE_FORM_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/form-line.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayFormLine, number);
  gtk_widget_class_bind_template_child (widget_class, AssayFormLine, title);
  gtk_widget_class_bind_template_child (widget_class, AssayFormLine, hint);
  gtk_widget_class_bind_template_child (widget_class, AssayFormLine, name);
  gtk_widget_class_bind_template_child (widget_class, AssayFormLine, counts);
  gtk_widget_class_bind_template_child (widget_class, AssayFormLine, critical);
  gtk_widget_class_bind_template_child (widget_class, AssayFormLine, major);
  gtk_widget_class_bind_template_child (widget_class, AssayFormLine, minor);
  gtk_widget_class_bind_template_child (widget_class, AssayFormLine, answer);
  gtk_widget_class_bind_template_child (widget_class, AssayFormLine, extra);
  gtk_widget_class_bind_template_child (widget_class, AssayFormLine, problem);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
assay_form_line_init (AssayFormLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_title (const AssayFormRow *row)
{
  if (row->kind == ASSAY_FORM_QUANTITY)
    return g_strdup (
        assay_field_label (&assay_record_type_get (ASSAY_TYPE_INSPECTION)->fields[row->field]));
  return row->record != NULL ? assay_record_dup_title (row->record) : NULL;
}

/* A screen reader says line and column of an entry. */
static void
name_entry (GtkEditable *entry, const AssayFormRow *row, const char *title, const char *column)
{
  g_autofree char *name = g_strdup_printf ("%u %s, %s", row->number, title, column);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), column);
}

static void
set_up_defect (AssayFormLine *self, const char *title)
{
  const AssayField *class = &assay_record_type_get (ASSAY_TYPE_DEFECT)->fields[ASSAY_DEFECT_CLASS];
  GtkEditable *counts[] = { self->critical, self->major, self->minor };

  gtk_widget_set_visible (self->counts, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->name), self->row->record == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->title), self->row->record != NULL);
  for (guint i = 0; i < ASSAY_N_CLASSES; i++)
    {
      const char *label = assay_field_choice_label (class, assay_class_to_string ((AssayClass)i));

      name_entry (counts[i], self->row, title, label);
      gtk_entry_set_placeholder_text (GTK_ENTRY (counts[i]), label);
    }
  name_entry (self->name, self->row, title, _ ("Name"));
}

AssayFormLine *
assay_form_line_new (AssayInspectionDraft *draft, const AssayFormRow *row)
{
  AssayFormLine *self = g_object_new (ASSAY_TYPE_FORM_LINE, NULL);
  g_autofree char *number = g_strdup_printf ("%u", row->number);
  g_autofree char *own = dup_title (row);
  const char *title = own != NULL ? own : _ ("Other defect");
  g_autofree char *hint = assay_form_typing_dup_hint (row);
  const char *extra = assay_form_typing_extra (row);

  self->row = row;
  self->current = assay_form_typing_dup_current (draft, row);
  if (self->current == NULL)
    self->current = g_strdup ("");
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->answer), row->kind != ASSAY_FORM_DEFECT);
  gtk_editable_set_text (self->answer, self->current);
  name_entry (self->answer, row, title,
              row->kind == ASSAY_FORM_QUANTITY ? _ ("Counted") : _ ("Answer"));
  gtk_widget_set_visible (GTK_WIDGET (self->extra), extra != NULL);
  if (extra != NULL)
    {
      name_entry (self->extra, row, title, extra);
      gtk_entry_set_placeholder_text (GTK_ENTRY (self->extra), extra);
    }
  if (row->kind == ASSAY_FORM_DEFECT)
    set_up_defect (self, title);
  return self;
}
