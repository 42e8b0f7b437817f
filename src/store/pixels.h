/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a decoder delivers, in any of its memory formats, made into eight bits a channel at the size
 * that is needed. Pure. */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glycin.h>

G_BEGIN_DECLS

/* @bytes holds @height rows of @stride bytes. The longer side of the result is at most @longest
 * pixels, shrunk by averages; it has alpha when @format has. NULL when @bytes are too few, the size
 * is none, or there is no memory. */
GdkPixbuf *assay_pixels_shrink (GBytes *bytes,
                                guint32 width,
                                guint32 height,
                                guint32 stride,
                                GlyMemoryFormat format,
                                int longest);

G_END_DECLS
