/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Order lines for measuring an import: as delimited text, and as rows of a book. */

#pragma once

#include "store/db.h"

G_BEGIN_DECLS

#define IMPORT_SUPPLIERS 200
#define IMPORT_PRODUCTS  2000

void import_rows_write_csv (const char *path, gint64 n);
/* Everything that the import makes of that text, in one transaction, indexes after. */
void import_rows_insert (AssayDb *db, gint64 n);

G_END_DECLS
