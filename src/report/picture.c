/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/report-error.h"

/* What a stranger's picture may ask for. JPEG is scaled while it is read, other kinds are held
 * whole at four bytes a pixel. */
#define MAX_PIXELS_JPEG  (400 * 1000 * 1000LL)
#define MAX_PIXELS_OTHER (80 * 1000 * 1000LL)
#define JPEG_QUALITY     "86"
#define CHUNK            (64 * 1024)

struct _AssayPicture
{
  gatomicrefcount references;
  GBytes *bytes; /* JPEG; or PNG where there is transparency: a logo */
  gboolean is_jpeg;
  char *id; /* of the content, so that a PDF holds a repeated one once */
  int width;
  int height;
};

typedef struct
{
  int max_pixels;
  gboolean jpeg;
  gboolean refused;
} Sizing;

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Sizing *sizing = data;
  gint64 pixels = (gint64)width * height;
  int longer = MAX (width, height);

  if (width <= 0 || height <= 0 || pixels > (sizing->jpeg ? MAX_PIXELS_JPEG : MAX_PIXELS_OTHER))
    {
      sizing->refused = TRUE;
      /* No size ends the reading before there is memory for pixels. */
      gdk_pixbuf_loader_set_size (loader, 0, 0);
    }
  else if (longer > sizing->max_pixels)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int)((gint64)width * sizing->max_pixels / longer)),
                                MAX (1, (int)((gint64)height * sizing->max_pixels / longer)));
}

/* In pieces, so that a refused picture is not read to its end. */
static gboolean
feed (GdkPixbufLoader *loader, GBytes *bytes, Sizing *sizing, GError **error)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GError) problem = NULL;

  for (gsize at = 0; at < size && problem == NULL && !sizing->refused; at += CHUNK)
    gdk_pixbuf_loader_write (loader, data + at, MIN (CHUNK, size - at), &problem);
  if (sizing->refused)
    {
      g_set_error_literal (error, ASSAY_REPORT_ERROR, ASSAY_REPORT_ERROR_PICTURE,
                           _ ("The picture is too large to be read."));
      return FALSE;
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static GdkPixbuf *
decode (GBytes *bytes, int max_pixels, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  Sizing sizing = { max_pixels, size > 2 && data[0] == 0xff && data[1] == 0xd8, FALSE };
  GdkPixbuf *pixbuf;

  if (size == 0)
    {
      gdk_pixbuf_loader_close (loader, NULL);
      g_set_error_literal (error, ASSAY_REPORT_ERROR, ASSAY_REPORT_ERROR_PICTURE,
                           _ ("The picture is empty."));
      return NULL;
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &sizing);
  if (!feed (loader, bytes, &sizing, error))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, error))
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    {
      g_set_error_literal (error, ASSAY_REPORT_ERROR, ASSAY_REPORT_ERROR_PICTURE,
                           _ ("The picture cannot be read."));
      return NULL;
    }
  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

static GBytes *
encode (GdkPixbuf *pixbuf, gboolean jpeg, GError **error)
{
  gboolean saved;
  char *buffer = NULL;
  gsize size = 0;

  saved = jpeg ? gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "jpeg", error, "quality",
                                            JPEG_QUALITY, NULL)
               : gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "png", error, NULL);
  return saved ? g_bytes_new_take (buffer, size) : NULL;
}

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

/**
 * assay_picture_new:
 * @bytes: an image of a kind that GdkPixbuf reads
 * @max_pixels: what the longer side may have on paper
 *
 * Returns: (transfer full): the picture, or NULL with an error of #GdkPixbufError or
 *   %ASSAY_REPORT_ERROR_PICTURE
 */
AssayPicture *
assay_picture_new (GBytes *bytes, int max_pixels, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = decode (bytes, max_pixels, error);
  g_autoptr (GBytes) encoded = NULL;
  AssayPicture *picture;
  gboolean jpeg;

  if (pixbuf == NULL)
    return NULL;
  jpeg = !has_transparency (pixbuf);
  encoded = encode (pixbuf, jpeg, error);
  if (encoded == NULL)
    return NULL;
  picture = g_new0 (AssayPicture, 1);
  g_atomic_ref_count_init (&picture->references);
  picture->bytes = g_steal_pointer (&encoded);
  picture->is_jpeg = jpeg;
  picture->id = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, picture->bytes);
  picture->width = gdk_pixbuf_get_width (pixbuf);
  picture->height = gdk_pixbuf_get_height (pixbuf);
  return picture;
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
  g_bytes_unref (picture->bytes);
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
  g_autoptr (GdkPixbuf) pixbuf = decode (picture->bytes, G_MAXINT, NULL);
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
      picture->is_jpeg ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, picture->width, picture->height);
  g_autoptr (GBytes) id = g_bytes_new (picture->id, strlen (picture->id) + 1);

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS
      || (pixels && !fill_surface (picture, surface)))
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  if (picture->is_jpeg)
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
  cairo_surface_t *surface = make_surface (picture, !pdf || !picture->is_jpeg);

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
