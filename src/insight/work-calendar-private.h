/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What work-calendar.c and work-calendar-words.c share. */

#pragma once

#include "insight/work-calendar.h"

G_BEGIN_DECLS

/* Where a supplier's working week comes from. */
typedef enum
{
  ASSAY_WEEK_FROM_NOBODY,
  ASSAY_WEEK_FROM_BOOK,
  ASSAY_WEEK_FROM_SUPPLIER,
} AssayWeekOrigin;

guint assay_work_calendars_get_book_week (AssayWorkCalendars *calendars, gboolean *said);
AssayWeekOrigin assay_work_calendars_get_origin (AssayWorkCalendars *calendars, gint64 supplier);
const char *assay_work_calendars_get_name (AssayWorkCalendars *calendars, gint64 supplier);
/* All periods of the book; const AssayBlackout *. */
GPtrArray *assay_work_calendars_get_periods (AssayWorkCalendars *calendars);

G_END_DECLS
