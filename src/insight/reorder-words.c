/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/reorder.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/date.h"
#include "record/format.h"

/* For each gap a stable name, and what to say in place of the figure. */
static const struct
{
  const char *name;
  const char *words;
} gaps[] = {
  [ASSAY_REORDER_NO_GAP] = { NULL, "" },
  [ASSAY_REORDER_NO_DEMAND] = { "no_demand", N_ ("no demand is recorded") },
  [ASSAY_REORDER_NO_DEMAND_SD]
  = { "no_demand_sd", N_ ("how demand varies is not known: two finished months at least") },
  [ASSAY_REORDER_NO_SUPPLIER] = { "no_supplier", N_ ("it has no supplier") },
  [ASSAY_REORDER_NO_LEAD] = { "no_lead_time", N_ ("no lead time was measured or claimed") },
  [ASSAY_REORDER_NO_LEAD_SD]
  = { "no_lead_time_sd",
      N_ ("how the lead time varies is not known: three delivered lines at least") },
  [ASSAY_REORDER_NO_PROMISE] = { "no_promise", N_ ("no lead time was promised or claimed") },
  [ASSAY_REORDER_NO_STOCK] = { "no_stock", N_ ("the stock is not known") },
  [ASSAY_REORDER_NEVER] = { "no_need", N_ ("it lasts for ever at this demand") },
  [ASSAY_REORDER_NO_PRICE] = { "no_price", N_ ("no order line has a unit price") },
  [ASSAY_REORDER_NOT_CONVERTED]
  = { "not_converted", N_ ("its price cannot be converted into the base currency") },
};

const char *
assay_reorder_gap_words (AssayReorderGap gap)
{
  return gap != ASSAY_REORDER_NO_GAP ? _ (gaps[gap].words) : "";
}

/**
 * assay_reorder_gap_name:
 *
 * Returns: (nullable): a name for scripts; %NULL where there is no gap
 */
const char *
assay_reorder_gap_name (AssayReorderGap gap)
{
  return gaps[gap].name;
}

/**
 * assay_reorder_pieces:
 * @pieces: how many, whole
 * @unit: (nullable): what the product is sold by
 *
 * Returns: (transfer full): "420 packs"
 */
char *
assay_reorder_pieces (double pieces, const char *unit)
{
  g_autofree char *number = assay_format_real (pieces, 0);
  gulong n = (gulong)CLAMP (fabs (pieces), 0, 1e9);

  if (isnan (pieces))
    return g_strdup (_ ("unknown"));
  if (g_strcmp0 (unit, "pair") == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s pair", "%s pairs", n), number);
  if (g_strcmp0 (unit, "set") == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s set", "%s sets", n), number);
  if (g_strcmp0 (unit, "metre") == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s metre", "%s metres", n), number);
  if (g_strcmp0 (unit, "yard") == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s yard", "%s yards", n), number);
  if (g_strcmp0 (unit, "kilogram") == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s kilogram", "%s kilograms", n),
                            number);
  if (g_strcmp0 (unit, "pack") == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s pack", "%s packs", n), number);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s piece", "%s pieces", n), number);
}

static char *
days_words (double days)
{
  double whole = round (days);
  g_autofree char *number = assay_format_real (whole, 0);

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s day", "%s days", (gulong)CLAMP (fabs (whole), 0, 1e9)),
      number);
}

/* "3,360.00 EUR", in the price's own currency, and what that is in the base. */
static char *
money_words (const AssayReorder *reorder, const AssayReorderCost *cost)
{
  g_autofree char *amount = NULL, *in_base = NULL;

  if (!cost->has_price)
    return NULL;
  amount = assay_money_format (ABS (cost->amount), reorder->currency);
  if (!cost->has_base || g_strcmp0 (reorder->currency, reorder->base_currency) == 0
      || reorder->base_currency == NULL)
    return g_steal_pointer (&amount);
  in_base = assay_money_format (ABS (cost->in_base), reorder->base_currency);
  /* Translators: an amount, and the same in the base currency */
  return g_strdup_printf (_ ("%s (%s)"), amount, in_base);
}

/**
 * assay_reorder_sentence:
 * @reorder: a product's plan
 *
 * Returns: (transfer full): what the supplier's variance costs, in a sentence for the negotiation
 */
char *
assay_reorder_sentence (const AssayReorder *reorder)
{
  const char *who = reorder->supplier_name != NULL ? reorder->supplier_name : _ ("the supplier");
  double pieces = reorder->saved.pieces;
  g_autofree char *promised = NULL, *less = NULL, *days = NULL, *money = NULL;

  if (reorder->saved_gap != ASSAY_REORDER_NO_GAP)
    /* Translators: why it is not known, half a sentence */
    return g_strdup_printf (_ ("What a kept promise would save is not known: %s."),
                            assay_reorder_gap_words (reorder->saved_gap));
  promised = days_words (reorder->promised_lead);
  less = assay_reorder_pieces (fabs (pieces), reorder->unit);
  if (pieces == 0)
    /* Translators: a supplier; "45 days" */
    return g_strdup_printf (_ ("If %s kept its promise of %s, the safety stock would be the same."),
                            who, promised);
  if (pieces < 0)
    return g_strdup_printf (
        /* Translators: a supplier; "45 days"; "20 packs" */
        _ ("%s delivers sooner than it promised: a promise of %s kept to the day would need %s "
           "more."),
        who, promised, less);
  days = days_words (reorder->saved.days);
  money = money_words (reorder, &reorder->saved);
  if (isnan (reorder->saved.days))
    /* Translators: a supplier; "45 days"; "420 packs" */
    return g_strdup_printf (_ ("If %s kept its promise of %s, you would need %s less."), who,
                            promised, less);
  if (money == NULL)
    return g_strdup_printf (
        /* Translators: a supplier; "45 days"; "420 packs"; "12 days" */
        _ ("If %s kept its promise of %s, you would need %s less: %s of demand."), who, promised,
        less, days);
  return g_strdup_printf (
      /* Translators: a supplier; "45 days"; "420 packs"; "12 days"; an amount of money */
      _ ("If %s kept its promise of %s, you would need %s less: %s of demand, %s bound in stock."),
      who, promised, less, days, money);
}

/**
 * assay_reorder_stock_words:
 * @reorder: a product's plan
 * @today: the day
 *
 * Returns: (transfer full): when to order, and what that rests on
 */
char *
assay_reorder_stock_words (const AssayReorder *reorder, gint32 today)
{
  g_autofree char *date = NULL, *position = NULL, *point = NULL;

  if (reorder->order_on == ASSAY_DATE_UNKNOWN)
    return g_strdup_printf (
        /* Translators: why it is not known, half a sentence */
        _ ("When to order is not known: %s."), assay_reorder_gap_words (reorder->order_gap));
  date = assay_date_format (reorder->order_on);
  point = assay_reorder_pieces (assay_reorder_whole (reorder->level.reorder_point), reorder->unit);
  position = assay_reorder_pieces ((double)(reorder->stock + reorder->received + reorder->incoming),
                                   reorder->unit);
  if (reorder->order_on < today)
    return g_strdup_printf (
        /* Translators: a date; "420 packs"; "300 packs" */
        _ ("Order now: since %s stock and orders on their way, %s at the last count, are at the "
           "reorder point of %s or below."),
        date, position, point);
  if (reorder->order_on == today)
    /* Translators: "420 packs" */
    return g_strdup_printf (_ ("Order today: stock and orders on their way fall to the reorder "
                               "point of %s."),
                            point);
  return g_strdup_printf (
      /* Translators: a date; "420 packs" */
      _ ("Order by %s, when stock and orders on their way fall to the reorder point of %s."), date,
      point);
}

/**
 * assay_reorder_demand_words:
 *
 * Returns: (transfer full): "1,240 packs a month, sd 210 (12 months)"
 */
char *
assay_reorder_demand_words (const AssayReorder *reorder)
{
  g_autofree char *mean = assay_reorder_pieces (round (reorder->month_mean), reorder->unit);
  g_autofree char *sd = isnan (reorder->month_sd) ? g_strdup (_ ("unknown"))
                                                  : assay_format_real (reorder->month_sd, 0);
  g_autofree char *months = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u month", "%u months", reorder->months_n), reorder->months_n);

  if (reorder->demand == ASSAY_DEMAND_UNKNOWN)
    return g_strdup (assay_reorder_gap_words (ASSAY_REORDER_NO_DEMAND));
  /* Translators: "1,240 packs"; a standard deviation; "12 months", or that it was typed */
  return g_strdup_printf (_ ("%s a month, sd %s (%s)"), mean, sd,
                          reorder->demand == ASSAY_DEMAND_TYPED ? _ ("as typed") : months);
}

/**
 * assay_reorder_lead_words:
 *
 * Returns: (transfer full): "52.3 days, sd 6.4 (23 lines of this product)"
 */
char *
assay_reorder_lead_words (const AssayReorder *reorder)
{
  g_autofree char *mean = assay_format_real (reorder->terms.lead_mean, 1);
  g_autofree char *sd = isnan (reorder->terms.lead_sd)
                            ? g_strdup (_ ("unknown"))
                            : assay_format_real (reorder->terms.lead_sd, 1);
  guint n = (guint)reorder->lead_n;
  g_autofree char *lines = g_strdup_printf (
      reorder->lead == ASSAY_LEAD_OF_PRODUCT
          ? g_dngettext (GETTEXT_PACKAGE, "%u line of this product", "%u lines of this product", n)
          : g_dngettext (GETTEXT_PACKAGE, "%u line of all products of the supplier",
                         "%u lines of all products of the supplier", n),
      n);
  g_autofree char *few = NULL;

  switch (reorder->lead)
    {
    case ASSAY_LEAD_UNKNOWN:
      return g_strdup (assay_reorder_gap_words (reorder->supplier == 0 ? ASSAY_REORDER_NO_SUPPLIER
                                                                       : ASSAY_REORDER_NO_LEAD));
    case ASSAY_LEAD_CLAIMED:
      /* Translators: a number */
      return g_strdup_printf (_ ("%s days as claimed; nothing was measured"), mean);
    case ASSAY_LEAD_OF_PRODUCT:
    case ASSAY_LEAD_OF_SUPPLIER:
    default:
      break;
    }
  few = reorder->has_few
            /* Translators: "5 lines of this product" */
            ? g_strdup_printf (_ ("%s, few data"), lines)
            : g_strdup (lines);
  /* Translators: a mean; a standard deviation; how many lines, of what */
  return g_strdup_printf (_ ("%s days, sd %s (%s)"), mean, sd, few);
}

/**
 * assay_reorder_definition:
 *
 * Returns: (transfer full): what the figures mean
 */
char *
assay_reorder_definition (void)
{
  return g_strdup_printf (
      /* Translators: numbers */
      _ ("Demand is that of the last %d finished months that are recorded, or what was typed where "
         "there are not two; a month is %.4f days, and days vary independently of each other. Lead "
         "time is counted in calendar days from the day the order was sent (or else confirmed) to "
         "that on which the last piece was received, whatever other lead times count from: of the "
         "supplier’s lines of the product where %d or more were delivered, else of all its lines. "
         "Safety stock = z·√(L·σd² + d²·σL²) with the daily demand d, its standard deviation σd, "
         "the mean lead time L and its standard deviation σL; z is the quantile of the normal "
         "distribution at the service level, %.0f %% unless the product says another. Reorder "
         "point = d·L + safety stock. A kept promise is the mean of the first promises of the same "
         "lines, or else the lead time that the supplier claims, with σL = 0. The day to order is "
         "that on which the counted stock, what was received since and what is on its way fall to "
         "the reorder point at this demand. Money is pieces times the unit price of the last order "
         "line, at today’s exchange rate. Pieces are rounded up."),
      ASSAY_REORDER_MONTHS, ASSAY_DAYS_PER_MONTH, ASSAY_REORDER_ENOUGH,
      ASSAY_REORDER_SERVICE_LEVEL * 100);
}

/* How it came about */

static void
add_line (GString *text, char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

static void
add_demand (GString *text, const AssayReorder *reorder)
{
  g_autofree char *month = assay_format_real (reorder->month_mean, 2);
  g_autofree char *month_sd = assay_format_real (reorder->month_sd, 2);
  g_autofree char *day = assay_format_real (reorder->terms.demand_mean, 3);
  g_autofree char *day_sd = assay_format_real (reorder->terms.demand_sd, 3);
  g_autofree char *days = assay_format_real (ASSAY_DAYS_PER_MONTH, 4);

  if (reorder->demand == ASSAY_DEMAND_UNKNOWN)
    return;
  add_line (text, g_strdup_printf ("d = %s ÷ %s = %s", month, days, day));
  if (!isnan (reorder->month_sd))
    add_line (text, g_strdup_printf ("σd = %s ÷ √%s = %s", month_sd, days, day_sd));
}

static void
add_levels (GString *text, const AssayReorder *reorder)
{
  g_autofree char *z = assay_format_real (reorder->level.z, 4);
  g_autofree char *d = assay_format_real (reorder->terms.demand_mean, 3);
  g_autofree char *sd = assay_format_real (reorder->terms.demand_sd, 3);
  g_autofree char *lead = assay_format_real (reorder->terms.lead_mean, 2);
  g_autofree char *lead_sd = assay_format_real (reorder->terms.lead_sd, 2);
  g_autofree char *level = assay_format_share (reorder->terms.service_level, 1);
  g_autofree char *stock = assay_format_real (reorder->level.safety_stock, 1);
  g_autofree char *point = assay_format_real (reorder->level.reorder_point, 1);
  g_autofree char *promised = assay_format_real (reorder->promised_lead, 2);
  g_autofree char *kept = assay_format_real (reorder->kept.safety_stock, 1);

  if (!isnan (reorder->terms.lead_mean))
    add_line (text, g_strdup_printf ("L = %s", lead));
  if (!isnan (reorder->terms.lead_sd))
    add_line (text, g_strdup_printf ("σL = %s", lead_sd));
  /* Translators: a share in per cent; a number */
  add_line (text, g_strdup_printf (_ ("service level %s → z = %s"), level, z));
  if (reorder->gap != ASSAY_REORDER_NO_GAP)
    return;
  add_line (text,
            g_strdup_printf (
                /* Translators: numbers of a formula */
                _ ("safety stock = %s·√(%s·%s² + %s²·%s²) = %s"), z, lead, sd, d, lead_sd, stock));
  /* Translators: numbers of a formula */
  add_line (text, g_strdup_printf (_ ("reorder point = %s·%s + %s = %s"), d, lead, stock, point));
  if (reorder->saved_gap == ASSAY_REORDER_NO_GAP)
    /* Translators: numbers of a formula */
    add_line (text, g_strdup_printf (_ ("with the promise kept: %s·√(%s·%s²) = %s"), z, promised,
                                     sd, kept));
}

/* "Dec 2025 – Nov 2026" */
static char *
period_words (const AssayReorder *reorder)
{
  g_autofree char *first = NULL, *last = NULL;

  for (guint i = 0; i < reorder->months->len; i++)
    {
      const AssayDemandMonth *month = &g_array_index (reorder->months, AssayDemandMonth, i);

      if (!month->is_used)
        continue;
      if (first == NULL)
        first = assay_date_format_month (month->month);
      g_free (last);
      last = assay_date_format_month (month->month);
    }
  if (first == NULL)
    return g_strdup (_ ("all time"));
  /* Translators: two months */
  return g_strdup_printf (_ ("demand %s – %s, lead times of all time"), first, last);
}

/**
 * assay_reorder_explain:
 * @reorder: a product's plan
 *
 * Returns: (transfer full): how safety stock and reorder point came about; its rows are the order
 *   lines whose lead times were measured
 */
AssayExplanation *
assay_reorder_explain (const AssayReorder *reorder)
{
  AssayExplanation *explanation = assay_explanation_new (ASSAY_TYPE_ORDER_LINE);
  g_autoptr (GString) formula = g_string_new (NULL);

  explanation->title = g_strdup_printf (
      /* Translators: the title of a figure; a product */
      _ ("Safety stock · %s"), reorder->name != NULL ? reorder->name : reorder->code);
  if (reorder->gap == ASSAY_REORDER_NO_GAP)
    explanation->value
        = assay_reorder_pieces (assay_reorder_whole (reorder->level.safety_stock), reorder->unit);
  explanation->definition = assay_reorder_definition ();
  explanation->period = period_words (reorder);
  add_demand (formula, reorder);
  add_levels (formula, reorder);
  explanation->formula = g_string_free_and_steal (g_steal_pointer (&formula));
  if (reorder->lead_ids != NULL)
    g_array_append_vals (explanation->ids, reorder->lead_ids->data, reorder->lead_ids->len);
  for (guint i = 0; reorder->lead_left_out != NULL && i < reorder->lead_left_out->len; i++)
    {
      const AssayExclusion *exclusion = g_ptr_array_index (reorder->lead_left_out, i);

      for (guint j = 0; j < exclusion->ids->len; j++)
        assay_explanation_exclude (explanation, exclusion->reason,
                                   g_array_index (exclusion->ids, gint64, j));
    }
  return explanation;
}

/**
 * assay_reorder_explain_ask:
 * @db: the book, on the thread that owns the connection
 * @question: an #AssayReorderQuestion about one product
 * @error: return location for an error
 *
 * Returns: (transfer full): the explanation; %NULL on error, and where the product is gone
 */
AssayExplanation *
assay_reorder_explain_ask (AssayDb *db, gconstpointer question, GError **error)
{
  g_autoptr (GPtrArray) plan = assay_reorder_plan (db, question, error);

  if (plan == NULL)
    return NULL;
  if (plan->len == 0)
    {
      g_set_error_literal (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_NOT_FOUND,
                           _ ("the product is gone"));
      return NULL;
    }
  return assay_reorder_explain (g_ptr_array_index (plan, 0));
}
