/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The JPEG files that this program itself makes. Any thread. */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/* A JPEG that this program made, decoded in this process; anything else is refused. */
GdkPixbuf *assay_picture_decode_own (GBytes *jpeg, int longest, GError **error);

/* Transparent parts on white, since a JPEG has no transparency. */
GBytes *assay_picture_encode_jpeg (GdkPixbuf *pixbuf, int quality, GError **error);

G_END_DECLS
