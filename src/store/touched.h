/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The records whose derived columns a change has made out of date, and the bringing up to date at
 * its end. Derived columns are ordinary columns in the changeset, so that undo needs no
 * recomputing. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef struct _AssayTouched AssayTouched;

AssayTouched *assay_touched_new (void);
void assay_touched_free (AssayTouched *touched);
/* A record of @type was or will be written or deleted; reads its owner from the book where needed.
 */
gboolean assay_touched_add (AssayDb *db, AssayType type, gint64 id, GError **error);
void assay_touched_add_line (AssayDb *db, gint64 line);
void assay_touched_add_order (AssayDb *db, gint64 order);
void assay_touched_add_inserted (AssayDb *db, const AssayRecord *record);
gboolean assay_touched_bring_up_to_date (AssayDb *db, GError **error);

G_END_DECLS
