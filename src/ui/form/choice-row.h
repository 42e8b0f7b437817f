/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form row for one out of a list: choices, countries, currencies. Long lists are searched. */

#pragma once

#include "ui/form/field-row.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_CHOICE_ROW (assay_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (AssayChoiceRow, assay_choice_row, ASSAY, CHOICE_ROW, AdwComboRow)

AssayFieldRow *assay_choice_row_new (AssayContext *context,
                                     const AssayRecordType *type,
                                     guint index,
                                     const char *title);
/* NULL: unknown. A value that is not offered is added to the list. */
void assay_choice_row_select (AssayChoiceRow *row, const char *value);

G_END_DECLS
