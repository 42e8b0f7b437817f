/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record/calendar-event.h"

void
assay_calendar_event_free (AssayCalendarEvent *event)
{
  if (event == NULL)
    return;
  g_free (event->uid);
  g_free (event->summary);
  g_free (event->description);
  g_free (event->category);
  g_free (event);
}
