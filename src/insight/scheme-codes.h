/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Schemes by their codes, as lists such as "GRS|RCS" name them. On the thread that owns the
 * connection. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef struct _AssaySchemeCodes AssaySchemeCodes;

AssaySchemeCodes *assay_scheme_codes_read (AssayDb *db, GError **error);
void assay_scheme_codes_free (AssaySchemeCodes *codes);
/* NULL when there is none of that key. */
const AssayRecord *assay_scheme_codes_get (AssaySchemeCodes *codes, gint64 scheme);
/* Whether the code or the name of @scheme begins with one of @list, hyphens and capitals aside:
 * “GRS” holds GRS-SC as well. An empty list holds any. */
gboolean assay_scheme_codes_hold (AssaySchemeCodes *codes, const char *list, gint64 scheme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssaySchemeCodes, assay_scheme_codes_free)

G_END_DECLS
