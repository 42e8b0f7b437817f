/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form row for another record: found by typing, or made on the spot. */

#pragma once

#include "ui/form/field-row.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_REFERENCE_ROW (assay_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (AssayReferenceRow, assay_reference_row, ASSAY, REFERENCE_ROW, AdwActionRow)

AssayFieldRow *assay_reference_row_new (AssayContext *context,
                                        const AssayRecordType *type,
                                        guint index,
                                        const char *title);
/* 0: none. */
void assay_reference_row_pick (AssayReferenceRow *row, gint64 id, const char *title);

G_END_DECLS
