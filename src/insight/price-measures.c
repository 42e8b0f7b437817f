/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight/price-measures.h"

#include <math.h>

#include "record/date.h"

/* What a supplier was paid for a product in one currency, in minor units of it. */
typedef struct
{
  guint32 product; /* numbers */
  guint32 supplier;
  guint32 currency;
  double paid, quantity;               /* in the period */
  double now_paid, now_quantity;       /* in the year that is compared */
  double before_paid, before_quantity; /* in the year before */
  gint64 lines, now_lines;
} Cell;

/* Of a supplier in one currency. */
typedef struct
{
  double paid, best;       /* at the best price */
  double now_paid, before; /* at the price of the year before */
  gint64 lines, now_lines;
  gint64 products, now_products;
} Sum;

typedef struct
{
  AssayKeyIndex *products;
  AssayKeyIndex *keys; /* of cells */
  GArray *cells;
  GHashTable *currencies; /* code → number + 1 */
} Prices;

static void
prices_clear (Prices *prices)
{
  g_clear_pointer (&prices->products, assay_key_index_free);
  g_clear_pointer (&prices->keys, assay_key_index_free);
  g_clear_pointer (&prices->cells, g_array_unref);
  g_clear_pointer (&prices->currencies, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Prices, prices_clear)

/* The same day of another year; 29 February becomes 28. */
static gint32
shift_year (gint32 day, int years)
{
  int year, month, mday;
  gint32 shifted;

  assay_date_to_ymd (day, &year, &month, &mday);
  if (assay_date_from_ymd (year + years, month, mday, &shifted)
      || assay_date_from_ymd (year + years, month, mday - 1, &shifted))
    return shifted;
  return day;
}

/**
 * assay_price_spans:
 * @question: the period
 * @spans: (out): the year that is compared, or less where the period is less, and the same days of
 *   the year before
 */
void
assay_price_spans (const AssayMeasuresQuestion *question, AssayPriceSpans *spans)
{
  gint32 day = assay_measures_day (question);
  gint32 year = shift_year (day, -1) + 1;

  spans->now_to = day;
  spans->now_from
      = question->from != ASSAY_DATE_UNKNOWN && question->from > year ? question->from : year;
  spans->before_from = shift_year (spans->now_from, -1);
  spans->before_to = shift_year (day, -1);
}

static guint32
currency_number (Prices *prices, const char *code)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (prices->currencies, code));

  if (number == 0)
    {
      number = g_hash_table_size (prices->currencies) + 1;
      g_hash_table_insert (prices->currencies, g_strdup (code), GUINT_TO_POINTER (number));
    }
  return number - 1;
}

static Cell *
find_cell (Prices *prices, gint64 product, guint32 supplier, guint32 currency)
{
  guint32 product_number = assay_key_index_add (prices->products, product);
  /* 2 M suppliers and a thousand currencies: more than there are. */
  gint64 key = ((gint64)product_number << 31) | ((gint64)supplier << 10) | (currency & 1023);
  guint32 number = assay_key_index_add (prices->keys, key);
  Cell *cell;

  if (number >= prices->cells->len)
    g_array_set_size (prices->cells, number + 1);
  cell = &g_array_index (prices->cells, Cell, number);
  cell->product = product_number;
  cell->supplier = supplier;
  cell->currency = currency;
  return cell;
}

static gboolean
is_between (gint32 day, gint32 from, gint32 to)
{
  return (from == ASSAY_DATE_UNKNOWN || day >= from) && (to == ASSAY_DATE_UNKNOWN || day <= to);
}

static void
add_line (Cell *cell,
          const AssayMeasuresQuestion *question,
          const AssayPriceSpans *spans,
          gint32 day,
          double price,
          double quantity)
{
  if (is_between (day, question->from, question->to) && day <= assay_measures_day (question))
    {
      cell->paid += price * quantity;
      cell->quantity += quantity;
      cell->lines++;
    }
  if (is_between (day, spans->now_from, spans->now_to))
    {
      cell->now_paid += price * quantity;
      cell->now_quantity += quantity;
      cell->now_lines++;
    }
  else if (is_between (day, spans->before_from, spans->before_to))
    {
      cell->before_paid += price * quantity;
      cell->before_quantity += quantity;
    }
}

static gboolean
scan (AssayDb *db,
      const AssayMeasuresQuestion *question,
      const AssayKeyIndex *ids,
      Prices *prices,
      GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db,
                          "SELECT l.supplier, l.product, l.currency, " ASSAY_PRICE_DAY
                          ", l.unit_price, l.quantity FROM order_line AS l"
                          " WHERE " ASSAY_PRICE_KNOWN,
                          error);
  AssayPriceSpans spans;
  sqlite3_stmt *handle;
  int code;

  if (statement == NULL)
    return FALSE;
  assay_price_spans (question, &spans);
  handle = assay_statement_handle (statement);
  while ((code = sqlite3_step (handle)) == SQLITE_ROW)
    {
      guint32 supplier;

      if (sqlite3_column_type (handle, 3) == SQLITE_NULL
          || !assay_key_index_find (ids, sqlite3_column_int64 (handle, 0), &supplier))
        continue;
      add_line (find_cell (prices, sqlite3_column_int64 (handle, 1), supplier,
                           currency_number (prices, (const char *)sqlite3_column_text (handle, 2))),
                question, &spans, sqlite3_column_int (handle, 3), sqlite3_column_double (handle, 4),
                sqlite3_column_double (handle, 5));
    }
  if (code == SQLITE_DONE)
    return TRUE;
  assay_store_error_take (assay_db_handle (db), code, NULL, error);
  return FALSE;
}

/* The best unit price of each product and currency, and how many suppliers had one. */
typedef struct
{
  double price;
  guint suppliers;
} Best;

static GArray *
find_best (const Prices *prices, guint n_currencies)
{
  GArray *best = g_array_new (FALSE, TRUE, sizeof (Best));

  g_array_set_size (best, assay_key_index_size (prices->products) * MAX (n_currencies, 1));
  for (guint i = 0; i < prices->cells->len; i++)
    {
      const Cell *cell = &g_array_index (prices->cells, Cell, i);
      Best *one = &g_array_index (best, Best, cell->product * n_currencies + cell->currency);
      double price = cell->paid / cell->quantity;

      if (!(cell->quantity > 0.0))
        continue;
      if (one->suppliers++ == 0 || price < one->price)
        one->price = price;
    }
  return best;
}

static Sum *
add_up (const Prices *prices, guint n_suppliers, guint n_currencies)
{
  g_autoptr (GArray) best = find_best (prices, n_currencies);
  Sum *sums = g_new0 (Sum, MAX ((gsize)n_suppliers * n_currencies, 1));

  for (guint i = 0; i < prices->cells->len; i++)
    {
      const Cell *cell = &g_array_index (prices->cells, Cell, i);
      const Best *one = &g_array_index (best, Best, cell->product * n_currencies + cell->currency);
      Sum *sum = &sums[(gsize)cell->supplier * n_currencies + cell->currency];

      if (cell->quantity > 0.0 && one->suppliers > 1)
        {
          sum->paid += cell->paid;
          sum->best += cell->quantity * one->price;
          sum->lines += cell->lines;
          sum->products++;
        }
      if (cell->now_quantity > 0.0 && cell->before_quantity > 0.0)
        {
          sum->now_paid += cell->now_paid;
          sum->before += cell->now_quantity * (cell->before_paid / cell->before_quantity);
          sum->now_lines += cell->now_lines;
          sum->now_products++;
        }
    }
  return sums;
}

/* Joins the currencies of a supplier by their number of lines. */
static void
take (AssaySupplierMeasures *supplier, const Sum *sums, guint n_currencies, gboolean has_price)
{
  AssayMeasured *best = &supplier->measured[ASSAY_SCORED_PRICE_TO_BEST];
  AssayMeasured *change = &supplier->measured[ASSAY_SCORED_PRICE_CHANGE];
  double best_sum = 0.0, change_sum = 0.0;
  gint64 lines = 0, now_lines = 0;

  for (guint i = 0; i < n_currencies; i++)
    {
      const Sum *sum = &sums[i];

      if (sum->lines > 0)
        best_sum += (double)sum->lines * sum->paid / sum->best;
      if (sum->now_lines > 0)
        change_sum += (double)sum->now_lines * (sum->now_paid / sum->before - 1.0);
      lines += sum->lines;
      now_lines += sum->now_lines;
      best->n += sum->products;
      change->n += sum->now_products;
    }
  best->lack = lines > 0 ? ASSAY_LACK_NOTHING : has_price ? ASSAY_LACK_OTHERS : ASSAY_LACK_PRICES;
  change->lack = now_lines > 0 ? ASSAY_LACK_NOTHING
                 : has_price   ? ASSAY_LACK_YEAR
                               : ASSAY_LACK_PRICES;
  if (lines > 0)
    best->value = best_sum / (double)lines;
  if (now_lines > 0)
    change->value = 100.0 * change_sum / (double)now_lines;
}

gboolean
assay_price_measures_add (AssayDb *db,
                          const AssayMeasuresQuestion *question,
                          const AssayKeyIndex *ids,
                          GPtrArray *suppliers,
                          GError **error)
{
  g_auto (Prices) prices
      = { .products = assay_key_index_new (),
          .keys = assay_key_index_new (),
          .cells = g_array_new (FALSE, TRUE, sizeof (Cell)),
          .currencies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  g_autofree gboolean *has_price = g_new0 (gboolean, MAX (suppliers->len, 1));
  g_autofree Sum *sums = NULL;
  guint n_currencies;

  if (!scan (db, question, ids, &prices, error))
    return FALSE;
  n_currencies = g_hash_table_size (prices.currencies);
  sums = add_up (&prices, suppliers->len, n_currencies);
  for (guint i = 0; i < prices.cells->len; i++)
    {
      const Cell *cell = &g_array_index (prices.cells, Cell, i);

      has_price[cell->supplier] |= cell->quantity > 0.0 || cell->now_quantity > 0.0;
    }
  for (guint i = 0; i < suppliers->len; i++)
    take (g_ptr_array_index (suppliers, i), sums + (gsize)i * n_currencies, n_currencies,
          has_price[i]);
  return TRUE;
}
