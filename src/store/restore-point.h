/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies of the book that stand beside it, so that an import too large for a changeset can be
 * undone. The book names one by its number alone; where the file is follows from the book's own
 * path, so that a book from elsewhere names no other file. On the book's thread. */

#pragma once

#include "store/db.h"

G_BEGIN_DECLS

/* The number of a new one, as the book is now. */
char *assay_restore_point_make (AssayDb *db, GError **error);
/* Whether @number is one and its file is there. */
gboolean assay_restore_point_exists (AssayDb *db, const char *number);
void assay_restore_point_delete (AssayDb *db, const char *number);
/* Makes the book what it was then, and deletes the copy. */
gboolean assay_restore_point_return_to (AssayDb *db, const char *number, GError **error);
/* Takes all numbers out of the journal, inside a transaction, and puts them into @numbers. */
gboolean assay_restore_point_forget_all (AssayDb *db, GPtrArray *numbers, GError **error);

G_END_DECLS
