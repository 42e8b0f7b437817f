/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The button beside a typed date: a calendar in a popover. Signal "chosen" (int day). */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ASSAY_TYPE_DATE_BUTTON (assay_date_button_get_type ())
G_DECLARE_FINAL_TYPE (AssayDateButton, assay_date_button, ASSAY, DATE_BUTTON, GtkWidget)

GtkWidget *assay_date_button_new (void);
/* ASSAY_DATE_UNKNOWN: the calendar opens on today. */
void assay_date_button_set_date (AssayDateButton *button, gint32 date);
/* "Friday, 6 March 2026" */
char *assay_date_button_spell (gint32 date);

G_END_DECLS
