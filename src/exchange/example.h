/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The example book: the story of one brand, read from a folder of CSV files by the importer itself.
 *
 * The folder holds `anchor.txt`, the day on which the story is told (YYYY-MM-DD); `suppliers.csv`,
 * `contacts.csv`, `products.csv`, `defect-types.csv`, `orders.csv`, `promises.csv`,
 * `deliveries.csv`, `inspections.csv`; `photos.csv` with the columns inspection, file and caption;
 * and `settings.txt` with lines of NAME=VALUE for the book's settings. All but the anchor may be
 * missing. Every ISO date in them is moved by as many days as have passed since the anchor, so that
 * the example is as recent whenever it is made. */

#pragma once

#include "store/book.h"

G_BEGIN_DECLS

/* Where the files are: $ASSAY_DATA_DIR, else where Assay was installed. */
char *assay_example_folder (void);
/* All of it in one change that one undo takes back. */
gboolean assay_example_make (
    AssayBook *book, const char *folder, gint32 today, GCancellable *cancellable, GError **error);
void assay_example_make_async (AssayBook *book,
                               const char *folder,
                               gint32 today,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean assay_example_make_finish (AssayBook *book, GAsyncResult *result, GError **error);

/* @text with every ISO date in it moved by @days. */
char *assay_example_shift_dates (const char *text, gint32 days);

G_END_DECLS
