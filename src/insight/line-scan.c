/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One pass over the table of lines, in which the days stand that lead times are told from; only
 * rules that look at single shipments ask for those of each line. */

#include "insight/line-scan.h"

#include <math.h>

#include "insight/work-calendar.h"
#include "record/date.h"

/* Columns of the scan. Those at the end are asked only by rules that use them. */
enum
{
  COLUMN_KEY,
  COLUMN_ID,
  COLUMN_ORDER,
  COLUMN_SUPPLIER,
  COLUMN_CANCELLED,
  COLUMN_START,
  COLUMN_PROMISE,
  COLUMN_RECEIVED,
  COLUMN_READY,
  COLUMN_CONFIRMED,
  COLUMN_DEPOSIT,
  COLUMN_QUANTITY,
  COLUMN_CAME,
  COLUMN_SHIPPED,
  COLUMN_STARTED,
};

/* A line that was delivered is never in the state of a cancelled one: its text is not looked at. */
static const char columns[]
    = ", id, purchase_order, supplier, CASE WHEN delivered_on IS NULL THEN state = 'cancelled' END,"
      " %s, %s, delivered_on, ready_on, confirmed_on, deposit_on, quantity, delivered_quantity%s"
      " FROM order_line";

/* Columns of the parts of a line. */
enum
{
  PART_QUANTITY,
  PART_READY,
  PART_RECEIVED,
  PART_DONE,
};

typedef struct
{
  gint64 quantity; /* -1 unknown */
  gint32 ready, received, done;
} Part;

struct _AssayLineScan
{
  AssayLeadTimeQuestion question;
  AssayStatement *statement;
  sqlite3_stmt *handle;
  AssayStatement *closed_statement; /* few lines come short: only of those it is asked */
  AssayStatement *parts_statement;  /* NULL: the rules do not look at them */
  AssayWorkCalendars *calendars;    /* NULL: calendar days */
  AssayWorkCalendar *calendar;      /* of the line's supplier */
  gint64 calendar_of;
  AssayDb *db;
  GArray *parts;      /* of Part, of the line */
  GArray *due;        /* of AssayLineDue: shipments or pieces of the line */
  AssayLineDue whole; /* the line itself, where the share is of lines */
  AssayLine line;
  int code; /* of the last step */
  GError *error;
};

/* What a row is keyed by; grouping.h has the rest of the way to the group. */
static const char *
key_expression (const AssayLeadTimeQuestion *question)
{
  switch (question->by)
    {
    case ASSAY_GROUP_PRODUCT:
      return "product";
    case ASSAY_GROUP_MODE:
      return "coalesce ((SELECT mode FROM delivery WHERE order_line = order_line.id"
             " AND mode IS NOT NULL ORDER BY received_on DESC LIMIT 1),"
             " (SELECT mode FROM purchase_order WHERE id = order_line.purchase_order))";
    case ASSAY_GROUP_SUPPLIER:
    case ASSAY_GROUP_COUNTRY:
    case ASSAY_GROUP_MONTH:
    case ASSAY_GROUP_KIND:
    case ASSAY_GROUP_CLASS:
    case ASSAY_GROUP_NONE:
    default:
      return "NULL";
    }
}

/* Cheap to ask of a million rows: only a 0 is asked whether it is known. */
static inline gint32
read_day (sqlite3_stmt *handle, int column)
{
  int day = sqlite3_column_int (handle, column);

  return G_UNLIKELY (day == 0) && sqlite3_column_type (handle, column) == SQLITE_NULL
             ? ASSAY_DATE_UNKNOWN
             : day;
}

static inline gint64
read_quantity (sqlite3_stmt *handle, int column)
{
  gint64 quantity = sqlite3_column_int64 (handle, column);

  return G_UNLIKELY (quantity == 0) && sqlite3_column_type (handle, column) == SQLITE_NULL
             ? -1
             : quantity;
}

static AssayStatement *
prepare_lines (AssayDb *db, const AssayLeadTimeQuestion *question, GError **error)
{
  const AssayLeadTimeRules *rules = &question->rules;
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  const char *more = rules->from_start                               ? ", shipped_on, started_on"
                     : rules->promise_of == ASSAY_PROMISE_OF_SHIPPED ? ", shipped_on"
                                                                     : "";
  AssayStatement *statement;

  g_string_append (sql, key_expression (question));
  g_string_append_printf (sql, columns, rules->from_confirmed ? "confirmed_on" : "sent_on",
                          rules->against_latest ? "latest_promised_on" : "promised_on", more);
  g_string_append (sql, " WHERE 1");
  if (question->supplier != 0)
    g_string_append (sql, " AND supplier = ?1");
  if (question->product != 0)
    g_string_append (sql, " AND product = ?2");
  if (question->line != 0)
    g_string_append (sql, " AND id = ?3");
  statement = assay_db_prepare (db, sql->str, error);
  if (statement == NULL)
    return NULL;
  if (question->supplier != 0)
    assay_statement_bind_int (statement, 1, question->supplier);
  if (question->product != 0)
    assay_statement_bind_int (statement, 2, question->product);
  if (question->line != 0)
    assay_statement_bind_int (statement, 3, question->line);
  return statement;
}

static AssayStatement *
prepare_parts (AssayDb *db, const AssayLeadTimeRules *rules, GError **error)
{
  static const char *const done[] = { "received_on", "shipped_on", "ready_on" };
  g_autofree char *sql = g_strdup_printf ("SELECT quantity, ready_on, received_on, %s FROM delivery"
                                          " WHERE order_line = ?1",
                                          done[rules->promise_of]);

  return assay_db_prepare (db, sql, error);
}

/**
 * assay_line_scan_new:
 * @db: the book
 * @question: what is asked; the period is of what comes out, not of what is read
 * @error: return location for an error
 *
 * Returns: (transfer full): a scan before its first line; %NULL on error
 */
AssayLineScan *
assay_line_scan_new (AssayDb *db, const AssayLeadTimeQuestion *question, GError **error)
{
  const AssayLeadTimeRules *rules = &question->rules;
  g_autoptr (AssayLineScan) scan = g_new0 (AssayLineScan, 1);

  scan->db = db;
  scan->question = *question;
  if (question->today == ASSAY_DATE_UNKNOWN)
    scan->question.today = assay_date_today ();
  scan->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  scan->due = g_array_new (FALSE, FALSE, sizeof (AssayLineDue));
  scan->code = SQLITE_ROW;
  scan->statement = prepare_lines (db, question, error);
  if (scan->statement == NULL)
    return NULL;
  scan->handle = assay_statement_handle (scan->statement);
  scan->closed_statement
      = assay_db_prepare (db, "SELECT closed FROM order_line WHERE id = ?1", error);
  if (scan->closed_statement == NULL)
    return NULL;
  if (rules->by_pieces || rules->unit != ASSAY_ON_TIME_LINES)
    {
      scan->parts_statement = prepare_parts (db, rules, error);
      if (scan->parts_statement == NULL)
        return NULL;
    }
  if (rules->working_days)
    {
      scan->calendars = assay_work_calendars_load (db, error);
      if (scan->calendars == NULL)
        return NULL;
    }
  return g_steal_pointer (&scan);
}

void
assay_line_scan_free (AssayLineScan *scan)
{
  if (scan == NULL)
    return;
  g_clear_pointer (&scan->statement, assay_statement_free);
  g_clear_pointer (&scan->closed_statement, assay_statement_free);
  g_clear_pointer (&scan->parts_statement, assay_statement_free);
  g_clear_pointer (&scan->calendars, assay_work_calendars_free);
  g_array_unref (scan->parts);
  g_array_unref (scan->due);
  g_clear_error (&scan->error);
  g_free (scan);
}

static inline double
span (const AssayLineScan *scan, gint32 from, gint32 to)
{
  if (scan->calendars != NULL)
    return (double)assay_work_calendar_days (scan->calendar, from, to);
  return (double)to - (double)from;
}

double
assay_line_scan_span (const AssayLineScan *scan, gint32 from, gint32 to)
{
  return span (scan, from, to);
}

static inline gboolean
is_within (const AssayLeadTimeQuestion *question, gint32 day)
{
  if (day == ASSAY_DATE_UNKNOWN)
    return question->from == ASSAY_DATE_UNKNOWN && question->to == ASSAY_DATE_UNKNOWN;
  return (question->from == ASSAY_DATE_UNKNOWN || day >= question->from)
         && (question->to == ASSAY_DATE_UNKNOWN || day <= question->to);
}

static inline gint64
read_key (AssayLineScan *scan)
{
  switch (scan->question.by)
    {
    case ASSAY_GROUP_SUPPLIER:
    case ASSAY_GROUP_COUNTRY:
      return scan->line.supplier;
    case ASSAY_GROUP_PRODUCT:
      return sqlite3_column_int64 (scan->handle, COLUMN_KEY);
    case ASSAY_GROUP_MODE:
      return assay_grouping_mode_key ((const char *)sqlite3_column_text (scan->handle, COLUMN_KEY));
    case ASSAY_GROUP_MONTH:
      return scan->line.day != ASSAY_DATE_UNKNOWN ? scan->line.day : ASSAY_KEY_NO_DAY;
    case ASSAY_GROUP_KIND:
    case ASSAY_GROUP_CLASS:
    case ASSAY_GROUP_NONE:
    default:
      return 0;
    }
}

/* Production may start once both are there; an order without a deposit starts when confirmed. */
static inline gint32
read_begun (const AssayLineScan *scan)
{
  if (scan->question.rules.from_start)
    return read_day (scan->handle, COLUMN_STARTED);
  /* Unknown is the smallest number. */
  return MAX (read_day (scan->handle, COLUMN_CONFIRMED), read_day (scan->handle, COLUMN_DEPOSIT));
}

static inline gint32
read_done (const AssayLineScan *scan)
{
  switch (scan->question.rules.promise_of)
    {
    case ASSAY_PROMISE_OF_SHIPPED:
      return read_day (scan->handle, COLUMN_SHIPPED);
    case ASSAY_PROMISE_OF_READY:
      return scan->line.ready;
    case ASSAY_PROMISE_OF_RECEIVED:
    default:
      return scan->line.received;
    }
}

static inline AssayLineStanding
stand (const AssayLineScan *scan)
{
  const AssayLine *line = &scan->line;

  if (line->received == ASSAY_DATE_UNKNOWN
      && sqlite3_column_int (scan->handle, COLUMN_CANCELLED) != 0)
    return ASSAY_LINE_CANCELLED;
  if (line->done != ASSAY_DATE_UNKNOWN)
    return ASSAY_LINE_DONE;
  if (line->received != ASSAY_DATE_UNKNOWN)
    return ASSAY_LINE_NO_DATE;
  if (line->promise == ASSAY_DATE_UNKNOWN)
    return ASSAY_LINE_OPEN;
  return line->promise < scan->question.today ? ASSAY_LINE_LATE : ASSAY_LINE_NOT_DUE;
}

static gboolean
is_closed (const AssayLineScan *scan)
{
  gboolean row = FALSE;

  assay_statement_reset (scan->closed_statement);
  assay_statement_bind_int (scan->closed_statement, 1, scan->line.id);
  return assay_statement_step (scan->closed_statement, &row, NULL) && row
         && assay_statement_get_int (scan->closed_statement, 0) == 1;
}

/* A line is delivered when its pieces are there, when it was closed, or when a delivery of unknown
 * size came: only in the last case nobody knows how many. */
static inline AssayLineFill
fill (const AssayLineScan *scan)
{
  const AssayLine *line = &scan->line;
  gint64 came = read_quantity (scan->handle, COLUMN_CAME);

  if (line->quantity < 0)
    return ASSAY_LINE_PIECES_UNKNOWN;
  if (came >= line->quantity)
    return ASSAY_LINE_FULL;
  if (line->received == ASSAY_DATE_UNKNOWN)
    return ASSAY_LINE_SHORT;
  if (came < 0 || !is_closed (scan))
    return ASSAY_LINE_PIECES_UNKNOWN;
  return (double)came * 1e6 >= (double)line->quantity * (1e6 - scan->question.rules.tolerance)
             ? ASSAY_LINE_FULL
             : ASSAY_LINE_SHORT;
}

static gboolean
read_parts (AssayLineScan *scan)
{
  AssayStatement *statement = scan->parts_statement;
  sqlite3_stmt *handle = assay_statement_handle (statement);
  gboolean row, ok;

  g_array_set_size (scan->parts, 0);
  assay_statement_reset (statement);
  assay_statement_bind_int (statement, 1, scan->line.id);
  while ((ok = assay_statement_step (statement, &row, &scan->error)) && row)
    {
      Part part = { .quantity = read_quantity (handle, PART_QUANTITY),
                    .ready = read_day (handle, PART_READY),
                    .received = read_day (handle, PART_RECEIVED),
                    .done = read_day (handle, PART_DONE) };

      g_array_append_val (scan->parts, part);
    }
  return ok;
}

static gint32
part_day (const AssayLineScan *scan, const Part *part, AssayLeadMeasure measure, gboolean end)
{
  const AssayLine *line = &scan->line;

  switch (measure)
    {
    case ASSAY_LEAD_TOTAL:
      return end ? part->received : line->start;
    case ASSAY_LEAD_PRODUCTION:
      return end ? part->ready : line->begun;
    case ASSAY_LEAD_TRANSIT:
      return end ? part->received : part->ready;
    case ASSAY_LEAD_SLIP:
      return end ? part->done : line->promise;
    case ASSAY_N_LEAD_MEASURES:
    default:
      g_return_val_if_reached (ASSAY_DATE_UNKNOWN);
    }
}

/* The mean over the pieces of a line in parts; @last, that of the last piece, where it is not known
 * how many came when. */
static double
mean_of_parts (const AssayLineScan *scan, AssayLeadMeasure measure, double last)
{
  double sum = 0, pieces = 0;

  for (guint i = 0; i < scan->parts->len; i++)
    {
      const Part *part = &g_array_index (scan->parts, Part, i);
      gint32 from = part_day (scan, part, measure, FALSE);
      gint32 to = part_day (scan, part, measure, TRUE);

      if (from == ASSAY_DATE_UNKNOWN || to == ASSAY_DATE_UNKNOWN)
        continue;
      if (part->quantity < 0)
        return last;
      sum += (double)part->quantity * span (scan, from, to);
      pieces += (double)part->quantity;
    }
  return pieces > 0 ? sum / pieces : last;
}

static inline void
measure (AssayLineScan *scan, AssayLeadMeasure measure, gint32 from, gint32 to)
{
  AssayLine *line = &scan->line;
  double days = NAN;

  if (from != ASSAY_DATE_UNKNOWN && to != ASSAY_DATE_UNKNOWN)
    {
      if (G_UNLIKELY (to < from && measure != ASSAY_LEAD_SLIP))
        line->backwards |= 1u << measure;
      else
        days = span (scan, from, to);
      if (G_UNLIKELY (scan->question.rules.by_pieces) && !isnan (days))
        days = mean_of_parts (scan, measure, days);
    }
  line->days[measure] = days;
}

static void
add_due (AssayLineScan *scan, gint32 day, gint64 n, double slip)
{
  AssayLineDue due = { .day = day, .n = n, .slip = slip };

  if (n > 0 && is_within (&scan->question, day))
    g_array_append_val (scan->due, due);
}

static void
find_due_parts (AssayLineScan *scan)
{
  AssayLine *line = &scan->line;
  gboolean pieces = scan->question.rules.unit == ASSAY_ON_TIME_PIECES;
  gint64 came = 0;

  for (guint i = 0; i < scan->parts->len; i++)
    {
      const Part *part = &g_array_index (scan->parts, Part, i);
      gint64 n = 1;

      if (part->done == ASSAY_DATE_UNKNOWN)
        continue;
      if (pieces)
        n = part->quantity >= 0 || scan->parts->len > 1 ? part->quantity : line->quantity;
      if (n < 0)
        line->pieces_unknown = TRUE;
      came += MAX (n, 0);
      add_due (scan, part->done, n, span (scan, line->promise, part->done));
    }
  if (line->standing != ASSAY_LINE_LATE)
    return;
  if (pieces && line->quantity < 0)
    line->pieces_unknown = TRUE;
  add_due (scan, line->promise, pieces ? line->quantity - came : 1, NAN);
}

/* What of the line the on-time share counts. */
static inline void
find_due (AssayLineScan *scan)
{
  AssayLine *line = &scan->line;

  line->n_due = 0;
  if (line->promise == ASSAY_DATE_UNKNOWN || line->standing == ASSAY_LINE_CANCELLED)
    return;
  if (G_LIKELY (scan->question.rules.unit == ASSAY_ON_TIME_LINES))
    {
      scan->whole.day = line->day;
      scan->whole.n = 1;
      scan->whole.slip = line->days[ASSAY_LEAD_SLIP];
      line->due = &scan->whole;
      line->n_due = line->standing == ASSAY_LINE_DONE || line->standing == ASSAY_LINE_LATE;
      return;
    }
  g_array_set_size (scan->due, 0);
  find_due_parts (scan);
  line->due = (const AssayLineDue *)(void *)scan->due->data;
  line->n_due = scan->due->len;
}

static inline void
read_line (AssayLineScan *scan)
{
  AssayLine *line = &scan->line;
  sqlite3_stmt *handle = scan->handle;

  line->id = sqlite3_column_int64 (handle, COLUMN_ID);
  line->order = sqlite3_column_int64 (handle, COLUMN_ORDER);
  line->supplier = sqlite3_column_int64 (handle, COLUMN_SUPPLIER);
  line->start = read_day (handle, COLUMN_START);
  line->promise = read_day (handle, COLUMN_PROMISE);
  line->received = read_day (handle, COLUMN_RECEIVED);
  line->ready = read_day (handle, COLUMN_READY);
  line->begun = read_begun (scan);
  line->done = read_done (scan);
  line->quantity = read_quantity (handle, COLUMN_QUANTITY);
  line->standing = stand (scan);
  line->day = line->done != ASSAY_DATE_UNKNOWN       ? line->done
              : line->received != ASSAY_DATE_UNKNOWN ? line->received
                                                     : line->promise;
  line->is_within = is_within (&scan->question, line->day);
  line->key = read_key (scan);
  line->fill = fill (scan);
  line->backwards = 0;
  line->pieces_unknown = FALSE;
  if (scan->calendars != NULL && (scan->calendar == NULL || scan->calendar_of != line->supplier))
    {
      scan->calendar = assay_work_calendars_get (scan->calendars, line->supplier);
      scan->calendar_of = line->supplier;
    }
}

/**
 * assay_line_scan_next:
 * @scan: a scan
 *
 * Returns: (nullable): the next line that is in the period or of which something is; valid until
 *   the one after it. %NULL when there is none, see assay_line_scan_finish()
 */
const AssayLine *
assay_line_scan_next (AssayLineScan *scan)
{
  AssayLine *line = &scan->line;
  gboolean by_line = scan->question.rules.unit == ASSAY_ON_TIME_LINES;

  while ((scan->code = sqlite3_step (scan->handle)) == SQLITE_ROW)
    {
      read_line (scan);
      if (by_line && !line->is_within)
        continue;
      if (scan->parts_statement != NULL && !read_parts (scan))
        return NULL;
      measure (scan, ASSAY_LEAD_TOTAL, line->start, line->received);
      measure (scan, ASSAY_LEAD_PRODUCTION, line->begun, line->ready);
      measure (scan, ASSAY_LEAD_TRANSIT, line->ready, line->received);
      measure (scan, ASSAY_LEAD_SLIP, line->promise, line->done);
      find_due (scan);
      if (line->is_within || line->n_due > 0)
        return line;
    }
  return NULL;
}

/**
 * assay_line_scan_finish:
 * @scan: a scan without a next line
 * @error: return location for an error
 *
 * Returns: whether that was because all lines were read
 */
gboolean
assay_line_scan_finish (AssayLineScan *scan, GError **error)
{
  if (scan->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&scan->error));
      return FALSE;
    }
  if (scan->code == SQLITE_DONE)
    return TRUE;
  assay_store_error_take (assay_db_handle (scan->db), scan->code, NULL, error);
  return FALSE;
}
