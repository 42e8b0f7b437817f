/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/owned-rows.h"

#include "store/query.h"

GPtrArray *
assay_owned_rows_read (AssayDb *db, AssayType type, gint64 owner, GError **error)
{
  const AssayRecordType *described = assay_record_type_get (type);
  g_autoptr (AssayQuery) query = assay_query_new (type);
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;

  g_return_val_if_fail (described->owner >= 0, NULL);
  assay_value_set_integer (&value, owner);
  assay_query_add_filter (query, (guint)described->owner, ASSAY_FILTER_IS, &value);
  assay_query_set_sort (query, (guint)described->sort, described->sort_descending);
  return assay_query_run_records (query, db, 0, error);
}
