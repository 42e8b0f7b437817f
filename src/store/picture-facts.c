/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/picture-facts.h"

#include <gexiv2/gexiv2.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Zones reach from UTC-12 to UTC+14. */
#define MAX_OFFSET (14 * 60)
/* How long before the photo the satellites may have been heard, in seconds. */
#define MAX_FIX_AGE (5 * 60)
/* exiv2 reads in this process: what it gets is bounded. The data of a JPEG stand before its pixels.
 */
#define MAX_BYTES      ((gsize)128 * 1024 * 1024)
#define MAX_JPEG_BYTES ((gsize)8 * 1024 * 1024)
#define MAX_CAMERA     80

/* exiv2's XMP parser has state of its own. */
static GMutex lock;

/* Only the kinds that cameras make: exiv2 has parsers for many more, which strangers need not
 * reach. */
static gboolean
is_camera_kind (const guchar *data, gsize size, gboolean *jpeg)
{
  *jpeg = FALSE;
  if (size < 16)
    return FALSE;
  *jpeg = memcmp (data, "\xff\xd8\xff", 3) == 0;
  return *jpeg || memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0 || memcmp (data + 4, "ftyp", 4) == 0
         || (memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
         || memcmp (data, "II*\0", 4) == 0 || memcmp (data, "MM\0*", 4) == 0;
}

static gboolean
read_digits (const char **at, int n, int *number)
{
  *number = 0;
  for (int i = 0; i < n; i++, (*at)++)
    {
      if (!g_ascii_isdigit (**at))
        return FALSE;
      *number = *number * 10 + (**at - '0');
    }
  return TRUE;
}

static gboolean
skip (const char **at, const char *any)
{
  if (**at == '\0' || strchr (any, **at) == NULL)
    return FALSE;
  (*at)++;
  return TRUE;
}

/**
 * assay_picture_parse_time:
 * @text: "2026:03:12 14:03:22" as Exif writes it, or with dashes and T
 * @seconds: (out): since 1970 on that clock
 *
 * Parts of a second are left out. Cameras that do not know the day write zeros or spaces.
 */
gboolean
assay_picture_parse_time (const char *text, gint64 *seconds)
{
  int year, month, day, hour, minute, second;
  g_autoptr (GDateTime) time = NULL;

  if (!read_digits (&text, 4, &year) || !skip (&text, ":-") || !read_digits (&text, 2, &month)
      || !skip (&text, ":-") || !read_digits (&text, 2, &day) || !skip (&text, " T")
      || !read_digits (&text, 2, &hour) || !skip (&text, ":") || !read_digits (&text, 2, &minute)
      || !skip (&text, ":") || !read_digits (&text, 2, &second))
    return FALSE;
  /* No photo is older than photography; clocks that were never set say 1904 or 1970. */
  if (year < 1971 || year > 9000)
    return FALSE;
  time = g_date_time_new_utc (year, month, day, hour, minute, MIN (second, 59));
  if (time == NULL)
    return FALSE;
  *seconds = g_date_time_to_unix (time);
  return TRUE;
}

/**
 * assay_picture_parse_offset:
 * @text: "+07:00", "-03:30" or "Z"
 * @minutes: (out): east of UTC
 */
gboolean
assay_picture_parse_offset (const char *text, int *minutes)
{
  gboolean west = *text == '-';
  int hour, minute;

  if (strcmp (text, "Z") == 0)
    {
      *minutes = 0;
      return TRUE;
    }
  if (!skip (&text, "+-") || !read_digits (&text, 2, &hour) || !skip (&text, ":")
      || !read_digits (&text, 2, &minute) || minute > 59 || hour * 60 + minute > MAX_OFFSET)
    return FALSE;
  *minutes = (hour * 60 + minute) * (west ? -1 : 1);
  return TRUE;
}

static char *
read_tag (GExiv2Metadata *metadata, const char *tag)
{
  g_autofree char *text = gexiv2_metadata_try_get_tag_string (metadata, tag, NULL);
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  if (valid == NULL)
    return NULL;
  for (char *p = valid; *p != '\0'; p++)
    if ((guchar)*p < 0x20 || *p == 0x7f)
      *p = ' ';
  g_strstrip (valid);
  return *valid != '\0' ? g_steal_pointer (&valid) : NULL;
}

/* The satellites' time is UTC. */
static gboolean
read_satellite_time (GExiv2Metadata *metadata, gint64 *seconds)
{
  g_autofree char *day = read_tag (metadata, "Exif.GPSInfo.GPSDateStamp");
  g_autofree char *clock = read_tag (metadata, "Exif.GPSInfo.GPSTimeStamp");
  g_autofree char *midnight = NULL;
  guint parts[6];

  if (day == NULL || clock == NULL
      || sscanf (clock, "%u/%u %u/%u %u/%u", &parts[0], &parts[1], &parts[2], &parts[3], &parts[4],
                 &parts[5])
             != 6
      || parts[1] == 0 || parts[3] == 0 || parts[5] == 0 || parts[0] / parts[1] > 23
      || parts[2] / parts[3] > 59 || parts[4] / parts[5] > 60)
    return FALSE;
  midnight = g_strconcat (day, " 00:00:00", NULL);
  if (!assay_picture_parse_time (midnight, seconds))
    return FALSE;
  *seconds += parts[0] / parts[1] * 3600 + parts[2] / parts[3] * 60 + parts[4] / parts[5];
  return TRUE;
}

/* Many phones write no zone but the satellites' time: the difference, to a quarter of an hour, is
 * the zone. */
static gboolean
offset_from_satellites (GExiv2Metadata *metadata, gint64 clock, int *minutes)
{
  gint64 utc, quarters;

  if (!read_satellite_time (metadata, &utc))
    return FALSE;
  quarters = (gint64)round ((double)(clock - utc) / 900);
  *minutes = (int)CLAMP (quarters * 15, -10000, 10000);
  return ABS (*minutes) <= MAX_OFFSET && ABS (clock - utc - quarters * 900) <= MAX_FIX_AGE;
}

static void
read_time (GExiv2Metadata *metadata, AssayPictureFacts *facts)
{
  static const char *const tags[][2] = {
    { "Exif.Photo.DateTimeOriginal", "Exif.Photo.OffsetTimeOriginal" },
    { "Exif.Photo.DateTimeDigitized", "Exif.Photo.OffsetTimeDigitized" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tags) && !facts->dated; i++)
    {
      g_autofree char *time = read_tag (metadata, tags[i][0]);
      g_autofree char *zone = read_tag (metadata, tags[i][1]);
      gint64 clock;

      if (time == NULL || !assay_picture_parse_time (time, &clock))
        continue;
      facts->dated = TRUE;
      facts->zoned = (zone != NULL && assay_picture_parse_offset (zone, &facts->offset))
                     || offset_from_satellites (metadata, clock, &facts->offset);
      if (!facts->zoned)
        facts->offset = 0;
      facts->taken_at = (clock - facts->offset * 60) * G_USEC_PER_SEC;
    }
}

static void
read_place (GExiv2Metadata *metadata, AssayPictureFacts *facts)
{
  double latitude, longitude;

  if (!gexiv2_metadata_try_get_gps_latitude (metadata, &latitude, NULL)
      || !gexiv2_metadata_try_get_gps_longitude (metadata, &longitude, NULL))
    return;
  /* Exactly nowhere is what a camera writes that does not know. */
  facts->placed = isfinite (latitude) && isfinite (longitude) && fabs (latitude) <= 90
                  && fabs (longitude) <= 180 && (latitude != 0 || longitude != 0);
  if (!facts->placed)
    return;
  facts->latitude = llround (latitude * 1e6);
  facts->longitude = llround (longitude * 1e6);
}

/**
 * assay_picture_join_camera:
 *
 * Returns: (transfer full) (nullable): a name without saying the maker twice: "iPhone 15", "NIKON
 *   D90", "Google Pixel 8"
 */
char *
assay_picture_join_camera (const char *make, const char *model)
{
  g_autofree char *joined = NULL;
  gsize word = make != NULL ? strcspn (make, " ") : 0;

  if (model == NULL)
    joined = g_strdup (make);
  else if (make == NULL || g_ascii_strncasecmp (make, model, word) == 0
           || g_ascii_strcasecmp (make, "Apple") == 0)
    joined = g_strdup (model);
  else
    joined = g_strdup_printf ("%s %s", make, model);
  if (joined != NULL && g_utf8_strlen (joined, -1) > MAX_CAMERA)
    return g_utf8_substring (joined, 0, MAX_CAMERA);
  return g_steal_pointer (&joined);
}

static gpointer
start_library (gpointer data)
{
  gexiv2_log_set_level (GEXIV2_LOG_LEVEL_MUTE);
  return GINT_TO_POINTER (gexiv2_initialize ());
}

void
assay_picture_facts_read (AssayPictureFacts *facts, GBytes *picture)
{
  static GOnce started = G_ONCE_INIT;
  g_autoptr (GExiv2Metadata) metadata = NULL;
  g_autofree char *make = NULL;
  g_autofree char *model = NULL;
  gsize size;
  const guchar *data = g_bytes_get_data (picture, &size);
  gboolean jpeg;

  *facts = (AssayPictureFacts){ 0 };
  if (!is_camera_kind (data, size, &jpeg) || (!jpeg && size > MAX_BYTES))
    return;
  if (jpeg)
    size = MIN (size, MAX_JPEG_BYTES);
  g_mutex_lock (&lock);
  g_once (&started, start_library, NULL);
  metadata = gexiv2_metadata_new ();
  if (started.retval != NULL && gexiv2_metadata_open_buf (metadata, data, (glong)size, NULL))
    {
      read_time (metadata, facts);
      read_place (metadata, facts);
      make = read_tag (metadata, "Exif.Image.Make");
      model = read_tag (metadata, "Exif.Image.Model");
      facts->camera = assay_picture_join_camera (make, model);
    }
  g_clear_object (&metadata);
  g_mutex_unlock (&lock);
}

void
assay_picture_facts_clear (AssayPictureFacts *facts)
{
  g_clear_pointer (&facts->camera, g_free);
}

void
assay_picture_facts_write (const AssayPictureFacts *facts, AssayRecord *attachment)
{
  if (facts->dated)
    assay_record_set_integer (attachment, ASSAY_ATTACHMENT_TAKEN_AT, facts->taken_at);
  if (facts->zoned)
    assay_record_set_integer (attachment, ASSAY_ATTACHMENT_TAKEN_OFFSET, facts->offset);
  if (facts->placed)
    {
      assay_record_set_integer (attachment, ASSAY_ATTACHMENT_LATITUDE, facts->latitude);
      assay_record_set_integer (attachment, ASSAY_ATTACHMENT_LONGITUDE, facts->longitude);
    }
  assay_record_set_text (attachment, ASSAY_ATTACHMENT_CAMERA, facts->camera);
}
