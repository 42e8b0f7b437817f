/* SPDX-License-Identifier: GPL-3.0-or-later */

/* On which days the suppliers of a book work. What a book says is read once, with
 * assay_work_calendars_load(), on the thread that owns the connection; then a scan asks for the
 * calendar of each supplier that it meets:
 *
 *   g_autoptr (AssayWorkCalendars) calendars = assay_work_calendars_load (db, &error);
 *   ...
 *   days = assay_work_calendar_days (assay_work_calendars_get (calendars, supplier), sent,
 * received);
 *
 * A scan over many rows keeps the calendar of each supplier beside its accumulators, by the number
 * that the supplier has there; asking costs a look into a hash table. The calendars belong to
 * `calendars`; ref one to keep it longer.
 *
 * A supplier works on the days of its own working week; the book's (a setting) where it says
 * nothing; every day where the book says nothing either, because nobody's rest days are guessed.
 * Closed on top of that are the blackout periods that name the supplier, those of its country that
 * name no supplier, and those that name neither. Of these only public holidays and closed factories
 * (and periods of no kind) stop a supplier; days without freight and days on which the brand itself
 * is closed take no working day away. They are warned about all the same. */

#pragma once

#include "figures/work-calendar.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_BLACKOUT_OF_SUPPLIER,
  ASSAY_BLACKOUT_OF_COUNTRY,
  ASSAY_BLACKOUT_OF_EVERYBODY,
} AssayBlackoutScope;

/* What the book says of one period, valid as long as the calendars are. */
typedef struct
{
  gint64 id;
  const char *name;
  const char *kind; /* NULL when it has none */
  gint32 from;
  gint32 to;
  const char *country; /* NULL unless it is a country's */
  gint64 supplier;     /* 0 unless it is a supplier's */
  gboolean stops_work; /* takes working days away */
} AssayBlackout;

typedef struct _AssayWorkCalendars AssayWorkCalendars;

AssayWorkCalendars *assay_work_calendars_load (AssayDb *db, GError **error);
/* The calendar of one supplier alone, where no other one is asked about. */
AssayWorkCalendars *assay_work_calendars_load_one (AssayDb *db, gint64 supplier, GError **error);
void assay_work_calendars_free (AssayWorkCalendars *calendars);

AssayWorkCalendar *assay_work_calendars_get (AssayWorkCalendars *calendars, gint64 supplier);
/* Whether every supplier works every day, so that counting working days says nothing new. */
gboolean assay_work_calendars_are_plain (AssayWorkCalendars *calendars);

/* The weekdays of a stored choice ("mon_fri"), ASSAY_WORK_WEEK_…; every day for NULL and strangers.
 */
guint assay_work_week_from_string (const char *choice);
guint assay_work_calendars_get_week (AssayWorkCalendars *calendars, gint64 supplier);
const char *assay_work_calendars_get_country (AssayWorkCalendars *calendars, gint64 supplier);

/* The periods of a supplier, of its country and of everybody that meet the days @from to @to, of
 * all kinds: const AssayBlackout *, earliest first. @supplier 0: of everybody alone. */
GPtrArray *
assay_work_calendars_find (AssayWorkCalendars *calendars, gint64 supplier, gint32 from, gint32 to);

/* Words, translated; in work-calendar-words.c. */
/* "Monday to Saturday" */
char *assay_work_week_describe (guint week);
/* What working days are, for the definition of a figure over many suppliers. */
char *assay_work_calendars_define (AssayWorkCalendars *calendars);
/* Which calendar holds for one supplier. */
char *assay_work_calendars_describe (AssayWorkCalendars *calendars, gint64 supplier);
/* Why nothing can be expected on @day: a sentence; NULL on a day like any other. */
char *assay_work_calendars_dup_warning (AssayWorkCalendars *calendars, gint64 supplier, gint32 day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayWorkCalendars, assay_work_calendars_free)

G_END_DECLS
