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
  gint32 from, to;        /* of a scan of all, which reads what is outside too */
  AssayKeyIndex *counted; /* inspections whose defects are recorded */
  GArray *counts;         /* of gint64: how many, by number in `counted` */
  AssayKeyIndex *various; /* products of which a unit has several opportunities; nullable */
  GArray *opportunities;  /* of gint64, by number in `various` */
  int n_columns;          /* so far: those after the fixed ones come as they are asked for */
  int defects, product, classes, standing; /* the columns; 0 is none */
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
  N_COLUMNS,
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
    case ASSAY_GROUP_MODE:
      return "coalesce ((SELECT mode FROM delivery WHERE order_line = i.order_line"
             " AND mode IS NOT NULL ORDER BY received_on DESC LIMIT 1),"
             " (SELECT o.mode FROM purchase_order AS o JOIN order_line AS l"
             " ON o.id = l.purchase_order WHERE l.id = i.order_line))";
    case ASSAY_GROUP_KIND:
      return "i.kind";
    case ASSAY_GROUP_CLASS:
    case ASSAY_GROUP_NONE:
    default:
      return "0";
    }
}

/* No lot has more. What a strange book says beyond it is not known, and sums stay far from where
 * numbers end. */
#define MOST_UNITS (G_GINT64_CONSTANT (1) << 40)

/* The decision; without one what the inspector found; NULL where neither is there yet. */
#define ACCEPTED                                                                                   \
  "CASE WHEN i.decision IS NULL THEN CASE i.result WHEN 'pass' THEN 1 WHEN 'fail' THEN 0 END"      \
  " WHEN i.decision IN ('accept', 'accept_deviation') THEN 1"                                      \
  " WHEN i.decision = 'hold' THEN NULL ELSE 0 END"

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

static int
add_column (AssayLotScan *scan, GString *sql, const char *expression)
{
  g_string_append_printf (sql, ", %s", expression);
  return scan->n_columns++;
}

/* Supplier and product alone, for a scan that says of everything else why it does not count. */
static AssayDefectQuestion
widened (const AssayDefectQuestion *question)
{
  AssayDefectQuestion wide = *question;

  wide.from = wide.to = ASSAY_DATE_UNKNOWN;
  return wide;
}

static void
append_where_all (GString *sql, const AssayDefectQuestion *question)
{
  g_string_append (sql, "1");
  if (question->supplier != 0)
    g_string_append (sql, " AND " SUPPLIER_OF_LOT " = ?1");
  if (question->product != 0)
    g_string_append (sql, " AND " PRODUCT_OF_LOT " = ?2");
}

static char *
build_sql (AssayLotScan *scan, const AssayDefectQuestion *question, gboolean all)
{
  GString *sql = g_string_new ("SELECT i.id, ");

  g_string_append (sql, key_expression (question->by));
  g_string_append (sql, ", i.inspected_on, i.inspected, i.defective, " ACCEPTED);
  scan->n_columns = N_COLUMNS;
  if (is_narrow (question))
    scan->defects
        = add_column (scan, sql, "(SELECT sum (count) FROM defect WHERE inspection = i.id)");
  if (scan->various != NULL)
    scan->product = add_column (scan, sql, PRODUCT_OF_LOT);
  if (question->with_classes || question->by == ASSAY_GROUP_CLASS)
    {
      scan->classes = add_column (scan, sql, "i.defective_critical");
      add_column (scan, sql, "i.defective_major");
      add_column (scan, sql, "i.defective_minor");
    }
  if (all)
    scan->standing = add_column (scan, sql,
                                 "CASE WHEN i.kind IS 'sample' THEN 2"
                                 " WHEN i.inspected_on IS NULL AND i.inspected IS NULL THEN 1"
                                 " WHEN i.repeats IS NOT NULL THEN 3 ELSE 0 END");
  g_string_append (sql, " FROM inspection AS i WHERE ");
  if (all)
    append_where_all (sql, question);
  else
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

/* Products of which a unit has more than one opportunity for a defect: mostly there are none, and
 * then a scan need not know which product a lot is of. */
static gboolean
read_opportunities (AssayLotScan *scan, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      scan->db, "SELECT id, opportunities FROM product WHERE opportunities > 1", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  while (assay_statement_step (statement, &row, error))
    {
      gint64 count;

      if (!row)
        return TRUE;
      if (scan->various == NULL)
        {
          scan->various = assay_key_index_new ();
          scan->opportunities = g_array_new (FALSE, TRUE, sizeof (gint64));
        }
      assay_key_index_add (scan->various, assay_statement_get_int (statement, 0));
      count = MIN (assay_statement_get_int (statement, 1), MOST_UNITS);
      g_array_append_val (scan->opportunities, count);
    }
  return FALSE;
}

static AssayLotScan *
start (AssayDb *db, const AssayDefectQuestion *question, gboolean all, GError **error)
{
  g_autoptr (AssayLotScan) scan = g_new0 (AssayLotScan, 1);
  AssayDefectQuestion asked = all ? widened (question) : *question;
  g_autofree char *sql = NULL;

  scan->db = db;
  scan->by = question->by;
  scan->from = question->from;
  scan->to = question->to;
  if (!read_opportunities (scan, error) || (!is_narrow (question) && !count_defects (scan, error)))
    return NULL;
  sql = build_sql (scan, &asked, all);
  scan->statement = assay_db_prepare (db, sql, error);
  if (scan->statement == NULL)
    return NULL;
  assay_lot_scan_bind (scan->statement, &asked);
  scan->handle = assay_statement_handle (scan->statement);
  return g_steal_pointer (&scan);
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
  return start (db, question, FALSE, error);
}

/**
 * assay_lot_scan_new_all:
 * @db: the book
 * @question: which inspections
 * @error: return location for an error
 *
 * Starts a scan over all inspections of the supplier and product that were asked for; of each it
 * says whether it counts.
 *
 * Returns: (transfer full): the scan; %NULL on error
 */
AssayLotScan *
assay_lot_scan_new_all (AssayDb *db, const AssayDefectQuestion *question, GError **error)
{
  return start (db, question, TRUE, error);
}

void
assay_lot_scan_free (AssayLotScan *scan)
{
  if (scan == NULL)
    return;
  g_clear_pointer (&scan->statement, assay_statement_free);
  g_clear_pointer (&scan->counted, assay_key_index_free);
  g_clear_pointer (&scan->counts, g_array_unref);
  g_clear_pointer (&scan->various, assay_key_index_free);
  g_clear_pointer (&scan->opportunities, g_array_unref);
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

  if (scan->defects != 0)
    return sqlite3_column_int64 (scan->handle, scan->defects);
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

static gint64
read_key (AssayLotScan *scan)
{
  if (G_UNLIKELY (scan->by == ASSAY_GROUP_MODE || scan->by == ASSAY_GROUP_KIND))
    {
      const char *text = (const char *)sqlite3_column_text (scan->handle, COLUMN_KEY);

      return scan->by == ASSAY_GROUP_MODE ? assay_grouping_mode_key (text)
                                          : assay_grouping_kind_key (text);
    }
  return sqlite3_column_int64 (scan->handle, COLUMN_KEY);
}

static double
read_opportunity (AssayLotScan *scan)
{
  guint32 number;

  if (G_LIKELY (scan->product == 0)
      || !assay_key_index_find (scan->various, sqlite3_column_int64 (scan->handle, scan->product),
                                &number))
    return 1;
  return (double)g_array_index (scan->opportunities, gint64, number);
}

static void
read_classes (AssayLotScan *scan, AssayLot *lot)
{
  for (int i = 0; i < ASSAY_DEFECT_N_CLASSES; i++)
    if (!read_number (scan, scan->classes + i, &lot->classes[i]) || lot->classes[i] < 0
        || lot->classes[i] > MOST_UNITS)
      lot->classes[i] = -1;
}

static AssayLotStanding
read_standing (AssayLotScan *scan, const AssayLot *lot)
{
  gboolean bounded = scan->from != ASSAY_DATE_UNKNOWN || scan->to != ASSAY_DATE_UNKNOWN;
  int standing = sqlite3_column_int (scan->handle, scan->standing);

  if (standing != ASSAY_LOT_COUNTED)
    return (AssayLotStanding)standing;
  if (bounded && lot->day == ASSAY_DATE_UNKNOWN)
    return ASSAY_LOT_WITHOUT_DAY;
  if ((scan->from != ASSAY_DATE_UNKNOWN && lot->day < scan->from)
      || (scan->to != ASSAY_DATE_UNKNOWN && lot->day > scan->to))
    return ASSAY_LOT_OUTSIDE;
  return lot->is_known ? ASSAY_LOT_COUNTED : ASSAY_LOT_UNKNOWN;
}

/* Reads the row that the scan stands on. */
static void
read_lot (AssayLotScan *scan, AssayLot *lot)
{
  gboolean has_inspected, has_defective;
  gint64 day, accepted;

  lot->id = sqlite3_column_int64 (scan->handle, COLUMN_ID);
  lot->key = read_key (scan);
  lot->day = read_number (scan, COLUMN_DAY, &day) ? (gint32)day : ASSAY_DATE_UNKNOWN;
  if (lot->day == ASSAY_DATE_UNKNOWN && scan->by == ASSAY_GROUP_MONTH)
    lot->key = ASSAY_KEY_NO_DAY;
  has_inspected = read_number (scan, COLUMN_INSPECTED, &lot->inspected);
  has_defective = read_number (scan, COLUMN_DEFECTIVE, &lot->defective);
  lot->is_known = has_inspected && has_defective && lot->inspected >= 0
                  && lot->inspected <= MOST_UNITS && lot->defective >= 0
                  && lot->defective <= MOST_UNITS;
  lot->defects = MAX (lot->defective, count_of (scan, lot->id));
  lot->is_decided = read_number (scan, COLUMN_ACCEPTED, &accepted);
  lot->is_accepted = accepted != 0;
  lot->opportunities = read_opportunity (scan);
  if (scan->classes != 0)
    read_classes (scan, lot);
  lot->standing = scan->standing != 0 ? read_standing (scan, lot) : ASSAY_LOT_COUNTED;
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

  *found = code == SQLITE_ROW;
  scan->is_done = code == SQLITE_DONE;
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    {
      assay_store_error_take (assay_db_handle (scan->db), code, NULL, error);
      return FALSE;
    }
  if (*found)
    read_lot (scan, lot);
  return TRUE;
}
