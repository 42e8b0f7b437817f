/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Calendar files: what was written is read back by the library that others read with. */

#include <libical/ical.h>

#include "exchange/calendar-file.h"
#include "record/date.h"

/* 2026-11-24 12:34:56 UTC */
#define STAMP (G_GINT64_CONSTANT (1795523696) * G_USEC_PER_SEC)

static gint32
day (const char *iso)
{
  gint32 date = 0;

  g_assert_true (assay_date_parse_iso (iso, &date));
  return date;
}

static void
add (GPtrArray *events,
     const char *uid,
     const char *from,
     const char *to,
     const char *summary,
     const char *description,
     const char *category)
{
  AssayCalendarEvent *event = g_new0 (AssayCalendarEvent, 1);

  event->uid = g_strdup (uid);
  event->from = day (from);
  event->to = day (to);
  event->summary = g_strdup (summary);
  event->description = g_strdup (description);
  event->category = g_strdup (category);
  g_ptr_array_add (events, event);
}

static GPtrArray *
new_events (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)assay_calendar_event_free);
}

static char *
write_file (GPtrArray *events, const AssayCalendarOptions *options)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  gsize size;

  assay_calendar_file_write (stream, events, options, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write (stream, "", 1, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  size = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_cmpuint (size, >, 0);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static icalcomponent *
parse (const char *text)
{
  icalcomponent *calendar = icalparser_parse_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_isa (calendar), ==, ICAL_VCALENDAR_COMPONENT);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  return calendar;
}

static void
assert_day (struct icaltimetype time, const char *iso)
{
  g_autofree char *text = g_strdup_printf ("%04d-%02d-%02d", time.year, time.month, time.day);

  g_assert_true (time.is_date);
  g_assert_cmpstr (text, ==, iso);
}

static void
test_back (void)
{
  static const char long_text[]
      = "Ein sehr langer Text, der über mehrere Zeilen geht: Rucksäcke, Reißverschlüsse; Gurte \\ "
        "Schnallen, 竹縫い袋 und Nähte, damit die Zeile gefaltet wird und niemand ein Zeichen "
        "verliert";
  g_autoptr (GPtrArray) events = new_events ();
  AssayCalendarOptions options = { .name = "Assay, orders", .stamp = STAMP, .remind_days = -1 };
  g_autofree char *text = NULL, *again = NULL;
  g_auto (GStrv) lines = NULL;
  icalcomponent *calendar, *event;

  add (events, "order_line-7-promised@x", "2026-12-31", "2026-12-31", "Goods due: PO-1; a, b",
       "First\nsecond", "Goods due");
  add (events, "blackout-8-closed@x", "2026-02-15", "2026-02-23", long_text, NULL, NULL);
  add (events, "odd-9@x", "2028-02-29", "2028-02-29", "bell\a and\x7fmore", "", "");
  text = write_file (events, &options);
  again = write_file (events, &options);
  g_assert_cmpstr (text, ==, again);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_str_has_suffix (text, "END:VCALENDAR\r\n"));
  g_assert_nonnull (strstr (text, "\r\nX-WR-CALNAME:"));
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_null (strpbrk (lines[i], "\a\x7f\n"));
    }

  calendar = parse (text);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 3);
  event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  g_assert_cmpstr (icalcomponent_get_uid (event), ==, "order_line-7-promised@x");
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, "Goods due: PO-1; a, b");
  g_assert_cmpstr (icalcomponent_get_description (event), ==, "First\nsecond");
  assert_day (icalcomponent_get_dtstart (event), "2026-12-31");
  assert_day (icalcomponent_get_dtend (event), "2027-01-01");
  g_assert_cmpint (icalcomponent_get_dtstamp (event).hour, ==, 12);
  g_assert_true (icaltime_is_utc (icalcomponent_get_dtstamp (event)));
  g_assert_cmpint (icaltime_as_timet (icalcomponent_get_dtstamp (event)), ==,
                   STAMP / G_USEC_PER_SEC);
  g_assert_cmpint (icalcomponent_count_components (event, ICAL_VALARM_COMPONENT), ==, 0);
  event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT);
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, long_text);
  assert_day (icalcomponent_get_dtstart (event), "2026-02-15");
  assert_day (icalcomponent_get_dtend (event), "2026-02-24");
  event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT);
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, "bell and more");
  g_assert_null (icalcomponent_get_description (event));
  assert_day (icalcomponent_get_dtend (event), "2028-03-01");
  icalcomponent_free (calendar);
}

static void
test_reminder (void)
{
  static const struct
  {
    int days;
    int seconds; /* from the beginning of the day */
  } rows[] = { { 0, 9 * 3600 }, { 1, -15 * 3600 }, { 14, -(14 * 24 - 9) * 3600 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) events = new_events ();
      AssayCalendarOptions options = { .stamp = STAMP, .remind_days = rows[i].days };
      g_autofree char *text = NULL;
      icalcomponent *calendar, *event, *alarm;
      icalproperty *trigger;

      add (events, "a", "2026-01-01", "2026-01-01", "Balance", NULL, NULL);
      text = write_file (events, &options);
      calendar = parse (text);
      event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
      alarm = icalcomponent_get_first_component (event, ICAL_VALARM_COMPONENT);
      g_assert_nonnull (alarm);
      g_assert_cmpstr (icalcomponent_get_description (alarm), ==, "Balance");
      trigger = icalcomponent_get_first_property (alarm, ICAL_TRIGGER_PROPERTY);
      g_assert_cmpint (icaldurationtype_as_int (icalproperty_get_trigger (trigger).duration), ==,
                       rows[i].seconds);
      icalcomponent_free (calendar);
    }
}

/* Nothing due is a calendar too; the first and the last day that there are can be written. */
static void
test_edges (void)
{
  g_autoptr (GPtrArray) events = new_events ();
  AssayCalendarOptions options = { .stamp = STAMP, .remind_days = -1 };
  g_autofree char *empty = write_file (events, &options);
  g_autofree char *text = NULL;
  icalcomponent *calendar = parse (empty), *event;

  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 0);
  icalcomponent_free (calendar);
  add (events, "first", "0001-01-01", "0001-01-01", "First", NULL, NULL);
  add (events, "last", "9999-12-31", "9999-12-31", "Last", NULL, NULL);
  text = write_file (events, &options);
  calendar = parse (text);
  event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  assert_day (icalcomponent_get_dtstart (event), "0001-01-01");
  event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT);
  assert_day (icalcomponent_get_dtstart (event), "9999-12-31");
  g_assert_null (icalcomponent_get_first_property (event, ICAL_DTEND_PROPERTY));
  icalcomponent_free (calendar);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/calendar-file/back", test_back);
  g_test_add_func ("/exchange/calendar-file/reminder", test_reminder);
  g_test_add_func ("/exchange/calendar-file/edges", test_edges);
  return g_test_run ();
}
