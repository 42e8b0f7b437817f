/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight/supplier-measures.h"

#include <math.h>

#include "figures/proportion.h"
#include "figures/score.h"
#include "insight/audits.h"
#include "insight/defects.h"
#include "insight/grouping.h"
#include "insight/lot-scan.h"
#include "insight/price-measures.h"
#include "record/date.h"

#define CONFIDENCE 0.95
/* A spread is told from so many deliveries on. */
#define LEAST_FOR_SPREAD 3
/* As lot-scan.c has it: no lot has more. */
#define MOST_UNITS (G_GINT64_CONSTANT (1) << 40)
/* AQLs have three decimals and are percent. */
#define AQL_SCALE 1000.0

/* What is read in scans of its own, by the numbers of the suppliers. */
typedef struct
{
  gint64 inspected;
  gint64 defective;
  double allowed; /* units: Σ inspected × AQL */
  gint64 lots;
  gint64 actions, actions_on_time;
  gint64 claimed_lead; /* days, or shares in parts per million; -1: unknown */
  gint64 claimed_on_time, claimed_defects;
} Gathered;

typedef struct
{
  AssayDb *db;
  const AssayMeasuresQuestion *question;
  AssayKeyIndex *ids;
  GPtrArray *suppliers;
  Gathered *gathered;
} Reading;

static void
supplier_free (gpointer data)
{
  AssaySupplierMeasures *supplier = data;

  g_free (supplier->name);
  g_free (supplier);
}

void
assay_measures_free (AssayMeasures *measures)
{
  if (measures == NULL)
    return;
  g_ptr_array_unref (measures->suppliers);
  g_free (measures);
}

gint32
assay_measures_day (const AssayMeasuresQuestion *question)
{
  return question->to != ASSAY_DATE_UNKNOWN && question->to < question->today ? question->to
                                                                              : question->today;
}

const AssaySupplierMeasures *
assay_measures_find (const AssayMeasures *measures, gint64 supplier)
{
  for (guint i = 0; i < measures->suppliers->len; i++)
    {
      const AssaySupplierMeasures *one = g_ptr_array_index (measures->suppliers, i);

      if (one->id == supplier)
        return one;
    }
  return NULL;
}

static gint64
claim_of (AssayStatement *statement, int column)
{
  return assay_statement_is_null (statement, column) ? -1
                                                     : assay_statement_get_int (statement, column);
}

/* Those that made something, were inspected, assessed or audited, by name. */
static gboolean
read_suppliers (Reading *reading, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      reading->db,
      "SELECT id, name, claimed_lead, claimed_on_time, claimed_defects FROM supplier AS s"
      " WHERE EXISTS (SELECT 1 FROM order_line WHERE supplier = s.id)"
      " OR EXISTS (SELECT 1 FROM inspection WHERE supplier = s.id)"
      " OR EXISTS (SELECT 1 FROM assessment WHERE supplier = s.id)"
      " OR EXISTS (SELECT 1 FROM evidence WHERE supplier = s.id AND kind = 'audit')"
      " ORDER BY name, id",
      error);
  g_autoptr (GArray) gathered = g_array_new (FALSE, TRUE, sizeof (Gathered));
  gboolean row;

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      AssaySupplierMeasures *supplier;
      Gathered claims = { 0 };

      if (!assay_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      supplier = g_new0 (AssaySupplierMeasures, 1);
      supplier->id = assay_statement_get_int (statement, 0);
      supplier->name = g_strdup (assay_statement_get_text (statement, 1));
      supplier->audit_until = supplier->audit_expired = ASSAY_DATE_UNKNOWN;
      for (guint i = 0; i < ASSAY_N_SCORED; i++)
        supplier->measured[i] = (AssayMeasured){ NAN, NAN, NAN, 0, ASSAY_LACK_NOTHING };
      claims.claimed_lead = claim_of (statement, 2);
      claims.claimed_on_time = claim_of (statement, 3);
      claims.claimed_defects = claim_of (statement, 4);
      assay_key_index_add (reading->ids, supplier->id);
      g_ptr_array_add (reading->suppliers, supplier);
      g_array_append_val (gathered, claims);
    }
  reading->gathered = (Gathered *)(void *)g_array_free (g_steal_pointer (&gathered), FALSE);
  return TRUE;
}

/* What @statement tells of one supplier, whose key is its first column. */
typedef void (*TakeRow) (Reading *reading, guint32 supplier, sqlite3_stmt *handle);

static gboolean
scan (Reading *reading, AssayStatement *statement, TakeRow take_row, GError **error)
{
  sqlite3_stmt *handle = assay_statement_handle (statement);
  guint32 supplier;
  int code;

  while ((code = sqlite3_step (handle)) == SQLITE_ROW)
    if (assay_key_index_find (reading->ids, sqlite3_column_int64 (handle, 0), &supplier))
      take_row (reading, supplier, handle);
  if (code == SQLITE_DONE)
    return TRUE;
  assay_store_error_take (assay_db_handle (reading->db), code, NULL, error);
  return FALSE;
}

static void
take_lot (Reading *reading, guint32 supplier, sqlite3_stmt *handle)
{
  Gathered *gathered = &reading->gathered[supplier];
  gint64 inspected = sqlite3_column_int64 (handle, 1);
  gint64 defective = sqlite3_column_int64 (handle, 2);

  if (inspected <= 0 || inspected > MOST_UNITS || defective < 0 || defective > inspected)
    return;
  gathered->inspected += inspected;
  gathered->defective += defective;
  gathered->allowed
      += (double)inspected * ((double)sqlite3_column_int64 (handle, 3) / AQL_SCALE / 100.0);
  gathered->lots++;
}

static gboolean
read_lots (Reading *reading, GError **error)
{
  const AssayDefectQuestion question
      = { .from = reading->question->from, .to = reading->question->to };
  g_autoptr (GString) sql = g_string_new (
      "SELECT coalesce (i.supplier, (SELECT supplier FROM order_line WHERE id = i.order_line)),"
      " i.inspected, ifnull (i.defective_major + ifnull (i.defective_critical, 0), i.defective),"
      " i.aql_major FROM inspection AS i WHERE i.aql_major > 0 AND i.inspected IS NOT NULL"
      " AND coalesce (i.defective_major, i.defective) IS NOT NULL AND ");
  g_autoptr (AssayStatement) statement = NULL;

  assay_lot_scan_append_where (sql, &question);
  statement = assay_db_prepare (reading->db, sql->str, error);
  if (statement == NULL)
    return FALSE;
  assay_lot_scan_bind (statement, &question);
  return scan (reading, statement, take_lot, error);
}

static void
take_action (Reading *reading, guint32 supplier, sqlite3_stmt *handle)
{
  Gathered *gathered = &reading->gathered[supplier];

  gathered->actions++;
  gathered->actions_on_time += sqlite3_column_int (handle, 1);
}

/* Done counts, not checked: how soon the brand looks at it is not the supplier's delay. An action
 * counts once it is done or its day is over. */
static gboolean
read_actions (Reading *reading, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      reading->db,
      "SELECT ifnull (supplier, (SELECT supplier FROM inspection WHERE id = inspection)),"
      " ifnull (coalesce (done_on, checked_on) <= due_on, 0) FROM corrective_action"
      " WHERE state <> 'cancelled' AND due_on IS NOT NULL AND due_on >= ?1 AND due_on <= ?2"
      " AND (coalesce (done_on, checked_on) IS NOT NULL OR due_on < ?3)",
      error);
  const AssayMeasuresQuestion *question = reading->question;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1,
                            question->from != ASSAY_DATE_UNKNOWN ? question->from : G_MININT32);
  assay_statement_bind_int (statement, 2,
                            question->to != ASSAY_DATE_UNKNOWN ? question->to : G_MAXINT32);
  assay_statement_bind_int (statement, 3, question->today);
  return scan (reading, statement, take_action, error);
}

/* Rows come in order of time: the last one of each area stands. The last one with points gives the
 * points, the last one of compliance opens or shuts the gates. */
static void
take_assessment (Reading *reading, guint32 number, sqlite3_stmt *handle)
{
  AssaySupplierMeasures *supplier = g_ptr_array_index (reading->suppliers, number);
  gint32 day = assay_measures_day (reading->question);
  gboolean expires = sqlite3_column_type (handle, 4) != SQLITE_NULL;
  gint32 until = sqlite3_column_int (handle, 4);
  gboolean expired = expires && until < day;
  AssayScored scored;

  if (!assay_scored_from_name ((const char *)sqlite3_column_text (handle, 1), &scored)
      || scored < ASSAY_SCORED_COMMUNICATION)
    return;
  if (sqlite3_column_type (handle, 3) != SQLITE_NULL)
    {
      AssayMeasured *measured = &supplier->measured[scored];

      measured->n = 1;
      measured->value = expired ? NAN : sqlite3_column_double (handle, 3);
      measured->lack = expired ? ASSAY_LACK_EXPIRED : ASSAY_LACK_NOTHING;
      supplier->assessments[scored] = sqlite3_column_int64 (handle, 2);
    }
  if (scored != ASSAY_SCORED_COMPLIANCE)
    return;
  supplier->audit_until = expires ? until : ASSAY_DATE_UNKNOWN;
  supplier->audit_expired = expired ? until : ASSAY_DATE_UNKNOWN;
  supplier->critical = g_strcmp0 ((const char *)sqlite3_column_text (handle, 5), "critical") == 0;
}

static gboolean
read_assessments (Reading *reading, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (reading->db,
                          "SELECT supplier, area, id, score, valid_until, finding FROM assessment"
                          " WHERE assessed_on <= ?1 ORDER BY assessed_on, id",
                          error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < reading->suppliers->len; i++)
    {
      AssaySupplierMeasures *supplier = g_ptr_array_index (reading->suppliers, i);

      for (guint j = ASSAY_SCORED_COMMUNICATION; j < ASSAY_N_SCORED; j++)
        supplier->measured[j].lack = ASSAY_LACK_ASSESSMENT;
    }
  assay_statement_bind_int (statement, 1, assay_measures_day (reading->question));
  return scan (reading, statement, take_assessment, error);
}

/* A share of @of that is the better the greater it is, in percent. */
static void
set_share (AssayMeasured *measured, gint64 part, gint64 of, AssayLack lack)
{
  AssayInterval interval = assay_interval_wilson (part, of, CONFIDENCE);

  measured->n = of;
  measured->lack = of > 0 ? ASSAY_LACK_NOTHING : lack;
  measured->value = of > 0 ? 100.0 * (double)part / (double)of : NAN;
  measured->cautious = 100.0 * interval.low;
}

static void
take_own (Reading *reading, guint number)
{
  AssaySupplierMeasures *supplier = g_ptr_array_index (reading->suppliers, number);
  const Gathered *gathered = &reading->gathered[number];
  AssayMeasured *to_aql = &supplier->measured[ASSAY_SCORED_DEFECTIVE_TO_AQL];
  double aql = gathered->allowed / (double)gathered->inspected;

  to_aql->n = gathered->lots;
  to_aql->lack = gathered->lots > 0   ? ASSAY_LACK_NOTHING
                 : supplier->lots > 0 ? ASSAY_LACK_AQL
                                      : ASSAY_LACK_LOTS;
  if (gathered->lots > 0)
    {
      to_aql->value = (double)gathered->defective / gathered->allowed;
      to_aql->cautious
          = assay_interval_wilson (gathered->defective, gathered->inspected, CONFIDENCE).high / aql;
      if (gathered->claimed_defects >= 0)
        to_aql->claim = (double)gathered->claimed_defects / 1e6 / aql;
    }
  if (gathered->claimed_defects >= 0)
    supplier->measured[ASSAY_SCORED_DEFECTIVE_RATE].claim = (double)gathered->claimed_defects / 1e4;
  if (gathered->claimed_on_time >= 0)
    supplier->measured[ASSAY_SCORED_ON_TIME].claim = (double)gathered->claimed_on_time / 1e4;
  set_share (&supplier->measured[ASSAY_SCORED_ACTIONS_ON_TIME], gathered->actions_on_time,
             gathered->actions, ASSAY_LACK_ACTIONS);
}

static gboolean
read_defects (Reading *reading, GError **error)
{
  const AssayDefectQuestion question = { .by = ASSAY_GROUP_SUPPLIER,
                                         .from = reading->question->from,
                                         .to = reading->question->to };
  g_autoptr (GPtrArray) rows = assay_defect_figures (reading->db, &question, NULL, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < reading->suppliers->len; i++)
    {
      AssaySupplierMeasures *supplier = g_ptr_array_index (reading->suppliers, i);

      supplier->measured[ASSAY_SCORED_DEFECTIVE_RATE].lack = ASSAY_LACK_LOTS;
      supplier->measured[ASSAY_SCORED_ACCEPTED_FIRST].lack = ASSAY_LACK_LOTS;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const AssayDefectRow *row = g_ptr_array_index (rows, i);
      AssaySupplierMeasures *supplier;
      AssayMeasured *rate;
      guint32 number;

      if (row->inspected <= 0 || !assay_key_index_find (reading->ids, row->id, &number))
        continue;
      supplier = g_ptr_array_index (reading->suppliers, number);
      supplier->lots = row->lots;
      rate = &supplier->measured[ASSAY_SCORED_DEFECTIVE_RATE];
      rate->n = row->lots;
      rate->value = 100.0 * row->rate;
      rate->cautious = 100.0 * row->rate_high;
      rate->lack = ASSAY_LACK_NOTHING;
      set_share (&supplier->measured[ASSAY_SCORED_ACCEPTED_FIRST], row->accepted_lots,
                 row->decided_lots, ASSAY_LACK_DECISIONS);
    }
  return TRUE;
}

/* A mean or a spread of @summary. */
static void
set_slip (AssaySupplierMeasures *supplier, const AssaySummary *slip)
{
  AssayMeasured *mean = &supplier->measured[ASSAY_SCORED_SLIP_MEAN];
  AssayMeasured *spread = &supplier->measured[ASSAY_SCORED_SLIP_SD];

  mean->n = spread->n = (gint64)slip->n;
  if (slip->n > 0)
    {
      mean->lack = ASSAY_LACK_NOTHING;
      mean->value = slip->mean;
      mean->cautious = assay_score_mean_end (slip->mean, slip->sd, slip->n, TRUE);
      spread->lack = ASSAY_LACK_THREE;
    }
  if (slip->n >= LEAST_FOR_SPREAD)
    {
      spread->lack = ASSAY_LACK_NOTHING;
      spread->value = slip->sd;
      spread->cautious = assay_score_sd_high (slip->sd, slip->n);
    }
}

static void
set_lead (AssaySupplierMeasures *supplier, const AssaySummary *lead, gint64 claimed)
{
  AssayMeasured *to_claim = &supplier->measured[ASSAY_SCORED_LEAD_TO_CLAIM];

  to_claim->n = (gint64)lead->n;
  to_claim->lack = lead->n == 0   ? ASSAY_LACK_LINES
                   : claimed <= 0 ? ASSAY_LACK_CLAIM
                                  : ASSAY_LACK_NOTHING;
  if (to_claim->lack != ASSAY_LACK_NOTHING)
    return;
  to_claim->value = lead->mean / (double)claimed;
  to_claim->cautious = assay_score_mean_end (lead->mean, lead->sd, lead->n, TRUE) / (double)claimed;
  to_claim->claim = 1.0;
}

static gboolean
read_lines (Reading *reading, GError **error)
{
  const AssayLeadTimeQuestion question = { .by = ASSAY_GROUP_SUPPLIER,
                                           .from = reading->question->from,
                                           .to = reading->question->to,
                                           .today = reading->question->today,
                                           .rules = reading->question->rules };
  g_autoptr (GPtrArray) rows = assay_lead_time_figures (reading->db, &question, NULL, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < reading->suppliers->len; i++)
    {
      AssaySupplierMeasures *supplier = g_ptr_array_index (reading->suppliers, i);

      for (guint j = ASSAY_SCORED_ON_TIME; j <= ASSAY_SCORED_SLIP_SD; j++)
        supplier->measured[j].lack = ASSAY_LACK_PROMISES;
      supplier->measured[ASSAY_SCORED_LEAD_TO_CLAIM].lack = ASSAY_LACK_LINES;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const AssayLeadTimeRow *row = g_ptr_array_index (rows, i);
      AssaySupplierMeasures *supplier;
      guint32 number;

      if (!assay_key_index_find (reading->ids, row->id, &number))
        continue;
      supplier = g_ptr_array_index (reading->suppliers, number);
      set_share (&supplier->measured[ASSAY_SCORED_ON_TIME], row->on_time_n, row->due_n,
                 ASSAY_LACK_PROMISES);
      set_share (&supplier->measured[ASSAY_SCORED_IN_FULL], row->in_full_n, row->otif_n,
                 row->due_n > 0 ? ASSAY_LACK_QUANTITIES : ASSAY_LACK_PROMISES);
      set_slip (supplier, &row->slip);
      set_lead (supplier, &row->lead, reading->gathered[number].claimed_lead);
    }
  return TRUE;
}

static gboolean
read_all (Reading *reading, GError **error)
{
  if (!read_suppliers (reading, error) || !read_defects (reading, error)
      || !read_lots (reading, error) || !read_actions (reading, error)
      || !read_assessments (reading, error)
      || !assay_audits_add_gates (reading->db, reading->question, reading->ids, reading->suppliers,
                                  error)
      || !read_lines (reading, error)
      || !assay_price_measures_add (reading->db, reading->question, reading->ids,
                                    reading->suppliers, error))
    return FALSE;
  for (guint i = 0; i < reading->suppliers->len; i++)
    take_own (reading, i);
  return TRUE;
}

/**
 * assay_measures_read:
 * @db: the book, on the thread that owns the connection
 * @question: the period and how lead times are told
 * @error: return location for an error
 *
 * Returns: (transfer full): what can be measured of every supplier that made something, was
 * inspected, assessed or audited; %NULL on error
 */
AssayMeasures *
assay_measures_read (AssayDb *db, const AssayMeasuresQuestion *question, GError **error)
{
  g_autoptr (AssayMeasures) measures = g_new0 (AssayMeasures, 1);
  g_autoptr (AssayKeyIndex) ids = assay_key_index_new ();
  Reading reading = { .db = db, .question = question, .ids = ids };
  gboolean done;

  measures->question = *question;
  measures->suppliers = g_ptr_array_new_with_free_func (supplier_free);
  reading.suppliers = measures->suppliers;
  done = read_all (&reading, error);
  g_free (reading.gathered);
  return done ? g_steal_pointer (&measures) : NULL;
}
