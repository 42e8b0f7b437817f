/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/form/reference-row.h"

#include <glib/gi18n-lib.h>

#include "ui/form/form-dialog.h"
#include "ui/form/reference-picker.h"
#include "ui/init.h"

struct _AssayReferenceRow
{
  AdwActionRow parent_instance;

  AssayFieldPlace place;
  AssayContext *context;
  GtkWidget *picker; /* popover; made when first needed */
  gint64 id;         /* 0: none */
  char *title;

  GtkLabel *chosen;
  GtkButton *clear;
};

static void assay_reference_row_field_row_init (AssayFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AssayReferenceRow,
                               assay_reference_row,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (ASSAY_TYPE_FIELD_ROW,
                                                      assay_reference_row_field_row_init))

static void
set_chosen (AssayReferenceRow *self, gint64 id, const char *title)
{
  gboolean required = (self->place.field->flags & ASSAY_FIELD_REQUIRED) != 0;

  self->id = id;
  g_set_str (&self->title, id != 0 ? title : NULL);
  if (id == 0)
    gtk_label_set_label (self->chosen, required ? _ ("Choose…") : _ ("None"));
  else
    gtk_label_set_label (self->chosen, title != NULL ? title : "");
  /* Setting one looks for the widget under the pointer, which costs on a page of many. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self->chosen)), self->title) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->chosen), self->title);
  if (id == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->chosen), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->chosen), "dimmed");
  gtk_widget_set_visible (GTK_WIDGET (self->clear), id != 0 && !required);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (self->chosen), -1);
}

static void
clear_cb (AssayReferenceRow *self)
{
  assay_reference_row_pick (self, 0, NULL);
}

static void
picked_cb (AssayReferenceRow *self, gint64 id, const char *title)
{
  assay_reference_row_pick (self, id, title);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
saved_cb (AssayReferenceRow *self, AssayRecord *record)
{
  g_autofree char *title = assay_record_dup_title (record);

  assay_reference_row_pick (self, assay_record_get_id (record), title);
}

/* What was typed into the search is the first field that names the new record. */
static void
create_cb (AssayReferenceRow *self, const char *typed)
{
  g_autoptr (AssayRecord) record = assay_record_new (self->place.field->reference);
  const AssayRecordType *type = assay_record_describe (record);
  AdwDialog *dialog;

  if (typed != NULL && *typed != '\0' && type->title[0] >= 0
      && type->fields[type->title[0]].kind == ASSAY_KIND_TEXT)
    assay_record_set_text (record, (guint)type->title[0], typed);
  dialog = assay_form_dialog_new (self->context, record);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Lines and inspections are made from the pages of what they belong to. */
static gboolean
can_create (AssayType type)
{
  return type == ASSAY_TYPE_SUPPLIER || type == ASSAY_TYPE_PRODUCT || type == ASSAY_TYPE_ORDER
         || type == ASSAY_TYPE_DEFECT_TYPE;
}

static void
activated_cb (AssayReferenceRow *self)
{
  AssayType type = self->place.field->reference;

  if (self->picker == NULL)
    {
      self->picker = assay_reference_picker_new (self->context, type, can_create (type));
      gtk_widget_set_parent (self->picker, GTK_WIDGET (self));
      g_signal_connect_swapped (self->picker, "picked", G_CALLBACK (picked_cb), self);
      g_signal_connect_swapped (self->picker, "create", G_CALLBACK (create_cb), self);
    }
  gtk_popover_popup (GTK_POPOVER (self->picker));
}

static void
assay_reference_row_load (AssayFieldRow *row, const AssayRecord *record)
{
  AssayReferenceRow *self = ASSAY_REFERENCE_ROW (row);

  set_chosen (self, assay_record_get_reference (record, self->place.index),
              assay_record_get_reference_title (record, self->place.index));
}

static gboolean
assay_reference_row_store (AssayFieldRow *row, AssayRecord *record, GError **error)
{
  AssayReferenceRow *self = ASSAY_REFERENCE_ROW (row);

  if (self->id == 0)
    assay_record_set_unknown (record, self->place.index);
  else
    {
      assay_record_set_reference (record, self->place.index, self->id);
      assay_record_set_reference_title (record, self->place.index, self->title);
    }
  return TRUE;
}

static void
assay_reference_row_set_problem (AssayFieldRow *row, const char *message)
{
  AssayReferenceRow *self = ASSAY_REFERENCE_ROW (row);
  const char *help = assay_field_help (self->place.field);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               message != NULL ? message : (help != NULL ? help : ""));
  assay_field_row_mark (GTK_WIDGET (row), GTK_WIDGET (row), NULL, message);
  if (message == NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    gtk_label_get_label (self->chosen), -1);
}

static void
assay_reference_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AssayReferenceRow *self = ASSAY_REFERENCE_ROW (widget);

  GTK_WIDGET_CLASS (assay_reference_row_parent_class)
      ->size_allocate (widget, width, height, baseline);
  if (self->picker != NULL)
    gtk_popover_present (GTK_POPOVER (self->picker));
}

static void
assay_reference_row_dispose (GObject *object)
{
  AssayReferenceRow *self = ASSAY_REFERENCE_ROW (object);

  g_clear_pointer (&self->picker, gtk_widget_unparent);
  g_clear_object (&self->context);
  g_clear_pointer (&self->title, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_REFERENCE_ROW);

  G_OBJECT_CLASS (assay_reference_row_parent_class)->dispose (object);
}

static void
assay_reference_row_field_row_init (AssayFieldRowInterface *iface)
{
  iface->load = assay_reference_row_load;
  iface->store = assay_reference_row_store;
  iface->set_problem = assay_reference_row_set_problem;
}

static void
assay_reference_row_class_init (AssayReferenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_reference_row_dispose;
  widget_class->size_allocate = assay_reference_row_size_allocate;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "form/reference-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayReferenceRow, chosen);
  gtk_widget_class_bind_template_child (widget_class, AssayReferenceRow, clear);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
assay_reference_row_init (AssayReferenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AssayFieldRow *
assay_reference_row_new (AssayContext *context,
                         const AssayRecordType *type,
                         guint index,
                         const char *title)
{
  AssayReferenceRow *self
      = g_object_new (ASSAY_TYPE_REFERENCE_ROW, "title", title, "use-underline", TRUE, NULL);

  assay_field_place_init (&self->place, context, type, index);
  self->context = g_object_ref (context);
  set_chosen (self, 0, NULL);
  assay_reference_row_set_problem (ASSAY_FIELD_ROW (self), NULL);
  return ASSAY_FIELD_ROW (self);
}

void
assay_reference_row_pick (AssayReferenceRow *row, gint64 id, const char *title)
{
  g_return_if_fail (ASSAY_IS_REFERENCE_ROW (row));

  if (row->id == id)
    return;
  set_chosen (row, id, title);
  assay_field_row_edited (ASSAY_FIELD_ROW (row));
}
