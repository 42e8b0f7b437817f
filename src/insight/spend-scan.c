/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One pass over the lines. What a group is called and what country a supplier is in are asked
 * afterwards, for the few keys that were seen. */

#include "assay-config.h"

#include "insight/spend-scan.h"

#include "record/date.h"

enum
{
  COLUMN_ID,
  COLUMN_SUPPLIER,
  COLUMN_PRODUCT,
  COLUMN_QUANTITY,
  COLUMN_PRICE,
  COLUMN_CURRENCY,
  COLUMN_DAY,
  COLUMN_CANCELLED,
  COLUMN_DRAFT,
};

typedef struct
{
  gint64 id;
  gint64 quantity;
  gint64 amount; /* quantity × price, of `currency` */
  const char *currency;
  gint32 day;
  gboolean is_known; /* the amount */
} Line;

static void
clear_cell (gpointer data)
{
  g_clear_pointer (&((AssaySpendCell *)data)->ids, g_array_unref);
}

static void
left_out_free (gpointer data)
{
  AssaySpendLeftOut *left_out = data;

  g_free (left_out->currency);
  g_array_unref (left_out->ids);
  g_free (left_out);
}

void
assay_spend_scan_free (AssaySpendScan *scan)
{
  g_clear_pointer (&scan->money, assay_money_in_base_free);
  assay_key_index_free (scan->keys);
  assay_key_index_free (scan->others);
  assay_key_index_free (scan->pairs);
  g_array_unref (scan->cells);
  g_clear_pointer (&scan->left_out, g_ptr_array_unref);
  g_free (scan);
}

/* Those of one reason and currency together. */
static void
leave_out (AssaySpendScan *scan, AssaySpendReason reason, const Line *line)
{
  AssaySpendLeftOut *left_out = NULL;

  for (guint i = 0; i < scan->left_out->len; i++)
    {
      AssaySpendLeftOut *known = g_ptr_array_index (scan->left_out, i);

      if (known->reason == reason && g_strcmp0 (known->currency, line->currency) == 0)
        left_out = known;
    }
  if (left_out == NULL)
    {
      left_out = g_new0 (AssaySpendLeftOut, 1);
      left_out->reason = reason;
      left_out->currency = g_strdup (line->currency);
      left_out->is_known = TRUE;
      left_out->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_ptr_array_add (scan->left_out, left_out);
    }
  g_array_append_val (left_out->ids, line->id);
  if (!line->is_known || __builtin_add_overflow (left_out->amount, line->amount, &left_out->amount))
    left_out->is_known = FALSE;
}

static int
compare_left_out (gconstpointer a, gconstpointer b)
{
  const AssaySpendLeftOut *left = a, *right = b;

  if (left->reason != right->reason)
    return left->reason < right->reason ? -1 : 1;
  return g_strcmp0 (left->currency, right->currency);
}

static gboolean
refused (AssayMoneyOutcome outcome, AssaySpendReason *reason)
{
  switch (outcome)
    {
    case ASSAY_MONEY_CONVERTED:
      return FALSE;
    case ASSAY_MONEY_NO_CURRENCY:
      *reason = ASSAY_SPEND_NO_CURRENCY;
      return TRUE;
    case ASSAY_MONEY_NO_BASE:
      *reason = ASSAY_SPEND_NO_BASE;
      return TRUE;
    case ASSAY_MONEY_NO_DAY:
      *reason = ASSAY_SPEND_NO_DAY;
      return TRUE;
    case ASSAY_MONEY_NO_RATE:
      *reason = ASSAY_SPEND_NO_RATE;
      return TRUE;
    case ASSAY_MONEY_TOO_LARGE:
    default:
      *reason = ASSAY_SPEND_TOO_LARGE;
      return TRUE;
    }
}

/* Reads the line that @handle stands on. Returns whether it counts, with its amount in the base
 * currency. */
static gboolean
read_line (AssaySpendScan *scan,
           const AssaySpendQuestion *question,
           sqlite3_stmt *handle,
           Line *line,
           gint64 *in_base)
{
  gboolean no_quantity = sqlite3_column_type (handle, COLUMN_QUANTITY) == SQLITE_NULL;
  gboolean no_price = sqlite3_column_type (handle, COLUMN_PRICE) == SQLITE_NULL;
  gboolean has_period = question->from != ASSAY_DATE_UNKNOWN || question->to != ASSAY_DATE_UNKNOWN;
  AssaySpendReason reason;

  line->id = sqlite3_column_int64 (handle, COLUMN_ID);
  line->quantity = sqlite3_column_int64 (handle, COLUMN_QUANTITY);
  line->currency = (const char *)sqlite3_column_text (handle, COLUMN_CURRENCY);
  line->day = sqlite3_column_type (handle, COLUMN_DAY) == SQLITE_NULL
                  ? ASSAY_DATE_UNKNOWN
                  : sqlite3_column_int (handle, COLUMN_DAY);
  line->amount = 0;
  line->is_known = !no_quantity && !no_price
                   && !__builtin_mul_overflow (
                       line->quantity, sqlite3_column_int64 (handle, COLUMN_PRICE), &line->amount);
  if (sqlite3_column_int (handle, COLUMN_CANCELLED) != 0)
    reason = ASSAY_SPEND_CANCELLED;
  else if (sqlite3_column_int (handle, COLUMN_DRAFT) != 0)
    reason = ASSAY_SPEND_DRAFT;
  else if (no_quantity)
    reason = ASSAY_SPEND_NO_QUANTITY;
  else if (no_price)
    reason = ASSAY_SPEND_NO_PRICE;
  else if (has_period && line->day == ASSAY_DATE_UNKNOWN)
    reason = ASSAY_SPEND_NO_DATE;
  else if (!line->is_known)
    reason = ASSAY_SPEND_TOO_LARGE;
  else if (!refused (assay_money_in_base_convert (scan->money, line->currency, line->amount,
                                                  line->day, in_base),
                     &reason))
    return TRUE;
  leave_out (scan, reason, line);
  return FALSE;
}

/* What is kept apart while scanning: the finest thing that leads to the group. */
static gint64
key_of (AssaySpendBy by, sqlite3_stmt *handle, gint32 day)
{
  switch (by)
    {
    case ASSAY_SPEND_BY_SUPPLIER:
    case ASSAY_SPEND_BY_COUNTRY:
      return sqlite3_column_int64 (handle, COLUMN_SUPPLIER);
    case ASSAY_SPEND_BY_PRODUCT:
    case ASSAY_SPEND_BY_CATEGORY:
      return sqlite3_column_int64 (handle, COLUMN_PRODUCT);
    case ASSAY_SPEND_BY_MONTH:
      return assay_spend_period_start (day, TRUE);
    case ASSAY_SPEND_BY_QUARTER:
      return assay_spend_period_start (day, FALSE);
    case ASSAY_SPEND_BY_NONE:
    default:
      return 0;
    }
}

static gint64
other_of (AssaySpendOther other,
          const AssaySpendQuestion *question,
          sqlite3_stmt *handle,
          gint32 day)
{
  if (other == ASSAY_SPEND_OTHER_PERIOD)
    return assay_spend_period_start (day, question->every == ASSAY_SPEND_MONTHLY);
  if (other == ASSAY_SPEND_OTHER_PRODUCT)
    return sqlite3_column_int64 (handle, COLUMN_PRODUCT);
  return 0;
}

/* Whether it fits. */
static gboolean
count_line (AssaySpendScan *scan, gint64 key, gint64 other, const Line *line, gint64 in_base)
{
  guint32 number = assay_key_index_add (scan->keys, key);
  guint32 other_number = assay_key_index_add (scan->others, other);
  guint32 pair = assay_key_index_add (scan->pairs, (gint64)number << 32 | other_number);
  AssaySpendCell *cell;

  if (pair >= scan->cells->len)
    {
      g_array_set_size (scan->cells, pair + 1);
      g_array_index (scan->cells, AssaySpendCell, pair).ids
          = g_array_new (FALSE, FALSE, sizeof (gint64));
    }
  cell = &g_array_index (scan->cells, AssaySpendCell, pair);
  /* What a single cell cannot hold, no sum of them can; a quarter leaves room for adding up. */
  if (in_base > G_MAXINT64 / 4 || cell->amount > G_MAXINT64 / 4 - in_base)
    return FALSE;
  cell->amount += in_base;
  cell->quantity += MIN (line->quantity, G_MAXINT32);
  g_array_append_val (cell->ids, line->id);
  return TRUE;
}

static AssayStatement *
prepare (AssayDb *db, const AssaySpendQuestion *question, GError **error)
{
  /* The order is only looked up where the line alone does not say. */
  static const char day[]
      = "coalesce (sent_on, (SELECT ordered_on FROM purchase_order WHERE id = purchase_order), "
        "confirmed_on, delivered_on)";
  g_autoptr (GString) sql = g_string_new ("SELECT id, supplier, product, quantity, unit_price, "
                                          "currency, ");
  AssayStatement *statement;

  g_string_append_printf (
      sql,
      "%s, state IS 'cancelled', state = 'open' AND (SELECT state FROM purchase_order WHERE id = "
      "purchase_order) IS 'draft' FROM order_line WHERE 1",
      day);
  if (question->supplier != 0)
    g_string_append (sql, " AND supplier = ?1");
  if (question->product != 0)
    g_string_append (sql, " AND product = ?2");
  if (question->critical)
    g_string_append (sql, " AND product IN (SELECT id FROM product WHERE critical = 1)");
  /* A line without a day is none of another period. */
  if (question->from != ASSAY_DATE_UNKNOWN)
    g_string_append_printf (sql, " AND ifnull (%s, ?3) >= ?3", day);
  if (question->to != ASSAY_DATE_UNKNOWN)
    g_string_append_printf (sql, " AND ifnull (%s, ?4) <= ?4", day);
  statement = assay_db_prepare (db, sql->str, error);
  if (statement == NULL)
    return NULL;
  if (question->supplier != 0)
    assay_statement_bind_int (statement, 1, question->supplier);
  if (question->product != 0)
    assay_statement_bind_int (statement, 2, question->product);
  if (question->from != ASSAY_DATE_UNKNOWN)
    assay_statement_bind_int (statement, 3, question->from);
  if (question->to != ASSAY_DATE_UNKNOWN)
    assay_statement_bind_int (statement, 4, question->to);
  return statement;
}

static AssaySpendScan *
scan_new (void)
{
  AssaySpendScan *scan = g_new0 (AssaySpendScan, 1);

  scan->keys = assay_key_index_new ();
  scan->others = assay_key_index_new ();
  scan->pairs = assay_key_index_new ();
  scan->cells = g_array_new (FALSE, TRUE, sizeof (AssaySpendCell));
  g_array_set_clear_func (scan->cells, clear_cell);
  scan->left_out = g_ptr_array_new_with_free_func (left_out_free);
  return scan;
}

/**
 * assay_spend_scan:
 * @db: the book
 * @question: what to group by and which lines to take
 * @other: what else to keep apart
 * @error: return location for an error
 *
 * Returns: (transfer full): the sums by key and other, and what was left out; %NULL on error
 */
AssaySpendScan *
assay_spend_scan (AssayDb *db,
                  const AssaySpendQuestion *question,
                  AssaySpendOther other,
                  GError **error)
{
  g_autoptr (AssaySpendScan) scan = scan_new ();
  g_autoptr (AssayStatement) statement = NULL;
  sqlite3_stmt *handle;
  gint64 in_base;
  Line line;
  int code;

  scan->money = assay_money_in_base_new (db, error);
  if (scan->money == NULL)
    return NULL;
  statement = prepare (db, question, error);
  if (statement == NULL)
    return NULL;
  handle = assay_statement_handle (statement);
  while ((code = sqlite3_step (handle)) == SQLITE_ROW)
    if (read_line (scan, question, handle, &line, &in_base)
        && !count_line (scan, key_of (question->by, handle, line.day),
                        other_of (other, question, handle, line.day), &line, in_base))
      leave_out (scan, ASSAY_SPEND_TOO_LARGE, &line);
  if (code != SQLITE_DONE)
    {
      assay_store_error_take (assay_db_handle (db), code, NULL, error);
      return NULL;
    }
  g_ptr_array_sort_values (scan->left_out, compare_left_out);
  return g_steal_pointer (&scan);
}
