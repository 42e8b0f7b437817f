/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/order-timeline.h"

#include <glib/gi18n-lib.h>

#include "insight/work-calendar.h"
#include "record/format.h"
#include "store/promises.h"
#include "store/query.h"
#include "store/records.h"

#define NO_FIELD -1

/* Where the days of an event stand in the records of each kind. */
static const struct
{
  const char *label;
  int order_planned, order_actual;
  int line_planned, line_actual;
  int delivery_planned, delivery_actual;
} events[ASSAY_N_EVENTS] = {
  { N_ ("Ordered"), ASSAY_ORDER_ORDER_PLANNED_ON, ASSAY_ORDER_ORDERED_ON, NO_FIELD, NO_FIELD,
    NO_FIELD, NO_FIELD },
  { N_ ("Sent"), ASSAY_ORDER_SEND_PLANNED_ON, ASSAY_ORDER_SENT_ON, NO_FIELD, NO_FIELD, NO_FIELD,
    NO_FIELD },
  { N_ ("Confirmed"), ASSAY_ORDER_CONFIRM_PLANNED_ON, ASSAY_ORDER_CONFIRMED_ON, NO_FIELD, NO_FIELD,
    NO_FIELD, NO_FIELD },
  { N_ ("Deposit paid"), ASSAY_ORDER_DEPOSIT_PLANNED_ON, ASSAY_ORDER_DEPOSIT_ON, NO_FIELD, NO_FIELD,
    NO_FIELD, NO_FIELD },
  { N_ ("Production started"), NO_FIELD, NO_FIELD, ASSAY_ORDER_LINE_START_PLANNED_ON,
    ASSAY_ORDER_LINE_STARTED_ON, NO_FIELD, NO_FIELD },
  { N_ ("Ready"), NO_FIELD, NO_FIELD, ASSAY_ORDER_LINE_READY_PLANNED_ON, ASSAY_ORDER_LINE_READY_ON,
    ASSAY_DELIVERY_READY_PLANNED_ON, ASSAY_DELIVERY_READY_ON },
  { N_ ("Shipped"), NO_FIELD, NO_FIELD, ASSAY_ORDER_LINE_SHIP_PLANNED_ON,
    ASSAY_ORDER_LINE_SHIPPED_ON, ASSAY_DELIVERY_SHIP_PLANNED_ON, ASSAY_DELIVERY_SHIPPED_ON },
  { N_ ("Arrived"), NO_FIELD, NO_FIELD, ASSAY_ORDER_LINE_ARRIVE_PLANNED_ON,
    ASSAY_ORDER_LINE_ARRIVED_ON, ASSAY_DELIVERY_ARRIVE_PLANNED_ON, ASSAY_DELIVERY_ARRIVED_ON },
  { N_ ("Cleared"), NO_FIELD, NO_FIELD, ASSAY_ORDER_LINE_CLEAR_PLANNED_ON,
    ASSAY_ORDER_LINE_CLEARED_ON, ASSAY_DELIVERY_CLEAR_PLANNED_ON, ASSAY_DELIVERY_CLEARED_ON },
  { N_ ("Received"), NO_FIELD, NO_FIELD, ASSAY_ORDER_LINE_LATEST_PROMISED_ON,
    ASSAY_ORDER_LINE_DELIVERED_ON, ASSAY_DELIVERY_RECEIVE_PLANNED_ON, ASSAY_DELIVERY_RECEIVED_ON },
};

const char *
assay_order_event_label (AssayOrderEvent event)
{
  g_return_val_if_fail (event < ASSAY_N_EVENTS, "");

  return _ (events[event].label);
}

gboolean
assay_timeline_day_slip (const AssayTimelineDay *day, gint32 today, int *days)
{
  gint32 until = day->actual != ASSAY_DATE_UNKNOWN ? day->actual : today;

  if (day->planned == ASSAY_DATE_UNKNOWN || until == ASSAY_DATE_UNKNOWN)
    return FALSE;
  *days = until - day->planned;
  return day->actual != ASSAY_DATE_UNKNOWN || *days > 0;
}

/* Freeing */

static void
lane_free (gpointer data)
{
  g_free (((AssayTimelineLane *)data)->name);
  g_free (data);
}

static void
promise_free (gpointer data)
{
  g_free (((AssayTimelinePromise *)data)->reason);
  g_free (data);
}

static void
milestone_free (gpointer data)
{
  AssayTimelineMilestone *milestone = data;

  g_free (milestone->name);
  g_free (milestone->state);
  g_free (milestone);
}

static void
inspection_free (gpointer data)
{
  AssayTimelineInspection *inspection = data;

  g_free (inspection->kind);
  g_free (inspection->result);
  g_free (inspection);
}

static void
band_free (gpointer data)
{
  g_free (((AssayTimelineBand *)data)->name);
  g_free (data);
}

void
assay_order_timeline_free (AssayOrderTimeline *timeline)
{
  g_free (timeline->number);
  g_free (timeline->supplier);
  g_ptr_array_unref (timeline->lanes);
  g_ptr_array_unref (timeline->promises);
  g_ptr_array_unref (timeline->milestones);
  g_ptr_array_unref (timeline->inspections);
  g_ptr_array_unref (timeline->bands);
  g_free (timeline);
}

/* Reading */

static gint32
day_of (const AssayRecord *record, int field)
{
  return field >= 0 ? assay_record_get_date (record, (guint)field) : ASSAY_DATE_UNKNOWN;
}

static GPtrArray *
read_rows (AssayDb *db, AssayType type, guint field, gint64 id, guint sort, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (type);
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;

  assay_value_set_integer (&value, id);
  assay_query_add_filter (query, field, ASSAY_FILTER_IS, &value);
  assay_query_set_sort (query, sort, FALSE);
  return assay_query_run_records (query, db, 0, error);
}

static AssayTimelineLane *
add_lane (AssayOrderTimeline *self, AssayLaneKind kind, const AssayRecord *record)
{
  AssayTimelineLane *lane = g_new0 (AssayTimelineLane, 1);

  lane->kind = kind;
  lane->type = assay_record_get_kind (record);
  lane->id = assay_record_get_id (record);
  for (guint i = 0; i < ASSAY_N_EVENTS; i++)
    lane->days[i] = (AssayTimelineDay){ ASSAY_DATE_UNKNOWN, ASSAY_DATE_UNKNOWN, 0, 0 };
  g_ptr_array_add (self->lanes, lane);
  return lane;
}

static void
set_day (AssayTimelineDay *day, gint32 planned, gint32 actual)
{
  day->planned = planned;
  day->actual = actual;
  day->of = 1;
  day->reached = actual != ASSAY_DATE_UNKNOWN ? 1 : 0;
}

/* "300 pieces, sea" */
static char *
name_delivery (const AssayRecord *delivery)
{
  g_autofree char *mode = assay_format_display (delivery, ASSAY_DELIVERY_MODE, 0);
  g_autofree char *quantity = assay_format_display (delivery, ASSAY_DELIVERY_QUANTITY, 0);
  g_autofree char *pieces = NULL;

  if (*quantity == '\0')
    pieces = g_strdup (_ ("Some pieces"));
  else
    pieces = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s piece", "%s pieces",
                     (gulong)assay_record_get_integer (delivery, ASSAY_DELIVERY_QUANTITY, 0)),
        quantity);
  return *mode != '\0' ? g_strdup_printf ("%s · %s", pieces, mode) : g_steal_pointer (&pieces);
}

static void
add_delivery (AssayOrderTimeline *self, const AssayRecord *delivery, gint64 line)
{
  AssayTimelineLane *lane = add_lane (self, ASSAY_LANE_DELIVERY, delivery);

  lane->line = line;
  lane->name = name_delivery (delivery);
  for (guint i = 0; i < ASSAY_N_EVENTS; i++)
    if (events[i].delivery_actual >= 0)
      set_day (&lane->days[i], day_of (delivery, events[i].delivery_planned),
               day_of (delivery, events[i].delivery_actual));
}

/* "2 · Trail 25, black" */
static char *
name_line (const AssayRecord *line)
{
  g_autofree char *number = assay_format_display (line, ASSAY_ORDER_LINE_LINE_NUMBER, 0);
  const char *product = assay_record_get_reference_title (line, ASSAY_ORDER_LINE_PRODUCT);

  if (product == NULL || *product == '\0')
    product = assay_record_get_text (line, ASSAY_ORDER_LINE_DESCRIPTION);
  if (*number == '\0')
    return g_strdup (product != NULL ? product : _ ("A line"));
  if (product == NULL)
    /* Translators: a line of an order by its number */
    return g_strdup_printf (_ ("Line %s"), number);
  return g_strdup_printf ("%s · %s", number, product);
}

static gboolean
read_promises (AssayOrderTimeline *self, AssayDb *db, gint64 line, GError **error)
{
  g_autoptr (GPtrArray) rows = assay_promises_of_line (db, line, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const AssayRecord *row = g_ptr_array_index (rows, i);
      AssayTimelinePromise *promise = g_new0 (AssayTimelinePromise, 1);

      promise->id = assay_record_get_id (row);
      promise->line = line;
      promise->promised = assay_record_get_date (row, ASSAY_PROMISE_PROMISED_ON);
      promise->given = assay_record_get_date (row, ASSAY_PROMISE_GIVEN_ON);
      promise->first = i == 0;
      if (assay_record_is_known (row, ASSAY_PROMISE_REASON))
        promise->reason = assay_format_display (row, ASSAY_PROMISE_REASON, 0);
      g_ptr_array_add (self->promises, promise);
    }
  return rows != NULL;
}

static gboolean
read_inspections (AssayOrderTimeline *self, AssayDb *db, gint64 line, GError **error)
{
  g_autoptr (GPtrArray) rows = read_rows (db, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_ORDER_LINE,
                                          line, ASSAY_INSPECTION_INSPECTED_ON, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const AssayRecord *row = g_ptr_array_index (rows, i);
      gboolean planned = !assay_record_is_known (row, ASSAY_INSPECTION_INSPECTED_ON);
      gint32 day = assay_record_get_date (row, planned ? ASSAY_INSPECTION_PLANNED_ON
                                                       : ASSAY_INSPECTION_INSPECTED_ON);
      AssayTimelineInspection *inspection;

      if (day == ASSAY_DATE_UNKNOWN)
        continue;
      inspection = g_new0 (AssayTimelineInspection, 1);
      inspection->id = assay_record_get_id (row);
      inspection->line = line;
      inspection->day = day;
      inspection->planned = planned;
      inspection->kind = assay_format_display (row, ASSAY_INSPECTION_KIND, 0);
      inspection->result = g_strdup (assay_record_get_text (row, ASSAY_INSPECTION_RESULT));
      g_ptr_array_add (self->inspections, inspection);
    }
  return rows != NULL;
}

/* The goods on their way know the plan better than the line, as for the due dates of milestones;
 * the latest promise says when it is received. */
static gboolean
read_line (AssayOrderTimeline *self, AssayDb *db, const AssayRecord *line, GError **error)
{
  gint64 id = assay_record_get_id (line);
  AssayTimelineLane *lane = add_lane (self, ASSAY_LANE_LINE, line);
  g_autoptr (GPtrArray) deliveries = read_rows (db, ASSAY_TYPE_DELIVERY, ASSAY_DELIVERY_ORDER_LINE,
                                                id, ASSAY_DELIVERY_RECEIVED_ON, error);

  if (deliveries == NULL)
    return FALSE;
  lane->line = id;
  lane->name = name_line (line);
  lane->cancelled
      = g_strcmp0 (assay_record_get_text (line, ASSAY_ORDER_LINE_STATE), "cancelled") == 0;
  for (guint i = 0; i < ASSAY_N_EVENTS; i++)
    {
      gint32 planned = ASSAY_DATE_UNKNOWN;

      if (events[i].line_actual < 0)
        continue;
      for (guint k = 0; k < deliveries->len; k++)
        planned
            = MAX (planned, day_of (g_ptr_array_index (deliveries, k), events[i].delivery_planned));
      if (planned == ASSAY_DATE_UNKNOWN)
        planned = day_of (line, events[i].line_planned);
      set_day (&lane->days[i], planned, day_of (line, events[i].line_actual));
      if (events[i].delivery_actual < 0)
        continue;
      lane->days[i].reached = 0;
      lane->days[i].of = deliveries->len;
      for (guint k = 0; k < deliveries->len; k++)
        lane->days[i].reached
            += day_of (g_ptr_array_index (deliveries, k), events[i].delivery_actual)
               != ASSAY_DATE_UNKNOWN;
    }
  for (guint k = 0; k < deliveries->len; k++)
    add_delivery (self, g_ptr_array_index (deliveries, k), id);
  return read_promises (self, db, id, error) && read_inspections (self, db, id, error);
}

/* What happens to each line has happened to the order when it has happened to the last line that
 * was not cancelled. */
static void
sum_up (AssayOrderTimeline *self)
{
  AssayTimelineLane *whole = g_ptr_array_index (self->lanes, 0);

  for (guint i = 0; i < ASSAY_N_EVENTS; i++)
    {
      AssayTimelineDay *day = &whole->days[i];
      guint planned = 0;

      if (events[i].line_actual < 0)
        continue;
      for (guint k = 1; k < self->lanes->len; k++)
        {
          const AssayTimelineLane *lane = g_ptr_array_index (self->lanes, k);

          if (lane->kind != ASSAY_LANE_LINE || lane->cancelled)
            continue;
          day->of++;
          day->reached += lane->days[i].actual != ASSAY_DATE_UNKNOWN;
          planned += lane->days[i].planned != ASSAY_DATE_UNKNOWN;
          day->planned = MAX (day->planned, lane->days[i].planned);
          day->actual = MAX (day->actual, lane->days[i].actual);
        }
      if (planned < day->of)
        day->planned = ASSAY_DATE_UNKNOWN;
      if (day->reached < day->of)
        day->actual = ASSAY_DATE_UNKNOWN;
    }
}

static gboolean
read_milestones (AssayOrderTimeline *self, AssayDb *db, GError **error)
{
  g_autoptr (GPtrArray) rows = read_rows (db, ASSAY_TYPE_MILESTONE, ASSAY_MILESTONE_PURCHASE_ORDER,
                                          self->order, ASSAY_MILESTONE_DUE_ON, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const AssayRecord *row = g_ptr_array_index (rows, i);
      AssayTimelineMilestone *milestone = g_new0 (AssayTimelineMilestone, 1);

      milestone->id = assay_record_get_id (row);
      milestone->name = g_strdup (assay_record_get_text (row, ASSAY_MILESTONE_NAME));
      milestone->state = g_strdup (assay_record_get_text (row, ASSAY_MILESTONE_STATE));
      milestone->due = assay_record_get_date (row, ASSAY_MILESTONE_DUE_ON);
      milestone->done = assay_record_get_date (row, ASSAY_MILESTONE_DONE_ON);
      g_ptr_array_add (self->milestones, milestone);
    }
  return rows != NULL;
}

static void
widen (gint32 day, gint32 *first, gint32 *last)
{
  if (day == ASSAY_DATE_UNKNOWN)
    return;
  if (*first == ASSAY_DATE_UNKNOWN || day < *first)
    *first = day;
  if (*last == ASSAY_DATE_UNKNOWN || day > *last)
    *last = day;
}

gboolean
assay_order_timeline_span (const AssayOrderTimeline *self, gint32 *first, gint32 *last)
{
  *first = *last = ASSAY_DATE_UNKNOWN;
  for (guint k = 0; k < self->lanes->len; k++)
    for (guint i = 0; i < ASSAY_N_EVENTS; i++)
      {
        const AssayTimelineLane *lane = g_ptr_array_index (self->lanes, k);

        widen (lane->days[i].planned, first, last);
        widen (lane->days[i].actual, first, last);
      }
  for (guint k = 0; k < self->promises->len; k++)
    widen (((AssayTimelinePromise *)g_ptr_array_index (self->promises, k))->promised, first, last);
  for (guint k = 0; k < self->milestones->len; k++)
    {
      const AssayTimelineMilestone *milestone = g_ptr_array_index (self->milestones, k);

      widen (milestone->due, first, last);
      widen (milestone->done, first, last);
    }
  for (guint k = 0; k < self->inspections->len; k++)
    widen (((AssayTimelineInspection *)g_ptr_array_index (self->inspections, k))->day, first, last);
  return *first != ASSAY_DATE_UNKNOWN;
}

static gboolean
read_bands (AssayOrderTimeline *self, AssayDb *db, gint64 supplier, GError **error)
{
  g_autoptr (AssayWorkCalendars) calendars = assay_work_calendars_load (db, error);
  g_autoptr (GPtrArray) found = NULL;
  gint32 first, last;

  if (calendars == NULL)
    return FALSE;
  if (!assay_order_timeline_span (self, &first, &last))
    return TRUE;
  found = assay_work_calendars_find (calendars, supplier, first, last);
  for (guint i = 0; i < found->len; i++)
    {
      const AssayBlackout *blackout = g_ptr_array_index (found, i);
      AssayTimelineBand *band = g_new0 (AssayTimelineBand, 1);

      band->id = blackout->id;
      band->name = g_strdup (blackout->name);
      band->from = blackout->from;
      band->to = blackout->to;
      band->stops_work = blackout->stops_work;
      g_ptr_array_add (self->bands, band);
    }
  return TRUE;
}

static gboolean
read_lines (AssayOrderTimeline *self, AssayDb *db, GError **error)
{
  g_autoptr (GPtrArray) lines
      = read_rows (db, ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_PURCHASE_ORDER, self->order,
                   ASSAY_ORDER_LINE_LINE_NUMBER, error);

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (!read_line (self, db, g_ptr_array_index (lines, i), error))
      return FALSE;
  return TRUE;
}

static AssayOrderTimeline *
timeline_new (const AssayRecord *order, gint32 today)
{
  AssayOrderTimeline *self = g_new0 (AssayOrderTimeline, 1);
  AssayTimelineLane *lane;

  self->order = assay_record_get_id (order);
  self->today = today;
  self->number = g_strdup (assay_record_get_text (order, ASSAY_ORDER_NUMBER));
  self->supplier = g_strdup (assay_record_get_reference_title (order, ASSAY_ORDER_SUPPLIER));
  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  self->promises = g_ptr_array_new_with_free_func (promise_free);
  self->milestones = g_ptr_array_new_with_free_func (milestone_free);
  self->inspections = g_ptr_array_new_with_free_func (inspection_free);
  self->bands = g_ptr_array_new_with_free_func (band_free);
  lane = add_lane (self, ASSAY_LANE_ORDER, order);
  lane->name = g_strdup (_ ("Order"));
  for (guint i = 0; i < ASSAY_N_EVENTS; i++)
    if (events[i].order_actual >= 0)
      set_day (&lane->days[i], day_of (order, events[i].order_planned),
               day_of (order, events[i].order_actual));
  return self;
}

/**
 * assay_order_timeline_read_line:
 * @db: a connection
 * @line: an order line
 * @today: today, in days since 1970-01-01
 * @error: what went wrong
 *
 * Returns: (transfer full): the order of the line with this line and its deliveries alone, without
 *   milestones and periods
 */
AssayOrderTimeline *
assay_order_timeline_read_line (AssayDb *db, const AssayRecord *line, gint32 today, GError **error)
{
  g_autoptr (AssayRecord) order = assay_records_get (
      db, ASSAY_TYPE_ORDER, assay_record_get_reference (line, ASSAY_ORDER_LINE_PURCHASE_ORDER),
      error);
  g_autoptr (AssayOrderTimeline) self = order != NULL ? timeline_new (order, today) : NULL;

  return self != NULL && read_line (self, db, line, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * assay_order_timeline_read:
 * @db: a connection
 * @order: the key of an order
 * @today: today, in days since 1970-01-01
 * @error: what went wrong
 *
 * Returns: (transfer full): the order in time
 */
AssayOrderTimeline *
assay_order_timeline_read (AssayDb *db, gint64 order, gint32 today, GError **error)
{
  g_autoptr (AssayRecord) record = assay_records_get (db, ASSAY_TYPE_ORDER, order, error);
  g_autoptr (AssayOrderTimeline) self = record != NULL ? timeline_new (record, today) : NULL;

  if (self == NULL)
    return NULL;
  if (!read_lines (self, db, error))
    return NULL;
  sum_up (self);
  return read_milestones (self, db, error)
                 && read_bands (self, db, assay_record_get_reference (record, ASSAY_ORDER_SUPPLIER),
                                error)
             ? g_steal_pointer (&self)
             : NULL;
}
