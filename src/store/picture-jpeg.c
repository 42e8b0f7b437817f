/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/picture-jpeg.h"

#include <glib/gi18n-lib.h>

/* Our own pictures are thumbnails and what was drawn on. */
#define MAX_SIDE 8192
#define PIECE    ((gsize)16384)

typedef struct
{
  int longest;
  gboolean refused;
} OwnSize;

static void
own_size_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  OwnSize *size = data;
  int longer = MAX (width, height);

  size->refused = longer > MAX_SIDE || MIN (width, height) <= 0;
  if (size->refused)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (longer > size->longest)
    gdk_pixbuf_loader_set_size (loader, MAX (1, width * size->longest / longer),
                                MAX (1, height * size->longest / longer));
}

/**
 * assay_picture_decode_own:
 *
 * Thumbnails are decoded by the hundred, so the 20 ms of a process apart would be felt. A book from
 * a stranger may bring others than ours: therefore only JPEG, whose decoder is the best tried of
 * all, and only small.
 */
GdkPixbuf *
assay_picture_decode_own (GBytes *jpeg, int longest, GError **error)
{
  OwnSize size = { .longest = longest };
  gsize length;
  const guchar *data = g_bytes_get_data (jpeg, &length);
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type ("jpeg", error);
  GdkPixbuf *pixbuf;
  gboolean fed = length > 0;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (own_size_cb), &size);
  for (gsize at = 0; at < length && fed && !size.refused; at += PIECE)
    fed = gdk_pixbuf_loader_write (loader, data + at, MIN (PIECE, length - at), NULL);
  if (!gdk_pixbuf_loader_close (loader, NULL) || !fed || size.refused)
    pixbuf = NULL;
  else
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("The picture is damaged or incomplete"));
  return pixbuf != NULL ? g_object_ref (pixbuf) : NULL;
}

GBytes *
assay_picture_encode_jpeg (GdkPixbuf *pixbuf, int quality, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%d", quality);
  g_autoptr (GdkPixbuf) flat = NULL;
  char *data;
  gsize length;

  if (gdk_pixbuf_get_has_alpha (pixbuf))
    flat = gdk_pixbuf_composite_color_simple (pixbuf, gdk_pixbuf_get_width (pixbuf),
                                              gdk_pixbuf_get_height (pixbuf), GDK_INTERP_NEAREST,
                                              255, 16, 0xffffff, 0xffffff);
  if (!gdk_pixbuf_save_to_buffer (flat != NULL ? flat : pixbuf, &data, &length, "jpeg", error,
                                  "quality", number, NULL))
    return NULL;
  return g_bytes_new_take (data, length);
}
