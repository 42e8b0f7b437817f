/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a camera wrote into a picture: when and where it was taken, and with what. It is evidence
 * only as far as its clock and its owner are honest. Any thread. */

#pragma once

#include <gio/gio.h>

#include "record/record.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean dated;
  gint64 taken_at; /* UTC microseconds; without a zone, the camera's clock read as UTC */
  gboolean zoned;
  int offset; /* minutes east of UTC, if zoned */
  gboolean placed;
  gint64 latitude; /* millionths of a degree */
  gint64 longitude;
  char *camera; /* nullable */
} AssayPictureFacts;

/* Never fails: a picture that says nothing, or nonsense, has no facts. */
void assay_picture_facts_read (AssayPictureFacts *facts, GBytes *picture);
void assay_picture_facts_clear (AssayPictureFacts *facts);
/* Into the fields of an attachment. */
void assay_picture_facts_write (const AssayPictureFacts *facts, AssayRecord *attachment);

/* For tests: the pieces. */
gboolean assay_picture_parse_time (const char *text, gint64 *seconds);
gboolean assay_picture_parse_offset (const char *text, int *minutes);
char *assay_picture_join_camera (const char *make, const char *model);

G_END_DECLS
