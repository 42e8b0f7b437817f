/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a record owns: the items of a list, the components of a product. On the thread that owns the
 * connection. */

#pragma once

#include "record/catalogue.h"
#include "store/db.h"

G_BEGIN_DECLS

/* GPtrArray of AssayRecord of @type that @owner owns, in the order that the catalogue gives the
 * type: parts that have a position, by it. */
GPtrArray *assay_owned_rows_read (AssayDb *db, AssayType type, gint64 owner, GError **error);

G_END_DECLS
