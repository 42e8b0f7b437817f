/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The QR codes in a picture. The bytes of strangers are decoded by glycin's process apart
 * (store/picture-decode.h); only grey pixels of a bounded size are looked at here. Blocks: call it
 * on a thread that may wait. */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* No tag has more; a picture full of codes is cut here. */
#define ASSAY_CODES_MAX 32

/* What each code says, as one line (record/tag-address.h), in the order in which they stand from
 * the top; the same text once. Empty where there is none. %NULL with the error of
 * assay_picture_decode(). */
GPtrArray *assay_picture_read_codes (GBytes *image, GCancellable *cancellable, GError **error);
/* The same of pixels; %NULL only when cancelled. */
GPtrArray *assay_pixels_read_codes (GdkPixbuf *pixbuf, GCancellable *cancellable, GError **error);

G_END_DECLS
