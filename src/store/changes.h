/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Transactions that can be undone. Each is recorded by a session object; its changeset is stored
 * with it before the commit. Undo applies the inverted changeset as a new change, redo inverts
 * that. On the book's thread. */

#pragma once

#include "store/book.h"

G_BEGIN_DECLS

/* More changed records than this are not listed one by one. */
#define ASSAY_CHANGES_LISTED 4096

/* A large change keeps no changeset; the book is copied beside itself first, and undoing it copies
 * that back. */
gboolean assay_changes_run (AssayDb *db,
                            const char *label,
                            gboolean large,
                            AssayChangeFunc func,
                            gpointer data,
                            gpointer *result,
                            GArray **changed,
                            GCancellable *cancellable,
                            GError **error);
gboolean assay_changes_undo (AssayDb *db, gboolean redo, GArray **changed, GError **error);
void assay_changes_read_labels (AssayDb *db, char **undo_label, char **redo_label);

G_END_DECLS
