/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form row for paragraphs. */

#pragma once

#include "ui/form/field-row.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_LONG_TEXT_ROW (assay_long_text_row_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayLongTextRow, assay_long_text_row, ASSAY, LONG_TEXT_ROW, AdwPreferencesRow)

AssayFieldRow *assay_long_text_row_new (AssayContext *context,
                                        const AssayRecordType *type,
                                        guint index,
                                        const char *title);
void assay_long_text_row_set_text (AssayLongTextRow *row, const char *text);

G_END_DECLS
