/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The INSERT statements of a connection, ready for use: one for each type and set of known fields,
 * so that what is unknown costs nothing. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef struct _AssayInserts AssayInserts;

AssayInserts *assay_inserts_new (void);
void assay_inserts_free (AssayInserts *inserts);
gboolean
assay_inserts_run (AssayInserts *inserts, AssayDb *db, const AssayRecord *record, GError **error);
/* A bit for each type of which a record with something to be found by was inserted. */
guint64 assay_inserts_get_searchable (const AssayInserts *inserts);

G_END_DECLS
