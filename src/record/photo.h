/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of a photo in window and on paper: when, where and with what it was taken, and
 * whether that fits the inspection that it is evidence for. On attachments. */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_PHOTO_FITS,
  ASSAY_PHOTO_UNDATED, /* carries no date */
  ASSAY_PHOTO_EARLY,   /* taken before the inspection */
  ASSAY_PHOTO_LATE,    /* long after it */
} AssayPhotoDating;

/* The camera is a day off at most by its time zone; a report is photographed for a week. */
#define ASSAY_PHOTO_DAYS_BEFORE 1
#define ASSAY_PHOTO_DAYS_AFTER  7

/* An attachment that is no picture fits. @inspected_on may be %ASSAY_DATE_UNKNOWN. */
AssayPhotoDating assay_photo_check (AssayRecord *attachment, gint32 inspected_on);
gboolean assay_photo_is_picture (AssayRecord *attachment);
/* The day on the camera's clock, %ASSAY_DATE_UNKNOWN when it noted none. */
gint32 assay_photo_get_day (AssayRecord *attachment);

/* Words for people, each NULL when there is nothing to say. */
char *assay_photo_dup_warning (AssayRecord *attachment, gint32 inspected_on);
/* The clock where it was taken, not where it is looked at. */
char *assay_photo_dup_time (AssayRecord *attachment);
/* "UTC+07:00", or that the camera named no zone. */
char *assay_photo_dup_zone (AssayRecord *attachment);
char *assay_photo_dup_place (AssayRecord *attachment);
/* For a map: "geo:10.82,106.63" and its page on openstreetmap.org. */
char *assay_photo_dup_geo_uri (AssayRecord *attachment);
char *assay_photo_dup_map_uri (AssayRecord *attachment);
/* All in one line: "taken 12 Mar 2026, 14:03 · 10.82° N 106.63° E · iPhone 15". */
char *assay_photo_dup_facts (AssayRecord *attachment);

G_END_DECLS
