/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/import/import-review.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"

/* Rows of a list on the screen; the saved report has all. */
#define MOST_ROWS 100

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, GPtrArray *groups, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_property (AdwPreferencesGroup *group, const char *title, const char *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);
}

static void
add_remark (AdwPreferencesGroup *group, const AssayImportRemark *remark)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = NULL;

  if (remark->line == 0)
    title = g_strdup (remark->reason);
  else if (*remark->column != '\0')
    /* Translators: a line's number, a column's heading, what stands there. */
    title = g_strdup_printf (_ ("Line %u, %s: “%s”"), remark->line, remark->column, remark->value);
  else
    title = g_strdup_printf (_ ("Line %u"), remark->line);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               remark->line == 0 ? remark->value : remark->reason);
  adw_preferences_group_add (group, row);
}

/* Many remarks of one kind are one kind of remark: first how many of each, then the lines. */
static void
add_summary (AdwPreferencesGroup *group, const AssayImportRemarks *remarks)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < remarks->remarks->len; i++)
    {
      const AssayImportRemark *remark = &g_array_index (remarks->remarks, AssayImportRemark, i);
      char *key = g_strdup_printf ("%s\t%s", remark->column, remark->reason);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

      if (n == 0)
        g_ptr_array_add (keys, key);
      if (n == 0)
        g_hash_table_insert (counts, key, GUINT_TO_POINTER (1));
      else
        {
          gpointer kept;

          g_hash_table_steal_extended (counts, key, &kept, NULL);
          g_hash_table_insert (counts, kept, GUINT_TO_POINTER (n + 1));
          g_free (key);
        }
    }
  for (guint i = 0; i < MIN (keys->len, 30); i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      g_auto (GStrv) parts = g_strsplit (key, "\t", 2);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
      g_autofree char *number = assay_format_number (n);
      g_autofree char *text
          = g_strdup_printf (ngettext ("%s time: %s", "%s times: %s", n), number, parts[1]);

      add_property (group, *parts[0] != '\0' ? parts[0] : _ ("Rows"), text);
    }
}

static void
add_remarks (AdwPreferencesPage *page,
             GPtrArray *groups,
             const char *title,
             const char *description,
             const AssayImportRemarks *remarks)
{
  AdwPreferencesGroup *group;
  GtkWidget *expander;
  g_autofree char *number = NULL;

  if (remarks->count == 0)
    return;
  number = assay_format_number ((gint64)remarks->count);
  g_autofree char *heading = g_strdup_printf ("%s (%s)", title, number);
  group = add_group (page, groups, heading, description);
  if (remarks->count > 6)
    {
      add_summary (group, remarks);
      expander = adw_expander_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _ ("One by One"));
      if (remarks->count > MOST_ROWS)
        adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander),
                                       _ ("The first hundred; the saved report has all"));
      adw_preferences_group_add (group, expander);
      for (guint i = 0; i < MIN (remarks->remarks->len, MOST_ROWS); i++)
        {
          GtkWidget *row = adw_action_row_new ();
          const AssayImportRemark *remark = &g_array_index (remarks->remarks, AssayImportRemark, i);
          g_autofree char *line = g_strdup_printf (_ ("Line %u, %s: “%s”"), remark->line,
                                                   remark->column, remark->value);

          adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
          adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line);
          adw_action_row_set_subtitle (ADW_ACTION_ROW (row), remark->reason);
          adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
        }
      return;
    }
  for (guint i = 0; i < remarks->remarks->len; i++)
    add_remark (group, &g_array_index (remarks->remarks, AssayImportRemark, i));
}

static void
decided_cb (AdwComboRow *row, GParamSpec *pspec, gpointer data)
{
  AssayImportPlan *plan = data;
  const char *name = g_object_get_data (G_OBJECT (row), "name");
  const char *const *near = g_object_get_data (G_OBJECT (row), "near");
  AssayType type = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "type"));
  guint selected = adw_combo_row_get_selected (row);

  assay_import_plan_decide (plan, type, name, selected > 0 ? near[selected - 1] : "");
}

static void
add_doubts (AdwPreferencesPage *page,
            GPtrArray *groups,
            const AssayImportResult *result,
            AssayImportPlan *plan)
{
  AdwPreferencesGroup *group;

  if (result->doubts->len == 0 || plan == NULL)
    return;
  group = add_group (page, groups, _ ("Perhaps There Already"),
                     _ ("Are these new, or another spelling of what is there?"));
  for (guint i = 0; i < MIN (result->doubts->len, MOST_ROWS); i++)
    {
      const AssayImportDoubt *doubt = g_ptr_array_index (result->doubts, i);
      GtkWidget *row = adw_combo_row_new ();
      g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
      g_autofree char *title = assay_cell_escape (doubt->name);
      g_autofree char *subtitle = NULL;
      g_autofree char *first = NULL;

      gtk_string_list_append (choices, _ ("A new one"));
      for (guint j = 0; doubt->near[j] != NULL; j++)
        {
          g_autofree char *near = assay_cell_escape (doubt->near[j]);

          /* Translators: %s is a name. */
          gtk_string_list_take (choices, g_strdup_printf (_ ("The same as %s"), near));
        }
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      first = assay_cell_escape (doubt->near[0]);
      if (doubt->reasons != NULL)
        /* Translators: a record's type, a name, reasons: “Supplier, like Alpha Bags: the same tax
         * number”. */
        subtitle = g_strdup_printf (_ ("%s, like %s: %s"),
                                    assay_record_type_label (assay_record_type_get (doubt->type)),
                                    first, doubt->reasons[0]);
      else
        /* Translators: a record's type and a name: “Supplier, nearly the same as Alpha Bags”. */
        subtitle = g_strdup_printf (_ ("%s, nearly the same as %s"),
                                    assay_record_type_label (assay_record_type_get (doubt->type)),
                                    first);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
      g_object_set_data_full (G_OBJECT (row), "name", g_strdup (doubt->name), g_free);
      g_object_set_data_full (G_OBJECT (row), "near", g_strdupv (doubt->near),
                              (GDestroyNotify)g_strfreev);
      g_object_set_data (G_OBJECT (row), "type", GINT_TO_POINTER (doubt->type));
      g_signal_connect (row, "notify::selected", G_CALLBACK (decided_cb), plan);
      adw_preferences_group_add (group, row);
    }
}

GPtrArray *
assay_import_review_fill (AdwPreferencesPage *page,
                          const AssayImportResult *result,
                          AssayImportPlan *plan)
{
  GPtrArray *groups = g_ptr_array_new ();
  AdwPreferencesGroup *summary = add_group (page, groups, NULL, NULL);
  g_autofree char *rows = assay_format_number ((gint64)result->rows);
  g_autofree char *created = assay_import_result_describe_created (result);

  add_property (summary, _ ("Rows Read"), rows);
  add_property (summary, result->done ? _ ("New in the Book") : _ ("Will Be New in the Book"),
                created != NULL ? created : _ ("Nothing"));
  add_doubts (page, groups, result, plan);
  add_remarks (
      page, groups, _ ("Rows Refused"),
      _ ("Nothing is imported while rows are refused, unless you choose to import the others."),
      &result->refused);
  add_remarks (page, groups, _ ("Values Left Unknown"),
               _ ("These rows are kept; what could not be read stays unknown."),
               &result->unknown_values);
  add_remarks (page, groups, _ ("Notes"), NULL, &result->notes);
  return groups;
}
