/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small pictures of large ones, and what kind of file some bytes are. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* JPEG of at most @size on the longer side, upright; NULL when the bytes are no picture that can be
 * read, see assay_picture_decode(). The size of the picture itself, upright, in *@width and
 * *@height (0 when unknown). */
GBytes *assay_thumbnail_make (
    GBytes *image, int size, int *width, int *height, GCancellable *cancellable, GError **error);
/* By the content alone without a @file_name. */
char *assay_thumbnail_guess_media_type (const char *file_name, GBytes *bytes);

G_END_DECLS
