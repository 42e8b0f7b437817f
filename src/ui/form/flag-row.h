/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form row for yes or no. */

#pragma once

#include "ui/form/field-row.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_FLAG_ROW (assay_flag_row_get_type ())
G_DECLARE_FINAL_TYPE (AssayFlagRow, assay_flag_row, ASSAY, FLAG_ROW, AdwActionRow)

AssayFieldRow *assay_flag_row_new (AssayContext *context,
                                   const AssayRecordType *type,
                                   guint index,
                                   const char *title);
void assay_flag_row_set_active (AssayFlagRow *row, gboolean active);

G_END_DECLS
