/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The promises of an order line, which are kept for ever: what is asked before one is written or
 * deleted. On the thread that owns the connection. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

/* AssayRecords in the order in which they were given. */
GPtrArray *assay_promises_of_line (AssayDb *db, gint64 line, GError **error);
/* Adds to @problems what the other promises of its line say against @promise. */
gboolean assay_promises_check (AssayDb *db,
                               const AssayRecord *promise,
                               AssayProblems *problems,
                               GError **error);
/* Refuses to save what assay_promises_check() finds something against; the error says what. */
gboolean assay_promises_allow (AssayDb *db, const AssayRecord *promise, GError **error);
/* Refuses to delete the first of several. */
gboolean assay_promises_allow_delete (AssayDb *db, gint64 id, GError **error);

G_END_DECLS
