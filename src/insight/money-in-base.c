/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rates are fractions of whole numbers and amounts whole, so that an amount is rounded once, when
 * it is converted, and converting there and back returns it as closely as the smaller unit allows.
 */

#include "assay-config.h"

#include "insight/money-in-base.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/date.h"
#include "record/money.h"
#include "record/number.h"
#include "store/book-settings.h"

/* Rates are kept with so many digits after the point. */
#define RATE_ONE   G_GINT64_CONSTANT (10000000000)
#define HUNDREDTHS 100

__extension__ typedef __int128 Wide;

/* So many minor units of one currency are so many of another. */
typedef struct
{
  Wide multiply, divide; /* both above 0 */
  gint32 valid_on;       /* of the older rate in it */
} Ratio;

typedef struct
{
  gint32 valid_on;
  gint64 rate; /* × RATE_ONE */
} Rate;

struct _AssayMoneyInBase
{
  char *currency;
  gboolean is_set;
  gboolean is_unnamed;     /* no order says its currency: there is one, whatever it is */
  gboolean has_others;     /* an amount of another currency was asked for */
  GHashTable *rates;       /* "EURUSD": GArray of Rate in order of time */
  GPtrArray *currencies;   /* of char: all that have a rate, by code */
  GHashTable *found;       /* "EUR20543": Ratio to the base, or NULL where there is none */
  char last_currency[4];   /* the last that was asked for, */
  gint32 last_day;         /* on which day, */
  const Ratio *last_ratio; /* and what was found, in `found` */
};

static Wide
divisor (Wide a, Wide b)
{
  while (b != 0)
    {
      Wide rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

static void
reduce (Wide *a, Wide *b)
{
  Wide common = divisor (*a, *b);

  *a /= common;
  *b /= common;
}

static Wide
ten_to (guint digits)
{
  Wide power = 1;

  while (digits-- > 0)
    power *= 10;
  return power;
}

/* Reading */

/* Reads up to two currencies of orders; *@only is the one where there is no other. */
static gboolean
count_currencies (AssayDb *db, guint *n, char **only, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      db, "SELECT DISTINCT currency FROM purchase_order WHERE currency IS NOT NULL LIMIT 2", error);
  gboolean row;

  *n = 0;
  if (statement == NULL)
    return FALSE;
  while (assay_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      if ((*n)++ == 0)
        *only = g_strdup (assay_statement_get_text (statement, 0));
      else
        g_clear_pointer (only, g_free);
    }
  return FALSE;
}

static gboolean
read_base (AssayMoneyInBase *money, AssayDb *db, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *set = assay_book_settings_get (db, ASSAY_SETTING_CURRENCY, &failed);
  g_autofree char *only = NULL;
  guint n;

  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (!count_currencies (db, &n, &only, error))
    return FALSE;
  money->is_unnamed = n == 0;
  money->is_set = assay_currency_is_known (set);
  if (money->is_set)
    money->currency = g_steal_pointer (&set);
  else if (assay_currency_is_known (only))
    money->currency = g_steal_pointer (&only);
  return TRUE;
}

static void
add_currency (AssayMoneyInBase *money, const char *currency)
{
  if (!g_ptr_array_find_with_equal_func (money->currencies, currency, g_str_equal, NULL))
    g_ptr_array_add (money->currencies, g_strdup (currency));
}

static void
add_rate (
    AssayMoneyInBase *money, const char *currency, const char *in, gint64 rate, gint32 valid_on)
{
  Rate added = { valid_on, rate };
  GArray *rates;
  g_autofree char *pair = NULL;

  /* A strange book's rows may say anything. */
  if (!assay_currency_is_known (currency) || !assay_currency_is_known (in)
      || g_str_equal (currency, in) || rate <= 0)
    return;
  pair = g_strconcat (currency, in, NULL);
  rates = g_hash_table_lookup (money->rates, pair);
  if (rates == NULL)
    {
      rates = g_array_new (FALSE, FALSE, sizeof (Rate));
      g_hash_table_insert (money->rates, g_steal_pointer (&pair), rates);
      add_currency (money, currency);
      add_currency (money, in);
    }
  g_array_append_val (rates, added);
}

static gboolean
read_rates (AssayMoneyInBase *money, AssayDb *db, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      db, "SELECT currency, in_currency, rate, valid_on FROM exchange_rate ORDER BY valid_on, id",
      error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  while (assay_statement_step (statement, &row, error))
    {
      if (!row)
        {
          g_ptr_array_sort_values (money->currencies, (GCompareFunc)g_strcmp0);
          return TRUE;
        }
      add_rate (money, assay_statement_get_text (statement, 0),
                assay_statement_get_text (statement, 1), assay_statement_get_int (statement, 2),
                (gint32)assay_statement_get_int (statement, 3));
    }
  return FALSE;
}

/**
 * assay_money_in_base_new:
 * @db: the book, on the thread that owns the connection
 * @error: return location for an error
 *
 * Returns: (transfer full): what converts into the book's base currency as the book stands now;
 *   %NULL on error
 */
AssayMoneyInBase *
assay_money_in_base_new (AssayDb *db, GError **error)
{
  g_autoptr (AssayMoneyInBase) money = g_new0 (AssayMoneyInBase, 1);

  money->rates
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  money->currencies = g_ptr_array_new_with_free_func (g_free);
  money->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!read_base (money, db, error) || !read_rates (money, db, error))
    return NULL;
  return g_steal_pointer (&money);
}

void
assay_money_in_base_free (AssayMoneyInBase *money)
{
  if (money == NULL)
    return;
  g_free (money->currency);
  g_hash_table_unref (money->rates);
  g_ptr_array_unref (money->currencies);
  g_hash_table_unref (money->found);
  g_free (money);
}

const char *
assay_money_in_base_get_currency (const AssayMoneyInBase *money)
{
  return money->currency;
}

gboolean
assay_money_in_base_is_set (const AssayMoneyInBase *money)
{
  return money->is_set;
}

/**
 * assay_money_in_base_can_add:
 * @money: what converts
 *
 * Returns: whether there is one currency to add up in, named or not
 */
gboolean
assay_money_in_base_can_add (const AssayMoneyInBase *money)
{
  return money->currency != NULL || money->is_unnamed;
}

/**
 * assay_money_in_base_definition:
 * @money: what converts, after it did
 *
 * Returns: (transfer full): how, in words to stand beside the figure
 */
char *
assay_money_in_base_definition (const AssayMoneyInBase *money)
{
  if (money->is_unnamed && money->currency == NULL)
    return g_strdup (_ ("No order says its currency: all are taken to be in the same one."));
  if (money->is_unnamed)
    /* Translators: a currency code */
    return g_strdup_printf (
        _ ("No order says its currency: all are taken to be in %s, the book’s base currency."),
        money->currency);
  if (money->currency == NULL)
    return g_strdup (_ ("The orders are in several currencies, and the book has no base currency: "
                        "set one in Preferences."));
  if (!money->has_others)
    /* Translators: a currency code */
    return g_strdup_printf (_ ("Amounts are in %s."), money->currency);
  return g_strdup_printf (
      /* Translators: a currency code */
      _ ("Amounts are in %s. Others are converted by the book’s exchange rates: the latest rate of "
         "the two currencies that is not newer than the day, in whichever direction it is "
         "recorded; where there is none, by way of one third currency that both have rates with. "
         "Days before the first rate have none. Each line is rounded once, to a hundredth of the "
         "smallest coin. What has no rate is listed and is not in the figures."),
      money->currency);
}

/* Finding a rate */

/* The last rate of a pair on @day or before it. */
static const Rate *
find_recorded (const AssayMoneyInBase *money, const char *currency, const char *in, gint32 day)
{
  char pair[8];
  GArray *rates;
  guint low = 0, high;

  g_snprintf (pair, sizeof pair, "%s%s", currency, in);
  rates = g_hash_table_lookup (money->rates, pair);
  if (rates == NULL)
    return NULL;
  for (high = rates->len; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (rates, Rate, middle).valid_on <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? &g_array_index (rates, Rate, low - 1) : NULL;
}

/* Of the two directions the one that was recorded for the later day. */
static gboolean
find_direct (
    const AssayMoneyInBase *money, const char *from, const char *to, gint32 day, Ratio *ratio)
{
  const Rate *there = find_recorded (money, from, to, day);
  const Rate *back = find_recorded (money, to, from, day);

  if (there == NULL && back == NULL)
    return FALSE;
  if (there != NULL && (back == NULL || there->valid_on >= back->valid_on))
    *ratio = (Ratio){ there->rate, RATE_ONE, there->valid_on };
  else
    *ratio = (Ratio){ RATE_ONE, back->rate, back->valid_on };
  ratio->multiply *= ten_to (assay_currency_digits (to));
  ratio->divide *= ten_to (assay_currency_digits (from));
  reduce (&ratio->multiply, &ratio->divide);
  return TRUE;
}

static gboolean
join_ratios (const Ratio *first, const Ratio *second, Ratio *ratio)
{
  Ratio a = *first, b = *second;

  reduce (&a.multiply, &b.divide);
  reduce (&b.multiply, &a.divide);
  ratio->valid_on = MIN (a.valid_on, b.valid_on);
  return !__builtin_mul_overflow (a.multiply, b.multiply, &ratio->multiply)
         && !__builtin_mul_overflow (a.divide, b.divide, &ratio->divide);
}

/* By way of the third currency whose older rate is the newest, the first by its code of several. */
static gboolean
find_crossed (const AssayMoneyInBase *money, const char *from, gint32 day, Ratio *best)
{
  gboolean found = FALSE;

  for (guint i = 0; i < money->currencies->len; i++)
    {
      const char *over = g_ptr_array_index (money->currencies, i);
      Ratio first, second, both;

      if (g_str_equal (over, from) || g_str_equal (over, money->currency)
          || !find_direct (money, from, over, day, &first)
          || !find_direct (money, over, money->currency, day, &second)
          || !join_ratios (&first, &second, &both) || (found && both.valid_on <= best->valid_on))
        continue;
      *best = both;
      found = TRUE;
    }
  return found;
}

/* A scan asks for the same currency and day again and again. */
static const Ratio *
find_ratio (AssayMoneyInBase *money, const char *currency, gint32 day)
{
  char key[20];
  gpointer known;
  Ratio ratio;

  if (money->last_day == day && g_str_equal (money->last_currency, currency))
    return money->last_ratio;
  g_snprintf (key, sizeof key, "%.3s%d", currency, (int)day);
  if (!g_hash_table_lookup_extended (money->found, key, NULL, &known))
    {
      gboolean found = find_direct (money, currency, money->currency, day, &ratio)
                       || find_crossed (money, currency, day, &ratio);

      known = found ? g_memdup2 (&ratio, sizeof ratio) : NULL;
      g_hash_table_insert (money->found, g_strdup (key), known);
    }
  g_strlcpy (money->last_currency, currency, sizeof money->last_currency);
  money->last_day = day;
  money->last_ratio = known;
  return known;
}

/* An amount without a currency is kept with the digits that most have. */
static AssayMoneyOutcome
take_unnamed (const AssayMoneyInBase *money, gint64 amount, gint64 *in_base)
{
  gint64 multiply = (gint64)ten_to (assay_currency_digits (money->currency));
  gint64 divide = (gint64)ten_to (assay_currency_digits (NULL));

  return assay_number_multiply (amount, multiply, divide, in_base) ? ASSAY_MONEY_CONVERTED
                                                                   : ASSAY_MONEY_TOO_LARGE;
}

/**
 * assay_money_in_base_convert:
 * @money: what converts
 * @currency: (nullable): the amount's currency
 * @amount: in hundredths of its minor unit
 * @day: whose rate to take; ASSAY_DATE_UNKNOWN: not known
 * @in_base: (out): in hundredths of the base currency's minor unit, rounded half away from zero;
 *   0 unless it was converted
 *
 * Returns: whether it was converted, or why not
 */
AssayMoneyOutcome
assay_money_in_base_convert (
    AssayMoneyInBase *money, const char *currency, gint64 amount, gint32 day, gint64 *in_base)
{
  const Ratio *ratio;
  Wide product, rounded;

  *in_base = 0;
  if (money->is_unnamed && currency == NULL)
    return take_unnamed (money, amount, in_base);
  if (!assay_currency_is_known (currency))
    return ASSAY_MONEY_NO_CURRENCY;
  if (money->currency == NULL)
    return ASSAY_MONEY_NO_BASE;
  if (g_str_equal (currency, money->currency))
    {
      *in_base = amount;
      return ASSAY_MONEY_CONVERTED;
    }
  money->has_others = TRUE;
  if (day == ASSAY_DATE_UNKNOWN)
    return ASSAY_MONEY_NO_DAY;
  ratio = find_ratio (money, currency, day);
  if (ratio == NULL)
    return ASSAY_MONEY_NO_RATE;
  if (__builtin_mul_overflow ((Wide)amount, ratio->multiply, &product)
      || __builtin_add_overflow (product, product < 0 ? -(ratio->divide / 2) : ratio->divide / 2,
                                 &rounded))
    return ASSAY_MONEY_TOO_LARGE;
  rounded /= ratio->divide;
  if (rounded > G_MAXINT64 || rounded < G_MININT64)
    return ASSAY_MONEY_TOO_LARGE;
  *in_base = (gint64)rounded;
  return ASSAY_MONEY_CONVERTED;
}

/**
 * assay_money_format:
 * @amount: in hundredths of the currency's minor unit
 * @currency: (nullable): its code
 *
 * Returns: (transfer full): the amount to the minor unit with its currency
 */
char *
assay_money_format (gint64 amount, const char *currency)
{
  gint64 minor = 0;
  g_autofree char *text = NULL;

  assay_number_multiply (amount, 1, HUNDREDTHS, &minor);
  text = assay_format_decimal_grouped (minor, assay_currency_digits (currency));
  if (currency == NULL)
    return g_steal_pointer (&text);
  /* Translators: an amount and its currency. */
  return g_strdup_printf (C_ ("money", "%s %s"), text, currency);
}

/**
 * assay_money_to_units:
 * @amount: in hundredths of the currency's minor unit
 * @currency: (nullable): its code
 *
 * Returns: the amount in units of the currency: 123,400 are 12.34 USD
 */
double
assay_money_to_units (gint64 amount, const char *currency)
{
  double parts = HUNDREDTHS;

  for (guint i = 0; i < assay_currency_digits (currency); i++)
    parts *= 10;
  return (double)amount / parts;
}
