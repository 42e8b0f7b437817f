/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line is told by its reference, else by its number, else by product, quantity and promised day.
 * A row that repeats a line adds what is new about it (another delivery, a moved promise), is left
 * out when it says the same, and is refused when it contradicts. */

#include "assay-config.h"

#include "exchange/import-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "record/promises.h"
#include "store/promises.h"

typedef struct
{
  const char *reference;
  gint64 number; /* G_MININT64: unknown, as below */
  gint64 product;
  gint64 quantity;
  gint64 promised;
} LineKey;

static guint64
key_hash (AssayImportRun *run, gint64 order, char kind, const LineKey *key)
{
  guint64 hash = assay_id_hash_int (assay_id_hash_start (run->seed ^ kind), order);

  if (kind == 'r')
    return assay_id_hash_text (hash, key->reference);
  if (kind == 'n')
    return assay_id_hash_int (hash, key->number);
  hash = assay_id_hash_int (hash, key->product);
  hash = assay_id_hash_int (hash, key->quantity);
  hash = assay_id_hash_int (hash, key->promised);
  return hash;
}

static char
kind_of (const LineKey *key)
{
  return key->reference != NULL ? 'r' : key->number != G_MININT64 ? 'n' : 'p';
}

static gint64
number_of (AssayImportRun *run, AssayType type, guint field)
{
  const AssayValue *value = assay_import_value (run, type, field);

  return value != NULL ? value->integer : G_MININT64;
}

static LineKey
key_of_row (AssayImportRun *run, gint64 product)
{
  return (LineKey){
    .reference = assay_import_text (run, ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_REFERENCE),
    .number = number_of (run, ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_LINE_NUMBER),
    .product = product,
    .quantity = number_of (run, ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_QUANTITY),
    .promised = number_of (run, ASSAY_TYPE_PROMISE, ASSAY_PROMISE_PROMISED_ON),
  };
}

static gint64
int_or_unknown (AssayStatement *statement, int column)
{
  return assay_statement_is_null (statement, column) ? G_MININT64
                                                     : assay_statement_get_int (statement, column);
}

static const char lines_sql[]
    = "SELECT l.id, l.reference, l.line_number, coalesce (l.product, 0), l.quantity,"
      " (SELECT min (p.promised_on) FROM promise AS p WHERE p.order_line = l.id)"
      " FROM order_line AS l WHERE l.purchase_order = ?1";

static LineKey
key_of_statement (AssayStatement *statement)
{
  return (LineKey){ .reference = assay_statement_get_text (statement, 1),
                    .number = int_or_unknown (statement, 2),
                    .product = assay_statement_get_int (statement, 3),
                    .quantity = int_or_unknown (statement, 4),
                    .promised = int_or_unknown (statement, 5) };
}

gboolean
assay_import_load_lines (AssayImportRun *run, gint64 order, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (run->db, lines_sql, error);
  gboolean row, ok;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, order);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      LineKey key = key_of_statement (statement);

      if (key.reference != NULL)
        assay_id_table_put (run->lines, key_hash (run, order, 'r', &key), 0, 0);
      if (key.number != G_MININT64)
        assay_id_table_put (run->lines, key_hash (run, order, 'n', &key), 0, 0);
      assay_id_table_put (run->lines, key_hash (run, order, 'p', &key), 0, 0);
    }
  return ok;
}

static gboolean
same_key (const LineKey *a, const LineKey *b)
{
  switch (kind_of (a))
    {
    case 'r':
      return g_strcmp0 (a->reference, b->reference) == 0;
    case 'n':
      return a->number == b->number;
    default:
      return a->product == b->product && a->quantity == b->quantity && a->promised == b->promised;
    }
}

static gboolean
find_line (AssayImportRun *run, gint64 order, const LineKey *key, gint64 *line, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (run->db, lines_sql, error);
  gboolean row, ok;

  *line = 0;
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, order);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      LineKey other = key_of_statement (statement);

      if (same_key (key, &other))
        {
          *line = assay_statement_get_int (statement, 0);
          return TRUE;
        }
    }
  return ok;
}

/* Ids of what belongs to a line, in the order in which it came. */
static GArray *
owned_by (AssayImportRun *run, const char *table, gint64 line, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT id FROM %s WHERE order_line = ?1 ORDER BY id", table);
  g_autoptr (AssayStatement) statement = assay_db_prepare (run->db, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row, ok;

  if (statement == NULL)
    return NULL;
  assay_statement_bind_int (statement, 1, line);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      gint64 id = assay_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  return ok ? g_steal_pointer (&ids) : NULL;
}

/* Whether one of the records of @type that belong to @line says what the row says. */
static gboolean
is_there (
    AssayImportRun *run, AssayType type, gint64 line, gboolean *there, guint *count, GError **error)
{
  g_autoptr (GArray) ids = owned_by (run, assay_record_type_get (type)->table, line, error);

  *there = FALSE;
  if (ids == NULL)
    return FALSE;
  *count = ids->len;
  for (guint i = 0; i < ids->len && !*there; i++)
    {
      g_autoptr (AssayRecord) record
          = assay_records_get (run->db, type, g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return FALSE;
      *there = assay_import_contradiction (run, record) == G_MAXUINT;
    }
  return TRUE;
}

/* A date that moved without a reason, or that takes the place of the first one, is kept: the
 * history is what the file says. Both are told. */
static gboolean
note_promise (AssayImportRun *run, const AssayRecord *promise, gint64 line, GError **error)
{
  guint column = assay_import_column (run, ASSAY_TYPE_PROMISE, ASSAY_PROMISE_PROMISED_ON);
  g_autoptr (GPtrArray) others = assay_promises_of_line (run->db, line, error);
  g_autoptr (AssayProblems) problems = assay_problems_new ();

  if (others == NULL)
    return FALSE;
  assay_check_promise_in_line (promise, others, problems);
  for (guint i = 0; i < assay_problems_count (problems); i++)
    {
      const AssayProblem *problem = assay_problems_get (problems, i);

      if (problem->field == ASSAY_PROMISE_REASON)
        assay_import_note (run, column, NULL, _ ("the date moved without a reason; kept"));
      else
        assay_import_note (run, column, NULL,
                           _ ("given before the promises that the line has: slip is measured from "
                              "it now"));
    }
  return TRUE;
}

static void
note_remarks (AssayImportRun *run, AssayType type, const AssayProblems *remarks)
{
  for (guint i = 0; i < assay_problems_count (remarks); i++)
    {
      const AssayProblem *remark = assay_problems_get (remarks, i);
      guint column = assay_import_column (run, type, (guint)remark->field);

      if (column != G_MAXUINT)
        assay_import_note (run, column, NULL, remark->message);
    }
}

/* @moves: the line has promises already. */
static gboolean
add_promise (AssayImportRun *run, gint64 line, gboolean moves, gboolean *added, GError **error)
{
  g_autoptr (AssayRecord) promise = NULL, kept = NULL;
  g_autoptr (AssayProblems) remarks = assay_problems_new ();

  *added = FALSE;
  if (assay_import_value (run, ASSAY_TYPE_PROMISE, ASSAY_PROMISE_PROMISED_ON) == NULL)
    return TRUE;
  promise = assay_record_new (ASSAY_TYPE_PROMISE);
  assay_import_fill (run, promise);
  assay_record_set_reference (promise, ASSAY_PROMISE_ORDER_LINE, line);
  if (moves
      && ((kept = assay_records_get (run->db, ASSAY_TYPE_ORDER_LINE, line, error)) == NULL
          || !note_promise (run, promise, line, error)))
    return FALSE;
  assay_remark_promise (promise, kept, remarks);
  note_remarks (run, ASSAY_TYPE_PROMISE, remarks);
  *added = TRUE;
  return assay_import_insert (run, promise, error);
}

/* To a line that the book has. */
gboolean
assay_import_add_promise (AssayImportRun *run, gint64 line, gboolean *added, GError **error)
{
  return add_promise (run, line, TRUE, added, error);
}

static gboolean
is_partly_delivered (AssayImportRun *run)
{
  const char *state = assay_import_text (run, ASSAY_TYPE_ORDER, ASSAY_ORDER_STATE);

  return g_strcmp0 (state, "shipped") == 0 || g_strcmp0 (state, "cancelled") == 0;
}

gboolean
assay_import_add_delivery (AssayImportRun *run, gint64 line, gboolean *added, GError **error)
{
  const AssayValue *received
      = assay_import_value (run, ASSAY_TYPE_DELIVERY, ASSAY_DELIVERY_RECEIVED_ON);
  const AssayValue *ordered
      = assay_import_value (run, ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_QUANTITY);
  g_autoptr (AssayRecord) delivery = NULL;

  *added = FALSE;
  /* A tracking number alone is no delivery: something must have moved. */
  if (received == NULL
      && assay_import_value (run, ASSAY_TYPE_DELIVERY, ASSAY_DELIVERY_QUANTITY) == NULL
      && assay_import_value (run, ASSAY_TYPE_DELIVERY, ASSAY_DELIVERY_READY_ON) == NULL
      && assay_import_value (run, ASSAY_TYPE_DELIVERY, ASSAY_DELIVERY_SHIPPED_ON) == NULL
      && assay_import_value (run, ASSAY_TYPE_DELIVERY, ASSAY_DELIVERY_ARRIVED_ON) == NULL
      && assay_import_value (run, ASSAY_TYPE_DELIVERY, ASSAY_DELIVERY_CLEARED_ON) == NULL)
    return TRUE;
  delivery = assay_record_new (ASSAY_TYPE_DELIVERY);
  assay_import_fill (run, delivery);
  assay_record_set_reference (delivery, ASSAY_DELIVERY_ORDER_LINE, line);
  /* A file that gives one date and no delivered quantity means all of the line. */
  if (assay_import_column (run, ASSAY_TYPE_DELIVERY, ASSAY_DELIVERY_QUANTITY) == G_MAXUINT
      && received != NULL && ordered != NULL && !is_partly_delivered (run))
    assay_record_set_integer (delivery, ASSAY_DELIVERY_QUANTITY, ordered->integer);
  if (!assay_record_is_known (delivery, ASSAY_DELIVERY_MODE)
      && assay_import_text (run, ASSAY_TYPE_ORDER, ASSAY_ORDER_MODE) != NULL)
    assay_record_set_text (delivery, ASSAY_DELIVERY_MODE,
                           assay_import_text (run, ASSAY_TYPE_ORDER, ASSAY_ORDER_MODE));
  *added = TRUE;
  return assay_import_insert (run, delivery, error);
}

/* Defects counted at goods-in stand in the row of the order: that is an inspection of the whole
 * line. */
static gboolean
add_inspection (AssayImportRun *run, gint64 line, gint64 supplier, gint64 product, GError **error)
{
  const AssayValue *quantity
      = assay_import_value (run, ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_QUANTITY);
  const AssayValue *received
      = assay_import_value (run, ASSAY_TYPE_DELIVERY, ASSAY_DELIVERY_RECEIVED_ON);
  g_autoptr (AssayRecord) inspection = NULL;

  if (!(run->known & ASSAY_TYPE_BIT (ASSAY_TYPE_INSPECTION)))
    return TRUE;
  inspection = assay_record_new_empty (ASSAY_TYPE_INSPECTION);
  assay_record_set_text (inspection, ASSAY_INSPECTION_KIND, "incoming");
  assay_record_set_text (inspection, ASSAY_INSPECTION_RESULT, "pending");
  assay_record_set_text (inspection, ASSAY_INSPECTION_BASIS, "units");
  assay_import_fill (run, inspection);
  assay_record_set_reference (inspection, ASSAY_INSPECTION_ORDER_LINE, line);
  assay_record_set_reference (inspection, ASSAY_INSPECTION_SUPPLIER, supplier);
  if (product != 0)
    assay_record_set_reference (inspection, ASSAY_INSPECTION_PRODUCT, product);
  if (quantity != NULL && !assay_record_is_known (inspection, ASSAY_INSPECTION_LOT_SIZE))
    assay_record_set_integer (inspection, ASSAY_INSPECTION_LOT_SIZE, quantity->integer);
  if (quantity != NULL && !assay_record_is_known (inspection, ASSAY_INSPECTION_INSPECTED))
    assay_record_set_integer (inspection, ASSAY_INSPECTION_INSPECTED, quantity->integer);
  if (received != NULL && !assay_record_is_known (inspection, ASSAY_INSPECTION_INSPECTED_ON))
    assay_record_set_date (inspection, ASSAY_INSPECTION_INSPECTED_ON, (gint32)received->integer);
  return assay_import_insert (run, inspection, error);
}

static void
note_early_delivery (AssayImportRun *run)
{
  gint64 received = number_of (run, ASSAY_TYPE_DELIVERY, ASSAY_DELIVERY_RECEIVED_ON);
  gint64 sent = number_of (run, ASSAY_TYPE_ORDER, ASSAY_ORDER_SENT_ON);

  if (sent == G_MININT64)
    sent = number_of (run, ASSAY_TYPE_ORDER, ASSAY_ORDER_ORDERED_ON);
  if (received != G_MININT64 && sent != G_MININT64 && received < sent)
    assay_import_note (run,
                       assay_import_column (run, ASSAY_TYPE_DELIVERY, ASSAY_DELIVERY_RECEIVED_ON),
                       NULL, _ ("delivered before it was ordered; kept as it stands"));
}

static gboolean
create_line (AssayImportRun *run, gint64 order, gint64 supplier, gint64 product, GError **error)
{
  g_autoptr (AssayRecord) line = assay_record_new (ASSAY_TYPE_ORDER_LINE);
  gboolean added;
  gint64 id;

  assay_import_fill (run, line);
  assay_record_set_reference (line, ASSAY_ORDER_LINE_PURCHASE_ORDER, order);
  if (product != 0)
    assay_record_set_reference (line, ASSAY_ORDER_LINE_PRODUCT, product);
  if (!assay_import_insert (run, line, error))
    return FALSE;
  note_early_delivery (run);
  id = assay_record_get_id (line);
  return add_promise (run, id, FALSE, &added, error)
         && assay_import_add_delivery (run, id, &added, error)
         && add_inspection (run, id, supplier, product, error);
}

static void
refuse_conflict (AssayImportRun *run, guint column, gboolean own)
{
  assay_import_refuse (run, column,
                       own ? _ ("contradicts an earlier row about the same order line")
                           : _ ("contradicts what the book has for the same order line"));
}

/* The row is about a line that is there: what of it is new? */
static gboolean
repeat_line (AssayImportRun *run, gint64 id, gint64 supplier, gint64 product, GError **error)
{
  g_autoptr (AssayRecord) line = assay_records_get (run->db, ASSAY_TYPE_ORDER_LINE, id, error);
  gboolean own = id >= run->first_id, promised, delivered, inspected;
  guint promises, deliveries, inspections, column;
  gboolean added = FALSE, more = FALSE;
  gboolean by_parts
      = assay_import_column (run, ASSAY_TYPE_DELIVERY, ASSAY_DELIVERY_QUANTITY) != G_MAXUINT;

  if (line == NULL || !is_there (run, ASSAY_TYPE_PROMISE, id, &promised, &promises, error)
      || !is_there (run, ASSAY_TYPE_DELIVERY, id, &delivered, &deliveries, error)
      || !is_there (run, ASSAY_TYPE_INSPECTION, id, &inspected, &inspections, error))
    return FALSE;
  column = assay_import_contradiction (run, line);
  if (column == G_MAXUINT && deliveries > 0 && !delivered && !by_parts)
    column = assay_import_column (run, ASSAY_TYPE_DELIVERY, ASSAY_DELIVERY_RECEIVED_ON);
  if (column == G_MAXUINT && inspections > 0 && !inspected)
    column = assay_import_column (run, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_DEFECTIVE);
  if (column != G_MAXUINT)
    {
      refuse_conflict (run, column, own);
      return TRUE;
    }
  if (!promised && !assay_import_add_promise (run, id, &added, error))
    return FALSE;
  if (!delivered && !assay_import_add_delivery (run, id, &more, error))
    return FALSE;
  if (inspections == 0 && (run->known & ASSAY_TYPE_BIT (ASSAY_TYPE_INSPECTION))
      && !add_inspection (run, id, supplier, product, error))
    return FALSE;
  if (!own)
    run->result->matched[ASSAY_TYPE_ORDER_LINE]++;
  else if (!added && !more)
    assay_import_note (run, G_MAXUINT, "", _ ("repeats an earlier row; left out"));
  return TRUE;
}

gboolean
assay_import_line (
    AssayImportRun *run, gint64 order, gint64 supplier, gint64 product, GError **error)
{
  LineKey key = key_of_row (run, product);
  guint64 hash = key_hash (run, order, kind_of (&key), &key);
  gint64 line = 0;

  if (assay_id_table_find (run->lines, hash, NULL, NULL)
      && !find_line (run, order, &key, &line, error))
    return FALSE;
  if (line != 0)
    return repeat_line (run, line, supplier, product, error);
  assay_id_table_put (run->lines, hash, 0, 0);
  return create_line (run, order, supplier, product, error);
}
