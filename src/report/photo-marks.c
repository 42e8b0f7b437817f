/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/photo-marks.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "store/picture-decode.h"
#include "store/picture-jpeg.h"

/* Shares of the longer side of the picture. */
#define THICK   (1 / 140.0)
#define OUTLINE (1 / 400.0)
#define LETTERS (1 / 26.0)
/* Of the thickness of an arrow. */
#define HEAD_LENGTH 5.0
#define HEAD_WIDTH  4.2
#define QUALITY     90

struct _AssayPhotoMarks
{
  GPtrArray *list; /* of AssayPhotoMark */
};

static void
mark_free (gpointer data)
{
  AssayPhotoMark *mark = data;

  g_free (mark->text);
  g_free (mark);
}

AssayPhotoMarks *
assay_photo_marks_new (void)
{
  AssayPhotoMarks *self = g_new0 (AssayPhotoMarks, 1);

  self->list = g_ptr_array_new_with_free_func (mark_free);
  return self;
}

AssayPhotoMarks *
assay_photo_marks_copy (const AssayPhotoMarks *self)
{
  AssayPhotoMarks *copy = assay_photo_marks_new ();

  for (guint i = 0; i < self->list->len; i++)
    {
      AssayPhotoMark *mark = g_memdup2 (g_ptr_array_index (self->list, i), sizeof *mark);

      mark->text = g_strdup (mark->text);
      g_ptr_array_add (copy->list, mark);
    }
  return copy;
}

void
assay_photo_marks_free (AssayPhotoMarks *self)
{
  g_ptr_array_unref (self->list);
  g_free (self);
}

guint
assay_photo_marks_get_n (const AssayPhotoMarks *self)
{
  return self->list->len;
}

const AssayPhotoMark *
assay_photo_marks_get (const AssayPhotoMarks *self, guint i)
{
  g_return_val_if_fail (i < self->list->len, NULL);

  return g_ptr_array_index (self->list, i);
}

static AssayPhotoMark *
last (AssayPhotoMarks *self)
{
  return self->list->len > 0 ? g_ptr_array_index (self->list, self->list->len - 1) : NULL;
}

void
assay_photo_marks_add (
    AssayPhotoMarks *self, AssayPhotoMarkKind kind, double x0, double y0, double x1, double y1)
{
  AssayPhotoMark *mark = g_new0 (AssayPhotoMark, 1);

  mark->kind = kind;
  mark->x0 = CLAMP (x0, 0, 1);
  mark->y0 = CLAMP (y0, 0, 1);
  mark->x1 = CLAMP (x1, 0, 1);
  mark->y1 = CLAMP (y1, 0, 1);
  g_ptr_array_add (self->list, mark);
}

gboolean
assay_photo_marks_undo (AssayPhotoMarks *self)
{
  if (self->list->len == 0)
    return FALSE;
  g_ptr_array_set_size (self->list, (int)self->list->len - 1);
  return TRUE;
}

void
assay_photo_marks_set_text (AssayPhotoMarks *self, const char *text)
{
  AssayPhotoMark *mark = last (self);

  g_return_if_fail (mark != NULL);

  g_free (mark->text);
  mark->text = g_utf8_strlen (text, -1) > ASSAY_PHOTO_MARK_MAX_TEXT
                   ? g_utf8_substring (text, 0, ASSAY_PHOTO_MARK_MAX_TEXT)
                   : g_strdup (text);
}

/* What of a step keeps both ends between 0 and 1. */
static double
limit (double step, double a, double b)
{
  return CLAMP (step, -MIN (a, b), 1 - MAX (a, b));
}

void
assay_photo_marks_move (AssayPhotoMarks *self, double dx, double dy)
{
  AssayPhotoMark *mark = last (self);

  if (mark == NULL)
    return;
  dx = limit (dx, mark->x0, mark->x1);
  dy = limit (dy, mark->y0, mark->y1);
  mark->x0 += dx;
  mark->x1 += dx;
  mark->y0 += dy;
  mark->y1 += dy;
}

void
assay_photo_marks_stretch (AssayPhotoMarks *self, double dx, double dy)
{
  AssayPhotoMark *mark = last (self);

  if (mark == NULL)
    return;
  mark->x1 = CLAMP (mark->x1 + dx, 0, 1);
  mark->y1 = CLAMP (mark->y1 + dy, 0, 1);
}

/**
 * assay_photo_arrow_outline:
 *
 * A short arrow is all head: its head never is longer than the arrow.
 */
void
assay_photo_arrow_outline (
    double x0, double y0, double x1, double y1, double thick, double corners[7][2])
{
  double length = hypot (x1 - x0, y1 - y0);
  double along_x = length > 0 ? (x1 - x0) / length : 0,
         along_y = length > 0 ? (y1 - y0) / length : -1;
  double head = MIN (HEAD_LENGTH * thick, length);
  /* Along the arrow back from its head, and across it. */
  const double places[7][2] = {
    { 0, 0 },
    { -head, HEAD_WIDTH / 2 * thick },
    { -head, thick / 2 },
    { -length, thick / 2 },
    { -length, -thick / 2 },
    { -head, -thick / 2 },
    { -head, -HEAD_WIDTH / 2 * thick },
  };

  for (guint i = 0; i < 7; i++)
    {
      corners[i][0] = x1 + places[i][0] * along_x - places[i][1] * along_y;
      corners[i][1] = y1 + places[i][0] * along_y + places[i][1] * along_x;
    }
}

static void
set_red (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0.88, 0.07, 0.07);
}

static void
draw_arrow (const AssayPhotoMark *mark, cairo_t *cr, double width, double height, double unit)
{
  double corners[7][2];

  assay_photo_arrow_outline (mark->x0 * width, mark->y0 * height, mark->x1 * width,
                             mark->y1 * height, THICK * unit, corners);
  for (guint i = 0; i < 7; i++)
    cairo_line_to (cr, corners[i][0], corners[i][1]);
  cairo_close_path (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 2 * OUTLINE * unit);
  cairo_stroke_preserve (cr);
  set_red (cr);
  cairo_fill (cr);
}

static void
draw_circle (const AssayPhotoMark *mark, cairo_t *cr, double width, double height, double unit)
{
  double across = fabs (mark->x1 - mark->x0) * width / 2;
  double down = fabs (mark->y1 - mark->y0) * height / 2;

  cairo_save (cr);
  cairo_translate (cr, (mark->x0 + mark->x1) / 2 * width, (mark->y0 + mark->y1) / 2 * height);
  cairo_scale (cr, MAX (across, 1e-3), MAX (down, 1e-3));
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_close_path (cr);
  cairo_restore (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, (THICK + 2 * OUTLINE) * unit);
  cairo_stroke_preserve (cr);
  set_red (cr);
  cairo_set_line_width (cr, THICK * unit);
  cairo_stroke (cr);
}

static void
draw_text (const AssayPhotoMark *mark, cairo_t *cr, double width, double height, double unit)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans Bold");
  PangoRectangle extents;

  if (mark->text == NULL)
    return;
  pango_font_description_set_absolute_size (font, LETTERS * unit * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, mark->text, -1);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  /* Words that begin near the edge move in as far as they can. */
  cairo_move_to (cr, MAX (0, MIN (mark->x0 * width, width - extents.width)),
                 MAX (0, MIN (mark->y0 * height, height - extents.height)));
  pango_cairo_layout_path (cr, layout);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 3 * OUTLINE * unit);
  cairo_stroke_preserve (cr);
  set_red (cr);
  cairo_fill (cr);
}

void
assay_photo_mark_draw (const AssayPhotoMark *mark, cairo_t *cr, double width, double height)
{
  double unit = MAX (width, height);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  switch (mark->kind)
    {
    case ASSAY_PHOTO_MARK_ARROW:
      draw_arrow (mark, cr, width, height, unit);
      break;
    case ASSAY_PHOTO_MARK_CIRCLE:
      draw_circle (mark, cr, width, height, unit);
      break;
    case ASSAY_PHOTO_MARK_TEXT:
    default:
      draw_text (mark, cr, width, height, unit);
      break;
    }
  cairo_restore (cr);
}

void
assay_photo_marks_draw (const AssayPhotoMarks *self, cairo_t *cr, double width, double height)
{
  for (guint i = 0; i < self->list->len; i++)
    assay_photo_mark_draw (g_ptr_array_index (self->list, i), cr, width, height);
}

/* Transparent parts become white. */
static void
to_surface (GdkPixbuf *pixbuf, cairo_surface_t *surface)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  gsize n = (gsize)gdk_pixbuf_get_n_channels (pixbuf);
  gsize from_stride = (gsize)gdk_pixbuf_get_rowstride (pixbuf);
  gsize to_stride = (gsize)cairo_image_surface_get_stride (surface);
  const guchar *from = gdk_pixbuf_read_pixels (pixbuf);
  guchar *to = cairo_image_surface_get_data (surface);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guchar *at = from + (gsize)y * from_stride + (gsize)x * n;
        guint alpha = n == 4 ? at[3] : 255;
        guint32 pixel = 0;

        for (guint c = 0; c < 3; c++)
          pixel = pixel << 8 | (at[c] * alpha + 255 * (255 - alpha) + 127) / 255;
        *(guint32 *)(gpointer)(to + (gsize)y * to_stride + (gsize)x * 4) = pixel;
      }
  cairo_surface_mark_dirty (surface);
}

static GdkPixbuf *
from_surface (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  gsize from_stride = (gsize)cairo_image_surface_get_stride (surface);
  const guchar *from;

  if (pixbuf == NULL)
    return NULL;
  cairo_surface_flush (surface);
  from = cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (gconstpointer)(from + (gsize)y * from_stride);
      guchar *to = gdk_pixbuf_get_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf);

      for (int x = 0; x < width; x++, to += 3)
        {
          to[0] = (guchar)(row[x] >> 16);
          to[1] = (guchar)(row[x] >> 8);
          to[2] = (guchar)row[x];
        }
    }
  return pixbuf;
}

GBytes *
assay_photo_marks_render (const AssayPhotoMarks *self,
                          GBytes *picture,
                          GCancellable *cancellable,
                          GError **error)
{
  int width, height;
  g_autoptr (GdkPixbuf) pixbuf = assay_picture_decode (picture, ASSAY_PHOTO_MARKS_MAX_SIDE, &width,
                                                       &height, cancellable, error);
  cairo_surface_t *surface;
  GBytes *bytes = NULL;

  if (pixbuf == NULL)
    return NULL;
  width = gdk_pixbuf_get_width (pixbuf);
  height = gdk_pixbuf_get_height (pixbuf);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      cairo_t *cr = cairo_create (surface);

      to_surface (pixbuf, surface);
      g_clear_object (&pixbuf);
      assay_photo_marks_draw (self, cr, width, height);
      cairo_destroy (cr);
      pixbuf = from_surface (surface);
    }
  else
    g_clear_object (&pixbuf);
  cairo_surface_destroy (surface);
  if (pixbuf != NULL)
    bytes = assay_picture_encode_jpeg (pixbuf, QUALITY, error);
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                         _ ("There is not enough memory to draw on this photo"));
  return bytes;
}
