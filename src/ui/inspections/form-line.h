/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of the form under its number, with small entries for what was written on it. Signal "next"
 * when Enter was pressed in it. */

#pragma once

#include <gtk/gtk.h>

#include "ui/inspections/form-typing.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_FORM_LINE (assay_form_line_get_type ())
G_DECLARE_FINAL_TYPE (AssayFormLine, assay_form_line, ASSAY, FORM_LINE, GtkListBoxRow)

/* @row is kept by who made it. */
AssayFormLine *assay_form_line_new (AssayInspectionDraft *draft, const AssayFormRow *row);
const AssayFormRow *assay_form_line_get_row (AssayFormLine *line);
void assay_form_line_focus (AssayFormLine *line);
/* Shows what is wrong with it; FALSE when something is. */
gboolean assay_form_line_check (AssayFormLine *line);
gboolean assay_form_line_apply (AssayFormLine *line, AssayInspectionDraft *draft);
/* Something was typed. */
gboolean assay_form_line_is_touched (AssayFormLine *line);

G_END_DECLS
