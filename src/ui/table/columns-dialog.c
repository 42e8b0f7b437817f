/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/table/columns-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/init.h"

struct _AssayColumnsDialog
{
  AdwDialog parent_instance;

  AdwPreferencesGroup *shown_group;
  AdwPreferencesGroup *hidden_group;

  const AssayRecordType *type;
  GArray *shown;   /* of int: fields in order */
  GPtrArray *rows; /* borrowed, to be removed before they are made anew */
};

G_DEFINE_FINAL_TYPE (AssayColumnsDialog, assay_columns_dialog, ADW_TYPE_DIALOG)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void make_rows (AssayColumnsDialog *self);

static int
index_of (AssayColumnsDialog *self, int field)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (g_array_index (self->shown, int, i) == field)
      return (int)i;
  return -1;
}

static void
emit_chosen (AssayColumnsDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) columns = NULL;

  for (guint i = 0; i < self->shown->len; i++)
    g_strv_builder_add (builder, self->type->fields[g_array_index (self->shown, int, i)].column);
  columns = g_strv_builder_end (builder);
  g_signal_emit (self, signals[CHOSEN], 0, columns);
}

static int
field_of (GtkWidget *button)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "field"));
}

static void
toggle_cb (AssayColumnsDialog *self, GtkWidget *button)
{
  int field = field_of (button);
  int index = index_of (self, field);

  if (index < 0)
    g_array_append_val (self->shown, field);
  else if (self->shown->len > 1)
    g_array_remove_index (self->shown, (guint)index);
  make_rows (self);
  emit_chosen (self);
}

/* Moves a field so many places; the focus stays on the same button of the same row. */
static void
move (AssayColumnsDialog *self, int field, int step)
{
  int from = index_of (self, field);
  int to = from + step;

  if (from < 0 || to < 0 || to >= (int)self->shown->len)
    return;
  g_array_remove_index (self->shown, (guint)from);
  g_array_insert_val (self->shown, (guint)to, field);
  make_rows (self);
  emit_chosen (self);
  gtk_widget_child_focus (g_ptr_array_index (self->rows, (guint)to), GTK_DIR_TAB_FORWARD);
}

static void
up_cb (AssayColumnsDialog *self, GtkWidget *button)
{
  move (self, field_of (button), -1);
}

static void
down_cb (AssayColumnsDialog *self, GtkWidget *button)
{
  move (self, field_of (button), 1);
}

static void
add_button (AssayColumnsDialog *self,
            AdwActionRow *row,
            int field,
            const char *icon,
            const char *tooltip,
            GCallback callback,
            gboolean sensitive)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *label
      = g_strdup_printf ("%s: %s", assay_field_label (&self->type->fields[field]), tooltip);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_sensitive (button, sensitive);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), "field", GINT_TO_POINTER (field));
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

static void
add_row (AssayColumnsDialog *self, int field, int index)
{
  const AssayField *described = &self->type->fields[field];
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *title = g_markup_escape_text (assay_field_label (described), -1);
  g_autofree char *subtitle = g_markup_escape_text (
      assay_field_help (described) ? assay_field_help (described) : assay_field_group (described),
      -1);
  gboolean shown = index >= 0;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  if (shown)
    {
      add_button (self, row, field, "go-up-symbolic", _ ("Move Up"), G_CALLBACK (up_cb), index > 0);
      add_button (self, row, field, "go-down-symbolic", _ ("Move Down"), G_CALLBACK (down_cb),
                  index + 1 < (int)self->shown->len);
      add_button (self, row, field, "list-remove-symbolic", _ ("Hide"), G_CALLBACK (toggle_cb),
                  self->shown->len > 1);
    }
  else
    add_button (self, row, field, "list-add-symbolic", _ ("Show"), G_CALLBACK (toggle_cb), TRUE);
  adw_preferences_group_add (shown ? self->shown_group : self->hidden_group, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
make_rows (AssayColumnsDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->shown->len; i++)
    add_row (self, g_array_index (self->shown, int, i), (int)i);
  for (int i = 0; i < (int)self->type->n_fields; i++)
    if (!(self->type->fields[i].flags & ASSAY_FIELD_HIDDEN) && index_of (self, i) < 0)
      add_row (self, i, -1);
}

static void
reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayColumnsDialog *self = ASSAY_COLUMNS_DIALOG (widget);

  g_array_set_size (self->shown, 0);
  for (int i = 0; i < (int)self->type->n_fields; i++)
    if ((self->type->fields[i].flags & ASSAY_FIELD_SHOWN)
        && !(self->type->fields[i].flags & ASSAY_FIELD_HIDDEN))
      g_array_append_val (self->shown, i);
  make_rows (self);
  g_signal_emit (self, signals[CHOSEN], 0, NULL);
}

static void
assay_columns_dialog_dispose (GObject *object)
{
  AssayColumnsDialog *self = ASSAY_COLUMNS_DIALOG (object);

  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_COLUMNS_DIALOG);

  G_OBJECT_CLASS (assay_columns_dialog_parent_class)->dispose (object);
}

static void
assay_columns_dialog_class_init (AssayColumnsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_columns_dialog_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", ASSAY_TYPE_COLUMNS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "table/columns-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayColumnsDialog, shown_group);
  gtk_widget_class_bind_template_child (widget_class, AssayColumnsDialog, hidden_group);
  gtk_widget_class_install_action (widget_class, "columns.reset", NULL, reset_action);
}

static void
assay_columns_dialog_init (AssayColumnsDialog *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (int));
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
assay_columns_dialog_new (AssayType type, const char *const *columns)
{
  AssayColumnsDialog *self = g_object_new (ASSAY_TYPE_COLUMNS_DIALOG, NULL);

  self->type = assay_record_type_get (type);
  for (guint i = 0; columns[i]; i++)
    {
      int field = assay_record_type_find_field (self->type, columns[i]);

      if (field >= 0)
        g_array_append_val (self->shown, field);
    }
  make_rows (self);
  return ADW_DIALOG (self);
}
