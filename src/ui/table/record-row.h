/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A record in two lines, for narrow places: what names it, what tells it apart, and how it stands.
 */

#pragma once

#include <gtk/gtk.h>

#include "record/format.h"
#include "store/record-list.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_RECORD_ROW (assay_record_row_get_type ())
G_DECLARE_FINAL_TYPE (AssayRecordRow, assay_record_row, ASSAY, RECORD_ROW, GtkWidget)

GtkWidget *assay_record_row_new (AssayUnits units);
void assay_record_row_set_slot (AssayRecordRow *row, AssayRecordSlot *slot);
AssayRecordSlot *assay_record_row_get_slot (AssayRecordRow *row);

G_END_DECLS
