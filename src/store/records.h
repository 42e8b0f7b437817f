/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records in and out of a connection. Synchronous; on the thread that owns the connection. Writing
 * happens inside assay_book_change() only, so that every write is recorded and can be undone. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

gint64 assay_records_new_id (void);

/* Reading. Reference titles are filled in. */
AssayRecord *assay_records_get (AssayDb *db, AssayType type, gint64 id, GError **error);
gint64 assay_records_find (
    AssayDb *db, AssayType type, guint field, const AssayValue *value, GError **error);
char *assay_records_dup_title (AssayDb *db, AssayType type, gint64 id, GError **error);

/* Writing. A record without an id gets one. Derived columns of the record and of those that depend
 * on it are brought up to date at the end of the change. */
gboolean assay_records_insert (AssayDb *db, AssayRecord *record, GError **error);
/* The same for many: an order and what belongs to it may be written only when the next one comes.
 * The record is kept until then and must not be changed. */
gboolean assay_records_insert_later (AssayDb *db, AssayRecord *record, GError **error);
gboolean assay_records_update (AssayDb *db, AssayRecord *record, GError **error);
/* Deletes with everything that it owns. ASSAY_STORE_ERROR_IN_USE names what refers to it. */
gboolean assay_records_delete (AssayDb *db, AssayType type, gint64 id, GError **error);

G_END_DECLS
