/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How things that are due look and read in a calendar. */

#pragma once

#include "insight/agenda.h"

G_BEGIN_DECLS

const char *assay_calendar_icon (const AssayAgendaItem *item);
/* The style class that gives a kind its colour; the icon tells kinds apart too. */
const char *assay_calendar_class (AssayAgendaKind kind);
/* "3 due, 1 overdue"; "nothing due" */
char *assay_calendar_count_words (guint due, guint overdue);
/* What a screen reader says of a day. @closed: names of blackout periods, nullable. */
char *
assay_calendar_day_words (gint32 day, gboolean today, guint due, guint overdue, const char *closed);

G_END_DECLS
