/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Calendar dates as days since 1970-01-01 in the proleptic Gregorian calendar. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ASSAY_DATE_UNKNOWN G_MININT32

/* 0001-01-01 and 9999-12-31: what GDate and ISO 8601 can write. */
#define ASSAY_DATE_MIN (-719162)
#define ASSAY_DATE_MAX 2932896

gboolean assay_date_from_ymd (int year, int month, int day, gint32 *date);
void assay_date_to_ymd (gint32 date, int *year, int *month, int *day);
gboolean assay_date_parse_iso (const char *text, gint32 *date);
char *assay_date_format_iso (gint32 date);
char *assay_date_format (gint32 date);
char *assay_date_format_month (gint32 date);
gint32 assay_date_month_start (gint32 date);
gint32 assay_date_today (void);
gint32 assay_date_from_instant (gint64 instant);
char *assay_instant_format (gint64 instant);
char *assay_instant_format_iso (gint64 instant);

G_END_DECLS
