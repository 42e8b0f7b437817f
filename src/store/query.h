/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A question for rows of one type: search words, filters, order. Immutable once handed over; a
 * plain value that crosses threads as a copy. */

#pragma once

#include "record/catalogue.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_FILTER_IS,       /* equals value */
  ASSAY_FILTER_IS_NOT,   /* differs from value or unknown */
  ASSAY_FILTER_CONTAINS, /* text contains, case folded */
  ASSAY_FILTER_AT_LEAST, /* >= value */
  ASSAY_FILTER_AT_MOST,  /* <= value */
  ASSAY_FILTER_UNKNOWN,  /* no value */
  ASSAY_FILTER_KNOWN,    /* any value */
} AssayFilterOperator;

typedef struct
{
  guint field;
  AssayFilterOperator op;
  AssayValue value;
} AssayFilter;

typedef struct _AssayQuery AssayQuery;

AssayQuery *assay_query_new (AssayType type);
AssayQuery *assay_query_copy (const AssayQuery *query);
void assay_query_free (AssayQuery *query);
AssayType assay_query_get_type (const AssayQuery *query);
void assay_query_set_search (AssayQuery *query, const char *words);
void assay_query_add_filter (AssayQuery *query,
                             guint field,
                             AssayFilterOperator op,
                             const AssayValue *value);
void assay_query_remove_filter (AssayQuery *query, guint index);
void assay_query_set_ids (AssayQuery *query, const gint64 *ids, gsize n_ids);
void assay_query_set_sort (AssayQuery *query, guint field, gboolean descending);
int assay_query_get_sort (const AssayQuery *query, gboolean *descending);

/* The ids of the rows in order: GArray of gint64. */
GArray *assay_query_run_ids (const AssayQuery *query, AssayDb *db, GError **error);
/* Whole records in order, up to @limit (0: all). */
GPtrArray *
assay_query_run_records (const AssayQuery *query, AssayDb *db, guint limit, GError **error);
/* Records by id in the given order; ids that are gone are left out. */
GPtrArray *assay_query_fetch_records (
    AssayType type, const gint64 *ids, gsize n_ids, AssayDb *db, GError **error);
/* How many rows match. */
gint64 assay_query_count (const AssayQuery *query, AssayDb *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayQuery, assay_query_free)

G_END_DECLS
