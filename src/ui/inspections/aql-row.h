/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form row for the AQL of one class of defects: those of the tables, "not allowed" for 0 and "not
 * inspected" for none. */

#pragma once

#include "ui/form/field-row.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_AQL_ROW (assay_aql_row_get_type ())
G_DECLARE_FINAL_TYPE (AssayAqlRow, assay_aql_row, ASSAY, AQL_ROW, AdwComboRow)

AssayFieldRow *assay_aql_row_new (guint field, const char *title);
/* In thousandths; below 0: not inspected. As a person does it. */
void assay_aql_row_select (AssayAqlRow *row, gint64 aql);

G_END_DECLS
