/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/picture-codes.h"

#include <string.h>
#include <zbar.h>

#include "record/tag-address.h"
#include "store/picture-decode.h"

/* A code on a tag that fills a tenth of a photo of this size still has eight pixels a module. */
#define LONGEST 3200
/* Below this a photo has no code that was not seen before. */
#define SHORTEST 300

#define ROWS 8

typedef struct
{
  guint width, height;
  guint8 *pixels;
} Gray;

typedef struct
{
  char *text;
  double x, y; /* as shares of the picture */
} Code;

static void
code_free (gpointer data)
{
  Code *code = data;

  g_free (code->text);
  g_free (code);
}

/* On white where it is clear: a code drawn on nothing. */
static void
make_gray (GdkPixbuf *pixbuf, Gray *gray)
{
  const guchar *pixels = gdk_pixbuf_read_pixels (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);
  gsize stride = (gsize)gdk_pixbuf_get_rowstride (pixbuf);

  gray->width = (guint)gdk_pixbuf_get_width (pixbuf);
  gray->height = (guint)gdk_pixbuf_get_height (pixbuf);
  gray->pixels = g_new (guint8, (gsize)gray->width * gray->height);
  for (guint y = 0; y < gray->height; y++)
    {
      const guchar *from = pixels + y * stride;
      guint8 *to = gray->pixels + (gsize)y * gray->width;

      for (guint x = 0; x < gray->width; x++, from += channels)
        {
          guint light = (from[0] * 77u + from[1] * 150u + from[2] * 29u) >> 8;

          to[x] = (guint8)(channels == 4 ? (light * from[3] + 255u * (255u - from[3])) / 255u
                                         : light);
        }
    }
}

/* Four pixels into one. A code with noise, or with modules larger than the reader expects, is read
 * from a smaller picture. */
static void
halve (Gray *gray)
{
  guint width = gray->width / 2, height = gray->height / 2;

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        const guint8 *at = gray->pixels + (gsize)y * 2 * gray->width + (gsize)x * 2;

        gray->pixels[(gsize)y * width + x]
            = (guint8)((at[0] + at[1] + at[gray->width] + at[gray->width + 1] + 2) / 4);
      }
  gray->width = width;
  gray->height = height;
}

static void
invert (Gray *gray)
{
  for (gsize i = 0; i < (gsize)gray->width * gray->height; i++)
    gray->pixels[i] = (guint8)(255 - gray->pixels[i]);
}

static Code *
find_code (const GPtrArray *codes, const char *text)
{
  for (guint i = 0; i < codes->len; i++)
    {
      Code *code = g_ptr_array_index (codes, i);

      if (strcmp (code->text, text) == 0)
        return code;
    }
  return NULL;
}

/* Its upper left corner, whichever way it is turned. What stands twice stands where it comes first.
 */
static void
place (Code *code, const zbar_symbol_t *symbol, const Gray *gray)
{
  double x = 1.0, y = 1.0;

  for (guint i = 0; i < zbar_symbol_get_loc_size (symbol); i++)
    {
      x = MIN (x, (double)zbar_symbol_get_loc_x (symbol, i) / gray->width);
      y = MIN (y, (double)zbar_symbol_get_loc_y (symbol, i) / gray->height);
    }
  if ((int)(y * ROWS) > (int)(code->y * ROWS)
      || ((int)(y * ROWS) == (int)(code->y * ROWS) && x >= code->x))
    return;
  code->x = x;
  code->y = y;
}

/* The reader would guess at the encoding, and take German for Japanese. What is no UTF-8 is Latin
 * 1, as the standard has it. */
static char *
dup_text (const zbar_symbol_t *symbol)
{
  const char *bytes = zbar_symbol_get_data (symbol);
  gsize length = zbar_symbol_get_data_length (symbol), valid = 0;
  g_autofree char *converted = NULL;

  if (g_utf8_validate_len (bytes, length, NULL) || memchr (bytes, 0, length) != NULL)
    return assay_tag_dup_text (bytes, length);
  converted = g_convert (bytes, (gssize)length, "UTF-8", "ISO-8859-1", NULL, &valid, NULL);
  return converted != NULL ? assay_tag_dup_text (converted, valid)
                           : assay_tag_dup_text (bytes, length);
}

static void
take_symbol (const zbar_symbol_t *symbol, const Gray *gray, GPtrArray *codes)
{
  g_autofree char *text = dup_text (symbol);
  Code *code = text != NULL ? find_code (codes, text) : NULL;

  if (text == NULL || (code == NULL && codes->len >= ASSAY_CODES_MAX))
    return;
  if (code == NULL)
    {
      code = g_new0 (Code, 1);
      code->text = g_steal_pointer (&text);
      code->x = code->y = 1.0;
      g_ptr_array_add (codes, code);
    }
  place (code, symbol, gray);
}

static void
scan (zbar_image_scanner_t *scanner, const Gray *gray, GPtrArray *codes)
{
  zbar_image_t *image = zbar_image_create ();

  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, gray->width, gray->height);
  zbar_image_set_data (image, gray->pixels, (gulong)gray->width * gray->height, NULL);
  if (zbar_scan_image (scanner, image) > 0)
    for (const zbar_symbol_t *symbol = zbar_image_first_symbol (image); symbol != NULL;
         symbol = zbar_symbol_next (symbol))
      take_symbol (symbol, gray, codes);
  zbar_image_destroy (image);
}

/* From the top down, and from the left in each of the rows that the picture is cut into. */
static int
compare_codes (gconstpointer a, gconstpointer b)
{
  const Code *left = *(Code *const *)a, *right = *(Code *const *)b;
  int rows = (int)(left->y * ROWS) - (int)(right->y * ROWS);

  return rows != 0 ? rows : (left->x > right->x) - (left->x < right->x);
}

/* Every size is looked at, so that a small code beside a large one is found too; white on black
 * only where there was nothing else. */
static void
read_sizes (zbar_image_scanner_t *scanner,
            GdkPixbuf *pixbuf,
            gboolean inverted,
            GPtrArray *codes,
            GCancellable *cancellable)
{
  Gray gray;

  make_gray (pixbuf, &gray);
  if (inverted)
    invert (&gray);
  do
    {
      scan (scanner, &gray, codes);
      halve (&gray);
    }
  while (MIN (gray.width, gray.height) > 0 && MAX (gray.width, gray.height) >= SHORTEST
         && !g_cancellable_is_cancelled (cancellable));
  g_free (gray.pixels);
}

GPtrArray *
assay_pixels_read_codes (GdkPixbuf *pixbuf, GCancellable *cancellable, GError **error)
{
  zbar_image_scanner_t *scanner = zbar_image_scanner_create ();
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (code_free);
  GPtrArray *texts;

  zbar_image_scanner_set_config (scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
  zbar_image_scanner_set_config (scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
  zbar_image_scanner_set_config (scanner, ZBAR_QRCODE, ZBAR_CFG_BINARY, 1);
  read_sizes (scanner, pixbuf, FALSE, codes, cancellable);
  if (codes->len == 0)
    read_sizes (scanner, pixbuf, TRUE, codes, cancellable);
  zbar_image_scanner_destroy (scanner);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_ptr_array_sort (codes, compare_codes);
  texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add (texts, g_steal_pointer (&((Code *)g_ptr_array_index (codes, i))->text));
  return texts;
}

GPtrArray *
assay_picture_read_codes (GBytes *image, GCancellable *cancellable, GError **error)
{
  int width, height;
  g_autoptr (GdkPixbuf) pixbuf
      = assay_picture_decode (image, LONGEST, &width, &height, cancellable, error);

  return pixbuf != NULL ? assay_pixels_read_codes (pixbuf, cancellable, error) : NULL;
}
