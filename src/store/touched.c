/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/touched.h"

#include "record/defect-tally.h"
#include "store/db-private.h"
#include "store/milestone-amounts.h"
#include "store/touched-samples.h"

/* Keys are gathered as they come and put in order once, at the end. */
struct _AssayTouched
{
  GArray *lines;       /* of gint64: order lines */
  GArray *orders;      /* of gint64 */
  GArray *inspections; /* of gint64 */
  GArray *samples;     /* of gint64 */
  GArray *tests;       /* of gint64: tests of samples */
};

static void
add (GArray *ids, gint64 id)
{
  if (id != 0 && (ids->len == 0 || g_array_index (ids, gint64, ids->len - 1) != id))
    g_array_append_val (ids, id);
}

AssayTouched *
assay_touched_new (void)
{
  AssayTouched *touched = g_new0 (AssayTouched, 1);

  touched->lines = g_array_new (FALSE, FALSE, sizeof (gint64));
  touched->orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  touched->inspections = g_array_new (FALSE, FALSE, sizeof (gint64));
  touched->samples = g_array_new (FALSE, FALSE, sizeof (gint64));
  touched->tests = g_array_new (FALSE, FALSE, sizeof (gint64));
  return touched;
}

void
assay_touched_free (AssayTouched *touched)
{
  g_array_unref (touched->lines);
  g_array_unref (touched->orders);
  g_array_unref (touched->inspections);
  g_array_unref (touched->samples);
  g_array_unref (touched->tests);
  g_free (touched);
}

static gboolean
add_found (AssayDb *db, GArray *ids, const char *sql, gint64 id, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  gboolean row, ok;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, id);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    add (ids, assay_statement_get_int (statement, 0));
  return ok;
}

/**
 * assay_touched_add_line:
 * @db: a connection inside a change
 * @line: the key of an order line
 *
 * Notes that what is derived for @line is out of date, for who knows the line already.
 */
void
assay_touched_add_line (AssayDb *db, gint64 line)
{
  if (db->touched != NULL)
    add (db->touched->lines, line);
}

void
assay_touched_add_order (AssayDb *db, gint64 order)
{
  if (db->touched != NULL)
    add (db->touched->orders, order);
}

/**
 * assay_touched_add:
 * @db: a connection
 * @type: a type
 * @id: a key
 * @error: what went wrong
 *
 * Notes what depends on a record. Called before a record is changed or deleted as well as after,
 * since it may have moved from one owner to another.
 *
 * Returns: whether all went well
 */
gboolean
assay_touched_add (AssayDb *db, AssayType type, gint64 id, GError **error)
{
  AssayTouched *touched = db->touched;

  if (touched == NULL)
    return TRUE;
  if (!assay_fresh_end (db, error))
    return FALSE;
  switch ((int)type)
    {
    case ASSAY_TYPE_ORDER:
      add (touched->orders, id);
      return add_found (db, touched->lines, "SELECT id FROM order_line WHERE purchase_order = ?1",
                        id, error);
    case ASSAY_TYPE_ORDER_LINE:
      add (touched->lines, id);
      return add_found (db, touched->orders, "SELECT purchase_order FROM order_line WHERE id = ?1",
                        id, error);
    case ASSAY_TYPE_PROMISE:
      return add_found (db, touched->lines, "SELECT order_line FROM promise WHERE id = ?1", id,
                        error);
    case ASSAY_TYPE_DELIVERY:
      return add_found (db, touched->lines, "SELECT order_line FROM delivery WHERE id = ?1", id,
                        error);
    case ASSAY_TYPE_INSPECTION:
      add (touched->inspections, id);
      return add_found (db, touched->lines, "SELECT order_line FROM inspection WHERE id = ?1", id,
                        error);
    case ASSAY_TYPE_DEFECT:
      return add_found (db, touched->inspections, "SELECT inspection FROM defect WHERE id = ?1", id,
                        error);
    case ASSAY_TYPE_MILESTONE:
      return add_found (db, touched->orders, "SELECT purchase_order FROM milestone WHERE id = ?1",
                        id, error);
    case ASSAY_TYPE_SAMPLE:
      add (touched->samples, id);
      return TRUE;
    case ASSAY_TYPE_SAMPLE_TEST:
      add (touched->tests, id);
      return add_found (db, touched->samples, "SELECT sample FROM sample_test WHERE id = ?1", id,
                        error);
    default:
      return TRUE;
    }
}

/* The rules of lines and orders stand in fresh.c too, for those that come with all they have.
 *
 * The first promise is the one given first; one without a date of its own counts as given before
 * all others, among those the one entered first. A line is delivered when what was received reaches
 * what was ordered, when either number is unknown, or when the user closed it; the date is that of
 * the last piece.
 *
 * Pieces pass in inspections of finished goods (final random, container loading, incoming) that
 * were held:
 *  - an accepted lot passes: the buyer accepts it, with a deviation or without, or has not decided
 *    and the inspector's result is a pass. The accepted pieces count where they are known, else the
 *    lot; a lot of unknown size is the whole line;
 *  - of a lot that is reworked, sorted or rejected only the pieces that were accepted all the same;
 *  - a re-inspection stands in the place of what it repeats, so that of a chain the last one
 *    counts; pieces accepted before stay if the re-inspected lot leaves room for them, that is, if
 *    only the rest was looked at again;
 *  - the same pieces may pass at the factory, at loading and on arrival: each kind is summed by
 *    itself, and the largest sum counts.
 * Nothing passed is unknown, not 0. Outstanding is what was ordered and did not pass, never
 * negative; unknown when it is not known what was ordered. */
#define PASSED                                                                                     \
  "(SELECT max (pieces) FROM (SELECT sum (CASE "                                                   \
  "WHEN decision IN ('rework', 'sort', 'reject') THEN CASE WHEN accepted_quantity > 0 "            \
  "AND (again IS NULL OR accepted_quantity + again <= lot_size) THEN accepted_quantity END "       \
  "WHEN again IS NOT NULL THEN NULL "                                                              \
  "WHEN decision IN ('accept', 'accept_deviation') OR (decision IS NULL AND result = 'pass') "     \
  "THEN coalesce (accepted_quantity, lot_size, ordered_pieces, 0) END) AS pieces "                 \
  "FROM (SELECT i.kind, i.decision, i.result, i.accepted_quantity, i.lot_size, "                   \
  "(SELECT quantity FROM order_line WHERE id = ?1) AS ordered_pieces, "                            \
  "(SELECT sum (coalesce (r.lot_size, i.lot_size, 0)) FROM inspection AS r "                       \
  "WHERE r.repeats = i.id AND r.order_line = ?1 AND r.inspected_on IS NOT NULL "                   \
  "AND r.kind IN ('final_random', 'loading', 'incoming')) AS again "                               \
  "FROM inspection AS i WHERE i.order_line = ?1 AND i.inspected_on IS NOT NULL "                   \
  "AND i.kind IN ('final_random', 'loading', 'incoming')) GROUP BY kind))"

/* The day on which the last piece reached a stage: known once what reached it is what was ordered.
 */
#define STAGE_COUNTS(stage)                                                                        \
  "count (" stage ") AS n_" stage ", max (" stage ") AS last_" stage ", "                          \
  "sum (quantity) FILTER (WHERE " stage " IS NOT NULL) AS quantity_" stage ", "                    \
  "count (*) FILTER (WHERE " stage " IS NOT NULL AND quantity IS NULL) AS unknown_" stage
#define STAGE_DAY(stage)                                                                           \
  "CASE WHEN r.n_" stage " > 0 AND (l.closed IS 1 OR l.quantity IS NULL OR r.unknown_" stage       \
  " > 0 OR r.quantity_" stage " >= l.quantity) THEN r.last_" stage " END AS " stage

static const char line_sql[]
    = "UPDATE order_line SET "
      "supplier = o.supplier, currency = o.currency, sent_on = o.sent_on, "
      "confirmed_on = o.confirmed_on, deposit_on = o.deposit_on, ready_on = d.ready_on, "
      "shipped_on = d.shipped_on, arrived_on = d.arrived_on, cleared_on = d.cleared_on, "
      "promised_on = d.first, latest_promised_on = d.latest, "
      "delivered_quantity = d.quantity, delivered_on = d.received_on, slip = d.received_on - "
      "d.first, "
      "state = CASE WHEN o.state = 'cancelled' AND d.received_on IS NULL THEN 'cancelled' "
      "WHEN d.received_on IS NOT NULL THEN 'delivered' WHEN d.received > 0 THEN 'partial' ELSE "
      "'open' "
      "END, "
      "inspected_quantity = (SELECT sum (lot_size) FROM inspection WHERE order_line = ?1 "
      "AND inspected_on IS NOT NULL AND kind <> 'sample' AND repeats IS NULL), "
      "passed_quantity = d.passed, "
      "outstanding_quantity = max (order_line.quantity - coalesce (d.passed, 0), 0) "
      "FROM purchase_order AS o, (SELECT l.purchase_order AS purchase_order, "
      "(SELECT promised_on FROM promise WHERE order_line = ?1 ORDER BY given_on, id LIMIT 1) AS "
      "first, "
      "(SELECT promised_on FROM promise WHERE order_line = ?1 ORDER BY given_on DESC, id DESC "
      "LIMIT 1) "
      "AS latest, r.n_received_on AS received, r.quantity_received_on AS quantity, " STAGE_DAY (
          "re"
          "ad"
          "y_"
          "o"
          "n") ", " STAGE_DAY ("shipped_on") ", " STAGE_DAY ("arrived_on") ", " STAGE_DAY ("cleared"
                                                                                           "_on") ", " STAGE_DAY ("received_on") ", " PASSED
                                                                                                                                 " AS passed "
                                                                                                                                 "FROM "
                                                                                                                                 "order_line "
                                                                                                                                 "AS l, "
                                                                                                                                 "(SELECT"
                                                                                                                                 " " STAGE_COUNTS ("ready_on") ", " STAGE_COUNTS ("shipped_on") ", " STAGE_COUNTS (
                                                                                                                                     "arrived_"
                                                                                                                                     "on") ","
                                                                                                                                           " " STAGE_COUNTS ("cleared_on") ", " STAGE_COUNTS (
                                                                                                                                               "received_on") " FROM delivery WHERE order_line = ?1) AS r "
                                                                                                                                                              "WHERE l.id = ?1) AS d "
                                                                                                                                                              "WHERE order_line.id = ?1 AND o.id = d.purchase_order";

/* Unit prices are kept to a hundredth of the minor unit. */
static const char order_sql[]
    = "UPDATE purchase_order SET line_count = s.n, quantity = s.quantity, value = s.value, "
      "due_on = s.due, delivered_on = CASE WHEN s.n > 0 AND s.open = 0 THEN s.last END "
      "FROM (SELECT count (*) AS n, sum (quantity) AS quantity, "
      "CASE WHEN count (quantity * unit_price) = count (*) "
      "THEN (sum (quantity * unit_price) + 50) / 100 END AS value, "
      "min (latest_promised_on) FILTER (WHERE state IN ('open', 'partial')) AS due, "
      "count (*) FILTER (WHERE state IN ('open', 'partial')) AS open, max (delivered_on) AS last "
      "FROM order_line WHERE purchase_order = ?1) AS s WHERE id = ?1";

/* A milestone that follows an event is due so many days after it: after the day on which it
 * happened, before that after the day for which it is planned; while neither is known it
 * stays as it was typed. What happens to each line has
 * happened to the order when it has happened to the last line that was not cancelled; of a line the
 * goods on their way know the plan better than the line, and the latest promise says when it is
 * received. */
#define LAST_OF_LINES(day)                                                                         \
  "(SELECT CASE WHEN count (*) = count (" day ") THEN max (" day ") END FROM order_line AS l "     \
  "WHERE l.purchase_order = ?1 AND l.state IS NOT 'cancelled')"
#define PLANNED_BY_DELIVERY(column)                                                                \
  "(SELECT max (" column ") FROM delivery WHERE order_line = l.id)"

static const char milestone_due_sql[]
    = "UPDATE milestone SET due_on = e.day + coalesce (milestone.days, 0) "
      "FROM (SELECT 'ordered' AS anchor, coalesce (ordered_on, order_planned_on) AS day "
      "FROM purchase_order WHERE id = ?1 "
      "UNION ALL SELECT 'sent', coalesce (sent_on, send_planned_on) FROM purchase_order "
      "WHERE id = ?1 "
      "UNION ALL SELECT 'confirmed', coalesce (confirmed_on, confirm_planned_on) "
      "FROM purchase_order WHERE id = ?1 "
      "UNION ALL SELECT 'deposit', coalesce (deposit_on, deposit_planned_on) FROM purchase_order "
      "WHERE id = ?1 "
      "UNION ALL SELECT 'started', " LAST_OF_LINES ("coalesce (l.started_on, l.start_planned_on)") " UNION ALL SELECT 'ready', " LAST_OF_LINES ("coalesce (l.ready_on, " PLANNED_BY_DELIVERY ("ready_planned_on") ", l.ready_planned_on)") " UNION ALL SELECT 'shipped', " LAST_OF_LINES ("coalesce (l.shipped_on, " PLANNED_BY_DELIVERY ("ship_planned_on") ", l.ship_planned_on)") " UNION ALL SELECT 'arrived', " LAST_OF_LINES ("coalesce (l.arrived_on, " PLANNED_BY_DELIVERY (
          "arrive_planned_on") ", l.arrive_planned_on)") " UNION ALL SELECT "
                                                         "'cleared', " LAST_OF_LINES (
                                                             "coalesce "
                                                             "(l.cleared_"
                                                             "on,"
                                                             " " PLANNED_BY_DELIVERY (
                                                                 "clear_planned_on") ", "
                                                                                     "l.clear_"
                                                                                     "planned_on)") " UNION ALL SELECT 'received', " LAST_OF_LINES ("coalesce (l.delivered_on, " PLANNED_BY_DELIVERY ("receive_planned_on") ", l.latest_promised_on)") ") AS e "
                                                                                                                                                                                                                                                       "WHERE milestone.purchase_order = ?1 AND milestone.anchor = e.anchor AND e.day IS NOT NULL";

/* A milestone that waits is free when no line of its order that was not cancelled has pieces left
 * that did not pass; of a line without a quantity something must have passed. While the order has
 * no lines nothing can have passed. */
static const char milestone_sql[]
    = "UPDATE milestone SET state = CASE WHEN done_on IS NOT NULL THEN 'done' "
      "WHEN waits IS 1 AND (EXISTS (SELECT 1 FROM order_line AS l WHERE l.purchase_order = ?1 "
      "AND l.state IS NOT 'cancelled' AND (l.outstanding_quantity > 0 "
      "OR (l.quantity IS NULL AND l.passed_quantity IS NULL))) "
      "OR NOT EXISTS (SELECT 1 FROM order_line WHERE purchase_order = ?1)) THEN 'waiting' "
      "ELSE 'open' END WHERE purchase_order = ?1";

/* Where defects are recorded one by one, the inspection's numbers are their tally, and zero in a
 * class without any; otherwise they stay as they were typed or imported. */
static const char inspection_rows_sql[]
    = "SELECT i.basis IS 'defects', coalesce (i.second_sample_critical, 0) > 0 "
      "OR coalesce (i.second_sample_major, 0) > 0 OR coalesce (i.second_sample_minor, 0) > 0, "
      "d.class, d.count, d.units, d.sample IS 'second' "
      "FROM defect AS d JOIN inspection AS i ON i.id = d.inspection WHERE d.inspection = ?1";

/* By units the sum of the classes is the number of units; by defects a unit may have several, and
 * there are no more defective units than were inspected. */
static const char inspection_tally_sql[]
    = "UPDATE inspection SET defective_critical = ?2, defective_major = ?3, defective_minor = ?4, "
      "first_critical = ?5, first_major = ?6, first_minor = ?7, "
      "defective = CASE WHEN basis IS 'defects' THEN min (?8, coalesce (inspected, ?8)) "
      "ELSE ?8 END WHERE id = ?1";

/* Of numbers that were typed; a tally knows better. */
static const char inspection_sum_sql[]
    = "UPDATE inspection SET defective = coalesce (defective_critical, 0) "
      "+ coalesce (defective_major, 0) + coalesce (defective_minor, 0) WHERE id = ?1 "
      "AND coalesce (defective_critical, defective_major, defective_minor) IS NOT NULL "
      "AND NOT EXISTS (SELECT 1 FROM defect WHERE inspection = ?1)";

/* What an inspection of an order line says of supplier and product, unless it says so itself. */
static const char inspection_line_sql[]
    = "UPDATE inspection SET supplier = coalesce (inspection.supplier, o.supplier), "
      "product = coalesce (inspection.product, l.product) "
      "FROM order_line AS l JOIN purchase_order AS o ON o.id = l.purchase_order "
      "WHERE inspection.id = ?1 AND l.id = inspection.order_line "
      "AND (inspection.supplier IS NULL OR inspection.product IS NULL)";

/**
 * assay_touched_add_inserted:
 * @db: a connection inside a change
 * @record: a record that was inserted just now
 *
 * Notes what depends on a new record, which says itself what it belongs to.
 */
void
assay_touched_add_inserted (AssayDb *db, const AssayRecord *record)
{
  AssayTouched *touched = db->touched;
  gint64 id = assay_record_get_id (record);

  if (touched == NULL)
    return;
  switch ((int)assay_record_get_kind (record))
    {
    case ASSAY_TYPE_ORDER:
      add (touched->orders, id);
      break;
    case ASSAY_TYPE_ORDER_LINE:
      add (touched->lines, id);
      add (touched->orders, assay_record_get_reference (record, ASSAY_ORDER_LINE_PURCHASE_ORDER));
      break;
    case ASSAY_TYPE_PROMISE:
      add (touched->lines, assay_record_get_reference (record, ASSAY_PROMISE_ORDER_LINE));
      break;
    case ASSAY_TYPE_DELIVERY:
      add (touched->lines, assay_record_get_reference (record, ASSAY_DELIVERY_ORDER_LINE));
      break;
    case ASSAY_TYPE_INSPECTION:
      add (touched->inspections, id);
      add (touched->lines, assay_record_get_reference (record, ASSAY_INSPECTION_ORDER_LINE));
      break;
    case ASSAY_TYPE_DEFECT:
      add (touched->inspections, assay_record_get_reference (record, ASSAY_DEFECT_INSPECTION));
      break;
    case ASSAY_TYPE_MILESTONE:
      add (touched->orders, assay_record_get_reference (record, ASSAY_MILESTONE_PURCHASE_ORDER));
      break;
    case ASSAY_TYPE_SAMPLE:
      add (touched->samples, id);
      break;
    case ASSAY_TYPE_SAMPLE_TEST:
      add (touched->tests, id);
      add (touched->samples, assay_record_get_reference (record, ASSAY_SAMPLE_TEST_SAMPLE));
      break;
    default:
      break;
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *)a, right = *(const gint64 *)b;

  return left < right ? -1 : left > right;
}

/* In the order of keys, so that pages of the file are visited once. */
static gboolean
run_for_each (AssayDb *db, GArray *ids, const char *sql, GError **error)
{
  g_autoptr (AssayStatement) statement = NULL;
  gint64 last = 0;

  if (ids->len == 0)
    return TRUE;
  statement = assay_db_prepare (db, sql, error);
  if (statement == NULL)
    return FALSE;
  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (id == last)
        continue;
      assay_statement_bind_int (statement, 1, id);
      if (!assay_statement_run (statement, error))
        return FALSE;
      last = id;
    }
  return TRUE;
}

/* Nothing for an inspection without defects. */
static gboolean
read_tally (
    AssayDb *db, gint64 id, AssayDefectTally *tally, gboolean *any, gboolean *two, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, inspection_rows_sql, error);
  gboolean row, ok;

  if (statement == NULL)
    return FALSE;
  *any = *two = FALSE;
  assay_statement_bind_int (statement, 1, id);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      int defect_class = assay_defect_tally_class (assay_statement_get_text (statement, 2));

      if (!*any)
        assay_defect_tally_init (tally, assay_statement_get_int (statement, 0) == 0);
      *any = TRUE;
      *two = assay_statement_get_int (statement, 1) != 0;
      if (defect_class >= 0)
        assay_defect_tally_add (tally, (guint)defect_class, assay_statement_get_int (statement, 3),
                                assay_statement_get_text (statement, 4),
                                *two && assay_statement_get_int (statement, 5) != 0);
    }
  return ok;
}

static gboolean
write_tally (
    AssayDb *db, gint64 id, const AssayDefectTally *tally, gboolean two_samples, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, inspection_tally_sql, error);

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, id);
  for (int i = 0; i < ASSAY_TALLY_CLASSES; i++)
    {
      assay_statement_bind_int (statement, 2 + i, tally->found[i]);
      if (two_samples)
        assay_statement_bind_int (statement, 5 + i, tally->first[i]);
      else
        assay_statement_bind_null (statement, 5 + i);
    }
  assay_statement_bind_int (statement, 8, tally->units);
  return assay_statement_run (statement, error);
}

static gboolean
tally_inspections (AssayDb *db, GArray *ids, GError **error)
{
  gint64 last = 0;

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_auto (AssayDefectTally) tally = { 0 };
      gboolean any, two;

      if (id == last)
        continue;
      if (!read_tally (db, id, &tally, &any, &two, error)
          || (any && !write_tally (db, id, &tally, two, error)))
        return FALSE;
      last = id;
    }
  return TRUE;
}

static gboolean
add_orders_of_lines (AssayDb *db, GError **error)
{
  GArray *lines = db->touched->lines;

  for (guint i = 0; i < lines->len; i++)
    if (!add_found (db, db->touched->orders, "SELECT purchase_order FROM order_line WHERE id = ?1",
                    g_array_index (lines, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* And what their milestones are worth then. */
static gboolean
sum_up_orders (AssayDb *db, GArray *orders, GError **error)
{
  g_autoptr (AssayMilestoneAmounts) amounts = NULL;

  g_array_sort (orders, compare_ids);
  amounts = assay_milestone_amounts_before (db, orders, error);
  return amounts != NULL && run_for_each (db, orders, order_sql, error)
         && assay_milestone_amounts_follow (db, amounts, error);
}

/**
 * assay_touched_bring_up_to_date:
 * @db: a connection inside a change
 * @error: what went wrong
 *
 * Computes the derived columns of everything noted.
 *
 * Returns: whether all of them are up to date
 */
gboolean
assay_touched_bring_up_to_date (AssayDb *db, GError **error)
{
  AssayTouched *touched = db->touched;

  if (touched == NULL)
    return TRUE;
  return tally_inspections (db, touched->inspections, error)
         && run_for_each (db, touched->inspections, inspection_sum_sql, error)
         && run_for_each (db, touched->inspections, inspection_line_sql, error)
         && assay_touched_tests (db, touched->tests, error)
         && run_for_each (db, touched->samples, assay_touched_sample_sql, error)
         && run_for_each (db, touched->lines, line_sql, error) && add_orders_of_lines (db, error)
         && sum_up_orders (db, touched->orders, error)
         && run_for_each (db, touched->orders, milestone_due_sql, error)
         && run_for_each (db, touched->orders, milestone_sql, error);
}
