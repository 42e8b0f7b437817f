/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/form/flag-row.h"

struct _AssayFlagRow
{
  AdwActionRow parent_instance;

  AssayFieldPlace place;
  GtkSwitch *toggle;
  gboolean loading;
};

static void assay_flag_row_field_row_init (AssayFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AssayFlagRow,
                               assay_flag_row,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (ASSAY_TYPE_FIELD_ROW,
                                                      assay_flag_row_field_row_init))

static void
active_cb (AssayFlagRow *self)
{
  if (!self->loading)
    assay_field_row_edited (ASSAY_FIELD_ROW (self));
}

static void
assay_flag_row_load (AssayFieldRow *row, const AssayRecord *record)
{
  AssayFlagRow *self = ASSAY_FLAG_ROW (row);

  self->loading = TRUE;
  gtk_switch_set_active (self->toggle, assay_record_get_flag (record, self->place.index));
  self->loading = FALSE;
}

/* An unknown flag stays unknown until somebody says yes. */
static gboolean
assay_flag_row_store (AssayFieldRow *row, AssayRecord *record, GError **error)
{
  AssayFlagRow *self = ASSAY_FLAG_ROW (row);
  gboolean active = gtk_switch_get_active (self->toggle);

  if (active != assay_record_get_flag (record, self->place.index))
    assay_record_set_integer (record, self->place.index, active ? 1 : 0);
  return TRUE;
}

static void
assay_flag_row_set_problem (AssayFieldRow *row, const char *message)
{
  AssayFlagRow *self = ASSAY_FLAG_ROW (row);
  const char *help = assay_field_help (self->place.field);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               message != NULL ? message : (help != NULL ? help : ""));
  assay_field_row_mark (GTK_WIDGET (row), GTK_WIDGET (self->toggle), NULL, message);
}

static void
assay_flag_row_field_row_init (AssayFieldRowInterface *iface)
{
  iface->load = assay_flag_row_load;
  iface->store = assay_flag_row_store;
  iface->set_problem = assay_flag_row_set_problem;
}

static void
assay_flag_row_class_init (AssayFlagRowClass *klass)
{
}

static void
assay_flag_row_init (AssayFlagRow *self)
{
  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (active_cb), self);
}

AssayFieldRow *
assay_flag_row_new (AssayContext *context,
                    const AssayRecordType *type,
                    guint index,
                    const char *title)
{
  AssayFlagRow *self
      = g_object_new (ASSAY_TYPE_FLAG_ROW, "title", title, "use-underline", TRUE, NULL);

  assay_field_place_init (&self->place, context, type, index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  assay_field_label (self->place.field), -1);
  assay_flag_row_set_problem (ASSAY_FIELD_ROW (self), NULL);
  return ASSAY_FIELD_ROW (self);
}

void
assay_flag_row_set_active (AssayFlagRow *row, gboolean active)
{
  gtk_switch_set_active (row->toggle, active);
}
