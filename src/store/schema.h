/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps by which an empty file becomes a book and an old book a present one. */

#pragma once

#include "store/db.h"

G_BEGIN_DECLS

/* "Assa" in ASCII, in the file's header. */
#define ASSAY_SCHEMA_APPLICATION_ID 0x41737361

/* Fails with NOT_A_BOOK, TOO_NEW or DAMAGED; *@step is 0 for an empty file. */
gboolean assay_schema_inspect (AssayDb *db, guint *step, GError **error);
/* Takes every step that is missing, each in one transaction. Before the first one of a book that is
 * not empty a backup is made beside it. */
gboolean assay_schema_upgrade (AssayDb *db, guint from, GError **error);

char *assay_schema_fill_search (guint64 types);

/* Fails with DAMAGED when the tables are not ours. */
gboolean assay_schema_check (AssayDb *db, GError **error);

G_END_DECLS
