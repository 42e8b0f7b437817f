/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A day that is typed or chosen from a calendar, with its label before it. Signal "changed". */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ASSAY_TYPE_DAY_ENTRY (assay_day_entry_get_type ())
G_DECLARE_FINAL_TYPE (AssayDayEntry, assay_day_entry, ASSAY, DAY_ENTRY, GtkWidget)

AssayDayEntry *assay_day_entry_new (const char *label, gint32 today);
/* ASSAY_DATE_UNKNOWN while nothing, or no date, is in it. */
gint32 assay_day_entry_get_date (AssayDayEntry *entry);
void assay_day_entry_set_date (AssayDayEntry *entry, gint32 date);

G_END_DECLS
