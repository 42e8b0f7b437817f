/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight/line-scan.h"

#include "record/date.h"

/* Parameters of every question that the scan knows. */
enum
{
  PARAMETER_TODAY = 1,
  PARAMETER_SUPPLIER,
  PARAMETER_PRODUCT,
  PARAMETER_FROM,
  PARAMETER_TO,
};

/* What a row is keyed by; grouping.h has the rest of the way to the group. */
static const char *
key_expression (const AssayLeadTimeQuestion *question)
{
  switch (question->by)
    {
    case ASSAY_GROUP_SUPPLIER:
    case ASSAY_GROUP_COUNTRY:
      return "supplier";
    case ASSAY_GROUP_PRODUCT:
      return "product";
    case ASSAY_GROUP_MONTH:
      return question->rules.against_latest ? "ifnull (delivered_on, latest_promised_on)"
                                            : "ifnull (delivered_on, promised_on)";
    case ASSAY_GROUP_MODE:
      return "coalesce ((SELECT mode FROM delivery WHERE order_line = order_line.id"
             " AND mode IS NOT NULL ORDER BY received_on DESC LIMIT 1),"
             " (SELECT mode FROM purchase_order WHERE id = order_line.purchase_order))";
    case ASSAY_GROUP_KIND:
    case ASSAY_GROUP_CLASS:
    case ASSAY_GROUP_NONE:
    default:
      return "0";
    }
}

/**
 * assay_line_scan_key:
 * @by: what is grouped by
 * @handle: the scan, standing on a row
 *
 * Returns: the row's key; 0 where it is unknown
 */
gint64
assay_line_scan_key (AssayGrouping by, sqlite3_stmt *handle)
{
  if (by == ASSAY_GROUP_MODE)
    return assay_grouping_mode_key (
        (const char *)sqlite3_column_text (handle, ASSAY_LINE_SCAN_KEY));
  return sqlite3_column_int64 (handle, ASSAY_LINE_SCAN_KEY);
}

/**
 * assay_line_scan_promise:
 *
 * Returns: the column of the promise that slip is measured against
 */
const char *
assay_line_scan_promise (const AssayLeadTimeQuestion *question)
{
  return question->rules.against_latest ? "latest_promised_on" : "promised_on";
}

/**
 * assay_line_scan_slip:
 *
 * Returns: the expression of a line's slip in days; the one against the first promise is a column
 */
const char *
assay_line_scan_slip (const AssayLeadTimeQuestion *question)
{
  return question->rules.against_latest ? "delivered_on - latest_promised_on" : "slip";
}

static void
add_range (GString *sql, const char *column, const AssayLeadTimeQuestion *question)
{
  if (question->from != ASSAY_DATE_UNKNOWN)
    g_string_append_printf (sql, " AND %s >= ?4", column);
  if (question->to != ASSAY_DATE_UNKNOWN)
    g_string_append_printf (sql, " AND %s <= ?5", column);
}

/**
 * assay_line_scan_append_where:
 * @sql: a statement over order_line up to its WHERE
 * @question: what is asked
 *
 * Appends which lines count: those that are delivered or late, and what the question asks for, with
 * parameters for assay_line_scan_bind().
 */
void
assay_line_scan_append_where (GString *sql, const AssayLeadTimeQuestion *question)
{
  /* The plus signs keep the indexes of these columns out of it: one pass over the table is quicker
   * than two over indexes that lead all over it. A line that was delivered is never in the state of
   * a cancelled one. */
  g_string_append (sql, "(+delivered_on IS NOT NULL");
  add_range (sql, "+delivered_on", question);
  g_string_append_printf (sql,
                          " OR +delivered_on IS NULL AND +%s < ?1"
                          " AND state IN ('open', 'partial')",
                          assay_line_scan_promise (question));
  add_range (sql, question->rules.against_latest ? "+latest_promised_on" : "+promised_on",
             question);
  g_string_append_c (sql, ')');
  if (question->supplier != 0)
    g_string_append (sql, " AND supplier = ?2");
  if (question->product != 0)
    g_string_append (sql, " AND product = ?3");
}

/**
 * assay_line_scan_bind:
 * @statement: a statement made with assay_line_scan_append_where()
 * @question: the same question
 */
void
assay_line_scan_bind (AssayStatement *statement, const AssayLeadTimeQuestion *question)
{
  gint32 today = question->today;

  if (today == ASSAY_DATE_UNKNOWN)
    today = assay_date_today ();
  assay_statement_bind_int (statement, PARAMETER_TODAY, today);
  if (question->supplier != 0)
    assay_statement_bind_int (statement, PARAMETER_SUPPLIER, question->supplier);
  if (question->product != 0)
    assay_statement_bind_int (statement, PARAMETER_PRODUCT, question->product);
  if (question->from != ASSAY_DATE_UNKNOWN)
    assay_statement_bind_int (statement, PARAMETER_FROM, question->from);
  if (question->to != ASSAY_DATE_UNKNOWN)
    assay_statement_bind_int (statement, PARAMETER_TO, question->to);
}

/**
 * assay_line_scan_prepare:
 * @db: the book
 * @question: what is asked
 * @error: return location for an error
 *
 * Returns: (transfer full): the scan over lines that are delivered or late, ready to step; its
 * columns are ASSAY_LINE_SCAN_…
 */
AssayStatement *
assay_line_scan_prepare (AssayDb *db, const AssayLeadTimeQuestion *question, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  AssayStatement *statement;

  g_string_append (sql, key_expression (question));
  g_string_append_printf (sql, ", delivered_on, delivered_on - %s, %s FROM order_line",
                          question->rules.from_confirmed ? "confirmed_on" : "sent_on",
                          assay_line_scan_slip (question));
  g_string_append (sql, " WHERE ");
  assay_line_scan_append_where (sql, question);
  statement = assay_db_prepare (db, sql->str, error);
  if (statement == NULL)
    return NULL;
  assay_line_scan_bind (statement, question);
  return statement;
}
