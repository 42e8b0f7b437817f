/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One day of a month: its number, bands of blackout periods, and what is due: as many chips as
 * there is room for and how many more there are, or dots where there is no room for words. Signal
 * "open" (int AssayType, gint64 id): a chip was clicked. */

#pragma once

#include <gtk/gtk.h>

#include "insight/agenda.h"

G_BEGIN_DECLS

#define ASSAY_DAY_CELL_BANDS 2

#define ASSAY_TYPE_DAY_CELL (assay_day_cell_get_type ())
G_DECLARE_FINAL_TYPE (AssayDayCell, assay_day_cell, ASSAY, DAY_CELL, GtkWidget)

typedef struct
{
  gint32 day;
  gboolean today;
  gboolean outside;   /* of another month */
  gboolean rest;      /* a weekday on which nobody works */
  gboolean row_start; /* the first day of its row: bands say their name again */
  GPtrArray *items;   /* of AssayAgendaItem, without blackout periods; borrowed */
  const AssayAgendaItem *bands[ASSAY_DAY_CELL_BANDS]; /* NULL: free */
  guint n_bands;                                      /* lanes that this row of days needs */
  guint more_bands;                                   /* periods for which no lane was left */
} AssayDayFacts;

GtkWidget *assay_day_cell_new (void);
void assay_day_cell_set (AssayDayCell *self, const AssayDayFacts *facts);
void assay_day_cell_set_compact (AssayDayCell *self, gboolean compact);
gint32 assay_day_cell_get_day (AssayDayCell *self);

G_END_DECLS
