/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/thumbnail.h"

#include "store/picture-decode.h"
#include "store/picture-jpeg.h"

/* Good enough for paper. */
#define QUALITY 85

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
assay_thumbnail_make (
    GBytes *image, int size, int *width, int *height, GCancellable *cancellable, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf
      = assay_picture_decode (image, size, width, height, cancellable, error);

  return pixbuf != NULL ? assay_picture_encode_jpeg (pixbuf, QUALITY, error) : NULL;
}

/**
 * assay_thumbnail_guess_media_type:
 * @file_name: (nullable): the file's name
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
