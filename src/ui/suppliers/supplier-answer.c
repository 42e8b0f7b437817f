/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/suppliers/supplier-answer.h"

void
assay_supplier_answer_free (AssaySupplierAnswer *answer)
{
  g_clear_pointer (&answer->lead, assay_lead_time_row_free);
  g_clear_pointer (&answer->defects, assay_defect_row_free);
  g_clear_pointer (&answer->slips, assay_series_free);
  g_clear_pointer (&answer->lots, assay_series_free);
  g_clear_pointer (&answer->contacts, g_ptr_array_unref);
  g_clear_pointer (&answer->sourcing, assay_sourcing_rows_free);
  g_free (answer->definition);
  g_free (answer);
}

static AssayQuery *
rows_of (AssayType type, guint field, gint64 id)
{
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;
  AssayQuery *query = assay_query_new (type);

  assay_value_set_integer (&value, id);
  assay_query_add_filter (query, field, ASSAY_FILTER_IS, &value);
  return query;
}

gpointer
assay_supplier_answer_read (AssayDb *db,
                            AssayRecord *record,
                            const AssayPageQuestion *question,
                            GError **error)
{
  g_autoptr (AssaySupplierAnswer) answer = g_new0 (AssaySupplierAnswer, 1);
  g_autoptr (AssayQuery) contacts
      = rows_of (ASSAY_TYPE_CONTACT, ASSAY_CONTACT_SUPPLIER, question->id);
  g_autoptr (AssayQuery) orders = rows_of (ASSAY_TYPE_ORDER, ASSAY_ORDER_SUPPLIER, question->id);
  g_autoptr (GPtrArray) lead_rows = NULL;
  g_autoptr (GPtrArray) defect_rows = NULL;
  AssayLeadTimeQuestion lead = { .supplier = question->id,
                                 .from = ASSAY_DATE_UNKNOWN,
                                 .to = ASSAY_DATE_UNKNOWN,
                                 .today = question->today,
                                 .rules = question->rules };
  AssayDefectQuestion defects
      = { .supplier = question->id, .from = ASSAY_DATE_UNKNOWN, .to = ASSAY_DATE_UNKNOWN };

  assay_query_set_sort (contacts, ASSAY_CONTACT_NAME, FALSE);
  answer->contacts = assay_query_run_records (contacts, db, 0, error);
  if (answer->contacts == NULL)
    return NULL;
  answer->sourcing = assay_sourcing_rows_read (db, question->id, error);
  if (answer->sourcing == NULL)
    return NULL;
  answer->orders = assay_query_count (orders, db, error);
  if (answer->orders < 0)
    return NULL;
  lead_rows = assay_lead_time_figures (db, &lead, &answer->lead, error);
  if (lead_rows == NULL)
    return NULL;
  if (!assay_defect_interval_read (db, &defects.interval, error))
    return NULL;
  answer->interval = defects.interval;
  answer->rules = question->rules;
  defect_rows = assay_defect_figures (db, &defects, &answer->defects, error);
  if (defect_rows == NULL)
    return NULL;
  answer->slips = assay_lead_time_slips (db, &lead, error);
  if (answer->slips == NULL)
    return NULL;
  answer->lots = assay_defect_points (db, &defects, FALSE, error);
  if (answer->lots == NULL)
    return NULL;
  answer->definition = assay_lead_time_definition (&lead);
  return g_steal_pointer (&answer);
}
