/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/table/record-row.h"

#include <glib/gi18n-lib.h>

#include "ui/init.h"
#include "ui/table/cell-text.h"

struct _AssayRecordRow
{
  GtkWidget parent_instance;

  GtkWidget *words;
  GtkWidget *standing;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *value;
  GtkImage *icon;

  AssayUnits units;
  AssayRecordSlot *slot;
  gulong handler;
  const char *css_class;
};

G_DEFINE_FINAL_TYPE (AssayRecordRow, assay_record_row, GTK_TYPE_WIDGET)

static gboolean
is_named (const AssayRecordType *type, int field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (type->title); i++)
    if (type->title[i] == field || type->subtitle[i] == field)
      return TRUE;
  return FALSE;
}

/* The last choice that the table shows by default and that is known: a decision says more than the
 * result it followed. */
static int
find_standing (AssayRecord *record)
{
  const AssayRecordType *type = assay_record_describe (record);

  for (int i = (int)type->n_fields - 1; i >= 0; i--)
    if (type->fields[i].kind == ASSAY_KIND_CHOICE && (type->fields[i].flags & ASSAY_FIELD_SHOWN)
        && !is_named (type, i) && assay_record_is_known (record, (guint)i))
      return i;
  return -1;
}

static void
update_standing (AssayRecordRow *self, AssayRecord *record)
{
  int field = record ? find_standing (record) : -1;
  const char *icon = NULL, *css_class = NULL;
  g_autofree char *text = NULL;

  if (field >= 0)
    {
      text = assay_cell_text (record, (guint)field, self->units);
      assay_cell_verdict (&assay_record_describe (record)->fields[field],
                          assay_record_get_text (record, (guint)field), &icon, &css_class);
    }
  gtk_label_set_text (self->value, text ? text : "");
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  if (self->css_class)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), self->css_class);
  if (css_class)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), css_class);
  self->css_class = css_class;
}

static void
update (AssayRecordRow *self)
{
  AssayRecord *record = self->slot ? assay_record_slot_get_record (self->slot) : NULL;
  g_autofree char *title = record ? assay_record_dup_title (record) : NULL;
  g_autofree char *subtitle = record ? assay_record_dup_subtitle (record) : NULL;

  gtk_label_set_text (self->title, title ? title : "");
  gtk_label_set_text (self->subtitle, subtitle ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle && *subtitle);
  update_standing (self, record);
}

static void
assay_record_row_dispose (GObject *object)
{
  AssayRecordRow *self = ASSAY_RECORD_ROW (object);

  if (self->slot)
    g_clear_signal_handler (&self->handler, self->slot);
  g_clear_object (&self->slot);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_RECORD_ROW);

  G_OBJECT_CLASS (assay_record_row_parent_class)->dispose (object);
}

static void
assay_record_row_class_init (AssayRecordRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = assay_record_row_dispose;

  gtk_widget_class_set_css_name (widget_class, "recordrow");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "table/record-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayRecordRow, words);
  gtk_widget_class_bind_template_child (widget_class, AssayRecordRow, standing);
  gtk_widget_class_bind_template_child (widget_class, AssayRecordRow, title);
  gtk_widget_class_bind_template_child (widget_class, AssayRecordRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, AssayRecordRow, value);
  gtk_widget_class_bind_template_child (widget_class, AssayRecordRow, icon);
}

static void
assay_record_row_init (AssayRecordRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
assay_record_row_new (AssayUnits units)
{
  AssayRecordRow *self = g_object_new (ASSAY_TYPE_RECORD_ROW, NULL);

  self->units = units;
  return GTK_WIDGET (self);
}

void
assay_record_row_set_slot (AssayRecordRow *self, AssayRecordSlot *slot)
{
  g_return_if_fail (ASSAY_IS_RECORD_ROW (self));

  if (self->slot == slot)
    return;
  if (self->slot)
    g_clear_signal_handler (&self->handler, self->slot);
  g_set_object (&self->slot, slot);
  if (slot)
    {
      self->handler = g_signal_connect_swapped (slot, "notify::record", G_CALLBACK (update), self);
      update (self);
    }
}

AssayRecordSlot *
assay_record_row_get_slot (AssayRecordRow *self)
{
  g_return_val_if_fail (ASSAY_IS_RECORD_ROW (self), NULL);

  return self->slot;
}
