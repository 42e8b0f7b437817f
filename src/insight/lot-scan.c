/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight/lot-scan.h"

#include "insight/grouping.h"
#include "record/date.h"

struct _AssayLotScan
{
  AssayDb *db;
  AssayStatement *statement;
  sqlite3_stmt *handle;
  AssayGrouping by;
  AssayKeyIndex *counted; /* inspections whose defects are recorded */
  GArray *counts;         /* of gint64: how many, by number in `counted` */
  gboolean is_done;
};

enum
{
  COLUMN_ID,
  COLUMN_KEY,
  COLUMN_DAY,
  COLUMN_INSPECTED,
  COLUMN_DEFECTIVE,
  COLUMN_ACCEPTED,
  COLUMN_DEFECTS,
};

/* An inspection of an order line that names no supplier or product is about that line's. */
#define SUPPLIER_OF_LOT                                                                            \
  "coalesce (i.supplier, (SELECT supplier FROM order_line WHERE id = i.order_line))"
#define PRODUCT_OF_LOT                                                                             \
  "coalesce (i.product, (SELECT product FROM order_line WHERE id = i.order_line))"

static const char *
key_expression (AssayGrouping by)
{
  switch (by)
    {
    case ASSAY_GROUP_SUPPLIER:
    case ASSAY_GROUP_COUNTRY:
      return SUPPLIER_OF_LOT;
    case ASSAY_GROUP_PRODUCT:
      return PRODUCT_OF_LOT;
    case ASSAY_GROUP_MONTH:
      return "i.inspected_on";
    case ASSAY_GROUP_NONE:
    case ASSAY_GROUP_MODE:
    default:
      return "0";
    }
}

/* No lot has more. What a strange book says beyond it is not known, and sums stay far from where
 * numbers end. */
#define MOST_UNITS (G_GINT64_CONSTANT (1) << 40)

/* Of a few lots the defects are looked up one by one; of all lots they are read in one go. */
static gboolean
is_narrow (const AssayDefectQuestion *question)
{
  return question->supplier != 0 || question->product != 0;
}

/**
 * assay_lot_scan_append_where:
 * @sql: a statement up to its WHERE, with inspections as `i`
 * @question: which inspections
 *
 * Appends which inspections count: those that were done, without samples and repeated ones, and
 * what the question asks for, with parameters for assay_lot_scan_bind().
 */
void
assay_lot_scan_append_where (GString *sql, const AssayDefectQuestion *question)
{
  g_string_append (sql, "+i.repeats IS NULL AND i.kind IS NOT 'sample'"
                        " AND (i.inspected_on IS NOT NULL OR i.inspected IS NOT NULL)");
  if (question->supplier != 0)
    g_string_append (sql, " AND " SUPPLIER_OF_LOT " = ?1");
  if (question->product != 0)
    g_string_append (sql, " AND " PRODUCT_OF_LOT " = ?2");
  if (question->from != ASSAY_DATE_UNKNOWN)
    g_string_append (sql, " AND i.inspected_on >= ?3");
  if (question->to != ASSAY_DATE_UNKNOWN)
    g_string_append (sql, " AND i.inspected_on <= ?4");
}

/**
 * assay_lot_scan_bind:
 * @statement: a statement made with assay_lot_scan_append_where()
 * @question: the same question
 */
void
assay_lot_scan_bind (AssayStatement *statement, const AssayDefectQuestion *question)
{
  if (question->supplier != 0)
    assay_statement_bind_int (statement, 1, question->supplier);
  if (question->product != 0)
    assay_statement_bind_int (statement, 2, question->product);
  if (question->from != ASSAY_DATE_UNKNOWN)
    assay_statement_bind_int (statement, 3, question->from);
  if (question->to != ASSAY_DATE_UNKNOWN)
    assay_statement_bind_int (statement, 4, question->to);
}

static char *
build_sql (const AssayDefectQuestion *question)
{
  GString *sql = g_string_new ("SELECT i.id, ");

  g_string_append (sql, key_expression (question->by));
  g_string_append (sql, ", i.inspected_on, i.inspected, i.defective,"
                        " ifnull (i.decision IN ('accept', 'accept_deviation'),"
                        " i.result IS 'pass')");
  if (is_narrow (question))
    g_string_append (sql, ", (SELECT sum (count) FROM defect WHERE inspection = i.id)");
  g_string_append (sql, " FROM inspection AS i WHERE ");
  assay_lot_scan_append_where (sql, question);
  return g_string_free_and_steal (sql);
}

static gboolean
count_defects (AssayLotScan *scan, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (scan->db, "SELECT inspection, count FROM defect", error);
  sqlite3_stmt *handle;
  int code;

  if (statement == NULL)
    return FALSE;
  scan->counted = assay_key_index_new ();
  scan->counts = g_array_new (FALSE, TRUE, sizeof (gint64));
  handle = assay_statement_handle (statement);
  while ((code = sqlite3_step (handle)) == SQLITE_ROW)
    {
      guint32 number = assay_key_index_add (scan->counted, sqlite3_column_int64 (handle, 0));

      gint64 count = sqlite3_column_int64 (handle, 1);
      gint64 *sum;

      if (number >= scan->counts->len)
        g_array_set_size (scan->counts, number + 1);
      sum = &g_array_index (scan->counts, gint64, number);
      *sum = MIN (*sum + CLAMP (count, 0, MOST_UNITS), MOST_UNITS);
    }
  if (code == SQLITE_DONE)
    return TRUE;
  assay_store_error_take (assay_db_handle (scan->db), code, NULL, error);
  return FALSE;
}

/**
 * assay_lot_scan_new:
 * @db: the book
 * @question: which inspections
 * @error: return location for an error
 *
 * Starts a scan over inspections that were done, without samples and repeated ones.
 *
 * Returns: (transfer full): the scan; %NULL on error
 */
AssayLotScan *
assay_lot_scan_new (AssayDb *db, const AssayDefectQuestion *question, GError **error)
{
  g_autoptr (AssayLotScan) scan = g_new0 (AssayLotScan, 1);
  g_autofree char *sql = build_sql (question);

  scan->db = db;
  scan->by = question->by;
  if (!is_narrow (question) && !count_defects (scan, error))
    return NULL;
  scan->statement = assay_db_prepare (db, sql, error);
  if (scan->statement == NULL)
    return NULL;
  assay_lot_scan_bind (scan->statement, question);
  scan->handle = assay_statement_handle (scan->statement);
  return g_steal_pointer (&scan);
}

void
assay_lot_scan_free (AssayLotScan *scan)
{
  if (scan == NULL)
    return;
  g_clear_pointer (&scan->statement, assay_statement_free);
  g_clear_pointer (&scan->counted, assay_key_index_free);
  g_clear_pointer (&scan->counts, g_array_unref);
  g_free (scan);
}

/* Whether the scan ended because there were no more rows. */
gboolean
assay_lot_scan_is_done (const AssayLotScan *scan)
{
  return scan->is_done;
}

static gint64
count_of (AssayLotScan *scan, gint64 id)
{
  guint32 number;

  if (scan->counted == NULL)
    return sqlite3_column_int64 (scan->handle, COLUMN_DEFECTS);
  if (assay_key_index_find (scan->counted, id, &number))
    return g_array_index (scan->counts, gint64, number);
  return 0;
}

/* A number and whether it is known: asking costs a call, so only 0 is asked. */
static inline gboolean
read_number (AssayLotScan *scan, int column, gint64 *number)
{
  *number = sqlite3_column_int64 (scan->handle, column);
  return G_LIKELY (*number != 0) || sqlite3_column_type (scan->handle, column) != SQLITE_NULL;
}

/**
 * assay_lot_scan_next:
 * @scan: a scan
 * @lot: (out caller-allocates): the next lot
 * @found: (out): whether there was one
 * @error: return location for an error
 *
 * Returns: %FALSE on error
 */
gboolean
assay_lot_scan_next (AssayLotScan *scan, AssayLot *lot, gboolean *found, GError **error)
{
  int code = sqlite3_step (scan->handle);
  gboolean has_inspected, has_defective;
  gint64 day;

  *found = code == SQLITE_ROW;
  scan->is_done = code == SQLITE_DONE;
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    {
      assay_store_error_take (assay_db_handle (scan->db), code, NULL, error);
      return FALSE;
    }
  if (!*found)
    return TRUE;
  lot->id = sqlite3_column_int64 (scan->handle, COLUMN_ID);
  lot->key = sqlite3_column_int64 (scan->handle, COLUMN_KEY);
  lot->day = read_number (scan, COLUMN_DAY, &day) ? (gint32)day : ASSAY_DATE_UNKNOWN;
  if (lot->day == ASSAY_DATE_UNKNOWN && scan->by == ASSAY_GROUP_MONTH)
    lot->key = ASSAY_KEY_NO_DAY;
  has_inspected = read_number (scan, COLUMN_INSPECTED, &lot->inspected);
  has_defective = read_number (scan, COLUMN_DEFECTIVE, &lot->defective);
  lot->is_known = has_inspected && has_defective && lot->inspected >= 0
                  && lot->inspected <= MOST_UNITS && lot->defective >= 0
                  && lot->defective <= MOST_UNITS;
  lot->defects = MAX (lot->defective, count_of (scan, lot->id));
  lot->is_accepted = sqlite3_column_int (scan->handle, COLUMN_ACCEPTED) != 0;
  return TRUE;
}
