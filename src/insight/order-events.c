/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/order-events.h"

#include "store/query.h"
#include "store/records.h"

static int
find_field (AssayType type, AssayOrderEvent event)
{
  static const int of_order[] = { ASSAY_ORDER_ORDERED_ON, ASSAY_ORDER_SENT_ON,
                                  ASSAY_ORDER_CONFIRMED_ON, ASSAY_ORDER_DEPOSIT_ON };
  static const int of_delivery[]
      = { ASSAY_DELIVERY_READY_ON, ASSAY_DELIVERY_SHIPPED_ON, ASSAY_DELIVERY_ARRIVED_ON,
          ASSAY_DELIVERY_CLEARED_ON, ASSAY_DELIVERY_RECEIVED_ON };

  if (type == ASSAY_TYPE_ORDER && event <= ASSAY_EVENT_DEPOSIT)
    return of_order[event];
  if (type == ASSAY_TYPE_ORDER_LINE && event == ASSAY_EVENT_STARTED)
    return ASSAY_ORDER_LINE_STARTED_ON;
  if (type == ASSAY_TYPE_DELIVERY && event >= ASSAY_EVENT_READY && event < ASSAY_N_EVENTS)
    return of_delivery[event - ASSAY_EVENT_READY];
  return -1;
}

gboolean
assay_order_event_suits (AssayType type, AssayOrderEvent event)
{
  return find_field (type, event) >= 0 || type == ASSAY_TYPE_ORDER
         || (type == ASSAY_TYPE_ORDER_LINE && event >= ASSAY_EVENT_STARTED);
}

static gboolean
set_unknown_day (AssayDb *db, AssayRecord *record, guint field, gint32 day, GError **error)
{
  if (assay_record_is_known (record, field))
    return TRUE;
  assay_record_set_date (record, field, day);
  return assay_records_update (db, record, error);
}

static GPtrArray *
read_owned (AssayDb *db, AssayType type, guint field, gint64 id, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (type);
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;

  assay_value_set_integer (&value, id);
  assay_query_add_filter (query, field, ASSAY_FILTER_IS, &value);
  return assay_query_run_records (query, db, 0, error);
}

/* Pieces that are in no delivery; -1 when that cannot be told and there is none yet. */
static gint64
find_rest (const AssayRecord *line, GPtrArray *deliveries)
{
  gint64 rest = assay_record_get_integer (line, ASSAY_ORDER_LINE_QUANTITY, -1);

  if (rest < 0)
    return deliveries->len == 0 ? -1 : 0;
  for (guint i = 0; i < deliveries->len; i++)
    {
      const AssayRecord *delivery = g_ptr_array_index (deliveries, i);

      /* One of an unknown number of pieces is taken for all. */
      if (!assay_record_is_known (delivery, ASSAY_DELIVERY_QUANTITY))
        return 0;
      rest -= assay_record_get_integer (delivery, ASSAY_DELIVERY_QUANTITY, 0);
    }
  return assay_record_get_flag (line, ASSAY_ORDER_LINE_CLOSED) ? 0 : MAX (rest, 0);
}

static gboolean
set_of_line (AssayDb *db, AssayRecord *line, AssayOrderEvent event, gint32 day, GError **error)
{
  guint field = (guint)find_field (ASSAY_TYPE_DELIVERY, event);
  gint64 id = assay_record_get_id (line);
  g_autoptr (GPtrArray) deliveries
      = read_owned (db, ASSAY_TYPE_DELIVERY, ASSAY_DELIVERY_ORDER_LINE, id, error);
  g_autoptr (AssayRecord) delivery = NULL;
  gint64 rest;

  if (deliveries == NULL)
    return FALSE;
  for (guint i = 0; i < deliveries->len; i++)
    if (!set_unknown_day (db, g_ptr_array_index (deliveries, i), field, day, error))
      return FALSE;
  rest = find_rest (line, deliveries);
  if (rest == 0)
    return TRUE;
  delivery = assay_record_new (ASSAY_TYPE_DELIVERY);
  assay_record_set_reference (delivery, ASSAY_DELIVERY_ORDER_LINE, id);
  if (rest > 0)
    assay_record_set_integer (delivery, ASSAY_DELIVERY_QUANTITY, rest);
  assay_record_set_date (delivery, field, day);
  return assay_records_insert (db, delivery, error);
}

static gboolean
set_of_lines (AssayDb *db, gint64 order, AssayOrderEvent event, gint32 day, GError **error)
{
  g_autoptr (GPtrArray) lines
      = read_owned (db, ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_PURCHASE_ORDER, order, error);

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      AssayRecord *line = g_ptr_array_index (lines, i);

      if (g_strcmp0 (assay_record_get_text (line, ASSAY_ORDER_LINE_STATE), "cancelled") == 0)
        continue;
      if (!assay_order_event_set (db, ASSAY_TYPE_ORDER_LINE, assay_record_get_id (line), event, day,
                                  error))
        return FALSE;
    }
  return TRUE;
}

gboolean
assay_order_event_set (
    AssayDb *db, AssayType type, gint64 id, AssayOrderEvent event, gint32 day, GError **error)
{
  int field = find_field (type, event);
  g_autoptr (AssayRecord) record = NULL;

  g_return_val_if_fail (assay_order_event_suits (type, event), FALSE);

  if (type == ASSAY_TYPE_ORDER && field < 0)
    return set_of_lines (db, id, event, day, error);
  record = assay_records_get (db, type, id, error);
  if (record == NULL)
    return FALSE;
  return field >= 0 ? set_unknown_day (db, record, (guint)field, day, error)
                    : set_of_line (db, record, event, day, error);
}
