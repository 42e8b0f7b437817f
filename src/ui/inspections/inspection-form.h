/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of an inspection as rows in groups, which the page puts where they belong. Stores what
 * is typed into the draft, says at the row what is wrong, and keeps the rows in step with what
 * follows from other rows. Main thread. Signal "reviewed" after the problems were looked for. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"
#include "ui/form/field-row.h"
#include "ui/inspections/inspection-draft.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_INSPECTION_FORM (assay_inspection_form_get_type ())
G_DECLARE_FINAL_TYPE (AssayInspectionForm, assay_inspection_form, ASSAY, INSPECTION_FORM, GObject)

typedef enum
{
  ASSAY_INSPECTION_GROUP_WHAT,
  ASSAY_INSPECTION_GROUP_LOT,
  ASSAY_INSPECTION_GROUP_PLAN,
  ASSAY_INSPECTION_GROUP_FOUND, /* how many were inspected: the page adds the class bars */
  ASSAY_INSPECTION_GROUP_RESULT,
  ASSAY_INSPECTION_GROUP_NOTES,
  ASSAY_INSPECTION_N_GROUPS,
} AssayInspectionGroup;

AssayInspectionForm *assay_inspection_form_new (AssayContext *context, AssayInspectionDraft *draft);
AdwPreferencesGroup *assay_inspection_form_get_group (AssayInspectionForm *form,
                                                      AssayInspectionGroup group);
AssayFieldRow *assay_inspection_form_get_row (AssayInspectionForm *form, guint field);
int assay_inspection_form_find_field (AssayInspectionForm *form, GtkWidget *widget);
/* What is wrong with a field, now; NULL when nothing is. */
const char *assay_inspection_form_get_problem (AssayInspectionForm *form, guint field);
/* Why it cannot be saved: "Inspected: this is more than “Lot size”"; NULL when it can. */
const char *assay_inspection_form_get_reason (AssayInspectionForm *form);
/* Something typed is not a value yet. */
gboolean assay_inspection_form_is_unread (AssayInspectionForm *form);
/* Shows everything that is wrong; FALSE when no row of the form can be gone to. */
gboolean assay_inspection_form_show_problems (AssayInspectionForm *form);

G_END_DECLS
