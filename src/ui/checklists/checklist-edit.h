/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes of a whole checklist: its items in another order, a copy of it. Each is one change that
 * can be undone. Main thread. */

#pragma once

#include "store/book.h"

G_BEGIN_DECLS

/* @ids: items (gint64) in their new order; @moved, one of them, goes to @section (nullable). */
void assay_checklist_reorder_async (AssayBook *book,
                                    GArray *ids,
                                    gint64 moved,
                                    const char *section,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean assay_checklist_reorder_finish (AssayBook *book, GAsyncResult *result, GError **error);

void assay_checklist_duplicate_async (AssayBook *book,
                                      AssayRecord *checklist,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* The copy's id, 0 on failure. */
gint64 assay_checklist_duplicate_finish (AssayBook *book, GAsyncResult *result, GError **error);

G_END_DECLS
