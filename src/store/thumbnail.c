/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/thumbnail.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>

/* How much of a picture is decoded at a time. */
#define PIECE ((gsize)65536)

typedef struct
{
  int limit;
  int width, height;
  gboolean too_large;
} Size;

/* Asks the decoder for a smaller picture before it reads the pixels: JPEG then decodes an eighth.
 */
static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Size *size = data;
  g_autofree char *format = NULL;
  double scale;

  size->width = width;
  size->height = height;
  format = gdk_pixbuf_format_get_name (gdk_pixbuf_loader_get_format (loader));
  size->too_large
      = (gint64)width * height
        > (g_strcmp0 (format, "jpeg") == 0 ? ASSAY_IMAGE_MAX_PIXELS : ASSAY_IMAGE_MAX_PIXELS_WHOLE);
  if (size->too_large)
    {
      /* No memory for its pixels is asked for. */
      gdk_pixbuf_loader_set_size (loader, 0, 0);
      return;
    }
  scale = (double)size->limit / MAX (width, height);
  if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int)(width * scale)),
                                MAX (1, (int)(height * scale)));
}

static GdkPixbuf *
load (GBytes *image, Size *size, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gsize length;
  const guchar *bytes = g_bytes_get_data (image, &length);
  GdkPixbuf *pixbuf;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), size);
  /* In pieces, so that one that is too large ends with the piece that says so. */
  for (gsize at = 0; at < length && !size->too_large; at += PIECE)
    if (!gdk_pixbuf_loader_write (loader, bytes + at, MIN (PIECE, length - at), error))
      {
        gdk_pixbuf_loader_close (loader, NULL);
        return NULL;
      }
  if (size->too_large)
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, error))
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    {
      g_set_error_literal (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_CORRUPT_IMAGE,
                           _ ("The picture is empty"));
      return NULL;
    }
  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

/* Transparent pictures on white, since a JPEG has no transparency. */
static GdkPixbuf *
flatten (GdkPixbuf *pixbuf)
{
  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return g_object_ref (pixbuf);
  return gdk_pixbuf_composite_color_simple (pixbuf, gdk_pixbuf_get_width (pixbuf),
                                            gdk_pixbuf_get_height (pixbuf), GDK_INTERP_NEAREST, 255,
                                            16, 0xffffff, 0xffffff);
}

/**
 * assay_thumbnail_make:
 * @image: an encoded picture
 * @size: the longer side of the thumbnail in pixels
 * @width: (out): of the picture, upright, in pixels; 0 when unknown
 * @height: (out): likewise
 * @error: why there is none
 *
 * Returns: (transfer full): a JPEG, upright after the orientation that the camera noted
 */
GBytes *
assay_thumbnail_make (GBytes *image, int size, int *width, int *height, GError **error)
{
  Size asked = { .limit = size };
  g_autoptr (GdkPixbuf) pixbuf = load (image, &asked, error);
  g_autoptr (GdkPixbuf) flat = NULL;
  gboolean turned;
  char *data;
  gsize length;

  *width = *height = 0;
  if (asked.too_large)
    {
      g_clear_error (error);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _ ("The picture has %d × %d pixels, more than can be shown"), asked.width,
                   asked.height);
      return NULL;
    }
  if (pixbuf == NULL)
    return NULL;
  turned = (asked.width > asked.height)
           != (gdk_pixbuf_get_width (pixbuf) > gdk_pixbuf_get_height (pixbuf));
  *width = turned ? asked.height : asked.width;
  *height = turned ? asked.width : asked.height;
  flat = flatten (pixbuf);
  if (!gdk_pixbuf_save_to_buffer (flat, &data, &length, "jpeg", error, "quality", "85", NULL))
    return NULL;
  return g_bytes_new_take (data, length);
}

/**
 * assay_thumbnail_guess_media_type:
 * @file_name: the file's name
 * @bytes: its content
 *
 * Returns: (transfer full) (nullable): its media type
 */
char *
assay_thumbnail_guess_media_type (const char *file_name, GBytes *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  g_autofree char *type = g_content_type_guess (file_name, data, MIN (size, 4096), NULL);

  return g_content_type_get_mime_type (type);
}
