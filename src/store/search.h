/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Full-text search over every searchable field of every type: by the beginnings of words, with case
 * and diacritics folded, Chinese, Japanese and Korean by any part. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef struct
{
  AssayType type;
  gint64 id;
  char *title;
  char *subtitle;
} AssaySearchHit;

/* The FTS5 expression for what a person typed; NULL when nothing searchable was typed. */
char *assay_search_expression (const char *words);
/* Best first, up to @limit: GPtrArray of AssaySearchHit. */
GPtrArray *assay_search_run (AssayDb *db, const char *words, guint limit, GError **error);
void assay_search_hit_free (AssaySearchHit *hit);
/* Makes the tokenizer known to a connection. */
gboolean assay_search_register (AssayDb *db, GError **error);

G_END_DECLS
