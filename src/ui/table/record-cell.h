/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One cell of a table: shows one field of whatever record stands in its slot, and follows it. */

#pragma once

#include <gtk/gtk.h>

#include "record/format.h"
#include "store/record-list.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_RECORD_CELL (assay_record_cell_get_type ())
G_DECLARE_FINAL_TYPE (AssayRecordCell, assay_record_cell, ASSAY, RECORD_CELL, GtkWidget)

GtkWidget *assay_record_cell_new (AssayType type, guint field, AssayUnits units);
void assay_record_cell_set_slot (AssayRecordCell *cell, AssayRecordSlot *slot);
AssayRecordSlot *assay_record_cell_get_slot (AssayRecordCell *cell);

G_END_DECLS
