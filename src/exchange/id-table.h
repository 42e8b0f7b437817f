/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A compact table from 64-bit hashes to keys of records and a check value: what an import of a
 * million lines has to remember of them. Hashes are seeded, so that no file can be made to collide.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AssayIdTable AssayIdTable;

/* @with_ids: keep a key and a check value with each hash; otherwise just the hashes. */
AssayIdTable *assay_id_table_new (gboolean with_ids);
void assay_id_table_free (AssayIdTable *table);
/* FALSE if it is not there. @id and @check are optional. */
gboolean assay_id_table_find (AssayIdTable *table, guint64 hash, gint64 *id, guint32 *check);
void assay_id_table_put (AssayIdTable *table, guint64 hash, gint64 id, guint32 check);

guint64 assay_id_hash_start (gint64 seed);
guint64 assay_id_hash_int (guint64 hash, gint64 number);
guint64 assay_id_hash_text (guint64 hash, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayIdTable, assay_id_table_free)

G_END_DECLS
