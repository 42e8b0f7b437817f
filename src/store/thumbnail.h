/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small pictures of large ones, and what kind of file some bytes are. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Above this many pixels a picture is not decoded; a JPEG is decoded smaller at once, all others
 * whole. */
#define ASSAY_IMAGE_MAX_PIXELS       (G_GINT64_CONSTANT (200) * 1000 * 1000)
#define ASSAY_IMAGE_MAX_PIXELS_WHOLE (G_GINT64_CONSTANT (64) * 1000 * 1000)

/* JPEG of at most @size on the longer side, upright; NULL when the bytes are no picture that can be
 * read. The size of the picture itself, upright, in *@width and *@height (0 when unknown). */
GBytes *assay_thumbnail_make (GBytes *image, int size, int *width, int *height, GError **error);
char *assay_thumbnail_guess_media_type (const char *file_name, GBytes *bytes);

G_END_DECLS
