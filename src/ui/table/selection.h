/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Selected rows of a record list, remembered by id: after another order or filter the same records
 * are selected, wherever they stand now. Items are those of the list. */

#pragma once

#include <gtk/gtk.h>

#include "store/record-list.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_TABLE_SELECTION (assay_table_selection_get_type ())
G_DECLARE_FINAL_TYPE (AssayTableSelection, assay_table_selection, ASSAY, TABLE_SELECTION, GObject)

AssayTableSelection *assay_table_selection_new (AssayRecordList *list);
/* Shows no more than the first @limit rows. */
void assay_table_selection_set_limit (AssayTableSelection *selection, guint limit);

guint assay_table_selection_count (AssayTableSelection *selection);
/* Ids in the order shown. */
GArray *assay_table_selection_dup_ids (AssayTableSelection *selection);
void assay_table_selection_set_ids (AssayTableSelection *selection, const gint64 *ids, gsize n_ids);

G_END_DECLS
