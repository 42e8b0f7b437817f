/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/finding.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "ui/record/section.h"
#include "ui/table/table.h"

static void
refer (AssayRecord *action, guint field, gint64 id, const char *title)
{
  if (id == 0)
    return;
  assay_record_set_reference (action, field, id);
  assay_record_set_reference_title (action, field, title);
}

static void
refer_same (AssayRecord *action, guint field, const AssayRecord *from, guint from_field)
{
  refer (action, field, assay_record_get_reference (from, from_field),
         assay_record_get_reference_title (from, from_field));
}

/* "Open seam (Shoulder strap)" */
static char *
name_defect (const AssayRecord *defect)
{
  const char *name = assay_record_get_reference_title (defect, ASSAY_DEFECT_DEFECT_TYPE);
  const char *component = assay_record_get_text (defect, ASSAY_DEFECT_COMPONENT);

  if (name == NULL)
    name = assay_record_get_text (defect, ASSAY_DEFECT_DESCRIPTION);
  if (name == NULL)
    return NULL;
  /* Translators: a defect and the part that shows it */
  return component != NULL ? g_strdup_printf (C_ ("defect", "%s (%s)"), name, component)
                           : g_strdup (name);
}

/* "3 major among 50 inspected pieces" */
static char *
count_defect (const AssayRecord *inspection, const AssayRecord *defect)
{
  gint64 n = assay_record_get_integer (defect, ASSAY_DEFECT_COUNT, 0);
  gint64 inspected = assay_record_get_integer (inspection, ASSAY_INSPECTION_INSPECTED, 0);
  g_autofree char *found = assay_format_number (n);
  g_autofree char *all = assay_format_number (inspected);
  g_autofree char *class_name = assay_format_display (defect, ASSAY_DEFECT_CLASS, 0);
  g_autofree char *lower = g_utf8_strdown (class_name, -1);

  if (inspected == 0)
    /* Translators: "3 major" */
    return g_strdup_printf (_ ("%s %s"), found, lower);
  /* Translators: how many defects of which class were found in how many pieces */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s %s among %s inspected piece",
                                       "%s %s among %s inspected pieces", (gulong)inspected),
                          found, lower, all);
}

static char *
name_failure (const AssayRecord *inspection)
{
  g_autofree char *title = assay_record_dup_title ((AssayRecord *)inspection);

  if (g_strcmp0 (assay_record_get_text (inspection, ASSAY_INSPECTION_RESULT), "fail") != 0)
    return NULL;
  /* Translators: what is wrong: an inspection did not pass */
  return g_strdup_printf (_ ("Failed inspection %s"), title != NULL ? title : "");
}

AssayRecord *
assay_finding_to_action (AssayInspectionDraft *draft, AssayDraftDefect *defect)
{
  AssayRecord *inspection = assay_inspection_draft_get_record (draft);
  AssayRecord *found = defect != NULL ? assay_draft_defect_get_record (defect) : NULL;
  AssayRecord *action = assay_record_new (ASSAY_TYPE_CORRECTIVE_ACTION);
  g_autofree char *title = assay_record_dup_title (inspection);
  g_autofree char *wrong = found != NULL ? name_defect (found) : name_failure (inspection);
  g_autofree char *count = NULL;

  refer (action, ASSAY_CORRECTIVE_ACTION_INSPECTION, assay_record_get_id (inspection), title);
  refer_same (action, ASSAY_CORRECTIVE_ACTION_SUPPLIER, inspection, ASSAY_INSPECTION_SUPPLIER);
  refer_same (action, ASSAY_CORRECTIVE_ACTION_PRODUCT, inspection, ASSAY_INSPECTION_PRODUCT);
  assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_TITLE, wrong);
  if (found == NULL)
    return action;
  refer_same (action, ASSAY_CORRECTIVE_ACTION_DEFECT_TYPE, found, ASSAY_DEFECT_DEFECT_TYPE);
  count = count_defect (inspection, found);
  assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_NOTE, count);
  return action;
}

GtkWidget *
assay_finding_actions_section_new (AssayContext *context, gint64 inspection)
{
  static const char *const columns[] = { "number", "title", "state", "owner", "due_on", NULL };
  static const char *const spare[] = { "owner", "number", NULL };
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_CORRECTIVE_ACTION);
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;
  GtkWidget *button = assay_icon_button_new ("list-add-symbolic", _ ("New Corrective Action"));
  AssayTable *table;
  GtkWidget *section;

  assay_value_set_integer (&value, inspection);
  assay_query_add_filter (query, ASSAY_CORRECTIVE_ACTION_INSPECTION, ASSAY_FILTER_IS, &value);
  assay_query_set_sort (query, ASSAY_CORRECTIVE_ACTION_DUE_ON, FALSE);
  table = assay_table_new (context, query);
  assay_table_set_columns (table, columns);
  assay_table_set_embedded (table, TRUE);
  assay_table_set_spare_columns (table, spare);
  assay_table_set_empty_text (table,
                              _ ("No corrective actions: add one for what must not come back"));
  section = assay_section_new (_ ("Corrective Actions"), GTK_WIDGET (table));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "inspection.corrective-action");
  assay_section_add_button (ASSAY_SECTION (section), button);
  return section;
}
