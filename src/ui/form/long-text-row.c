/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/form/long-text-row.h"

#include "record/format.h"
#include "ui/init.h"

struct _AssayLongTextRow
{
  AdwPreferencesRow parent_instance;

  AssayFieldPlace place;
  gboolean loading;

  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *words;
};

static void assay_long_text_row_field_row_init (AssayFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AssayLongTextRow,
                               assay_long_text_row,
                               ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (ASSAY_TYPE_FIELD_ROW,
                                                      assay_long_text_row_field_row_init))

static void
changed_cb (AssayLongTextRow *self)
{
  if (!self->loading)
    assay_field_row_edited (ASSAY_FIELD_ROW (self));
}

static void
focus_cb (AssayLongTextRow *self, GParamSpec *pspec, GtkEventControllerFocus *focus)
{
  if (gtk_event_controller_focus_contains_focus (focus))
    gtk_widget_add_css_class (GTK_WIDGET (self), "focused");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "focused");
}

static void
pressed_cb (AssayLongTextRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
assay_long_text_row_load (AssayFieldRow *row, const AssayRecord *record)
{
  AssayLongTextRow *self = ASSAY_LONG_TEXT_ROW (row);
  const char *text = assay_record_get_text (record, self->place.index);

  self->loading = TRUE;
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  self->loading = FALSE;
}

static gboolean
assay_long_text_row_store (AssayFieldRow *row, AssayRecord *record, GError **error)
{
  AssayLongTextRow *self = ASSAY_LONG_TEXT_ROW (row);
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  if (g_strcmp0 (text, assay_record_get_text (record, self->place.index)) == 0)
    return TRUE;

  g_strchomp (text);
  if (*text == '\0')
    {
      assay_record_set_unknown (record, self->place.index);
      return TRUE;
    }
  if (!assay_format_parse_edit (self->place.field, text, NULL, self->place.units, &value, error))
    return FALSE;
  assay_record_set_value (record, self->place.index, &value);
  return TRUE;
}

static void
assay_long_text_row_set_problem (AssayFieldRow *row, const char *message)
{
  AssayLongTextRow *self = ASSAY_LONG_TEXT_ROW (row);
  const char *words = message != NULL ? message : assay_field_help (self->place.field);

  gtk_label_set_label (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), words != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->words), "error");
  assay_field_row_mark (GTK_WIDGET (self), GTK_WIDGET (self->view), self->words, message);
}

static gboolean
assay_long_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ASSAY_LONG_TEXT_ROW (widget)->view));
}

static void
assay_long_text_row_field_row_init (AssayFieldRowInterface *iface)
{
  iface->load = assay_long_text_row_load;
  iface->store = assay_long_text_row_store;
  iface->set_problem = assay_long_text_row_set_problem;
}

static void
assay_long_text_row_class_init (AssayLongTextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = assay_long_text_row_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "form/long-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayLongTextRow, view);
  gtk_widget_class_bind_template_child (widget_class, AssayLongTextRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, AssayLongTextRow, words);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
assay_long_text_row_init (AssayLongTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AssayFieldRow *
assay_long_text_row_new (AssayContext *context,
                         const AssayRecordType *type,
                         guint index,
                         const char *title)
{
  AssayLongTextRow *self
      = g_object_new (ASSAY_TYPE_LONG_TEXT_ROW, "title", title, "use-underline", TRUE, NULL);

  assay_field_place_init (&self->place, context, type, index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  assay_field_label (self->place.field), -1);
  assay_long_text_row_set_problem (ASSAY_FIELD_ROW (self), NULL);
  return ASSAY_FIELD_ROW (self);
}

void
assay_long_text_row_set_text (AssayLongTextRow *row, const char *text)
{
  gtk_text_buffer_set_text (row->buffer, text, -1);
}
