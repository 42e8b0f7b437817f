/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shapes of marks, and images of them: painting a small image is many times cheaper than
 * filling an arc, so each shape and tone is drawn once and stamped where it is needed. */

#include "chart/painter-private.h"

#include <math.h>

#define N_TONES (ASSAY_TONE_DIM + 1)

struct _AssayStamps
{
  double radius;
  double scale;
  int half; /* device pixels from the image's border to its centre */
  cairo_surface_t *images[ASSAY_N_SHAPES][N_TONES];
};

/**
 * assay_paint_shape:
 * @cr: a context
 * @shape: a mark's shape
 * @x: its centre
 * @y: its centre
 * @radius: its size
 *
 * Adds the outline to the path. Areas are about equal, so that none looks more important.
 */
void
assay_paint_shape (cairo_t *cr, AssayShape shape, double x, double y, double radius)
{
  double r = radius;

  switch (shape)
    {
    case ASSAY_SHAPE_DIAMOND:
      r *= 1.55;
      cairo_move_to (cr, x, y - r);
      cairo_line_to (cr, x + r, y);
      cairo_line_to (cr, x, y + r);
      cairo_line_to (cr, x - r, y);
      cairo_close_path (cr);
      break;
    case ASSAY_SHAPE_TRIANGLE:
      r *= 1.6;
      cairo_move_to (cr, x, y - r);
      cairo_line_to (cr, x + r * 0.9, y + r * 0.65);
      cairo_line_to (cr, x - r * 0.9, y + r * 0.65);
      cairo_close_path (cr);
      break;
    case ASSAY_SHAPE_SQUARE:
      r *= 1.1;
      cairo_rectangle (cr, x - r, y - r, 2 * r, 2 * r);
      break;
    case ASSAY_SHAPE_BAR:
      cairo_rectangle (cr, x - r * 0.35, y - r * 1.7, r * 0.7, r * 3.4);
      break;
    case ASSAY_SHAPE_DOT:
    case ASSAY_N_SHAPES:
    default:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, r, 0, 2 * G_PI);
      break;
    }
}

/* Every other shape than the dot gets a border in the background's colour, to stand out of
 * a line that runs through it. */
static void
draw_mark (cairo_t *cr,
           const AssayPalette *palette,
           AssayShape shape,
           AssayTone tone,
           double x,
           double y,
           double radius)
{
  assay_paint_shape (cr, shape, x, y, radius);
  if (shape != ASSAY_SHAPE_DOT && radius >= 2.2)
    {
      assay_paint_color (cr, palette->background, 1);
      cairo_set_line_width (cr, radius * 0.9);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke_preserve (cr);
    }
  assay_paint_color (cr, assay_palette_tone (palette, tone), 1);
  cairo_fill (cr);
}

AssayStamps *
assay_stamps_new (double radius, double scale)
{
  AssayStamps *stamps = g_new0 (AssayStamps, 1);

  stamps->radius = radius;
  stamps->scale = scale;
  stamps->half = (int)ceil (radius * 2.3 * scale) + 1;
  return stamps;
}

void
assay_stamps_free (AssayStamps *stamps)
{
  if (stamps == NULL)
    return;
  for (guint i = 0; i < ASSAY_N_SHAPES; i++)
    for (guint k = 0; k < N_TONES; k++)
      g_clear_pointer (&stamps->images[i][k], cairo_surface_destroy);
  g_free (stamps);
}

static cairo_surface_t *
make_image (const AssayStamps *stamps,
            const AssayPalette *palette,
            AssayShape shape,
            AssayTone tone)
{
  int size = stamps->half * 2;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr;

  cairo_surface_set_device_scale (image, stamps->scale, stamps->scale);
  cr = cairo_create (image);
  draw_mark (cr, palette, shape, tone, stamps->half / stamps->scale, stamps->half / stamps->scale,
             stamps->radius);
  cairo_destroy (cr);
  return image;
}

/**
 * assay_stamps_draw:
 * @stamps: images of marks
 * @cr: a context
 * @palette: the colours
 * @shape: shape
 * @tone: colour
 * @x: centre, moved to a whole device pixel
 * @y: centre
 */
void
assay_stamps_draw (AssayStamps *stamps,
                   cairo_t *cr,
                   const AssayPalette *palette,
                   AssayShape shape,
                   AssayTone tone,
                   double x,
                   double y)
{
  cairo_surface_t **image = &stamps->images[shape][tone];
  double left = (round (x * stamps->scale) - stamps->half) / stamps->scale;
  double top = (round (y * stamps->scale) - stamps->half) / stamps->scale;

  if (*image == NULL)
    *image = make_image (stamps, palette, shape, tone);
  cairo_set_source_surface (cr, *image, left, top);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
}

/**
 * assay_paint_mark:
 * @paint: a painting
 * @shape: shape
 * @tone: colour
 * @x: centre
 * @y: centre
 */
void
assay_paint_mark (const AssayPaint *paint, AssayShape shape, AssayTone tone, double x, double y)
{
  if (paint->stamps != NULL)
    assay_stamps_draw (paint->stamps, paint->cr, paint->palette, shape, tone, x, y);
  else
    draw_mark (paint->cr, paint->palette, shape, tone, x, y, paint->radius);
}
