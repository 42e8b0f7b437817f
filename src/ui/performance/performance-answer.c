/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/performance-answer.h"

void
assay_performance_answer_free (AssayPerformanceAnswer *answer)
{
  g_clear_pointer (&answer->lead_rows, g_ptr_array_unref);
  g_clear_pointer (&answer->lead, assay_lead_time_row_free);
  g_clear_pointer (&answer->defect_rows, g_ptr_array_unref);
  g_clear_pointer (&answer->defects, assay_defect_row_free);
  g_clear_pointer (&answer->slips, assay_series_free);
  g_clear_pointer (&answer->spread, g_ptr_array_unref);
  g_clear_pointer (&answer->lots, assay_series_free);
  g_clear_pointer (&answer->on_time, assay_series_free);
  g_clear_pointer (&answer->causes, g_ptr_array_unref);
  g_free (answer->lead_definition);
  g_free (answer->defect_definition);
  g_free (answer);
}

static gboolean
read_lead_time (AssayPerformanceAnswer *answer,
                const AssayPerformanceQuestion *question,
                AssayDb *db,
                GError **error)
{
  AssayLeadTimeQuestion lead = { .by = ASSAY_GROUP_SUPPLIER,
                                 .supplier = question->supplier,
                                 .from = question->from,
                                 .to = question->to,
                                 .today = question->today };

  if (!assay_lead_time_rules_read (db, &lead.rules, error))
    return FALSE;
  answer->lead_rows = assay_lead_time_figures (db, &lead, &answer->lead, error);
  if (answer->lead_rows == NULL)
    return FALSE;
  answer->slips = assay_lead_time_slips (db, &lead, error);
  if (answer->slips == NULL)
    return FALSE;
  answer->spread = assay_lead_time_slips_by_supplier (db, &lead, error);
  answer->lead_definition = assay_lead_time_definition (&lead);
  if (answer->spread == NULL)
    return FALSE;
  answer->on_time = assay_on_time_months (db, &lead, error);
  return answer->on_time != NULL;
}

static gboolean
read_defects (AssayPerformanceAnswer *answer,
              const AssayPerformanceQuestion *question,
              AssayDb *db,
              GError **error)
{
  AssayDefectQuestion defects = { .by = ASSAY_GROUP_SUPPLIER,
                                  .supplier = question->supplier,
                                  .from = question->from,
                                  .to = question->to };

  answer->defect_rows = assay_defect_figures (db, &defects, &answer->defects, error);
  if (answer->defect_rows == NULL)
    return FALSE;
  answer->lots = assay_defect_points (db, &defects, question->by_month, error);
  answer->defect_definition = assay_defect_definition (&defects);
  if (answer->lots == NULL)
    return FALSE;
  answer->causes = assay_defect_causes (db, &defects, question->causes_by, error);
  return answer->causes != NULL;
}

gboolean
assay_performance_answer_read (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  g_autoptr (AssayPerformanceAnswer) answer = g_new0 (AssayPerformanceAnswer, 1);

  if (!read_lead_time (answer, data, db, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error)
      || !read_defects (answer, data, db, error))
    return FALSE;
  *result = g_steal_pointer (&answer);
  return TRUE;
}
