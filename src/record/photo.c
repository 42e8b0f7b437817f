/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/photo.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY ((gint64)24 * 60 * 60 * G_USEC_PER_SEC)

gboolean
assay_photo_is_picture (AssayRecord *attachment)
{
  const char *media = assay_record_get_text (attachment, ASSAY_ATTACHMENT_MEDIA_TYPE);

  return media != NULL && g_str_has_prefix (media, "image/")
         && assay_record_is_known (attachment, ASSAY_ATTACHMENT_WIDTH);
}

/* What the camera's clock showed, as microseconds of UTC. */
static gint64
get_clock (AssayRecord *attachment)
{
  return assay_record_get_integer (attachment, ASSAY_ATTACHMENT_TAKEN_AT, 0)
         + assay_record_get_integer (attachment, ASSAY_ATTACHMENT_TAKEN_OFFSET, 0) * 60
               * G_USEC_PER_SEC;
}

gint32
assay_photo_get_day (AssayRecord *attachment)
{
  gint64 clock = get_clock (attachment);

  if (!assay_record_is_known (attachment, ASSAY_ATTACHMENT_TAKEN_AT))
    return ASSAY_DATE_UNKNOWN;
  return (gint32)((clock - (clock < 0 ? DAY - 1 : 0)) / DAY);
}

AssayPhotoDating
assay_photo_check (AssayRecord *attachment, gint32 inspected_on)
{
  gint32 day = assay_photo_get_day (attachment);

  if (!assay_photo_is_picture (attachment))
    return ASSAY_PHOTO_FITS;
  if (day == ASSAY_DATE_UNKNOWN)
    return ASSAY_PHOTO_UNDATED;
  if (inspected_on == ASSAY_DATE_UNKNOWN)
    return ASSAY_PHOTO_FITS;
  if (day < inspected_on - ASSAY_PHOTO_DAYS_BEFORE)
    return ASSAY_PHOTO_EARLY;
  return day > inspected_on + ASSAY_PHOTO_DAYS_AFTER ? ASSAY_PHOTO_LATE : ASSAY_PHOTO_FITS;
}

char *
assay_photo_dup_warning (AssayRecord *attachment, gint32 inspected_on)
{
  gint32 day = assay_photo_get_day (attachment);
  g_autofree char *on = day != ASSAY_DATE_UNKNOWN ? assay_date_format (day) : NULL;

  switch (assay_photo_check (attachment, inspected_on))
    {
    case ASSAY_PHOTO_UNDATED:
      return g_strdup (_ ("The photo carries no date"));
    case ASSAY_PHOTO_EARLY:
      return g_strdup_printf (
          /* Translators: a number of days and the date of a photo */
          ngettext ("Taken %d day before the inspection, on %s",
                    "Taken %d days before the inspection, on %s", (gulong)(inspected_on - day)),
          inspected_on - day, on);
    case ASSAY_PHOTO_LATE:
      return g_strdup_printf (
          /* Translators: a number of days and the date of a photo */
          ngettext ("Taken %d day after the inspection, on %s",
                    "Taken %d days after the inspection, on %s", (gulong)(day - inspected_on)),
          day - inspected_on, on);
    case ASSAY_PHOTO_FITS:
    default:
      return NULL;
    }
}

char *
assay_photo_dup_time (AssayRecord *attachment)
{
  g_autoptr (GDateTime) clock = NULL;

  if (!assay_record_is_known (attachment, ASSAY_ATTACHMENT_TAKEN_AT))
    return NULL;
  clock = g_date_time_new_from_unix_utc_usec (get_clock (attachment));
  /* Translators: a day and a time, see g_date_time_format(). */
  return clock != NULL ? g_date_time_format (clock, _ ("%-d %b %Y, %H:%M")) : NULL;
}

char *
assay_photo_dup_zone (AssayRecord *attachment)
{
  gint64 offset = assay_record_get_integer (attachment, ASSAY_ATTACHMENT_TAKEN_OFFSET, 0);

  if (!assay_record_is_known (attachment, ASSAY_ATTACHMENT_TAKEN_AT))
    return NULL;
  if (!assay_record_is_known (attachment, ASSAY_ATTACHMENT_TAKEN_OFFSET))
    return g_strdup (_ ("the camera’s clock, without time zone"));
  return g_strdup_printf ("UTC%c%02d:%02d", offset < 0 ? '-' : '+', (int)(ABS (offset) / 60 % 100),
                          (int)(ABS (offset) % 60));
}

static gboolean
get_place (AssayRecord *attachment, gint64 *latitude, gint64 *longitude)
{
  *latitude = assay_record_get_integer (attachment, ASSAY_ATTACHMENT_LATITUDE, 0);
  *longitude = assay_record_get_integer (attachment, ASSAY_ATTACHMENT_LONGITUDE, 0);
  return assay_record_is_known (attachment, ASSAY_ATTACHMENT_LATITUDE)
         && assay_record_is_known (attachment, ASSAY_ATTACHMENT_LONGITUDE);
}

/* Four places are eleven metres: the factory, not the desk. */
static char *
format_degrees (gint64 millionths)
{
  char *text = g_strdup_printf ("%.4f", (double)ABS (millionths) / 1e6);
  char *end = text + strlen (text) - 1;

  while (*end == '0' && g_ascii_isdigit (end[-1]))
    *end-- = '\0';
  if (*end == '0')
    end[-1] = '\0';
  return text;
}

char *
assay_photo_dup_place (AssayRecord *attachment)
{
  gint64 latitude, longitude;
  g_autofree char *north = NULL;
  g_autofree char *east = NULL;

  if (!get_place (attachment, &latitude, &longitude))
    return NULL;
  north = format_degrees (latitude);
  east = format_degrees (longitude);
  /* Translators: degrees of latitude, N or S, degrees of longitude, E or W */
  return g_strdup_printf (_ ("%s° %s %s° %s"), north, latitude < 0 ? _ ("S") : _ ("N"), east,
                          longitude < 0 ? _ ("W") : _ ("E"));
}

static char *
dup_uri (AssayRecord *attachment, const char *before, const char *between, const char *after)
{
  gint64 latitude, longitude;
  char north[G_ASCII_DTOSTR_BUF_SIZE], east[G_ASCII_DTOSTR_BUF_SIZE];

  if (!get_place (attachment, &latitude, &longitude))
    return NULL;
  g_ascii_formatd (north, sizeof north, "%.6f", (double)latitude / 1e6);
  g_ascii_formatd (east, sizeof east, "%.6f", (double)longitude / 1e6);
  return g_strconcat (before, north, between, east, after, NULL);
}

char *
assay_photo_dup_geo_uri (AssayRecord *attachment)
{
  return dup_uri (attachment, "geo:", ",", "");
}

char *
assay_photo_dup_map_uri (AssayRecord *attachment)
{
  g_autofree char *at = dup_uri (attachment, "#map=16/", "/", "");

  return at != NULL ? dup_uri (attachment, "https://www.openstreetmap.org/?mlat=", "&mlon=", at)
                    : NULL;
}

static void
append (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

char *
assay_photo_dup_facts (AssayRecord *attachment)
{
  g_autofree char *time = assay_photo_dup_time (attachment);
  /* Translators: when a photo was taken */
  g_autofree char *taken = time != NULL ? g_strdup_printf (_ ("taken %s"), time) : NULL;
  g_autofree char *place = assay_photo_dup_place (attachment);
  GString *line = g_string_new (NULL);

  append (line, taken);
  append (line, place);
  append (line, assay_record_get_text (attachment, ASSAY_ATTACHMENT_CAMERA));
  if (line->len == 0)
    {
      g_string_free (line, TRUE);
      return NULL;
    }
  return g_string_free_and_steal (line);
}
