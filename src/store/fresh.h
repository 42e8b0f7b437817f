/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A new order with its lines, their promises and deliveries, held back until all of them are known,
 * so that rows are written once, with what is derived of them, and not again at the end of the
 * change. The rules are those of touched.c; a test holds the two against each other. What comes in
 * another order is written at once and brought up to date like everything else. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef struct _AssayFresh AssayFresh;

AssayFresh *assay_fresh_new (void);
void assay_fresh_free (AssayFresh *fresh);

/* Whether @record was taken; else it is to be written at once. */
gboolean assay_fresh_take (AssayDb *db, AssayRecord *record, gboolean *taken, GError **error);
/* Writes what is held back. Before anything else is read or written. */
gboolean assay_fresh_flush (AssayDb *db, GError **error);
/* The same, and later lines of the order are no longer derived here: it may change. */
gboolean assay_fresh_end (AssayDb *db, GError **error);

G_END_DECLS
