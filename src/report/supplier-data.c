/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/supplier-data.h"

#include "insight/lot-scan.h"
#include "record/date.h"
#include "report/supplier-sections.h"
#include "store/query.h"
#include "store/records.h"

static void
late_line_free (gpointer data)
{
  AssayLateLine *late = data;

  g_object_unref (late->line);
  g_free (late);
}

void
assay_supplier_data_free (AssaySupplierData *data)
{
  if (data == NULL)
    return;
  g_clear_pointer (&data->brand, assay_report_brand_unref);
  g_clear_object (&data->supplier);
  g_clear_object (&data->contact);
  g_clear_pointer (&data->lead, assay_lead_time_row_free);
  g_clear_pointer (&data->slips, assay_series_free);
  g_clear_pointer (&data->on_time, assay_series_free);
  g_clear_pointer (&data->late, g_ptr_array_unref);
  g_clear_pointer (&data->defects, assay_defect_row_free);
  g_clear_pointer (&data->lots, assay_series_free);
  g_clear_pointer (&data->causes, g_ptr_array_unref);
  g_clear_pointer (&data->refused, g_ptr_array_unref);
  g_clear_pointer (&data->actions, g_ptr_array_unref);
  g_clear_pointer (&data->scores, g_ptr_array_unref);
  g_clear_pointer (&data->measures, assay_measures_free);
  g_clear_pointer (&data->card, assay_scorecard_free);
  g_free (data);
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

static void
add_date (AssayQuery *query, guint field, AssayFilterOperator op, gint32 date)
{
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;

  if (date == ASSAY_DATE_UNKNOWN)
    return;
  assay_value_set_integer (&value, date);
  assay_query_add_filter (query, field, op, &value);
}

static void
add_words (AssayQuery *query, guint field, AssayFilterOperator op, const char *words)
{
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;

  assay_value_set_text (&value, words);
  assay_query_add_filter (query, field, op, &value);
}

static gboolean
read_party (AssaySupplierData *data, AssayDb *db, gint64 id, GError **error)
{
  g_autoptr (AssayQuery) contacts = rows_of (ASSAY_TYPE_CONTACT, ASSAY_CONTACT_SUPPLIER, id);
  g_autoptr (AssayQuery) orders = rows_of (ASSAY_TYPE_ORDER, ASSAY_ORDER_SUPPLIER, id);
  g_autoptr (GPtrArray) found = NULL;

  data->supplier = assay_records_get (db, ASSAY_TYPE_SUPPLIER, id, error);
  if (data->supplier == NULL)
    return FALSE;
  assay_query_set_sort (contacts, ASSAY_CONTACT_MAIN, TRUE);
  found = assay_query_run_records (contacts, db, 1, error);
  if (found == NULL)
    return FALSE;
  if (found->len > 0)
    data->contact = g_object_ref (g_ptr_array_index (found, 0));
  data->orders = assay_query_count (orders, db, error);
  return data->orders >= 0;
}

/* Lines that are late and open, the longest late first. */
static gboolean
read_open (AssaySupplierData *data, AssayDb *db, GError **error)
{
  const AssayLeadTimeQuestion *question = &data->lead_question;
  guint promise = question->rules.against_latest ? ASSAY_ORDER_LINE_LATEST_PROMISED_ON
                                                 : ASSAY_ORDER_LINE_PROMISED_ON;
  g_autoptr (AssayQuery) query
      = rows_of (ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_SUPPLIER, question->supplier);
  g_autoptr (GPtrArray) lines = NULL;
  gint64 n;

  assay_query_add_filter (query, ASSAY_ORDER_LINE_DELIVERED_ON, ASSAY_FILTER_UNKNOWN, NULL);
  add_words (query, ASSAY_ORDER_LINE_STATE, ASSAY_FILTER_IS_NOT, "cancelled");
  add_date (query, promise, ASSAY_FILTER_AT_MOST, question->today - 1 - question->rules.late);
  add_date (query, promise, ASSAY_FILTER_AT_LEAST, question->from);
  add_date (query, promise, ASSAY_FILTER_AT_MOST, question->to);
  assay_query_set_sort (query, promise, FALSE);
  lines = assay_query_run_records (query, db, ASSAY_SUPPLIER_REPORT_ROWS, error);
  n = lines != NULL ? assay_query_count (query, db, error) : -1;
  if (n < 0)
    return FALSE;
  data->n_late += (guint)n;
  for (guint i = 0; i < lines->len; i++)
    {
      AssayRecord *line = g_ptr_array_index (lines, i);
      AssayLateLine *late = g_new0 (AssayLateLine, 1);

      late->line = g_object_ref (line);
      late->slip = question->today - assay_record_get_date (line, promise);
      g_ptr_array_add (data->late, late);
    }
  return TRUE;
}

static int
compare_slips (gconstpointer a, gconstpointer b)
{
  const AssayPoint *left = a, *right = b;

  return (left->value < right->value) - (left->value > right->value);
}

/* Lines that came late, the latest first; by the slips of the chart, so that both tell the same. */
static gboolean
read_late (AssaySupplierData *data, AssayDb *db, GError **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (AssayPoint));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) lines = NULL;

  for (guint i = 0; i < data->slips->points->len; i++)
    {
      AssayPoint point = g_array_index (data->slips->points, AssayPoint, i);

      if (point.value > data->lead_question.rules.late)
        g_array_append_val (points, point);
    }
  g_array_sort (points, compare_slips);
  data->n_late += points->len;
  for (guint i = 0; i < points->len && data->late->len + i < ASSAY_SUPPLIER_REPORT_ROWS; i++)
    g_array_append_val (ids, g_array_index (points, AssayPoint, i).id);
  lines = assay_query_fetch_records (ASSAY_TYPE_ORDER_LINE, (const gint64 *)(gpointer)ids->data,
                                     ids->len, db, error);
  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      AssayLateLine *late = g_new0 (AssayLateLine, 1);

      late->line = g_object_ref (g_ptr_array_index (lines, i));
      for (guint j = 0; j < points->len; j++)
        if (g_array_index (points, AssayPoint, j).id == assay_record_get_id (late->line))
          late->slip = g_array_index (points, AssayPoint, j).value;
      g_ptr_array_add (data->late, late);
    }
  return TRUE;
}

static gboolean
read_delivery (AssaySupplierData *data, AssayDb *db, GError **error)
{
  g_autoptr (GPtrArray) rows
      = assay_lead_time_figures (db, &data->lead_question, &data->lead, error);

  if (rows == NULL)
    return FALSE;
  data->slips = assay_lead_time_slips (db, &data->lead_question, error);
  if (data->slips == NULL)
    return FALSE;
  data->on_time = assay_on_time_months (db, &data->lead_question, error);
  return data->on_time != NULL && read_open (data, db, error) && read_late (data, db, error);
}

/* Lots that were decided on and not accepted, by the same scan as the figures. */
static gboolean
read_refused (AssaySupplierData *data, AssayDb *db, GError **error)
{
  g_autoptr (AssayLotScan) scan = assay_lot_scan_new (db, &data->defect_question, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_INSPECTION);
  AssayLot lot;
  gboolean found;

  if (scan == NULL)
    return FALSE;
  while (assay_lot_scan_next (scan, &lot, &found, error) && found)
    if (lot.is_known && lot.is_decided && !lot.is_accepted)
      g_array_append_val (ids, lot.id);
  if (!assay_lot_scan_is_done (scan))
    return FALSE;
  data->n_refused = ids->len;
  assay_query_set_ids (query, (const gint64 *)(gpointer)ids->data, ids->len);
  assay_query_set_sort (query, ASSAY_INSPECTION_INSPECTED_ON, TRUE);
  data->refused = ids->len > 0
                      ? assay_query_run_records (query, db, ASSAY_SUPPLIER_REPORT_ROWS, error)
                      : g_ptr_array_new_with_free_func (g_object_unref);
  return data->refused != NULL;
}

static gboolean
read_quality (AssaySupplierData *data, AssayDb *db, GError **error)
{
  g_autoptr (GPtrArray) rows
      = assay_defect_figures (db, &data->defect_question, &data->defects, error);

  if (rows == NULL)
    return FALSE;
  data->lots = assay_defect_points (db, &data->defect_question, FALSE, error);
  if (data->lots == NULL)
    return FALSE;
  data->causes = assay_defect_causes (db, &data->defect_question, ASSAY_CAUSE_TYPE, error);
  return data->causes != NULL && read_refused (data, db, error);
}

static gboolean
count (AssayQuery *query, AssayDb *db, gint64 *n, GError **error)
{
  *n = assay_query_count (query, db, error);
  return *n >= 0;
}

static gboolean
read_actions (AssaySupplierData *data, AssayDb *db, gint64 id, GError **error)
{
  g_autoptr (AssayQuery) all
      = rows_of (ASSAY_TYPE_CORRECTIVE_ACTION, ASSAY_CORRECTIVE_ACTION_SUPPLIER, id);
  g_autoptr (AssayQuery) open = NULL;
  g_autoptr (AssayQuery) late = NULL;

  add_words (all, ASSAY_CORRECTIVE_ACTION_STATE, ASSAY_FILTER_IS_NOT, "cancelled");
  open = assay_query_copy (all);
  add_words (open, ASSAY_CORRECTIVE_ACTION_STATE, ASSAY_FILTER_IS_NOT, "closed");
  late = assay_query_copy (open);
  add_words (late, ASSAY_CORRECTIVE_ACTION_STATE, ASSAY_FILTER_IS_NOT, "done");
  add_date (late, ASSAY_CORRECTIVE_ACTION_DUE_ON, ASSAY_FILTER_AT_MOST, data->options.today - 1);
  add_date (all, ASSAY_CORRECTIVE_ACTION_OPENED_ON, ASSAY_FILTER_AT_LEAST, data->options.from);
  add_date (all, ASSAY_CORRECTIVE_ACTION_OPENED_ON, ASSAY_FILTER_AT_MOST, data->options.to);
  assay_query_set_sort (open, ASSAY_CORRECTIVE_ACTION_DUE_ON, FALSE);
  data->actions = assay_query_run_records (open, db, ASSAY_SUPPLIER_REPORT_ROWS, error);
  return data->actions != NULL && count (all, db, &data->n_actions, error)
         && count (open, db, &data->open_actions, error)
         && count (late, db, &data->late_actions, error);
}

/**
 * assay_supplier_data_read:
 * @db: the book, on the thread that owns the connection
 * @id: a supplier
 * @options: period, today and sections
 * @brand: what all reports of the book share
 * @cancellable: (nullable): asked between the questions
 * @error: return location for an error
 *
 * Returns: (transfer full): all that the report says
 */
AssaySupplierData *
assay_supplier_data_read (AssayDb *db,
                          gint64 id,
                          const AssaySupplierReportOptions *options,
                          AssayReportBrand *brand,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (AssaySupplierData) data = g_new0 (AssaySupplierData, 1);

  data->brand = assay_report_brand_ref (brand);
  data->options = *options;
  data->rows = ASSAY_SUPPLIER_REPORT_ROWS;
  if (data->options.today == ASSAY_DATE_UNKNOWN)
    data->options.today = assay_date_today ();
  data->late = g_ptr_array_new_with_free_func (late_line_free);
  data->lead_question = (AssayLeadTimeQuestion){
    .supplier = id, .from = options->from, .to = options->to, .today = data->options.today
  };
  data->defect_question
      = (AssayDefectQuestion){ .supplier = id, .from = options->from, .to = options->to };
  if (!assay_lead_time_rules_read (db, &data->lead_question.rules, error)
      || !assay_defect_interval_read (db, &data->defect_question.interval, error)
      || !read_party (data, db, id, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!read_delivery (data, db, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!read_quality (data, db, error) || !read_actions (data, db, id, error))
    return NULL;
  if ((options->sections & ASSAY_SUPPLIER_SECTION_SCORECARD) != 0
      && !assay_supplier_read_score (data, db, error))
    return NULL;
  return g_steal_pointer (&data);
}

gboolean
assay_supplier_sections_parse (const char *words, AssaySupplierSections *sections)
{
  static const struct
  {
    const char *word;
    AssaySupplierSections section;
  } known[] = {
    { "delivery", ASSAY_SUPPLIER_SECTION_DELIVERY },
    { "quality", ASSAY_SUPPLIER_SECTION_QUALITY },
    { "scorecard", ASSAY_SUPPLIER_SECTION_SCORECARD },
    { "definitions", ASSAY_SUPPLIER_SECTION_DEFINITIONS },
  };
  g_auto (GStrv) parts = g_strsplit (words, ",", -1);
  guint found = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint at = 0;

      while (at < G_N_ELEMENTS (known) && !g_str_equal (known[at].word, g_strstrip (parts[i])))
        at++;
      if (at == G_N_ELEMENTS (known))
        return FALSE;
      found |= known[at].section;
    }
  *sections = found;
  return found != 0;
}
