/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/reorder.h"

#include <math.h>

#include "insight/reorder-lead.h"
#include "record/date.h"

/* s of fewer says nothing. */
#define LEAST_LEAD_SD 3
/* What lies further ahead than a century is no date to plan for. */
#define MOST_DAYS 36525

typedef struct
{
  AssayDb *db;
  const AssayReorderQuestion *question;
  AssayMoneyInBase *money;
  GHashTable *suppliers; /* gint64 * → AssayMeasuredLead, of all products */
} Asking;

void
assay_reorder_free (AssayReorder *reorder)
{
  if (reorder == NULL)
    return;
  g_free (reorder->code);
  g_free (reorder->name);
  g_free (reorder->supplier_name);
  g_free (reorder->unit);
  g_clear_pointer (&reorder->months, g_array_unref);
  g_clear_pointer (&reorder->lead_ids, g_array_unref);
  g_clear_pointer (&reorder->lead_left_out, g_ptr_array_unref);
  g_free (reorder->currency);
  g_free (reorder->base_currency);
  g_free (reorder);
}

/* A strange book's words need not be UTF-8. */
static char *
dup_text (AssayStatement *statement, int column)
{
  return assay_statement_is_null (statement, column)
             ? NULL
             : g_utf8_make_valid (assay_statement_get_text (statement, column), -1);
}

/* Demand */

static gboolean
read_months (const Asking *asking, AssayReorder *reorder, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      asking->db, "SELECT month, quantity, id FROM demand WHERE product = ? ORDER BY month, id",
      error);
  gboolean row = FALSE, ok;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, reorder->product);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      gint64 day = assay_statement_get_int (statement, 0);
      AssayDemandMonth month
          = { .month = assay_date_month_start ((gint32)CLAMP (day, ASSAY_DATE_MIN, ASSAY_DATE_MAX)),
              .quantity = assay_statement_get_int (statement, 1),
              .id = assay_statement_get_int (statement, 2) };
      AssayDemandMonth *last
          = reorder->months->len > 0
                ? &g_array_index (reorder->months, AssayDemandMonth, reorder->months->len - 1)
                : NULL;

      if (last != NULL && last->month == month.month)
        {
          if (__builtin_add_overflow (last->quantity, month.quantity, &last->quantity))
            last->quantity = G_MAXINT64;
        }
      else
        g_array_append_val (reorder->months, month);
    }
  return ok;
}

/* A month that is not over would look like a poor one. */
static void
use_months (AssayReorder *reorder, gint32 today)
{
  double quantities[ASSAY_REORDER_MONTHS];
  AssaySummary summary;

  for (guint i = reorder->months->len; i-- > 0 && reorder->months_n < ASSAY_REORDER_MONTHS;)
    {
      AssayDemandMonth *month = &g_array_index (reorder->months, AssayDemandMonth, i);

      if (month->month >= assay_date_month_start (today))
        continue;
      month->is_used = TRUE;
      quantities[reorder->months_n++] = (double)month->quantity;
    }
  if (reorder->months_n == 0)
    return;
  assay_summary_compute (quantities, reorder->months_n, &summary);
  reorder->demand = ASSAY_DEMAND_RECORDED;
  reorder->month_mean = summary.mean;
  reorder->month_sd = summary.sd;
}

/* What was typed holds where no two months say it; columns as prepare_products() orders them. */
static void
use_typed (AssayReorder *reorder, AssayStatement *statement)
{
  if (assay_statement_is_null (statement, 6) || reorder->months_n >= 2)
    return;
  reorder->demand = ASSAY_DEMAND_TYPED;
  reorder->month_mean = (double)assay_statement_get_int (statement, 6) / 100;
  reorder->month_sd = assay_statement_is_null (statement, 7)
                          ? NAN
                          : (double)assay_statement_get_int (statement, 7) / 100;
}

/* Lead time */

static const AssayMeasuredLead *
of_supplier (const Asking *asking, gint64 supplier, GError **error)
{
  AssayMeasuredLead *measured = g_hash_table_lookup (asking->suppliers, &supplier);

  if (measured == NULL)
    {
      measured = assay_measured_lead_read (asking->db, supplier, 0, error);
      if (measured != NULL)
        g_hash_table_insert (asking->suppliers, g_memdup2 (&supplier, sizeof supplier), measured);
    }
  return measured;
}

static gboolean
read_claim (const Asking *asking, AssayReorder *reorder, double *claimed, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      asking->db, "SELECT name, claimed_lead FROM supplier WHERE id = ?", error);
  gboolean row;

  *claimed = NAN;
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, reorder->supplier);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  reorder->supplier_name = dup_text (statement, 0);
  if (!assay_statement_is_null (statement, 1))
    *claimed = (double)assay_statement_get_int (statement, 1);
  return TRUE;
}

static void
use_lead (AssayReorder *reorder, const AssayMeasuredLead *measured, double claimed)
{
  reorder->lead_n = measured->lead.n;
  reorder->lead_ids = g_array_ref (measured->rows->ids);
  reorder->lead_left_out = g_ptr_array_ref (measured->rows->excluded);
  reorder->has_few = measured->lead.n > 0 && measured->lead.n < ASSAY_REORDER_ENOUGH;
  if (measured->lead.n > 0)
    {
      reorder->terms.lead_mean = measured->lead.mean;
      reorder->terms.lead_sd = measured->lead.n >= LEAST_LEAD_SD ? measured->lead.sd : NAN;
    }
  else if (!isnan (claimed))
    {
      reorder->lead = ASSAY_LEAD_CLAIMED;
      reorder->terms.lead_mean = claimed;
    }
  else
    reorder->lead = ASSAY_LEAD_UNKNOWN;
  reorder->promised_n = measured->promised.n;
  reorder->promised_lead = measured->promised.n > 0 ? measured->promised.mean : claimed;
}

/* Of the product where that was measured often enough; else of all products of the supplier, which
 * are more. */
static gboolean
read_lead (const Asking *asking, AssayReorder *reorder, GError **error)
{
  g_autoptr (AssayMeasuredLead) own = NULL;
  const AssayMeasuredLead *all;
  double claimed;

  reorder->terms.lead_mean = reorder->terms.lead_sd = reorder->promised_lead = NAN;
  if (reorder->supplier == 0)
    return TRUE;
  if (!read_claim (asking, reorder, &claimed, error))
    return FALSE;
  own = assay_measured_lead_read (asking->db, reorder->supplier, reorder->product, error);
  if (own == NULL)
    return FALSE;
  reorder->lead = ASSAY_LEAD_OF_PRODUCT;
  if (own->lead.n >= ASSAY_REORDER_ENOUGH)
    {
      use_lead (reorder, own, claimed);
      return TRUE;
    }
  all = of_supplier (asking, reorder->supplier, error);
  if (all == NULL)
    return FALSE;
  if (all->lead.n > own->lead.n)
    reorder->lead = ASSAY_LEAD_OF_SUPPLIER;
  use_lead (reorder, all->lead.n > own->lead.n ? all : own, claimed);
  return TRUE;
}

/* Stock and price */

static gboolean
read_incoming (const Asking *asking, AssayReorder *reorder, GError **error)
{
  g_autoptr (AssayStatement) open
      = assay_db_prepare (asking->db,
                          "SELECT sum (max (quantity - ifnull (delivered_quantity, 0), 0)), "
                          "count (*), count (*) - count (quantity) FROM order_line "
                          "WHERE product = ? AND state IN ('open', 'partial') "
                          "AND (SELECT state FROM purchase_order WHERE id = purchase_order) "
                          "NOT IN ('draft', 'cancelled')",
                          error);
  g_autoptr (AssayStatement) since = NULL;
  gboolean row;

  if (open == NULL)
    return FALSE;
  assay_statement_bind_int (open, 1, reorder->product);
  if (!assay_statement_step (open, &row, error))
    return FALSE;
  reorder->incoming = assay_statement_get_int (open, 0);
  reorder->unknown_lines = (guint)assay_statement_get_int (open, 2);
  reorder->incoming_lines = (guint)assay_statement_get_int (open, 1) - reorder->unknown_lines;
  if (!reorder->is_counted)
    return TRUE;
  since = assay_db_prepare (asking->db,
                            "SELECT sum (d.quantity) FROM order_line AS l JOIN delivery AS d "
                            "ON d.order_line = l.id WHERE l.product = ?1 AND d.received_on > ?2 "
                            "AND d.received_on <= ?3",
                            error);
  if (since == NULL)
    return FALSE;
  assay_statement_bind_int (since, 1, reorder->product);
  assay_statement_bind_int (since, 2, reorder->stock_on);
  assay_statement_bind_int (since, 3, asking->question->today);
  if (!assay_statement_step (since, &row, error))
    return FALSE;
  reorder->received = assay_statement_get_int (since, 0);
  return TRUE;
}

/* Of the last line that had one; its supplier where the product names none. */
static gboolean
read_last_line (const Asking *asking, AssayReorder *reorder, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      asking->db,
      "SELECT unit_price, currency, supplier FROM order_line WHERE product = ?1 "
      "AND state IS NOT 'cancelled' AND (?2 = 0 OR unit_price IS NOT NULL) "
      "ORDER BY coalesce (sent_on, confirmed_on, delivered_on) DESC, id DESC LIMIT 1",
      error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, reorder->product);
  assay_statement_bind_int (statement, 2, 0);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (row && reorder->supplier == 0)
    reorder->supplier = assay_statement_get_int (statement, 2);
  assay_statement_reset (statement);
  assay_statement_bind_int (statement, 1, reorder->product);
  assay_statement_bind_int (statement, 2, 1);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  reorder->has_price = row;
  if (row)
    {
      reorder->unit_price = assay_statement_get_int (statement, 0);
      reorder->currency = dup_text (statement, 1);
    }
  return TRUE;
}

/* The figures */

static AssayReorderCost
cost_of (const Asking *asking, const AssayReorder *reorder, double pieces)
{
  AssayReorderCost cost
      = { .pieces = pieces, .days = assay_reorder_days (pieces, reorder->terms.demand_mean) };

  if (isnan (pieces) || fabs (pieces) > 1e15 || !reorder->has_price)
    return cost;
  cost.has_price = !__builtin_mul_overflow ((gint64)pieces, reorder->unit_price, &cost.amount);
  cost.has_base = cost.has_price
                  && assay_money_in_base_convert (asking->money, reorder->currency, cost.amount,
                                                  asking->question->today, &cost.in_base)
                         == ASSAY_MONEY_CONVERTED;
  return cost;
}

static AssayReorderGap
find_gap (const AssayReorder *reorder)
{
  if (isnan (reorder->terms.demand_mean))
    return ASSAY_REORDER_NO_DEMAND;
  if (isnan (reorder->terms.demand_sd))
    return ASSAY_REORDER_NO_DEMAND_SD;
  if (reorder->supplier == 0)
    return ASSAY_REORDER_NO_SUPPLIER;
  if (isnan (reorder->terms.lead_mean))
    return ASSAY_REORDER_NO_LEAD;
  if (isnan (reorder->terms.lead_sd))
    return ASSAY_REORDER_NO_LEAD_SD;
  return ASSAY_REORDER_NO_GAP;
}

static void
compute_levels (const Asking *asking, AssayReorder *reorder)
{
  AssayReorderTerms kept = reorder->terms, steady = reorder->terms;
  AssayReorderLevel without;
  double whole;

  assay_reorder_compute (&reorder->terms, &reorder->level);
  whole = assay_reorder_whole (reorder->level.safety_stock);
  reorder->gap = find_gap (reorder);
  kept.lead_mean = reorder->promised_lead;
  kept.lead_sd = 0;
  assay_reorder_compute (&kept, &reorder->kept);
  steady.lead_sd = 0;
  assay_reorder_compute (&steady, &without);
  reorder->saved
      = cost_of (asking, reorder, whole - assay_reorder_whole (reorder->kept.safety_stock));
  reorder->variance = cost_of (asking, reorder, whole - assay_reorder_whole (without.safety_stock));
  reorder->saved_gap = reorder->gap != ASSAY_REORDER_NO_GAP ? reorder->gap
                       : isnan (reorder->promised_lead)     ? ASSAY_REORDER_NO_PROMISE
                                                            : ASSAY_REORDER_NO_GAP;
  reorder->money_gap = reorder->gap != ASSAY_REORDER_NO_GAP ? reorder->gap
                       : !reorder->variance.has_price       ? ASSAY_REORDER_NO_PRICE
                       : !reorder->variance.has_base        ? ASSAY_REORDER_NOT_CONVERTED
                                                            : ASSAY_REORDER_NO_GAP;
}

/* When stock and what is on its way fall to the reorder point, as demand goes on. */
static void
compute_order_day (AssayReorder *reorder, gint32 today)
{
  double d = reorder->terms.demand_mean;
  double position = (double)reorder->stock + (double)reorder->received + (double)reorder->incoming;
  double days;

  reorder->order_on = ASSAY_DATE_UNKNOWN;
  reorder->stock_today = reorder->days_of_stock = NAN;
  reorder->order_gap = reorder->gap;
  if (reorder->stock < 0)
    {
      if (reorder->gap == ASSAY_REORDER_NO_GAP)
        reorder->order_gap = ASSAY_REORDER_NO_STOCK;
      return;
    }
  if (isnan (d))
    return;
  reorder->stock_today = MAX ((double)reorder->stock + (double)reorder->received
                                  - d * MAX (today - reorder->stock_on, 0),
                              0);
  reorder->days_of_stock = assay_reorder_days (reorder->stock_today, d);
  if (reorder->gap != ASSAY_REORDER_NO_GAP)
    return;
  days = d > 0 ? floor ((position - assay_reorder_whole (reorder->level.reorder_point)) / d)
               : INFINITY;
  if (days > MOST_DAYS)
    {
      reorder->order_gap = ASSAY_REORDER_NEVER;
      return;
    }
  /* Where it is below already, it fell below at some day before the count: the count says it. */
  reorder->order_on = (gint32)CLAMP ((gint64)reorder->stock_on + (gint64)MAX (days, 0),
                                     ASSAY_DATE_MIN, ASSAY_DATE_MAX);
  reorder->is_due = reorder->order_on <= today;
}

/* Columns as prepare_products() orders them. */
static AssayReorder *
plan_product (const Asking *asking, AssayStatement *statement, GError **error)
{
  g_autoptr (AssayReorder) reorder = g_new0 (AssayReorder, 1);
  gint32 today = asking->question->today;

  reorder->product = assay_statement_get_int (statement, 0);
  reorder->code = dup_text (statement, 1);
  reorder->name = dup_text (statement, 2);
  reorder->unit = dup_text (statement, 3);
  reorder->supplier = assay_statement_get_int (statement, 4);
  reorder->stock
      = assay_statement_is_null (statement, 5) ? -1 : assay_statement_get_int (statement, 5);
  reorder->is_counted = !assay_statement_is_null (statement, 8);
  reorder->stock_on = reorder->is_counted ? (gint32)assay_statement_get_int (statement, 8) : today;
  reorder->month_mean = reorder->month_sd = NAN;
  reorder->months = g_array_new (FALSE, FALSE, sizeof (AssayDemandMonth));
  reorder->is_level_typed
      = asking->question->service_level > 0 || !assay_statement_is_null (statement, 9);
  reorder->terms.service_level
      = asking->question->service_level > 0 ? asking->question->service_level
        : reorder->is_level_typed           ? (double)assay_statement_get_int (statement, 9) / 1e6
                                            : ASSAY_REORDER_SERVICE_LEVEL;
  if (!read_months (asking, reorder, error))
    return NULL;
  use_months (reorder, today);
  use_typed (reorder, statement);
  assay_reorder_daily (reorder->month_mean, reorder->month_sd, &reorder->terms.demand_mean,
                       &reorder->terms.demand_sd);
  if (!read_last_line (asking, reorder, error) || !read_lead (asking, reorder, error)
      || !read_incoming (asking, reorder, error))
    return NULL;
  reorder->base_currency = g_strdup (assay_money_in_base_get_currency (asking->money));
  compute_levels (asking, reorder);
  compute_order_day (reorder, today);
  return g_steal_pointer (&reorder);
}

static int
compare_plans (gconstpointer a, gconstpointer b)
{
  const AssayReorder *left = a, *right = b;
  gint64 left_day = left->order_on == ASSAY_DATE_UNKNOWN ? G_MAXINT64 : left->order_on;
  gint64 right_day = right->order_on == ASSAY_DATE_UNKNOWN ? G_MAXINT64 : right->order_on;

  if (left_day != right_day)
    return left_day < right_day ? -1 : 1;
  return g_strcmp0 (left->code, right->code);
}

static AssayStatement *
prepare_products (const Asking *asking, GError **error)
{
  static const char columns[]
      = "SELECT id, code, name, unit, supplier, stock, demand_mean, demand_sd, stock_on, "
        "service_level FROM product";
  gint64 product = asking->question->product;
  g_autofree char *sql
      = g_strconcat (columns,
                     product != 0 ? " WHERE id = ?1"
                                  : " WHERE status IS NOT 'ended' AND (stock IS NOT NULL "
                                    "OR demand_mean IS NOT NULL "
                                    "OR id IN (SELECT product FROM demand))",
                     NULL);
  AssayStatement *statement = assay_db_prepare (asking->db, sql, error);

  if (statement != NULL && product != 0)
    assay_statement_bind_int (statement, 1, product);
  return statement;
}

/**
 * assay_reorder_plan:
 * @db: the book, on the thread that owns the connection
 * @question: which product, and what to compute with
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AssayReorder): what to order when; %NULL on error
 */
GPtrArray *
assay_reorder_plan (AssayDb *db, const AssayReorderQuestion *question, GError **error)
{
  g_autoptr (GPtrArray) plan = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_reorder_free);
  g_autoptr (AssayMoneyInBase) money = assay_money_in_base_new (db, error);
  g_autoptr (GHashTable) suppliers = g_hash_table_new_full (
      g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)assay_measured_lead_free);
  Asking asking = { db, question, money, suppliers };
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row = FALSE, ok;

  if (money == NULL)
    return NULL;
  statement = prepare_products (&asking, error);
  if (statement == NULL)
    return NULL;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      AssayReorder *reorder = plan_product (&asking, statement, error);

      if (reorder == NULL)
        return NULL;
      g_ptr_array_add (plan, reorder);
    }
  if (!ok)
    return NULL;
  g_ptr_array_sort_values (plan, compare_plans);
  return g_steal_pointer (&plan);
}

/* By supplier */

void
assay_reorder_supplier_free (AssayReorderSupplier *supplier)
{
  g_free (supplier->name);
  g_free (supplier);
}

static void
add_cost (AssayReorderCost *sum, const AssayReorderCost *cost)
{
  sum->days = NAN;
  if (isnan (cost->pieces))
    return;
  sum->pieces += cost->pieces;
  if (!cost->has_base || __builtin_add_overflow (sum->in_base, cost->in_base, &sum->in_base))
    return;
  sum->has_base = TRUE;
}

static int
compare_suppliers (gconstpointer a, gconstpointer b)
{
  const AssayReorderSupplier *left = a, *right = b;

  if (left->variance.in_base != right->variance.in_base)
    return left->variance.in_base > right->variance.in_base ? -1 : 1;
  if (left->variance.pieces != right->variance.pieces)
    return left->variance.pieces > right->variance.pieces ? -1 : 1;
  return g_strcmp0 (left->name, right->name);
}

/**
 * assay_reorder_sum_suppliers:
 * @plan: (element-type AssayReorder): products
 *
 * Money is summed in the base currency; what has no price or no rate is counted apart.
 *
 * Returns: (transfer full) (element-type AssayReorderSupplier): what the variance of each costs
 */
GPtrArray *
assay_reorder_sum_suppliers (const GPtrArray *plan)
{
  GPtrArray *sums = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_reorder_supplier_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < plan->len; i++)
    {
      const AssayReorder *reorder = g_ptr_array_index (plan, i);
      AssayReorderSupplier *sum = g_hash_table_lookup (known, &reorder->supplier);

      if (reorder->supplier == 0)
        continue;
      if (sum == NULL)
        {
          sum = g_new0 (AssayReorderSupplier, 1);
          sum->supplier = reorder->supplier;
          sum->name = g_strdup (reorder->supplier_name);
          g_ptr_array_add (sums, sum);
          g_hash_table_insert (known, &sum->supplier, sum);
        }
      if (reorder->gap != ASSAY_REORDER_NO_GAP)
        {
          sum->unknown++;
          continue;
        }
      sum->products++;
      sum->unpriced += !reorder->variance.has_base;
      add_cost (&sum->saved, &reorder->saved);
      add_cost (&sum->variance, &reorder->variance);
    }
  g_ptr_array_sort_values (sums, compare_suppliers);
  return sums;
}
