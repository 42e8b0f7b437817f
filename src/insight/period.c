/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/period.h"

#include <glib/gi18n-lib.h>

#include "record/date.h"

/**
 * assay_period_words:
 * @from: its first day, ASSAY_DATE_UNKNOWN where it is open
 * @to: its last day, ASSAY_DATE_UNKNOWN where it is open
 *
 * Returns: (transfer full): the period as people write it
 */
char *
assay_period_words (gint32 from, gint32 to)
{
  g_autofree char *first = from != ASSAY_DATE_UNKNOWN ? assay_date_format (from) : NULL;
  g_autofree char *last = to != ASSAY_DATE_UNKNOWN ? assay_date_format (to) : NULL;

  if (first != NULL && last != NULL)
    return g_strdup_printf ("%s – %s", first, last);
  if (first != NULL)
    /* Translators: a period that starts on a day and has no end. */
    return g_strdup_printf (_ ("from %s"), first);
  if (last != NULL)
    /* Translators: a period that ends on a day and has no start. */
    return g_strdup_printf (_ ("until %s"), last);
  return g_strdup (_ ("all time"));
}

/* Whether whole months: from the first of one to the last of another. */
static gboolean
is_of_months (const AssayPeriodRange *period)
{
  return period->from == assay_date_month_start (period->from)
         && period->to + 1 == assay_date_month_start (period->to + 1);
}

/* The same day of the month so many months later; the last where there is none. */
static gint32
shift_months (gint32 day, int months)
{
  int year, month, of_month;
  gint32 shifted;

  assay_date_to_ymd (day, &year, &month, &of_month);
  month += months - 1;
  year += month / 12 - (month % 12 < 0);
  month = (month % 12 + 12) % 12 + 1;
  while (of_month > 28 && !assay_date_from_ymd (year, month, of_month, &shifted))
    of_month--;
  return assay_date_from_ymd (year, month, of_month, &shifted) ? shifted : ASSAY_DATE_UNKNOWN;
}

/**
 * assay_period_before:
 * @period: a period
 * @before: (out): the one of the same length that ends where it begins; as many months before whole
 *   months, as many days before others
 *
 * Returns: %FALSE when it is open at an end, or begins after it ends
 */
gboolean
assay_period_before (const AssayPeriodRange *period, AssayPeriodRange *before)
{
  int from_year, from_month, to_year, to_month;

  if (period->from == ASSAY_DATE_UNKNOWN || period->to == ASSAY_DATE_UNKNOWN
      || period->from > period->to)
    return FALSE;
  before->to = period->from - 1;
  if (is_of_months (period))
    {
      assay_date_to_ymd (period->from, &from_year, &from_month, NULL);
      assay_date_to_ymd (period->to, &to_year, &to_month, NULL);
      before->from
          = shift_months (period->from, -((to_year - from_year) * 12 + to_month - from_month + 1));
    }
  else
    before->from = before->to - (period->to - period->from);
  return before->from != ASSAY_DATE_UNKNOWN && before->from >= ASSAY_DATE_MIN;
}

/**
 * assay_period_year_before:
 * @period: a period
 * @before: (out): the same days of the year before; 29 February is the 28th
 *
 * Returns: %FALSE when it is open at an end, or begins after it ends
 */
gboolean
assay_period_year_before (const AssayPeriodRange *period, AssayPeriodRange *before)
{
  if (period->from == ASSAY_DATE_UNKNOWN || period->to == ASSAY_DATE_UNKNOWN
      || period->from > period->to)
    return FALSE;
  before->from = shift_months (period->from, -12);
  before->to = shift_months (period->to, -12);
  /* February of a leap year is compared with all of the other's. */
  if (is_of_months (period))
    before->to = assay_date_month_start (before->to + 27) - 1 > before->to
                     ? assay_date_month_start (before->to + 27) - 1
                     : before->to;
  return before->from != ASSAY_DATE_UNKNOWN && before->to != ASSAY_DATE_UNKNOWN;
}
