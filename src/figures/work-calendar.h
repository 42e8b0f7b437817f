/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * work-calendar.h: on which days is worked, and how many of them lie between two days.
 *
 * A calendar is a week (which weekdays are worked) and periods of closed days. Days are
 * counted from 1970-01-01, as everywhere in a book. A calendar never changes once it is
 * made and may be shared between threads.
 *
 * Counting leaves out the first day and takes in the last one:
 *
 *   days (a, b) = number of working days d with a < d <= b,   days (b, a) = -days (a, b)
 *
 * so that the same day is 0, Monday to Tuesday is 1, and in a week of Monday to Friday
 * Friday to Monday is 1, Friday to Saturday 0. Spans add up: days (a, b) + days (b, c) =
 * days (a, c). With every day worked and nothing closed it is the plain difference b - a.
 *
 * Each question takes a binary search over the periods, which are kept sorted and merged
 * with the number of working days that they and all before them take away.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Weeks: one bit a weekday, Monday is the lowest. */
#define ASSAY_WORK_WEEK_NONE      0x00u
#define ASSAY_WORK_WEEK_MON_FRI   0x1fu
#define ASSAY_WORK_WEEK_MON_SAT   0x3fu
#define ASSAY_WORK_WEEK_SUN_THU   0x4fu
#define ASSAY_WORK_WEEK_SAT_THU   0x6fu
#define ASSAY_WORK_WEEK_EVERY_DAY 0x7fu

/** AssayClosedDays: from the first closed day to the last one; none when @to is before @from. */
typedef struct
{
  gint32 from;
  gint32 to;
} AssayClosedDays;

typedef struct _AssayWorkCalendar AssayWorkCalendar;

AssayWorkCalendar *
assay_work_calendar_new (guint week, const AssayClosedDays *closed, gsize n_closed);
AssayWorkCalendar *assay_work_calendar_ref (AssayWorkCalendar *calendar);
void assay_work_calendar_unref (AssayWorkCalendar *calendar);

/* 0 is Monday, 6 is Sunday. */
guint assay_work_weekday (gint32 day);

gboolean assay_work_calendar_is_plain (const AssayWorkCalendar *calendar);
gboolean assay_work_calendar_is_working (const AssayWorkCalendar *calendar, gint32 day);
gint64 assay_work_calendar_days (const AssayWorkCalendar *calendar, gint32 from, gint32 to);
gboolean
assay_work_calendar_add (const AssayWorkCalendar *calendar, gint32 day, gint64 n, gint32 *then);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayWorkCalendar, assay_work_calendar_unref)

G_END_DECLS
