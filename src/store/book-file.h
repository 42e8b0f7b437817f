/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file of a book: whether it is one, and the connections to it. */

#pragma once

#include "store/book.h"

G_BEGIN_DECLS

gboolean
assay_book_file_check (const char *path, AssayBookFlags flags, gboolean *exists, GError **error);
gboolean assay_book_file_can_write (const char *path);
AssayDb *assay_book_file_open_writer (const char *path, gboolean exists, GError **error);
AssayDb *assay_book_file_open_reader (const char *path, gboolean checked, GError **error);

G_END_DECLS
