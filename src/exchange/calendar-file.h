/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Calendar files (.ics, RFC 5545), as every calendar program reads them. */

#pragma once

#include <gio/gio.h>

#include "record/calendar-event.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* of the calendar; nullable */
  gint64 stamp;     /* when what is written was so, UTC microseconds */
  int remind_days;  /* a reminder so many days before; negative: none */
} AssayCalendarOptions;

/* @events: of AssayCalendarEvent. The file is written whole or not at all. */
gboolean assay_calendar_file_write (GOutputStream *stream,
                                    GPtrArray *events,
                                    const AssayCalendarOptions *options,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
