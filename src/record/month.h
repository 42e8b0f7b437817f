/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Months and weeks as a wall calendar lays them out. Days are days since 1970-01-01, weekdays count
 * from Monday, which is 0. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint assay_date_weekday (gint32 date);
gint32 assay_date_add_months (gint32 date, int months);
/* The same for what a book says: unknown where @date is, where the calendar ends, and beyond a
 * thousand years. */
gint32 assay_date_months_away (gint32 date, gint64 months);
/* The day on which a row of the calendar begins that holds @date. */
gint32 assay_date_week_start (gint32 date, guint first_weekday);
/* The week of ISO 8601: weeks begin on Monday, the first one holds 4 January. */
int assay_date_week_number (gint32 date);
/* On which weekday a week begins here, as the locale says. */
guint assay_locale_first_weekday (void);

/* "Tuesday 24 November 2026", "November 2026", "Tue" */
char *assay_date_format_long (gint32 date);
char *assay_date_format_month_long (gint32 date);
char *assay_date_format_weekday (gint32 date);

G_END_DECLS
