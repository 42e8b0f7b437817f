/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The suppliers of a book as they are compared with one another (record/supplier-likeness.h), with
 * the other names and the contacts of each; and the pairs that somebody said are two. */

#pragma once

#include "record/supplier-likeness.h"
#include "store/db.h"

G_BEGIN_DECLS

AssaySupplierLikeness *assay_supplier_alike_read (AssayDb *db, GError **error);

/* Whether somebody looked at two suppliers and said that they are two. */
typedef struct _AssayApart AssayApart;

AssayApart *assay_apart_read (AssayDb *db, GError **error);
void assay_apart_free (AssayApart *apart);
gboolean assay_apart_contains (const AssayApart *apart, gint64 a, gint64 b);
/* Inside a change. */
gboolean assay_apart_add (AssayDb *db, gint64 a, gint64 b, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayApart, assay_apart_free)

G_END_DECLS
