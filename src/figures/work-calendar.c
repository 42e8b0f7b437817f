/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "figures/work-calendar.h"

/* 1970-01-01 was a Thursday: Monday of its week is day -3. */
#define MONDAY (-3)

/* All sums are 64 bits wide, so that no day of 32 bits overflows them. */
struct _AssayWorkCalendar
{
  guint week;
  guint per_week; /* how many days of a week are worked */
  gsize n_closed;
  /* Sorted, neither overlapping nor touching. */
  AssayClosedDays *closed;
  /* How many days of the week's working days the first i periods close; n_closed + 1 of them. */
  gint64 *taken;
};

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

guint
assay_work_weekday (gint32 day)
{
  gint64 since = (gint64)day - MONDAY;

  return (guint)(since - 7 * floor_div (since, 7));
}

/* How many days up to and with @day the week works, counted from that Monday; negative before it.
 */
static gint64
week_number (const AssayWorkCalendar *calendar, gint64 day)
{
  gint64 weeks = floor_div (day - MONDAY, 7);
  guint weekday = (guint)(day - MONDAY - 7 * weeks);
  guint so_far = calendar->week & ((2u << weekday) - 1);

  return weeks * calendar->per_week + __builtin_popcount (so_far);
}

/* The day that the week works as number @number: the inverse of week_number(). */
static gint64
week_day (const AssayWorkCalendar *calendar, gint64 number)
{
  gint64 weeks = floor_div (number - 1, calendar->per_week);
  guint left = (guint)(number - weeks * calendar->per_week);
  guint week = calendar->week;

  while (--left > 0)
    week &= week - 1;
  return MONDAY + 7 * weeks + __builtin_ctz (week);
}

static int
compare_closed (gconstpointer a, gconstpointer b, gpointer data)
{
  const AssayClosedDays *x = a, *y = b;

  return (x->from > y->from) - (x->from < y->from);
}

/* Sorts and merges @closed in place. */
static gsize
merge (AssayClosedDays *closed, gsize n)
{
  gsize kept = 0;

  g_sort_array (closed, n, sizeof *closed, compare_closed, NULL);
  for (gsize i = 0; i < n; i++)
    if (kept > 0 && (gint64)closed[i].from <= (gint64)closed[kept - 1].to + 1)
      closed[kept - 1].to = MAX (closed[kept - 1].to, closed[i].to);
    else
      closed[kept++] = closed[i];
  return kept;
}

/**
 * assay_work_calendar_new:
 * @week: the weekdays on which is worked, ASSAY_WORK_WEEK_… or any bits of these
 * @closed: (array length=n_closed) (nullable): periods without work, in any order; they may overlap
 * @n_closed: how many
 *
 * Returns: (transfer full): the calendar
 */
AssayWorkCalendar *
assay_work_calendar_new (guint week, const AssayClosedDays *closed, gsize n_closed)
{
  AssayWorkCalendar *calendar = g_atomic_rc_box_new0 (AssayWorkCalendar);
  gsize n = 0;

  calendar->week = week & ASSAY_WORK_WEEK_EVERY_DAY;
  calendar->per_week = (guint)__builtin_popcount (calendar->week);
  calendar->closed = g_new (AssayClosedDays, MAX (n_closed, 1));
  for (gsize i = 0; i < n_closed; i++)
    if (closed[i].from <= closed[i].to)
      calendar->closed[n++] = closed[i];
  calendar->n_closed = merge (calendar->closed, n);
  calendar->taken = g_new (gint64, calendar->n_closed + 1);
  calendar->taken[0] = 0;
  for (gsize i = 0; i < calendar->n_closed; i++)
    calendar->taken[i + 1] = calendar->taken[i] + week_number (calendar, calendar->closed[i].to)
                             - week_number (calendar, (gint64)calendar->closed[i].from - 1);
  return calendar;
}

AssayWorkCalendar *
assay_work_calendar_ref (AssayWorkCalendar *calendar)
{
  return g_atomic_rc_box_acquire (calendar);
}

static void
clear (gpointer data)
{
  AssayWorkCalendar *calendar = data;

  g_free (calendar->closed);
  g_free (calendar->taken);
}

void
assay_work_calendar_unref (AssayWorkCalendar *calendar)
{
  g_atomic_rc_box_release_full (calendar, clear);
}

/**
 * assay_work_calendar_is_plain:
 * @calendar: a calendar
 *
 * Returns: whether every day is worked: its working days are calendar days
 */
gboolean
assay_work_calendar_is_plain (const AssayWorkCalendar *calendar)
{
  return calendar->week == ASSAY_WORK_WEEK_EVERY_DAY && calendar->n_closed == 0;
}

/* How many periods begin on @day or before. */
static gsize
count_begun (const AssayWorkCalendar *calendar, gint32 day)
{
  gsize low = 0, high = calendar->n_closed;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (calendar->closed[middle].from <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Inside a period no number follows: all its days have the number of the day before it. */
static gint64
number_of (const AssayWorkCalendar *calendar, gint32 day)
{
  gsize begun = count_begun (calendar, day);
  gint64 last = day;

  if (begun > 0 && day <= calendar->closed[begun - 1].to)
    {
      begun--;
      last = (gint64)calendar->closed[begun].from - 1;
    }
  return week_number (calendar, last) - calendar->taken[begun];
}

gboolean
assay_work_calendar_is_working (const AssayWorkCalendar *calendar, gint32 day)
{
  gsize begun = count_begun (calendar, day);

  return (calendar->week >> assay_work_weekday (day) & 1) != 0
         && (begun == 0 || day > calendar->closed[begun - 1].to);
}

/**
 * assay_work_calendar_days:
 * @calendar: a calendar
 * @from: a day, which is not counted
 * @to: a day, which is counted if it is a working day
 *
 * Returns: the working days from @from to @to; negative when @to is the earlier one
 */
gint64
assay_work_calendar_days (const AssayWorkCalendar *calendar, gint32 from, gint32 to)
{
  return number_of (calendar, to) - number_of (calendar, from);
}

/**
 * assay_work_calendar_add:
 * @calendar: a calendar
 * @day: a day
 * @n: how many working days later; negative is earlier
 * @then: (out): that day, always a working day unless @n is 0, which gives @day itself
 *
 * Later is the first day by whose end @n working days have passed since @day. Earlier is the
 * last working day from which as many working days end on @day or before it: a lead time of @n
 * that has to be over on @day must begin there.
 *
 * Returns: whether there is such a day; none is in a week without working days, nor beyond the
 *   days that 32 bits can tell
 */
gboolean
assay_work_calendar_add (const AssayWorkCalendar *calendar, gint32 day, gint64 n, gint32 *then)
{
  gsize low = 0, high = calendar->n_closed;
  gint64 number, found;

  *then = day;
  if (n == 0)
    return TRUE;
  /* No two days are further apart. */
  if (calendar->per_week == 0 || n > (gint64)G_MAXUINT32 || n < -(gint64)G_MAXUINT32)
    return FALSE;
  number = number_of (calendar, day) + n;
  /* How many periods lie before that day: those at whose end the number is not yet reached. */
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (week_number (calendar, calendar->closed[middle].to) - calendar->taken[middle + 1]
          < number)
        low = middle + 1;
      else
        high = middle;
    }
  found = week_day (calendar, number + calendar->taken[low]);
  if (found < G_MININT32 || found > G_MAXINT32)
    return FALSE;
  *then = (gint32)found;
  return TRUE;
}
