/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/form/choice-row.h"

#include <glib/gi18n-lib.h>

#include "ui/form/option-list.h"

#define SEARCHED_FROM 12 /* entries */

struct _AssayChoiceRow
{
  AdwComboRow parent_instance;

  AssayFieldPlace place;
  GListStore *options;
  gboolean loading;
};

static void assay_choice_row_field_row_init (AssayFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AssayChoiceRow,
                               assay_choice_row,
                               ADW_TYPE_COMBO_ROW,
                               G_IMPLEMENT_INTERFACE (ASSAY_TYPE_FIELD_ROW,
                                                      assay_choice_row_field_row_init))

static guint
find (AssayChoiceRow *self, const char *value)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->options));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AssayOption) option = g_list_model_get_item (G_LIST_MODEL (self->options), i);

      if (g_strcmp0 (assay_option_get_value (option), value) == 0)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
selected_cb (AssayChoiceRow *self)
{
  if (!self->loading)
    assay_field_row_edited (ASSAY_FIELD_ROW (self));
}

static void
assay_choice_row_load (AssayFieldRow *row, const AssayRecord *record)
{
  AssayChoiceRow *self = ASSAY_CHOICE_ROW (row);

  self->loading = TRUE;
  assay_choice_row_select (self, assay_record_get_text (record, self->place.index));
  self->loading = FALSE;
}

static gboolean
assay_choice_row_store (AssayFieldRow *row, AssayRecord *record, GError **error)
{
  AssayChoiceRow *self = ASSAY_CHOICE_ROW (row);
  AssayOption *option = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));

  if (option == NULL || assay_option_get_value (option) == NULL)
    assay_record_set_unknown (record, self->place.index);
  else
    assay_record_set_text (record, self->place.index, assay_option_get_value (option));
  return TRUE;
}

static void
assay_choice_row_set_problem (AssayFieldRow *row, const char *message)
{
  AssayChoiceRow *self = ASSAY_CHOICE_ROW (row);
  const char *help = assay_field_help (self->place.field);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               message != NULL ? message : (help != NULL ? help : ""));
  assay_field_row_mark (GTK_WIDGET (row), GTK_WIDGET (row), NULL, message);
}

static void
assay_choice_row_finalize (GObject *object)
{
  g_clear_object (&ASSAY_CHOICE_ROW (object)->options);

  G_OBJECT_CLASS (assay_choice_row_parent_class)->finalize (object);
}

static void
assay_choice_row_field_row_init (AssayFieldRowInterface *iface)
{
  iface->load = assay_choice_row_load;
  iface->store = assay_choice_row_store;
  iface->set_problem = assay_choice_row_set_problem;
}

static void
assay_choice_row_class_init (AssayChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = assay_choice_row_finalize;
}

static void
assay_choice_row_init (AssayChoiceRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

AssayFieldRow *
assay_choice_row_new (AssayContext *context,
                      const AssayRecordType *type,
                      guint index,
                      const char *title)
{
  AssayChoiceRow *self
      = g_object_new (ASSAY_TYPE_CHOICE_ROW, "title", title, "use-underline", TRUE, NULL);
  g_autoptr (GtkExpression) expression
      = gtk_property_expression_new (ASSAY_TYPE_OPTION, NULL, "label");

  assay_field_place_init (&self->place, context, type, index);
  self->options = assay_option_list_new (self->place.field);
  if (!(self->place.field->flags & ASSAY_FIELD_REQUIRED))
    {
      /* Translators: the entry of a list that says that nothing is known */
      g_autoptr (AssayOption) unknown = assay_option_new (NULL, _ ("Unknown"));

      g_list_store_insert (self->options, 0, unknown);
    }

  adw_combo_row_set_expression (ADW_COMBO_ROW (self), expression);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->options)) > SEARCHED_FROM)
    {
      adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), TRUE);
      adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self),
                                           GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
    }
  self->loading = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->options));
  self->loading = FALSE;
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
  assay_choice_row_set_problem (ASSAY_FIELD_ROW (self), NULL);
  return ASSAY_FIELD_ROW (self);
}

void
assay_choice_row_select (AssayChoiceRow *row, const char *value)
{
  guint position = find (row, value);

  if (position == GTK_INVALID_LIST_POSITION)
    {
      g_autoptr (AssayOption) option
          = assay_option_new (value, value != NULL ? value : _ ("Unknown"));

      g_list_store_append (row->options, option);
      position = g_list_model_get_n_items (G_LIST_MODEL (row->options)) - 1;
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), position);
}
