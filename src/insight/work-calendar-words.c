/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Working calendars in words: which one holds, and what is wrong with a day. */

#include "assay-config.h"

#include "insight/work-calendar-private.h"

#include <glib/gi18n-lib.h>

#include "record/choices.h"
#include "record/date.h"
#include "record/format.h"

/**
 * assay_work_week_describe:
 * @week: ASSAY_WORK_WEEK_…
 *
 * Returns: (transfer full): "Monday to Saturday"
 */
char *
assay_work_week_describe (guint week)
{
  for (guint i = 0; assay_choices_working_week[i].value != NULL; i++)
    if (assay_work_week_from_string (assay_choices_working_week[i].value) == week)
      return g_strdup (_ (assay_choices_working_week[i].label));
  return g_strdup (_ ("On some weekdays"));
}

/* The days that all periods which stop work lie between. */
static guint
count_closing (GPtrArray *periods, gint32 *first, gint32 *last)
{
  guint n = 0;

  for (guint i = 0; i < periods->len; i++)
    {
      const AssayBlackout *period = g_ptr_array_index (periods, i);

      if (!period->stops_work)
        continue;
      *first = n == 0 ? period->from : MIN (*first, period->from);
      *last = n == 0 ? period->to : MAX (*last, period->to);
      n++;
    }
  return n;
}

/* How far the book's knowledge goes: outside of these days nothing is closed because nobody has
 * said so. */
static char *
say_periods (GPtrArray *periods)
{
  gint32 first, last;
  guint n = count_closing (periods, &first, &last);
  g_autofree char *from = NULL, *to = NULL;

  if (n == 0)
    return g_strdup (_ ("No blackout period is entered."));
  from = assay_date_format (first);
  to = assay_date_format (last);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       /* Translators: days of which a blackout period is made. */
                                       "%u blackout period is left out, from %s to %s.",
                                       "%u blackout periods are left out, between %s and %s.", n),
                          n, from, to);
}

/**
 * assay_work_calendars_define:
 * @calendars: calendars
 *
 * Returns: (transfer full): what working days mean in this book, in sentences
 */
char *
assay_work_calendars_define (AssayWorkCalendars *calendars)
{
  gboolean said;
  guint week = assay_work_calendars_get_book_week (calendars, &said);
  g_autofree char *words = assay_work_week_describe (week);
  g_autofree char *periods = say_periods (assay_work_calendars_get_periods (calendars));
  g_autofree char *other = NULL;

  if (said)
    /* Translators: %s is "Monday to Saturday". */
    other = g_strdup_printf (_ ("the book’s (%s) where it has none"), words);
  else
    other = g_strdup (_ ("every day where it has none"));
  return g_strdup_printf (
      /* Translators: the first %s is "the book’s (Monday to Saturday) where it has none", the
       * second a sentence about blackout periods. */
      _ ("Working days are those of the supplier’s own working week, %s, without the blackout "
         "periods of the supplier, of its country and of everybody; the first day is not counted, "
         "the last one is. %s"),
      other, periods);
}

static guint
count_scope (GPtrArray *periods, AssayBlackoutScope scope)
{
  guint n = 0;

  for (guint i = 0; i < periods->len; i++)
    {
      const AssayBlackout *period = g_ptr_array_index (periods, i);
      AssayBlackoutScope of = period->supplier != 0     ? ASSAY_BLACKOUT_OF_SUPPLIER
                              : period->country != NULL ? ASSAY_BLACKOUT_OF_COUNTRY
                                                        : ASSAY_BLACKOUT_OF_EVERYBODY;

      n += period->stops_work && of == scope;
    }
  return n;
}

static char *
say_week (AssayWorkCalendars *calendars, gint64 supplier)
{
  g_autofree char *week
      = assay_work_week_describe (assay_work_calendars_get_week (calendars, supplier));

  switch (assay_work_calendars_get_origin (calendars, supplier))
    {
    case ASSAY_WEEK_FROM_SUPPLIER:
      /* Translators: %s is "Monday to Saturday"; of a supplier. */
      return g_strdup_printf (_ ("%s, its own working week."), week);
    case ASSAY_WEEK_FROM_BOOK:
      return g_strdup_printf (_ ("%s, the working week from Preferences."), week);
    case ASSAY_WEEK_FROM_NOBODY:
    default:
      return g_strdup (_ ("Every day, since no working week is entered."));
    }
}

/**
 * assay_work_calendars_describe:
 * @calendars: calendars
 * @supplier: id of a supplier
 *
 * Returns: (transfer full): which calendar holds for it, in sentences
 */
char *
assay_work_calendars_describe (AssayWorkCalendars *calendars, gint64 supplier)
{
  g_autoptr (GPtrArray) periods
      = assay_work_calendars_find (calendars, supplier, ASSAY_DATE_MIN, ASSAY_DATE_MAX);
  g_autofree char *week = say_week (calendars, supplier);
  g_autofree char *closed = say_periods (periods);
  g_autofree char *parts = NULL;
  guint own = count_scope (periods, ASSAY_BLACKOUT_OF_SUPPLIER);
  guint country = count_scope (periods, ASSAY_BLACKOUT_OF_COUNTRY);
  guint everybody = count_scope (periods, ASSAY_BLACKOUT_OF_EVERYBODY);

  if (own + country + everybody > 0)
    /* Translators: numbers of blackout periods. */
    parts = g_strdup_printf (_ ("Its own: %u, of its country: %u, of everybody: %u."), own, country,
                             everybody);
  return g_strjoin (" ", week, closed, parts, NULL);
}

/* Where a period holds: "China", "Sao Mai Bags"; NULL everywhere. */
static char *
say_where (AssayWorkCalendars *calendars, const AssayBlackout *period)
{
  if (period->supplier != 0)
    return g_strdup (assay_work_calendars_get_name (calendars, period->supplier));
  return period->country != NULL ? assay_format_country (period->country) : NULL;
}

static char *
say_period (AssayWorkCalendars *calendars, const AssayBlackout *period, gint32 day)
{
  g_autofree char *date = assay_date_format (day);
  g_autofree char *until = assay_date_format (period->to);
  g_autofree char *where = say_where (calendars, period);
  g_autofree char *what = NULL;

  if (where != NULL)
    /* Translators: a blackout period and where it holds: "Tết (Viet Nam)". */
    what = g_strdup_printf (_ ("%s (%s)"), period->name, where);
  else
    what = g_strdup (period->name);
  if (g_strcmp0 (period->kind, "freight") == 0)
    /* Translators: a date, a period, the last day of the period. */
    return g_strdup_printf (_ ("No freight moves on %s: %s, until %s."), date, what, until);
  if (g_strcmp0 (period->kind, "own") == 0)
    /* Translators: a date, a period, the last day of the period. */
    return g_strdup_printf (_ ("We are closed on %s: %s, until %s."), date, what, until);
  /* Translators: a date, a period, the last day of the period. */
  return g_strdup_printf (_ ("%s is a closed day: %s, until %s."), date, what, until);
}

static char *
say_rest_day (AssayWorkCalendars *calendars, gint64 supplier, gint32 day)
{
  static const char *const names[]
      = { N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
          N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday") };
  g_autofree char *date = assay_date_format (day);
  g_autofree char *week
      = assay_work_week_describe (assay_work_calendars_get_week (calendars, supplier));
  const char *name = _ (names[assay_work_weekday (day)]);

  /* Translators: a date, its weekday, "Monday to Friday". */
  return g_strdup_printf (_ ("%s is a %s; the working week is %s."), date, name, week);
}

/**
 * assay_work_calendars_dup_warning:
 * @calendars: calendars
 * @supplier: id of a supplier
 * @day: a day that was promised or planned
 *
 * Returns: (transfer full) (nullable): why nothing can be expected of the supplier on that day;
 *   %NULL where nothing speaks against it
 */
char *
assay_work_calendars_dup_warning (AssayWorkCalendars *calendars, gint64 supplier, gint32 day)
{
  g_autoptr (GPtrArray) periods = assay_work_calendars_find (calendars, supplier, day, day);
  const AssayBlackout *reason = NULL;

  for (guint i = 0; i < periods->len; i++)
    {
      const AssayBlackout *period = g_ptr_array_index (periods, i);

      if (reason == NULL || (period->stops_work && !reason->stops_work)
          || (period->stops_work == reason->stops_work && period->to > reason->to))
        reason = period;
    }
  if (reason != NULL)
    return say_period (calendars, reason, day);
  if ((assay_work_calendars_get_week (calendars, supplier) >> assay_work_weekday (day) & 1) == 0)
    return say_rest_day (calendars, supplier, day);
  return NULL;
}
