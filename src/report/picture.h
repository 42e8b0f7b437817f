/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A photo made ready for paper: turned upright, scaled down once to print resolution, kept as JPEG
 * bytes without the camera's own data (no place, no serial number). Immutable and counted
 * atomically: made on one thread, drawn on another. A PDF takes the bytes as they are. */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Longer side in pixels: 220 per inch across half of a page. */
#define ASSAY_PICTURE_PIXELS 800

typedef struct _AssayPicture AssayPicture;

/* Decodes, scales, encodes; any kind of picture. */
AssayPicture *assay_picture_new (GBytes *bytes, int max_pixels, GError **error);
/* A thumbnail of the book, as it is; NULL when it is none. */
AssayPicture *assay_picture_new_ready (GBytes *jpeg);
AssayPicture *assay_picture_ref (AssayPicture *picture);
void assay_picture_unref (AssayPicture *picture);
int assay_picture_get_width (const AssayPicture *picture);
int assay_picture_get_height (const AssayPicture *picture);
gboolean assay_picture_draw (
    AssayPicture *picture, cairo_t *cr, double x, double y, double width, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayPicture, assay_picture_unref)

G_END_DECLS
