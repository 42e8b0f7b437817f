/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/reorder-lead.h"

#include <glib/gi18n-lib.h>

#include "insight/day-counts.h"

void
assay_measured_lead_free (AssayMeasuredLead *measured)
{
  if (measured == NULL)
    return;
  g_clear_pointer (&measured->rows, assay_explanation_free);
  g_free (measured);
}

/* The line that @statement stands on: id, order, first promise, delivery. */
static void
add_line (AssayMeasuredLead *measured,
          AssayStatement *statement,
          AssayDayCounts *lead,
          AssayDayCounts *promised)
{
  gint64 id = assay_statement_get_int (statement, 0);
  gint64 days = assay_statement_get_int (statement, 3) - assay_statement_get_int (statement, 1);
  gint64 promise = assay_statement_get_int (statement, 2) - assay_statement_get_int (statement, 1);

  if (assay_statement_is_null (statement, 1))
    assay_explanation_exclude (measured->rows, _ ("not known when the order was sent"), id);
  else if (days < 0)
    assay_explanation_exclude (measured->rows, _ ("delivered before it was ordered"), id);
  else
    {
      g_array_append_val (measured->rows->ids, id);
      assay_day_counts_add (lead, (gint32)MIN (days, G_MAXINT32));
      if (!assay_statement_is_null (statement, 2) && promise >= 0)
        assay_day_counts_add (promised, (gint32)MIN (promise, G_MAXINT32));
    }
}

/**
 * assay_measured_lead_read:
 * @db: the book
 * @supplier: a supplier
 * @product: a product, or 0 for all
 * @error: return location for an error
 *
 * Only lines whose last piece was received have a lead time.
 *
 * Returns: (transfer full): what was measured; %NULL on error
 */
AssayMeasuredLead *
assay_measured_lead_read (AssayDb *db, gint64 supplier, gint64 product, GError **error)
{
  g_autoptr (AssayMeasuredLead) measured = g_new0 (AssayMeasuredLead, 1);
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      db,
      product != 0 ? "SELECT id, coalesce (sent_on, confirmed_on), promised_on, delivered_on FROM "
                     "order_line "
                     "WHERE product = ?2 AND +supplier = ?1 AND +delivered_on IS NOT NULL"
                   : "SELECT id, coalesce (sent_on, confirmed_on), promised_on, delivered_on FROM "
                     "order_line "
                     "WHERE supplier = ?1 AND +delivered_on IS NOT NULL",
      error);
  AssayDayCounts lead = { 0 }, promised = { 0 };
  gboolean row = FALSE, ok;

  if (statement == NULL)
    return NULL;
  measured->rows = assay_explanation_new (ASSAY_TYPE_ORDER_LINE);
  assay_statement_bind_int (statement, 1, supplier);
  if (product != 0)
    assay_statement_bind_int (statement, 2, product);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    add_line (measured, statement, &lead, &promised);
  assay_day_counts_summarise (&lead, &measured->lead);
  assay_day_counts_summarise (&promised, &measured->promised);
  assay_day_counts_clear (&lead);
  assay_day_counts_clear (&promised);
  return ok ? g_steal_pointer (&measured) : NULL;
}
