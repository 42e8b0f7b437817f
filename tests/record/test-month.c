/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Months and weeks of a wall calendar. */

#include <locale.h>

#include "record/date.h"
#include "record/month.h"

static gint32
day (const char *iso)
{
  gint32 date = 0;

  g_assert_true (assay_date_parse_iso (iso, &date));
  return date;
}

static void
test_weekday (void)
{
  g_assert_cmpuint (assay_date_weekday (0), ==, 3);
  g_assert_cmpuint (assay_date_weekday (-1), ==, 2);
  g_assert_cmpuint (assay_date_weekday (day ("2026-11-24")), ==, 1);
  g_assert_cmpuint (assay_date_weekday (ASSAY_DATE_MIN), ==, 0);
  g_assert_cmpuint (assay_date_weekday (ASSAY_DATE_MAX), ==, 4);
}

static void
test_months (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *to;
  } rows[] = {
    { "2026-11-24", 0, "2026-11-24" },          { "2026-11-24", 1, "2026-12-24" },
    { "2026-11-24", 2, "2027-01-24" },          { "2026-01-31", 1, "2026-02-28" },
    { "2028-01-31", 1, "2028-02-29" },          { "2026-03-31", -1, "2026-02-28" },
    { "2026-01-15", -1, "2025-12-15" },         { "2026-01-15", -25, "2023-12-15" },
    { "9999-12-15", 1, "9999-12-15" },          { "0001-01-15", -1, "0001-01-15" },
    { "2026-11-24", 2000000000, "2026-11-24" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (assay_date_add_months (day (rows[i].from), rows[i].months), ==,
                     day (rows[i].to));
}

static void
test_weeks (void)
{
  static const struct
  {
    const char *date;
    guint first;
    const char *start;
    int number;
  } rows[] = {
    { "2026-11-24", 0, "2026-11-23", 48 }, { "2026-11-24", 6, "2026-11-22", 48 },
    { "2026-11-24", 5, "2026-11-21", 48 }, { "2026-11-23", 0, "2026-11-23", 48 },
    { "2026-11-22", 0, "2026-11-16", 47 }, { "2026-11-22", 6, "2026-11-22", 47 },
    { "2027-01-01", 0, "2026-12-28", 53 }, { "2024-12-30", 0, "2024-12-30", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (assay_date_week_start (day (rows[i].date), rows[i].first), ==,
                       day (rows[i].start));
      g_assert_cmpint (assay_date_week_number (day (rows[i].date)), ==, rows[i].number);
    }
}

/* The C locale begins on Sunday. */
static void
test_locale (void)
{
  setlocale (LC_ALL, "C");
  g_assert_cmpuint (assay_locale_first_weekday (), ==, 6);
  if (setlocale (LC_ALL, "de_DE.UTF-8") != NULL)
    g_assert_cmpuint (assay_locale_first_weekday (), ==, 0);
  if (setlocale (LC_ALL, "en_US.UTF-8") != NULL)
    g_assert_cmpuint (assay_locale_first_weekday (), ==, 6);
  setlocale (LC_ALL, "C");
}

static void
test_words (void)
{
  g_autofree char *date = assay_date_format_long (day ("2026-11-24"));
  g_autofree char *month = assay_date_format_month_long (day ("2026-11-24"));
  g_autofree char *weekday = assay_date_format_weekday (day ("2026-11-24"));
  g_autofree char *none = assay_date_format_long (ASSAY_DATE_UNKNOWN);

  g_assert_cmpstr (date, ==, "Tuesday 24 November 2026");
  g_assert_cmpstr (month, ==, "November 2026");
  g_assert_cmpstr (weekday, ==, "Tue");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/month/weekday", test_weekday);
  g_test_add_func ("/record/month/months", test_months);
  g_test_add_func ("/record/month/weeks", test_weeks);
  g_test_add_func ("/record/month/locale", test_locale);
  g_test_add_func ("/record/month/words", test_words);
  return g_test_run ();
}
