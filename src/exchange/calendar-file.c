/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/calendar-file.h"

#include <libical/ical.h>

#include "record/date.h"

#define PRODUCT "-//page.assay.Assay//Assay//EN"
/* Reminders come in the morning: nine hours after the day has begun. */
#define MORNING_HOUR 9

static struct icaltimetype
make_day (gint32 day)
{
  struct icaltimetype time = icaltime_null_date ();

  assay_date_to_ymd (day, &time.year, &time.month, &time.day);
  return time;
}

static struct icaltimetype
make_instant (gint64 instant)
{
  return icaltime_from_timet_with_zone ((time_t)(instant / G_USEC_PER_SEC), 0,
                                        icaltimezone_get_utc_timezone ());
}

/* Text without what no calendar file may hold: control characters but for line ends. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  char *to = valid;

  for (const char *from = valid; *from != '\0'; from++)
    if ((guchar)*from >= ' ' || *from == '\n' || *from == '\t')
      *to++ = *from == 0x7f ? ' ' : *from;
  *to = '\0';
  return g_steal_pointer (&valid);
}

static void
add_text (icalcomponent *component, icalproperty *(*make) (const char *text), const char *text)
{
  g_autofree char *plain = NULL;

  if (text == NULL || *text == '\0')
    return;
  plain = clean (text);
  icalcomponent_add_property (component, make (plain));
}

static icalcomponent *
make_reminder (const AssayCalendarEvent *event, int days)
{
  icalcomponent *alarm = icalcomponent_new (ICAL_VALARM_COMPONENT);
  struct icaltriggertype trigger = { .time = icaltime_null_time () };

  trigger.duration = icaldurationtype_from_int ((MORNING_HOUR - 24 * days) * 60 * 60);
  icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  add_text (alarm, icalproperty_new_description, event->summary);
  icalcomponent_add_property (alarm, icalproperty_new_trigger (trigger));
  return alarm;
}

static icalcomponent *
make_event (const AssayCalendarEvent *event, const AssayCalendarOptions *options)
{
  icalcomponent *made = icalcomponent_new (ICAL_VEVENT_COMPONENT);

  add_text (made, icalproperty_new_uid, event->uid);
  icalcomponent_add_property (made, icalproperty_new_dtstamp (make_instant (options->stamp)));
  icalcomponent_add_property (made, icalproperty_new_dtstart (make_day (event->from)));
  /* The day after the last one; without it the event is one day, which the last date of all is. */
  if (event->to < ASSAY_DATE_MAX)
    icalcomponent_add_property (made, icalproperty_new_dtend (make_day (event->to + 1)));
  add_text (made, icalproperty_new_summary, event->summary);
  add_text (made, icalproperty_new_description, event->description);
  add_text (made, icalproperty_new_categories, event->category);
  /* Nobody is busy all day because goods are due. */
  icalcomponent_add_property (made, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  if (options->remind_days >= 0)
    icalcomponent_add_component (made, make_reminder (event, options->remind_days));
  return made;
}

static gboolean
write_text (GOutputStream *stream, const char *text, GCancellable *cancellable, GError **error)
{
  return g_output_stream_write_all (stream, text, strlen (text), NULL, cancellable, error);
}

/* One event after the other, so that memory stays small. */
static gboolean
write_event (GOutputStream *stream,
             const AssayCalendarEvent *event,
             const AssayCalendarOptions *options,
             GCancellable *cancellable,
             GError **error)
{
  icalcomponent *made = make_event (event, options);
  char *text = icalcomponent_as_ical_string_r (made);
  gboolean done = write_text (stream, text, cancellable, error);

  icalmemory_free_buffer (text);
  icalcomponent_free (made);
  return done;
}

static gboolean
write_property (GOutputStream *stream,
                icalproperty *property,
                GCancellable *cancellable,
                GError **error)
{
  char *text = icalproperty_as_ical_string_r (property);
  gboolean done = write_text (stream, text, cancellable, error);

  icalmemory_free_buffer (text);
  icalproperty_free (property);
  return done;
}

static gboolean
write_name (GOutputStream *stream, const char *name, GCancellable *cancellable, GError **error)
{
  icalproperty *property;
  g_autofree char *plain = NULL;

  if (name == NULL || *name == '\0')
    return TRUE;
  plain = clean (name);
  property = icalproperty_new_x (plain);
  icalproperty_set_x_name (property, "X-WR-CALNAME");
  return write_property (stream, property, cancellable, error);
}

gboolean
assay_calendar_file_write (GOutputStream *stream,
                           GPtrArray *events,
                           const AssayCalendarOptions *options,
                           GCancellable *cancellable,
                           GError **error)
{
  if (!write_text (stream, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", cancellable, error)
      || !write_property (stream, icalproperty_new_prodid (PRODUCT), cancellable, error)
      || !write_name (stream, options->name, cancellable, error))
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    if (!write_event (stream, g_ptr_array_index (events, i), options, cancellable, error))
      return FALSE;
  return write_text (stream, "END:VCALENDAR\r\n", cancellable, error);
}
