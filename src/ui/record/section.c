/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/section.h"

#include <glib/gi18n-lib.h>

struct _AssaySection
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkWidget *bar;
  GtkWidget *child;
  GtkMenuButton *explain; /* nullable */
  GtkLabel *explanation;
};

G_DEFINE_FINAL_TYPE (AssaySection, assay_section, GTK_TYPE_WIDGET)

static void
assay_section_dispose (GObject *object)
{
  AssaySection *self = ASSAY_SECTION (object);

  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (assay_section_parent_class)->dispose (object);
}

static void
assay_section_class_init (AssaySectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
assay_section_init (AssaySection *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_widget_set_size_request (self->bar, -1, 34);
  gtk_box_append (GTK_BOX (self->bar), GTK_WIDGET (self->title));
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
}

GtkWidget *
assay_section_new (const char *title, GtkWidget *child)
{
  AssaySection *self = g_object_new (ASSAY_TYPE_SECTION, NULL);

  assay_section_set_title (self, title);
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
assay_section_set_title (AssaySection *self, const char *title)
{
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
assay_section_add_button (AssaySection *self, GtkWidget *button)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->bar), button);
}

void
assay_section_set_explanation (AssaySection *self, const char *words)
{
  if (self->explain == NULL)
    {
      GtkWidget *popover = gtk_popover_new ();

      self->explain = GTK_MENU_BUTTON (gtk_menu_button_new ());
      self->explanation = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "max-width-chars", 48,
                                        "xalign", 0.0, "selectable", TRUE, "margin-start", 6,
                                        "margin-end", 6, "margin-top", 6, "margin-bottom", 6, NULL);
      gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->explanation));
      gtk_menu_button_set_popover (self->explain, popover);
      gtk_menu_button_set_icon_name (self->explain, "help-about-symbolic");
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->explain), _ ("How Is This Computed?"));
      gtk_widget_add_css_class (GTK_WIDGET (self->explain), "flat");
      assay_section_add_button (self, GTK_WIDGET (self->explain));
    }
  gtk_label_set_label (self->explanation, words);
}

GtkWidget *
assay_icon_button_new (const char *icon, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

void
assay_box_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

void
assay_list_box_clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  /* One by one: gtk_list_box_remove_all() takes the placeholder, too. */
  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}
