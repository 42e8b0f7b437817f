/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/spend.h"

#include <math.h>

#include "insight/spend-scan.h"

static void
product_free (gpointer data)
{
  AssayCriticalProduct *product = data;

  g_free (product->code);
  g_free (product->name);
  g_ptr_array_unref (product->suppliers);
  g_ptr_array_unref (product->countries);
  g_free (product);
}

void
assay_critical_spend_free (AssayCriticalSpend *critical)
{
  if (critical == NULL)
    return;
  g_free (critical->currency);
  g_clear_pointer (&critical->products, g_ptr_array_unref);
  g_clear_pointer (&critical->left_out, g_ptr_array_unref);
  g_free (critical->definition);
  g_free (critical);
}

static char *
dup_text (AssayStatement *statement, int column)
{
  return assay_statement_is_null (statement, column)
             ? NULL
             : g_utf8_make_valid (assay_statement_get_text (statement, column), -1);
}

/* All that are critical, bought or not. */
static gboolean
list_products (AssayCriticalSpend *critical, AssayDb *db, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      db, "SELECT id, code, name FROM product WHERE critical = 1 ORDER BY id", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  while (assay_statement_step (statement, &row, error))
    {
      AssayCriticalProduct *product;

      if (!row)
        return TRUE;
      if (critical->asked.product != 0
          && critical->asked.product != assay_statement_get_int (statement, 0))
        continue;
      product = g_new0 (AssayCriticalProduct, 1);
      product->id = assay_statement_get_int (statement, 0);
      product->code = dup_text (statement, 1);
      product->name = dup_text (statement, 2);
      product->suppliers = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_spend_row_free);
      product->countries = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_spend_row_free);
      g_ptr_array_add (critical->products, product);
    }
  return FALSE;
}

static AssayCriticalProduct *
find_product (const AssayCriticalSpend *critical, gint64 id)
{
  for (guint i = 0; i < critical->products->len; i++)
    {
      AssayCriticalProduct *product = g_ptr_array_index (critical->products, i);

      if (product->id == id)
        return product;
    }
  return NULL;
}

/* The row of a group, new where there is none yet. */
static AssaySpendRow *
find_row (GPtrArray *rows, const AssaySpendGroup *group)
{
  AssaySpendRow *row;

  for (guint i = 0; i < rows->len; i++)
    {
      row = g_ptr_array_index (rows, i);
      if (row->id == group->id && g_strcmp0 (row->group, group->name) == 0)
        return row;
    }
  row = assay_spend_row_new (group);
  g_ptr_array_add (rows, row);
  return row;
}

static gboolean
fill_products (AssayCriticalSpend *critical, AssaySpendScan *scan, AssayDb *db, GError **error)
{
  g_autofree guint32 *supplier_of_key = NULL, *country_of_key = NULL;
  g_autoptr (GArray) suppliers
      = assay_spend_scan_groups (scan, db, ASSAY_SPEND_BY_SUPPLIER, &supplier_of_key, error);
  g_autoptr (GArray) countries = NULL;

  if (suppliers == NULL)
    return FALSE;
  countries = assay_spend_scan_groups (scan, db, ASSAY_SPEND_BY_COUNTRY, &country_of_key, error);
  if (countries == NULL)
    return FALSE;
  for (guint i = 0; i < scan->cells->len; i++)
    {
      const AssaySpendCell *cell = &g_array_index (scan->cells, AssaySpendCell, i);
      gint64 pair = assay_key_index_key (scan->pairs, i);
      guint32 key = (guint32)(pair >> 32);
      AssayCriticalProduct *product
          = find_product (critical, assay_key_index_key (scan->others, (guint32)pair));

      if (product == NULL)
        continue;
      assay_spend_row_add (find_row (product->suppliers, &g_array_index (suppliers, AssaySpendGroup,
                                                                         supplier_of_key[key])),
                           cell);
      assay_spend_row_add (find_row (product->countries, &g_array_index (countries, AssaySpendGroup,
                                                                         country_of_key[key])),
                           cell);
      product->amount += cell->amount;
    }
  return TRUE;
}

static int
compare_products (gconstpointer a, gconstpointer b)
{
  const AssayCriticalProduct *left = a, *right = b;
  double left_index = isnan (left->by_supplier.hhi) ? -1 : left->by_supplier.hhi;
  double right_index = isnan (right->by_supplier.hhi) ? -1 : right->by_supplier.hhi;

  if (left_index != right_index)
    return left_index > right_index ? -1 : 1;
  if (left->amount != right->amount)
    return left->amount > right->amount ? -1 : 1;
  return g_strcmp0 (left->code, right->code);
}

/**
 * assay_spend_critical:
 * @db: the book, on the thread that owns the connection
 * @question: which lines to take; what it is grouped by does not matter
 * @error: return location for an error
 *
 * Returns: (transfer full): every critical product with what of it comes from whom and from where;
 *   %NULL on error
 */
AssayCriticalSpend *
assay_spend_critical (AssayDb *db, const AssaySpendQuestion *question, GError **error)
{
  g_autoptr (AssayCriticalSpend) critical = g_new0 (AssayCriticalSpend, 1);
  g_autoptr (AssaySpendScan) scan = NULL;

  critical->asked = *question;
  critical->asked.by = ASSAY_SPEND_BY_SUPPLIER;
  critical->asked.critical = TRUE;
  critical->products = g_ptr_array_new_with_free_func (product_free);
  scan = assay_spend_scan (db, &critical->asked, ASSAY_SPEND_OTHER_PRODUCT, error);
  if (scan == NULL || !list_products (critical, db, error)
      || !fill_products (critical, scan, db, error))
    return NULL;
  for (guint i = 0; i < critical->products->len; i++)
    {
      AssayCriticalProduct *product = g_ptr_array_index (critical->products, i);

      assay_spend_rows_finish (product->suppliers, product->amount, &product->by_supplier);
      assay_spend_rows_finish (product->countries, product->amount, &product->by_country);
      product->single_source = product->by_supplier.n == 1;
    }
  g_ptr_array_sort_values (critical->products, compare_products);
  critical->has_base = assay_money_in_base_can_add (scan->money);
  critical->currency = g_strdup (assay_money_in_base_get_currency (scan->money));
  critical->left_out = g_steal_pointer (&scan->left_out);
  critical->definition = assay_spend_define (&critical->asked, scan->money);
  return g_steal_pointer (&critical);
}
