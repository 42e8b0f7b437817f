/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds records by what they are called: exactly, by the same letters written otherwise, or nearly.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AssayNameIndex AssayNameIndex;

AssayNameIndex *assay_name_index_new (void);
void assay_name_index_free (AssayNameIndex *index);
void assay_name_index_add (AssayNameIndex *index, gint64 id, const char *name);
/* Exactly, or equal in compatibility form, case and white space; 0 if there is none. */
gint64 assay_name_index_find (AssayNameIndex *index, const char *name);
/* The names of up to five others that may be meant: spelt nearly so, or the same but for signs,
 * invisible characters and the legal form. Names that differ in a digit are never near.
 * NULL-terminated. */
char **assay_name_index_near (AssayNameIndex *index, const char *name);

/* The form in which two spellings of one name are equal. */
char *assay_name_fold (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayNameIndex, assay_name_index_free)

G_END_DECLS
