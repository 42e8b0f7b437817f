/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The days of a month in rows of weeks. One day is selected; arrows walk days, Page Up and Page
 * Down months, Home and End to the ends of a week. Signals: "selected": another day is selected,
 * perhaps of another month; "activated": Enter on the selected day; "open" (int AssayType, gint64
 * id): something that is due was clicked. */

#pragma once

#include <gtk/gtk.h>

#include "insight/agenda.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_MONTH_GRID (assay_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (AssayMonthGrid, assay_month_grid, ASSAY, MONTH_GRID, GtkWidget)

GtkWidget *assay_month_grid_new (gint32 day);
gint32 assay_month_grid_get_day (AssayMonthGrid *self);
void assay_month_grid_select (AssayMonthGrid *self, gint32 day);
/* All days that are shown, of the months before and after too. */
void assay_month_grid_get_range (AssayMonthGrid *self, gint32 *from, gint32 *to);
/* @agenda: (transfer full) (nullable): of the range; @week: the days that are worked. */
void
assay_month_grid_set_agenda (AssayMonthGrid *self, AssayAgenda *agenda, gint32 today, guint week);
void assay_month_grid_set_compact (AssayMonthGrid *self, gboolean compact);
void assay_month_grid_set_week_numbers (AssayMonthGrid *self, gboolean shown);
/* Of AssayAgendaItem: what is due on the selected day, and the periods that it is part of. */
GPtrArray *assay_month_grid_dup_items (AssayMonthGrid *self, gint32 day);
const AssayAgenda *assay_month_grid_get_agenda (AssayMonthGrid *self);
void assay_month_grid_focus_day (AssayMonthGrid *self);

G_END_DECLS
