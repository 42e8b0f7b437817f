/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The order of rows. Numbers and dates come sorted out of an index. What people sort by other rules
 * than bytes is sorted here: texts by the reader's language, choices in the order of the catalogue,
 * references by the title of what they point to. */

#pragma once

#include "record/catalogue.h"
#include "store/db.h"

G_BEGIN_DECLS

/* Above this many rows texts are sorted by their bytes, out of the index. */
#define ASSAY_SORT_COLLATE_LIMIT 100000

gboolean assay_sort_is_by_column (AssayDb *db, const AssayRecordType *type, guint field);
/* Reads (key, value) rows and gives the keys in order: GArray of gint64. */
GArray *assay_sort_collect (AssayStatement *statement,
                            AssayDb *db,
                            const AssayField *field,
                            gboolean descending,
                            GError **error);

G_END_DECLS
