/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/orders/event-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/record/section.h"

struct _AssayEventList
{
  GtkWidget parent_instance;

  AssayContext *context;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AssayEventList, assay_event_list, GTK_TYPE_WIDGET)

static void
edit_cb (AssayEventList *self, GtkWidget *row)
{
  assay_context_edit_record (self->context, g_object_get_data (G_OBJECT (row), "record"));
}

static void
delete_cb (AssayEventList *self, GtkWidget *button)
{
  AssayRecord *record = g_object_get_data (G_OBJECT (button), "record");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = assay_record_get_id (record);

  g_array_append_val (ids, id);
  assay_context_delete_records (self->context, assay_record_get_kind (record), ids);
}

static void
assay_event_list_dispose (GObject *object)
{
  AssayEventList *self = ASSAY_EVENT_LIST (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_event_list_parent_class)->dispose (object);
}

static void
assay_event_list_class_init (AssayEventListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_event_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_event_list_init (AssayEventList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

AssayEventList *
assay_event_list_new (AssayContext *context, const char *label, const char *empty)
{
  AssayEventList *self = g_object_new (ASSAY_TYPE_EVENT_LIST, NULL);
  GtkWidget *words
      = g_object_new (GTK_TYPE_LABEL, "label", empty, "xalign", 0.0, "wrap", TRUE, "margin-top", 12,
                      "margin-bottom", 12, "margin-start", 12, "margin-end", 12, NULL);

  self->context = g_object_ref (context);
  gtk_widget_add_css_class (words, "dimmed");
  gtk_list_box_set_placeholder (self->list, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return self;
}

void
assay_event_list_clear (AssayEventList *self)
{

  assay_list_box_clear (self->list);
}

void
assay_event_list_add (AssayEventList *self,
                      AssayRecord *record,
                      const char *title,
                      const char *subtitle,
                      const char *mark,
                      gboolean removable)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  if (mark != NULL)
    {
      GtkWidget *label = gtk_label_new (mark);

      gtk_widget_add_css_class (label, "dimmed");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  if (removable)
    {
      GtkWidget *button = assay_icon_button_new ("user-trash-symbolic", _ ("Delete"));

      g_object_set_data_full (G_OBJECT (button), "record", g_object_ref (record), g_object_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}
