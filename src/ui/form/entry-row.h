/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form row for what is typed in one line: texts, numbers, amounts, measures, dates, addresses. */

#pragma once

#include "ui/form/field-row.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_ENTRY_ROW (assay_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (AssayEntryRow, assay_entry_row, ASSAY, ENTRY_ROW, AdwPreferencesRow)

AssayFieldRow *assay_entry_row_new (AssayContext *context,
                                    const AssayRecordType *type,
                                    guint index,
                                    const char *title);
void assay_entry_row_set_text (AssayEntryRow *row, const char *text);

G_END_DECLS
