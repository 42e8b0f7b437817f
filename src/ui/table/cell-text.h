/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a value stands in a table: its text without the unit that the heading has, its alignment, its
 * usual width, and the icon of a verdict. */

#pragma once

#include <glib.h>

#include "record/format.h"

G_BEGIN_DECLS

/* "Quantity (pieces)" */
char *assay_cell_heading (const AssayField *field, AssayUnits units);
/* Empty where the value is unknown. */
char *assay_cell_text (const AssayRecord *record, guint field, AssayUnits units);
/* Amounts stand at the end of the cell, one under the other. */
gboolean assay_cell_is_amount (const AssayField *field);
/* Digits of one width. */
gboolean assay_cell_is_numeric (const AssayField *field);
/* In average characters. */
guint assay_cell_width (const AssayRecordType *type, guint field);
/* Takes the room that is left. */
gboolean assay_cell_is_name (const AssayRecordType *type, guint field);
/* Fields that say how well something stands show an icon beside the text: FALSE where there is
 * none. */
gboolean assay_cell_verdict (const AssayField *field,
                             const char *value,
                             const char **icon,
                             const char **css_class);
/* The date of something that should be finished by now. */
gboolean assay_cell_is_overdue (const AssayRecord *record, guint field, gint32 today);

G_END_DECLS
