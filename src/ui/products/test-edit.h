/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes to test protocols and to the requirements that products take from them. Main thread; each
 * is one change that can be undone. */

#pragma once

#include "store/book.h"

G_BEGIN_DECLS

/* A protocol with the requirements of @product. */
void assay_protocol_save_async (AssayBook *book,
                                AssayRecord *product,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* The new protocol; 0 on error. */
gint64 assay_protocol_made_finish (AssayBook *book, GAsyncResult *result, GError **error);

/* The product gets the tests of the protocol that it has not yet. */
void assay_protocol_apply_async (AssayBook *book,
                                 gint64 protocol,
                                 gint64 product,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean assay_protocol_apply_finish (
    AssayBook *book, GAsyncResult *result, guint *n_made, guint *n_kept, GError **error);

G_END_DECLS
