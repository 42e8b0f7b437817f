/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a query as a GListModel of AssayRecord: holds the ids in order and builds the records
 * of a page of 128 rows when they are asked for. Sorting, filtering and searching happen on the
 * book's thread; a late answer is dropped. */

#pragma once

#include <gio/gio.h>

#include "store/book.h"
#include "store/query.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_RECORD_SLOT (assay_record_slot_get_type ())
G_DECLARE_FINAL_TYPE (AssayRecordSlot, assay_record_slot, ASSAY, RECORD_SLOT, GObject)

#define ASSAY_TYPE_RECORD_LIST (assay_record_list_get_type ())
G_DECLARE_FINAL_TYPE (AssayRecordList, assay_record_list, ASSAY, RECORD_LIST, GObject)

/* Items are AssayRecordSlot: a position whose record changes in place (property "record", notified
 * when another record stands there). */
AssayRecord *assay_record_slot_get_record (AssayRecordSlot *slot);
guint assay_record_slot_get_position (AssayRecordSlot *slot);

AssayRecordList *assay_record_list_new (AssayBook *book, const AssayQuery *query);
/* Old rows stay until the new ones are there. */
void assay_record_list_set_query (AssayRecordList *list, const AssayQuery *query);
/* Property "loading": a query is under way. Signal "loaded" after each answer. */
gboolean assay_record_list_is_loading (AssayRecordList *list);
/* 0 when there is no such row. */
gint64 assay_record_list_get_id (AssayRecordList *list, guint position);
/* G_MAXUINT when the record is not in the list. */
guint assay_record_list_find (AssayRecordList *list, gint64 id);
/* NULL while all went well. */
const GError *assay_record_list_get_error (AssayRecordList *list);

G_END_DECLS
