/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as people type them into an entry. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* ISO dates, dates in the order of the locale ("6.3.26", "3/6/2026"), and day and month without a
 * year, which then is the one of @today. @locale_format is the locale's date format as strftime()
 * writes it; NULL asks the C library. */
gboolean
assay_date_text_parse (const char *text, gint32 today, const char *locale_format, gint32 *date);
/* An example in the locale's order, for a message: "31.12.2026". */
char *assay_date_text_example (gint32 today);

G_END_DECLS
