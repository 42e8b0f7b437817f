/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inspections of one lot: the first, what repeated it, what repeated that. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

/* AssayRecord, the first one first, @id among them; NULL on error. A lot that was looked at once is
 * alone; inspections that a strange book lets repeat each other in a circle come once each. */
GPtrArray *assay_inspection_chain_read (AssayDb *db, gint64 id, GError **error);

G_END_DECLS
