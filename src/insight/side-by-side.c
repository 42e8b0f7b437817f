/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/side-by-side.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "store/records.h"

#define MILLION 1e6

static gboolean
read_counts (
    AssayDb *db, gint64 supplier, gint32 today, AssaySupplierCounts *counts, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      db,
      "SELECT (SELECT count(*) FROM site WHERE supplier = ?1),"
      " (SELECT count(*) FROM capability WHERE supplier = ?1),"
      " (SELECT count(*) FROM capability WHERE supplier = ?1 AND state IN ('seen', 'verified')),"
      " (SELECT count(*) FROM capability WHERE supplier = ?1 AND state = 'verified'),"
      " (SELECT count(*) FROM reference_call WHERE supplier = ?1),"
      " (SELECT count(*) FROM reference_call WHERE supplier = ?1 AND again = 'yes'),"
      " (SELECT count(*) FROM reference_call WHERE supplier = ?1 AND again = 'no'),"
      " (SELECT count(*) FROM repair_partner WHERE supplier = ?1),"
      " (SELECT count(*) FROM risk WHERE supplier = ?1 AND state IS NOT 'closed'),"
      " (SELECT count(*) FROM risk WHERE supplier = ?1 AND state IS NOT 'closed'"
      "   AND impact = 'high'),"
      " (SELECT count(*) FROM evidence WHERE supplier = ?1),"
      " (SELECT count(*) FROM evidence WHERE supplier = ?1 AND state = 'verified'"
      "   AND (valid_until IS NULL OR valid_until >= ?2)),"
      " (SELECT count(*) FROM evidence WHERE supplier = ?1 AND valid_until < ?2),"
      " (SELECT count(*) FROM sample WHERE supplier = ?1),"
      " (SELECT count(*) FROM sample WHERE supplier = ?1"
      "   AND verdict IN ('approved', 'approved_with_comments')),"
      " (SELECT count(*) FROM sample WHERE supplier = ?1 AND verdict = 'rejected'),"
      " (SELECT count(*) FROM sample_test AS t JOIN sample AS s ON s.id = t.sample"
      "   WHERE s.supplier = ?1 AND t.result IN ('pass', 'fail')),"
      " (SELECT count(*) FROM sample_test AS t JOIN sample AS s ON s.id = t.sample"
      "   WHERE s.supplier = ?1 AND t.result = 'fail'),"
      " (SELECT count(*) FROM purchase_order WHERE supplier = ?1)",
      error);
  gint64 *const into[] = { &counts->sites,
                           &counts->capabilities,
                           &counts->capabilities_seen,
                           &counts->capabilities_verified,
                           &counts->calls,
                           &counts->calls_again,
                           &counts->calls_not_again,
                           &counts->repair_partners,
                           &counts->risks,
                           &counts->risks_high,
                           &counts->evidence,
                           &counts->evidence_verified,
                           &counts->evidence_expired,
                           &counts->samples,
                           &counts->samples_approved,
                           &counts->samples_rejected,
                           &counts->tests,
                           &counts->tests_failed,
                           &counts->orders };
  gboolean row;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, supplier);
  assay_statement_bind_int (statement, 2, today);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  for (guint i = 0; row && i < G_N_ELEMENTS (into); i++)
    *into[i] = assay_statement_get_int (statement, (int)i);
  return TRUE;
}

/* The first text of @sql, whose only parameter is the supplier; NULL when there is none. */
static gboolean
read_text (AssayDb *db, const char *sql, gint64 supplier, char **text, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, supplier);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (row && !assay_statement_is_null (statement, 0))
    *text = g_utf8_make_valid (assay_statement_get_text (statement, 0), -1);
  return TRUE;
}

/* Figures are those of the supplier's own page. */
static gboolean
read_figures (AssayDb *db,
              gint64 supplier,
              const AssaySideBySideQuestion *question,
              AssaySupplierSide *side,
              GError **error)
{
  const AssayLeadTimeQuestion lines = { .supplier = supplier,
                                        .from = question->period.from,
                                        .to = question->period.to,
                                        .today = question->today,
                                        .rules = question->rules };
  const AssayDefectQuestion lots = { .supplier = supplier,
                                     .from = question->period.from,
                                     .to = question->period.to,
                                     .interval = question->interval };
  g_autoptr (GPtrArray) lead = assay_lead_time_figures (db, &lines, &side->lead, error);
  g_autoptr (GPtrArray) defects = NULL;

  if (lead != NULL)
    defects = assay_defect_figures (db, &lots, &side->defects, error);
  return defects != NULL;
}

static void
judge (AssaySupplierSide *side, const AssaySideBySideQuestion *question)
{
  AssayRecord *supplier = side->supplier;

  assay_claim_judge_lead (&side->claimed_lead,
                          assay_record_get_integer (supplier, ASSAY_SUPPLIER_CLAIMED_LEAD, -1),
                          side->lead);
  assay_claim_judge_lead_sd (
      &side->claimed_lead_sd,
      assay_record_get_integer (supplier, ASSAY_SUPPLIER_CLAIMED_LEAD_SD, -1), side->lead);
  assay_claim_judge_on_time (
      &side->claimed_on_time,
      assay_record_get_integer (supplier, ASSAY_SUPPLIER_CLAIMED_ON_TIME, -1), side->lead,
      &question->rules, question->interval);
  assay_claim_judge_defects (
      &side->claimed_defects,
      assay_record_get_integer (supplier, ASSAY_SUPPLIER_CLAIMED_DEFECTS, -1), side->defects);
  side->claimed_ppm = side->claimed_defects;
  side->claimed_ppm.claimed *= MILLION;
  side->claimed_ppm.measured.value *= MILLION;
  side->claimed_ppm.measured.low *= MILLION;
  side->claimed_ppm.measured.high *= MILLION;
}

static gboolean
read_side (AssayDb *db,
           gint64 supplier,
           const AssaySideBySideQuestion *question,
           AssaySupplierSide *side,
           GError **error)
{
  side->supplier = assay_records_get (db, ASSAY_TYPE_SUPPLIER, supplier, error);
  if (side->supplier == NULL || !read_counts (db, supplier, question->today, &side->counts, error)
      || !read_text (db,
                     "SELECT group_concat(process, ', ') FROM (SELECT DISTINCT process"
                     " FROM capability WHERE supplier = ? ORDER BY process)",
                     supplier, &side->processes, error)
      || !read_text (db,
                     "SELECT warranty FROM reference_call WHERE supplier = ?"
                     " AND warranty IS NOT NULL ORDER BY called_on DESC, id DESC LIMIT 1",
                     supplier, &side->said, error)
      || !read_figures (db, supplier, question, side, error))
    return FALSE;
  judge (side, question);
  return TRUE;
}

static char *
define (const AssaySideBySideQuestion *question)
{
  const AssayClaimQuestion claims = { .rules = question->rules, .interval = question->interval };
  g_autofree char *judged = assay_claim_definition (&claims);

  return g_strjoin (" ", judged,
                    _ ("A capability is claimed until somebody saw it, and verified once it was "
                       "proved. Evidence counts as verified while it is valid. Risks count until "
                       "they are closed."),
                    NULL);
}

/**
 * assay_side_by_side_ask:
 * @db: the book
 * @question: which suppliers, and measured when
 * @error: return location for an error
 *
 * Returns: (transfer full): what is known of each; %NULL on error
 */
AssaySideBySide *
assay_side_by_side_ask (AssayDb *db, const AssaySideBySideQuestion *question, GError **error)
{
  g_autoptr (AssaySideBySide) table = g_new0 (AssaySideBySide, 1);

  g_return_val_if_fail (question->n >= 1 && question->n <= ASSAY_COMPARISON_MOST, NULL);

  table->question = *question;
  table->definition = define (question);
  for (guint i = 0; i < question->n; i++)
    if (!read_side (db, question->suppliers[i], question, &table->sides[i], error))
      return NULL;
  return g_steal_pointer (&table);
}

void
assay_side_by_side_free (AssaySideBySide *table)
{
  if (table == NULL)
    return;
  for (guint i = 0; i < ASSAY_COMPARISON_MOST; i++)
    {
      AssaySupplierSide *side = &table->sides[i];

      g_clear_object (&side->supplier);
      g_free (side->processes);
      g_free (side->said);
      g_clear_pointer (&side->lead, assay_lead_time_row_free);
      g_clear_pointer (&side->defects, assay_defect_row_free);
    }
  g_free (table->definition);
  g_free (table);
}
