/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/table/filter-editor.h"

#include <glib/gi18n-lib.h>

#include "ui/form/option-list.h"
#include "ui/form/reference-picker.h"
#include "ui/init.h"
#include "ui/table/filter-words.h"

struct _AssayFilterEditor
{
  GtkPopover parent_instance;

  GtkDropDown *fields;
  GtkDropDown *operators;
  GtkStack *values;
  GtkEntry *entry;
  GtkDropDown *options;
  GtkMenuButton *reference;
  GtkLabel *error;
  GtkWidget *add;

  AssayContext *context;
  const AssayRecordType *type;
  GArray *offered; /* of guint: the field behind each row of `fields` */
  gint64 reference_id;
  char *reference_title;
};

G_DEFINE_FINAL_TYPE (AssayFilterEditor, assay_filter_editor, GTK_TYPE_POPOVER)

enum
{
  FILTER_MADE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
current_field (AssayFilterEditor *self)
{
  guint selected = gtk_drop_down_get_selected (self->fields);

  return selected < self->offered->len ? g_array_index (self->offered, guint, selected) : 0;
}

static const AssayField *
describe_field (AssayFilterEditor *self)
{
  return &self->type->fields[current_field (self)];
}

static AssayFilterOperator
current_operator (AssayFilterEditor *self)
{
  guint n;
  const AssayFilterOperator *operators = assay_filter_operators (describe_field (self), &n);
  guint selected = gtk_drop_down_get_selected (self->operators);

  return operators[MIN (selected, n - 1)];
}

static void
show_error (AssayFilterEditor *self, const char *message)
{
  gtk_label_set_text (self->error, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
  if (message)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_announce (GTK_ACCESSIBLE (self), message,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               message ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
value_changed_cb (AssayFilterEditor *self)
{
  show_error (self, NULL);
}

static const char *
values_page (AssayFilterEditor *self)
{
  const AssayField *field = describe_field (self);

  if (!assay_filter_operator_has_value (current_operator (self)))
    return "none";
  if (field->kind == ASSAY_KIND_REFERENCE)
    return "reference";
  if (field->kind == ASSAY_KIND_CHOICE || field->kind == ASSAY_KIND_COUNTRY
      || field->kind == ASSAY_KIND_CURRENCY || field->kind == ASSAY_KIND_FLAG)
    return "options";
  return "text";
}

static void
operator_changed_cb (AssayFilterEditor *self)
{
  if (!self->type)
    return;
  gtk_stack_set_visible_child_name (self->values, values_page (self));
  show_error (self, NULL);
}

static void
picked_cb (AssayFilterEditor *self, gint64 id, const char *title)
{
  self->reference_id = id;
  g_set_str (&self->reference_title, title);
  gtk_menu_button_set_label (self->reference, title);
  show_error (self, NULL);
}

static GListModel *
flag_options (void)
{
  GListStore *store = g_list_store_new (ASSAY_TYPE_OPTION);
  g_autoptr (AssayOption) yes = assay_option_new ("1", _ ("Yes"));
  g_autoptr (AssayOption) no = assay_option_new ("0", _ ("No"));

  g_list_store_append (store, yes);
  g_list_store_append (store, no);
  return G_LIST_MODEL (store);
}

static void
update_values (AssayFilterEditor *self)
{
  const AssayField *field = describe_field (self);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->reference_id = 0;
  g_clear_pointer (&self->reference_title, g_free);
  if (field->kind == ASSAY_KIND_REFERENCE)
    {
      GtkWidget *picker = assay_reference_picker_new (self->context, field->reference, FALSE);

      g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_label (self->reference, _ ("Choose…"));
      gtk_menu_button_set_popover (self->reference, picker);
    }
  else if (g_str_equal (values_page (self), "options"))
    {
      g_autoptr (GListModel) options = field->kind == ASSAY_KIND_FLAG
                                           ? flag_options ()
                                           : G_LIST_MODEL (assay_option_list_new (field));

      gtk_drop_down_set_model (self->options, options);
    }
}

static void
field_changed_cb (AssayFilterEditor *self)
{
  g_autoptr (GtkStringList) labels = NULL;
  const AssayFilterOperator *operators;
  guint n;

  if (!self->type)
    return;
  labels = gtk_string_list_new (NULL);
  operators = assay_filter_operators (describe_field (self), &n);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (labels,
                            assay_filter_operator_label (describe_field (self), operators[i]));
  gtk_drop_down_set_model (self->operators, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->operators, 0);
  update_values (self);
  operator_changed_cb (self);
}

/* The value that was typed or chosen; FALSE with what is wrong shown. */
static gboolean
read_value (AssayFilterEditor *self, AssayValue *value)
{
  const AssayField *field = describe_field (self);
  const char *page = values_page (self);
  g_autoptr (GError) error = NULL;

  if (g_str_equal (page, "none"))
    return TRUE;
  if (g_str_equal (page, "reference"))
    {
      if (self->reference_id == 0)
        {
          show_error (self, _ ("Choose a record"));
          return FALSE;
        }
      assay_value_set_integer (value, self->reference_id);
      return TRUE;
    }
  if (g_str_equal (page, "options"))
    {
      AssayOption *option = gtk_drop_down_get_selected_item (self->options);
      const char *chosen = option ? assay_option_get_value (option) : NULL;

      if (chosen && field->kind == ASSAY_KIND_FLAG)
        assay_value_set_integer (value, *chosen == '1');
      else if (chosen)
        assay_value_set_text (value, chosen);
      else
        show_error (self, _ ("Choose a value"));
      return chosen != NULL;
    }
  if (!assay_format_parse_edit (field, gtk_editable_get_text (GTK_EDITABLE (self->entry)), NULL,
                                assay_context_get_units (self->context), value, &error))
    {
      show_error (self, error->message);
      return FALSE;
    }
  if (!assay_value_is_known (value))
    {
      show_error (self, _ ("Enter a value"));
      return FALSE;
    }
  return TRUE;
}

static void
add_cb (AssayFilterEditor *self)
{
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;

  if (!read_value (self, &value))
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[FILTER_MADE], 0, current_field (self), (int)current_operator (self),
                 &value, self->reference_title);
  field_changed_cb (self);
}

static void
assay_filter_editor_dispose (GObject *object)
{
  AssayFilterEditor *self = ASSAY_FILTER_EDITOR (object);

  self->type = NULL;
  g_clear_object (&self->context);
  g_clear_pointer (&self->offered, g_array_unref);
  g_clear_pointer (&self->reference_title, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_FILTER_EDITOR);

  G_OBJECT_CLASS (assay_filter_editor_parent_class)->dispose (object);
}

static void
assay_filter_editor_class_init (AssayFilterEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_filter_editor_dispose;

  signals[FILTER_MADE]
      = g_signal_new ("filter-made", ASSAY_TYPE_FILTER_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 4, G_TYPE_UINT, G_TYPE_INT, G_TYPE_POINTER, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "table/filter-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayFilterEditor, fields);
  gtk_widget_class_bind_template_child (widget_class, AssayFilterEditor, operators);
  gtk_widget_class_bind_template_child (widget_class, AssayFilterEditor, values);
  gtk_widget_class_bind_template_child (widget_class, AssayFilterEditor, entry);
  gtk_widget_class_bind_template_child (widget_class, AssayFilterEditor, options);
  gtk_widget_class_bind_template_child (widget_class, AssayFilterEditor, reference);
  gtk_widget_class_bind_template_child (widget_class, AssayFilterEditor, error);
  gtk_widget_class_bind_template_child (widget_class, AssayFilterEditor, add);
  gtk_widget_class_bind_template_callback (widget_class, field_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, operator_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
assay_filter_editor_init (AssayFilterEditor *self)
{
  self->offered = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
assay_filter_editor_set_type (AssayFilterEditor *self, AssayContext *context, AssayType type)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) label = gtk_property_expression_new (ASSAY_TYPE_OPTION, NULL, "label");
  g_autoptr (GtkExpression) string
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  g_return_if_fail (ASSAY_IS_FILTER_EDITOR (self));

  g_set_object (&self->context, context);
  self->type = assay_record_type_get (type);
  g_array_set_size (self->offered, 0);
  for (guint i = 0; i < self->type->n_fields; i++)
    if (!(self->type->fields[i].flags & ASSAY_FIELD_HIDDEN))
      {
        g_array_append_val (self->offered, i);
        gtk_string_list_append (labels, assay_field_label (&self->type->fields[i]));
      }
  gtk_drop_down_set_expression (self->options, label);
  gtk_drop_down_set_expression (self->fields, string);
  gtk_drop_down_set_model (self->fields, G_LIST_MODEL (labels));
  field_changed_cb (self);
}
