/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/widgets/texture.h"

#include "store/picture-jpeg.h"

GdkTexture *
assay_texture_new (GdkPixbuf *pixbuf)
{
  g_autoptr (GBytes) bytes = gdk_pixbuf_read_pixel_bytes (pixbuf);

  return gdk_memory_texture_new (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf),
                                 gdk_pixbuf_get_has_alpha (pixbuf) ? GDK_MEMORY_R8G8B8A8
                                                                   : GDK_MEMORY_R8G8B8,
                                 bytes, (gsize)gdk_pixbuf_get_rowstride (pixbuf));
}

GdkTexture *
assay_texture_new_for_thumbnail (GBytes *thumbnail, int longest)
{
  g_autoptr (GdkPixbuf) pixbuf = assay_picture_decode_own (thumbnail, longest, NULL);

  return pixbuf != NULL ? assay_texture_new (pixbuf) : NULL;
}
