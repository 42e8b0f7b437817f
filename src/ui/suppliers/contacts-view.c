/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/suppliers/contacts-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/form/reach.h"
#include "ui/record/section.h"

struct _AssayContactsView
{
  GtkWidget parent_instance;

  AssayContext *context;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AssayContactsView, assay_contacts_view, GTK_TYPE_WIDGET)

static AssayRecord *
contact_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "contact");
}

static void
edit_cb (AssayContactsView *self, GtkWidget *row)
{
  assay_context_edit_record (self->context, contact_of (row));
}

static void
mail_cb (AssayContactsView *self, GtkWidget *button)
{
  assay_reach_open (GTK_WIDGET (self), ASSAY_KIND_MAIL,
                    assay_record_get_text (contact_of (button), ASSAY_CONTACT_MAIL));
}

static void
call_cb (AssayContactsView *self, GtkWidget *button)
{
  assay_reach_open (GTK_WIDGET (self), ASSAY_KIND_PHONE,
                    assay_record_get_text (contact_of (button), ASSAY_CONTACT_PHONE));
}

static void
delete_cb (AssayContactsView *self, GtkWidget *button)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = assay_record_get_id (contact_of (button));

  g_array_append_val (ids, id);
  assay_context_delete_records (self->context, ASSAY_TYPE_CONTACT, ids);
}

static void
add_button (AssayContactsView *self,
            AdwActionRow *row,
            AssayRecord *contact,
            const char *icon,
            const char *tooltip,
            GCallback clicked)
{
  GtkWidget *button = assay_icon_button_new (icon, tooltip);

  g_object_set_data_full (G_OBJECT (button), "contact", g_object_ref (contact), g_object_unref);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
make_row (AssayContactsView *self, AssayRecord *contact)
{
  GtkWidget *row = adw_action_row_new ();
  const char *name = assay_record_get_text (contact, ASSAY_CONTACT_NAME);
  const char *local = assay_record_get_text (contact, ASSAY_CONTACT_LOCAL_NAME);
  const char *role = assay_record_get_text (contact, ASSAY_CONTACT_ROLE);
  const char *messenger = assay_record_get_text (contact, ASSAY_CONTACT_MESSENGER);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *title = local != NULL ? g_strdup_printf ("%s %s", name, local) : g_strdup (name);
  g_autofree char *subtitle = NULL;

  if (assay_record_get_flag (contact, ASSAY_CONTACT_MAIN))
    g_strv_builder_add (builder, _ ("Main contact"));
  if (role != NULL)
    g_strv_builder_add (builder, role);
  if (messenger != NULL)
    g_strv_builder_add (builder, messenger);
  parts = g_strv_builder_end (builder);
  subtitle = g_strjoinv (" · ", parts);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_object_set_data_full (G_OBJECT (row), "contact", g_object_ref (contact), g_object_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  if (assay_record_is_known (contact, ASSAY_CONTACT_MAIL))
    add_button (self, ADW_ACTION_ROW (row), contact, assay_reach_icon (ASSAY_KIND_MAIL),
                assay_reach_verb (ASSAY_KIND_MAIL), G_CALLBACK (mail_cb));
  if (assay_record_is_known (contact, ASSAY_CONTACT_PHONE))
    add_button (self, ADW_ACTION_ROW (row), contact, assay_reach_icon (ASSAY_KIND_PHONE),
                assay_reach_verb (ASSAY_KIND_PHONE), G_CALLBACK (call_cb));
  add_button (self, ADW_ACTION_ROW (row), contact, "user-trash-symbolic", _ ("Delete Contact"),
              G_CALLBACK (delete_cb));
  return row;
}

static void
assay_contacts_view_dispose (GObject *object)
{
  AssayContactsView *self = ASSAY_CONTACTS_VIEW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_contacts_view_parent_class)->dispose (object);
}

static void
assay_contacts_view_class_init (AssayContactsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_contacts_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_contacts_view_init (AssayContactsView *self)
{
  GtkWidget *empty = g_object_new (GTK_TYPE_LABEL, "label", _ ("No contacts yet"), "xalign", 0.0,
                                   "margin-top", 12, "margin-bottom", 12, "margin-start", 12, NULL);

  gtk_widget_add_css_class (empty, "dimmed");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Contacts"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

AssayContactsView *
assay_contacts_view_new (AssayContext *context)
{
  AssayContactsView *self = g_object_new (ASSAY_TYPE_CONTACTS_VIEW, NULL);

  self->context = g_object_ref (context);
  return self;
}

void
assay_contacts_view_set_contacts (AssayContactsView *self, GPtrArray *contacts)
{
  assay_list_box_clear (self->list);
  for (guint i = 0; i < contacts->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (contacts, i)));
}
