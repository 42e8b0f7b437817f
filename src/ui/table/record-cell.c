/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/table/record-cell.h"

#include <glib/gi18n-lib.h>

#include "ui/table/cell-text.h"

struct _AssayRecordCell
{
  GtkWidget parent_instance;

  const AssayField *described;
  guint field;
  AssayUnits units;
  AssayRecordSlot *slot;
  gulong handler;
  GtkImage *icon; /* made when first needed */
  GtkInscription *text;
  const char *css_class;
};

G_DEFINE_FINAL_TYPE (AssayRecordCell, assay_record_cell, GTK_TYPE_WIDGET)

static void
update_icon (AssayRecordCell *self, AssayRecord *record)
{
  const char *icon = NULL, *css_class = NULL;

  if (self->described->kind == ASSAY_KIND_CHOICE)
    assay_cell_verdict (self->described,
                        record ? assay_record_get_text (record, self->field) : NULL, &icon,
                        &css_class);
  else if (record && assay_cell_is_overdue (record, self->field, assay_date_today ()))
    {
      icon = "dialog-warning-symbolic";
      css_class = "error";
    }
  if (self->described->kind == ASSAY_KIND_DATE)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), icon ? _ ("Overdue") : NULL);
  if (icon && !self->icon)
    {
      self->icon = GTK_IMAGE (gtk_image_new ());
      gtk_widget_insert_before (GTK_WIDGET (self->icon), GTK_WIDGET (self),
                                GTK_WIDGET (self->text));
    }
  if (!self->icon)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  gtk_image_set_from_icon_name (self->icon, icon);
  if (self->css_class == css_class)
    return;
  if (self->css_class)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), self->css_class);
  if (css_class)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), css_class);
  self->css_class = css_class;
}

static void
update (AssayRecordCell *self)
{
  AssayRecord *record = self->slot ? assay_record_slot_get_record (self->slot) : NULL;
  g_autofree char *text = NULL;

  if (record)
    text = assay_cell_text (record, self->field, self->units);
  gtk_inscription_set_text (self->text, text ? text : "");
  if (self->described->kind == ASSAY_KIND_CHOICE || g_str_equal (self->described->column, "due_on"))
    update_icon (self, record);
}

static void
assay_record_cell_dispose (GObject *object)
{
  AssayRecordCell *self = ASSAY_RECORD_CELL (object);
  GtkWidget *child;

  if (self->slot)
    g_clear_signal_handler (&self->handler, self->slot);
  g_clear_object (&self->slot);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (assay_record_cell_parent_class)->dispose (object);
}

static void
assay_record_cell_class_init (AssayRecordCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = assay_record_cell_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "recordcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
assay_record_cell_init (AssayRecordCell *self)
{
  self->text = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  gtk_inscription_set_text_overflow (self->text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);
  /* Given more height than a line, an inscription that is cut off stands higher than its
   * neighbours. */
  gtk_widget_set_valign (GTK_WIDGET (self->text), GTK_ALIGN_CENTER);
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
}

GtkWidget *
assay_record_cell_new (AssayType type, guint field, AssayUnits units)
{
  AssayRecordCell *self = g_object_new (ASSAY_TYPE_RECORD_CELL, NULL);
  const AssayRecordType *described = assay_record_type_get (type);
  guint width = assay_cell_width (described, field);
  guint least = described->fields[field].kind == ASSAY_KIND_CHOICE ? 13 : 12;

  self->described = &described->fields[field];
  self->field = field;
  self->units = units;
  gtk_inscription_set_nat_chars (self->text, width);
  /* Rather a table that scrolls than words cut off after three letters. */
  if (assay_cell_is_numeric (&described->fields[field]))
    least = width;
  gtk_inscription_set_min_chars (self->text, MIN (width, least));
  if (assay_cell_is_amount (self->described))
    gtk_inscription_set_xalign (self->text, 1);
  if (assay_cell_is_numeric (self->described))
    gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  return GTK_WIDGET (self);
}

void
assay_record_cell_set_slot (AssayRecordCell *self, AssayRecordSlot *slot)
{
  g_return_if_fail (ASSAY_IS_RECORD_CELL (self));

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
assay_record_cell_get_slot (AssayRecordCell *self)
{
  g_return_val_if_fail (ASSAY_IS_RECORD_CELL (self), NULL);

  return self->slot;
}
