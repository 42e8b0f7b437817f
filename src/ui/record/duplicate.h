/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A second one of a record that is known by its name, with all that it owns, as one change that can
 * be undone. */

#pragma once

#include "record/record.h"
#include "store/book.h"

G_BEGIN_DECLS

/* Transfer full: the first free name of a @type: @name where @as_it_is allows it, else "Day pack
 * (copy)", "Day pack (copy 2)". On the thread that owns the connection. */
char *assay_duplicate_find_name (AssayDb *db, AssayType type, const char *name, gboolean as_it_is);

/* @label: of the change. Main thread. */
void assay_duplicate_async (AssayBook *book,
                            AssayRecord *record,
                            const char *label,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* The new record; 0 on error. */
gint64 assay_duplicate_finish (AssayBook *book, GAsyncResult *result, GError **error);

G_END_DECLS
