/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers, days and shares in words and digits of the reader's language, as charts show them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *assay_chart_format_number (double value, guint decimals);
char *assay_chart_format_short (double value);
char *assay_chart_format_percent (double share, guint decimals);
char *assay_chart_format_date (int day);
char *assay_chart_format_date_part (int day, const char *format);
char *assay_chart_format_slip (double days);
char *assay_chart_format_days (double days);
void assay_chart_date_split (int day, int *year, int *month, int *mday);
int assay_chart_date_join (int year, int month, int mday);
int assay_chart_date_weekday (int day);

G_END_DECLS
