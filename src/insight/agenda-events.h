/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An agenda as the entries of a calendar file. */

#pragma once

#include "insight/agenda.h"
#include "record/calendar-event.h"

G_BEGIN_DECLS

/* Of AssayCalendarEvent. Each is named after its record and what is due, so that a file that is
 * read again moves entries instead of doubling them. */
GPtrArray *assay_agenda_make_events (const AssayAgenda *agenda);
/* When the book was as the agenda says: its last change; @now in a book that never changed. */
gint64 assay_agenda_get_stamp (const AssayAgenda *agenda, gint64 now);

G_END_DECLS
