/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/month.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

#include "record/date.h"

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

/* 1970-01-01 was a Thursday. */
guint
assay_date_weekday (gint32 date)
{
  gint64 since = (gint64)date + 3;

  return (guint)(((since % 7) + 7) % 7);
}

/**
 * assay_date_add_months:
 * @date: a day
 * @months: how many months later; negative is earlier
 *
 * Returns: the same day of that month, or its last one where it is shorter; @date itself where the
 *   calendar ends
 */
gint32
assay_date_add_months (gint32 date, int months)
{
  int year, month, day, count;
  gint32 then;

  assay_date_to_ymd (CLAMP (date, ASSAY_DATE_MIN, ASSAY_DATE_MAX), &year, &month, &day);
  count = year * 12 + month - 1 + CLAMP (months, -120000, 120000);
  year = count / 12;
  month = count % 12 + 1;
  if (count < 12 || year > 9999)
    return date;
  while (!assay_date_from_ymd (year, month, day, &then))
    if (--day < 1)
      return date;
  return then;
}

gint32
assay_date_months_away (gint32 date, gint64 months)
{
  gint32 then;

  if (date == ASSAY_DATE_UNKNOWN || ABS (months) > 12000)
    return ASSAY_DATE_UNKNOWN;
  then = assay_date_add_months (date, (int)months);
  return then != date || months == 0 ? then : ASSAY_DATE_UNKNOWN;
}

gint32
assay_date_week_start (gint32 date, guint first_weekday)
{
  return date - (gint32)((assay_date_weekday (date) + 7 - first_weekday % 7) % 7);
}

int
assay_date_week_number (gint32 date)
{
  g_autofree char *text = format_with (date, "%V");

  return atoi (text);
}

/* As GTK's own calendar finds it: which weekday the locale's list of names begins with, and which
 * one of that list a week begins with. */
guint
assay_locale_first_weekday (void)
{
  union
  {
    guint number;
    const char *text;
  } list;
  guint first = (guint)nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0];
  guint from_sunday;

  list.text = nl_langinfo (_NL_TIME_WEEK_1STDAY);
  /* 19971130 is a Sunday, 19971201 a Monday. */
  from_sunday = (first + (list.number == 19971201 ? 1 : 0) - 1) % 7;
  return (from_sunday + 6) % 7;
}

char *
assay_date_format_long (gint32 date)
{
  /* Translators: a day with its weekday, see g_date_time_format(). */
  return format_with (date, _ ("%A %-d %B %Y"));
}

char *
assay_date_format_month_long (gint32 date)
{
  /* Translators: the title of a month, see g_date_time_format(). */
  return format_with (date, _ ("%OB %Y"));
}

char *
assay_date_format_weekday (gint32 date)
{
  return format_with (date, "%a");
}
