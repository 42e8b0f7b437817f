/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/picture.h"

#include <string.h>

#include "store/picture-decode.h"
#include "store/picture-jpeg.h"

#define JPEG_QUALITY 86

struct _AssayPicture
{
  gatomicrefcount references;
  GBytes *bytes;     /* JPEG; NULL where there is transparency: a logo */
  GdkPixbuf *pixbuf; /* that */
  char *id;          /* of the content, so that a PDF holds a repeated one once */
  int width;
  int height;
};

static gboolean
has_transparency (GdkPixbuf *pixbuf)
{
  const guchar *pixels = gdk_pixbuf_read_pixels (pixbuf);
  gsize stride = (gsize)gdk_pixbuf_get_rowstride (pixbuf);

  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return FALSE;
  for (gsize y = 0; y < (gsize)gdk_pixbuf_get_height (pixbuf); y++)
    for (gsize x = 0; x < (gsize)gdk_pixbuf_get_width (pixbuf); x++)
      if (pixels[y * stride + x * 4 + 3] != 0xff)
        return TRUE;
  return FALSE;
}

/* Takes over @bytes, or else refers to @pixbuf. */
static AssayPicture *
picture_new (GBytes *bytes, GdkPixbuf *pixbuf, int width, int height)
{
  AssayPicture *picture = g_new0 (AssayPicture, 1);
  g_autoptr (GBytes) content
      = bytes != NULL ? g_bytes_ref (bytes) : gdk_pixbuf_read_pixel_bytes (pixbuf);

  g_atomic_ref_count_init (&picture->references);
  picture->bytes = bytes;
  picture->pixbuf = bytes == NULL ? g_object_ref (pixbuf) : NULL;
  picture->id = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  picture->width = width;
  picture->height = height;
  return picture;
}

/**
 * assay_picture_new:
 * @bytes: an image
 * @max_pixels: what the longer side may have on paper
 *
 * Returns: (transfer full): the picture, or NULL with an error as of assay_picture_decode()
 */
AssayPicture *
assay_picture_new (GBytes *bytes, int max_pixels, GError **error)
{
  int width, height;
  g_autoptr (GdkPixbuf) pixbuf
      = assay_picture_decode (bytes, max_pixels, &width, &height, NULL, error);
  GBytes *encoded = NULL;

  if (pixbuf == NULL)
    return NULL;
  if (!has_transparency (pixbuf))
    {
      encoded = assay_picture_encode_jpeg (pixbuf, JPEG_QUALITY, error);
      if (encoded == NULL)
        return NULL;
    }
  return picture_new (encoded, pixbuf, gdk_pixbuf_get_width (pixbuf),
                      gdk_pixbuf_get_height (pixbuf));
}

/* Finds the frame header; FALSE for what is no JPEG, or carries what a camera wrote. */
static gboolean
read_jpeg_size (const guchar *data, gsize length, int *width, int *height)
{
  gsize at = 2;

  if (length < 4 || data[0] != 0xff || data[1] != 0xd8 || data[length - 2] != 0xff
      || data[length - 1] != 0xd9)
    return FALSE;
  while (at + 9 < length && data[at] == 0xff)
    {
      guchar marker = data[at + 1];

      if (marker == 0xe1 || marker == 0xd9 || marker == 0xda)
        return FALSE;
      if (marker >= 0xc0 && marker <= 0xc2 && data[at + 4] == 8)
        {
          *height = data[at + 5] << 8 | data[at + 6];
          *width = data[at + 7] << 8 | data[at + 8];
          return *width > 0 && *height > 0;
        }
      at += 2 + ((gsize)data[at + 2] << 8 | data[at + 3]);
    }
  return FALSE;
}

/**
 * assay_picture_new_ready:
 * @jpeg: a thumbnail as the book keeps it: upright, without the camera's data
 *
 * Nothing is decoded: two hundred photos are ready for paper in the time that reading them takes.
 *
 * Returns: (transfer full) (nullable): the picture, NULL when @jpeg is nothing of the kind
 */
AssayPicture *
assay_picture_new_ready (GBytes *jpeg)
{
  gsize length;
  const guchar *data = g_bytes_get_data (jpeg, &length);
  int width, height;

  if (!read_jpeg_size (data, length, &width, &height))
    return NULL;
  return picture_new (g_bytes_ref (jpeg), NULL, width, height);
}

AssayPicture *
assay_picture_ref (AssayPicture *picture)
{
  g_atomic_ref_count_inc (&picture->references);
  return picture;
}

void
assay_picture_unref (AssayPicture *picture)
{
  if (!g_atomic_ref_count_dec (&picture->references))
    return;
  g_clear_pointer (&picture->bytes, g_bytes_unref);
  g_clear_object (&picture->pixbuf);
  g_free (picture->id);
  g_free (picture);
}

int
assay_picture_get_width (const AssayPicture *picture)
{
  return picture->width;
}

int
assay_picture_get_height (const AssayPicture *picture)
{
  return picture->height;
}

static void
copy_row (const guchar *from, guint32 *to, int width, gboolean alpha)
{
  for (int x = 0; x < width; x++, from += alpha ? 4 : 3)
    {
      guint a = alpha ? from[3] : 0xff;
      guint r = (from[0] * a + 127) / 255;
      guint g = (from[1] * a + 127) / 255;
      guint b = (from[2] * a + 127) / 255;

      to[x] = (guint32)(a << 24 | r << 16 | g << 8 | b);
    }
}

static gboolean
fill_surface (AssayPicture *picture, cairo_surface_t *surface)
{
  g_autoptr (GdkPixbuf) pixbuf = picture->bytes != NULL
                                     ? assay_picture_decode_own (picture->bytes, G_MAXINT, NULL)
                                     : g_object_ref (picture->pixbuf);
  guchar *to = cairo_image_surface_get_data (surface);
  gsize to_stride = (gsize)cairo_image_surface_get_stride (surface);
  gboolean alpha;

  if (pixbuf == NULL || to == NULL || gdk_pixbuf_get_width (pixbuf) != picture->width
      || gdk_pixbuf_get_height (pixbuf) != picture->height)
    return FALSE;
  alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  cairo_surface_flush (surface);
  for (gsize y = 0; y < (gsize)picture->height; y++)
    copy_row (gdk_pixbuf_read_pixels (pixbuf) + y * (gsize)gdk_pixbuf_get_rowstride (pixbuf),
              (gpointer)(to + y * to_stride), picture->width, alpha);
  cairo_surface_mark_dirty (surface);
  return TRUE;
}

static void
attach (cairo_surface_t *surface, const char *type, GBytes *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  if (cairo_surface_set_mime_data (surface, type, data, size, (cairo_destroy_func_t)g_bytes_unref,
                                   g_bytes_ref (bytes))
      != CAIRO_STATUS_SUCCESS)
    g_bytes_unref (bytes);
}

/* A PDF never looks at the pixels of what comes with JPEG bytes, so they are left unpainted. */
static cairo_surface_t *
make_surface (AssayPicture *picture, gboolean pixels)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      picture->bytes != NULL ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, picture->width,
      picture->height);
  g_autoptr (GBytes) id = g_bytes_new (picture->id, strlen (picture->id) + 1);

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS
      || (pixels && !fill_surface (picture, surface)))
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  if (picture->bytes != NULL)
    attach (surface, CAIRO_MIME_TYPE_JPEG, picture->bytes);
  attach (surface, CAIRO_MIME_TYPE_UNIQUE_ID, id);
  return surface;
}

/**
 * assay_picture_draw:
 *
 * Draws into the rectangle, whose shape should be the picture's own.
 *
 * Returns: FALSE when there was no memory for it
 */
gboolean
assay_picture_draw (
    AssayPicture *picture, cairo_t *cr, double x, double y, double width, double height)
{
  gboolean pdf = cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF;
  cairo_surface_t *surface = make_surface (picture, !pdf || picture->bytes == NULL);

  if (surface == NULL)
    return FALSE;
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, width / picture->width, height / picture->height);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  /* No soft edges on a screen. A PDF has none, and with this it would not take the bytes. */
  if (!pdf)
    cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_rectangle (cr, 0, 0, picture->width, picture->height);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
  return TRUE;
}
