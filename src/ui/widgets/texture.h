/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pixels that the store decoded, for GTK. Any thread. */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gdk/gdk.h>

G_BEGIN_DECLS

GdkTexture *assay_texture_new (GdkPixbuf *pixbuf);
/* A thumbnail of the book, at most @longest pixels on its longer side; NULL when it cannot be read.
 */
GdkTexture *assay_texture_new_for_thumbnail (GBytes *thumbnail, int longest);

G_END_DECLS
