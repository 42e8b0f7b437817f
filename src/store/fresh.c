/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/fresh.h"

#include "store/db-private.h"

/* How many records are held back at most. */
#define MOST_RECORDS 512

#define UNKNOWN G_MININT64

/* What a line's pieces go through, in the order of `stages`. */
enum
{
  STAGE_READY,
  STAGE_SHIPPED,
  STAGE_ARRIVED,
  STAGE_CLEARED,
  STAGE_RECEIVED,
  N_STAGES,
};

static const struct
{
  guint of_delivery, of_line;
} stages[N_STAGES] = {
  { ASSAY_DELIVERY_READY_ON, ASSAY_ORDER_LINE_READY_ON },
  { ASSAY_DELIVERY_SHIPPED_ON, ASSAY_ORDER_LINE_SHIPPED_ON },
  { ASSAY_DELIVERY_ARRIVED_ON, ASSAY_ORDER_LINE_ARRIVED_ON },
  { ASSAY_DELIVERY_CLEARED_ON, ASSAY_ORDER_LINE_CLEARED_ON },
  { ASSAY_DELIVERY_RECEIVED_ON, ASSAY_ORDER_LINE_DELIVERED_ON },
};

typedef struct
{
  guint n, unknown; /* deliveries that reached it, those of unknown quantity */
  gint64 last, quantity;
} Stage;

typedef struct
{
  AssayRecord *record; /* in records */
  gint64 first, first_given, first_id;
  gint64 latest, latest_given, latest_id;
  Stage stages[N_STAGES];
} Line;

struct _AssayFresh
{
  AssayRecord *order;
  gboolean order_written;
  GPtrArray *records; /* of AssayRecord: lines, each followed by what belongs to it */
  GArray *lines;      /* of Line */
};

AssayFresh *
assay_fresh_new (void)
{
  AssayFresh *fresh = g_new0 (AssayFresh, 1);

  fresh->records = g_ptr_array_new_with_free_func (g_object_unref);
  fresh->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  return fresh;
}

void
assay_fresh_free (AssayFresh *fresh)
{
  g_clear_object (&fresh->order);
  g_ptr_array_unref (fresh->records);
  g_array_unref (fresh->lines);
  g_free (fresh);
}

static gint64
get (const AssayRecord *record, guint field)
{
  return assay_record_get_integer (record, field, UNKNOWN);
}

static void
set (AssayRecord *record, guint field, gint64 value)
{
  if (value == UNKNOWN)
    assay_record_set_unknown (record, field);
  else
    assay_record_set_integer (record, field, value);
}

static void
add_promise (Line *line, const AssayRecord *promise)
{
  gint64 id = assay_record_get_id (promise);
  gint64 given = get (promise, ASSAY_PROMISE_GIVEN_ON);
  gint64 promised = get (promise, ASSAY_PROMISE_PROMISED_ON);

  if (line->first_id == 0 || given < line->first_given
      || (given == line->first_given && id < line->first_id))
    {
      line->first = promised;
      line->first_given = given;
      line->first_id = id;
    }
  if (line->latest_id == 0 || given > line->latest_given
      || (given == line->latest_given && id > line->latest_id))
    {
      line->latest = promised;
      line->latest_given = given;
      line->latest_id = id;
    }
}

/* FALSE: the sum is too large. */
static gboolean
add_to (gint64 *sum, gint64 value)
{
  if (*sum == UNKNOWN)
    *sum = 0;
  return !__builtin_add_overflow (*sum, value, sum);
}

static gboolean
add_delivery (Line *line, const AssayRecord *delivery)
{
  gint64 quantity = get (delivery, ASSAY_DELIVERY_QUANTITY);

  for (guint i = 0; i < N_STAGES; i++)
    {
      Stage *stage = &line->stages[i];
      gint64 day = get (delivery, stages[i].of_delivery);

      if (day == UNKNOWN)
        continue;
      stage->n++;
      stage->last = MAX (stage->last, day);
      if (quantity == UNKNOWN)
        stage->unknown++;
      else if (!add_to (&stage->quantity, quantity))
        return FALSE;
    }
  return TRUE;
}

static gint64
get_stage_day (const Line *line, guint i)
{
  const Stage *stage = &line->stages[i];
  gint64 ordered = get (line->record, ASSAY_ORDER_LINE_QUANTITY);
  gboolean complete = assay_record_get_flag (line->record, ASSAY_ORDER_LINE_CLOSED)
                      || ordered == UNKNOWN || stage->unknown > 0 || stage->quantity >= ordered;

  return stage->n > 0 && complete ? stage->last : UNKNOWN;
}

static void
derive_line (const Line *line, const AssayRecord *order)
{
  AssayRecord *record = line->record;
  gint64 ordered = get (record, ASSAY_ORDER_LINE_QUANTITY);
  gint64 done = get_stage_day (line, STAGE_RECEIVED);
  gboolean cancelled
      = g_strcmp0 (assay_record_get_text (order, ASSAY_ORDER_STATE), "cancelled") == 0;

  set (record, ASSAY_ORDER_LINE_SUPPLIER, get (order, ASSAY_ORDER_SUPPLIER));
  assay_record_set_text (record, ASSAY_ORDER_LINE_CURRENCY,
                         assay_record_get_text (order, ASSAY_ORDER_CURRENCY));
  set (record, ASSAY_ORDER_LINE_SENT_ON, get (order, ASSAY_ORDER_SENT_ON));
  set (record, ASSAY_ORDER_LINE_CONFIRMED_ON, get (order, ASSAY_ORDER_CONFIRMED_ON));
  set (record, ASSAY_ORDER_LINE_DEPOSIT_ON, get (order, ASSAY_ORDER_DEPOSIT_ON));
  for (guint i = 0; i < N_STAGES; i++)
    set (record, stages[i].of_line, get_stage_day (line, i));
  set (record, ASSAY_ORDER_LINE_PROMISED_ON, line->first);
  set (record, ASSAY_ORDER_LINE_LATEST_PROMISED_ON, line->latest);
  set (record, ASSAY_ORDER_LINE_DELIVERED_QUANTITY, line->stages[STAGE_RECEIVED].quantity);
  set (record, ASSAY_ORDER_LINE_SLIP,
       done != UNKNOWN && line->first != UNKNOWN ? done - line->first : UNKNOWN);
  assay_record_set_text (record, ASSAY_ORDER_LINE_STATE,
                         done != UNKNOWN                      ? "delivered"
                         : cancelled                          ? "cancelled"
                         : line->stages[STAGE_RECEIVED].n > 0 ? "partial"
                                                              : "open");
  /* An inspection that comes with it writes the order first and is counted by the statement. */
  assay_record_set_unknown (record, ASSAY_ORDER_LINE_INSPECTED_QUANTITY);
  assay_record_set_unknown (record, ASSAY_ORDER_LINE_PASSED_QUANTITY);
  set (record, ASSAY_ORDER_LINE_OUTSTANDING_QUANTITY, ordered);
}

static gboolean
is_open (const AssayRecord *line)
{
  const char *state = assay_record_get_text (line, ASSAY_ORDER_LINE_STATE);

  return g_str_equal (state, "open") || g_str_equal (state, "partial");
}

/* FALSE: a sum is too large. */
static gboolean
derive_order (AssayFresh *fresh)
{
  gint64 quantity = UNKNOWN, value = UNKNOWN, due = UNKNOWN, last = UNKNOWN;
  guint open = 0, priced = 0;

  for (guint i = 0; i < fresh->lines->len; i++)
    {
      const AssayRecord *line = g_array_index (fresh->lines, Line, i).record;
      gint64 pieces = get (line, ASSAY_ORDER_LINE_QUANTITY);
      gint64 price = get (line, ASSAY_ORDER_LINE_UNIT_PRICE), product;
      gint64 promised = get (line, ASSAY_ORDER_LINE_LATEST_PROMISED_ON);

      if (pieces != UNKNOWN && !add_to (&quantity, pieces))
        return FALSE;
      if (pieces != UNKNOWN && price != UNKNOWN)
        {
          if (__builtin_mul_overflow (pieces, price, &product) || !add_to (&value, product))
            return FALSE;
          priced++;
        }
      if (is_open (line))
        {
          open++;
          if (promised != UNKNOWN && (due == UNKNOWN || promised < due))
            due = promised;
        }
      last = MAX (last, get (line, ASSAY_ORDER_LINE_DELIVERED_ON));
    }
  if (priced < fresh->lines->len)
    value = UNKNOWN;
  if (value != UNKNOWN && !add_to (&value, 50))
    return FALSE;
  set (fresh->order, ASSAY_ORDER_LINE_COUNT, fresh->lines->len);
  set (fresh->order, ASSAY_ORDER_QUANTITY, quantity);
  set (fresh->order, ASSAY_ORDER_VALUE, value != UNKNOWN ? value / 100 : UNKNOWN);
  set (fresh->order, ASSAY_ORDER_DUE_ON, due);
  set (fresh->order, ASSAY_ORDER_DELIVERED_ON, fresh->lines->len > 0 && open == 0 ? last : UNKNOWN);
  return TRUE;
}

static gboolean
write_all (AssayDb *db, AssayFresh *fresh, GError **error)
{
  for (guint i = 0; i < fresh->lines->len; i++)
    derive_line (&g_array_index (fresh->lines, Line, i), fresh->order);
  if (fresh->order_written)
    {
      if (fresh->lines->len > 0)
        assay_touched_add_order (db, assay_record_get_id (fresh->order));
    }
  else
    {
      /* What is too large for a sum is for the statement that sums to refuse. */
      if (!derive_order (fresh))
        assay_touched_add_order (db, assay_record_get_id (fresh->order));
      if (!assay_inserts_run (db->inserts, db, fresh->order, error))
        return FALSE;
      fresh->order_written = TRUE;
    }
  for (guint i = 0; i < fresh->records->len; i++)
    if (!assay_inserts_run (db->inserts, db, g_ptr_array_index (fresh->records, i), error))
      return FALSE;
  return TRUE;
}

gboolean
assay_fresh_flush (AssayDb *db, GError **error)
{
  AssayFresh *fresh = db->fresh;
  gboolean ok;

  if (fresh == NULL || fresh->order == NULL || (fresh->order_written && fresh->records->len == 0))
    return TRUE;
  ok = write_all (db, fresh, error);
  g_ptr_array_set_size (fresh->records, 0);
  g_array_set_size (fresh->lines, 0);
  return ok;
}

gboolean
assay_fresh_end (AssayDb *db, GError **error)
{
  gboolean ok = assay_fresh_flush (db, error);

  if (db->fresh != NULL)
    g_clear_object (&db->fresh->order);
  return ok;
}

static Line *
find_line (AssayFresh *fresh, gint64 id)
{
  for (guint i = fresh->lines->len; i > 0; i--)
    {
      Line *line = &g_array_index (fresh->lines, Line, i - 1);

      if (assay_record_get_id (line->record) == id)
        return line;
    }
  return NULL;
}

static gboolean
hold (AssayDb *db, AssayRecord *record, gboolean *taken, GError **error)
{
  *taken = TRUE;
  g_ptr_array_add (db->fresh->records, g_object_ref (record));
  return TRUE;
}

static gboolean
take_line (AssayDb *db, AssayRecord *record, gboolean *taken, GError **error)
{
  AssayFresh *fresh = db->fresh;
  Line line = { .record = record, .first = UNKNOWN, .latest = UNKNOWN };

  if (fresh->order == NULL
      || assay_record_get_reference (record, ASSAY_ORDER_LINE_PURCHASE_ORDER)
             != assay_record_get_id (fresh->order))
    return TRUE;
  if (fresh->records->len >= MOST_RECORDS && !assay_fresh_flush (db, error))
    return FALSE;
  for (guint i = 0; i < N_STAGES; i++)
    line.stages[i] = (Stage){ .last = UNKNOWN, .quantity = UNKNOWN };
  g_array_append_val (fresh->lines, line);
  return hold (db, record, taken, error);
}

/**
 * assay_fresh_take:
 * @db: a connection inside a change
 * @record: a record with a key
 * @taken: (out): whether @record is written later; until the change ends it must not change
 * @error: what went wrong
 *
 * Returns: whether all went well
 */
gboolean
assay_fresh_take (AssayDb *db, AssayRecord *record, gboolean *taken, GError **error)
{
  AssayFresh *fresh = db->fresh;
  Line *line;

  *taken = FALSE;
  switch ((int)assay_record_get_kind (record))
    {
    case ASSAY_TYPE_ORDER:
      if (!assay_fresh_end (db, error))
        return FALSE;
      g_set_object (&fresh->order, record);
      fresh->order_written = FALSE;
      *taken = TRUE;
      return TRUE;
    case ASSAY_TYPE_ORDER_LINE:
      return take_line (db, record, taken, error);
    case ASSAY_TYPE_PROMISE:
      line = find_line (fresh, assay_record_get_reference (record, ASSAY_PROMISE_ORDER_LINE));
      if (line == NULL)
        return TRUE;
      add_promise (line, record);
      return hold (db, record, taken, error);
    case ASSAY_TYPE_DELIVERY:
      line = find_line (fresh, assay_record_get_reference (record, ASSAY_DELIVERY_ORDER_LINE));
      if (line == NULL)
        return TRUE;
      if (!add_delivery (line, record))
        assay_touched_add_line (db, assay_record_get_id (line->record));
      return hold (db, record, taken, error);
    default:
      return TRUE;
    }
}
