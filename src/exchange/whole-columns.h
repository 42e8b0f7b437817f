/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of a file that carries records with all that belongs to them. Headings are the names
 * that the importer is sure of. Private to the exchange layer. */

#pragma once

#include "record/catalogue.h"

G_BEGIN_DECLS

#define ASSAY_WHOLE_MOST_HOPS 2

typedef struct
{
  AssayType type;                    /* the record's own or that of a part */
  guint hops[ASSAY_WHOLE_MOST_HOPS]; /* references to follow, from one record to the next */
  guint n_hops;
  guint field; /* of where they lead */
  char *heading;
} AssayWholeColumn;

/* Of AssayWholeColumn. */
typedef GArray AssayWholeColumns;

AssayWholeColumns *assay_whole_columns_new (AssayType type);
void assay_whole_columns_free (AssayWholeColumns *columns);
const AssayWholeColumn *assay_whole_columns_get (const AssayWholeColumns *columns, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayWholeColumns, assay_whole_columns_free)

G_END_DECLS
