/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/date.h"

#include <glib/gi18n-lib.h>

/* Julian day of 1969-12-31 in GDate's count, where 0001-01-01 is day 1. */
#define EPOCH_JULIAN 719162

/**
 * assay_date_from_ymd:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 * @date: (out): days since 1970-01-01
 *
 * Returns: whether there is such a day
 */
gboolean
assay_date_from_ymd (int year, int month, int day, gint32 *date)
{
  GDate gdate;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  g_date_clear (&gdate, 1);
  g_date_set_dmy (&gdate, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  *date = (gint32)g_date_get_julian (&gdate) - EPOCH_JULIAN - 1;
  return TRUE;
}

/**
 * assay_date_to_ymd:
 * @date: days since 1970-01-01, between %ASSAY_DATE_MIN and %ASSAY_DATE_MAX
 * @year: (out) (optional): the year
 * @month: (out) (optional): the month, 1 to 12
 * @day: (out) (optional): the day, 1 to 31
 */
void
assay_date_to_ymd (gint32 date, int *year, int *month, int *day)
{
  GDate gdate;

  g_return_if_fail (date >= ASSAY_DATE_MIN && date <= ASSAY_DATE_MAX);

  g_date_clear (&gdate, 1);
  g_date_set_julian (&gdate, (guint32)(date + EPOCH_JULIAN + 1));
  if (year != NULL)
    *year = g_date_get_year (&gdate);
  if (month != NULL)
    *month = g_date_get_month (&gdate);
  if (day != NULL)
    *day = g_date_get_day (&gdate);
}

static gboolean
read_digits (const char **text, int count, int *number)
{
  *number = 0;
  for (int i = 0; i < count; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *number = *number * 10 + (**text - '0');
    }
  return TRUE;
}

/**
 * assay_date_parse_iso:
 * @text: a date as YYYY-MM-DD
 * @date: (out): days since 1970-01-01
 *
 * Returns: whether @text is such a date, and nothing more
 */
gboolean
assay_date_parse_iso (const char *text, gint32 *date)
{
  int year, month, day;

  return read_digits (&text, 4, &year) && *text++ == '-' && read_digits (&text, 2, &month)
         && *text++ == '-' && read_digits (&text, 2, &day) && *text == '\0'
         && assay_date_from_ymd (year, month, day, date);
}

/**
 * assay_date_format_iso:
 * @date: days since 1970-01-01
 *
 * Returns: (transfer full): @date as YYYY-MM-DD; the empty text for a date out of range
 */
char *
assay_date_format_iso (gint32 date)
{
  int year, month, day;

  if (date < ASSAY_DATE_MIN || date > ASSAY_DATE_MAX)
    return g_strdup ("");
  assay_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

static char *
format_with (gint32 date, const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  if (date < ASSAY_DATE_MIN || date > ASSAY_DATE_MAX)
    return g_strdup ("");
  assay_date_to_ymd (date, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return g_date_time_format (time, format);
}

/**
 * assay_date_format:
 * @date: days since 1970-01-01
 *
 * Returns: (transfer full): @date for people to read, with the month's name so that day and month
 *   cannot be mistaken for each other
 */
char *
assay_date_format (gint32 date)
{
  /* Translators: a date in a table or a report, see g_date_time_format(); keep the month as a name,
   * since readers in different countries order day and month differently. */
  return format_with (date, _ ("%-d %b %Y"));
}

/**
 * assay_date_format_month:
 * @date: days since 1970-01-01
 *
 * Returns: (transfer full): the month of @date for people to read
 */
char *
assay_date_format_month (gint32 date)
{
  /* Translators: a month in a table or a chart, see g_date_time_format(). */
  return format_with (date, _ ("%b %Y"));
}

/**
 * assay_date_month_start:
 * @date: days since 1970-01-01
 *
 * A day that is no date, which only a damaged book holds, counts as the nearest one that is.
 *
 * Returns: the first day of that month
 */
gint32
assay_date_month_start (gint32 date)
{
  int day;

  date = CLAMP (date, ASSAY_DATE_MIN, ASSAY_DATE_MAX);
  assay_date_to_ymd (date, NULL, NULL, &day);
  return date - day + 1;
}

/**
 * assay_date_today:
 *
 * Returns: today where the computer stands
 */
gint32
assay_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint32 date = 0;

  assay_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                       g_date_time_get_day_of_month (now), &date);
  return date;
}

/**
 * assay_date_from_instant:
 * @instant: UTC microseconds since 1970-01-01
 *
 * Returns: the UTC day of @instant
 */
gint32
assay_date_from_instant (gint64 instant)
{
  gint64 day = (gint64)24 * 60 * 60 * G_USEC_PER_SEC;
  gint64 days = instant / day - (instant % day < 0 ? 1 : 0);

  return (gint32)CLAMP (days, ASSAY_DATE_MIN, ASSAY_DATE_MAX);
}

/**
 * assay_instant_format:
 * @instant: UTC microseconds since 1970-01-01
 *
 * Returns: (transfer full): @instant in local time for people to read
 */
char *
assay_instant_format (gint64 instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (instant);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (local == NULL)
    return g_strdup ("");
  /* Translators: a day and a time, see g_date_time_format(). */
  return g_date_time_format (local, _ ("%-d %b %Y, %H:%M"));
}

/**
 * assay_instant_format_iso:
 * @instant: UTC microseconds since 1970-01-01
 *
 * Returns: (transfer full): @instant as ISO 8601 in UTC
 */
char *
assay_instant_format_iso (gint64 instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (instant);

  return utc != NULL ? g_date_time_format_iso8601 (utc) : g_strdup ("");
}
