/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/import/import-columns.h"

#include <glib/gi18n-lib.h>

/* Rows beyond this no one reads; the columns keep what was proposed for them. */
#define MOST_ROWS 300

/* Samples longer than this would leave the choice no room in a narrow window. */
#define MOST_SAMPLE 16

typedef struct
{
  AssayType type;
  guint field;
} Choice;

/* What the rows of one plan share. */
typedef struct
{
  AssayImportPlan *plan;
  GtkStringList *labels; /* the first leaves the column out */
  GArray *choices;       /* of Choice, beside the labels from the second on */
  GPtrArray *rows;       /* borrowed */
  AssayImportColumnsChanged changed;
  gpointer data;
  gboolean updating;
} Columns;

static void
columns_free (gpointer data)
{
  Columns *columns = data;

  g_object_unref (columns->labels);
  g_array_unref (columns->choices);
  g_free (columns);
}

static guint
position_of (Columns *columns, const AssayMapping *mapping)
{
  for (guint i = 0; mapping->type != ASSAY_TYPE_NONE && i < columns->choices->len; i++)
    {
      const Choice *choice = &g_array_index (columns->choices, Choice, i);

      if (choice->type == mapping->type && choice->field == mapping->field)
        return i + 1;
    }
  return 0;
}

static void
show_origin (AdwComboRow *row, const AssayMapping *mapping)
{
  GtkWidget *tag = g_object_get_data (G_OBJECT (row), "tag");
  const char *text = NULL;

  switch (mapping->origin)
    {
    case ASSAY_MAPPING_UNCERTAIN:
      text = _ ("Please check");
      break;
    case ASSAY_MAPPING_REMEMBERED:
      text = _ ("As last time");
      break;
    case ASSAY_MAPPING_NONE:
    case ASSAY_MAPPING_SURE:
    case ASSAY_MAPPING_BY_HAND:
    default:
      break;
    }
  gtk_label_set_label (GTK_LABEL (tag), text != NULL ? text : "");
  gtk_widget_set_visible (tag, text != NULL);
  if (mapping->origin == ASSAY_MAPPING_UNCERTAIN)
    gtk_widget_add_css_class (tag, "warning");
  else
    gtk_widget_remove_css_class (tag, "warning");
}

static void
update (Columns *columns)
{
  columns->updating = TRUE;
  for (guint i = 0; i < columns->rows->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (columns->rows, i);
      const AssayMapping *mapping = assay_import_plan_get_mapping (columns->plan, i);

      adw_combo_row_set_selected (row, position_of (columns, mapping));
      show_origin (row, mapping);
    }
  columns->updating = FALSE;
}

static void
selected_cb (AdwComboRow *row, GParamSpec *pspec, gpointer data)
{
  Columns *columns = data;
  guint selected = adw_combo_row_get_selected (row);
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "column"));
  const Choice *choice;

  if (columns->updating || selected == GTK_INVALID_LIST_POSITION)
    return;
  choice = selected > 0 ? &g_array_index (columns->choices, Choice, selected - 1) : NULL;
  assay_import_plan_map (columns->plan, column, choice ? choice->type : ASSAY_TYPE_NONE,
                         choice ? choice->field : 0);
  update (columns);
  columns->changed (columns->data);
}

static char *
describe_samples (const AssaySurveyColumn *column)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (column->samples->len, 3) && text->len < MOST_SAMPLE; i++)
    {
      g_autofree char *sample = assay_cell_escape (g_ptr_array_index (column->samples, i));
      g_autofree char *cut = g_utf8_truncate_middle (sample, 18);

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", cut);
    }
  if (column->samples->len == 0)
    g_string_append (text, _ ("Empty"));
  return g_string_free_and_steal (text);
}

static GtkWidget *
make_row (Columns *columns, guint index)
{
  const AssaySurveyColumn *column
      = assay_survey_get_column (assay_import_plan_get_survey (columns->plan), index);
  GtkWidget *row = adw_combo_row_new ();
  GtkWidget *tag = gtk_label_new (NULL);
  g_autofree char *samples = describe_samples (column);
  g_autoptr (GtkExpression) expression
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), column->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), samples);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), expression);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (row), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (columns->labels));
  gtk_widget_add_css_class (tag, "caption");
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
  g_object_set_data (G_OBJECT (row), "tag", tag);
  g_object_set_data (G_OBJECT (row), "column", GUINT_TO_POINTER (index));
  g_signal_connect (row, "notify::selected", G_CALLBACK (selected_cb), columns);
  return row;
}

static void
add_choices (Columns *columns)
{
  AssayType target = assay_import_plan_get_target (columns->plan);

  gtk_string_list_append (columns->labels, _ ("Leave out"));
  for (const AssayType *type = assay_import_types_of (target); *type != ASSAY_TYPE_NONE; type++)
    for (guint i = 0; i < assay_record_type_get (*type)->n_fields; i++)
      {
        Choice choice = { *type, i };

        if (!assay_import_can_map (target, *type, i))
          continue;
        gtk_string_list_take (columns->labels, assay_import_describe_field (target, *type, i));
        g_array_append_val (columns->choices, choice);
      }
}

GPtrArray *
assay_import_columns_fill (AdwPreferencesGroup *group,
                           AssayImportPlan *plan,
                           AssayImportColumnsChanged changed,
                           gpointer data)
{
  Columns *columns = g_new0 (Columns, 1);
  AssaySurvey *survey = assay_import_plan_get_survey (plan);
  GPtrArray *rows = g_ptr_array_new ();

  columns->plan = plan;
  columns->labels = gtk_string_list_new (NULL);
  columns->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  columns->rows = rows;
  columns->changed = changed;
  columns->data = data;
  add_choices (columns);
  columns->updating = TRUE;
  for (guint i = 0; i < MIN (survey->columns->len, MOST_ROWS); i++)
    {
      GtkWidget *row = make_row (columns, i);

      g_ptr_array_add (rows, row);
      adw_preferences_group_add (group, row);
    }
  update (columns);
  g_object_set_data_full (G_OBJECT (group), "columns", columns, columns_free);
  return rows;
}
