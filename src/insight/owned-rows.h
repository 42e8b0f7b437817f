/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a type that refer to a record, in order. On the thread that owns the connection. */

#pragma once

#include "record/catalogue.h"
#include "store/db.h"

G_BEGIN_DECLS

/* GPtrArray of AssayRecord whose @field is @id, ordered by the field @sort. */
GPtrArray *assay_owned_rows_read (
    AssayDb *db, AssayType type, guint field, gint64 id, guint sort, GError **error);

G_END_DECLS
