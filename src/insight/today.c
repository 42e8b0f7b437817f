/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What needs attention today. "Late" here means past the latest promise: a date that was moved and
 * agreed needs no call today, although the slip against the first one is counted in the figures. */

#include "insight/today.h"

#include "store/query.h"

#define OPEN_LINES                                                                                 \
  " FROM order_line WHERE state IN ('open', 'partial')"                                            \
  " AND (SELECT state FROM purchase_order WHERE id = purchase_order) IS NOT 'draft'"

#define LATE    OPEN_LINES " AND latest_promised_on < ?1"
#define SOON    OPEN_LINES " AND latest_promised_on BETWEEN ?1 AND ?1 + ?2"
#define WAITING " FROM inspection WHERE decision IS NULL"

#define OPEN_ACTIONS " FROM corrective_action WHERE state IN ('open', 'in_progress', 'done')"
/* Of orders that somebody has got. */
#define OPEN_MILESTONES                                                                            \
  " FROM milestone WHERE state <> 'done' AND (SELECT ifnull (state, '') NOT IN "                   \
  "('draft', 'cancelled') AND line_count > 0 FROM purchase_order WHERE id = purchase_order)"
#define FREED    OPEN_MILESTONES " AND state = 'open' AND waits IS 1"
#define UPCOMING OPEN_MILESTONES " AND due_on <= ?1 + ?2 AND NOT (state = 'open' AND waits IS 1)"
/* Until somebody looks at another lot of the same goods. */
#define RAN_OUT                                                                                    \
  " FROM inspection AS t WHERE decision = 'accept_deviation' AND deviation_until < ?1"             \
  " AND NOT EXISTS (SELECT 1 FROM inspection AS later WHERE later.supplier = t.supplier"           \
  " AND later.product IS t.product AND later.inspected_on > t.deviation_until)"

/* What one list asks: its rows and their order. */
typedef struct
{
  AssayType type;
  const char *where;
  const char *order;
  int n_parameters; /* the day and how many days ahead, as many as `where` has */
} Question;

static const Question late_lines
    = { ASSAY_TYPE_ORDER_LINE, LATE, " ORDER BY latest_promised_on, id", 1 };
static const Question soon_lines
    = { ASSAY_TYPE_ORDER_LINE, SOON, " ORDER BY latest_promised_on, id", 2 };
static const Question undecided_inspections
    = { ASSAY_TYPE_INSPECTION, WAITING " AND result IN ('pass', 'fail')",
        " ORDER BY inspected_on, id", 0 };
static const Question planned_inspections
    = { ASSAY_TYPE_INSPECTION,
        WAITING " AND planned_on IS NOT NULL AND inspected_on IS NULL"
                " AND ifnull (result, 'pending') = 'pending'",
        " ORDER BY planned_on, id", 0 };

static const Question overdue_actions
    = { ASSAY_TYPE_CORRECTIVE_ACTION, OPEN_ACTIONS " AND due_on < ?1", " ORDER BY due_on, id", 1 };
static const Question soon_actions
    = { ASSAY_TYPE_CORRECTIVE_ACTION, OPEN_ACTIONS " AND due_on BETWEEN ?1 AND ?1 + ?2",
        " ORDER BY due_on, id", 2 };
static const Question freed_milestones
    = { ASSAY_TYPE_MILESTONE, FREED, " ORDER BY due_on IS NULL, due_on, id", 0 };
static const Question upcoming_milestones
    = { ASSAY_TYPE_MILESTONE, UPCOMING, " ORDER BY due_on, id", 2 };
static const Question ran_out_deviations
    = { ASSAY_TYPE_INSPECTION, RAN_OUT, " ORDER BY deviation_until, id", 1 };

typedef struct
{
  AssayDb *db;
  gint32 today;
  gint32 soon_days;
  guint limit;
} Asking;

static AssayStatement *
prepare (const Asking *asking,
         const Question *question,
         const char *select,
         const char *end,
         GError **error)
{
  g_autofree char *sql = g_strconcat (select, question->where, end, NULL);
  AssayStatement *statement = assay_db_prepare (asking->db, sql, error);

  if (statement == NULL)
    return NULL;
  if (question->n_parameters >= 1)
    assay_statement_bind_int (statement, 1, asking->today);
  if (question->n_parameters >= 2)
    assay_statement_bind_int (statement, 2, asking->soon_days);
  return statement;
}

static gboolean
count (const Asking *asking, const Question *question, gint64 *n, GError **error)
{
  g_autoptr (AssayStatement) statement = prepare (asking, question, "SELECT count (*)", "", error);
  gboolean row;

  if (statement == NULL || !assay_statement_step (statement, &row, error))
    return FALSE;
  *n = assay_statement_get_int (statement, 0);
  return TRUE;
}

/* Fills *@records with the first rows and *@n with how many there are. */
static gboolean
ask (const Asking *asking, const Question *question, GPtrArray **records, gint64 *n, GError **error)
{
  g_autofree char *end = g_strdup_printf ("%s LIMIT %u", question->order, asking->limit);
  g_autoptr (AssayStatement) statement = prepare (asking, question, "SELECT id", end, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  if (statement == NULL)
    return FALSE;
  do
    {
      gint64 id;

      if (!assay_statement_step (statement, &row, error))
        return FALSE;
      id = row ? assay_statement_get_int (statement, 0) : 0;
      if (row)
        g_array_append_val (ids, id);
    }
  while (row);
  *records = assay_query_fetch_records (question->type, (const gint64 *)(const void *)ids->data,
                                        ids->len, asking->db, error);
  if (*records == NULL)
    return FALSE;
  *n = ids->len;
  return ids->len < asking->limit || count (asking, question, n, error);
}

static gboolean
count_all (AssayDb *db, AssayToday *today, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      db,
      "SELECT (SELECT count (*) FROM supplier), (SELECT count (*) FROM product),"
      " (SELECT count (*) FROM purchase_order), (SELECT count (*) FROM inspection),"
      " (SELECT count (*)" OPEN_ACTIONS ")",
      error);
  gboolean row;

  if (statement == NULL || !assay_statement_step (statement, &row, error))
    return FALSE;
  today->suppliers = assay_statement_get_int (statement, 0);
  today->products = assay_statement_get_int (statement, 1);
  today->orders = assay_statement_get_int (statement, 2);
  today->inspections = assay_statement_get_int (statement, 3);
  today->open_actions = assay_statement_get_int (statement, 4);
  return TRUE;
}

/**
 * assay_today_ask:
 * @db: the book, on the thread that owns the connection
 * @today: the day
 * @soon_days: how many days ahead is soon
 * @limit: how long a list may get
 * @error: return location for an error
 *
 * Lines of draft orders are no promise to anybody and are left out.
 *
 * Returns: (transfer full): what needs attention; %NULL on error
 */
AssayToday *
assay_today_ask (AssayDb *db, gint32 today, gint32 soon_days, guint limit, GError **error)
{
  g_autoptr (AssayToday) answer = g_new0 (AssayToday, 1);
  Asking asking = { .db = db, .today = today, .soon_days = soon_days, .limit = limit };

  if (!ask (&asking, &late_lines, &answer->late, &answer->late_n, error)
      || !ask (&asking, &soon_lines, &answer->soon, &answer->soon_n, error)
      || !ask (&asking, &undecided_inspections, &answer->undecided, &answer->undecided_n, error)
      || !ask (&asking, &planned_inspections, &answer->planned, &answer->planned_n, error)
      || !ask (&asking, &overdue_actions, &answer->overdue, &answer->overdue_n, error)
      || !ask (&asking, &soon_actions, &answer->actions, &answer->actions_n, error)
      || !ask (&asking, &freed_milestones, &answer->freed, &answer->freed_n, error)
      || !ask (&asking, &upcoming_milestones, &answer->milestones, &answer->milestones_n, error)
      || !ask (&asking, &ran_out_deviations, &answer->ran_out, &answer->ran_out_n, error)
      || !count_all (db, answer, error))
    return NULL;
  answer->reminders = assay_reminders_ask (db, today, soon_days, error);
  if (answer->reminders == NULL)
    return NULL;
  return g_steal_pointer (&answer);
}

/**
 * assay_today_ask_reorder:
 * @today: an answer
 * @db: the book, on the thread that owns the connection
 * @day: the day
 * @error: return location for an error
 *
 * A product is to be ordered again when its stock and what is on its way are at its reorder point
 * or below; of one whose stock is not known nothing is said.
 *
 * Returns: %FALSE on error
 */
gboolean
assay_today_ask_reorder (AssayToday *today, AssayDb *db, gint32 day, GError **error)
{
  AssayReorderQuestion question = { .today = day };

  g_clear_pointer (&today->reorder, g_ptr_array_unref);
  today->reorder = assay_reorder_plan (db, &question, error);
  for (guint i = today->reorder != NULL ? today->reorder->len : 0; i-- > 0;)
    if (!((const AssayReorder *)g_ptr_array_index (today->reorder, i))->is_due)
      g_ptr_array_remove_index (today->reorder, i);
  return today->reorder != NULL;
}

gboolean
assay_today_ask_sources (AssayToday *today, AssayDb *db, GError **error)
{
  const AssayDiversificationQuestion question
      = { .from = ASSAY_DATE_UNKNOWN, .to = ASSAY_DATE_UNKNOWN };

  g_clear_pointer (&today->sources, assay_diversification_free);
  today->sources = assay_diversification_ask (db, &question, error);
  return today->sources != NULL;
}

void
assay_today_free (AssayToday *today)
{
  if (today == NULL)
    return;
  g_clear_pointer (&today->late, g_ptr_array_unref);
  g_clear_pointer (&today->soon, g_ptr_array_unref);
  g_clear_pointer (&today->undecided, g_ptr_array_unref);
  g_clear_pointer (&today->planned, g_ptr_array_unref);
  g_clear_pointer (&today->overdue, g_ptr_array_unref);
  g_clear_pointer (&today->actions, g_ptr_array_unref);
  g_clear_pointer (&today->freed, g_ptr_array_unref);
  g_clear_pointer (&today->milestones, g_ptr_array_unref);
  g_clear_pointer (&today->ran_out, g_ptr_array_unref);
  g_clear_pointer (&today->reorder, g_ptr_array_unref);
  g_clear_pointer (&today->reminders, assay_agenda_free);
  g_clear_pointer (&today->sources, assay_diversification_free);
  g_free (today);
}
