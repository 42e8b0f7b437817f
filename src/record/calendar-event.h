/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One entry of a calendar file: whole days. Insights make them out of what a book holds, exchange
 * writes them; neither knows the other. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *uid;       /* the same for the same thing each time, so that it is updated, not doubled */
  gint32 from, to; /* days since 1970-01-01, the last one is part of it */
  char *summary;
  char *description; /* nullable */
  char *category;    /* nullable */
} AssayCalendarEvent;

void assay_calendar_event_free (AssayCalendarEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayCalendarEvent, assay_calendar_event_free)

G_END_DECLS
