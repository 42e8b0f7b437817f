/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two suppliers that are one become one: everything that refers to the one or belongs to it goes to
 * the other, what that one does not know it learns, and the name of the one that goes is kept as
 * another name, so that files which use it still find it. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 from; /* goes */
  gint64 into; /* stays */
  /* For each field of a supplier whether the value of @from is taken where both have one; NULL: of
   * none. */
  const gboolean *take;
  gboolean note; /* what @from had otherwise is written into the notes */
} AssayMerge;

typedef struct
{
  guint64 moved[ASSAY_N_TYPES]; /* records that refer to another supplier now */
  guint64 folded;               /* of them the same as one that was there, and put into it */
  guint filled;                 /* fields that were unknown */
} AssayMerged;

/* Inside a change. All of them or none: ASSAY_STORE_ERROR_CONSTRAINT, with a sentence, when one
 * would be merged into itself or round in a circle. @merged is nullable. */
gboolean assay_merge_suppliers (
    AssayDb *db, const AssayMerge *merges, guint n, AssayMerged *merged, GError **error);
/* Whether a field can differ between two that are merged: in the form's order, nothing derived. */
gboolean assay_merge_has_field (guint field);

G_END_DECLS
