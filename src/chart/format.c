/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* GDateTime knows the years 1 to 9999 and no others. */
#define FIRST_DAY (-719162)
#define LAST_DAY  2932896

/* A typographic minus, as wide as the digits. */
static char *
with_minus (char *text)
{
  char *result;

  if (text[0] != '-')
    return text;
  /* "-0" and "-0.00" are noughts. */
  if (strpbrk (text, "123456789") == NULL)
    result = g_strdup (text + 1);
  else
    result = g_strconcat ("−", text + 1, NULL);
  g_free (text);
  return result;
}

/**
 * assay_chart_format_number:
 * @value: a number
 * @decimals: digits after the decimal sign
 *
 * Returns: (transfer full): the number with the locale's signs; a dash when it is not finite
 */
char *
assay_chart_format_number (double value, guint decimals)
{
  if (!isfinite (value))
    return g_strdup ("–");
  return with_minus (g_strdup_printf ("%'.*f", (int)MIN (decimals, 15), value));
}

/**
 * assay_chart_format_short:
 * @value: a number
 *
 * Returns: (transfer full): a whole number without decimals, any other with one decimal from 10
 *   on and with two below
 */
char *
assay_chart_format_short (double value)
{
  guint decimals;

  if (fabs (value - round (value)) < 1e-9)
    decimals = 0;
  else
    decimals = fabs (value) >= 10 ? 1 : 2;
  return assay_chart_format_number (value, decimals);
}

/**
 * assay_chart_format_percent:
 * @share: a share, 0…1
 * @decimals: digits after the decimal sign
 *
 * Returns: (transfer full): the share in per cent with its sign
 */
char *
assay_chart_format_percent (double share, guint decimals)
{
  g_autofree char *number = assay_chart_format_number (share * 100, decimals);

  /* Translators: a number in per cent; put a space before the sign where the language does. */
  return g_strdup_printf (_ ("%s%%"), number);
}

/**
 * assay_chart_format_date_part:
 * @day: days since 1970-01-01
 * @format: a format of g_date_time_format()
 *
 * Returns: (transfer full): the date, or part of it, in the locale's words
 */
char *
assay_chart_format_date_part (int day, const char *format)
{
  g_autoptr (GDateTime) date
      = g_date_time_new_from_unix_utc ((gint64)CLAMP (day, FIRST_DAY, LAST_DAY) * 86400);
  char *text = date != NULL ? g_date_time_format (date, format) : NULL;

  return text != NULL ? g_strstrip (text) : g_strdup ("–");
}

/**
 * assay_chart_format_date:
 * @day: days since 1970-01-01
 *
 * Returns: (transfer full): the date in its medium form, "12 Mar 2026"
 */
char *
assay_chart_format_date (int day)
{
  /* Translators: a date of medium length, such as 12 Mar 2026; see g_date_time_format(). */
  return assay_chart_format_date_part (day, _ ("%-d %b %Y"));
}

/* Which plural form goes with a number that may have decimals. */
static gulong
plural_count (double value)
{
  double size = fabs (value);

  return size == floor (size) && size < 1e9 ? (gulong)size : 2;
}

/**
 * assay_chart_format_days:
 * @days: a length of time in days
 *
 * Returns: (transfer full): the number with its unit, "6 days"
 */
char *
assay_chart_format_days (double days)
{
  g_autofree char *number = assay_chart_format_short (days);

  /* Translators: a length of time, the number may have decimals. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s day", "%s days", plural_count (days)),
                          number);
}

/**
 * assay_chart_format_slip:
 * @days: delivered minus promised, in days
 *
 * Returns: (transfer full): the slip in words, "6 days late", "1 day early" or "on the day"
 */
char *
assay_chart_format_slip (double days)
{
  g_autofree char *number = assay_chart_format_short (fabs (days));
  gulong count = plural_count (days);

  if (days > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s day late", "%s days late", count),
                            number);
  if (days < 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s day early", "%s days early", count),
                            number);
  return g_strdup (_ ("on the promised day"));
}

/**
 * assay_chart_date_split:
 * @day: days since 1970-01-01
 * @year: (out): the year
 * @month: (out): 1…12
 * @mday: (out): 1…31
 *
 * Takes a date of the proleptic Gregorian calendar apart (H. Hinnant, "chrono-compatible low-level
 * date algorithms").
 */
void
assay_chart_date_split (int day, int *year, int *month, int *mday)
{
  gint64 z = (gint64)day + 719468;
  gint64 era = (z >= 0 ? z : z - 146096) / 146097;
  gint64 doe = z - era * 146097;
  gint64 yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  gint64 doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  gint64 mp = (5 * doy + 2) / 153;

  *mday = (int)(doy - (153 * mp + 2) / 5 + 1);
  *month = (int)(mp < 10 ? mp + 3 : mp - 9);
  *year = (int)(yoe + era * 400 + (*month <= 2 ? 1 : 0));
}

/**
 * assay_chart_date_join:
 * @year: a year
 * @month: a month; beyond 1…12 it runs into other years
 * @mday: day of the month
 *
 * Returns: days since 1970-01-01
 */
int
assay_chart_date_join (int year, int month, int mday)
{
  gint64 months = (gint64)year * 12 + month - 1;
  gint64 y = months >= 0 ? months / 12 : (months - 11) / 12;
  gint64 m = months - y * 12 + 1;
  gint64 era, yoe, doy, doe;

  y -= m <= 2;
  era = (y >= 0 ? y : y - 399) / 400;
  yoe = y - era * 400;
  doy = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + mday - 1;
  doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return (int)(era * 146097 + doe - 719468);
}

/**
 * assay_chart_date_weekday:
 * @day: days since 1970-01-01
 *
 * Returns: 0 for a Monday to 6 for a Sunday
 */
int
assay_chart_date_weekday (int day)
{
  return (int)((((gint64)day + 3) % 7 + 7) % 7);
}
