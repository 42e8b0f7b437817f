/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of orders: the order it names (by number and supplier), found or made; then its line, which
 * is in import-line.c. */

#include "assay-config.h"

#include "exchange/import-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/import-line.h"

/* What a row says about its order, in one number: rows that say the same need no second look. */
static guint32
order_check (AssayImportRun *run)
{
  guint64 hash = assay_id_hash_start (run->seed);

  for (guint i = 0; i < run->n_order; i++)
    {
      const AssayValue *value = &run->values[run->order[i]];

      if (assay_import_plan_get_mapping (run->plan, run->order[i])->type != ASSAY_TYPE_ORDER)
        continue;
      hash = assay_id_hash_int (hash, value->type == ASSAY_VALUE_INTEGER ? value->integer
                                                                         : (gint64)value->type);
      if (value->type == ASSAY_VALUE_TEXT)
        hash = assay_id_hash_text (hash, value->text);
    }
  return (guint32)hash;
}

/* Where nothing says when an order was sent, the date on it has to do, and the report says so once.
 */
static void
fill_sent (AssayImportRun *run, AssayRecord *order)
{
  int column = assay_import_plan_find (run->plan, ASSAY_TYPE_ORDER, ASSAY_ORDER_ORDERED_ON);

  if (column < 0 || assay_import_plan_find (run->plan, ASSAY_TYPE_ORDER, ASSAY_ORDER_SENT_ON) >= 0
      || assay_import_plan_get_mapping (run->plan, (guint)column)->origin == ASSAY_MAPPING_BY_HAND
      || !assay_record_is_known (order, ASSAY_ORDER_ORDERED_ON))
    return;
  assay_record_set_date (order, ASSAY_ORDER_SENT_ON,
                         assay_record_get_date (order, ASSAY_ORDER_ORDERED_ON));
  if (run->result->created[ASSAY_TYPE_ORDER] == 0)
    assay_import_note (
        run, (guint)column, "",
        _ ("no column says when orders were sent: the order date is taken for both"));
}

static gboolean
create_order (AssayImportRun *run, gint64 supplier, gint64 *id, GError **error)
{
  g_autoptr (AssayRecord) order = assay_record_new (ASSAY_TYPE_ORDER);

  assay_import_fill (run, order);
  assay_record_set_reference (order, ASSAY_ORDER_SUPPLIER, supplier);
  if (!assay_record_is_known (order, ASSAY_ORDER_CURRENCY) && run->currency[0] != '\0')
    assay_record_set_text (order, ASSAY_ORDER_CURRENCY, run->currency);
  fill_sent (run, order);
  if (assay_import_value (run, ASSAY_TYPE_ORDER, ASSAY_ORDER_STATE) == NULL
      && assay_import_value (run, ASSAY_TYPE_DELIVERY, ASSAY_DELIVERY_RECEIVED_ON) != NULL)
    assay_record_set_text (order, ASSAY_ORDER_STATE, "received");
  if (!assay_import_insert (run, order, error))
    return FALSE;
  *id = assay_record_get_id (order);
  return TRUE;
}

/* By number, which tells nearly all apart; the index by supplier would read all orders of a large
 * one. */
static gboolean
find_in_book (AssayImportRun *run, const char *number, gint64 supplier, gint64 *id, GError **error)
{
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row;

  *id = 0;
  if (!run->had_orders)
    return TRUE;
  statement = assay_db_prepare (
      run->db, "SELECT id FROM purchase_order WHERE number = ?1 AND +supplier = ?2 LIMIT 1", error);
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_text (statement, 1, number);
  assay_statement_bind_int (statement, 2, supplier);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *id = assay_statement_get_int (statement, 0);
  return TRUE;
}

static gboolean
resolve_order (AssayImportRun *run, const char *number, gint64 supplier, gint64 *id, GError **error)
{
  guint64 hash
      = assay_id_hash_text (assay_id_hash_int (assay_id_hash_start (run->seed), supplier), number);
  guint32 check = order_check (run), before;
  g_autoptr (AssayRecord) order = NULL;

  if (assay_id_table_find (run->orders, hash, id, &before))
    {
      if (before == check)
        return TRUE;
    }
  else
    {
      if (!find_in_book (run, number, supplier, id, error))
        return FALSE;
      if (*id == 0)
        {
          if (!create_order (run, supplier, id, error))
            return FALSE;
          assay_id_table_put (run->orders, hash, *id, check);
          return TRUE;
        }
      run->result->matched[ASSAY_TYPE_ORDER]++;
      if (!assay_import_load_lines (run, *id, error))
        return FALSE;
    }
  assay_id_table_put (run->orders, hash, *id, check);
  order = assay_records_get (run->db, ASSAY_TYPE_ORDER, *id, error);
  return order != NULL && assay_import_merge (run, order, error);
}

gboolean
assay_import_order_row (AssayImportRun *run, GError **error)
{
  const char *number = assay_import_text (run, ASSAY_TYPE_ORDER, ASSAY_ORDER_NUMBER);
  const char *supplier_name = assay_import_text (run, ASSAY_TYPE_SUPPLIER, ASSAY_SUPPLIER_NAME);
  const char *supplier_code = assay_import_text (run, ASSAY_TYPE_SUPPLIER, ASSAY_SUPPLIER_CODE);
  gint64 supplier, product, order;

  if (number == NULL || (supplier_name == NULL && supplier_code == NULL))
    {
      guint column = number == NULL
                         ? assay_import_column (run, ASSAY_TYPE_ORDER, ASSAY_ORDER_NUMBER)
                         : assay_import_column (run, ASSAY_TYPE_SUPPLIER, ASSAY_SUPPLIER_NAME);

      assay_import_refuse (run, column,
                           number == NULL ? _ ("the row has no order number")
                                          : _ ("the row names no supplier"));
      return TRUE;
    }
  return assay_party_resolve (&run->suppliers, run, FALSE, &supplier, error)
         && assay_party_resolve (&run->products, run, FALSE, &product, error)
         && resolve_order (run, number, supplier, &order, error)
         && assay_import_line (run, order, supplier, product, error);
}
