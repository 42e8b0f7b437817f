/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of one record to be filled in, made from the catalogue: a preferences group for each
 * group of fields, a row for each field that a person can set. Works on a copy of the record and
 * says as one types what is wrong. Signal "changed" after every edit. Main thread. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"
#include "ui/form/field-row.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_FORM (assay_form_get_type ())
G_DECLARE_FINAL_TYPE (AssayForm, assay_form, ASSAY, FORM, GtkWidget)

AssayForm *assay_form_new (AssayContext *context, AssayRecord *record);

/* The copy with everything typed so far. */
AssayRecord *assay_form_get_record (AssayForm *form);
/* As it was before. */
AssayRecord *assay_form_get_original (AssayForm *form);
gboolean assay_form_is_dirty (AssayForm *form);
/* Why the record cannot be saved, "Name: this is needed"; NULL when it can. */
const char *assay_form_get_reason (AssayForm *form);
/* What is odd though it may be so, in words; NULL when nothing is. */
const char *assay_form_get_remark (AssayForm *form);
/* Shows everything that is wrong, and puts the focus on the first of it. */
void assay_form_show_problems (AssayForm *form);

/* NULL when the form has no row for the field. */
AssayFieldRow *assay_form_get_row (AssayForm *form, guint field);
/* Groups in order, with the widget that shows each. */
guint assay_form_get_n_groups (AssayForm *form);
GtkWidget *assay_form_get_group (AssayForm *form, guint index, const char **title);

G_END_DECLS
