/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/pixels.h"

#include <math.h>
#include <string.h>

/* No camera's picture is longer, and no sum below overflows. */
#define MAX_SIDE 200000u

typedef enum
{
  SAMPLE_8,
  SAMPLE_16,
  SAMPLE_HALF,
  SAMPLE_FLOAT,
} Sample;

/* Where the channels of a pixel stand; without alpha @a is -1, gray has the three colours in one
 * place. */
typedef struct
{
  Sample sample;
  gint8 n;
  gint8 r, g, b, a;
  gboolean premultiplied;
} Layout;

static const Layout layouts[] = {
  [GLY_MEMORY_B8G8R8A8_PREMULTIPLIED] = { SAMPLE_8, 4, 2, 1, 0, 3, TRUE },
  [GLY_MEMORY_A8R8G8B8_PREMULTIPLIED] = { SAMPLE_8, 4, 1, 2, 3, 0, TRUE },
  [GLY_MEMORY_R8G8B8A8_PREMULTIPLIED] = { SAMPLE_8, 4, 0, 1, 2, 3, TRUE },
  [GLY_MEMORY_B8G8R8A8] = { SAMPLE_8, 4, 2, 1, 0, 3, FALSE },
  [GLY_MEMORY_A8R8G8B8] = { SAMPLE_8, 4, 1, 2, 3, 0, FALSE },
  [GLY_MEMORY_R8G8B8A8] = { SAMPLE_8, 4, 0, 1, 2, 3, FALSE },
  [GLY_MEMORY_A8B8G8R8] = { SAMPLE_8, 4, 3, 2, 1, 0, FALSE },
  [GLY_MEMORY_R8G8B8] = { SAMPLE_8, 3, 0, 1, 2, -1, FALSE },
  [GLY_MEMORY_B8G8R8] = { SAMPLE_8, 3, 2, 1, 0, -1, FALSE },
  [GLY_MEMORY_R16G16B16] = { SAMPLE_16, 3, 0, 1, 2, -1, FALSE },
  [GLY_MEMORY_R16G16B16A16_PREMULTIPLIED] = { SAMPLE_16, 4, 0, 1, 2, 3, TRUE },
  [GLY_MEMORY_R16G16B16A16] = { SAMPLE_16, 4, 0, 1, 2, 3, FALSE },
  [GLY_MEMORY_R16G16B16_FLOAT] = { SAMPLE_HALF, 3, 0, 1, 2, -1, FALSE },
  [GLY_MEMORY_R16G16B16A16_FLOAT] = { SAMPLE_HALF, 4, 0, 1, 2, 3, FALSE },
  [GLY_MEMORY_R32G32B32_FLOAT] = { SAMPLE_FLOAT, 3, 0, 1, 2, -1, FALSE },
  [GLY_MEMORY_R32G32B32A32_FLOAT_PREMULTIPLIED] = { SAMPLE_FLOAT, 4, 0, 1, 2, 3, TRUE },
  [GLY_MEMORY_R32G32B32A32_FLOAT] = { SAMPLE_FLOAT, 4, 0, 1, 2, 3, FALSE },
  [GLY_MEMORY_G8A8_PREMULTIPLIED] = { SAMPLE_8, 2, 0, 0, 0, 1, TRUE },
  [GLY_MEMORY_G8A8] = { SAMPLE_8, 2, 0, 0, 0, 1, FALSE },
  [GLY_MEMORY_G8] = { SAMPLE_8, 1, 0, 0, 0, -1, FALSE },
  [GLY_MEMORY_G16A16_PREMULTIPLIED] = { SAMPLE_16, 2, 0, 0, 0, 1, TRUE },
  [GLY_MEMORY_G16A16] = { SAMPLE_16, 2, 0, 0, 0, 1, FALSE },
  [GLY_MEMORY_G16] = { SAMPLE_16, 1, 0, 0, 0, -1, FALSE },
};

static const gsize sample_sizes[]
    = { [SAMPLE_8] = 1, [SAMPLE_16] = 2, [SAMPLE_HALF] = 2, [SAMPLE_FLOAT] = 4 };

static guint8
from_unit (float value)
{
  return value >= 1 ? 255 : value > 0 ? (guint8)(value * 255 + 0.5f) : 0;
}

static float
from_half (guint16 half)
{
  int exponent = half >> 10 & 0x1f;
  float mantissa = half & 0x3ff;
  float value = exponent == 0 ? ldexpf (mantissa, -24) : ldexpf (mantissa + 1024, exponent - 25);

  return half & 0x8000 ? -value : value;
}

static guint8
read_sample (const guchar *at, Sample sample)
{
  guint16 word;
  float real;

  switch (sample)
    {
    case SAMPLE_16:
      memcpy (&word, at, sizeof word);
      return (guint8)((word * 255u + 32767) / 65535);
    case SAMPLE_HALF:
      memcpy (&word, at, sizeof word);
      return from_unit (from_half (word));
    case SAMPLE_FLOAT:
      memcpy (&real, at, sizeof real);
      return from_unit (real);
    case SAMPLE_8:
    default:
      return *at;
    }
}

/* One row as red, green, blue, alpha, the colours multiplied with alpha. */
static void
read_row (const Layout *layout, const guchar *from, guint32 width, guint8 *to)
{
  gsize size = sample_sizes[layout->sample];
  gsize pixel = size * (gsize)layout->n;

  for (guint32 x = 0; x < width; x++, from += pixel, to += 4)
    {
      guint a = layout->a < 0 ? 255 : read_sample (from + layout->a * (gssize)size, layout->sample);

      to[0] = read_sample (from + layout->r * (gssize)size, layout->sample);
      to[1] = read_sample (from + layout->g * (gssize)size, layout->sample);
      to[2] = read_sample (from + layout->b * (gssize)size, layout->sample);
      to[3] = (guint8)a;
      for (guint c = 0; c < 3 && a < 255 && !layout->premultiplied; c++)
        to[c] = (guint8)((to[c] * a + 127) / 255);
    }
}

/* Adds a row to the sums of the cells that it falls into, @factor pixels each. */
static void
add_row (const guint8 *row, guint32 width, guint factor, guint32 *sums)
{
  for (guint32 x = 0; x < width; sums += 4)
    for (guint i = 0; i < factor && x < width; i++, x++, row += 4)
      for (guint c = 0; c < 4; c++)
        sums[c] += row[c];
}

/* The last cell of a row, or the last row of cells, may hold fewer than @factor pixels. */
static void
write_row (const guint32 *sums,
           guint32 cells,
           guint32 width,
           guint factor,
           guint rows,
           guchar *to,
           gboolean alpha)
{
  for (guint32 x = 0; x < cells; x++, sums += 4, to += alpha ? 4 : 3)
    {
      guint32 n = MIN (factor, width - x * factor) * rows;

      for (guint c = 0; c < 3; c++)
        if (!alpha)
          to[c] = (guchar)((sums[c] + n / 2) / n);
        else if (sums[3] > 0)
          to[c] = (guchar)MIN (255, ((guint64)sums[c] * 255 + sums[3] / 2) / sums[3]);
        else
          to[c] = 0;
      if (alpha)
        to[3] = (guchar)((sums[3] + n / 2) / n);
    }
}

/* A whole number of pixels into one: cheap, and never more than the result in memory. */
static GdkPixbuf *
reduce (const guchar *data,
        guint32 width,
        guint32 height,
        guint32 stride,
        const Layout *layout,
        guint factor)
{
  gboolean alpha = layout->a >= 0;
  guint32 cells = (width + factor - 1) / factor, lines = (height + factor - 1) / factor;
  g_autoptr (GdkPixbuf) small
      = gdk_pixbuf_new (GDK_COLORSPACE_RGB, alpha, 8, (int)cells, (int)lines);
  g_autofree guint32 *sums = g_try_new (guint32, (gsize)cells * 4);
  g_autofree guint8 *row = g_try_new (guint8, (gsize)width * 4);
  guchar *to;

  if (small == NULL || sums == NULL || row == NULL)
    return NULL;
  to = gdk_pixbuf_get_pixels (small);
  for (guint32 line = 0; line < lines; line++)
    {
      guint rows = MIN (factor, height - line * factor);

      memset (sums, 0, (gsize)cells * 4 * sizeof *sums);
      for (guint i = 0; i < rows; i++)
        {
          read_row (layout, data + (gsize)(line * factor + i) * stride, width, row);
          add_row (row, width, factor, sums);
        }
      write_row (sums, cells, width, factor, rows,
                 to + (gsize)line * (gsize)gdk_pixbuf_get_rowstride (small), alpha);
    }
  return g_steal_pointer (&small);
}

GdkPixbuf *
assay_pixels_shrink (GBytes *bytes,
                     guint32 width,
                     guint32 height,
                     guint32 stride,
                     GlyMemoryFormat format,
                     int longest)
{
  g_autoptr (GdkPixbuf) reduced = NULL;
  const Layout *layout;
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  double scale;

  if ((gsize)format >= G_N_ELEMENTS (layouts) || width == 0 || height == 0
      || MAX (width, height) > MAX_SIDE || longest <= 0)
    return NULL;
  layout = &layouts[format];
  if (stride < width * (gsize)layout->n * sample_sizes[layout->sample]
      || size < (gsize)stride * (height - 1)
                    + width * (gsize)layout->n * sample_sizes[layout->sample])
    return NULL;
  scale = (double)MAX (width, height) / longest;
  /* A cell of 256 × 256 pixels of 255 each fits its sum. */
  reduced = reduce (data, width, height, stride, layout, (guint)CLAMP (scale, 1, 256));
  if (reduced == NULL)
    return NULL;
  scale = (double)longest / MAX (gdk_pixbuf_get_width (reduced), gdk_pixbuf_get_height (reduced));
  if (scale >= 1)
    return g_steal_pointer (&reduced);
  return gdk_pixbuf_scale_simple (
      reduced, MAX (1, (int)lround (width * (double)longest / MAX (width, height))),
      MAX (1, (int)lround (height * (double)longest / MAX (width, height))), GDK_INTERP_BILINEAR);
}
