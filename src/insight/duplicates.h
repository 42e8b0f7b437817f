/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pairs of suppliers in a book that may be one, the likeliest first, with what says so. Pairs that
 * somebody said are two are left out. */

#pragma once

#include "record/supplier-likeness.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char *name;
  char *country;  /* code, nullable */
  gint64 records; /* that refer to it: orders, products, inspections, contacts … */
} AssayDuplicateSide;

typedef struct
{
  /* The one that a merge would keep, as far as can be told: more refers to it, or it is older. */
  AssayDuplicateSide keep;
  AssayDuplicateSide other;
  AssayLikenessReasons reasons;
  int score;
} AssayDuplicate;

/* @supplier: only pairs with this one; 0 for all. GPtrArray of AssayDuplicate. */
GPtrArray *
assay_duplicates_find (AssayDb *db, gint64 supplier, GCancellable *cancellable, GError **error);

G_END_DECLS
