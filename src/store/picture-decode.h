/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures into pixels, for thumbnails, window and paper alike: JPEG, PNG, WebP, HEIC and whatever
 * else the loaders of glycin read. The bytes of strangers are decoded by a process apart, which has
 * no network, no files and a limit of memory where the platform has a sandbox. Blocks: call it on a
 * thread that may wait, never on the main one. */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* A picture with more pixels is refused before any is decoded. */
#define ASSAY_IMAGE_MAX_PIXELS (G_GINT64_CONSTANT (200) * 1000 * 1000)

typedef enum
{
  ASSAY_ISOLATION_UNKNOWN, /* nothing was decoded yet */
  ASSAY_ISOLATION_SANDBOX, /* a process that sees nothing but the picture */
  ASSAY_ISOLATION_PROCESS, /* a process of its own; the platform grants no sandbox */
  ASSAY_ISOLATION_NONE,    /* no decoder can be started: pictures are kept, not shown */
} AssayIsolation;

/* Upright, the longer side at most @longest pixels; alpha where the picture has it. The first frame
 * of what moves. The picture's own size, upright, in *@width and *@height, 0 when unknown. Errors
 * are sentences for people: %G_IO_ERROR_INVALID_DATA, %G_IO_ERROR_NO_SPACE for too many pixels,
 * %G_IO_ERROR_TIMED_OUT, %G_IO_ERROR_NOT_SUPPORTED without a decoder, %G_IO_ERROR_CANCELLED. */
GdkPixbuf *assay_picture_decode (
    GBytes *image, int longest, int *width, int *height, GCancellable *cancellable, GError **error);

/* How decoders run here; finds out by starting one. */
AssayIsolation assay_picture_find_isolation (void);
/* For tests: as if the platform granted only this; UNKNOWN looks again. */
void assay_picture_set_isolation (AssayIsolation isolation);

G_END_DECLS
