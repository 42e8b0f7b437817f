/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * test-work-calendar.c: working days against days counted one by one, and against a wall calendar.
 *
 * The days of the tables are days since 1970-01-01; 2026-02-02 is day 20486, a Monday.
 */
#include "figures/work-calendar.h"

#define MON        20486 /* 2026-02-02 */
#define TUE        (MON + 1)
#define WED        (MON + 2)
#define THU        (MON + 3)
#define FRI        (MON + 4)
#define SAT        (MON + 5)
#define SUN        (MON + 6)
#define NEXT(day)  ((day) + 7)
#define AFTER(day) ((day) + 14)

/* A period within the week, two that overlap, one that touches, one of one day, one upside down. */
static const AssayClosedDays no_days[] = { { 0, -1 } };
static const AssayClosedDays two_days[] = { { NEXT (WED), NEXT (WED) }, { WED, THU } };
static const AssayClosedDays overlap[]
    = { { THU, NEXT (TUE) }, { WED, FRI }, { NEXT (WED), NEXT (WED) }, { FRI, FRI }, { SUN, MON } };
static const AssayClosedDays whole_week[] = { { MON, SUN } };

static void
test_weekday (void)
{
  g_assert_cmpuint (assay_work_weekday (0), ==, 3); /* Thursday 1970-01-01 */
  g_assert_cmpuint (assay_work_weekday (-1), ==, 2);
  g_assert_cmpuint (assay_work_weekday (-3), ==, 0);
  g_assert_cmpuint (assay_work_weekday (-4), ==, 6);
  g_assert_cmpuint (assay_work_weekday (MON), ==, 0);
  g_assert_cmpuint (assay_work_weekday (SUN), ==, 6);
  g_assert_cmpuint (assay_work_weekday (-719162), ==, 0); /* Monday 0001-01-01 */
  g_assert_cmpuint (assay_work_weekday (2932896), ==, 4); /* Friday 9999-12-31 */
}

static void
test_days (void)
{
  static const struct
  {
    guint week;
    const AssayClosedDays *closed;
    gsize n_closed;
    gint32 from, to;
    gint64 days;
  } rows[] = {
    { ASSAY_WORK_WEEK_EVERY_DAY, NULL, 0, MON, MON, 0 },
    { ASSAY_WORK_WEEK_EVERY_DAY, NULL, 0, MON, TUE, 1 },
    { ASSAY_WORK_WEEK_EVERY_DAY, NULL, 0, TUE, MON, -1 },
    { ASSAY_WORK_WEEK_EVERY_DAY, NULL, 0, -719162, 2932896, 3652058 },
    { ASSAY_WORK_WEEK_EVERY_DAY, no_days, 1, MON, NEXT (MON), 7 },
    { ASSAY_WORK_WEEK_MON_FRI, NULL, 0, MON, MON, 0 },
    { ASSAY_WORK_WEEK_MON_FRI, NULL, 0, SAT, SAT, 0 },
    { ASSAY_WORK_WEEK_MON_FRI, NULL, 0, MON, TUE, 1 },
    { ASSAY_WORK_WEEK_MON_FRI, NULL, 0, FRI, SAT, 0 },
    { ASSAY_WORK_WEEK_MON_FRI, NULL, 0, FRI, NEXT (MON), 1 },
    { ASSAY_WORK_WEEK_MON_FRI, NULL, 0, SAT, NEXT (MON), 1 },
    { ASSAY_WORK_WEEK_MON_FRI, NULL, 0, NEXT (MON), SAT, -1 },
    { ASSAY_WORK_WEEK_MON_FRI, NULL, 0, MON, NEXT (MON), 5 },
    { ASSAY_WORK_WEEK_MON_FRI, NULL, 0, MON, AFTER (TUE), 11 },
    { ASSAY_WORK_WEEK_MON_SAT, NULL, 0, FRI, NEXT (MON), 2 },
    { ASSAY_WORK_WEEK_SUN_THU, NULL, 0, THU, SUN, 1 },
    { ASSAY_WORK_WEEK_SUN_THU, NULL, 0, MON, NEXT (MON), 5 },
    { ASSAY_WORK_WEEK_SAT_THU, NULL, 0, THU, SAT, 1 },
    { ASSAY_WORK_WEEK_SAT_THU, NULL, 0, MON, NEXT (MON), 6 },
    { ASSAY_WORK_WEEK_NONE, NULL, 0, MON, NEXT (MON), 0 },
    { ASSAY_WORK_WEEK_NONE, whole_week, 1, NEXT (MON), MON, 0 },
    /* Tuesday; Wednesday and Thursday closed; Friday, Monday, Tuesday; Wednesday closed; Thursday
     */
    { ASSAY_WORK_WEEK_MON_FRI, two_days, 2, MON, NEXT (THU), 5 },
    { ASSAY_WORK_WEEK_MON_FRI, two_days, 2, NEXT (THU), MON, -5 },
    { ASSAY_WORK_WEEK_MON_FRI, two_days, 2, TUE, WED, 0 },
    { ASSAY_WORK_WEEK_MON_FRI, two_days, 2, WED, THU, 0 },
    { ASSAY_WORK_WEEK_MON_FRI, two_days, 2, WED, FRI, 1 },
    { ASSAY_WORK_WEEK_MON_FRI, two_days, 2, THU, FRI, 1 },
    /* closed from Wednesday to the next Wednesday */
    { ASSAY_WORK_WEEK_MON_FRI, overlap, 5, MON, NEXT (FRI), 3 },
    { ASSAY_WORK_WEEK_EVERY_DAY, overlap, 5, MON - 1, NEXT (SUN), 6 },
    { ASSAY_WORK_WEEK_EVERY_DAY, overlap, 5, NEXT (SUN), MON - 1, -6 },
    { ASSAY_WORK_WEEK_MON_FRI, whole_week, 1, MON - 3, NEXT (MON), 1 }, /* Friday to Monday */
    { ASSAY_WORK_WEEK_MON_FRI, whole_week, 1, WED, NEXT (TUE), 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AssayWorkCalendar) calendar
          = assay_work_calendar_new (rows[i].week, rows[i].closed, rows[i].n_closed);

      g_test_message ("row %u", (guint)i);
      g_assert_cmpint (assay_work_calendar_days (calendar, rows[i].from, rows[i].to), ==,
                       rows[i].days);
    }
}

static void
test_add (void)
{
  static const struct
  {
    guint week;
    const AssayClosedDays *closed;
    gsize n_closed;
    gint32 day;
    gint64 n;
    gboolean found;
    gint32 then;
  } rows[] = {
    { ASSAY_WORK_WEEK_EVERY_DAY, NULL, 0, MON, 45, TRUE, MON + 45 },
    { ASSAY_WORK_WEEK_EVERY_DAY, NULL, 0, MON, -45, TRUE, MON - 45 },
    { ASSAY_WORK_WEEK_MON_FRI, NULL, 0, SAT, 0, TRUE, SAT },
    { ASSAY_WORK_WEEK_MON_FRI, NULL, 0, FRI, 1, TRUE, NEXT (MON) },
    { ASSAY_WORK_WEEK_MON_FRI, NULL, 0, SAT, 1, TRUE, NEXT (MON) },
    { ASSAY_WORK_WEEK_MON_FRI, NULL, 0, SUN, 5, TRUE, NEXT (FRI) },
    { ASSAY_WORK_WEEK_MON_FRI, NULL, 0, NEXT (MON), -1, TRUE, FRI },
    /* what takes one day and has to be over on Saturday begins on Thursday */
    { ASSAY_WORK_WEEK_MON_FRI, NULL, 0, SAT, -1, TRUE, THU },
    { ASSAY_WORK_WEEK_MON_FRI, two_days, 2, TUE, 1, TRUE, FRI },
    { ASSAY_WORK_WEEK_MON_FRI, two_days, 2, WED, 1, TRUE, FRI },
    { ASSAY_WORK_WEEK_MON_FRI, two_days, 2, MON, 5, TRUE, NEXT (THU) },
    { ASSAY_WORK_WEEK_MON_FRI, two_days, 2, FRI, -1, TRUE, TUE },
    { ASSAY_WORK_WEEK_MON_FRI, two_days, 2, NEXT (THU), -5, TRUE, MON },
    { ASSAY_WORK_WEEK_EVERY_DAY, overlap, 5, TUE, 1, TRUE, NEXT (THU) },
    { ASSAY_WORK_WEEK_EVERY_DAY, overlap, 5, TUE, -1, TRUE, MON },
    { ASSAY_WORK_WEEK_MON_FRI, whole_week, 1, MON - 3, 1, TRUE, NEXT (MON) },
    { ASSAY_WORK_WEEK_NONE, NULL, 0, MON, 0, TRUE, MON },
    { ASSAY_WORK_WEEK_NONE, NULL, 0, MON, 1, FALSE, MON },
    { ASSAY_WORK_WEEK_NONE, NULL, 0, MON, -1, FALSE, MON },
    { ASSAY_WORK_WEEK_EVERY_DAY, NULL, 0, G_MAXINT32, 1, FALSE, G_MAXINT32 },
    { ASSAY_WORK_WEEK_EVERY_DAY, NULL, 0, G_MININT32, -1, FALSE, G_MININT32 },
    { ASSAY_WORK_WEEK_MON_FRI, NULL, 0, 0, G_MAXINT64, FALSE, 0 },
    { ASSAY_WORK_WEEK_MON_FRI, NULL, 0, 0, G_MININT64, FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AssayWorkCalendar) calendar
          = assay_work_calendar_new (rows[i].week, rows[i].closed, rows[i].n_closed);
      gint32 then = 0;

      g_test_message ("row %u", (guint)i);
      g_assert_cmpint (assay_work_calendar_add (calendar, rows[i].day, rows[i].n, &then), ==,
                       rows[i].found);
      g_assert_cmpint (then, ==, rows[i].then);
    }
}

/* As wide as days go: five of seven days of 2^32 - 1. */
static void
test_wide (void)
{
  static const AssayClosedDays ever[] = { { G_MININT32, G_MAXINT32 } };
  static const AssayClosedDays late[] = { { 0, G_MAXINT32 }, { 7, 9 } };
  g_autoptr (AssayWorkCalendar) plain
      = assay_work_calendar_new (ASSAY_WORK_WEEK_EVERY_DAY, NULL, 0);
  g_autoptr (AssayWorkCalendar) week = assay_work_calendar_new (ASSAY_WORK_WEEK_MON_FRI, NULL, 0);
  g_autoptr (AssayWorkCalendar) closed
      = assay_work_calendar_new (ASSAY_WORK_WEEK_EVERY_DAY, ever, G_N_ELEMENTS (ever));
  g_autoptr (AssayWorkCalendar) half
      = assay_work_calendar_new (ASSAY_WORK_WEEK_EVERY_DAY, late, G_N_ELEMENTS (late));
  g_autoptr (AssayWorkCalendar) same = assay_work_calendar_ref (plain);
  gint32 then;

  g_assert_true (assay_work_calendar_is_plain (same));
  g_assert_false (assay_work_calendar_is_plain (week));
  g_assert_false (assay_work_calendar_is_plain (closed));
  g_assert_cmpint (assay_work_calendar_days (plain, G_MININT32, G_MAXINT32), ==, G_MAXUINT32);
  /* 2^32 - 1 = 7 * 613566756 + 3, from Tuesday -2147483647 to Thursday 2147483647 at either end */
  g_assert_cmpuint (assay_work_weekday (G_MININT32), ==, 1);
  g_assert_cmpuint (assay_work_weekday (G_MAXINT32), ==, 4);
  g_assert_cmpint (assay_work_calendar_days (week, G_MININT32, G_MAXINT32), ==,
                   5 * G_GINT64_CONSTANT (613566756) + 3);
  g_assert_cmpint (assay_work_calendar_days (closed, G_MININT32, G_MAXINT32), ==, 0);
  g_assert_false (assay_work_calendar_is_working (closed, 0));
  g_assert_false (assay_work_calendar_add (closed, 0, 1, &then));
  g_assert_false (assay_work_calendar_add (closed, 0, -1, &then));
  g_assert_cmpint (assay_work_calendar_days (half, -10, G_MAXINT32), ==, 9);
  g_assert_false (assay_work_calendar_add (half, -1, 1, &then));
  g_assert_true (assay_work_calendar_add (half, G_MAXINT32, -1, &then));
  g_assert_cmpint (then, ==, -2);
}

/* Counted one by one. */
static void
test_one_by_one (void)
{
  for (guint round = 0; round < 200; round++)
    {
      AssayClosedDays closed[8];
      gsize n = (gsize)g_test_rand_int_range (0, G_N_ELEMENTS (closed) + 1);
      guint week = (guint)g_test_rand_int_range (0, 128);
      g_autoptr (AssayWorkCalendar) calendar = NULL;
      gint64 days = 0;

      for (gsize i = 0; i < n; i++)
        {
          closed[i].from = g_test_rand_int_range (-60, 60);
          closed[i].to = closed[i].from + g_test_rand_int_range (-2, 15);
        }
      calendar = assay_work_calendar_new (week, closed, n);
      for (gint32 day = -79; day < 80; day++)
        {
          gboolean works = (week >> assay_work_weekday (day) & 1) != 0;
          gint32 then;

          for (gsize i = 0; i < n; i++)
            works = works && !(day >= closed[i].from && day <= closed[i].to);
          days += works;
          g_assert_cmpint (assay_work_calendar_is_working (calendar, day), ==, works);
          g_assert_cmpint (assay_work_calendar_days (calendar, -80, day), ==, days);
          g_assert_cmpint (assay_work_calendar_days (calendar, day, -80), ==, -days);
          if (!works)
            continue;
          g_assert_true (assay_work_calendar_add (calendar, -80, days, &then));
          g_assert_cmpint (then, ==, day);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/work-calendar/weekday", test_weekday);
  g_test_add_func ("/work-calendar/days", test_days);
  g_test_add_func ("/work-calendar/add", test_add);
  g_test_add_func ("/work-calendar/wide", test_wide);
  g_test_add_func ("/work-calendar/one-by-one", test_one_by_one);
  return g_test_run ();
}
