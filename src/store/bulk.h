/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Indexes out of the way while very many rows come in, and made anew at the end, inside the same
 * transaction: a sorted build costs a fraction of as many insertions in random places. */

#pragma once

#include "store/db.h"

G_BEGIN_DECLS

/* The statements that make the indexes again. */
char *assay_bulk_begin (AssayDb *db, GError **error);
gboolean assay_bulk_end (AssayDb *db, const char *statements, GError **error);

G_END_DECLS
