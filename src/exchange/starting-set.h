/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Starting sets: the plan profiles, defect types and checklists that most brands begin with, and
 * the festivals on which factories close. They come with Assay as tables (data/reference), go
 * through the importer like any other file, and become records of the book like any others. What
 * the book has, by code or name, stays exactly as it is; a set that was added twice adds nothing
 * the second time. */

#pragma once

#include "store/book.h"

G_BEGIN_DECLS

/* Whether there is a set of the type: plan_profile, defect_type, checklist, scorecard,
 * milestone_plan, blackout. */
gboolean assay_starting_set_exists (AssayType type);

/* As one change that one undo takes back. @type: ASSAY_TYPE_NONE adds what a new book begins with:
 * all sets but the blackout periods. @added: how many
 * records came, items of checklists not counted; nothing to add is no error. */
gboolean assay_starting_set_add (
    AssayBook *book, AssayType type, guint *added, GCancellable *cancellable, GError **error);
void assay_starting_set_add_async (AssayBook *book,
                                   AssayType type,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* How many records came, -1 with @error. */
int assay_starting_set_add_finish (AssayBook *book, GAsyncResult *result, GError **error);

/* Inside a change. */
gboolean assay_starting_set_write (
    AssayDb *db, AssayType type, guint *added, GCancellable *cancellable, GError **error);

G_END_DECLS
