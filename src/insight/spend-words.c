/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/spend.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/spend-scan.h"
#include "record/code-list.h"
#include "record/date.h"
#include "record/format.h"

/* More shares than these would make no formula that somebody reads. */
#define MOST_SHARES 6

/* For each reason a stable name, and half a sentence that follows "left out:". */
static const struct
{
  const char *name;
  const char *words;
} reasons[] = {
  [ASSAY_SPEND_CANCELLED] = { "cancelled", N_ ("cancelled") },
  [ASSAY_SPEND_DRAFT] = { "draft", N_ ("order is a draft") },
  [ASSAY_SPEND_NO_QUANTITY] = { "no_quantity", N_ ("no quantity") },
  [ASSAY_SPEND_NO_PRICE] = { "no_price", N_ ("no unit price") },
  [ASSAY_SPEND_NO_DATE]
  = { "no_date", N_ ("no day of sending, so not known whether in the period") },
  [ASSAY_SPEND_NO_CURRENCY] = { "no_currency", N_ ("order has no currency") },
  [ASSAY_SPEND_NO_BASE] = { "no_base_currency", N_ ("book has no base currency") },
  [ASSAY_SPEND_NO_DAY] = { "no_day_of_rate", N_ ("no day of sending, so no exchange rate") },
  [ASSAY_SPEND_NO_RATE] = { "no_rate", N_ ("no exchange rate on that day or before it") },
  [ASSAY_SPEND_TOO_LARGE] = { "too_large", N_ ("amount too large to add up") },
};

/**
 * assay_spend_reason_is_money:
 *
 * Returns: whether it is currencies that keep the line out
 */
gboolean
assay_spend_reason_is_money (AssaySpendReason reason)
{
  return reason >= ASSAY_SPEND_NO_CURRENCY && reason <= ASSAY_SPEND_NO_RATE;
}

const char *
assay_spend_reason_words (AssaySpendReason reason)
{
  return _ (reasons[reason].words);
}

const char *
assay_spend_reason_name (AssaySpendReason reason)
{
  return reasons[reason].name;
}

/**
 * assay_spend_group_words:
 * @by: what was grouped by
 * @group: (nullable): a group
 *
 * Returns: (transfer full): what to call it
 */
char *
assay_spend_group_words (AssaySpendBy by, const char *group)
{
  const char *country;

  if (group == NULL)
    switch (by)
      {
      case ASSAY_SPEND_BY_COUNTRY:
        return g_strdup (_ ("Country not known"));
      case ASSAY_SPEND_BY_PRODUCT:
        return g_strdup (_ ("No product"));
      case ASSAY_SPEND_BY_CATEGORY:
        return g_strdup (_ ("No category"));
      case ASSAY_SPEND_BY_MONTH:
      case ASSAY_SPEND_BY_QUARTER:
        return g_strdup (_ ("Day not known"));
      case ASSAY_SPEND_BY_SUPPLIER:
        return g_strdup (_ ("No name"));
      case ASSAY_SPEND_BY_NONE:
      default:
        return g_strdup (_ ("All"));
      }
  country = by == ASSAY_SPEND_BY_COUNTRY ? assay_country_name (group) : NULL;
  return g_strdup (country != NULL ? country : group);
}

static char *
count_lines (guint n)
{
  g_autofree char *number = assay_format_number (n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s line", "%s lines", n), number);
}

/**
 * assay_spend_left_out_words:
 * @left_out: lines left out for one reason
 *
 * Returns: (transfer full): "12 lines of 3,400.00 EUR: no exchange rate on that day or before it"
 */
char *
assay_spend_left_out_words (const AssaySpendLeftOut *left_out)
{
  g_autofree char *lines = count_lines (left_out->ids->len);
  g_autofree char *amount = NULL;

  if (!left_out->is_known || left_out->amount == 0)
    /* Translators: "12 lines"; why they are left out */
    return g_strdup_printf (_ ("%s: %s"), lines, assay_spend_reason_words (left_out->reason));
  amount = assay_money_format (left_out->amount, left_out->currency);
  /* Translators: "12 lines"; "3,400.00 EUR"; why they are left out */
  return g_strdup_printf (_ ("%s of %s: %s"), lines, amount,
                          assay_spend_reason_words (left_out->reason));
}

char *
assay_spend_define (const AssaySpendQuestion *question, const AssayMoneyInBase *money)
{
  g_autofree char *currencies = assay_money_in_base_definition (money);
  g_autoptr (GString) words = g_string_new (
      _ ("Spend is the quantity of each order line times its unit price, without freight, duties "
         "and other charges; lines of drafts, and cancelled ones that were not received, are left "
         "out. A line counts on the "
         "day on which its order was sent, or else the day written on it, or else that of its "
         "confirmation, or else that on which the last piece was received."));

  if (question->critical)
    g_string_append_printf (words, " %s", _ ("Only critical products."));
  if (question->by == ASSAY_SPEND_BY_COUNTRY || question->critical)
    g_string_append_printf (words, " %s", _ ("The country is that of the supplier."));
  if (question->by != ASSAY_SPEND_BY_NONE && question->by != ASSAY_SPEND_BY_MONTH
      && question->by != ASSAY_SPEND_BY_QUARTER)
    g_string_append_printf (
        words, " %s",
        _ ("The concentration index (Herfindahl–Hirschman) is the sum of the squares of all "
           "shares, from near 0 (many small ones) to 1 (one has it all), also told as 0 to "
           "10,000; 1 divided by it says how many equal ones would be as concentrated. What is "
           "not known has no part in it."));
  g_string_append_printf (words, " %s", currencies);
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* How one came about */

static char *
period_words (const AssaySpendQuestion *question)
{
  g_autofree char *from = assay_date_format (question->from);
  g_autofree char *to = assay_date_format (question->to);

  if (question->from == ASSAY_DATE_UNKNOWN && question->to == ASSAY_DATE_UNKNOWN)
    return g_strdup (_ ("all time"));
  if (question->to == ASSAY_DATE_UNKNOWN)
    /* Translators: a date */
    return g_strdup_printf (_ ("from %s"), from);
  if (question->from == ASSAY_DATE_UNKNOWN)
    /* Translators: a date */
    return g_strdup_printf (_ ("until %s"), to);
  /* Translators: two dates */
  return g_strdup_printf (_ ("%s – %s"), from, to);
}

static AssayExplanation *
explanation_new (const AssaySpend *spend)
{
  AssayExplanation *explanation = assay_explanation_new (ASSAY_TYPE_ORDER_LINE);

  explanation->definition = g_strdup (spend->definition);
  explanation->period = period_words (&spend->asked);
  for (guint i = 0; i < spend->left_out->len; i++)
    {
      const AssaySpendLeftOut *left_out = g_ptr_array_index (spend->left_out, i);

      for (guint j = 0; j < left_out->ids->len; j++)
        assay_explanation_exclude (explanation, assay_spend_reason_words (left_out->reason),
                                   g_array_index (left_out->ids, gint64, j));
    }
  return explanation;
}

/**
 * assay_spend_explain:
 * @spend: figures
 * @row: (nullable): one of its rows; %NULL: all of them
 *
 * Returns: (transfer full): how it came about
 */
AssayExplanation *
assay_spend_explain (const AssaySpend *spend, const AssaySpendRow *row)
{
  AssayExplanation *explanation = explanation_new (spend);
  const AssaySpendRow *of = row != NULL ? row : spend->total;
  g_autofree char *name = assay_spend_group_words (spend->asked.by, row ? row->group : NULL);
  g_autofree char *lines = count_lines (of->ids->len);
  g_autofree char *amount = assay_money_format (of->amount, spend->currency);
  g_autofree char *whole = assay_money_format (spend->total->amount, spend->currency);
  g_autofree char *share = assay_format_share (of->share, 1);
  g_autoptr (GString) formula = g_string_new (NULL);

  explanation->title = row != NULL
                           /* Translators: the title of a figure; a supplier, product, country … */
                           ? g_strdup_printf (_ ("Spend · %s"), name)
                           : g_strdup (_ ("Spend"));
  g_array_append_vals (explanation->ids, of->ids->data, of->ids->len);
  if (!spend->has_base)
    return explanation;
  explanation->value = g_strdup (amount);
  /* Translators: "12 lines"; an amount */
  g_string_append_printf (formula, _ ("Σ quantity × unit price over %s = %s"), lines, amount);
  if (row != NULL && !isnan (row->share))
    {
      g_string_append_c (formula, '\n');
      /* Translators: an amount ÷ the whole = a share */
      g_string_append_printf (formula, _ ("%s ÷ %s = %s"), amount, whole, share);
    }
  explanation->formula = g_string_free_and_steal (g_steal_pointer (&formula));
  return explanation;
}

/* "0.41² + 0.30² + … = 0.2701" */
static char *
index_formula (const AssaySpend *spend)
{
  g_autoptr (GString) formula = g_string_new (NULL);
  g_autofree char *index = assay_format_real (spend->concentration.hhi, 4);
  g_autofree char *effective = assay_format_real (spend->concentration.effective, 2);
  double known = 0;
  guint n = 0;

  for (guint i = 0; i < spend->rows->len; i++)
    {
      const AssaySpendRow *row = g_ptr_array_index (spend->rows, i);

      known += row->group != NULL ? (double)row->amount : 0;
    }
  for (guint i = 0; i < spend->rows->len; i++)
    {
      const AssaySpendRow *row = g_ptr_array_index (spend->rows, i);
      g_autofree char *share = assay_format_real ((double)row->amount / known, 4);

      if (row->group == NULL || row->amount == 0)
        continue;
      if (n++ < MOST_SHARES)
        g_string_append_printf (formula, "%s%s²", n > 1 ? " + " : "", share);
    }
  if (n > MOST_SHARES)
    g_string_append (formula, " + …");
  g_string_append_printf (formula, " = %s\n1 ÷ %s = %s", index, index, effective);
  return g_string_free_and_steal (g_steal_pointer (&formula));
}

/**
 * assay_spend_explain_concentration:
 * @spend: figures by supplier, country, product or category
 *
 * Returns: (transfer full): how the concentration index came about
 */
AssayExplanation *
assay_spend_explain_concentration (const AssaySpend *spend)
{
  AssayExplanation *explanation = explanation_new (spend);

  explanation->title = g_strdup (_ ("Concentration of spend"));
  for (guint i = 0; i < spend->rows->len; i++)
    {
      const AssaySpendRow *row = g_ptr_array_index (spend->rows, i);

      if (row->group != NULL)
        g_array_append_vals (explanation->ids, row->ids->data, row->ids->len);
      else
        for (guint j = 0; j < row->ids->len; j++)
          assay_explanation_exclude (explanation, _ ("not known whose it is"),
                                     g_array_index (row->ids, gint64, j));
    }
  if (isnan (spend->concentration.hhi))
    return explanation;
  explanation->value = assay_format_real (spend->concentration.hhi, 4);
  explanation->formula = index_formula (spend);
  return explanation;
}
