/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/aql-row.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "figures/sampling-plan.h"

struct _AssayAqlRow
{
  AdwComboRow parent_instance;

  guint field;
  GArray *aqls; /* of gint64, as the list shows them */
  GtkStringList *labels;
  gboolean loading;
};

static void assay_aql_row_field_row_init (AssayFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AssayAqlRow,
                               assay_aql_row,
                               ADW_TYPE_COMBO_ROW,
                               G_IMPLEMENT_INTERFACE (ASSAY_TYPE_FIELD_ROW,
                                                      assay_aql_row_field_row_init))

/* As the tables print it, "2.5" and not "2.500", with the locale's decimal sign. */
static char *
say_aql (gint64 aql)
{
  const char *printed = aql <= G_MAXINT ? assay_aql_to_string ((gint)aql) : NULL;
  g_auto (GStrv) parts = printed != NULL ? g_strsplit (printed, ".", 2) : NULL;

  return parts != NULL ? g_strjoinv (localeconv ()->decimal_point, parts)
                       : assay_format_decimal (aql, 3, TRUE);
}

static void
append (AssayAqlRow *self, gint64 aql)
{
  g_autofree char *label = NULL;

  if (aql == ASSAY_AQL_NONE)
    label = g_strdup (_ ("Not inspected"));
  else if (aql == ASSAY_AQL_ZERO)
    label = g_strdup (_ ("Not allowed"));
  else
    label = say_aql (aql);
  g_array_append_val (self->aqls, aql);
  gtk_string_list_append (self->labels, label);
}

static guint
find (AssayAqlRow *self, gint64 aql)
{
  for (guint i = 0; i < self->aqls->len; i++)
    if (g_array_index (self->aqls, gint64, i) == aql)
      return i;
  /* Imported from a report that used an AQL of its own. */
  append (self, aql);
  return self->aqls->len - 1;
}

static void
selected_cb (AssayAqlRow *self)
{
  if (!self->loading)
    assay_field_row_edited (ASSAY_FIELD_ROW (self));
}

static void
assay_aql_row_load (AssayFieldRow *row, const AssayRecord *record)
{
  AssayAqlRow *self = ASSAY_AQL_ROW (row);

  self->loading = TRUE;
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (self),
      find (self, assay_record_get_integer (record, self->field, ASSAY_AQL_NONE)));
  self->loading = FALSE;
}

static gboolean
assay_aql_row_store (AssayFieldRow *row, AssayRecord *record, GError **error)
{
  AssayAqlRow *self = ASSAY_AQL_ROW (row);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  gint64 aql
      = selected < self->aqls->len ? g_array_index (self->aqls, gint64, selected) : ASSAY_AQL_NONE;

  if (aql == ASSAY_AQL_NONE)
    assay_record_set_unknown (record, self->field);
  else
    assay_record_set_integer (record, self->field, aql);
  return TRUE;
}

static void
assay_aql_row_set_problem (AssayFieldRow *row, const char *message)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), message != NULL ? message : "");
  assay_field_row_mark (GTK_WIDGET (row), GTK_WIDGET (row), NULL, message);
}

static void
assay_aql_row_finalize (GObject *object)
{
  AssayAqlRow *self = ASSAY_AQL_ROW (object);

  g_array_unref (self->aqls);
  g_clear_object (&self->labels);

  G_OBJECT_CLASS (assay_aql_row_parent_class)->finalize (object);
}

static void
assay_aql_row_field_row_init (AssayFieldRowInterface *iface)
{
  iface->load = assay_aql_row_load;
  iface->store = assay_aql_row_store;
  iface->set_problem = assay_aql_row_set_problem;
}

static void
assay_aql_row_class_init (AssayAqlRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = assay_aql_row_finalize;
}

static void
assay_aql_row_init (AssayAqlRow *self)
{
  const gint *list = assay_aql_list ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  self->aqls = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->labels = gtk_string_list_new (NULL);
  append (self, ASSAY_AQL_NONE);
  append (self, ASSAY_AQL_ZERO);
  for (gint i = 0; i < ASSAY_N_AQLS; i++)
    append (self, list[i]);
}

AssayFieldRow *
assay_aql_row_new (guint field, const char *title)
{
  AssayAqlRow *self
      = g_object_new (ASSAY_TYPE_AQL_ROW, "title", title, "use-underline", TRUE, NULL);
  g_autoptr (GtkExpression) expression
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->field = field;
  self->loading = TRUE;
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), expression);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->labels));
  self->loading = FALSE;
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
  return ASSAY_FIELD_ROW (self);
}

void
assay_aql_row_select (AssayAqlRow *self, gint64 aql)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), find (self, MAX (aql, ASSAY_AQL_NONE)));
}
