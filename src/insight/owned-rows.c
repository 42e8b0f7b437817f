/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/owned-rows.h"

#include "store/query.h"

GPtrArray *
assay_owned_rows_read (
    AssayDb *db, AssayType type, guint field, gint64 id, guint sort, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (type);
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;

  assay_value_set_integer (&value, id);
  assay_query_add_filter (query, field, ASSAY_FILTER_IS, &value);
  assay_query_set_sort (query, sort, FALSE);
  return assay_query_run_records (query, db, 0, error);
}
