/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a book is whole: the file, its references, its columns against the catalogue, what is
 * derived against what it is derived from, attachments and their bytes. */

#pragma once

#include "store/db.h"

G_BEGIN_DECLS

GPtrArray *assay_book_check (AssayDb *db, GError **error);

G_END_DECLS
